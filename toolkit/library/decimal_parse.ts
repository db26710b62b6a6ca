/**
 * Doubles from ASCII decimals in raw memory: those that one exact operation gives here, the rest by the host, correctly rounded.
 */

import { type f64, f64 as toF64, type i32, i64, loadU8 } from "../define/mod.ts";
import { powerOfTen } from "./float_digits.ts";
import { isNan, notANumber } from "./floats.ts";
import { hostParseFloat } from "./host_imports.ts";

/** Mantissas below this are doubles; so are the powers of ten up to 10^22. */
const MAX_EXACT = 0x20000000000000n;
const MAX_POWER = 22;

/** The double nearest to `DIGITS[.DIGITS][e[±]DIGITS]`, which is known to be well-formed. */
export function parseDecimal(address: i32, size: i32): f64 {
  const simple = exactDecimal(address, size);
  return isNan(simple) ? hostParseFloat(address, size) : simple;
}

/** A mantissa times or over a power of ten, where both are exact (Clinger 1990); NaN otherwise. */
function exactDecimal(address: i32, size: i32): f64 {
  let mantissa = 0n;
  let decimals = 0;
  let at = 0;
  let seenPoint = false;
  for (; at < size; at++) {
    const c = loadU8(address + at);
    if (c === 46) seenPoint = true;
    else if (c < 48 || c > 57) break;
    else {
      mantissa = mantissa * 10n + i64(c - 48);
      if (mantissa > MAX_EXACT) return notANumber();
      if (seenPoint) decimals++;
    }
  }
  const power = at < size ? exponent(address + at + 1, address + size) - decimals : -decimals;
  if (power < -MAX_POWER || power > MAX_POWER) return notANumber();
  return power < 0 ? toF64(mantissa) / powerOfTen(-power) : toF64(mantissa) * powerOfTen(power);
}

/** The number `[±]DIGITS`; any that is too large when it has more than four digits. */
function exponent(from: i32, end: i32): i32 {
  const sign = loadU8(from);
  const first = sign === 43 || sign === 45 ? from + 1 : from;
  if (end - first > 4) return 10000;
  let e = 0;
  for (let at = first; at < end; at++) e = e * 10 + loadU8(at) - 48;
  return sign === 45 ? -e : e;
}
