/**
 * Builds a string piece by piece: a growing buffer of the narrowest width that holds what was added so far.
 *
 * `newBuilder`, then `add…`, then `finish`. A builder widens only for a character that needs it, so the result is canonical.
 */

import { addressOf, alloc, i32, type i64, Layout, layout, memoryFill, type Tail, type u8 } from "../../toolkit/define/mod.ts";
import { Singletons, type Str } from "./objects.ts";
import { charLength, charString, newStr } from "./messages.ts";
import { copyBytes, copyChars, loadChar, shiftOf, storeChar, strData } from "./str_core.ts";

@layout()
export class CharBuffer extends Layout {
  data!: Tail<u8>;
}

@layout()
export class Builder extends Layout {
  buffer!: CharBuffer;
  /** Characters so far, and their storage shift. */
  count!: i32;
  shift!: i32;
}

export function newBuilder(capacity: i32): Builder {
  const buffer = alloc(CharBuffer, capacity < 16 ? 16 : capacity);
  const b = alloc(Builder);
  b.buffer = buffer;
  return b;
}

/** Makes room for `count` more characters of the given shift. */
function reserve(b: Builder, count: i32, shift: i32): void {
  const newShift = shift > b.shift ? shift : b.shift;
  const needed = (b.count + count) << newShift;
  const capacity = b.buffer.length;
  if (newShift === b.shift && needed <= capacity) return;
  growBuffer(b, needed > capacity ? needed + (needed >> 1) : capacity, newShift);
}

function growBuffer(b: Builder, size: i32, shift: i32): void {
  const buffer = alloc(CharBuffer, size);
  copyChars(addressOf(buffer.data), shift, 0, addressOf(b.buffer.data), b.shift, 0, b.count);
  b.buffer = buffer;
  b.shift = shift;
}

export function addChar(b: Builder, c: i32): void {
  reserve(b, 1, shiftOf(c));
  storeChar(addressOf(b.buffer.data), b.shift, b.count, c);
  b.count += 1;
}

export function addChars(b: Builder, c: i32, count: i32): void {
  if (count <= 0) return;
  reserve(b, count, shiftOf(c));
  const data = addressOf(b.buffer.data);
  if (b.shift === 0) memoryFill(data + b.count, c, count);
  else for (let i = 0; i < count; i++) storeChar(data, b.shift, b.count + i, c);
  b.count += count;
}

/** Characters `start`…`end` of `s`. */
export function addPart(b: Builder, s: Str, start: i32, end: i32): void {
  const count = end - start;
  if (count <= 0) return;
  if (s.shift > b.shift) {
    // A wide string whose part may be narrow: let every character decide.
    for (let i = start; i < end; i++) addCharOf(b, s, i);
    return;
  }
  reserve(b, count, 0);
  copyChars(addressOf(b.buffer.data), b.shift, b.count, strData(s), s.shift, start, count);
  b.count += count;
}

function addCharOf(b: Builder, s: Str, i: i32): void {
  const data = strData(s);
  addChar(b, loadChar(data, s.shift, i));
}

export function addStr(b: Builder, s: Str): void {
  const n = charLength(s);
  if (n === 0) return;
  reserve(b, n, s.shift);
  copyChars(addressOf(b.buffer.data), b.shift, b.count, strData(s), s.shift, 0, n);
  b.count += n;
}

/** Latin-1 bytes of raw memory (static text, the exchange buffer). */
export function addLatin1(b: Builder, address: i32, size: i32): void {
  if (size <= 0) return;
  reserve(b, size, 0);
  copyChars(addressOf(b.buffer.data), b.shift, b.count, address, 0, 0, size);
  b.count += size;
}

/** Decimal digits of a 64-bit integer. */
export function addDecimal(b: Builder, value: i64): void {
  if (value < 0n) addChar(b, 45);
  let rest = value < 0n ? value : -value;
  let divisor = 1n;
  while (rest / divisor <= -10n) divisor *= 10n;
  while (divisor > 0n) {
    addChar(b, 48 - i32(rest / divisor));
    rest = rest % divisor;
    divisor = divisor / 10n;
  }
}

export function finish(b: Builder): Str {
  if (b.count === 0) return Singletons.emptyStr;
  if (b.count === 1) return charString(loadChar(addressOf(b.buffer.data), b.shift, 0));
  const s = newStr(b.count << b.shift, b.shift);
  copyBytes(strData(s), addressOf(b.buffer.data), b.count << b.shift);
  return s;
}
