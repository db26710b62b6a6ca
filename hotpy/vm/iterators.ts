/**
 * Built-in iterators: making one (`tpIter`) and taking the next element (`tpNext`: `ERROR` without a pending error at the end).
 *
 * `next` of lists, tuples, ranges and strings is loop-free. An exhausted iterator stays exhausted: it lets its sequence go.
 */

import {
  alloc,
  attempt,
  boxI64,
  boxInt,
  ERROR,
  errorPending,
  type i32,
  type i64,
  i64Of,
  isI64,
  isNil,
  isRef,
  kind,
  kindOf,
  literal,
  NIL,
  type Slot,
  slot,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  type Bytes,
  BytesIterator,
  CallableIterator,
  type Dict,
  DictIterator,
  ExceptionTypes,
  type List,
  ListIterator,
  LongRangeIterator,
  NONE,
  OP_ADD,
  type Range,
  RangeIterator,
  ReversedIterator,
  SequenceIterator,
  type Str,
  StrIterator,
  type Tuple,
  TupleIterator,
  type Type,
  Types,
  VIEW_ITEMS,
  VIEW_KEYS,
} from "./objects.ts";
import { exceptionMatches, runtimeError } from "./exceptions.ts";
import { charAt, charLength, charString } from "./messages.ts";
import { binary, equals, getItem, iterNext } from "./operators.ts";
import { call0 } from "./calls.ts";
import { dictKeyAt, dictNext, dictValueAt } from "./dict.ts";
import { nextCell } from "./set_table.ts";
import { makeTuple2 } from "./tuple_methods.ts";
import { rangeElement } from "./range_slice.ts";
import { boxIndex } from "./sequence.ts";
import { method1 } from "./native.ts";
import { integerCompare } from "../../toolkit/heap/mod.ts";

/**
 * The next element of any iterator, the common built-in ones without dispatch; `ERROR` without a pending error at the end.
 */
export function nextOf(iterator: Value): Value {
  if (isRef(iterator)) {
    switch (kindOf(iterator)) {
      case kind(ListIterator):
        return listNext(iterator);
      case kind(RangeIterator):
        return rangeNext(iterator);
      case kind(TupleIterator):
        return tupleNext(iterator);
      default:
        break;
    }
  }
  return iterNext(iterator);
}

export function selfIterator(self: Value): Value {
  return self;
}

// ── Lists, tuples, strings, bytes ────────────────────────────────────────────────────────────────────────────────────

export function listIterator(self: Value): Value {
  const it = alloc(ListIterator);
  it.list = self as List;
  return it;
}

function listNext(self: Value): Value {
  const it = self as ListIterator;
  const l = it.list;
  if (isNil(l)) return ERROR;
  const i = it.index;
  if (i < l.size) {
    it.index = i + 1;
    return l.items.items[i];
  }
  it.list = NIL;
  return ERROR;
}

function listRemaining(self: Value): Value {
  const it = self as ListIterator;
  if (isNil(it.list)) return boxIndex(0);
  const left = it.list.size - it.index;
  return boxIndex(left < 0 ? 0 : left);
}

export function tupleIterator(self: Value): Value {
  const it = alloc(TupleIterator);
  it.tuple = self as Tuple;
  return it;
}

function tupleNext(self: Value): Value {
  const it = self as TupleIterator;
  const t = it.tuple;
  if (isNil(t)) return ERROR;
  const i = it.index;
  if (i < t.length) {
    it.index = i + 1;
    return t.items[i];
  }
  it.tuple = NIL;
  return ERROR;
}

export function strIterator(self: Value): Value {
  const it = alloc(StrIterator);
  it.text = self as Str;
  return it;
}

function strNext(self: Value): Value {
  const it = self as StrIterator;
  const s = it.text;
  if (isNil(s)) return ERROR;
  const i = it.index;
  if (i < charLength(s)) {
    it.index = i + 1;
    return charString(charAt(s, i));
  }
  it.text = NIL;
  return ERROR;
}

export function bytesIterator(self: Value): Value {
  const it = alloc(BytesIterator);
  it.bytes = self as Bytes;
  return it;
}

function bytesNext(self: Value): Value {
  const it = self as BytesIterator;
  const b = it.bytes;
  if (isNil(b)) return ERROR;
  const i = it.index;
  if (i < b.length) {
    it.index = i + 1;
    return boxIndex(b.data[i]);
  }
  it.bytes = NIL;
  return ERROR;
}

// ── Ranges ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** An iterator over start, start + step, …: `count` elements, all within 64 bits. */
export function newRangeIterator(start: i64, step: i64, count: i64): Value {
  const it = alloc(RangeIterator);
  it.next = start;
  it.step = step;
  it.remaining = count;
  return it;
}

export function rangeIterator(self: Value): Value {
  const r = self as Range;
  if (isI64(r.start) && isI64(r.step) && isI64(r.count) && isI64(r.stop)) {
    return newRangeIterator(i64Of(r.start), i64Of(r.step), i64Of(r.count));
  }
  const it = alloc(LongRangeIterator);
  it.range = r;
  it.index = boxInt(0n);
  return it;
}

function rangeNext(self: Value): Value {
  const it = self as RangeIterator;
  const left = it.remaining;
  if (left <= 0n) return ERROR;
  const v = it.next;
  it.remaining = left - 1n;
  it.next = v + it.step;
  return boxI64(v);
}

function longRangeNext(self: Value): Value {
  const it = self as LongRangeIterator;
  const r = it.range;
  const i = it.index;
  if (integerCompare(i, r.count) >= 0) return ERROR;
  it.index = binary(OP_ADD, i, boxInt(1n));
  return rangeElement(r, i);
}

// ── Dicts and sets ───────────────────────────────────────────────────────────────────────────────────────────────────

export function newDictIterator(d: Dict, what: i32, isSet: i32): Value {
  const it = alloc(DictIterator);
  it.dict = d;
  it.what = what;
  it.size = d.size;
  it.isSet = isSet;
  return it;
}

export function dictKeysIterator(self: Value): Value {
  return newDictIterator(self as Dict, VIEW_KEYS, 0);
}

function dictIteratorNext(self: Value): Value {
  const it = self as DictIterator;
  const d = it.dict;
  if (isNil(d)) return ERROR;
  if (d.size !== it.size) return changedSize(it);
  if (it.isSet !== 0) return setNext(it);
  const e = dictNext(d, it.index);
  if (e < 0) {
    it.dict = NIL;
    return ERROR;
  }
  it.index = e + 1;
  if (it.what === VIEW_KEYS) return dictKeyAt(d, e);
  if (it.what === VIEW_ITEMS) return makeTuple2(dictKeyAt(d, e), dictValueAt(d, e));
  return dictValueAt(d, e);
}

function setNext(it: DictIterator): Value {
  const d = it.dict;
  const at = nextCell(d, it.index);
  if (at < 0) {
    it.dict = NIL;
    return ERROR;
  }
  it.index = at + 1;
  return d.entries.items[at];
}

function changedSize(it: DictIterator): Value {
  it.index = it.dict.used;
  if (it.isSet !== 0) throw runtimeError(literal("Set changed size during iteration"));
  throw runtimeError(literal("dictionary changed size during iteration"));
}

// ── Backwards, by index, by call ─────────────────────────────────────────────────────────────────────────────────────

/** Elements `length - 1` … 0 of a sequence. */
export function reversedIterator(sequence: Value, length: i32): Value {
  const it = alloc(ReversedIterator);
  it.sequence = sequence;
  it.index = length - 1;
  return it;
}

function reversedNext(self: Value): Value {
  const it = self as ReversedIterator;
  const i = it.index;
  if (i < 0) return ERROR;
  const v = attempt(getItem(it.sequence, boxIndex(i)));
  if (errorPending()) {
    it.index = -1;
    it.sequence = NONE;
    return endOrRaise();
  }
  it.index = i - 1;
  return v;
}

/** IndexError and StopIteration of a sequence end the iteration. */
function endOrRaise(): Value {
  const error = takeError();
  if (exceptionMatches(error, ExceptionTypes.indexError) || exceptionMatches(error, ExceptionTypes.stopIteration)) return ERROR;
  throw error;
}

export function sequenceIterator(self: Value): Value {
  const it = alloc(SequenceIterator);
  it.sequence = self;
  return it;
}

function sequenceNext(self: Value): Value {
  const it = self as SequenceIterator;
  if (it.sequence === ERROR) return ERROR;
  const v = attempt(getItem(it.sequence, boxIndex(it.index)));
  if (errorPending()) {
    it.sequence = ERROR;
    return endOrRaise();
  }
  it.index += 1;
  return v;
}

export function callableIterator(callable: Value, sentinel: Value): Value {
  const it = alloc(CallableIterator);
  it.callable = callable;
  it.sentinel = sentinel;
  return it;
}

function callableNext(self: Value): Value {
  const it = self as CallableIterator;
  if (it.callable === ERROR) return ERROR;
  const v = attempt(call0(it.callable));
  if (errorPending()) {
    const error = takeError();
    if (!exceptionMatches(error, ExceptionTypes.stopIteration)) throw error;
    it.callable = ERROR;
    return ERROR;
  }
  if (equals(v, it.sentinel) !== 0) {
    it.callable = ERROR;
    return ERROR;
  }
  return v;
}

function bootIterator(t: Type, next: Slot<(self: Value) => Value>): void {
  t.tpIter = slot(selfIterator);
  t.tpNext = next;
}

export function bootIterators(): void {
  bootIterator(Types.listIterator, slot(listNext));
  bootIterator(Types.tupleIterator, slot(tupleNext));
  bootIterator(Types.strIterator, slot(strNext));
  bootIterator(Types.bytesIterator, slot(bytesNext));
  bootIterator(Types.rangeIterator, slot(rangeNext));
  bootIterator(Types.longRangeIterator, slot(longRangeNext));
  bootIterator(Types.dictKeyIterator, slot(dictIteratorNext));
  bootIterator(Types.dictValueIterator, slot(dictIteratorNext));
  bootIterator(Types.dictItemIterator, slot(dictIteratorNext));
  bootIterator(Types.setIterator, slot(dictIteratorNext));
  bootIterator(Types.reversed, slot(reversedNext));
  bootIterator(Types.sequenceIterator, slot(sequenceNext));
  bootIterator(Types.callableIterator, slot(callableNext));
  method1(Types.listIterator, literal("__length_hint__"), slot(listRemaining));
}
