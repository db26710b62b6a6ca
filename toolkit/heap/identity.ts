/**
 * Identity of objects: a number that no other living object has and that survives moving, for `id()` and default hashes.
 *
 * An old object's identity is its address. A young one's is its place on an endless tape of nurseries (`IDENTITY_CLOCK`
 * counts the ones used up); when it moves, the number is stored in 8 bytes behind it. Invariant: header bit `HASHED` is set
 * only in the nursery, `HASH_STORED` only in old space.
 */

import { i32, i64, type Layout, loadI32, loadI64, refAddress, residual, shrU, storeI32, u32 } from "../define/mod.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { bodyBytes, HASH_STORED, HASHED } from "./layout_table.ts";
import { IDENTITY_CLOCK } from "./words.ts";

/** A positive number below 2^48, unique among living objects. */
export const identityOf = residual(function (object: Layout): i64 {
  const address = refAddress(object);
  const header = loadI64(address);
  if ((i32(header) & HASH_STORED) !== 0) return loadI64(address + bodyBytes(header));
  const start = loadI32(CONTROL.nurseryStart);
  const offset = (address - start) >>> 0;
  if (u32(offset) >= u32(loadI32(CONTROL.nurseryEnd) - start)) return i64(u32(address));
  storeI32(address, i32(header) | HASHED);
  return loadI64(IDENTITY_CLOCK) + i64(offset);
});

/** A well-mixed non-negative hash of the identity. */
export const identityHash = residual(function (object: Layout): i32 {
  const mixed = (identityOf(object) >> 3n) * -7046029254386353131n;
  return i32(shrU(mixed, 33n));
});
