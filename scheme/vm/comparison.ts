/**
 * Order and equality of numbers, without rounding: exact and inexact ones compare by their exact values, so `=` and `<` are transitive.
 */

import {
  type bool,
  boxInt,
  type f64,
  f64 as toF64,
  type f64Bits,
  floatOf,
  type i32,
  i64Of,
  isA,
  isFloat,
  isI64,
  literal,
  residual,
  truncate,
  type Value,
} from "../../toolkit/define/mod.ts";
import { integerCompare, integerFromF64, isInteger } from "../../toolkit/heap/mod.ts";
import { isFinite, isNan } from "../../toolkit/library/floats.ts";
import { Complex, type Ratio, type Symbol } from "./objects.ts";
import { wrongType } from "./errors.ts";
import { exactFromFlonum, inexact } from "./exactness.ts";
import { type FLONUM, type INTEGER, isNumber, isReal, type rankOf, truth } from "./number_kinds.ts";
import { compareRatios } from "./ratio.ts";

/** What `compareReals` gives when one of them is NaN. */
export const UNORDERED = 2;
/** Integers up to this are doubles. */
const MAX_EXACT = 0x20000000000000n;

function compareFlonums(x: f64, y: f64): i32 {
  return x < y ? -1 : x > y ? 1 : x === y ? 0 : UNORDERED;
}

/** -1, 0 or 1 for an exact rational and a double, or `UNORDERED`. */
function compareExactToFlonum(e: Value, x: f64): i32 {
  if (isI64(e)) {
    const i = i64Of(e);
    if (i <= MAX_EXACT && i >= -MAX_EXACT) return compareFlonums(toF64(i), x);
  }
  if (!isFinite(x)) return isNan(x) ? UNORDERED : x > 0.0 ? -1 : 1;
  if (!isInteger(e)) return compareRatios(e, exactFromFlonum(x));
  const order = integerCompare(e, integerFromF64(x));
  return order !== 0 ? order : compareFlonums(truncate(x), x);
}

/** -1, 0, 1 or `UNORDERED` for real numbers. */
export const compareReals = residual(function (a: Value, b: Value): i32 {
  if (isFloat(a)) {
    if (isFloat(b)) return compareFlonums(floatOf(a), floatOf(b));
    const order = compareExactToFlonum(b, floatOf(a));
    return order === UNORDERED ? UNORDERED : -order;
  }
  if (isFloat(b)) return compareExactToFlonum(a, floatOf(b));
  return isInteger(a) && isInteger(b) ? integerCompare(a, b) : compareRatios(a, b);
});

/** The same; what is not a real number is an error of `who`. */
function checkedCompare(who: Symbol, a: Value, b: Value): i32 {
  if (!isReal(a)) throw wrongType(who, 1, literal("a real number"), a);
  if (!isReal(b)) throw wrongType(who, 2, literal("a real number"), b);
  return compareReals(a, b);
}

/** `(< a b)` and the like */
export const lessNumbers = residual(function (a: Value, b: Value): Value {
  return truth(checkedCompare(literal("<"), a, b) === -1);
});
export const greaterNumbers = residual(function (a: Value, b: Value): Value {
  return truth(checkedCompare(literal(">"), a, b) === 1);
});
export const lessEqualNumbers = residual(function (a: Value, b: Value): Value {
  return truth(checkedCompare(literal("<="), a, b) <= 0);
});
export const greaterEqualNumbers = residual(function (a: Value, b: Value): Value {
  const order = checkedCompare(literal(">="), a, b);
  return truth(order === 0 || order === 1);
});

/** Numbers of any kinds. */
export const sameNumber = residual(function (a: Value, b: Value): i32 {
  if (!isA(a, Complex) && !isA(b, Complex)) return compareReals(a, b) === 0 ? 1 : 0;
  if (!isA(a, Complex) || !isA(b, Complex)) return 0;
  const x = a as Complex, y = b as Complex;
  return compareReals(x.real, y.real) === 0 && compareReals(x.imaginary, y.imaginary) === 0 ? 1 : 0;
});

/** `(= a b)` */
export const equalNumbers = residual(function (a: Value, b: Value): Value {
  if (!isNumber(a)) throw wrongType(literal("="), 1, literal("a number"), a);
  if (!isNumber(b)) throw wrongType(literal("="), 2, literal("a number"), b);
  return truth(sameNumber(a, b) !== 0);
});

// ── Greatest, least ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The operand chosen; inexact when one of them is. */
function chosen(a: Value, b: Value, first: bool): Value {
  const v = first ? a : b;
  return isFloat(a) || isFloat(b) ? inexact(v) : v;
}

/** `(max a b)` */
export const maxNumbers = residual(function (a: Value, b: Value): Value {
  const order = checkedCompare(literal("max"), a, b);
  return chosen(a, b, order === UNORDERED ? isFloat(a) && isNan(floatOf(a)) : order === 1);
});

/** `(min a b)` */
export const minNumbers = residual(function (a: Value, b: Value): Value {
  const order = checkedCompare(literal("min"), a, b);
  return chosen(a, b, order === UNORDERED ? isFloat(a) && isNan(floatOf(a)) : order === -1);
});

/** -1, 0 or 1; 0 for NaN. `who` wants a real number. */
export const signOfReal = residual(function (who: Symbol, v: Value): i32 {
  if (!isReal(v)) throw wrongType(who, 1, literal("a real number"), v);
  const order = compareReals(v, boxInt(0n));
  return order === UNORDERED ? 0 : order;
});
