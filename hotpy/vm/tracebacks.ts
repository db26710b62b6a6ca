/**
 * Tracebacks: source positions of instructions, the type `traceback`, and the report of an uncaught exception for the host.
 *
 * The report is text that `host_report.ts` reads: records end with U+001E, fields with U+001F. Record kinds: `F` line, end line, column, end
 * column, file, function; `E` class, message, notes; `C` / `X` between an exception and the one it caused / during whose handling it was
 * raised. Lines count from 1, columns from 0; -1: none.
 */

import type { bool, i32 } from "../../toolkit/define/mod.ts";
import {
  addressOf,
  attempt,
  boxI64,
  ERROR,
  errorPending,
  globals,
  i64,
  isA,
  isNil,
  literal,
  loadU8,
  NIL,
  slot,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import { ExceptionTypes, List, Module, NONE, type PyCode, PyException, Singletons, Str, Traceback, Type, Types } from "./objects.ts";
import { isError } from "./exceptions.ts";
import { fullTypeName } from "./object_type.ts";
import { attribute } from "./native.ts";
import { strOf } from "./protocols.ts";
import { addChar, addDecimal, addStr, type Builder, finish, newBuilder } from "./str_builder.ts";
import { addKeys, suggest } from "./suggestions.ts";
import { listAppend, newList } from "./list_methods.ts";
import { shapeOf, typeOf } from "./types.ts";

/** The position last decoded. */
@globals()
class Position {
  static line: i32;
  static endLine: i32;
  static column: i32;
  static endColumn: i32;
  /** Read position in the table. */
  static at: i32;
}

const FIELD = 31;
const RECORD = 30;

// ── Positions ────────────────────────────────────────────────────────────────────────────────────────────────────────

function readNumber(): i32 {
  let value: i32 = 0;
  let shift: i32 = 0;
  while (true) {
    const byte = loadU8(Position.at);
    Position.at += 1;
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
    shift += 7;
  }
}

/** Decodes the position of the instruction at `offset` into `Position`. */
function locate(code: PyCode, offset: i32): void {
  const table = code.positions;
  const end = addressOf(table.data) + table.length;
  Position.at = addressOf(table.data);
  let line = code.firstLine;
  let covered: i32 = 0;
  while (Position.at < end) {
    let size = readNumber();
    const known = size !== 0;
    if (!known) size = readNumber();
    else {
      const delta = readNumber();
      line += (delta >>> 1) ^ -(delta & 1);
      Position.endLine = line + readNumber();
      Position.column = readNumber();
      Position.endColumn = readNumber();
    }
    covered += size;
    if (offset < covered) {
      Position.line = known ? line : -1;
      return;
    }
  }
  Position.line = -1;
}

/** Line of an instruction, or of the code when it has none. */
export function lineOf(code: PyCode, offset: i32): i32 {
  locate(code, offset);
  return Position.line < 0 ? code.firstLine : Position.line;
}

// ── The type ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function tracebackLine(self: Value): Value {
  const t = self as Traceback;
  return boxI64(i64(lineOf(t.code, t.offset)));
}

function tracebackNext(self: Value): Value {
  return (self as Traceback).next;
}

function tracebackOffset(self: Value): Value {
  return boxI64(i64((self as Traceback).offset));
}

export function bootTracebacks(): void {
  const t = Types.traceback;
  attribute(t, literal("tb_lineno"), slot(tracebackLine), NIL);
  attribute(t, literal("tb_next"), slot(tracebackNext), NIL);
  attribute(t, literal("tb_lasti"), slot(tracebackOffset), NIL);
}

// ── The report ───────────────────────────────────────────────────────────────────────────────────────────────────────

function field(out: Builder, text: Str): void {
  addStr(out, text);
  addChar(out, FIELD);
}

function numberField(out: Builder, n: i32): void {
  addDecimal(out, i64(n));
  addChar(out, FIELD);
}

function reportFrames(out: Builder, e: PyException): void {
  let entry = e.traceback;
  while (isA(entry, Traceback)) {
    const t = entry as Traceback;
    locate(t.code, t.offset);
    field(out, literal("F"));
    numberField(out, Position.line);
    numberField(out, Position.line < 0 ? -1 : Position.endLine);
    numberField(out, Position.line < 0 ? -1 : Position.column);
    numberField(out, Position.line < 0 ? -1 : Position.endColumn);
    field(out, t.code.filename);
    field(out, t.code.name);
    addChar(out, RECORD);
    entry = t.next;
  }
}

/** `str(v)`, or what CPython prints when that fails. */
function safeText(v: Value): Str {
  const text = attempt(strOf(v));
  if (!errorPending()) return text;
  takeError();
  return literal("<exception str() failed>");
}

/** Names of the code in which the error was raised, its globals and the built-ins. */
function nameCandidates(e: PyException): List {
  const candidates = newList(32);
  let entry = e.traceback;
  if (!isA(entry, Traceback)) return candidates;
  while (isA((entry as Traceback).next, Traceback)) entry = (entry as Traceback).next;
  const code = (entry as Traceback).code;
  for (let i: i32 = 0; i < code.localNames.length; i++) listAppend(candidates, code.localNames.items[i]);
  for (let i: i32 = 0; i < code.freeNames.length; i++) listAppend(candidates, code.freeNames.items[i]);
  addKeys(candidates, code.globals);
  addKeys(candidates, Singletons.builtins);
  return candidates;
}

/** Attributes of an object and its class. */
function attributeCandidates(object: Value): List {
  const candidates = newList(32);
  const shape = shapeOf(object);
  if (!isNil(shape)) { for (let i: i32 = 0; i < shape.length; i++) listAppend(candidates, shape.names[i]); }
  if (isA(object, Module)) addKeys(candidates, (object as Module).namespace);
  const type: Type = isA(object, Type) ? object as Type : typeOf(object);
  for (let i: i32 = 0; i < type.mro.length; i++) addKeys(candidates, (type.mro.items[i] as Type).dict);
  return candidates;
}

/** The name that was meant, or NIL. */
function suggestion(e: PyException): Str {
  if (!isA(e.name, Str)) return NIL;
  if (isError(e, ExceptionTypes.nameError)) return suggest(nameCandidates(e), e.name as Str);
  if (isError(e, ExceptionTypes.attributeError) && e.value !== ERROR) return suggest(attributeCandidates(e.value), e.name as Str);
  return NIL;
}

function reportText(out: Builder, e: PyException): void {
  field(out, literal("E"));
  const type = typeOf(e);
  const name = fullTypeName(type);
  field(out, startsWith(name, literal("__main__.")) ? type.qualname as Str : name);
  addStr(out, safeText(e));
  const meant = suggestion(e);
  if (!isNil(meant)) {
    addStr(out, literal(". Did you mean: '"));
    addStr(out, meant);
    addStr(out, literal("'?"));
  }
  addChar(out, FIELD);
  if (isA(e.notes, List)) {
    const notes = e.notes as List;
    for (let i: i32 = 0; i < notes.size; i++) field(out, safeText(notes.items.items[i]));
  }
  addChar(out, RECORD);
}

function startsWith(text: Str, prefix: Str): bool {
  if (text.shift !== 0 || text.length < prefix.length) return false;
  for (let i: i32 = 0; i < prefix.length; i++) if (text.data[i] !== prefix.data[i]) return false;
  return true;
}

/** Has `e` been reported: a list of exceptions, against cycles. */
function isListed(seen: List, e: Value): bool {
  for (let i: i32 = 0; i < seen.size; i++) if (seen.items.items[i] === e) return true;
  return false;
}

function reportChain(out: Builder, e: PyException, seen: List): void {
  listAppend(seen, e);
  if (isA(e.cause, PyException) && !isListed(seen, e.cause)) {
    reportChain(out, e.cause as PyException, seen);
    field(out, literal("C"));
    addChar(out, RECORD);
  } else if (e.cause === NONE && e.suppressContext === 0 && isA(e.context, PyException) && !isListed(seen, e.context)) {
    reportChain(out, e.context as PyException, seen);
    field(out, literal("X"));
    addChar(out, RECORD);
  }
  reportFrames(out, e);
  reportText(out, e);
}

/** Everything the host needs to print the exception. */
export function exceptionReport(e: PyException): Str {
  const out = newBuilder(256);
  reportChain(out, e, newList(4));
  return finish(out);
}
