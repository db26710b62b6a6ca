/**
 * Primitives that make, test and close ports, and those on files.
 */

import { alloc, copyTail, ERROR, isA, literal, residual, slot, type Value } from "../../toolkit/define/mod.ts";
import { rawFree } from "../../toolkit/heap/mod.ts";
import {
  Bytevector,
  END_OF_FILE,
  Port,
  PORT_BINARY,
  PORT_INPUT,
  PORT_MEMORY,
  PORT_OPEN,
  PORT_OUTPUT,
  PORT_TEXTUAL,
  type Symbol,
  UNSPECIFIED,
} from "./objects.ts";
import { bytevectorArgument, stringArgument } from "./arguments.ts";
import { wrongType } from "./errors.ts";
import { hostDeleteFile, hostFileExists, OPEN_INPUT, OPEN_OUTPUT } from "./host_imports.ts";
import { define0, define1 } from "./native.ts";
import { truth } from "./number_kinds.ts";
import { parameterValue } from "./parameters.ts";
import { closePort, fileError, flushThrough, hasFlags, memoryInput, memoryOutput, openFile, Ports, rawPath } from "./ports.ts";
import { decodeBytes, encodeString, stringLength } from "./strings.ts";

// ── Files ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function openInputFile(path: Value): Value {
  return openFile(literal("open-input-file"), path, PORT_INPUT | PORT_TEXTUAL, OPEN_INPUT);
}
function openBinaryInputFile(path: Value): Value {
  return openFile(literal("open-binary-input-file"), path, PORT_INPUT | PORT_BINARY, OPEN_INPUT);
}
function openOutputFile(path: Value): Value {
  return openFile(literal("open-output-file"), path, PORT_OUTPUT | PORT_TEXTUAL, OPEN_OUTPUT);
}
function openBinaryOutputFile(path: Value): Value {
  return openFile(literal("open-binary-output-file"), path, PORT_OUTPUT | PORT_BINARY, OPEN_OUTPUT);
}

const fileExists = residual(function (path: Value): Value {
  const [address, size] = rawPath(stringArgument(literal("file-exists?"), 1, path));
  const found = hostFileExists(address, size);
  rawFree(address);
  return truth(found !== 0);
});

const deleteFile = residual(function (path: Value): Value {
  const [address, size] = rawPath(stringArgument(literal("delete-file"), 1, path));
  const done = hostDeleteFile(address, size);
  rawFree(address);
  return done < 0 ? fileError(literal("delete-file"), path) : UNSPECIFIED;
});

// ── Memory ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function openInputString(v: Value): Value {
  const s = stringArgument(literal("open-input-string"), 1, v);
  const bytes = encodeString(s, 0, stringLength(s));
  return memoryInput(PORT_TEXTUAL, bytes, 0, bytes.length);
}

function openInputBytevector(v: Value): Value {
  const bytes = bytevectorArgument(literal("open-input-bytevector"), 1, v);
  const copy = alloc(Bytevector, bytes.length);
  copyTail(copy.items, 0, bytes.items, 0, bytes.length);
  return memoryInput(PORT_BINARY, copy, 0, copy.length);
}

function openOutputString(): Value {
  return memoryOutput(PORT_TEXTUAL);
}

function openOutputBytevector(): Value {
  return memoryOutput(PORT_BINARY);
}

function getOutputString(v: Value): Value {
  if (!hasFlags(v, PORT_OUTPUT | PORT_TEXTUAL | PORT_MEMORY)) {
    throw wrongType(literal("get-output-string"), 1, literal("a port of open-output-string"), v);
  }
  return decodeBytes((v as Port).buffer, 0, (v as Port).limit);
}

function getOutputBytevector(v: Value): Value {
  if (!hasFlags(v, PORT_OUTPUT | PORT_BINARY | PORT_MEMORY)) {
    throw wrongType(literal("get-output-bytevector"), 1, literal("a port of open-output-bytevector"), v);
  }
  const p = v as Port;
  const bytes = alloc(Bytevector, p.limit);
  copyTail(bytes.items, 0, p.buffer.items, 0, bytes.length);
  return bytes;
}

// ── Tests ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function isPort(v: Value): Value {
  return truth(isA(v, Port));
}
function isInputPort(v: Value): Value {
  return truth(hasFlags(v, PORT_INPUT));
}
function isOutputPort(v: Value): Value {
  return truth(hasFlags(v, PORT_OUTPUT));
}
function isTextualPort(v: Value): Value {
  return truth(hasFlags(v, PORT_TEXTUAL));
}
function isBinaryPort(v: Value): Value {
  return truth(hasFlags(v, PORT_BINARY));
}

function inputArgument(who: Symbol, v: Value): Port {
  if (!hasFlags(v, PORT_INPUT)) throw wrongType(who, 1, literal("an input port"), v);
  return v as Port;
}
function outputArgument(who: Symbol, v: Value): Port {
  if (!hasFlags(v, PORT_OUTPUT)) throw wrongType(who, 1, literal("an output port"), v);
  return v as Port;
}

function isInputOpen(v: Value): Value {
  return truth((inputArgument(literal("input-port-open?"), v).flags & PORT_OPEN) !== 0);
}
function isOutputOpen(v: Value): Value {
  return truth((outputArgument(literal("output-port-open?"), v).flags & PORT_OPEN) !== 0);
}

// ── Closing and flushing ─────────────────────────────────────────────────────────────────────────────────────────────

function close(v: Value): Value {
  if (!isA(v, Port)) throw wrongType(literal("close-port"), 1, literal("a port"), v);
  return closePort(v as Port);
}
function closeInput(v: Value): Value {
  return closePort(inputArgument(literal("close-input-port"), v));
}
function closeOutput(v: Value): Value {
  return closePort(outputArgument(literal("close-output-port"), v));
}

const flushOutput = residual(function (v: Value): Value {
  const p = outputArgument(literal("flush-output-port"), v === ERROR ? parameterValue(Ports.currentOutput) : v);
  flushThrough(p);
  return UNSPECIFIED;
});

function endOfFile(): Value {
  return END_OF_FILE;
}

export function bootPortProcedures(): void {
  define1(literal("open-input-file"), 1, slot(openInputFile));
  define1(literal("open-binary-input-file"), 1, slot(openBinaryInputFile));
  define1(literal("open-output-file"), 1, slot(openOutputFile));
  define1(literal("open-binary-output-file"), 1, slot(openBinaryOutputFile));
  define1(literal("file-exists?"), 1, slot(fileExists));
  define1(literal("delete-file"), 1, slot(deleteFile));
  define1(literal("open-input-string"), 1, slot(openInputString));
  define1(literal("open-input-bytevector"), 1, slot(openInputBytevector));
  define0(literal("open-output-string"), slot(openOutputString));
  define0(literal("open-output-bytevector"), slot(openOutputBytevector));
  define1(literal("get-output-string"), 1, slot(getOutputString));
  define1(literal("get-output-bytevector"), 1, slot(getOutputBytevector));
  define1(literal("port?"), 1, slot(isPort));
  define1(literal("input-port?"), 1, slot(isInputPort));
  define1(literal("output-port?"), 1, slot(isOutputPort));
  define1(literal("textual-port?"), 1, slot(isTextualPort));
  define1(literal("binary-port?"), 1, slot(isBinaryPort));
  define1(literal("input-port-open?"), 1, slot(isInputOpen));
  define1(literal("output-port-open?"), 1, slot(isOutputOpen));
  define1(literal("close-port"), 1, slot(close));
  define1(literal("close-input-port"), 1, slot(closeInput));
  define1(literal("close-output-port"), 1, slot(closeOutput));
  define1(literal("flush-output-port"), 0, slot(flushOutput));
  define0(literal("eof-object"), slot(endOfFile));
}
