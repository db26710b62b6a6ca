/**
 * The remaining object protocols in native code: truth, hash, length, containment, subscripts, iteration, text, index.
 *
 * Built-in types answer through slots, Python classes through special methods in a nested interpreter. Texts are CPython's. (Language
 * reference 3.3.1, 3.3.7.)
 */

import {
  attempt,
  type bool,
  boxInt,
  ERROR,
  floatOf,
  i32,
  i64,
  i64Of,
  intOf,
  isA,
  isFloat,
  isI64,
  isInt,
  isNil,
  isRef,
  literal,
  residual,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import { identityHash } from "../../toolkit/heap/mod.ts";
import {
  Builtin,
  ExceptionTypes,
  FALSE,
  type Instance,
  NONE,
  type PyException,
  Singletons,
  Str,
  TRUE,
  Type,
  TYPE_HEAP,
  Types,
  ValueInstance,
} from "./objects.ts";
import { bindAttribute } from "./attributes.ts";
import { call0, call1, call2, specialMethod } from "./calls.ts";
import { isError, overflowError, typeError, valueError } from "./exceptions.ts";
import { format1, format2 } from "./messages.ts";
import { sequenceIterator } from "./iterators.ts";
import { equals } from "./operators.ts";
import { isSubtype, lookupAttribute, typeOf } from "./types.ts";

function isHeapType(type: Type): bool {
  return (type.flags & TYPE_HEAP) !== 0;
}

// ── Truth, length, hash ──────────────────────────────────────────────────────────────────────────────────────────────

/** `bool(v)`: 1 or 0. */
export const truthy = residual(function (v: Value): i32 {
  if (v === TRUE) return 1;
  if (v === FALSE || v === NONE) return 0;
  if (isInt(v)) return intOf(v) !== 0n ? 1 : 0;
  if (isFloat(v)) return floatOf(v) !== 0 ? 1 : 0;
  if (!isRef(v)) return 1;
  const type = typeOf(v);
  if (isHeapType(type)) {
    const method = specialMethod(v, literal("__bool__"));
    if (method !== ERROR) {
      const result = call0(method);
      if (result === TRUE) return 1;
      if (result === FALSE) return 0;
      throw typeError(format1(literal("__bool__ should return bool, returned %t"), result));
    }
    if (specialMethod(v, literal("__len__")) !== ERROR) return lengthOf(v) !== 0 ? 1 : 0;
    return 1;
  }
  if (!isNil(type.tpBool)) return type.tpBool(v);
  if (!isNil(type.tpLength)) return type.tpLength(v) !== 0 ? 1 : 0;
  return 1;
});

/** `len(v)`. */
export const lengthOf = residual(function (v: Value): i32 {
  const type = typeOf(v);
  if (isHeapType(type)) {
    const method = specialMethod(v, literal("__len__"));
    if (method !== ERROR) return checkLength(call0(method));
  } else if (!isNil(type.tpLength)) return type.tpLength(v);
  throw typeError(format1(literal("object of type '%t' has no len()"), v));
});

/** What `__len__` returned, as a length. */
export function checkLength(result: Value): i32 {
  const n = intValue(result);
  if (!isI64(n) || i64Of(n) > 0x7fffffffn) throw overflowError(literal("cannot fit 'int' into an index-sized integer"));
  if (i64Of(n) < 0n) throw valueError(literal("__len__() should return >= 0"));
  return i32(i64Of(n));
}

/** `hash(v)`. */
export const hashOf = residual(function (v: Value): i64 {
  const type = typeOf(v);
  if (isHeapType(type)) {
    const found = lookupAttribute(type, type.version, literal("__hash__"));
    if (found === NONE || found === ERROR) throw typeError(format1(literal("unhashable type: '%t'"), v));
    if (found === Singletons.objectHash) return i64(identityHash(v as Instance));
    const result = call0(bindAttribute(found, v, type));
    if (!isSubtype(typeOf(result), Types.int)) throw typeError(literal("__hash__ method should return an integer"));
    return isI64(result) ? i64Of(result) : Types.int.tpHash(intValue(result));
  }
  if (isNil(type.tpHash)) throw typeError(format1(literal("unhashable type: '%t'"), v));
  return type.tpHash(v);
});

// ── Items ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `item in container`: 1 or 0. */
export const contains = residual(function (container: Value, item: Value): i32 {
  const type = typeOf(container);
  if (isHeapType(type)) {
    const found = lookupAttribute(type, type.version, literal("__contains__"));
    if (found === NONE) throw typeError(format1(literal("'%t' object is not a container"), container));
    if (found !== ERROR) return truthy(call1(bindAttribute(found, container, type), item));
  } else if (!isNil(type.tpContains)) return type.tpContains(container, item);
  const iterator = attempt(getIterator(container));
  if (iterator === ERROR) {
    const e = takeError();
    if (!isError(e, ExceptionTypes.typeError)) throw e;
    throw typeError(format1(literal("argument of type '%t' is not a container or iterable"), container));
  }
  while (true) {
    const next = iterNext(iterator);
    if (next === ERROR) return 0;
    if (equals(next, item) !== 0) return 1;
  }
});

function notSubscriptable(o: Value): PyException {
  if (isA(o, Type)) return typeError(format1(literal("type '%s' is not subscriptable"), (o as Type).name));
  return typeError(format1(literal("'%t' object is not subscriptable"), o));
}

export const getItem = residual(function (o: Value, key: Value): Value {
  const type = typeOf(o);
  if (isHeapType(type)) {
    const method = specialMethod(o, literal("__getitem__"));
    if (method !== ERROR) return call1(method, key);
  } else if (!isNil(type.tpGetItem)) return type.tpGetItem(o, key);
  if (isA(o, Type)) {
    const found = lookupAttribute(o as Type, (o as Type).version, literal("__class_getitem__"));
    if (found !== ERROR) return call1(bindAttribute(found, o, o as Type), key);
  }
  throw notSubscriptable(o);
});

export const setItem = residual(function (o: Value, key: Value, value: Value): void {
  const type = typeOf(o);
  if (isHeapType(type)) {
    const method = specialMethod(o, literal("__setitem__"));
    if (method !== ERROR) {
      call2(method, key, value);
      return;
    }
  } else if (!isNil(type.tpSetItem)) {
    type.tpSetItem(o, key, value);
    return;
  }
  throw typeError(format1(literal("'%t' object does not support item assignment"), o));
});

export const delItem = residual(function (o: Value, key: Value): void {
  const type = typeOf(o);
  if (isHeapType(type)) {
    const method = specialMethod(o, literal("__delitem__"));
    if (method !== ERROR) {
      call1(method, key);
      return;
    }
  } else if (!isNil(type.tpDelItem)) {
    type.tpDelItem(o, key);
    return;
  }
  throw typeError(format1(literal("'%t' object doesn't support item deletion"), o));
});

// ── Iteration ────────────────────────────────────────────────────────────────────────────────────────────────────────

export function isIterator(v: Value): bool {
  const type = typeOf(v);
  if (isHeapType(type)) return lookupAttribute(type, type.version, literal("__next__")) !== ERROR;
  return !isNil(type.tpNext);
}

/** `iter(v)`. */
export const getIterator = residual(function (v: Value): Value {
  const type = typeOf(v);
  if (isHeapType(type)) {
    const found = lookupAttribute(type, type.version, literal("__iter__"));
    if (found !== ERROR && found !== NONE) return checkIterator(call0(bindAttribute(found, v, type)));
    if (found === ERROR && lookupAttribute(type, type.version, literal("__getitem__")) !== ERROR) return sequenceIterator(v);
  } else if (!isNil(type.tpIter)) return type.tpIter(v);
  throw typeError(format1(literal("'%t' object is not iterable"), v));
});

/** What `__iter__` returned. */
export function checkIterator(iterator: Value): Value {
  if (!isIterator(iterator)) throw typeError(format1(literal("iter() returned non-iterator of type '%t'"), iterator));
  return iterator;
}

/** The next value; ERROR without a pending error at the end. */
export const iterNext = residual(function (iterator: Value): Value {
  const type = typeOf(iterator);
  if (!isHeapType(type)) {
    if (isNil(type.tpNext)) throw typeError(format1(literal("'%t' object is not an iterator"), iterator));
    return type.tpNext(iterator);
  }
  const method = specialMethod(iterator, literal("__next__"));
  if (method === ERROR) throw typeError(format1(literal("'%t' object is not an iterator"), iterator));
  const value = attempt(call0(method));
  if (value === ERROR) {
    const e = takeError();
    if (!isError(e, ExceptionTypes.stopIteration)) throw e;
  }
  return value;
});

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

function checkStr(result: Value, method: Str): Str {
  if (!isA(result, Str)) throw typeError(format2(literal("%s returned non-string (type %t)"), method, result));
  return result as Str;
}

export const reprOf = residual(function (v: Value): Str {
  const type = typeOf(v);
  if (isHeapType(type)) return checkStr(call0(specialMethod(v, literal("__repr__"))), literal("__repr__"));
  return type.tpRepr(v) as Str;
});

export const strOf = residual(function (v: Value): Str {
  if (isA(v, Str)) return v as Str;
  const type = typeOf(v);
  if (isHeapType(type)) return checkStr(call0(specialMethod(v, literal("__str__"))), literal("__str__"));
  if (isNil(type.tpStr)) return type.tpRepr(v) as Str;
  return type.tpStr(v) as Str;
});

/** `format(v, specification)`. */
export const formatOf = residual(function (v: Value, specification: Str): Str {
  const type = typeOf(v);
  if (isHeapType(type)) {
    if (isA(v, ValueInstance) && specification.length === 0) {
      if (isA(lookupAttribute(type, type.version, literal("__format__")), Builtin)) return strOf(v);
    }
    const result = call1(specialMethod(v, literal("__format__")), specification);
    if (!isA(result, Str)) throw typeError(format1(literal("__format__ must return a str, not %t"), result));
    return result as Str;
  }
  if (!isNil(type.tpFormat)) return type.tpFormat(v, specification) as Str;
  if (specification.length === 0) return strOf(v);
  throw typeError(format1(literal("unsupported format string passed to %t.__format__"), v));
});

// ── Integers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** An `int` or a `bool`. */
export function isIntLike(v: Value): bool {
  return v === TRUE || v === FALSE || typeOf(v) === Types.int;
}

/** The integer that `v` is or stands for (`bool`, `__index__`). @throws TypeError */
export const intValue = residual(function (v: Value): Value {
  if (isInt(v)) return v;
  if (v === TRUE) return boxInt(1n);
  if (v === FALSE) return boxInt(0n);
  const type = typeOf(v);
  if (type === Types.int) return v;
  if (isA(v, ValueInstance) && isSubtype(type, Types.int)) return (v as ValueInstance).value;
  if (isHeapType(type)) {
    const method = specialMethod(v, literal("__index__"));
    if (method !== ERROR) {
      const result = call0(method);
      if (!isIntLike(result)) throw typeError(format1(literal("__index__ returned non-int (type %t)"), result));
      return intValue(result);
    }
  }
  throw typeError(format1(literal("'%t' object cannot be interpreted as an integer"), v));
});

/** An integer that fits an index. @throws TypeError, OverflowError */
export const asIndex = residual(function (v: Value): i32 {
  const n = intValue(v);
  if (!isI64(n)) throw overflowError(literal("cannot fit 'int' into an index-sized integer"));
  const i: i64 = i64Of(n);
  if (i > 0x7fffffffn || i < -0x7fffffffn) throw overflowError(literal("cannot fit 'int' into an index-sized integer"));
  return i32(i);
});
