/** Multiple values as one word, and lists of arguments. */

import { alloc, type i32, isA, residual, type Value } from "../../toolkit/define/mod.ts";
import { notProcedure, wrongCount } from "./errors.ts";
import { NULL, Pair, Primitive, Roots, Values } from "./objects.ts";

export function cons(car: Value, cdr: Value): Pair {
  const pair = alloc(Pair);
  pair.car = car;
  pair.cdr = cdr;
  return pair;
}

/** The items of a list, or of its start up to where it stops being one. */
export const valuesOfList = residual(function (list: Value): Value {
  let count: i32 = 0;
  for (let rest = list; isA(rest, Pair); rest = (rest as Pair).cdr) count += 1;
  if (count === 1) return (list as Pair).car;
  if (count === 0) return Roots.noValues;
  const values = alloc(Values, count);
  let rest = list;
  for (let i: i32 = 0; i < count; i++) {
    values.items[i] = (rest as Pair).car;
    rest = (rest as Pair).cdr;
  }
  return values;
});

/** The values from `start` as a list. */
export const listOfValues = residual(function (values: Values, start: i32): Value {
  let list: Value = NULL;
  for (let i: i32 = values.length - 1; i >= start; i--) list = cons(values.items[i], list);
  return list;
});

/** The pairs of a list made anew. */
export const copyOfList = residual(function (list: Value): Value {
  const head = alloc(Pair);
  let last = head;
  for (let rest = list; isA(rest, Pair); rest = (rest as Pair).cdr) {
    const pair = cons((rest as Pair).car, NULL);
    last.cdr = pair;
    last = pair;
  }
  return head.cdr;
});

/** The pairs behind the first `count` ones, made anew. */
export const restOfList = residual(function (list: Value, count: i32): Value {
  let rest = list;
  for (let i: i32 = 0; i < count; i++) rest = (rest as Pair).cdr;
  return copyOfList(rest);
});

/** Number of pairs of a chain that ends; -1 when it does not end in `()` (or at all). */
export const properLength = residual(function (list: Value): i32 {
  let count: i32 = 0;
  let slow = list;
  let fast = list;
  while (isA(fast, Pair)) {
    fast = (fast as Pair).cdr;
    count += 1;
    if ((count & 1) !== 0) continue;
    slow = (slow as Pair).cdr;
    if (slow === fast) return -1;
  }
  return fast === NULL ? count : -1;
});

/** Calls a primitive with the items of a long list. */
export const applyPrimitive = residual(function (f: Value, list: Value, argc: i32): Value {
  if (!isA(f, Primitive)) throw notProcedure(f);
  const p = f as Primitive;
  if (p.maxArgs >= 0 || argc < p.minArgs) throw wrongCount(p.name, p.minArgs, p.maxArgs, argc);
  return p.fnAny(valuesOfList(list) as Values);
});
