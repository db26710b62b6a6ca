/** The unit `scheme`: everything that is compiled to `scheme.wasm`. `SchemeBytecodes` holds all handlers; `entries.ts` is what the host calls. */

export { ListBytecodes as SchemeBytecodes } from "./handlers_lists.ts";
export {
  boot,
  codeBuffer,
  exitStatus,
  flushPorts,
  interrupt,
  loadFile,
  makeLiteral,
  outOfMemory,
  reportChunk,
  runThunk,
  stackOverflow,
  start,
  takeResult,
  writeResult,
} from "./entries.ts";
