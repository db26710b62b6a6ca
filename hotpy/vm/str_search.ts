/**
 * Searching and replacing in strings: find, index, count, startswith, endswith, replace, partition, `in`, translate, removeprefix …
 *
 * Bounds follow slices: `clampBound`. (Library reference, "String Methods".)
 */

import {
  attempt,
  type bool,
  ERROR,
  errorPending,
  type i32,
  intOf,
  isA,
  isInt,
  literal,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Dict, ExceptionTypes, NONE, Singletons, Str, Tuple } from "./objects.ts";
import { exceptionMatches, typeError, valueError } from "./exceptions.ts";
import { charAt, charLength, format1, format2, format3, newStr } from "./messages.ts";
import { getItem } from "./operators.ts";
import { boolOf, boundValue, boxIndex, clampBound, clampIndex, indexArgument } from "./sequence.ts";
import { copyBytes, findLastStr, findStr, matchesAt, strData, substring } from "./str_core.ts";
import { addChar, addPart, addStr, finish, newBuilder } from "./str_builder.ts";
import { makeTuple3 } from "./tuple_methods.ts";
import { dictKeyAt, dictNext, dictSet, dictValueAt, newDict } from "./dict.ts";

/** Argument number `index` of a method, which must be a string. */
export function strArgument(v: Value, method: Str, index: i32): Str {
  if (!isA(v, Str)) throw typeError(format3(literal("%s() argument %s must be str, not %t"), method, boxIndex(index), v));
  return v as Str;
}

function startBound(v: Value, length: i32): i32 {
  if (v === ERROR) return 0;
  const i = boundValue(v, 0);
  // Beyond the end stays beyond: then even the empty string is not found.
  return i < 0 ? clampBound(i, length) : i;
}

function stopBound(v: Value, length: i32): i32 {
  return v === ERROR ? length : clampBound(boundValue(v, length), length);
}

function search(self: Value, part: Value, start: Value, stop: Value, method: Str): i32 {
  const s = self as Str;
  const p = strArgument(part, method, 1);
  const n = charLength(s);
  return findStr(s, p, startBound(start, n), stopBound(stop, n));
}

function searchLast(self: Value, part: Value, start: Value, stop: Value, method: Str): i32 {
  const s = self as Str;
  const p = strArgument(part, method, 1);
  const n = charLength(s);
  return findLastStr(s, p, startBound(start, n), stopBound(stop, n));
}

export function find(self: Value, part: Value, start: Value, stop: Value): Value {
  return boxIndex(search(self, part, start, stop, literal("find")));
}

export function rfind(self: Value, part: Value, start: Value, stop: Value): Value {
  return boxIndex(searchLast(self, part, start, stop, literal("rfind")));
}

export function index(self: Value, part: Value, start: Value, stop: Value): Value {
  const at = search(self, part, start, stop, literal("index"));
  if (at < 0) throw valueError(literal("substring not found"));
  return boxIndex(at);
}

export function rindex(self: Value, part: Value, start: Value, stop: Value): Value {
  const at = searchLast(self, part, start, stop, literal("rindex"));
  if (at < 0) throw valueError(literal("substring not found"));
  return boxIndex(at);
}

/** Occurrences that do not overlap, between two bounds. */
export function countStr(s: Str, part: Str, start: i32, end: i32): i32 {
  const n = charLength(part);
  if (n === 0) return start > end ? 0 : end - start + 1;
  let count = 0;
  let at = findStr(s, part, start, end);
  while (at >= 0) {
    count++;
    at = findStr(s, part, at + n, end);
  }
  return count;
}

export function count(self: Value, part: Value, start: Value, stop: Value): Value {
  const s = self as Str;
  const p = strArgument(part, literal("count"), 1);
  const n = charLength(s);
  return boxIndex(countStr(s, p, startBound(start, n), stopBound(stop, n)));
}

export function contains(self: Value, part: Value): i32 {
  if (!isA(part, Str)) throw typeError(format1(literal("'in <string>' requires string as left operand, not %t"), part));
  const s = self as Str;
  return findStr(s, part as Str, 0, charLength(s)) >= 0 ? 1 : 0;
}

// ── startswith, endswith ─────────────────────────────────────────────────────────────────────────────────────────────

function hasPrefix(s: Str, part: Str, start: i32, end: i32): bool {
  const n = charLength(part);
  return start <= end && start + n <= end && matchesAt(s, start, part);
}

function hasSuffix(s: Str, part: Str, start: i32, end: i32): bool {
  const n = charLength(part);
  return start <= end && start + n <= end && matchesAt(s, end - n, part);
}

function affix(self: Value, part: Value, start: Value, stop: Value, atEnd: bool, method: Str): Value {
  const s = self as Str;
  const n = charLength(s);
  const from = startBound(start, n);
  const to = stopBound(stop, n);
  if (isA(part, Str)) return boolOf(atEnd ? hasSuffix(s, part as Str, from, to) : hasPrefix(s, part as Str, from, to));
  if (!isA(part, Tuple)) throw typeError(format2(literal("%s first arg must be str or a tuple of str, not %t"), method, part));
  const parts = part as Tuple;
  for (let i = 0; i < parts.length; i++) {
    const p = parts.items[i];
    if (!isA(p, Str)) throw typeError(format2(literal("tuple for %s must only contain str, not %t"), method, p));
    if (atEnd ? hasSuffix(s, p as Str, from, to) : hasPrefix(s, p as Str, from, to)) return boolOf(true);
  }
  return boolOf(false);
}

export function startsWith(self: Value, part: Value, start: Value, stop: Value): Value {
  return affix(self, part, start, stop, false, literal("startswith"));
}

export function endsWith(self: Value, part: Value, start: Value, stop: Value): Value {
  return affix(self, part, start, stop, true, literal("endswith"));
}

export function removePrefix(self: Value, part: Value): Value {
  const s = self as Str;
  const p = strArgument(part, literal("removeprefix"), 1);
  const n = charLength(s);
  return hasPrefix(s, p, 0, n) ? substring(s, charLength(p), n) : s;
}

export function removeSuffix(self: Value, part: Value): Value {
  const s = self as Str;
  const p = strArgument(part, literal("removesuffix"), 1);
  const n = charLength(s);
  return charLength(p) > 0 && hasSuffix(s, p, 0, n) ? substring(s, 0, n - charLength(p)) : s;
}

// ── replace, partition, translate ────────────────────────────────────────────────────────────────────────────────────

/** The string with at most `limit` (negative: all) occurrences replaced. */
export function replaceStr(s: Str, old: Str, by: Str, limit: i32): Str {
  const n = charLength(s);
  const width = charLength(old);
  if (limit === 0 || width > n) return s;
  if (width === 0) return interleave(s, by, limit);
  let at = findStr(s, old, 0, n);
  if (at < 0) return s;
  if (s.shift === 0 && by.shift === 0) return replaceNarrow(s, old, by, limit, at);
  const b = newBuilder(n);
  let start = 0;
  let left = limit;
  while (at >= 0 && left !== 0) {
    addPart(b, s, start, at);
    addStr(b, by);
    start = at + width;
    left--;
    at = findStr(s, old, start, n);
  }
  addPart(b, s, start, n);
  return finish(b);
}

/** The same for Latin-1 text: counted first, then filled. `first` is the first occurrence. */
function replaceNarrow(s: Str, old: Str, by: Str, limit: i32, first: i32): Str {
  const n = s.length;
  const width = old.length;
  const gain = by.length;
  let count = 0;
  let at = first;
  while (at >= 0 && count !== limit) {
    count++;
    at = findStr(s, old, at + width, n);
  }
  const r = newStr(n + count * (gain - width), 0);
  const from = strData(s);
  const with_ = strData(by);
  let to = strData(r);
  let start = 0;
  at = first;
  while (count > 0) {
    copyBytes(to, from + start, at - start);
    to += at - start;
    copyBytes(to, with_, gain);
    to += gain;
    start = at + width;
    count--;
    if (count > 0) at = findStr(s, old, start, n);
  }
  copyBytes(to, from + start, n - start);
  return r;
}

/** `by` before every character and at the end, at most `limit` times. */
function interleave(s: Str, by: Str, limit: i32): Str {
  const n = charLength(s);
  const b = newBuilder(n);
  let left = limit;
  for (let i = 0; i < n; i++) {
    if (left !== 0) {
      addStr(b, by);
      left--;
    }
    addChar(b, charAt(s, i));
  }
  if (left !== 0) addStr(b, by);
  return finish(b);
}

export function replace(self: Value, old: Value, by: Value, limit: Value): Value {
  const o = strArgument(old, literal("replace"), 1);
  const b = strArgument(by, literal("replace"), 2);
  return replaceStr(self as Str, o, b, limit === ERROR ? -1 : indexArgument(limit));
}

export function partition(self: Value, separator: Value): Value {
  const s = self as Str;
  if (!isA(separator, Str)) throw typeError(format1(literal("must be str, not %t"), separator));
  const p = separator as Str;
  if (p.length === 0) throw valueError(literal("empty separator"));
  const n = charLength(s);
  const at = findStr(s, p, 0, n);
  if (at < 0) return makeTuple3(s, Singletons.emptyStr, Singletons.emptyStr);
  const head = substring(s, 0, at);
  return makeTuple3(head, p, substring(s, at + charLength(p), n));
}

export function rpartition(self: Value, separator: Value): Value {
  const s = self as Str;
  if (!isA(separator, Str)) throw typeError(format1(literal("must be str, not %t"), separator));
  const p = separator as Str;
  if (p.length === 0) throw valueError(literal("empty separator"));
  const n = charLength(s);
  const at = findLastStr(s, p, 0, n);
  if (at < 0) return makeTuple3(Singletons.emptyStr, Singletons.emptyStr, s);
  const head = substring(s, 0, at);
  return makeTuple3(head, p, substring(s, at + charLength(p), n));
}

export function translate(self: Value, table: Value): Value {
  const s = self as Str;
  const n = charLength(s);
  const b = newBuilder(n);
  for (let i = 0; i < n; i++) {
    const c = charAt(s, i);
    const to = attempt(getItem(table, boxIndex(c)));
    if (errorPending()) {
      const error = takeError();
      if (!exceptionMatches(error, ExceptionTypes.lookupError)) throw error;
      addChar(b, c);
    } else if (isA(to, Str)) addStr(b, to as Str);
    else if (isInt(to)) {
      const point = clampIndex(intOf(to));
      if (point < 0 || point > 0x10ffff) throw valueError(literal("character mapping must be in range(0x110000)"));
      addChar(b, point);
    } else if (to !== NONE) throw typeError(literal("character mapping must return integer, None or str"));
  }
  return finish(b);
}

/** `str.maketrans`. */
export function makeTrans(from: Value, to: Value, removed: Value): Value {
  const d = newDict();
  if (to === ERROR) {
    if (!isA(from, Dict)) throw typeError(literal("if you give only one argument to maketrans it must be a dict"));
    const source = from as Dict;
    for (let e = dictNext(source, 0); e >= 0; e = dictNext(source, e + 1)) {
      const key = dictKeyAt(source, e);
      const value = dictValueAt(source, e);
      if (isA(key, Str)) {
        if (charLength(key as Str) !== 1) throw valueError(literal("string keys in translate table must be of length 1"));
        dictSet(d, boxIndex(charAt(key as Str, 0)), value);
      } else dictSet(d, key, value);
    }
    return d;
  }
  const a = strArgument(from, literal("maketrans"), 1);
  const b = strArgument(to, literal("maketrans"), 2);
  if (charLength(a) !== charLength(b)) throw valueError(literal("the first two maketrans arguments must have equal length"));
  for (let i = 0; i < charLength(a); i++) dictSet(d, boxIndex(charAt(a, i)), boxIndex(charAt(b, i)));
  if (removed !== ERROR) {
    const r = strArgument(removed, literal("maketrans"), 3);
    for (let i = 0; i < charLength(r); i++) dictSet(d, boxIndex(charAt(r, i)), NONE);
  }
  return d;
}
