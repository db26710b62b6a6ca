/**
 * Generators: resumption from native code, `send`, `throw`, `close`.
 *
 * A suspended frame lives in its `Generator`. The bytecodes resume it inline (`handlers_iteration.ts`); native code runs the two-instruction
 * code object `Stubs.resume` (`resume_generator`, `return_value`) in a nested interpreter. An exception is thrown *into* a frame by
 * resuming it at the stub `raise_injected`. A resumption gives a yielded value, or `GENERATOR_END` with `Generator.result` set.
 * (Language reference 6.2.9.)
 */

import type { i32 } from "../../toolkit/define/mod.ts";
import {
  addressOf,
  alloc,
  attempt,
  ERROR,
  errorPending,
  globals,
  isA,
  literal,
  loadU16,
  NIL,
  opcodeOf,
  residual,
  runNested,
  slot,
  stackPush,
  storeU16,
  takeError,
  type Value,
  writable,
} from "../../toolkit/define/mod.ts";
import { rawAllocate } from "../../toolkit/heap/mod.ts";
import {
  CellTable,
  ExceptionTypes,
  Generator,
  GENERATOR_CREATED,
  GENERATOR_END,
  GENERATOR_FINISHED,
  GENERATOR_RUNNING,
  GENERATOR_SUSPENDED,
  type Name,
  NameTable,
  NONE,
  PyCode,
  PyException,
  RawTable,
  Singletons,
  Traceback,
  type Type,
  Types,
  ValueTable,
} from "./objects.ts";
import { getAttributeOrError } from "./attributes.ts";
import { call0, call1 } from "./calls.ts";
import { isError, isExceptionClass, newException, runtimeError, stopIteration, stopValue, typeError, valueError } from "./exceptions.ts";
import { instantiate } from "./classes.ts";
import { attribute, method1, method2, method4 } from "./native.ts";
import { makeTuple1 } from "./tuple_methods.ts";
import { selfIterator } from "./iterators.ts";
import { format1 } from "./messages.ts";

@globals()
export class Stubs {
  /** Code of `resume_generator`, `return_value`: locals generator, sent value. */
  static readonly resume: PyCode;
  /** Code of `run_code`, `return_value`: locals a code object and the namespace of its locals. */
  static readonly run: PyCode;
  /** The instruction `raise_injected`. */
  static readonly injected: RawTable;
  /** The exception that `raise_injected` raises. */
  static exception: Value;
}

const OPCODE_BYTES = 2;

/** Code made of bare opcodes. */
function stubCode(name: Name, first: i32, second: i32): PyCode {
  const raw = rawAllocate(2 * OPCODE_BYTES);
  storeU16(raw, first);
  storeU16(raw + OPCODE_BYTES, second);
  const noNames = alloc(NameTable, 0);
  const empty = alloc(RawTable, 0);
  const noCells = alloc(CellTable, 0);
  const noConstants = alloc(ValueTable, 0);
  const code = alloc(PyCode);
  code.name = name;
  code.qualname = name;
  code.filename = name;
  code.names = noNames;
  code.localNames = noNames;
  code.freeNames = noNames;
  code.cells = noCells;
  code.constants = noConstants;
  code.localKinds = empty;
  code.exceptionTable = empty;
  code.positions = empty;
  code.sites = empty;
  code.globals = Singletons.builtins;
  code.bytecode = raw;
  code.bytecodeSize = 2 * OPCODE_BYTES;
  code.localCount = 2;
  code.argumentCount = 2;
  code.positionalCount = 2;
  code.stackSize = 4;
  return code;
}

/** Is this code one of ours, without a place in a traceback. */
export function isStub(code: PyCode): boolean {
  return code === Stubs.resume || code === Stubs.run;
}

// ── Resumption ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** @throws ValueError when the generator is running */
export function checkResumable(g: Generator): void {
  if (g.state === GENERATOR_RUNNING) throw valueError(literal("generator already executing"));
}

/** Address at which an injected exception is raised. */
export function injectedPc(): i32 {
  return addressOf(Stubs.injected.data);
}

/** Resumes with `sent`: the yielded value or GENERATOR_END. */
function resume(g: Generator, sent: Value): Value {
  checkResumable(g);
  if (g.state === GENERATOR_FINISHED) {
    g.result = NONE;
    return GENERATOR_END;
  }
  stackPush(g);
  stackPush(sent);
  return runNested(Stubs.resume, NONE, 2);
}

/** What a finished generator returned; asked once. */
export function takeResult(g: Generator): Value {
  const result = g.result;
  g.result = NONE;
  return result === ERROR ? NONE : result;
}

/** `next(g)` for `tpNext`: ERROR without a pending error at the end. */
export const generatorNext = residual(function (self: Value): Value {
  const value = resume(self as Generator, NONE);
  if (value !== GENERATOR_END) return value;
  takeResult(self as Generator);
  return ERROR;
});

function orStop(g: Generator, value: Value): Value {
  if (value === GENERATOR_END) throw stopIteration(takeResult(g));
  return value;
}

function generatorDunderNext(self: Value): Value {
  const g = self as Generator;
  return orStop(g, resume(g, NONE));
}

function generatorSend(self: Value, sent: Value): Value {
  const g = self as Generator;
  if (g.state === GENERATOR_CREATED && sent !== NONE) {
    throw typeError(literal("can't send non-None value to a just-started generator"));
  }
  return orStop(g, resume(g, sent));
}

/** The iterator that a generator suspended in `yield from` delegates to, else ERROR. */
function delegate(g: Generator): Value {
  if (g.state !== GENERATOR_SUSPENDED || loadU16(g.pc) !== opcodeOf("yield_from")) return ERROR;
  return g.slots.items[g.count - 1];
}

/** Raises `e` inside the frame. */
function inject(g: Generator, e: PyException): Value {
  checkResumable(g);
  if (g.state === GENERATOR_FINISHED) throw e;
  if (g.state === GENERATOR_CREATED) {
    g.state = GENERATOR_FINISHED;
    throw e;
  }
  Stubs.exception = e;
  stackPush(g);
  stackPush(NONE);
  return runNested(Stubs.resume, NONE, 2);
}

/** After the delegate of `yield from` ended with `value`: goes on behind the instruction. */
function finishDelegation(g: Generator, value: Value): Value {
  g.count -= 1;
  g.pc += OPCODE_BYTES;
  return resume(g, value);
}

function throwInto(g: Generator, e: PyException): Value {
  const inner = delegate(g);
  if (inner === ERROR) return inject(g, e);
  checkResumable(g);
  if (isError(e, ExceptionTypes.generatorExit)) {
    const closed = attempt(closeIterator(inner));
    if (closed === ERROR && errorPending()) return inject(g, takeError() as PyException);
    return inject(g, e);
  }
  const method = getAttributeOrError(inner, literal("throw"));
  if (method === ERROR) return inject(g, e);
  g.state = GENERATOR_RUNNING;
  const value = attempt(call1(method, e));
  g.state = GENERATOR_SUSPENDED;
  if (value !== ERROR) return value;
  const raised = takeError() as PyException;
  if (isError(raised, ExceptionTypes.stopIteration)) return finishDelegation(g, stopValue(raised));
  return inject(g, raised);
}

function closeIterator(inner: Value): Value {
  if (isA(inner, Generator)) return generatorClose(inner);
  const method = getAttributeOrError(inner, literal("close"));
  return method === ERROR ? NONE : call0(method);
}

/** `g.throw(value)`, or the old form with type, value, traceback. */
function generatorThrow(self: Value, type: Value, value: Value, traceback: Value): Value {
  const g = self as Generator;
  let e: Value = type;
  if (isExceptionClass(type)) {
    if (isA(value, PyException)) e = value;
    else e = instantiate(type as Type, value === ERROR || value === NONE ? Singletons.emptyTuple : makeTuple1(value), NIL);
  }
  if (!isA(e, PyException)) {
    throw typeError(format1(literal("exceptions must be classes or instances deriving from BaseException, not %t"), type));
  }
  if (isA(traceback, Traceback)) (e as PyException).traceback = traceback;
  return orStop(g, throwInto(g, e as PyException));
}

function generatorClose(self: Value): Value {
  const g = self as Generator;
  if (g.state === GENERATOR_CREATED) g.state = GENERATOR_FINISHED;
  if (g.state === GENERATOR_FINISHED) return NONE;
  const value = attempt(throwInto(g, newException(ExceptionTypes.generatorExit, Singletons.emptyTuple)));
  if (value === ERROR) {
    const e = takeError();
    if (isError(e, ExceptionTypes.generatorExit) || isError(e, ExceptionTypes.stopIteration)) return NONE;
    throw e;
  }
  if (value === GENERATOR_END) return takeResult(g);
  throw runtimeError(literal("generator ignored GeneratorExit"));
}

// ── Booting ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function nameOfGenerator(self: Value): Value {
  return (self as Generator).code.name;
}

function qualnameOfGenerator(self: Value): Value {
  return (self as Generator).code.qualname;
}

function generatorRepr(self: Value): Value {
  return format1(literal("<generator object %s>"), (self as Generator).code.qualname);
}

export function bootGenerators(): void {
  writable(Stubs).resume = stubCode(literal("<resume>"), opcodeOf("resume_generator"), opcodeOf("return_value"));
  writable(Stubs).run = stubCode(literal("<run>"), opcodeOf("run_code"), opcodeOf("return_value"));
  const injected = alloc(RawTable, OPCODE_BYTES);
  storeU16(addressOf(injected.data), opcodeOf("raise_injected"));
  writable(Stubs).injected = injected;
  Stubs.exception = NONE;
  const type = Types.generator;
  type.tpIter = slot(selfIterator);
  type.tpNext = slot(generatorNext);
  type.tpRepr = slot(generatorRepr);
  method1(type, literal("__next__"), slot(generatorDunderNext));
  method2(type, literal("send"), 2, slot(generatorSend));
  method4(type, literal("throw"), 2, slot(generatorThrow));
  method1(type, literal("close"), slot(generatorClose));
  attribute(type, literal("__name__"), slot(nameOfGenerator), NIL);
  attribute(type, literal("__qualname__"), slot(qualnameOfGenerator), NIL);
}
