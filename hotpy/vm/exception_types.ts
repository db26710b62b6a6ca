/** The built-in exception classes and what they have as Python sees them (library reference, "Built-in Exceptions"). */

import { alloc, copyTail, ERROR, isA, isNil, literal, NIL, type Slot, slot, type Value, writable } from "../../toolkit/define/mod.ts";
import {
  ExceptionTypes,
  FALSE,
  INSTANCE_EXCEPTION,
  List,
  type Name,
  NONE,
  PyException,
  Singletons,
  Str,
  Traceback,
  TRUE,
  Tuple,
  type Type,
  TYPE_EXCEPTION,
  TYPE_HAS_DICT,
  Types,
} from "./objects.ts";
import { keywordArgument, positionalCount } from "./arguments.ts";
import { dictSetName } from "./dict.ts";
import { attributeErrorFor, stopValue, typeError } from "./exceptions.ts";
import { listAppend, newList } from "./list_methods.ts";
import { concatStrings, format1, format2 } from "./messages.ts";
import { attribute, method2, methodVar } from "./native.ts";
import { reprOf, strOf, truthy } from "./protocols.ts";
import { giveShape, isSubtype, newBuiltinType, typeOf } from "./types.ts";
import { bootOsErrors, osErrorText } from "./os_errors.ts";

// ── BaseException ────────────────────────────────────────────────────────────────────────────────────────────────────

/** `BaseException.__init__(self, *args, name=…, obj=…, path=…)`: the keywords are those of the classes that have them. */
function exceptionInit(args: Tuple, names: Tuple): Value {
  const e = args.items[0] as PyException;
  const count = positionalCount(args, names) - 1;
  const own = count === 0 ? Singletons.emptyTuple : alloc(Tuple, count);
  if (count > 0) copyTail(own.items, 0, args.items, 1, count);
  e.args = own;
  if (isNil(names)) return NONE;
  const type = typeOf(e);
  const named = isSubtype(type, ExceptionTypes.attributeError) || isSubtype(type, ExceptionTypes.nameError) ||
    isSubtype(type, ExceptionTypes.importError);
  if (!named) throw typeError(format1(literal("%s() takes no keyword arguments"), type.name));
  e.name = keywordArgument(args, names, literal("name"));
  e.value = keywordArgument(args, names, literal("obj"));
  return NONE;
}

function exceptionStr(self: Value): Value {
  const args = (self as PyException).args;
  if (args.length === 0) return Singletons.emptyStr;
  if (args.length === 1) return strOf(args.items[0]);
  return reprOf(args);
}

function keyErrorStr(self: Value): Value {
  const args = (self as PyException).args;
  return args.length === 1 ? reprOf(args.items[0]) : exceptionStr(self);
}

function osErrorStr(self: Value): Value {
  const args = (self as PyException).args;
  return args.length === 2 ? osErrorText(self as PyException) : exceptionStr(self);
}

function exceptionRepr(self: Value): Value {
  const args = (self as PyException).args;
  const name = typeOf(self).name;
  if (args.length === 1) return format2(literal("%s(%s)"), name, reprOf(args.items[0]));
  return concatStrings(name, reprOf(args));
}

function exceptionArgs(self: Value): Value {
  return (self as PyException).args;
}

function setExceptionArgs(self: Value, value: Value): void {
  if (!isA(value, Tuple)) throw typeError(literal("args must be a tuple"));
  (self as PyException).args = value as Tuple;
}

function exceptionTraceback(self: Value): Value {
  return (self as PyException).traceback;
}

function setExceptionTraceback(self: Value, value: Value): void {
  if (value !== NONE && !isA(value, Traceback)) throw typeError(literal("__traceback__ must be a traceback or None"));
  (self as PyException).traceback = value;
}

function exceptionCause(self: Value): Value {
  return (self as PyException).cause;
}

function setExceptionCause(self: Value, value: Value): void {
  if (value !== NONE && !isA(value, PyException)) throw typeError(literal("exception cause must be None or derive from BaseException"));
  (self as PyException).cause = value;
  (self as PyException).suppressContext = 1;
}

function exceptionContext(self: Value): Value {
  return (self as PyException).context;
}

function setExceptionContext(self: Value, value: Value): void {
  if (value !== NONE && !isA(value, PyException)) throw typeError(literal("exception context must be None or derive from BaseException"));
  (self as PyException).context = value;
}

function suppressContext(self: Value): Value {
  return (self as PyException).suppressContext !== 0 ? TRUE : FALSE;
}

function setSuppressContext(self: Value, value: Value): void {
  (self as PyException).suppressContext = truthy(value);
}

function exceptionNotes(self: Value): Value {
  const notes = (self as PyException).notes;
  if (notes === ERROR) throw attributeErrorFor(self, literal("__notes__"));
  return notes;
}

function setExceptionNotes(self: Value, value: Value): void {
  (self as PyException).notes = value;
}

function addNote(self: Value, note: Value): Value {
  const e = self as PyException;
  if (!isA(note, Str)) throw typeError(format1(literal("note must be a str, not '%t'"), note));
  if (e.notes === ERROR) e.notes = newList(1);
  if (!isA(e.notes, List)) throw typeError(literal("Cannot add note: __notes__ is not a list"));
  listAppend(e.notes as List, note);
  return NONE;
}

function withTraceback(self: Value, traceback: Value): Value {
  setExceptionTraceback(self, traceback);
  return self;
}

// ── Attributes of single classes ─────────────────────────────────────────────────────────────────────────────────────

function stopIterationValue(self: Value): Value {
  return stopValue(self as PyException);
}

function setStopIterationValue(self: Value, value: Value): void {
  (self as PyException).value = value;
}

/** `SystemExit.code`: None, the one argument, or all. */
function exitCode(self: Value): Value {
  const e = self as PyException;
  if (e.value !== ERROR) return e.value;
  if (e.args.length === 0) return NONE;
  return e.args.length === 1 ? e.args.items[0] : e.args;
}

function exceptionName(self: Value): Value {
  const name = (self as PyException).name;
  return name === ERROR ? NONE : name;
}

function setExceptionName(self: Value, value: Value): void {
  (self as PyException).name = value;
}

function exceptionObject(self: Value): Value {
  const object = (self as PyException).value;
  return object === ERROR ? NONE : object;
}

function firstArgument(self: Value): Value {
  const args = (self as PyException).args;
  return args.length > 0 ? args.items[0] : NONE;
}

function secondArgument(self: Value): Value {
  const args = (self as PyException).args;
  return args.length > 1 ? args.items[1] : NONE;
}

// ── Creation ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function exceptionType(name: Name, base: Type): Type {
  const type = newBuiltinType(name, base);
  giveShape(type);
  dictSetName(Singletons.builtins, name, type);
  return type;
}

/** The classes; before anything can raise. */
export function bootExceptionTypes(): void {
  const base = newBuiltinType(literal("BaseException"), Types.object);
  base.flags |= TYPE_EXCEPTION | TYPE_HAS_DICT;
  base.instanceKind = INSTANCE_EXCEPTION;
  giveShape(base);
  dictSetName(Singletons.builtins, base.name, base);
  writable(ExceptionTypes).baseException = base;
  const exception = exceptionType(literal("Exception"), base);
  writable(ExceptionTypes).exception = exception;
  writable(ExceptionTypes).typeError = exceptionType(literal("TypeError"), exception);
  writable(ExceptionTypes).valueError = exceptionType(literal("ValueError"), exception);
  writable(ExceptionTypes).lookupError = exceptionType(literal("LookupError"), exception);
  writable(ExceptionTypes).indexError = exceptionType(literal("IndexError"), ExceptionTypes.lookupError);
  writable(ExceptionTypes).keyError = exceptionType(literal("KeyError"), ExceptionTypes.lookupError);
  writable(ExceptionTypes).attributeError = exceptionType(literal("AttributeError"), exception);
  writable(ExceptionTypes).nameError = exceptionType(literal("NameError"), exception);
  writable(ExceptionTypes).unboundLocalError = exceptionType(literal("UnboundLocalError"), ExceptionTypes.nameError);
  writable(ExceptionTypes).arithmeticError = exceptionType(literal("ArithmeticError"), exception);
  writable(ExceptionTypes).zeroDivisionError = exceptionType(literal("ZeroDivisionError"), ExceptionTypes.arithmeticError);
  writable(ExceptionTypes).overflowError = exceptionType(literal("OverflowError"), ExceptionTypes.arithmeticError);
  writable(ExceptionTypes).floatingPointError = exceptionType(literal("FloatingPointError"), ExceptionTypes.arithmeticError);
  writable(ExceptionTypes).runtimeError = exceptionType(literal("RuntimeError"), exception);
  writable(ExceptionTypes).recursionError = exceptionType(literal("RecursionError"), ExceptionTypes.runtimeError);
  writable(ExceptionTypes).notImplementedError = exceptionType(literal("NotImplementedError"), ExceptionTypes.runtimeError);
  writable(ExceptionTypes).stopIteration = exceptionType(literal("StopIteration"), exception);
  writable(ExceptionTypes).stopAsyncIteration = exceptionType(literal("StopAsyncIteration"), exception);
  writable(ExceptionTypes).generatorExit = exceptionType(literal("GeneratorExit"), base);
  writable(ExceptionTypes).keyboardInterrupt = exceptionType(literal("KeyboardInterrupt"), base);
  writable(ExceptionTypes).systemExit = exceptionType(literal("SystemExit"), base);
  writable(ExceptionTypes).systemError = exceptionType(literal("SystemError"), exception);
  writable(ExceptionTypes).memoryError = exceptionType(literal("MemoryError"), exception);
  writable(ExceptionTypes).assertionError = exceptionType(literal("AssertionError"), exception);
  writable(ExceptionTypes).importError = exceptionType(literal("ImportError"), exception);
  writable(ExceptionTypes).moduleNotFoundError = exceptionType(literal("ModuleNotFoundError"), ExceptionTypes.importError);
  writable(ExceptionTypes).osError = exceptionType(literal("OSError"), exception);
  writable(ExceptionTypes).eofError = exceptionType(literal("EOFError"), exception);
  writable(ExceptionTypes).bufferError = exceptionType(literal("BufferError"), exception);
  writable(ExceptionTypes).unicodeError = exceptionType(literal("UnicodeError"), ExceptionTypes.valueError);
  writable(ExceptionTypes).unicodeDecodeError = exceptionType(literal("UnicodeDecodeError"), ExceptionTypes.unicodeError);
  writable(ExceptionTypes).unicodeEncodeError = exceptionType(literal("UnicodeEncodeError"), ExceptionTypes.unicodeError);
  writable(ExceptionTypes).syntaxError = exceptionType(literal("SyntaxError"), exception);
  writable(ExceptionTypes).indentationError = exceptionType(literal("IndentationError"), ExceptionTypes.syntaxError);
  writable(ExceptionTypes).warning = exceptionType(literal("Warning"), exception);
  exceptionType(literal("FileNotFoundError"), ExceptionTypes.osError);
  exceptionType(literal("FileExistsError"), ExceptionTypes.osError);
  exceptionType(literal("PermissionError"), ExceptionTypes.osError);
  exceptionType(literal("IsADirectoryError"), ExceptionTypes.osError);
  exceptionType(literal("NotADirectoryError"), ExceptionTypes.osError);
  exceptionType(literal("TimeoutError"), ExceptionTypes.osError);
  const connection = exceptionType(literal("ConnectionError"), ExceptionTypes.osError);
  exceptionType(literal("BrokenPipeError"), connection);
  exceptionType(literal("ConnectionAbortedError"), connection);
  exceptionType(literal("ConnectionRefusedError"), connection);
  exceptionType(literal("ConnectionResetError"), connection);
  exceptionType(literal("InterruptedError"), ExceptionTypes.osError);
  exceptionType(literal("BlockingIOError"), ExceptionTypes.osError);
  exceptionType(literal("ChildProcessError"), ExceptionTypes.osError);
  exceptionType(literal("ProcessLookupError"), ExceptionTypes.osError);
  exceptionType(literal("ReferenceError"), exception);
  exceptionType(literal("TabError"), ExceptionTypes.indentationError);
  exceptionType(literal("PythonFinalizationError"), ExceptionTypes.runtimeError);
  exceptionType(literal("UnicodeTranslateError"), ExceptionTypes.unicodeError);
  exceptionType(literal("DeprecationWarning"), ExceptionTypes.warning);
  exceptionType(literal("UserWarning"), ExceptionTypes.warning);
  exceptionType(literal("RuntimeWarning"), ExceptionTypes.warning);
  exceptionType(literal("SyntaxWarning"), ExceptionTypes.warning);
  exceptionType(literal("FutureWarning"), ExceptionTypes.warning);
  exceptionType(literal("ImportWarning"), ExceptionTypes.warning);
  exceptionType(literal("ResourceWarning"), ExceptionTypes.warning);
  exceptionType(literal("BytesWarning"), ExceptionTypes.warning);
  exceptionType(literal("PendingDeprecationWarning"), ExceptionTypes.warning);
  exceptionType(literal("UnicodeWarning"), ExceptionTypes.warning);
  exceptionType(literal("EncodingWarning"), ExceptionTypes.warning);
  dictSetName(Singletons.builtins, literal("IOError"), ExceptionTypes.osError);
  dictSetName(Singletons.builtins, literal("EnvironmentError"), ExceptionTypes.osError);
}

/** Their methods and attributes. */
export function bootExceptionMethods(): void {
  const base = ExceptionTypes.baseException;
  bootExceptionText();
  writable(Singletons).exceptionInit = methodVar(base, literal("__init__"), slot(exceptionInit));
  attribute(base, literal("args"), slot(exceptionArgs), slot(setExceptionArgs));
  attribute(base, literal("__traceback__"), slot(exceptionTraceback), slot(setExceptionTraceback));
  attribute(base, literal("__cause__"), slot(exceptionCause), slot(setExceptionCause));
  attribute(base, literal("__context__"), slot(exceptionContext), slot(setExceptionContext));
  attribute(base, literal("__suppress_context__"), slot(suppressContext), slot(setSuppressContext));
  attribute(base, literal("__notes__"), slot(exceptionNotes), slot(setExceptionNotes));
  method2(base, literal("add_note"), 2, slot(addNote));
  method2(base, literal("with_traceback"), 2, slot(withTraceback));
  attribute(ExceptionTypes.stopIteration, literal("value"), slot(stopIterationValue), slot(setStopIterationValue));
  attribute(ExceptionTypes.systemExit, literal("code"), slot(exitCode), slot(setStopIterationValue));
  attribute(ExceptionTypes.nameError, literal("name"), slot(exceptionName), slot(setExceptionName));
  attribute(ExceptionTypes.attributeError, literal("name"), slot(exceptionName), slot(setExceptionName));
  attribute(ExceptionTypes.attributeError, literal("obj"), slot(exceptionObject), slot(setStopIterationValue));
  attribute(ExceptionTypes.importError, literal("name"), slot(exceptionName), slot(setExceptionName));
  attribute(ExceptionTypes.importError, literal("msg"), slot(firstArgument), NIL);
  attribute(ExceptionTypes.osError, literal("errno"), slot(firstArgument), NIL);
  attribute(ExceptionTypes.osError, literal("strerror"), slot(secondArgument), NIL);
  bootOsErrors();
  attribute(ExceptionTypes.syntaxError, literal("msg"), slot(firstArgument), NIL);
}

/** How a class and those below it are shown; after `bootExceptionTypes` copied the slots of the base. */
function giveText(type: Type, str: Slot<(self: Value) => Value>): void {
  type.tpStr = str;
  type.tpRepr = slot(exceptionRepr);
  const below = type.subclasses;
  for (let i = 0; i < below.size; i++) giveText(below.items.items[i] as Type, str);
}

/** Text of all classes. */
function bootExceptionText(): void {
  giveText(ExceptionTypes.baseException, slot(exceptionStr));
  giveText(ExceptionTypes.osError, slot(osErrorStr));
  ExceptionTypes.keyError.tpStr = slot(keyErrorStr);
}
