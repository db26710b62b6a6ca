/** The unit `hotpy`: everything that is compiled to `hotpy.wasm`. `HotPyBytecodes` holds all handlers; `entries.ts` is what the host calls. */

export { HotPyBytecodes } from "./handlers_modules.ts";
export {
  boot,
  codeBuffer,
  exitStatus,
  makeLiteral,
  outOfMemory,
  raiseError,
  reportChunk,
  runMain,
  stackOverflow,
  start,
} from "./entries.ts";
