/**
 * Which objects of a datum get labels: those that a cycle comes back to (`write`, `display`), or all that occur twice (`write-shared`).
 *
 * A walk in the order of printing, with a stack of its own, notes the objects in a table by identity, which survives collections.
 */

import {
  alloc,
  type bool,
  boxInt,
  copyTail,
  ERROR,
  i32,
  i64,
  intOf,
  isA,
  isRef,
  kind,
  kindOf,
  Layout,
  layout,
  residual,
  type Value,
} from "../../toolkit/define/mod.ts";
import { identityHash } from "../../toolkit/heap/mod.ts";
import { AnyBytevector, type AnyVector, ErrorObject, LiteralVector, Pair, Record, Str, Values, Vector } from "./objects.ts";
import { stringLength } from "./strings.ts";

/** A growing array. */
@layout()
export class Stack extends Layout {
  items!: Values;
  depth!: i32;
}

export function newStack(): Stack {
  const items = alloc(Values, 64);
  const s = alloc(Stack);
  s.items = items;
  return s;
}

export function push(s: Stack, v: Value): void {
  if (s.depth === s.items.length) growStack(s);
  s.items.items[s.depth] = v;
  s.depth += 1;
}

const growStack = residual(function (s: Stack): void {
  const grown = alloc(Values, s.items.length * 2);
  copyTail(grown.items, 0, s.items.items, 0, s.depth);
  s.items = grown;
});

export function pop(s: Stack): Value {
  s.depth -= 1;
  return s.items.items[s.depth];
}

// ── Containers ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Number of objects that printing an object prints inside it; 0 for atoms. */
export function childCount(v: Value): i32 {
  if (!isRef(v)) return 0;
  switch (kindOf(v)) {
    case kind(Pair):
    case kind(ErrorObject):
      return 2;
    case kind(Vector):
    case kind(LiteralVector):
      return (v as AnyVector).length;
    case kind(Record):
      return (v as Record).length;
    default:
      return 0;
  }
}

export function childAt(v: Value, index: i32): Value {
  switch (kindOf(v)) {
    case kind(Pair):
      return index === 0 ? (v as Pair).car : (v as Pair).cdr;
    case kind(ErrorObject):
      return index === 0 ? (v as ErrorObject).message : (v as ErrorObject).irritants;
    case kind(Record):
      return (v as Record).items[index];
    default:
      return (v as AnyVector).items[index];
  }
}

// ── Most data ────────────────────────────────────────────────────────────────────────────────────────────────────────

const MAX_DEPTH = 64;
const MAX_OBJECTS = 4096;

/** What is left of `budget` after a walk through a datum that ends; below 0 when the walk was given up. */
const walk = residual(function (datum: Value, budget: i32, depth: i32): i32 {
  let left = budget;
  let v = datum;
  while (true) {
    const count = childCount(v);
    if (count === 0) return left;
    left -= count;
    if (left < 0 || depth === 0) return -1;
    for (let i = 0; i < count - 1; i++) {
      const child = childAt(v, i);
      if (childCount(child) === 0) continue;
      left = walk(child, left, depth - 1);
      if (left < 0) return -1;
    }
    v = childAt(v, count - 1);
  }
});

/** 1 when a short walk through a datum ends: then it has no cycles. */
export function isSmallTree(v: Value): i32 {
  return walk(v, MAX_OBJECTS, MAX_DEPTH) >= 0 ? 1 : 0;
}

// ── Tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Being walked; walked; to be labelled when it is printed. Numbers from 1 are labels that were printed, 0 is not there. */
const OPEN = -1;
const DONE = -2;
const WANTED = -3;

/** Objects and their state, alternating, at the place that the hash says or behind it. */
@layout()
export class Labels extends Layout {
  items!: Values;
  count!: i32;
  next!: i32;
}

function newLabels(): Labels {
  const items = alloc(Values, 256);
  const labels = alloc(Labels);
  labels.items = items;
  return labels;
}

/** Index of an object, or of the free place for it. */
function find(items: Values, v: Value): i32 {
  const mask = items.length - 1;
  let at = (identityHash(v as Layout) << 1) & mask;
  while (items.items[at] !== ERROR && items.items[at] !== v) at = (at + 2) & mask;
  return at;
}

function growLabels(labels: Labels): void {
  const old = labels.items;
  const grown = alloc(Values, old.length * 2);
  for (let i = 0; i < old.length; i += 2) {
    if (old.items[i] === ERROR) continue;
    const at = find(grown, old.items[i]);
    grown.items[at] = old.items[i];
    grown.items[at + 1] = old.items[i + 1];
  }
  labels.items = grown;
}

function stateOf(labels: Labels, v: Value): i32 {
  const at = find(labels.items, v);
  return labels.items.items[at] === ERROR ? 0 : i32(intOf(labels.items.items[at + 1]));
}

function setState(labels: Labels, v: Value, state: i32): void {
  const at = find(labels.items, v);
  if (labels.items.items[at] === ERROR) labels.count += 1;
  labels.items.items[at] = v;
  labels.items.items[at + 1] = boxInt(i64(state));
  if (labels.count * 4 > labels.items.length) growLabels(labels);
}

/** Text and bytes that are the same object in two places. */
function isShareable(v: Value): bool {
  return isA(v, Str) ? stringLength(v as Str) > 0 : isA(v, AnyBytevector) && (v as AnyBytevector).length > 0;
}

/** Finds what needs labels; `shared`: all that occurs twice. */
export const findLabels = residual(function (datum: Value, shared: i32): Labels {
  const labels = newLabels();
  const stack = newStack();
  push(stack, datum);
  while (stack.depth > 0) {
    const v = pop(stack);
    if (v === ERROR) {
      const left = pop(stack);
      if (stateOf(labels, left) === OPEN) setState(labels, left, DONE);
      continue;
    }
    const count = childCount(v);
    if (count === 0 && (shared === 0 || !isShareable(v))) continue;
    const state = stateOf(labels, v);
    if (state !== 0) {
      if (state === OPEN || shared !== 0) setState(labels, v, WANTED);
      continue;
    }
    setState(labels, v, OPEN);
    push(stack, v);
    push(stack, ERROR);
    for (let i = count - 1; i >= 0; i--) push(stack, childAt(v, i));
  }
  return labels;
});

/** 1 for an object that has a label or gets one. */
export function isLabelled(labels: Labels, v: Value): i32 {
  if (!isRef(v)) return 0;
  const state = stateOf(labels, v);
  return state > 0 || state === WANTED ? 1 : 0;
}

/** The label of an object that was printed, from 1; 0 before. */
export function labelOf(labels: Labels, v: Value): i32 {
  const state = stateOf(labels, v);
  return state > 0 ? state : 0;
}

/** Gives it the next label, from 1. */
export function giveLabel(labels: Labels, v: Value): i32 {
  labels.next += 1;
  setState(labels, v, labels.next);
  return labels.next;
}
