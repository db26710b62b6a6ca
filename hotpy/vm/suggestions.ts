/**
 * "Did you mean": the name nearest to a misspelt one, by CPython's measure (edit distance with cheap case changes, limit a third of the length).
 *
 * Words longer than 40 characters and lists of more than 750 candidates give no suggestion, as in CPython.
 */

import type { i32 } from "../../toolkit/define/mod.ts";
import { alloc, isA, isNil, NIL, type Value } from "../../toolkit/define/mod.ts";
import { type Dict, IntBuffer, type List, type PyCode, Str } from "./objects.ts";
import { dictKeyAt, dictNext } from "./dict.ts";
import { listAppend, newList } from "./list_methods.ts";
import { charAt, charLength, stringsEqual } from "./messages.ts";

const MOVE_COST = 2;
const CASE_COST = 1;
const MAX_LENGTH = 40;
const MAX_CANDIDATES = 750;

function substitutionCost(a: i32, b: i32): i32 {
  if (a === b) return 0;
  const lowA: i32 = a >= 65 && a <= 90 ? a + 32 : a;
  const lowB: i32 = b >= 65 && b <= 90 ? b + 32 : b;
  return lowA === lowB ? CASE_COST : MOVE_COST;
}

/** Edit distance, or `limit + 1` when it is larger. */
function editDistance(a: Str, b: Str, limit: i32): i32 {
  const n = charLength(a), m = charLength(b);
  if (n > MAX_LENGTH || m > MAX_LENGTH) return limit + 1;
  const row = alloc(IntBuffer, m + 1);
  for (let j: i32 = 0; j <= m; j++) row.items[j] = j * MOVE_COST;
  for (let i: i32 = 0; i < n; i++) {
    let diagonal = row.items[0];
    row.items[0] = (i + 1) * MOVE_COST;
    for (let j: i32 = 0; j < m; j++) {
      const replaced = diagonal + substitutionCost(charAt(a, i), charAt(b, j));
      const removed = row.items[j + 1] + MOVE_COST;
      const inserted = row.items[j] + MOVE_COST;
      diagonal = row.items[j + 1];
      const smaller = removed < inserted ? removed : inserted;
      row.items[j + 1] = replaced < smaller ? replaced : smaller;
    }
  }
  const distance = row.items[m];
  return distance > limit ? limit + 1 : distance;
}

/** The candidate (strings in a list) nearest to `name`, or NIL. */
export function suggest(candidates: List, name: Str): Str {
  if (candidates.size >= MAX_CANDIDATES) return NIL;
  let best: Str = NIL;
  let bestDistance: i32 = 0x7fffffff;
  const size = charLength(name);
  for (let i: i32 = 0; i < candidates.size; i++) {
    if (!isA(candidates.items.items[i], Str)) continue;
    const candidate = candidates.items.items[i] as Str;
    if (stringsEqual(candidate, name)) continue;
    let limit: i32 = ((size + charLength(candidate) + 3) * MOVE_COST) / 6;
    if (limit > bestDistance - 1) limit = bestDistance - 1;
    const distance = editDistance(name, candidate, limit);
    if (distance > limit) continue;
    if (isNil(best) || distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The keyword that was meant by `name`, or NIL. */
export function suggestParameter(code: PyCode, name: Str): Str {
  const candidates = newList(8);
  const count = code.positionalCount + code.keywordOnlyCount;
  for (let i = code.positionalOnlyCount; i < count; i++) listAppend(candidates, code.localNames.items[i]);
  return suggest(candidates, name);
}

/** Adds the string keys of a dict to a list of candidates. */
export function addKeys(candidates: List, d: Dict): void {
  let e = dictNext(d, 0);
  while (e >= 0) {
    const key: Value = dictKeyAt(d, e);
    if (isA(key, Str)) listAppend(candidates, key);
    e = dictNext(d, e + 1);
  }
}
