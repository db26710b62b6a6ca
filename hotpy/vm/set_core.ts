/**
 * Sets: hash tables without values (`PySet.table`, whose values are `NONE`), their algebra and comparisons.
 */

import { alloc, type bool, ERROR, type i32, i64, isA, kind, kindOf, type Value } from "../../toolkit/define/mod.ts";
import { Dict, FrozenSet, NONE, OP_AND, OP_OR, OP_SUB, PySet } from "./objects.ts";
import { nextOf } from "./iterators.ts";
import { getIterator } from "./operators.ts";
import { dictAdd, dictCopy, dictKeyAt, dictNext, elementHash, findEntry, insertNew, newDict, removeEntry } from "./dict.ts";

export function newSet(frozen: bool): PySet {
  return setOf(newDict(), frozen);
}

/** Wraps a table that nothing else refers to. */
export function setOf(table: Dict, frozen: bool): PySet {
  const s: PySet = frozen ? alloc(FrozenSet) : alloc(PySet);
  s.table = table;
  return s;
}

export function setAdd(s: PySet, v: Value): void {
  dictAdd(s.table, v);
}

/** 1 when present. */
export function setHas(s: PySet, v: Value): i32 {
  return findEntry(s.table, v, elementHash(v)) >= 0 ? 1 : 0;
}

/** 1: removed, 0: there was none. */
export function setDiscard(s: PySet, v: Value): i32 {
  const e = findEntry(s.table, v, elementHash(v));
  if (e < 0) return 0;
  removeEntry(s.table, e);
  return 1;
}

export function setCopy(s: PySet, frozen: bool): PySet {
  return setOf(dictCopy(s.table), frozen);
}

/** Adds the elements of anything iterable. */
export function setUpdate(s: PySet, iterable: Value): void {
  if (isA(iterable, PySet)) {
    addTable(s.table, (iterable as PySet).table);
    return;
  }
  if (isA(iterable, Dict)) {
    addTable(s.table, iterable as Dict);
    return;
  }
  const iterator = getIterator(iterable);
  while (true) {
    const v = nextOf(iterator);
    if (v === ERROR) return;
    dictAdd(s.table, v);
  }
}

/** Adds the keys of a table, whose hashes are known. */
function addTable(d: Dict, other: Dict): void {
  for (let e = dictNext(other, 0); e >= 0; e = dictNext(other, e + 1)) {
    const key = dictKeyAt(other, e);
    const hash = other.hashes.items[e];
    if (findEntry(d, key, hash) < 0) insertNew(d, key, NONE, hash);
  }
}

export function setFromIterable(iterable: Value, frozen: bool): PySet {
  if (isA(iterable, PySet)) return setCopy(iterable as PySet, frozen);
  const s = newSet(frozen);
  setUpdate(s, iterable);
  return s;
}

/** 1 when the table holds element `e` of another table. */
function holds(d: Dict, other: Dict, e: i32): i32 {
  return findEntry(d, dictKeyAt(other, e), other.hashes.items[e]) >= 0 ? 1 : 0;
}

/** `a OP b`; the result is frozen as `a` is. */
export function setOperation(operator: i32, a: PySet, b: PySet): PySet {
  const frozen = kindOf(a) === kind(FrozenSet);
  if (operator === OP_OR) {
    const r = setCopy(a, frozen);
    addTable(r.table, b.table);
    return r;
  }
  const d = newDict();
  if (operator === OP_AND) {
    // The smaller one is walked, as its elements are the ones kept.
    const small = a.table.size <= b.table.size ? a.table : b.table;
    const large = a.table.size <= b.table.size ? b.table : a.table;
    addWhere(d, small, large, 1);
  } else {
    addWhere(d, a.table, b.table, 0);
    if (operator !== OP_SUB) addWhere(d, b.table, a.table, 0);
  }
  return setOf(d, frozen);
}

/** Adds the elements of `from` that are (1) or are not (0) in `other`. */
function addWhere(d: Dict, from: Dict, other: Dict, wanted: i32): void {
  for (let e = dictNext(from, 0); e >= 0; e = dictNext(from, e + 1)) {
    if (holds(other, from, e) === wanted) insertNew(d, dictKeyAt(from, e), NONE, from.hashes.items[e]);
  }
}

/** 1 when every element of `a` is in `b`. */
export function isSubset(a: PySet, b: PySet): i32 {
  if (a.table.size > b.table.size) return 0;
  const from = a.table;
  for (let e = dictNext(from, 0); e >= 0; e = dictNext(from, e + 1)) if (holds(b.table, from, e) === 0) return 0;
  return 1;
}

/** 1 when the two share no element. */
export function isDisjoint(a: PySet, b: PySet): i32 {
  const small = a.table.size <= b.table.size ? a.table : b.table;
  const large = a.table.size <= b.table.size ? b.table : a.table;
  for (let e = dictNext(small, 0); e >= 0; e = dictNext(small, e + 1)) if (holds(large, small, e) !== 0) return 0;
  return 1;
}

/** Hash of a frozen set: independent of the order (library reference, `hash`). */
export function frozenHash(s: PySet): i64 {
  const d = s.table;
  let h: i64 = 0n;
  for (let e = dictNext(d, 0); e >= 0; e = dictNext(d, e + 1)) {
    const one = i64(d.hashes.items[e]);
    h = h ^ ((one ^ 89869747n ^ (one << 16n)) * 3644798167n);
  }
  h = h ^ ((i64(d.size) + 1n) * 1927868237n);
  h = h ^ (h >> 11n) ^ (h >> 25n);
  h = h * 69069n + 907133923n;
  return h === -1n ? 590923713n : h;
}
