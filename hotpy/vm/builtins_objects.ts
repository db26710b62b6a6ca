/**
 * Built-in functions on objects: isinstance, issubclass, getattr …, repr, ascii, format, callable, vars, dir.
 */

import { ERROR, type i32, isA, literal, slot, type Value } from "../../toolkit/define/mod.ts";
import {
  BoundMethod,
  Builtin,
  Dict,
  GenericAlias,
  Module,
  type Name,
  NONE,
  PyFunction,
  Singletons,
  Str,
  Tuple,
  Type,
  Types,
} from "./objects.ts";
import { typeError } from "./exceptions.ts";
import { format1, intern } from "./messages.ts";
import { formatOf, reprOf, truthy } from "./operators.ts";
import { deleteAttribute, getAttribute, getAttributeOrError, setAttribute } from "./attributes.ts";
import { call1, specialMethod } from "./calls.ts";
import { isSubtype, typeAttribute, typeOf } from "./types.ts";
import { function1, function2, function3 } from "./native.ts";
import { boolOf } from "./sequence.ts";
import { dictKeyAt, dictNext, dictSet, newDict } from "./dict.ts";
import { listAppend, newList } from "./list_methods.ts";
import { sortList } from "./list_sort.ts";
import { escapeNonAscii } from "./repr.ts";

// ── isinstance, issubclass ───────────────────────────────────────────────────────────────────────────────────────────

function isInstanceOf(v: Value, c: Value): Value {
  if (isA(c, Type) && isSubtype(typeOf(v), c as Type)) return boolOf(true);
  return isInstanceOther(v, c);
}

function isInstanceOther(v: Value, c: Value): Value {
  return boolOf(isInstanceSlow(v, c) !== 0);
}

function isInstanceSlow(v: Value, c: Value): i32 {
  if (isA(c, Tuple)) {
    const t = c as Tuple;
    for (let i = 0; i < t.length; i++) if (isInstanceSlow(v, t.items[i]) !== 0) return 1;
    return 0;
  }
  const check = customCheck(c, literal("__instancecheck__"));
  if (check !== ERROR) return truthy(call1(check, v));
  if (isA(c, Type)) return isSubtype(typeOf(v), c as Type) ? 1 : 0;
  if (isA(c, GenericAlias)) throw typeError(literal("isinstance() argument 2 cannot be a parameterized generic"));
  throw typeError(literal("isinstance() arg 2 must be a type, a tuple of types, or a union"));
}

/** A check that a metaclass written in Python (or a union) defines, bound to `c`; ERROR: none. */
function customCheck(c: Value, name: Name): Value {
  if (isA(c, Type) && (c as Type).metaclass === Types.type_) return ERROR;
  return specialMethod(c, name);
}

function isSubclassOf(c: Value, parent: Value): Value {
  return boolOf(isSubclassSlow(c, parent) !== 0);
}

function isSubclassSlow(c: Value, parent: Value): i32 {
  if (isA(parent, Tuple)) {
    const t = parent as Tuple;
    for (let i = 0; i < t.length; i++) if (isSubclassSlow(c, t.items[i]) !== 0) return 1;
    return 0;
  }
  const check = customCheck(parent, literal("__subclasscheck__"));
  if (check !== ERROR) return truthy(call1(check, c));
  if (!isA(c, Type)) throw typeError(literal("issubclass() arg 1 must be a class"));
  if (!isA(parent, Type)) throw typeError(literal("issubclass() arg 2 must be a class, a tuple of classes, or a union"));
  return isSubtype(c as Type, parent as Type) ? 1 : 0;
}

// ── Attributes ───────────────────────────────────────────────────────────────────────────────────────────────────────

function attributeName(v: Value): Name {
  if (!isA(v, Str)) throw typeError(format1(literal("attribute name must be string, not '%t'"), v));
  return intern(v as Str);
}

function getattr(o: Value, name: Value, fallback: Value): Value {
  const n = attributeName(name);
  if (fallback === ERROR) return getAttribute(o, n);
  const v = getAttributeOrError(o, n);
  return v === ERROR ? fallback : v;
}

function hasattr(o: Value, name: Value): Value {
  return boolOf(getAttributeOrError(o, attributeName(name)) !== ERROR);
}

function setattr(o: Value, name: Value, value: Value): Value {
  setAttribute(o, attributeName(name), value);
  return NONE;
}

function delattr(o: Value, name: Value): Value {
  deleteAttribute(o, attributeName(name));
  return NONE;
}

/** `vars(o)`. */
function vars(o: Value): Value {
  if (o === ERROR) throw typeError(literal("vars() without arguments is not supported here"));
  const d = getAttributeOrError(o, literal("__dict__"));
  if (d === ERROR) throw typeError(literal("vars() argument must have __dict__ attribute"));
  return d;
}

/** Names of the attributes, sorted. */
function dir(o: Value): Value {
  if (o === ERROR) throw typeError(literal("dir() without arguments is not supported here"));
  const custom = specialMethod(o, literal("__dir__"));
  const names = newDict();
  if (isA(o, Module)) addKeys(names, (o as Module).namespace);
  else {
    const own = getAttributeOrError(o, literal("__dict__"));
    if (isA(own, Dict)) addKeys(names, own as Dict);
    addMro(names, isA(o, Type) ? o as Type : typeOf(o));
  }
  const l = newList(names.size);
  for (let e = dictNext(names, 0); e >= 0; e = dictNext(names, e + 1)) listAppend(l, dictKeyAt(names, e));
  sortList(l, NONE, false);
  return l;
}

function addKeys(names: Dict, from: Dict): void {
  for (let e = dictNext(from, 0); e >= 0; e = dictNext(from, e + 1)) dictSet(names, dictKeyAt(from, e), NONE);
}

function addMro(names: Dict, type: Type): void {
  for (let i = 0; i < type.mro.length; i++) addKeys(names, (type.mro.items[i] as Type).dict);
}

// ── Text, calls ──────────────────────────────────────────────────────────────────────────────────────────────────────

function repr(v: Value): Value {
  return reprOf(v);
}

function ascii(v: Value): Value {
  return escapeNonAscii(reprOf(v));
}

function format(v: Value, specification: Value): Value {
  if (specification === ERROR) return formatOf(v, Singletons.emptyStr);
  if (!isA(specification, Str)) throw typeError(format1(literal("format() argument 2 must be str, not %t"), specification));
  return formatOf(v, specification as Str);
}

function callable(v: Value): Value {
  if (isA(v, Type) || isA(v, Builtin) || isA(v, PyFunction) || isA(v, BoundMethod)) return boolOf(true);
  return boolOf(typeAttribute(typeOf(v), literal("__call__")) !== ERROR);
}

export function bootBuiltinObjects(): void {
  const n = Singletons.builtins;
  function2(n, literal("isinstance"), 2, slot(isInstanceOf));
  function2(n, literal("issubclass"), 2, slot(isSubclassOf));
  function3(n, literal("getattr"), 2, slot(getattr));
  function2(n, literal("hasattr"), 2, slot(hasattr));
  function3(n, literal("setattr"), 3, slot(setattr));
  function2(n, literal("delattr"), 2, slot(delattr));
  function1(n, literal("vars"), 0, slot(vars));
  function1(n, literal("dir"), 0, slot(dir));
  function1(n, literal("repr"), 1, slot(repr));
  function1(n, literal("ascii"), 1, slot(ascii));
  function2(n, literal("format"), 1, slot(format));
  function1(n, literal("callable"), 1, slot(callable));
}
