/**
 * Copies live nursery objects to the mature space and redirects what refers to them: the inner loops of the minor
 * collection.
 *
 * Invariant: a nursery object whose header is negative has moved, and the header's high word says where to; every object
 * copied is either free of references or on the mark stack until `scanYoung` has redirected its fields. So when the stack
 * is empty, nothing that was reached refers to the nursery.
 */

import { i32, i64, loadI32, loadI64, loadU16, ltU, memoryCopy, storeI32, storeI64, u32 } from "../define/mod.ts";
import { CONTROL, LAYOUT_TABLE } from "../machine/memory_map.ts";
import {
  bodyBytes,
  FLAG_WEAK,
  HASH_STORED,
  HASHED,
  hasReferences,
  LAYOUT_ELEMENT_BYTES,
  LAYOUT_FLAGS,
  LAYOUT_MAP,
  LAYOUT_MAP_COUNT,
  LAYOUT_SIZE,
  LAYOUT_TAIL,
  OLD_CLEAN,
  TAIL_REFS,
  TAIL_VALUES,
} from "./layout_table.ts";
import { allocateMatureSlow } from "./mature.ts";
import { vectorPush } from "./vector.ts";
import {
  IDENTITY_CLOCK,
  MARK_STACK,
  MARK_TOP,
  MATURE_LIMIT,
  MATURE_NEXT,
  PROMOTED_BYTES,
  PROMOTED_OBJECTS,
  WEAK_OBJECTS,
} from "./words.ts";

/** Longest object copied word by word: a call of memory.copy costs as much as some twenty words. */
const COPY_LOOP_BYTES = 256;

/** The new address of the nursery object at `from`, which is copied unless it was before. */
export function forward(from: i32): i32 {
  const header = loadI64(from);
  const low = i32(header);
  if (low < 0) return i32(header >> 32n);
  const descriptor = LAYOUT_TABLE + ((low & 0xffff) << 5);
  const tailBytes = i32(header >> 32n) * loadI32(descriptor + LAYOUT_ELEMENT_BYTES);
  const size = (loadI32(descriptor + LAYOUT_SIZE) + tailBytes + 7) & -8;
  const hashed = (low & HASHED) !== 0;
  const room = hashed ? size + 8 : size;
  let to = loadI32(MATURE_NEXT);
  // Differences, because addresses are unsigned.
  if (loadI32(MATURE_LIMIT) - to >= room) storeI32(MATURE_NEXT, to + room);
  else to = allocateMatureSlow(room);
  if (size <= COPY_LOOP_BYTES) {
    for (let offset = 8; offset < size; offset += 8) storeI64(to + offset, loadI64(from + offset));
  } else {
    memoryCopy(to + 8, from + 8, size - 8);
  }
  if (hashed) {
    storeI64(to, (header ^ i64(HASHED)) | i64(OLD_CLEAN | HASH_STORED));
    storeI64(to + size, loadI64(IDENTITY_CLOCK) + i64(from - loadI32(CONTROL.nurseryStart)));
  } else {
    storeI64(to, header | i64(OLD_CLEAN));
  }
  storeI64(from, (i64(to) << 32n) | 0x80000000n);
  storeI64(PROMOTED_BYTES, loadI64(PROMOTED_BYTES) + i64(room));
  storeI64(PROMOTED_OBJECTS, loadI64(PROMOTED_OBJECTS) + 1n);
  if (hasReferences(descriptor)) {
    const top = loadI32(MARK_TOP);
    storeI32(top, to);
    storeI32(MARK_TOP, top + 4);
  }
  return to;
}

/** Redirects the words from `start` to `end` that refer to the nursery. */
export function forwardValues(start: i32, end: i32): void {
  const nursery = loadI32(CONTROL.nurseryStart);
  const first = i64(u32(nursery));
  const size = i64(loadI32(CONTROL.nurseryEnd) - nursery);
  for (let slot = start; slot !== end; slot += 8) {
    const word = loadI64(slot);
    if (ltU(word - first, size) && (i32(word) & 7) === 0) storeI64(slot, i64(u32(forward(i32(word)))));
  }
}

/** As `forwardValues`, for 4-byte references. */
export function forwardRefs(start: i32, end: i32): void {
  const nursery = loadI32(CONTROL.nurseryStart);
  const size = loadI32(CONTROL.nurseryEnd) - nursery;
  for (let slot = start; slot !== end; slot += 4) {
    const address = loadI32(slot);
    if (ltU(address - nursery, size)) storeI32(slot, forward(address));
  }
}

/** Redirects all strong references of an old object. */
export function scanYoung(object: i32): void {
  const descriptor = LAYOUT_TABLE + ((loadI32(object) & 0xffff) << 5);
  const nursery = loadI32(CONTROL.nurseryStart);
  const size = loadI32(CONTROL.nurseryEnd) - nursery;
  let entry = loadI32(descriptor + LAYOUT_MAP);
  const lastEntry = entry + (loadI32(descriptor + LAYOUT_MAP_COUNT) << 1);
  while (entry !== lastEntry) {
    const offset = loadU16(entry);
    if (offset < 0x8000) {
      const word = loadI64(object + offset);
      if (ltU(word - i64(u32(nursery)), i64(size)) && (i32(word) & 7) === 0) storeI64(object + offset, i64(u32(forward(i32(word)))));
    } else {
      const slot = object + (offset & 0x7fff);
      const address = loadI32(slot);
      if (ltU(address - nursery, size)) storeI32(slot, forward(address));
    }
    entry += 2;
  }
  const tail = loadI32(descriptor + LAYOUT_TAIL);
  if (tail >= TAIL_VALUES) {
    const start = object + loadI32(descriptor + LAYOUT_SIZE);
    const length = loadI32(object + 4);
    if (tail === TAIL_VALUES) forwardValues(start, start + (length << 3));
    if (tail === TAIL_REFS) forwardRefs(start, start + (length << 2));
  }
  if ((loadI32(descriptor + LAYOUT_FLAGS) & FLAG_WEAK) !== 0) vectorPush(WEAK_OBJECTS, object);
}

/** Scans what is on the mark stack until nothing is left. */
export function drainYoung(): void {
  const bottom = loadI32(MARK_STACK);
  while (loadI32(MARK_TOP) !== bottom) {
    const top = loadI32(MARK_TOP) - 4;
    storeI32(MARK_TOP, top);
    scanYoung(loadI32(top));
  }
}

/** Where a nursery object is now; 0 if nothing reached it. */
export function forwardedAddress(from: i32): i32 {
  const header = loadI64(from);
  return i32(header) < 0 ? i32(header >> 32n) : 0;
}

/** Size of a nursery object that has not moved. */
export function youngBytes(object: i32): i32 {
  return bodyBytes(loadI64(object));
}
