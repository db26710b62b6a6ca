/**
 * Error objects: what primitives throw. `throw wrongType(literal("car"), 1, literal("a pair"), x);`
 */

import { alloc, type i32, literal, residual, type Value } from "../../toolkit/define/mod.ts";
import { ErrorObject, FALSE, type GlobalCell, NarrowChars, NULL, Pair, Str, type Symbol } from "./objects.ts";
import { concatenate } from "./strings.ts";
import { nameOfKey } from "./symbols.ts";

const DIGITS = 10;

/** Decimal text of a number that is not negative. */
function numeral(n: i32): Str {
  let count: i32 = 1;
  for (let rest = n / DIGITS; rest > 0; rest /= DIGITS) count += 1;
  const chars = alloc(NarrowChars, count);
  let rest = n;
  for (let i: i32 = count - 1; i >= 0; i--) {
    chars.items[i] = 48 + rest % DIGITS;
    rest /= DIGITS;
  }
  const s = alloc(Str);
  s.chars = chars;
  s.immutable = 1;
  return s;
}

function text(name: Symbol): Str {
  return name.name;
}

function listOf(v: Value): Pair {
  const pair = alloc(Pair);
  pair.car = v;
  pair.cdr = NULL;
  return pair;
}

/** An error of any kind. `message` is a string, `irritants` a list, `who` a symbol or FALSE. */
export const simpleError = residual(function (kind: Symbol, who: Value, message: Value, irritants: Value): ErrorObject {
  const e = alloc(ErrorObject);
  e.kind = kind;
  e.who = who;
  e.message = message;
  e.irritants = irritants;
  return e;
});

/** `expected` says what argument `position` (from 1) of `who` should be: "a pair". */
export const wrongType = residual(function (who: Symbol, position: i32, expected: Symbol, object: Value): ErrorObject {
  const start = concatenate(text(literal("argument ")), numeral(position));
  const message = concatenate(concatenate(start, text(literal(" must be "))), concatenate(text(expected), text(literal(", not"))));
  return simpleError(literal("type"), who, message, listOf(object));
});

/** Argument `position` (from 1) of `who` is outside of what it may be. */
export const outOfRange = residual(function (who: Symbol, position: i32, object: Value): ErrorObject {
  const message = concatenate(concatenate(text(literal("argument ")), numeral(position)), text(literal(" is out of range:")));
  return simpleError(literal("range"), who, message, listOf(object));
});

export const divisionByZero = residual(function (who: Symbol): ErrorObject {
  return simpleError(literal("divide"), who, text(literal("division by zero")), NULL);
});

/** An operation that cannot be done with this object. */
export const refused = residual(function (who: Symbol, message: Symbol, object: Value): ErrorObject {
  return simpleError(literal("other"), who, text(message), listOf(object));
});

export const immutableLiteral = residual(function (who: Symbol, object: Value): ErrorObject {
  return simpleError(literal("type"), who, text(literal("cannot change a literal:")), listOf(object));
});

export const notProcedure = residual(function (object: Value): ErrorObject {
  return simpleError(literal("type"), FALSE, text(literal("not a procedure:")), listOf(object));
});

export const unboundVariable = residual(function (cell: GlobalCell): ErrorObject {
  return simpleError(literal("unbound"), FALSE, text(literal("unbound variable:")), listOf(nameOfKey(cell.key)));
});

/** A variable of `letrec` and the like that is used before it has a value. */
export const unassignedVariable = residual(function (name: Value): ErrorObject {
  return simpleError(literal("unbound"), FALSE, text(literal("variable used before its definition:")), listOf(name));
});

/** "1 argument", "2 arguments" */
function counted(n: i32, what: Symbol): Str {
  const s = concatenate(concatenate(numeral(n), text(literal(" "))), text(what));
  return n === 1 ? s : concatenate(s, text(literal("s")));
}

/** "expected 1 argument, got 2" for procedures that take `least` to `most` (-1: any number) arguments. */
function countMessage(least: i32, most: i32, got: i32, what: Symbol): Str {
  let message = text(literal("expected "));
  if (most < 0) message = concatenate(concatenate(message, text(literal("at least "))), counted(least, what));
  else if (least === most) message = concatenate(message, counted(least, what));
  else message = concatenate(concatenate(message, numeral(least)), concatenate(text(literal(" to ")), counted(most, what)));
  return concatenate(concatenate(message, text(literal(", got "))), numeral(got));
}

/** A call of `who` (a symbol, or FALSE for an anonymous procedure) with the wrong number of arguments. */
export const wrongCount = residual(function (who: Value, least: i32, most: i32, got: i32): ErrorObject {
  return simpleError(literal("arity"), who, countMessage(least, most, got, literal("argument")), NULL);
});

/** `least` to `most` values were expected. */
export const wrongValues = residual(function (least: i32, most: i32, got: i32): ErrorObject {
  return simpleError(literal("arity"), FALSE, countMessage(least, most, got, literal("value")), NULL);
});

/** No clause of a `case-lambda` takes `got` arguments. */
export const noClause = residual(function (who: Value, got: i32): ErrorObject {
  const message = concatenate(text(literal("no clause takes ")), counted(got, literal("argument")));
  return simpleError(literal("arity"), who, message, NULL);
});
