/** Procedures of the host: arguments and result travel as handles. */

import { type i32, residual, type Value } from "../../toolkit/define/mod.ts";
import { refused } from "./errors.ts";
import { literal } from "../../toolkit/define/mod.ts";
import type { HostProcedure, Values } from "./objects.ts";

export const callHost = residual(function (f: HostProcedure, _args: Values): Value {
  throw refused(literal("call"), literal("no host is there for"), f);
});
