/**
 * Standard output, error and input as objects of type `TextIOWrapper`; `print` and `input`.
 *
 * Text goes to the host as UTF-8, straight from the heap where it is ASCII; the host decides on buffering.
 */

import {
  alloc,
  ERROR,
  globals,
  type i32,
  isA,
  isNil,
  kind,
  layout,
  literal,
  loadU8,
  NIL,
  slot,
  utf8,
  type Value,
} from "../../toolkit/define/mod.ts";
import { ExceptionTypes, FALSE, type Module, NONE, PyObject, Singletons, Str, TRUE, type Tuple, Types } from "./objects.ts";
import { makeException, typeError } from "./exceptions.ts";
import { charAt, charLength, format1, format2 } from "./messages.ts";
import { deriveMethods } from "./derived_methods.ts";
import { getIterator, iterNext, strOf, truthy } from "./operators.ts";
import { callMethod0, callMethod1 } from "./calls.ts";
import { newBuiltinType, setTypeOfKind } from "./types.ts";
import { attribute, function1, functionVar, method1, method2 } from "./native.ts";
import { keywordArgument, positionalCount } from "./arguments.ts";
import { boxIndex } from "./sequence.ts";
import { equalsAscii, putUtf8Part, strData, strFromExchange, substring, utf8SizeOfPart } from "./str_core.ts";
import { addStr, finish, newBuilder } from "./str_builder.ts";
import { EXCHANGE, EXCHANGE_SIZE, hostFlush, hostReadLine, hostWrite } from "./host_imports.ts";
import { listAppend, newList } from "./list_methods.ts";
import { dictGetName } from "./dict.ts";
import { selfIterator } from "./iterators.ts";

@layout()
export class TextStream extends PyObject {
  /** 0 input, 1 output, 2 error. */
  readonly stream!: i32;
}

@globals()
export class StreamState {
  /** The module whose `stdout` `print` writes to. */
  static sys: Module;
}

export function newTextStream(stream: i32): TextStream {
  const t = alloc(TextStream);
  t.stream = stream;
  return t;
}

// ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Sends text to a stream of the host. */
export function writeText(stream: i32, s: Str): void {
  if (s.shift === 0) {
    const data = strData(s);
    const n = s.length;
    let i = 0;
    while (i < n && loadU8(data + i) < 128) i++;
    if (i === n) {
      hostWrite(stream, data, n);
      return;
    }
  }
  const n = charLength(s);
  let start = 0;
  while (start < n) {
    const end = putUtf8Part(s, start, EXCHANGE, EXCHANGE_SIZE);
    hostWrite(stream, EXCHANGE, utf8SizeOfPart(s, start, end));
    start = end;
  }
}

function write(self: Value, text: Value): Value {
  if (!isA(text, Str)) throw typeError(format1(literal("write() argument must be str, not %t"), text));
  writeText((self as TextStream).stream, text as Str);
  return boxIndex(charLength(text as Str));
}

function writeLines(self: Value, lines: Value): Value {
  const iterator = getIterator(lines);
  while (true) {
    const v = iterNext(iterator);
    if (v === ERROR) return NONE;
    write(self, v);
  }
}

function flush(self: Value): Value {
  hostFlush((self as TextStream).stream);
  return NONE;
}

function streamNumber(self: Value): Value {
  return boxIndex((self as TextStream).stream);
}

function isTerminal(self: Value): Value {
  return FALSE;
}

function isWritable(self: Value): Value {
  return (self as TextStream).stream === 0 ? FALSE : TRUE;
}

function isReadable(self: Value): Value {
  return (self as TextStream).stream === 0 ? TRUE : FALSE;
}

function encoding(self: Value): Value {
  return literal("utf-8");
}

function streamName(self: Value): Value {
  const n = (self as TextStream).stream;
  return n === 0 ? literal("<stdin>") : n === 1 ? literal("<stdout>") : literal("<stderr>");
}

function streamRepr(self: Value): Value {
  const mode = (self as TextStream).stream === 0 ? literal("r") : literal("w");
  return format2(literal("<_io.TextIOWrapper name='%s' mode='%s' encoding='utf-8'>"), streamName(self), mode);
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The next line with its newline; empty at the end. */
function readLine(self: Value): Value {
  const size = hostReadLine();
  return size < 0 ? Singletons.emptyStr : strFromExchange(size);
}

function read(self: Value): Value {
  const b = newBuilder(256);
  while (true) {
    const size = hostReadLine();
    if (size < 0) return finish(b);
    addStr(b, strFromExchange(size));
  }
}

function readLines(self: Value): Value {
  const l = newList(0);
  while (true) {
    const size = hostReadLine();
    if (size < 0) return l;
    listAppend(l, strFromExchange(size));
  }
}

function nextLine(self: Value): Value {
  const size = hostReadLine();
  return size < 0 ? ERROR : strFromExchange(size);
}

// ── print, input ─────────────────────────────────────────────────────────────────────────────────────────────────────

function checkPrintKeywords(names: Tuple): void {
  if (isNil(names)) return;
  for (let i = 0; i < names.length; i++) {
    const name = names.items[i] as Str;
    const known = equalsAscii(name, utf8("sep"), 3) || equalsAscii(name, utf8("end"), 3) || equalsAscii(name, utf8("file"), 4) ||
      equalsAscii(name, utf8("flush"), 5);
    if (!known) throw typeError(format1(literal("print() got an unexpected keyword argument '%s'"), name));
  }
}

/** An optional string argument: None and absent ones are `fallback`. */
function textOption(v: Value, name: Str, fallback: Str): Str {
  if (v === ERROR || v === NONE) return fallback;
  if (!isA(v, Str)) throw typeError(format2(literal("%s must be None or a string, not %t"), name, v));
  return v as Str;
}

function print(args: Tuple, names: Tuple): Value {
  checkPrintKeywords(names);
  const separator = textOption(keywordArgument(args, names, literal("sep")), literal("sep"), literal(" "));
  const end = textOption(keywordArgument(args, names, literal("end")), literal("end"), literal("\n"));
  let file = keywordArgument(args, names, literal("file"));
  if (file === ERROR || file === NONE) {
    file = dictGetName(StreamState.sys.namespace, literal("stdout"));
    if (file === ERROR) throw makeException(ExceptionTypes.runtimeError, literal("lost sys.stdout"));
    if (file === NONE) return NONE;
  }
  const count = positionalCount(args, names);
  const b = newBuilder(64);
  for (let i = 0; i < count; i++) {
    if (i > 0) addStr(b, separator);
    addStr(b, strOf(args.items[i]));
  }
  addStr(b, end);
  const text = finish(b);
  if (isA(file, TextStream)) writeText((file as TextStream).stream, text);
  else callMethod1(file, literal("write"), text);
  const flushed = keywordArgument(args, names, literal("flush"));
  if (flushed !== ERROR && truthy(flushed) !== 0) callMethod0(file, literal("flush"));
  return NONE;
}

function input(prompt: Value): Value {
  if (prompt !== ERROR) writeText(1, strOf(prompt));
  hostFlush(1);
  const size = hostReadLine();
  if (size < 0) throw makeException(ExceptionTypes.eofError, literal("EOF when reading a line"));
  const line = strFromExchange(size);
  const n = charLength(line);
  return n > 0 && charAt(line, n - 1) === 10 ? substring(line, 0, n - 1) : line;
}

export function bootTextStream(): void {
  const t = newBuiltinType(literal("TextIOWrapper"), Types.object);
  setTypeOfKind(kind(TextStream), t);
  t.tpRepr = slot(streamRepr);
  t.tpIter = slot(selfIterator);
  t.tpNext = slot(nextLine);
  method2(t, literal("write"), 2, slot(write));
  method2(t, literal("writelines"), 2, slot(writeLines));
  method1(t, literal("flush"), slot(flush));
  method1(t, literal("readline"), slot(readLine));
  method1(t, literal("read"), slot(read));
  method1(t, literal("readlines"), slot(readLines));
  method1(t, literal("fileno"), slot(streamNumber));
  method1(t, literal("isatty"), slot(isTerminal));
  method1(t, literal("writable"), slot(isWritable));
  method1(t, literal("readable"), slot(isReadable));
  attribute(t, literal("encoding"), slot(encoding), NIL);
  attribute(t, literal("name"), slot(streamName), NIL);
  deriveMethods(t);
  const n = Singletons.builtins;
  functionVar(n, literal("print"), slot(print));
  function1(n, literal("input"), 0, slot(input));
}
