/**
 * Shapes (hidden classes): which slot of an instance holds which attribute.
 *
 * Invariants: a shape never changes but for its list of children; an instance moves along the tree of its root only; the number of inline
 * slots is that of the root. The first root of a class guesses it; when the first `__init__` has run, `tuneShape` makes a root that
 * fits, and `growInline` a larger one when an instance later overflows. Instances of older roots stay valid.
 */

import type { bool, i32 } from "../../toolkit/define/mod.ts";
import { alloc, ERROR, globals, isA, isNil, kind, kindOf, NIL, pure, refAddress, type Value, writable } from "../../toolkit/define/mod.ts";
import {
  DictInstance,
  Instance,
  INSTANCE_PLAIN,
  IntBuffer,
  ListInstance,
  type Name,
  PyException,
  Shape,
  SHAPE_DICTIONARY,
  SlotDescriptor,
  type Type,
  TYPE_GETATTRIBUTE,
  TYPE_HAS_DICT,
  TYPE_SETATTR,
  ValueBuffer,
  ValueInstance,
} from "./objects.ts";
import { copyTail } from "../../toolkit/define/mod.ts";
import { lookupAttribute, shapeOf } from "./types.ts";
import { dictSetName, newDict } from "./dict.ts";
import { isDataDescriptor, isMethodLike } from "./descriptors.ts";

@globals()
class ShapeCache {
  /** Direct-mapped cache of `loadSlot`: shape, version, name, slot. */
  static readonly keys: IntBuffer;
}

const CACHE_ENTRIES = 2048;
const FIRST_INLINE_SLOTS = 8;
/** More attributes than this stay in `overflow`. */
const MAX_INLINE_SLOTS = 64;

export function bootShapes(): void {
  writable(ShapeCache).keys = alloc(IntBuffer, CACHE_ENTRIES * 4);
}

/** The empty shape of a class. */
export function newRootShape(type: Type, inlineSlots: i32, tuned: i32): Shape {
  const shape = alloc(Shape, 0);
  shape.type = type;
  shape.inlineSlots = inlineSlots;
  shape.tuned = tuned;
  return shape;
}

/** The first shape of a new class; only plain instances have inline slots. */
export function firstShape(type: Type): Shape {
  const plain = type.instanceKind === INSTANCE_PLAIN;
  return newRootShape(type, plain ? FIRST_INLINE_SLOTS : 0, plain ? 0 : 1);
}

/** Number of the slot that holds `name`, or -1. */
export const shapeSlot = pure(function (shape: Shape, name: Name): i32 {
  const count = shape.length;
  for (let i: i32 = 0; i < count; i++) if (shape.names[i] === name) return i;
  return -1;
});

/** Slot of an attribute that no data descriptor of the class hides (a `__slots__` member is fine), or -1. */
function visibleSlot(shape: Shape, version: i32, name: Name): i32 {
  const slot = shapeSlot(shape, name);
  if (slot < 0) return -1;
  const attribute = lookupAttribute(shape.type, version, name);
  return attribute !== ERROR && !isA(attribute, SlotDescriptor) && isDataDescriptor(attribute) ? -1 : slot;
}

/** Position in the cache of what is known about a shape, version and key (the name's address, plus 1 for stores). */
function cacheAt(shape: Shape, version: i32, key: i32): i32 {
  return 4 * (((refAddress(shape) >> 3) ^ (key >> 2) ^ (key << 7) ^ version) & (CACHE_ENTRIES - 1));
}

function isCached(at: i32, shape: Shape, version: i32, key: i32): bool {
  const keys = ShapeCache.keys;
  return keys.items[at] === refAddress(shape) && keys.items[at + 1] === version && keys.items[at + 2] === key;
}

function putInCache(at: i32, shape: Shape, version: i32, key: i32, slot: i32): i32 {
  const keys = ShapeCache.keys;
  keys.items[at] = refAddress(shape);
  keys.items[at + 1] = version;
  keys.items[at + 2] = key;
  keys.items[at + 3] = slot;
  return slot;
}

/** Slot from which `object.name` is simply read, or -1: ask the class. Depends on the shape and its type's version. */
export const loadSlot = pure(function (shape: Shape, version: i32, name: Name): i32 {
  const key = refAddress(name);
  const at = cacheAt(shape, version, key);
  if (isCached(at, shape, version, key)) return ShapeCache.keys.items[at + 3];
  return findLoadSlot(at, shape, version, name);
});

function findLoadSlot(at: i32, shape: Shape, version: i32, name: Name): i32 {
  const hooked = (shape.type.flags & TYPE_GETATTRIBUTE) !== 0;
  return putInCache(at, shape, version, refAddress(name), hooked ? -1 : visibleSlot(shape, version, name));
}

/** Slot that `object.name = …` simply overwrites, or -1: the attribute is new, -2: the class has a say. */
export const storeSlot = pure(function (shape: Shape, version: i32, name: Name): i32 {
  const key = refAddress(name) + 1;
  const at = cacheAt(shape, version, key);
  if (isCached(at, shape, version, key)) return ShapeCache.keys.items[at + 3];
  return findStoreSlot(at, shape, version, name);
});

function findStoreSlot(at: i32, shape: Shape, version: i32, name: Name): i32 {
  let slot = visibleSlot(shape, version, name);
  if ((shape.type.flags & TYPE_SETATTR) !== 0) slot = -2;
  else if (slot < 0 && isNil(shapeAfterStore(shape, version, name))) slot = -2;
  return putInCache(at, shape, version, refAddress(name) + 1, slot);
}

/** What `object.name(…)` calls with the object as first argument: a function of the class that nothing hides; else ERROR. */
export const instanceMethod = pure(function (shape: Shape, version: i32, name: Name): Value {
  if (shape.tuned === SHAPE_DICTIONARY || (shape.type.flags & TYPE_GETATTRIBUTE) !== 0) return ERROR;
  const found = lookupAttribute(shape.type, version, name);
  if (!isMethodLike(found)) return ERROR;
  return shapeSlot(shape, name) >= 0 ? ERROR : found;
});

/** The shape after adding `name`, made when it is the first time. */
function childShape(shape: Shape, name: Name): Shape {
  const count = shape.length;
  let child = shape.firstChild;
  while (!isNil(child)) {
    if (child.names[count] === name) return child;
    child = child.sibling;
  }
  const made = alloc(Shape, count + 1);
  made.type = shape.type;
  made.inlineSlots = shape.inlineSlots;
  made.tuned = shape.tuned;
  made.parent = shape;
  made.sibling = shape.firstChild;
  for (let i: i32 = 0; i < count; i++) made.names[i] = shape.names[i];
  made.names[count] = name;
  shape.firstChild = made;
  return made;
}

/**
 * Shape of an instance after `object.name = …` creates the attribute, or NIL where a descriptor or `__slots__` forbids it to be that
 * simple.
 */
export const shapeAfterStore = pure(function (shape: Shape, version: i32, name: Name): Shape {
  const attribute = lookupAttribute(shape.type, version, name);
  if (shape.tuned === SHAPE_DICTIONARY) return NIL;
  if (attribute !== ERROR && isDataDescriptor(attribute) && !isA(attribute, SlotDescriptor)) return NIL;
  if (!isA(attribute, SlotDescriptor) && (shape.type.flags & TYPE_HAS_DICT) === 0) return NIL;
  return childShape(shape, name);
});

// ── Instances ────────────────────────────────────────────────────────────────────────────────────────────────────────

export function allocateInstance(shape: Shape): Instance {
  const instance = alloc(Instance, shape.inlineSlots);
  instance.shape = shape;
  return instance;
}

/** After the first `__init__`: a root with as many inline slots as the instance has attributes. */
export function tuneShape(type: Type, instance: Value): void {
  if (!isA(instance, Instance)) return;
  const shape = (instance as Instance).shape;
  if (shape.type !== type || type.instanceShape.tuned !== 0) return;
  const count = shape.length;
  type.instanceShape = newRootShape(type, count > MAX_INLINE_SLOTS ? MAX_INLINE_SLOTS : count, 1);
}

function growInline(type: Type, count: i32): void {
  const root = type.instanceShape;
  if (isNil(root) || root.inlineSlots >= count || count > MAX_INLINE_SLOTS || type.instanceKind !== INSTANCE_PLAIN) return;
  type.instanceShape = newRootShape(type, count + (count >> 1), 1);
}

export function overflowOf(object: Value): ValueBuffer {
  switch (kindOf(object)) {
    case kind(Instance):
      return (object as Instance).overflow;
    case kind(PyException):
      return (object as PyException).overflow;
    case kind(ListInstance):
      return (object as ListInstance).overflow;
    case kind(DictInstance):
      return (object as DictInstance).overflow;
    case kind(ValueInstance):
      return (object as ValueInstance).overflow;
    default:
      return NIL;
  }
}

function setOverflow(object: Value, buffer: ValueBuffer): void {
  switch (kindOf(object)) {
    case kind(Instance):
      (object as Instance).overflow = buffer;
      break;
    case kind(PyException):
      (object as PyException).overflow = buffer;
      break;
    case kind(ListInstance):
      (object as ListInstance).overflow = buffer;
      break;
    case kind(DictInstance):
      (object as DictInstance).overflow = buffer;
      break;
    case kind(ValueInstance):
      (object as ValueInstance).overflow = buffer;
      break;
  }
}

function setShape(object: Value, shape: Shape): void {
  switch (kindOf(object)) {
    case kind(Instance):
      (object as Instance).shape = shape;
      break;
    case kind(PyException):
      (object as PyException).shape = shape;
      break;
    case kind(ListInstance):
      (object as ListInstance).shape = shape;
      break;
    case kind(DictInstance):
      (object as DictInstance).shape = shape;
      break;
    case kind(ValueInstance):
      (object as ValueInstance).shape = shape;
      break;
  }
}

/** The value in a slot of an object with the given shape; ERROR when unset. */
export function readSlot(object: Value, shape: Shape, slot: i32): Value {
  if (slot < shape.inlineSlots) return (object as Instance).slots[slot];
  return overflowOf(object).items[slot - shape.inlineSlots];
}

export function writeSlot(object: Value, shape: Shape, slot: i32, value: Value): void {
  if (slot < shape.inlineSlots) (object as Instance).slots[slot] = value;
  else overflowOf(object).items[slot - shape.inlineSlots] = value;
}

/** Gives `object` (of the shape before) the attribute that `next` adds. */
export function addSlot(object: Value, next: Shape, value: Value): void {
  const slot = next.length - 1;
  if (slot >= next.inlineSlots) {
    const at = slot - next.inlineSlots;
    const old = overflowOf(object);
    if (isNil(old) || at >= old.length) {
      const bigger = alloc(ValueBuffer, at < 2 ? 4 : at * 2);
      if (!isNil(old)) copyTail(bigger.items, 0, old.items, 0, old.length);
      setOverflow(object, bigger);
      growInline(next.type, next.length);
    }
  }
  setShape(object, next);
  writeSlot(object, next, slot, value);
}

/** Makes `object` an instance of `type`, which has the same layout. */
export function changeClass(object: Value, type: Type): void {
  const shape = shapeOf(object);
  if (shape.tuned !== SHAPE_DICTIONARY) becomeDictionary(object, shape);
  if (isNil(type.dictionaryShape)) type.dictionaryShape = newRootShape(type, 0, SHAPE_DICTIONARY);
  setShape(object, type.dictionaryShape);
}

/** Moves all attributes to a dict: from now on `object.__dict__` is where they live. */
export function becomeDictionary(object: Value, shape: Shape): void {
  const dict = newDict();
  for (let i: i32 = 0; i < shape.length; i++) {
    const value = readSlot(object, shape, i);
    if (value !== ERROR) dictSetName(dict, shape.names[i], value);
  }
  const type = shape.type;
  if (isNil(type.dictionaryShape)) type.dictionaryShape = newRootShape(type, 0, SHAPE_DICTIONARY);
  const buffer = alloc(ValueBuffer, 1);
  buffer.items[0] = dict;
  setOverflow(object, buffer);
  setShape(object, type.dictionaryShape);
}
