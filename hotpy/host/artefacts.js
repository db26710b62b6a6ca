/**
 * The built files of HotPy as literal imports: these need no permission and work over HTTP. JavaScript, because source phase imports are not
 * part of TypeScript yet, and so that the built command line (`toolkit/bundle.ts`) takes the module as it is: its URLs are relative to it.
 */

const heap = {
  url: new URL("../../toolkit/heap/heap.wasm", import.meta.url),
  load: () => import.source("../../toolkit/heap/heap.wasm"),
};
const core = {
  url: new URL("../hotpy.wasm", import.meta.url),
  load: () => import.source("../hotpy.wasm"),
};

/** The two modules. */
export const FILES = { heap, core };

/** What the build says of the core. */
export const UNIT = {
  url: new URL("../hotpy.unit.json", import.meta.url),
  /** @returns {Promise<any>} */
  load: async () => (await import("../hotpy.unit.json", { with: { type: "json" } })).default,
};

/** Handlers of the core for the trace compiler; read when a program gets hot. */
export const MACHINE_CODE = new URL("../hotpy.machine", import.meta.url);

/** The standard library: modules written in Python, found behind the program's own. */
export const LIBRARY = new URL("../lib/", import.meta.url);
