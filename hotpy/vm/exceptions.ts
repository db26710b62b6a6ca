/**
 * Exceptions: making, matching, chaining, tracebacks. `throw typeError(format1(literal("…%s…"), x));` is how the runtime raises.
 *
 * Invariant: a pending error is always a `PyException`. (Language reference 4.3 and 8.4; texts are CPython 3.14's.)
 */

import type { bool, i32 } from "../../toolkit/define/mod.ts";
import { alloc, ERROR, isA, literal, type Value } from "../../toolkit/define/mod.ts";
import {
  ExceptionTypes,
  type Name,
  NONE,
  type PyCode,
  PyException,
  Singletons,
  type Str,
  Traceback,
  Tuple,
  Type,
  TYPE_EXCEPTION,
} from "./objects.ts";
import { format1, format2 } from "./messages.ts";
import { isSubtype, typeOf } from "./types.ts";
import { newOsError } from "./os_errors.ts";

/** An exception of `type` with the given arguments; no Python code runs. */
export function newException(type: Type, args: Tuple): PyException {
  const e = alloc(PyException);
  e.shape = type.instanceShape;
  e.args = args;
  e.traceback = NONE;
  e.cause = NONE;
  e.context = NONE;
  return e;
}

/** What calling an exception class makes. */
export function constructException(type: Type, args: Tuple): PyException {
  return isSubtype(type, ExceptionTypes.osError) ? newOsError(type, args) : newException(type, args);
}

export function makeException(type: Type, message: Value): PyException {
  const args = alloc(Tuple, 1);
  args.items[0] = message;
  return newException(type, args);
}

export function typeError(message: Str): PyException {
  return makeException(ExceptionTypes.typeError, message);
}

export function valueError(message: Str): PyException {
  return makeException(ExceptionTypes.valueError, message);
}

export function indexError(message: Str): PyException {
  return makeException(ExceptionTypes.indexError, message);
}

export function keyError(key: Value): PyException {
  return makeException(ExceptionTypes.keyError, key);
}

export function overflowError(message: Str): PyException {
  return makeException(ExceptionTypes.overflowError, message);
}

export function zeroDivisionError(message: Str): PyException {
  return makeException(ExceptionTypes.zeroDivisionError, message);
}

export function runtimeError(message: Str): PyException {
  return makeException(ExceptionTypes.runtimeError, message);
}

export function recursionError(message: Str): PyException {
  return makeException(ExceptionTypes.recursionError, message);
}

export function systemError(message: Str): PyException {
  return makeException(ExceptionTypes.systemError, message);
}

export function importError(message: Str, name: Value): PyException {
  const e = makeException(ExceptionTypes.importError, message);
  e.name = name;
  return e;
}

/** What this version lacks; the text is ours. */
export function notSupported(what: Str): PyException {
  return systemError(format1(literal("HotPy does not support %s yet"), what));
}

export function attributeError(message: Str, object: Value, name: Value): PyException {
  const e = makeException(ExceptionTypes.attributeError, message);
  e.value = object;
  e.name = name;
  return e;
}

/** The usual `'Point' object has no attribute 'z'`, `type object 'Point' has …`. */
export function attributeErrorFor(object: Value, name: Name): PyException {
  if (isA(object, Type)) {
    return attributeError(format2(literal("type object '%s' has no attribute '%s'"), (object as Type).name, name), object, name);
  }
  return attributeError(format2(literal("'%t' object has no attribute '%s'"), object, name), object, name);
}

export function nameError(name: Name): PyException {
  const e = makeException(ExceptionTypes.nameError, format1(literal("name '%s' is not defined"), name));
  e.name = name;
  return e;
}

/** Unbound local variable. */
export function unboundLocal(name: Name): PyException {
  const e = makeException(
    ExceptionTypes.unboundLocalError,
    format1(literal("cannot access local variable '%s' where it is not associated with a value"), name),
  );
  e.name = name;
  return e;
}

export function unboundFree(name: Name): PyException {
  const e = makeException(
    ExceptionTypes.nameError,
    format1(literal("cannot access free variable '%s' where it is not associated with a value in enclosing scope"), name),
  );
  e.name = name;
  return e;
}

/** `value` ERROR: none. */
export function stopIteration(value: Value): PyException {
  if (value === ERROR || value === NONE) return newException(ExceptionTypes.stopIteration, Singletons.emptyTuple);
  return makeException(ExceptionTypes.stopIteration, value);
}

/** `StopIteration.value` of a StopIteration. */
export function stopValue(e: PyException): Value {
  if (e.value !== ERROR) return e.value;
  return e.args.length > 0 ? e.args.items[0] : NONE;
}

// ── Matching ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export function isExceptionClass(v: Value): bool {
  return isA(v, Type) && ((v as Type).flags & TYPE_EXCEPTION) !== 0;
}

/** Is the exception an instance of the class, or of a class in the (nested) tuple. @throws TypeError for anything else. */
export function exceptionMatches(e: Value, type: Value): bool {
  if (isA(type, Tuple)) {
    const types = type as Tuple;
    for (let i: i32 = 0; i < types.length; i++) if (exceptionMatches(e, types.items[i])) return true;
    return false;
  }
  return isExceptionClass(type) && isSubtype(typeOf(e), type as Type);
}

/** Can `except type:` be asked at all. */
export function isMatchable(type: Value): bool {
  if (!isA(type, Tuple)) return isExceptionClass(type);
  const types = type as Tuple;
  for (let i: i32 = 0; i < types.length; i++) if (!isExceptionClass(types.items[i])) return false;
  return true;
}

/** True when the pending error `e` is of the built-in class `type`: for native code that expects it. */
export function isError(e: Value, type: Type): bool {
  return isSubtype(typeOf(e), type);
}

// ── Chaining, tracebacks ─────────────────────────────────────────────────────────────────────────────────────────────

/** `e` is raised while `handled` is being handled: it becomes the context; a cycle that would close is cut. */
export function setContext(e: PyException, handled: Value): void {
  if (handled === NONE || handled === e) return;
  let at = handled as PyException;
  while (at.context !== NONE) {
    if (at.context === e) {
      at.context = NONE;
      break;
    }
    at = at.context as PyException;
  }
  e.context = handled;
}

/** Puts the entry of a frame in front of the traceback. */
export function addTraceback(e: PyException, code: PyCode, offset: i32): void {
  const entry = alloc(Traceback);
  entry.next = e.traceback;
  entry.code = code;
  entry.offset = offset;
  e.traceback = entry;
}

/** The exception for `raise value`. Classes with a Python `__init__` are the caller's business. @throws TypeError */
export function raisable(value: Value): PyException {
  if (isA(value, PyException)) return value as PyException;
  if (isExceptionClass(value)) return newException(value as Type, Singletons.emptyTuple);
  throw typeError(literal("exceptions must derive from BaseException"));
}

/** `raise … from cause`. */
export function setCause(e: PyException, cause: Value): void {
  if (cause !== NONE && !isA(cause, PyException)) throw typeError(literal("exception causes must derive from BaseException"));
  e.cause = cause;
  e.suppressContext = 1;
}
