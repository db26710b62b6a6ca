/**
 * The operator protocol in native code: binary, in-place, unary and comparison operators with Python's dispatch rules.
 *
 * Built-in types answer through their `tp…` slots; where a Python class takes part, its special methods are looked up on the types and run in
 * a nested interpreter (the bytecodes push frames instead: `handlers_operators.ts`). Rules: language reference 3.3.1 and 3.3.8.
 */

import type { bool, i32 } from "../../toolkit/define/mod.ts";
import { ERROR, isNil, literal, residual, type Value } from "../../toolkit/define/mod.ts";
import {
  CMP_EQ,
  CMP_LT,
  CMP_NE,
  FALSE,
  type Name,
  NONE,
  NOT_IMPLEMENTED,
  type PyException,
  type Str,
  TRUE,
  type Type,
  TYPE_HEAP,
} from "./objects.ts";
import { bindAttribute } from "./attributes.ts";
import { call0, call1 } from "./calls.ts";
import { typeError } from "./exceptions.ts";
import { format2, format3 } from "./messages.ts";
import {
  binaryName,
  compareName,
  compareText,
  inplaceName,
  inplaceText,
  operatorText,
  reflectedName,
  swappedCompare,
  unaryName,
  unaryText,
} from "./operator_names.ts";
import { isSubtype, lookupAttribute, typeOf } from "./types.ts";
import { truthy as truthOf } from "./protocols.ts";

export {
  asIndex,
  contains,
  delItem,
  formatOf,
  getItem,
  getIterator,
  hashOf,
  intValue,
  isIntLike,
  iterNext,
  lengthOf,
  reprOf,
  setItem,
  strOf,
  truthy,
} from "./protocols.ts";

/** Calls `self.name(other)`; NOT_IMPLEMENTED when the type has no such method. */
function tryMethod(type: Type, name: Name, self: Value, other: Value): Value {
  const found = lookupAttribute(type, type.version, name);
  if (found === ERROR) return NOT_IMPLEMENTED;
  if (found === NONE) return NOT_IMPLEMENTED;
  return call1(bindAttribute(found, self, type), other);
}

/** Must the right operand be asked first: its class derives from the left one's and redefines the method. */
export function rightFirst(left: Type, right: Type, name: Name): bool {
  if (left === right || !isSubtype(right, left)) return false;
  return lookupAttribute(left, left.version, name) !== lookupAttribute(right, right.version, name);
}

// ── Binary operators ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Operands of built-in types only. */
function binaryNative(operator: i32, left: Value, right: Value, leftType: Type, rightType: Type): Value {
  if (!isNil(leftType.tpBinary)) {
    const result = leftType.tpBinary(operator, left, right);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  if (rightType !== leftType && !isNil(rightType.tpBinary)) return rightType.tpBinary(operator, left, right);
  return NOT_IMPLEMENTED;
}

function binaryPython(operator: i32, left: Value, right: Value, leftType: Type, rightType: Type): Value {
  const reflected = reflectedName(operator);
  if (rightFirst(leftType, rightType, reflected)) {
    const result = tryMethod(rightType, reflected, right, left);
    if (result !== NOT_IMPLEMENTED) return result;
    return tryMethod(leftType, binaryName(operator), left, right);
  }
  const result = tryMethod(leftType, binaryName(operator), left, right);
  if (result !== NOT_IMPLEMENTED || leftType === rightType) return result;
  return tryMethod(rightType, reflected, right, left);
}

/** The result, or NOT_IMPLEMENTED. */
function binaryAttempt(operator: i32, left: Value, right: Value): Value {
  const leftType = typeOf(left), rightType = typeOf(right);
  if (((leftType.flags | rightType.flags) & TYPE_HEAP) === 0) return binaryNative(operator, left, right, leftType, rightType);
  return binaryPython(operator, left, right, leftType, rightType);
}

export function unsupportedOperands(text: Str, left: Value, right: Value): PyException {
  return typeError(format3(literal("unsupported operand type(s) for %s: '%t' and '%t'"), text, left, right));
}

/** `left op right`. @throws TypeError and what methods raise */
export const binary = residual(function (operator: i32, left: Value, right: Value): Value {
  const result = binaryAttempt(operator, left, right);
  if (result === NOT_IMPLEMENTED) throw unsupportedOperands(operatorText(operator), left, right);
  return result;
});

/** `left op= right`. */
export const inplace = residual(function (operator: i32, left: Value, right: Value): Value {
  const type = typeOf(left);
  let result: Value = NOT_IMPLEMENTED;
  if ((type.flags & TYPE_HEAP) !== 0) result = tryMethod(type, inplaceName(operator), left, right);
  else if (!isNil(type.tpInplace)) result = type.tpInplace(operator, left, right);
  if (result === NOT_IMPLEMENTED) result = binaryAttempt(operator, left, right);
  if (result === NOT_IMPLEMENTED) throw unsupportedOperands(inplaceText(operator), left, right);
  return result;
});

// ── Unary operators ──────────────────────────────────────────────────────────────────────────────────────────────────

export const unary = residual(function (operator: i32, value: Value): Value {
  const type = typeOf(value);
  let result: Value = NOT_IMPLEMENTED;
  if ((type.flags & TYPE_HEAP) !== 0) {
    const found = lookupAttribute(type, type.version, unaryName(operator));
    if (found !== ERROR) return call0(bindAttribute(found, value, type));
  } else if (!isNil(type.tpUnary)) result = type.tpUnary(operator, value);
  if (result === NOT_IMPLEMENTED) throw typeError(format2(literal("bad operand type for %s: '%t'"), unaryText(operator), value));
  return result;
});

// ── Comparison ───────────────────────────────────────────────────────────────────────────────────────────────────────

function compareNative(operator: i32, left: Value, right: Value, leftType: Type, rightType: Type): Value {
  if (!isNil(leftType.tpCompare)) {
    const result = leftType.tpCompare(operator, left, right);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  if (rightType !== leftType && !isNil(rightType.tpCompare)) return rightType.tpCompare(swappedCompare(operator), right, left);
  return NOT_IMPLEMENTED;
}

function comparePython(operator: i32, left: Value, right: Value, leftType: Type, rightType: Type): Value {
  const swapped = compareName(swappedCompare(operator));
  if (leftType !== rightType && isSubtype(rightType, leftType)) {
    const result = tryMethod(rightType, swapped, right, left);
    if (result !== NOT_IMPLEMENTED) return result;
    return tryMethod(leftType, compareName(operator), left, right);
  }
  const result = tryMethod(leftType, compareName(operator), left, right);
  if (result !== NOT_IMPLEMENTED) return result;
  return tryMethod(rightType, swapped, right, left);
}

/** What a comparison that nobody implements gives: identity for `==` and `!=`. @throws TypeError for the others */
export function compareDefault(operator: i32, left: Value, right: Value): Value {
  if (operator === CMP_EQ) return left === right ? TRUE : FALSE;
  if (operator === CMP_NE) return left === right ? FALSE : TRUE;
  throw typeError(format3(literal("'%s' not supported between instances of '%t' and '%t'"), compareText(operator), left, right));
}

/** `left op right`; any object may come out. */
export const compare = residual(function (operator: i32, left: Value, right: Value): Value {
  const leftType = typeOf(left), rightType = typeOf(right);
  let result: Value = NOT_IMPLEMENTED;
  if (((leftType.flags | rightType.flags) & TYPE_HEAP) === 0) result = compareNative(operator, left, right, leftType, rightType);
  else result = comparePython(operator, left, right, leftType, rightType);
  return result === NOT_IMPLEMENTED ? compareDefault(operator, left, right) : result;
});

/** `a is b or a == b`, as containers compare: 1 or 0. */
export const equals = residual(function (a: Value, b: Value): i32 {
  if (a === b) return 1;
  return truthOf(compare(CMP_EQ, a, b));
});

export function lessThan(a: Value, b: Value): i32 {
  return truthOf(compare(CMP_LT, a, b));
}
