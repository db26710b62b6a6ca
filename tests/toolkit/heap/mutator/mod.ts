/** A mutator in the definition language, for tests of the collector with generated code: spills, barriers, hooks. */

import {
  alloc,
  attempt,
  boxInt,
  Code,
  entry,
  errorPending,
  globals,
  type i32,
  type i64,
  intOf,
  isNil,
  Layout,
  layout,
  loadI32,
  NIL,
  slot,
  type Tail,
  takeError,
  type Value,
} from "../../../../toolkit/define/mod.ts";
import { allocateRaw, collectFull, HeapHooks, integerAdd, integerFloorDiv, integerMul } from "../../../../toolkit/heap/mod.ts";

@layout()
export class Tree extends Layout {
  readonly depth!: i32;
  left!: Tree;
  right!: Tree;
}

@layout()
export class Cell extends Layout {
  head!: Value;
  tail!: Cell;
}

@layout()
export class Box extends Layout {
  items!: Tail<Value>;
}

@layout({ stable: true })
export class Registry extends Layout {
  newest!: Cell;
  readonly serial!: i32;
}

@layout({ stable: true })
export class Routine extends Code {
  name!: Value;
}

@globals()
export class State {
  static registry: Registry;
  static kept: Value;
  static phases: i32;
  static raised: i32;
  static deadCode: i32;
  static code: Routine;
}

/** A full binary tree: the left one is a local across the allocation of the right one. */
function grow(depth: i32): Tree {
  if (depth === 0) return alloc(Tree);
  const left = grow(depth - 1);
  const right = grow(depth - 1);
  const tree = alloc(Tree);
  tree.depth = depth;
  tree.left = left;
  tree.right = right;
  return tree;
}

function count(tree: Tree): i32 {
  return isNil(tree) ? 0 : 1 + count(tree.left) + count(tree.right);
}

/** Nodes of `times` trees that are built while the first stays alive. */
export const trees = entry(function (depth: i32, times: i32): i32 {
  const first = grow(depth);
  let total = 0;
  for (let i = 0; i < times; i++) total += count(grow(depth));
  return total + count(first);
});

/** Prepends to a list held by an old stable object, so that every prepend is an old-to-young store. Returns the sum. */
export const prepend = entry(function (n: i32): i64 {
  const registry = alloc(Registry);
  registry.serial = n;
  State.registry = registry;
  for (let i = 0; i < n; i++) {
    const cell = alloc(Cell);
    cell.head = boxInt(3n);
    cell.tail = State.registry.newest;
    State.registry.newest = cell;
  }
  let sum = 0n;
  for (let c = State.registry.newest; !isNil(c); c = c.tail) sum += intOf(c.head);
  return sum;
});

/** n! / (n - 2)! by way of a box that keeps all partial products alive. */
export const factorials = entry(function (n: i32): Value {
  const box = alloc(Box, n + 1);
  box.items[0] = boxInt(1n);
  let i = 1;
  let factor = boxInt(1n);
  while (i <= n) {
    const product = integerMul(box.items[i - 1], factor);
    box.items[i] = product;
    factor = integerAdd(factor, boxInt(1n));
    i++;
  }
  return integerFloorDiv(box.items[n], box.items[n - 2]);
});

function onPhase(phase: i32): void {
  State.phases += 1 << (phase * 8);
}

function onMemoryOut(): Value {
  // The reserve pays for the error object.
  const box = alloc(Box, 1);
  box.items[0] = boxInt(99n);
  State.raised += 1;
  throw box;
}

export const install = entry(function (): void {
  HeapHooks.outOfMemory = slot(onMemoryOut);
  HeapHooks.collection = slot(onPhase);
});

function onCodeDied(address: i32): void {
  if (loadI32(address + 8) !== 0) State.deadCode += 1;
}

/** Makes `count` code objects with instructions, of which the last stays reachable; returns how many died. */
export const routines = entry(function (count: i32): i32 {
  HeapHooks.codeDied = slot(onCodeDied);
  for (let i = 0; i < count; i++) {
    const routine = alloc(Routine);
    routine.bytecode = allocateRaw(100);
    State.code = routine;
  }
  collectFull();
  return State.deadCode;
});

export const phases = entry(function (): i32 {
  return State.phases;
});

/** Allocates until memory is out; returns what the error object holds, after dropping everything. */
export const exhaust = entry(function (): i64 {
  let newest: Cell = NIL;
  while (true) {
    const made = attempt(cons(newest));
    if (errorPending()) {
      const error = takeError() as Box;
      newest = NIL;
      return intOf(error.items[0]);
    }
    newest = made;
  }
});

function cons(tail: Cell): Cell {
  const cell = alloc(Cell);
  cell.tail = tail;
  return cell;
}
