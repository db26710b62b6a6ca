/**
 * Integers that fit in 64 bits: immediate (48 bits) or an `Int64` on the heap.
 *
 * Invariant: an integer that fits an immediate is one, so equal integers of this size have equal form; `boxI64` is the only
 * way to make an `Int64`. These are the functions behind the intrinsics of the same names.
 */

import { alloc, type bool, boxInt, fitsInt, type i64, intOf, isA, isInt, Layout, layout, type Value } from "../define/mod.ts";

@layout()
export class Int64 extends Layout {
  readonly integer!: i64;
}

/** True for an integer of at most 64 bits. */
export function isI64(v: Value): bool {
  return isInt(v) || isA(v, Int64);
}

/** The integer of a value for which `isI64` holds. */
export function i64Of(v: Value): i64 {
  return isInt(v) ? intOf(v) : (v as Int64).integer;
}

/** The value of a 64-bit integer. May allocate. */
export function boxI64(i: i64): Value {
  if (fitsInt(i)) return boxInt(i);
  const boxed = alloc(Int64);
  boxed.integer = i;
  return boxed;
}
