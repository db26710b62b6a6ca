/**
 * Ports: making, filling, flushing and closing them, and the current ones.
 *
 * Invariants: `0 ≤ position ≤ limit ≤ buffer.length`. An input port's buffer holds bytes that were read and are still wanted; an output
 * port's those below `limit`. Open output ports with a stream are in the list `Ports.open`, so that they can be flushed at the end.
 */

import {
  addressOf,
  alloc,
  attempt,
  type bool,
  copyTail,
  ERROR,
  errorPending,
  globals,
  type i32,
  isA,
  literal,
  loadI32,
  residual,
  takeError,
  type Value,
  writable,
} from "../../toolkit/define/mod.ts";
import { rawAllocate, rawFree } from "../../toolkit/heap/mod.ts";
import { EXCHANGE } from "../../toolkit/machine/memory_map.ts";
import {
  Bytevector,
  type ErrorObject,
  FALSE,
  NULL,
  Pair,
  type Parameter,
  Port,
  PORT_BINARY,
  PORT_EAGER,
  PORT_INPUT,
  PORT_MEMORY,
  PORT_OPEN,
  PORT_OUTPUT,
  PORT_TEXTUAL,
  Str,
  type Symbol,
  UNSPECIFIED,
} from "./objects.ts";
import { simpleError, wrongType } from "./errors.ts";
import { cellOf, defineCell } from "./globals.ts";
import { hostClose, hostFlush, hostIsTerminal, hostOpen, hostRead, hostWrite } from "./host_imports.ts";
import { newParameter, parameterValue } from "./parameters.ts";
import { encodeUtf8, stringLength, utf8Size } from "./strings.ts";
import { cons } from "./values.ts";
import { strFromUtf8 } from "./utf8.ts";

/** Bytes of a stream's buffer. */
const BUFFER_BYTES = 4096;
/** Standard streams stay open. */
const LAST_STANDARD = 2;
/** Bytes that a port in memory starts with. */
const FIRST_BYTES = 64;

@globals()
export class Ports {
  static readonly currentInput: Parameter;
  static readonly currentOutput: Parameter;
  static readonly currentError: Parameter;
  /** Output ports with a stream. */
  static open: Value;
}

// ── Making ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function newPort(flags: i32, descriptor: i32, name: Value, buffer: Bytevector): Port {
  const p = alloc(Port);
  p.flags = flags | PORT_OPEN;
  p.descriptor = descriptor;
  p.name = name;
  p.buffer = buffer;
  return p;
}

/** A port of a stream of the host. */
function streamPort(flags: i32, stream: i32, name: Value): Port {
  const p = newPort(flags, stream, name, alloc(Bytevector, BUFFER_BYTES));
  if ((flags & PORT_OUTPUT) !== 0) Ports.open = cons(p, Ports.open);
  return p;
}

/** A port that reads the bytes from `start` to `end`. */
export function memoryInput(flags: i32, bytes: Bytevector, start: i32, end: i32): Port {
  const p = newPort(flags | PORT_INPUT | PORT_MEMORY, -1, FALSE, bytes);
  p.position = start;
  p.limit = end;
  return p;
}

/** A port that collects what is written to it. */
export function memoryOutput(flags: i32): Port {
  return newPort(flags | PORT_OUTPUT | PORT_MEMORY, -1, FALSE, alloc(Bytevector, FIRST_BYTES));
}

/** The text that the host left in the exchange buffer with a failure. */
export function hostReason(): Str {
  return strFromUtf8(EXCHANGE + 8, loadI32(EXCHANGE));
}

/** An error of the kind `file`. */
export const fileError = residual(function (who: Symbol, path: Value): Value {
  throw simpleError(literal("file"), who, hostReason(), cons(path, NULL));
});

/** Address and size of a path as UTF-8; the caller frees it. */
export function rawPath(path: Str): [i32, i32] {
  const count = stringLength(path);
  const size = utf8Size(path, 0, count);
  const address = rawAllocate(size);
  encodeUtf8(path, 0, count, address);
  return [address, size];
}

/** `open-input-file` and the like */
export const openFile = residual(function (who: Symbol, path: Value, flags: i32, mode: i32): Value {
  if (!isA(path, Str)) throw wrongType(who, 1, literal("a string"), path);
  const [address, size] = rawPath(path as Str);
  const stream = hostOpen(address, size, mode);
  rawFree(address);
  if (stream < 0) return fileError(who, path);
  return streamPort(flags, stream, path);
});

/** Makes the standard ports. */
export function bootPorts(): void {
  Ports.open = NULL;
  const input = streamPort(PORT_INPUT | PORT_TEXTUAL, 0, literal("stdin"));
  const output = streamPort(PORT_OUTPUT | PORT_TEXTUAL, 1, literal("stdout"));
  const errors = streamPort(PORT_OUTPUT | PORT_TEXTUAL | PORT_EAGER, 2, literal("stderr"));
  writable(Ports).currentInput = newParameter(input, FALSE);
  writable(Ports).currentOutput = newParameter(output, FALSE);
  writable(Ports).currentError = newParameter(errors, FALSE);
  defineCell(cellOf(literal("current-input-port")), Ports.currentInput);
  defineCell(cellOf(literal("current-output-port")), Ports.currentOutput);
  defineCell(cellOf(literal("current-error-port")), Ports.currentError);
}

/** What depends on the process: a terminal shows at once what is written to it. */
export function startPorts(): void {
  const output = parameterValue(Ports.currentOutput) as Port;
  if (hostIsTerminal(output.descriptor) !== 0) output.flags |= PORT_EAGER;
}

// ── Tests ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export function hasFlags(v: Value, flags: i32): bool {
  return isA(v, Port) && ((v as Port).flags & flags) === flags;
}

const OPEN_TEXT_OUTPUT = PORT_OUTPUT | PORT_TEXTUAL | PORT_OPEN;
const OPEN_TEXT_INPUT = PORT_INPUT | PORT_TEXTUAL | PORT_OPEN;
const OPEN_BINARY_OUTPUT = PORT_OUTPUT | PORT_BINARY | PORT_OPEN;
const OPEN_BINARY_INPUT = PORT_INPUT | PORT_BINARY | PORT_OPEN;

/** The port that `v` is, the current one when it is absent. */
export function textOutput(who: Symbol, position: i32, v: Value): Port {
  const port = v === ERROR ? parameterValue(Ports.currentOutput) : v;
  if (hasFlags(port, OPEN_TEXT_OUTPUT)) return port as Port;
  throw wrongType(who, position, literal("an open textual output port"), port);
}

export function textInput(who: Symbol, position: i32, v: Value): Port {
  const port = v === ERROR ? parameterValue(Ports.currentInput) : v;
  if (hasFlags(port, OPEN_TEXT_INPUT)) return port as Port;
  throw wrongType(who, position, literal("an open textual input port"), port);
}

export function binaryOutput(who: Symbol, position: i32, v: Value): Port {
  const port = v === ERROR ? parameterValue(Ports.currentOutput) : v;
  if (hasFlags(port, OPEN_BINARY_OUTPUT)) return port as Port;
  throw wrongType(who, position, literal("an open binary output port"), port);
}

export function binaryInput(who: Symbol, position: i32, v: Value): Port {
  const port = v === ERROR ? parameterValue(Ports.currentInput) : v;
  if (hasFlags(port, OPEN_BINARY_INPUT)) return port as Port;
  throw wrongType(who, position, literal("an open binary input port"), port);
}

// ── Bytes out ────────────────────────────────────────────────────────────────────────────────────────────────────────

function cannotWrite(p: Port): ErrorObject {
  return simpleError(literal("file"), literal("write"), (literal("cannot write to") as Symbol).name, cons(p.name, NULL));
}

/** Writes the buffer to the stream. */
export const flush = residual(function (p: Port): void {
  if ((p.flags & PORT_MEMORY) !== 0 || p.limit === 0) return;
  const size = p.limit;
  p.limit = 0;
  if (hostWrite(p.descriptor, addressOf(p.buffer.items), size) < 0) throw cannotWrite(p);
});

/** Writes the buffer and what the stream holds back. */
export const flushThrough = residual(function (p: Port): void {
  flush(p);
  if ((p.flags & PORT_MEMORY) === 0 && hostFlush(p.descriptor) < 0) throw cannotWrite(p);
});

/** Makes room for `count` bytes, at most those of a stream's buffer. */
export const makeRoom = residual(function (p: Port, count: i32): void {
  if ((p.flags & PORT_MEMORY) === 0) {
    flush(p);
    return;
  }
  const least = p.limit + count, doubled = p.buffer.length * 2;
  const grown = alloc(Bytevector, least > doubled ? least : doubled);
  copyTail(grown.items, 0, p.buffer.items, 0, p.limit);
  p.buffer = grown;
});

export function putByte(p: Port, byte: i32): void {
  if (p.limit === p.buffer.length) makeRoom(p, 1);
  p.buffer.items[p.limit] = byte;
  p.limit += 1;
}

/** What ends an operation on an output port. */
export function endOutput(p: Port): void {
  if ((p.flags & PORT_EAGER) !== 0) flush(p);
}

/** Flushes all open output ports. One that cannot be written does not keep the others from it; the host knows. */
export const flushAll = residual(function (): void {
  for (let rest = Ports.open; isA(rest, Pair); rest = (rest as Pair).cdr) {
    attempt(flushThrough((rest as Pair).car as Port));
    if (errorPending()) takeError();
  }
});

// ── Bytes in ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Reads more into the buffer, behind the bytes that are still there: 0 when the end was met. */
export const refill = residual(function (p: Port): i32 {
  if ((p.flags & PORT_MEMORY) !== 0) return 0;
  const left = p.limit - p.position;
  copyTail(p.buffer.items, 0, p.buffer.items, p.position, left);
  p.position = 0;
  p.limit = left;
  if (p.descriptor === 0) flushAll();
  const got = hostRead(p.descriptor, addressOf(p.buffer.items) + left, p.buffer.length - left);
  if (got < 0) throw simpleError(literal("file"), literal("read"), (literal("cannot read from") as Symbol).name, cons(p.name, NULL));
  p.limit = left + got;
  return got;
});

/** Doubles the buffer. */
function growInput(p: Port): void {
  const grown = alloc(Bytevector, p.buffer.length * 2);
  copyTail(grown.items, 0, p.buffer.items, p.position, p.limit - p.position);
  p.limit -= p.position;
  p.position = 0;
  p.buffer = grown;
}

/** Makes `count` bytes available, or as many as there are before the end: their number, that may be larger. */
export const available = residual(function (p: Port, count: i32): i32 {
  while (p.limit - p.position < count && (p.flags & PORT_MEMORY) === 0) {
    if (p.limit - p.position === p.buffer.length) growInput(p);
    if (refill(p) === 0) break;
  }
  return p.limit - p.position;
});

// ── Closing ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The list without an object. */
function without(list: Value, v: Value): Value {
  let result: Value = NULL;
  for (let rest = list; isA(rest, Pair); rest = (rest as Pair).cdr) {
    if ((rest as Pair).car !== v) result = cons((rest as Pair).car, result);
  }
  return result;
}

/** `close-port` */
export const closePort = residual(function (p: Port): Value {
  if ((p.flags & PORT_OPEN) === 0) return UNSPECIFIED;
  if ((p.flags & PORT_OUTPUT) !== 0) flush(p);
  p.flags &= ~PORT_OPEN;
  if ((p.flags & PORT_MEMORY) === 0) {
    if ((p.flags & PORT_OUTPUT) !== 0) Ports.open = without(Ports.open, p);
    if (p.descriptor > LAST_STANDARD) hostClose(p.descriptor);
  }
  return UNSPECIFIED;
});
