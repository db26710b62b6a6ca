/**
 * Shifts, bitwise operations and bit counts of integers in any form; negative ones behave like infinite two's complement.
 */

import { boxInt, clz, i32, i64, loadI32, popcount, residual, shrU, storeI32, u32, type Value } from "../define/mod.ts";
import { beginOperation, digitCount, digitsOf, magnitudeOf, makeInteger, signOf } from "./bignum.ts";
import { boxI64, i64Of, isI64 } from "./int64.ts";
import { integerNegate, integerSub } from "./integer_arithmetic.ts";
import { anyBitBelow, bitLengthOf, clearDigits, incrementDigits, shiftDigitsLeft, shiftDigitsRight } from "./magnitude.ts";
import { takeDigits } from "./scratch.ts";

/** Bits of the magnitude. */
export const integerBitLength = residual(function (a: Value): i64 {
  if (isI64(a)) return 64n - clz(magnitudeOf(i64Of(a)));
  return bitLengthOf(digitsOf(a), digitCount(a));
});

/** Ones in the magnitude. */
export const integerBitCount = residual(function (a: Value): i64 {
  if (isI64(a)) return popcount(magnitudeOf(i64Of(a)));
  const digits = digitsOf(a), n = digitCount(a);
  let ones = 0n;
  for (let i = 0; i < n; i++) ones += i64(popcount(loadI32(digits + (i << 2))));
  return ones;
});

/** a * 2^count for count ≥ 0. */
export const integerShiftLeft = residual(function (a: Value, count: i64): Value {
  if (isI64(a)) {
    const word = i64Of(a);
    if (word === 0n) return a;
    if (count < 64n && (word << count) >> count === word) return boxI64(word << count);
  }
  const n = digitCount(a);
  const whole = count >> 5n;
  beginOperation(i64(n) + whole + 2n, 2n);
  const gap = i32(whole);
  const shifted = takeDigits(n + gap + 1);
  clearDigits(shifted, gap);
  const high = shiftDigitsLeft(shifted + (gap << 2), digitsOf(a), n, i32(count) & 31);
  storeI32(shifted + ((n + gap) << 2), high);
  return makeInteger(signOf(a), shifted, n + gap + 1);
});

/** floor(a / 2^count) for count ≥ 0. */
export const integerShiftRight = residual(function (a: Value, count: i64): Value {
  if (isI64(a)) return boxI64(i64Of(a) >> (count < 63n ? count : 63n));
  const n = digitCount(a);
  const sign = signOf(a);
  const whole = count >> 5n;
  if (whole >= i64(n)) return boxInt(sign < 0 ? -1n : 0n);
  beginOperation(i64(n) + 2n, 2n);
  const gap = i32(whole), left = n - gap;
  const digits = digitsOf(a);
  const shifted = takeDigits(left + 1);
  shiftDigitsRight(shifted, digits + (gap << 2), left, i32(count) & 31);
  storeI32(shifted + (left << 2), 0);
  if (sign < 0 && anyBitBelow(digits, count) !== 0) incrementDigits(shifted, left + 1);
  return makeInteger(sign, shifted, left + 1);
});

export const integerInvert = residual(function (a: Value): Value {
  if (isI64(a)) return boxI64(~i64Of(a));
  return integerSub(integerNegate(a), boxInt(1n));
});

const AND = 0;
const OR = 1;
const XOR = 2;

export const integerAnd = residual(function (a: Value, b: Value): Value {
  if (isI64(a) && isI64(b)) return boxI64(i64Of(a) & i64Of(b));
  return bitwise(AND, a, b);
});

export const integerOr = residual(function (a: Value, b: Value): Value {
  if (isI64(a) && isI64(b)) return boxI64(i64Of(a) | i64Of(b));
  return bitwise(OR, a, b);
});

export const integerXor = residual(function (a: Value, b: Value): Value {
  if (isI64(a) && isI64(b)) return boxI64(i64Of(a) ^ i64Of(b));
  return bitwise(XOR, a, b);
});

function combine(what: i32, x: i32, y: i32): i32 {
  return what === AND ? x & y : what === OR ? x | y : x ^ y;
}

/** Two's complement digits are made on the way: those of -m are the inverted ones of m - 1. */
function bitwise(what: i32, a: Value, b: Value): Value {
  const na = digitCount(a), nb = digitCount(b);
  beginOperation(i64(na) + i64(nb) + 2n, 3n);
  const x = digitsOf(a), y = digitsOf(b);
  const xMask = signOf(a) < 0 ? -1 : 0, yMask = signOf(b) < 0 ? -1 : 0;
  const mask = combine(what, xMask, yMask);
  const count = na > nb ? na : nb;
  const digits = takeDigits(count + 1);
  let xBorrow = i64(xMask), yBorrow = i64(yMask), carry = i64(-mask);
  for (let i = 0; i < count; i++) {
    if (i < na) xBorrow += i64(u32(loadI32(x + (i << 2))));
    if (i < nb) yBorrow += i64(u32(loadI32(y + (i << 2))));
    const digit = combine(what, i32(xBorrow) ^ xMask, i32(yBorrow) ^ yMask);
    carry += i64(u32(digit ^ mask));
    storeI32(digits + (i << 2), i32(carry));
    xBorrow = xBorrow >> 32n;
    yBorrow = yBorrow >> 32n;
    carry = shrU(carry, 32n);
  }
  storeI32(digits + (count << 2), i32(carry));
  return makeInteger(mask < 0 ? -1 : 1, digits, count + 1);
}
