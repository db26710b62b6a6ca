/**
 * `bytes`, the basic part: construction, subscripts, comparison, concatenation, find, split, join, decode, hex.
 */

import { alloc, copyTail, equalTail, ERROR, i32, i64, i64Of, isA, isI64, literal, slot, type Value } from "../../toolkit/define/mod.ts";
import type { bool } from "../../toolkit/define/mod.ts";
import { Bytes, NONE, NOT_IMPLEMENTED, OP_ADD, OP_MUL, type Slice, Str, Types } from "./objects.ts";
import { indexError, typeError, valueError } from "./exceptions.ts";
import { format1, format2 } from "./messages.ts";
import { intValue, isIntLike } from "./operators.ts";
import { constructor4, method1, method2, method3, method4, parameters3, parameters4 } from "./native.ts";
import {
  boolOf,
  boundValue,
  boxIndex,
  clampBound,
  isIndexLike,
  isSlice,
  refuseSequence,
  repeatCount,
  sliceBounds,
  subscriptIndex,
} from "./sequence.ts";
import { orderResult } from "./int_methods.ts";
import { listAppend, listFromIterable, newList } from "./list_methods.ts";
import { bytesIterator } from "./iterators.ts";
import { addChar, finish, newBuilder } from "./str_builder.ts";
import { addByteEscape } from "./repr.ts";
import { decodeBytes, encodeStr } from "./text_codecs.ts";

/** Bytes `start`…`end`. */
export function bytesSlice(b: Bytes, start: i32, end: i32): Bytes {
  const n = end > start ? end - start : 0;
  const r = alloc(Bytes, n);
  copyTail(r.data, 0, b.data, start, n);
  return r;
}

/** The text of bytes, each a character. */
export function bytesText(b: Bytes): Str {
  return decodeBytes(b, literal("latin-1"), ERROR);
}

/** Bytes of an iterable of integers, or of bytes themselves. */
export function bytesFromIterable(v: Value): Bytes {
  if (isA(v, Bytes)) return v as Bytes;
  if (isIntLike(v) || isA(v, Str)) throw typeError(format1(literal("cannot convert '%t' object to bytes"), v));
  const l = listFromIterable(v);
  const r = alloc(Bytes, l.size);
  for (let i = 0; i < l.size; i++) {
    const n = intValue(l.items.items[i]);
    if (!isI64(n) || i64Of(n) < 0n || i64Of(n) > 255n) throw valueError(literal("bytes must be in range(0, 256)"));
    r.data[i] = i32(i64Of(n));
  }
  return r;
}

function construct(cls: Value, source: Value, encoding: Value, errors: Value): Value {
  if (source === ERROR) return alloc(Bytes, 0);
  if (isA(source, Str)) {
    if (encoding === ERROR) throw typeError(literal("string argument without an encoding"));
    return encodeStr(source as Str, encoding, errors);
  }
  if (encoding !== ERROR) throw typeError(literal("encoding without a string argument"));
  if (isIntLike(source)) {
    const n = intValue(source);
    if (!isI64(n) || i64Of(n) > 0x7fffffffn) throw valueError(literal("cannot fit 'int' into an index-sized integer"));
    if (i64Of(n) < 0n) throw valueError(literal("negative count"));
    return alloc(Bytes, i32(i64Of(n)));
  }
  return bytesFromIterable(source);
}

function bytesGet(self: Value, key: Value): Value {
  const b = self as Bytes;
  if (isSlice(key)) {
    const [start, step, count] = sliceBounds(key as Slice, b.length);
    if (step === 1) return bytesSlice(b, start, start + count);
    const r = alloc(Bytes, count);
    for (let i = 0; i < count; i++) r.data[i] = b.data[start + i * step];
    return r;
  }
  const index = subscriptIndex(key, literal("byte indices must be integers or slices, not %t"));
  const i = index < 0 ? index + b.length : index;
  if (i < 0 || i >= b.length) throw indexError(literal("index out of range"));
  return boxIndex(b.data[i]);
}

function bytesBinary(operator: i32, left: Value, right: Value): Value {
  if (operator === OP_ADD && isA(left, Bytes)) {
    if (isA(right, Bytes)) return concatBytes(left as Bytes, right as Bytes);
    throw typeError(format1(literal("can't concat %t to bytes"), right));
  }
  if (operator === OP_MUL) {
    if (isA(left, Bytes) && isIndexLike(right)) return repeatBytes(left as Bytes, right);
    if (isA(right, Bytes) && isIndexLike(left)) return repeatBytes(right as Bytes, left);
    return isA(left, Bytes) ? refuseSequence(operator, left, right, left) : refuseSequence(operator, left, right, right);
  }
  return NOT_IMPLEMENTED;
}

function concatBytes(a: Bytes, b: Bytes): Bytes {
  const r = alloc(Bytes, a.length + b.length);
  copyTail(r.data, 0, a.data, 0, a.length);
  copyTail(r.data, a.length, b.data, 0, b.length);
  return r;
}

function repeatBytes(b: Bytes, times: Value): Bytes {
  const size = b.length;
  const count = repeatCount(times, size);
  const r = alloc(Bytes, size * count);
  for (let i = 0; i < count; i++) copyTail(r.data, i * size, b.data, 0, size);
  return r;
}

function compareBytes(a: Bytes, b: Bytes): i32 {
  const n = a.length < b.length ? a.length : b.length;
  for (let i = 0; i < n; i++) {
    const d = a.data[i] - b.data[i];
    if (d !== 0) return d;
  }
  return a.length - b.length;
}

function bytesCompare(operator: i32, left: Value, right: Value): Value {
  if (!isA(left, Bytes) || !isA(right, Bytes)) return NOT_IMPLEMENTED;
  return orderResult(operator, compareBytes(left as Bytes, right as Bytes));
}

function bytesHash(self: Value): i64 {
  const b = self as Bytes;
  let h = 0x345678n + i64(b.length);
  for (let i = 0; i < b.length; i++) h = (h ^ i64(b.data[i])) * 1099511628211n;
  return h === -1n ? -2n : h;
}

function bytesLength(self: Value): i32 {
  return (self as Bytes).length;
}

function bytesRepr(self: Value): Value {
  const b = self as Bytes;
  let quote = 39;
  for (let i = 0; i < b.length; i++) {
    if (b.data[i] === 34) {
      quote = 39;
      break;
    }
    if (b.data[i] === 39) quote = 34;
  }
  const out = newBuilder(b.length + 3);
  addChar(out, 98);
  addChar(out, quote);
  for (let i = 0; i < b.length; i++) addByteEscape(out, b.data[i], quote);
  addChar(out, quote);
  return finish(out);
}

// ── Searching ────────────────────────────────────────────────────────────────────────────────────────────────────────

function findBytes(b: Bytes, part: Bytes, start: i32, end: i32): i32 {
  const n = part.length;
  for (let i = start; i + n <= end; i++) if (equalTail(b.data, i, part.data, 0, n)) return i;
  return -1;
}

/** A byte or bytes to look for. */
function needle(v: Value): Bytes {
  if (isA(v, Bytes)) return v as Bytes;
  if (!isIntLike(v)) throw typeError(format1(literal("argument should be integer or bytes-like object, not '%t'"), v));
  const n = intValue(v);
  if (!isI64(n) || i64Of(n) < 0n || i64Of(n) > 255n) throw valueError(literal("byte must be in range(0, 256)"));
  const b = alloc(Bytes, 1);
  b.data[0] = i32(i64Of(n));
  return b;
}

function bytesContains(self: Value, item: Value): i32 {
  if (!isA(item, Bytes) && !isIntLike(item)) throw typeError(format1(literal("a bytes-like object is required, not '%t'"), item));
  const b = self as Bytes;
  return findBytes(b, needle(item), 0, b.length) >= 0 ? 1 : 0;
}

function search(self: Value, part: Value, start: Value, stop: Value): i32 {
  const b = self as Bytes;
  const n = b.length;
  const from = start === ERROR ? 0 : clampBound(boundValue(start, 0), n);
  return findBytes(b, needle(part), from, stop === ERROR ? n : clampBound(boundValue(stop, n), n));
}

function find(self: Value, part: Value, start: Value, stop: Value): Value {
  return boxIndex(search(self, part, start, stop));
}

function index(self: Value, part: Value, start: Value, stop: Value): Value {
  const at = search(self, part, start, stop);
  if (at < 0) throw valueError(literal("subsection not found"));
  return boxIndex(at);
}

function startsWith(self: Value, part: Value): Value {
  const b = self as Bytes;
  const p = needle(part);
  return boolOf(p.length <= b.length && equalTail(b.data, 0, p.data, 0, p.length));
}

function endsWith(self: Value, part: Value): Value {
  const b = self as Bytes;
  const p = needle(part);
  return boolOf(p.length <= b.length && equalTail(b.data, b.length - p.length, p.data, 0, p.length));
}

function join(self: Value, iterable: Value): Value {
  const between = self as Bytes;
  const l = listFromIterable(iterable);
  let total = l.size > 1 ? between.length * (l.size - 1) : 0;
  for (let i = 0; i < l.size; i++) {
    const v = l.items.items[i];
    if (!isA(v, Bytes)) {
      throw typeError(format2(literal("sequence item %s: expected a bytes-like object, %t found"), boxIndex(i), v));
    }
    total += (v as Bytes).length;
  }
  const r = alloc(Bytes, total);
  let at = 0;
  for (let i = 0; i < l.size; i++) {
    if (i > 0) {
      copyTail(r.data, at, between.data, 0, between.length);
      at += between.length;
    }
    const b = l.items.items[i] as Bytes;
    copyTail(r.data, at, b.data, 0, b.length);
    at += b.length;
  }
  return r;
}

function split(self: Value, separator: Value): Value {
  const b = self as Bytes;
  const l = newList(0);
  let start = 0;
  if (separator === ERROR || separator === NONE) {
    let i = 0;
    while (i < b.length) {
      while (i < b.length && isSpaceByte(b.data[i])) i++;
      start = i;
      while (i < b.length && !isSpaceByte(b.data[i])) i++;
      if (i > start) listAppend(l, bytesSlice(b, start, i));
    }
    return l;
  }
  const p = needle(separator);
  if (p.length === 0) throw valueError(literal("empty separator"));
  let at = findBytes(b, p, 0, b.length);
  while (at >= 0) {
    listAppend(l, bytesSlice(b, start, at));
    start = at + p.length;
    at = findBytes(b, p, start, b.length);
  }
  listAppend(l, bytesSlice(b, start, b.length));
  return l;
}

function isSpaceByte(c: i32): bool {
  return c === 32 || (c >= 9 && c <= 13);
}

function strip(self: Value): Value {
  const b = self as Bytes;
  let start = 0;
  let end = b.length;
  while (start < end && isSpaceByte(b.data[start])) start++;
  while (end > start && isSpaceByte(b.data[end - 1])) end--;
  return bytesSlice(b, start, end);
}

function decode(self: Value, encoding: Value, errors: Value): Value {
  return decodeBytes(self as Bytes, encoding, errors);
}

function hexDigit(d: i32): i32 {
  return d < 10 ? 48 + d : 87 + d;
}

function hex(self: Value): Value {
  const b = self as Bytes;
  const out = newBuilder(2 * b.length);
  for (let i = 0; i < b.length; i++) {
    addChar(out, hexDigit(b.data[i] >> 4));
    addChar(out, hexDigit(b.data[i] & 15));
  }
  return finish(out);
}

export function bootBytes(): void {
  const t = Types.bytes;
  t.tpBinary = slot(bytesBinary);
  t.tpCompare = slot(bytesCompare);
  t.tpHash = slot(bytesHash);
  t.tpLength = slot(bytesLength);
  t.tpGetItem = slot(bytesGet);
  t.tpContains = slot(bytesContains);
  t.tpIter = slot(bytesIterator);
  t.tpRepr = slot(bytesRepr);
  parameters4(constructor4(t, 1, slot(construct)), NONE, literal("source"), literal("encoding"), literal("errors"));
  method4(t, literal("find"), 2, slot(find));
  method4(t, literal("index"), 2, slot(index));
  method2(t, literal("startswith"), 2, slot(startsWith));
  method2(t, literal("endswith"), 2, slot(endsWith));
  method2(t, literal("join"), 2, slot(join));
  method2(t, literal("split"), 1, slot(split));
  method1(t, literal("strip"), slot(strip));
  parameters3(method3(t, literal("decode"), 1, slot(decode)), NONE, literal("encoding"), literal("errors"));
  method1(t, literal("hex"), slot(hex));
}
