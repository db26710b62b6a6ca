/**
 * Strings as arrays of code points: storing, slicing, searching, comparing, repeating, UTF-8.
 *
 * Every string has the narrowest storage (see `Str`); functions that may shrink the largest character find it anew. Addresses of data are
 * taken after the last allocation, since objects move.
 */

import {
  addressOf,
  type bool,
  type i32,
  isA,
  loadI32,
  loadI64,
  loadU16,
  loadU8,
  memoryCopy,
  memoryFill,
  storeI32,
  storeI64,
  storeU16,
  storeU8,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Singletons, Str } from "./objects.ts";
import { charAt, charLength, charString, concatStrings, newStr } from "./messages.ts";
import { EXCHANGE, EXCHANGE_SIZE } from "./host_imports.ts";
import { putUtf8, REPLACEMENT, utf8CodePoint, utf8SequenceLength, utf8Width } from "../../toolkit/library/utf8.ts";

/** Address of the characters; dies at the next safepoint. */
export function strData(s: Str): i32 {
  return addressOf(s.data);
}

/** Storage shift that a code point needs. */
export function shiftOf(c: i32): i32 {
  return c < 256 ? 0 : c < 65536 ? 1 : 2;
}

/** Reads or writes character `i` of raw text with the given shift. */
export function loadChar(data: i32, shift: i32, i: i32): i32 {
  if (shift === 0) return loadU8(data + i);
  return shift === 1 ? loadU16(data + 2 * i) : loadI32(data + 4 * i);
}

export function storeChar(data: i32, shift: i32, i: i32, c: i32): void {
  if (shift === 0) storeU8(data + i, c);
  else if (shift === 1) storeU16(data + 2 * i, c);
  else storeI32(data + 4 * i, c);
}

/** Copies bytes forwards; a loop for the few that most strings have, where the machine's instruction is a call. */
export function copyBytes(to: i32, from: i32, size: i32): void {
  if (size > 32) {
    memoryCopy(to, from, size);
    return;
  }
  let i = 0;
  while (i + 8 <= size) {
    storeI64(to + i, loadI64(from + i));
    i += 8;
  }
  while (i < size) {
    storeU8(to + i, loadU8(from + i));
    i++;
  }
}

/** Copies characters between raw texts of different widths (widening, or narrowing when they fit). */
export function copyChars(to: i32, toShift: i32, toIndex: i32, from: i32, fromShift: i32, fromIndex: i32, count: i32): void {
  if (toShift === fromShift) {
    copyBytes(to + (toIndex << toShift), from + (fromIndex << fromShift), count << toShift);
    return;
  }
  for (let i = 0; i < count; i++) storeChar(to, toShift, toIndex + i, loadChar(from, fromShift, fromIndex + i));
}

/** Shift needed for characters `start`…`end` of raw text that is stored with `shift`. */
export function neededShift(data: i32, shift: i32, start: i32, end: i32): i32 {
  let needed = 0;
  if (shift === 0) return 0;
  for (let i = start; i < end; i++) {
    const c = loadChar(data, shift, i);
    if (c >= 65536) return 2;
    if (c >= 256) {
      if (shift === 1) return 1;
      needed = 1;
    }
  }
  return needed;
}

export function isStr(v: Value): bool {
  return isA(v, Str);
}

/** A string of Latin-1 bytes in raw memory (outside the heap). */
export function strFromLatin1(address: i32, size: i32): Str {
  if (size === 0) return Singletons.emptyStr;
  if (size === 1) return charString(loadU8(address));
  const s = newStr(size, 0);
  copyBytes(strData(s), address, size);
  return s;
}

/** Characters `start`…`end` (0 ≤ start ≤ end ≤ length) as a string. */
export function substring(s: Str, start: i32, end: i32): Str {
  const count = end - start;
  if (count <= 0) return Singletons.emptyStr;
  if (count === charLength(s)) return s;
  if (count === 1) return charString(charAt(s, start));
  return copySubstring(s, start, end);
}

function copySubstring(s: Str, start: i32, end: i32): Str {
  const shift = neededShift(strData(s), s.shift, start, end);
  const r = newStr((end - start) << shift, shift);
  copyChars(strData(r), shift, 0, strData(s), s.shift, start, end - start);
  return r;
}

/** Every `step`-th character, `count` of them, from `start`. */
export function steppedSubstring(s: Str, start: i32, step: i32, count: i32): Str {
  if (count <= 0) return Singletons.emptyStr;
  let shift = 0;
  if (s.shift > 0) {
    for (let i = 0; i < count; i++) {
      const needed = shiftOf(loadChar(strData(s), s.shift, start + i * step));
      if (needed > shift) shift = needed;
    }
  }
  const r = newStr(count << shift, shift);
  const to = strData(r);
  const from = strData(s);
  for (let i = 0; i < count; i++) storeChar(to, shift, i, loadChar(from, s.shift, start + i * step));
  return r;
}

export function repeatStr(s: Str, times: i32): Str {
  if (times <= 0 || s.length === 0) return Singletons.emptyStr;
  if (times === 1) return s;
  const size = s.length;
  const r = newStr(size * times, s.shift);
  const to = strData(r);
  if (size === 1) {
    memoryFill(to, loadU8(strData(s)), times);
    return r;
  }
  memoryCopy(to, strData(s), size);
  let done = size;
  const total = size * times;
  while (done < total) {
    const part = done < total - done ? done : total - done;
    memoryCopy(to + done, to, part);
    done += part;
  }
  return r;
}

/** A string of `count` times the code point `c`. */
export function filledStr(c: i32, count: i32): Str {
  return repeatStr(charString(c), count);
}

/** Negative, zero, positive: order by code points. */
export function compareStrings(a: Str, b: Str): i32 {
  const la = charLength(a);
  const lb = charLength(b);
  const n = la < lb ? la : lb;
  const pa = strData(a);
  const pb = strData(b);
  const sa = a.shift;
  const sb = b.shift;
  if (sa === 0 && sb === 0) {
    let at = 0;
    while (at < n && loadU8(pa + at) === loadU8(pb + at)) at++;
    return at < n ? loadU8(pa + at) - loadU8(pb + at) : la - lb;
  }
  for (let i = 0; i < n; i++) {
    const ca = loadChar(pa, sa, i);
    const cb = loadChar(pb, sb, i);
    if (ca !== cb) return ca - cb;
  }
  return la - lb;
}

/** True when `part` stands at character `at` of `s` (which is long enough). */
export function matchesAt(s: Str, at: i32, part: Str): bool {
  const n = charLength(part);
  const ps = strData(s);
  const pp = strData(part);
  for (let i = 0; i < n; i++) {
    if (loadChar(ps, s.shift, at + i) !== loadChar(pp, part.shift, i)) return false;
  }
  return true;
}

/** First index of `part` with start ≤ index and index + length ≤ end, or -1. */
export function findStr(s: Str, part: Str, start: i32, end: i32): i32 {
  const n = charLength(part);
  if (n === 0) return start <= end ? start : -1;
  if (part.shift > s.shift) return -1;
  const last = end - n;
  const ps = strData(s);
  const pp = strData(part);
  const first = loadChar(pp, part.shift, 0);
  if (s.shift === 0) {
    for (let i = start; i <= last; i++) {
      if (loadU8(ps + i) === first) {
        let k = 1;
        while (k < n && loadU8(ps + i + k) === loadU8(pp + k)) k++;
        if (k === n) return i;
      }
    }
    return -1;
  }
  for (let i = start; i <= last; i++) {
    if (loadChar(ps, s.shift, i) === first && matchesAt(s, i, part)) return i;
  }
  return -1;
}

/** Last such index, or -1. */
export function findLastStr(s: Str, part: Str, start: i32, end: i32): i32 {
  const n = charLength(part);
  if (n === 0) return start <= end ? end : -1;
  if (part.shift > s.shift) return -1;
  for (let i = end - n; i >= start; i--) {
    if (matchesAt(s, i, part)) return i;
  }
  return -1;
}

/** Index of a character, or -1. */
export function findChar(s: Str, c: i32, start: i32, end: i32): i32 {
  const ps = strData(s);
  const shift = s.shift;
  if (shift === 0) {
    let i = start;
    while (i < end && loadU8(ps + i) !== c) i++;
    return i < end ? i : -1;
  }
  for (let i = start; i < end; i++) if (loadChar(ps, shift, i) === c) return i;
  return -1;
}

/** Compares with static ASCII text. */
export function equalsAscii(s: Str, address: i32, size: i32): bool {
  if (s.length !== size || s.shift !== 0) return false;
  const ps = strData(s);
  for (let i = 0; i < size; i++) if (loadU8(ps + i) !== loadU8(address + i)) return false;
  return true;
}

export function concat3(a: Str, b: Str, c: Str): Str {
  return concatStrings(concatStrings(a, b), c);
}

// ── UTF-8 ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Size in bytes of the UTF-8 form. */
export function utf8SizeOf(s: Str): i32 {
  const data = strData(s);
  const n = charLength(s);
  let size = 0;
  for (let i = 0; i < n; i++) size += utf8Width(loadChar(data, s.shift, i));
  return size;
}

/**
 * Writes characters from `start` as UTF-8 to raw memory while they fit into `limit` bytes; the index of the first character that did not.
 * `EXCHANGE` users call it in a loop.
 */
export function putUtf8Part(s: Str, start: i32, to: i32, limit: i32): i32 {
  const data = strData(s);
  const n = charLength(s);
  let at = to;
  let i = start;
  while (i < n && at + 4 <= to + limit) {
    at = putUtf8(at, loadChar(data, s.shift, i));
    i++;
  }
  return i;
}

/** Bytes that `putUtf8Part` wrote for characters `start`…`end`. */
export function utf8SizeOfPart(s: Str, start: i32, end: i32): i32 {
  const data = strData(s);
  let size = 0;
  for (let i = start; i < end; i++) size += utf8Width(loadChar(data, s.shift, i));
  return size;
}

/** As `utf8SequenceLength`, but lone surrogates (which string literals may hold) pass. */
function lenientLength(at: i32, end: i32): i32 {
  const n = utf8SequenceLength(at, end);
  if (n > 0 || loadU8(at) !== 0xed || at + 3 > end) return n;
  return loadU8(at + 1) >= 0xa0 && (loadU8(at + 1) & 0xc0) === 0x80 && (loadU8(at + 2) & 0xc0) === 0x80 ? 3 : 0;
}

/** A string of UTF-8 in raw memory outside the heap; malformed bytes become U+FFFD, surrogates stay. */
export function strFromUtf8(address: i32, size: i32): Str {
  const end = address + size;
  let count = 0;
  let shift = 0;
  let at = address;
  while (at < end) {
    const n = lenientLength(at, end);
    const needed = n === 0 ? 1 : shiftOf(utf8CodePoint(at, n));
    if (needed > shift) shift = needed;
    at += n === 0 ? 1 : n;
    count++;
  }
  if (count === 0) return Singletons.emptyStr;
  const s = newStr(count << shift, shift);
  const data = strData(s);
  at = address;
  for (let i = 0; i < count; i++) {
    const n = lenientLength(at, end);
    storeChar(data, shift, i, n === 0 ? REPLACEMENT : utf8CodePoint(at, n));
    at += n === 0 ? 1 : n;
  }
  return s;
}

/** Text that the host left in the exchange buffer. */
export function strFromExchange(size: i32): Str {
  return strFromUtf8(EXCHANGE, size < EXCHANGE_SIZE ? size : EXCHANGE_SIZE);
}
