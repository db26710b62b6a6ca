/**
 * The frame protocol: code for `call`, `tailCall`, `resumeFrame` and `leave` (docs/interpreter.md, Frames).
 */

import { CONTROL, FRAME, POLL_STACK, STACK_END, TAG } from "../machine/memory_map.ts";
import type { Expr, Stmt } from "../machine/tree.ts";
import { I32, I64, OP, WASM_TYPE } from "../wasm/opcodes.ts";
import type { FunctionBuilder } from "../wasm/encoder.ts";
import type { HandlerLowering } from "./lower_handler.ts";
import { BIAS } from "./lower_handler.ts";
import { LOCALS_OFFSET } from "./target.ts";

type Transfer = Extract<Stmt, { k: "transfer" }>;
type Push = () => void;

/** Calls with a constant number of arguments up to this are unrolled. */
const UNROLLED_ARGUMENTS = 8;
const ZERO: Expr = { k: "const", type: "value", value: 0n };

/** Evaluates an operand now; the result pushes it again. */
function hold(h: HandlerLowering, e: Expr, held: [number, number][]): Push {
  if (e.k === "const") return () => h.expr(e);
  const type = WASM_TYPE[e.type];
  const local = h.acquire(type);
  held.push([type, local]);
  h.expr(e);
  h.f.localSet(local);
  return () => h.f.localGet(local);
}

function holdWord(h: HandlerLowering, e: Expr, held: [number, number][]): Push {
  if (e.type !== "ref") return hold(h, e, held);
  const push = hold(h, e, held);
  return () => {
    push();
    h.f.op(OP.i64ExtendI32U);
  };
}

function temp(h: HandlerLowering, held: [number, number][]): number {
  const local = h.acquire(I32);
  held.push([I32, local]);
  return local;
}

function release(h: HandlerLowering, held: [number, number][]): void {
  for (const [type, local] of held) h.release(type, local);
}

/**
 * Raises when a frame of `code` at `frame` would pass the end of the stack, or asks for the frames to be frozen at the next poll;
 * leaves the end of its locals in `end`.
 */
function checkStack(h: HandlerLowering, code: Push, frame: number, end: number): void {
  const { f } = h;
  const pushEnd = () => {
    f.localGet(end);
    code();
    f.i32Load(h.machine.code.stackSize);
    h.scale(8);
    f.op(OP.i32Add);
  };
  f.localGet(frame);
  f.i32Const(LOCALS_OFFSET);
  f.op(OP.i32Add);
  code();
  f.i32Load(h.machine.code.localCount);
  h.scale(8);
  f.op(OP.i32Add);
  f.localSet(end);
  pushEnd();
  h.loadControl(CONTROL.stackLimit);
  f.op(OP.i32GtU);
  f.if();
  if (h.machine.deepRecursion) {
    pushEnd();
    f.i32Const(STACK_END);
    f.op(OP.i32GtU);
    f.if();
    h.raise(h.routines.overflow);
    f.end();
    askForRelief(h);
  } else {
    h.raise(h.routines.overflow);
  }
  f.end();
}

/** The driver freezes the stack at the next poll. A recording is over. */
function askForRelief(h: HandlerLowering): void {
  const { f } = h;
  f.i32Const(0);
  h.loadControl(CONTROL.poll);
  f.i32Const(POLL_STACK);
  f.op(OP.i32Or);
  f.i32Store(CONTROL.poll);
  if (!h.recording) return;
  f.i32Const(0);
  h.loadControl(CONTROL.logEnd);
  f.i32Store(CONTROL.logNext);
}

/** Stores the header words that the callee's code gives. */
function storeCallee(h: HandlerLowering, frame: number, code: Push, func: Push, extra: Push): void {
  const { f } = h;
  f.localGet(frame);
  code();
  f.i32Store(FRAME.code);
  f.localGet(frame);
  func();
  f.i64Store(FRAME.func);
  f.localGet(frame);
  extra();
  f.i64Store(FRAME.extra);
}

/** Stores the words that lead back: to the caller's `returnSp`, which is `frame - drop` bytes. */
function storeReturn(h: HandlerLowering, frame: number, resume: Transfer["resume"], pushDropBytes: Push): void {
  const { f } = h;
  f.localGet(h.fp);
  f.localGet(h.pc);
  f.i32Store(FRAME.pc);
  f.localGet(frame);
  f.localGet(h.fp);
  f.i32Store(FRAME.previous);
  f.localGet(frame);
  if (resume === null) h.pushTarget();
  else f.i32Const(h.machine.stubBase + 4 * resume.continuation);
  f.i32Store(FRAME.returnPc);
  f.localGet(frame);
  f.localGet(frame);
  pushDropBytes();
  f.op(OP.i32Sub);
  f.op(OP.i64ExtendI32U); // returnSlot = 0
  f.i64Store(FRAME.returnSp);
}

/** Stores saved values and the pc as an int value below `returnSp`. */
function storeSaved(h: HandlerLowering, frame: number, saved: readonly Push[], pushDropBytes: Push): void {
  const { f } = h;
  const base = h.acquire(I32);
  f.localGet(frame);
  pushDropBytes();
  f.op(OP.i32Sub);
  f.i32Const(8 * (saved.length + 1));
  f.op(OP.i32Sub);
  f.localSet(base);
  saved.forEach((push, i) => {
    f.localGet(base);
    push();
    f.i64Store(8 * i);
  });
  f.localGet(base);
  f.localGet(h.pc);
  f.op(OP.i64ExtendI32U);
  f.i64Const(BigInt.asIntN(64, TAG.int));
  f.op(OP.i64Or);
  f.i64Store(8 * saved.length);
  h.release(I32, base);
}

/** Copies `argc` words that end at `top` to `to`, and clears the rest up to `end`. */
function copyArguments(h: HandlerLowering, argc: Push, constantArgc: number, top: number, frame: number, end: number): void {
  const { f } = h;
  const to = h.acquire(I32);
  if (constantArgc >= 0 && constantArgc <= UNROLLED_ARGUMENTS) {
    for (let i = 0; i < constantArgc; i++) {
      f.localGet(frame);
      f.localGet(top);
      f.i32Const(8 * (constantArgc - i));
      f.op(OP.i32Sub);
      f.i64Load(0);
      f.i64Store(LOCALS_OFFSET + 8 * i);
    }
    f.localGet(frame);
    f.i32Const(LOCALS_OFFSET + 8 * constantArgc);
    f.op(OP.i32Add);
    f.localSet(to);
  } else {
    const from = h.acquire(I32);
    f.localGet(frame);
    f.i32Const(LOCALS_OFFSET);
    f.op(OP.i32Add);
    f.localSet(to);
    f.localGet(top);
    argc();
    h.scale(8);
    f.op(OP.i32Sub);
    f.localSet(from);
    h.copyWords(from, top, to);
    h.release(I32, from);
  }
  const done = f.block(), again = f.loop();
  f.localGet(to);
  f.localGet(end);
  f.op(OP.i32GeU);
  f.brIf(done);
  f.localGet(to);
  f.i64Const(0n);
  f.i64Store(0);
  f.localGet(to);
  f.i32Const(8);
  f.op(OP.i32Add);
  f.localSet(to);
  f.br(again);
  f.end();
  f.end();
  h.release(I32, to);
}

function setSp(h: HandlerLowering, end: number): void {
  h.f.localGet(end);
  h.f.i32Const(BIAS);
  h.f.op(OP.i32Sub);
  h.f.localSet(h.sp);
}

function startPc(h: HandlerLowering, code: Push): void {
  code();
  h.f.i32Load(h.machine.code.bytecode);
  h.f.localSet(h.pc);
}

const constantOf = (e: Expr): number => e.k === "const" ? Number(e.value) : -1;

/** `call(code, func, argc, dropExtra, extra)`. */
export function lowerCall(h: HandlerLowering, s: Transfer): void {
  const { f } = h;
  const held: [number, number][] = [];
  const code = hold(h, s.args[0], held), func = holdWord(h, s.args[1], held);
  const argc = hold(h, s.args[2], held), dropExtra = hold(h, s.args[3], held);
  const extra = holdWord(h, s.args[4] ?? ZERO, held);
  const saved = (s.resume?.saved ?? []).map((e) => holdWord(h, e, held));
  const constantArgc = constantOf(s.args[2]), constantDrop = constantOf(s.args[3]);
  const pushDropBytes = () => {
    if (constantArgc >= 0 && constantDrop >= 0) return f.i32Const(8 * (constantArgc + constantDrop));
    argc();
    if (constantDrop !== 0) {
      dropExtra();
      f.op(OP.i32Add);
    }
    h.scale(8);
  };
  const top = temp(h, held), frame = temp(h, held), end = temp(h, held);
  h.pushPopped();
  f.localSet(top);
  f.localGet(top);
  if (s.resume !== null) {
    f.i32Const(8 * (saved.length + 1));
    f.op(OP.i32Add);
  }
  f.localSet(frame);
  checkStack(h, code, frame, end);
  storeReturn(h, frame, s.resume, pushDropBytes);
  storeCallee(h, frame, code, func, extra);
  copyArguments(h, argc, constantArgc, top, frame, end);
  if (s.resume !== null) storeSaved(h, frame, saved, pushDropBytes);
  f.localGet(frame);
  f.localSet(h.fp);
  setSp(h, end);
  startPc(h, code);
  h.enter(code, null);
  release(h, held);
}

/** `tailCall(code, func, argc, extra)`. */
export function lowerTailCall(h: HandlerLowering, s: Transfer): void {
  const { f } = h;
  const held: [number, number][] = [];
  const code = hold(h, s.args[0], held), func = holdWord(h, s.args[1], held), argc = hold(h, s.args[2], held);
  const extra = holdWord(h, s.args[3] ?? ZERO, held);
  const top = temp(h, held), end = temp(h, held), replaced = temp(h, held);
  h.pushPopped();
  f.localSet(top);
  checkStack(h, code, h.fp, end);
  if (h.recording) {
    f.localGet(h.fp);
    f.i32Load(FRAME.code);
    f.localSet(replaced);
  }
  storeCallee(h, h.fp, code, func, extra);
  copyArguments(h, argc, constantOf(s.args[2]), top, h.fp, end);
  setSp(h, end);
  startPc(h, code);
  h.enter(code, () => f.localGet(replaced));
  release(h, held);
}

/**
 * `resumeFrame(code, func, extra, object, offsetBytes, count, pc, dropExtra, sent)`; `unwindInto` has no more than `pc`, where
 * the pending error is raised.
 */
export function lowerResumeFrame(h: HandlerLowering, s: Transfer): void {
  const { f } = h;
  const held: [number, number][] = [];
  const code = hold(h, s.args[0], held), func = holdWord(h, s.args[1], held), extra = holdWord(h, s.args[2], held);
  const from = temp(h, held), to = temp(h, held), frame = temp(h, held), end = temp(h, held);
  h.expr(s.args[3]);
  h.expr(s.args[4]);
  f.op(OP.i32Add);
  f.localSet(from);
  const unwinds = s.what === "unwindInto";
  const count = hold(h, s.args[5], held), pc = hold(h, s.args[6], held);
  const dropExtra = unwinds ? () => f.i32Const(0) : hold(h, s.args[7], held);
  const sent = unwinds ? null : holdWord(h, s.args[8], held);
  const saved = (s.resume?.saved ?? []).map((e) => holdWord(h, e, held));
  const pushDropBytes = () => {
    dropExtra();
    h.scale(8);
  };
  h.pushPopped();
  if (s.resume !== null) {
    f.i32Const(8 * (saved.length + 1));
    f.op(OP.i32Add);
  }
  f.localSet(frame);
  checkStack(h, code, frame, end);
  storeReturn(h, frame, s.resume, pushDropBytes);
  storeCallee(h, frame, code, func, extra);
  f.localGet(from);
  count();
  h.scale(8);
  f.op(OP.i32Add);
  f.localSet(end);
  f.localGet(frame);
  f.i32Const(LOCALS_OFFSET);
  f.op(OP.i32Add);
  f.localSet(to);
  h.copyWords(from, end, to);
  if (sent !== null) {
    f.localGet(to);
    sent();
    f.i64Store(0);
  }
  if (s.resume !== null) storeSaved(h, frame, saved, pushDropBytes);
  f.localGet(frame);
  f.localSet(h.fp);
  f.localGet(to);
  f.i32Const((sent === null ? 0 : 8) - BIAS);
  f.op(OP.i32Add);
  f.localSet(h.sp);
  if (unwinds) {
    f.localGet(frame);
    pc();
    f.i32Store(FRAME.pc);
    f.i32Const(h.machine.unwindStub);
  } else {
    pc();
  }
  f.localSet(h.pc);
  h.goOnAt(code);
  release(h, held);
}

/** `restart(chain, offset, …operands)`: the base frame goes on, with nothing above it. */
export function lowerRestart(h: HandlerLowering, s: Transfer): void {
  const { f } = h;
  const held: [number, number][] = [];
  const chain = holdWord(h, s.args[0], held), offset = hold(h, s.args[1], held);
  const operands = s.args.slice(2).map((e) => holdWord(h, e, held));
  const code = temp(h, held);
  const found = f.block(), again = f.loop();
  f.localGet(h.fp);
  f.i32Load(FRAME.returnPc);
  f.op(OP.i32Eqz);
  f.brIf(found);
  f.localGet(h.fp);
  f.i32Load(FRAME.previous);
  f.localSet(h.fp);
  f.br(again);
  f.end();
  f.end();
  f.localGet(h.fp);
  chain();
  f.i64Store(LOCALS_OFFSET);
  f.localGet(h.fp);
  f.i32Load(FRAME.code);
  f.localSet(code);
  f.localGet(h.fp);
  f.i32Const(LOCALS_OFFSET - BIAS);
  f.op(OP.i32Add);
  f.localGet(code);
  f.i32Load(h.machine.code.localCount);
  h.scale(8);
  f.op(OP.i32Add);
  f.localSet(h.sp);
  operands.forEach((push, i) => {
    f.localGet(h.sp);
    push();
    f.i64Store(BIAS + 8 * i);
  });
  h.moveSp(8 * operands.length);
  f.localGet(code);
  f.i32Load(h.machine.code.bytecode);
  offset();
  f.op(OP.i32Add);
  f.localSet(h.pc);
  h.pushEntry();
  f.localGet(code);
  f.returnCall(h.routines.restart);
  release(h, held);
}

/** Pushes whether a frame is the one right above the base frame: below it there are frozen frames only. */
export function pushIsLowest(f: FunctionBuilder, frame: Push): void {
  frame();
  f.i32Load(FRAME.previous);
  f.i32Load(FRAME.returnPc);
  f.op(OP.i32Eqz);
  // An entry frame has no caller in its run. Without a frame this reads a word that is 0, too.
  frame();
  f.i32Load(FRAME.returnPc);
  f.i32Const(0);
  f.op(OP.i32Ne);
  f.op(OP.i32And);
}

/** `leave(result)`: ends with pc, fp, sp of the caller, or in the compiled return point. */
export function lowerLeave(h: HandlerLowering, result: Push): void {
  const { f, machine } = h;
  const held: [number, number][] = [];
  const top = temp(h, held), slot = temp(h, held);
  // The result may lie over the header: a call without operands returns to its own frame's address.
  const value = h.acquire(I64);
  held.push([I64, value]);
  result();
  f.localSet(value);
  f.localGet(h.fp);
  f.i32Load(FRAME.returnSp);
  f.localSet(top);
  f.localGet(h.fp);
  f.i32Load(FRAME.returnSlot);
  f.localSet(slot);
  f.localGet(h.fp);
  f.i32Load(FRAME.returnPc);
  f.localSet(h.pc);
  f.localGet(h.fp);
  f.i32Load(FRAME.previous);
  f.localSet(h.fp);
  f.localGet(top);
  f.localGet(value);
  f.i64Store(0);
  f.localGet(top);
  f.i32Const(8 - BIAS);
  f.op(OP.i32Add);
  f.localSet(h.sp);
  f.localGet(slot);
  f.if();
  h.pushEntry();
  f.localGet(slot);
  f.returnCallIndirect(machine.entryType);
  f.end();
  release(h, held);
}
