/**
 * The minor collection: everything alive in the nursery moves to old space.
 *
 * Input: roots and remembered set; afterwards the nursery is empty, the remembered set too, and weak fields and finalizers
 * of young objects are dealt with. Cost: live young objects, roots, remembered objects; dead objects cost nothing.
 */

import { bool, i32, i64, isNil, loadI32, loadI64, storeI64 } from "../define/mod.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { scanRemembered } from "./barrier.ts";
import { verifyAfterCollection } from "./debug.ts";
import { processYoungFinalizers } from "./finalizers.ts";
import { drainYoung } from "./forward.ts";
import { HeapHooks, PHASE_MINOR_END, PHASE_MINOR_START } from "./hooks.ts";
import { resetNursery } from "./nursery.ts";
import { visitRoots } from "./roots.ts";
import { processWeak } from "./weak.ts";
import { MINOR_COUNT } from "./words.ts";

export function minorCollection(): void {
  if (!isNil(HeapHooks.collection)) HeapHooks.collection(PHASE_MINOR_START);
  visitRoots(true);
  scanRemembered();
  drainYoung();
  processWeak(true);
  processYoungFinalizers();
  drainYoung();
  // What only finalizers can reach may have weak fields too.
  processWeak(true);
  resetNursery();
  storeI64(MINOR_COUNT, loadI64(MINOR_COUNT) + 1n);
  verifyAfterCollection();
  if (!isNil(HeapHooks.collection)) HeapHooks.collection(PHASE_MINOR_END);
}
