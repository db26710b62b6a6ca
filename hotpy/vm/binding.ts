/**
 * Binds arguments to the parameters of a Python function when they do not simply fill its frame: defaults, keywords, `*args`, `**kwargs`.
 *
 * Input: a tuple with the positional arguments, then the values of the keyword arguments that `names` names. Output: a tuple with one value
 * per parameter slot. (Language reference 6.3.4; the texts are CPython's.)
 */

import type { i32 } from "../../toolkit/define/mod.ts";
import { alloc, boxI64, copyTail, ERROR, i64, isNil, literal, residual } from "../../toolkit/define/mod.ts";
import {
  CODE_VARARGS,
  CODE_VARKEYWORDS,
  type Dict,
  type List,
  type PyCode,
  type PyException,
  type PyFunction,
  Singletons,
  type Str,
  Tuple,
} from "./objects.ts";
import { dictGet, dictSet, newDict } from "./dict.ts";
import { typeError } from "./exceptions.ts";
import { listAppend, newList } from "./list_methods.ts";
import { format1, format2, format3, format4, stringsEqual } from "./messages.ts";
import { suggestParameter } from "./suggestions.ts";

/** Index of the parameter that the keyword `name` may set, or -1. */
function parameterIndex(code: PyCode, name: Str): i32 {
  const count = code.positionalCount + code.keywordOnlyCount;
  for (let i = code.positionalOnlyCount; i < count; i++) if (stringsEqual(code.localNames.items[i], name)) return i;
  return -1;
}

function unexpectedKeyword(f: PyFunction, name: Str, names: Tuple): PyException {
  const code = f.code;
  let wrong: Str = literal("");
  for (let i: i32 = 0; i < names.length; i++) {
    const given = names.items[i] as Str;
    for (let k: i32 = 0; k < code.positionalOnlyCount; k++) {
      if (!stringsEqual(code.localNames.items[k], given)) continue;
      wrong = wrong.length === 0 ? given : format2(literal("%s, %s"), wrong, given);
    }
  }
  if (wrong.length > 0) {
    return typeError(
      format2(literal("%s() got some positional-only arguments passed as keyword arguments: '%s'"), f.qualname, wrong),
    );
  }
  const hint = suggestParameter(code, name);
  if (isNil(hint)) return typeError(format2(literal("%s() got an unexpected keyword argument '%s'"), f.qualname, name));
  return typeError(format3(literal("%s() got an unexpected keyword argument '%s'. Did you mean '%s'?"), f.qualname, name, hint));
}

function plural(count: i32): Str {
  return count === 1 ? literal("") : literal("s");
}

function tooMany(f: PyFunction, given: i32, bound: Tuple): PyException {
  const code = f.code;
  const defaults: i32 = isNil(f.defaults) ? 0 : f.defaults.length;
  const most = code.positionalCount;
  const signature = defaults === 0
    ? format2(literal("%s positional argument%s"), boxI64(i64(most)), plural(most))
    : format3(literal("from %s to %s positional argument%s"), boxI64(i64(most - defaults)), boxI64(i64(most)), literal("s"));
  let keywordOnly: i32 = 0;
  for (let i: i32 = 0; i < code.keywordOnlyCount; i++) if (bound.items[most + i] !== ERROR) keywordOnly += 1;
  if (keywordOnly === 0) {
    const verb: Str = given === 1 ? literal("was") : literal("were");
    return typeError(format4(literal("%s() takes %s but %s %s given"), f.qualname, signature, boxI64(i64(given)), verb));
  }
  const counts = format4(
    literal("%s positional argument%s (and %s keyword-only argument%s)"),
    boxI64(i64(given)),
    plural(given),
    boxI64(i64(keywordOnly)),
    plural(keywordOnly),
  );
  return typeError(format3(literal("%s() takes %s but %s were given"), f.qualname, signature, counts));
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
function joinNames(names: List): Str {
  const count = names.size;
  let text: Str = format1(literal("'%s'"), names.items.items[0]);
  for (let i: i32 = 1; i < count; i++) {
    const template: Str = i < count - 1 ? literal("%s, '%s'") : count === 2 ? literal("%s and '%s'") : literal("%s, and '%s'");
    text = format2(template, text, names.items.items[i]);
  }
  return text;
}

/** @throws TypeError naming the parameters `from`…`to` that are still unset. */
function checkMissing(f: PyFunction, bound: Tuple, from: i32, to: i32, kindOfParameter: Str): void {
  const missing = newList(0);
  for (let i = from; i < to; i++) if (bound.items[i] === ERROR) listAppend(missing, f.code.localNames.items[i]);
  if (missing.size === 0) return;
  const what = format2(literal("%s argument%s"), kindOfParameter, plural(missing.size));
  throw typeError(
    format4(literal("%s() missing %s required %s: %s"), f.qualname, boxI64(i64(missing.size)), what, joinNames(missing)),
  );
}

/** Fills the defaults of positional and keyword-only parameters. */
function fillDefaults(f: PyFunction, bound: Tuple): void {
  const code = f.code;
  const positional = code.positionalCount;
  const defaults = f.defaults;
  if (!isNil(defaults)) {
    const first = positional - defaults.length;
    for (let i: i32 = 0; i < defaults.length; i++) {
      if (bound.items[first + i] === ERROR) bound.items[first + i] = defaults.items[i];
    }
  }
  if (isNil(f.keywordDefaults)) return;
  for (let i: i32 = 0; i < code.keywordOnlyCount; i++) {
    if (bound.items[positional + i] !== ERROR) continue;
    bound.items[positional + i] = dictGet(f.keywordDefaults, code.localNames.items[positional + i]);
  }
}

/** One value per parameter. @throws TypeError when the arguments do not fit. */
export const bindArguments = residual(function (f: PyFunction, args: Tuple, names: Tuple): Tuple {
  const code = f.code;
  const keywords: i32 = isNil(names) ? 0 : names.length;
  const given = args.length - keywords;
  const positional = code.positionalCount;
  const named = positional + code.keywordOnlyCount;
  const bound = alloc(Tuple, code.argumentCount);
  copyTail(bound.items, 0, args.items, 0, given < positional ? given : positional);
  let rest = named;
  if ((code.flags & CODE_VARARGS) !== 0) {
    const extra = given > positional ? alloc(Tuple, given - positional) : Singletons.emptyTuple;
    if (given > positional) copyTail(extra.items, 0, args.items, positional, given - positional);
    bound.items[named] = extra;
    rest += 1;
  }
  if ((code.flags & CODE_VARKEYWORDS) !== 0) bound.items[rest] = newDict();
  for (let i: i32 = 0; i < keywords; i++) {
    const name = names.items[i] as Str;
    const value = args.items[given + i];
    const index = parameterIndex(code, name);
    if (index >= 0) {
      if (bound.items[index] !== ERROR) {
        throw typeError(format2(literal("%s() got multiple values for argument '%s'"), f.qualname, name));
      }
      bound.items[index] = value;
    } else if ((code.flags & CODE_VARKEYWORDS) === 0) throw unexpectedKeyword(f, name, names);
    else dictSet(bound.items[rest] as Dict, name, value);
  }
  if (given > positional && (code.flags & CODE_VARARGS) === 0) throw tooMany(f, given, bound);
  fillDefaults(f, bound);
  checkMissing(f, bound, 0, positional, literal("positional"));
  checkMissing(f, bound, positional, named, literal("keyword-only"));
  return bound;
});
