/** Third-party packages that only `deno task build` and the tests need; never loaded by a running VM. */
export { default as ts } from "npm:typescript@6.0.3";

/** Loaded on first use: half a second of start-up that the front end alone need not pay. */
export async function loadBinaryen(): Promise<typeof import("npm:binaryen@132.0.0").default> {
  return (await import("npm:binaryen@132.0.0")).default;
}

export type { OnResolveResult, Plugin } from "npm:esbuild@0.28.2";
/** Bundles the command line. */
export function loadEsbuild() {
  return import("npm:esbuild@0.28.2");
}

/** CPython 3.14 compiled to wasm: the oracle of the tests. */
export function loadOracle() {
  return import("npm:pyodide@314.0.7");
}
