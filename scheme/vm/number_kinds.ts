/**
 * The kinds of numbers: their order in the tower, and conversion between the real ones.
 */

import {
  type bool,
  boxInt,
  type f64,
  f64 as toF64,
  floatOf,
  floor,
  type i32,
  i64Of,
  isA,
  isFloat,
  isI64,
  residual,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Bignum, integerToF64, integerTrueDivide, isInteger } from "../../toolkit/heap/mod.ts";
import { isFinite } from "../../toolkit/library/floats.ts";
import { Complex, FALSE, Ratio, TRUE } from "./objects.ts";

export const NO_NUMBER = 0;
export const INTEGER = 1;
export const RATIO = 2;
export const FLONUM = 3;
export const COMPLEX = 4;

/** The kind of a number; the result of an operation has the higher kind of its operands, or a lower one. */
export function rankOf(v: Value): i32 {
  if (isI64(v)) return INTEGER;
  if (isFloat(v)) return FLONUM;
  if (isA(v, Bignum)) return INTEGER;
  if (isA(v, Ratio)) return RATIO;
  return isA(v, Complex) ? COMPLEX : NO_NUMBER;
}

export function isNumber(v: Value): bool {
  return rankOf(v) !== NO_NUMBER;
}

export function isReal(v: Value): bool {
  const rank = rankOf(v);
  return rank !== NO_NUMBER && rank !== COMPLEX;
}

export function isExactRational(v: Value): bool {
  return isInteger(v) || isA(v, Ratio);
}

/** A flonum that is an integer. */
export function isIntegralFlonum(v: Value): bool {
  if (!isFloat(v)) return false;
  const x = floatOf(v);
  return isFinite(x) && floor(x) === x;
}

export function truth(b: bool): Value {
  return b ? TRUE : FALSE;
}

/** Numerator and denominator of an exact rational. */
export function numeratorOf(v: Value): Value {
  return isA(v, Ratio) ? (v as Ratio).numerator : v;
}

export function denominatorOf(v: Value): Value {
  return isA(v, Ratio) ? (v as Ratio).denominator : boxInt(1n);
}

/** -1, 0 or 1 for an exact rational. */
export function signOfExact(v: Value): i32 {
  const n = numeratorOf(v);
  if (isI64(n)) return i64Of(n) < 0n ? -1 : i64Of(n) > 0n ? 1 : 0;
  return (n as Bignum).sign;
}

export function isExactZero(v: Value): bool {
  return isI64(v) && i64Of(v) === 0n;
}

export function isExactOne(v: Value): bool {
  return isI64(v) && i64Of(v) === 1n;
}

/** The nearest double of a real number; an infinity when it is too large. */
export function toFlonum(v: Value): f64 {
  if (isFloat(v)) return floatOf(v);
  if (isI64(v)) return toF64(i64Of(v));
  return exactToFlonum(v);
}

export const exactToFlonum = residual(function (v: Value): f64 {
  if (isA(v, Ratio)) return integerTrueDivide((v as Ratio).numerator, (v as Ratio).denominator);
  return integerToF64(v);
});

/** For an integer. */
export function isOdd(v: Value): bool {
  if (isI64(v)) return (i64Of(v) & 1n) !== 0n;
  return ((v as Bignum).digits[0] & 1) !== 0;
}
