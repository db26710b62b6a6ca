/**
 * Weak references: fields declared `weak` and ranges of weak root cells.
 *
 * A scan puts every object with weak fields it meets on a list; when everything strongly reachable is known, fields whose
 * target died are cleared, before any finalizer can see them. An object whose layout is weak *and* has a finalizer is
 * queued when a weak field of it was cleared (a reference with a callback). Invariant: outside collections no weak field
 * or cell refers to a dead object.
 */

import { type bool, i32, i64, isRef, loadI32, loadI64, loadU16, ltU, storeI32, storeI64, u32, valueFromWord } from "../define/mod.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { queueFinalizer } from "./finalizers.ts";
import { forwardedAddress } from "./forward.ts";
import { descriptorOf, FLAG_FINALIZER, LAYOUT_FLAGS, LAYOUT_WEAK, LAYOUT_WEAK_COUNT } from "./layout_table.ts";
import { isMarked } from "./mark.ts";
import { VECTOR_NEXT, vectorClear, vectorPush } from "./vector.ts";
import { WEAK_CLEARED, WEAK_OBJECTS, WEAK_RANGES } from "./words.ts";

/** Where the target of a weak reference is after this collection; 0 when it died. */
function survivor(young: bool, target: i32): i32 {
  if (!young) return isMarked(target) ? target : 0;
  const nursery = loadI32(CONTROL.nurseryStart);
  return ltU(target - nursery, loadI32(CONTROL.nurseryEnd) - nursery) ? forwardedAddress(target) : target;
}

function countCleared(): void {
  storeI64(WEAK_CLEARED, loadI64(WEAK_CLEARED) + 1n);
}

/** Redirects or clears the weak value at `slot`; true when it was cleared. */
function updateValue(young: bool, slot: i32): bool {
  const word = loadI64(slot);
  if (!isRef(valueFromWord(word))) return false;
  const now = survivor(young, i32(word));
  storeI64(slot, i64(u32(now)));
  if (now === 0) countCleared();
  return now === 0;
}

function updateRef(young: bool, slot: i32): bool {
  const target = loadI32(slot);
  if (target === 0) return false;
  const now = survivor(young, target);
  storeI32(slot, now);
  if (now === 0) countCleared();
  return now === 0;
}

/** Treats the weak fields of all objects met so far, and the weak ranges. */
export function processWeak(young: bool): void {
  const end = loadI32(WEAK_OBJECTS + VECTOR_NEXT);
  for (let at = loadI32(WEAK_OBJECTS); at !== end; at += 4) {
    const object = loadI32(at);
    const descriptor = descriptorOf(object);
    let entry = loadI32(descriptor + LAYOUT_WEAK);
    const last = entry + (loadI32(descriptor + LAYOUT_WEAK_COUNT) << 1);
    let cleared = false;
    while (entry !== last) {
      const offset = loadU16(entry);
      const gone = offset < 0x8000 ? updateValue(young, object + offset) : updateRef(young, object + (offset & 0x7fff));
      if (gone) cleared = true;
      entry += 2;
    }
    if (cleared && (loadI32(descriptor + LAYOUT_FLAGS) & FLAG_FINALIZER) !== 0) queueFinalizer(object);
  }
  vectorClear(WEAK_OBJECTS);
  const lastRange = loadI32(WEAK_RANGES + VECTOR_NEXT);
  for (let range = loadI32(WEAK_RANGES); range !== lastRange; range += 8) {
    const rangeEnd = loadI32(range + 4);
    for (let slot = loadI32(range); slot !== rangeEnd; slot += 8) updateValue(young, slot);
  }
}

/** Makes the 8-byte words from `start` to `end` weak: a word becomes 0 when its object dies. */
export function addWeakRange(start: i32, end: i32): void {
  vectorPush(WEAK_RANGES, start);
  vectorPush(WEAK_RANGES, end);
}

/** Undoes `addWeakRange`. */
export function removeWeakRange(start: i32): void {
  let range = loadI32(WEAK_RANGES);
  while (loadI32(range) !== start) range += 8;
  const last = loadI32(WEAK_RANGES + VECTOR_NEXT) - 8;
  storeI64(range, loadI64(last));
  storeI32(WEAK_RANGES + VECTOR_NEXT, last);
}
