/**
 * Lowers function trees to wasm function bodies: control flow, stores with write barrier, allocation, calls with the error
 * protocol and spills around safepoints (docs/interpreter.md, Errors).
 *
 * Invariant: at a safepoint every local in the statement's spill list lies where the collector sees it and is reloaded
 * afterwards; nothing else of type ref or value is live.
 */

import { CONTROL, HEADER } from "../machine/memory_map.ts";
import { type Effects, type Expr, type Fn, type LayoutInfo, type Stmt, STORAGE_BYTES, type Type } from "../machine/tree.ts";
import type { FunctionBuilder } from "../wasm/encoder.ts";
import { type ACCESS, I32, type I64, OP, WASM_TYPE } from "../wasm/opcodes.ts";
import { ExpressionLowering, isNeverReference } from "./lower_expressions.ts";
import { functionType, type Target } from "./target.ts";
import { RECORDING_TABLE_OFFSET } from "../units.ts";

type Statement<K extends Stmt["k"]> = Extract<Stmt, { k: K }>;

/** Objects with at most this many bytes in their variable part are allocated inline. */
const INLINE_TAIL_BYTES = 4096;
/** A switch gets a jump table when its range is at most this many times the number of its cases. */
const DENSE_FACTOR = 4;

/** Spilled locals and the base they were stored at. */
export interface Spilled {
  base: number;
  locals: readonly number[];
}

/** Lowers the body of `fn` into `f`. */
export function lowerFunction(target: Target, f: FunctionBuilder, fn: Fn, recording = false): void {
  new FunctionLowering(target, f, recording).whole(fn);
}

export class FunctionLowering extends ExpressionLowering {
  /** Lowers a whole function: its parameters are those of the wasm function. */
  whole(fn: Fn): void {
    const locals = fn.locals.map((l, i) => (i < fn.params ? i : this.f.local(WASM_TYPE[l.type])));
    this.scope = { fn, locals, labels: new Map(), returnTo: -1, depth: 0 };
    if (!this.statements(fn.body) && fn.results.length > 0) this.f.op(OP.unreachable);
  }

  statements(list: readonly Stmt[]): boolean {
    for (const s of list) if (this.statement(s)) return true;
    return false;
  }

  /** Lowers a statement; true when control does not continue behind it. */
  protected statement(s: Stmt): boolean {
    const { f } = this;
    switch (s.k) {
      case "set":
        this.expr(s.value);
        f.localSet(this.scope.locals[s.local]);
        return false;
      case "store":
        return this.store(s);
      case "call":
        return this.callStatement(s);
      case "callSlot":
        return this.callSlot(s);
      case "alloc":
        return this.allocate(s);
      case "if":
        return this.ifStatement(s);
      case "loop":
        return this.loop(s);
      case "block":
        return this.block(s);
      case "break":
        this.leaveTo(s.label);
        f.br(this.scope.labels.get(s.label)!.breakTo);
        return true;
      case "continue":
        f.br(this.scope.labels.get(s.label)!.continueTo);
        return true;
      case "switch":
        return this.switchStatement(s);
      case "return":
        this.returnStatement(s.values);
        return true;
      case "throw":
        f.i32Const(0);
        this.expr(s.value);
        f.i64Store(CONTROL.pendingError);
        this.propagate();
        return true;
      case "rethrow":
        this.propagate();
        return true;
      case "memory":
        return this.memory(s);
      case "trap":
        f.op(OP.unreachable);
        return true;
      case "vm":
        return this.vmStatement(s);
      case "transfer":
        return this.transfer(s);
    }
  }

  // ── Control flow ───────────────────────────────────────────────────────────────────────────────────────────────────

  protected ifStatement(s: Statement<"if">): boolean {
    const { f } = this;
    if (s.test.k === "const") return this.statements(s.test.value !== 0 ? s.then : s.else);
    this.test(s.test);
    const [onTrue, onFalse] = [s.then, s.else];
    const only = onFalse.length === 0 ? onTrue : onTrue.length === 0 ? onFalse : [];
    if (only.length === 1 && only[0].k === "break") {
      if (onTrue.length === 0) f.op(OP.i32Eqz);
      this.leaveTo(only[0].label);
      f.brIf(this.scope.labels.get(only[0].label)!.breakTo);
      return false;
    }
    if (onTrue.length === 0) {
      f.op(OP.i32Eqz);
      f.if();
      this.arm(onFalse);
      f.end();
      return false;
    }
    f.if();
    let ended = this.arm(onTrue);
    if (onFalse.length === 0) {
      ended = false;
    } else {
      f.else();
      ended = this.arm(onFalse) && ended;
    }
    f.end();
    if (ended) f.op(OP.unreachable);
    return ended;
  }

  /** Called before a branch out of the block or loop `label`. */
  protected leaveTo(_label: number): void {}

  protected loop(s: Statement<"loop">): boolean {
    const { f } = this;
    const breakTo = f.block(), continueTo = f.loop();
    this.scope.labels.set(s.label, { breakTo, continueTo });
    if (!this.statements(s.body)) f.br(continueTo);
    f.end();
    f.end();
    return false;
  }

  protected block(s: Statement<"block">): boolean {
    const { f } = this;
    const breakTo = f.block();
    this.scope.labels.set(s.label, { breakTo, continueTo: breakTo });
    this.statements(s.body);
    f.end();
    return false;
  }

  protected switchStatement(s: Statement<"switch">): boolean {
    const { f } = this;
    const value = this.acquire(I32);
    this.expr(s.value);
    f.localSet(value);
    if (this.recording && s.value.k !== "const") this.log(4, () => f.localGet(value));
    const all = s.cases.flatMap((c, i) => c.values.map((v) => ({ v, i })));
    const low = Math.min(...all.map((c) => c.v)), high = Math.max(...all.map((c) => c.v));
    const end = f.block(), otherwise = f.block();
    const labels = s.cases.map(() => 0);
    for (let i = s.cases.length - 1; i >= 0; i--) labels[i] = f.block();
    if (all.length > 2 && high - low < DENSE_FACTOR * all.length + 8) {
      const jumps = new Array<number>(high - low + 1).fill(otherwise);
      for (const c of all) jumps[c.v - low] = labels[c.i];
      f.localGet(value);
      if (low !== 0) {
        f.i32Const(low);
        f.op(OP.i32Sub);
      }
      f.brTable(jumps, otherwise);
    } else {
      for (const c of all) {
        f.localGet(value);
        f.i32Const(c.v);
        f.op(OP.i32Eq);
        f.brIf(labels[c.i]);
      }
      f.br(otherwise);
    }
    this.release(I32, value);
    let ended = true;
    for (const c of s.cases) {
      f.end();
      if (!this.arm(c.body)) {
        f.br(end);
        ended = false;
      }
    }
    f.end();
    if (!this.arm(s.default)) ended = false;
    f.end();
    if (ended) f.op(OP.unreachable);
    return ended;
  }

  /** One of several alternative statement lists. */
  protected arm(body: readonly Stmt[]): boolean {
    return this.statements(body);
  }

  protected returnStatement(values: readonly Expr[]): void {
    for (const v of values) this.expr(v);
    if (this.scope.returnTo >= 0) this.f.br(this.scope.returnTo);
    else this.f.op(OP.return);
  }

  // ── Errors ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** An error is pending: leave the function (or the inlined body) with its sentinel. */
  protected propagate(): void {
    const { f, scope } = this;
    for (const t of scope.fn.results) this.sentinel(t);
    if (scope.returnTo >= 0) f.br(scope.returnTo);
    else f.op(OP.return);
  }

  private pushPending(): void {
    this.f.i32Const(0);
    this.f.i64Load(CONTROL.pendingError);
    this.f.op(OP.i64Eqz);
    this.f.op(OP.i32Eqz);
  }

  /** Propagates when the result in `local` is the sentinel of `type` and an error is pending. */
  protected checkRaised(type: Type | undefined, local: number, log: boolean): void {
    const { f } = this;
    const bySentinel = type === "value" || type === "ref" || type === "i32";
    if (bySentinel) {
      f.localGet(local);
      if (type === "value") {
        f.op(OP.i64Eqz);
      } else if (type === "ref") {
        f.op(OP.i32Eqz);
      } else {
        f.i32Const(-0x80000000);
        f.op(OP.i32Eq);
      }
    }
    if (!log) {
      if (bySentinel) f.if();
      this.pushPending();
      f.if();
      this.propagate();
      f.end();
      if (bySentinel) f.end();
      return;
    }
    if (bySentinel) {
      f.if(I32);
      this.pushPending();
      f.else();
      f.i32Const(0);
      f.end();
    } else {
      this.pushPending();
    }
    this.withTemp(I32, (raised) => {
      f.localSet(raised);
      this.log(1, () => f.localGet(raised));
      f.localGet(raised);
      f.if();
      this.propagate();
      f.end();
    });
  }

  // ── Safepoints ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Saves what a call must not lose; the base of the saved words is kept until `afterCall`. */
  protected beforeCall(effects: Effects, roots: readonly number[]): Spilled {
    const { f } = this;
    if (!effects.collects || roots.length === 0) return { base: -1, locals: [] };
    const base = this.acquire(I32);
    this.loadControl(CONTROL.shadowSp);
    f.localSet(base);
    roots.forEach((local, i) => this.saveLocal(base, 8 * i, local));
    this.storeControl(CONTROL.shadowSp, () => {
      f.localGet(base);
      f.i32Const(8 * roots.length);
      f.op(OP.i32Add);
    });
    return { base, locals: roots };
  }

  protected saveLocal(base: number, offset: number, local: number): void {
    const { f, scope } = this;
    f.localGet(base);
    f.localGet(scope.locals[local]);
    if (scope.fn.locals[local].type === "ref") f.op(OP.i64ExtendI32U);
    f.i64Store(offset);
  }

  protected reloadLocal(base: number, offset: number, local: number): void {
    const { f, scope } = this;
    f.localGet(base);
    if (scope.fn.locals[local].type === "ref") f.i32Load(offset);
    else f.i64Load(offset);
    f.localSet(scope.locals[local]);
  }

  protected afterCall(spilled: Spilled): void {
    if (spilled.base < 0) return;
    spilled.locals.forEach((local, i) => this.reloadLocal(spilled.base, 8 * i, local));
    this.storeControl(CONTROL.shadowSp, () => this.f.localGet(spilled.base));
    this.release(I32, spilled.base);
  }

  // ── Calls with effects ─────────────────────────────────────────────────────────────────────────────────────────────

  protected callStatement(s: Statement<"call">): boolean {
    const { effects } = s.fn;
    if (!effects.collects && !effects.calls && this.isInlinable(s.fn)) {
      this.inline(s.fn, s.args);
      this.results(s.fn.results, s, effects, false);
      return false;
    }
    const walked = this.recording && s.fn.inlining === "inline" && s.fn.hostImport === undefined;
    const spilled = this.beforeCall(effects, s.spill.locals);
    for (const a of s.args) this.expr(a);
    this.f.call(this.callee(s.fn));
    this.results(s.fn.results, s, effects, this.recording && !walked, spilled);
    return false;
  }

  protected callSlot(s: Statement<"callSlot">): boolean {
    const { f, target } = this;
    const { params, results, effects } = s.signature;
    const type = functionType(target.module, params, results);
    const spilled = this.beforeCall(effects, s.spill.locals);
    const slot = this.acquire(I32);
    this.expr(s.slot);
    f.localSet(slot);
    for (const a of s.args) this.expr(a);
    if (this.recording) this.log(4, () => f.localGet(slot));
    f.localGet(slot);
    this.release(I32, slot);
    if (this.recording) {
      f.i32Const(RECORDING_TABLE_OFFSET);
      f.op(OP.i32Add);
    }
    f.callIndirect(type);
    this.results(results, s, effects, this.recording, spilled);
    return false;
  }

  /** Moves the results of a call from the wasm stack to locals, ends the safepoint and checks for an error. */
  protected results(
    types: readonly Type[],
    s: { results: number[]; attempt: boolean },
    effects: Effects,
    log: boolean,
    spilled?: Spilled,
  ): void {
    const { f, scope } = this;
    const checked = effects.raises && !s.attempt;
    let first = -1, held = -1;
    for (let i = types.length - 1; i >= 0; i--) {
      const local = s.results[i] ?? -1;
      if (local >= 0) {
        f.localSet(scope.locals[local]);
        if (i === 0) first = scope.locals[local];
      } else if (i === 0 && checked) {
        first = held = this.acquire(WASM_TYPE[types[0]]);
        f.localSet(held);
      } else {
        f.op(OP.drop);
      }
    }
    if (spilled !== undefined) this.afterCall(spilled);
    if (checked) this.checkRaised(types[0], first, log);
    if (held >= 0) this.release(WASM_TYPE[types[0]], held);
  }

  // ── Stores ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** True when a store needs the write barrier. */
  protected needsBarrier(s: Statement<"store">): boolean {
    const word = s.storage === "ref" || s.storage === "value";
    return word && !s.fresh && s.base.type === "ref" && !isNeverReference(s.value);
  }

  protected store(s: Statement<"store">): boolean {
    const barrier = this.needsBarrier(s);
    if (!barrier || s.base.k === "get") {
      const offset = this.address(s);
      this.expr(s.value);
      this.storeInstruction(s.storage, s.base.type === "ref", offset);
      if (barrier) this.barrier(this.scope.locals[(s.base as { local: number }).local]);
      return false;
    }
    this.withTemp(I32, (base) => {
      this.expr(s.base);
      this.f.localSet(base);
      const offset = this.address(s, () => this.f.localGet(base));
      this.expr(s.value);
      this.storeInstruction(s.storage, true, offset);
      this.barrier(base);
    });
    return false;
  }

  /** True on the wasm stack when the object is old and not yet remembered. */
  protected pushUnremembered(object: number): void {
    const { f } = this;
    f.localGet(object);
    f.memory(OP.i32Load16U, 1, HEADER.bits);
    f.i32Const(1);
    f.op(OP.i32And);
  }

  protected barrier(object: number): void {
    const { f } = this;
    this.pushUnremembered(object);
    f.if();
    f.localGet(object);
    f.call(this.target.remember());
    f.end();
  }

  private memory(s: Statement<"memory">): boolean {
    const { f } = this;
    this.expr(s.to);
    this.expr(s.from);
    this.expr(s.size);
    f.op(OP.prefixFC);
    f.op(s.what === "copy" ? OP.memoryCopy : OP.memoryFill);
    f.op(0);
    if (s.what === "copy") f.op(0);
    return false;
  }

  // ── Allocation ─────────────────────────────────────────────────────────────────────────────────────────────────────

  protected allocate(s: Statement<"alloc">): boolean {
    const { f } = this;
    const result = this.scope.locals[s.result];
    const length = s.length === undefined || s.length.k === "const" ? -1 : this.acquire(I32);
    if (length >= 0) {
      this.expr(s.length!);
      f.localSet(length);
    }
    const constantLength = s.length?.k === "const" ? Number(s.length.value) : 0;
    const pushLength = () => length >= 0 ? f.localGet(length) : f.i32Const(constantLength);
    if (canBump(s.layout, length >= 0 ? null : constantLength)) {
      const done = f.block(), slow = f.block();
      this.bump(s.layout, length, constantLength, result, slow);
      f.br(done);
      f.end();
      this.allocateSlow(s, pushLength);
      f.end();
    } else {
      this.allocateSlow(s, pushLength);
    }
    if (length >= 0) this.release(I32, length);
    return false;
  }

  /** Takes the object from the nursery, or branches to `slow`. */
  private bump(layout: LayoutInfo, length: number, constantLength: number, result: number, slow: number): void {
    const { f } = this;
    const element = layout.tail === null ? 0 : STORAGE_BYTES[layout.tail.storage];
    if (length >= 0) {
      f.localGet(length);
      f.i32Const(Math.floor(INLINE_TAIL_BYTES / element));
      f.op(OP.i32GtU);
      f.brIf(slow);
    }
    this.loadControl(CONTROL.nurseryNext);
    f.localSet(result);
    this.withTemp(I32, (end) => {
      f.localGet(result);
      if (length < 0) {
        f.i32Const((layout.sizeBytes + constantLength * element + 7) & -8);
        f.op(OP.i32Add);
      } else {
        const fixed = layout.sizeBytes + (element % 8 === 0 && layout.sizeBytes % 8 === 0 ? 0 : 7);
        f.localGet(length);
        this.scale(element);
        f.i32Const(fixed);
        f.op(OP.i32Add);
        if (fixed !== layout.sizeBytes) {
          f.i32Const(-8);
          f.op(OP.i32And);
        }
        f.op(OP.i32Add);
      }
      f.localTee(end);
      this.loadControl(CONTROL.nurseryLimit);
      f.op(OP.i32GtU);
      f.brIf(slow);
      this.storeControl(CONTROL.nurseryNext, () => f.localGet(end));
    });
    f.localGet(result);
    if (length < 0) {
      f.i64Const(BigInt(layout.id) | (BigInt(constantLength) << 32n));
      f.i64Store(0);
    } else {
      f.i32Const(layout.id);
      f.i32Store(0);
      f.localGet(result);
      f.localGet(length);
      f.i32Store(HEADER.length);
    }
  }

  protected allocateSlow(s: Statement<"alloc">, pushLength: () => void): void {
    const { f } = this;
    const result = this.scope.locals[s.result];
    const spilled = this.beforeCall(ALLOCATES, s.spill.locals);
    f.i32Const(s.layout.id);
    pushLength();
    f.call(this.target.allocateSlow());
    f.localSet(result);
    this.afterCall(spilled);
    f.localGet(result);
    f.op(OP.i32Eqz);
    f.if();
    if (this.recording) this.storeControl(CONTROL.logNext, () => this.loadControl(CONTROL.logEnd));
    this.propagate();
    f.end();
  }

  // ── Handlers only ──────────────────────────────────────────────────────────────────────────────────────────────────

  protected vmStatement(s: Statement<"vm">): boolean {
    throw new Error(`"${s.what}" in function "${this.scope.fn.name}", which is no handler`);
  }

  protected transfer(s: Statement<"transfer">): boolean {
    throw new Error(`"${s.what}" in function "${this.scope.fn.name}", which is no handler`);
  }
}

/** Effects of an allocation. */
export const ALLOCATES: Effects = { collects: true, raises: true, calls: false, reads: true, writes: false, writesRegions: new Set() };

/** True for objects that can be taken from the nursery inline. */
function canBump(layout: LayoutInfo, constantLength: number | null): boolean {
  if (layout.stable || layout.finalizer) return false;
  if (layout.tail === null) return true;
  return constantLength === null || (constantLength >= 0 && constantLength * STORAGE_BYTES[layout.tail.storage] <= INLINE_TAIL_BYTES);
}
