/**
 * The mature space: objects up to 8 KB that survived a minor collection, Immix style (Blackburn and McKinley 2008) without
 * evacuation.
 *
 * Promotion bumps a pointer through runs of free lines, found in address order from the line marks of the last full
 * collection; an object longer than a line that does not fit goes to an overflow block instead. Invariant: a line is
 * handed out once between two full collections, and only if no marked object touches it.
 */

import { type bool, type i32, i64, loadI32, loadI64, loadU8, storeI32, storeI64, unreachable } from "../define/mod.ts";
import {
  BLOCK_BYTES,
  BLOCK_FREE_LINES,
  blockAddress,
  blockDescriptor,
  LINE_BYTES,
  LINE_SHIFT,
  LINES_PER_BLOCK,
  MATURE,
  takeBlocks,
} from "./blocks.ts";
import { allocateOldCell } from "./cells.ts";
import { allocateRun } from "./large.ts";
import {
  BLOCK_COUNT,
  LINE_BIAS,
  MATURE_BLOCK,
  MATURE_LIMIT,
  MATURE_LINE,
  MATURE_NEXT,
  OLD_BYTES,
  OVERFLOW_LIMIT,
  OVERFLOW_NEXT,
} from "./words.ts";

/** Objects longer than this are never in nursery or mature space. */
export const MAX_SMALL_BYTES = 8192;
/** Blocks with fewer free lines are not worth a visit. */
export const MIN_FREE_LINES = 16;

/** Room for an object of `sizeBytes` when the current run is too short. Never fails: no memory here is the end. */
export function allocateMatureSlow(sizeBytes: i32): i32 {
  if (sizeBytes > MAX_SMALL_BYTES) {
    // Only if generated code put a long object into the nursery, or its stored identity made it too long.
    const address = sizeBytes <= BLOCK_BYTES ? allocateOldCell(sizeBytes) : allocateRun(sizeBytes);
    if (address === 0) unreachable();
    return address;
  }
  if (sizeBytes > LINE_BYTES) return allocateOverflow(sizeBytes);
  do {
    if (!nextRun()) freshBlock(MATURE_NEXT, MATURE_LIMIT);
  } while (loadI32(MATURE_LIMIT) - loadI32(MATURE_NEXT) < sizeBytes);
  const address = loadI32(MATURE_NEXT);
  storeI32(MATURE_NEXT, address + sizeBytes);
  return address;
}

/** Keeps the rest of the current run for objects that fit. */
function allocateOverflow(sizeBytes: i32): i32 {
  if (loadI32(OVERFLOW_LIMIT) - loadI32(OVERFLOW_NEXT) < sizeBytes) freshBlock(OVERFLOW_NEXT, OVERFLOW_LIMIT);
  const address = loadI32(OVERFLOW_NEXT);
  storeI32(OVERFLOW_NEXT, address + sizeBytes);
  return address;
}

function freshBlock(next: i32, limit: i32): void {
  const address = takeBlocks(1, MATURE);
  if (address === 0) unreachable();
  storeI32(next, address);
  storeI32(limit, address + BLOCK_BYTES);
  storeI64(OLD_BYTES, loadI64(OLD_BYTES) + i64(BLOCK_BYTES));
}

/** Makes the next run of free lines in swept blocks the current one; false when there is none left. */
function nextRun(): bool {
  const count = loadI32(BLOCK_COUNT);
  let block = loadI32(MATURE_BLOCK);
  let line = loadI32(MATURE_LINE);
  while (block < count) {
    const descriptor = blockDescriptor(block);
    if (loadU8(descriptor) === MATURE && loadI32(descriptor + BLOCK_FREE_LINES) !== 0) {
      const start = blockAddress(block);
      const marks = loadI32(LINE_BIAS) + (start >>> LINE_SHIFT);
      while (line < LINES_PER_BLOCK && loadU8(marks + line) !== 0) line++;
      if (line < LINES_PER_BLOCK) {
        const first = line;
        while (line < LINES_PER_BLOCK && loadU8(marks + line) === 0) line++;
        storeI32(MATURE_NEXT, start + (first << LINE_SHIFT));
        storeI32(MATURE_LIMIT, start + (line << LINE_SHIFT));
        storeI32(MATURE_BLOCK, block);
        storeI32(MATURE_LINE, line);
        storeI64(OLD_BYTES, loadI64(OLD_BYTES) + i64((line - first) << LINE_SHIFT));
        return true;
      }
      storeI32(descriptor + BLOCK_FREE_LINES, 0);
    }
    block++;
    line = 0;
  }
  storeI32(MATURE_BLOCK, block);
  storeI32(MATURE_LINE, 0);
  return false;
}

/** After a sweep: promotion starts again at the first block. */
export function resetMature(): void {
  storeI32(MATURE_NEXT, 0);
  storeI32(MATURE_LIMIT, 0);
  storeI32(OVERFLOW_NEXT, 0);
  storeI32(OVERFLOW_LIMIT, 0);
  storeI32(MATURE_BLOCK, 0);
  storeI32(MATURE_LINE, 0);
}
