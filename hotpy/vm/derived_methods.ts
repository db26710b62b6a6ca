/**
 * The special methods of built-in types as Python sees them (`int.__add__`, `list.__len__`): wrappers around the native slots.
 *
 * They reach the slot through the type of their first argument, whose native slots are inherited and never replaced by Python.
 */

import type { i32, Slot } from "../../toolkit/define/mod.ts";
import { boxI64, ERROR, i64, isA, isNil, literal, slot, type Value } from "../../toolkit/define/mod.ts";
import {
  BINARY_COUNT,
  CMP_EQ,
  CMP_GE,
  CMP_GT,
  CMP_LE,
  CMP_LT,
  CMP_NE,
  FALSE,
  type Name,
  NONE,
  OP_ADD,
  OP_AND,
  OP_DIVMOD,
  OP_FLOORDIV,
  OP_LSHIFT,
  OP_MOD,
  OP_MUL,
  OP_OR,
  OP_POW,
  OP_RSHIFT,
  OP_SUB,
  OP_TRUEDIV,
  OP_XOR,
  Str,
  TRUE,
  Tuple,
  type Type,
  Types,
  UNARY_INVERT,
  UNARY_NEG,
  UNARY_POS,
} from "./objects.ts";
import { stopIteration, typeError } from "./exceptions.ts";
import { format1 } from "./messages.ts";
import { typeOf } from "./types.ts";
import { dictGetName, dictSetName } from "./dict.ts";
import { method1, method2, method3 } from "./native.ts";
import { plainValue } from "./value_instances.ts";

function forward(operator: i32, self: Value, other: Value): Value {
  return typeOf(self).tpBinary(operator, self, plainValue(other));
}

function backward(operator: i32, self: Value, other: Value): Value {
  return typeOf(self).tpBinary(operator, plainValue(other), self);
}

function addWrapper(self: Value, other: Value): Value {
  return forward(OP_ADD, self, other);
}

function raddWrapper(self: Value, other: Value): Value {
  return backward(OP_ADD, self, other);
}

function subWrapper(self: Value, other: Value): Value {
  return forward(OP_SUB, self, other);
}

function rsubWrapper(self: Value, other: Value): Value {
  return backward(OP_SUB, self, other);
}

function mulWrapper(self: Value, other: Value): Value {
  return forward(OP_MUL, self, other);
}

function rmulWrapper(self: Value, other: Value): Value {
  return backward(OP_MUL, self, other);
}

function truedivWrapper(self: Value, other: Value): Value {
  return forward(OP_TRUEDIV, self, other);
}

function rtruedivWrapper(self: Value, other: Value): Value {
  return backward(OP_TRUEDIV, self, other);
}

function floordivWrapper(self: Value, other: Value): Value {
  return forward(OP_FLOORDIV, self, other);
}

function rfloordivWrapper(self: Value, other: Value): Value {
  return backward(OP_FLOORDIV, self, other);
}

function modWrapper(self: Value, other: Value): Value {
  // Formatting shows the box; a tuple's items are the values.
  if (isA(self, Str) && !isA(plainValue(other), Tuple)) return typeOf(self).tpBinary(OP_MOD, self, other);
  return forward(OP_MOD, self, other);
}

function rmodWrapper(self: Value, other: Value): Value {
  return backward(OP_MOD, self, other);
}

function powWrapper(self: Value, other: Value): Value {
  return forward(OP_POW, self, other);
}

function rpowWrapper(self: Value, other: Value): Value {
  return backward(OP_POW, self, other);
}

function lshiftWrapper(self: Value, other: Value): Value {
  return forward(OP_LSHIFT, self, other);
}

function rlshiftWrapper(self: Value, other: Value): Value {
  return backward(OP_LSHIFT, self, other);
}

function rshiftWrapper(self: Value, other: Value): Value {
  return forward(OP_RSHIFT, self, other);
}

function rrshiftWrapper(self: Value, other: Value): Value {
  return backward(OP_RSHIFT, self, other);
}

function andWrapper(self: Value, other: Value): Value {
  return forward(OP_AND, self, other);
}

function randWrapper(self: Value, other: Value): Value {
  return backward(OP_AND, self, other);
}

function orWrapper(self: Value, other: Value): Value {
  return forward(OP_OR, self, other);
}

function rorWrapper(self: Value, other: Value): Value {
  return backward(OP_OR, self, other);
}

function xorWrapper(self: Value, other: Value): Value {
  return forward(OP_XOR, self, other);
}

function rxorWrapper(self: Value, other: Value): Value {
  return backward(OP_XOR, self, other);
}

function divmodWrapper(self: Value, other: Value): Value {
  return forward(OP_DIVMOD, self, other);
}

function rdivmodWrapper(self: Value, other: Value): Value {
  return backward(OP_DIVMOD, self, other);
}

function ltWrapper(self: Value, other: Value): Value {
  return typeOf(self).tpCompare(CMP_LT, self, plainValue(other));
}

function leWrapper(self: Value, other: Value): Value {
  return typeOf(self).tpCompare(CMP_LE, self, plainValue(other));
}

function eqWrapper(self: Value, other: Value): Value {
  return typeOf(self).tpCompare(CMP_EQ, self, plainValue(other));
}

function neWrapper(self: Value, other: Value): Value {
  return typeOf(self).tpCompare(CMP_NE, self, plainValue(other));
}

function gtWrapper(self: Value, other: Value): Value {
  return typeOf(self).tpCompare(CMP_GT, self, plainValue(other));
}

function geWrapper(self: Value, other: Value): Value {
  return typeOf(self).tpCompare(CMP_GE, self, plainValue(other));
}

function negWrapper(self: Value): Value {
  return typeOf(self).tpUnary(UNARY_NEG, self);
}

function posWrapper(self: Value): Value {
  return typeOf(self).tpUnary(UNARY_POS, self);
}

function invertWrapper(self: Value): Value {
  return typeOf(self).tpUnary(UNARY_INVERT, self);
}

function lengthWrapper(self: Value): Value {
  return boxI64(i64(typeOf(self).tpLength(self)));
}

function boolWrapper(self: Value): Value {
  return typeOf(self).tpBool(self) !== 0 ? TRUE : FALSE;
}

function hashWrapper(self: Value): Value {
  return boxI64(typeOf(self).tpHash(self));
}

function reprWrapper(self: Value): Value {
  return typeOf(self).tpRepr(self);
}

function strWrapper(self: Value): Value {
  return typeOf(self).tpStr(self);
}

function formatWrapper(self: Value, specification: Value): Value {
  if (!isA(specification, Str)) throw typeError(format1(literal("__format__() argument must be str, not %t"), specification));
  return typeOf(self).tpFormat(self, specification as Str);
}

function getItemWrapper(self: Value, key: Value): Value {
  return typeOf(self).tpGetItem(self, key);
}

function setItemWrapper(self: Value, key: Value, value: Value): Value {
  typeOf(self).tpSetItem(self, key, value);
  return NONE;
}

function delItemWrapper(self: Value, key: Value): Value {
  typeOf(self).tpDelItem(self, key);
  return NONE;
}

function containsWrapper(self: Value, item: Value): Value {
  return typeOf(self).tpContains(self, item) !== 0 ? TRUE : FALSE;
}

function iterWrapper(self: Value): Value {
  return typeOf(self).tpIter(self);
}

function nextWrapper(self: Value): Value {
  const value = typeOf(self).tpNext(self);
  if (value === ERROR) throw stopIteration(NONE);
  return value;
}

type Wrapper1 = Slot<(self: Value) => Value>;
type Wrapper2 = Slot<(self: Value, other: Value) => Value>;
type Wrapper3 = Slot<(self: Value, key: Value, value: Value) => Value>;

/** Files a wrapper unless the type has a method of that name. */
function derive1(type: Type, name: Name, wrapper: Wrapper1): void {
  if (dictGetName(type.dict, name) === ERROR) method1(type, name, wrapper);
}

function derive2(type: Type, name: Name, wrapper: Wrapper2): void {
  if (dictGetName(type.dict, name) === ERROR) method2(type, name, 2, wrapper);
}

function derive3(type: Type, name: Name, wrapper: Wrapper3): void {
  if (dictGetName(type.dict, name) === ERROR) method3(type, name, 3, wrapper);
}

/** Which binary operators a built-in type has methods for: bits by operator number. */
function operatorsOf(type: Type): i32 {
  if (type === Types.int) return (1 << BINARY_COUNT) - 1 - (1 << 7);
  if (type === Types.bool) return (1 << OP_AND) | (1 << OP_OR) | (1 << OP_XOR);
  if (type === Types.float) {
    return (1 << OP_ADD) | (1 << OP_SUB) | (1 << OP_MUL) | (1 << OP_TRUEDIV) | (1 << OP_FLOORDIV) | (1 << OP_MOD) | (1 << OP_POW) |
      (1 << OP_DIVMOD);
  }
  if (type === Types.str || type === Types.bytes) return (1 << OP_ADD) | (1 << OP_MUL) | (1 << OP_MOD);
  if (type === Types.list || type === Types.tuple) return (1 << OP_ADD) | (1 << OP_MUL);
  if (type === Types.set_ || type === Types.frozenset || type === Types.dictKeys || type === Types.dictItems) {
    return (1 << OP_SUB) | (1 << OP_AND) | (1 << OP_OR) | (1 << OP_XOR);
  }
  if (type === Types.dict || type === Types.mappingProxy) return 1 << OP_OR;
  if (type === Types.type_ || type === Types.genericAlias || type === Types.union) return 1 << OP_OR;
  return 0;
}

/** Sequences have no `__radd__`. */
function reflectedOf(type: Type): i32 {
  const all = operatorsOf(type);
  const sequence = type === Types.str || type === Types.bytes || type === Types.list || type === Types.tuple;
  return sequence ? all & ~(1 << OP_ADD) : all;
}

function deriveBinary(type: Type): void {
  const own = operatorsOf(type);
  const reflected = reflectedOf(type);
  if ((own & (1 << OP_ADD)) !== 0) derive2(type, literal("__add__"), slot(addWrapper));
  if ((reflected & (1 << OP_ADD)) !== 0) derive2(type, literal("__radd__"), slot(raddWrapper));
  if ((own & (1 << OP_SUB)) !== 0) derive2(type, literal("__sub__"), slot(subWrapper));
  if ((reflected & (1 << OP_SUB)) !== 0) derive2(type, literal("__rsub__"), slot(rsubWrapper));
  if ((own & (1 << OP_MUL)) !== 0) derive2(type, literal("__mul__"), slot(mulWrapper));
  if ((reflected & (1 << OP_MUL)) !== 0) derive2(type, literal("__rmul__"), slot(rmulWrapper));
  if ((own & (1 << OP_TRUEDIV)) !== 0) derive2(type, literal("__truediv__"), slot(truedivWrapper));
  if ((reflected & (1 << OP_TRUEDIV)) !== 0) derive2(type, literal("__rtruediv__"), slot(rtruedivWrapper));
  if ((own & (1 << OP_FLOORDIV)) !== 0) derive2(type, literal("__floordiv__"), slot(floordivWrapper));
  if ((reflected & (1 << OP_FLOORDIV)) !== 0) derive2(type, literal("__rfloordiv__"), slot(rfloordivWrapper));
  if ((own & (1 << OP_MOD)) !== 0) derive2(type, literal("__mod__"), slot(modWrapper));
  if ((reflected & (1 << OP_MOD)) !== 0) derive2(type, literal("__rmod__"), slot(rmodWrapper));
  if ((own & (1 << OP_POW)) !== 0) derive2(type, literal("__pow__"), slot(powWrapper));
  if ((reflected & (1 << OP_POW)) !== 0) derive2(type, literal("__rpow__"), slot(rpowWrapper));
  if ((own & (1 << OP_LSHIFT)) !== 0) derive2(type, literal("__lshift__"), slot(lshiftWrapper));
  if ((reflected & (1 << OP_LSHIFT)) !== 0) derive2(type, literal("__rlshift__"), slot(rlshiftWrapper));
  if ((own & (1 << OP_RSHIFT)) !== 0) derive2(type, literal("__rshift__"), slot(rshiftWrapper));
  if ((reflected & (1 << OP_RSHIFT)) !== 0) derive2(type, literal("__rrshift__"), slot(rrshiftWrapper));
  if ((own & (1 << OP_AND)) !== 0) derive2(type, literal("__and__"), slot(andWrapper));
  if ((reflected & (1 << OP_AND)) !== 0) derive2(type, literal("__rand__"), slot(randWrapper));
  if ((own & (1 << OP_OR)) !== 0) derive2(type, literal("__or__"), slot(orWrapper));
  if ((reflected & (1 << OP_OR)) !== 0) derive2(type, literal("__ror__"), slot(rorWrapper));
  if ((own & (1 << OP_XOR)) !== 0) derive2(type, literal("__xor__"), slot(xorWrapper));
  if ((reflected & (1 << OP_XOR)) !== 0) derive2(type, literal("__rxor__"), slot(rxorWrapper));
  if ((own & (1 << OP_DIVMOD)) !== 0) derive2(type, literal("__divmod__"), slot(divmodWrapper));
  if ((reflected & (1 << OP_DIVMOD)) !== 0) derive2(type, literal("__rdivmod__"), slot(rdivmodWrapper));
}

function deriveCompare(type: Type): void {
  derive2(type, literal("__lt__"), slot(ltWrapper));
  derive2(type, literal("__le__"), slot(leWrapper));
  derive2(type, literal("__eq__"), slot(eqWrapper));
  derive2(type, literal("__ne__"), slot(neWrapper));
  derive2(type, literal("__gt__"), slot(gtWrapper));
  derive2(type, literal("__ge__"), slot(geWrapper));
}

/** Gives a built-in type the special methods that its slots (those that differ from the base's) stand for. */
export function deriveMethods(type: Type): void {
  const base = isNil(type.base) ? type : type.base;
  if (!isNil(type.tpBinary) && type.tpBinary !== base.tpBinary) deriveBinary(type);
  if (!isNil(type.tpCompare) && type.tpCompare !== base.tpCompare) deriveCompare(type);
  if (!isNil(type.tpUnary) && type.tpUnary !== base.tpUnary) {
    derive1(type, literal("__neg__"), slot(negWrapper));
    derive1(type, literal("__pos__"), slot(posWrapper));
    if (type === Types.int) derive1(type, literal("__invert__"), slot(invertWrapper));
  }
  if (!isNil(type.tpBool) && type.tpBool !== base.tpBool) derive1(type, literal("__bool__"), slot(boolWrapper));
  if (!isNil(type.tpLength) && type.tpLength !== base.tpLength) derive1(type, literal("__len__"), slot(lengthWrapper));
  if (isNil(type.tpHash)) {
    if (dictGetName(type.dict, literal("__hash__")) === ERROR) dictSetName(type.dict, literal("__hash__"), NONE);
  } else if (type.tpHash !== base.tpHash) derive1(type, literal("__hash__"), slot(hashWrapper));
  if (!isNil(type.tpRepr) && type.tpRepr !== base.tpRepr) derive1(type, literal("__repr__"), slot(reprWrapper));
  if (!isNil(type.tpStr) && type.tpStr !== base.tpStr) derive1(type, literal("__str__"), slot(strWrapper));
  if (!isNil(type.tpFormat) && type.tpFormat !== base.tpFormat) derive2(type, literal("__format__"), slot(formatWrapper));
  if (!isNil(type.tpGetItem) && type.tpGetItem !== base.tpGetItem) derive2(type, literal("__getitem__"), slot(getItemWrapper));
  if (!isNil(type.tpSetItem) && type.tpSetItem !== base.tpSetItem) derive3(type, literal("__setitem__"), slot(setItemWrapper));
  if (!isNil(type.tpDelItem) && type.tpDelItem !== base.tpDelItem) derive2(type, literal("__delitem__"), slot(delItemWrapper));
  if (!isNil(type.tpContains) && type.tpContains !== base.tpContains) derive2(type, literal("__contains__"), slot(containsWrapper));
  if (!isNil(type.tpIter) && type.tpIter !== base.tpIter) derive1(type, literal("__iter__"), slot(iterWrapper));
  if (!isNil(type.tpNext) && type.tpNext !== base.tpNext) derive1(type, literal("__next__"), slot(nextWrapper));
}
