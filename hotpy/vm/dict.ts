/**
 * Compact ordered hash tables: lookup, insertion, deletion, growth, iteration (see `Dict`, `Namespace`).
 *
 * The first probe is loop-free, so that a trace inlines it; collisions and foreign keys go to `findEntry`. Keys that are integers or strings
 * never call Python. A lookup that did call Python starts again when the table changed under it. The index has twice to three times as many
 * cells as entries fit; deletions may use up the empty ones, then `findEntry` rebuilds it.
 */

import {
  alloc,
  attempt,
  copyTail,
  ERROR,
  errorPending,
  i32,
  type i64,
  i64Of,
  isA,
  isInt,
  isNil,
  isRef,
  kind,
  kindOf,
  literal,
  NIL,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Dict, ExceptionTypes, type GlobalCell, IntBuffer, type Name, Namespace, Singletons, Str, ValueBuffer } from "./objects.ts";
import { format2, intern, stringHash, stringsEqual } from "./messages.ts";
import { namespaceCell } from "./modules.ts";
import { exceptionMatches, notSupported, typeError } from "./exceptions.ts";
import { equals, hashOf, strOf } from "./operators.ts";
import { quickEquals } from "./item_order.ts";
import { hashInteger64 } from "./int_hash.ts";

const MIN_INDEX = 8;

export function newDict(): Dict {
  const d = alloc(Dict);
  d.entries = Singletons.emptyBuffer;
  return d;
}

/** A dict with room for `count` entries. */
export function newDictSized(count: i32): Dict {
  const d = newDict();
  if (count > 0) resize(d, count);
  return d;
}

// ── Hashes ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The 32 bits of a hash that a table keeps. */
export function foldHash(hash: i64): i32 {
  return i32(hash) ^ i32(hash >> 32n);
}

/** Table hash of a key. @throws TypeError for unhashable keys, and what `__hash__` raises. */
export function keyHash(key: Value): i32 {
  if (isInt(key)) return foldHash(hashInteger64(i64Of(key)));
  if (isA(key, Str)) return foldStringHash(key as Str);
  return foldHash(checkedHash(key, literal("cannot use '%t' as a dict key (%s)")));
}

/** Hash of an element of a set that is neither a small integer nor a string. */
export function hashOfElement(v: Value): i64 {
  return checkedHash(v, literal("cannot use '%t' as a set element (%s)"));
}

/** The hash; errors of unhashable values say what they are used for. */
function checkedHash(key: Value, message: Str): i64 {
  const hash = attempt(hashOf(key));
  if (!errorPending()) return hash;
  const error = takeError();
  if (exceptionMatches(error, ExceptionTypes.typeError)) throw typeError(format2(message, key, strOf(error)));
  throw error;
}

function foldStringHash(s: Str): i32 {
  const h = s.hash !== 0 ? s.hash : stringHash(s);
  return h ^ (h >> 31);
}

// ── Lookup ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Number of the live entry of `key`, or -1. May run `__eq__`. */
export function findEntry(d: Dict, key: Value, hash: i32): i32 {
  if (isNil(d.index)) return -1;
  let mask = d.index.length - 1;
  let i = hash & mask;
  let perturb = hash;
  let probes = 0;
  while (true) {
    const cell = d.index.items[i];
    if (cell === 0) return -1;
    if (cell > 0 && d.hashes.items[cell - 1] === hash) {
      const found = d.entries.items[2 * (cell - 1)];
      if (found !== ERROR) {
        let equal = quickEquals(found, key);
        if (equal < 0) {
          const index = d.index;
          equal = equals(found, key);
          if (d.index !== index || d.entries.items[2 * (cell - 1)] !== found) {
            if (isNil(d.index)) return -1;
            // The comparison changed the table: start again.
            mask = d.index.length - 1;
            i = hash & mask;
            perturb = hash;
            continue;
          }
        }
        if (equal !== 0) return cell - 1;
      }
    }
    probes++;
    if (probes > mask + 16) {
      // Deletions have used up the empty cells: every cell was seen, the key is absent.
      resize(d, d.hashes.length);
      return -1;
    }
    perturb = perturb >>> 5;
    i = (5 * i + perturb + 1) & mask;
  }
}

/** The value of a live entry; cells of a namespace are opened (`ERROR`: the variable is unset). */
export function dictValueAt(d: Dict, e: i32): Value {
  const v = d.entries.items[2 * e + 1];
  if (kindOf(d) === kind(Namespace)) return (v as GlobalCell).value;
  return v;
}

export function dictKeyAt(d: Dict, e: i32): Value {
  return d.entries.items[2 * e];
}

/** Entry of `key` if the very first probe finds the identical key, else -1. */
function firstProbe(d: Dict, key: Value, hash: i32): i32 {
  if (isNil(d.index)) return -1;
  const cell = d.index.items[hash & (d.index.length - 1)];
  if (cell > 0 && d.entries.items[2 * (cell - 1)] === key) return cell - 1;
  return -1;
}

/** Entry of a key that the first probe finds, without anything that a trace could not repeat; -1: look properly. */
function probe(d: Dict, key: Value): i32 {
  if (isInt(key)) return firstProbe(d, key, foldHash(hashInteger64(i64Of(key))));
  if (isA(key, Str)) {
    const hash = (key as Str).hash;
    if (hash !== 0) return firstProbe(d, key, hash ^ (hash >> 31));
  }
  return -1;
}

/** Value of a key that the first probe finds, else `ERROR`. */
export function dictGetQuick(d: Dict, key: Value): Value {
  const e = probe(d, key);
  return e < 0 ? ERROR : dictValueAt(d, e);
}

/** Value of `key`; `ERROR` without a pending error when absent. */
export function dictGet(d: Dict, key: Value): Value {
  const e = probe(d, key);
  if (e >= 0) return dictValueAt(d, e);
  return dictGetSlow(d, key);
}

export function dictGetSlow(d: Dict, key: Value): Value {
  const e = findEntry(d, key, keyHash(key));
  return e < 0 ? ERROR : dictValueAt(d, e);
}

/** 1: present. */
export function dictContains(d: Dict, key: Value): i32 {
  if (probe(d, key) >= 0 && kindOf(d) !== kind(Namespace)) return 1;
  return containsSlow(d, key);
}

function containsSlow(d: Dict, key: Value): i32 {
  const e = findEntry(d, key, keyHash(key));
  if (e < 0) return 0;
  return dictValueAt(d, e) === ERROR ? 0 : 1;
}

// ── Change ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export function dictSet(d: Dict, key: Value, value: Value): void {
  const e = probe(d, key);
  if (e >= 0 && kindOf(d) !== kind(Namespace)) {
    d.entries.items[2 * e + 1] = value;
    return;
  }
  dictSetSlow(d, key, value);
}

function dictSetSlow(d: Dict, key: Value, value: Value): void {
  dictSetHashed(d, key, value, keyHash(key));
}

/** `d[key] = value` where the table hash is known. */
export function dictSetHashed(d: Dict, key: Value, value: Value, hash: i32): void {
  const e = findEntry(d, key, hash);
  if (kindOf(d) === kind(Namespace)) {
    namespaceSet(d as Namespace, key, value, hash, e);
    return;
  }
  if (e >= 0) d.entries.items[2 * e + 1] = value;
  else insertNew(d, key, value, hash);
}

/** Adds an entry for a key that is known to be absent. */
export function insertNew(d: Dict, key: Value, value: Value, hash: i32): void {
  if (d.used >= capacityOf(d)) {
    const live = kindOf(d) === kind(Namespace) ? d.used : d.size;
    resize(d, live < 4 ? 5 : live < 20000 ? live * 3 : live * 2);
  }
  const index = d.index;
  const mask = index.length - 1;
  let i = hash & mask;
  let perturb = hash;
  while (index.items[i] > 0) {
    perturb = perturb >>> 5;
    i = (5 * i + perturb + 1) & mask;
  }
  const e = d.used;
  index.items[i] = e + 1;
  d.hashes.items[e] = hash;
  d.entries.items[2 * e] = key;
  d.entries.items[2 * e + 1] = value;
  d.used = e + 1;
  d.size += 1;
}

function capacityOf(d: Dict): i32 {
  return isNil(d.index) ? 0 : d.hashes.length;
}

/** Rebuilds the table with room for at least `count` entries, without dead ones. */
function resize(d: Dict, count: i32): void {
  let cells = MIN_INDEX;
  while ((cells * 2) / 3 < count) cells *= 2;
  const capacity = (cells * 2) / 3;
  const index = alloc(IntBuffer, cells);
  const hashes = alloc(IntBuffer, capacity);
  const entries = alloc(ValueBuffer, 2 * capacity);
  const mask = cells - 1;
  let to = 0;
  const used = d.used;
  for (let e = 0; e < used; e++) {
    const key = d.entries.items[2 * e];
    if (key === ERROR) continue;
    const hash = d.hashes.items[e];
    entries.items[2 * to] = key;
    entries.items[2 * to + 1] = d.entries.items[2 * e + 1];
    hashes.items[to] = hash;
    let i = hash & mask;
    let perturb = hash;
    while (index.items[i] !== 0) {
      perturb = perturb >>> 5;
      i = (5 * i + perturb + 1) & mask;
    }
    index.items[i] = to + 1;
    to++;
  }
  d.index = index;
  d.hashes = hashes;
  d.entries = entries;
  d.used = to;
}

/** Removes the live entry `e`. */
export function removeEntry(d: Dict, e: i32): void {
  const mask = d.index.length - 1;
  const hash = d.hashes.items[e];
  let i = hash & mask;
  let perturb = hash;
  while (d.index.items[i] !== e + 1) {
    perturb = perturb >>> 5;
    i = (5 * i + perturb + 1) & mask;
  }
  d.index.items[i] = -1;
  d.entries.items[2 * e] = ERROR;
  d.entries.items[2 * e + 1] = ERROR;
  d.size -= 1;
  // Entries at the end are used again; `findEntry` notices when that leaves no empty cell in the index.
  let used = d.used;
  while (used > 0 && d.entries.items[2 * used - 2] === ERROR) used--;
  d.used = used;
}

/** 1: removed, 0: there was none. */
export function dictDelete(d: Dict, key: Value): i32 {
  const e = findEntry(d, key, keyHash(key));
  if (e < 0) return 0;
  if (kindOf(d) === kind(Namespace)) {
    const cell = d.entries.items[2 * e + 1] as GlobalCell;
    if (cell.value === ERROR) return 0;
    cell.value = ERROR;
    d.size -= 1;
    return 1;
  }
  removeEntry(d, e);
  return 1;
}

export function dictClear(d: Dict): void {
  if (kindOf(d) === kind(Namespace)) {
    for (let e = 0; e < d.used; e++) (d.entries.items[2 * e + 1] as GlobalCell).value = ERROR;
    d.size = 0;
    return;
  }
  d.index = NIL;
  d.hashes = NIL;
  d.entries = Singletons.emptyBuffer;
  d.used = 0;
  d.size = 0;
}

// ── Iteration, copies ────────────────────────────────────────────────────────────────────────────────────────────────

/** First live entry at or behind `from`, or -1. */
export function dictNext(d: Dict, from: i32): i32 {
  const used = d.used;
  for (let e = from; e < used; e++) {
    if (d.entries.items[2 * e] !== ERROR && dictValueAt(d, e) !== ERROR) return e;
  }
  return -1;
}

/** The last live entry at or before `from`, or -1. */
export function dictPrevious(d: Dict, from: i32): i32 {
  for (let e = from; e >= 0; e--) {
    if (d.entries.items[2 * e] !== ERROR && dictValueAt(d, e) !== ERROR) return e;
  }
  return -1;
}

export function dictCopy(d: Dict): Dict {
  if (d.size === 0) return newDict();
  if (kindOf(d) === kind(Namespace) || d.used !== d.size) {
    const slow = newDictSized(d.size);
    dictUpdate(slow, d);
    return slow;
  }
  const index = alloc(IntBuffer, d.index.length);
  const hashes = alloc(IntBuffer, d.hashes.length);
  const entries = alloc(ValueBuffer, d.entries.length);
  copyTail(index.items, 0, d.index.items, 0, index.length);
  copyTail(hashes.items, 0, d.hashes.items, 0, d.used);
  copyTail(entries.items, 0, d.entries.items, 0, 2 * d.used);
  const r = alloc(Dict);
  r.index = index;
  r.hashes = hashes;
  r.entries = entries;
  r.used = d.used;
  r.size = d.size;
  return r;
}

/** `d.update(other)` for a dict. */
export function dictUpdate(d: Dict, other: Dict): void {
  for (let e = dictNext(other, 0); e >= 0; e = dictNext(other, e + 1)) {
    dictSetHashed(d, dictKeyAt(other, e), dictValueAt(other, e), other.hashes.items[e]);
  }
}

// ── Names and namespaces ─────────────────────────────────────────────────────────────────────────────────────────────

/** Lookup of an interned key: never runs Python, cannot raise. */
function findName(d: Dict, key: Name): i32 {
  if (isNil(d.index)) return -1;
  const hash = foldStringHash(key);
  const mask = d.index.length - 1;
  let i = hash & mask;
  let perturb = hash;
  for (let probes = 0; probes <= mask + 16; probes++) {
    const cell = d.index.items[i];
    if (cell === 0) return -1;
    if (cell > 0) {
      const found = d.entries.items[2 * (cell - 1)];
      if (found === key) return cell - 1;
      if (d.hashes.items[cell - 1] === hash && isRef(found) && kindOf(found) === kind(Str) && stringsEqual(found as Str, key)) {
        return cell - 1;
      }
    }
    perturb = perturb >>> 5;
    i = (5 * i + perturb + 1) & mask;
  }
  return -1;
}

/** Value of an interned key, cells of a namespace opened; `ERROR`: absent. */
export function dictGetName(d: Dict, key: Name): Value {
  const e = findName(d, key);
  return e < 0 ? ERROR : dictValueAt(d, e);
}

export function dictSetName(d: Dict, key: Name, value: Value): void {
  const e = findName(d, key);
  const hash = foldStringHash(key);
  if (kindOf(d) === kind(Namespace)) namespaceSet(d as Namespace, key, value, hash, e);
  else if (e >= 0) d.entries.items[2 * e + 1] = value;
  else insertNew(d, key, value, hash);
}

/** The raw entry of a namespace: its `GlobalCell`, or `ERROR`. */
export function dictCellGet(n: Namespace, name: Name): Value {
  const e = findName(n, name);
  return e < 0 ? ERROR : n.entries.items[2 * e + 1];
}

/** Makes or replaces the raw entry of a namespace; counted in `size` when the cell is set. */
export function dictCellSet(n: Namespace, name: Name, cell: Value): void {
  const e = findName(n, name);
  if (e >= 0) {
    n.entries.items[2 * e + 1] = cell;
    return;
  }
  insertNew(n, name, cell, foldStringHash(name));
  if ((cell as GlobalCell).value === ERROR) n.size -= 1;
}

/** Stores a variable of a namespace; a key that is not text gets a cell of its own. */
function namespaceSet(n: Namespace, key: Value, value: Value, hash: i32, e: i32): void {
  if (e >= 0) {
    const cell = n.entries.items[2 * e + 1] as GlobalCell;
    if (cell.value === ERROR) n.size += 1;
    cell.value = value;
    return;
  }
  if (!isA(key, Str)) throw notSupported(literal("module variables whose name is not a string"));
  const cell = namespaceCell(n, intern(key as Str));
  if (cell.value === ERROR) n.size += 1;
  cell.value = value;
}
