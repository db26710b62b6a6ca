/**
 * Names of procedures, for messages and the printer.
 */

import { isA, type Value } from "../../toolkit/define/mod.ts";
import { CaseLambda, Closure, FALSE, HOST_NAME, HostProcedure, Primitive } from "./objects.ts";

/** A symbol, or FALSE for an anonymous procedure. */
export function procedureName(v: Value): Value {
  if (isA(v, HostProcedure)) return (v as HostProcedure).free[HOST_NAME];
  if (isA(v, Closure)) return (v as Closure).code.name;
  if (isA(v, Primitive)) return (v as Primitive).name;
  if (isA(v, CaseLambda) && (v as CaseLambda).length > 0) return procedureName((v as CaseLambda).clauses[0]);
  return FALSE;
}
