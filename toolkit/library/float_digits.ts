/**
 * Digits of doubles without the host, where 64-bit arithmetic gives them exactly; the host does the rest.
 *
 * Both functions write ASCII digits to `EXCHANGE + 8` and the position of the point to `EXCHANGE`, as `hostFloatDigits` does.
 */

import {
  divU,
  type f64,
  f64Bits,
  i32,
  i64,
  loadF64,
  loadI64,
  mulHighU,
  nearest,
  remU,
  shrU,
  storeI32,
  storeU8,
  tableF64,
  tableI64,
} from "../define/mod.ts";
import { EXCHANGE } from "../machine/memory_map.ts";
import { hostFloatDigits } from "./host_imports.ts";

const DIGITS = EXCHANGE + 8;
const MAX_EXACT = 1000000000000000.0;

/** 10^0 … 10^22: exact as doubles. */
// deno-fmt-ignore
const POWERS: i32 = tableF64([
  1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]);

/** 10^0 … 10^18. */
// deno-fmt-ignore
const INTEGER_POWERS: i32 = tableI64([
  1n, 10n, 100n, 1000n, 10000n, 100000n, 1000000n, 10000000n, 100000000n, 1000000000n, 10000000000n, 100000000000n, 1000000000000n,
  10000000000000n, 100000000000000n, 1000000000000000n, 10000000000000000n, 100000000000000000n, 1000000000000000000n,
]);

/** 10^k for 0 ≤ k ≤ 22. */
export function powerOfTen(k: i32): f64 {
  return loadF64(POWERS + 8 * k);
}

/** Writes the digits of n > 0; their number. */
function writeDigits(n: i64): i32 {
  let count = 1;
  let rest = divU(n, 10n);
  while (rest !== 0n) {
    count++;
    rest = divU(rest, 10n);
  }
  rest = n;
  for (let i = count - 1; i >= 0; i--) {
    storeU8(DIGITS + i, 48 + i32(remU(rest, 10n)));
    rest = divU(rest, 10n);
  }
  return count;
}

/**
 * The shortest digits that read back as x ≥ 0.
 *
 * With fewer than 16 digits a decimal n / 10^k that reads back is the only one with k decimals, so the first k for which rounding
 * x · 10^k and dividing gives x again is the answer; that division is exact up to one rounding.
 */
export function shortestDigits(x: f64): i32 {
  if (x >= 0.00001 && x < MAX_EXACT) {
    for (let k = 0; k <= 20; k++) {
      const power = powerOfTen(k);
      const n = nearest(x * power);
      if (n >= MAX_EXACT) break;
      if (n / power === x) {
        const count = writeDigits(i64(n));
        storeI32(EXCHANGE, count - k);
        return count;
      }
    }
  }
  return hostFloatDigits(x, 0, 0);
}

/** round-half-even(x · 10^places) for x ≥ 0, or -1 when 63 bits are too few; 0 ≤ places ≤ 18. */
export function scaledInteger(x: f64, places: i32): i64 {
  const bits = f64Bits(x);
  const biased = i32(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const exponent = (biased === 0 ? 1 : biased) - 1075;
  const power = loadI64(INTEGER_POWERS + 8 * places);
  if (exponent >= 0) {
    if (exponent > 10) return -1n;
    const whole = mantissa << i64(exponent);
    return mulHighU(whole, power) !== 0n || whole * power < 0n ? -1n : whole * power;
  }
  // The product has up to 113 bits: high and low halves, shifted right with the remainder compared to one half.
  const high = mulHighU(mantissa, power);
  const low = mantissa * power;
  const shift = -exponent;
  if (shift >= 120) return 0n;
  if (shift >= 64) {
    const s = i64(shift - 64);
    const quotient = shrU(high, s);
    const rest = high - (quotient << s);
    const half = s === 0n ? 0n : 1n << (s - 1n);
    const above = s === 0n ? low < 0n && low !== MIN_I64 : rest > half || (rest === half && low !== 0n);
    const tie = s === 0n ? low === MIN_I64 : rest === half && low === 0n;
    return above || (tie && (quotient & 1n) !== 0n) ? quotient + 1n : quotient;
  }
  const s = i64(shift);
  if (shrU(high, s) !== 0n) return -1n;
  const quotient = shrU(low, s) | (high << (64n - s));
  if (quotient < 0n || shrU(high, s - 1n) !== 0n) return -1n;
  const rest = low & ((1n << s) - 1n);
  const half = 1n << (s - 1n);
  return rest > half || (rest === half && (quotient & 1n) !== 0n) ? quotient + 1n : quotient;
}

const MIN_I64 = -0x8000000000000000n;

/** All digits up to `places` behind the point, correctly rounded; none for zero. */
export function fixedDigits(x: f64, places: i32): i32 {
  if (places <= 18) {
    const n = scaledInteger(x, places);
    if (n >= 0n) {
      const count = n === 0n ? 0 : writeDigits(n);
      storeI32(EXCHANGE, count - places);
      return count;
    }
  }
  return hostFloatDigits(x, 3, places);
}
