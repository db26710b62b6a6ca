/**
 * The types of None, NotImplemented and Ellipsis.
 */

import { type i32, type i64, literal, slot, type Value } from "../../toolkit/define/mod.ts";
import { ELLIPSIS, NOT_IMPLEMENTED, Singletons, TRUE, Types } from "./objects.ts";
import { dictSetName } from "./dict.ts";

function noneRepr(self: Value): Value {
  return literal("None");
}

function notImplementedRepr(self: Value): Value {
  return literal("NotImplemented");
}

function ellipsisRepr(self: Value): Value {
  return literal("Ellipsis");
}

function isFalse(self: Value): i32 {
  return 0;
}

/** CPython's hash of None is a constant too. */
function noneHash(self: Value): i64 {
  return 0xfca86420n;
}

function otherHash(self: Value): i64 {
  return 0x3e1c9a45n;
}

export function bootSingletonTypes(): void {
  dictSetName(Singletons.builtins, literal("NotImplemented"), NOT_IMPLEMENTED);
  dictSetName(Singletons.builtins, literal("Ellipsis"), ELLIPSIS);
  dictSetName(Singletons.builtins, literal("__debug__"), TRUE);
  Types.none.tpRepr = slot(noneRepr);
  Types.none.tpBool = slot(isFalse);
  Types.none.tpHash = slot(noneHash);
  Types.notImplemented.tpRepr = slot(notImplementedRepr);
  Types.notImplemented.tpHash = slot(otherHash);
  Types.ellipsis.tpRepr = slot(ellipsisRepr);
  Types.ellipsis.tpHash = slot(otherHash);
}
