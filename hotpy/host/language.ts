/**
 * Python as the command line sees it.
 *
 * Invariant: this module loads little, so that the wasm is compiled by other threads while the rest is loaded.
 */

import { loadParts } from "../../toolkit/host/instance.ts";
import type { Language } from "../../toolkit/host/language.ts";
import { FILES } from "./artefacts.js";

/** The version of Python that HotPy implements, as `sys.version_info` has it, and HotPy's own. */
const PYTHON_VERSION = "3.14.0", HOTPY_VERSION = "0.1.0";

/** The language `python`. */
export const python: Language = {
  name: "python",
  version: `Python ${PYTHON_VERSION} (HotPy ${HOTPY_VERSION})`,
  banner: `Python ${PYTHON_VERSION} (HotPy ${HOTPY_VERSION}) on Deno ${Deno.version.deno}. Ctrl-D ends it.`,
  prompts: [">>> ", "... "],
  async open(options) {
    const parts = loadParts(FILES);
    const { openSession } = await import("./session.ts");
    return openSession(options, await parts);
  },
  async stages() {
    return (await import("./stages.ts")).STAGES;
  },
};
