/** Spreading in displays and calls (`[*a]`, `{**m}`, `f(**m)`), f-string joining and unpacking of iterables: the parts that need native loops. */

import type { i32 } from "../../toolkit/define/mod.ts";
import {
  alloc,
  attempt,
  boxI64,
  ERROR,
  errorPending,
  i64,
  isA,
  isRef,
  kind,
  kindOf,
  literal,
  residual,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Dict, ExceptionTypes, List, NONE, type PyException, Str, Tuple } from "./objects.ts";
import { getAttributeOrError } from "./attributes.ts";
import { call0 } from "./calls.ts";
import { dictContains, dictKeyAt, dictNext, dictSet, dictUpdate, dictValueAt } from "./dict.ts";
import { isError, typeError, valueError } from "./exceptions.ts";
import { listAppend, listExtend, listFromTuple, newList } from "./list_methods.ts";
import { format1, format2 } from "./messages.ts";
import { getItem, getIterator, iterNext } from "./protocols.ts";
import { callableName } from "./spread.ts";
import { buildString } from "./str_split.ts";

/** The concatenation of a tuple of strings. */
export const joinParts = residual(function (parts: Tuple): Str {
  return buildString(listFromTuple(parts));
});

/** `iter(v)`; a TypeError that says `v` is no iterable gets the text of `template` (with the type's name). */
function iteratorOr(v: Value, template: Str): Value {
  const iterator = attempt(getIterator(v));
  if (iterator !== ERROR || !errorPending()) return iterator;
  const e = takeError();
  if (!isError(e, ExceptionTypes.typeError) || (e as PyException).traceback !== NONE) throw e;
  throw typeError(format1(template, v));
}

/** `[*iterable]`, `f(*iterable)`. */
export const extendFromStar = residual(function (list: List, iterable: Value): void {
  if (isA(iterable, List) || isA(iterable, Tuple)) {
    listExtend(list, iterable);
    return;
  }
  const iterator = iteratorOr(iterable, literal("Value after * must be an iterable, not %t"));
  while (true) {
    const v = iterNext(iterator);
    if (v === ERROR) return;
    listAppend(list, v);
  }
});

/** Keys of a mapping that is no dict, as an iterator; ERROR (nothing pending) when it has no `keys`. */
function keysOf(mapping: Value): Value {
  const method = getAttributeOrError(mapping, literal("keys"));
  return method === ERROR ? ERROR : getIterator(call0(method));
}

/** `{**mapping}`. */
export const updateFromMapping = residual(function (dict: Dict, mapping: Value): void {
  if (isA(mapping, Dict)) {
    dictUpdate(dict, mapping as Dict);
    return;
  }
  const keys = keysOf(mapping);
  if (keys === ERROR) throw typeError(format1(literal("'%t' object is not a mapping"), mapping));
  while (true) {
    const key = iterNext(keys);
    if (key === ERROR) return;
    dictSet(dict, key, getItem(mapping, key));
  }
});

function addKeyword(dict: Dict, key: Value, value: Value, callable: Value): void {
  if (!isA(key, Str)) throw typeError(literal("keywords must be strings"));
  if (dictContains(dict, key) !== 0) {
    throw typeError(format2(literal("%s got multiple values for keyword argument '%s'"), callableName(callable), key));
  }
  dictSet(dict, key, value);
}

/** `f(**mapping)`: every key at most once. */
export const mergeKeywords = residual(function (dict: Dict, mapping: Value, callable: Value): void {
  if (isA(mapping, Dict)) {
    const source = mapping as Dict;
    let e = dictNext(source, 0);
    while (e >= 0) {
      addKeyword(dict, dictKeyAt(source, e), dictValueAt(source, e), callable);
      e = dictNext(source, e + 1);
    }
    return;
  }
  const keys = keysOf(mapping);
  if (keys === ERROR) {
    throw typeError(format2(literal("%s argument after ** must be a mapping, not %t"), callableName(callable), mapping));
  }
  while (true) {
    const key = iterNext(keys);
    if (key === ERROR) return;
    addKeyword(dict, key, getItem(mapping, key), callable);
  }
});

function tooFew(expected: i32, got: i32): PyException {
  return valueError(
    format2(literal("not enough values to unpack (expected %s, got %s)"), boxI64(i64(expected)), boxI64(i64(got))),
  );
}

/** Exactly `count` values of an iterable. */
export const unpackExact = residual(function (iterable: Value, count: i32): Tuple {
  if (isA(iterable, List) || isA(iterable, Tuple)) {
    const size: i32 = isA(iterable, List) ? (iterable as List).size : (iterable as Tuple).length;
    if (size < count) throw tooFew(count, size);
    if (size > count) {
      throw valueError(format2(literal("too many values to unpack (expected %s, got %s)"), boxI64(i64(count)), boxI64(i64(size))));
    }
  }
  const iterator = iteratorOr(iterable, literal("cannot unpack non-iterable %t object"));
  const values = alloc(Tuple, count);
  for (let i: i32 = 0; i < count; i++) {
    const v = iterNext(iterator);
    if (v === ERROR) throw tooFew(count, i);
    values.items[i] = v;
  }
  if (iterNext(iterator) === ERROR) return values;
  if (isRef(iterable) && kindOf(iterable) === kind(Dict)) {
    const size = (iterable as Dict).size;
    throw valueError(format2(literal("too many values to unpack (expected %s, got %s)"), boxI64(i64(count)), boxI64(i64(size))));
  }
  throw valueError(format1(literal("too many values to unpack (expected %s)"), boxI64(i64(count))));
});

/** `a, *b, c = iterable`: the values, the starred list at place `before`. */
export const unpackStarred = residual(function (iterable: Value, before: i32, after: i32): Tuple {
  const iterator = iteratorOr(iterable, literal("cannot unpack non-iterable %t object"));
  const all = newList(0);
  while (true) {
    const v = iterNext(iterator);
    if (v === ERROR) break;
    listAppend(all, v);
  }
  const size = all.size;
  if (size < before + after) {
    throw valueError(
      format2(literal("not enough values to unpack (expected at least %s, got %s)"), boxI64(i64(before + after)), boxI64(i64(size))),
    );
  }
  const values = alloc(Tuple, before + 1 + after);
  for (let i: i32 = 0; i < before; i++) values.items[i] = all.items.items[i];
  const rest = newList(size - before - after);
  for (let i = before; i < size - after; i++) listAppend(rest, all.items.items[i]);
  values.items[before] = rest;
  for (let i: i32 = 0; i < after; i++) values.items[before + 1 + i] = all.items.items[size - after + i];
  return values;
});
