/**
 * The full collection: empties the nursery, marks what is reachable in old space, deals with weak references and
 * finalizers, and sweeps.
 *
 * Afterwards `OLD_BYTES` = `LIVE_BYTES` is what survived, and the next full collection is due when it has doubled.
 */

import { i32, i64, isNil, loadI32, loadI64, memoryFill, storeI64 } from "../define/mod.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { blockAddress, LINE_SHIFT, LINES_PER_BLOCK, MARK_BYTES_PER_BLOCK } from "./blocks.ts";
import { verifyAfterCollection } from "./debug.ts";
import { processOldFinalizers } from "./finalizers.ts";
import { HeapHooks, PHASE_FULL_END, PHASE_FULL_START } from "./hooks.ts";
import { drainMarks } from "./mark.ts";
import { minorCollection } from "./minor.ts";
import { visitRoots } from "./roots.ts";
import { sweep } from "./sweep.ts";
import { processWeak } from "./weak.ts";
import { BLOCK_COUNT, FULL_COUNT, FULL_THRESHOLD, LINE_BIAS, LIVE_BYTES, MARK_BIAS, OLD_BYTES } from "./words.ts";

/** Old space grows at least this much between two full collections. */
const MIN_GROWTH_BYTES = 0x2000000n;

export function fullCollection(): void {
  minorCollection();
  if (!isNil(HeapHooks.collection)) HeapHooks.collection(PHASE_FULL_START);
  clearMarks();
  visitRoots(false);
  drainMarks();
  processWeak(false);
  processOldFinalizers();
  drainMarks();
  processWeak(false);
  sweep();
  setThreshold();
  storeI64(CONTROL.allocatedBytes, 0n);
  storeI64(FULL_COUNT, loadI64(FULL_COUNT) + 1n);
  verifyAfterCollection();
  if (!isNil(HeapHooks.collection)) HeapHooks.collection(PHASE_FULL_END);
}

/** Clears mark bits and line marks of the whole heap. */
export function clearMarks(): void {
  const blocks = loadI32(BLOCK_COUNT);
  const start = blockAddress(0);
  memoryFill(loadI32(LINE_BIAS) + (start >>> LINE_SHIFT), 0, blocks * LINES_PER_BLOCK);
  memoryFill(loadI32(MARK_BIAS) + ((start >>> 8) << 2), 0, blocks * MARK_BYTES_PER_BLOCK);
}

function setThreshold(): void {
  const live = loadI64(OLD_BYTES);
  storeI64(LIVE_BYTES, live);
  let threshold = live < MIN_GROWTH_BYTES ? live + MIN_GROWTH_BYTES : live << 1n;
  // Near the limit: collect when it is reached, rather than raise an error with garbage about.
  const limit = loadI64(CONTROL.memoryLimit);
  if (threshold > limit) threshold = limit;
  storeI64(FULL_THRESHOLD, threshold);
}
