/**
 * `int` and `bool`: operators, construction, methods (library reference, "Numeric Types").
 *
 * The bytecodes have inline paths for small operands; these functions take what is left. A bool counts as 0 or 1.
 */

import {
  type bool,
  boxFloat,
  boxI64,
  boxInt,
  ERROR,
  floatOf,
  type i32,
  type i64,
  i64Of,
  isA,
  isFloat,
  isI64,
  isInt,
  literal,
  NIL,
  slot,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  Bytes,
  FALSE,
  NONE,
  NOT_IMPLEMENTED,
  OP_ADD,
  OP_AND,
  OP_DIVMOD,
  OP_FLOORDIV,
  OP_LSHIFT,
  OP_MOD,
  OP_MUL,
  OP_OR,
  OP_POW,
  OP_RSHIFT,
  OP_SUB,
  OP_TRUEDIV,
  OP_XOR,
  Str,
  TRUE,
  type Type,
  Types,
  UNARY_INVERT,
  UNARY_NEG,
} from "./objects.ts";
import { typeError } from "./exceptions.ts";
import { format1 } from "./messages.ts";
import { intValue, isIntLike, truthy } from "./operators.ts";
import { attribute, classMethodVar, constructor2, constructor3, method1, method2, methodVar, parameters3 } from "./native.ts";
import { boolOf, indexArgument } from "./sequence.ts";
import { makeTuple1, makeTuple2 } from "./tuple_methods.ts";
import { hashInteger64, integerHash } from "./int_hash.ts";
import {
  addInt,
  andInt,
  floatToInt,
  floorDivInt,
  intSign,
  intToFloat,
  invertInt,
  isZero,
  modInt,
  mulInt,
  negateInt,
  orInt,
  powInt,
  shiftLeftInt,
  shiftRightInt,
  subInt,
  trueDivideInt,
  xorInt,
} from "./integers.ts";
import { floatBinary, floatPowerChecked } from "./float_methods.ts";
import { intText, parseInteger } from "./int_parse.ts";
import { integerPart } from "./number_arguments.ts";
import { formatInt } from "./format_value.ts";
import { integerBitCount, integerBitLength, integerCompare } from "../../toolkit/heap/mod.ts";
import { bytesText } from "./bytes_methods.ts";
import { intFromBytes, intToBytes } from "./int_bytes.ts";

// ── Operators ────────────────────────────────────────────────────────────────────────────────────────────────────────

export function intBinary(operator: i32, left: Value, right: Value): Value {
  if (!isIntLike(left) || !isIntLike(right)) {
    return isFloat(left) || isFloat(right) ? floatBinary(operator, left, right) : NOT_IMPLEMENTED;
  }
  const a = intValue(left);
  const b = intValue(right);
  switch (operator) {
    case OP_ADD:
      return addInt(a, b);
    case OP_SUB:
      return subInt(a, b);
    case OP_MUL:
      return mulInt(a, b);
    case OP_TRUEDIV:
      return boxFloat(trueDivideInt(a, b));
    case OP_FLOORDIV:
      return floorDivInt(a, b);
    case OP_MOD:
      return modInt(a, b);
    case OP_DIVMOD:
      return makeTuple2(floorDivInt(a, b), modInt(a, b));
    case OP_POW:
      return intPower(a, b);
    case OP_LSHIFT:
      return shiftLeftInt(a, b);
    case OP_RSHIFT:
      return shiftRightInt(a, b);
    default:
      return bitwise(operator, a, b, !isIntOnly(left) && !isIntOnly(right));
  }
}

function isIntOnly(v: Value): bool {
  return v !== TRUE && v !== FALSE;
}

/** `&`, `|`, `^`: of two bools a bool. */
function bitwise(operator: i32, a: Value, b: Value, bools: bool): Value {
  let r: Value = NOT_IMPLEMENTED;
  if (operator === OP_AND) r = andInt(a, b);
  else if (operator === OP_OR) r = orInt(a, b);
  else if (operator === OP_XOR) r = xorInt(a, b);
  return bools && r !== NOT_IMPLEMENTED ? boolOf(isZero(r) === 0) : r;
}

/** `a ** b`: a float for negative exponents. */
function intPower(a: Value, b: Value): Value {
  if (intSign(b) >= 0) return powInt(a, b);
  return floatPowerChecked(intToFloat(a), intToFloat(b));
}

function intUnary(operator: i32, self: Value): Value {
  const v = intValue(self);
  if (operator === UNARY_NEG) return negateInt(v);
  return operator === UNARY_INVERT ? invertInt(v) : v;
}

function intCompare(operator: i32, left: Value, right: Value): Value {
  if (!isIntLike(left) || !isIntLike(right)) return NOT_IMPLEMENTED;
  const a = intValue(left);
  const b = intValue(right);
  let order = 0;
  if (isI64(a) && isI64(b)) order = i64Of(a) < i64Of(b) ? -1 : i64Of(a) > i64Of(b) ? 1 : 0;
  else order = integerCompare(a, b);
  return orderResult(operator, order);
}

/** The truth of `operator` for an order -1, 0 or 1. */
export function orderResult(operator: i32, order: i32): Value {
  switch (operator) {
    case 0:
      return boolOf(order < 0);
    case 1:
      return boolOf(order <= 0);
    case 2:
      return boolOf(order === 0);
    case 3:
      return boolOf(order !== 0);
    case 4:
      return boolOf(order > 0);
    default:
      return boolOf(order >= 0);
  }
}

function intHash(self: Value): i64 {
  const v = intValue(self);
  return isI64(v) ? hashInteger64(i64Of(v)) : integerHash(v);
}

function intTruth(self: Value): i32 {
  return intSign(intValue(self)) !== 0 ? 1 : 0;
}

function intRepr(self: Value): Value {
  return intText(self, 10);
}

function intFormat(self: Value, specification: Str): Value {
  return formatInt(self, specification);
}

function boolRepr(self: Value): Value {
  return self === TRUE ? literal("True") : literal("False");
}

// ── Construction ─────────────────────────────────────────────────────────────────────────────────────────────────────

function construct(cls: Value, v: Value, base: Value): Value {
  if (base === ERROR) {
    if (isInt(v)) return v;
    if (isFloat(v)) return floatToInt(floatOf(v));
  }
  return constructOther(v, base);
}

function constructOther(v: Value, base: Value): Value {
  if (base === ERROR) {
    if (v === ERROR) return boxInt(0n);
    if (isInt(v)) return v;
    if (isA(v, Str)) return parseInteger(v as Str, 10);
    if (isA(v, Bytes)) return parseInteger(bytesText(v as Bytes), 10);
    const r = integerPart(v);
    if (r === ERROR) {
      throw typeError(format1(literal("int() argument must be a string, a bytes-like object or a real number, not '%t'"), v));
    }
    return r;
  }
  if (v === ERROR) throw typeError(literal("int() missing string argument"));
  const radix = indexArgument(base);
  if (isA(v, Str)) return parseInteger(v as Str, radix);
  if (isA(v, Bytes)) return parseInteger(bytesText(v as Bytes), radix);
  throw typeError(literal("int() can't convert non-string with explicit base"));
}

function constructBool(cls: Value, v: Value): Value {
  return v === ERROR ? FALSE : boolOf(truthy(v) !== 0);
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function bitLength(self: Value): Value {
  return boxI64(integerBitLength(intValue(self)));
}

function bitCount(self: Value): Value {
  return boxI64(integerBitCount(intValue(self)));
}

function asInteger(self: Value): Value {
  return intValue(self);
}

function asFloat(self: Value): Value {
  return boxFloat(intToFloat(intValue(self)));
}

function asRatio(self: Value): Value {
  return makeTuple2(intValue(self), boxInt(1n));
}

function isInteger(self: Value): Value {
  return TRUE;
}

function zero(self: Value): Value {
  return boxInt(0n);
}

function one(self: Value): Value {
  return boxInt(1n);
}

/** `round(n, digits)`: digits < 0 rounds to a power of ten, ties to even. */
function round(self: Value, digits: Value): Value {
  const n = intValue(self);
  if (digits === ERROR || digits === NONE) return n;
  const d = intValue(digits);
  if (intSign(d) >= 0) return n;
  const unit = powInt(boxInt(10n), negateInt(d));
  const rest = modInt(n, unit);
  const down = subInt(n, rest);
  const twice = addInt(rest, rest);
  const order = integerCompare(twice, unit);
  const odd = isZero(modInt(floorDivInt(down, unit), boxInt(2n))) === 0;
  return order > 0 || (order === 0 && odd) ? addInt(down, unit) : down;
}

function absolute(self: Value): Value {
  const n = intValue(self);
  return intSign(n) < 0 ? negateInt(n) : n;
}

function newArguments(self: Value): Value {
  return makeTuple1(intValue(self));
}

export function bootInt(): void {
  const t = Types.int;
  bootOperators(t);
  t.tpRepr = slot(intRepr);
  parameters3(constructor3(t, 1, slot(construct)), NONE, NONE, literal("base"));
  method1(t, literal("bit_length"), slot(bitLength));
  method1(t, literal("bit_count"), slot(bitCount));
  method1(t, literal("conjugate"), slot(asInteger));
  method1(t, literal("as_integer_ratio"), slot(asRatio));
  method1(t, literal("is_integer"), slot(isInteger));
  method1(t, literal("__int__"), slot(asInteger));
  method1(t, literal("__index__"), slot(asInteger));
  method1(t, literal("__trunc__"), slot(asInteger));
  method1(t, literal("__floor__"), slot(asInteger));
  method1(t, literal("__ceil__"), slot(asInteger));
  method1(t, literal("__float__"), slot(asFloat));
  method1(t, literal("__abs__"), slot(absolute));
  method2(t, literal("__round__"), 1, slot(round));
  method1(t, literal("__getnewargs__"), slot(newArguments));
  methodVar(t, literal("to_bytes"), slot(intToBytes));
  classMethodVar(t, literal("from_bytes"), slot(intFromBytes));
  attribute(t, literal("real"), slot(asInteger), NIL);
  attribute(t, literal("imag"), slot(zero), NIL);
  attribute(t, literal("numerator"), slot(asInteger), NIL);
  attribute(t, literal("denominator"), slot(one), NIL);
  const b = Types.bool;
  bootOperators(b);
  b.tpRepr = slot(boolRepr);
  constructor2(b, 1, slot(constructBool));
}

function bootOperators(t: Type): void {
  t.tpBinary = slot(intBinary);
  t.tpUnary = slot(intUnary);
  t.tpCompare = slot(intCompare);
  t.tpBool = slot(intTruth);
  t.tpHash = slot(intHash);
  t.tpFormat = slot(intFormat);
}
