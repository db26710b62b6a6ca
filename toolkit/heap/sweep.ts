/**
 * The sweep of a full collection: one walk over all blocks that frees what is not marked.
 *
 * Mature blocks count their free lines, 8 at a time; cells of dead objects go to the free lists; runs of dead large objects
 * become free blocks. Objects in mature space are not visited. Invariant: afterwards `OLD_BYTES` is exact but for the
 * unused parts of lines and cells.
 */

import { attempt, i32, i64, isNil, loadI32, loadI64, loadU8, memoryFill, popcount, storeI32, storeI64 } from "../define/mod.ts";
import {
  BLOCK_BYTES,
  BLOCK_CLASS,
  BLOCK_FREE_LINES,
  BLOCK_KIND,
  blockAddress,
  blockDescriptor,
  CELLS,
  freeBlocks,
  LARGE,
  LINE_BYTES,
  LINE_SHIFT,
  LINES_PER_BLOCK,
  MATURE,
} from "./blocks.ts";
import { cellBytes, CLASS_COUNT, freeRaw, linkFree } from "./cells.ts";
import { HeapHooks } from "./hooks.ts";
import { freeRun } from "./large.ts";
import { CODE_BYTECODE, descriptorOf, FLAG_CODE, LAYOUT_FLAGS } from "./layout_table.ts";
import { isMarked } from "./mark.ts";
import { MIN_FREE_LINES, resetMature } from "./mature.ts";
import { POISON_BYTE } from "./nursery.ts";
import { BLOCK_COUNT, CELL_BYTES, FREE_CELLS, LARGE_BYTES, LINE_BIAS, OLD_BYTES, POISONING, RAW_BYTES } from "./words.ts";

export function sweep(): void {
  memoryFill(FREE_CELLS, 0, CLASS_COUNT << 2);
  storeI64(CELL_BYTES, 0n);
  const count = loadI32(BLOCK_COUNT);
  let liveLines = 0;
  for (let block = 0; block < count; block++) {
    switch (loadU8(blockDescriptor(block) + BLOCK_KIND)) {
      case MATURE:
        liveLines += sweepLines(block);
        break;
      case CELLS:
        sweepCells(block);
        break;
      case LARGE:
        if (!isMarked(blockAddress(block))) sweepRun(blockAddress(block));
        break;
    }
  }
  storeI64(OLD_BYTES, (i64(liveLines) << 7n) + loadI64(CELL_BYTES) + loadI64(LARGE_BYTES) + loadI64(RAW_BYTES));
  resetMature();
}

/** Number of marked lines; a block without any is freed. */
function sweepLines(block: i32): i32 {
  const address = blockAddress(block);
  const marks = loadI32(LINE_BIAS) + (address >>> LINE_SHIFT);
  // Each mark is a byte 0 or 1, so bits are lines.
  let lines = 0n;
  for (let at = marks; at !== marks + LINES_PER_BLOCK; at += 8) lines += popcount(loadI64(at));
  const live = i32(lines);
  if (loadI32(POISONING) !== 0) poisonFreeLines(address, marks);
  if (live === 0) {
    freeBlocks(address);
  } else {
    const free = LINES_PER_BLOCK - live;
    storeI32(blockDescriptor(block) + BLOCK_FREE_LINES, free >= MIN_FREE_LINES ? free : 0);
  }
  return live;
}

function poisonFreeLines(address: i32, marks: i32): void {
  for (let line = 0; line < LINES_PER_BLOCK; line++) {
    if (loadU8(marks + line) === 0) memoryFill(address + (line << LINE_SHIFT), POISON_BYTE, LINE_BYTES);
  }
}

/** Builds the free list of a block of cells in front of its class's list; an empty block is freed instead. */
function sweepCells(block: i32): void {
  const descriptor = blockDescriptor(block);
  const sizeClass = loadU8(descriptor + BLOCK_CLASS);
  const size = cellBytes(sizeClass);
  const list = FREE_CELLS + (sizeClass << 2);
  const address = blockAddress(block);
  let free = loadI32(list);
  let live = 0;
  for (let i = BLOCK_BYTES / size - 1; i >= 0; i--) {
    const cell = address + i * size;
    if (loadI32(cell) !== 0 && isMarked(cell)) {
      live++;
    } else {
      if (loadI32(cell) !== 0) releaseCell(cell, size);
      linkFree(cell, size, free);
      free = cell;
    }
  }
  if (live === 0) {
    freeBlocks(address);
  } else {
    storeI32(list, free);
    storeI64(CELL_BYTES, loadI64(CELL_BYTES) + i64(live * size));
  }
}

/** What a dead object outside the mature space owned goes too. */
function releaseCell(cell: i32, size: i32): void {
  if ((loadI32(descriptorOf(cell) + LAYOUT_FLAGS) & FLAG_CODE) !== 0) {
    if (!isNil(HeapHooks.codeDied)) attempt(HeapHooks.codeDied(cell));
    freeRaw(loadI32(cell + CODE_BYTECODE));
  }
  if (loadI32(POISONING) !== 0) memoryFill(cell, POISON_BYTE, size);
}

function sweepRun(address: i32): void {
  freeRun(address);
  if (loadI32(POISONING) !== 0) memoryFill(address, POISON_BYTE, BLOCK_BYTES);
}
