/** The unit `scheme`: everything that is compiled to `scheme.wasm`. `SchemeBytecodes` holds all handlers; `entries.ts` is what the host calls. */

export { NumericBytecodes as SchemeBytecodes } from "./handlers_numeric.ts";
export { boot, codeBuffer, interrupt, loadFile, makeLiteral, outOfMemory, runThunk, stackOverflow, takeResult } from "./entries.ts";
