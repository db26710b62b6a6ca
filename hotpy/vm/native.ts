/**
 * Registration of native functions, methods, attributes and constructors while booting.
 *
 * `self` counts as an argument. A function of `n` parameters takes `minArgs`…`n` arguments; absent ones arrive as `ERROR`.
 */

import type { i32, Slot } from "../../toolkit/define/mod.ts";
import { alloc, literal, NIL, type Value } from "../../toolkit/define/mod.ts";
import { Builtin, ClassMethod, type Name, type Namespace, NativeAttribute, NONE, StaticMethod, Tuple, type Type } from "./objects.ts";
import { dictSetName } from "./dict.ts";

type F0 = Slot<() => Value>;
type F1 = Slot<(a: Value) => Value>;
type F2 = Slot<(a: Value, b: Value) => Value>;
type F3 = Slot<(a: Value, b: Value, c: Value) => Value>;
type F4 = Slot<(a: Value, b: Value, c: Value, d: Value) => Value>;
type FVar = Slot<(args: Tuple, names: Tuple) => Value>;

export function newBuiltin0(name: Name, owner: Type, fn: F0): Builtin {
  const b = alloc(Builtin);
  b.name = name;
  b.owner = owner;
  b.fn0 = fn;
  b.doc = NONE;
  return b;
}

export function newBuiltin1(name: Name, owner: Type, minArgs: i32, fn: F1): Builtin {
  const b = alloc(Builtin);
  b.name = name;
  b.owner = owner;
  b.minArgs = minArgs;
  b.maxArgs = 1;
  b.fn1 = fn;
  b.doc = NONE;
  return b;
}

export function newBuiltin2(name: Name, owner: Type, minArgs: i32, fn: F2): Builtin {
  const b = alloc(Builtin);
  b.name = name;
  b.owner = owner;
  b.minArgs = minArgs;
  b.maxArgs = 2;
  b.fn2 = fn;
  b.doc = NONE;
  return b;
}

export function newBuiltin3(name: Name, owner: Type, minArgs: i32, fn: F3): Builtin {
  const b = alloc(Builtin);
  b.name = name;
  b.owner = owner;
  b.minArgs = minArgs;
  b.maxArgs = 3;
  b.fn3 = fn;
  b.doc = NONE;
  return b;
}

export function newBuiltin4(name: Name, owner: Type, minArgs: i32, fn: F4): Builtin {
  const b = alloc(Builtin);
  b.name = name;
  b.owner = owner;
  b.minArgs = minArgs;
  b.maxArgs = 4;
  b.fn4 = fn;
  b.doc = NONE;
  return b;
}

export function newBuiltinVar(name: Name, owner: Type, fn: FVar): Builtin {
  const b = alloc(Builtin);
  b.name = name;
  b.owner = owner;
  b.varSlot = fn;
  b.doc = NONE;
  return b;
}

/** Files a method under its type. */
function file(type: Type, b: Builtin): Builtin {
  dictSetName(type.dict, b.name, b);
  return b;
}

export function method1(type: Type, name: Name, fn: F1): Builtin {
  return file(type, newBuiltin1(name, type, 1, fn));
}

export function method2(type: Type, name: Name, minArgs: i32, fn: F2): Builtin {
  return file(type, newBuiltin2(name, type, minArgs, fn));
}

export function method3(type: Type, name: Name, minArgs: i32, fn: F3): Builtin {
  return file(type, newBuiltin3(name, type, minArgs, fn));
}

export function method4(type: Type, name: Name, minArgs: i32, fn: F4): Builtin {
  return file(type, newBuiltin4(name, type, minArgs, fn));
}

export function methodVar(type: Type, name: Name, fn: FVar): Builtin {
  return file(type, newBuiltinVar(name, type, fn));
}

/** Files a function under a module. */
function define(namespace: Namespace, b: Builtin): Builtin {
  dictSetName(namespace, b.name, b);
  return b;
}

export function function0(namespace: Namespace, name: Name, fn: F0): Builtin {
  return define(namespace, newBuiltin0(name, NIL, fn));
}

export function function1(namespace: Namespace, name: Name, minArgs: i32, fn: F1): Builtin {
  return define(namespace, newBuiltin1(name, NIL, minArgs, fn));
}

export function function2(namespace: Namespace, name: Name, minArgs: i32, fn: F2): Builtin {
  return define(namespace, newBuiltin2(name, NIL, minArgs, fn));
}

export function function3(namespace: Namespace, name: Name, minArgs: i32, fn: F3): Builtin {
  return define(namespace, newBuiltin3(name, NIL, minArgs, fn));
}

export function function4(namespace: Namespace, name: Name, minArgs: i32, fn: F4): Builtin {
  return define(namespace, newBuiltin4(name, NIL, minArgs, fn));
}

export function functionVar(namespace: Namespace, name: Name, fn: FVar): Builtin {
  return define(namespace, newBuiltinVar(name, NIL, fn));
}

/** Names under which parameters may be passed by keyword; NONE: positional only. */
export function parameters1(b: Builtin, first: Value): void {
  setParameters(b, first, NONE, NONE, NONE, 1);
}

export function parameters2(b: Builtin, first: Value, second: Value): void {
  setParameters(b, first, second, NONE, NONE, 2);
}

export function parameters3(b: Builtin, first: Value, second: Value, third: Value): void {
  setParameters(b, first, second, third, NONE, 3);
}

export function parameters4(b: Builtin, first: Value, second: Value, third: Value, fourth: Value): void {
  setParameters(b, first, second, third, fourth, 4);
}

function setParameters(b: Builtin, first: Value, second: Value, third: Value, fourth: Value, count: i32): void {
  const names = alloc(Tuple, count);
  names.items[0] = first;
  if (count > 1) names.items[1] = second;
  if (count > 2) names.items[2] = third;
  if (count > 3) names.items[3] = fourth;
  b.parameterNames = names;
}

/** An attribute of a built-in type computed by native code; `setter` may be NIL. */
export function attribute(type: Type, name: Name, getter: F1, setter: Slot<(self: Value, value: Value) => void>): void {
  const a = alloc(NativeAttribute);
  a.name = name;
  a.owner = type;
  a.getter = getter;
  a.setter = setter;
  dictSetName(type.dict, name, a);
}

function asStatic(type: Type, b: Builtin): Builtin {
  const wrapper = alloc(StaticMethod);
  wrapper.func = b;
  dictSetName(type.dict, b.name, wrapper);
  return b;
}

export function staticMethod1(type: Type, name: Name, minArgs: i32, fn: F1): Builtin {
  return asStatic(type, newBuiltin1(name, NIL, minArgs, fn));
}

export function staticMethod2(type: Type, name: Name, minArgs: i32, fn: F2): Builtin {
  return asStatic(type, newBuiltin2(name, NIL, minArgs, fn));
}

export function staticMethod3(type: Type, name: Name, minArgs: i32, fn: F3): Builtin {
  return asStatic(type, newBuiltin3(name, NIL, minArgs, fn));
}

function asClassMethod(type: Type, b: Builtin): Builtin {
  const wrapper = alloc(ClassMethod);
  wrapper.func = b;
  dictSetName(type.dict, b.name, wrapper);
  return b;
}

export function staticMethodVar(type: Type, name: Name, fn: FVar): Builtin {
  return asStatic(type, newBuiltinVar(name, NIL, fn));
}

/** The class is the first argument. */
export function classMethod1(type: Type, name: Name, fn: F1): Builtin {
  return asClassMethod(type, newBuiltin1(name, NIL, 1, fn));
}

export function classMethod2(type: Type, name: Name, minArgs: i32, fn: F2): Builtin {
  return asClassMethod(type, newBuiltin2(name, NIL, minArgs, fn));
}

export function classMethod3(type: Type, name: Name, minArgs: i32, fn: F3): Builtin {
  return asClassMethod(type, newBuiltin3(name, NIL, minArgs, fn));
}

export function classMethodVar(type: Type, name: Name, fn: FVar): Builtin {
  return asClassMethod(type, newBuiltinVar(name, NIL, fn));
}

/** What calling the type does, and its `__new__`; the class is the first argument. */
function construct(type: Type, b: Builtin): Builtin {
  type.construct = b;
  return asStatic(type, b);
}

export function constructor1(type: Type, minArgs: i32, fn: F1): Builtin {
  return construct(type, newBuiltin1(literal("__new__"), NIL, minArgs, fn));
}

export function constructor2(type: Type, minArgs: i32, fn: F2): Builtin {
  return construct(type, newBuiltin2(literal("__new__"), NIL, minArgs, fn));
}

export function constructor3(type: Type, minArgs: i32, fn: F3): Builtin {
  return construct(type, newBuiltin3(literal("__new__"), NIL, minArgs, fn));
}

export function constructor4(type: Type, minArgs: i32, fn: F4): Builtin {
  return construct(type, newBuiltin4(literal("__new__"), NIL, minArgs, fn));
}

export function constructorVar(type: Type, fn: FVar): Builtin {
  return construct(type, newBuiltinVar(literal("__new__"), NIL, fn));
}
