/** Procedures on lists that the compiler inlines: loops out of line. */

import { boxInt, type i32, i64, intOf, isA, isInt, isRef, literal, residual, type Value } from "../../toolkit/define/mod.ts";
import { eqv } from "./equality.ts";
import { outOfRange, wrongType } from "./errors.ts";
import { FALSE, NULL, Pair, type Symbol } from "./objects.ts";
import { cons, properLength } from "./values.ts";

/** Steps through a list after which it is looked at for a cycle. */
const CYCLE_CHECK = 0xfffff;

/** `(length list)` */
export const length = residual(function (list: Value): Value {
  const count = properLength(list);
  if (count < 0) throw wrongType(literal("length"), 1, literal("a list"), list);
  return boxInt(i64(count));
});

/** `(reverse list)` */
export const reverse = residual(function (list: Value): Value {
  if (properLength(list) < 0) throw wrongType(literal("reverse"), 1, literal("a list"), list);
  let reversed: Value = NULL;
  for (let rest = list; isA(rest, Pair); rest = (rest as Pair).cdr) reversed = cons((rest as Pair).car, reversed);
  return reversed;
});

/** `(append list tail)` */
export const append = residual(function (list: Value, tail: Value): Value {
  if (list === NULL) return tail;
  if (properLength(list) < 0) throw wrongType(literal("append"), 1, literal("a list"), list);
  const first = cons((list as Pair).car, tail);
  let last = first;
  for (let rest = (list as Pair).cdr; isA(rest, Pair); rest = (rest as Pair).cdr) {
    const pair = cons((rest as Pair).car, tail);
    last.cdr = pair;
    last = pair;
  }
  return first;
});

/** Raises when a list, in which a search has gone far, is circular. */
function checkCycle(who: Symbol, list: Value): void {
  if (properLength(list) < 0) throw wrongType(who, 2, literal("a list"), list);
}

/** The end of a search that found nothing. */
function notFound(who: Symbol, list: Value, rest: Value): Value {
  if (rest !== NULL) throw wrongType(who, 2, literal("a list"), list);
  return FALSE;
}

/** `(memq v list)` */
export const memq = residual(function (v: Value, list: Value): Value {
  let steps: i32 = 0;
  let rest = list;
  for (; isA(rest, Pair); rest = (rest as Pair).cdr) {
    if ((rest as Pair).car === v) return rest;
    steps += 1;
    if ((steps & CYCLE_CHECK) === 0) checkCycle(literal("memq"), list);
  }
  return notFound(literal("memq"), list, rest);
});

/** `(memv v list)` */
export const memv = residual(function (v: Value, list: Value): Value {
  let steps: i32 = 0;
  let rest = list;
  for (; isA(rest, Pair); rest = (rest as Pair).cdr) {
    const item = (rest as Pair).car;
    if (item === v || isRef(v) && eqv(item, v)) return rest;
    steps += 1;
    if ((steps & CYCLE_CHECK) === 0) checkCycle(literal("memv"), list);
  }
  return notFound(literal("memv"), list, rest);
});

/** `(assq v list)` */
export const assq = residual(function (v: Value, list: Value): Value {
  let steps: i32 = 0;
  let rest = list;
  for (; isA(rest, Pair); rest = (rest as Pair).cdr) {
    const entry = (rest as Pair).car;
    if (!isA(entry, Pair)) throw wrongType(literal("assq"), 2, literal("a list of pairs"), entry);
    if ((entry as Pair).car === v) return entry;
    steps += 1;
    if ((steps & CYCLE_CHECK) === 0) checkCycle(literal("assq"), list);
  }
  return notFound(literal("assq"), list, rest);
});

/** `(assv v list)` */
export const assv = residual(function (v: Value, list: Value): Value {
  let steps: i32 = 0;
  let rest = list;
  for (; isA(rest, Pair); rest = (rest as Pair).cdr) {
    const entry = (rest as Pair).car;
    if (!isA(entry, Pair)) throw wrongType(literal("assv"), 2, literal("a list of pairs"), entry);
    const key = (entry as Pair).car;
    if (key === v || isRef(v) && eqv(key, v)) return entry;
    steps += 1;
    if ((steps & CYCLE_CHECK) === 0) checkCycle(literal("assv"), list);
  }
  return notFound(literal("assv"), list, rest);
});

/** What is left of a list behind its first `k` pairs. */
function tailFor(who: Symbol, list: Value, k: Value): Value {
  if (!isInt(k)) throw wrongType(who, 2, literal("an exact integer"), k);
  let rest = list;
  for (let left = intOf(k); left !== 0n; left -= 1n) {
    if (left < 0n || !isA(rest, Pair)) throw outOfRange(who, 2, k);
    rest = (rest as Pair).cdr;
  }
  return rest;
}

/** `(list-tail list k)` */
export const listTail = residual(function (list: Value, k: Value): Value {
  return tailFor(literal("list-tail"), list, k);
});

/** `(list-ref list k)` */
export const listRef = residual(function (list: Value, k: Value): Value {
  const rest = tailFor(literal("list-ref"), list, k);
  if (!isA(rest, Pair)) throw outOfRange(literal("list-ref"), 2, k);
  return (rest as Pair).car;
});

/** `(list? v)` as 1 or 0. */
export const isList = residual(function (v: Value): i32 {
  return properLength(v) >= 0 ? 1 : 0;
});
