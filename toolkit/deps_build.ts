/** Third-party packages that only `deno task build` and the tests need; never loaded by a running VM. */
export { default as ts } from "npm:typescript@6.0.3";
/** CPython 3.14 compiled to wasm: the oracle of the tests. */
export function loadOracle() {
  return import("npm:pyodide@314.0.7");
}
