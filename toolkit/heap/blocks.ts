/**
 * Blocks of 32 KB: the unit in which every space gets memory, over `memory.grow`.
 *
 * Each block has a 16-byte descriptor; mark bits (one per 8 bytes) and line marks (a byte per 128 bytes) lie in side tables
 * indexed by address, so that marking touches little memory. Invariant: the descriptor's kind says who owns a block, the
 * blocks below `LOWEST_FREE` are owned, and memory up to `BLOCK_COUNT` blocks exists.
 */

import { type bool, type i32, i64, loadI32, loadU8, memoryFill, memoryGrow, memoryPages, storeI32, storeU8 } from "../define/mod.ts";
import { HEAP_START } from "../machine/memory_map.ts";
import {
  BLOCK_CAPACITY,
  BLOCK_COUNT,
  BLOCK_TABLE,
  BLOCKS_USED,
  HEAP_BASE,
  LINE_BIAS,
  LOWEST_FREE,
  MARK_BIAS,
  RUN_CURSOR,
} from "./words.ts";

export const BLOCK_SHIFT = 15;
export const BLOCK_BYTES = 32768;
export const LINE_SHIFT = 7;
export const LINE_BYTES = 128;
export const LINES_PER_BLOCK = 256;
/** Bytes of the mark bits of one block. */
export const MARK_BYTES_PER_BLOCK = 512;

export const FREE = 0;
/** Immix blocks: `BLOCK_FREE_LINES` is what the last sweep found free and promotion has not used yet. */
export const MATURE = 1;
/** Cells of one size class: stable objects, and others from 8 to 32 KB. */
export const CELLS = 2;
/** First block of an object longer than 32 KB; `BLOCK_RUN` blocks in all, the others have kind `REST`. */
export const LARGE = 3;
export const REST = 4;
/** Raw memory: cells of one size class / a run. */
export const RAW_CELLS = 5;
export const RAW_RUN = 6;
export const NURSERY = 7;

// Offsets in a block descriptor.
export const BLOCK_KIND = 0; // u8
export const BLOCK_CLASS = 1; // u8, size class of cells
export const BLOCK_RESCAN = 2; // u8, holds marked objects that are not scanned yet
export const BLOCK_FREE_LINES = 4; // i32
export const BLOCK_RUN = 8; // i32

const DESCRIPTOR_SHIFT = 4;
/** The most memory that wasm addresses, less a page so that no address is 2^32. */
const MAX_PAGES = 65535;

export function blockDescriptor(index: i32): i32 {
  return loadI32(BLOCK_TABLE) + (index << DESCRIPTOR_SHIFT);
}

export function blockAddress(index: i32): i32 {
  return loadI32(HEAP_BASE) + (index << BLOCK_SHIFT);
}

export function blockIndex(address: i32): i32 {
  return (address - loadI32(HEAP_BASE)) >>> BLOCK_SHIFT;
}

/** Lays out the tables for `capacity` blocks and `reservedBytes` behind them, whose address is returned (0: no memory). */
export function initializeBlocks(capacity: i32, reservedBytes: i32): i32 {
  const lines = HEAP_START + (capacity << DESCRIPTOR_SHIFT);
  const marks = lines + capacity * LINES_PER_BLOCK;
  const reserved = marks + capacity * MARK_BYTES_PER_BLOCK;
  const base = (reserved + reservedBytes + BLOCK_BYTES - 1) & -BLOCK_BYTES;
  if (!commit(base >>> 16, 0)) return 0;
  storeI32(BLOCK_TABLE, HEAP_START);
  storeI32(HEAP_BASE, base);
  storeI32(LINE_BIAS, lines - (base >>> LINE_SHIFT));
  storeI32(MARK_BIAS, marks - ((base >>> 8) << 2));
  storeI32(BLOCK_CAPACITY, capacity);
  storeI32(BLOCK_COUNT, 0);
  storeI32(BLOCKS_USED, 0);
  storeI32(LOWEST_FREE, 0);
  storeI32(RUN_CURSOR, 0);
  return reserved;
}

/** Makes memory exist up to and with page `lastPage`, and up to `extraPages` more if that is possible. */
function commit(lastPage: i32, extraPages: i32): bool {
  const missing = lastPage + 1 - memoryPages();
  if (missing <= 0) return true;
  if (lastPage >= MAX_PAGES) return false;
  if (lastPage + extraPages < MAX_PAGES && memoryGrow(missing + extraPages) !== -1) return true;
  return memoryGrow(missing) !== -1;
}

/** Appends `count` blocks to the heap; false at the end of the tables or of memory. */
function extend(count: i32): bool {
  const end = loadI32(BLOCK_COUNT) + count;
  if (end > loadI32(BLOCK_CAPACITY)) return false;
  // Growing in steps of a sixteenth of the heap: each growth costs a system call and invalidates the host's views.
  if (!commit((blockAddress(end) - 1) >>> 16, 16 + (end >>> 5))) return false;
  storeI32(BLOCK_COUNT, end);
  return true;
}

/** True if `count` single blocks are free, or can be appended (which is done). */
export function reserveBlocks(count: i32): bool {
  const missing = count - (loadI32(BLOCK_COUNT) - loadI32(BLOCKS_USED));
  return missing <= 0 || extend(missing);
}

/** Address of `count` adjacent blocks, now of kind `kind`; 0 when there is no memory. Their contents are undefined. */
export function takeBlocks(count: i32, kind: i32): i32 {
  const index = count === 1 ? findOne() : findRun(count);
  if (index < 0) return 0;
  const descriptor = blockDescriptor(index);
  memoryFill(descriptor, 0, count << DESCRIPTOR_SHIFT);
  storeU8(descriptor, kind);
  storeI32(descriptor + BLOCK_RUN, count);
  for (let i = 1; i < count; i++) storeU8(descriptor + (i << DESCRIPTOR_SHIFT), REST);
  storeI32(BLOCKS_USED, loadI32(BLOCKS_USED) + count);
  return blockAddress(index);
}

/** Gives back the run of blocks that begins at `address`. */
export function freeBlocks(address: i32): void {
  const index = blockIndex(address);
  const descriptor = blockDescriptor(index);
  const count = loadI32(descriptor + BLOCK_RUN);
  for (let i = 0; i < count; i++) storeU8(descriptor + (i << DESCRIPTOR_SHIFT), FREE);
  storeI32(BLOCKS_USED, loadI32(BLOCKS_USED) - count);
  if (index < loadI32(LOWEST_FREE)) storeI32(LOWEST_FREE, index);
}

function findOne(): i32 {
  const end = loadI32(BLOCK_COUNT);
  let index = loadI32(LOWEST_FREE);
  let descriptor = blockDescriptor(index);
  while (index < end && loadU8(descriptor) !== FREE) {
    index++;
    descriptor += 1 << DESCRIPTOR_SHIFT;
  }
  if (index === end && !extend(1)) return -1;
  storeI32(LOWEST_FREE, index + 1);
  return index;
}

/** Next fit: from the cursor to the end, then from the start, then new memory. */
function findRun(count: i32): i32 {
  let index = findRunFrom(loadI32(RUN_CURSOR), count);
  if (index < 0) index = findRunFrom(loadI32(LOWEST_FREE), count);
  if (index < 0) {
    index = loadI32(BLOCK_COUNT);
    // The free blocks at the end of the heap are part of the new run.
    while (index > 0 && loadU8(blockDescriptor(index - 1)) === FREE) index--;
    if (!extend(count - (loadI32(BLOCK_COUNT) - index))) return -1;
  }
  storeI32(RUN_CURSOR, index + count);
  return index;
}

function findRunFrom(from: i32, count: i32): i32 {
  const end = loadI32(BLOCK_COUNT);
  let descriptor = blockDescriptor(from);
  let found = 0;
  for (let index = from; index < end; index++) {
    found = loadU8(descriptor) === FREE ? found + 1 : 0;
    if (found === count) return index + 1 - count;
    descriptor += 1 << DESCRIPTOR_SHIFT;
  }
  return -1;
}

/** Size in bytes of everything the heap owns, tables excluded. */
export function heapBytes(): i64 {
  return i64(loadI32(BLOCKS_USED)) << 15n;
}
