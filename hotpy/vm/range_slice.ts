/**
 * `range` and `slice` objects (library reference, "Ranges"; `slice.indices`).
 *
 * A range whose numbers fit 64 bits is computed in machine integers; the others with the integer functions of the heap.
 */

import {
  addOverflow,
  alloc,
  boxI64,
  boxInt,
  ERROR,
  i32,
  type i64,
  i64Of,
  isA,
  isI64,
  isInt,
  literal,
  mulOverflow,
  NIL,
  slot,
  subOverflow,
  type Value,
} from "../../toolkit/define/mod.ts";
import { CMP_EQ, CMP_NE, NONE, NOT_IMPLEMENTED, OP_ADD, OP_FLOORDIV, OP_MOD, OP_MUL, OP_SUB, Range, Slice, Types } from "./objects.ts";
import { indexError, overflowError, valueError } from "./exceptions.ts";
import { format2, format3 } from "./messages.ts";
import { binary, compare, equals, hashOf, intValue, isIntLike, iterNext, reprOf } from "./operators.ts";
import { attribute, constructor4, method1, method2 } from "./native.ts";
import { boolOf, boundValue, boxIndex, isSlice, sliceBounds, subscriptIndex } from "./sequence.ts";
import { makeTuple3 } from "./tuple_methods.ts";
import { tupleHashEnd, tupleHashNext, tupleHashStart } from "./int_hash.ts";
import { newRangeIterator, rangeIterator } from "./iterators.ts";
import { intSign } from "./integers.ts";
import { integerCompare } from "../../toolkit/heap/mod.ts";

/** Number of elements where all three fit 64 bits: an i64, or -1 when even that is too small. */
function count64(start: i64, stop: i64, step: i64): i64 {
  if (step > 0n ? start >= stop : start <= stop) return 0n;
  const [distance, overflow] = step > 0n ? subOverflow(stop, start) : subOverflow(start, stop);
  if (overflow) return -1n;
  const stride = step > 0n ? step : -step;
  if (stride < 0n) return -1n;
  return (distance - 1n) / stride + 1n;
}

/** A range of three integers; `step` is not zero. */
export function newRange(start: Value, stop: Value, step: Value): Range {
  const count = countOf(start, stop, step);
  const r = alloc(Range);
  r.start = start;
  r.stop = stop;
  r.step = step;
  r.count = count;
  return r;
}

function countOf(start: Value, stop: Value, step: Value): Value {
  if (isI64(start) && isI64(stop) && isI64(step)) {
    const n = count64(i64Of(start), i64Of(stop), i64Of(step));
    if (n >= 0n) return boxI64(n);
  }
  const upwards = intSign(step) > 0;
  const low = upwards ? start : stop;
  const high = upwards ? stop : start;
  if (integerCompare(low, high) >= 0) return boxInt(0n);
  const stride = upwards ? step : binary(OP_SUB, boxInt(0n), step);
  const distance = binary(OP_SUB, binary(OP_SUB, high, low), boxInt(1n));
  return binary(OP_ADD, binary(OP_FLOORDIV, distance, stride), boxInt(1n));
}

/** Element number `index` (0 ≤ index < count). */
export function rangeElement(r: Range, index: Value): Value {
  return binary(OP_ADD, r.start, binary(OP_MUL, index, r.step));
}

function construct(cls: Value, a: Value, b: Value, c: Value): Value {
  if (b === ERROR) return newRange(boxInt(0n), intValue(a), boxInt(1n));
  const start = intValue(a);
  const stop = intValue(b);
  const step = c === ERROR ? boxInt(1n) : intValue(c);
  if (isInt(step) && i64Of(step) === 0n) throw valueError(literal("range() arg 3 must not be zero"));
  return newRange(start, stop, step);
}

function rangeLength(self: Value): i32 {
  const count = (self as Range).count;
  if (isI64(count) && i64Of(count) <= 0x7fffffffn) return i32(i64Of(count));
  throw overflowError(literal("Python int too large to convert to C ssize_t"));
}

function rangeTruth(self: Value): i32 {
  return (self as Range).count === boxInt(0n) ? 0 : 1;
}

function rangeGet(self: Value, key: Value): Value {
  const r = self as Range;
  if (isInt(key) && isInt(r.count) && isInt(r.start) && isInt(r.step)) {
    const n = i64Of(r.count);
    const given = i64Of(key);
    const i = given < 0n ? given + n : given;
    if (i < 0n || i >= n) throw indexError(literal("range object index out of range"));
    const [offset, overflow] = mulOverflow(i, i64Of(r.step));
    if (!overflow) {
      const [element, overflow2] = addOverflow(i64Of(r.start), offset);
      if (!overflow2) return boxI64(element);
    }
  }
  if (isSlice(key)) return rangeSlice(r, key as Slice);
  return rangeGetLong(r, key);
}

function rangeGetLong(r: Range, key: Value): Value {
  const given = isIntLike(key) ? intValue(key) : boxIndex(subscriptIndex(key, literal("range indices must be integers or slices, not %t")));
  const i = intSign(given) < 0 ? binary(OP_ADD, given, r.count) : given;
  if (intSign(i) < 0 || integerCompare(i, r.count) >= 0) throw indexError(literal("range object index out of range"));
  return rangeElement(r, i);
}

function rangeSlice(r: Range, s: Slice): Value {
  const [start, step, count] = sliceBounds(s, rangeLength(r));
  const from = rangeElement(r, boxIndex(start));
  const stride = binary(OP_MUL, r.step, boxIndex(step));
  // CPython keeps the exact stop of the slice; the element behind the last one is the same range.
  const stop = sliceStop(s, r, step);
  return stop === ERROR
    ? newRange(from, binary(OP_ADD, from, binary(OP_MUL, stride, boxIndex(count))), stride)
    : newRange(from, stop, stride);
}

/** The stop value that `slice.indices` gives, as an element of the range. */
function sliceStop(s: Slice, r: Range, step: i32): Value {
  const length = rangeLength(r);
  const absent = step > 0 ? length : -1;
  let stop = absent;
  if (s.stop !== NONE) {
    stop = boundValue(s.stop, absent);
    if (stop < 0) stop = stop + length < 0 ? (step > 0 ? 0 : -1) : stop + length;
    else if (stop >= length) stop = step > 0 ? length : length - 1;
  }
  return rangeElement(r, boxIndex(stop));
}

function rangeContains(self: Value, item: Value): i32 {
  const r = self as Range;
  if (!isIntLike(item)) {
    const it = rangeIterator(self);
    return containsByWalking(it, item);
  }
  const v = intValue(item);
  const upwards = intSign(r.step) > 0;
  const inside = upwards
    ? integerCompare(v, r.start) >= 0 && integerCompare(v, r.stop) < 0
    : integerCompare(v, r.start) <= 0 && integerCompare(v, r.stop) > 0;
  if (!inside) return 0;
  return intSign(binary(OP_MOD, binary(OP_SUB, v, r.start), r.step)) === 0 ? 1 : 0;
}

function containsByWalking(it: Value, item: Value): i32 {
  while (true) {
    const v = iterNext(it);
    if (v === ERROR) return 0;
    if (equals(v, item) !== 0) return 1;
  }
}

function rangeRepr(self: Value): Value {
  const r = self as Range;
  if (r.step === boxInt(1n)) return format2(literal("range(%s, %s)"), reprOf(r.start), reprOf(r.stop));
  return format3(literal("range(%s, %s, %s)"), reprOf(r.start), reprOf(r.stop), reprOf(r.step));
}

function rangeCompare(operator: i32, left: Value, right: Value): Value {
  if (operator !== CMP_EQ && operator !== CMP_NE) return NOT_IMPLEMENTED;
  if (!isA(left, Range) || !isA(right, Range)) return NOT_IMPLEMENTED;
  const same = rangesEqual(left as Range, right as Range);
  return boolOf(operator === CMP_EQ ? same !== 0 : same === 0);
}

function rangesEqual(a: Range, b: Range): i32 {
  if (integerCompare(a.count, b.count) !== 0) return 0;
  if (a.count === boxInt(0n)) return 1;
  if (integerCompare(a.start, b.start) !== 0) return 0;
  return a.count === boxInt(1n) || integerCompare(a.step, b.step) === 0 ? 1 : 0;
}

function rangeHash(self: Value): i64 {
  const r = self as Range;
  const empty = r.count === boxInt(0n);
  let h = tupleHashNext(tupleHashStart(), hashOf(r.count));
  h = tupleHashNext(h, empty ? hashOf(NONE) : hashOf(r.start));
  h = tupleHashNext(h, empty || r.count === boxInt(1n) ? hashOf(NONE) : hashOf(r.step));
  return tupleHashEnd(h, 3);
}

function rangeIndex(self: Value, item: Value): Value {
  const r = self as Range;
  if (rangeContains(self, item) === 0) throw valueError(literal("range.index(x): x not in range"));
  return binary(OP_FLOORDIV, binary(OP_SUB, intValue(item), r.start), r.step);
}

function rangeCount(self: Value, item: Value): Value {
  return boxIndex(rangeContains(self, item));
}

/** The range backwards, as an iterator. */
function rangeReversed(self: Value): Value {
  const r = self as Range;
  if (r.count === boxInt(0n)) return newRangeIterator(0n, 1n, 0n);
  const last = rangeElement(r, binary(OP_SUB, r.count, boxInt(1n)));
  const step = binary(OP_SUB, boxInt(0n), r.step);
  return rangeIterator(newRange(last, binary(OP_ADD, r.start, step), step));
}

function rangeStart(self: Value): Value {
  return (self as Range).start;
}

function rangeStop(self: Value): Value {
  return (self as Range).stop;
}

function rangeStep(self: Value): Value {
  return (self as Range).step;
}

// ── Slices ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export function newSlice(start: Value, stop: Value, step: Value): Slice {
  const s = alloc(Slice);
  s.start = start;
  s.stop = stop;
  s.step = step;
  return s;
}

function constructSlice(cls: Value, a: Value, b: Value, c: Value): Value {
  if (b === ERROR) return newSlice(NONE, a, NONE);
  return newSlice(a, b, c === ERROR ? NONE : c);
}

function sliceRepr(self: Value): Value {
  const s = self as Slice;
  return format3(literal("slice(%s, %s, %s)"), reprOf(s.start), reprOf(s.stop), reprOf(s.step));
}

function sliceCompare(operator: i32, left: Value, right: Value): Value {
  if (!isA(left, Slice) || !isA(right, Slice)) return NOT_IMPLEMENTED;
  const a = left as Slice;
  const b = right as Slice;
  return compare(operator, makeTuple3(a.start, a.stop, a.step), makeTuple3(b.start, b.stop, b.step));
}

function sliceHash(self: Value): i64 {
  const s = self as Slice;
  return hashOf(makeTuple3(s.start, s.stop, s.step));
}

/** `slice.indices(length)`. */
function sliceIndices(self: Value, length: Value): Value {
  const n = boundValue(intValue(length), 0);
  if (n < 0) throw valueError(literal("length should not be negative"));
  const s = self as Slice;
  const [start, step] = sliceBoundsPair(s, n);
  const r = newRange(boxInt(0n), boxIndex(n), boxInt(1n));
  const stop = n === 0 ? boxIndex(step > 0 ? 0 : -1) : sliceStop(s, r, step);
  return makeTuple3(boxIndex(start), stop, boxIndex(step));
}

function sliceBoundsPair(s: Slice, n: i32): [i32, i32] {
  const [start, step, count] = sliceBounds(s, n);
  return [start, step];
}

function sliceStart(self: Value): Value {
  return (self as Slice).start;
}

function sliceStopOf(self: Value): Value {
  return (self as Slice).stop;
}

function sliceStepOf(self: Value): Value {
  return (self as Slice).step;
}

export function bootRangeSlice(): void {
  const t = Types.range;
  t.tpLength = slot(rangeLength);
  t.tpBool = slot(rangeTruth);
  t.tpGetItem = slot(rangeGet);
  t.tpContains = slot(rangeContains);
  t.tpRepr = slot(rangeRepr);
  t.tpCompare = slot(rangeCompare);
  t.tpHash = slot(rangeHash);
  t.tpIter = slot(rangeIterator);
  method2(t, literal("index"), 2, slot(rangeIndex));
  method2(t, literal("count"), 2, slot(rangeCount));
  method1(t, literal("__reversed__"), slot(rangeReversed));
  attribute(t, literal("start"), slot(rangeStart), NIL);
  attribute(t, literal("stop"), slot(rangeStop), NIL);
  attribute(t, literal("step"), slot(rangeStep), NIL);
  constructor4(t, 2, slot(construct));
  const s = Types.slice;
  s.tpRepr = slot(sliceRepr);
  s.tpCompare = slot(sliceCompare);
  s.tpHash = slot(sliceHash);
  method2(s, literal("indices"), 2, slot(sliceIndices));
  attribute(s, literal("start"), slot(sliceStart), NIL);
  attribute(s, literal("stop"), slot(sliceStopOf), NIL);
  attribute(s, literal("step"), slot(sliceStepOf), NIL);
  constructor4(s, 2, slot(constructSlice));
}
