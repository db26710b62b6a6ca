/**
 * Scheme on the command line.
 *
 * Invariant: this module loads little, so that the wasm is compiled by other threads while the rest is loaded.
 */

import { loadParts } from "../../toolkit/host/instance.ts";
import type { Language } from "../../toolkit/host/language.ts";
import { FILES } from "./artefacts.js";
import type { SchemeUnit } from "./image.ts";

export const scheme: Language = {
  name: "scheme",
  banner: "Scheme (R7RS) on the toolkit. Ctrl-D or (exit) ends.",
  prompts: ["> ", "  "],
  version: "Scheme (R7RS-small)",
  stages: async () => (await import("./stages.ts")).stages(),
  async open(options) {
    const parts = loadParts<SchemeUnit>(FILES);
    const { openSession } = await import("./session.ts");
    return openSession(options, await parts);
  },
};
