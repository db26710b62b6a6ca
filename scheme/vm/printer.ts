/**
 * The text of every object, to a port: `display`, `write`, `write-shared`, `write-simple`.
 *
 * A loop with a stack of its own: data may be as deep as memory allows. `display` and `write` label what a cycle comes back to,
 * `write-shared` all that occurs twice, `write-simple` nothing. What is not data is `#<kind name>`.
 */

import {
  alloc,
  type bool,
  boxInt,
  charOf,
  ERROR,
  i32,
  i64,
  intOf,
  isA,
  isChar,
  isNil,
  isSpecial,
  Layout,
  layout,
  literal,
  NIL,
  residual,
  slot,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  AnyBytevector,
  AnyVector,
  Continuation,
  END_OF_FILE,
  Environment,
  ErrorObject,
  FALSE,
  NULL,
  Pair,
  Parameter,
  Port,
  Procedure,
  Record,
  RecordType,
  Str,
  Symbol,
  TRUE,
  UNSPECIFIED,
  Values,
} from "./objects.ts";
import { newHandle } from "../../toolkit/heap/mod.ts";
import { procedureName } from "./procedure_names.ts";
import { define2 } from "./native.ts";
import { isNumber } from "./number_kinds.ts";
import { numberText } from "./number_text.ts";
import { endOutput, putByte, textOutput } from "./ports.ts";
import {
  childCount,
  findLabels,
  giveLabel,
  isLabelled,
  isSmallTree,
  labelOf,
  type Labels,
  newStack,
  pop,
  push,
  type Stack,
} from "./datum_labels.ts";
import { putChar, putText } from "./text_output.ts";
import { writeCharName, writeStringText, writeSymbol } from "./written_text.ts";

const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const SPACE = 32;
const HASH = 35;
const EQUALS = 61;
const GREATER = 62;

/** How `print` writes what `write` writes, so that the host can read all of it back. */
export const WRITTEN_FOR_HOST = 2;

/** One datum being printed: the containers around the next object and how far each is, on the stack. */
@layout()
export class Printing extends Layout {
  port!: Port;
  /** 1: `write`, 0: `display`, or `WRITTEN_FOR_HOST`. */
  written!: i32;
  /** NIL when nothing has a label. */
  labels!: Labels;
  stack!: Stack;
}

function putName(p: Port, name: Symbol): void {
  putText(p, name.name);
}

function putNumber(p: Port, v: Value): void {
  putText(p, numberText(v, 10));
}

// ── Atoms ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function putSpecial(p: Port, v: Value): void {
  if (v === NULL) putName(p, literal("()"));
  else if (v === TRUE) putName(p, literal("#t"));
  else if (v === FALSE) putName(p, literal("#f"));
  else if (v === END_OF_FILE) putName(p, literal("#<eof>"));
  else if (v === UNSPECIFIED) putName(p, literal("#<unspecified>"));
  else putName(p, literal("#<unassigned>"));
}

/** `#<kind name>`; the name may be missing. */
function putOpaque(p: Port, what: Symbol, name: Value): void {
  putName(p, literal("#<"));
  putName(p, what);
  if (isA(name, Symbol) || isA(name, Str)) {
    putByte(p, SPACE);
    if (isA(name, Symbol)) putName(p, name as Symbol);
    else putText(p, name as Str);
  }
  putByte(p, GREATER);
}

function putBytevector(p: Port, v: AnyBytevector): void {
  putName(p, literal("#u8("));
  for (let i = 0; i < v.length; i++) {
    if (i > 0) putByte(p, SPACE);
    putNumber(p, boxInt(i64(v.items[i])));
  }
  putByte(p, CLOSE_PAREN);
}

function putProcedure(p: Port, v: Value): void {
  if (isA(v, Continuation)) putOpaque(p, literal("continuation"), FALSE);
  else if (isA(v, Parameter)) putOpaque(p, literal("parameter"), FALSE);
  else putOpaque(p, literal("procedure"), procedureName(v));
}

function putOther(p: Port, v: Value): void {
  if (isA(v, Procedure)) putProcedure(p, v);
  else if (isA(v, Port)) putOpaque(p, literal("port"), (v as Port).name);
  else if (isA(v, RecordType)) putOpaque(p, literal("record-type"), (v as RecordType).name);
  else if (isA(v, Environment)) putOpaque(p, literal("environment"), (v as Environment).name);
  else if (isA(v, Values)) putOpaque(p, literal("values"), FALSE);
  else putOpaque(p, literal("object"), FALSE);
}

/** `#!object HANDLE `: the host keeps what has no written form. */
function putHandle(p: Port, v: Value): void {
  putName(p, literal("#!object "));
  putNumber(p, boxInt(i64(newHandle(v))));
  putByte(p, SPACE);
}

function needsHandle(v: Value): bool {
  if (v === END_OF_FILE) return true;
  if (isSpecial(v) || isChar(v) || isNumber(v)) return false;
  return !isA(v, Symbol) && !isA(v, Str) && !isA(v, Pair) && !isA(v, AnyVector) && !isA(v, AnyBytevector);
}

/** What has no objects inside, or is not to be looked into. */
const putAtom = residual(function (p: Port, v: Value, written: i32): void {
  if (written === WRITTEN_FOR_HOST && needsHandle(v)) putHandle(p, v);
  else if (written === WRITTEN_FOR_HOST && v === UNSPECIFIED) putName(p, literal("#!unspecified"));
  else if (isSpecial(v)) putSpecial(p, v);
  else if (isChar(v)) {
    if (written !== 0) writeCharName(p, charOf(v));
    else putChar(p, charOf(v));
  } else if (isNumber(v)) putNumber(p, v);
  else if (isA(v, Symbol)) {
    if (written !== 0) writeSymbol(p, v as Symbol);
    else putName(p, v as Symbol);
  } else if (isA(v, Str)) {
    if (written !== 0) writeStringText(p, v as Str);
    else putText(p, v as Str);
  } else if (isA(v, AnyVector)) putName(p, literal("#()"));
  else if (isA(v, AnyBytevector)) putBytevector(p, v as AnyBytevector);
  else if (isA(v, Record)) putOpaque(p, (v as Record).type.name, FALSE);
  else putOther(p, v);
});

// ── Containers ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** What stands before child `index` of a record or error object. */
function putField(p: Port, v: Value, index: i32): void {
  putByte(p, SPACE);
  if (isA(v, ErrorObject)) return;
  putName(p, (v as Record).type.fields[index]);
  putName(p, literal(": "));
}

/** Starts a container; its first child is next. */
function openContainer(s: Printing, v: Value): Value {
  push(s.stack, v);
  push(s.stack, boxInt(0n));
  if (isA(v, Pair)) {
    putByte(s.port, OPEN_PAREN);
    return (v as Pair).car;
  }
  if (isA(v, AnyVector)) {
    putName(s.port, literal("#("));
    return (v as AnyVector).items[0];
  }
  putName(s.port, literal("#<"));
  if (isA(v, ErrorObject)) {
    putName(s.port, literal("error"));
    putField(s.port, v, 0);
    return (v as ErrorObject).message;
  }
  putName(s.port, (v as Record).type.name);
  putField(s.port, v, 0);
  return (v as Record).items[0];
}

/** The next object of the innermost list, after its item; ERROR at its end. */
function nextOfList(s: Printing, list: Pair, state: i32): Value {
  const rest = list.cdr;
  if (state !== 0 || rest === NULL) {
    putByte(s.port, CLOSE_PAREN);
    return ERROR;
  }
  if (isA(rest, Pair) && (isNil(s.labels) || isLabelled(s.labels, rest) === 0)) {
    putByte(s.port, SPACE);
    push(s.stack, rest);
    push(s.stack, boxInt(0n));
    return (rest as Pair).car;
  }
  putName(s.port, literal(" . "));
  push(s.stack, list);
  push(s.stack, boxInt(1n));
  return rest;
}

/** The next object of the innermost vector or record, after child `index`; ERROR at its end. */
function nextOfFields(s: Printing, v: Value, index: i32): Value {
  const next = index + 1;
  if (next === childCount(v)) {
    putByte(s.port, isA(v, AnyVector) ? CLOSE_PAREN : GREATER);
    return ERROR;
  }
  push(s.stack, v);
  push(s.stack, boxInt(i64(next)));
  if (isA(v, AnyVector)) {
    putByte(s.port, SPACE);
    return (v as AnyVector).items[next];
  }
  putField(s.port, v, next);
  return isA(v, ErrorObject) ? (v as ErrorObject).irritants : (v as Record).items[next];
}

/** The next object to print, when one is finished; ERROR when all are. */
function nextObject(s: Printing): Value {
  while (s.stack.depth > 0) {
    const index = i32(intOf(pop(s.stack)));
    const container = pop(s.stack);
    const next = isA(container, Pair) ? nextOfList(s, container as Pair, index) : nextOfFields(s, container, index);
    if (next !== ERROR) return next;
  }
  return ERROR;
}

function putLabel(p: Port, label: i32, end: i32): void {
  putByte(p, HASH);
  putNumber(p, boxInt(i64(label - 1)));
  putByte(p, end);
}

/** Prints the label of an object that has one: 1 when that is all, because it was printed before. */
function labelled(s: Printing, v: Value): i32 {
  if (isNil(s.labels) || isLabelled(s.labels, v) === 0) return 0;
  const label = labelOf(s.labels, v);
  if (label > 0) {
    putLabel(s.port, label, HASH);
    return 1;
  }
  putLabel(s.port, giveLabel(s.labels, v), EQUALS);
  return 0;
}

const printContainer = residual(function (port: Port, datum: Value, written: i32, labels: Labels): void {
  const stack = newStack();
  const s = alloc(Printing);
  s.port = port;
  s.written = written;
  s.labels = labels;
  s.stack = stack;
  let v = datum;
  while (v !== ERROR) {
    if (labelled(s, v) !== 0) v = nextObject(s);
    else if (childCount(v) > 0 && (written !== WRITTEN_FOR_HOST || !needsHandle(v))) v = openContainer(s, v);
    else {
      putAtom(port, v, written);
      v = nextObject(s);
    }
  }
});

// ── Procedures ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Prints an object; `written`: 1 as `write` does, 0 as `display`, or `WRITTEN_FOR_HOST`. */
export const print = residual(function (port: Port, v: Value, written: i32): void {
  if (childCount(v) === 0) putAtom(port, v, written);
  else printContainer(port, v, written, isSmallTree(v) !== 0 ? NIL : findLabels(v, 0));
});

function display(v: Value, port: Value): Value {
  const p = textOutput(literal("display"), 2, port);
  if (isA(v, Str)) putText(p, v as Str);
  else print(p, v, 0);
  endOutput(p);
  return UNSPECIFIED;
}

function write(v: Value, port: Value): Value {
  const p = textOutput(literal("write"), 2, port);
  print(p, v, 1);
  endOutput(p);
  return UNSPECIFIED;
}

function writeShared(v: Value, port: Value): Value {
  const p = textOutput(literal("write-shared"), 2, port);
  printContainer(p, v, 1, findLabels(v, 1));
  endOutput(p);
  return UNSPECIFIED;
}

function writeSimple(v: Value, port: Value): Value {
  const p = textOutput(literal("write-simple"), 2, port);
  printContainer(p, v, 1, NIL);
  endOutput(p);
  return UNSPECIFIED;
}

export function bootPrinter(): void {
  define2(literal("display"), 1, slot(display));
  define2(literal("write"), 1, slot(write));
  define2(literal("write-shared"), 1, slot(writeShared));
  define2(literal("write-simple"), 1, slot(writeSimple));
}
