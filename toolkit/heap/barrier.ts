/**
 * The write barrier's slow path and the remembered set: old objects that may refer to the nursery.
 *
 * Generated code calls `remember` when it stores a reference into an object whose bit `OLD_CLEAN` is set. Invariant: an old
 * object has the bit cleared exactly while it is in the set, so it is there at most once; objects born old are put there
 * at once, because stores into fresh objects have no barrier.
 */

import {
  type i32,
  i64,
  type Layout,
  loadI32,
  loadI64,
  memoryCopy,
  refAddress,
  residual,
  storeI32,
  storeI64,
  unreachable,
} from "../define/mod.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { freeBlocks, RAW_RUN, takeBlocks } from "./blocks.ts";
import { drainYoung, scanYoung } from "./forward.ts";
import { OLD_CLEAN } from "./layout_table.ts";
import { REMEMBERED_COUNT, REMEMBERED_START } from "./words.ts";

/** Puts an old object into the remembered set. */
export const remember = residual(function (object: Layout): void {
  rememberAddress(refAddress(object));
});

export function rememberAddress(address: i32): void {
  storeI32(address, loadI32(address) & ~OLD_CLEAN);
  if (loadI32(CONTROL.rememberedNext) === loadI32(CONTROL.rememberedEnd)) growRemembered();
  const next = loadI32(CONTROL.rememberedNext);
  storeI32(next, address);
  storeI32(CONTROL.rememberedNext, next + 4);
}

function growRemembered(): void {
  const start = loadI32(REMEMBERED_START);
  const usedBytes = loadI32(CONTROL.rememberedNext) - start;
  const blocks = start === 0 ? 1 : usedBytes >>> 14;
  const grown = takeBlocks(blocks, RAW_RUN);
  if (grown === 0) unreachable();
  if (start !== 0) {
    memoryCopy(grown, start, usedBytes);
    freeBlocks(start);
  }
  storeI32(REMEMBERED_START, grown);
  storeI32(CONTROL.rememberedNext, grown + usedBytes);
  storeI32(CONTROL.rememberedEnd, grown + (blocks << 15));
}

/** Minor collection: redirects the references of all remembered objects and empties the set. */
export function scanRemembered(): void {
  const end = loadI32(CONTROL.rememberedNext);
  const start = loadI32(REMEMBERED_START);
  for (let entry = start; entry !== end; entry += 4) {
    const object = loadI32(entry);
    storeI32(object, loadI32(object) | OLD_CLEAN);
    scanYoung(object);
    drainYoung();
  }
  storeI64(REMEMBERED_COUNT, loadI64(REMEMBERED_COUNT) + i64((end - start) >> 2));
  storeI32(CONTROL.rememberedNext, start);
}
