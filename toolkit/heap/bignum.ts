/**
 * Integers of any size as guest values, and the way between values and magnitudes.
 *
 * Three canonical forms: immediate (48 bits), `Int64`, `Bignum` (sign and magnitude). Invariant: an integer that fits in 64
 * bits is never a `Bignum`, and a `Bignum` has no leading zero digit; so integers are equal exactly if form and contents are.
 */

import {
  addressOf,
  alloc,
  type bool,
  i32,
  i64,
  isA,
  Layout,
  layout,
  loadI32,
  memoryCopy,
  shrU,
  storeI32,
  type Tail,
  u32,
  type Value,
} from "../define/mod.ts";
import { exceedsLimit, throwOutOfMemory } from "./allocate.ts";
import { boxI64, i64Of, isI64 } from "./int64.ts";
import { trim } from "./magnitude.ts";
import { beginScratch, takeDigits } from "./scratch.ts";

@layout()
export class Bignum extends Layout {
  /** 1 or -1. */
  readonly sign!: i32;
  /** Magnitude, least significant digit first. */
  readonly digits!: Tail<i32>;
}

/** Longest operands and result together: 128 MB. More raises the memory error. */
export const MAX_DIGITS = 0x2000000;
const MAX_SCRATCH_BYTES = 0x40000000n;

/** Shorter operations do not look at the memory limit. */
const CHECKED_DIGITS = 0x8000;

/** True for an integer in any of its forms. */
export function isInteger(v: Value): bool {
  return isI64(v) || isA(v, Bignum);
}

/** -1, 0 or 1. */
export function signOf(v: Value): i32 {
  if (isI64(v)) {
    const word = i64Of(v);
    return word > 0n ? 1 : word < 0n ? -1 : 0;
  }
  return (v as Bignum).sign;
}

/** Number of digits of the magnitude. */
export function digitCount(v: Value): i32 {
  if (isI64(v)) {
    const size = magnitudeOf(i64Of(v));
    return size === 0n ? 0 : shrU(size, 32n) === 0n ? 1 : 2;
  }
  return (v as Bignum).length;
}

/** Absolute value as unsigned 64 bits. */
export function magnitudeOf(word: i64): i64 {
  return word < 0n ? 0n - word : word;
}

/** Address of the digits: in the object, or written to scratch memory. Dies at the next safepoint. */
export function digitsOf(v: Value): i32 {
  if (!isI64(v)) return addressOf((v as Bignum).digits);
  const at = takeDigits(2);
  const size = magnitudeOf(i64Of(v));
  storeI32(at, i32(size));
  storeI32(at + 4, i32(shrU(size, 32n)));
  return at;
}

/**
 * Starts an operation with operands and results of `digits` digits in all, that takes up to `factor` times as much scratch
 * memory. Raises the memory error when a result would be too long or memory is short.
 */
export function beginOperation(digits: i64, factor: i64): void {
  if (digits > i64(MAX_DIGITS)) throwOutOfMemory();
  const sizeBytes = digits * factor * 4n;
  if (digits > i64(CHECKED_DIGITS) && exceedsLimit(sizeBytes)) throwOutOfMemory();
  if (sizeBytes > MAX_SCRATCH_BYTES || !beginScratch(i32(sizeBytes))) throwOutOfMemory();
}

/** The integer with this sign and magnitude; leading zeros are allowed. */
export function makeInteger(sign: i32, digits: i32, count: i32): Value {
  const n = trim(digits, count);
  if (n <= 2) {
    let size = n === 0 ? 0n : i64(u32(loadI32(digits)));
    if (n === 2) size |= i64(loadI32(digits + 4)) << 32n;
    if (size >= 0n) return boxI64(sign < 0 ? 0n - size : size);
    if (sign < 0 && size === -0x8000000000000000n) return boxI64(size);
  }
  const big = alloc(Bignum, n);
  big.sign = sign;
  memoryCopy(addressOf(big.digits), digits, n << 2);
  return big;
}
