/**
 * What `fillTail`, `copyTail` and `equalTail` compile to beyond `memory.copy` and `memory.fill`, and the barrier after
 * stores in bulk.
 *
 * Addresses are raw; ranges lie in one variable part each.
 */

import { bool, i32, i64, Layout, loadI32, loadI64, loadU8, refAddress, residual, storeI32, storeI64, storeU16 } from "../define/mod.ts";
import { rememberAddress } from "./barrier.ts";
import { OLD_CLEAN } from "./layout_table.ts";

/** To be called after references were stored into `object` without a barrier each. */
export const barrierObject = residual(function (object: Layout): void {
  const address = refAddress(object);
  if ((loadI32(address) & OLD_CLEAN) !== 0) rememberAddress(address);
});

export const fillWords = residual(function (address: i32, count: i32, word: i64): void {
  for (let i = 0; i < count; i++) storeI64(address + (i << 3), word);
});

export const fillHalfWords = residual(function (address: i32, count: i32, word: i64): void {
  const half = i32(word);
  for (let i = 0; i < count; i++) storeI32(address + (i << 2), half);
});

export const fillQuarterWords = residual(function (address: i32, count: i32, word: i64): void {
  const quarter = i32(word);
  for (let i = 0; i < count; i++) storeU16(address + (i << 1), quarter);
});

export const equalBytes = residual(function (a: i32, b: i32, sizeBytes: i32): bool {
  let i = 0;
  for (; i + 8 <= sizeBytes; i += 8) {
    if (loadI64(a + i) !== loadI64(b + i)) return false;
  }
  for (; i < sizeBytes; i++) {
    if (loadU8(a + i) !== loadU8(b + i)) return false;
  }
  return true;
});
