/**
 * Registration of primitives while booting: `define2(literal("string-append"), 0, slot(append))` under the key of the core.
 *
 * A function of `n` parameters takes `minArgs`…`n` arguments; absent ones arrive as `ERROR`. One registered by `defineAny` takes any number
 * from `minArgs`.
 */

import { alloc, type i32, type Slot, type Value } from "../../toolkit/define/mod.ts";
import { cellOf, defineCell } from "./globals.ts";
import { Primitive, type Symbol, type Values } from "./objects.ts";

function register(p: Primitive): void {
  defineCell(cellOf(p.name), p);
}

export function define0(name: Symbol, fn: Slot<() => Value>): void {
  const p = alloc(Primitive);
  p.name = name;
  p.fn0 = fn;
  register(p);
}

export function define1(name: Symbol, minArgs: i32, fn: Slot<(a: Value) => Value>): void {
  const p = alloc(Primitive);
  p.name = name;
  p.minArgs = minArgs;
  p.maxArgs = 1;
  p.fn1 = fn;
  register(p);
}

export function define2(name: Symbol, minArgs: i32, fn: Slot<(a: Value, b: Value) => Value>): void {
  const p = alloc(Primitive);
  p.name = name;
  p.minArgs = minArgs;
  p.maxArgs = 2;
  p.fn2 = fn;
  register(p);
}

export function define3(name: Symbol, minArgs: i32, fn: Slot<(a: Value, b: Value, c: Value) => Value>): void {
  const p = alloc(Primitive);
  p.name = name;
  p.minArgs = minArgs;
  p.maxArgs = 3;
  p.fn3 = fn;
  register(p);
}

export function define4(name: Symbol, minArgs: i32, fn: Slot<(a: Value, b: Value, c: Value, d: Value) => Value>): void {
  const p = alloc(Primitive);
  p.name = name;
  p.minArgs = minArgs;
  p.maxArgs = 4;
  p.fn4 = fn;
  register(p);
}

export function defineAny(name: Symbol, minArgs: i32, fn: Slot<(args: Values) => Value>): void {
  const p = alloc(Primitive);
  p.name = name;
  p.minArgs = minArgs;
  p.maxArgs = -1;
  p.fnAny = fn;
  register(p);
}
