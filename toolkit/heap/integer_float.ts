/**
 * Integers to and from doubles, correctly rounded (to nearest, ties to even).
 */

import {
  abs,
  type bool,
  clz,
  f64,
  f64Bits,
  f64FromBits,
  i32,
  i64,
  loadI32,
  residual,
  shrU,
  storeI32,
  u32,
  type Value,
} from "../define/mod.ts";
import { beginOperation, digitCount, digitsOf, signOf } from "./bignum.ts";
import { divideDigits } from "./divide.ts";
import { boxI64, i64Of, isI64 } from "./int64.ts";
import { integerShiftLeft } from "./integer_bits.ts";
import { anyBitBelow, bitLengthOf, clearDigits, shiftDigitsLeft, trim } from "./magnitude.ts";
import { takeDigits } from "./scratch.ts";

/** Above the largest finite double, as a double; and 2^-1074. */
const INFINITY_BITS = 0x7ff0000000000000n;
const MANTISSA_BITS = 53n;
const LOWEST_EXPONENT = -1074n;

/** 2^exponent for -1022 ≤ exponent ≤ 1023. */
function powerOfTwo(exponent: i64): f64 {
  return f64FromBits((exponent + 1023n) << 52n);
}

/**
 * m * 2^exponent, rounded once; 0 < m < 2^63. Bit 0 of `m` may stand for "and something below" if `m` has at least 55 bits.
 * Infinity when too large.
 */
export function scaleToF64(m: i64, exponent: i64): f64 {
  const bits = 64n - clz(m);
  const top = bits + exponent;
  if (top > 1024n) return f64FromBits(INFINITY_BITS);
  // Exponent of the lowest bit that the result can hold.
  let lowest = top - MANTISSA_BITS;
  if (lowest < LOWEST_EXPONENT) lowest = LOWEST_EXPONENT;
  const drop = lowest - exponent;
  let mantissa = m;
  let scale = exponent;
  if (drop > 0n) {
    if (drop > 63n) return 0.0;
    const half = 1n << (drop - 1n);
    const rest = m & ((half << 1n) - 1n);
    mantissa = shrU(m, drop);
    if (rest > half || (rest === half && (mantissa & 1n) !== 0n)) mantissa += 1n;
    scale = lowest;
  }
  // Both factors and the product are exact.
  if (scale < -1022n) return f64(mantissa) * f64FromBits(1n << (scale - LOWEST_EXPONENT));
  if (scale <= 970n) return f64(mantissa) * powerOfTwo(scale);
  return f64(mantissa) * powerOfTwo(970n) * powerOfTwo(scale - 970n);
}

/** The highest 63 bits of a magnitude of at least 64, the last one also set for anything below. */
function leadingBits(digits: i32, count: i32, bits: i64): i64 {
  const skip = bits - 63n;
  const whole = i32(skip >> 5n), rest = i64(i32(skip) & 31);
  const low = i64(u32(loadI32(digits + (whole << 2)))) | (i64(loadI32(digits + (whole << 2) + 4)) << 32n);
  let m = shrU(low, rest);
  if (rest !== 0n && whole + 2 < count) m |= i64(loadI32(digits + (whole << 2) + 8)) << (64n - rest);
  m &= 0x7fffffffffffffffn;
  return anyBitBelow(digits, skip) !== 0 ? m | 1n : m;
}

/** Nearest double; an infinity when the integer is too large. */
export const integerToF64 = residual(function (a: Value): f64 {
  if (isI64(a)) return f64(i64Of(a));
  const digits = digitsOf(a), n = digitCount(a);
  const bits = bitLengthOf(digits, n);
  const x = scaleToF64(leadingBits(digits, n, bits), bits - 63n);
  return signOf(a) < 0 ? -x : x;
});

/** The integer part of a finite double. */
export const integerFromF64 = residual(function (x: f64): Value {
  if (abs(x) < 9223372036854775808.0) return boxI64(i64(x));
  const bits = f64Bits(x);
  const exponent = (shrU(bits, 52n) & 0x7ffn) - 1075n;
  const mantissa = (bits & 0xfffffffffffffn) | 0x10000000000000n;
  return integerShiftLeft(boxI64(x < 0.0 ? 0n - mantissa : mantissa), exponent);
});

/** a / b, rounded once; an infinity when too large. `b` is not zero. */
export const integerTrueDivide = residual(function (a: Value, b: Value): f64 {
  if (isI64(a) && isI64(b)) {
    const x = i64Of(a), y = i64Of(b);
    if (isExact(x) && isExact(y)) return f64(x) / f64(y);
  }
  const sign = signOf(a) * signOf(b);
  if (sign === 0) return 0.0;
  const na = digitCount(a), nb = digitCount(b);
  beginOperation(i64(na) + i64(nb) + 8n, 14n);
  const bitsA = bitLengthOf(digitsOf(a), na), bitsB = bitLengthOf(digitsOf(b), nb);
  // a * 2^-shift / b has 62 or 63 bits.
  const shift = bitsA - bitsB - 62n;
  const x = shift < 0n ? shiftedCopy(a, na, 0n - shift) : digitsOf(a);
  const y = shift > 0n ? shiftedCopy(b, nb, shift) : digitsOf(b);
  const nx = trim(x, shift < 0n ? shiftedCount(na, 0n - shift) : na);
  const ny = trim(y, shift > 0n ? shiftedCount(nb, shift) : nb);
  const count = nx - ny + 1;
  const quotient = takeDigits(count + 2), rest = takeDigits(ny);
  clearDigits(quotient, count + 2);
  divideDigits(quotient, rest, x, nx, y, ny);
  let m = i64(u32(loadI32(quotient))) | (i64(loadI32(quotient + 4)) << 32n);
  if (trim(rest, ny) !== 0) m |= 1n;
  const result = scaleToF64(m, shift);
  return sign < 0 ? -result : result;
});

/** True for integers that are doubles, so that dividing them rounds once. */
function isExact(x: i64): bool {
  return x >= -0x20000000000000n && x <= 0x20000000000000n;
}

function shiftedCount(n: i32, by: i64): i32 {
  return n + i32(by >> 5n) + 1;
}

/** The digits of a * 2^by in scratch memory. */
function shiftedCopy(a: Value, n: i32, by: i64): i32 {
  const gap = i32(by >> 5n);
  const copy = takeDigits(n + gap + 1);
  clearDigits(copy, gap);
  storeI32(copy + ((n + gap) << 2), shiftDigitsLeft(copy + (gap << 2), digitsOf(a), n, i32(by) & 31));
  return copy;
}
