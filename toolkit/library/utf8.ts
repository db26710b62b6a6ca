/**
 * UTF-8 in raw memory: one code point at a time.
 */

import { type i32, loadU8, storeU8 } from "../define/mod.ts";

/** What stands for ill-formed bytes. */
export const REPLACEMENT = 0xfffd;

/** Bytes of a code point. */
export function utf8Width(c: i32): i32 {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/** Writes a code point; the address behind it. Surrogates are written as they are. */
export function putUtf8(at: i32, c: i32): i32 {
  if (c < 0x80) {
    storeU8(at, c);
    return at + 1;
  }
  if (c < 0x800) {
    storeU8(at, 0xc0 | (c >> 6));
    storeU8(at + 1, 0x80 | (c & 63));
    return at + 2;
  }
  if (c < 0x10000) {
    storeU8(at, 0xe0 | (c >> 12));
    storeU8(at + 1, 0x80 | ((c >> 6) & 63));
    storeU8(at + 2, 0x80 | (c & 63));
    return at + 3;
  }
  storeU8(at, 0xf0 | (c >> 18));
  storeU8(at + 1, 0x80 | ((c >> 12) & 63));
  storeU8(at + 2, 0x80 | ((c >> 6) & 63));
  storeU8(at + 3, 0x80 | (c & 63));
  return at + 4;
}

/** Bytes that a sequence has which starts with this byte; 1 for a byte that starts none. */
export function utf8Expected(first: i32): i32 {
  return first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Bytes at `at` that belong to one sequence: all of it, or up to the byte that breaks it (Unicode, table 3-7). */
function coherentLength(at: i32, end: i32): i32 {
  const first = loadU8(at);
  const expected = utf8Expected(first);
  let n = 1;
  while (n < expected && at + n < end) {
    const c = loadU8(at + n);
    const low = n > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = n > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (c < low || c > high) break;
    n++;
  }
  return n;
}

/** Length of the well-formed sequence at `at`, 0 when it is ill-formed. `end` is the address behind the text. */
export function utf8SequenceLength(at: i32, end: i32): i32 {
  const first = loadU8(at);
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const n = coherentLength(at, end);
  return n === utf8Expected(first) ? n : 0;
}

/** How many bytes of an ill-formed sequence stand for one replacement. */
export function utf8MalformedLength(at: i32, end: i32): i32 {
  return coherentLength(at, end);
}

/** Code point of a well-formed sequence of `n` bytes. */
export function utf8CodePoint(at: i32, n: i32): i32 {
  const b = loadU8(at);
  if (n === 1) return b;
  if (n === 2) return ((b & 31) << 6) | (loadU8(at + 1) & 63);
  if (n === 3) return ((b & 15) << 12) | ((loadU8(at + 1) & 63) << 6) | (loadU8(at + 2) & 63);
  return ((b & 7) << 18) | ((loadU8(at + 1) & 63) << 12) | ((loadU8(at + 2) & 63) << 6) | (loadU8(at + 3) & 63);
}

/** The code point at `at` and its size; ill-formed bytes are replaced. At least one byte is left before `end`. */
export function decodeUtf8(at: i32, end: i32): [i32, i32] {
  const first = loadU8(at);
  if (first < 0x80) return [first, 1];
  const n = utf8SequenceLength(at, end);
  if (n === 0) return [REPLACEMENT, utf8MalformedLength(at, end)];
  return [utf8CodePoint(at, n), n];
}
