/**
 * Lowers a handler or continuation to a function of its own, `(pc, fp, sp) -> status`, for the interpreter (outlined and slow
 * paths) or the recorder.
 *
 * Inputs stay on the operand stack until the handler ends, so a safepoint reloads them from there; other live locals are
 * saved above the operands. The wasm local `sp` is kept `BIAS` too low, so that accesses below it need no arithmetic.
 */

import { CONTROL, FRAME } from "../machine/memory_map.ts";
import { STOP } from "../machine/evaluate_log.ts";
import { changesStack, type Effects, type Expr, type Stmt, STORAGE_BYTES } from "../machine/tree.ts";
import type { FunctionBuilder } from "../wasm/encoder.ts";
import { ACCESS, I32, OP, WASM_TYPE } from "../wasm/opcodes.ts";
import { FunctionLowering, type Spilled } from "./lower.ts";
import { lowerCall, lowerLeave, lowerRestart, lowerResumeFrame, lowerTailCall, pushIsLowest } from "./lower_transfer.ts";
import { type Bytecode, jumps, type Machine, movesStack, type Routines } from "./machine.ts";
import { LOCALS_OFFSET } from "./target.ts";
import { assignedLocals } from "./walk.ts";

type Statement<K extends Stmt["k"]> = Extract<Stmt, { k: K }>;

/** Bytes by which the local `sp` is too low. */
export const BIAS = 64;

/** Lowers `b` into `f`, whose parameters are pc, fp, sp. */
export function lowerHandler(machine: Machine, f: FunctionBuilder, b: Bytecode, recording: boolean): void {
  const h = new HandlerLowering(machine, f, recording, { pc: 0, fp: 1, sp: 2 });
  h.moveSp(-BIAS);
  h.body(b);
}

export class HandlerLowering extends FunctionLowering {
  readonly pc: number;
  readonly fp: number;
  readonly sp: number;
  /** Where the handler goes on; -1 when that is always the next instruction. */
  protected next = -1;
  protected bytecode!: Bytecode;
  /** Inputs that still lie on the operand stack. */
  kept = 0;
  private assigned = new Set<number>();

  constructor(readonly machine: Machine, f: FunctionBuilder, recording: boolean, state: { pc: number; fp: number; sp: number }) {
    super(machine.target, f, recording);
    this.pc = state.pc;
    this.fp = state.fp;
    this.sp = state.sp;
  }

  get routines(): Routines {
    return (this.recording ? this.machine.recorder : this.machine.interpreter)!;
  }

  /** Lowers the whole handler; control never reaches the end of the code. */
  body(b: Bytecode): void {
    const { f } = this;
    this.bytecode = b;
    const { fn, inputs } = b;
    const held = fn.locals.map((l) => [WASM_TYPE[l.type], this.acquire(WASM_TYPE[l.type])] as const);
    this.scope = { fn, locals: held.map((h) => h[1]), labels: new Map(), returnTo: -1, depth: 0 };
    this.assigned = assignedLocals(fn.body);
    this.kept = inputs;
    for (let i = 0; i < inputs; i++) {
      const offset = this.pushStackAddress(8 * (i - inputs));
      if (fn.locals[i].type === "ref") f.i32Load(offset);
      else f.i64Load(offset);
      f.localSet(this.scope.locals[i]);
    }
    if (inputs > 0 && movesStack(fn)) {
      this.moveSp(-8 * inputs);
      this.kept = 0;
    }
    if (b.continuation !== null) {
      f.localGet(this.scope.locals[b.continuation.pcParameter]);
      f.op(OP.i32WrapI64);
      f.localSet(this.pc);
    }
    this.next = jumps(fn) ? this.acquire(I32) : -1;
    if (this.next >= 0) {
      this.pushNextPc();
      f.localSet(this.next);
    }
    if (!this.statements(fn.body)) this.finish([]);
    if (this.next >= 0) this.release(I32, this.next);
    for (const [type, local] of held) this.release(type, local);
  }

  // ── Machine state ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Adds to the local `sp`. */
  moveSp(bytes: number): void {
    if (bytes === 0) return;
    this.f.localGet(this.sp);
    this.f.i32Const(bytes);
    this.f.op(OP.i32Add);
    this.f.localSet(this.sp);
  }

  /** Pushes a base for the word `bytes` above the operand stack's end; returns the offset to add. */
  pushStackAddress(bytes: number): number {
    const { f } = this;
    f.localGet(this.sp);
    if (bytes + BIAS >= 0) return bytes + BIAS;
    f.i32Const(bytes + BIAS);
    f.op(OP.i32Add);
    return 0;
  }

  /** Pushes the end of the operand stack once the inputs are popped. */
  pushPopped(): void {
    this.f.localGet(this.sp);
    this.f.i32Const(BIAS - 8 * this.kept);
    this.f.op(OP.i32Add);
  }

  /** Pushes the true `sp`. */
  pushSp(): void {
    this.f.localGet(this.sp);
    this.f.i32Const(BIAS);
    this.f.op(OP.i32Add);
  }

  pushNextPc(): void {
    this.f.localGet(this.pc);
    this.f.i32Const(this.bytecode.handler.sizeBytes);
    this.f.op(OP.i32Add);
  }

  /** Pushes where the handler goes on. */
  pushTarget(): void {
    if (this.next >= 0) this.f.localGet(this.next);
    else this.pushNextPc();
  }

  /** Pushes the address of the first operand. */
  private pushOperandBase(): void {
    const { f } = this;
    f.localGet(this.fp);
    f.localGet(this.fp);
    f.i32Load(FRAME.code);
    f.i32Load(this.machine.code.localCount);
    this.scale(8);
    f.op(OP.i32Add);
    f.i32Const(LOCALS_OFFSET);
    f.op(OP.i32Add);
  }

  protected override vmExpression(e: Extract<Expr, { k: "vm" }>): void {
    const { f } = this;
    switch (e.what) {
      case "imm": {
        const { immediates } = this.bytecode.handler;
        let offset = 2;
        for (let i = 0; i < e.index; i++) offset += STORAGE_BYTES[immediates[i].storage];
        f.localGet(this.pc);
        return f.memory(ACCESS[immediates[e.index].storage].load, 0, offset);
      }
      case "local":
        return f.i64Load(this.pushLocalAddress(e.args[0]));
      case "peek":
        return f.i64Load(this.pushOperandAddress(e.args[0]));
      case "code":
        f.localGet(this.fp);
        return f.i32Load(FRAME.code);
      case "func":
        f.localGet(this.fp);
        return f.i64Load(FRAME.func);
      case "extra":
        f.localGet(this.fp);
        return f.i64Load(FRAME.extra);
      case "pc":
        return f.localGet(this.pc);
      case "nextPc":
        return this.pushNextPc();
      case "depth":
        this.pushPopped();
        this.pushOperandBase();
        f.op(OP.i32Sub);
        f.i32Const(3);
        return f.op(OP.i32ShrU);
      case "frameSlots":
        this.pushPopped();
        f.localGet(this.fp);
        f.i32Const(LOCALS_OFFSET);
        f.op(OP.i32Add);
        f.op(OP.i32Sub);
        f.i32Const(3);
        return f.op(OP.i32ShrU);
    }
  }

  private pushLocalAddress(index: Expr): number {
    const { f } = this;
    f.localGet(this.fp);
    if (index.k === "const") return LOCALS_OFFSET + 8 * Number(index.value);
    this.expr(index);
    this.scale(8);
    f.op(OP.i32Add);
    return LOCALS_OFFSET;
  }

  /** Address of the operand at a depth below the inputs. */
  private pushOperandAddress(depth: Expr): number {
    const { f } = this;
    const top = -8 * (this.kept + 1);
    if (depth.k === "const") return this.pushStackAddress(top - 8 * Number(depth.value));
    f.localGet(this.sp);
    this.expr(depth);
    this.scale(8);
    f.op(OP.i32Sub);
    if (top + BIAS >= 0) return top + BIAS;
    f.i32Const(top + BIAS);
    f.op(OP.i32Add);
    return 0;
  }

  protected override vmStatement(s: Statement<"vm">): boolean {
    const { f } = this;
    switch (s.what) {
      case "setLocal":
      case "poke": {
        const offset = s.what === "poke" ? this.pushOperandAddress(s.args[0]) : this.pushLocalAddress(s.args[0]);
        this.pushWord(s.args[1]);
        f.i64Store(offset);
        return false;
      }
      case "push": {
        const offset = this.pushStackAddress(0);
        this.pushWord(s.args[0]);
        f.i64Store(offset);
        this.moveSp(8);
        return false;
      }
      case "drop":
        if (s.args[0].k === "const") {
          this.moveSp(-8 * Number(s.args[0].value));
        } else {
          f.localGet(this.sp);
          this.expr(s.args[0]);
          this.scale(8);
          f.op(OP.i32Sub);
          f.localSet(this.sp);
        }
        return false;
      case "outOfLine":
        return false;
      case "setExtra":
        f.localGet(this.fp);
        this.pushWord(s.args[0]);
        f.i64Store(FRAME.extra);
        return false;
      case "jump":
        this.pushNextPc();
        this.expr(s.args[0]);
        f.op(OP.i32Add);
        f.localSet(this.next);
        return false;
      case "jumpTo":
        this.expr(s.args[0]);
        f.localSet(this.next);
        return false;
      case "cutStack":
        this.pushOperandBase();
        this.expr(s.args[0]);
        this.scale(8);
        f.op(OP.i32Add);
        f.i32Const(BIAS);
        f.op(OP.i32Sub);
        f.localSet(this.sp);
        return false;
      case "saveFrame":
        this.saveFrame(s.args[0], s.args[1]);
        return false;
    }
  }

  /** Pushes a value or reference as a 64-bit word. */
  pushWord(e: Expr): void {
    this.expr(e);
    if (WASM_TYPE[e.type] === I32) this.f.op(OP.i64ExtendI32U);
  }

  private saveFrame(object: Expr, offset: Expr): void {
    const { f } = this;
    this.withTemp(I32, (owner) => {
      this.expr(object);
      f.localSet(owner);
      this.withTemp(I32, (to) => {
        f.localGet(owner);
        this.expr(offset);
        f.op(OP.i32Add);
        f.localSet(to);
        this.withTemp(I32, (from) => {
          f.localGet(this.fp);
          f.i32Const(LOCALS_OFFSET);
          f.op(OP.i32Add);
          f.localSet(from);
          this.withTemp(I32, (end) => {
            this.pushPopped();
            f.localSet(end);
            this.copyWords(from, end, to);
          });
        });
      });
      this.barrier(owner);
    });
  }

  /** Copies the words `from … end` to `to`; the locals `from` and `to` end up behind them. */
  copyWords(from: number, end: number, to: number): void {
    const { f } = this;
    const done = f.block(), again = f.loop();
    f.localGet(from);
    f.localGet(end);
    f.op(OP.i32GeU);
    f.brIf(done);
    f.localGet(to);
    f.localGet(from);
    f.i64Load(0);
    f.i64Store(0);
    for (const local of [from, to]) {
      f.localGet(local);
      f.i32Const(8);
      f.op(OP.i32Add);
      f.localSet(local);
    }
    f.br(again);
    f.end();
    f.end();
  }

  // ── End of the handler ─────────────────────────────────────────────────────────────────────────────────────────────

  protected override returnStatement(values: readonly Expr[]): void {
    if (this.scope.depth > 0) super.returnStatement(values);
    else this.finish(values);
  }

  /** Replaces the inputs by the results and goes on. */
  protected finish(values: readonly Expr[]): void {
    const { f } = this;
    if (values.length === 1) {
      const offset = this.pushStackAddress(-8 * this.kept);
      this.pushWord(values[0]);
      f.i64Store(offset);
    } else if (values.length > 1) {
      const held = values.map((v) => {
        const local = this.acquire(0x7e);
        this.pushWord(v);
        f.localSet(local);
        return local;
      });
      held.forEach((local, i) => {
        const offset = this.pushStackAddress(8 * (i - this.kept));
        f.localGet(local);
        f.i64Store(offset);
        this.release(0x7e, local);
      });
    }
    this.goOn(8 * (values.length - this.kept));
  }

  /** Executes the next instruction with `sp` moved by `bytes`. */
  protected goOn(bytes: number): void {
    const { f } = this;
    this.pushTarget();
    f.localGet(this.fp);
    f.localGet(this.sp);
    f.i32Const(BIAS + bytes);
    f.op(OP.i32Add);
    f.returnCall(this.routines.next);
  }

  /** Executes the instruction at the locals pc, fp, sp (a resumed frame). */
  goOnAt(code: () => void): void {
    const { f } = this;
    this.pushEntry();
    code();
    f.returnCall(this.routines.resume);
  }

  pushEntry(): void {
    this.f.localGet(this.pc);
    this.f.localGet(this.fp);
    this.pushSp();
  }

  /** A frame of `code` was pushed, or has replaced the running one of `replaced`: pc, fp, sp are those of its start. */
  enter(code: () => void, replaced: (() => void) | null): void {
    const { f } = this;
    this.pushEntry();
    code();
    if (replaced === null) return f.returnCall(this.routines.enter);
    replaced();
    f.returnCall(this.routines.tailEnter);
  }

  protected override propagate(): void {
    if (this.scope.depth > 0) super.propagate();
    else this.raise(this.routines.unwind);
  }

  /** Goes to a routine that handles an error, with the inputs popped. */
  raise(routine: number): void {
    const { f } = this;
    f.localGet(this.pc);
    f.localGet(this.fp);
    this.pushPopped();
    f.returnCall(routine);
  }

  protected override transfer(s: Statement<"transfer">): boolean {
    switch (s.what) {
      case "call":
        lowerCall(this, s);
        return true;
      case "tailCall":
        lowerTailCall(this, s);
        return true;
      case "restart":
        if (this.recording) this.stopAboveFrames();
        lowerRestart(this, s);
        return true;
      case "resumeFrame":
      case "unwindInto":
        lowerResumeFrame(this, s);
        return true;
      case "leave":
        this.leave(s.args[0]);
        return true;
      case "unwindFrame":
        this.f.localGet(this.fp);
        this.f.returnCall(this.routines.unwindFrame);
        return true;
      case "raise":
        this.raise(this.routines.unwind);
        return true;
    }
  }

  protected override callStatement(s: Statement<"call">): boolean {
    if (this.recording && changesStack(s)) this.stopAboveFrames();
    return super.callStatement(s);
  }

  /** Stops before this bytecode, which has had no effect yet, where frames below the anchor would be copied or dropped. */
  private stopAboveFrames(): void {
    const { f } = this;
    pushIsLowest(f, () => this.loadControl(CONTROL.anchorFp));
    f.op(OP.i32Eqz);
    f.if();
    if (this.bytecode.handler.unwind) f.i32Const(this.machine.unwindStub);
    else f.localGet(this.pc);
    f.localGet(this.fp);
    f.localGet(this.sp);
    f.i32Const(BIAS + 8 * (this.bytecode.inputs - this.kept));
    f.op(OP.i32Add);
    f.i32Const(STOP.frames);
    f.returnCall(this.machine.stopRecording);
    f.end();
  }

  protected leave(result: Expr): void {
    this.f.localGet(this.fp);
    this.pushWord(result);
    this.f.returnCall(this.routines.leave);
  }

  /** The return sequence without a call, for the dispatch function: ends with pc, fp, sp set, or in another entry. */
  protected leaveInline(result: Expr): void {
    lowerLeave(this, () => this.pushWord(result));
  }

  // ── Safepoints ─────────────────────────────────────────────────────────────────────────────────────────────────────

  protected override beforeCall(effects: Effects, roots: readonly number[]): Spilled {
    const { f } = this;
    if (!effects.collects && !effects.raises && !effects.calls) return { base: -1, locals: [] };
    const locals = effects.collects ? roots : [];
    let spills = 0;
    for (const local of locals) {
      if (this.isOnStack(local)) continue;
      const offset = this.pushStackAddress(8 * spills++);
      f.localGet(this.scope.locals[local]);
      if (this.scope.fn.locals[local].type === "ref") f.op(OP.i64ExtendI32U);
      f.i64Store(offset);
    }
    this.storeControl(CONTROL.fp, () => f.localGet(this.fp));
    this.storeControl(CONTROL.sp, () => {
      f.localGet(this.sp);
      f.i32Const(BIAS + 8 * spills);
      f.op(OP.i32Add);
    });
    if (effects.raises || effects.calls) {
      f.localGet(this.fp);
      f.localGet(this.pc);
      f.i32Store(FRAME.pc);
    }
    return { base: -1, locals };
  }

  /** True for inputs that can be reloaded from the operand stack. */
  private isOnStack(local: number): boolean {
    return local < this.kept && !this.assigned.has(local);
  }

  protected override afterCall(spilled: Spilled): void {
    const { f } = this;
    let spills = 0;
    for (const local of spilled.locals) {
      const offset = this.pushStackAddress(this.isOnStack(local) ? 8 * (local - this.kept) : 8 * spills++);
      if (this.scope.fn.locals[local].type === "ref") f.i32Load(offset);
      else f.i64Load(offset);
      f.localSet(this.scope.locals[local]);
    }
  }
}
