/**
 * Exact rationals: arithmetic over numerators and denominators that may be any integers, in lowest terms (Knuth 4.5.1).
 *
 * Operands are integers or `Ratio`s; results that are integers are integers.
 */

import { alloc, boxInt, type i32, type i64, isA, residual, type Value } from "../../toolkit/define/mod.ts";
import {
  integerAdd,
  integerCompare,
  integerFloorDiv,
  integerGcd,
  integerMul,
  integerNegate,
  integerShiftLeft,
  integerSub,
  integerTruncDiv,
} from "../../toolkit/heap/mod.ts";
import { Ratio } from "./objects.ts";
import { denominatorOf, isExactOne, numeratorOf, signOfExact } from "./number_kinds.ts";

/** A ratio of parts that are in lowest terms, the denominator above 0; an integer when the denominator is 1. */
function lowest(numerator: Value, denominator: Value): Value {
  if (isExactOne(denominator)) return numerator;
  const r = alloc(Ratio);
  r.numerator = numerator;
  r.denominator = denominator;
  return r;
}

/** a / b for integers, b ≠ 0. */
export const makeRatio = residual(function (a: Value, b: Value): Value {
  const gcd = integerGcd(a, b);
  const divisor = signOfExact(b) < 0 ? integerNegate(gcd) : gcd;
  if (isExactOne(divisor)) return lowest(a, b);
  const numerator = integerTruncDiv(a, divisor);
  return lowest(numerator, integerTruncDiv(b, divisor));
});

/** numerator / 2^shift, the numerator odd. */
export function dyadicRatio(numerator: Value, shift: i64): Value {
  const denominator = integerShiftLeft(boxInt(1n), shift);
  return lowest(numerator, denominator);
}

function addOrSubtract(a: Value, b: Value, isSum: i32): Value {
  const da = denominatorOf(a), db = denominatorOf(b);
  const gcd = integerGcd(da, db);
  if (isExactOne(gcd)) {
    const x = integerMul(numeratorOf(a), db);
    const y = integerMul(numeratorOf(b), da);
    const sum = isSum !== 0 ? integerAdd(x, y) : integerSub(x, y);
    return lowest(sum, integerMul(da, db));
  }
  const cofactor = integerTruncDiv(da, gcd);
  const x = integerMul(numeratorOf(a), integerTruncDiv(db, gcd));
  const y = integerMul(numeratorOf(b), cofactor);
  const sum = isSum !== 0 ? integerAdd(x, y) : integerSub(x, y);
  const common = integerGcd(sum, gcd);
  const numerator = integerTruncDiv(sum, common);
  return lowest(numerator, integerMul(cofactor, integerTruncDiv(db, common)));
}

export const addRatios = residual(function (a: Value, b: Value): Value {
  return addOrSubtract(a, b, 1);
});

export const subtractRatios = residual(function (a: Value, b: Value): Value {
  return addOrSubtract(a, b, 0);
});

/** (na · nb) / (da · db), where na, da and nb, db have no common factor and da, db are above 0. */
function multiplyParts(na: Value, da: Value, nb: Value, db: Value): Value {
  const first = integerGcd(na, db);
  const second = integerGcd(nb, da);
  const left = integerTruncDiv(na, first);
  const numerator = integerMul(left, integerTruncDiv(nb, second));
  const right = integerTruncDiv(da, second);
  return lowest(numerator, integerMul(right, integerTruncDiv(db, first)));
}

export const multiplyRatios = residual(function (a: Value, b: Value): Value {
  if (signOfExact(a) === 0 || signOfExact(b) === 0) return boxInt(0n);
  return multiplyParts(numeratorOf(a), denominatorOf(a), numeratorOf(b), denominatorOf(b));
});

/** b ≠ 0 */
export const divideRatios = residual(function (a: Value, b: Value): Value {
  const sign = signOfExact(b);
  if (signOfExact(a) === 0) return boxInt(0n);
  if (!isA(a, Ratio) && !isA(b, Ratio)) return makeRatio(a, b);
  if (sign > 0) return multiplyParts(numeratorOf(a), denominatorOf(a), denominatorOf(b), numeratorOf(b));
  const numerator = integerNegate(denominatorOf(b));
  return multiplyParts(numeratorOf(a), denominatorOf(a), numerator, integerNegate(numeratorOf(b)));
});

/** -1, 0 or 1. */
export const compareRatios = residual(function (a: Value, b: Value): i32 {
  const sa = signOfExact(a), sb = signOfExact(b);
  if (sa !== sb) return sa < sb ? -1 : 1;
  const x = integerMul(numeratorOf(a), denominatorOf(b));
  return integerCompare(x, integerMul(numeratorOf(b), denominatorOf(a)));
});

export const negateRatio = residual(function (a: Value): Value {
  return lowest(integerNegate(numeratorOf(a)), denominatorOf(a));
});

/** The greatest integer that is not above. */
export const floorRatio = residual(function (a: Value): Value {
  return integerFloorDiv(numeratorOf(a), denominatorOf(a));
});
