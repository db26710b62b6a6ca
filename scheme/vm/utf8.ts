/** UTF-8 bytes to strings. Ill-formed bytes become U+FFFD. */

import { addressOf, alloc, type i32, isA, loadI64, memoryCopy, residual } from "../../toolkit/define/mod.ts";
import { decodeUtf8, utf8SequenceLength } from "../../toolkit/library/utf8.ts";
import { type Chars, NarrowChars, Str, WideChars } from "./objects.ts";

/** 1 when the bytes are UTF-8. */
export const isWellFormed = residual(function (address: i32, end: i32): i32 {
  for (let at = address; at < end;) {
    const size = utf8SequenceLength(at, end);
    if (size === 0) return 0;
    at += size;
  }
  return 1;
});

/** Where ASCII is known to end at the earliest: it is looked at by eight bytes. */
function asciiEnd(from: i32, end: i32): i32 {
  let at = from;
  while (at + 8 <= end && (loadI64(at) & ~0x7f7f7f7f7f7f7f7fn) === 0n) at += 8;
  return at;
}

/** Number of characters in UTF-8 text, and the highest of them or a lower ASCII one. */
export function measureUtf8(from: i32, end: i32): [i32, i32] {
  let at = asciiEnd(from, end);
  let count = at - from;
  let highest: i32 = 0;
  while (at < end) {
    const [code, size] = decodeUtf8(at, end);
    if (code > highest) highest = code;
    count++;
    at += size;
  }
  return [count, highest];
}

/** Room for `count` characters up to `highest`. */
export function roomForChars(count: i32, highest: i32): Chars {
  return highest > 255 ? alloc(WideChars, count) : alloc(NarrowChars, count);
}

/** Fills `chars` with all of a text that `measureUtf8` measured. */
export function fillFromUtf8(chars: Chars, from: i32, end: i32): void {
  const count = chars.length;
  let at = from;
  if (isA(chars, WideChars)) {
    const wide = chars as WideChars;
    for (let i: i32 = 0; i < count; i++) {
      const [code, size] = decodeUtf8(at, end);
      wide.items[i] = code;
      at += size;
    }
    return;
  }
  const narrow = chars as NarrowChars;
  if (count === end - from) memoryCopy(addressOf(narrow.items), from, count);
  else {
    for (let i: i32 = 0; i < count; i++) {
      const [code, size] = decodeUtf8(at, end);
      narrow.items[i] = code;
      at += size;
    }
  }
}

/** The characters of UTF-8 text outside the heap. */
export const charsFromUtf8 = residual(function (address: i32, sizeBytes: i32): Chars {
  const end = address + sizeBytes;
  const [count, highest] = measureUtf8(address, end);
  const chars = roomForChars(count, highest);
  fillFromUtf8(chars, address, end);
  return chars;
});

/** An immutable string of UTF-8 text outside the heap. */
export const strFromUtf8 = residual(function (address: i32, sizeBytes: i32): Str {
  const chars = charsFromUtf8(address, sizeBytes);
  const s = alloc(Str);
  s.chars = chars;
  s.immutable = 1;
  return s;
});
