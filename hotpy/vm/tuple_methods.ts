/**
 * Tuples: creation, subscripts, comparison, hash, methods (library reference, "Tuples").
 */

import { alloc, copyTail, ERROR, i32, i64, intOf, isA, isInt, literal, slot, type Value } from "../../toolkit/define/mod.ts";
import { CMP_EQ, CMP_NE, List, NOT_IMPLEMENTED, OP_ADD, OP_MUL, Singletons, type Slice, Tuple, Types } from "./objects.ts";
import { indexError, valueError } from "./exceptions.ts";
import { compare, hashOf } from "./operators.ts";
import { constructor2, method1, method2, method4 } from "./native.ts";
import {
  boolOf,
  boundValue,
  boxIndex,
  clampBound,
  isIndexLike,
  isSlice,
  refuseSequence,
  repeatCount,
  sliceBounds,
  subscriptIndex,
} from "./sequence.ts";
import { itemsEqual } from "./item_order.ts";
import { compareSizes, listFromIterable, listToTuple } from "./list_methods.ts";
import { tupleHashEnd, tupleHashNext, tupleHashStart } from "./int_hash.ts";
import { reversedIterator, tupleIterator } from "./iterators.ts";
import { reprSequence } from "./repr.ts";

export function makeTuple1(a: Value): Tuple {
  const t = alloc(Tuple, 1);
  t.items[0] = a;
  return t;
}

export function makeTuple2(a: Value, b: Value): Tuple {
  const t = alloc(Tuple, 2);
  t.items[0] = a;
  t.items[1] = b;
  return t;
}

export function makeTuple3(a: Value, b: Value, c: Value): Tuple {
  const t = alloc(Tuple, 3);
  t.items[0] = a;
  t.items[1] = b;
  t.items[2] = c;
  return t;
}

export function tupleFromIterable(v: Value): Tuple {
  if (isA(v, Tuple)) return v as Tuple;
  if (isA(v, List)) return listToTuple(v as List);
  return listToTuple(listFromIterable(v));
}

/** Elements `start`…`end`. */
export function tupleSlice(t: Tuple, start: i32, end: i32): Tuple {
  const n = end - start;
  if (n <= 0) return Singletons.emptyTuple;
  if (n === t.length) return t;
  const r = alloc(Tuple, n);
  copyTail(r.items, 0, t.items, start, n);
  return r;
}

export function tupleGet(self: Value, key: Value): Value {
  const t = self as Tuple;
  if (isInt(key)) {
    const index = intOf(key);
    const size = i64(t.length);
    const i = index < 0n ? index + size : index;
    if (i < 0n || i >= size) throw indexError(literal("tuple index out of range"));
    return t.items[i32(i)];
  }
  return tupleGetOther(t, key);
}

function tupleGetOther(t: Tuple, key: Value): Value {
  if (isSlice(key)) {
    const [start, step, count] = sliceBounds(key as Slice, t.length);
    if (step === 1) return tupleSlice(t, start, start + count);
    if (count === 0) return Singletons.emptyTuple;
    const r = alloc(Tuple, count);
    for (let i = 0; i < count; i++) r.items[i] = t.items[start + i * step];
    return r;
  }
  const index = subscriptIndex(key, literal("tuple indices must be integers or slices, not %t"));
  const i = index < 0 ? index + t.length : index;
  if (i < 0 || i >= t.length) throw indexError(literal("tuple index out of range"));
  return t.items[i];
}

export function tupleConcat(a: Tuple, b: Tuple): Tuple {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const r = alloc(Tuple, a.length + b.length);
  copyTail(r.items, 0, a.items, 0, a.length);
  copyTail(r.items, a.length, b.items, 0, b.length);
  return r;
}

function tupleRepeat(t: Tuple, times: Value): Tuple {
  const size = t.length;
  const count = repeatCount(times, size);
  if (count === 0) return Singletons.emptyTuple;
  if (count === 1) return t;
  const r = alloc(Tuple, size * count);
  for (let i = 0; i < count; i++) copyTail(r.items, i * size, t.items, 0, size);
  return r;
}

function tupleBinary(operator: i32, left: Value, right: Value): Value {
  if (operator === OP_ADD && isA(left, Tuple) && isA(right, Tuple)) return tupleConcat(left as Tuple, right as Tuple);
  if (operator === OP_MUL) {
    if (isA(left, Tuple) && isIndexLike(right)) return tupleRepeat(left as Tuple, right);
    if (isA(right, Tuple) && isIndexLike(left)) return tupleRepeat(right as Tuple, left);
  }
  return isA(left, Tuple) ? refuseSequence(operator, left, right, left) : refuseSequence(operator, left, right, right);
}

function tupleCompare(operator: i32, left: Value, right: Value): Value {
  if (!isA(left, Tuple) || !isA(right, Tuple)) return NOT_IMPLEMENTED;
  const a = left as Tuple;
  const b = right as Tuple;
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a.items[i];
    const y = b.items[i];
    if (x === y) continue;
    if (itemsEqual(x, y) === 0) {
      if (operator === CMP_EQ) return boolOf(false);
      if (operator === CMP_NE) return boolOf(true);
      return compare(operator, x, y);
    }
  }
  return compareSizes(operator, a.length, b.length);
}

function tupleHash(self: Value): i64 {
  const t = self as Tuple;
  let h = tupleHashStart();
  for (let i = 0; i < t.length; i++) h = tupleHashNext(h, hashOf(t.items[i]));
  return tupleHashEnd(h, t.length);
}

function contains(self: Value, item: Value): i32 {
  const t = self as Tuple;
  for (let i = 0; i < t.length; i++) {
    const v = t.items[i];
    if (itemsEqual(v, item) !== 0) return 1;
  }
  return 0;
}

function index(self: Value, item: Value, start: Value, stop: Value): Value {
  const t = self as Tuple;
  const from = start === ERROR ? 0 : clampBound(boundValue(start, 0), t.length);
  const to = stop === ERROR ? t.length : clampBound(boundValue(stop, t.length), t.length);
  for (let i = from; i < to; i++) {
    if (itemsEqual(t.items[i], item) !== 0) return boxIndex(i);
  }
  throw valueError(literal("tuple.index(x): x not in tuple"));
}

function count(self: Value, item: Value): Value {
  const t = self as Tuple;
  let n = 0;
  for (let i = 0; i < t.length; i++) if (itemsEqual(t.items[i], item) !== 0) n++;
  return boxIndex(n);
}

function length(self: Value): i32 {
  return (self as Tuple).length;
}

function truth(self: Value): i32 {
  return (self as Tuple).length !== 0 ? 1 : 0;
}

function repr(self: Value): Value {
  return reprSequence(self);
}

function construct(cls: Value, iterable: Value): Value {
  return iterable === ERROR ? Singletons.emptyTuple : tupleFromIterable(iterable);
}

function newArguments(self: Value): Value {
  return makeTuple1(self);
}

function reversed(self: Value): Value {
  return reversedIterator(self, (self as Tuple).length);
}

export function bootTuple(): void {
  const t = Types.tuple;
  t.tpBinary = slot(tupleBinary);
  t.tpCompare = slot(tupleCompare);
  t.tpBool = slot(truth);
  t.tpLength = slot(length);
  t.tpHash = slot(tupleHash);
  t.tpRepr = slot(repr);
  t.tpGetItem = slot(tupleGet);
  t.tpContains = slot(contains);
  t.tpIter = slot(tupleIterator);
  method4(t, literal("index"), 2, slot(index));
  method2(t, literal("count"), 2, slot(count));
  method1(t, literal("__getnewargs__"), slot(newArguments));
  constructor2(t, 1, slot(construct));
}
