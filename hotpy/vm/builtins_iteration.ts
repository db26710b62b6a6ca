/**
 * Built-in functions on iterables: iter, next, enumerate, zip, map, filter, reversed, sorted, min, max, sum, any, all.
 *
 * Callbacks run in a nested interpreter (`call1` …). `min` and `max` of two small numbers are loop-free.
 */

import {
  abs,
  addOverflow,
  alloc,
  type bool,
  boxFloat,
  boxI64,
  boxInt,
  ERROR,
  type f64,
  f64 as toF64,
  floatOf,
  type i32,
  type i64,
  i64Of,
  intOf,
  isA,
  isFloat,
  isI64,
  isInt,
  isNil,
  literal,
  NIL,
  type Slot,
  slot,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  Bytes,
  CMP_GT,
  CMP_LT,
  Enumerate,
  FALSE,
  Filter,
  MapIterator,
  NONE,
  OP_ADD,
  Singletons,
  Str,
  TRUE,
  Tuple,
  type Type,
  Types,
  Zip,
} from "./objects.ts";
import { stopIteration, typeError, valueError } from "./exceptions.ts";
import { format1, format2 } from "./messages.ts";
import { binary, compare, getIterator, intValue, lengthOf, truthy } from "./operators.ts";
import { call1, callMethod0, callTuple } from "./calls.ts";
import { typeAttribute, typeOf } from "./types.ts";
import { constructor2, constructor3, constructorVar, function1, function2, functionVar, parameters2, parameters3 } from "./native.ts";
import { checkCount, keywordArgument, positionalCount, refuseKeywords, refuseUnknownKeywords } from "./arguments.ts";
import { boolOf, boxIndex } from "./sequence.ts";
import { listFromIterable } from "./list_methods.ts";
import { sortList } from "./list_sort.ts";
import { makeTuple2 } from "./tuple_methods.ts";
import { callableIterator, nextOf, reversedIterator, selfIterator } from "./iterators.ts";
import { addInt, intToFloat } from "./integers.ts";
import { isFinite } from "../../toolkit/library/floats.ts";

// ── iter, next ───────────────────────────────────────────────────────────────────────────────────────────────────────

function iter(v: Value, sentinel: Value): Value {
  return sentinel === ERROR ? getIterator(v) : callableIterator(v, sentinel);
}

function next(iterator: Value, fallback: Value): Value {
  const v = nextOf(iterator);
  if (v !== ERROR) return v;
  if (fallback === ERROR) throw stopIteration(ERROR);
  return fallback;
}

// ── enumerate, zip, map, filter, reversed ────────────────────────────────────────────────────────────────────────────

function constructEnumerate(cls: Value, iterable: Value, start: Value): Value {
  const first = start === ERROR ? boxInt(0n) : intValue(start);
  const iterator = getIterator(iterable);
  const e = alloc(Enumerate);
  e.iterator = iterator;
  e.index = first;
  return e;
}

function enumerateNext(self: Value): Value {
  const e = self as Enumerate;
  const v = nextOf(e.iterator);
  if (v === ERROR) return ERROR;
  const index = e.index;
  e.index = addInt(index, boxInt(1n));
  return makeTuple2(index, v);
}

/** Iterators of the positional arguments from number `first` on. */
function iteratorsOf(args: Tuple, first: i32, count: i32): Tuple {
  if (count <= first) return Singletons.emptyTuple;
  const t = alloc(Tuple, count - first);
  for (let i = first; i < count; i++) t.items[i - first] = getIterator(args.items[i]);
  return t;
}

function constructZip(args: Tuple, names: Tuple): Value {
  refuseUnknownKeywords(names, literal("zip"), literal("strict"), literal("strict"));
  const strict = keywordArgument(args, names, literal("strict"));
  const iterators = iteratorsOf(args, 1, positionalCount(args, names));
  const isStrict: i32 = strict === ERROR ? 0 : truthy(strict);
  const z = alloc(Zip);
  z.iterators = iterators;
  z.strict = isStrict;
  return z;
}

function zipNext(self: Value): Value {
  const z = self as Zip;
  const n = z.iterators.length;
  if (n === 0) return ERROR;
  if (n === 2 && z.strict === 0) return zipPair(z);
  const t = alloc(Tuple, n);
  for (let i = 0; i < n; i++) {
    const v = nextOf(z.iterators.items[i]);
    if (v === ERROR) {
      if (z.strict !== 0) checkStrict(z, i);
      return ERROR;
    }
    t.items[i] = v;
  }
  return t;
}

function zipPair(z: Zip): Value {
  const a = nextOf(z.iterators.items[0]);
  if (a === ERROR) return ERROR;
  const b = nextOf(z.iterators.items[1]);
  if (b === ERROR) return ERROR;
  return makeTuple2(a, b);
}

/** Iterator `ended` has no more elements: the others must have none either. */
function checkStrict(z: Zip, ended: i32): void {
  if (ended > 0) {
    throw valueError(format2(literal("zip() argument %s is shorter than argument%s"), boxIndex(ended + 1), upTo(ended)));
  }
  for (let i = 1; i < z.iterators.length; i++) {
    if (nextOf(z.iterators.items[i]) !== ERROR) {
      throw valueError(format2(literal("zip() argument %s is longer than argument%s"), boxIndex(i + 1), upTo(i)));
    }
  }
}

/** " 1" or "s 1-N". */
function upTo(count: i32): Str {
  return count === 1 ? literal(" 1") : format1(literal("s 1-%s"), boxIndex(count));
}

function constructMap(args: Tuple, names: Tuple): Value {
  refuseKeywords(names, literal("map"));
  const n = args.length;
  if (n < 3) throw typeError(literal("map() must have at least two arguments."));
  const iterators = iteratorsOf(args, 2, n);
  const m = alloc(MapIterator);
  m.callable = args.items[1];
  m.iterators = iterators;
  return m;
}

function mapNext(self: Value): Value {
  const m = self as MapIterator;
  if (m.iterators.length === 1) {
    const v = nextOf(m.iterators.items[0]);
    return v === ERROR ? ERROR : call1(m.callable, v);
  }
  return mapMany(m);
}

function mapMany(m: MapIterator): Value {
  const n = m.iterators.length;
  const t = alloc(Tuple, n);
  for (let i = 0; i < n; i++) {
    const v = nextOf(m.iterators.items[i]);
    if (v === ERROR) return ERROR;
    t.items[i] = v;
  }
  return callTuple(m.callable, t, NIL);
}

function constructFilter(cls: Value, callable: Value, iterable: Value): Value {
  const iterator = getIterator(iterable);
  const f = alloc(Filter);
  f.callable = callable;
  f.iterator = iterator;
  return f;
}

function filterNext(self: Value): Value {
  const f = self as Filter;
  while (true) {
    const v = nextOf(f.iterator);
    if (v === ERROR) return ERROR;
    const keep = f.callable === NONE ? truthy(v) : truthy(call1(f.callable, v));
    if (keep !== 0) return v;
  }
}

function constructReversed(cls: Value, v: Value): Value {
  const type = typeOf(v);
  const method = typeAttribute(type, literal("__reversed__"));
  if (method !== ERROR && method !== NONE) return callMethod0(v, literal("__reversed__"));
  const indexed = method === ERROR && typeAttribute(type, literal("__getitem__")) !== ERROR &&
    typeAttribute(type, literal("__len__")) !== ERROR;
  if (!indexed) throw typeError(format1(literal("'%t' object is not reversible"), v));
  return reversedIterator(v, lengthOf(v));
}

// ── sorted, any, all ─────────────────────────────────────────────────────────────────────────────────────────────────

function sorted(args: Tuple, names: Tuple): Value {
  checkCount(literal("sorted"), positionalCount(args, names), 1, 1);
  refuseUnknownKeywords(names, literal("sort"), literal("key"), literal("reverse"));
  const key = keywordArgument(args, names, literal("key"));
  const reverse = keywordArgument(args, names, literal("reverse"));
  const l = listFromIterable(args.items[0]);
  sortList(l, key === ERROR ? NONE : key, reverse !== ERROR && truthy(reverse) !== 0);
  return l;
}

function any(iterable: Value): Value {
  const iterator = getIterator(iterable);
  while (true) {
    const v = nextOf(iterator);
    if (v === ERROR) return boolOf(false);
    if (truthy(v) !== 0) return boolOf(true);
  }
}

function all(iterable: Value): Value {
  const iterator = getIterator(iterable);
  while (true) {
    const v = nextOf(iterator);
    if (v === ERROR) return boolOf(true);
    if (truthy(v) === 0) return boolOf(false);
  }
}

// ── min, max ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function min(args: Tuple, names: Tuple): Value {
  if (isNil(names) && args.length === 2) return smaller(args.items[0], args.items[1]);
  return extreme(args, names, CMP_LT, literal("min"));
}

function max(args: Tuple, names: Tuple): Value {
  if (isNil(names) && args.length === 2) return larger(args.items[0], args.items[1]);
  return extreme(args, names, CMP_GT, literal("max"));
}

function smaller(a: Value, b: Value): Value {
  if (isInt(a) && isInt(b)) return intOf(b) < intOf(a) ? b : a;
  if (isFloat(a) && isFloat(b)) return floatOf(b) < floatOf(a) ? b : a;
  return smallerOther(a, b);
}

function smallerOther(a: Value, b: Value): Value {
  return truthy(compare(CMP_LT, b, a)) !== 0 ? b : a;
}

function larger(a: Value, b: Value): Value {
  if (isInt(a) && isInt(b)) return intOf(b) > intOf(a) ? b : a;
  if (isFloat(a) && isFloat(b)) return floatOf(b) > floatOf(a) ? b : a;
  return largerOther(a, b);
}

function largerOther(a: Value, b: Value): Value {
  return truthy(compare(CMP_GT, b, a)) !== 0 ? b : a;
}

/** The element that compares `operator` to all others; the first one of equals. */
function extreme(args: Tuple, names: Tuple, operator: i32, func: Str): Value {
  const count = positionalCount(args, names);
  if (count === 0) throw typeError(format1(literal("%s expected at least 1 argument, got 0"), func));
  refuseUnknownKeywords(names, func, literal("key"), literal("default"));
  const given = keywordArgument(args, names, literal("key"));
  const key = given === NONE ? ERROR : given;
  const fallback = keywordArgument(args, names, literal("default"));
  if (count > 1 && fallback !== ERROR) {
    throw typeError(format1(literal("Cannot specify a default for %s() with multiple positional arguments"), func));
  }
  const iterator = getIterator(count === 1 ? args.items[0] : firstOf(args, count));
  let best = nextOf(iterator);
  if (best === ERROR) {
    if (fallback !== ERROR) return fallback;
    throw valueError(format1(literal("%s() iterable argument is empty"), func));
  }
  let bestKey = key === ERROR ? best : call1(key, best);
  while (true) {
    const v = nextOf(iterator);
    if (v === ERROR) return best;
    const k = key === ERROR ? v : call1(key, v);
    if (isBetter(operator, k, bestKey) !== 0) {
      best = v;
      bestKey = k;
    }
  }
}

function isBetter(operator: i32, a: Value, b: Value): i32 {
  if (isInt(a) && isInt(b)) return (operator === CMP_LT ? intOf(a) < intOf(b) : intOf(a) > intOf(b)) ? 1 : 0;
  return truthy(compare(operator, a, b));
}

/** The first `count` elements. */
function firstOf(args: Tuple, count: i32): Tuple {
  if (count === args.length) return args;
  const t = alloc(Tuple, count);
  for (let i = 0; i < count; i++) t.items[i] = args.items[i];
  return t;
}

// ── sum ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

function sum(iterable: Value, start: Value): Value {
  const first = start === ERROR ? boxInt(0n) : start;
  if (isA(first, Str)) throw typeError(literal("sum() can't sum strings [use ''.join(seq) instead]"));
  if (isA(first, Bytes)) throw typeError(literal("sum() can't sum bytes [use b''.join(seq) instead]"));
  return sumFrom(getIterator(iterable), first);
}

/** Adds integers first, then floats as soon as one comes, then anything. */
function sumFrom(iterator: Value, start: Value): Value {
  let total = start;
  let v: Value = ERROR;
  if (isI64(total)) {
    let whole = i64Of(total);
    let small = true;
    while (small) {
      v = nextOf(iterator);
      if (v === ERROR) return boxI64(whole);
      if (!isI64(v) && !isBool(v)) break;
      const [r, overflow] = addOverflow(whole, smallInt(v));
      if (overflow) small = false;
      else whole = r;
    }
    total = boxI64(whole);
    if (isFloat(v)) return sumFloats(iterator, intToFloat(total) + floatOf(v), nextOf(iterator));
    total = binary(OP_ADD, total, v);
  } else if (isFloat(total)) {
    v = nextOf(iterator);
    if (v === ERROR) return total;
    return sumFloats(iterator, floatOf(total), v);
  }
  return sumAny(iterator, total);
}

function isBool(v: Value): bool {
  return v === TRUE || v === FALSE;
}

/** A 64-bit integer or bool. */
function smallInt(v: Value): i64 {
  return isBool(v) ? (v === TRUE ? 1n : 0n) : i64Of(v);
}

function sumAny(iterator: Value, start: Value): Value {
  let total = start;
  while (true) {
    const v = nextOf(iterator);
    if (v === ERROR) return total;
    total = binary(OP_ADD, total, v);
  }
}

/** Compensated summation (Neumaier 1974), as CPython sums floats. `first` is the next element. */
function sumFloats(iterator: Value, start: f64, first: Value): Value {
  let high = start;
  let low: f64 = 0;
  let v = first;
  while (v !== ERROR) {
    if (!isFloat(v) && !isI64(v) && !isBool(v)) return sumAny(iterator, binary(OP_ADD, boxFloat(corrected(high, low)), v));
    const x = isFloat(v) ? floatOf(v) : toF64(smallInt(v));
    const t = high + x;
    low += abs(high) >= abs(x) ? (high - t) + x : (x - t) + high;
    high = t;
    v = nextOf(iterator);
  }
  return boxFloat(corrected(high, low));
}

function corrected(high: f64, low: f64): f64 {
  return low !== 0 && isFinite(low) ? high + low : high;
}

function bootIteratorType(t: Type, next: Slot<(self: Value) => Value>): void {
  t.tpIter = slot(selfIterator);
  t.tpNext = next;
}

export function bootBuiltinIteration(): void {
  const n = Singletons.builtins;
  function2(n, literal("iter"), 1, slot(iter));
  function2(n, literal("next"), 1, slot(next));
  functionVar(n, literal("sorted"), slot(sorted));
  function1(n, literal("any"), 1, slot(any));
  function1(n, literal("all"), 1, slot(all));
  functionVar(n, literal("min"), slot(min));
  functionVar(n, literal("max"), slot(max));
  parameters2(function2(n, literal("sum"), 1, slot(sum)), NONE, literal("start"));
  bootIteratorType(Types.enumerate, slot(enumerateNext));
  bootIteratorType(Types.zip, slot(zipNext));
  bootIteratorType(Types.map, slot(mapNext));
  bootIteratorType(Types.filter, slot(filterNext));
  parameters3(constructor3(Types.enumerate, 2, slot(constructEnumerate)), NONE, literal("iterable"), literal("start"));
  constructorVar(Types.zip, slot(constructZip));
  constructorVar(Types.map, slot(constructMap));
  constructor3(Types.filter, 3, slot(constructFilter));
  constructor2(Types.reversed, 2, slot(constructReversed));
}
