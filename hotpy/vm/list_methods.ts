/**
 * Lists: creation, growth, subscripts, slices, methods (library reference, "Lists" and "Mutable Sequence Types").
 *
 * Invariant: elements of `items` at and behind `size` are `ERROR`. Appending, indexing and popping at the end are loop-free. A callback may
 * change the list it runs over, so loops that compare read `size` anew.
 */

import {
  alloc,
  attempt,
  copyTail,
  ERROR,
  errorPending,
  fillTail,
  i32,
  i64,
  intOf,
  isA,
  isInt,
  kind,
  kindOf,
  literal,
  slot,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  CMP_EQ,
  CMP_NE,
  ExceptionTypes,
  List,
  NONE,
  NOT_IMPLEMENTED,
  OP_ADD,
  OP_MUL,
  Range,
  Singletons,
  type Slice,
  Tuple,
  type Type,
  Types,
  ValueBuffer,
} from "./objects.ts";
import { exceptionMatches, indexError, typeError, valueError } from "./exceptions.ts";
import { format2 } from "./messages.ts";
import { compare, getIterator, lengthOf } from "./operators.ts";
import { constructor2, method1, method2, method3, method4, methodVar } from "./native.ts";
import {
  boolOf,
  boundValue,
  boxIndex,
  clampBound,
  indexArgument,
  isIndexLike,
  isSlice,
  refuseSequence,
  repeatCount,
  sliceBounds,
  subscriptIndex,
} from "./sequence.ts";
import { itemsEqual } from "./item_order.ts";
import { newObject } from "./classes.ts";
import { listSort } from "./list_sort.ts";
import { reprSequence } from "./repr.ts";
import { listIterator, nextOf, reversedIterator } from "./iterators.ts";

// ── Creation and growth ──────────────────────────────────────────────────────────────────────────────────────────────

export function newList(capacity: i32): List {
  const items = capacity > 0 ? alloc(ValueBuffer, capacity) : Singletons.emptyBuffer;
  const l = alloc(List);
  l.items = items;
  return l;
}

/** A list of `size` elements, to be filled by the caller before anything else can see it. */
export function newListOfSize(size: i32): List {
  const l = newList(size);
  l.size = size;
  return l;
}

/** Makes room for `capacity` elements. */
export function reserveList(l: List, capacity: i32): void {
  if (capacity <= l.items.length) return;
  const items = alloc(ValueBuffer, capacity);
  copyTail(items.items, 0, l.items.items, 0, l.size);
  l.items = items;
}

function growList(l: List): void {
  reserveList(l, l.size + (l.size >> 1) + 4);
}

export function listAppend(l: List, v: Value): void {
  const n = l.size;
  if (n >= l.items.length) growList(l);
  l.items.items[n] = v;
  l.size = n + 1;
}

/** Inserts room for `count` elements at `at`; the caller fills it at once. */
function openGap(l: List, at: i32, count: i32): void {
  const n = l.size;
  if (n + count > l.items.length) reserveList(l, n + count + (n >> 1) + 4);
  copyTail(l.items.items, at + count, l.items.items, at, n - at);
  l.size = n + count;
}

/** Removes `count` elements at `at`. */
function closeGap(l: List, at: i32, count: i32): void {
  if (count <= 0) return;
  const n = l.size;
  copyTail(l.items.items, at, l.items.items, at + count, n - at - count);
  fillTail(l.items.items, n - count, count, ERROR);
  l.size = n - count;
  if (l.items.length > 32 && l.size < l.items.length >> 2) shrinkList(l);
}

function shrinkList(l: List): void {
  const items = alloc(ValueBuffer, l.size + (l.size >> 1) + 4);
  copyTail(items.items, 0, l.items.items, 0, l.size);
  l.items = items;
}

export function listFromTuple(t: Tuple): List {
  const l = newListOfSize(t.length);
  copyTail(l.items.items, 0, t.items, 0, t.length);
  return l;
}

export function listCopy(l: List): List {
  return listSlice(l, 0, l.size);
}

/** Elements `start`…`end` as a list. */
export function listSlice(l: List, start: i32, end: i32): List {
  const n = end > start ? end - start : 0;
  const r = newListOfSize(n);
  copyTail(r.items.items, 0, l.items.items, start, n);
  return r;
}

export function listToTuple(l: List): Tuple {
  const n = l.size;
  if (n === 0) return Singletons.emptyTuple;
  const t = alloc(Tuple, n);
  copyTail(t.items, 0, l.items.items, 0, n);
  return t;
}

export function listFromIterable(v: Value): List {
  if (isA(v, Tuple)) return listFromTuple(v as Tuple);
  if (isA(v, List) && kindOf(v) === kind(List)) return listCopy(v as List);
  const l = newList(0);
  listExtend(l, v);
  return l;
}

export function listExtend(l: List, iterable: Value): void {
  if (isA(iterable, List) && kindOf(iterable) === kind(List)) {
    const other = iterable as List;
    const count = other.size;
    const at = l.size;
    reserveExtension(l, count);
    copyTail(l.items.items, at, other.items.items, 0, count);
    l.size = at + count;
    return;
  }
  if (isA(iterable, Tuple)) {
    const t = iterable as Tuple;
    const at = l.size;
    reserveExtension(l, t.length);
    copyTail(l.items.items, at, t.items, 0, t.length);
    l.size = at + t.length;
    return;
  }
  if (isA(iterable, Range)) {
    const count = (iterable as Range).count;
    if (isInt(count) && intOf(count) < 0x7ffffffn) reserveExtension(l, lengthOf(iterable));
  }
  const iterator = getIterator(iterable);
  while (true) {
    const v = nextOf(iterator);
    if (v === ERROR) return;
    listAppend(l, v);
  }
}

function reserveExtension(l: List, count: i32): void {
  const needed = l.size + count;
  if (needed > l.items.length) reserveList(l, l.size === 0 ? needed : needed + (needed >> 2));
}

// ── Subscripts ───────────────────────────────────────────────────────────────────────────────────────────────────────

export function listGet(self: Value, key: Value): Value {
  const l = self as List;
  if (isInt(key)) {
    const index = intOf(key);
    const size = i64(l.size);
    const i = index < 0n ? index + size : index;
    if (i < 0n || i >= size) throw indexError(literal("list index out of range"));
    return l.items.items[i32(i)];
  }
  return listGetOther(l, key);
}

function listGetOther(l: List, key: Value): Value {
  if (isSlice(key)) {
    const [start, step, count] = sliceBounds(key as Slice, l.size);
    if (step === 1) return listSlice(l, start, start + count);
    const r = newListOfSize(count);
    for (let i = 0; i < count; i++) r.items.items[i] = l.items.items[start + i * step];
    return r;
  }
  const index = subscriptIndex(key, literal("list indices must be integers or slices, not %t"));
  const i = index < 0 ? index + l.size : index;
  if (i < 0 || i >= l.size) throw indexError(literal("list index out of range"));
  return l.items.items[i];
}

export function listSet(self: Value, key: Value, value: Value): void {
  const l = self as List;
  if (isInt(key)) {
    const index = intOf(key);
    const size = i64(l.size);
    const i = index < 0n ? index + size : index;
    if (i < 0n || i >= size) throw indexError(literal("list assignment index out of range"));
    l.items.items[i32(i)] = value;
    return;
  }
  listSetOther(l, key, value);
}

function listSetOther(l: List, key: Value, value: Value): void {
  if (isSlice(key)) {
    assignSlice(l, key as Slice, value);
    return;
  }
  const index = subscriptIndex(key, literal("list indices must be integers or slices, not %t"));
  const i = index < 0 ? index + l.size : index;
  if (i < 0 || i >= l.size) throw indexError(literal("list assignment index out of range"));
  l.items.items[i] = value;
}

/** The elements to assign, as a list of their own. */
function sliceSource(value: Value): List {
  if (isA(value, List) || isA(value, Tuple)) return listFromIterable(value);
  const iterator = attempt(getIterator(value));
  if (errorPending()) {
    const error = takeError();
    if (exceptionMatches(error, ExceptionTypes.typeError)) throw typeError(literal("must assign iterable to extended slice"));
    throw error;
  }
  return listFromIterable(iterator);
}

function assignSlice(l: List, s: Slice, value: Value): void {
  const source = sliceSource(value);
  const [start, step, count] = sliceBounds(s, l.size);
  if (step === 1) {
    const added = source.size;
    if (added > count) openGap(l, start + count, added - count);
    else closeGap(l, start + added, count - added);
    copyTail(l.items.items, start, source.items.items, 0, added);
    return;
  }
  if (source.size !== count) {
    throw valueError(
      format2(literal("attempt to assign sequence of size %s to extended slice of size %s"), boxIndex(source.size), boxIndex(count)),
    );
  }
  for (let i = 0; i < count; i++) l.items.items[start + i * step] = source.items.items[i];
}

export function listDelete(self: Value, key: Value): void {
  const l = self as List;
  if (isSlice(key)) {
    const [start, step, count] = sliceBounds(key as Slice, l.size);
    if (count === 0) return;
    if (step === 1) {
      closeGap(l, start, count);
      return;
    }
    // Keep what is not selected, walking upwards.
    const first = step > 0 ? start : start + (count - 1) * step;
    const stride = step > 0 ? step : -step;
    let to = first;
    for (let i = first; i < l.size; i++) {
      const selected = (i - first) % stride === 0 && (i - first) / stride < count;
      if (!selected) {
        l.items.items[to] = l.items.items[i];
        to++;
      }
    }
    closeGap(l, to, count);
    return;
  }
  const index = subscriptIndex(key, literal("list indices must be integers or slices, not %t"));
  const i = index < 0 ? index + l.size : index;
  if (i < 0 || i >= l.size) throw indexError(literal("list assignment index out of range"));
  closeGap(l, i, 1);
}

// ── Operators ────────────────────────────────────────────────────────────────────────────────────────────────────────

function listBinary(operator: i32, left: Value, right: Value): Value {
  if (operator === OP_ADD && isA(left, List)) {
    if (isA(right, List)) return listConcat(left as List, right as List);
  }
  if (operator === OP_MUL) {
    if (isA(left, List) && isIndexLike(right)) return listRepeat(left as List, right);
    if (isA(right, List) && isIndexLike(left)) return listRepeat(right as List, left);
  }
  return isA(left, List) ? refuseSequence(operator, left, right, left) : refuseSequence(operator, left, right, right);
}

function listInplace(operator: i32, left: Value, right: Value): Value {
  const l = left as List;
  if (operator === OP_ADD) {
    listExtend(l, right);
    return left;
  }
  if (operator === OP_MUL && isIndexLike(right)) {
    const r = listRepeat(l, right);
    l.items = r.items;
    l.size = r.size;
    return left;
  }
  return NOT_IMPLEMENTED;
}

export function listConcat(a: List, b: List): List {
  const r = newListOfSize(a.size + b.size);
  copyTail(r.items.items, 0, a.items.items, 0, a.size);
  copyTail(r.items.items, a.size, b.items.items, 0, b.size);
  return r;
}

export function listRepeat(l: List, times: Value): List {
  const size = l.size;
  const count = repeatCount(times, size);
  const r = newListOfSize(size * count);
  if (size === 1) fillTail(r.items.items, 0, count, l.items.items[0]);
  else for (let i = 0; i < count; i++) copyTail(r.items.items, i * size, l.items.items, 0, size);
  return r;
}

function listCompare(operator: i32, left: Value, right: Value): Value {
  if (!isA(left, List) || !isA(right, List)) return NOT_IMPLEMENTED;
  const a = left as List;
  const b = right as List;
  if (a.size !== b.size) {
    if (operator === CMP_EQ) return boolOf(false);
    if (operator === CMP_NE) return boolOf(true);
  }
  for (let i = 0; i < a.size && i < b.size; i++) {
    const x = a.items.items[i];
    const y = b.items.items[i];
    if (x === y) continue;
    if (itemsEqual(x, y) === 0) {
      if (operator === CMP_EQ) return boolOf(false);
      if (operator === CMP_NE) return boolOf(true);
      return compare(operator, x, y);
    }
  }
  return compareSizes(operator, a.size, b.size);
}

/** The order of two sequences of which one is a prefix of the other. */
export function compareSizes(operator: i32, a: i32, b: i32): Value {
  switch (operator) {
    case 0:
      return boolOf(a < b);
    case 1:
      return boolOf(a <= b);
    case 2:
      return boolOf(a === b);
    case 3:
      return boolOf(a !== b);
    case 4:
      return boolOf(a > b);
    default:
      return boolOf(a >= b);
  }
}

function listContains(self: Value, item: Value): i32 {
  const l = self as List;
  for (let i = 0; i < l.size; i++) {
    const v = l.items.items[i];
    if (itemsEqual(v, item) !== 0) return 1;
  }
  return 0;
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function append(self: Value, v: Value): Value {
  listAppend(self as List, v);
  return NONE;
}

function extend(self: Value, iterable: Value): Value {
  listExtend(self as List, iterable);
  return NONE;
}

function insert(self: Value, index: Value, v: Value): Value {
  const l = self as List;
  const at = clampBound(indexArgument(index), l.size);
  openGap(l, at, 1);
  l.items.items[at] = v;
  return NONE;
}

function pop(self: Value, index: Value): Value {
  const l = self as List;
  if (l.size === 0) throw indexError(literal("pop from empty list"));
  if (index === ERROR) return popLast(l);
  return popAt(l, index);
}

function popAt(l: List, index: Value): Value {
  const size = l.size;
  const given = indexArgument(index);
  const i = given < 0 ? given + size : given;
  if (i < 0 || i >= l.size) throw indexError(literal("pop index out of range"));
  const v = l.items.items[i];
  closeGap(l, i, 1);
  return v;
}

function popLast(l: List): Value {
  const at = l.size - 1;
  const v = l.items.items[at];
  l.items.items[at] = ERROR;
  l.size = at;
  if (l.items.length > 32 && at < l.items.length >> 2) shrinkList(l);
  return v;
}

function remove(self: Value, item: Value): Value {
  const l = self as List;
  for (let i = 0; i < l.size; i++) {
    if (itemsEqual(l.items.items[i], item) !== 0) {
      closeGap(l, i, 1);
      return NONE;
    }
  }
  throw valueError(literal("list.remove(x): x not in list"));
}

function index(self: Value, item: Value, start: Value, stop: Value): Value {
  const l = self as List;
  const from = start === ERROR ? 0 : clampBound(boundValue(start, 0), l.size);
  const to = stop === ERROR ? l.size : clampBound(boundValue(stop, l.size), l.size);
  for (let i = from; i < to && i < l.size; i++) {
    if (itemsEqual(l.items.items[i], item) !== 0) return boxIndex(i);
  }
  throw valueError(literal("list.index(x): x not in list"));
}

function count(self: Value, item: Value): Value {
  const l = self as List;
  let n = 0;
  for (let i = 0; i < l.size; i++) if (itemsEqual(l.items.items[i], item) !== 0) n++;
  return boxIndex(n);
}

function clear(self: Value): Value {
  const l = self as List;
  l.items = Singletons.emptyBuffer;
  l.size = 0;
  return NONE;
}

function copy(self: Value): Value {
  return listCopy(self as List);
}

export function reverseList(l: List): void {
  let i = 0;
  let k = l.size - 1;
  while (i < k) {
    const v = l.items.items[i];
    l.items.items[i] = l.items.items[k];
    l.items.items[k] = v;
    i++;
    k--;
  }
}

function reverse(self: Value): Value {
  reverseList(self as List);
  return NONE;
}

function sort(args: Tuple, names: Tuple): Value {
  listSort(args, names);
  return NONE;
}

function reversed(self: Value): Value {
  return reversedIterator(self, (self as List).size);
}

function length(self: Value): i32 {
  return (self as List).size;
}

function truth(self: Value): i32 {
  return (self as List).size !== 0 ? 1 : 0;
}

function repr(self: Value): Value {
  return reprSequence(self);
}

function construct(cls: Value, iterable: Value): Value {
  if (cls !== (Types.list as Value)) return newObject(cls as Type, Singletons.emptyTuple);
  return iterable === ERROR ? newList(0) : listFromIterable(iterable);
}

/** `list.__init__`, for subclasses. */
function init(self: Value, iterable: Value): Value {
  const l = self as List;
  l.items = Singletons.emptyBuffer;
  l.size = 0;
  if (iterable !== ERROR) listExtend(l, iterable);
  return NONE;
}

export function bootList(): void {
  const t = Types.list;
  t.tpBinary = slot(listBinary);
  t.tpInplace = slot(listInplace);
  t.tpCompare = slot(listCompare);
  t.tpBool = slot(truth);
  t.tpLength = slot(length);
  t.tpRepr = slot(repr);
  t.tpGetItem = slot(listGet);
  t.tpSetItem = slot(listSet);
  t.tpDelItem = slot(listDelete);
  t.tpContains = slot(listContains);
  t.tpIter = slot(listIterator);
  method2(t, literal("append"), 2, slot(append));
  method2(t, literal("extend"), 2, slot(extend));
  method3(t, literal("insert"), 3, slot(insert));
  method2(t, literal("pop"), 1, slot(pop));
  method2(t, literal("remove"), 2, slot(remove));
  method4(t, literal("index"), 2, slot(index));
  method2(t, literal("count"), 2, slot(count));
  method1(t, literal("clear"), slot(clear));
  method1(t, literal("copy"), slot(copy));
  method1(t, literal("reverse"), slot(reverse));
  methodVar(t, literal("sort"), slot(sort));
  method1(t, literal("__reversed__"), slot(reversed));
  method2(t, literal("__init__"), 1, slot(init));
  constructor2(t, 1, slot(construct));
}
