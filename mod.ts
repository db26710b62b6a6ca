/**
 * Embedding HotPy, a fast Python 3.14 in WebAssembly.
 *
 * @example
 * ```ts
 * import { loadHotPy } from "./mod.ts";
 *
 * using hotpy = await loadHotPy({ limits: { timeoutMs: 1000 } });
 * hotpy.globals.set("n", 20);
 * console.log(hotpy.runPython("sum(i * i for i in range(n))")); // 2470
 * ```
 *
 * @module
 */

import { HotPy, type HotPyOptions } from "./hotpy/host/embedding.ts";

export {
  type HotPy,
  type HotPyOptions,
  type PyDeepValue,
  type PyGlobals,
  type PyProxy,
  PythonError,
  type PyValue,
  type StreamHandler,
} from "./hotpy/host/embedding.ts";
export type { Convertible } from "./hotpy/host/values.ts";
export type { JitOptions, LimitOptions } from "./toolkit/host/language.ts";
export { CapabilityError, GuestError, Interrupted, LimitError, MachineError } from "./toolkit/machine/errors.ts";

/**
 * Loads a HotPy: a Python with a heap of its own, that reaches nothing but what it is given.
 * @throws RangeError for limits that are none
 */
export function loadHotPy(options: HotPyOptions = {}): Promise<HotPy> {
  return HotPy.load(options);
}
