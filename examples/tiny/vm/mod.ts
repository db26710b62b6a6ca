/** The unit `tiny`: a small dynamic language and, in `awkward.ts`, bytecodes for testing (see `docs/tutorial.md`). */

export { Awkward as TinyBytecodes } from "./awkward.ts";
export * from "./loading.ts";
