/**
 * What the host calls: booting, loading and running code, the report of an uncaught exception, and the errors the machine itself raises.
 *
 * Code files and long texts travel through raw memory: `codeBuffer` gives the address of a buffer that the host fills, `reportChunk` fills the
 * exchange buffer.
 */

import {
  addressOf,
  alloc,
  attempt,
  boxI64,
  entry,
  ERROR,
  globals,
  i32,
  i64,
  i64Of,
  isA,
  isI64,
  isNil,
  literal,
  runNested,
  slot,
  takeError,
  type Value,
  writable,
} from "../../toolkit/define/mod.ts";
import { HeapHooks } from "../../toolkit/heap/mod.ts";
import { ExceptionTypes, type Module, NONE, PyException, RawTable, Singletons, type Str, Thread, Type } from "./objects.ts";
import { bootAll } from "./boot.ts";
import { dictGetName, dictSet, dictSetName } from "./dict.ts";
import { isError, makeException, newException, recursionError } from "./exceptions.ts";
import { EXCHANGE, EXCHANGE_SIZE } from "./host_imports.ts";
import { loadCode } from "./marshal.ts";
import { bootInterning, intern, isInterningReady } from "./messages.ts";
import { startSys } from "./module_sys.ts";
import { newModule } from "./modules.ts";
import { putUtf8Part, strFromUtf8, utf8SizeOfPart } from "./str_core.ts";
import { exceptionReport } from "./tracebacks.ts";
import { strOf } from "./protocols.ts";
import { makeTuple2 } from "./tuple_methods.ts";

@globals()
class Host {
  /** The code file that the host fills in. */
  static buffer: RawTable;
  /** The report that `reportChunk` hands out, and how many characters are out. */
  static report: Str;
  static reported: i32;
}

/** Runs once, after all literals are made. */
export const boot = entry(function (): void {
  bootAll();
  HeapHooks.outOfMemory = slot(raiseMemoryError);
  Host.report = Singletons.emptyStr;
});

/** Runs once in each VM, booted or from the image: sets what depends on the process. */
export const start = entry(function (): void {
  startSys();
});

/** A literal of the definitions: an interned string. Called before `boot`. */
export const makeLiteral = entry(function (address: i32, sizeBytes: i32): Value {
  if (!isInterningReady()) bootInterning(0);
  return intern(strFromUtf8(address, sizeBytes));
});

/** Raises RecursionError. */
export const stackOverflow = entry(function (): Value {
  throw recursionError(literal("maximum recursion depth exceeded"));
});

function raiseMemoryError(): Value {
  throw newException(ExceptionTypes.memoryError, Singletons.emptyTuple);
}

/** Raises MemoryError. */
export const outOfMemory = entry(function (): Value {
  return raiseMemoryError();
});

/**
 * Raises what the host has found: an interrupt, a limit, output that failed. In the exchange buffer: the name of a built-in exception, then its
 * message as UTF-8. With `errno` other than 0 the arguments are `(errno, message)`; without a message there are none.
 */
export const raiseError = entry(function (nameSize: i32, messageSize: i32, errno: i32): Value {
  const found = dictGetName(Singletons.builtins, intern(strFromUtf8(EXCHANGE, nameSize)));
  const type = isA(found, Type) ? found as Type : ExceptionTypes.osError;
  if (messageSize === 0) throw newException(type, Singletons.emptyTuple);
  const message = strFromUtf8(EXCHANGE + nameSize, messageSize);
  if (errno === 0) throw makeException(type, message);
  throw newException(type, makeTuple2(boxI64(i64(errno)), message));
});

/** Address of a buffer for a code file of `sizeBytes`. */
export const codeBuffer = entry(function (sizeBytes: i32): i32 {
  Host.buffer = alloc(RawTable, sizeBytes);
  return addressOf(Host.buffer.data);
});

/** The module `__main__`, made at the first call. */
function mainModule(): Module {
  if (!isNil(Singletons.main)) return Singletons.main;
  const main = newModule(literal("__main__"));
  writable(Singletons).main = main;
  dictSet(Singletons.modules, literal("__main__"), main);
  dictSetName(main.namespace, literal("__builtins__"), Singletons.builtinsModule);
  return main;
}

/** Runs the code file in the buffer as (part of) `__main__`: 0, or 1 when an exception got out, which `reportChunk` then describes. */
export const runMain = entry(function (): i32 {
  const main = mainModule();
  const code = attempt(loadCode(Host.buffer, main.namespace));
  if (isNil(code)) return keepUncaught();
  dictSetName(main.namespace, literal("__file__"), code.filename);
  const result = attempt(runNested(code, NONE, 0));
  if (result !== ERROR) return 0;
  return keepUncaught();
});

/** Keeps the pending error for the report. */
function keepUncaught(): i32 {
  Thread.uncaught = takeError();
  Thread.handled = NONE;
  Host.reported = 0;
  Host.report = Singletons.emptyStr;
  return 1;
}

/**
 * Exit status when the uncaught exception is a SystemExit, else -1. A code that is neither None nor an integer is text for standard error:
 * then 256, and `reportChunk` gives the text.
 */
export const exitStatus = entry(function (): i32 {
  const e = Thread.uncaught;
  if (!isA(e, PyException) || !isError(e, ExceptionTypes.systemExit)) return -1;
  const code = exitCode(e as PyException);
  if (code === NONE) return 0;
  if (isI64(code)) return i32(i64Of(code)) & 255;
  const text = attempt(strOf(code));
  if (isNil(text)) {
    takeError();
    return 1;
  }
  Host.report = text;
  return 256;
});

function exitCode(e: PyException): Value {
  if (e.value !== ERROR) return e.value;
  if (e.args.length === 0) return NONE;
  return e.args.length === 1 ? e.args.items[0] : e.args;
}

/** Puts the next part of the report into the exchange buffer as UTF-8: its size, 0 at the end. */
export const reportChunk = entry(function (): i32 {
  if (Host.report.length === 0 && Host.reported === 0 && isA(Thread.uncaught, PyException)) {
    const text = attempt(exceptionReport(Thread.uncaught as PyException));
    if (isNil(text)) takeError();
    else Host.report = text;
  }
  const start = Host.reported;
  const next = putUtf8Part(Host.report, start, EXCHANGE, EXCHANGE_SIZE);
  Host.reported = next;
  return utf8SizeOfPart(Host.report, start, next);
});
