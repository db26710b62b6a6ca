/**
 * What the host calls: it builds constants and code objects on the operand stack, innermost first, and boots the VM.
 *
 * Text and instructions come in at `EXCHANGE`. Everything pushed is a collector root until `makeCode` takes it.
 */

import {
  addressOf,
  alloc,
  boxFloat,
  boxI64,
  entry,
  type f64,
  type i32,
  type i64,
  isNil,
  literal,
  loadI32,
  memoryCopy,
  opcodeOf,
  slot,
  stackDrop,
  stackPeek,
  stackPush,
  storeI32,
  storeU16,
  storeU8,
  takeError,
  type Value,
  writable,
} from "../../../toolkit/define/mod.ts";
import { allocateRaw, HeapHooks, integerFromDigits } from "../../../toolkit/heap/mod.ts";
import { EXCHANGE } from "../../../toolkit/machine/memory_map.ts";
import {
  BASE_CALL,
  BASE_UNDERFLOW,
  Closure,
  Constants,
  FALSE,
  Handlers,
  NOTHING,
  Roots,
  Shape,
  TinyCode,
  TRUE,
  Values,
} from "./objects.ts";
import { intern, textOf } from "./text.ts";

export const boot = entry(function (): void {
  writable(Roots).noValues = alloc(Values, 0);
  writable(Roots).emptyShape = alloc(Shape);
  writable(Roots).baseCode = makeBaseCode();
  HeapHooks.outOfMemory = slot(outOfMemory);
});

/** The code of base frames; local 0 is the chain of frozen frames, local 1 the argument of a function that has one. */
function makeBaseCode(): TinyCode {
  const constants = alloc(Constants, 0);
  stackPush(constants);
  const handlers = alloc(Handlers, 0);
  stackPush(handlers);
  const code = alloc(TinyCode);
  const at = allocateRaw(16);
  storeU16(at, opcodeOf("start"));
  storeU16(at + BASE_UNDERFLOW, opcodeOf("underflow"));
  storeU16(at + BASE_CALL, opcodeOf("call_function"));
  storeU8(at + BASE_CALL + 2, 1);
  storeU16(at + BASE_CALL + 3, opcodeOf("jump_always"));
  storeI32(at + BASE_CALL + 5, BASE_UNDERFLOW - (BASE_CALL + 9));
  code.bytecode = at;
  code.bytecodeSize = BASE_CALL + 9;
  code.localCount = 2;
  code.stackSize = 8;
  code.argumentCount = 2;
  code.handlers = stackPeek(0) as Handlers;
  code.constants = stackPeek(1) as Constants;
  stackDrop(2);
  return code;
}

/** The code with which a run starts: its function is the one to be called. */
export const baseCode = entry(function (): TinyCode {
  return Roots.baseCode;
});

/** Interns text; the first one makes the table of names. */
export const makeLiteral = entry(function (address: i32, sizeBytes: i32): Value {
  if (isNil(Roots.names)) writable(Roots).names = alloc(Values, 256);
  return intern(address, sizeBytes);
});
export function stackOverflow(): Value {
  throw literal("too many calls");
}
export function outOfMemory(): Value {
  throw literal("out of memory");
}

export const pushInteger = entry(function (n: i64): void {
  stackPush(boxI64(n));
});
/** Decimal digits at `EXCHANGE`. */
export const pushDigits = entry(function (sizeBytes: i32): void {
  stackPush(integerFromDigits(EXCHANGE, sizeBytes, 10));
});
export const pushFloat = entry(function (x: f64): void {
  stackPush(boxFloat(x));
});
/** 1 nil, 2 false, 3 true. */
export const pushWord = entry(function (n: i32): void {
  stackPush(n === 1 ? NOTHING : n === 2 ? FALSE : TRUE);
});
/** UTF-8 at `EXCHANGE`. */
export const pushText = entry(function (sizeBytes: i32): void {
  stackPush(intern(EXCHANGE, sizeBytes));
});

/**
 * Pops `constantCount` constants and pushes a code object; returns its address. At `EXCHANGE`: `sizeBytes` of instructions (a
 * multiple of 8), then `handlerWords` i32 of the exception table. Behind the instructions there is room for `siteCount` sites.
 */
export const makeCode = entry(
  function (
    sizeBytes: i32,
    siteCount: i32,
    handlerWords: i32,
    localCount: i32,
    stackSize: i32,
    argumentCount: i32,
    constantCount: i32,
  ): TinyCode {
    const constants = alloc(Constants, constantCount);
    for (let i = 0; i < constantCount; i++) constants.items[i] = stackPeek(constantCount - 1 - i);
    stackDrop(constantCount);
    stackPush(constants);
    const handlers = alloc(Handlers, handlerWords);
    for (let i = 0; i < handlerWords; i++) handlers.entries[i] = loadI32(EXCHANGE + sizeBytes + 4 * i);
    const code = alloc(TinyCode);
    code.bytecode = allocateRaw(sizeBytes + 8 * siteCount);
    memoryCopy(code.bytecode, EXCHANGE, sizeBytes);
    code.bytecodeSize = sizeBytes;
    code.localCount = localCount;
    code.stackSize = stackSize;
    code.argumentCount = argumentCount;
    code.constants = constants;
    code.handlers = handlers;
    stackDrop(1);
    stackPush(code);
    return code;
  },
);

/** Pops the code of a program and makes its main function; `Roots.main` keeps it alive. */
export const makeMain = entry(function (): Value {
  const cells = alloc(Values, 0);
  const f = alloc(Closure);
  f.code = stackPeek(0) as TinyCode;
  f.cells = cells;
  stackDrop(1);
  Roots.main = f;
  return f;
});

/** Takes the pending error: its text at `EXCHANGE`, the size as result. */
export const errorText = entry(function (): i32 {
  const s = textOf(takeError());
  memoryCopy(EXCHANGE, addressOf(s.text), s.length);
  return s.length;
});
