/** UTF-8 bytes to strings. Ill-formed bytes become U+FFFD. */

import { addressOf, alloc, type i32, loadU8, memoryCopy, residual, storeI32 } from "../../toolkit/define/mod.ts";
import { type Chars, NarrowChars, Str, WideChars } from "./objects.ts";

const REPLACEMENT = 0xfffd;

/** The code point that starts at `address`, and its size; at least one byte is left before `end`. */
export function decodeUtf8(address: i32, end: i32): [i32, i32] {
  const first = loadU8(address);
  if (first < 0x80) return [first, 1];
  const size: i32 = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
  if (size === 0) return [REPLACEMENT, 1];
  let code = first & (0x7f >> size);
  for (let i: i32 = 1; i < size; i++) {
    if (address + i >= end) return [REPLACEMENT, i];
    const next = loadU8(address + i);
    if ((next & 0xc0) !== 0x80) return [REPLACEMENT, i];
    code = code << 6 | next & 0x3f;
  }
  const overlong = size === 3 && code < 0x800 || size === 4 && (code < 0x10000 || code > 0x10ffff);
  if (overlong || code >= 0xd800 && code < 0xe000) return [REPLACEMENT, size];
  return [code, size];
}

/** 1 when the bytes are UTF-8. */
export const isWellFormed = residual(function (address: i32, end: i32): i32 {
  for (let at = address; at < end;) {
    const [code, size] = decodeUtf8(at, end);
    // The replacement character itself has three bytes that start with EF.
    if (code === REPLACEMENT && (size !== 3 || loadU8(at) !== 0xef)) return 0;
    at += size;
  }
  return 1;
});

/** An immutable string over `chars`. */
function literalString(chars: Chars): Str {
  const s = alloc(Str);
  s.chars = chars;
  s.immutable = 1;
  return s;
}

function wideFromUtf8(address: i32, end: i32, count: i32): WideChars {
  const chars = alloc(WideChars, count);
  const to = addressOf(chars.items);
  let at = address;
  for (let i: i32 = 0; i < count; i++) {
    const [code, size] = decodeUtf8(at, end);
    storeI32(to + 4 * i, code);
    at += size;
  }
  return chars;
}

function narrowFromUtf8(address: i32, end: i32, count: i32): NarrowChars {
  const chars = alloc(NarrowChars, count);
  if (count === end - address) {
    memoryCopy(addressOf(chars.items), address, count);
    return chars;
  }
  let at = address;
  for (let i: i32 = 0; i < count; i++) {
    const [code, size] = decodeUtf8(at, end);
    chars.items[i] = code;
    at += size;
  }
  return chars;
}

/** The characters of UTF-8 text outside the heap. */
export const charsFromUtf8 = residual(function (address: i32, sizeBytes: i32): Chars {
  const end = address + sizeBytes;
  let count: i32 = 0;
  let highest: i32 = 0;
  for (let at = address; at < end;) {
    const [code, size] = decodeUtf8(at, end);
    if (code > highest) highest = code;
    at += size;
    count += 1;
  }
  return highest < 256 ? narrowFromUtf8(address, end, count) : wideFromUtf8(address, end, count);
});

/** An immutable string of UTF-8 text outside the heap. */
export const strFromUtf8 = residual(function (address: i32, sizeBytes: i32): Str {
  return literalString(charsFromUtf8(address, sizeBytes));
});
