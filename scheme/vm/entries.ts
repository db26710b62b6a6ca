/**
 * What the host calls: booting, loading and running code, the errors the machine itself raises.
 *
 * Code files travel through raw memory: `codeBuffer` gives the address of a buffer that the host fills. Values stay behind handles.
 */

import {
  addressOf,
  alloc,
  attempt,
  entry,
  ERROR,
  errorPending,
  globals,
  type i32,
  isA,
  isNil,
  literal,
  NIL,
  runNested,
  slot,
  stackPush,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import { EXCHANGE_BYTES } from "../../toolkit/machine/memory_map.ts";
import { handleValue, HeapHooks, newHandle } from "../../toolkit/heap/mod.ts";
import { bootAll } from "./boot.ts";
import { simpleError } from "./errors.ts";
import { loadCode } from "./marshal.ts";
import { flushAll, memoryOutput, putByte, startPorts } from "./ports.ts";
import { print, WRITTEN_FOR_HOST } from "./printer.ts";
import { makeReport, takeReport } from "./report.ts";
import {
  type Closure,
  ConstantClosure,
  Dynamic,
  END_OF_RUN,
  FALSE,
  NULL,
  type Port,
  PORT_TEXTUAL,
  RawTable,
  Roots,
  Run,
  type Symbol,
  UNSPECIFIED,
  Values,
} from "./objects.ts";
import { bootSymbols, intern } from "./symbols.ts";
import { strFromUtf8 } from "./utf8.ts";

@globals()
class Host {
  /** The code file that the host fills in. */
  static buffer: RawTable;
  /** Result of the last run. */
  static result: Value;
  static report: Port;
}

const NEWLINE = 10;
/** How a run ends. */
const RETURNED = 0;
const UNCAUGHT = 1;
const EXITED = 2;

/** Runs once, after all literals are made. */
export const boot = entry(function (): void {
  bootAll();
  HeapHooks.outOfMemory = slot(outOfMemory);
});

/** Runs once in each VM, booted or from the image: sets what depends on the process. */
export const start = entry(function (): void {
  startPorts();
});

/** The symbol of a `literal(…)` of the definitions. Called before `boot`. */
export const makeLiteral = entry(function (address: i32, sizeBytes: i32): Value {
  bootSymbols();
  return intern(strFromUtf8(address, sizeBytes));
});

function machineError(kind: Symbol, message: Symbol): Value {
  throw simpleError(kind, FALSE, message.name, NULL);
}

/** Ends the run: the stack is full to its end, because there was no memory for freezing its frames, so that nothing else can be called. */
export const stackOverflow = entry(function (): Value {
  const message: Symbol = literal("too many nested calls");
  Run.condition = attempt(simpleError(literal("limit"), FALSE, message.name, NULL));
  throw END_OF_RUN;
});

export const outOfMemory = entry(function (): Value {
  return machineError(literal("memory"), literal("out of memory"));
});

/** Raises what ends a run that the user or a limit stops: no handler of the guest gets it. */
export const interrupt = entry(function (): Value {
  Dynamic.handlers = NULL;
  return machineError(literal("other"), literal("interrupted"));
});

/** Address of a buffer for a code file of `sizeBytes`. */
export const codeBuffer = entry(function (sizeBytes: i32): i32 {
  Host.buffer = alloc(RawTable, sizeBytes);
  return addressOf(Host.buffer.data);
});

/** Reads the code file in the buffer: a handle of a procedure without parameters, 0 when that raised (`reportChunk`). */
export const loadFile = entry(function (): i32 {
  const code = attempt(loadCode(Host.buffer));
  Host.buffer = NIL;
  if (isNil(code)) {
    Run.condition = takeError();
    Run.frames = NIL;
    Host.report = NIL;
    return 0;
  }
  const thunk = alloc(ConstantClosure, 0);
  thunk.code = code;
  return newHandle(thunk);
});

/** Runs a thunk with a dynamic state of its own. */
function callInRun(thunk: Closure): Value {
  const winders = Dynamic.winders;
  const handlers = Dynamic.handlers;
  Run.condition = END_OF_RUN;
  Run.frames = NIL;
  Run.status = -1;
  Dynamic.handlers = NULL;
  Dynamic.winders = NULL;
  stackPush(ERROR);
  const result = attempt(runNested(Roots.baseCode, thunk, 1));
  Dynamic.winders = winders;
  Dynamic.handlers = handlers;
  return result;
}

/**
 * Calls a procedure without parameters: 0 when it returned (its value is the result), 1 when nothing handled what it raised
 * (`reportChunk`), 2 when it asked for the end of the process (`exitStatus`).
 */
export const runThunk = entry(function (handle: i32): i32 {
  const result = callInRun(handleValue(handle) as Closure);
  if (!errorPending()) {
    Host.result = result;
    return RETURNED;
  }
  const error = takeError();
  if (error !== END_OF_RUN) Run.condition = error;
  Host.report = NIL;
  return Run.status >= 0 ? EXITED : UNCAUGHT;
});

/** Status of the process that `exit` asked for. */
export const exitStatus = entry(function (): i32 {
  return Run.status;
});

function writeLine(text: Port, v: Value, written: i32): void {
  if (v === UNSPECIFIED && written !== WRITTEN_FOR_HOST) return;
  print(text, v, written);
  putByte(text, NEWLINE);
}

function writeValues(text: Port, v: Value, written: i32): void {
  if (!isA(v, Values)) return writeLine(text, v, written);
  for (let i: i32 = 0; i < (v as Values).length; i++) writeLine(text, (v as Values).items[i], written);
}

/** A handle of the last result. */
export const takeResult = entry(function (): i32 {
  const v = Host.result;
  Host.result = FALSE;
  return newHandle(v);
});

/** Writes the values of the last result (`print`; nothing for the unspecified one unless for the host), one a line: `reportChunk` gives the text. */
export const writeResult = entry(function (written: i32): void {
  const text = memoryOutput(PORT_TEXTUAL);
  Host.report = text;
  attempt(writeValues(text, Host.result, written));
  if (errorPending()) takeError();
});

/** Puts the next part of the report (`report.ts`) into the exchange buffer: its size, 0 at the end. */
export const reportChunk = entry(function (): i32 {
  if (isNil(Host.report)) {
    const report = attempt(makeReport());
    if (isNil(report)) {
      takeError();
      return 0;
    }
    Host.report = report;
  }
  return takeReport(Host.report, EXCHANGE_BYTES);
});

/** Writes out what ports hold back. */
export const flushPorts = entry(function (): void {
  flushAll();
});
