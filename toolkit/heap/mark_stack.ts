/**
 * The explicit stack of objects still to be scanned, shared by minor and full collection.
 *
 * It has a fixed size. A minor collection cannot overflow it (one entry per promoted object, and room for a nursery full
 * of headers); a full one may: then the object stays marked, its block is flagged, and `mark.ts` scans the marked objects
 * of flagged blocks again. Invariant: the stack is empty outside collections.
 */

import { type i32, loadI32, storeI32, storeU8 } from "../define/mod.ts";
import { BLOCK_RESCAN, blockDescriptor, blockIndex } from "./blocks.ts";
import { MARK_OVERFLOW, MARK_OVERFLOWS, MARK_STACK, MARK_STACK_END, MARK_TOP } from "./words.ts";

/** Half a nursery is enough for a minor collection; the floor keeps full ones from overflowing in common graphs. */
export function markStackBytes(nurseryBytes: i32): i32 {
  return nurseryBytes < 0x400000 ? 0x200000 : nurseryBytes >>> 1;
}

export function initializeMarkStack(address: i32, sizeBytes: i32): void {
  storeI32(MARK_STACK, address);
  storeI32(MARK_TOP, address);
  storeI32(MARK_STACK_END, address + sizeBytes);
}

/** Remembers that `object` is marked and not scanned, when the stack is full. */
export function noteOverflow(object: i32): void {
  storeU8(blockDescriptor(blockIndex(object)) + BLOCK_RESCAN, 1);
  storeI32(MARK_OVERFLOW, 1);
  storeI32(MARK_OVERFLOWS, loadI32(MARK_OVERFLOWS) + 1);
}
