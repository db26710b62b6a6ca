/**
 * The hash table of sets: open addressing with short linear runs, in the order of hashes, so that sets of small integers iterate as CPython's.
 *
 * A `Dict` object used in a way of its own: cell `i` is `hashes.items[i]`, `entries.items[i]` (`ERROR` empty, `DUMMY` deleted); `used` counts
 * filled cells, deleted ones included; `index` has one element, where `pop` goes on searching. Invariant: at least two fifths of the cells are
 * empty. A table in a dict's form (made by the loader of constants) is converted when it is first used.
 */

import { alloc, type bool, copyTail, ERROR, i32, i64Of, isA, isInt, isNil, special, type Value } from "../../toolkit/define/mod.ts";
import { Dict, IntBuffer, type PySet, Str, ValueBuffer } from "./objects.ts";
import { stringHash } from "./messages.ts";
import { equals } from "./operators.ts";
import { hashOfElement } from "./dict.ts";
import { hashInteger64 } from "./int_hash.ts";
import { quickEquals } from "./item_order.ts";

/** A deleted cell. */
const DUMMY = special(100);
const MIN_CELLS = 8;
/** Cells looked at behind the first one before jumping. */
const LINEAR_PROBES = 9;

export function newTable(): Dict {
  const d = alloc(Dict);
  allocateCells(d, MIN_CELLS);
  return d;
}

function allocateCells(d: Dict, cells: i32): void {
  const index = alloc(IntBuffer, 1);
  const hashes = alloc(IntBuffer, cells);
  const entries = alloc(ValueBuffer, cells);
  d.index = index;
  d.hashes = hashes;
  d.entries = entries;
  d.used = 0;
  d.size = 0;
}

/** The table of a set, in a set's form. */
export function tableOf(s: PySet): Dict {
  const d = s.table;
  if (isNil(d.index) || d.index.length !== 1) convert(d);
  return d;
}

function convert(d: Dict): void {
  const entries = d.entries;
  const used = d.used;
  allocateCells(d, MIN_CELLS);
  for (let e = 0; e < used; e++) {
    const key = entries.items[2 * e];
    if (key !== ERROR) tableAdd(d, key);
  }
}

/** The low bits of a hash. @throws TypeError for unhashable elements */
export function elementHash(v: Value): i32 {
  if (isInt(v)) return i32(hashInteger64(i64Of(v)));
  if (isA(v, Str)) return (v as Str).hash !== 0 ? (v as Str).hash : stringHash(v as Str);
  return i32(hashOfElement(v));
}

/** Cell of an element, or -1. May run `__eq__`. */
export function findCell(d: Dict, v: Value, hash: i32): i32 {
  let mask = d.hashes.length - 1;
  let i = hash & mask;
  let perturb = hash;
  while (true) {
    let run = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    for (let at = i; run >= 0; at++) {
      const key = d.entries.items[at];
      if (key === ERROR) return -1;
      if (key === v) return at;
      if (d.hashes.items[at] === hash && key !== DUMMY) {
        let equal = quickEquals(key, v);
        if (equal < 0) {
          const entries = d.entries;
          equal = equals(key, v);
          // The comparison changed the table: start again.
          if (d.entries !== entries || entries.items[at] !== key) return findCell(d, v, hash);
        }
        if (equal !== 0) return at;
      }
      run--;
    }
    perturb = perturb >>> 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

/** Puts an element that is absent into the first empty cell of its sequence. */
export function insertClean(d: Dict, v: Value, hash: i32): void {
  const mask = d.hashes.length - 1;
  let i = hash & mask;
  let perturb = hash;
  while (true) {
    let run = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    for (let at = i; run >= 0; at++) {
      if (d.entries.items[at] === ERROR) {
        d.entries.items[at] = v;
        d.hashes.items[at] = hash;
        d.used += 1;
        d.size += 1;
        return;
      }
      run--;
    }
    perturb = perturb >>> 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

/** Adds an element whose hash is known. */
export function tableAddHashed(d: Dict, v: Value, hash: i32): void {
  if (findCell(d, v, hash) >= 0) return;
  insertClean(d, v, hash);
  if (d.used * 5 >= (d.hashes.length - 1) * 3) resizeTable(d, d.size > 50000 ? d.size * 2 : d.size * 4);
}

export function tableAdd(d: Dict, v: Value): void {
  if (isFirst(d, v)) return;
  tableAddHashed(d, v, elementHash(v));
}

/** True when the very first cell holds the element; nothing here that a trace could not repeat. */
export function isFirst(d: Dict, v: Value): bool {
  if (isInt(v)) return d.entries.items[i32(hashInteger64(i64Of(v))) & (d.hashes.length - 1)] === v;
  return isA(v, Str) && (v as Str).hash !== 0 && d.entries.items[(v as Str).hash & (d.hashes.length - 1)] === v;
}

/** Rebuilds the table with more cells than `least`, without deleted ones. */
export function resizeTable(d: Dict, least: i32): void {
  let cells = MIN_CELLS;
  while (cells <= least) cells *= 2;
  const hashes = d.hashes;
  const entries = d.entries;
  allocateCells(d, cells);
  for (let i = 0; i < hashes.length; i++) {
    const v = entries.items[i];
    if (v !== ERROR && v !== DUMMY) insertClean(d, v, hashes.items[i]);
  }
}

/** Makes room for `count` more elements at once. */
export function reserveTable(d: Dict, count: i32): void {
  if ((d.used + count) * 5 >= (d.hashes.length - 1) * 3) resizeTable(d, (d.size + count) * 2);
}

export function removeCell(d: Dict, at: i32): void {
  d.entries.items[at] = DUMMY;
  d.hashes.items[at] = 0;
  d.size -= 1;
}

/** First cell with an element at or behind `from`, or -1. */
export function nextCell(d: Dict, from: i32): i32 {
  const cells = d.hashes.length;
  for (let i = from; i < cells; i++) {
    const v = d.entries.items[i];
    if (v !== ERROR && v !== DUMMY) return i;
  }
  return -1;
}

/** The cell that `pop` takes next, or -1: each search goes on behind the last one. */
export function popCell(d: Dict): i32 {
  if (d.size === 0) return -1;
  const cells = d.hashes.length;
  let at = nextCell(d, d.index.items[0] & (cells - 1));
  if (at < 0) at = nextCell(d, 0);
  d.index.items[0] = at + 1;
  return at;
}

export function copyTable(d: Dict): Dict {
  const r = newTable();
  mergeTable(r, d);
  return r;
}

/** Adds all elements of another table. */
export function mergeTable(d: Dict, other: Dict): void {
  if (other.size === 0 || d === other) return;
  reserveTable(d, other.size);
  if (d.used === 0 && d.hashes.length === other.hashes.length && other.used === other.size) {
    copyTail(d.hashes.items, 0, other.hashes.items, 0, other.hashes.length);
    copyTail(d.entries.items, 0, other.entries.items, 0, other.hashes.length);
    d.used = other.used;
    d.size = other.size;
    return;
  }
  const empty = d.used === 0;
  for (let i = nextCell(other, 0); i >= 0; i = nextCell(other, i + 1)) {
    if (empty) insertClean(d, other.entries.items[i], other.hashes.items[i]);
    else tableAddHashed(d, other.entries.items[i], other.hashes.items[i]);
  }
}
