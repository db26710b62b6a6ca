/**
 * `float.hex` and `float.fromhex` (library reference, "Additional Methods on Float").
 */

import {
  type bool,
  boxFloat,
  copySign,
  type f64,
  f64 as toF64,
  f64Bits,
  f64FromBits,
  floatOf,
  i32,
  i64,
  isA,
  literal,
  loadU8,
  utf8,
  type Value,
} from "../../toolkit/define/mod.ts";
import { type PyException, Str } from "./objects.ts";
import { overflowError, typeError, valueError } from "./exceptions.ts";
import { charAt, charLength, format1 } from "./messages.ts";
import { addChar, addDecimal, addLatin1, finish, newBuilder } from "./str_builder.ts";
import { floatRepr } from "./float_format.ts";
import { letterValue } from "./int_parse.ts";
import { infinity, isFinite, isInfinite, notANumber } from "../../toolkit/library/floats.ts";
import { isSpaceChar } from "../../toolkit/library/unicode.ts";

/** `float.hex()`. */
export function floatToHex(self: Value): Value {
  const x = floatOf(self);
  if (!isFinite(x)) return floatRepr(x);
  const bits = f64Bits(x);
  const b = newBuilder(24);
  if (bits < 0n) addChar(b, 45);
  const biased = i32((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  addLatin1(b, utf8("0x"), 2);
  addChar(b, biased === 0 ? 48 : 49);
  addChar(b, 46);
  if (biased === 0 && fraction === 0n) addChar(b, 48);
  else {
    for (let shift = 48n; shift >= 0n; shift -= 4n) {
      const d = i32((fraction >> shift) & 15n);
      addChar(b, d < 10 ? 48 + d : 87 + d);
    }
  }
  const exponent = biased === 0 ? (fraction === 0n ? 0 : -1022) : biased - 1023;
  addChar(b, 112);
  addChar(b, exponent < 0 ? 45 : 43);
  addDecimal(b, i64(exponent < 0 ? -exponent : exponent));
  return finish(b);
}

function invalid(): PyException {
  return valueError(literal("invalid hexadecimal floating-point string"));
}

function isWord(s: Str, at: i32, end: i32, word: i32, size: i32): bool {
  if (end - at !== size) return false;
  for (let i = 0; i < size; i++) if ((charAt(s, at + i) | 32) !== loadU8(word + i)) return false;
  return true;
}

/** `m · 2^e`, rounded once; bit 0 of `m` stands for anything below it. */
function scale(m: i64, e: i32): f64 {
  if (m === 0n) return 0;
  let bits = 0;
  while ((m >> i64(bits)) !== 0n) bits++;
  const top = bits + e;
  if (top > 1024) return infinity();
  const kept = top > -1022 ? 53 : 53 - (-1021 - top);
  if (kept < 0) return 0;
  const dropped = bits - kept;
  let whole = m;
  let exponent = e;
  if (dropped > 0) {
    const half = 1n << i64(dropped - 1);
    const rest = m & ((half << 1n) - 1n);
    whole = m >> i64(dropped);
    if (rest > half || (rest === half && (whole & 1n) !== 0n)) whole += 1n;
    exponent = e + dropped;
  }
  let x = toF64(whole);
  while (exponent > 900) {
    x = x * f64FromBits(i64(900 + 1023) << 52n);
    exponent -= 900;
  }
  while (exponent < -900) {
    x = x * f64FromBits(i64(-900 + 1023) << 52n);
    exponent += 900;
  }
  return x * f64FromBits(i64(exponent + 1023) << 52n);
}

/** `float.fromhex(text)`. */
export function floatFromHex(cls: Value, text: Value): Value {
  if (!isA(text, Str)) throw typeError(format1(literal("bad argument type for built-in operation"), text));
  const s = text as Str;
  let at = 0;
  let end = charLength(s);
  while (at < end && isSpaceChar(charAt(s, at))) at++;
  while (end > at && isSpaceChar(charAt(s, end - 1))) end--;
  let sign: f64 = 1;
  if (at < end && (charAt(s, at) === 43 || charAt(s, at) === 45)) {
    if (charAt(s, at) === 45) sign = -1;
    at++;
  }
  if (isWord(s, at, end, utf8("inf"), 3) || isWord(s, at, end, utf8("infinity"), 8)) return boxFloat(copySign(infinity(), sign));
  if (isWord(s, at, end, utf8("nan"), 3)) return boxFloat(notANumber());
  return boxFloat(copySign(hexNumber(s, at, end), sign));
}

function hexNumber(s: Str, from: i32, end: i32): f64 {
  let at = from;
  if (at + 1 < end && charAt(s, at) === 48 && (charAt(s, at + 1) | 32) === 120) at += 2;
  let mantissa = 0n;
  let exponent = 0;
  let digits = 0;
  let behindPoint = false;
  while (at < end) {
    const c = charAt(s, at);
    if (c === 46 && !behindPoint) behindPoint = true;
    else {
      const d = c < 128 ? letterValue(c) : 99;
      if (d > 15) break;
      digits++;
      if (mantissa < 0x100000000000000n) {
        mantissa = (mantissa << 4n) | i64(d);
        if (behindPoint) exponent -= 4;
      } else {
        // Beyond what is kept a digit only says that there is something.
        if (d !== 0) mantissa = mantissa | 1n;
        if (!behindPoint) exponent += 4;
      }
    }
    at++;
  }
  if (digits === 0) throw invalid();
  if (at < end) {
    if ((charAt(s, at) | 32) !== 112) throw invalid();
    exponent += decimalExponent(s, at + 1, end);
  }
  const x = scale(mantissa, exponent);
  if (isInfinite(x)) throw overflowError(literal("hexadecimal value too large to represent as a float"));
  return x;
}

function decimalExponent(s: Str, from: i32, end: i32): i32 {
  let at = from;
  let negative = false;
  if (at < end && (charAt(s, at) === 43 || charAt(s, at) === 45)) {
    negative = charAt(s, at) === 45;
    at++;
  }
  if (at >= end) throw invalid();
  let value = 0;
  for (; at < end; at++) {
    const d = charAt(s, at) - 48;
    if (d < 0 || d > 9) throw invalid();
    if (value < 100000) value = value * 10 + d;
  }
  return negative ? -value : value;
}
