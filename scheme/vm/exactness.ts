/**
 * Between exact and inexact numbers, and from any real number to an integer near it or to its parts.
 */

import {
  abs,
  type bool,
  boxFloat,
  boxI64,
  boxInt,
  ceil,
  ctz,
  type f64,
  f64Bits,
  floatOf,
  floor,
  isA,
  isFloat,
  literal,
  nearest,
  residual,
  shrU,
  truncate,
  type Value,
} from "../../toolkit/define/mod.ts";
import { integerAdd, integerFloorDiv, integerFromF64, integerShiftLeft, integerTruncDiv, isInteger } from "../../toolkit/heap/mod.ts";
import { isFinite, notANumber } from "../../toolkit/library/floats.ts";
import { Complex, Ratio, type Symbol } from "./objects.ts";
import { wrongType } from "./errors.ts";
import { denominatorOf, isOdd, isReal, numeratorOf, signOfExact, toFlonum } from "./number_kinds.ts";
import { dyadicRatio, floorRatio } from "./ratio.ts";
import { makeRectangular } from "./complex.ts";
import { absolute, addNumbers, divideNumbers, negateNumber, subtractNumbers } from "./numbers.ts";
import { compareReals } from "./comparison.ts";

/** The exact value of a finite double: an integer, or one over a power of two. */
export const exactFromFlonum = residual(function (x: f64): Value {
  if (truncate(x) === x) return integerFromF64(x);
  const bits = f64Bits(abs(x));
  const biased = shrU(bits, 52n);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0n ? fraction : fraction | 0x10000000000000n;
  const zeros = ctz(mantissa);
  const odd = shrU(mantissa, zeros);
  const shift = (biased === 0n ? 1074n : 1075n - biased) - zeros;
  return dyadicRatio(boxI64(x < 0.0 ? 0n - odd : odd), shift);
});

/** `exact` */
export const exact = residual(function (v: Value): Value {
  if (isFloat(v)) {
    if (!isFinite(floatOf(v))) throw wrongType(literal("exact"), 1, literal("a finite number"), v);
    return exactFromFlonum(floatOf(v));
  }
  if (isInteger(v) || isA(v, Ratio)) return v;
  if (!isA(v, Complex)) throw wrongType(literal("exact"), 1, literal("a number"), v);
  const real = exact((v as Complex).real);
  return makeRectangular(real, exact((v as Complex).imaginary));
});

/** `inexact` */
export const inexact = residual(function (v: Value): Value {
  if (isFloat(v)) return v;
  if (isReal(v)) return boxFloat(toFlonum(v));
  if (!isA(v, Complex)) throw wrongType(literal("inexact"), 1, literal("a number"), v);
  const real = boxFloat(toFlonum((v as Complex).real));
  return makeRectangular(real, boxFloat(toFlonum((v as Complex).imaginary)));
});

// ── To integers ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** `floor` */
export const floorNumber = residual(function (v: Value): Value {
  if (isFloat(v)) return boxFloat(floor(floatOf(v)));
  if (isInteger(v)) return v;
  if (!isA(v, Ratio)) throw wrongType(literal("floor"), 1, literal("a real number"), v);
  return floorRatio(v);
});

/** `ceiling` */
export const ceilingNumber = residual(function (v: Value): Value {
  if (isFloat(v)) return boxFloat(ceil(floatOf(v)));
  if (isInteger(v)) return v;
  if (!isA(v, Ratio)) throw wrongType(literal("ceiling"), 1, literal("a real number"), v);
  return integerAdd(floorRatio(v), boxInt(1n));
});

/** `truncate` */
export const truncateNumber = residual(function (v: Value): Value {
  if (isFloat(v)) return boxFloat(truncate(floatOf(v)));
  if (isInteger(v)) return v;
  if (!isA(v, Ratio)) throw wrongType(literal("truncate"), 1, literal("a real number"), v);
  return integerTruncDiv((v as Ratio).numerator, (v as Ratio).denominator);
});

/** `round`: ties to even. */
export const roundNumber = residual(function (v: Value): Value {
  if (isFloat(v)) return boxFloat(nearest(floatOf(v)));
  if (isInteger(v)) return v;
  if (!isA(v, Ratio)) throw wrongType(literal("round"), 1, literal("a real number"), v);
  return roundRatio(v as Ratio);
});

/** floor(x + 1/2), less one when that was a tie and the result is odd. */
function roundRatio(r: Ratio): Value {
  const twice = integerShiftLeft(r.numerator, 1n);
  const top = integerAdd(twice, r.denominator);
  const up = integerFloorDiv(top, integerShiftLeft(r.denominator, 1n));
  if (!isHalf(r) || !isOdd(up)) return up;
  return integerAdd(up, boxInt(-1n));
}

function isHalf(r: Ratio): bool {
  return r.denominator === boxInt(2n);
}

// ── Parts ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The exact rational that `v` is or equals. */
function rationalArgument(who: Symbol, v: Value): Value {
  if (isInteger(v) || isA(v, Ratio)) return v;
  if (!isFloat(v) || !isFinite(floatOf(v))) throw wrongType(who, 1, literal("a rational number"), v);
  return exactFromFlonum(floatOf(v));
}

/** `exact` or not, as `like`. */
function asExactAs(like: Value, v: Value): Value {
  return isFloat(like) ? boxFloat(toFlonum(v)) : v;
}

/** `numerator` */
export const numerator = residual(function (v: Value): Value {
  return asExactAs(v, numeratorOf(rationalArgument(literal("numerator"), v)));
});

/** `denominator` */
export const denominator = residual(function (v: Value): Value {
  return asExactAs(v, denominatorOf(rationalArgument(literal("denominator"), v)));
});

/** The simplest rational from `low` to `high`, 0 < low ≤ high (Stern and Brocot's tree, by continued fractions). */
function simplestPositive(low: Value, high: Value): Value {
  const whole = floorNumber(low);
  if (compareReals(whole, low) === 0) return whole;
  if (compareReals(whole, floorNumber(high)) < 0) return integerAdd(whole, boxInt(1n));
  const above = divideNumbers(boxInt(1n), subtractNumbers(high, whole));
  const rest = simplestPositive(above, divideNumbers(boxInt(1n), subtractNumbers(low, whole)));
  return addNumbers(whole, divideNumbers(boxInt(1n), rest));
}

function simplest(low: Value, high: Value): Value {
  if (signOfExact(low) > 0) return simplestPositive(low, high);
  if (signOfExact(high) >= 0) return boxInt(0n);
  return negateNumber(simplestPositive(negateNumber(high), negateNumber(low)));
}

/** `rationalize` */
export const rationalize = residual(function (x: Value, tolerance: Value): Value {
  if (!isReal(x)) throw wrongType(literal("rationalize"), 1, literal("a real number"), x);
  if (!isReal(tolerance)) throw wrongType(literal("rationalize"), 2, literal("a real number"), tolerance);
  if (isFloat(tolerance) && !isFinite(floatOf(tolerance))) {
    const isUnknown = isFloat(x) && !isFinite(floatOf(x));
    return boxFloat(isUnknown || floatOf(tolerance) !== floatOf(tolerance) ? notANumber() : 0.0);
  }
  if (isFloat(x) && !isFinite(floatOf(x))) return x;
  const center = exact(x);
  const radius = absolute(exact(tolerance));
  const low = subtractNumbers(center, radius);
  const result = simplest(low, addNumbers(center, radius));
  return isFloat(x) || isFloat(tolerance) ? boxFloat(toFlonum(result)) : result;
});
