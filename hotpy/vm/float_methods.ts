/**
 * `float`: operators, construction, methods (library reference, "Numeric Types").
 *
 * Mixed comparisons with integers are exact: an integer beyond 2^53 is not rounded first.
 */

import {
  abs,
  type bool,
  boxFloat,
  boxInt,
  ceil,
  ERROR,
  type f64,
  f64 as toF64,
  floatOf,
  floor,
  type i32,
  type i64,
  i64Of,
  intOf,
  isA,
  isFloat,
  isI64,
  isInt,
  literal,
  nearest,
  NIL,
  slot,
  truncate,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  ExceptionTypes,
  NONE,
  NOT_IMPLEMENTED,
  OP_ADD,
  OP_DIVMOD,
  OP_FLOORDIV,
  OP_MOD,
  OP_MUL,
  OP_POW,
  OP_SUB,
  OP_TRUEDIV,
  Str,
  Types,
  UNARY_NEG,
  UNARY_POS,
} from "./objects.ts";
import { newException, notSupported, overflowError, typeError, valueError, zeroDivisionError } from "./exceptions.ts";
import { format1 } from "./messages.ts";
import { intValue, isIntLike } from "./operators.ts";
import { attribute, classMethod2, constructor2, method1, method2 } from "./native.ts";
import { boolOf, boxIndex, indexArgument } from "./sequence.ts";
import { makeTuple1, makeTuple2 } from "./tuple_methods.ts";
import { hashFloat } from "./int_hash.ts";
import { floatToInt, intToFloat, powInt } from "./integers.ts";
import { floatFromHex, floatToHex } from "./float_hex.ts";
import { parseFloat } from "./float_parse.ts";
import { floatRepr } from "./float_format.ts";
import { formatFloat } from "./format_value.ts";
import { floatMethod } from "./number_arguments.ts";
import { floatFloorDivide, floatModulo, floatPower, roundToDigits } from "./float_arith.ts";
import { integerCompare } from "../../toolkit/heap/mod.ts";
import { isFinite, isInfinite, isIntegral, isNan } from "../../toolkit/library/floats.ts";

// ── Operators ────────────────────────────────────────────────────────────────────────────────────────────────────────

function operand(v: Value): f64 {
  return isFloat(v) ? floatOf(v) : isInt(v) ? toF64(intOf(v)) : intToFloat(intValue(v));
}

function isNumber(v: Value): bool {
  return isFloat(v) || isInt(v) || isIntLike(v);
}

export function floatBinary(operator: i32, left: Value, right: Value): Value {
  if (!isNumber(left) || !isNumber(right)) return NOT_IMPLEMENTED;
  const a = operand(left);
  const b = operand(right);
  switch (operator) {
    case OP_ADD:
      return boxFloat(a + b);
    case OP_SUB:
      return boxFloat(a - b);
    case OP_MUL:
      return boxFloat(a * b);
    case OP_POW:
      return floatPowerChecked(a, b);
    case OP_TRUEDIV:
    case OP_FLOORDIV:
    case OP_MOD:
    case OP_DIVMOD:
      return divide(operator, a, b);
    default:
      return NOT_IMPLEMENTED;
  }
}

function divide(operator: i32, a: f64, b: f64): Value {
  if (b === 0) throw zeroDivisionError(literal("division by zero"));
  if (operator === OP_TRUEDIV) return boxFloat(a / b);
  if (operator === OP_FLOORDIV) return boxFloat(floatFloorDivide(a, b));
  if (operator === OP_MOD) return boxFloat(floatModulo(a, b));
  return makeTuple2(boxFloat(floatFloorDivide(a, b)), boxFloat(floatModulo(a, b)));
}

/** `a ** b` with Python's errors. */
export function floatPowerChecked(a: f64, b: f64): Value {
  const r = floatPower(a, b);
  if (isFinite(r) && (r !== 0 || a === 0)) return boxFloat(r);
  return unusualPower(a, b, r);
}

function unusualPower(a: f64, b: f64, r: f64): Value {
  if (a === 0 && b < 0 && isFinite(b)) throw zeroDivisionError(literal("zero to a negative power"));
  if (!isFinite(a) || !isFinite(b)) return boxFloat(r);
  if (isNan(r)) throw notSupported(literal("complex numbers"));
  if (isInfinite(r)) throw rangeError();
  return boxFloat(r);
}

function rangeError(): Value {
  return newException(ExceptionTypes.overflowError, makeTuple2(boxInt(34n), literal("Numerical result out of range")));
}

function floatUnary(operator: i32, self: Value): Value {
  if (operator === UNARY_NEG) return boxFloat(-floatOf(self));
  return operator === UNARY_POS ? self : NOT_IMPLEMENTED;
}

/** -1, 0, 1, or 2 when one is NaN. */
function orderOf(left: Value, right: Value): i32 {
  if (isFloat(left) && isFloat(right)) return order64(floatOf(left), floatOf(right));
  if (isFloat(left)) return orderWithInt(floatOf(left), intValue(right));
  const r = orderWithInt(floatOf(right), intValue(left));
  return r === 2 ? 2 : -r;
}

function order64(a: f64, b: f64): i32 {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : 2;
}

/** Exact order of a double and an integer. */
function orderWithInt(x: f64, n: Value): i32 {
  if (isI64(n)) {
    const i = i64Of(n);
    if (i > -0x20000000000000n && i < 0x20000000000000n) return order64(x, toF64(i));
  }
  if (isNan(x)) return 2;
  if (isInfinite(x)) return x > 0 ? 1 : -1;
  const whole = integerCompare(floatToInt(x), n);
  if (whole !== 0) return whole;
  const fraction = x - truncate(x);
  return fraction > 0 ? 1 : fraction < 0 ? -1 : 0;
}

function floatCompare(operator: i32, left: Value, right: Value): Value {
  if (!isNumber(left) || !isNumber(right)) return NOT_IMPLEMENTED;
  const order = orderOf(left, right);
  switch (operator) {
    case 0:
      return boolOf(order === -1);
    case 1:
      return boolOf(order === -1 || order === 0);
    case 2:
      return boolOf(order === 0);
    case 3:
      return boolOf(order !== 0);
    case 4:
      return boolOf(order === 1);
    default:
      return boolOf(order === 1 || order === 0);
  }
}

function floatHash(self: Value): i64 {
  return hashFloat(floatOf(self));
}

function floatTruth(self: Value): i32 {
  return floatOf(self) !== 0 ? 1 : 0;
}

function repr(self: Value): Value {
  return floatRepr(floatOf(self));
}

function format(self: Value, specification: Str): Value {
  return formatFloat(self, specification);
}

// ── Construction ─────────────────────────────────────────────────────────────────────────────────────────────────────

function construct(cls: Value, v: Value): Value {
  if (v === ERROR) return boxFloat(0.0);
  if (isFloat(v)) return v;
  if (isInt(v)) return boxFloat(toF64(intOf(v)));
  return constructOther(v);
}

function constructOther(v: Value): Value {
  if (isA(v, Str)) return boxFloat(parseFloat(v as Str));
  if (isIntLike(v)) return boxFloat(intToFloat(intValue(v)));
  const r = floatMethod(v);
  if (r === ERROR) throw typeError(format1(literal("float() argument must be a string or a real number, not '%t'"), v));
  return r;
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function isInteger(self: Value): Value {
  return boolOf(isIntegral(floatOf(self)));
}

function asRatio(self: Value): Value {
  const x = floatOf(self);
  if (isNan(x)) throw valueError(literal("cannot convert NaN to integer ratio"));
  if (isInfinite(x)) throw overflowError(literal("cannot convert Infinity to integer ratio"));
  let numerator = x;
  let exponent = 0;
  while (truncate(numerator) !== numerator) {
    numerator = numerator * 2;
    exponent++;
  }
  return makeTuple2(floatToInt(numerator), powInt(boxInt(2n), boxIndex(exponent)));
}

function asInteger(self: Value): Value {
  return floatToInt(floatOf(self));
}

function floorOf(self: Value): Value {
  return floatToInt(floor(floatOf(self)));
}

function ceilingOf(self: Value): Value {
  return floatToInt(ceil(floatOf(self)));
}

function absolute(self: Value): Value {
  return boxFloat(abs(floatOf(self)));
}

function identity(self: Value): Value {
  return self;
}

function zero(self: Value): Value {
  return boxFloat(0.0);
}

/** `round(x)` is an integer, `round(x, digits)` a float; ties to even on the exact value. */
export function round(self: Value, digits: Value): Value {
  const x = floatOf(self);
  if (digits === ERROR || digits === NONE) return floatToInt(nearest(x));
  return roundTo(x, indexArgument(digits));
}

function roundTo(x: f64, digits: i32): Value {
  const r = roundToDigits(x, digits);
  if (isInfinite(r) && isFinite(x)) throw overflowError(literal("rounded value too large to represent"));
  return boxFloat(r);
}

function newArguments(self: Value): Value {
  return makeTuple1(self);
}

export function bootFloat(): void {
  const t = Types.float;
  t.tpBinary = slot(floatBinary);
  t.tpUnary = slot(floatUnary);
  t.tpCompare = slot(floatCompare);
  t.tpHash = slot(floatHash);
  t.tpBool = slot(floatTruth);
  t.tpRepr = slot(repr);
  t.tpFormat = slot(format);
  constructor2(t, 1, slot(construct));
  method1(t, literal("is_integer"), slot(isInteger));
  method1(t, literal("as_integer_ratio"), slot(asRatio));
  method1(t, literal("conjugate"), slot(identity));
  method1(t, literal("hex"), slot(floatToHex));
  classMethod2(t, literal("fromhex"), 2, slot(floatFromHex));
  method1(t, literal("__int__"), slot(asInteger));
  method1(t, literal("__float__"), slot(identity));
  method1(t, literal("__trunc__"), slot(asInteger));
  method1(t, literal("__floor__"), slot(floorOf));
  method1(t, literal("__ceil__"), slot(ceilingOf));
  method1(t, literal("__abs__"), slot(absolute));
  method2(t, literal("__round__"), 1, slot(round));
  method1(t, literal("__getnewargs__"), slot(newArguments));
  attribute(t, literal("real"), slot(identity), NIL);
  attribute(t, literal("imag"), slot(zero), NIL);
}
