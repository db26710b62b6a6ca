/**
 * Objects longer than 32 KB: each has its own run of blocks, is never copied, and goes back as a whole.
 *
 * Invariant: the object starts at the first byte of the run; the run's first block has kind `LARGE`. (Objects from 8 to
 * 32 KB are in cells, see `cells.ts`.)
 */

import { type i32, i64, loadI32, loadI64, memoryFill, storeI64 } from "../define/mod.ts";
import { BLOCK_BYTES, BLOCK_RUN, blockDescriptor, blockIndex, freeBlocks, LARGE, takeBlocks } from "./blocks.ts";
import { LARGE_BYTES, OLD_BYTES } from "./words.ts";

/** A zeroed run of blocks for an object of `sizeBytes`; 0 when there is no memory. */
export function allocateRun(sizeBytes: i32): i32 {
  const blocks = (sizeBytes + BLOCK_BYTES - 1) >>> 15;
  const address = takeBlocks(blocks, LARGE);
  if (address === 0) return 0;
  memoryFill(address, 0, sizeBytes);
  const size = i64(blocks) << 15n;
  storeI64(LARGE_BYTES, loadI64(LARGE_BYTES) + size);
  storeI64(OLD_BYTES, loadI64(OLD_BYTES) + size);
  return address;
}

/** Gives back the run of a dead object. The caller accounts for `OLD_BYTES`, which a sweep counts afresh. */
export function freeRun(address: i32): void {
  const blocks = loadI32(blockDescriptor(blockIndex(address)) + BLOCK_RUN);
  freeBlocks(address);
  storeI64(LARGE_BYTES, loadI64(LARGE_BYTES) - (i64(blocks) << 15n));
}
