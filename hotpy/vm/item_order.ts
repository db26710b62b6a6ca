/**
 * Equality and order of elements without calling Python, for the kinds that are compared most: integers, floats, strings, tuples.
 *
 * Everything else goes to the operators. Results are those of `==` (identity first) and `<`.
 */

import { type bool, floatOf, type i32, intOf, isA, isFloat, isInt, isRef, kind, kindOf, type Value } from "../../toolkit/define/mod.ts";
import { Name, Str, Tuple } from "./objects.ts";
import { stringsEqual } from "./messages.ts";
import { equals, lessThan } from "./operators.ts";
import { compareStrings } from "./str_core.ts";

/** 1 equal, 0 different, -1 to be asked of the operators. */
export function quickEquals(a: Value, b: Value): i32 {
  if (a === b) return 1;
  if (isInt(a)) return isInt(b) ? 0 : -1;
  if (isFloat(a)) return isFloat(b) ? (floatOf(a) === floatOf(b) ? 1 : 0) : -1;
  if (isStr(a)) {
    if (isStr(b)) {
      if (kindOf(a) === kind(Name) && kindOf(b) === kind(Name)) return 0;
      return stringsEqual(a as Str, b as Str) ? 1 : 0;
    }
    return isInt(b) ? 0 : -1;
  }
  return -1;
}

function isStr(v: Value): bool {
  return isA(v, Str);
}

/** `a is b or a == b` as 1 or 0. */
export function itemsEqual(a: Value, b: Value): i32 {
  const quick = quickEquals(a, b);
  return quick >= 0 ? quick : equals(a, b);
}

/** `a < b` as 1 or 0. */
export function itemLess(a: Value, b: Value): i32 {
  if (isInt(a) && isInt(b)) return intOf(a) < intOf(b) ? 1 : 0;
  if (isFloat(a) && isFloat(b)) return floatOf(a) < floatOf(b) ? 1 : 0;
  if (isRef(a) && isRef(b)) {
    if (isStr(a) && isStr(b)) return compareStrings(a as Str, b as Str) < 0 ? 1 : 0;
    if (kindOf(a) === kind(Tuple) && kindOf(b) === kind(Tuple)) return tupleLess(a as Tuple, b as Tuple);
  }
  return lessThan(a, b);
}

function tupleLess(a: Tuple, b: Tuple): i32 {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a.items[i];
    const y = b.items[i];
    if (itemsEqual(x, y) === 0) return itemLess(x, y);
  }
  return a.length < b.length ? 1 : 0;
}
