/** What an attribute found on a class does on access: which objects are descriptors, and the calls that need no Python code. */

import type { bool } from "../../toolkit/define/mod.ts";
import { ERROR, isA, isNil, isRef, kind, kindOf, literal, type Value } from "../../toolkit/define/mod.ts";
import { Builtin, Instance, NativeAttribute, Property, PyFunction, SlotDescriptor, StableFunction } from "./objects.ts";
import { lookupAttribute } from "./types.ts";

/** Wins over an instance attribute of the same name: has `__set__` or `__delete__`. */
export function isDataDescriptor(attribute: Value): bool {
  if (!isRef(attribute)) return false;
  switch (kindOf(attribute)) {
    case kind(Property):
    case kind(NativeAttribute):
    case kind(SlotDescriptor):
      return true;
    case kind(Instance): {
      const type = (attribute as Instance).shape.type;
      return lookupAttribute(type, type.version, literal("__set__")) !== ERROR ||
        lookupAttribute(type, type.version, literal("__delete__")) !== ERROR;
    }
    default:
      return false;
  }
}

/** Becomes a bound method when found on the class of an object. */
export function isMethodLike(attribute: Value): bool {
  if (!isRef(attribute)) return false;
  switch (kindOf(attribute)) {
    case kind(PyFunction):
    case kind(StableFunction):
      return true;
    case kind(Builtin):
      return !isNil((attribute as Builtin).owner);
    default:
      return false;
  }
}

/** An object of a Python class that defines `__get__`. */
export function hasPythonGet(attribute: Value): bool {
  if (!isA(attribute, Instance)) return false;
  const type = (attribute as Instance).shape.type;
  return lookupAttribute(type, type.version, literal("__get__")) !== ERROR;
}
