/**
 * Taking forms apart: checked access to their parts, errors that name the form and its place, data without renamed identifiers, and
 * the name that somebody probably meant.
 */

import { type Datum, type Identifier, isIdentifier, list, listItems, NIL, Pair, Renamed, Sym } from "../reader/datum.ts";
import { SchemeSyntaxError } from "../reader/source.ts";
import { writeShort } from "../reader/write.ts";
import type { Where } from "./core.ts";
import type { Alias } from "./environment.ts";

/** Raises a syntax error. `form` is shown in the message. @throws SchemeSyntaxError */
export function fail(reason: string, where: Where | null = null, form?: Datum): never {
  const shown = form === undefined ? "" : `: ${writeShort(strip(form))}`;
  throw new SchemeSyntaxError(reason + shown, where?.source ?? null, where?.at ?? -1);
}

/** Says that a form does not look as it should; `shape` is how it should. */
export function malformed(form: Pair, shape: string): never {
  fail(`Malformed form, expected ${shape}`, form, form);
}

/** The items of a form behind its keyword, at least `least` and at most `most` of them. */
export function operands(form: Pair, shape: string, least: number, most = Infinity): Datum[] {
  const items = listItems(form.cdr);
  if (items === null || items.length < least || items.length > most) malformed(form, shape);
  return items;
}

/** The items of a proper list inside of a form. */
export function itemsOf(x: Datum, form: Pair, shape: string): Datum[] {
  return listItems(x) ?? malformed(form, shape);
}

export function identifierOf(x: Datum, form: Pair, shape: string): Identifier {
  return isIdentifier(x) ? x : malformed(form, shape);
}

/** The pair that holds the `index`-th item of a list: where that item stands. */
export function cellAt(form: Pair, index: number): Pair {
  let cell = form;
  for (let i = 0; i < index && cell.cdr instanceof Pair; i++) cell = cell.cdr;
  return cell;
}

/** The tail of a form from its `index`-th item. */
export function tailAt(form: Pair, index: number): Datum {
  let rest: Datum = form;
  for (let i = 0; i < index && rest instanceof Pair; i++) rest = rest.cdr;
  return rest;
}

/** A list that stands where `like` does. */
export function formOf(like: Pair, ...items: Datum[]): Pair {
  return list(items, NIL, like) as Pair;
}

/** A datum with symbols in the place of renamed identifiers; the same object when it has none. */
export function strip(x: Datum): Datum {
  if (x instanceof Renamed) return baseSymbol(x);
  if (!(x instanceof Pair || Array.isArray(x)) || !hasRenamed(x)) return x;
  const copies = new Map<Datum, Datum>();
  const work: [Datum, Datum][] = [];
  const copyOf = (y: Datum): Datum => {
    if (y instanceof Renamed) return baseSymbol(y);
    if (!(y instanceof Pair || Array.isArray(y))) return y;
    let copy = copies.get(y);
    if (copy === undefined) {
      copy = y instanceof Pair ? new Pair(NIL, NIL, y.source, y.at) : [];
      copies.set(y, copy);
      work.push([y, copy]);
    }
    return copy;
  };
  const result = copyOf(x);
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const [from, to] = next;
    if (from instanceof Pair && to instanceof Pair) {
      to.car = copyOf(from.car);
      to.cdr = copyOf(from.cdr);
    } else for (const item of from as Datum[]) (to as Datum[]).push(copyOf(item));
  }
  return result;
}

/** The symbol behind an identifier. */
export function baseSymbol(identifier: Identifier): Sym {
  while (!(identifier instanceof Sym)) identifier = (identifier as Alias).of;
  return identifier;
}

function hasRenamed(x: Datum): boolean {
  const seen = new Set<Datum>();
  const work = [x];
  while (work.length > 0) {
    const y = work.pop()!;
    if (y instanceof Renamed) return true;
    if (!(y instanceof Pair || Array.isArray(y)) || seen.has(y)) continue;
    seen.add(y);
    if (y instanceof Pair) work.push(y.car, y.cdr);
    else for (const item of y) work.push(item);
  }
  return false;
}

// ── Suggestions ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The name at the smallest distance from `name`, if it is near; null otherwise. */
export function nearest(name: string, names: Iterable<string>): string | null {
  const most = name.length <= 2 ? 1 : Math.max(1, Math.floor(name.length / 3));
  let best: string | null = null, bestDistance = most + 1;
  for (const other of names) {
    if (other === name || Math.abs(other.length - name.length) >= bestDistance || other.startsWith("%")) continue;
    const found = distance(name, other);
    if (found < bestDistance || (found === bestDistance && best !== null && other < best)) [best, bestDistance] = [other, found];
  }
  return best;
}

/** How many characters must be added, removed, changed or swapped with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = [], row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
