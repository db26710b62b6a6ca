/** Makes the initial heap. The symbols of `literal(…)` exist already. */

import { alloc, writable } from "../../toolkit/define/mod.ts";
import { Dynamic, NarrowChars, NULL, Roots, Values } from "./objects.ts";

export function bootAll(): void {
  writable(Roots).noValues = alloc(Values, 0);
  writable(Roots).emptyChars = alloc(NarrowChars, 0);
  Dynamic.handlers = NULL;
  Dynamic.winders = NULL;
}
