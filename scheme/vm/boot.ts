/** Makes the initial heap. The symbols of `literal(…)` exist already. */

import { alloc, literal, writable } from "../../toolkit/define/mod.ts";
import { bootBaseCode } from "./base_code.ts";
import { bootNatives } from "./natives.ts";
import { cellOf } from "./globals.ts";
import { bootControl } from "./natives_control.ts";
import { bootParameters } from "./parameters.ts";
import { Dynamic, NarrowChars, NULL, Roots, Values } from "./objects.ts";

export function bootAll(): void {
  writable(Roots).noValues = alloc(Values, 0);
  writable(Roots).emptyChars = alloc(NarrowChars, 0);
  writable(Dynamic).raise = cellOf(literal("%raise"));
  writable(Dynamic).rewind = cellOf(literal("%rewind"));
  bootBaseCode();
  bootParameters();
  bootControl();
  bootNatives();
  Dynamic.handlers = NULL;
  Dynamic.winders = NULL;
}
