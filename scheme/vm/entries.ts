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
  isNil,
  literal,
  runNested,
  slot,
  stackPush,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import { handleValue, HeapHooks, newHandle } from "../../toolkit/heap/mod.ts";
import { bootAll } from "./boot.ts";
import { simpleError } from "./errors.ts";
import { loadCode } from "./marshal.ts";
import { type Closure, ConstantClosure, FALSE, NULL, RawTable, Roots, type Symbol } from "./objects.ts";
import { bootSymbols, intern } from "./symbols.ts";
import { strFromUtf8 } from "./utf8.ts";

@globals()
class Host {
  /** The code file that the host fills in. */
  static buffer: RawTable;
  /** Result of the last run, or what was raised in it. */
  static result: Value;
}

/** Runs once, after all literals are made. */
export const boot = entry(function (): void {
  bootAll();
  HeapHooks.outOfMemory = slot(outOfMemory);
});

/** The symbol of a `literal(…)` of the definitions. Called before `boot`. */
export const makeLiteral = entry(function (address: i32, sizeBytes: i32): Value {
  bootSymbols();
  return intern(strFromUtf8(address, sizeBytes));
});

function machineError(kind: Symbol, message: Symbol): Value {
  throw simpleError(kind, FALSE, message.name, NULL);
}

/** Raises the error of a full stack. */
export const stackOverflow = entry(function (): Value {
  return machineError(literal("limit"), literal("too many nested calls"));
});

export const outOfMemory = entry(function (): Value {
  return machineError(literal("memory"), literal("out of memory"));
});

/** Raises what the user's wish to stop raises; the host calls it when a poll finds it. */
export const interrupt = entry(function (): Value {
  return machineError(literal("other"), literal("interrupted"));
});

/** Address of a buffer for a code file of `sizeBytes`. */
export const codeBuffer = entry(function (sizeBytes: i32): i32 {
  Host.buffer = alloc(RawTable, sizeBytes);
  return addressOf(Host.buffer.data);
});

/** Reads the code file in the buffer: a handle of a procedure without parameters, 0 when that raised. */
export const loadFile = entry(function (): i32 {
  const code = attempt(loadCode(Host.buffer));
  if (isNil(code)) {
    Host.result = takeError();
    return 0;
  }
  const thunk = alloc(ConstantClosure, 0);
  thunk.code = code;
  return newHandle(thunk);
});

function callInRun(thunk: Closure): Value {
  stackPush(ERROR);
  return runNested(Roots.baseCode, thunk, 1);
}

/** Calls a procedure without parameters: 0 when it returned (its value is the result), 1 when something was raised. */
export const runThunk = entry(function (handle: i32): i32 {
  const thunk = handleValue(handle) as Closure;
  const result = attempt(callInRun(thunk));
  if (errorPending()) {
    Host.result = takeError();
    return 1;
  }
  Host.result = result;
  return 0;
});

/** A handle of the last result. */
export const takeResult = entry(function (): i32 {
  const v = Host.result;
  Host.result = FALSE;
  return newHandle(v);
});
