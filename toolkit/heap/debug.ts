/**
 * Debug modes for tests and `doctor`: verify the heap (now, or after every collection) and overwrite dead memory with a
 * pattern. (Collecting at every n-th allocation is `setStress` in `allocate.ts`.)
 */

import { entry, type i32, loadI32, storeI32 } from "../define/mod.ts";
import { clearMarks } from "./mark.ts";
import { CHECK, visitRoots } from "./roots.ts";
import { VECTOR_NEXT } from "./vector.ts";
import { AT_ANY_TIME, checkRefs, drainChecks } from "./verify.ts";
import { FINALIZABLE, POISONING, VERIFYING } from "./words.ts";

/** Checks everything that is reachable; traps at the first fault. `moment`: what has just happened. */
export function verifyHeapAt(moment: i32): void {
  clearMarks();
  visitRoots(CHECK);
  checkRefs(0, loadI32(FINALIZABLE), loadI32(FINALIZABLE + VECTOR_NEXT));
  drainChecks(moment);
}

/** Checks the heap now. */
export const verifyHeap = entry(function (): void {
  verifyHeapAt(AT_ANY_TIME);
});

/** Verify after every collection; overwrite from-space and freed memory. */
export const setDebugModes = entry(function (verifying: i32, poisoning: i32): void {
  storeI32(VERIFYING, verifying);
  storeI32(POISONING, poisoning);
});
