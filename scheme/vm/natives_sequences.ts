/**
 * Primitives on vectors, bytevectors and lists.
 */

import {
  addressOf,
  alloc,
  copyTail,
  ERROR,
  fillTail,
  type i32,
  isA,
  literal,
  residual,
  slot,
  type Value,
} from "../../toolkit/define/mod.ts";
import { type AnyBytevector, type AnyVector, Bytevector, NULL, Pair, UNSPECIFIED, type Values, Vector } from "./objects.ts";
import { bytevectorArgument, mutableBytevector, mutableVector, stringArgument, vectorArgument } from "./arguments.ts";
import { outOfRange, wrongCount, wrongType } from "./errors.ts";
import { define1, define2, define3, define4, defineAny } from "./native.ts";
import { truth } from "./number_kinds.ts";
import { byteArgument, countArgument, endIndex, indexArgument, startIndex } from "./ranges.ts";
import { decodeBytes, encodeString, stringLength } from "./strings.ts";
import { isWellFormed } from "./utf8.ts";
import { cons, properLength } from "./values.ts";

/** Optional argument `index` of `args`. */
function optional(args: Values, index: i32): Value {
  return index < args.length ? args.items[index] : ERROR;
}

// ── Vectors ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function partOfVector(v: AnyVector, start: i32, end: i32): Vector {
  const copy = alloc(Vector, end - start);
  copyTail(copy.items, 0, v.items, start, end - start);
  return copy;
}

function vectorCopy(v: Value, start: Value, end: Value): Value {
  const from = vectorArgument(literal("vector-copy"), 1, v);
  const to = endIndex(literal("vector-copy"), 3, end, from.length);
  return partOfVector(from, startIndex(literal("vector-copy"), 2, start, to), to);
}

/** `(vector-copy! to at from start end)` */
const vectorCopyInto = residual(function (args: Values): Value {
  const who = literal("vector-copy!");
  if (args.length > 5) throw wrongCount(who, 3, 5, args.length);
  const to = mutableVector(who, 1, args.items[0]);
  const at = indexArgument(who, 2, args.items[1], 0, to.length);
  const from = vectorArgument(who, 3, args.items[2]);
  const end = endIndex(who, 5, optional(args, 4), from.length);
  const start = startIndex(who, 4, optional(args, 3), end);
  if (end - start > to.length - at) throw outOfRange(who, 2, args.items[1]);
  copyTail(to.items, at, from.items, start, end - start);
  return UNSPECIFIED;
});

function vectorFill(v: Value, fill: Value, start: Value, end: Value): Value {
  const vector = mutableVector(literal("vector-fill!"), 1, v);
  const to = endIndex(literal("vector-fill!"), 4, end, vector.length);
  const from = startIndex(literal("vector-fill!"), 3, start, to);
  fillTail(vector.items, from, to - from, fill);
  return UNSPECIFIED;
}

const vectorAppend = residual(function (args: Values): Value {
  let count = 0;
  for (let i = 0; i < args.length; i++) count += vectorArgument(literal("vector-append"), i + 1, args.items[i]).length;
  const result = alloc(Vector, count);
  let at = 0;
  for (let i = 0; i < args.length; i++) {
    const v = args.items[i] as AnyVector;
    copyTail(result.items, at, v.items, 0, v.length);
    at += v.length;
  }
  return result;
});

const listOfItems = residual(function (v: AnyVector, start: i32, end: i32): Value {
  let list: Value = NULL;
  for (let i = end - 1; i >= start; i--) list = cons(v.items[i], list);
  return list;
});

function vectorToList(v: Value, start: Value, end: Value): Value {
  const vector = vectorArgument(literal("vector->list"), 1, v);
  const to = endIndex(literal("vector->list"), 3, end, vector.length);
  return listOfItems(vector, startIndex(literal("vector->list"), 2, start, to), to);
}

const listToVector = residual(function (list: Value): Value {
  const count = properLength(list);
  if (count < 0) throw wrongType(literal("list->vector"), 1, literal("a list"), list);
  const v = alloc(Vector, count);
  let rest = list;
  for (let i = 0; i < count; i++) {
    v.items[i] = (rest as Pair).car;
    rest = (rest as Pair).cdr;
  }
  return v;
});

// ── Bytevectors ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** `(bytevector byte …)` */
const bytevectorOf = residual(function (args: Values): Value {
  const bytes = alloc(Bytevector, args.length);
  for (let i = 0; i < args.length; i++) bytes.items[i] = byteArgument(literal("bytevector"), i + 1, args.items[i]);
  return bytes;
});

function makeBytevector(count: Value, fill: Value): Value {
  const byte = fill === ERROR ? 0 : byteArgument(literal("make-bytevector"), 2, fill);
  const bytes = alloc(Bytevector, countArgument(literal("make-bytevector"), 1, count));
  fillTail(bytes.items, 0, bytes.length, byte);
  return bytes;
}

function partOfBytes(from: AnyBytevector, start: i32, end: i32): Bytevector {
  const copy = alloc(Bytevector, end - start);
  copyTail(copy.items, 0, from.items, start, end - start);
  return copy;
}

function bytevectorCopy(v: Value, start: Value, end: Value): Value {
  const from = bytevectorArgument(literal("bytevector-copy"), 1, v);
  const to = endIndex(literal("bytevector-copy"), 3, end, from.length);
  return partOfBytes(from, startIndex(literal("bytevector-copy"), 2, start, to), to);
}

/** `(bytevector-copy! to at from start end)` */
const bytevectorCopyInto = residual(function (args: Values): Value {
  const who = literal("bytevector-copy!");
  if (args.length > 5) throw wrongCount(who, 3, 5, args.length);
  const to = mutableBytevector(who, 1, args.items[0]);
  const at = indexArgument(who, 2, args.items[1], 0, to.length);
  const from = bytevectorArgument(who, 3, args.items[2]);
  const end = endIndex(who, 5, optional(args, 4), from.length);
  const start = startIndex(who, 4, optional(args, 3), end);
  if (end - start > to.length - at) throw outOfRange(who, 2, args.items[1]);
  copyTail(to.items, at, from.items, start, end - start);
  return UNSPECIFIED;
});

const bytevectorAppend = residual(function (args: Values): Value {
  let count = 0;
  for (let i = 0; i < args.length; i++) count += bytevectorArgument(literal("bytevector-append"), i + 1, args.items[i]).length;
  const result = alloc(Bytevector, count);
  let at = 0;
  for (let i = 0; i < args.length; i++) {
    const bytes = args.items[i] as AnyBytevector;
    copyTail(result.items, at, bytes.items, 0, bytes.length);
    at += bytes.length;
  }
  return result;
});

/** `utf8->string`: ill-formed text is an error. */
const utf8ToString = residual(function (v: Value, start: Value, end: Value): Value {
  const bytes = bytevectorArgument(literal("utf8->string"), 1, v);
  const to = endIndex(literal("utf8->string"), 3, end, bytes.length);
  const from = startIndex(literal("utf8->string"), 2, start, to);
  const base = addressOf(bytes.items);
  if (isWellFormed(base + from, base + to) === 0) throw wrongType(literal("utf8->string"), 1, literal("UTF-8"), v);
  return decodeBytes(bytes, from, to);
});

function stringToUtf8(v: Value, start: Value, end: Value): Value {
  const s = stringArgument(literal("string->utf8"), 1, v);
  const to = endIndex(literal("string->utf8"), 3, end, stringLength(s));
  return encodeString(s, startIndex(literal("string->utf8"), 2, start, to), to);
}

// ── Lists ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function isList(v: Value): Value {
  return truth(properLength(v) >= 0);
}

const makeList = residual(function (count: Value, fill: Value): Value {
  const n = countArgument(literal("make-list"), 1, count);
  const item = fill === ERROR ? UNSPECIFIED : fill;
  let list: Value = NULL;
  for (let i = 0; i < n; i++) list = cons(item, list);
  return list;
});

/** `list-copy`: the pairs anew, the last one's cdr as it is. */
const listCopy = residual(function (v: Value): Value {
  return isA(v, Pair) ? copyOfChain(v as Pair) : v;
});

function copyOfChain(list: Pair): Value {
  const first = cons(list.car, list.cdr);
  let last = first;
  while (isA(last.cdr, Pair)) {
    const next = last.cdr as Pair;
    const copy = cons(next.car, next.cdr);
    last.cdr = copy;
    last = copy;
  }
  return first;
}

const listSet = residual(function (list: Value, index: Value, v: Value): Value {
  let rest = list;
  for (let left = countArgument(literal("list-set!"), 2, index); left > 0 && isA(rest, Pair); left--) rest = (rest as Pair).cdr;
  if (!isA(rest, Pair)) throw outOfRange(literal("list-set!"), 2, index);
  (rest as Pair).car = v;
  return UNSPECIFIED;
});

export function bootSequences(): void {
  define3(literal("vector-copy"), 1, slot(vectorCopy));
  defineAny(literal("vector-copy!"), 3, slot(vectorCopyInto));
  define4(literal("vector-fill!"), 2, slot(vectorFill));
  defineAny(literal("vector-append"), 0, slot(vectorAppend));
  define3(literal("vector->list"), 1, slot(vectorToList));
  define1(literal("list->vector"), 1, slot(listToVector));
  defineAny(literal("bytevector"), 0, slot(bytevectorOf));
  define2(literal("make-bytevector"), 1, slot(makeBytevector));
  define3(literal("bytevector-copy"), 1, slot(bytevectorCopy));
  defineAny(literal("bytevector-copy!"), 3, slot(bytevectorCopyInto));
  defineAny(literal("bytevector-append"), 0, slot(bytevectorAppend));
  define3(literal("utf8->string"), 1, slot(utf8ToString));
  define3(literal("string->utf8"), 1, slot(stringToUtf8));
  define1(literal("list?"), 1, slot(isList));
  define2(literal("make-list"), 1, slot(makeList));
  define1(literal("list-copy"), 1, slot(listCopy));
  define3(literal("list-set!"), 3, slot(listSet));
}
