/**
 * Arguments of natives that take any number of them or keywords: `(args: Tuple, names: Tuple)`.
 *
 * `args` holds the positional arguments, then the values of the keyword arguments, whose names are `names` (NIL: none).
 */

import { ERROR, type i32, isNil, literal, type Value } from "../../toolkit/define/mod.ts";
import type { Str, Tuple } from "./objects.ts";
import { typeError } from "./exceptions.ts";
import { format1, format2, format4, stringsEqual } from "./messages.ts";
import { boxIndex } from "./sequence.ts";

export function positionalCount(args: Tuple, names: Tuple): i32 {
  return isNil(names) ? args.length : args.length - names.length;
}

/** Value of the keyword argument `name`, or ERROR. */
export function keywordArgument(args: Tuple, names: Tuple, name: Str): Value {
  if (isNil(names)) return ERROR;
  const first = args.length - names.length;
  for (let i = 0; i < names.length; i++) if (stringsEqual(names.items[i] as Str, name)) return args.items[first + i];
  return ERROR;
}

/** Positional argument number `index`, else the keyword argument `name`, else ERROR. */
export function argument(args: Tuple, names: Tuple, index: i32, name: Str): Value {
  return index < positionalCount(args, names) ? args.items[index] : keywordArgument(args, names, name);
}

/** @throws TypeError unless every keyword is one of the two. */
export function refuseUnknownKeywords(names: Tuple, func: Str, a: Str, b: Str): void {
  if (isNil(names)) return;
  for (let i = 0; i < names.length; i++) {
    const name = names.items[i] as Str;
    if (!stringsEqual(name, a) && !stringsEqual(name, b)) {
      throw typeError(format2(literal("%s() got an unexpected keyword argument '%s'"), func, name));
    }
  }
}

/** @throws TypeError when there are keyword arguments. */
export function refuseKeywords(names: Tuple, func: Str): void {
  if (!isNil(names) && names.length > 0) throw typeError(format1(literal("%s() takes no keyword arguments"), func));
}

/** @throws TypeError "NAME expected at least / at most N arguments, got M". */
export function checkCount(func: Str, given: i32, least: i32, most: i32): void {
  if (given >= least && given <= most) return;
  const bound = given < least ? least : most;
  let text = literal("%s expected %s argument%s, got %s");
  if (least !== most) {
    text = given < least ? literal("%s expected at least %s argument%s, got %s") : literal("%s expected at most %s argument%s, got %s");
  }
  throw typeError(format4(text, func, boxIndex(bound), bound === 1 ? literal("") : literal("s"), boxIndex(given)));
}
