/** Keeps rare paths of handlers out of the interpreter's dispatch function. */

import { globals, type i32, residual } from "../../toolkit/define/mod.ts";

@globals()
class Dispatch {
  static left: i32;
}

/** Written so that it is neither inlined nor dropped. */
export const leaveDispatch = residual(function (): void {
  Dispatch.left = 1;
});
