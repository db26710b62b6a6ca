/** Procedures of the host: arguments and result travel as handles. */

import { literal, residual, type Value } from "../../toolkit/define/mod.ts";
import { refused } from "./errors.ts";
import type { HostProcedure } from "./objects.ts";

export const callHost = residual(function (f: HostProcedure, _list: Value): Value {
  throw refused(literal("call"), literal("no host is there for"), f);
});
