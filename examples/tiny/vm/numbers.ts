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
export const floorDivideSlow = residual(function (a: Value, b: Value): Value {
  if (!isInteger(a) || !isInteger(b)) throw literal("// needs integers");
  if (isZero(b)) throw literal("division by zero");
  return integerFloorDiv(a, b);
});
export const remainderSlow = residual(function (a: Value, b: Value): Value {
  if (!isInteger(a) || !isInteger(b)) throw literal("% needs integers");
  if (isZero(b)) throw literal("division by zero");
  return integerFloorMod(a, b);
});
function isZero(v: Value): bool {
  return integerToF64(v) === 0.0;
}

/** a < b, or a <= b when `orEqual`. The result is `TRUE` or `FALSE`. */
export const lessSlow = residual(function (a: Value, b: Value, orEqual: bool): Value {
  if (isNumber(a) && isNumber(b) && (isFloat(a) || isFloat(b))) {
    return truth(orEqual ? toFloat(a) <= toFloat(b) : toFloat(a) < toFloat(b));
  }
  let order: i32 = 0;
  if (isInteger(a) && isInteger(b)) order = integerCompare(a, b);
  else if (isA(a, Str) && isA(b, Str)) order = compareText(a as Str, b as Str);
  else throw literal("cannot compare these");
  return truth(orEqual ? order <= 0 : order < 0);
});

/** Numbers and strings by value, everything else by identity. */
export const equals = residual(function (a: Value, b: Value): bool {
  if (isFloat(a) || isFloat(b)) return isNumber(a) && isNumber(b) && toFloat(a) === toFloat(b);
  if (a === b) return true;
  if (isInteger(a) && isInteger(b)) return integerCompare(a, b) === 0;
  return isA(a, Str) && isA(b, Str) && compareText(a as Str, b as Str) === 0;
});
