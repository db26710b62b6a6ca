/**
 * Types: the type of a value, attribute lookup through the MRO, versions, creation (C3, best base, inheritance of native slots).
 *
 * Invariant: `Type.version` is unique among all types and changes, for a type and everything below it, with every change of its dict,
 * so `lookupAttribute(type, version, name)` depends on its arguments alone and traces fold it. (Language reference 3.3.3; C3 as in
 * Barrett et al., "A monotonic superclass linearization for Dylan", 1996.)
 */

import type { bool, i32 } from "../../toolkit/define/mod.ts";
import {
  alloc,
  ERROR,
  globals,
  isA,
  isFloat,
  isInt,
  isNil,
  isRef,
  kind,
  kindOf,
  literal,
  NIL,
  promote,
  pure,
  refAddress,
  specialOf,
  type Value,
  writable,
} from "../../toolkit/define/mod.ts";
import {
  Builtin,
  type Dict,
  DictInstance,
  DictIterator,
  DictView,
  Instance,
  INSTANCE_PLAIN,
  IntBuffer,
  ListInstance,
  type Name,
  PyException,
  type Shape,
  Singletons,
  Tuple,
  Type,
  TYPE_BASE,
  TYPE_DELATTR,
  TYPE_EXCEPTION,
  TYPE_GETATTR,
  TYPE_GETATTRIBUTE,
  TYPE_HAS_DICT,
  TYPE_HEAP,
  TYPE_METACLASS,
  TYPE_SETATTR,
  Types,
  TypeTable,
  ValueBuffer,
  ValueInstance,
  VIEW_ITEMS,
  VIEW_KEYS,
} from "./objects.ts";
import { dictGetName, dictSetName, newDict } from "./dict.ts";
import { notSupported, typeError } from "./exceptions.ts";
import { listAppend, newList } from "./list_methods.ts";
import { format1, format2 } from "./messages.ts";
import { firstShape, newRootShape } from "./shapes.ts";

@globals()
class TypeState {
  /** Type by layout number, for layouts whose objects all have one type. */
  static readonly kinds: TypeTable;
  static nextVersion: i32;
  /** Direct-mapped cache of MRO lookups: version and name in `cacheKeys`, the result in `cacheValues`. */
  static readonly cacheKeys: IntBuffer;
  static readonly cacheValues: ValueBuffer;
}

const KINDS_SIZE = 768;
const CACHE_ENTRIES = 2048;

export function bootTypes(): void {
  writable(TypeState).kinds = alloc(TypeTable, KINDS_SIZE);
  writable(TypeState).cacheKeys = alloc(IntBuffer, CACHE_ENTRIES * 2);
  writable(TypeState).cacheValues = alloc(ValueBuffer, CACHE_ENTRIES);
  TypeState.nextVersion = 1;
}

/** Says that all objects of a layout have this type. */
export function setTypeOfKind(layoutNumber: i32, type: Type): void {
  TypeState.kinds.items[layoutNumber] = type;
}

// ── The type of a value ──────────────────────────────────────────────────────────────────────────────────────────────

const typeOfKind = pure(function (layoutNumber: i32): Type {
  return TypeState.kinds.items[layoutNumber];
});

const typeOfSpecial = pure(function (number: i32): Type {
  if (number === 1) return Types.none;
  if (number <= 3) return Types.bool;
  return number === 4 ? Types.notImplemented : Types.ellipsis;
});

/** `type(v)`. In a trace the layout becomes a constant, and so does the result, but for objects with a shape. */
export function typeOf(v: Value): Type {
  if (isRef(v)) {
    const k = promote(kindOf(v));
    switch (k) {
      case kind(Instance):
        return (v as Instance).shape.type;
      case kind(PyException):
        return (v as PyException).shape.type;
      case kind(ListInstance):
        return (v as ListInstance).shape.type;
      case kind(DictInstance):
        return (v as DictInstance).shape.type;
      case kind(ValueInstance):
        return (v as ValueInstance).shape.type;
      case kind(Type):
        return (v as Type).metaclass;
      case kind(Builtin):
        return isNil((v as Builtin).owner) ? Types.builtin : Types.methodDescriptor;
      case kind(DictView): {
        const what = (v as DictView).what;
        return what === VIEW_KEYS ? Types.dictKeys : what === VIEW_ITEMS ? Types.dictItems : Types.dictValues;
      }
      case kind(DictIterator): {
        const it = v as DictIterator;
        if (it.isSet !== 0) return Types.setIterator;
        return it.what === VIEW_KEYS ? Types.dictKeyIterator : it.what === VIEW_ITEMS ? Types.dictItemIterator : Types.dictValueIterator;
      }
      default:
        return typeOfKind(k);
    }
  }
  if (isInt(v)) return Types.int;
  if (isFloat(v)) return Types.float;
  return typeOfSpecial(specialOf(v));
}

/** The shape of an object that has one, else NIL. */
export function shapeOf(v: Value): Shape {
  if (!isRef(v)) return NIL;
  switch (kindOf(v)) {
    case kind(Instance):
      return (v as Instance).shape;
    case kind(PyException):
      return (v as PyException).shape;
    case kind(ListInstance):
      return (v as ListInstance).shape;
    case kind(DictInstance):
      return (v as DictInstance).shape;
    case kind(ValueInstance):
      return (v as ValueInstance).shape;
    default:
      return NIL;
  }
}

const isInMro = pure(function (type: Type, version: i32, base: Type): bool {
  const mro = type.mro;
  const count = mro.length;
  for (let i: i32 = 0; i < count; i++) if (mro.items[i] === base) return true;
  return false;
});

/** Is `type` the class `base` or derived from it. */
export function isSubtype(type: Type, base: Type): bool {
  return type === base || isInMro(type, type.version, base);
}

export function isInstance(v: Value, type: Type): bool {
  return isSubtype(typeOf(v), type);
}

// ── Attribute lookup ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The attribute `name` that instances of `type` inherit, by walking the MRO; ERROR (nothing pending) when there is none. */
export const lookupAttribute = pure(function (type: Type, version: i32, name: Name): Value {
  const slot = ((version * 31) ^ (refAddress(name) >> 3)) & (CACHE_ENTRIES - 1);
  const keys = TypeState.cacheKeys;
  if (keys.items[2 * slot] === version && keys.items[2 * slot + 1] === refAddress(name)) return TypeState.cacheValues.items[slot];
  return lookupAndCache(type, version, name, slot);
});

function lookupAndCache(type: Type, version: i32, name: Name, slot: i32): Value {
  const found = walkMro(type, name);
  const keys = TypeState.cacheKeys;
  keys.items[2 * slot] = version;
  keys.items[2 * slot + 1] = refAddress(name);
  TypeState.cacheValues.items[slot] = found;
  return found;
}

function walkMro(type: Type, name: Name): Value {
  const mro = type.mro;
  const count = mro.length;
  for (let i: i32 = 0; i < count; i++) {
    const found = dictGetName((mro.items[i] as Type).dict, name);
    if (found !== ERROR) return found;
  }
  return ERROR;
}

/** As `lookupAttribute`; in a trace the version is guarded. `type` should be a constant there (promoted). */
export function typeAttribute(type: Type, name: Name): Value {
  return lookupAttribute(type, promote(type.version), name);
}

/** Lookup that starts behind `after` in the MRO of `type`: `super()`. */
export const lookupAfter = pure(function (type: Type, version: i32, after: Type, name: Name): Value {
  const mro = type.mro;
  const count = mro.length;
  let i: i32 = 0;
  while (i < count && mro.items[i] !== after) i += 1;
  i += 1;
  while (i < count) {
    const found = dictGetName((mro.items[i] as Type).dict, name);
    if (found !== ERROR) return found;
    i += 1;
  }
  return ERROR;
});

/** Where in the MRO `name` is found: the type whose dict has it, or NIL. */
export function attributeOwner(type: Type, name: Name): Type {
  const mro = type.mro;
  const count = mro.length;
  for (let i: i32 = 0; i < count; i++) {
    const t = mro.items[i] as Type;
    if (dictGetName(t.dict, name) !== ERROR) return t;
  }
  return NIL;
}

/** Gives `type` and everything below it new versions; call after any change of its dict or bases. */
export function typeChanged(type: Type): void {
  type.version = TypeState.nextVersion;
  TypeState.nextVersion += 1;
  if ((type.flags & TYPE_HEAP) !== 0) setHookFlags(type);
  const below = type.subclasses;
  for (let i: i32 = 0; i < below.size; i++) typeChanged(below.items.items[i] as Type);
}

function overrides(type: Type, name: Name): bool {
  const owner = attributeOwner(type, name);
  return !isNil(owner) && (owner.flags & TYPE_HEAP) !== 0;
}

/** Which attribute hooks are defined in Python. */
function setHookFlags(type: Type): void {
  let flags = type.flags & ~(TYPE_GETATTR | TYPE_GETATTRIBUTE | TYPE_SETATTR | TYPE_DELATTR);
  if (overrides(type, literal("__getattr__"))) flags |= TYPE_GETATTR;
  if (overrides(type, literal("__getattribute__"))) flags |= TYPE_GETATTRIBUTE;
  if (overrides(type, literal("__setattr__"))) flags |= TYPE_SETATTR;
  if (overrides(type, literal("__delattr__"))) flags |= TYPE_DELATTR;
  type.flags = flags;
}

/** Stores in the dict of a type. */
export function setTypeAttribute(type: Type, name: Name, value: Value): void {
  dictSetName(type.dict, name, value);
  typeChanged(type);
}

// ── Creation ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function allocateType(name: Name, metaclass: Type, base: Type, dict: Dict): Type {
  const subclasses = newList(0);
  const type = alloc(Type);
  type.name = name;
  type.metaclass = metaclass;
  type.dict = dict;
  type.subclasses = subclasses;
  type.qualname = name;
  type.base = base;
  type.version = TypeState.nextVersion;
  TypeState.nextVersion += 1;
  return type;
}

/** Native slots and allocation of the base. */
function inherit(type: Type, base: Type): void {
  type.instanceKind = base.instanceKind;
  type.flags |= base.flags & (TYPE_EXCEPTION | TYPE_METACLASS | TYPE_HAS_DICT);
  type.tpBinary = base.tpBinary;
  type.tpInplace = base.tpInplace;
  type.tpUnary = base.tpUnary;
  type.tpCompare = base.tpCompare;
  type.tpBool = base.tpBool;
  type.tpLength = base.tpLength;
  type.tpHash = base.tpHash;
  type.tpRepr = base.tpRepr;
  type.tpStr = base.tpStr;
  type.tpFormat = base.tpFormat;
  type.tpGetItem = base.tpGetItem;
  type.tpSetItem = base.tpSetItem;
  type.tpDelItem = base.tpDelItem;
  type.tpContains = base.tpContains;
  type.tpIter = base.tpIter;
  type.tpNext = base.tpNext;
}

/** A built-in type: its base is NIL only for `object`. Its slots are those of the base until changed; its dict is empty. */
export function newBuiltinType(name: Name, base: Type): Type {
  const type = allocateType(name, Types.type_, base, newDict());
  type.flags = TYPE_BASE;
  if (isNil(base)) {
    const mro = alloc(Tuple, 1);
    mro.items[0] = type;
    type.mro = mro;
    type.bases = Singletons.emptyTuple;
  } else {
    inherit(type, base);
    const bases = alloc(Tuple, 1);
    bases.items[0] = base;
    type.bases = bases;
    type.mro = prepend(type, base.mro);
    listAppend(base.subclasses, type);
  }
  return type;
}

/** For types whose instances have a shape (`object`, the exceptions, and what Python derives). */
export function giveShape(type: Type): void {
  type.instanceShape = newRootShape(type, 0, 1);
}

function prepend(type: Type, tail: Tuple): Tuple {
  const mro = alloc(Tuple, tail.length + 1);
  mro.items[0] = type;
  for (let i: i32 = 0; i < tail.length; i++) mro.items[i + 1] = tail.items[i];
  return mro;
}

/** The base that decides layout and native behaviour. @throws TypeError when two bases ask for different layouts. */
function bestBase(bases: Tuple): Type {
  let best = bases.items[0] as Type;
  for (let i: i32 = 0; i < bases.length; i++) {
    if (!isA(bases.items[i], Type)) throw typeError(literal("bases must be types"));
    const base = bases.items[i] as Type;
    if ((base.flags & TYPE_BASE) === 0) throw typeError(format1(literal("type '%s' is not an acceptable base type"), base.name));
    if (base.instanceKind === 0) throw notSupported(format1(literal("subclasses of '%s'"), base.name));
    if (base.instanceKind === best.instanceKind || base.instanceKind === INSTANCE_PLAIN) {
      if (i > 0 && base.instanceKind === best.instanceKind && isSubtype(base, best)) best = base;
    } else if (best.instanceKind === INSTANCE_PLAIN) best = base;
    else throw typeError(literal("multiple bases have instance lay-out conflict"));
  }
  return best;
}

/** The most derived metaclass of `metaclass` and those of the bases. */
export function bestMetaclass(metaclass: Type, bases: Tuple): Type {
  let winner = metaclass;
  for (let i: i32 = 0; i < bases.length; i++) {
    const candidate = typeOf(bases.items[i]);
    if (isSubtype(winner, candidate)) continue;
    if (!isSubtype(candidate, winner)) {
      throw typeError(
        literal("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"),
      );
    }
    winner = candidate;
  }
  return winner;
}

/**
 * A class made by Python: `bases` is not empty, `dict` becomes the class's own. Fills in MRO, layout and hooks; `__set_name__` and
 * `__init_subclass__` are the caller's business (`classes.ts`).
 */
export function newHeapType(metaclass: Type, name: Name, bases: Tuple, dict: Dict): Type {
  const base = bestBase(bases);
  const type = allocateType(name, metaclass, base, dict);
  inherit(type, base);
  type.flags |= TYPE_HEAP | TYPE_BASE;
  for (let i: i32 = 0; i < bases.length; i++) type.flags |= (bases.items[i] as Type).flags & TYPE_HAS_DICT;
  type.bases = bases;
  type.mro = linearize(type, bases);
  for (let i: i32 = 0; i < bases.length; i++) listAppend((bases.items[i] as Type).subclasses, type);
  setHookFlags(type);
  type.instanceShape = firstShape(type);
  return type;
}

/** Does `candidate` occur in `mro` behind position `from`. */
function occursBehind(mro: Tuple, from: i32, candidate: Value): bool {
  for (let i = from + 1; i < mro.length; i++) if (mro.items[i] === candidate) return true;
  return false;
}

/** C3: merges the MROs of the bases and the list of the bases. */
function linearize(type: Type, bases: Tuple): Tuple {
  if (bases.length === 1) return prepend(type, (bases.items[0] as Type).mro);
  const lists = alloc(Tuple, bases.length + 1);
  const positions = alloc(IntBuffer, bases.length + 1);
  for (let i: i32 = 0; i < bases.length; i++) lists.items[i] = (bases.items[i] as Type).mro;
  lists.items[bases.length] = bases;
  const out = newList(8);
  listAppend(out, type);
  while (true) {
    let chosen: Value = ERROR;
    let left = false;
    for (let i: i32 = 0; i < lists.length && chosen === ERROR; i++) {
      const mro = lists.items[i] as Tuple;
      const at = positions.items[i];
      if (at >= mro.length) continue;
      left = true;
      const candidate = mro.items[at];
      let good = true;
      for (let k: i32 = 0; k < lists.length && good; k++) {
        if (occursBehind(lists.items[k] as Tuple, positions.items[k], candidate)) good = false;
      }
      if (good) chosen = candidate;
    }
    if (!left) break;
    if (chosen === ERROR) throw mroConflict(bases);
    listAppend(out, chosen);
    for (let i: i32 = 0; i < lists.length; i++) {
      const mro = lists.items[i] as Tuple;
      const at = positions.items[i];
      if (at < mro.length && mro.items[at] === chosen) positions.items[i] = at + 1;
    }
  }
  const mro = alloc(Tuple, out.size);
  for (let i: i32 = 0; i < out.size; i++) mro.items[i] = out.items.items[i];
  return mro;
}

function mroConflict(bases: Tuple): PyException {
  let names = (bases.items[0] as Type).name as Value;
  for (let i: i32 = 1; i < bases.length; i++) {
    if (i > 0 && occursBehind(bases, i, bases.items[i])) {
      return typeError(format1(literal("duplicate base class %s"), (bases.items[i] as Type).name));
    }
    names = format2(literal("%s, %s"), names, (bases.items[i] as Type).name);
  }
  return typeError(format1(literal("Cannot create a consistent method resolution order (MRO) for bases %s"), names));
}
