/**
 * Classes from Python: the `class` statement's work behind its body, `type(name, bases, dict)`, and instantiation in native code.
 *
 * `class` itself is run by the call bytecodes (the body is a guest frame whose `extra` word is the namespace); see `handlers_calls.ts`.
 * (Language reference 3.3.3.)
 */

import type { i32 } from "../../toolkit/define/mod.ts";
import { alloc, copyTail, ERROR, isA, isNil, literal, NIL, residual, type Value } from "../../toolkit/define/mod.ts";
import {
  Builtin,
  Cell,
  ClassMethod,
  Dict,
  INSTANCE_PLAIN,
  type List,
  type Name,
  NONE,
  type PyException,
  PyFunction,
  Singletons,
  SlotDescriptor,
  StaticMethod,
  Str,
  Tuple,
  Type,
  TYPE_HAS_DICT,
  TYPE_HEAP,
  Types,
} from "./objects.ts";
import { bindAttribute, getAttributeOrError } from "./attributes.ts";
import { call1, call2, callBuiltin, callTuple, callWithSelf, specialMethod, withFirst } from "./calls.ts";
import { dictCopy, dictDelete, dictGetName, dictKeyAt, dictNext, dictSetName, dictValueAt, newDict } from "./dict.ts";
import { notSupported, typeError } from "./exceptions.ts";
import { newObject as allocateObject } from "./instances.ts";
import { listAppend, listFromIterable, listToTuple, newList } from "./list_methods.ts";
import { format1, format2, intern } from "./messages.ts";
import { runningGlobals } from "./frames.ts";
import { tuneShape } from "./shapes.ts";
import { bestMetaclass, isInstance, lookupAfter, lookupAttribute, newHeapType, typeChanged, typeOf } from "./types.ts";
import { makeTuple1 } from "./tuple_methods.ts";

export { newObject } from "./instances.ts";

// ── Instances ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The function behind `__new__`: user-defined ones are wrapped when the class is made. */
export function newFunction(type: Type): Value {
  const found = lookupAttribute(type, type.version, literal("__new__"));
  return isA(found, StaticMethod) ? (found as StaticMethod).func : found;
}

/** @throws TypeError when a class without `__init__` and `__new__` of its own gets arguments */
export function refuseArguments(type: Type): PyException {
  return typeError(format1(literal("%s() takes no arguments"), type.name));
}

/** `type(*args, **names)` in native code. */
export const instantiate = residual(function (type: Type, args: Tuple, names: Tuple): Value {
  if (!isNil(type.construct)) return callBuiltin(type.construct, withFirst(type, args), names);
  const callee = newFunction(type);
  let object: Value = NIL;
  const plain = callee === Singletons.objectNew;
  if (plain) object = allocateObject(type, args);
  else object = callWithSelf(callee, type, args, names);
  if (!isInstance(object, type)) return object;
  const objectType = typeOf(object);
  const init = lookupAttribute(objectType, objectType.version, literal("__init__"));
  if (init === Singletons.objectInit) {
    if (plain && args.length > 0 && type.instanceKind === INSTANCE_PLAIN) throw refuseArguments(type);
    return object;
  }
  const result = callTuple(bindAttribute(init, object, objectType), args, names);
  if (result !== NONE) throw initResult(result);
  tuneShape(type, object);
  return object;
});

export function initResult(result: Value): PyException {
  return typeError(format1(literal("__init__() should return None, not '%t'"), result));
}

// ── The class statement ──────────────────────────────────────────────────────────────────────────────────────────────

/** Value of the keyword argument `metaclass`, or ERROR. */
function keywordValue(args: Tuple, names: Tuple, name: Name): Value {
  if (isNil(names)) return ERROR;
  const first = args.length - names.length;
  for (let i: i32 = 0; i < names.length; i++) if (names.items[i] === name) return args.items[first + i];
  return ERROR;
}

/** The bases of `__build_class__(func, name, *bases, **keywords)`. */
function classBases(args: Tuple, names: Tuple): Tuple {
  const count = args.length - 2 - (isNil(names) ? 0 : names.length);
  if (count <= 0) return Singletons.emptyTuple;
  const bases = newList(count);
  for (let i: i32 = 0; i < count; i++) addBase(bases, args, i + 2, count);
  return listToTuple(bases);
}

/** A base, or what one that is no class (`list[int]`) says it stands for. */
function addBase(bases: List, args: Tuple, index: i32, count: i32): void {
  const base = args.items[index];
  const entries: Value = isA(base, Type) ? ERROR : getAttributeOrError(base, literal("__mro_entries__"));
  if (entries === ERROR) {
    listAppend(bases, base);
    return;
  }
  const given = alloc(Tuple, count);
  copyTail(given.items, 0, args.items, 2, count);
  const stand = call1(entries, given);
  if (!isA(stand, Tuple)) throw typeError(literal("__mro_entries__ must return a tuple"));
  for (let i: i32 = 0; i < (stand as Tuple).length; i++) listAppend(bases, (stand as Tuple).items[i]);
}

/** The metaclass of a class statement. */
function classMetaclass(args: Tuple, names: Tuple): Value {
  const bases = classBases(args, names);
  const given = keywordValue(args, names, literal("metaclass"));
  if (given !== ERROR && !isA(given, Type)) return given;
  return bestMetaclass(given === ERROR ? Types.type_ : given as Type, bases);
}

/** The namespace in which the body of a class runs: `__prepare__`'s result or a fresh dict. */
export const prepareNamespace = residual(function (args: Tuple, names: Tuple): Dict {
  const bases = classBases(args, names);
  const metaclass = classMetaclass(args, names);
  if (metaclass === Types.type_) return newDict();
  const prepare = getAttributeOrError(metaclass, literal("__prepare__"));
  if (prepare === ERROR) return newDict();
  const keywords = otherKeywords(args, names);
  const count: i32 = isNil(keywords) ? 0 : keywords.length;
  const all = alloc(Tuple, 2 + count);
  all.items[0] = args.items[1];
  all.items[1] = bases;
  copyKeywordValues(all, 2, args, names);
  const space = callTuple(prepare, all, keywords);
  if (!isA(space, Dict)) throw notSupported(literal("class namespaces that are no dicts"));
  return space as Dict;
});

/** Keyword names without `metaclass`; NIL when there are none. */
function otherKeywords(args: Tuple, names: Tuple): Tuple {
  if (isNil(names)) return NIL;
  const without: i32 = keywordValue(args, names, literal("metaclass")) === ERROR ? 0 : 1;
  if (names.length === without) return NIL;
  const others = alloc(Tuple, names.length - without);
  let at: i32 = 0;
  for (let i: i32 = 0; i < names.length; i++) {
    if (names.items[i] === literal("metaclass")) continue;
    others.items[at] = names.items[i];
    at += 1;
  }
  return others;
}

function copyKeywordValues(to: Tuple, index: i32, args: Tuple, names: Tuple): void {
  if (isNil(names)) return;
  const first = args.length - names.length;
  let at = index;
  for (let i: i32 = 0; i < names.length; i++) {
    if (names.items[i] === literal("metaclass")) continue;
    to.items[at] = args.items[first + i];
    at += 1;
  }
}

/** After the body of a class statement has run in `namespace`: makes the class. */
export const finishClass = residual(function (args: Tuple, names: Tuple, namespace: Dict): Value {
  const metaclass = classMetaclass(args, names);
  const bases = classBases(args, names);
  const keywords = otherKeywords(args, names);
  let made: Value = NIL;
  if (metaclass === Types.type_ && isNil(keywords)) {
    made = makeClass(Types.type_, args.items[1] as Str, bases, namespace, NIL, NIL);
  } else {
    const count: i32 = isNil(keywords) ? 0 : keywords.length;
    const all = alloc(Tuple, 3 + count);
    all.items[0] = args.items[1];
    all.items[1] = bases;
    all.items[2] = namespace;
    copyKeywordValues(all, 3, args, names);
    if (metaclass === Types.type_) made = makeClass(Types.type_, args.items[1] as Str, bases, namespace, all, keywords);
    else made = callTuple(metaclass, all, keywords);
  }
  const cell = dictGetName(namespace, literal("__classcell__"));
  if (cell !== ERROR && isA(cell, Cell)) (cell as Cell).value = made;
  return made;
});

/**
 * `type.__new__(metaclass, name, bases, dict, **keywords)`: `args` (NIL: none) holds name, bases, dict and the keyword values for
 * `__init_subclass__`.
 */
export function makeClass(metaclass: Type, name: Str, bases: Tuple, source: Dict, args: Tuple, keywords: Tuple): Type {
  let own = bases;
  if (bases.length === 0) own = makeTuple1(Types.object);
  const winner = bestMetaclass(metaclass, own);
  const dict = dictCopy(source);
  dictDelete(dict, literal("__classcell__"));
  const type = newHeapType(winner, intern(name), own, dict);
  const qualname = dictGetName(dict, literal("__qualname__"));
  if (qualname !== ERROR) {
    type.qualname = qualname;
    dictDelete(dict, literal("__qualname__"));
  }
  if (dictGetName(dict, literal("__module__")) === ERROR) {
    const module = dictGetName(runningGlobals(), literal("__name__"));
    if (module !== ERROR) dictSetName(dict, literal("__module__"), module);
  }
  if (dictGetName(dict, literal("__doc__")) === ERROR) dictSetName(dict, literal("__doc__"), NONE);
  if (dictGetName(dict, literal("__eq__")) !== ERROR && dictGetName(dict, literal("__hash__")) === ERROR) {
    dictSetName(dict, literal("__hash__"), NONE);
  }
  wrapStatic(dict, literal("__new__"));
  wrapClass(dict, literal("__init_subclass__"));
  wrapClass(dict, literal("__class_getitem__"));
  applySlots(type, dict);
  typeChanged(type);
  const cell = dictGetName(source, literal("__classcell__"));
  if (cell !== ERROR && isA(cell, Cell)) (cell as Cell).value = type;
  callSetNames(type, dict);
  callInitSubclass(type, args, keywords);
  return type;
}

function wrapStatic(dict: Dict, name: Name): void {
  const found = dictGetName(dict, name);
  if (!isA(found, PyFunction)) return;
  const wrapper = alloc(StaticMethod);
  wrapper.func = found;
  dictSetName(dict, name, wrapper);
}

function wrapClass(dict: Dict, name: Name): void {
  const found = dictGetName(dict, name);
  if (!isA(found, PyFunction)) return;
  const wrapper = alloc(ClassMethod);
  wrapper.func = found;
  dictSetName(dict, name, wrapper);
}

/** `__slots__`: a descriptor per name, and no other attributes unless a base allows them. */
function applySlots(type: Type, dict: Dict): void {
  const slots = dictGetName(dict, literal("__slots__"));
  if (slots === ERROR) {
    type.flags |= TYPE_HAS_DICT;
    return;
  }
  if (isA(slots, Str)) {
    addSlotDescriptor(type, dict, slots);
    return;
  }
  const names: List = listFromIterable(slots);
  for (let i: i32 = 0; i < names.size; i++) addSlotDescriptor(type, dict, names.items.items[i]);
}

function addSlotDescriptor(type: Type, dict: Dict, slotName: Value): void {
  if (!isA(slotName, Str)) throw typeError(format1(literal("__slots__ items must be strings, not '%t'"), slotName));
  const name = mangle(type.name, intern(slotName as Str));
  if (name === literal("__dict__")) {
    type.flags |= TYPE_HAS_DICT;
    return;
  }
  if (name === literal("__weakref__")) return;
  if (dictGetName(dict, name) !== ERROR) {
    throw makeSlotConflict(name);
  }
  const descriptor = alloc(SlotDescriptor);
  descriptor.name = name;
  descriptor.owner = type;
  dictSetName(dict, name, descriptor);
}

function makeSlotConflict(name: Name): PyException {
  return typeError(format1(literal("'%s' in __slots__ conflicts with class variable"), name));
}

/** `__x` in class `C` is `_C__x`. */
function mangle(className: Name, name: Name): Name {
  const size = name.length;
  if (size < 3 || name.data[0] !== 95 || name.data[1] !== 95) return name;
  if (name.data[size - 1] === 95 && name.data[size - 2] === 95) return name;
  return intern(format2(literal("_%s%s"), className, name));
}

function callSetNames(type: Type, dict: Dict): void {
  let e = dictNext(dict, 0);
  while (e >= 0) {
    const value = dictValueAt(dict, e);
    const valueType = typeOf(value);
    if ((valueType.flags & TYPE_HEAP) !== 0) {
      const method = specialMethod(value, literal("__set_name__"));
      if (method !== ERROR) call2(method, type, dictKeyAt(dict, e));
    }
    e = dictNext(dict, e + 1);
  }
}

function callInitSubclass(type: Type, args: Tuple, keywords: Tuple): void {
  const found = lookupAfter(type, type.version, type, literal("__init_subclass__"));
  if (isA(found, ClassMethod) && !isA((found as ClassMethod).func, Builtin)) {
    const count: i32 = isNil(keywords) ? 0 : keywords.length;
    const all = alloc(Tuple, 1 + count);
    all.items[0] = type;
    if (count > 0) copyTail(all.items, 1, args.items, 3, count);
    callTuple((found as ClassMethod).func, all, keywords);
  } else if (!isNil(keywords) && keywords.length > 0) {
    throw typeError(format1(literal("%s.__init_subclass__() takes no keyword arguments"), type.name));
  }
}
