/**
 * Strings: making, copying, widening, joining, and to and from UTF-8.
 *
 * Characters are narrow (Latin-1) until one from 256 is stored; a string may stay wide without need. Ranges are checked by the callers.
 */

import { addressOf, alloc, type bool, copyTail, fillTail, type i32, isA, residual } from "../../toolkit/define/mod.ts";
import { putUtf8, utf8Width } from "../../toolkit/library/utf8.ts";
import { type AnyBytevector, Bytevector, type Chars, NarrowChars, Str, WideChars } from "./objects.ts";
import { fillFromUtf8, measureUtf8, roomForChars } from "./utf8.ts";

export function isNarrow(s: Str): bool {
  return isA(s.chars, NarrowChars);
}

export function stringLength(s: Str): i32 {
  return s.chars.length;
}

/** A mutable string over `chars`, which is its own from now on. */
export function newStr(chars: Chars): Str {
  const s = alloc(Str);
  s.chars = chars;
  return s;
}

/** A string of `count` NULs, narrow or wide. */
export function blankStr(count: i32, wide: i32): Str {
  return newStr(blankChars(count, wide));
}

export function blankChars(count: i32, wide: i32): Chars {
  return wide !== 0 ? alloc(WideChars, count) : alloc(NarrowChars, count);
}

/** Makes the characters wide. */
export const widen = residual(function (s: Str): void {
  const count = s.chars.length;
  const wide = alloc(WideChars, count);
  const narrow = s.chars as NarrowChars;
  for (let i = 0; i < count; i++) wide.items[i] = narrow.items[i];
  s.chars = wide;
});

/** Stores a character. */
export function setChar(s: Str, index: i32, c: i32): void {
  if (c > 255 && isNarrow(s)) widen(s);
  const chars = s.chars;
  if (isA(chars, NarrowChars)) (chars as NarrowChars).items[index] = c;
  else (chars as WideChars).items[index] = c;
}

/** Fewer bytes than this are moved faster one by one. */
const SHORT = 16;

function moveNarrow(to: NarrowChars, at: i32, from: NarrowChars, start: i32, count: i32): void {
  if (count < SHORT && to !== from) { for (let i = 0; i < count; i++) to.items[at + i] = from.items[start + i]; }
  else copyTail(to.items, at, from.items, start, count);
}

/** Copies characters between strings, also within one; the target is wide when the source is. */
export const moveChars = residual(function (to: Str, at: i32, from: Str, start: i32, count: i32): void {
  if (isNarrow(from)) {
    const source = from.chars as NarrowChars;
    if (isNarrow(to)) {
      moveNarrow(to.chars as NarrowChars, at, source, start, count);
      return;
    }
    const target = to.chars as WideChars;
    for (let i = 0; i < count; i++) target.items[at + i] = source.items[start + i];
    return;
  }
  copyTail((to.chars as WideChars).items, at, (from.chars as WideChars).items, start, count);
});

/** A new string of the characters from `start` to `end`. */
export const substring = residual(function (s: Str, start: i32, end: i32): Str {
  const copy = blankStr(end - start, isNarrow(s) ? 0 : 1);
  moveChars(copy, 0, s, start, end - start);
  return copy;
});

/** A new string of `count` times a character. */
export const repeatChar = residual(function (count: i32, c: i32): Str {
  if (c > 255) {
    const wide = alloc(WideChars, count);
    fillTail(wide.items, 0, count, c);
    return newStr(wide);
  }
  const narrow = alloc(NarrowChars, count);
  fillTail(narrow.items, 0, count, c);
  return newStr(narrow);
});

export const fillChars = residual(function (s: Str, start: i32, end: i32, c: i32): void {
  if (c > 255 && isNarrow(s)) widen(s);
  if (isNarrow(s)) fillTail((s.chars as NarrowChars).items, start, end - start, c);
  else fillTail((s.chars as WideChars).items, start, end - start, c);
});

export const concatenate = residual(function (a: Str, b: Str): Str {
  const na = stringLength(a), nb = stringLength(b);
  const s = blankStr(na + nb, isNarrow(a) && isNarrow(b) ? 0 : 1);
  moveChars(s, 0, a, 0, na);
  moveChars(s, na, b, 0, nb);
  return s;
});

/** -1, 0 or 1, by code points. */
export const compareStrings = residual(function (a: Str, b: Str): i32 {
  const na = stringLength(a), nb = stringLength(b);
  const shorter = na < nb ? na : nb;
  const x = a.chars, y = b.chars;
  const isWideX = isA(x, WideChars), isWideY = isA(y, WideChars);
  for (let i = 0; i < shorter; i++) {
    const c = isWideX ? (x as WideChars).items[i] : (x as NarrowChars).items[i];
    const d = isWideY ? (y as WideChars).items[i] : (y as NarrowChars).items[i];
    if (c !== d) return c < d ? -1 : 1;
  }
  return na < nb ? -1 : na > nb ? 1 : 0;
});

// ── UTF-8 ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Bytes that the characters from `start` to `end` take. */
export const utf8Size = residual(function (s: Str, start: i32, end: i32): i32 {
  let size = end - start;
  if (isNarrow(s)) {
    const narrow = s.chars as NarrowChars;
    for (let i = start; i < end; i++) size += narrow.items[i] >> 7;
    return size;
  }
  const wide = s.chars as WideChars;
  for (let i = start; i < end; i++) size += utf8Width(wide.items[i]) - 1;
  return size;
});

/** Writes the characters from `start` to `end` as UTF-8 to raw memory that has room for them; the address behind them. */
export const encodeUtf8 = residual(function (s: Str, start: i32, end: i32, address: i32): i32 {
  let at = address;
  if (isNarrow(s)) {
    const narrow = s.chars as NarrowChars;
    for (let i = start; i < end; i++) at = putUtf8(at, narrow.items[i]);
    return at;
  }
  const wide = s.chars as WideChars;
  for (let i = start; i < end; i++) at = putUtf8(at, wide.items[i]);
  return at;
});

/** The string that the bytes from `start` to `end` mean; ill-formed ones become U+FFFD. */
export const decodeBytes = residual(function (bytes: AnyBytevector, start: i32, end: i32): Str {
  const before = addressOf(bytes.items);
  const [count, highest] = measureUtf8(before + start, before + end);
  const s = newStr(roomForChars(count, highest));
  // What was allocated may have moved the bytes.
  const base = addressOf(bytes.items);
  fillFromUtf8(s.chars, base + start, base + end);
  return s;
});

/** The characters from `start` to `end` as UTF-8. */
export const encodeString = residual(function (s: Str, start: i32, end: i32): Bytevector {
  const bytes = alloc(Bytevector, utf8Size(s, start, end));
  encodeUtf8(s, start, end, addressOf(bytes.items));
  return bytes;
});
