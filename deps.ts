/**
 * Every third-party package of the project, each pinned and named in full (an import map would be ignored when the project is imported by URL).
 *
 * Invariant: importing this module loads nothing; each function loads one package at its first call. Only `toolkit/deps_build.ts` names
 * packages besides, those that only building and testing need.
 */

/** Command line parser, for the full command tree; the plain `run` and `repl` do without. */
export function loadCommander() {
  return import("npm:@commander-js/extra-typings@15.1.0");
}
/** What the typings above describe; pinned here because they only declare it as a peer. */
export function loadCommanderRuntime() {
  return import("npm:commander@15.1.0");
}

/** WASI for cores that import it (wasmer-js). */
export function loadWasi() {
  return import("npm:@wasmer/wasi@1.2.2");
}
export type WasiPackage = Awaited<ReturnType<typeof loadWasi>>;
/** File URL of the CommonJS module of wasmer-js, for loading it without `await` in the middle of a guest's call. */
export function wasiModuleUrl(): string {
  return import.meta.resolve("npm:@wasmer/wasi@1.2.2");
}
