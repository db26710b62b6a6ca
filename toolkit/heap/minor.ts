/**
 * The minor collection: everything alive in the nursery moves to old space.
 *
 * Input: roots and remembered set; afterwards the nursery is empty, the remembered set too, and weak fields and finalizers
 * of young objects are dealt with. Cost: live young objects, roots, remembered objects; dead objects cost nothing.
 */

import { attempt, isNil, loadI32, loadI64, storeI64 } from "../define/mod.ts";
import { scanRemembered } from "./barrier.ts";
import { verifyHeapAt } from "./debug.ts";
import { processYoungFinalizers } from "./finalizers.ts";
import { drainYoung } from "./forward.ts";
import { restoreStackLimit } from "./frozen_frames.ts";
import { HeapHooks, PHASE_MINOR_END, PHASE_MINOR_START } from "./hooks.ts";
import { resetNursery } from "./nursery.ts";
import { REDIRECT, visitRoots } from "./roots.ts";
import { AFTER_MINOR } from "./verify.ts";
import { processWeak } from "./weak.ts";
import { MINOR_COUNT, VERIFYING } from "./words.ts";

export function minorCollection(): void {
  if (!isNil(HeapHooks.collection)) attempt(HeapHooks.collection(PHASE_MINOR_START));
  visitRoots(REDIRECT);
  scanRemembered();
  drainYoung();
  processWeak(true);
  processYoungFinalizers();
  drainYoung();
  // What only finalizers can reach may have weak fields too.
  processWeak(true);
  resetNursery();
  restoreStackLimit();
  storeI64(MINOR_COUNT, loadI64(MINOR_COUNT) + 1n);
  if (loadI32(VERIFYING) !== 0) verifyHeapAt(AFTER_MINOR);
  if (!isNil(HeapHooks.collection)) attempt(HeapHooks.collection(PHASE_MINOR_END));
}
