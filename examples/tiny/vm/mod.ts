/** The unit `tiny`: a small dynamic language defined in less than 500 lines (see `docs/tutorial.md`). */

export { Awkward as TinyBytecodes } from "./awkward.ts";
export * from "./loading.ts";
