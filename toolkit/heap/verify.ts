/**
 * Checks of single references and objects: the rules that every reachable object obeys.
 *
 * The mark bits serve as the visited set (they are free between collections). The first fault traps, with rule, object and
 * reference in the `FAULT_…` words. Invariant: checking changes nothing that a later collection depends on.
 */

import {
  type bool,
  i32,
  isRef,
  loadI32,
  loadI64,
  loadU16,
  loadU8,
  ltU,
  storeI32,
  storeU8,
  unreachable,
  valueFromWord,
} from "../define/mod.ts";
import { CONTROL, LAYOUT_TABLE, MAX_LAYOUTS } from "../machine/memory_map.ts";
import { BLOCK_KIND, BLOCK_RESCAN, blockDescriptor, blockIndex, CELLS, LARGE, LINE_SHIFT, MATURE, NURSERY } from "./blocks.ts";
import {
  FLAG_WEAK,
  LAYOUT_FLAGS,
  LAYOUT_MAP,
  LAYOUT_MAP_COUNT,
  LAYOUT_SIZE,
  LAYOUT_TAIL,
  LAYOUT_WEAK,
  LAYOUT_WEAK_COUNT,
  objectBytes,
  OLD_CLEAN,
  TAIL_REFS,
  TAIL_VALUES,
} from "./layout_table.ts";
import { markObject, pushMarkedObjects } from "./mark.ts";
import {
  BLOCK_COUNT,
  FAULT_OBJECT,
  FAULT_REFERENCE,
  FAULT_RULE,
  HEAP_BASE,
  LINE_BIAS,
  MARK_OVERFLOW,
  MARK_STACK,
  MARK_TOP,
} from "./words.ts";

/** The rules, by the number that a fault reports. */
export const RULE_ALIGNED = 1; // a reference is a multiple of 8 inside the heap
export const RULE_SPACE = 2; // it points into a block that holds objects
export const RULE_LAYOUT = 3; // the object's layout exists
export const RULE_FORWARDED = 4; // the object has not moved away
export const RULE_REMEMBERED = 5; // an old clean object refers to no young one
export const RULE_CLEAN = 6; // the young are not marked old; right after a collection all old ones are clean
export const RULE_NURSERY = 7; // a young object lies below the allocation pointer
export const RULE_LINES = 8; // right after a full collection the lines of a mature object are marked
export const RULE_SIZE = 9; // an object ends inside its block or run

/** What has just happened: decides which rules hold. */
export const AT_ANY_TIME = 0;
export const AFTER_MINOR = 1;
export const AFTER_FULL = 2;

function fault(rule: i32, object: i32, reference: i32): void {
  storeI32(FAULT_RULE, rule);
  storeI32(FAULT_OBJECT, object);
  storeI32(FAULT_REFERENCE, reference);
  unreachable();
}

export function isYoung(address: i32): bool {
  const nursery = loadI32(CONTROL.nurseryStart);
  return ltU(address - nursery, loadI32(CONTROL.nurseryEnd) - nursery);
}

/** Checks a reference held by `holder` (0: a root) and visits its target. */
function checkReference(holder: i32, reference: i32): void {
  if ((reference & 7) !== 0 || !ltU(reference - loadI32(HEAP_BASE), loadI32(BLOCK_COUNT) << 15)) fault(RULE_ALIGNED, holder, reference);
  const kind = loadU8(blockDescriptor(blockIndex(reference)) + BLOCK_KIND);
  if (kind !== MATURE && kind !== CELLS && kind !== LARGE && kind !== NURSERY) fault(RULE_SPACE, holder, reference);
  if (kind === NURSERY && !ltU(reference, loadI32(CONTROL.nurseryNext))) fault(RULE_NURSERY, holder, reference);
  const low = loadI32(reference);
  if (low < 0) fault(RULE_FORWARDED, holder, reference);
  const id = low & 0xffff;
  if (id === 0 || id >= MAX_LAYOUTS || loadI32(LAYOUT_TABLE + (id << 5)) < 8) fault(RULE_LAYOUT, holder, reference);
  if (kind === NURSERY) {
    if ((low & OLD_CLEAN) !== 0) fault(RULE_CLEAN, holder, reference);
    if (holder !== 0 && (loadI32(holder) & OLD_CLEAN) !== 0) fault(RULE_REMEMBERED, holder, reference);
  }
  markObject(reference);
}

export function checkValues(holder: i32, start: i32, end: i32): void {
  for (let slot = start; slot !== end; slot += 8) {
    const word = loadI64(slot);
    if (isRef(valueFromWord(word))) checkReference(holder, i32(word));
  }
}

export function checkRefs(holder: i32, start: i32, end: i32): void {
  for (let slot = start; slot !== end; slot += 4) {
    if (loadI32(slot) !== 0) checkReference(holder, loadI32(slot));
  }
}

/** Fields listed in a reference map. */
function checkMap(object: i32, map: i32, count: i32): void {
  for (let i = 0; i < count; i++) {
    const offset = loadU16(map + (i << 1));
    const slot = object + (offset & 0x7fff);
    if (offset < 0x8000) checkValues(object, slot, slot + 8);
    else checkRefs(object, slot, slot + 4);
  }
}

function checkObject(object: i32, moment: i32): void {
  const header = loadI32(object);
  const descriptor = LAYOUT_TABLE + ((header & 0xffff) << 5);
  const size = objectBytes(object);
  const block = blockDescriptor(blockIndex(object));
  const kind = loadU8(block + BLOCK_KIND);
  if (size < 8 || (kind !== LARGE && kind !== NURSERY && blockIndex(object) !== blockIndex(object + size - 1))) fault(RULE_SIZE, object, 0);
  if (moment !== AT_ANY_TIME && (header & OLD_CLEAN) === 0) fault(RULE_CLEAN, object, 0);
  if (moment === AFTER_FULL && kind === MATURE) {
    for (let line = object >>> LINE_SHIFT; line <= (object + size - 1) >>> LINE_SHIFT; line++) {
      if (loadU8(loadI32(LINE_BIAS) + line) === 0) fault(RULE_LINES, object, 0);
    }
  }
  checkMap(object, loadI32(descriptor + LAYOUT_MAP), loadI32(descriptor + LAYOUT_MAP_COUNT));
  if ((loadI32(descriptor + LAYOUT_FLAGS) & FLAG_WEAK) !== 0) {
    checkMap(object, loadI32(descriptor + LAYOUT_WEAK), loadI32(descriptor + LAYOUT_WEAK_COUNT));
  }
  const tail = loadI32(descriptor + LAYOUT_TAIL);
  const start = object + loadI32(descriptor + LAYOUT_SIZE);
  const length = loadI32(object + 4);
  if (tail === TAIL_VALUES) checkValues(object, start, start + (length << 3));
  if (tail === TAIL_REFS) checkRefs(object, start, start + (length << 2));
}

/** Checks everything on the mark stack and what it leads to. */
export function drainChecks(moment: i32): void {
  while (true) {
    checkStack(moment);
    if (loadI32(MARK_OVERFLOW) === 0) return;
    storeI32(MARK_OVERFLOW, 0);
    const count = loadI32(BLOCK_COUNT);
    for (let index = 0; index < count; index++) {
      const flag = blockDescriptor(index) + BLOCK_RESCAN;
      if (loadU8(flag) !== 0) {
        storeU8(flag, 0);
        pushMarkedObjects(index);
        checkStack(moment);
      }
    }
  }
}

function checkStack(moment: i32): void {
  const bottom = loadI32(MARK_STACK);
  while (loadI32(MARK_TOP) !== bottom) {
    const top = loadI32(MARK_TOP) - 4;
    storeI32(MARK_TOP, top);
    checkObject(loadI32(top), moment);
  }
}
