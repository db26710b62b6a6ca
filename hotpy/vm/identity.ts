/**
 * `id(v)`: the heap's identity of an object; integers, floats and specials, which `is` compares by value, have their word's.
 */

import { boxI64, isRef, type Layout, type Value, wordOf } from "../../toolkit/define/mod.ts";
import { hashOf, isIntLike } from "./operators.ts";
import { identityOf } from "../../toolkit/heap/mod.ts";

export function idOf(v: Value): Value {
  if (isRef(v) && !isIntLike(v)) return boxI64(identityOf(v as Layout));
  const mixed = (isRef(v) ? hashOf(v) : wordOf(v)) * -7046029254386353131n;
  return boxI64((mixed & 0xffffffffffffn) | 0x1000000000000n);
}
