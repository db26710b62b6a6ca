/**
 * Generates the interpreter: the dispatch function with all handlers, its routines, and the drivers (docs/interpreter.md).
 *
 * The dispatch function is `loop { br_table on the opcode }` with pc, fp and sp in locals. Handlers that are outlined, slow
 * paths and continuations are functions of type `(pc, fp, sp) -> status` that tail-call back into it.
 */

import { CONTROL, FRAME, POLL_STACK, STACK_END } from "../machine/memory_map.ts";
import type { Fn } from "../machine/tree.ts";
import type { FunctionBuilder } from "../wasm/encoder.ts";
import { I32, I64, OP } from "../wasm/opcodes.ts";
import { DispatchLowering } from "./lower_dispatch.ts";
import { BIAS, lowerHandler } from "./lower_handler.ts";
import type { Bytecode, Machine } from "./machine.ts";
import { LOCALS_OFFSET } from "./target.ts";

type Push = () => void;

function loadControl(f: FunctionBuilder, address: number): void {
  f.i32Const(0);
  f.i32Load(address);
}

function storeControl(f: FunctionBuilder, address: number, push: Push): void {
  f.i32Const(0);
  push();
  f.i32Store(address);
}

/** Saves pc, fp, sp, which are the function's first parameters. */
export function saveState(f: FunctionBuilder): void {
  storeControl(f, CONTROL.pc, () => f.localGet(0));
  storeControl(f, CONTROL.fp, () => f.localGet(1));
  storeControl(f, CONTROL.sp, () => f.localGet(2));
}

/** Poll, heat and compiled code of a cell: a loop's site or a code object, in the local `cell`. Falls through to go on. */
function checkCell(
  m: Machine,
  f: FunctionBuilder,
  cell: number,
  slotOffset: number,
  counterOffset: number,
  pushEntry: Push,
  temp: number,
): void {
  f.localGet(cell);
  f.i32Load(slotOffset);
  f.localTee(temp);
  f.if();
  pushEntry();
  f.localGet(temp);
  f.returnCallIndirect(m.entryType);
  f.end();
  loadControl(f, CONTROL.fuel);
  f.i32Const(1);
  f.op(OP.i32Sub);
  f.localSet(temp);
  storeControl(f, CONTROL.fuel, () => f.localGet(temp));
  f.localGet(temp);
  f.i32Const(0);
  loadControl(f, CONTROL.poll);
  f.op(OP.i32Sub);
  f.op(OP.i32Or);
  f.i32Const(0);
  f.op(OP.i32LtS);
  f.if();
  pushEntry();
  f.returnCall(m.poll);
  f.end();
  f.localGet(cell);
  f.localGet(cell);
  f.i32Load(counterOffset);
  f.i32Const(1);
  f.op(OP.i32Add);
  f.localTee(temp);
  f.i32Store(counterOffset);
  f.localGet(temp);
  loadControl(f, CONTROL.jitThreshold);
  f.op(OP.i32Eq);
  f.if();
  pushEntry();
  f.localGet(cell);
  f.returnCall(m.hot);
  f.end();
}

/** Cell of a loop header: counter, slot. */
const SITE_COUNTER = 0, SITE_SLOT = 4;

/** Functions of bytecodes that do everything a handler may have to do, made when something refers to them. */
export class FullHandlers {
  private readonly made = new Map<Bytecode, number>();

  constructor(private readonly machine: () => Machine, private readonly name: (index: number, name: string) => void) {}

  index(b: Bytecode): number {
    let index = this.made.get(b);
    if (index === undefined) {
      const machine = this.machine();
      const f = machine.target.module.function(machine.entryType);
      index = f.index;
      this.made.set(b, index);
      this.name(index, b.name);
      lowerHandler(machine, f, b, false);
    }
    return index;
  }
}

/** Writes the dispatch function into `f` (parameters pc, fp, sp); the names of the bytecodes that are outlined. */
export function lowerDispatch(m: Machine, f: FunctionBuilder, bytecodes: readonly Bytecode[], full: FullHandlers): string[] {
  const outlined: string[] = [];
  const state = { pc: 0, fp: 1, sp: 2, code: f.local(I32), nextLabel: 0, enterLabel: 0 };
  const temp = f.local(I32);
  const h = new DispatchLowering(m, f, state);
  h.moveSp(-BIAS);
  state.nextLabel = f.loop();
  state.enterLabel = f.block();
  const count = bytecodes.reduce((max, b) => Math.max(max, b.opcode), 0) + 1;
  const invalid = f.block();
  const labels = new Array<number>(count).fill(invalid);
  for (let i = bytecodes.length - 1; i >= 0; i--) labels[bytecodes[i].opcode] = f.block();
  f.localGet(0);
  f.memory(OP.i32Load16U, 0, 0);
  f.brTable(labels, invalid);
  for (const b of bytecodes) {
    f.end();
    if (b.continuation === null && b.handler.unwind) {
      unwindStub(m, f, h);
      continue;
    }
    if (b.handler.loopHeader) {
      f.localGet(0);
      f.memory(OP.i32Load, 0, 2);
      f.localSet(state.code);
      checkCell(m, f, state.code, SITE_SLOT, SITE_COUNTER, () => h.pushEntry(), temp);
    }
    const inline = !b.handler.outline && b.continuation === null;
    if (inline && h.tryBody(b, () => full.index(b))) continue;
    h.outlined(full.index(b));
    outlined.push(b.name);
  }
  f.end();
  f.op(OP.unreachable);
  f.end();
  checkCell(m, f, state.code, m.code.entrySlot, m.code.entryCounter, () => h.pushEntry(), temp);
  f.br(state.nextLabel);
  f.end();
  f.op(OP.unreachable);
  return outlined;
}

/** The unwind bytecode met in dispatch is the stub: the raising instruction is the one in the frame. */
function unwindStub(m: Machine, f: FunctionBuilder, h: DispatchLowering): void {
  f.localGet(1);
  f.i32Load(FRAME.pc);
  f.localGet(1);
  h.pushSp();
  f.returnCall(m.interpreter!.unwind);
}

/** Fills `f` with: store the raising pc in the frame, then the unwind handler. */
export function lowerUnwind(m: Machine, f: FunctionBuilder, handler: Bytecode, recording: boolean): void {
  f.localGet(1);
  f.localGet(0);
  f.i32Store(FRAME.pc);
  lowerHandler(m, f, handler, recording);
}

/** The functions that the interpreter's code refers to, before their bodies are written. */
export interface InterpreterFunctions {
  dispatch: FunctionBuilder;
  enter: FunctionBuilder;
  leave: FunctionBuilder;
  unwindFrame: FunctionBuilder;
  unwind: FunctionBuilder;
  overflow: FunctionBuilder;
  poll: FunctionBuilder;
  hot: FunctionBuilder;
  /** Compiled return point of entry frames. */
  done: FunctionBuilder;
  run: FunctionBuilder;
}

/** Writes the routines of the interpreter; the unwind handler is the caller's. */
export function lowerRoutines(m: Machine, fs: InterpreterFunctions, doneSlot: number, stackOverflow: number | null, service: number): void {
  const entry = (f: FunctionBuilder) => () => {
    f.localGet(0);
    f.localGet(1);
    f.localGet(2);
  };
  checkCell(m, fs.enter, 3, m.code.entrySlot, m.code.entryCounter, entry(fs.enter), fs.enter.local(I32));
  entry(fs.enter)();
  fs.enter.returnCall(fs.dispatch.index);

  saveState(fs.poll);
  fs.poll.i32Const(1);

  saveState(fs.hot);
  storeControl(fs.hot, CONTROL.exitId, () => fs.hot.localGet(3));
  fs.hot.i32Const(2);

  lowerLeaveRoutine(m, fs.leave, fs.dispatch.index);
  lowerUnwindFrame(fs.unwindFrame, m.interpreter!.unwind, null);
  lowerOverflow(m, fs.overflow, stackOverflow, false);
  lowerDone(fs.done);
  lowerRun(m, fs.run, fs, doneSlot, stackOverflow, service);
}

/** `(fp, result)`: returns to the caller. */
function lowerLeaveRoutine(m: Machine, f: FunctionBuilder, dispatch: number): void {
  const slot = f.local(I32);
  f.localGet(0);
  f.i32Load(FRAME.returnSlot);
  f.localSet(slot);
  f.localGet(slot);
  f.if();
  pushCaller(f);
  f.localGet(slot);
  f.returnCallIndirect(m.entryType);
  f.end();
  pushCaller(f);
  f.returnCall(dispatch);
}

/** In `(fp, result)`: pushes the result on the caller's operands, and pc, fp, sp of the caller on the wasm stack. */
export function pushCaller(f: FunctionBuilder): void {
  const top = f.local(I32);
  f.localGet(0);
  f.i32Load(FRAME.returnPc);
  f.localGet(0);
  f.i32Load(FRAME.previous);
  f.localGet(0);
  f.i32Load(FRAME.returnSp);
  f.localTee(top);
  // Last, because the result may lie over the header.
  f.localGet(1);
  f.i64Store(0);
  f.localGet(top);
  f.i32Const(8);
  f.op(OP.i32Add);
}

/** What the recorder does besides when a frame is unwound: first, when it is an entry frame, when it is not. */
export interface UnwindHooks {
  first(f: FunctionBuilder): void;
  entryFrame(f: FunctionBuilder): void;
  guestFrame(f: FunctionBuilder): void;
}

/** `(fp)`: drops the frame; an entry frame ends the interpreter with result ERROR. */
export function lowerUnwindFrame(f: FunctionBuilder, unwind: number, recorder: UnwindHooks | null): void {
  recorder?.first(f);
  f.localGet(0);
  f.i32Load(FRAME.returnPc);
  f.op(OP.i32Eqz);
  f.if();
  recorder?.entryFrame(f);
  f.i32Const(0);
  f.i64Const(0n);
  f.i64Store(CONTROL.result);
  storeControl(f, CONTROL.fp, () => {
    f.localGet(0);
    f.i32Load(FRAME.previous);
  });
  storeControl(f, CONTROL.sp, () => {
    f.localGet(0);
    f.i32Load(FRAME.returnSp);
  });
  f.i32Const(0);
  f.op(OP.return);
  f.end();
  recorder?.guestFrame(f);
  f.localGet(0);
  f.i32Load(FRAME.previous);
  f.i32Load(FRAME.pc);
  f.localGet(0);
  f.i32Load(FRAME.previous);
  f.localGet(0);
  f.i32Load(FRAME.returnSp);
  f.returnCall(unwind);
}

/** entry: raises the error of a full stack at the calling instruction. */
export function lowerOverflow(m: Machine, f: FunctionBuilder, stackOverflow: number | null, recording: boolean): void {
  saveState(f);
  f.localGet(1);
  f.localGet(0);
  f.i32Store(FRAME.pc);
  if (stackOverflow === null) {
    f.op(OP.unreachable);
    return;
  }
  f.call(stackOverflow);
  f.op(OP.drop);
  if (recording) storeControl(f, CONTROL.logNext, () => loadControl(f, CONTROL.logEnd));
  f.localGet(0);
  f.localGet(1);
  f.localGet(2);
  f.returnCall(recording ? m.recorder!.unwind : m.interpreter!.unwind);
}

/** entry (state of the caller with the result pushed): the entry frame was left. */
function lowerDone(f: FunctionBuilder): void {
  f.i32Const(0);
  f.localGet(2);
  f.i32Const(8);
  f.op(OP.i32Sub);
  f.i64Load(0);
  f.i64Store(CONTROL.result);
  storeControl(f, CONTROL.fp, () => f.localGet(1));
  storeControl(f, CONTROL.sp, () => {
    f.localGet(2);
    f.i32Const(8);
    f.op(OP.i32Sub);
  });
  f.i32Const(0);
}

/** `run(code, func, argc) -> value`. */
function lowerRun(
  m: Machine,
  f: FunctionBuilder,
  fs: InterpreterFunctions,
  doneSlot: number,
  stackOverflow: number | null,
  service: number,
): void {
  const CODE = 0, FUNC = 1, ARGC = 2;
  const frame = f.local(I32), base = f.local(I32), end = f.local(I32), to = f.local(I32), status = f.local(I32), slot = f.local(I32);
  const outer = f.local(I32);
  loadControl(f, CONTROL.sp);
  f.localTee(frame);
  f.localGet(ARGC);
  f.i32Const(3);
  f.op(OP.i32Shl);
  f.op(OP.i32Sub);
  f.localSet(base);
  // end of the locals
  f.localGet(frame);
  f.i32Const(LOCALS_OFFSET);
  f.op(OP.i32Add);
  f.localTee(to);
  f.localGet(CODE);
  f.i32Load(m.code.localCount);
  f.i32Const(3);
  f.op(OP.i32Shl);
  f.op(OP.i32Add);
  f.localTee(end);
  f.localGet(CODE);
  f.i32Load(m.code.stackSize);
  f.i32Const(3);
  f.op(OP.i32Shl);
  f.op(OP.i32Add);
  if (m.deepRecursion) f.i32Const(STACK_END);
  else loadControl(f, CONTROL.stackLimit);
  f.op(OP.i32GtU);
  loadControl(f, CONTROL.nesting);
  loadControl(f, CONTROL.nestingLimit);
  f.op(OP.i32GeS);
  f.op(OP.i32Or);
  f.if();
  storeControl(f, CONTROL.sp, () => f.localGet(base));
  if (stackOverflow === null) {
    f.op(OP.unreachable);
  } else {
    f.call(stackOverflow);
    f.op(OP.drop);
    f.i64Const(0n);
    f.op(OP.return);
  }
  f.end();
  storeControl(f, CONTROL.nesting, () => {
    loadControl(f, CONTROL.nesting);
    f.i32Const(1);
    f.op(OP.i32Add);
  });
  loadControl(f, CONTROL.run);
  f.localSet(outer);
  storeControl(f, CONTROL.lastRun, () => {
    loadControl(f, CONTROL.lastRun);
    f.i32Const(1);
    f.op(OP.i32Add);
  });
  storeControl(f, CONTROL.run, () => loadControl(f, CONTROL.lastRun));
  const header = (offset: number, push: Push, wide = false) => {
    f.localGet(frame);
    push();
    if (wide) f.i64Store(offset);
    else f.i32Store(offset);
  };
  header(FRAME.previous, () => loadControl(f, CONTROL.fp));
  header(FRAME.returnPc, () => f.i32Const(0));
  header(FRAME.returnSp, () => f.localGet(base));
  header(FRAME.returnSlot, () => f.i32Const(doneSlot));
  header(FRAME.code, () => f.localGet(CODE));
  header(FRAME.func, () => f.localGet(FUNC), true);
  header(FRAME.extra, () => f.i64Const(0n), true);
  copyOrClear(f, to, end, base, frame);
  entryOf(f, m, CODE, frame, end);
  f.localGet(CODE);
  f.call(fs.enter.index);
  f.localSet(status);
  const left = f.block(), again = f.loop();
  f.localGet(status);
  f.op(OP.i32Eqz);
  f.brIf(left);
  if (m.deepRecursion) {
    relieve(m, f, status);
    f.if(I32);
    f.i32Const(0);
    f.else();
  }
  f.localGet(status);
  f.call(service);
  if (m.deepRecursion) f.end();
  f.localSet(slot);
  const saved = () => [CONTROL.pc, CONTROL.fp, CONTROL.sp].forEach((word) => loadControl(f, word));
  f.localGet(slot);
  f.if(I32);
  saved();
  f.localGet(slot);
  f.callIndirect(m.entryType);
  f.else();
  saved();
  f.call(fs.dispatch.index);
  f.end();
  f.localSet(status);
  f.br(again);
  f.end();
  f.end();
  storeControl(f, CONTROL.nesting, () => {
    loadControl(f, CONTROL.nesting);
    f.i32Const(1);
    f.op(OP.i32Sub);
  });
  storeControl(f, CONTROL.run, () => f.localGet(outer));
  f.i32Const(0);
  f.i64Load(CONTROL.result);
}

/** Freezes the frames of a full stack; pushes whether that was what status POLL is about. */
function relieve(m: Machine, f: FunctionBuilder, status: number): void {
  f.localGet(status);
  f.i32Const(1);
  f.op(OP.i32Eq);
  loadControl(f, CONTROL.poll);
  f.i32Const(POLL_STACK);
  f.op(OP.i32And);
  f.i32Const(0);
  f.op(OP.i32Ne);
  f.op(OP.i32And);
  f.if(I32);
  f.call(m.target.relieveStack());
  f.op(OP.drop);
  f.i32Const(0);
  f.i64Load(CONTROL.pendingError);
  f.op(OP.i64Eqz);
  f.op(OP.i32Eqz);
  f.if();
  loadControl(f, CONTROL.fp);
  loadControl(f, CONTROL.pc);
  f.i32Store(FRAME.pc);
  storeControl(f, CONTROL.pc, () => f.i32Const(m.unwindStub));
  f.end();
  f.i32Const(1);
  f.else();
  f.i32Const(0);
  f.end();
}

/** Words `to … end`: from `from` while that is below `limit`, then zero. */
function copyOrClear(f: FunctionBuilder, to: number, end: number, from: number, limit: number): void {
  const done = f.block(), again = f.loop();
  f.localGet(to);
  f.localGet(end);
  f.op(OP.i32GeU);
  f.brIf(done);
  f.localGet(to);
  f.localGet(from);
  f.localGet(limit);
  f.op(OP.i32LtU);
  f.if(I64);
  f.localGet(from);
  f.i64Load(0);
  f.else();
  f.i64Const(0n);
  f.end();
  f.i64Store(0);
  for (const local of [to, from]) {
    f.localGet(local);
    f.i32Const(8);
    f.op(OP.i32Add);
    f.localSet(local);
  }
  f.br(again);
  f.end();
  f.end();
}

/** Pushes pc, fp, sp of a new frame of `code`. */
function entryOf(f: FunctionBuilder, m: Machine, code: number, frame: number, end: number): void {
  f.localGet(code);
  f.i32Load(m.code.bytecode);
  f.localGet(frame);
  f.localGet(end);
}

/** The function that raises the unit's recursion error: `stackOverflow(): Value`. */
export function stackOverflowOf(functions: readonly Fn[]): Fn | null {
  return functions.find((fn) => fn.exportName === "stackOverflow") ?? null;
}
