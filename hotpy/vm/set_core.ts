/**
 * Sets: elements in a hash table of their own kind (`set_table.ts`), their algebra and comparisons.
 */

import { alloc, type bool, ERROR, type i32, i64, isA, isNil, kind, kindOf, type Value } from "../../toolkit/define/mod.ts";
import { Dict, FrozenSet, OP_AND, OP_OR, OP_SUB, PySet } from "./objects.ts";
import { getIterator } from "./operators.ts";
import { dictKeyAt, dictNext } from "./dict.ts";
import { nextOf } from "./iterators.ts";
import {
  copyTable,
  elementHash,
  findCell,
  isFirst,
  mergeTable,
  newTable,
  nextCell,
  removeCell,
  reserveTable,
  tableAdd,
  tableAddHashed,
  tableOf,
} from "./set_table.ts";

export function newSet(frozen: bool): PySet {
  return setOf(newTable(), frozen);
}

/** Wraps a table that nothing else refers to. */
export function setOf(table: Dict, frozen: bool): PySet {
  const s: PySet = frozen ? alloc(FrozenSet) : alloc(PySet);
  s.table = table;
  return s;
}

export function setAdd(s: PySet, v: Value): void {
  const d = s.table;
  if (!isNil(d.index) && d.index.length === 1 && isFirst(d, v)) return;
  addSlow(s, v);
}

function addSlow(s: PySet, v: Value): void {
  tableAdd(tableOf(s), v);
}

function hasSlow(s: PySet, v: Value): i32 {
  return findCell(tableOf(s), v, elementHash(v)) >= 0 ? 1 : 0;
}

/** 1 when present. */
export function setHas(s: PySet, v: Value): i32 {
  const d = s.table;
  if (!isNil(d.index) && d.index.length === 1 && isFirst(d, v)) return 1;
  return hasSlow(s, v);
}

/** 1: removed, 0: there was none. */
export function setDiscard(s: PySet, v: Value): i32 {
  const d = tableOf(s);
  const at = findCell(d, v, elementHash(v));
  if (at < 0) return 0;
  removeCell(d, at);
  return 1;
}

export function setCopy(s: PySet, frozen: bool): PySet {
  return setOf(copyTable(tableOf(s)), frozen);
}

/** Adds the elements of anything iterable. */
export function setUpdate(s: PySet, iterable: Value): void {
  const d = tableOf(s);
  if (isA(iterable, PySet)) {
    mergeTable(d, tableOf(iterable as PySet));
    return;
  }
  if (isA(iterable, Dict)) {
    addKeys(d, iterable as Dict);
    return;
  }
  const iterator = getIterator(iterable);
  while (true) {
    const v = nextOf(iterator);
    if (v === ERROR) return;
    tableAdd(d, v);
  }
}

function addKeys(d: Dict, keys: Dict): void {
  reserveTable(d, keys.size);
  for (let e = dictNext(keys, 0); e >= 0; e = dictNext(keys, e + 1)) tableAdd(d, dictKeyAt(keys, e));
}

export function setFromIterable(iterable: Value, frozen: bool): PySet {
  if (isA(iterable, PySet)) return setCopy(iterable as PySet, frozen);
  const s = newSet(frozen);
  setUpdate(s, iterable);
  return s;
}

/** 1 when the table holds the element in cell `at` of another table. */
function holds(d: Dict, other: Dict, at: i32): i32 {
  return findCell(d, other.entries.items[at], other.hashes.items[at]) >= 0 ? 1 : 0;
}

/** `a OP b`; the result is frozen as `a` is. */
export function setOperation(operator: i32, a: PySet, b: PySet): PySet {
  return setOf(combined(operator, tableOf(a), tableOf(b)), kindOf(a) === kind(FrozenSet));
}

function combined(operator: i32, a: Dict, b: Dict): Dict {
  if (operator === OP_OR) {
    const r = copyTable(a);
    mergeTable(r, b);
    return r;
  }
  if (operator === OP_AND) {
    // The smaller one is walked, the second one when they are equally long.
    return b.size > a.size ? filtered(a, b, 1) : filtered(b, a, 1);
  }
  if (operator === OP_SUB) {
    if (a.size >> 2 <= b.size) return filtered(a, b, 0);
    const r = copyTable(a);
    discardAll(r, b);
    return r;
  }
  const r = copyTable(b);
  toggleAll(r, a);
  return r;
}

/** The elements of `from` that are (1) or are not (0) in `other`. */
function filtered(from: Dict, other: Dict, wanted: i32): Dict {
  const r = newTable();
  for (let i = nextCell(from, 0); i >= 0; i = nextCell(from, i + 1)) {
    if (holds(other, from, i) === wanted) tableAddHashed(r, from.entries.items[i], from.hashes.items[i]);
  }
  return r;
}

/** Removes the elements of another table. */
export function discardAll(d: Dict, other: Dict): void {
  for (let i = nextCell(other, 0); i >= 0; i = nextCell(other, i + 1)) {
    const at = findCell(d, other.entries.items[i], other.hashes.items[i]);
    if (at >= 0) removeCell(d, at);
  }
}

/** Removes the elements of `other` that are there and adds those that are not. */
export function toggleAll(d: Dict, other: Dict): void {
  for (let i = nextCell(other, 0); i >= 0; i = nextCell(other, i + 1)) {
    const v = other.entries.items[i];
    const hash = other.hashes.items[i];
    const at = findCell(d, v, hash);
    if (at >= 0) removeCell(d, at);
    else tableAddHashed(d, v, hash);
  }
}

/** 1 when every element of `a` is in `b`. */
export function isSubset(a: PySet, b: PySet): i32 {
  const from = tableOf(a);
  const all = tableOf(b);
  if (from.size > all.size) return 0;
  for (let i = nextCell(from, 0); i >= 0; i = nextCell(from, i + 1)) if (holds(all, from, i) === 0) return 0;
  return 1;
}

/** 1 when the two share no element. */
export function isDisjoint(a: PySet, b: PySet): i32 {
  const first = tableOf(a);
  const second = tableOf(b);
  const small = first.size <= second.size ? first : second;
  const large = first.size <= second.size ? second : first;
  for (let i = nextCell(small, 0); i >= 0; i = nextCell(small, i + 1)) if (holds(large, small, i) !== 0) return 0;
  return 1;
}

/** Hash of a frozen set: independent of the order (library reference, `hash`). */
export function frozenHash(s: PySet): i64 {
  const d = tableOf(s);
  let h: i64 = 0n;
  for (let i = nextCell(d, 0); i >= 0; i = nextCell(d, i + 1)) {
    const one = i64(d.hashes.items[i]);
    h = h ^ ((one ^ 89869747n ^ (one << 16n)) * 3644798167n);
  }
  h = h ^ ((i64(d.size) + 1n) * 1927868237n);
  h = h ^ (h >> 11n) ^ (h >> 25n);
  h = h * 69069n + 907133923n;
  return h === -1n ? 590923713n : h;
}

/**
 * A set display of constants, once its elements are added: CPython copies it from a constant, whose copy has fewer cells.
 */
export function finishConstantSet(s: PySet): void {
  s.table = copyTable(tableOf(s));
}
