/**
 * Integers from and to text: `int("…", base)`, `str(n)`, `hex` and friends (library reference, `int`; language reference 2.4.4).
 *
 * Digits travel through the exchange buffer as ASCII. Decimal conversions of more than 4300 digits are refused, as CPython does.
 */

import {
  addressOf,
  type bool,
  boxI64,
  i32,
  i64,
  i64Of,
  isI64,
  literal,
  memoryCopy,
  storeU8,
  type Value,
} from "../../toolkit/define/mod.ts";
import type { PyException, Str } from "./objects.ts";
import { valueError } from "./exceptions.ts";
import { charAt, charLength, format1, format2, newStr } from "./messages.ts";
import { boxIndex } from "./sequence.ts";
import { strData, strFromLatin1 } from "./str_core.ts";
import { reprStr } from "./repr.ts";
import { EXCHANGE, EXCHANGE_SIZE } from "./host_imports.ts";
import { decimalText, negateInt } from "./integers.ts";
import { type AsciiText, integerFromDigits, integerToDigits } from "../../toolkit/heap/mod.ts";
import { digitValue, isSpaceChar } from "../../toolkit/library/unicode.ts";

const MAX_STR_DIGITS = 4300;

/** Value of a digit or letter: 0 to 35, or 99. */
export function letterValue(c: i32): i32 {
  if (c >= 48 && c <= 57) return c - 48;
  if (c >= 97 && c <= 122) return c - 87;
  if (c >= 65 && c <= 90) return c - 55;
  if (c < 128) return 99;
  const d = digitValue(c);
  return d >= 0 ? d : 99;
}

function invalid(s: Str, base: i32): PyException {
  return valueError(format2(literal("invalid literal for int() with base %s: %s"), boxIndex(base), reprStr(s, 0)));
}

/** Base that a prefix `0x`, `0o`, `0b` at `at` names, or 0. */
function prefixBase(s: Str, at: i32, end: i32): i32 {
  if (at + 2 > end || charAt(s, at) !== 48) return 0;
  const c = charAt(s, at + 1) | 32;
  return c === 120 ? 16 : c === 111 ? 8 : c === 98 ? 2 : 0;
}

/** `int(s, base)`; base 0 reads as a literal of the language. @throws ValueError */
export function parseInteger(s: Str, base: i32): Value {
  if (base !== 0 && (base < 2 || base > 36)) throw valueError(literal("int() base must be >= 2 and <= 36, or 0"));
  let at = 0;
  let end = charLength(s);
  while (at < end && isSpaceChar(charAt(s, at))) at++;
  while (end > at && isSpaceChar(charAt(s, end - 1))) end--;
  let negative = false;
  if (at < end && (charAt(s, at) === 43 || charAt(s, at) === 45)) {
    negative = charAt(s, at) === 45;
    at++;
  }
  const named = prefixBase(s, at, end);
  let radix = base;
  if (named !== 0 && (base === 0 || base === named)) {
    radix = named;
    at += 2;
    // One underscore may follow the prefix.
    if (at < end && charAt(s, at) === 95) at++;
  } else if (base === 0) {
    radix = 10;
    if (at < end && charAt(s, at) === 48 && !onlyZeros(s, at, end)) throw invalid(s, base);
  }
  return digits(s, at, end, radix, negative, base);
}

/** A decimal literal that begins with 0 must be zero. */
function onlyZeros(s: Str, from: i32, end: i32): bool {
  for (let i = from; i < end; i++) if (charAt(s, i) !== 48 && charAt(s, i) !== 95) return false;
  return true;
}

function digits(s: Str, from: i32, end: i32, radix: i32, negative: bool, base: i32): Value {
  if (from >= end) throw invalid(s, base);
  let count = 0;
  let value = 0n;
  let underscore = true;
  for (let i = from; i < end; i++) {
    const c = charAt(s, i);
    if (c === 95) {
      if (underscore) throw invalid(s, base);
      underscore = true;
      continue;
    }
    underscore = false;
    const d = letterValue(c);
    if (d >= radix) throw invalid(s, base);
    if (count < EXCHANGE_SIZE) storeU8(EXCHANGE + count, d < 10 ? 48 + d : 87 + d);
    if (count < 12) value = value * i64(radix) + i64(d);
    count++;
  }
  if (underscore) throw invalid(s, base);
  if (count <= 12) return boxI64(negative ? -value : value);
  const binary = (radix & (radix - 1)) === 0;
  if (!binary && count > MAX_STR_DIGITS) throw tooManyDigits(count);
  const magnitude = integerFromDigits(EXCHANGE, count, radix);
  return negative ? negateInt(magnitude) : magnitude;
}

function tooManyDigits(count: i32): PyException {
  return valueError(
    format2(
      literal(
        "Exceeds the limit (%s digits) for integer string conversion: value has %s digits; use sys.set_int_max_str_digits() to increase the limit",
      ),
      boxIndex(MAX_STR_DIGITS),
      boxIndex(count),
    ),
  );
}

/** Text of an integer in a base from 2 to 36, lower case, with its sign and without a prefix. */
export function intText(v: Value, base: i32): Str {
  if (isI64(v)) return base === 10 ? decimalText(i64Of(v)) : text64(i64Of(v), base);
  return bigText(v, base);
}

function bigText(v: Value, base: i32): Str {
  const text = integerToDigits(v, base);
  const size = text.length;
  if ((base & (base - 1)) !== 0 && size > MAX_STR_DIGITS) checkDigitLimit(text);
  const s = newStr(size, 0);
  memoryCopy(strData(s), addressOf(text.bytes), size);
  return s;
}

/** @throws ValueError when there are more digits than `str` gives */
function checkDigitLimit(text: AsciiText): void {
  const digits = text.bytes[0] === 45 ? text.length - 1 : text.length;
  if (digits > MAX_STR_DIGITS) {
    throw valueError(
      format1(
        literal("Exceeds the limit (%s digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"),
        boxIndex(MAX_STR_DIGITS),
      ),
    );
  }
}

function text64(value: i64, base: i32): Str {
  let at = EXCHANGE + 80;
  const end = at;
  let rest = value;
  const radix = i64(base);
  do {
    const digit = i32(rest % radix);
    const d = digit < 0 ? -digit : digit;
    at--;
    storeU8(at, d < 10 ? 48 + d : 87 + d);
    rest = rest / radix;
  } while (rest !== 0n);
  if (value < 0n) {
    at--;
    storeU8(at, 45);
  }
  return strFromLatin1(at, end - at);
}
