/**
 * Functions behind intrinsics of the definition language: raw block fills and comparison, the barrier after a block copy,
 * and the operand stack as functions outside handlers see it. Nothing here is a safepoint.
 */

import {
  i32,
  type i64,
  type Layout,
  loadI32,
  loadI64,
  loadU8,
  memoryCopy,
  refAddress,
  residual,
  storeI32,
  storeI64,
  storeU16,
  type Value,
  valueFromWord,
  wordOf,
} from "../define/mod.ts";
import { remember } from "./barrier.ts";
import { OLD_CLEAN } from "./layout_table.ts";
import { CONTROL } from "../machine/memory_map.ts";

/** After references were copied into `object` without a barrier each. */
export const barrierObject = residual(function (object: Layout): void {
  if ((loadI32(refAddress(object)) & OLD_CLEAN) !== 0) remember(object);
});

/** Repeats the first `unitBytes` bytes until there are `sizeBytes`, in pieces that double. */
function repeat(address: i32, unitBytes: i32, sizeBytes: i32): void {
  let done = unitBytes;
  while (done < sizeBytes) {
    const piece = done < sizeBytes - done ? done : sizeBytes - done;
    memoryCopy(address + done, address, piece);
    done += piece;
  }
}

/** Fills `count` words of 8 bytes. */
export function fillWords(address: i32, count: i32, word: i64): void {
  if (count <= 0) return;
  storeI64(address, word);
  repeat(address, 8, count * 8);
}

/** Fills `count` words of 4 bytes with the low half of `word`. */
export function fillHalfWords(address: i32, count: i32, word: i64): void {
  if (count <= 0) return;
  storeI32(address, i32(word));
  repeat(address, 4, count * 4);
}

/** Fills `count` words of 2 bytes. */
export function fillQuarterWords(address: i32, count: i32, word: i64): void {
  if (count <= 0) return;
  storeU16(address, i32(word));
  repeat(address, 2, count * 2);
}

/** True when `sizeBytes` bytes at both addresses are the same; eight at a time. */
export const equalBytes = residual(function (a: i32, b: i32, sizeBytes: i32): boolean {
  let i = 0;
  while (i + 8 <= sizeBytes) {
    if (loadI64(a + i) !== loadI64(b + i)) return false;
    i += 8;
  }
  while (i < sizeBytes) {
    if (loadU8(a + i) !== loadU8(b + i)) return false;
    i++;
  }
  return true;
});

/** Pushes a value on the operand stack above the running frame. */
export const stackPush = residual(function (v: Value): void {
  const sp = loadI32(CONTROL.sp);
  storeI64(sp, wordOf(v));
  storeI32(CONTROL.sp, sp + 8);
});

/** The value `depth` below the top of the operand stack. */
export const stackPeek = residual(function (depth: i32): Value {
  return valueFromWord(loadI64(loadI32(CONTROL.sp) - 8 * (depth + 1)));
});

/** Drops values from the operand stack. */
export const stackDrop = residual(function (count: i32): void {
  storeI32(CONTROL.sp, loadI32(CONTROL.sp) - 8 * count);
});
