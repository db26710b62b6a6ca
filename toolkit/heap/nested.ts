/** Nested interpreter runs for functions outside handlers (what they push first is in `support.ts`). */

import type { Code, i32, Value } from "../define/mod.ts";
import { HeapHooks } from "./hooks.ts";

/** Runs `code` with the top `argc` pushed values as its first locals; they are popped. The sentinel when it raised. */
export function runNested(code: Code, func: Value, argc: i32): Value {
  return HeapHooks.runNested(code, func, argc);
}
