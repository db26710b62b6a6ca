/**
 * Powers and hashes of integers in any form.
 */

import { type bool, boxInt, clz, ctz, i32, i64, loadI32, mulOverflow, residual, shrU, u32, type Value } from "../define/mod.ts";
import { throwOutOfMemory } from "./allocate.ts";
import { digitCount, digitsOf, MAX_DIGITS, signOf } from "./bignum.ts";
import { boxI64, i64Of, isI64 } from "./int64.ts";
import { integerMul } from "./integer_arithmetic.ts";
import { integerBitLength, integerShiftLeft } from "./integer_bits.ts";
import { integerFloorMod } from "./integer_division.ts";

/** base ** exponent for exponent ≥ 0. */
export const integerPow = residual(function (base: Value, exponent: i64): Value {
  if (exponent === 0n) return boxInt(1n);
  if (isI64(base)) {
    const word = i64Of(base);
    if (word === 0n || word === 1n) return base;
    if (word === -1n) return boxInt((exponent & 1n) === 0n ? 1n : -1n);
    if (word > 0n && (word & (word - 1n)) === 0n) return powerOfPowerOfTwo(ctz(word), exponent);
    const [power, fits] = smallPower(word, exponent);
    if (fits) return boxI64(power);
  }
  if (exponent > (i64(MAX_DIGITS) << 5n) / (integerBitLength(base) - 1n)) throwOutOfMemory();
  let result = base;
  for (let bit = 62n - clz(exponent); bit >= 0n; bit -= 1n) {
    result = integerMul(result, result);
    if ((shrU(exponent, bit) & 1n) !== 0n) result = integerMul(result, base);
  }
  return result;
});

function powerOfPowerOfTwo(bits: i64, exponent: i64): Value {
  if (exponent > i64(MAX_DIGITS) << 5n) throwOutOfMemory();
  return integerShiftLeft(boxInt(1n), bits * exponent);
}

/** The power and whether it fits in 64 bits. */
function smallPower(base: i64, exponent: i64): [i64, bool] {
  let result = 1n, square = base, left = exponent;
  while (true) {
    if ((left & 1n) !== 0n) {
      const [product, over] = mulOverflow(result, square);
      if (over) return [0n, false];
      result = product;
    }
    left = left >> 1n;
    if (left === 0n) return [result, true];
    const [next, tooLarge] = mulOverflow(square, square);
    if (tooLarge) return [0n, false];
    square = next;
  }
}

/** base ** exponent mod modulus for exponent ≥ 0, modulus ≠ 0; the result has the sign of the modulus. */
export const integerPowMod = residual(function (base: Value, exponent: Value, modulus: Value): Value {
  let result = integerFloorMod(boxInt(1n), modulus);
  const reduced = integerFloorMod(base, modulus);
  for (let bit = integerBitLength(exponent) - 1n; bit >= 0n; bit -= 1n) {
    result = integerFloorMod(integerMul(result, result), modulus);
    if (bitOf(exponent, bit) !== 0) result = integerFloorMod(integerMul(result, reduced), modulus);
  }
  return result;
});

/** A bit of the magnitude. */
function bitOf(a: Value, bit: i64): i32 {
  if (isI64(a)) return i32(shrU(i64Of(a), bit) & 1n);
  return (loadI32(digitsOf(a) + (i32(bit >> 5n) << 2)) >>> (i32(bit) & 31)) & 1;
}

/** 2^61 - 1, the modulus of numeric hashes. */
const HASH_MODULUS = 0x1fffffffffffffffn;

/** The integer modulo 2^61 - 1, with its sign: equal numbers of all types hash alike. */
export const integerHash = residual(function (a: Value): i64 {
  if (isI64(a)) return i64Of(a) % HASH_MODULUS;
  const digits = digitsOf(a);
  let hash = 0n;
  for (let i = digitCount(a) - 1; i >= 0; i--) {
    // hash * 2^32, by rotation in 61 bits.
    hash = ((hash << 32n) & HASH_MODULUS) | (hash >> 29n);
    hash += i64(u32(loadI32(digits + (i << 2))));
    if (hash >= HASH_MODULUS) hash -= HASH_MODULUS;
  }
  return signOf(a) < 0 ? 0n - hash : hash;
});
