/**
 * What the heap does for images (`toolkit/host/image.ts`): clears what holds nothing before one is saved, fills new memory from one.
 *
 *     run := i32:address i32:sizeBytes word*      words of 8 bytes; the rest of memory stays as it is
 */

import { type bool, entry, type i32, loadI32, loadI64, loadU8, memoryFill, memoryGrow, memoryPages, storeI64 } from "../define/mod.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { BLOCK_BYTES, blockAddress, blockDescriptor, FREE } from "./blocks.ts";
import { fullCollection } from "./full.ts";
import { clearMarks } from "./mark.ts";
import { BLOCK_COUNT, FULL_COUNT, MARK_STACK, MARK_STACK_END, MINOR_COUNT } from "./words.ts";

/** A full collection. Then everything alive is old, and the spaces that hold nothing are zero: nursery, mark stack and bits, free blocks. */
export const settle = entry(function (): void {
  fullCollection();
  // Programs count their own.
  storeI64(MINOR_COUNT, 0n);
  storeI64(FULL_COUNT, 0n);
  clearMarks();
  memoryFill(loadI32(MARK_STACK), 0, loadI32(MARK_STACK_END) - loadI32(MARK_STACK));
  memoryFill(loadI32(CONTROL.nurseryStart), 0, loadI32(CONTROL.nurseryEnd) - loadI32(CONTROL.nurseryStart));
  const count = loadI32(BLOCK_COUNT);
  for (let block = 0; block < count; block++) {
    if (loadU8(blockDescriptor(block)) === FREE) memoryFill(blockAddress(block), 0, BLOCK_BYTES);
  }
});

/** Instead of `initialize`: writes the runs between two addresses into a memory that gets `pages` pages. False when there is not enough memory. */
export const restore = entry(function (start: i32, end: i32, pages: i32): bool {
  if (memoryGrow(pages - memoryPages()) === -1) return false;
  let from = start;
  while (from !== end) {
    let to = loadI32(from);
    const last = to + loadI32(from + 4);
    from += 8;
    while (to !== last) {
      storeI64(to, loadI64(from));
      from += 8;
      to += 8;
    }
  }
  return true;
});
