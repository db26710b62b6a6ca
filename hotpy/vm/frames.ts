/** What native code may know of the running frame. */

import { loadI32, refFromAddress, residual } from "../../toolkit/define/mod.ts";
import { CONTROL, FRAME } from "../../toolkit/machine/memory_map.ts";
import { type Namespace, type PyCode, Singletons } from "./objects.ts";

/** Globals of the frame that called native code; in compiled code, of the frame at which the region was entered. */
export const runningGlobals = residual(function (): Namespace {
  const frame = loadI32(CONTROL.fp);
  if (frame === 0) return Singletons.builtins;
  const code: PyCode = refFromAddress(loadI32(frame + FRAME.code));
  return code.globals;
});
