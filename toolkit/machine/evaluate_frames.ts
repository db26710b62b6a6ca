/**
 * Frames, transfers and dispatch of the evaluator: the protocols of `docs/interpreter.md`, step by step.
 *
 * Input: the registers of one interpreter entry (`Running`) and memory; output: the same registers at the next bytecode, or
 * a status. Invariant: between bytecodes, memory and registers are exactly those of the generated interpreter.
 */

import { MachineError } from "./errors.ts";
import type { Evaluator } from "./evaluate.ts";
import { MAX_RECORD_DEPTH, STOP } from "./evaluate_log.ts";
import type { Word } from "./evaluate_memory.ts";
import { type Activation, RAISED, TRANSFERRED } from "./evaluate_tree.ts";
import { CONTROL, FRAME, HEADER, POLL_STACK, RECORDED_RECURSION, STACK_END, TAG } from "./memory_map.ts";
import type { Continuation, Handler, Type } from "./tree.ts";

/** What an entry returns. */
export const STATUS = { done: 0, poll: 1, hot: 2, recorded: 3 } as const;
const GO_ON = -1;

/** Field offsets of `Code`, the base of code objects (see `define/mod.ts`). */
export const CODE = {
  bytecode: 8,
  bytecodeSize: 12,
  localCount: 16,
  stackSize: 20,
  argumentCount: 24,
  entrySlot: 28,
  entryCounter: 32,
} as const;

/** Registers of one interpreter entry. */
export interface Running {
  fp: number;
  /** First free operand word; in a handler, its inputs are popped already. */
  sp: number;
  /** The instruction running (in a continuation: the one it belongs to). */
  pc: number;
  nextPc: number;
  /** Where the handler goes on when it ends normally. */
  target: number;
  /** Operands popped that the collector must still see. */
  inputs: number;
  handler: Handler | null;
  status: number;
  /** Recording: nothing has been executed yet. */
  atStart: boolean;
}

export interface ResumeAt {
  index: number;
  saved: bigint[];
}

export interface SavedFrame {
  code: number;
  func: bigint;
  extra: bigint;
  slots: number;
  count: number;
  pc: number;
  dropExtra: number;
  /** Pushed in it; null: the pending error is raised at `pc`. */
  sent: bigint | null;
}

export class Frames {
  constructor(readonly ev: Evaluator) {}

  // ── State a handler may read ─────────────────────────────────────────────────────────────────────────────────────

  immediate(r: Running, index: number): Word {
    const handler = r.handler!;
    let at = r.pc + 2;
    for (let i = 0; i < index; i++) at += this.ev.sizeOf(handler.immediates[i].storage);
    return this.ev.cells.loader(handler.immediates[index].storage)(at);
  }

  operandBase(r: Running): number {
    const { cells } = this.ev;
    const code = cells.ref(r.fp + FRAME.code);
    return r.fp + FRAME.sizeBytes + 8 * cells.i32(code + CODE.localCount);
  }

  depth(r: Running): number {
    return (r.sp - this.operandBase(r)) >> 3;
  }

  /** Makes the registers visible to functions that a handler calls. */
  publish(r: Running): void {
    const { cells } = this.ev;
    cells.setI32(CONTROL.fp, r.fp);
    cells.setI32(CONTROL.sp, r.sp + 8 * r.inputs);
    cells.setI32(CONTROL.pc, r.pc);
  }

  #save(r: Running): void {
    const { cells } = this.ev;
    cells.setI32(CONTROL.fp, r.fp);
    cells.setI32(CONTROL.sp, r.sp);
    cells.setI32(CONTROL.pc, r.pc);
  }

  // ── Transfers: true, or false with an error pending (the handler raises) ─────────────────────────────────────────

  call(r: Running, code: number, func: bigint, argc: number, dropExtra: number, extra: bigint, resume: ResumeAt | null): boolean {
    const { cells } = this.ev;
    const keep = resume === null ? 0 : resume.saved.length + 1;
    const args = r.sp - 8 * argc, base = args - 8 * dropExtra;
    const fp = r.sp + 8 * keep;
    if (!this.#room(r, fp, code)) return false;
    const locals = fp + FRAME.sizeBytes, localCount = cells.i32(code + CODE.localCount);
    cells.copy(locals, args, 8 * argc);
    cells.fill(locals + 8 * argc, 0, 8 * Math.max(0, localCount - argc));
    this.#link(r, fp, base, keep, resume);
    this.#header(fp, code, func, extra);
    r.fp = fp;
    r.sp = locals + 8 * localCount;
    r.pc = cells.i32(code + CODE.bytecode);
    this.#entered(r, code, null);
    return true;
  }

  tailCall(r: Running, code: number, func: bigint, argc: number, extra: bigint): boolean {
    const { cells } = this.ev;
    if (!this.#room(r, r.fp, code)) return false;
    const locals = r.fp + FRAME.sizeBytes, localCount = cells.i32(code + CODE.localCount);
    const replaced = cells.ref(r.fp + FRAME.code);
    cells.copy(locals, r.sp - 8 * argc, 8 * argc);
    cells.fill(locals + 8 * argc, 0, 8 * Math.max(0, localCount - argc));
    this.#header(r.fp, code, func, extra);
    r.sp = locals + 8 * localCount;
    r.pc = cells.i32(code + CODE.bytecode);
    this.#entered(r, code, replaced);
    return true;
  }

  resumeFrame(r: Running, f: SavedFrame, resume: ResumeAt | null): boolean {
    const { cells } = this.ev;
    const keep = resume === null ? 0 : resume.saved.length + 1;
    const base = r.sp - 8 * f.dropExtra;
    const fp = r.sp + 8 * keep;
    if (!this.#room(r, fp, f.code)) return false;
    const slots = fp + FRAME.sizeBytes;
    cells.copy(slots, f.slots, 8 * f.count);
    this.#link(r, fp, base, keep, resume);
    this.#header(fp, f.code, f.func, f.extra);
    r.fp = fp;
    r.sp = slots + 8 * f.count;
    if (f.sent === null) {
      cells.setI32(fp + FRAME.pc, f.pc);
      r.pc = this.ev.unwindStub;
    } else {
      cells.setValue(r.sp, f.sent);
      r.sp += 8;
      r.pc = f.pc;
    }
    if (this.ev.log !== null) this.#recordEntry(r, f.code, null);
    return true;
  }

  /** Drops all frames above the base frame, which goes on with `chain` below it and `operands` on its stack. */
  restart(r: Running, chain: bigint, offset: number, operands: bigint[]): void {
    const { cells } = this.ev;
    while (cells.i32(r.fp + FRAME.returnPc) !== 0) r.fp = cells.i32(r.fp + FRAME.previous);
    cells.setValue(r.fp + FRAME.sizeBytes, chain);
    r.sp = this.operandBase(r);
    for (const word of operands) {
      cells.setValue(r.sp, word);
      r.sp += 8;
    }
    r.pc = cells.i32(cells.ref(r.fp + FRAME.code) + CODE.bytecode) + offset;
    this.#recordBase(r);
  }

  /** Leaves the frame with `result`. */
  leave(r: Running, result: bigint): void {
    const { cells } = this.ev;
    const returnPc = cells.i32(r.fp + FRAME.returnPc);
    this.ev.log?.number("return address", returnPc);
    const left = r.fp;
    if (returnPc === 0) return this.#leaveEntry(r, result);
    // The header is read first: the result of a call without operands lies over it.
    r.fp = cells.i32(left + FRAME.previous);
    r.sp = cells.i32(left + FRAME.returnSp);
    cells.setValue(r.sp, result);
    r.sp += 8;
    r.pc = returnPc;
    if (this.#isAboveFrozen(r.fp) && left === cells.i32(CONTROL.anchorFp)) this.#recordBase(r);
    else this.#recordExit(r, left);
  }

  /** Drops the frame; its caller unwinds. */
  unwindFrame(r: Running): void {
    const { cells } = this.ev;
    const returnPc = cells.i32(r.fp + FRAME.returnPc);
    this.ev.log?.number("return address", returnPc);
    const left = r.fp;
    if (returnPc === 0) return this.#leaveEntry(r, 0n);
    r.sp = cells.i32(left + FRAME.returnSp);
    r.fp = cells.i32(left + FRAME.previous);
    r.pc = this.ev.unwindStub;
    this.#recordExit(r, left);
  }

  saveFrame(r: Running, object: number, offset: number): void {
    const { cells } = this.ev;
    const from = r.fp + FRAME.sizeBytes;
    cells.copy(object + offset, from, r.sp - from);
    this.ev.barrier(object);
  }

  /** Pushes an entry frame for the top `argc` words above `CONTROL.sp`; false when the stack is full. */
  pushEntry(code: number, func: bigint, argc: number): boolean {
    const { cells } = this.ev;
    const sp = cells.i32(CONTROL.sp), base = sp - 8 * argc;
    const localCount = cells.i32(code + CODE.localCount), locals = sp + FRAME.sizeBytes;
    if (!this.#fits(sp, code, this.ev.deepRecursion ? STACK_END : undefined)) return false;
    cells.copy(locals, base, 8 * argc);
    cells.fill(locals + 8 * argc, 0, 8 * Math.max(0, localCount - argc));
    cells.setI32(sp + FRAME.previous, cells.i32(CONTROL.fp));
    cells.setI32(sp + FRAME.returnPc, 0);
    cells.setI32(sp + FRAME.returnSp, base);
    cells.setI32(sp + FRAME.returnSlot, 0);
    this.#header(sp, code, func, 0n);
    cells.setI32(CONTROL.fp, sp);
    cells.setI32(CONTROL.sp, locals + 8 * localCount);
    cells.setI32(CONTROL.pc, cells.i32(code + CODE.bytecode));
    return true;
  }

  #fits(fp: number, code: number, limit = this.ev.cells.i32(CONTROL.stackLimit)): boolean {
    const { cells } = this.ev;
    const words = cells.i32(code + CODE.localCount) + cells.i32(code + CODE.stackSize);
    return fp + FRAME.sizeBytes + 8 * words <= limit;
  }

  #room(r: Running, fp: number, code: number): boolean {
    if (this.#fits(fp, code)) return true;
    if (this.ev.deepRecursion && this.#fits(fp, code, STACK_END)) {
      const { cells } = this.ev;
      cells.setI32(CONTROL.poll, cells.i32(CONTROL.poll) | POLL_STACK);
      this.ev.log?.fill();
      return true;
    }
    this.publish(r);
    const log = this.ev.log;
    this.ev.log = null;
    this.ev.invoke(this.ev.entryPoint("stackOverflow"), []);
    this.ev.log = log;
    log?.fill();
    return false;
  }

  /** The part of a call that the caller keeps: continuation, return address, links. */
  #link(r: Running, fp: number, base: number, keep: number, resume: ResumeAt | null): void {
    const { cells } = this.ev;
    if (resume !== null) {
      resume.saved.forEach((word, i) => cells.setValue(base + 8 * i, word));
      cells.setValue(base + 8 * resume.saved.length, BigInt(r.pc) | TAG.int);
    }
    cells.setI32(fp + FRAME.previous, r.fp);
    cells.setI32(fp + FRAME.returnPc, resume === null ? r.target : this.ev.stubAddress(resume.index));
    cells.setI32(fp + FRAME.returnSp, base + 8 * keep);
    cells.setI32(fp + FRAME.returnSlot, 0);
    cells.setI32(r.fp + FRAME.pc, r.pc);
  }

  #header(fp: number, code: number, func: bigint, extra: bigint): void {
    const { cells } = this.ev;
    cells.setI32(fp + FRAME.code, code);
    cells.setValue(fp + FRAME.func, func);
    cells.setValue(fp + FRAME.extra, extra);
  }

  #leaveEntry(r: Running, result: bigint): void {
    const { cells } = this.ev;
    cells.setValue(CONTROL.result, result);
    cells.setI32(CONTROL.sp, cells.i32(r.fp + FRAME.returnSp));
    cells.setI32(CONTROL.fp, cells.i32(r.fp + FRAME.previous));
    if (this.ev.log !== null) cells.setI32(CONTROL.exitId, STOP.entryLeft);
    r.status = STATUS.done;
  }

  /** Poll and heat at a function's entry, or what the recorder does there. `replaced`: the code that a tail call leaves. */
  #entered(r: Running, code: number, replaced: number | null): void {
    if (this.ev.log !== null) return this.#recordEntry(r, code, replaced);
    r.status = this.#pollAndHeat(r, code + CODE.entryCounter, code);
  }

  #pollAndHeat(r: Running, counterCell: number, id: number): number {
    const { cells } = this.ev;
    const fuel = cells.i32(CONTROL.fuel) - 1;
    cells.setI32(CONTROL.fuel, fuel);
    if (fuel < 0 || cells.i32(CONTROL.poll) !== 0) {
      this.#save(r);
      return STATUS.poll;
    }
    const counter = (cells.i32(counterCell) + 1) | 0;
    cells.setI32(counterCell, counter);
    if (counter !== cells.i32(CONTROL.jitThreshold)) return GO_ON;
    this.#save(r);
    cells.setI32(CONTROL.exitId, id);
    return STATUS.hot;
  }

  // ── Recording ────────────────────────────────────────────────────────────────────────────────────────────────────

  #recordEntry(r: Running, code: number, replaced: number | null): void {
    const { cells, log } = this.ev;
    log!.number("code address", code);
    const depth = cells.i32(CONTROL.recordDepth) + 1;
    cells.setI32(CONTROL.recordDepth, depth);
    if (cells.i32(CONTROL.anchorFp) === 0) {
      cells.setI32(CONTROL.anchorFp, r.fp);
      replaced = 0;
    }
    if (depth >= MAX_RECORD_DEPTH || (replaced === null ? this.#isRecursive(r, code) : this.#isTailLoop(r, code, replaced))) {
      this.#stop(r, STOP.call);
    }
  }

  /** True for the frame right above the base frame: below it there are frozen frames only. */
  isLowest(fp: number): boolean {
    const { cells } = this.ev;
    if (fp === 0 || cells.i32(fp + FRAME.returnPc) === 0) return false;
    return cells.i32(cells.i32(fp + FRAME.previous) + FRAME.returnPc) === 0;
  }

  /** The callee's code is that of a frame from the caller's down to the anchor. */
  #isRecursive(r: Running, code: number): boolean {
    const { cells } = this.ev;
    const anchor = cells.i32(CONTROL.anchorFp);
    let met = 0;
    for (let fp = cells.i32(r.fp + FRAME.previous); fp >= anchor && fp !== 0; fp = cells.i32(fp + FRAME.previous)) {
      if (cells.ref(fp + FRAME.code) === code && ++met >= RECORDED_RECURSION) return true;
    }
    return false;
  }

  /** True for a base frame with a frozen frame in local 0. */
  #isAboveFrozen(fp: number): boolean {
    const { cells, frozenFrame } = this.ev;
    if (cells.i32(fp + FRAME.returnPc) !== 0) return false;
    const word = cells.value(fp + FRAME.sizeBytes);
    return word >> 48n === 0n && (word & 7n) === 0n && cells.u16(Number(word) + HEADER.layout) === frozenFrame;
  }

  /** The base frame goes on: the frame that it enters next takes the place of the anchor. */
  #recordBase(r: Running): void {
    const { cells } = this.ev;
    if (this.ev.log === null) return;
    this.ev.log.number("code address", cells.ref(r.fp + FRAME.code));
    cells.setI32(CONTROL.anchorFp, 0);
  }

  /** A loop made of tail calls: into the code that is left, or back to the anchor; or compiled code right above the base frame. */
  #isTailLoop(r: Running, code: number, replaced: number): boolean {
    const { cells } = this.ev;
    if (code === replaced || r.pc === cells.i32(CONTROL.anchorPc) || r.pc === cells.i32(CONTROL.ownHeader)) return true;
    return this.isLowest(r.fp) && r.pc === cells.i32(code + CODE.bytecode) && cells.i32(code + CODE.entrySlot) !== 0;
  }

  #recordExit(r: Running, left: number): void {
    const { cells } = this.ev;
    if (this.ev.log === null) return;
    if (left === cells.i32(CONTROL.anchorFp)) return this.#stop(r, STOP.anchorLeft);
    cells.setI32(CONTROL.recordDepth, cells.i32(CONTROL.recordDepth) - 1);
  }

  /** Stops before the bytecode that is running, which has had no effect yet. */
  stopBefore(r: Running): void {
    r.sp += 8 * r.handler!.inputs;
    if (r.handler!.unwind) r.pc = this.ev.unwindStub;
    this.#stop(r, STOP.frames);
  }

  #stop(r: Running, reason: number): void {
    this.#save(r);
    this.ev.cells.setI32(CONTROL.exitId, reason);
    r.status = STATUS.recorded;
  }

  // ── Dispatch ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Enters the function of the entry frame just pushed: poll and heat, then its bytecodes. */
  interpretEntry(code: number): number {
    const { cells } = this.ev;
    const r = this.#running(cells.i32(CONTROL.pc), cells.i32(CONTROL.fp), cells.i32(CONTROL.sp));
    r.status = this.#pollAndHeat(r, code + CODE.entryCounter, code);
    return r.status === GO_ON ? this.interpret(r.pc, r.fp, r.sp) : r.status;
  }

  #running(pc: number, fp: number, sp: number): Running {
    return { fp, sp, pc, nextPc: pc, target: pc, inputs: 0, handler: null, status: GO_ON, atStart: true };
  }

  /** Runs bytecodes from the state given until a status is due. */
  interpret(pc: number, fp: number, sp: number): number {
    const r = this.#running(pc, fp, sp);
    while (r.status === GO_ON) {
      this.#bytecode(r);
      r.atStart = false;
    }
    return r.status;
  }

  #bytecode(r: Running): void {
    const { ev } = this;
    if (ev.log !== null && ev.log.full && (r.atStart || r.pc !== ev.unwindStub)) return this.#stop(r, STOP.logFull);
    const opcode = ev.cells.u16(r.pc);
    ev.onBytecode?.(r.pc, opcode, r.fp, r.sp);
    const continuation = ev.continuation(opcode);
    if (continuation !== null) return this.#continuation(r, continuation);
    const handler = ev.handlers.get(opcode);
    if (handler === undefined) throw new MachineError("opcode", `${opcode} at ${r.pc}`);
    if (handler.loopHeader && !this.#loopHeader(r)) return;
    if (handler.unwind) r.pc = ev.cells.i32(r.fp + FRAME.pc);
    r.handler = handler;
    r.nextPc = r.pc + handler.sizeBytes;
    this.#run(r, handler.fn, handler.inputs);
  }

  /** What precedes the body of a loop header; false when the interpreter is left instead. */
  #loopHeader(r: Running): boolean {
    const { ev } = this;
    const site = ev.cells.i32(r.pc + 2);
    if (ev.log !== null) {
      if (!r.atStart) this.#stop(r, STOP.loopHeader);
      return r.atStart;
    }
    r.status = this.#pollAndHeat(r, site, site);
    return r.status === GO_ON;
  }

  #continuation(r: Running, c: Continuation): void {
    const { ev } = this;
    const inputs = c.fn.params;
    r.pc = Number(BigInt.asIntN(32, ev.cells.value(r.sp - 8 * (inputs - c.pcParameter))));
    r.handler = c.handler;
    r.nextPc = r.pc + c.handler.sizeBytes;
    this.#run(r, c.fn, inputs);
  }

  /** Pops the inputs, runs the body, pushes the results; or goes to the unwind bytecode when something raised. */
  #run(r: Running, fn: Handler["fn"], inputs: number): void {
    const { ev } = this;
    const compiled = ev.compiled(fn);
    const a: Activation = { locals: compiled.blank.slice(), results: [], vm: r };
    for (let i = 0; i < inputs; i++) {
      a.locals[i] = fromOperand(fn.locals[i].type, ev.cells.value(r.sp - 8 * (inputs - i)));
    }
    r.sp -= 8 * inputs;
    r.inputs = compiled.movesStack ? 0 : inputs;
    r.target = r.nextPc;
    const end = compiled.body(a);
    r.inputs = 0;
    if (end === TRANSFERRED) return;
    if (end === RAISED) {
      ev.cells.setI32(r.fp + FRAME.pc, r.pc);
      r.pc = ev.unwindStub;
      return;
    }
    a.results.forEach((word) => {
      ev.cells.setValue(r.sp, typeof word === "bigint" ? BigInt.asUintN(64, word) : BigInt(word >>> 0));
      r.sp += 8;
    });
    r.pc = r.target;
  }
}

function fromOperand(type: Type, word: bigint): Word {
  if (type === "value") return word;
  if (type === "ref") return Number(word & 0xffffffffn);
  throw new MachineError("shape", `a handler's input has type ${type}`);
}
