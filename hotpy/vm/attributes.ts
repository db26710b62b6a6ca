/**
 * Attribute access in native code: descriptors, instance attributes, `__getattr__` and its kin, modules, classes, functions.
 *
 * The bytecodes have inline paths for what is common (`handlers_attributes.ts`) and come here for the rest. Rules: language reference
 * 3.3.2 and the descriptor guide; texts are CPython's.
 */

import {
  alloc,
  attempt,
  ERROR,
  errorPending,
  isA,
  isNil,
  isRef,
  kind,
  kindOf,
  literal,
  residual,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  BoundMethod,
  Builtin,
  ClassMethod,
  type Dict,
  ExceptionTypes,
  Instance,
  Module,
  type Name,
  NativeAttribute,
  NONE,
  Property,
  type PyException,
  PyFunction,
  type Shape,
  SHAPE_DICTIONARY,
  SlotDescriptor,
  StableFunction,
  StaticMethod,
  Super,
  Type,
  TYPE_DELATTR,
  TYPE_GETATTR,
  TYPE_GETATTRIBUTE,
  TYPE_HAS_DICT,
  TYPE_HEAP,
  TYPE_SETATTR,
} from "./objects.ts";
import { call1, call2, call3, callMethod1, callMethod2 } from "./calls.ts";
import { hasPythonGet, isDataDescriptor } from "./descriptors.ts";
import { dictDelete, dictGetName, dictSetName, newDict } from "./dict.ts";
import { attributeError, attributeErrorFor, isError, typeError } from "./exceptions.ts";
import { format2, format3 } from "./messages.ts";
import { addSlot, becomeDictionary, overflowOf, readSlot, shapeAfterStore, shapeSlot, writeSlot } from "./shapes.ts";
import { superObjectAttribute } from "./super.ts";
import { lookupAttribute, setTypeAttribute, shapeOf, typeChanged, typeOf } from "./types.ts";

export function newBoundMethod(func: Value, self: Value): BoundMethod {
  const method = alloc(BoundMethod);
  method.func = func;
  method.self = self;
  return method;
}

/** What `attribute`, found on the class `type`, gives for `object`. */
export function bindAttribute(attribute: Value, object: Value, type: Type): Value {
  if (!isRef(attribute)) return attribute;
  switch (kindOf(attribute)) {
    case kind(PyFunction):
    case kind(StableFunction):
      return newBoundMethod(attribute, object);
    case kind(Builtin):
      return isNil((attribute as Builtin).owner) ? attribute : newBoundMethod(attribute, object);
    case kind(StaticMethod):
      return (attribute as StaticMethod).func;
    case kind(ClassMethod):
      return newBoundMethod((attribute as ClassMethod).func, type);
    case kind(Property):
      return readProperty(attribute as Property, object);
    case kind(NativeAttribute):
      return (attribute as NativeAttribute).getter(object);
    case kind(SlotDescriptor): {
      const name = (attribute as SlotDescriptor).name;
      const found = ownAttribute(object, name);
      if (found === ERROR) throw attributeErrorFor(object, name);
      return found;
    }
    case kind(Instance):
      if (hasPythonGet(attribute)) return callMethod2(attribute, literal("__get__"), object, type);
      return attribute;
    default:
      return attribute;
  }
}

function readProperty(property: Property, object: Value): Value {
  if (property.getter === NONE) throw noAccessor(property, object, literal("getter"));
  return call1(property.getter, object);
}

/** `property 'x' of 'C' object has no setter`. */
export function noAccessor(property: Property, object: Value, what: Name): PyException {
  const name = property.name;
  if (name === NONE) return attributeError(format2(literal("property of '%t' object has no %s"), object, what), object, NONE);
  return attributeError(format3(literal("property '%s' of '%t' object has no %s"), name, object, what), object, name);
}

/** An attribute of the object itself, without its class: ERROR (nothing pending) when absent. */
export function ownAttribute(object: Value, name: Name): Value {
  const shape = shapeOf(object);
  if (!isNil(shape)) {
    if (shape.tuned === SHAPE_DICTIONARY) return dictGetName(overflowOf(object).items[0] as Dict, name);
    const slot = shapeSlot(shape, name);
    return slot < 0 ? ERROR : readSlot(object, shape, slot);
  }
  if (!isRef(object)) return ERROR;
  switch (kindOf(object)) {
    case kind(Module):
      return dictGetName((object as Module).namespace, name);
    case kind(PyFunction):
    case kind(StableFunction): {
      const attributes = (object as PyFunction).attributes;
      return isNil(attributes) ? ERROR : dictGetName(attributes, name);
    }
    case kind(Type):
      return classAttribute(object as Type, name);
    default:
      return ERROR;
  }
}

/** `Class.name`: what the class and its bases define, bound to no instance. */
function classAttribute(type: Type, name: Name): Value {
  const found = lookupAttribute(type, type.version, name);
  if (!isRef(found)) return found;
  switch (kindOf(found)) {
    case kind(StaticMethod):
      return (found as StaticMethod).func;
    case kind(ClassMethod):
      return newBoundMethod((found as ClassMethod).func, type);
    case kind(Instance):
      if (hasPythonGet(found)) return callMethod2(found, literal("__get__"), NONE, type);
      return found;
    default:
      return found;
  }
}

/** `object.name` by the default rules; ERROR (nothing pending) when absent. */
export function plainAttribute(object: Value, name: Name): Value {
  if (isA(object, Super)) return superObjectAttribute(object as Super, name);
  const type = typeOf(object);
  const found = lookupAttribute(type, type.version, name);
  if (found !== ERROR && isDataDescriptor(found)) return bindAttribute(found, object, type);
  const own = ownAttribute(object, name);
  if (own !== ERROR || errorPending()) return own;
  return found === ERROR ? ERROR : bindAttribute(found, object, type);
}

/** `object.name` with Python's hooks; ERROR (nothing pending) when absent. */
export const getAttributeOrError = residual(function (object: Value, name: Name): Value {
  const type = typeOf(object);
  if ((type.flags & (TYPE_GETATTR | TYPE_GETATTRIBUTE)) === 0) {
    const found = attempt(plainAttribute(object, name));
    if (found === ERROR && errorPending()) return swallowAttributeError();
    return found;
  }
  const hooked = attempt(hookedAttribute(object, type, name));
  if (hooked === ERROR && errorPending()) return swallowAttributeError();
  return hooked;
});

/** The pending error goes on unless it is an AttributeError. */
function swallowAttributeError(): Value {
  const e = takeError();
  if (isError(e, ExceptionTypes.attributeError)) return ERROR;
  throw e;
}

function hookedAttribute(object: Value, type: Type, name: Name): Value {
  let found: Value = ERROR;
  if ((type.flags & TYPE_GETATTRIBUTE) !== 0) found = attempt(callMethod1(object, literal("__getattribute__"), name));
  else found = attempt(plainAttribute(object, name));
  if (found !== ERROR) return found;
  if (errorPending()) {
    const e = takeError();
    if ((type.flags & TYPE_GETATTR) === 0 || !isError(e, ExceptionTypes.attributeError)) throw e;
  } else if ((type.flags & TYPE_GETATTR) === 0) throw attributeErrorFor(object, name);
  return callMethod1(object, literal("__getattr__"), name);
}

/** `object.name`. @throws AttributeError */
export const getAttribute = residual(function (object: Value, name: Name): Value {
  const type = typeOf(object);
  if ((type.flags & (TYPE_GETATTR | TYPE_GETATTRIBUTE)) !== 0) return hookedAttribute(object, type, name);
  const found = plainAttribute(object, name);
  if (found === ERROR) {
    if (isA(object, Module)) {
      const hook = dictGetName((object as Module).namespace, literal("__getattr__"));
      if (hook !== ERROR) return call1(hook, name);
      throw attributeError(format2(literal("module '%s' has no attribute '%s'"), (object as Module).name, name), object, name);
    }
    throw attributeErrorFor(object, name);
  }
  return found;
});

// ── Stores ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `object.name = value`; `value` ERROR deletes. */
export const setAttribute = residual(function (object: Value, name: Name, value: Value): void {
  const type = typeOf(object);
  if (value === ERROR) {
    if ((type.flags & TYPE_DELATTR) !== 0) callMethod1(object, literal("__delattr__"), name);
    else setPlainAttribute(object, name, ERROR);
  } else if ((type.flags & TYPE_SETATTR) !== 0) callMethod2(object, literal("__setattr__"), name, value);
  else setPlainAttribute(object, name, value);
});

export function deleteAttribute(object: Value, name: Name): void {
  setAttribute(object, name, ERROR);
}

/** The default rules: what `object.__setattr__` and `object.__delattr__` do. */
export function setPlainAttribute(object: Value, name: Name, value: Value): void {
  if (isA(object, Type)) {
    setClassAttribute(object as Type, name, value);
    return;
  }
  const type = typeOf(object);
  const found = lookupAttribute(type, type.version, name);
  if (found !== ERROR && isDataDescriptor(found) && !isA(found, SlotDescriptor)) {
    storeThrough(found, object, name, value);
    return;
  }
  const shape = shapeOf(object);
  if (!isNil(shape)) {
    storeInShape(object, shape, found, name, value);
    return;
  }
  if (isA(object, Module)) storeInDict((object as Module).namespace, object, name, value);
  else if (isA(object, PyFunction)) {
    const f = object as PyFunction;
    if (isNil(f.attributes)) f.attributes = newDict();
    storeInDict(f.attributes, object, name, value);
  } else throw readOnlyAttribute(object, found, name);
}

function storeInDict(dict: Dict, object: Value, name: Name, value: Value): void {
  if (value !== ERROR) dictSetName(dict, name, value);
  else if (dictDelete(dict, name) === 0) throw attributeErrorFor(object, name);
}

function readOnlyAttribute(object: Value, found: Value, name: Name): PyException {
  if (found !== ERROR) return attributeError(format2(literal("'%t' object attribute '%s' is read-only"), object, name), object, name);
  return attributeError(
    format2(literal("'%t' object has no attribute '%s' and no __dict__ for setting new attributes"), object, name),
    object,
    name,
  );
}

function storeThrough(descriptor: Value, object: Value, name: Name, value: Value): void {
  if (isA(descriptor, Property)) {
    const property = descriptor as Property;
    if (value === ERROR) {
      if (property.deleter === NONE) throw noAccessor(property, object, literal("deleter"));
      call1(property.deleter, object);
      return;
    }
    if (property.setter === NONE) throw noAccessor(property, object, literal("setter"));
    call2(property.setter, object, value);
    return;
  }
  if (isA(descriptor, NativeAttribute)) {
    const native = descriptor as NativeAttribute;
    if (isNil(native.setter)) {
      throw attributeError(format2(literal("attribute '%s' of '%s' objects is not writable"), name, native.owner.name), object, name);
    }
    native.setter(object, value);
    return;
  }
  const type = typeOf(descriptor);
  const hook = lookupAttribute(type, type.version, value === ERROR ? literal("__delete__") : literal("__set__"));
  if (hook === ERROR) {
    throw attributeError(value === ERROR ? literal("__delete__") : literal("__set__"), descriptor, name);
  }
  if (value === ERROR) call2(hook, descriptor, object);
  else call3(hook, descriptor, object, value);
}

function storeInShape(object: Value, shape: Shape, found: Value, name: Name, value: Value): void {
  if (shape.tuned === SHAPE_DICTIONARY && !isA(found, SlotDescriptor)) {
    storeInDict(overflowOf(object).items[0] as Dict, object, name, value);
    return;
  }
  const slot = shapeSlot(shape, name);
  if (value === ERROR) {
    if (slot < 0 || readSlot(object, shape, slot) === ERROR) throw attributeErrorFor(object, name);
    writeSlot(object, shape, slot, ERROR);
    return;
  }
  if (slot >= 0) {
    writeSlot(object, shape, slot, value);
    return;
  }
  const type = shape.type;
  const next = shapeAfterStore(shape, type.version, name);
  if (isNil(next)) throw readOnlyAttribute(object, found, name);
  addSlot(object, next, value);
}

function setClassAttribute(type: Type, name: Name, value: Value): void {
  if ((type.flags & TYPE_HEAP) === 0) {
    throw typeError(format2(literal("cannot set '%s' attribute of immutable type '%s'"), name, type.name));
  }
  const metaclass = type.metaclass;
  const found = lookupAttribute(metaclass, metaclass.version, name);
  if (found !== ERROR && isDataDescriptor(found)) {
    storeThrough(found, type, name, value);
    return;
  }
  if (value !== ERROR) {
    setTypeAttribute(type, name, value);
    return;
  }
  if (dictDelete(type.dict, name) === 0) throw attributeErrorFor(type, name);
  typeChanged(type);
}

/** The dict behind `object.__dict__`; the object's attributes live in it from now on. */
export function instanceDict(object: Value): Dict {
  if (isA(object, Module)) return (object as Module).namespace;
  if (isA(object, PyFunction)) {
    const f = object as PyFunction;
    if (isNil(f.attributes)) f.attributes = newDict();
    return f.attributes;
  }
  const shape = shapeOf(object);
  if (isNil(shape) || (shape.type.flags & TYPE_HAS_DICT) === 0) throw attributeErrorFor(object, literal("__dict__"));
  if (shape.tuned !== SHAPE_DICTIONARY) becomeDictionary(object, shape);
  return overflowOf(object).items[0] as Dict;
}
