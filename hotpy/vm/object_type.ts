/** The types `object` and `type` as Python sees them. */

import {
  alloc,
  boxI64,
  copyTail,
  ERROR,
  i32,
  i64,
  isA,
  isNil,
  type Layout,
  literal,
  NIL,
  slot,
  type Value,
  writable,
} from "../../toolkit/define/mod.ts";
import { identityHash, identityOf } from "../../toolkit/heap/mod.ts";
import {
  Dict,
  FALSE,
  INSTANCE_PLAIN,
  MappingProxy,
  type Name,
  NONE,
  NOT_IMPLEMENTED,
  Singletons,
  Str,
  TRUE,
  Tuple,
  Type,
  TYPE_HAS_DICT,
  TYPE_HEAP,
  Types,
} from "./objects.ts";
import { instanceDict, plainAttribute, setPlainAttribute } from "./attributes.ts";
import { call1, specialMethod } from "./calls.ts";
import { instantiate, makeClass, newFunction, newObject, refuseArguments } from "./classes.ts";
import { dictGetName, dictSetName, newDict } from "./dict.ts";
import { attributeErrorFor, typeError } from "./exceptions.ts";
import { listAppend, listCopy, newList } from "./list_methods.ts";
import { format1, format2, intern } from "./messages.ts";
import { attribute, classMethodVar, constructorVar, method1, method2, method3, methodVar, staticMethodVar } from "./native.ts";
import { reprOf, strOf, truthy } from "./protocols.ts";
import { addChar, finish, newBuilder } from "./str_builder.ts";
import { ANNOTATION_VALUES } from "./functions.ts";
import { changeClass } from "./shapes.ts";
import { isSubtype, lookupAttribute, setTypeAttribute, shapeOf, typeOf } from "./types.ts";

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `0x7f…`: the identity of an object in hexadecimal. */
export function hexIdentity(v: Value): Str {
  const id: i64 = identityOf(v as Layout);
  const out = newBuilder(20);
  addChar(out, 48);
  addChar(out, 120);
  let shift: i64 = 44n;
  let started = false;
  while (shift >= 0n) {
    const digit = i32((id >> shift) & 15n);
    if (digit !== 0 || shift === 0n) started = true;
    if (started) addChar(out, digit < 10 ? 48 + digit : 87 + digit);
    shift -= 4n;
  }
  return finish(out);
}

/** `module.qualname` of a type as reprs write it: built-in ones without module. */
export function fullTypeName(type: Type): Str {
  const module = typeModule(type);
  if (!isA(module, Str) || module === literal("builtins")) return strOf(type.qualname);
  return format2(literal("%s.%s"), module, strOf(type.qualname));
}

/** `type.__module__`. */
/** Assigning `__class__`: both classes are made by Python and keep attributes in a dict. */
function setObjectClass(self: Value, value: Value): void {
  if (!isA(value, Type)) throw typeError(format1(literal("__class__ must be set to a class, not '%t' object"), value));
  const type = value as Type, old = typeOf(self);
  if (type === old) return;
  if ((type.flags & old.flags & TYPE_HEAP) === 0 || isNil(shapeOf(self))) {
    throw typeError(literal("__class__ assignment only supported for mutable types or ModuleType subclasses"));
  }
  if (type.instanceKind !== old.instanceKind || (type.flags & old.flags & TYPE_HAS_DICT) === 0) {
    throw typeError(format2(literal("__class__ assignment: '%s' object layout differs from '%s'"), type.name, old.name));
  }
  changeClass(self, type);
}

function typeModule(self: Value): Value {
  const type = self as Type;
  const own = dictGetName(type.dict, literal("__module__"));
  if (own !== ERROR && isA(own, Str)) return own;
  return (type.flags & TYPE_HEAP) !== 0 ? own === ERROR ? NONE : own : literal("builtins");
}

function setTypeModule(self: Value, value: Value): void {
  setTypeAttribute(self as Type, literal("__module__"), value);
}

/** `__annotations__` of a class: asked of its `__annotate__` when first read. */
function typeAnnotations(self: Value): Value {
  const type = self as Type;
  if ((type.flags & TYPE_HEAP) === 0) throw attributeErrorFor(type, literal("__annotations__"));
  const own = dictGetName(type.dict, literal("__annotations__"));
  if (own !== ERROR) return own;
  const known = dictGetName(type.dict, literal("__annotations_cache__"));
  if (known !== ERROR) return known;
  const annotate = typeAnnotate(self);
  const made: Value = annotate === NONE ? newDict() : call1(annotate, boxI64(ANNOTATION_VALUES));
  dictSetName(type.dict, literal("__annotations_cache__"), made);
  return made;
}

function setTypeAnnotations(self: Value, value: Value): void {
  setTypeAttribute(self as Type, literal("__annotations_cache__"), value);
}

function typeAnnotate(self: Value): Value {
  const found = dictGetName((self as Type).dict, literal("__annotate_func__"));
  return found === ERROR ? NONE : found;
}

function setTypeAnnotate(self: Value, value: Value): void {
  setTypeAttribute(self as Type, literal("__annotate_func__"), value);
}

/** `<__main__.Point object at 0x…>` */
export function objectRepr(self: Value): Value {
  return format2(literal("<%s object at %s>"), fullTypeName(typeOf(self)), hexIdentity(self));
}

function typeRepr(self: Value): Value {
  return format1(literal("<class '%s'>"), fullTypeName(self as Type));
}

// ── object ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export function objectHash(self: Value): i64 {
  return i64(identityHash(self as Layout));
}

function objectHashMethod(self: Value): Value {
  return boxI64(objectHash(self));
}

function objectReprMethod(self: Value): Value {
  return objectRepr(self);
}

function objectStr(self: Value): Value {
  return reprOf(self);
}

function objectEquals(self: Value, other: Value): Value {
  return self === other ? TRUE : NOT_IMPLEMENTED;
}

function objectNotEquals(self: Value, other: Value): Value {
  const method = specialMethod(self, literal("__eq__"));
  const result = call1(method, other);
  if (result === NOT_IMPLEMENTED) return result;
  return truthy(result) !== 0 ? FALSE : TRUE;
}

function objectOrder(self: Value, other: Value): Value {
  return NOT_IMPLEMENTED;
}

function objectFormat(self: Value, specification: Value): Value {
  if (isA(specification, Str) && (specification as Str).length === 0) return strOf(self);
  throw typeError(format1(literal("unsupported format string passed to %t.__format__"), self));
}

function objectInit(args: Tuple, names: Tuple): Value {
  if (args.length > 1) {
    const type = typeOf(args.items[0]);
    const init = lookupAttribute(type, type.version, literal("__init__"));
    if (init !== Singletons.objectInit) {
      throw typeError(literal("object.__init__() takes exactly one argument (the instance to initialize)"));
    }
    if (newFunction(type) === Singletons.objectNew) {
      throw typeError(format1(literal("%s.__init__() takes exactly one argument (the instance to initialize)"), type.name));
    }
  }
  return NONE;
}

function objectNew(args: Tuple, names: Tuple): Value {
  if (args.length === 0) throw typeError(literal("object.__new__(): not enough arguments"));
  if (!isA(args.items[0], Type)) throw typeError(format1(literal("object.__new__(X): X is not a type object (%t)"), args.items[0]));
  const type = args.items[0] as Type;
  const rest = args.length === 1 ? Singletons.emptyTuple : alloc(Tuple, args.length - 1);
  if (args.length > 1) copyTail(rest.items, 0, args.items, 1, args.length - 1);
  if (args.length > 1 && type.instanceKind === INSTANCE_PLAIN) {
    if (newFunction(type) !== Singletons.objectNew) {
      throw typeError(literal("object.__new__() takes exactly one argument (the type to instantiate)"));
    }
    if (lookupAttribute(type, type.version, literal("__init__")) === Singletons.objectInit) throw refuseArguments(type);
  }
  return newObject(type, rest);
}

function objectGetAttribute(self: Value, name: Value): Value {
  if (!isA(name, Str)) throw typeError(format1(literal("attribute name must be string, not '%t'"), name));
  return plainOrError(self, intern(name as Str));
}

/** Attribute lookup without hooks. @throws AttributeError */
function plainOrError(self: Value, name: Name): Value {
  const found = plainAttribute(self, name);
  if (found === ERROR) throw attributeErrorFor(self, name);
  return found;
}

function objectSetAttribute(self: Value, name: Value, value: Value): Value {
  if (!isA(name, Str)) throw typeError(format1(literal("attribute name must be string, not '%t'"), name));
  setPlainAttribute(self, intern(name as Str), value);
  return NONE;
}

function objectDelAttribute(self: Value, name: Value): Value {
  if (!isA(name, Str)) throw typeError(format1(literal("attribute name must be string, not '%t'"), name));
  setPlainAttribute(self, intern(name as Str), ERROR);
  return NONE;
}

function objectClass(self: Value): Value {
  return typeOf(self);
}

function objectDict(self: Value): Value {
  if (isA(self, Type)) {
    const proxy = alloc(MappingProxy);
    proxy.dict = (self as Type).dict;
    return proxy;
  }
  return instanceDict(self);
}

function objectInitSubclass(args: Tuple, names: Tuple): Value {
  if (args.length > 1) {
    throw typeError(format1(literal("%s.__init_subclass__() takes no keyword arguments"), args.items[0]));
  }
  return NONE;
}

export function bootObjectType(): void {
  const t = Types.object;
  writable(Singletons).objectInit = methodVar(t, literal("__init__"), slot(objectInit));
  writable(Singletons).objectNew = staticMethodVar(t, literal("__new__"), slot(objectNew));
  writable(Singletons).objectEquals = method2(t, literal("__eq__"), 2, slot(objectEquals));
  writable(Singletons).objectNotEquals = method2(t, literal("__ne__"), 2, slot(objectNotEquals));
  writable(Singletons).objectHash = method1(t, literal("__hash__"), slot(objectHashMethod));
  writable(Singletons).objectGetAttribute = method2(t, literal("__getattribute__"), 2, slot(objectGetAttribute));
  method2(t, literal("__lt__"), 2, slot(objectOrder));
  method2(t, literal("__le__"), 2, slot(objectOrder));
  method2(t, literal("__gt__"), 2, slot(objectOrder));
  method2(t, literal("__ge__"), 2, slot(objectOrder));
  method3(t, literal("__setattr__"), 3, slot(objectSetAttribute));
  method2(t, literal("__delattr__"), 2, slot(objectDelAttribute));
  method1(t, literal("__repr__"), slot(objectReprMethod));
  writable(Singletons).objectStr = method1(t, literal("__str__"), slot(objectStr));
  writable(Singletons).objectFormat = method2(t, literal("__format__"), 2, slot(objectFormat));
  classMethodVar(t, literal("__init_subclass__"), slot(objectInitSubclass));
  attribute(t, literal("__class__"), slot(objectClass), slot(setObjectClass));
  attribute(t, literal("__dict__"), slot(objectDict), NIL);
}

// ── type ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `type(x)`, `type(name, bases, dict)` and `type.__new__(metaclass, …)`. */
function typeNew(args: Tuple, names: Tuple): Value {
  const keywords: i32 = isNil(names) ? 0 : names.length;
  const positional = args.length - keywords;
  if (positional === 2 && keywords === 0 && args.items[0] === (Types.type_ as Value)) return typeOf(args.items[1]);
  if (positional !== 4) throw typeError(literal("type() takes 1 or 3 arguments"));
  const name = args.items[1], bases = args.items[2], dict = args.items[3];
  if (!isA(name, Str)) throw typeError(format1(literal("type.__new__() argument 1 must be str, not %t"), name));
  if (!isA(bases, Tuple)) throw typeError(format1(literal("type.__new__() argument 2 must be tuple, not %t"), bases));
  if (!isA(dict, Dict)) throw typeError(format1(literal("type.__new__() argument 3 must be dict, not %t"), dict));
  const rest = alloc(Tuple, args.length - 1);
  copyTail(rest.items, 0, args.items, 1, args.length - 1);
  return makeClass(args.items[0] as Type, name as Str, bases as Tuple, dict as Dict, rest, names);
}

function typeInit(args: Tuple, names: Tuple): Value {
  return NONE;
}

function typeCall(args: Tuple, names: Tuple): Value {
  const rest = alloc(Tuple, args.length - 1);
  copyTail(rest.items, 0, args.items, 1, args.length - 1);
  return instantiate(args.items[0] as Type, rest, names);
}

function typeName(self: Value): Value {
  return (self as Type).name;
}

function setTypeName(self: Value, value: Value): void {
  if (!isA(value, Str)) {
    throw typeError(format2(literal("can only assign string to %s.__name__, not '%t'"), (self as Type).name, value));
  }
  (self as Type).name = intern(value as Str);
}

function typeQualname(self: Value): Value {
  return (self as Type).qualname;
}

function setTypeQualname(self: Value, value: Value): void {
  (self as Type).qualname = value;
}

function typeBases(self: Value): Value {
  return (self as Type).bases;
}

function typeBase(self: Value): Value {
  const base = (self as Type).base;
  return isNil(base) ? NONE : base;
}

function typeMro(self: Value): Value {
  return (self as Type).mro;
}

function typeMroMethod(self: Value): Value {
  const mro = (self as Type).mro;
  const out = newList(mro.length);
  for (let i: i32 = 0; i < mro.length; i++) listAppend(out, mro.items[i]);
  return out;
}

function typeSubclasses(self: Value): Value {
  return listCopy((self as Type).subclasses);
}

function typeInstanceCheck(self: Value, v: Value): Value {
  return isSubtype(typeOf(v), self as Type) ? TRUE : FALSE;
}

function typeSubclassCheck(self: Value, v: Value): Value {
  return isA(v, Type) && isSubtype(v as Type, self as Type) ? TRUE : FALSE;
}

export function bootTypeType(): void {
  const t = Types.type_;
  t.tpRepr = slot(typeRepr);
  constructorVar(t, slot(typeNew));
  methodVar(t, literal("__init__"), slot(typeInit));
  methodVar(t, literal("__call__"), slot(typeCall));
  attribute(t, literal("__name__"), slot(typeName), slot(setTypeName));
  attribute(t, literal("__qualname__"), slot(typeQualname), slot(setTypeQualname));
  attribute(t, literal("__module__"), slot(typeModule), slot(setTypeModule));
  attribute(t, literal("__annotations__"), slot(typeAnnotations), slot(setTypeAnnotations));
  attribute(t, literal("__annotate__"), slot(typeAnnotate), slot(setTypeAnnotate));
  attribute(t, literal("__bases__"), slot(typeBases), NIL);
  attribute(t, literal("__base__"), slot(typeBase), NIL);
  attribute(t, literal("__mro__"), slot(typeMro), NIL);
  attribute(t, literal("__dict__"), slot(objectDict), NIL);
  method1(t, literal("mro"), slot(typeMroMethod));
  method1(t, literal("__subclasses__"), slot(typeSubclasses));
  method2(t, literal("__instancecheck__"), 2, slot(typeInstanceCheck));
  method2(t, literal("__subclasscheck__"), 2, slot(typeSubclassCheck));
}
