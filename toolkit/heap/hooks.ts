/**
 * Function pointers through which the heap calls back into the VM that uses it; a unit's boot function installs them.
 *
 * Invariant: a hook is NIL or a function of the declared type in the shared table. That collections call one also tells
 * effect inference that they are safepoints; `attempt` around it because a collection never raises, even while an error
 * is pending.
 */

import { entry, globals, type i32, type Slot, type Value } from "../define/mod.ts";

@globals()
export class HeapHooks {
  /** Raises the language's memory error. May allocate from the reserve. */
  static outOfMemory: Slot<() => Value>;
  /** Called around collections with a phase: see `PHASE_…`. Must not allocate. */
  static collection: Slot<(phase: i32) => void>;
  /** Called with the address of a dead code object before its memory is reused. Must not allocate. */
  static codeDied: Slot<(address: i32) => void>;
}

export const PHASE_MINOR_START = 0;
export const PHASE_MINOR_END = 1;
export const PHASE_FULL_START = 2;
export const PHASE_FULL_END = 3;

/** Has a function of the host called around collections, by its table slot. */
export const setCollectionHook = entry(function (hook: Slot<(phase: i32) => void>): void {
  HeapHooks.collection = hook;
});
