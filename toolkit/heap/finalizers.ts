/**
 * Finalizers: objects of layouts declared with `finalizer` are queued once, when they died, for the VM to run at a poll.
 *
 * Invariant: `FINALIZABLE` lists every object that still has its finalizer to come, old ones first; a queued object is in
 * the queue (a root) and not in the list. The queue is taken from the front.
 */

import { type bool, type i32, type Layout, loadI32, loadI64, NIL, refFromAddress, storeI32, storeI64 } from "../define/mod.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { forward, forwardedAddress } from "./forward.ts";
import { isMarked, markObject } from "./mark.ts";
import { VECTOR_NEXT, vectorClear, vectorPush } from "./vector.ts";
import { FINALIZABLE, FINALIZABLE_OLD_BYTES, FINALIZED_COUNT, FINALIZER_QUEUE, FINALIZER_TAKEN_BYTES } from "./words.ts";

/** Bit of `CONTROL.poll`: finalizers are queued. */
export const POLL_FINALIZERS = 4;

/** Notes a new object with a finalizer. */
export function registerFinalizer(object: i32): void {
  vectorPush(FINALIZABLE, object);
}

export function queueFinalizer(object: i32): void {
  vectorPush(FINALIZER_QUEUE, object);
  storeI64(FINALIZED_COUNT, loadI64(FINALIZED_COUNT) + 1n);
  storeI32(CONTROL.poll, loadI32(CONTROL.poll) | POLL_FINALIZERS);
}

/** Minor collection: young finalizable objects become old, dead ones are kept alive and queued. The caller drains. */
export function processYoungFinalizers(): void {
  const end = loadI32(FINALIZABLE + VECTOR_NEXT);
  let kept = loadI32(FINALIZABLE) + loadI32(FINALIZABLE_OLD_BYTES);
  for (let at = kept; at !== end; at += 4) {
    const object = loadI32(at);
    const now = isYoung(object) ? forwardedAddress(object) : object;
    if (now !== 0) {
      storeI32(kept, now);
      kept += 4;
    } else {
      queueFinalizer(forward(object));
    }
  }
  storeI32(FINALIZABLE + VECTOR_NEXT, kept);
  storeI32(FINALIZABLE_OLD_BYTES, kept - loadI32(FINALIZABLE));
}

/** Full collection: unmarked finalizable objects are marked and queued. The caller drains. */
export function processOldFinalizers(): void {
  const end = loadI32(FINALIZABLE + VECTOR_NEXT);
  let kept = loadI32(FINALIZABLE);
  for (let at = kept; at !== end; at += 4) {
    const object = loadI32(at);
    if (isMarked(object)) {
      storeI32(kept, object);
      kept += 4;
    } else {
      queueFinalizer(object);
      markObject(object);
    }
  }
  storeI32(FINALIZABLE + VECTOR_NEXT, kept);
  storeI32(FINALIZABLE_OLD_BYTES, kept - loadI32(FINALIZABLE));
}

function isYoung(object: i32): bool {
  const nursery = loadI32(CONTROL.nurseryStart);
  return (object - nursery) >>> 0 < loadI32(CONTROL.nurseryEnd) - nursery;
}

/** The next object whose finalizer is to run, NIL when there is none. */
export function takeFinalizable(): Layout {
  const start = loadI32(FINALIZER_QUEUE);
  const taken = loadI32(FINALIZER_TAKEN_BYTES);
  if (start + taken === loadI32(FINALIZER_QUEUE + VECTOR_NEXT)) {
    vectorClear(FINALIZER_QUEUE);
    storeI32(FINALIZER_TAKEN_BYTES, 0);
    storeI32(CONTROL.poll, loadI32(CONTROL.poll) & ~POLL_FINALIZERS);
    return NIL;
  }
  storeI32(FINALIZER_TAKEN_BYTES, taken + 4);
  return refFromAddress<Layout>(loadI32(start + taken));
}
