/**
 * Primitives on characters that have no bytecode.
 */

import { type bool, boxChar, boxInt, type i32, i64, literal, residual, slot, type Value } from "../../toolkit/define/mod.ts";
import { digitValue, hasProperty, U_LOWER, U_UPPER } from "../../toolkit/library/unicode.ts";
import { FALSE, type Symbol, type Values } from "./objects.ts";
import { charArgument } from "./arguments.ts";
import { charFoldcase } from "./chars.ts";
import { define1, defineAny } from "./native.ts";
import { truth } from "./number_kinds.ts";

function isUpperCase(v: Value): Value {
  return truth(hasProperty(charArgument(literal("char-upper-case?"), 1, v), U_UPPER));
}
function isLowerCase(v: Value): Value {
  return truth(hasProperty(charArgument(literal("char-lower-case?"), 1, v), U_LOWER));
}

function foldcase(v: Value): Value {
  return boxChar(charFoldcase(charArgument(literal("char-foldcase"), 1, v)));
}

function digit(v: Value): Value {
  const value = digitValue(charArgument(literal("digit-value"), 1, v));
  return value < 0 ? FALSE : boxInt(i64(value));
}

// ── Comparison of any number, without regard to case ─────────────────────────────────────────────────────────────────

export const EQUAL = 0;
export const LESS = 1;
export const GREATER = 2;
export const LESS_EQUAL = 3;
export const GREATER_EQUAL = 4;

/** Whether an order (below 0, 0, above 0) is what a test wants. */
export function holds(test: i32, order: i32): bool {
  switch (test) {
    case EQUAL:
      return order === 0;
    case LESS:
      return order < 0;
    case GREATER:
      return order > 0;
    case LESS_EQUAL:
      return order <= 0;
    default:
      return order >= 0;
  }
}

/** All are looked at, so that one that is no character is always noticed. */
const compareFolded = residual(function (who: Symbol, args: Values, test: i32): Value {
  let result = true;
  let previous = charFoldcase(charArgument(who, 1, args.items[0]));
  for (let i = 1; i < args.length; i++) {
    const c = charFoldcase(charArgument(who, i + 1, args.items[i]));
    if (!holds(test, previous - c)) result = false;
    previous = c;
  }
  return truth(result);
});

function equalFolded(args: Values): Value {
  return compareFolded(literal("char-ci=?"), args, EQUAL);
}
function lessFolded(args: Values): Value {
  return compareFolded(literal("char-ci<?"), args, LESS);
}
function greaterFolded(args: Values): Value {
  return compareFolded(literal("char-ci>?"), args, GREATER);
}
function lessEqualFolded(args: Values): Value {
  return compareFolded(literal("char-ci<=?"), args, LESS_EQUAL);
}
function greaterEqualFolded(args: Values): Value {
  return compareFolded(literal("char-ci>=?"), args, GREATER_EQUAL);
}

export function bootCharacters(): void {
  define1(literal("char-upper-case?"), 1, slot(isUpperCase));
  define1(literal("char-lower-case?"), 1, slot(isLowerCase));
  define1(literal("char-foldcase"), 1, slot(foldcase));
  define1(literal("digit-value"), 1, slot(digit));
  defineAny(literal("char-ci=?"), 1, slot(equalFolded));
  defineAny(literal("char-ci<?"), 1, slot(lessFolded));
  defineAny(literal("char-ci>?"), 1, slot(greaterFolded));
  defineAny(literal("char-ci<=?"), 1, slot(lessEqualFolded));
  defineAny(literal("char-ci>=?"), 1, slot(greaterEqualFolded));
}
