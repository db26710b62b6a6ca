/** `list[int]` and `int | str`: generic aliases and unions of types (library reference, "Generic Alias Type", "Union Type"). */

import type { i32, i64 } from "../../toolkit/define/mod.ts";
import { alloc, copyTail, isA, kind, literal, NIL, slot, type Value, writable } from "../../toolkit/define/mod.ts";
import {
  CMP_EQ,
  CMP_NE,
  type Dict,
  ELLIPSIS,
  FALSE,
  GenericAlias,
  type List,
  NONE,
  NOT_IMPLEMENTED,
  OP_OR,
  TRUE,
  Tuple,
  Type,
  TYPE_BASE,
  Types,
  Union,
} from "./objects.ts";
import { callTuple } from "./calls.ts";
import { dictSet, newDict } from "./dict.ts";
import { typeError } from "./exceptions.ts";
import { listAppend, listToTuple, newList } from "./list_methods.ts";
import { attribute, classMethod2, method2, methodVar } from "./native.ts";
import { fullTypeName } from "./object_type.ts";
import { equals } from "./operators.ts";
import { hashOf, reprOf } from "./protocols.ts";
import { addChar, addStr, type Builder, finish, newBuilder } from "./str_builder.ts";
import { makeTuple1 } from "./tuple_methods.ts";
import { isSubtype, newBuiltinType, setTypeOfKind, typeOf } from "./types.ts";

// ── Generic aliases ──────────────────────────────────────────────────────────────────────────────────────────────────

/** `origin[args]`, for types written in native code or Python. */
function makeAlias(origin: Value, args: Value): Value {
  const all: Tuple = isA(args, Tuple) ? args as Tuple : makeTuple1(args);
  const alias = alloc(GenericAlias);
  alias.origin = origin;
  alias.args = all;
  return alias;
}

/** A type in the text of an alias or union. */
function addType(b: Builder, v: Value): void {
  if (v === ELLIPSIS) addStr(b, literal("..."));
  else if (v === NONE || v === Types.none) addStr(b, literal("None"));
  else if (isA(v, Type)) addStr(b, fullTypeName(v as Type));
  else addStr(b, reprOf(v));
}

function aliasRepr(self: Value): Value {
  const alias = self as GenericAlias;
  const b = newBuilder(32);
  addType(b, alias.origin);
  addChar(b, 91);
  for (let i: i32 = 0; i < alias.args.length; i++) {
    if (i > 0) addStr(b, literal(", "));
    addType(b, alias.args.items[i]);
  }
  addChar(b, 93);
  return finish(b);
}

/** Calling an alias is calling its origin. */
function aliasCall(args: Tuple, names: Tuple): Value {
  const rest = alloc(Tuple, args.length - 1);
  copyTail(rest.items, 0, args.items, 1, rest.length);
  return callTuple((args.items[0] as GenericAlias).origin, rest, names);
}

function aliasOrigin(self: Value): Value {
  return (self as GenericAlias).origin;
}

function aliasArguments(self: Value): Value {
  return (self as GenericAlias).args;
}

/** A base `list[int]` of a class stands for `list`. */
function aliasBases(self: Value, bases: Value): Value {
  return makeTuple1((self as GenericAlias).origin);
}

function aliasCompare(operator: i32, self: Value, other: Value): Value {
  if (operator !== CMP_EQ && operator !== CMP_NE) return NOT_IMPLEMENTED;
  if (!isA(other, GenericAlias)) return NOT_IMPLEMENTED;
  const a = self as GenericAlias, b = other as GenericAlias;
  const same = equals(a.origin, b.origin) !== 0 && equals(a.args, b.args) !== 0;
  return same === (operator === CMP_EQ) ? TRUE : FALSE;
}

function aliasHash(self: Value): i64 {
  return hashOf((self as GenericAlias).origin) ^ hashOf((self as GenericAlias).args);
}

// ── Unions ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function isUnionPart(v: Value): i32 {
  return v === NONE || isA(v, Type) || isA(v, GenericAlias) || isA(v, Union) ? 1 : 0;
}

/** `left | right` of types; what occurs twice counts once. */
function unite(operator: i32, left: Value, right: Value): Value {
  if (operator !== OP_OR || isUnionPart(left) === 0 || isUnionPart(right) === 0) return NOT_IMPLEMENTED;
  const seen = newDict();
  const parts = newList(2);
  addParts(seen, parts, left);
  addParts(seen, parts, right);
  if (parts.size === 1) return parts.items.items[0];
  const args = listToTuple(parts);
  const union = alloc(Union);
  union.args = args;
  return union;
}

function addParts(seen: Dict, parts: List, v: Value): void {
  if (isA(v, Union)) {
    const args = (v as Union).args;
    for (let i: i32 = 0; i < args.length; i++) addPart(seen, parts, args.items[i]);
  } else addPart(seen, parts, v === NONE ? Types.none : v);
}

function addPart(seen: Dict, parts: List, v: Value): void {
  const before = seen.size;
  dictSet(seen, v, NONE);
  if (seen.size > before) listAppend(parts, v);
}

function unionRepr(self: Value): Value {
  const args = (self as Union).args;
  const b = newBuilder(32);
  for (let i: i32 = 0; i < args.length; i++) {
    if (i > 0) addStr(b, literal(" | "));
    addType(b, args.items[i]);
  }
  return finish(b);
}

function unionArguments(self: Value): Value {
  return (self as Union).args;
}

function isUnionInstance(self: Value, v: Value): Value {
  return holdsType(self as Union, typeOf(v));
}

function isUnionSubclass(self: Value, c: Value): Value {
  if (!isA(c, Type)) throw typeError(literal("issubclass() arg 1 must be a class"));
  return holdsType(self as Union, c as Type);
}

function holdsType(union: Union, type: Type): Value {
  const args = union.args;
  for (let i: i32 = 0; i < args.length; i++) {
    if (!isA(args.items[i], Type)) throw typeError(literal("isinstance() argument 2 cannot be a parameterized generic"));
    if (isSubtype(type, args.items[i] as Type)) return TRUE;
  }
  return FALSE;
}

function unionCompare(operator: i32, self: Value, other: Value): Value {
  if ((operator !== CMP_EQ && operator !== CMP_NE) || !isA(other, Union)) return NOT_IMPLEMENTED;
  const a = (self as Union).args, b = (other as Union).args;
  let same = a.length === b.length;
  for (let i: i32 = 0; i < a.length && same; i++) {
    let found = false;
    for (let k: i32 = 0; k < b.length && !found; k++) found = equals(a.items[i], b.items[k]) !== 0;
    same = found;
  }
  return same === (operator === CMP_EQ) ? TRUE : FALSE;
}

function unionHash(self: Value): i64 {
  const args = (self as Union).args;
  let hash: i64 = 0n;
  for (let i: i32 = 0; i < args.length; i++) hash ^= hashOf(args.items[i]);
  return hash;
}

// ── Booting ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function subscriptable(type: Type): void {
  classMethod2(type, literal("__class_getitem__"), 2, slot(makeAlias));
}

export function bootGenericTypes(): void {
  const alias = newBuiltinType(literal("GenericAlias"), Types.object);
  writable(Types).genericAlias = alias;
  alias.instanceKind = 0;
  setTypeOfKind(kind(GenericAlias), alias);
  alias.tpRepr = slot(aliasRepr);
  alias.tpCompare = slot(aliasCompare);
  alias.tpHash = slot(aliasHash);
  alias.tpBinary = slot(unite);
  methodVar(alias, literal("__call__"), slot(aliasCall));
  method2(alias, literal("__mro_entries__"), 2, slot(aliasBases));
  attribute(alias, literal("__origin__"), slot(aliasOrigin), NIL);
  attribute(alias, literal("__args__"), slot(aliasArguments), NIL);
  const union = newBuiltinType(literal("Union"), Types.object);
  writable(Types).union = union;
  union.flags &= ~TYPE_BASE;
  setTypeOfKind(kind(Union), union);
  union.tpRepr = slot(unionRepr);
  union.tpCompare = slot(unionCompare);
  union.tpHash = slot(unionHash);
  union.tpBinary = slot(unite);
  attribute(union, literal("__args__"), slot(unionArguments), NIL);
  method2(union, literal("__instancecheck__"), 2, slot(isUnionInstance));
  method2(union, literal("__subclasscheck__"), 2, slot(isUnionSubclass));
  Types.type_.tpBinary = slot(unite);
  subscriptable(Types.list);
  subscriptable(Types.dict);
  subscriptable(Types.tuple);
  subscriptable(Types.set_);
  subscriptable(Types.frozenset);
  subscriptable(Types.type_);
}
