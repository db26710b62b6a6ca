/**
 * The code of base frames, with which each run starts: it calls the thunk that is the frame's function, then gives the result to the
 * newest of the frozen frames in local 0, until there is none (`docs/interpreter.md`, Continuations).
 */

import { alloc, type bool, type i32, literal, loadI32, opcodeOf, storeI32, storeU16, writable } from "../../toolkit/define/mod.ts";
import { CONTROL } from "../../toolkit/machine/memory_map.ts";
import { rawAllocate } from "../../toolkit/heap/mod.ts";
import { cellOf, defineCell } from "./globals.ts";
import { ConstantClosure, Constants, FALSE, PARAMETER_VALUE, RawTable, Roots, SchemeCode, type Symbol } from "./objects.ts";

/** Offsets in the code. */
export const BASE_UNDERFLOW = 2;
/** Calls the operand below the top one with the top one. */
export const BASE_CALL = 4;
const BASE_CALL_JUMP = 8;
/** Makes the top operand the handlers, then gives the one below to the newest frozen frame. */
export const BASE_RESTORE = 14;
const BASE_RESTORE_JUMP = 16;
const BASE_SIZE = 22;
const JUMP_BYTES = 6;

function putJump(start: i32, from: i32, to: i32): void {
  storeU16(start + from, opcodeOf("jump"));
  storeI32(start + from + 2, to - (from + JUMP_BYTES));
}

/** Code that is not compiled; `required` locals are its parameters. */
function makeCode(start: i32, sizeBytes: i32, required: i32, rest: i32): SchemeCode {
  const constants = alloc(Constants, 0);
  const positions = alloc(RawTable, 0);
  const code = alloc(SchemeCode);
  code.name = FALSE;
  code.file = literal("");
  code.bytecode = start;
  code.bytecodeSize = sizeBytes;
  code.localCount = required + rest;
  code.stackSize = 8;
  code.argumentCount = required + rest;
  code.required = required;
  code.rest = rest;
  code.exactCount = rest !== 0 ? -1 : required;
  code.constants = constants;
  code.positions = positions;
  return code;
}

function makeBaseCode(): SchemeCode {
  const start = rawAllocate(BASE_SIZE);
  storeU16(start, opcodeOf("start"));
  storeU16(start + BASE_UNDERFLOW, opcodeOf("underflow"));
  storeU16(start + BASE_CALL, opcodeOf("call"));
  storeU16(start + BASE_CALL + 2, 1);
  putJump(start, BASE_CALL_JUMP, BASE_UNDERFLOW);
  storeU16(start + BASE_RESTORE, opcodeOf("restore_handlers"));
  putJump(start, BASE_RESTORE_JUMP, BASE_UNDERFLOW);
  return makeCode(start, BASE_SIZE, 1, 0);
}

/** Code of two instructions without operands. */
function makeInstructions(first: i32, second: i32, required: i32, rest: i32): SchemeCode {
  const start = rawAllocate(4);
  storeU16(start, first);
  storeU16(start + 2, second);
  return makeCode(start, 4, required, rest);
}

/** `free 0; return` */
function makeParameterCode(): SchemeCode {
  const start = rawAllocate(6);
  storeU16(start, opcodeOf("free"));
  storeU16(start + 2, PARAMETER_VALUE);
  storeU16(start + 4, opcodeOf("return"));
  return makeCode(start, 6, 0, 0);
}

function defineCode(name: Symbol, code: SchemeCode): void {
  const closure = alloc(ConstantClosure, 0);
  closure.code = code;
  defineCell(cellOf(name), closure);
}

export function bootBaseCode(): void {
  writable(Roots).baseCode = makeBaseCode();
  writable(Roots).throwCode = makeInstructions(opcodeOf("throw_values"), opcodeOf("return"), 1, 0);
  writable(Roots).hostCode = makeInstructions(opcodeOf("call_host_procedure"), opcodeOf("return"), 0, 1);
  writable(Roots).parameterCode = makeParameterCode();
  defineCode(literal("%throw"), makeInstructions(opcodeOf("throw_unwound"), opcodeOf("return"), 2, 0));
  defineCode(literal("%uncaught"), makeInstructions(opcodeOf("note_uncaught"), opcodeOf("end_run"), 1, 0));
}

/** True in a run that another one has begun. */
export function isNested(): bool {
  return loadI32(CONTROL.nesting) > 1;
}
