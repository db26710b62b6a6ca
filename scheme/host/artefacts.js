/**
 * The built files of Scheme as literal imports: these need no permission and work over HTTP. JavaScript, because source phase imports are not
 * part of TypeScript yet, and so that the built command line (`toolkit/bundle`) takes the module as it is: its URLs are relative to it.
 * They are texts: objects take time to make, and most are never used.
 */

const heap = {
  url: import.meta.resolve("../../toolkit/heap/heap.wasm"),
  load: () => import.source("../../toolkit/heap/heap.wasm"),
};
const core = {
  url: import.meta.resolve("../scheme.wasm"),
  load: () => import.source("../scheme.wasm"),
};

/** The image of the heap is in a custom section of a module without code: so it can be imported. */
const image = {
  url: import.meta.resolve("../scheme.heap.wasm"),
  load: async () => new Uint8Array(WebAssembly.Module.customSections(await import.source("../scheme.heap.wasm"), "image")[0]),
};

/** What the build says of the core. */
const unit = {
  url: import.meta.resolve("../scheme.unit.json"),
  /** @returns {Promise<any>} */
  load: async () => (await import("../scheme.unit.json", { with: { type: "json" } })).default,
};

/** What a VM starts from. */
export const FILES = { heap, core, image, unit };

/** The recorder of the core; read when a program gets hot. */
export const RECORDER = import.meta.resolve("../scheme.recorder.wasm");

/** Handlers of the core for the trace compiler; read when a program gets hot. */
export const MACHINE_CODE = import.meta.resolve("../scheme.machine");
