/** Arithmetic and comparison behind the fast paths of the bytecodes: integers of any size, floats, mixtures, strings. */

import {
  type bool,
  boxFloat,
  type f64,
  floatOf,
  type i32,
  isA,
  isFloat,
  literal,
  residual,
  type Value,
} from "../../../toolkit/define/mod.ts";
import {
  integerAdd,
  integerCompare,
  integerFloorDiv,
  integerFloorMod,
  integerMul,
  integerSub,
  integerToF64,
  integerTrueDivide,
  isInteger,
} from "../../../toolkit/heap/mod.ts";
import { FALSE, Str, TRUE } from "./objects.ts";
import { compareText, concatenate } from "./text.ts";

function isNumber(v: Value): bool {
  return isFloat(v) || isInteger(v);
}
function toFloat(v: Value): f64 {
  return isFloat(v) ? floatOf(v) : integerToF64(v);
}
export function truth(b: bool): Value {
  return b ? TRUE : FALSE;
}

export const addSlow = residual(function (a: Value, b: Value): Value {
  if (isInteger(a) && isInteger(b)) return integerAdd(a, b);
  if (isNumber(a) && isNumber(b)) return boxFloat(toFloat(a) + toFloat(b));
  if (isA(a, Str) && isA(b, Str)) return concatenate(a as Str, b as Str);
  throw literal("cannot add these");
});
export const subtractSlow = residual(function (a: Value, b: Value): Value {
  if (isInteger(a) && isInteger(b)) return integerSub(a, b);
  if (isNumber(a) && isNumber(b)) return boxFloat(toFloat(a) - toFloat(b));
  throw literal("cannot subtract these");
});
export const multiplySlow = residual(function (a: Value, b: Value): Value {
  if (isInteger(a) && isInteger(b)) return integerMul(a, b);
  if (isNumber(a) && isNumber(b)) return boxFloat(toFloat(a) * toFloat(b));
  throw literal("cannot multiply these");
});
export const divideSlow = residual(function (a: Value, b: Value): Value {
  if (!isNumber(a) || !isNumber(b)) throw literal("cannot divide these");
  if (toFloat(b) === 0.0) throw literal("division by zero");
  if (isInteger(a) && isInteger(b)) return boxFloat(integerTrueDivide(a, b));
  return boxFloat(toFloat(a) / toFloat(b));
});
/** The floor of a / b, or what remains. */
export const floorSlow = residual(function (a: Value, b: Value, remainder: bool): Value {
  if (!isInteger(a) || !isInteger(b)) throw literal("this needs integers");
  if (integerToF64(b) === 0.0) throw literal("division by zero");
  return remainder ? integerFloorMod(a, b) : integerFloorDiv(a, b);
});

/** -1, 0 or 1; 2 when one of them is no number. */
function order(a: f64, b: f64): i32 {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : 2;
}
/** Order of two numbers or two strings, see `order`. */
export const compare = residual(function (a: Value, b: Value): i32 {
  if (isInteger(a) && isInteger(b)) return integerCompare(a, b);
  if (isNumber(a) && isNumber(b)) return order(toFloat(a), toFloat(b));
  if (isA(a, Str) && isA(b, Str)) return compareText(a as Str, b as Str);
  throw literal("cannot compare these");
});
/** Numbers and strings by value, everything else by identity. */
export const equals = residual(function (a: Value, b: Value): bool {
  if (isNumber(a) && isNumber(b) || isA(a, Str) && isA(b, Str)) return compare(a, b) === 0;
  return a === b;
});
