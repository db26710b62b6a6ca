/**
 * Stable objects that compiled regions know by their addresses. They live as long as the regions: from now on.
 *
 * A region compares an object with an address, and all that it does behind rests on what was found there when it was built; an object that
 * came to lie where another one died would pass for it. The logs of recordings hold such addresses, too, long before and after a build.
 * So whatever in a log looks like the address of a stable object counts; that it is something else now and then keeps an object in vain.
 */

import { type bool, entry, type i32, loadI32, loadU8, ltU, remU, storeI32 } from "../define/mod.ts";
import { CONTROL, LOG_START } from "../machine/memory_map.ts";
import { BLOCK_CLASS, BLOCK_KIND, BLOCK_SHIFT, blockAddress, blockDescriptor, blockIndex, CELLS, LARGE } from "./blocks.ts";
import { cellBytes } from "./cells.ts";
import { descriptorOf, EMBEDDED, FLAG_STABLE, LAYOUT_FLAGS } from "./layout_table.ts";
import { vectorPush } from "./vector.ts";
import { BLOCK_COUNT, EMBEDDED_OBJECTS, HEAP_BASE } from "./words.ts";

/** Keeps the stable objects whose addresses are anywhere in the bytes from `start` to `end`. */
export const embed = entry(function (start: i32, end: i32): void {
  for (let at = start; at + 4 <= end; at++) {
    const address = loadI32(at);
    if (isStableObject(address) && (loadI32(address) & EMBEDDED) === 0) {
      storeI32(address, loadI32(address) | EMBEDDED);
      vectorPush(EMBEDDED_OBJECTS, address);
    }
  }
});

/** Before a full collection: keeps what the log of a recording that goes on refers to. */
export function embedRecording(): void {
  if (loadI32(CONTROL.anchorFp) !== 0) embed(LOG_START, loadI32(CONTROL.logNext));
}

function isStableObject(address: i32): bool {
  if ((address & 7) !== 0 || !ltU(address - loadI32(HEAP_BASE), loadI32(BLOCK_COUNT) << BLOCK_SHIFT)) return false;
  const index = blockIndex(address);
  const descriptor = blockDescriptor(index);
  const offset = address - blockAddress(index);
  const kind = loadU8(descriptor + BLOCK_KIND);
  const starts = kind === CELLS ? remU(offset, cellBytes(loadU8(descriptor + BLOCK_CLASS))) === 0 : kind === LARGE && offset === 0;
  // Free cells have no layout.
  return starts && (loadI32(address) & 0xffff) !== 0 && (loadI32(descriptorOf(address) + LAYOUT_FLAGS) & FLAG_STABLE) !== 0;
}
