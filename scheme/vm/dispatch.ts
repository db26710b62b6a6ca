/** Keeps rare paths of handlers out of the interpreter's dispatch function. */

import { globals, type i32, residual, unreachable } from "../../toolkit/define/mod.ts";

@globals()
class Dispatch {
  static never: i32;
}

/** Does nothing, but written so that it is neither inlined nor dropped. */
export const leaveDispatch = residual(function (): void {
  if (Dispatch.never !== 0) unreachable();
});
