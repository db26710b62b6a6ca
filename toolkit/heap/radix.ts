/**
 * Integers to and from digits in a base from 2 to 36.
 *
 * Both ways divide and conquer over the powers p(i) = base^(chunk * 2^i), where base^chunk is the largest power in 32 bits,
 * so their cost is that of the multiplication and division used; bases that are powers of two just regroup bits. Text is
 * ASCII, lower case, most significant digit first (Knuth 4.4).
 */

import {
  addressOf,
  alloc,
  type bool,
  boxInt,
  ctz,
  divU,
  i32,
  i64,
  Layout,
  layout,
  loadI32,
  loadU8,
  memoryCopy,
  memoryFill,
  remU,
  residual,
  shrU,
  storeI32,
  storeU8,
  type Tail,
  u32,
  type u8,
  type Value,
} from "../define/mod.ts";
import { beginOperation, digitCount, digitsOf, magnitudeOf, makeInteger, signOf } from "./bignum.ts";
import { divideDigits, divideSmall } from "./divide.ts";
import { i64Of, isI64 } from "./int64.ts";
import { addInPlace, bitLengthOf, compareDigits, copyDigits, multiplySmall, trim } from "./magnitude.ts";
import { multiplyDigits } from "./multiply.ts";
import { scratchMark, scratchRelease, takeDigits } from "./scratch.ts";

/** ASCII text of an integer. */
@layout()
export class AsciiText extends Layout {
  bytes!: Tail<u8>;
}

/** Numbers up to so many chunks are converted a chunk at a time. */
const LEAF_LEVEL = 5;
/** More levels than memory has room for. */
const MAX_LEVELS = 32;

function digitCharacter(digit: i32): i32 {
  return digit < 10 ? 0x30 + digit : 0x57 + digit;
}

/** Value of an ASCII digit in any base up to 36; 99 for others. */
function digitValue(character: i32): i32 {
  if (character >= 0x30 && character <= 0x39) return character - 0x30;
  const lower = character | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x57 : 99;
}

/** Digits of `base` in a chunk, and base^chunk, which fits in 32 bits. */
function chunkOf(base: i32): [i32, i32] {
  let count = 0;
  let power = 1n;
  while (power * i64(base) <= 0xffffffffn) {
    power *= i64(base);
    count++;
  }
  return [count, i32(power)];
}

/** A table of p(0) … p(levels - 1): address and number of digits of each, in scratch memory. */
function powerTable(chunkPower: i32, levels: i32): i32 {
  const table = takeDigits(MAX_LEVELS << 1);
  let power = takeDigits(1);
  let count = 1;
  storeI32(power, chunkPower);
  for (let level = 0; level < levels; level++) {
    storeI32(table + (level << 3), power);
    storeI32(table + (level << 3) + 4, count);
    if (level + 1 < levels) {
      const square = takeDigits(count << 1);
      multiplyDigits(square, power, count, power, count);
      power = square;
      count = trim(square, count << 1);
    }
  }
  return table;
}

// ── To text ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The digits of an integer, with a minus sign if it is negative. */
export const integerToDigits = residual(function (a: Value, base: i32): AsciiText {
  const n = digitCount(a);
  beginOperation(i64(n) + 4n, 24n);
  const sign = signOf(a);
  if ((base & (base - 1)) === 0) return bitsToText(digitsOf(a), n, sign, ctz(base));
  if (isI64(a)) return wordToText(magnitudeOf(i64Of(a)), sign, base);
  const [chunk, chunkPower] = chunkOf(base);
  // p(level) must be above the number: count bits generously, a chunk holds more than 26 of them.
  let level = LEAF_LEVEL;
  while ((26n << i64(level)) < i64(n) << 5n) level++;
  const width = chunk << level;
  const table = powerTable(chunkPower, level);
  const text = takeDigits((width + 3) >> 2);
  const digits = takeDigits(n + 1);
  copyDigits(digits, digitsOf(a), n);
  writeLevel(digits, n, level, table, chunk, chunkPower, base, text);
  let start = 0;
  while (loadU8(text + start) === 0x30) start++;
  return makeText(text + start, width - start, sign);
});

function makeText(from: i32, count: i32, sign: i32): AsciiText {
  const minus = sign < 0 ? 1 : 0;
  const text = alloc(AsciiText, count + minus);
  const to = addressOf(text.bytes);
  if (minus !== 0) storeU8(to, 0x2d);
  memoryCopy(to + minus, from, count);
  return text;
}

/** Unsigned 64-bit number. */
function wordToText(word: i64, sign: i32, base: i32): AsciiText {
  const room = 64;
  const text = takeDigits(room >> 2);
  const b = i64(base);
  let at = room;
  let left = word;
  do {
    at--;
    storeU8(text + at, digitCharacter(i32(remU(left, b))));
    left = divU(left, b);
  } while (left !== 0n);
  return makeText(text + at, room - at, sign);
}

/** Base 2^bits. */
function bitsToText(digits: i32, n: i32, sign: i32, bits: i32): AsciiText {
  const total = bitLengthOf(digits, n);
  const count = total === 0n ? 1 : i32((total + i64(bits) - 1n) / i64(bits));
  const text = takeDigits((count + 3) >> 2);
  const mask = i64((1 << bits) - 1);
  let buffer = 0n;
  let held = 0;
  let next = 0;
  for (let at = count - 1; at >= 0; at--) {
    if (held < bits && next < n) {
      buffer |= i64(u32(loadI32(digits + (next << 2)))) << i64(held);
      held += 32;
      next++;
    }
    storeU8(text + at, digitCharacter(i32(buffer & mask)));
    buffer = shrU(buffer, i64(bits));
    held -= bits;
  }
  return makeText(text, count, sign);
}

/** Writes exactly chunk * 2^level characters; destroys the digits. */
function writeLevel(digits: i32, n: i32, level: i32, table: i32, chunk: i32, chunkPower: i32, base: i32, text: i32): void {
  const width = chunk << level;
  if (level <= LEAF_LEVEL) {
    writeLeaf(digits, n, width, chunk, chunkPower, base, text);
    return;
  }
  const power = loadI32(table + (level << 3) - 8), np = loadI32(table + (level << 3) - 4);
  const half = width >> 1;
  const count = trim(digits, n);
  if (compareDigits(digits, count, power, np) < 0) {
    memoryFill(text, 0x30, half);
    writeLevel(digits, count, level - 1, table, chunk, chunkPower, base, text + half);
    return;
  }
  const mark = scratchMark();
  const quotient = takeDigits(count - np + 1), rest = takeDigits(np);
  divideDigits(quotient, rest, digits, count, power, np);
  writeLevel(quotient, trim(quotient, count - np + 1), level - 1, table, chunk, chunkPower, base, text);
  writeLevel(rest, trim(rest, np), level - 1, table, chunk, chunkPower, base, text + half);
  scratchRelease(mark);
}

function writeLeaf(digits: i32, n: i32, width: i32, chunk: i32, chunkPower: i32, base: i32, text: i32): void {
  let count = trim(digits, n);
  let end = text + width;
  while (count > 0) {
    let word = u32(divideSmall(digits, digits, count, chunkPower));
    count = trim(digits, count);
    for (let i = 1; i <= chunk; i++) {
      storeU8(end - i, digitCharacter(i32(word % u32(base))));
      word = word / u32(base);
    }
    end -= chunk;
  }
  memoryFill(text, 0x30, end - text);
}

// ── From text ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** True if the `count` characters at `text` are digits of `base` and there is at least one. */
export const areDigits = residual(function (text: i32, count: i32, base: i32): bool {
  for (let i = 0; i < count; i++) if (digitValue(loadU8(text + i)) >= base) return false;
  return count > 0;
});

/** The integer that `count` ASCII digits at a raw address mean: no sign, no separators, all valid (see `areDigits`). */
export const integerFromDigits = residual(function (text: i32, count: i32, base: i32): Value {
  const [chunk, chunkPower] = chunkOf(base);
  if (count <= chunk) {
    let word = 0n;
    for (let i = 0; i < count; i++) word = word * i64(base) + i64(digitValue(loadU8(text + i)));
    return boxInt(word);
  }
  const room = i32(i64(count) / i64(chunk)) + 2;
  beginOperation(i64(room) + 4n, 16n);
  const digits = takeDigits(room);
  let level = 0;
  while (chunk << (level + 1) < count) level++;
  const table = powerTable(chunkPower, level + 1);
  const n = readLevel(digits, text, count, level, table, chunk, base);
  return makeInteger(1, digits, n);
});

/** Reads at most chunk * 2^(level + 1) characters; returns the number of digits written, at most one per chunk begun. */
function readLevel(digits: i32, text: i32, count: i32, level: i32, table: i32, chunk: i32, base: i32): i32 {
  const low = chunk << level;
  if (level < LEAF_LEVEL) return readLeaf(digits, text, count, chunk, base);
  if (count <= low) return readLevel(digits, text, count, level - 1, table, chunk, base);
  const mark = scratchMark();
  const high = takeDigits((1 << level) + 1);
  const nh = readLevel(high, text, count - low, level - 1, table, chunk, base);
  const power = loadI32(table + (level << 3)), np = loadI32(table + (level << 3) + 4);
  const product = takeDigits(nh + np + 1);
  multiplyDigits(product, high, nh, power, np);
  storeI32(product + ((nh + np) << 2), 0);
  const rest = takeDigits((1 << level) + 1);
  const nr = readLevel(rest, text + count - low, low, level - 1, table, chunk, base);
  addInPlace(product, nh + np + 1, rest, nr);
  const n = trim(product, nh + np + 1);
  copyDigits(digits, product, n);
  scratchRelease(mark);
  return n;
}

function readLeaf(digits: i32, text: i32, count: i32, chunk: i32, base: i32): i32 {
  let n = 0;
  let at = 0;
  while (at < count) {
    // The first chunk takes what is over, so that the others are whole.
    const length = at === 0 && count % chunk !== 0 ? count % chunk : chunk;
    let word = 0;
    let power = 1;
    for (let i = 0; i < length; i++) {
      word = word * base + digitValue(loadU8(text + at + i));
      power *= base;
    }
    const high = multiplySmall(digits, digits, n, power, word);
    storeI32(digits + (n << 2), high);
    if (high !== 0) n++;
    at += length;
  }
  return n;
}
