/** Functions, built-ins, methods, code, cells, descriptors and `super` as Python sees them. */

import {
  alloc,
  boxI64,
  ERROR,
  type i32,
  i64,
  isA,
  isNil,
  isRef,
  type Layout,
  literal,
  NIL,
  slot,
  type Value,
} from "../../toolkit/define/mod.ts";
import { identityHash } from "../../toolkit/heap/mod.ts";
import {
  BoundMethod,
  Builtin,
  type Cell,
  ClassMethod,
  CMP_EQ,
  CMP_NE,
  Dict,
  FALSE,
  type NameTable,
  type NativeAttribute,
  NONE,
  NOT_IMPLEMENTED,
  Property,
  type PyCode,
  PyFunction,
  type SlotDescriptor,
  StaticMethod,
  Str,
  TRUE,
  Tuple,
  Type,
  Types,
} from "./objects.ts";
import { bindAttribute, newBoundMethod } from "./attributes.ts";
import { newDict } from "./dict.ts";
import { call1 } from "./calls.ts";
import { notSupported, runtimeError, typeError, valueError } from "./exceptions.ts";
import { ANNOTATION_VALUES, functionDoc, functionModule } from "./functions.ts";
import { format1, format2, format3 } from "./messages.ts";
import { attribute, constructor2, constructor3, constructorVar, method2, method3 } from "./native.ts";
import { argument } from "./arguments.ts";
import { hexIdentity } from "./object_type.ts";
import { hashOf, reprOf } from "./protocols.ts";
import { newSuper } from "./super.ts";
import { typeOf } from "./types.ts";

// ── Functions ────────────────────────────────────────────────────────────────────────────────────────────────────────

function functionName(self: Value): Value {
  return (self as PyFunction).name;
}

function setFunctionName(self: Value, value: Value): void {
  if (!isA(value, Str)) throw typeError(literal("__name__ must be set to a string object"));
  (self as PyFunction).name = value;
}

function functionQualname(self: Value): Value {
  return (self as PyFunction).qualname;
}

function setFunctionQualname(self: Value, value: Value): void {
  if (!isA(value, Str)) throw typeError(literal("__qualname__ must be set to a string object"));
  (self as PyFunction).qualname = value;
}

function docOfFunction(self: Value): Value {
  return functionDoc(self as PyFunction);
}

function setFunctionDoc(self: Value, value: Value): void {
  (self as PyFunction).doc = value;
}

function moduleOfFunction(self: Value): Value {
  return functionModule(self as PyFunction);
}

function setFunctionModule(self: Value, value: Value): void {
  (self as PyFunction).module = value;
}

function functionCode(self: Value): Value {
  return (self as PyFunction).code;
}

function functionGlobals(self: Value): Value {
  return (self as PyFunction).code.globals;
}

function functionDefaults(self: Value): Value {
  const defaults = (self as PyFunction).defaults;
  return isNil(defaults) ? NONE : defaults;
}

function setFunctionDefaults(self: Value, value: Value): void {
  if (value !== NONE && value !== ERROR && !isA(value, Tuple)) throw typeError(literal("__defaults__ must be set to a tuple object"));
  (self as PyFunction).defaults = isA(value, Tuple) ? value as Tuple : NIL;
}

function functionKeywordDefaults(self: Value): Value {
  const defaults = (self as PyFunction).keywordDefaults;
  return isNil(defaults) ? NONE : defaults;
}

function functionClosure(self: Value): Value {
  const closure = (self as PyFunction).closure;
  return isNil(closure) ? NONE : closure;
}

function functionAnnotations(self: Value): Value {
  const f = self as PyFunction;
  if (f.annotations === NONE || f.annotations === ERROR) f.annotations = newDict();
  if (!isA(f.annotations, Dict)) f.annotations = call1(f.annotations, boxI64(ANNOTATION_VALUES));
  return f.annotations;
}

function setFunctionAnnotations(self: Value, value: Value): void {
  (self as PyFunction).annotations = value;
}

function functionRepr(self: Value): Value {
  return format2(literal("<function %s at %s>"), (self as PyFunction).qualname, hexIdentity(self));
}

function functionGet(self: Value, object: Value, type: Value): Value {
  return object === NONE ? self : newBoundMethod(self, object);
}

function bootFunctionType(): void {
  const t = Types.function_;
  t.tpRepr = slot(functionRepr);
  attribute(t, literal("__name__"), slot(functionName), slot(setFunctionName));
  attribute(t, literal("__qualname__"), slot(functionQualname), slot(setFunctionQualname));
  attribute(t, literal("__doc__"), slot(docOfFunction), slot(setFunctionDoc));
  attribute(t, literal("__module__"), slot(moduleOfFunction), slot(setFunctionModule));
  attribute(t, literal("__code__"), slot(functionCode), NIL);
  attribute(t, literal("__globals__"), slot(functionGlobals), NIL);
  attribute(t, literal("__defaults__"), slot(functionDefaults), slot(setFunctionDefaults));
  attribute(t, literal("__kwdefaults__"), slot(functionKeywordDefaults), NIL);
  attribute(t, literal("__closure__"), slot(functionClosure), NIL);
  attribute(t, literal("__annotations__"), slot(functionAnnotations), slot(setFunctionAnnotations));
  method3(t, literal("__get__"), 2, slot(functionGet));
}

// ── Built-ins and methods ────────────────────────────────────────────────────────────────────────────────────────────

function builtinName(self: Value): Value {
  return (self as Builtin).name;
}

function builtinQualname(self: Value): Value {
  const b = self as Builtin;
  return isNil(b.owner) ? b.name : format2(literal("%s.%s"), b.owner.name, b.name);
}

function builtinDoc(self: Value): Value {
  return (self as Builtin).doc;
}

function builtinModule(self: Value): Value {
  return isNil((self as Builtin).owner) ? literal("builtins") : NONE;
}

function builtinRepr(self: Value): Value {
  const b = self as Builtin;
  if (isNil(b.owner)) return format1(literal("<built-in function %s>"), b.name);
  return format2(literal("<method '%s' of '%s' objects>"), b.name, b.owner.name);
}

function bootBuiltinType(t: Type): void {
  t.tpRepr = slot(builtinRepr);
  attribute(t, literal("__name__"), slot(builtinName), NIL);
  attribute(t, literal("__qualname__"), slot(builtinQualname), NIL);
  attribute(t, literal("__doc__"), slot(builtinDoc), NIL);
  attribute(t, literal("__module__"), slot(builtinModule), NIL);
}

function methodSelf(self: Value): Value {
  return (self as BoundMethod).self;
}

function methodFunc(self: Value): Value {
  return (self as BoundMethod).func;
}

function methodName(self: Value): Value {
  const f = (self as BoundMethod).func;
  return isA(f, PyFunction) ? (f as PyFunction).name : isA(f, Builtin) ? (f as Builtin).name : NONE;
}

function methodQualname(self: Value): Value {
  const f = (self as BoundMethod).func;
  return isA(f, PyFunction) ? (f as PyFunction).qualname : builtinQualname(f);
}

function methodDoc(self: Value): Value {
  const f = (self as BoundMethod).func;
  return isA(f, PyFunction) ? functionDoc(f as PyFunction) : NONE;
}

function methodRepr(self: Value): Value {
  const m = self as BoundMethod;
  if (isA(m.func, Builtin)) {
    return format3(literal("<built-in method %s of %t object at %s>"), (m.func as Builtin).name, m.self, hexIdentity(m.self));
  }
  return format2(literal("<bound method %s of %s>"), methodQualname(self), reprOf(m.self));
}

/** Methods are equal when function and object are the same. */
function methodCompare(operator: i32, self: Value, other: Value): Value {
  if (!isA(other, BoundMethod) || (operator !== CMP_EQ && operator !== CMP_NE)) return NOT_IMPLEMENTED;
  const a = self as BoundMethod, b = other as BoundMethod;
  return (a.func === b.func && a.self === b.self) === (operator === CMP_EQ) ? TRUE : FALSE;
}

function methodHash(self: Value): i64 {
  const m = self as BoundMethod;
  return hashOf(m.func) ^ (isRef(m.self) ? i64(identityHash(m.self as Layout)) : 0n);
}

function bootMethodType(): void {
  const t = Types.method;
  t.tpCompare = slot(methodCompare);
  t.tpHash = slot(methodHash);
  t.tpRepr = slot(methodRepr);
  attribute(t, literal("__self__"), slot(methodSelf), NIL);
  attribute(t, literal("__func__"), slot(methodFunc), NIL);
  attribute(t, literal("__name__"), slot(methodName), NIL);
  attribute(t, literal("__qualname__"), slot(methodQualname), NIL);
  attribute(t, literal("__doc__"), slot(methodDoc), NIL);
}

// ── Code, cells ──────────────────────────────────────────────────────────────────────────────────────────────────────

function codeName(self: Value): Value {
  return (self as PyCode).name;
}

function codeQualname(self: Value): Value {
  return (self as PyCode).qualname;
}

function codeFilename(self: Value): Value {
  return (self as PyCode).filename;
}

function codeFirstLine(self: Value): Value {
  return boxI64(i64((self as PyCode).firstLine));
}

function codeArgCount(self: Value): Value {
  return boxI64(i64((self as PyCode).positionalCount));
}

function codeFlags(self: Value): Value {
  return boxI64(i64((self as PyCode).flags & 0xfffffff));
}

function namesTuple(names: NameTable): Tuple {
  const tuple = alloc(Tuple, names.length);
  for (let i = 0; i < names.length; i++) tuple.items[i] = names.items[i];
  return tuple;
}

function codeVarNames(self: Value): Value {
  return namesTuple((self as PyCode).localNames);
}

function codeNames(self: Value): Value {
  return namesTuple((self as PyCode).names);
}

function codeFreeVars(self: Value): Value {
  return namesTuple((self as PyCode).freeNames);
}

function codeRepr(self: Value): Value {
  const code = self as PyCode;
  return format3(literal('<code object %s, file "%s", line %s>'), code.name, code.filename, boxI64(i64(code.firstLine)));
}

function cellContents(self: Value): Value {
  const v = (self as Cell).value;
  if (v === ERROR) throw valueError(literal("cell is empty"));
  return v;
}

function setCellContents(self: Value, value: Value): void {
  (self as Cell).value = value;
}

function bootCodeTypes(): void {
  const t = Types.code;
  t.tpRepr = slot(codeRepr);
  attribute(t, literal("co_name"), slot(codeName), NIL);
  attribute(t, literal("co_qualname"), slot(codeQualname), NIL);
  attribute(t, literal("co_filename"), slot(codeFilename), NIL);
  attribute(t, literal("co_firstlineno"), slot(codeFirstLine), NIL);
  attribute(t, literal("co_argcount"), slot(codeArgCount), NIL);
  attribute(t, literal("co_flags"), slot(codeFlags), NIL);
  attribute(t, literal("co_varnames"), slot(codeVarNames), NIL);
  attribute(t, literal("co_names"), slot(codeNames), NIL);
  attribute(t, literal("co_freevars"), slot(codeFreeVars), NIL);
  attribute(Types.cell, literal("cell_contents"), slot(cellContents), slot(setCellContents));
}

// ── Descriptors ──────────────────────────────────────────────────────────────────────────────────────────────────────

function newProperty(getter: Value, setter: Value, deleter: Value, doc: Value): Property {
  const p = alloc(Property);
  p.getter = getter === ERROR ? NONE : getter;
  p.setter = setter === ERROR ? NONE : setter;
  p.deleter = deleter === ERROR ? NONE : deleter;
  p.doc = doc;
  p.name = NONE;
  if (isA(getter, PyFunction)) {
    p.name = (getter as PyFunction).name;
    if (doc === ERROR || doc === NONE) p.doc = functionDoc(getter as PyFunction);
  }
  if (p.doc === ERROR) p.doc = NONE;
  return p;
}

function propertyNew(args: Tuple, names: Tuple): Value {
  return newProperty(
    argument(args, names, 1, literal("fget")),
    argument(args, names, 2, literal("fset")),
    argument(args, names, 3, literal("fdel")),
    argument(args, names, 4, literal("doc")),
  );
}

function propertyGetter(self: Value, f: Value): Value {
  const p = self as Property;
  return newProperty(f, p.setter, p.deleter, NONE);
}

function propertySetter(self: Value, f: Value): Value {
  const p = self as Property;
  return newProperty(p.getter, f, p.deleter, p.doc);
}

function propertyDeleter(self: Value, f: Value): Value {
  const p = self as Property;
  return newProperty(p.getter, p.setter, f, p.doc);
}

function propertyFget(self: Value): Value {
  return (self as Property).getter;
}

function propertyFset(self: Value): Value {
  return (self as Property).setter;
}

function propertyFdel(self: Value): Value {
  return (self as Property).deleter;
}

function propertyDoc(self: Value): Value {
  return (self as Property).doc;
}

function setPropertyDoc(self: Value, value: Value): void {
  (self as Property).doc = value;
}

function descriptorGet(self: Value, object: Value, type: Value): Value {
  if (object === NONE) return self;
  return bindAttribute(self, object, typeOf(object));
}

function staticMethodNew(cls: Value, f: Value): Value {
  const s = alloc(StaticMethod);
  s.func = f;
  return s;
}

function staticMethodFunc(self: Value): Value {
  return (self as StaticMethod).func;
}

function classMethodNew(cls: Value, f: Value): Value {
  const c = alloc(ClassMethod);
  c.func = f;
  return c;
}

function classMethodFunc(self: Value): Value {
  return (self as ClassMethod).func;
}

function nativeAttributeName(self: Value): Value {
  return (self as NativeAttribute).name;
}

function slotName(self: Value): Value {
  return (self as SlotDescriptor).name;
}

function slotRepr(self: Value): Value {
  const d = self as SlotDescriptor;
  return format2(literal("<member '%s' of '%s' objects>"), d.name, d.owner.name);
}

function bootDescriptorTypes(): void {
  const p = Types.property;
  constructorVar(p, slot(propertyNew));
  method2(p, literal("getter"), 2, slot(propertyGetter));
  method2(p, literal("setter"), 2, slot(propertySetter));
  method2(p, literal("deleter"), 2, slot(propertyDeleter));
  method3(p, literal("__get__"), 2, slot(descriptorGet));
  attribute(p, literal("fget"), slot(propertyFget), NIL);
  attribute(p, literal("fset"), slot(propertyFset), NIL);
  attribute(p, literal("fdel"), slot(propertyFdel), NIL);
  attribute(p, literal("__doc__"), slot(propertyDoc), slot(setPropertyDoc));
  constructor2(Types.staticmethod, 2, slot(staticMethodNew));
  attribute(Types.staticmethod, literal("__func__"), slot(staticMethodFunc), NIL);
  attribute(Types.staticmethod, literal("__wrapped__"), slot(staticMethodFunc), NIL);
  constructor2(Types.classmethod, 2, slot(classMethodNew));
  attribute(Types.classmethod, literal("__func__"), slot(classMethodFunc), NIL);
  attribute(Types.classmethod, literal("__wrapped__"), slot(classMethodFunc), NIL);
  attribute(Types.getsetDescriptor, literal("__name__"), slot(nativeAttributeName), NIL);
  attribute(Types.memberDescriptor, literal("__name__"), slot(slotName), NIL);
  Types.memberDescriptor.tpRepr = slot(slotRepr);
}

// ── super ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function superNew(cls: Value, type: Value, self: Value): Value {
  if (type === ERROR) throw runtimeError(literal("super(): no arguments"));
  if (!isA(type, Type)) throw typeError(format1(literal("super() argument 1 must be a type, not %t"), type));
  if (self === ERROR) throw notSupported(literal("unbound super objects"));
  return newSuper(type as Type, self);
}

export function bootCallableTypes(): void {
  bootFunctionType();
  bootBuiltinType(Types.builtin);
  bootBuiltinType(Types.methodDescriptor);
  bootMethodType();
  bootCodeTypes();
  bootDescriptorTypes();
  constructor3(Types.super_, 1, slot(superNew));
}
