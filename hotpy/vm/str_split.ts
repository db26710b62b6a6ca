/**
 * Splitting, stripping and joining strings (library reference, "String Methods").
 */

import {
  attempt,
  type bool,
  ERROR,
  errorPending,
  type i32,
  isA,
  literal,
  loadU8,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import { ExceptionTypes, List, NONE, Singletons, Str, Tuple } from "./objects.ts";
import { exceptionMatches, typeError, valueError } from "./exceptions.ts";
import { charAt, charLength, format1, format2, newStr } from "./messages.ts";
import { getIterator, truthy } from "./operators.ts";
import { boxIndex, indexArgument } from "./sequence.ts";
import { copyChars, findChar, findLastStr, findStr, strData, substring } from "./str_core.ts";
import { addChar, addChars, addPart, finish, newBuilder } from "./str_builder.ts";
import { listAppend, listFromIterable, newList, reverseList } from "./list_methods.ts";
import { plainValue } from "./value_instances.ts";
import { isSpaceChar } from "../../toolkit/library/unicode.ts";

// ── split ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Words between runs of white space; `limit` negative: no limit. */
function splitSpace(s: Str, limit: i32): List {
  if (s.shift === 0 && limit < 0) return splitNarrow(s);
  const n = charLength(s);
  const l = newList(0);
  let left = limit;
  let i = 0;
  while (true) {
    while (i < n && isSpaceChar(charAt(s, i))) i++;
    if (i >= n) return l;
    if (left === 0) {
      listAppend(l, substring(s, i, n));
      return l;
    }
    const start = i;
    while (i < n && !isSpaceChar(charAt(s, i))) i++;
    listAppend(l, substring(s, start, i));
    left--;
  }
}

/** All words of Latin-1 text. */
function splitNarrow(s: Str): List {
  const n = s.length;
  const l = newList(8);
  let i = 0;
  while (true) {
    const data = strData(s);
    while (i < n && isSpaceChar(loadU8(data + i))) i++;
    if (i >= n) return l;
    const start = i;
    while (i < n && !isSpaceChar(loadU8(data + i))) i++;
    listAppend(l, substring(s, start, i));
  }
}

function splitSpaceRight(s: Str, limit: i32): List {
  const l = newList(0);
  let left = limit;
  let i = charLength(s);
  while (true) {
    while (i > 0 && isSpaceChar(charAt(s, i - 1))) i--;
    if (i === 0) break;
    if (left === 0) {
      listAppend(l, substring(s, 0, i));
      break;
    }
    const end = i;
    while (i > 0 && !isSpaceChar(charAt(s, i - 1))) i--;
    listAppend(l, substring(s, i, end));
    left--;
  }
  reverseList(l);
  return l;
}

function splitBy(s: Str, separator: Str, limit: i32): List {
  const n = charLength(s);
  const width = charLength(separator);
  const l = newList(4);
  let left = limit;
  let start = 0;
  const single = width === 1 ? charAt(separator, 0) : -1;
  while (left !== 0) {
    const at = single >= 0 ? findChar(s, single, start, n) : findStr(s, separator, start, n);
    if (at < 0) break;
    listAppend(l, substring(s, start, at));
    start = at + width;
    left--;
  }
  listAppend(l, substring(s, start, n));
  return l;
}

function splitByRight(s: Str, separator: Str, limit: i32): List {
  const width = charLength(separator);
  const l = newList(0);
  let left = limit;
  let end = charLength(s);
  while (left !== 0) {
    const at = findLastStr(s, separator, 0, end);
    if (at < 0) break;
    listAppend(l, substring(s, at + width, end));
    end = at;
    left--;
  }
  listAppend(l, substring(s, 0, end));
  reverseList(l);
  return l;
}

function checkSeparator(separator: Value): Str {
  if (!isA(separator, Str)) throw typeError(format1(literal("must be str or None, not %t"), separator));
  const s = separator as Str;
  if (s.length === 0) throw valueError(literal("empty separator"));
  return s;
}

export function split(self: Value, separator: Value, limit: Value): Value {
  const max = limit === ERROR ? -1 : indexArgument(limit);
  if (separator === ERROR || separator === NONE) return splitSpace(self as Str, max);
  return splitBy(self as Str, checkSeparator(separator), max);
}

export function rsplit(self: Value, separator: Value, limit: Value): Value {
  const max = limit === ERROR ? -1 : indexArgument(limit);
  if (separator === ERROR || separator === NONE) return splitSpaceRight(self as Str, max);
  return splitByRight(self as Str, checkSeparator(separator), max);
}

function isLineEnd(c: i32): bool {
  return (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c === 0x85 || c === 0x2028 || c === 0x2029;
}

export function splitLines(self: Value, keepEnds: Value): Value {
  const s = self as Str;
  const keep = keepEnds !== ERROR && truthy(keepEnds) !== 0;
  const n = charLength(s);
  const l = newList(0);
  let start = 0;
  while (start < n) {
    let end = start;
    while (end < n && !isLineEnd(charAt(s, end))) end++;
    let next = end;
    if (end < n) next = charAt(s, end) === 13 && end + 1 < n && charAt(s, end + 1) === 10 ? end + 2 : end + 1;
    listAppend(l, substring(s, start, keep ? next : end));
    start = next;
  }
  return l;
}

// ── strip ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const LEFT = 1;
const RIGHT = 2;

function isStripped(c: i32, chars: Value): bool {
  if (chars === ERROR || chars === NONE) return isSpaceChar(c);
  const set = chars as Str;
  return findChar(set, c, 0, charLength(set)) >= 0;
}

function stripWith(self: Value, chars: Value, sides: i32, method: Str): Value {
  const s = self as Str;
  if (chars !== ERROR && chars !== NONE && !isA(chars, Str)) throw typeError(format1(literal("%s arg must be None or str"), method));
  let start = 0;
  let end = charLength(s);
  if ((sides & LEFT) !== 0) { while (start < end && isStripped(charAt(s, start), chars)) start++; }
  if ((sides & RIGHT) !== 0) { while (end > start && isStripped(charAt(s, end - 1), chars)) end--; }
  return substring(s, start, end);
}

export function strip(self: Value, chars: Value): Value {
  return stripWith(self, chars, LEFT | RIGHT, literal("strip"));
}

export function lstrip(self: Value, chars: Value): Value {
  return stripWith(self, chars, LEFT, literal("lstrip"));
}

export function rstrip(self: Value, chars: Value): Value {
  return stripWith(self, chars, RIGHT, literal("rstrip"));
}

// ── join ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

export function join(self: Value, iterable: Value): Value {
  if (isA(iterable, List)) return joinList(self as Str, iterable as List);
  const iterator = attempt(getIterator(iterable));
  if (errorPending()) {
    const error = takeError();
    if (exceptionMatches(error, ExceptionTypes.typeError)) throw typeError(literal("can only join an iterable"));
    throw error;
  }
  return joinList(self as Str, listFromIterable(isA(iterable, Tuple) ? iterable : iterator));
}

/** The strings of a list with a separator between them; measured first, then copied once. */
export function joinList(separator: Str, l: List): Str {
  const n = l.size;
  if (n === 0) return Singletons.emptyStr;
  let shift = n > 1 ? separator.shift : 0;
  let total = charLength(separator) * (n - 1);
  for (let i = 0; i < n; i++) {
    const v = plainValue(l.items.items[i]);
    if (!isA(v, Str)) throw typeError(format2(literal("sequence item %s: expected str instance, %t found"), boxIndex(i), v));
    const s = v as Str;
    if (s.shift > shift) shift = s.shift;
    total += charLength(s);
  }
  if (n === 1) return plainValue(l.items.items[0]) as Str;
  if (total === 0) return Singletons.emptyStr;
  const r = newStr(total << shift, shift);
  const to = strData(r);
  const between = charLength(separator);
  let at = 0;
  for (let i = 0; i < n; i++) {
    if (i > 0 && between > 0) {
      copyChars(to, shift, at, strData(separator), separator.shift, 0, between);
      at += between;
    }
    const s = plainValue(l.items.items[i]) as Str;
    const count = charLength(s);
    copyChars(to, shift, at, strData(s), s.shift, 0, count);
    at += count;
  }
  return r;
}

/** Concatenation of a list of strings (f-strings). */
export function buildString(l: List): Str {
  return joinList(Singletons.emptyStr, l);
}

// ── expandtabs, padding ──────────────────────────────────────────────────────────────────────────────────────────────

export function expandTabs(self: Value, size: Value): Value {
  const s = self as Str;
  const width = size === ERROR ? 8 : indexArgument(size);
  const n = charLength(s);
  const b = newBuilder(n);
  let column = 0;
  for (let i = 0; i < n; i++) {
    const c = charAt(s, i);
    if (c === 9) {
      const spaces = width > 0 ? width - column % width : 0;
      addChars(b, 32, spaces);
      column += spaces;
    } else {
      addChar(b, c);
      column = c === 10 || c === 13 ? 0 : column + 1;
    }
  }
  return finish(b);
}

function fillCharacter(fill: Value): i32 {
  if (fill === ERROR) return 32;
  if (!isA(fill, Str)) throw typeError(format1(literal("The fill character must be a unicode character, not %t"), fill));
  if (charLength(fill as Str) !== 1) throw typeError(literal("The fill character must be exactly one character long"));
  return charAt(fill as Str, 0);
}

/** `left` and `right` times the fill character around a string. */
export function pad(s: Str, left: i32, right: i32, fill: i32): Str {
  if (left <= 0 && right <= 0) return s;
  const n = charLength(s);
  const b = newBuilder(n + left + right);
  addChars(b, fill, left);
  addPart(b, s, 0, n);
  addChars(b, fill, right);
  return finish(b);
}

export function center(self: Value, width: Value, fill: Value): Value {
  const w = indexArgument(width);
  const c = fillCharacter(fill);
  const s = self as Str;
  const missing = w - charLength(s);
  if (missing <= 0) return s;
  const left = missing / 2 + (missing & w & 1);
  return pad(s, left, missing - left, c);
}

export function ljust(self: Value, width: Value, fill: Value): Value {
  const w = indexArgument(width);
  const c = fillCharacter(fill);
  const s = self as Str;
  return pad(s, 0, w - charLength(s), c);
}

export function rjust(self: Value, width: Value, fill: Value): Value {
  const w = indexArgument(width);
  const c = fillCharacter(fill);
  const s = self as Str;
  return pad(s, w - charLength(s), 0, c);
}

export function zfill(self: Value, width: Value): Value {
  const s = self as Str;
  const n = charLength(s);
  const missing = indexArgument(width) - n;
  if (missing <= 0) return s;
  const sign = n > 0 ? charAt(s, 0) : 0;
  if (sign !== 43 && sign !== 45) return pad(s, missing, 0, 48);
  const b = newBuilder(n + missing);
  addChar(b, sign);
  addChars(b, 48, missing);
  addPart(b, s, 1, n);
  return finish(b);
}
