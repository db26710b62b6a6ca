/**
 * Hashes of numbers, strings' combination in tuples: CPython's, so that equal numbers of all types hash alike.
 *
 * Numbers: reduction modulo the prime 2^61 - 1 (library reference, "Hashing of numeric types"). Tuples: the xxHash scheme.
 */

import { f64, f64Bits, i32, i64, i64Of, isI64, rotl, type Value } from "../../toolkit/define/mod.ts";
import { integerHash as bigHash } from "../../toolkit/heap/mod.ts";
import { isInfinite, isNan } from "../../toolkit/library/floats.ts";

const MODULUS = 0x1fffffffffffffffn;

/** -1 is no hash. */
export function validHash(h: i64): i64 {
  return h === -1n ? -2n : h;
}

/** Hash of a 64-bit integer. */
export function hashInteger64(i: i64): i64 {
  if (i > -MODULUS && i < MODULUS) return i === -1n ? -2n : i;
  return validHash(i % MODULUS);
}

/** `m · 2^e` modulo 2^61 - 1, for 0 ≤ m < 2^61: a rotation of 61 bits. */
function rotate61(m: i64, e: i32): i64 {
  const k = i64(((e % 61) + 61) % 61);
  return ((m << k) & MODULUS) | (m >> (61n - k));
}

export function hashFloat(x: f64): i64 {
  const whole = i64(x);
  if (f64(whole) === x && whole > -0x20000000000000n && whole < 0x20000000000000n) return validHash(whole);
  if (isNan(x)) return 0n;
  if (isInfinite(x)) return x > 0 ? 314159n : -314159n;
  const bits = f64Bits(x);
  const exponent = i32((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  let h = rotate61(mantissa, (exponent === 0 ? 1 : exponent) - 1075);
  if (h === MODULUS) h = 0n;
  return validHash(bits < 0n ? -h : h);
}

const PRIME_1 = -7046029288634856825n;
const PRIME_2 = -4417276706812531889n;
const PRIME_5 = 2870177450012600261n;

export function tupleHashStart(): i64 {
  return PRIME_5;
}

/** Adds the hash of the next element. */
export function tupleHashNext(accumulator: i64, lane: i64): i64 {
  return rotl(accumulator + lane * PRIME_2, 31n) * PRIME_1;
}

export function tupleHashEnd(accumulator: i64, length: i32): i64 {
  const h = accumulator + (i64(length) ^ (PRIME_5 ^ 3527539n));
  return h === -1n ? 1546275796n : h;
}

/** Hash of any integer. */
export function integerHash(v: Value): i64 {
  return isI64(v) ? hashInteger64(i64Of(v)) : validHash(bigHash(v));
}
