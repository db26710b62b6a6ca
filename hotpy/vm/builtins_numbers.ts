/**
 * Built-in functions on numbers and characters: abs, divmod, pow, round, ord, chr, hex, oct, bin, hash, id, len.
 */

import {
  abs,
  boxFloat,
  boxI64,
  ERROR,
  floatOf,
  i32,
  i64Of,
  intOf,
  isA,
  isFloat,
  isI64,
  isInt,
  literal,
  slot,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Bytes, List, NONE, OP_DIVMOD, OP_POW, Singletons, Str, Tuple, TYPE_HEAP } from "./objects.ts";
import { typeError, valueError } from "./exceptions.ts";
import { charAt, charLength, charString, concatStrings, format1 } from "./messages.ts";
import { binary, hashOf, intValue, isIntLike, lengthOf } from "./operators.ts";
import { callMethod0, callMethod1, callMethod2 } from "./calls.ts";
import { typeAttribute, typeOf } from "./types.ts";
import { function1, function2, function3, parameters2, parameters3 } from "./native.ts";
import { boxIndex } from "./sequence.ts";
import { intSign, negateInt } from "./integers.ts";
import { intText } from "./int_parse.ts";
import { round as roundFloat } from "./float_methods.ts";
import { modularPower } from "./int_modular.ts";
import { idOf } from "./identity.ts";

function absolute(v: Value): Value {
  if (isFloat(v)) return boxFloat(abs(floatOf(v)));
  if (isInt(v)) {
    const i = intOf(v);
    return i < 0n ? boxI64(-i) : v;
  }
  return absoluteOther(v);
}

function absoluteOther(v: Value): Value {
  if (isIntLike(v)) {
    const n = intValue(v);
    return intSign(n) < 0 ? negateInt(n) : n;
  }
  if (typeAttribute(typeOf(v), literal("__abs__")) === ERROR) throw typeError(format1(literal("bad operand type for abs(): '%t'"), v));
  return callMethod0(v, literal("__abs__"));
}

function divmod(a: Value, b: Value): Value {
  return binary(OP_DIVMOD, a, b);
}

function pow(base: Value, exponent: Value, modulus: Value): Value {
  if (modulus === ERROR || modulus === NONE) return binary(OP_POW, base, exponent);
  const type = typeOf(base);
  if ((type.flags & TYPE_HEAP) !== 0 && typeAttribute(type, literal("__pow__")) !== ERROR) {
    return callMethod2(base, literal("__pow__"), exponent, modulus);
  }
  return modularPower(base, exponent, modulus);
}

function round(v: Value, digits: Value): Value {
  if (isFloat(v)) return roundFloat(v, digits);
  if (isInt(v) && (digits === ERROR || digits === NONE)) return v;
  if (typeAttribute(typeOf(v), literal("__round__")) === ERROR) {
    throw typeError(format1(literal("type %t doesn't define __round__ method"), v));
  }
  if (digits === ERROR) return callMethod0(v, literal("__round__"));
  return callMethod1(v, literal("__round__"), digits);
}

function ord(v: Value): Value {
  if (isA(v, Str)) {
    const s = v as Str;
    if (charLength(s) === 1) return boxIndex(charAt(s, 0));
    throw typeError(format1(literal("ord() expected a character, but string of length %s found"), boxIndex(charLength(s))));
  }
  return ordOther(v);
}

function ordOther(v: Value): Value {
  if (isA(v, Bytes)) {
    if ((v as Bytes).length === 1) return boxIndex((v as Bytes).data[0]);
    throw typeError(format1(literal("ord() expected a character, but string of length %s found"), boxIndex((v as Bytes).length)));
  }
  throw typeError(format1(literal("ord() expected string of length 1, but %t found"), v));
}

function chr(v: Value): Value {
  if (isInt(v)) {
    const c = intOf(v);
    if (c >= 0n && c <= 0x10ffffn) return charString(i32(c));
  }
  return chrOther(v);
}

function chrOther(v: Value): Value {
  const n = intValue(v);
  if (!isI64(n) || i64Of(n) < 0n || i64Of(n) > 0x10ffffn) throw valueError(literal("chr() arg not in range(0x110000)"));
  return charString(i32(i64Of(n)));
}

/** Sign, prefix and digits. */
function withPrefix(v: Value, base: i32, prefix: Str): Value {
  const n = intValue(v);
  if (intSign(n) >= 0) return concatStrings(prefix, intText(n, base));
  return concatStrings(concatStrings(literal("-"), prefix), intText(negateInt(n), base));
}

function hex(v: Value): Value {
  return withPrefix(v, 16, literal("0x"));
}

function oct(v: Value): Value {
  return withPrefix(v, 8, literal("0o"));
}

function bin(v: Value): Value {
  return withPrefix(v, 2, literal("0b"));
}

function hash(v: Value): Value {
  return boxI64(hashOf(v));
}

function id(v: Value): Value {
  return idOf(v);
}

function len(v: Value): Value {
  if (isA(v, List)) return boxIndex((v as List).size);
  if (isA(v, Str)) return boxIndex(charLength(v as Str));
  if (isA(v, Tuple)) return boxIndex((v as Tuple).length);
  return boxIndex(lengthOf(v));
}

export function bootBuiltinNumbers(): void {
  const n = Singletons.builtins;
  function1(n, literal("abs"), 1, slot(absolute));
  function2(n, literal("divmod"), 2, slot(divmod));
  parameters3(function3(n, literal("pow"), 2, slot(pow)), literal("base"), literal("exp"), literal("mod"));
  parameters2(function2(n, literal("round"), 1, slot(round)), literal("number"), literal("ndigits"));
  function1(n, literal("ord"), 1, slot(ord));
  function1(n, literal("chr"), 1, slot(chr));
  function1(n, literal("hex"), 1, slot(hex));
  function1(n, literal("oct"), 1, slot(oct));
  function1(n, literal("bin"), 1, slot(bin));
  function1(n, literal("hash"), 1, slot(hash));
  function1(n, literal("id"), 1, slot(id));
  function1(n, literal("len"), 1, slot(len));
}
