/**
 * Scratch memory of integer arithmetic: a stack of raw chunks outside the collected heap.
 *
 * Operands are read in place and results are computed here, so no step of an operation can collect; only the finished result
 * is allocated. Every public operation starts with `beginScratch`, which forgets what the last one left. Invariant: the
 * chunks form a list from the newest to the first, which stays; it has grown to what operations needed, up to `KEPT_BYTES`.
 */

import { type bool, clz, type i32, loadI32, ltU, storeI32, unreachable } from "../define/mod.ts";
import { allocateRaw, freeRaw } from "./cells.ts";
import { SCRATCH_CHUNK, SCRATCH_END, SCRATCH_NEXT } from "./words.ts";

const CHUNK_BYTES = 0x8000;
const KEPT_BYTES = 0x100000;
/** Header of a chunk: address and end of the chunk before it. */
const CHUNK_HEADER = 8;

function pushChunk(sizeBytes: i32): bool {
  const chunk = allocateRaw(sizeBytes);
  if (chunk === 0) return false;
  storeI32(chunk, loadI32(SCRATCH_CHUNK));
  storeI32(chunk + 4, loadI32(SCRATCH_END));
  storeI32(SCRATCH_CHUNK, chunk);
  storeI32(SCRATCH_NEXT, chunk + CHUNK_HEADER);
  storeI32(SCRATCH_END, chunk + sizeBytes);
  return true;
}

function popChunk(): void {
  const chunk = loadI32(SCRATCH_CHUNK);
  storeI32(SCRATCH_CHUNK, loadI32(chunk));
  storeI32(SCRATCH_END, loadI32(chunk + 4));
  freeRaw(chunk);
}

/** Empties the scratch memory and makes sure that `sizeBytes` can be taken in all; false when there is no memory. */
export function beginScratch(sizeBytes: i32): bool {
  if (loadI32(SCRATCH_CHUNK) === 0 && !pushChunk(CHUNK_BYTES)) return false;
  while (loadI32(loadI32(SCRATCH_CHUNK)) !== 0) popChunk();
  storeI32(SCRATCH_NEXT, loadI32(SCRATCH_CHUNK) + CHUNK_HEADER);
  const needed = sizeBytes + 64;
  if (needed <= loadI32(SCRATCH_END) - loadI32(SCRATCH_CHUNK)) return true;
  if (needed > KEPT_BYTES) return pushChunk(needed);
  popChunk();
  return pushChunk(1 << (32 - clz(needed - 1)));
}

export function scratchMark(): i32 {
  return loadI32(SCRATCH_NEXT);
}

/** Gives back everything taken since `mark`. */
export function scratchRelease(mark: i32): void {
  while (!ltU(mark - loadI32(SCRATCH_CHUNK) - 1, loadI32(SCRATCH_END) - loadI32(SCRATCH_CHUNK))) popChunk();
  storeI32(SCRATCH_NEXT, mark);
}

/** Room for `digits` digits, uninitialised. */
export function takeDigits(digits: i32): i32 {
  const sizeBytes = ((digits << 2) + 7) & -8;
  if (loadI32(SCRATCH_END) - loadI32(SCRATCH_NEXT) < sizeBytes) {
    if (!pushChunk(sizeBytes + CHUNK_HEADER < CHUNK_BYTES ? CHUNK_BYTES : sizeBytes + CHUNK_HEADER)) unreachable();
  }
  const address = loadI32(SCRATCH_NEXT);
  storeI32(SCRATCH_NEXT, address + sizeBytes);
  return address;
}
