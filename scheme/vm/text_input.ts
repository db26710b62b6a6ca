/**
 * Characters, lines and bytes from ports: `read-char`, `peek-char`, `read-line`, `read-string`, `read-u8`, `read-bytevector` …
 *
 * Textual ports hold UTF-8; ill-formed bytes are read as U+FFFD. What is read as one piece is brought together in the port's buffer.
 */

import {
  addressOf,
  alloc,
  boxChar,
  boxInt,
  copyTail,
  type i32,
  i64,
  literal,
  residual,
  slot,
  type Value,
} from "../../toolkit/define/mod.ts";
import { decodeUtf8, utf8Expected } from "../../toolkit/library/utf8.ts";
import { Bytevector, END_OF_FILE, type Port, PORT_MEMORY } from "./objects.ts";
import { mutableBytevector } from "./arguments.ts";
import { hostIsTerminal } from "./host_imports.ts";
import { define1, define2, define4 } from "./native.ts";
import { truth } from "./number_kinds.ts";
import { available, binaryInput, textInput } from "./ports.ts";
import { endIndex, limitArgument, startIndex } from "./ranges.ts";
import { blankStr, decodeBytes } from "./strings.ts";

const NEWLINE = 10;
const RETURN = 13;

/** Bytes of the next character, all available; 0 at the end. */
function nextWidth(p: Port): i32 {
  if (available(p, 1) === 0) return 0;
  const wanted = utf8Expected(p.buffer.items[p.position]);
  const left = available(p, wanted);
  const base = addressOf(p.buffer.items) + p.position;
  const [_c, size] = decodeUtf8(base, base + left);
  return size;
}

/** The next character, which has `width` bytes. */
function charHere(p: Port, width: i32): Value {
  const base = addressOf(p.buffer.items) + p.position;
  const [c, _size] = decodeUtf8(base, base + width);
  return boxChar(c);
}

const readCharSlow = residual(function (p: Port): Value {
  const width = nextWidth(p);
  if (width === 0) return END_OF_FILE;
  const c = charHere(p, width);
  p.position += width;
  return c;
});

const peekCharSlow = residual(function (p: Port): Value {
  const width = nextWidth(p);
  return width === 0 ? END_OF_FILE : charHere(p, width);
});

/** The next byte when it is there and an ASCII character, else -1. */
function asciiHere(p: Port): i32 {
  if (p.position >= p.limit) return -1;
  const byte = p.buffer.items[p.position];
  return byte < 128 ? byte : -1;
}

function readChar(port: Value): Value {
  const p = textInput(literal("read-char"), 1, port);
  const c = asciiHere(p);
  if (c < 0) return readCharSlow(p);
  p.position += 1;
  return boxChar(c);
}

function peekChar(port: Value): Value {
  const p = textInput(literal("peek-char"), 1, port);
  const c = asciiHere(p);
  return c < 0 ? peekCharSlow(p) : boxChar(c);
}

/** True where a read would wait for somebody at a terminal. */
const wouldWait = residual(function (p: Port): i32 {
  return p.position === p.limit && (p.flags & PORT_MEMORY) === 0 && hostIsTerminal(p.descriptor) !== 0 ? 1 : 0;
});

function isCharReady(port: Value): Value {
  return truth(wouldWait(textInput(literal("char-ready?"), 1, port)) === 0);
}

function isByteReady(port: Value): Value {
  return truth(wouldWait(binaryInput(literal("u8-ready?"), 1, port)) === 0);
}

// ── Lines and strings ────────────────────────────────────────────────────────────────────────────────────────────────

/** Bytes up to the end of the line or of the input. */
const lineSize = residual(function (p: Port): i32 {
  let size = 0;
  while (available(p, size + 1) > size) {
    const here = p.limit - p.position;
    for (; size < here; size++) {
      const byte = p.buffer.items[p.position + size];
      if (byte === NEWLINE || byte === RETURN) return size;
    }
  }
  return size;
});

/** Skips a line's end: a line feed, a carriage return or both. */
function skipLineEnd(p: Port): void {
  if (p.position === p.limit) return;
  const first = p.buffer.items[p.position];
  p.position += 1;
  if (first === RETURN && available(p, 1) > 0 && p.buffer.items[p.position] === NEWLINE) p.position += 1;
}

/** The next `size` bytes as a string. */
function takeText(p: Port, size: i32): Value {
  const s = decodeBytes(p.buffer, p.position, p.position + size);
  p.position += size;
  return s;
}

function readLine(port: Value): Value {
  const p = textInput(literal("read-line"), 1, port);
  if (available(p, 1) === 0) return END_OF_FILE;
  const line = takeText(p, lineSize(p));
  skipLineEnd(p);
  return line;
}

/** Bytes of the next `count` characters or of what is left. */
const charactersSize = residual(function (p: Port, count: i32): i32 {
  let size = 0;
  for (let i = 0; i < count; i++) {
    if (available(p, size + 1) <= size) break;
    const width = utf8Expected(p.buffer.items[p.position + size]);
    const left = available(p, size + width) - size;
    const base = addressOf(p.buffer.items) + p.position + size;
    const [_c, taken] = decodeUtf8(base, base + left);
    size += taken;
  }
  return size;
});

function readString(count: Value, port: Value): Value {
  const k = limitArgument(literal("read-string"), 1, count);
  const p = textInput(literal("read-string"), 2, port);
  if (k === 0) return blankStr(0, 0);
  return available(p, 1) === 0 ? END_OF_FILE : takeText(p, charactersSize(p, k));
}

// ── Bytes ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function readByte(port: Value): Value {
  const p = binaryInput(literal("read-u8"), 1, port);
  if (p.position === p.limit && available(p, 1) === 0) return END_OF_FILE;
  const byte = p.buffer.items[p.position];
  p.position += 1;
  return boxInt(i64(byte));
}

function peekByte(port: Value): Value {
  const p = binaryInput(literal("peek-u8"), 1, port);
  if (p.position === p.limit && available(p, 1) === 0) return END_OF_FILE;
  return boxInt(i64(p.buffer.items[p.position]));
}

/** Copies up to `count` bytes: their number. */
function takeBytes(p: Port, to: Bytevector, at: i32, count: i32): i32 {
  copyTail(to.items, at, p.buffer.items, p.position, count);
  p.position += count;
  return count;
}

function readBytevector(count: Value, port: Value): Value {
  const k = limitArgument(literal("read-bytevector"), 1, count);
  const p = binaryInput(literal("read-bytevector"), 2, port);
  const left = k === 0 ? 0 : available(p, k);
  if (left === 0 && k > 0) return END_OF_FILE;
  const size = left < k ? left : k;
  const bytes = alloc(Bytevector, size);
  takeBytes(p, bytes, 0, size);
  return bytes;
}

function readBytevectorInto(bytes: Value, port: Value, start: Value, end: Value): Value {
  const target = mutableBytevector(literal("read-bytevector!"), 1, bytes);
  const p = binaryInput(literal("read-bytevector!"), 2, port);
  const to = endIndex(literal("read-bytevector!"), 4, end, target.length);
  const from = startIndex(literal("read-bytevector!"), 3, start, to);
  if (from === to) return boxInt(0n);
  const left = available(p, to - from);
  if (left === 0) return END_OF_FILE;
  return boxInt(i64(takeBytes(p, target, from, left < to - from ? left : to - from)));
}

export function bootTextInput(): void {
  define1(literal("read-char"), 0, slot(readChar));
  define1(literal("peek-char"), 0, slot(peekChar));
  define1(literal("char-ready?"), 0, slot(isCharReady));
  define1(literal("read-line"), 0, slot(readLine));
  define2(literal("read-string"), 1, slot(readString));
  define1(literal("read-u8"), 0, slot(readByte));
  define1(literal("peek-u8"), 0, slot(peekByte));
  define1(literal("u8-ready?"), 0, slot(isByteReady));
  define2(literal("read-bytevector"), 1, slot(readBytevector));
  define4(literal("read-bytevector!"), 1, slot(readBytevectorInto));
}
