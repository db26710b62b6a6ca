/**
 * Kinds of doubles.
 */

import { abs, type bool, type f64, f64FromBits, floor } from "../define/mod.ts";

export function infinity(): f64 {
  return f64FromBits(0x7ff0000000000000n);
}

export function notANumber(): f64 {
  return f64FromBits(0x7ff8000000000000n);
}

export function isNan(x: f64): bool {
  return x !== x;
}

export function isInfinite(x: f64): bool {
  return abs(x) === infinity();
}

export function isFinite(x: f64): bool {
  return abs(x) < infinity();
}

/** True for a finite double without fraction. */
export function isIntegral(x: f64): bool {
  return isFinite(x) && floor(x) === x;
}
