/** Arguments of `f(*args, **kwargs)`: from an iterable and a dict to the tuple form of calls. */

import type { i32 } from "../../toolkit/define/mod.ts";
import { alloc, attempt, copyTail, errorPending, isA, literal, NIL, residual, takeError, type Value } from "../../toolkit/define/mod.ts";
import { BoundMethod, Builtin, type Dict, ExceptionTypes, NONE, PyFunction, Str, Tuple, Type } from "./objects.ts";
import { dictKeyAt, dictNext, dictValueAt } from "./dict.ts";
import { isError, typeError } from "./exceptions.ts";
import { functionModule } from "./functions.ts";
import { format1, format2 } from "./messages.ts";
import { fullTypeName } from "./object_type.ts";
import { getIterator } from "./protocols.ts";
import { tupleFromIterable } from "./tuple_methods.ts";
import { typeOf } from "./types.ts";

/** `module.qualname()`; what belongs to `builtins` without module. */
function qualified(module: Value, qualname: Value): Str {
  if (!isA(module, Str) || module === literal("builtins")) return format1(literal("%s()"), qualname);
  return format2(literal("%s.%s()"), module, qualname);
}

/** The callable as error messages name it. */
export function callableName(callable: Value): Str {
  if (isA(callable, PyFunction)) return qualified(functionModule(callable as PyFunction), (callable as PyFunction).qualname);
  if (isA(callable, BoundMethod)) return callableName((callable as BoundMethod).func);
  if (isA(callable, Builtin)) return format1(literal("%s()"), (callable as Builtin).name);
  if (isA(callable, Type)) return format1(literal("%s()"), fullTypeName(callable as Type));
  return format1(literal("%s object"), typeOf(callable).name);
}

function positionalTuple(callable: Value, iterable: Value): Tuple {
  if (isA(iterable, Tuple)) return iterable as Tuple;
  const iterator = attempt(getIterator(iterable));
  if (errorPending()) {
    const e = takeError();
    if (!isError(e, ExceptionTypes.typeError)) throw e;
    throw typeError(format2(literal("%s argument after * must be an iterable, not %t"), callableName(callable), iterable));
  }
  return tupleFromIterable(iterator);
}

/** Positional arguments, then the values of `keywords` (a dict, or None). */
export const spreadArguments = residual(function (callable: Value, iterable: Value, keywords: Value): Tuple {
  const positional = positionalTuple(callable, iterable);
  if (keywords === NONE) return positional;
  const dict = keywords as Dict;
  const all = alloc(Tuple, positional.length + dict.size);
  copyTail(all.items, 0, positional.items, 0, positional.length);
  let at = positional.length;
  let e = dictNext(dict, 0);
  while (e >= 0) {
    if (!isA(dictKeyAt(dict, e), Str)) throw typeError(literal("keywords must be strings"));
    all.items[at] = dictValueAt(dict, e);
    at += 1;
    e = dictNext(dict, e + 1);
  }
  return all;
});

/** The names that go with them, or NIL. */
export const spreadNames = residual(function (keywords: Value): Tuple {
  if (keywords === NONE) return NIL;
  const dict = keywords as Dict;
  if (dict.size === 0) return NIL;
  const names = alloc(Tuple, dict.size);
  let at: i32 = 0;
  let e = dictNext(dict, 0);
  while (e >= 0) {
    names.items[at] = dictKeyAt(dict, e);
    at += 1;
    e = dictNext(dict, e + 1);
  }
  return names;
});
