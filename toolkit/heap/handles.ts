/**
 * Handles: small integers by which the host holds guest values across calls.
 *
 * Invariant: handle h is the word at index h of the table (h > 0); a free entry holds the special value whose number is the
 * next free handle, which the collector ignores.
 */

import { entry, i32, i64, loadI32, loadI64, shrU, storeI32, storeI64, type Value, valueFromWord, wordOf } from "../define/mod.ts";
import { VECTOR_NEXT, vectorPush } from "./vector.ts";
import { FREE_HANDLE, HANDLES } from "./words.ts";

/** A new handle for `v`. */
export const newHandle = entry(function (v: Value): i32 {
  const free = loadI32(FREE_HANDLE);
  if (free !== 0) {
    const cell = loadI32(HANDLES) + (free << 3);
    storeI32(FREE_HANDLE, i32(shrU(loadI64(cell), 3n)));
    storeI64(cell, wordOf(v));
    return free;
  }
  if (loadI32(HANDLES) === loadI32(HANDLES + VECTOR_NEXT)) pushWord(0n); // handle 0 is none
  pushWord(wordOf(v));
  return ((loadI32(HANDLES + VECTOR_NEXT) - loadI32(HANDLES)) >>> 3) - 1;
});

function pushWord(word: i64): void {
  vectorPush(HANDLES, i32(word));
  vectorPush(HANDLES, i32(word >> 32n));
}

export const handleValue = entry(function (handle: i32): Value {
  return valueFromWord(loadI64(loadI32(HANDLES) + (handle << 3)));
});

/** Replaces what a handle holds. */
export const setHandle = entry(function (handle: i32, v: Value): void {
  storeI64(loadI32(HANDLES) + (handle << 3), wordOf(v));
});

export const freeHandle = entry(function (handle: i32): void {
  storeI64(loadI32(HANDLES) + (handle << 3), (i64(loadI32(FREE_HANDLE)) << 3n) | 2n);
  storeI32(FREE_HANDLE, handle);
});
