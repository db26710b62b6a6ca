/**
 * Primitives on symbols and booleans that have no bytecode.
 */

import { isA, literal, residual, slot, type Value } from "../../toolkit/define/mod.ts";
import { FALSE, Symbol, TRUE, type Values } from "./objects.ts";
import { wrongType } from "./errors.ts";
import { defineAny } from "./native.ts";

/** `symbol=?`: all are looked at, so that one that is no symbol is always noticed. */
const sameSymbols = residual(function (args: Values): Value {
  let result = TRUE;
  for (let i = 0; i < args.length; i++) {
    if (!isA(args.items[i], Symbol)) throw wrongType(literal("symbol=?"), i + 1, literal("a symbol"), args.items[i]);
    if (args.items[i] !== args.items[0]) result = FALSE;
  }
  return result;
});

/** `boolean=?` */
const sameBooleans = residual(function (args: Values): Value {
  let result = TRUE;
  for (let i = 0; i < args.length; i++) {
    const v = args.items[i];
    if (v !== TRUE && v !== FALSE) throw wrongType(literal("boolean=?"), i + 1, literal("a boolean"), v);
    if (v !== args.items[0]) result = FALSE;
  }
  return result;
});

export function bootSymbolProcedures(): void {
  defineAny(literal("symbol=?"), 1, slot(sameSymbols));
  defineAny(literal("boolean=?"), 1, slot(sameBooleans));
}
