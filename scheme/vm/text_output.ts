/**
 * Characters and text to ports, as UTF-8; `write-char`, `write-string`, `newline` and the binary ones.
 */

import {
  addressOf,
  charOf,
  copyTail,
  type i32,
  isA,
  isChar,
  literal,
  loadU8,
  memoryCopy,
  residual,
  slot,
  storeU8,
  type Value,
} from "../../toolkit/define/mod.ts";
import { putUtf8, utf8Width } from "../../toolkit/library/utf8.ts";
import { AnyBytevector, type NarrowChars, type Port, Str, UNSPECIFIED, type WideChars } from "./objects.ts";
import { wrongType } from "./errors.ts";
import { byteArgument, endIndex, startIndex } from "./ranges.ts";
import { define1, define2, define4 } from "./native.ts";
import { binaryOutput, endOutput, makeRoom, putByte, textOutput } from "./ports.ts";
import { isNarrow, stringLength } from "./strings.ts";

/** Characters that are put at once: in UTF-8 they fit in a stream's buffer. */
const PIECE = 1024;
const NEWLINE = 10;

/** Makes sure that `count` bytes can be put, at most 4 KiB. */
function reserve(p: Port, count: i32): void {
  if (p.buffer.length - p.limit < count) makeRoom(p, count);
}

const putWideChar = residual(function (p: Port, c: i32): void {
  const width = utf8Width(c);
  reserve(p, width);
  putUtf8(addressOf(p.buffer.items) + p.limit, c);
  p.limit += width;
});

/** A character. */
export function putChar(p: Port, c: i32): void {
  if (c < 128) putByte(p, c);
  else putWideChar(p, c);
}

/** ASCII text in raw memory. */
export const putAscii = residual(function (p: Port, address: i32, size: i32): void {
  for (let at = 0; at < size; at += PIECE) {
    const count = size - at < PIECE ? size - at : PIECE;
    reserve(p, count);
    memoryCopy(addressOf(p.buffer.items) + p.limit, address + at, count);
    p.limit += count;
  }
});

function putNarrowPiece(p: Port, chars: NarrowChars, start: i32, count: i32): void {
  reserve(p, 2 * count);
  const first = addressOf(p.buffer.items) + p.limit;
  const from = addressOf(chars.items) + start;
  let at = first;
  for (let i = 0; i < count; i++) {
    const c = loadU8(from + i);
    if (c < 128) {
      storeU8(at, c);
      at++;
    } else at = putUtf8(at, c);
  }
  p.limit += at - first;
}

function putWidePiece(p: Port, chars: WideChars, start: i32, count: i32): void {
  reserve(p, 4 * count);
  const first = addressOf(p.buffer.items) + p.limit;
  let at = first;
  for (let i = 0; i < count; i++) at = putUtf8(at, chars.items[start + i]);
  p.limit += at - first;
}

/** The characters from `start` to `end`. */
export const putString = residual(function (p: Port, s: Str, start: i32, end: i32): void {
  const wide = !isNarrow(s);
  for (let at = start; at < end; at += PIECE) {
    const count = end - at < PIECE ? end - at : PIECE;
    if (wide) putWidePiece(p, s.chars as WideChars, at, count);
    else putNarrowPiece(p, s.chars as NarrowChars, at, count);
  }
});

/** A whole string. */
export function putText(p: Port, s: Str): void {
  putString(p, s, 0, stringLength(s));
}

// ── Procedures ───────────────────────────────────────────────────────────────────────────────────────────────────────

function writeChar(c: Value, port: Value): Value {
  if (!isChar(c)) throw wrongType(literal("write-char"), 1, literal("a character"), c);
  const p = textOutput(literal("write-char"), 2, port);
  putChar(p, charOf(c));
  endOutput(p);
  return UNSPECIFIED;
}

function newline(port: Value): Value {
  const p = textOutput(literal("newline"), 1, port);
  putByte(p, NEWLINE);
  endOutput(p);
  return UNSPECIFIED;
}

function writeString(s: Value, port: Value, start: Value, end: Value): Value {
  if (!isA(s, Str)) throw wrongType(literal("write-string"), 1, literal("a string"), s);
  const p = textOutput(literal("write-string"), 2, port);
  const to = endIndex(literal("write-string"), 4, end, stringLength(s as Str));
  putString(p, s as Str, startIndex(literal("write-string"), 3, start, to), to);
  endOutput(p);
  return UNSPECIFIED;
}

function writeByte(byte: Value, port: Value): Value {
  const b = byteArgument(literal("write-u8"), 1, byte);
  const p = binaryOutput(literal("write-u8"), 2, port);
  putByte(p, b);
  endOutput(p);
  return UNSPECIFIED;
}

const putBytes = residual(function (p: Port, bytes: AnyBytevector, start: i32, end: i32): void {
  for (let at = start; at < end; at += PIECE) {
    const count = end - at < PIECE ? end - at : PIECE;
    reserve(p, count);
    copyTail(p.buffer.items, p.limit, bytes.items, at, count);
    p.limit += count;
  }
});

function writeBytevector(bytes: Value, port: Value, start: Value, end: Value): Value {
  if (!isA(bytes, AnyBytevector)) throw wrongType(literal("write-bytevector"), 1, literal("a bytevector"), bytes);
  const p = binaryOutput(literal("write-bytevector"), 2, port);
  const to = endIndex(literal("write-bytevector"), 4, end, (bytes as AnyBytevector).length);
  putBytes(p, bytes as AnyBytevector, startIndex(literal("write-bytevector"), 3, start, to), to);
  endOutput(p);
  return UNSPECIFIED;
}

export function bootTextOutput(): void {
  define2(literal("write-char"), 1, slot(writeChar));
  define1(literal("newline"), 0, slot(newline));
  define4(literal("write-string"), 1, slot(writeString));
  define2(literal("write-u8"), 1, slot(writeByte));
  define4(literal("write-bytevector"), 1, slot(writeBytevector));
}
