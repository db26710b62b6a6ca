/**
 * Cells of fixed size classes, in blocks of one class each: stable objects, other objects of 8 to 32 KB, and raw memory.
 *
 * Invariant: a free cell starts with a word whose low half is 0 (no layout) and whose high half leads to the next free cell
 * of its class, counted from the end of this one: so it is 0 between neighbours, and images need not hold free cells. Every
 * free cell is in the free list of its class. Object cells are given back by the sweep only.
 */

import { type i32, i64, loadI32, loadI64, loadU8, memoryFill, storeI32, storeI64, storeU8, tableI32 } from "../define/mod.ts";
import {
  BLOCK_BYTES,
  BLOCK_CLASS,
  BLOCK_KIND,
  blockDescriptor,
  blockIndex,
  CELLS,
  freeBlocks,
  RAW_CELLS,
  RAW_RUN,
  takeBlocks,
} from "./blocks.ts";
import { CELL_BYTES, FREE_CELLS, FREE_RAW_CELLS, OLD_BYTES, RAW_BYTES } from "./words.ts";

/** Classes 0 to 31 are the multiples of 16 up to 512; the others divide a block with little waste. */
const LINEAR_CLASSES = 32;
export const CLASS_COUNT = 49;

export function cellBytes(sizeClass: i32): i32 {
  if (sizeClass < LINEAR_CLASSES) return (sizeClass + 1) << 4;
  const sizes = tableI32([640, 768, 896, 1024, 1280, 1536, 1792, 2048, 2720, 3272, 4096, 5456, 6552, 8192, 10920, 16384, 32768]);
  return loadI32(sizes + ((sizeClass - LINEAR_CLASSES) << 2));
}

function classOf(sizeBytes: i32): i32 {
  if (sizeBytes <= 512) return sizeBytes <= 16 ? 0 : (sizeBytes - 1) >>> 4;
  let sizeClass = LINEAR_CLASSES;
  while (cellBytes(sizeClass) < sizeBytes) sizeClass++;
  return sizeClass;
}

/** Makes the cell that begins at `cell` a free one in front of `next` (0: the last). */
export function linkFree(cell: i32, sizeBytes: i32, next: i32): void {
  storeI64(cell, i64(next - (cell + sizeBytes)) << 32n);
}

/** Cuts a new block into free cells; false when there is no memory. */
function refill(kind: i32, sizeClass: i32, list: i32): i32 {
  const block = takeBlocks(1, kind);
  if (block === 0) return 0;
  storeU8(blockDescriptor(blockIndex(block)) + BLOCK_CLASS, sizeClass);
  const size = cellBytes(sizeClass);
  let next = loadI32(list);
  // From the last to the first, so that cells are handed out in address order.
  for (let i = BLOCK_BYTES / size - 1; i >= 0; i--) {
    const cell = block + i * size;
    linkFree(cell, size, next);
    next = cell;
  }
  storeI32(list, next);
  return next;
}

function takeCell(kind: i32, lists: i32, sizeBytes: i32): i32 {
  const sizeClass = classOf(sizeBytes);
  const list = lists + (sizeClass << 2);
  let cell = loadI32(list);
  if (cell === 0) {
    cell = refill(kind, sizeClass, list);
    if (cell === 0) return 0;
  }
  const size = cellBytes(sizeClass);
  storeI32(list, loadI32(cell + 4) + cell + size);
  memoryFill(cell, 0, size);
  const counter = kind === CELLS ? CELL_BYTES : RAW_BYTES;
  storeI64(counter, loadI64(counter) + i64(size));
  storeI64(OLD_BYTES, loadI64(OLD_BYTES) + i64(size));
  return cell;
}

/** A zeroed cell for an object of at most 32 KB that never moves; 0 when there is no memory. */
export function allocateOldCell(sizeBytes: i32): i32 {
  return takeCell(CELLS, FREE_CELLS, sizeBytes);
}

/** Zeroed memory outside the collected heap (instruction streams, tables), 8-byte aligned; 0 when there is none. */
export function allocateRaw(sizeBytes: i32): i32 {
  if (sizeBytes <= BLOCK_BYTES) return takeCell(RAW_CELLS, FREE_RAW_CELLS, sizeBytes);
  const blocks = (sizeBytes + BLOCK_BYTES - 1) >>> 15;
  const address = takeBlocks(blocks, RAW_RUN);
  if (address === 0) return 0;
  const size = blocks << 15;
  memoryFill(address, 0, size);
  storeI64(RAW_BYTES, loadI64(RAW_BYTES) + i64(size));
  storeI64(OLD_BYTES, loadI64(OLD_BYTES) + i64(size));
  return address;
}

/** Bytes that the allocation of raw memory at `address` occupies. */
export function rawBytes(address: i32): i32 {
  const descriptor = blockDescriptor(blockIndex(address));
  return loadU8(descriptor + BLOCK_KIND) === RAW_CELLS ? cellBytes(loadU8(descriptor + BLOCK_CLASS)) : loadI32(descriptor + 8) << 15;
}

/** Gives back what `allocateRaw` returned; 0 is allowed. */
export function freeRaw(address: i32): void {
  if (address === 0) return;
  const descriptor = blockDescriptor(blockIndex(address));
  const size = rawBytes(address);
  if (loadU8(descriptor + BLOCK_KIND) === RAW_CELLS) {
    const list = FREE_RAW_CELLS + (loadU8(descriptor + BLOCK_CLASS) << 2);
    linkFree(address, size, loadI32(list));
    storeI32(list, address);
  } else {
    freeBlocks(address);
  }
  storeI64(RAW_BYTES, loadI64(RAW_BYTES) - i64(size));
  storeI64(OLD_BYTES, loadI64(OLD_BYTES) - i64(size));
}
