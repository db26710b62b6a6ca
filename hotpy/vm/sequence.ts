/**
 * What the sequence types share: indices, slices, repetition counts, small conversions.
 *
 * Indices are i32 (no sequence has 2^31 elements); bounds beyond are clamped as CPython clamps to `sys.maxsize`.
 */

import {
  attempt,
  type bool,
  boxInt,
  ERROR,
  errorPending,
  i32,
  type i64,
  i64 as toI64,
  i64Of,
  intOf,
  isA,
  isI64,
  isInt,
  isRef,
  kind,
  kindOf,
  literal,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import { ExceptionTypes, FALSE, NONE, NOT_IMPLEMENTED, OP_ADD, OP_MUL, Slice, Str, TRUE, TYPE_HEAP } from "./objects.ts";
import { exceptionMatches, overflowError, typeError, valueError } from "./exceptions.ts";
import { format1, format3 } from "./messages.ts";
import { asIndex, intValue, isIntLike } from "./operators.ts";
import { typeAttribute, typeOf } from "./types.ts";
import { intSign } from "./integers.ts";

export const MAX_INDEX = 0x7fffffff;

/** A size or index as an integer object. */
export function boxIndex(i: i32): Value {
  return boxInt(toI64(i));
}

/** True for integers, bools and what has `__index__`. */
export function isIndexLike(v: Value): bool {
  if (isInt(v) || isIntLike(v)) return true;
  if (!isRef(v) || isA(v, Str)) return false;
  return typeAttribute(typeOf(v), literal("__index__")) !== ERROR;
}

export function boolOf(b: bool): Value {
  return b ? TRUE : FALSE;
}

/** An i64 as an i32, clamped. */
export function clampIndex(i: i64): i32 {
  return i > 0x7fffffffn ? 0x7fffffff : i < -0x7fffffffn ? -0x7fffffff : i32(i);
}

/**
 * Index of a subscript: `__index__` where needed. `message` has a `%t` for the type of a key that is no integer.
 * @throws TypeError with `message`; IndexError when it does not fit.
 */
export function subscriptIndex(key: Value, message: Str): i32 {
  if (isInt(key)) return clampIndex(intOf(key));
  const index = attempt(asIndex(key));
  if (!errorPending()) return index;
  const error = takeError();
  if (exceptionMatches(error, ExceptionTypes.typeError)) throw typeError(format1(message, key));
  throw error;
}

/** An optional bound of `find`, `index` and slices: None is `absent`; anything with `__index__`, clamped. */
export function boundValue(v: Value, absent: i32): i32 {
  if (isInt(v)) return clampIndex(intOf(v));
  if (v === NONE) return absent;
  return slowBound(v);
}

function slowBound(v: Value): i32 {
  const whole = attempt(intValue(v));
  if (errorPending()) {
    const error = takeError();
    if (!exceptionMatches(error, ExceptionTypes.typeError)) throw error;
    throw typeError(literal("slice indices must be integers or None or have an __index__ method"));
  }
  if (isI64(whole)) return clampIndex(i64Of(whole));
  return intSign(whole) < 0 ? -MAX_INDEX : MAX_INDEX;
}

/** Moves a start or stop bound of a forward walk into 0…length. */
export function clampBound(i: i32, length: i32): i32 {
  if (i < 0) return i + length < 0 ? 0 : i + length;
  return i > length ? length : i;
}

/** Start, step and number of elements of a slice over `length` elements. */
export function sliceBounds(s: Slice, length: i32): [i32, i32, i32] {
  const step = boundValue(s.step, 1);
  if (step === 0) throw valueError(literal("slice step cannot be zero"));
  if (step > 0) {
    const start = clampBound(boundValue(s.start, 0), length);
    const stop = clampBound(boundValue(s.stop, length), length);
    return [start, step, stop > start ? (stop - start - 1) / step + 1 : 0];
  }
  const from = backwardBound(s.start, length, length - 1);
  const to = backwardBound(s.stop, length, -1);
  return [from, step, from > to ? (from - to - 1) / -step + 1 : 0];
}

/** A bound of a backward walk: -1…length-1. */
function backwardBound(v: Value, length: i32, absent: i32): i32 {
  if (v === NONE) return absent;
  const i = boundValue(v, 0);
  if (i < 0) return i + length < -1 ? -1 : i + length;
  return i >= length ? length - 1 : i;
}

/** Count of a repetition: negative ones are 0. @throws OverflowError when the result would be too long. */
export function repeatCount(v: Value, length: i32): i32 {
  const whole = intValue(v);
  if (!isI64(whole)) {
    if (intSign(whole) < 0) return 0;
    throw overflowError(format1(literal("cannot fit '%t' into an index-sized integer"), v));
  }
  const n = i64Of(whole);
  if (n <= 0n || length === 0) return 0;
  if (n * toI64(length) > 0x7ffffff0n || n > 0x7ffffff0n) throw overflowError(literal("cannot fit 'int' into an index-sized integer"));
  return i32(n);
}

/** Argument that must be an integer fitting an index. */
export function indexArgument(v: Value): i32 {
  if (isInt(v)) return clampIndex(intOf(v));
  return asIndex(v);
}

/**
 * What an operator of a sequence type gives for operands it does not take: Python classes may answer (NOT_IMPLEMENTED), otherwise the
 * sequence's own error. `self` is the operand of the sequence type.
 */
export function refuseSequence(operator: i32, left: Value, right: Value, self: Value): Value {
  if (((typeOf(left).flags | typeOf(right).flags) & TYPE_HEAP) !== 0) return NOT_IMPLEMENTED;
  if (operator === OP_ADD && self === left) {
    throw typeError(format3(literal('can only concatenate %t (not "%t") to %t'), left, right, left));
  }
  if (operator === OP_MUL) {
    throw typeError(format1(literal("can't multiply sequence by non-int of type '%t'"), self === left ? right : left));
  }
  return NOT_IMPLEMENTED;
}

export function isSlice(v: Value): bool {
  return isRef(v) && kindOf(v) === kind(Slice);
}
