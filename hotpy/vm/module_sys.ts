/**
 * The module `sys`: command line, streams, limits, version, the handled exception.
 */

import { boxInt, ERROR, isA, literal, loadI32, slot, storeI32, type Value } from "../../toolkit/define/mod.ts";
import { alloc, boxFloat, boxI64 } from "../../toolkit/define/mod.ts";
import { ExceptionTypes, NONE, PyException, Singletons, type Str, Thread, type Tuple } from "./objects.ts";
import { newException, valueError } from "./exceptions.ts";
import { intern } from "./messages.ts";
import { dictSetName } from "./dict.ts";
import { function0, function1 } from "./native.ts";
import { newNativeModule } from "./modules.ts";
import { boxIndex, indexArgument } from "./sequence.ts";
import { strFromExchange } from "./str_core.ts";
import { listAppend, newList } from "./list_methods.ts";
import { FloatInfo, VersionInfo } from "./struct_sequences.ts";
import { typeOf } from "./types.ts";
import { makeTuple1, makeTuple3 } from "./tuple_methods.ts";
import { hostArgument, hostArgumentCount } from "./host_imports.ts";
import { newTextStream, StreamState } from "./text_stream.ts";
import { CONTROL, FRAME_ALLOWANCE_BYTES, STACK_BYTES, STACK_RESERVE_BYTES, STACK_START } from "../../toolkit/machine/memory_map.ts";

function exit(status: Value): Value {
  if (status === ERROR || status === NONE) {
    throw newException(ExceptionTypes.systemExit, status === ERROR ? Singletons.emptyTuple : makeTuple1(NONE));
  }
  throw newException(ExceptionTypes.systemExit, makeTuple1(status));
}

/** What CPython says; without a limit of its own the machine stops at the end of the VM stack. */
const DEFAULT_RECURSION_LIMIT = 1000;

function getRecursionLimit(): Value {
  const limit = loadI32(CONTROL.frameLimit);
  return boxIndex(limit === 0 ? DEFAULT_RECURSION_LIMIT : limit);
}

function setRecursionLimit(limit: Value): Value {
  const n = indexArgument(limit);
  if (n < 1) throw valueError(literal("recursion limit must be greater or equal than 1"));
  storeI32(CONTROL.frameLimit, n);
  const most = (STACK_BYTES - STACK_RESERVE_BYTES) / FRAME_ALLOWANCE_BYTES;
  storeI32(CONTROL.stackLimit, STACK_START + (n < most ? n : most) * FRAME_ALLOWANCE_BYTES);
  return NONE;
}

function internText(s: Value): Value {
  return intern(s as Str);
}

function getSizeOf(v: Value): Value {
  return boxIndex(64);
}

function getDefaultEncoding(): Value {
  return literal("utf-8");
}

function getMaxStrDigits(): Value {
  return boxIndex(4300);
}

function setNothing(v: Value): Value {
  return NONE;
}

function currentException(): Value {
  return Thread.handled;
}

/** `(type, value, traceback)` of the exception being handled. */
function exceptionInfo(): Value {
  const e = Thread.handled;
  if (!isA(e, PyException)) return makeTuple3(NONE, NONE, NONE);
  return makeTuple3(typeOf(e), e, (e as PyException).traceback);
}

/** `sys.float_info`. */
function floatInfo(): Tuple {
  const t = alloc(FloatInfo, 11);
  t.items[0] = boxFloat(1.7976931348623157e308);
  t.items[1] = boxInt(1024n);
  t.items[2] = boxInt(308n);
  t.items[3] = boxFloat(2.2250738585072014e-308);
  t.items[4] = boxInt(-1021n);
  t.items[5] = boxInt(-307n);
  t.items[6] = boxInt(15n);
  t.items[7] = boxInt(53n);
  t.items[8] = boxFloat(2.220446049250313e-16);
  t.items[9] = boxInt(2n);
  t.items[10] = boxInt(1n);
  return t;
}

export function bootSys(): void {
  const m = newNativeModule(literal("sys"));
  StreamState.sys = m;
  const n = m.namespace;
  dictSetName(n, literal("path"), newList(0));
  dictSetName(n, literal("modules"), Singletons.modules);
  dictSetName(n, literal("stdin"), newTextStream(0));
  dictSetName(n, literal("stdout"), newTextStream(1));
  dictSetName(n, literal("stderr"), newTextStream(2));
  dictSetName(n, literal("__stdin__"), newTextStream(0));
  dictSetName(n, literal("__stdout__"), newTextStream(1));
  dictSetName(n, literal("__stderr__"), newTextStream(2));
  dictSetName(n, literal("maxsize"), boxI64(0x7fffffffffffffffn));
  dictSetName(n, literal("maxunicode"), boxInt(0x10ffffn));
  dictSetName(n, literal("byteorder"), literal("little"));
  dictSetName(n, literal("platform"), literal("linux"));
  dictSetName(n, literal("executable"), literal("hotpy"));
  dictSetName(n, literal("version"), literal("3.14.0 (HotPy)"));
  dictSetName(n, literal("hexversion"), boxInt(0x030e00f0n));
  dictSetName(n, literal("version_info"), versionInfo());
  dictSetName(n, literal("copyright"), literal(""));
  dictSetName(n, literal("flags"), NONE);
  dictSetName(n, literal("ps1"), literal(">>> "));
  dictSetName(n, literal("ps2"), literal("... "));
  function1(n, literal("exit"), 0, slot(exit));
  function0(n, literal("getrecursionlimit"), slot(getRecursionLimit));
  function1(n, literal("setrecursionlimit"), 1, slot(setRecursionLimit));
  function1(n, literal("intern"), 1, slot(internText));
  function1(n, literal("getsizeof"), 1, slot(getSizeOf));
  function0(n, literal("getdefaultencoding"), slot(getDefaultEncoding));
  function0(n, literal("get_int_max_str_digits"), slot(getMaxStrDigits));
  function1(n, literal("set_int_max_str_digits"), 1, slot(setNothing));
  function0(n, literal("exception"), slot(currentException));
  function0(n, literal("exc_info"), slot(exceptionInfo));
  dictSetName(n, literal("float_info"), floatInfo());
}

/** What depends on the process. */
export function startSys(): void {
  const argv = newList(4);
  const count = hostArgumentCount();
  for (let i = 0; i < count; i++) listAppend(argv, strFromExchange(hostArgument(i)));
  dictSetName(StreamState.sys.namespace, literal("argv"), argv);
}

/** `(major, minor, micro, level, serial)`. */
function versionInfo(): Tuple {
  const t = alloc(VersionInfo, 5);
  t.items[0] = boxInt(3n);
  t.items[1] = boxInt(14n);
  t.items[2] = boxInt(0n);
  t.items[3] = literal("final");
  t.items[4] = boxInt(0n);
  return t;
}
