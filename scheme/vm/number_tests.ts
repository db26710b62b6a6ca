/**
 * Predicates on numbers, behind the fast paths of the bytecodes.
 */

import { type bool, floatOf, type i32, isA, isFloat, literal, residual, type Value } from "../../toolkit/define/mod.ts";
import { integerFromF64, isInteger } from "../../toolkit/heap/mod.ts";
import { isFinite, isInfinite, isNan } from "../../toolkit/library/floats.ts";
import { Complex, type Symbol } from "./objects.ts";
import { signOfReal } from "./comparison.ts";
import { isExactComplex } from "./complex.ts";
import { wrongType } from "./errors.ts";
import { COMPLEX, FLONUM, isExactRational, isExactZero, isIntegralFlonum, isNumber, isOdd, isReal, rankOf, truth } from "./number_kinds.ts";

/** `number?`, `complex?` */
export const numberTest = residual(function (v: Value): Value {
  return truth(isNumber(v));
});
/** `real?` */
export const realTest = residual(function (v: Value): Value {
  return truth(isReal(v));
});
/** `rational?` */
export const rationalTest = residual(function (v: Value): Value {
  return truth(isFloat(v) ? isFinite(floatOf(v)) : isExactRational(v));
});
/** `integer?` */
export const integerTest = residual(function (v: Value): Value {
  return truth(isInteger(v) || isIntegralFlonum(v));
});
/** `exact-integer?` */
export const exactIntegerTest = residual(function (v: Value): Value {
  return truth(isInteger(v));
});
/** 1 for an exact number, 0 for an inexact one. */
function exactness(who: Symbol, v: Value): i32 {
  switch (rankOf(v)) {
    case 0:
      throw wrongType(who, 1, literal("a number"), v);
    case FLONUM:
      return 0;
    case COMPLEX:
      return isExactComplex(v as Complex) ? 1 : 0;
    default:
      return 1;
  }
}

/** `exact?` */
export const exactTest = residual(function (v: Value): Value {
  return truth(exactness(literal("exact?"), v) !== 0);
});
/** `inexact?` */
export const inexactTest = residual(function (v: Value): Value {
  return truth(exactness(literal("inexact?"), v) === 0);
});

// ── Sign ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `zero?` */
export const zeroTest = residual(function (v: Value): Value {
  if (!isNumber(v)) throw wrongType(literal("zero?"), 1, literal("a number"), v);
  if (isA(v, Complex)) return truth(isZeroPart((v as Complex).real) && isZeroPart((v as Complex).imaginary));
  return truth(isZeroPart(v));
});

function isZeroPart(v: Value): bool {
  return isFloat(v) ? floatOf(v) === 0.0 : isExactZero(v);
}

/** `positive?` */
export const positiveTest = residual(function (v: Value): Value {
  return truth(signOfReal(literal("positive?"), v) === 1);
});
/** `negative?` */
export const negativeTest = residual(function (v: Value): Value {
  return truth(signOfReal(literal("negative?"), v) === -1);
});

/** 1 for an odd integer, 0 for an even one. */
function parity(who: Symbol, v: Value): i32 {
  if (isInteger(v)) return isOdd(v) ? 1 : 0;
  if (!isIntegralFlonum(v)) throw wrongType(who, 1, literal("an integer"), v);
  return isOdd(integerFromF64(floatOf(v))) ? 1 : 0;
}

/** `odd?` */
export const oddTest = residual(function (v: Value): Value {
  return truth(parity(literal("odd?"), v) !== 0);
});
/** `even?` */
export const evenTest = residual(function (v: Value): Value {
  return truth(parity(literal("even?"), v) === 0);
});

// ── Infinities and NaN ───────────────────────────────────────────────────────────────────────────────────────────────

function isNanPart(v: Value): bool {
  return isFloat(v) && isNan(floatOf(v));
}
function isInfinitePart(v: Value): bool {
  return isFloat(v) && isInfinite(floatOf(v));
}

/** `nan?` */
export const nanTest = residual(function (v: Value): Value {
  if (!isNumber(v)) throw wrongType(literal("nan?"), 1, literal("a number"), v);
  if (isA(v, Complex)) return truth(isNanPart((v as Complex).real) || isNanPart((v as Complex).imaginary));
  return truth(isNanPart(v));
});
/** `infinite?` */
export const infiniteTest = residual(function (v: Value): Value {
  if (!isNumber(v)) throw wrongType(literal("infinite?"), 1, literal("a number"), v);
  if (isA(v, Complex)) return truth(isInfinitePart((v as Complex).real) || isInfinitePart((v as Complex).imaginary));
  return truth(isInfinitePart(v));
});
/** `finite?` */
export const finiteTest = residual(function (v: Value): Value {
  if (!isNumber(v)) throw wrongType(literal("finite?"), 1, literal("a number"), v);
  const real = isA(v, Complex) ? (v as Complex).real : v;
  const imaginary = isA(v, Complex) ? (v as Complex).imaginary : v;
  return truth(!isNanPart(real) && !isInfinitePart(real) && !isNanPart(imaginary) && !isInfinitePart(imaginary));
});
