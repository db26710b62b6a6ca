/**
 * Counters of the collector, for the host and for the languages' `gc` modules.
 *
 * The host times pauses itself (`setCollectionHook`, `toolkit/observe/gc_log.ts`).
 */

import { entry, i32, i64, loadI32, loadI64 } from "../define/mod.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { heapBytes } from "./blocks.ts";
import { FULL_COUNT, LIVE_BYTES, MINOR_COUNT, NURSERY_BYTES, OLD_BYTES } from "./words.ts";

/** Bytes allocated in the nursery so far. */
export const youngBytesAllocated = entry(function (): i64 {
  return loadI64(NURSERY_BYTES) + i64(loadI32(CONTROL.nurseryNext) - loadI32(CONTROL.nurseryStart));
});

/** Bytes of old memory in use (an upper bound between full collections), and what the last full collection found alive. */
export const oldBytes = entry(function (): i64 {
  return loadI64(OLD_BYTES);
});
export const liveBytes = entry(function (): i64 {
  return loadI64(LIVE_BYTES);
});

/** Bytes of memory that the heap has taken, free lines and nursery included. */
export const takenBytes = entry(function (): i64 {
  return heapBytes();
});

export const minorCount = entry(function (): i32 {
  return i32(loadI64(MINOR_COUNT));
});

export const fullCount = entry(function (): i32 {
  return i32(loadI64(FULL_COUNT));
});
