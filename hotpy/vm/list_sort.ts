/**
 * Stable sorting of lists: `list.sort`, `sorted`.
 *
 * A merge sort over natural runs (Peters' scheme without galloping): runs are found or made by binary insertion, a stack of runs is merged
 * so that their lengths grow geometrically. Keys that are all small integers, floats or strings are compared without calling Python. While
 * sorting the list is empty, so that callbacks cannot disturb it.
 */

import {
  alloc,
  attempt,
  type bool,
  copyTail,
  ERROR,
  errorPending,
  floatOf,
  type i32,
  intOf,
  isA,
  isFloat,
  isInt,
  literal,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import { IntBuffer, type List, NONE, Singletons, Str, type Tuple, ValueBuffer } from "./objects.ts";
import { compareStrings } from "./str_core.ts";
import { typeError, valueError } from "./exceptions.ts";
import { itemLess } from "./item_order.ts";
import { truthy } from "./operators.ts";
import { call1 } from "./calls.ts";
import { keywordArgument, positionalCount, refuseUnknownKeywords } from "./arguments.ts";

const KEYS_INT = 0;
const KEYS_FLOAT = 1;
const KEYS_STR = 2;
const KEYS_ANY = 3;
const MIN_RUN = 24;
const MAX_RUN = 0x7fffffff;

/** `list.sort(self, *, key=None, reverse=False)` from its arguments. */
export function listSort(args: Tuple, names: Tuple): void {
  if (positionalCount(args, names) > 1) throw typeError(literal("sort() takes no positional arguments"));
  refuseUnknownKeywords(names, literal("sort"), literal("key"), literal("reverse"));
  const key = keywordArgument(args, names, literal("key"));
  const reverse = keywordArgument(args, names, literal("reverse"));
  sortList(args.items[0] as List, key === ERROR ? NONE : key, reverse !== ERROR && truthy(reverse) !== 0);
}

/** Sorts in place. */
export function sortList(l: List, key: Value, reverse: bool): void {
  const count = l.size;
  const values = l.items;
  l.items = Singletons.emptyBuffer;
  l.size = 0;
  let keys = values;
  if (key !== NONE) {
    keys = alloc(ValueBuffer, count);
    for (let i = 0; i < count; i++) {
      const k = attempt(call1(key, values.items[i]));
      if (errorPending()) {
        restore(l, values, count);
        throw takeError();
      }
      keys.items[i] = k;
    }
  }
  if (reverse) reversePairs(keys, values, count);
  attempt(sortPairs(keys, values, count));
  const failed = errorPending();
  const error = failed ? takeError() : NONE;
  if (reverse) reversePairs(keys, values, count);
  const modified = l.size !== 0 || l.items !== Singletons.emptyBuffer;
  restore(l, values, count);
  if (failed) throw error;
  if (modified) throw valueError(literal("list modified during sort"));
}

function restore(l: List, values: ValueBuffer, count: i32): void {
  l.items = values;
  l.size = count;
}

function reverseItems(b: ValueBuffer, from: i32, to: i32): void {
  let i = from;
  let k = to - 1;
  while (i < k) {
    const v = b.items[i];
    b.items[i] = b.items[k];
    b.items[k] = v;
    i++;
    k--;
  }
}

function reverseRange(keys: ValueBuffer, values: ValueBuffer, from: i32, to: i32): void {
  reverseItems(keys, from, to);
  if (keys !== values) reverseItems(values, from, to);
}

function reversePairs(keys: ValueBuffer, values: ValueBuffer, count: i32): void {
  reverseRange(keys, values, 0, count);
}

/** The common kind of all keys. */
function keyKind(keys: ValueBuffer, count: i32): i32 {
  if (count === 0) return KEYS_ANY;
  const first = keys.items[0];
  const common = isInt(first) ? KEYS_INT : isFloat(first) ? KEYS_FLOAT : isA(first, Str) ? KEYS_STR : KEYS_ANY;
  for (let i = 1; i < count; i++) {
    const v = keys.items[i];
    const same = common === KEYS_INT ? isInt(v) : common === KEYS_FLOAT ? isFloat(v) : common === KEYS_STR && isA(v, Str);
    if (!same) return KEYS_ANY;
  }
  return common;
}

/** 1 when `a` sorts before `b`. */
function before(kind: i32, a: Value, b: Value): i32 {
  if (kind === KEYS_INT) return intOf(a) < intOf(b) ? 1 : 0;
  if (kind === KEYS_FLOAT) return floatOf(a) < floatOf(b) ? 1 : 0;
  if (kind === KEYS_STR) return compareStrings(a as Str, b as Str) < 0 ? 1 : 0;
  return itemLess(a, b);
}

/** Sorts `count` keys and moves the values alike (the two may be one buffer). On an error both still hold a permutation. */
function sortPairs(keys: ValueBuffer, values: ValueBuffer, count: i32): i32 {
  if (count < 2) return 0;
  const kind = keyKind(keys, count);
  const spareKeys = alloc(ValueBuffer, count);
  const spareValues = keys === values ? spareKeys : alloc(ValueBuffer, count);
  // Starts of the runs on the stack; the last one's end is `at`.
  const starts = alloc(IntBuffer, 80);
  let runs = 0;
  let at = 0;
  while (at < count) {
    let end = findRun(kind, keys, values, at, count);
    const wanted = at + MIN_RUN < count ? at + MIN_RUN : count;
    if (end < wanted) {
      insertionSort(kind, keys, values, at, end, wanted);
      end = wanted;
    }
    starts.items[runs] = at;
    runs++;
    at = end;
    // Invariant: each run on the stack is longer than the two above it together.
    while (runs > 1) {
      const top = at - starts.items[runs - 1];
      const below = starts.items[runs - 1] - starts.items[runs - 2];
      const third = runs > 2 ? starts.items[runs - 2] - starts.items[runs - 3] : MAX_RUN;
      if (third <= below + top && third < top) {
        merge(kind, keys, values, spareKeys, spareValues, starts.items[runs - 3], starts.items[runs - 2], starts.items[runs - 1]);
        starts.items[runs - 2] = starts.items[runs - 1];
        runs--;
      } else if (below <= top || third <= below + top) {
        merge(kind, keys, values, spareKeys, spareValues, starts.items[runs - 2], starts.items[runs - 1], at);
        runs--;
      } else break;
    }
  }
  while (runs > 1) {
    merge(kind, keys, values, spareKeys, spareValues, starts.items[runs - 2], starts.items[runs - 1], count);
    runs--;
  }
  return 0;
}

/** End of the run that begins at `at`; a strictly falling one is reversed. */
function findRun(kind: i32, keys: ValueBuffer, values: ValueBuffer, at: i32, count: i32): i32 {
  let end = at + 1;
  if (end >= count) return end;
  if (before(kind, keys.items[end], keys.items[at]) !== 0) {
    end++;
    while (end < count && before(kind, keys.items[end], keys.items[end - 1]) !== 0) end++;
    reverseRange(keys, values, at, end);
    return end;
  }
  end++;
  while (end < count && before(kind, keys.items[end], keys.items[end - 1]) === 0) end++;
  return end;
}

/** Sorts `at`…`end` of which `at`…`sorted` is in order already. */
function insertionSort(kind: i32, keys: ValueBuffer, values: ValueBuffer, at: i32, sorted: i32, end: i32): void {
  for (let i = sorted; i < end; i++) {
    const key = keys.items[i];
    let low = at;
    let high = i;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(kind, key, keys.items[middle]) !== 0) high = middle;
      else low = middle + 1;
    }
    if (low === i) continue;
    const value = values.items[i];
    copyTail(keys.items, low + 1, keys.items, low, i - low);
    keys.items[low] = key;
    if (keys !== values) {
      copyTail(values.items, low + 1, values.items, low, i - low);
      values.items[low] = value;
    }
  }
}

/** Merges the neighbouring runs `at`…`middle`…`end`. */
function merge(
  kind: i32,
  keys: ValueBuffer,
  values: ValueBuffer,
  spareKeys: ValueBuffer,
  spareValues: ValueBuffer,
  at: i32,
  middle: i32,
  end: i32,
): void {
  // What is in place already at both ends stays.
  let start = at;
  while (start < middle && before(kind, keys.items[middle], keys.items[start]) === 0) start++;
  if (start === middle) return;
  const paired = keys !== values;
  const left = middle - start;
  copyTail(spareKeys.items, 0, keys.items, start, left);
  if (paired) copyTail(spareValues.items, 0, values.items, start, left);
  let i = 0;
  let k = middle;
  let to = start;
  while (i < left && k < end) {
    const smaller = attempt(before(kind, keys.items[k], spareKeys.items[i]));
    if (errorPending()) {
      // Put the rest back, so that nothing is lost.
      copyTail(keys.items, to, spareKeys.items, i, left - i);
      if (paired) copyTail(values.items, to, spareValues.items, i, left - i);
      throw takeError();
    }
    if (smaller !== 0) {
      keys.items[to] = keys.items[k];
      if (paired) values.items[to] = values.items[k];
      k++;
    } else {
      keys.items[to] = spareKeys.items[i];
      if (paired) values.items[to] = spareValues.items[i];
      i++;
    }
    to++;
  }
  copyTail(keys.items, to, spareKeys.items, i, left - i);
  if (paired) copyTail(values.items, to, spareValues.items, i, left - i);
}
