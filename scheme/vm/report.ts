/**
 * The report of what a run did not handle, for the host: `scheme/host` reads it.
 *
 * Records end in 1E, their fields in 1F. `E` kind text name: the condition; the kind is that of the error object, or `raise` for any other
 * object; the name is that of an unbound variable. `F` line column file name: a frame, the newest first.
 */

import { addressOf, type i32, isA, isNil, literal, loadU8, memoryCopy, residual, type Value } from "../../toolkit/define/mod.ts";
import type { FrozenFrame } from "../../toolkit/heap/mod.ts";
import { EXCHANGE } from "../../toolkit/machine/memory_map.ts";
import { ErrorObject, Pair, type Port, PORT_TEXTUAL, Run, type SchemeCode, Str, Symbol } from "./objects.ts";
import { memoryOutput, putByte } from "./ports.ts";
import { print } from "./printer.ts";
import { putText } from "./text_output.ts";

const FIELD = 0x1f;
const RECORD = 0x1e;
const MAX_FRAMES = 50;

function putName(p: Port, name: Value): void {
  if (isA(name, Symbol)) putText(p, (name as Symbol).name);
  putByte(p, FIELD);
}

function putNumber(p: Port, n: i32): void {
  if (n >= 10) putDigits(p, n);
  else putByte(p, 48 + n);
  putByte(p, FIELD);
}

function putDigits(p: Port, n: i32): void {
  let unit: i32 = 1;
  while (n / unit >= 10) unit *= 10;
  for (; unit > 0; unit /= 10) putByte(p, 48 + n / unit % 10);
}

// ── The condition ────────────────────────────────────────────────────────────────────────────────────────────────────

function putIrritants(p: Port, irritants: Value): void {
  for (let rest = irritants; isA(rest, Pair); rest = (rest as Pair).cdr) {
    putByte(p, 32);
    print(p, (rest as Pair).car, 1);
  }
}

function putError(p: Port, e: ErrorObject): void {
  putName(p, e.kind);
  if (isA(e.who, Symbol)) {
    putText(p, (e.who as Symbol).name);
    putByte(p, 58);
    putByte(p, 32);
  }
  if (isA(e.message, Str)) putText(p, e.message as Str);
  else print(p, e.message, 1);
  putIrritants(p, e.irritants);
  putByte(p, FIELD);
  const unbound = e.kind === literal("unbound") && isA(e.irritants, Pair);
  putName(p, unbound ? (e.irritants as Pair).car : e);
}

function putCondition(p: Port, condition: Value): void {
  putByte(p, 69);
  putByte(p, FIELD);
  if (isA(condition, ErrorObject)) {
    putError(p, condition as ErrorObject);
  } else {
    putName(p, literal("raise"));
    print(p, condition, 1);
    putByte(p, FIELD);
    putByte(p, FIELD);
  }
  putByte(p, RECORD);
}

// ── Frames ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** An unsigned LEB128 number, and the address behind it. */
function readNumber(address: i32): [i32, i32] {
  let at = address;
  let value: i32 = 0;
  let shift: i32 = 0;
  while (true) {
    const byte = loadU8(at);
    at += 1;
    value |= (byte & 127) << shift;
    if (byte < 128) return [value, at];
    shift += 7;
  }
}

/** Line and column of the instruction at `pc`; line 0 when unknown. */
function positionOf(code: SchemeCode, pc: i32): [i32, i32] {
  const offset = pc - code.bytecode;
  const end = addressOf(code.positions.data) + code.positions.length;
  let at = addressOf(code.positions.data);
  let start: i32 = 0;
  let line: i32 = 0;
  while (at < end) {
    const [size, second] = readNumber(at);
    const [delta, third] = readNumber(second);
    const [column, next] = readNumber(third);
    line += (delta >>> 1) ^ -(delta & 1);
    start += size;
    if (offset < start) return [line, column];
    at = next;
  }
  return [0, 0];
}

function putFrame(p: Port, frame: FrozenFrame): void {
  const code = frame.code as SchemeCode;
  const [line, column] = positionOf(code, frame.callPc);
  putByte(p, 70);
  putByte(p, FIELD);
  putNumber(p, line);
  putNumber(p, column);
  putName(p, code.file);
  putName(p, code.name);
  putByte(p, RECORD);
}

// ── For the host ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Writes the report into a port in memory. */
export const makeReport = residual(function (): Port {
  const p = memoryOutput(PORT_TEXTUAL);
  putCondition(p, Run.condition);
  let frame = Run.frames;
  for (let i: i32 = 0; i < MAX_FRAMES && !isNil(frame); i++) {
    putFrame(p, frame);
    frame = frame.parent;
  }
  return p;
});

/** Puts up to `room` bytes of a report into the exchange buffer; their number. */
export function takeReport(p: Port, room: i32): i32 {
  const left = p.limit - p.position;
  const size = left < room ? left : room;
  memoryCopy(EXCHANGE, addressOf(p.buffer.items) + p.position, size);
  p.position += size;
  return size;
}
