/**
 * The full collection: empties the nursery, marks what is reachable in old space, deals with weak references and
 * finalizers, and sweeps.
 *
 * Afterwards `OLD_BYTES` = `LIVE_BYTES` is what survived, and the next full collection is due when it has doubled.
 */

import { attempt, isNil, loadI32, loadI64, storeI64 } from "../define/mod.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { verifyHeapAt } from "./debug.ts";
import { embedRecording } from "./embedded.ts";
import { processOldFinalizers } from "./finalizers.ts";
import { HeapHooks, PHASE_FULL_END, PHASE_FULL_START } from "./hooks.ts";
import { clearLineMarks, clearMarks, drainMarks } from "./mark.ts";
import { minorCollection } from "./minor.ts";
import { MARK, visitRoots } from "./roots.ts";
import { sweep } from "./sweep.ts";
import { AFTER_FULL } from "./verify.ts";
import { processWeak } from "./weak.ts";
import { FULL_COUNT, FULL_THRESHOLD, LIVE_BYTES, OLD_BYTES, VERIFYING } from "./words.ts";

/** Old space grows at least this much between two full collections. */
const MIN_GROWTH_BYTES = 0x2000000n;

export function fullCollection(): void {
  minorCollection();
  if (!isNil(HeapHooks.collection)) attempt(HeapHooks.collection(PHASE_FULL_START));
  embedRecording();
  clearMarks();
  clearLineMarks();
  visitRoots(MARK);
  drainMarks();
  processWeak(false);
  processOldFinalizers();
  drainMarks();
  processWeak(false);
  sweep();
  setThreshold();
  storeI64(CONTROL.allocatedBytes, 0n);
  storeI64(FULL_COUNT, loadI64(FULL_COUNT) + 1n);
  if (loadI32(VERIFYING) !== 0) verifyHeapAt(AFTER_FULL);
  if (!isNil(HeapHooks.collection)) attempt(HeapHooks.collection(PHASE_FULL_END));
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
