/** Built-ins that the call bytecodes do inline: their numbers, and marking them while booting. See `handlers_intrinsics.ts`. */

import type { i32 } from "../../toolkit/define/mod.ts";
import { alloc, isA, isNil, literal, slot, type Value } from "../../toolkit/define/mod.ts";
import { Builtin, Module, type Name, type Namespace, Singletons, type Type, Types } from "./objects.ts";
import { dictGetName, dictSetName } from "./dict.ts";
import { notSupported } from "./exceptions.ts";
import { function0 } from "./native.ts";

export const INTRINSIC_LEN = 1;
export const INTRINSIC_APPEND = 2;
export const INTRINSIC_ISINSTANCE = 3;
export const INTRINSIC_NEXT = 4;
export const INTRINSIC_SEND = 5;
export const INTRINSIC_GLOBALS = 6;
export const INTRINSIC_LOCALS = 7;
export const INTRINSIC_RANGE = 8;
export const INTRINSIC_INT = 9;
export const INTRINSIC_FLOAT = 10;
export const INTRINSIC_SQRT = 11;
export const INTRINSIC_ABS = 12;
export const INTRINSIC_TYPE = 13;
export const INTRINSIC_VARS = 14;
export const INTRINSIC_DIR = 15;
export const INTRINSIC_STR = 16;
export const INTRINSIC_REPR = 17;
export const INTRINSIC_EXEC = 18;
export const INTRINSIC_EVAL = 19;

/** A copy of `b` that is marked. */
function marked(b: Builtin, intrinsic: i32): Builtin {
  const copy = alloc(Builtin);
  copy.name = b.name;
  copy.owner = b.owner;
  copy.minArgs = b.minArgs;
  copy.maxArgs = b.maxArgs;
  copy.parameterNames = b.parameterNames;
  copy.fn0 = b.fn0;
  copy.fn1 = b.fn1;
  copy.fn2 = b.fn2;
  copy.fn3 = b.fn3;
  copy.fn4 = b.fn4;
  copy.varSlot = b.varSlot;
  copy.doc = b.doc;
  copy.intrinsic = intrinsic;
  return copy;
}

function markFunction(n: Namespace, name: Name, intrinsic: i32): void {
  const b = dictGetName(n, name);
  if (isA(b, Builtin)) dictSetName(n, name, marked(b as Builtin, intrinsic));
}

function markMethod(type: Type, name: Name, intrinsic: i32): void {
  const b = dictGetName(type.dict, name);
  if (isA(b, Builtin)) dictSetName(type.dict, name, marked(b as Builtin, intrinsic));
}

function markConstructor(type: Type, intrinsic: i32): void {
  if (!isNil(type.construct)) type.construct = marked(type.construct, intrinsic);
}

/** What native callers of `globals()` and `locals()` get: only the bytecodes know the frame. */
function withoutFrame(): Value {
  throw notSupported(literal("globals() and locals() called from native code"));
}

/** After all built-ins are registered. */
export function bootIntrinsics(): void {
  const n = Singletons.builtins;
  function0(n, literal("globals"), slot(withoutFrame));
  function0(n, literal("locals"), slot(withoutFrame));
  markFunction(n, literal("len"), INTRINSIC_LEN);
  markFunction(n, literal("isinstance"), INTRINSIC_ISINSTANCE);
  markFunction(n, literal("next"), INTRINSIC_NEXT);
  markFunction(n, literal("globals"), INTRINSIC_GLOBALS);
  markFunction(n, literal("locals"), INTRINSIC_LOCALS);
  markFunction(n, literal("vars"), INTRINSIC_VARS);
  markFunction(n, literal("exec"), INTRINSIC_EXEC);
  markFunction(n, literal("eval"), INTRINSIC_EVAL);
  markFunction(n, literal("dir"), INTRINSIC_DIR);
  markFunction(n, literal("abs"), INTRINSIC_ABS);
  markMethod(Types.list, literal("append"), INTRINSIC_APPEND);
  markMethod(Types.generator, literal("send"), INTRINSIC_SEND);
  markFunction(n, literal("repr"), INTRINSIC_REPR);
  markConstructor(Types.str, INTRINSIC_STR);
  markConstructor(Types.range, INTRINSIC_RANGE);
  markConstructor(Types.int, INTRINSIC_INT);
  markConstructor(Types.float, INTRINSIC_FLOAT);
  markConstructor(Types.type_, INTRINSIC_TYPE);
  const math = dictGetName(Singletons.nativeModules, literal("math"));
  if (isA(math, Module)) markFunction((math as Module).namespace, literal("sqrt"), INTRINSIC_SQRT);
}
