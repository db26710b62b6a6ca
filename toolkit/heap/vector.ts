/**
 * Growable arrays of words in raw memory, for the collector's own lists: three words (start, next free, end) at a fixed
 * address.
 *
 * Invariant: `start <= next <= end`, all 0 while the vector is empty and was never used. Growing never collects.
 */

import { type i32, loadI32, memoryCopy, storeI32, unreachable } from "../define/mod.ts";
import { freeBlocks, RAW_RUN, takeBlocks } from "./blocks.ts";

export const VECTOR_START = 0;
export const VECTOR_NEXT = 4;
export const VECTOR_END = 8;

/** Makes room for twice the elements. The collector cannot go on without: no memory here is the end. */
export function vectorGrow(vector: i32): void {
  const start = loadI32(vector);
  const usedBytes = loadI32(vector + VECTOR_NEXT) - start;
  const blocks = start === 0 ? 1 : (loadI32(vector + VECTOR_END) - start) >>> 14;
  const grown = takeBlocks(blocks, RAW_RUN);
  if (grown === 0) unreachable();
  if (start !== 0) {
    memoryCopy(grown, start, usedBytes);
    freeBlocks(start);
  }
  storeI32(vector, grown);
  storeI32(vector + VECTOR_NEXT, grown + usedBytes);
  storeI32(vector + VECTOR_END, grown + (blocks << 15));
}

export function vectorPush(vector: i32, item: i32): void {
  if (loadI32(vector + VECTOR_NEXT) === loadI32(vector + VECTOR_END)) vectorGrow(vector);
  const next = loadI32(vector + VECTOR_NEXT);
  storeI32(next, item);
  storeI32(vector + VECTOR_NEXT, next + 4);
}

/** Forgets the elements and keeps the memory. */
export function vectorClear(vector: i32): void {
  storeI32(vector + VECTOR_NEXT, loadI32(vector));
}
