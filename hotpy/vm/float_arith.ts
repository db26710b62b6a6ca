/**
 * Arithmetic of doubles that wasm has no instruction for: floor division, modulo, power, rounding to digits.
 *
 * Functions on f64 alone; they never raise. Semantics: language reference 6.5 to 6.7 and `float.__round__`.
 */

import { abs, copySign, f64, floor, type i32, nearest, sqrt, storeU8, truncate } from "../../toolkit/define/mod.ts";
import { EXCHANGE } from "./host_imports.ts";
import { powerOfTen, scaledInteger } from "../../toolkit/library/float_digits.ts";
import { isFinite } from "../../toolkit/library/floats.ts";
import { hostFloatDigits, hostParseFloat, mathFmod, mathPow } from "../../toolkit/library/host_imports.ts";

export const TWO_53 = 9007199254740992.0;

/** Remainder with the sign of the dividend, exact. */
export function floatRemainder(x: f64, y: f64): f64 {
  if (abs(x) < TWO_53 && abs(y) < TWO_53 && y !== 0 && truncate(x) === x && truncate(y) === y) {
    return copySign(f64OfRemainder(x, y), x);
  }
  return mathFmod(x, y);
}

function f64OfRemainder(x: f64, y: f64): f64 {
  // The quotient is below 2^53 and both operands are integers, so the product and difference are exact once the quotient is corrected.
  const q = truncate(x / y);
  const r = x - q * y;
  if (abs(q) < 1048576 && abs(y) < 4294967296.0) {
    // The rounded quotient may be one too far from zero: then the remainder has the wrong sign.
    if (r !== 0 && (r < 0) !== (x < 0)) return x < 0 ? r - abs(y) : r + abs(y);
    return r;
  }
  return mathFmod(x, y);
}

/** `x % y` for y ≠ 0: the sign is the divisor's. */
export function floatModulo(x: f64, y: f64): f64 {
  const r = floatRemainder(x, y);
  if (r !== 0) return (y < 0) !== (r < 0) ? r + y : r;
  return copySign(0, y);
}

/** `x // y` for y ≠ 0. */
export function floatFloorDivide(x: f64, y: f64): f64 {
  const r = floatRemainder(x, y);
  let quotient = (x - r) / y;
  if (r !== 0 && (y < 0) !== (r < 0)) quotient -= 1;
  if (quotient === 0) return copySign(0, x / y);
  const whole = floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}

/** C's `pow`, with the square root and square taken exactly. */
export function floatPower(x: f64, y: f64): f64 {
  if (y === 2) return x * x;
  if (y === 1) return x;
  if (y === 0.5 && x > 0) return sqrt(x);
  return mathPow(x, y);
}

/** Nearest multiple of 10^-digits, ties to even on the exact decimal value. */
export function roundToDigits(x: f64, digits: i32): f64 {
  if (!isFinite(x) || x === 0) return x;
  if (digits > 323) return x;
  if (digits < -308) return copySign(0, x);
  if (digits === 0) return copySign(nearest(x), x);
  if (digits > 0 && digits <= 18) {
    const scaled = scaledInteger(abs(x), digits);
    // Numerator and power are exact doubles: one rounding.
    if (scaled >= 0n && scaled < 0x20000000000000n) return copySign(f64(scaled) / powerOfTen(digits), x);
  }
  const count = hostFloatDigits(abs(x), 3, digits);
  if (count === 0) return copySign(0, x);
  // The digits stand for an integer times 10^-digits: "DDDDe-digits" reads back correctly rounded.
  const end = appendExponent(EXCHANGE + 8 + count, -digits);
  return copySign(hostParseFloat(EXCHANGE + 8, end - (EXCHANGE + 8)), x);
}

function appendExponent(at: i32, exponent: i32): i32 {
  storeU8(at, 101);
  storeU8(at + 1, exponent < 0 ? 45 : 43);
  const e = exponent < 0 ? -exponent : exponent;
  storeU8(at + 2, 48 + (e / 100));
  storeU8(at + 3, 48 + (e / 10) % 10);
  storeU8(at + 4, 48 + e % 10);
  return at + 5;
}
