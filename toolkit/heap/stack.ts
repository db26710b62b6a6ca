/**
 * Values pushed above the running frame's operands by functions outside handlers, and nested interpreter runs.
 *
 * Invariant: the words below `CONTROL.sp` are roots, so what is pushed survives and is redirected.
 */

import { Code, i32, loadI32, loadI64, storeI32, storeI64, Value, valueFromWord, wordOf } from "../define/mod.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { HeapHooks } from "./hooks.ts";

export function stackPush(v: Value): void {
  const sp = loadI32(CONTROL.sp);
  storeI64(sp, wordOf(v));
  storeI32(CONTROL.sp, sp + 8);
}

/** The value `depth` below the top. */
export function stackPeek(depth: i32): Value {
  return valueFromWord(loadI64(loadI32(CONTROL.sp) - ((depth + 1) << 3)));
}

export function stackDrop(count: i32): void {
  storeI32(CONTROL.sp, loadI32(CONTROL.sp) - (count << 3));
}

/** Runs `code` with the top `argc` values as its first locals; they are popped. */
export function runNested(code: Code, func: Value, argc: i32): Value {
  return HeapHooks.runNested(code, func, argc);
}
