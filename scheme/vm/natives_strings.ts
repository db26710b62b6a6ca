/**
 * Primitives on strings.
 */

import { alloc, boxChar, charOf, ERROR, type i32, isA, isChar, literal, residual, slot, type Value } from "../../toolkit/define/mod.ts";
import { type AnyVector, NarrowChars, NULL, Pair, type Str, type Symbol, UNSPECIFIED, type Values, Vector, WideChars } from "./objects.ts";
import { charArgument, mutableString, stringArgument, vectorArgument } from "./arguments.ts";
import { EQUAL, GREATER, GREATER_EQUAL, holds, LESS, LESS_EQUAL } from "./natives_characters.ts";
import { outOfRange, wrongCount, wrongType } from "./errors.ts";
import { define1, define2, define3, define4, defineAny } from "./native.ts";
import { truth } from "./number_kinds.ts";
import { countArgument, endIndex, indexArgument, MAX_COUNT, startIndex } from "./ranges.ts";
import {
  blankStr,
  compareStrings,
  fillChars,
  isNarrow,
  moveChars,
  newStr,
  repeatChar,
  setChar,
  stringLength,
  substring,
  widen,
} from "./strings.ts";
import { downcase, foldcase, foldString, upcase } from "./string_case.ts";
import { charAt } from "./symbols.ts";
import { cons } from "./values.ts";

// ── Making ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function makeString(count: Value, fill: Value): Value {
  const c = fill === ERROR ? 32 : charArgument(literal("make-string"), 2, fill);
  return repeatChar(countArgument(literal("make-string"), 1, count), c);
}

/** `(string c …)` */
const stringOf = residual(function (args: Values): Value {
  const s = blankStr(args.length, 0);
  for (let i = 0; i < args.length; i++) setChar(s, i, charArgument(literal("string"), i + 1, args.items[i]));
  return s;
});

const append = residual(function (args: Values): Value {
  let count = 0;
  let wide = 0;
  for (let i = 0; i < args.length; i++) {
    const s = stringArgument(literal("string-append"), i + 1, args.items[i]);
    count += stringLength(s);
    if (!isNarrow(s)) wide = 1;
  }
  const result = blankStr(count, wide);
  let at = 0;
  for (let i = 0; i < args.length; i++) {
    const s = args.items[i] as Str;
    moveChars(result, at, s, 0, stringLength(s));
    at += stringLength(s);
  }
  return result;
});

/** The part of a string from `start` to `end`. */
function part(who: Symbol, v: Value, start: Value, end: Value): Value {
  const s = stringArgument(who, 1, v);
  const to = endIndex(who, 3, end, stringLength(s));
  return substring(s, startIndex(who, 2, start, to), to);
}

function copy(v: Value, start: Value, end: Value): Value {
  return part(literal("string-copy"), v, start, end);
}

function substringOf(v: Value, start: Value, end: Value): Value {
  return part(literal("substring"), v, start, end);
}

// ── Changing ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `(string-copy! to at from start end)` */
const copyInto = residual(function (args: Values): Value {
  const who = literal("string-copy!");
  if (args.length > 5) throw wrongCount(who, 3, 5, args.length);
  const to = mutableString(who, 1, args.items[0]);
  const at = indexArgument(who, 2, args.items[1], 0, stringLength(to));
  const from = stringArgument(who, 3, args.items[2]);
  const end = endIndex(who, 5, args.length > 4 ? args.items[4] : ERROR, stringLength(from));
  const start = startIndex(who, 4, args.length > 3 ? args.items[3] : ERROR, end);
  if (end - start > stringLength(to) - at) throw outOfRange(who, 2, args.items[1]);
  if (isNarrow(to) && !isNarrow(from)) widen(to);
  moveChars(to, at, from, start, end - start);
  return UNSPECIFIED;
});

function fill(v: Value, c: Value, start: Value, end: Value): Value {
  const s = mutableString(literal("string-fill!"), 1, v);
  const char = charArgument(literal("string-fill!"), 2, c);
  const to = endIndex(literal("string-fill!"), 4, end, stringLength(s));
  fillChars(s, startIndex(literal("string-fill!"), 3, start, to), to, char);
  return UNSPECIFIED;
}

// ── Lists and vectors ────────────────────────────────────────────────────────────────────────────────────────────────

const listOfChars = residual(function (s: Str, start: i32, end: i32): Value {
  let list: Value = NULL;
  if (isNarrow(s)) {
    const narrow = s.chars as NarrowChars;
    for (let i = end - 1; i >= start; i--) list = cons(boxChar(narrow.items[i]), list);
    return list;
  }
  const wide = s.chars as WideChars;
  for (let i = end - 1; i >= start; i--) list = cons(boxChar(wide.items[i]), list);
  return list;
});

function toList(v: Value, start: Value, end: Value): Value {
  const s = stringArgument(literal("string->list"), 1, v);
  const to = endIndex(literal("string->list"), 3, end, stringLength(s));
  return listOfChars(s, startIndex(literal("string->list"), 2, start, to), to);
}

/** Number of characters in a list, -1 for what is no list of characters; and all their bits. A list that is too long has a cycle. */
function measureList(list: Value): [i32, i32] {
  let count = 0;
  let highest = 0;
  let rest = list;
  for (; isA(rest, Pair) && count < MAX_COUNT; rest = (rest as Pair).cdr) {
    const c = (rest as Pair).car;
    if (!isChar(c)) return [-1, 0];
    highest |= charOf(c);
    count++;
  }
  return [rest === NULL ? count : -1, highest];
}

const fromList = residual(function (list: Value): Value {
  const [count, highest] = measureList(list);
  if (count < 0) throw wrongType(literal("list->string"), 1, literal("a list of characters"), list);
  let rest = list;
  if (highest > 255) {
    const wide = alloc(WideChars, count);
    for (let i = 0; i < count; i++) {
      wide.items[i] = charOf((rest as Pair).car);
      rest = (rest as Pair).cdr;
    }
    return newStr(wide);
  }
  const narrow = alloc(NarrowChars, count);
  for (let i = 0; i < count; i++) {
    narrow.items[i] = charOf((rest as Pair).car);
    rest = (rest as Pair).cdr;
  }
  return newStr(narrow);
});

const vectorOfChars = residual(function (s: Str, start: i32, end: i32): Value {
  const v = alloc(Vector, end - start);
  for (let i = start; i < end; i++) v.items[i - start] = boxChar(charAt(s, i));
  return v;
});

function toVector(v: Value, start: Value, end: Value): Value {
  const s = stringArgument(literal("string->vector"), 1, v);
  const to = endIndex(literal("string->vector"), 3, end, stringLength(s));
  return vectorOfChars(s, startIndex(literal("string->vector"), 2, start, to), to);
}

const stringOfItems = residual(function (v: AnyVector, start: i32, end: i32): Value {
  const s = blankStr(end - start, 0);
  for (let i = start; i < end; i++) {
    if (!isChar(v.items[i])) throw wrongType(literal("vector->string"), 1, literal("a vector of characters"), v);
    setChar(s, i - start, charOf(v.items[i]));
  }
  return s;
});

function fromVector(v: Value, start: Value, end: Value): Value {
  const vector = vectorArgument(literal("vector->string"), 1, v);
  const to = endIndex(literal("vector->string"), 3, end, vector.length);
  return stringOfItems(vector, startIndex(literal("vector->string"), 2, start, to), to);
}

// ── Comparison of any number ─────────────────────────────────────────────────────────────────────────────────────────

/** All are looked at, so that one that is no string is always noticed. */
const compareAll = residual(function (who: Symbol, args: Values, test: i32): Value {
  let result = true;
  let previous = stringArgument(who, 1, args.items[0]);
  for (let i = 1; i < args.length; i++) {
    const s = stringArgument(who, i + 1, args.items[i]);
    if (result && !holds(test, compareStrings(previous, s))) result = false;
    previous = s;
  }
  return truth(result);
});

function greater(args: Values): Value {
  return compareAll(literal("string>?"), args, GREATER);
}
function lessEqual(args: Values): Value {
  return compareAll(literal("string<=?"), args, LESS_EQUAL);
}
function greaterEqual(args: Values): Value {
  return compareAll(literal("string>=?"), args, GREATER_EQUAL);
}

/** The same without regard to case. */
const compareFolded = residual(function (who: Symbol, args: Values, test: i32): Value {
  let result = true;
  let previous = foldString(stringArgument(who, 1, args.items[0]));
  for (let i = 1; i < args.length; i++) {
    const s = foldString(stringArgument(who, i + 1, args.items[i]));
    if (result && !holds(test, compareStrings(previous, s))) result = false;
    previous = s;
  }
  return truth(result);
});

function equalFolded(args: Values): Value {
  return compareFolded(literal("string-ci=?"), args, EQUAL);
}
function lessFolded(args: Values): Value {
  return compareFolded(literal("string-ci<?"), args, LESS);
}
function greaterFolded(args: Values): Value {
  return compareFolded(literal("string-ci>?"), args, GREATER);
}
function lessEqualFolded(args: Values): Value {
  return compareFolded(literal("string-ci<=?"), args, LESS_EQUAL);
}
function greaterEqualFolded(args: Values): Value {
  return compareFolded(literal("string-ci>=?"), args, GREATER_EQUAL);
}

export function bootStrings(): void {
  define2(literal("make-string"), 1, slot(makeString));
  defineAny(literal("string"), 0, slot(stringOf));
  defineAny(literal("string-append"), 0, slot(append));
  define3(literal("string-copy"), 1, slot(copy));
  define3(literal("substring"), 2, slot(substringOf));
  defineAny(literal("string-copy!"), 3, slot(copyInto));
  define4(literal("string-fill!"), 2, slot(fill));
  define3(literal("string->list"), 1, slot(toList));
  define1(literal("list->string"), 1, slot(fromList));
  define3(literal("string->vector"), 1, slot(toVector));
  define3(literal("vector->string"), 1, slot(fromVector));
  defineAny(literal("string>?"), 1, slot(greater));
  defineAny(literal("string<=?"), 1, slot(lessEqual));
  defineAny(literal("string>=?"), 1, slot(greaterEqual));
  defineAny(literal("string-ci=?"), 1, slot(equalFolded));
  defineAny(literal("string-ci<?"), 1, slot(lessFolded));
  defineAny(literal("string-ci>?"), 1, slot(greaterFolded));
  defineAny(literal("string-ci<=?"), 1, slot(lessEqualFolded));
  defineAny(literal("string-ci>=?"), 1, slot(greaterEqualFolded));
  define1(literal("string-upcase"), 1, slot(upcase));
  define1(literal("string-downcase"), 1, slot(downcase));
  define1(literal("string-foldcase"), 1, slot(foldcase));
}
