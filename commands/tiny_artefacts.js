/**
 * The built files of the example language as literal imports, as `hotpy/host/artefacts.js` does it for HotPy.
 */

const heap = {
  url: import.meta.resolve("../toolkit/heap/heap.wasm"),
  load: () => import.source("../toolkit/heap/heap.wasm"),
};
const core = {
  url: import.meta.resolve("../examples/tiny/tiny.wasm"),
  load: () => import.source("../examples/tiny/tiny.wasm"),
};

/** The image of the heap is in a custom section of a module without code: so it can be imported. */
const image = {
  url: import.meta.resolve("../examples/tiny/tiny.heap.wasm"),
  load: async () => new Uint8Array(WebAssembly.Module.customSections(await import.source("../examples/tiny/tiny.heap.wasm"), "image")[0]),
};

/** What the build says of the core. */
const unit = {
  url: import.meta.resolve("../examples/tiny/tiny.unit.json"),
  /** @returns {Promise<any>} */
  load: async () => (await import("../examples/tiny/tiny.unit.json", { with: { type: "json" } })).default,
};

/** What a VM starts from. */
export const FILES = { heap, core, image, unit };

const MACHINE_CODE_URL = import.meta.resolve("../examples/tiny/tiny.machine");

/** The core's handlers, from which the instruction set is read. */
export const MACHINE_CODE = {
  url: MACHINE_CODE_URL,
  load: async () => new Uint8Array(await (await fetch(MACHINE_CODE_URL)).arrayBuffer()),
};

/** The core's recorder. */
export const RECORDER = import.meta.resolve("../examples/tiny/tiny.recorder.wasm");
