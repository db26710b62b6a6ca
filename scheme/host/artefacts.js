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

/** The image of the heap is in a custom section of a module without code: so it can be imported. */
const image = {
  url: new URL("../scheme.heap.wasm", import.meta.url),
  load: async () => new Uint8Array(WebAssembly.Module.customSections(await import.source("../scheme.heap.wasm"), "image")[0]),
};

/** What the build says of the core. */
const unit = {
  url: new URL("../scheme.unit.json", import.meta.url),
  /** @returns {Promise<any>} */
  load: async () => (await import("../scheme.unit.json", { with: { type: "json" } })).default,
};

/** What a VM starts from. */
export const FILES = { heap, core, image, unit };

/** The recorder of the core; read when a program gets hot. */
export const RECORDER = new URL("../scheme.recorder.wasm", import.meta.url);

/** Handlers of the core for the trace compiler; read when a program gets hot. */
export const MACHINE_CODE = new URL("../scheme.machine", import.meta.url);
