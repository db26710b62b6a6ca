/**
 * Lowers handlers into the dispatch function of the interpreter, which contains no calls but tail calls.
 *
 * Where a path needs a call (slow paths, collections, the write barrier's slow path) the handler is restarted in a function of
 * its own, which does everything (`lower_handler.ts`). Invariant: before a restart nothing visible has happened: `dirty` is
 * false. A handler that breaks it is outlined as a whole. Restarting after an inline allocation only wastes the object.
 */

import type { Effects, Expr, Fn, Stmt } from "../machine/tree.ts";
import type { FunctionBuilder } from "../wasm/encoder.ts";
import type { Spilled } from "./lower.ts";
import { HandlerLowering } from "./lower_handler.ts";
import type { Bytecode, Machine } from "./machine.ts";
import { movesStack } from "./machine.ts";
import { eachStatement } from "./walk.ts";

type Statement<K extends Stmt["k"]> = Extract<Stmt, { k: K }>;

/** Handlers with more code than this are outlined. */
const MAX_INLINE_BYTES = 3000;

class NeedsOutlining extends Error {}

/** Registers and labels of the dispatch function. */
export interface DispatchState {
  pc: number;
  fp: number;
  sp: number;
  /** Local that holds the code object when control goes to `enterLabel`. */
  code: number;
  /** The dispatch loop. */
  nextLabel: number;
  /** Poll and heat of a function entry. */
  enterLabel: number;
}

export class DispatchLowering extends HandlerLowering {
  private dirty = false;
  private armsDirty = false;
  private readonly dirtyLabels = new Set<number>();
  private returnDirty = false;
  private full: () => number = () => 0;
  private readonly all: [number, number][] = [];

  constructor(machine: Machine, f: FunctionBuilder, private readonly state: DispatchState) {
    super(machine, f, false, state);
  }

  override acquire(valueType: number): number {
    const local = super.acquire(valueType);
    if (!this.all.some((a) => a[1] === local)) this.all.push([valueType, local]);
    return local;
  }

  /** Lowers a handler inline; false (and no code) when it has to be outlined. `full` gives its complete function. */
  tryBody(b: Bytecode, full: () => number): boolean {
    const { f } = this;
    const position = f.position, depth = f.depth;
    this.full = full;
    this.dirty = b.inputs > 0 && movesStack(b.fn);
    this.dirtyLabels.clear();
    this.returnDirty = false;
    this.armsDirty = false;
    try {
      this.body(b);
      if (f.position - position <= MAX_INLINE_BYTES) return true;
    } catch (error) {
      if (!(error instanceof NeedsOutlining)) throw error;
    }
    f.reset(position, depth);
    this.resetPool(this.all);
    return false;
  }

  /** Executes the handler from its start in its own function. */
  private restart(): void {
    if (this.dirty) throw new NeedsOutlining();
    const { f } = this;
    this.pushEntry();
    f.returnCall(this.full());
  }

  // ── What needs a call ──────────────────────────────────────────────────────────────────────────────────────────────

  protected override callExpression(fn: Fn, args: readonly Expr[]): void {
    if (this.isInlinable(fn)) this.inline(fn, args);
    else this.restart();
  }

  protected override callStatement(s: Statement<"call">): boolean {
    if (!this.isInlinable(s.fn) || (s.attempt && s.fn.effects.raises)) {
      this.restart();
      return true;
    }
    this.inline(s.fn, s.args);
    this.results(s.fn.results, { results: s.results, attempt: true }, s.fn.effects, false);
    return false;
  }

  protected override callSlot(_s: Statement<"callSlot">): boolean {
    this.restart();
    return true;
  }

  protected override allocateSlow(_s: Statement<"alloc">, _pushLength: () => void): void {
    this.restart();
  }

  protected override allocate(s: Statement<"alloc">): boolean {
    if (s.layout.stable || s.layout.finalizer) {
      this.restart();
      return true;
    }
    return super.allocate(s);
  }

  protected override store(s: Statement<"store">): boolean {
    const { f } = this;
    if (this.needsBarrier(s)) {
      const test = (object: number) => {
        this.pushUnremembered(object);
        f.if();
        this.restart();
        f.end();
      };
      if (s.base.k === "get") {
        test(this.scope.locals[s.base.local]);
      } else {
        this.withTemp(0x7f, (object) => {
          this.expr(s.base);
          f.localSet(object);
          test(object);
        });
      }
    }
    if (!s.fresh) this.dirty = true;
    const offset = this.address(s);
    this.expr(s.value);
    this.storeInstruction(s.storage, s.base.type === "ref", offset);
    return false;
  }

  protected override barrier(object: number): void {
    const { f } = this;
    this.pushUnremembered(object);
    f.if();
    this.restart();
    f.end();
  }

  protected override beforeCall(_effects: Effects, _roots: readonly number[]): Spilled {
    throw new Error("A call in the dispatch function");
  }

  protected override propagate(): void {
    this.raise(this.routines.unwind);
  }

  // ── What a restart must not repeat ─────────────────────────────────────────────────────────────────────────────────

  protected override statement(s: Stmt): boolean {
    if (s.k === "vm" && s.what === "outOfLine") {
      this.restart();
      return true;
    }
    if (s.k === "memory" || (s.k === "vm" && s.what !== "jump" && s.what !== "jumpTo")) this.dirty = true;
    return super.statement(s);
  }

  protected override leaveTo(label: number): void {
    if (this.dirty) this.dirtyLabels.add(this.scope.labels.get(label)!.breakTo);
  }

  protected override arm(body: readonly Stmt[]): boolean {
    const before = this.dirty;
    const ended = super.arm(body);
    if (!ended && this.dirty) this.armsDirty = true;
    this.dirty = before;
    return ended;
  }

  private joining(lower: () => boolean): boolean {
    const outer = this.armsDirty;
    this.armsDirty = false;
    const ended = lower();
    this.dirty ||= this.armsDirty;
    this.armsDirty = outer;
    return ended;
  }

  protected override ifStatement(s: Statement<"if">): boolean {
    return this.joining(() => super.ifStatement(s));
  }

  protected override switchStatement(s: Statement<"switch">): boolean {
    return this.joining(() => super.switchStatement(s));
  }

  protected override block(s: Statement<"block">): boolean {
    const label = this.f.depth + 1;
    this.dirtyLabels.delete(label);
    const ended = super.block(s);
    if (this.dirtyLabels.delete(label)) this.dirty = true;
    return ended;
  }

  protected override loop(s: Statement<"loop">): boolean {
    eachStatement(s.body, (x) => {
      if (x.k === "memory" || x.k === "vm" || x.k === "call" || (x.k === "store" && !x.fresh)) this.dirty = true;
    });
    return super.loop(s);
  }

  protected override inline(fn: Fn, args: readonly Expr[]): boolean {
    const outer = this.returnDirty;
    this.returnDirty = false;
    const returns = super.inline(fn, args);
    this.dirty ||= this.returnDirty;
    this.returnDirty = outer;
    return returns;
  }

  protected override returnStatement(values: readonly Expr[]): void {
    if (this.scope.depth > 0 && this.dirty) this.returnDirty = true;
    super.returnStatement(values);
  }

  // ── How a handler goes on ──────────────────────────────────────────────────────────────────────────────────────────

  protected override goOn(bytes: number): void {
    this.pushTarget();
    this.f.localSet(this.pc);
    this.moveSp(bytes);
    this.f.br(this.state.nextLabel);
  }

  override goOnAt(_code: () => void): void {
    this.f.br(this.state.nextLabel);
  }

  override enter(code: () => void, _replaced: (() => void) | null): void {
    code();
    this.f.localSet(this.state.code);
    this.f.br(this.state.enterLabel);
  }

  protected override leave(result: Expr): void {
    this.leaveInline(result);
    this.f.br(this.state.nextLabel);
  }

  /** A case that only runs the handler's own function. */
  outlined(functionIndex: number): void {
    this.pushEntry();
    this.f.returnCall(functionIndex);
  }
}
