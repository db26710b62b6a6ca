/**
 * Embedding HotPy, a fast Python 3.14, and Scheme (R7RS), in WebAssembly.
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
 * @example
 * ```ts
 * import { loadScheme } from "./mod.ts";
 *
 * using scheme = await loadScheme();
 * scheme.define("square", (x: number) => x * x);
 * console.log(scheme.evaluate("(map square '(1 2 3))")); // [1, 4, 9]
 * ```
 *
 * @module
 */

import { HotPy, type HotPyOptions } from "./hotpy/host/embedding.ts";
import { Scheme, type SchemeOptions } from "./scheme/host/embedding.ts";

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
export { type Scheme, SchemeError, type SchemeOptions, SchemeProxy } from "./scheme/host/embedding.ts";
export type { Convertible as SchemeConvertible } from "./scheme/host/values.ts";
export { Char as SchemeChar, Complex as SchemeComplex, Pair as SchemePair, Ratio as SchemeRatio } from "./scheme/reader/datum.ts";
export type { JitOptions, LimitOptions } from "./toolkit/host/language.ts";
export { CapabilityError, GuestError, Interrupted, LimitError, MachineError } from "./toolkit/machine/errors.ts";

/**
 * Loads a HotPy: a Python with a heap of its own, that reaches nothing but what it is given.
 * @throws RangeError for limits that are none
 */
export function loadHotPy(options: HotPyOptions = {}): Promise<HotPy> {
  return HotPy.load(options);
}

/**
 * Loads a Scheme with a heap of its own, that reaches nothing but what it is given.
 * @throws RangeError for limits that are none
 */
export function loadScheme(options: SchemeOptions = {}): Promise<Scheme> {
  return Scheme.load(options);
}
