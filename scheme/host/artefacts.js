/**
 * The built files of Scheme as literal imports: these need no permission and work over HTTP. JavaScript, because source phase imports are not
 * part of TypeScript yet, and so that the built command line (`toolkit/bundle.ts`) takes the module as it is: its URLs are relative to it.
 */

const heap = {
  url: new URL("../../toolkit/heap/heap.wasm", import.meta.url),
  load: () => import.source("../../toolkit/heap/heap.wasm"),
};
const core = {
  url: new URL("../scheme.wasm", import.meta.url),
  load: () => import.source("../scheme.wasm"),
};

/** The two modules. */
export const FILES = { heap, core };

/** What the build says of the core. */
export const UNIT = {
  url: new URL("../scheme.unit.json", import.meta.url),
  /** @returns {Promise<any>} */
  load: async () => (await import("../scheme.unit.json", { with: { type: "json" } })).default,
};

/** The compiled library (`image.ts`), in a custom section of a module without code: so it can be imported. */
export const IMAGE = {
  url: new URL("../scheme.image.wasm", import.meta.url),
  load: async () => new Uint8Array(WebAssembly.Module.customSections(await import.source("../scheme.image.wasm"), "image")[0]),
};

/** Handlers of the core for the trace compiler; read when a program gets hot. */
export const MACHINE_CODE = new URL("../scheme.machine", import.meta.url);
