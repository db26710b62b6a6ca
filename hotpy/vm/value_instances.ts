/**
 * Instances of Python classes derived from `int`, `float`, `str`, `bytes`, `tuple`, `set` or `frozenset`: the built-in value in a box with
 * attributes.
 *
 * Native methods never see the box: `callBuiltin` and the wrappers of the operators (`derived_methods.ts`) take the value out of it.
 */

import type { i32 } from "../../toolkit/define/mod.ts";
import { alloc, copyTail, isA, isNil, literal, NIL, slot, type Value } from "../../toolkit/define/mod.ts";
import { INSTANCE_VALUE, PySet, StaticMethod, Tuple, Type, TYPE_HEAP, Types, ValueInstance } from "./objects.ts";
import { callBuiltin } from "./calls.ts";
import { dictSetName } from "./dict.ts";
import { typeError } from "./exceptions.ts";
import { format1 } from "./messages.ts";
import { newBuiltin1, newBuiltinVar } from "./native.ts";
import { reprSet } from "./repr.ts";

/** The built-in value that `v` is or stands for. */
export function plainValue(v: Value): Value {
  return isA(v, ValueInstance) ? (v as ValueInstance).value : v;
}

/** The built-in type whose values instances of `type` hold. */
function valueType(type: Type): Type {
  let t = type;
  while ((t.flags & TYPE_HEAP) !== 0) t = t.base;
  return t;
}

/** `__repr__` of sets, which names the class. It belongs to `object` so that it is given the box. */
function setRepr(self: Value): Value {
  if (!isA(plainValue(self), PySet)) {
    throw typeError(format1(literal("descriptor '__repr__' requires a 'set' object but received a '%t'"), self));
  }
  return reprSet(self);
}

/** `__new__` of a built-in value type: `args` begins with the class. */
function newValue(args: Tuple, names: Tuple): Value {
  if (args.length === 0 || !isA(args.items[0], Type)) throw typeError(literal("__new__(X): X is not a type object"));
  const type = args.items[0] as Type;
  const native = valueType(type);
  if (isNil(native.construct) || type.instanceKind < INSTANCE_VALUE) {
    throw typeError(format1(literal("object.__new__(%s) is not safe"), type.name));
  }
  // What a mutable set holds comes with `__init__`.
  const empty = type !== native && native === Types.set_;
  const given = alloc(Tuple, empty ? 1 : args.length);
  given.items[0] = native;
  copyTail(given.items, 1, args.items, 1, given.length - 1);
  const value = callBuiltin(native.construct, given, empty ? NIL : names);
  if (type === native) return value;
  const instance = alloc(ValueInstance);
  instance.value = value;
  instance.shape = type.instanceShape;
  return instance;
}

/** Makes a built-in type with a constructor a base for Python classes; `number` is its `Type.instanceKind`. */
function allowSubclasses(type: Type, number: i32): void {
  type.instanceKind = number;
  const wrapper = alloc(StaticMethod);
  wrapper.func = newBuiltinVar(literal("__new__"), NIL, slot(newValue));
  dictSetName(type.dict, literal("__new__"), wrapper);
}

export function bootValueInstances(): void {
  allowSubclasses(Types.int, INSTANCE_VALUE);
  allowSubclasses(Types.float, INSTANCE_VALUE + 1);
  allowSubclasses(Types.str, INSTANCE_VALUE + 2);
  allowSubclasses(Types.bytes, INSTANCE_VALUE + 3);
  allowSubclasses(Types.tuple, INSTANCE_VALUE + 4);
  allowSubclasses(Types.set_, INSTANCE_VALUE + 5);
  allowSubclasses(Types.frozenset, INSTANCE_VALUE + 6);
  const repr = newBuiltin1(literal("__repr__"), Types.object, 1, slot(setRepr));
  dictSetName(Types.set_.dict, literal("__repr__"), repr);
  dictSetName(Types.frozenset.dict, literal("__repr__"), repr);
}
