/**
 * Lowers expressions of function trees to wasm: the value of an expression ends up on the wasm stack.
 *
 * Small functions without effects are inlined here, so that the dispatch function of the interpreter stays free of calls.
 * When `recording`, every branch, switch value and promoted value is appended to the log (docs/interpreter.md, Recording).
 */

import { CONTROL } from "../machine/memory_map.ts";
import type { Expr, Fn, Stmt, Storage, Type } from "../machine/tree.ts";
import type { FunctionBuilder } from "../wasm/encoder.ts";
import { ACCESS, EMPTY, I32, OP, WASM_TYPE } from "../wasm/opcodes.ts";
import { SPECIAL_OPERATIONS } from "./special_operations.ts";
import { functionType, type Target } from "./target.ts";
import { assignedLocals, bodiesOf, eachExpressionDeep, hasLogSite } from "./walk.ts";

/** The function whose body is being lowered: the outermost one or one inlined into it. */
export interface Scope {
  readonly fn: Fn;
  /** Wasm local of each local of the function. */
  readonly locals: number[];
  readonly labels: Map<number, { breakTo: number; continueTo: number }>;
  /** Wasm label that `return` branches to with the results; -1: out of the wasm function. */
  readonly returnTo: number;
  /** How many functions it is inlined into. */
  readonly depth: number;
}

/** Bodies up to this many nodes are inlined. */
const INLINE_NODES = 60;
const INLINE_DEPTH = 5;
const RAW_ALIGN = 0;

const sizes = new WeakMap<Fn, number>();

/** Number of nodes of a body; infinite when it has loops or leaves the function by other means than `return`. */
export function bodySize(fn: Fn): number {
  let size = sizes.get(fn);
  if (size === undefined) {
    size = 0;
    const count = (list: readonly Stmt[]): void => {
      for (const s of list) {
        size! += s.k === "loop" || s.k === "transfer" || s.k === "vm" ? Infinity : 1;
        for (const body of bodiesOf(s)) count(body);
      }
    };
    count(fn.body);
    eachExpressionDeep(fn.body, (e) => size! += e.k === "vm" ? Infinity : 1);
    sizes.set(fn, size);
  }
  return size;
}

/** True when the word is certainly no heap reference, so that no write barrier is due. */
export function isNeverReference(e: Expr): boolean {
  if (e.k === "const") return true;
  if (e.k === "cond") return isNeverReference(e.then) && isNeverReference(e.else);
  if (e.k !== "op") return false;
  if (e.op.name === "value.select" || e.op.name === "ref.select") return isNeverReference(e.args[1]) && isNeverReference(e.args[2]);
  return ["int.box", "float.box", "special.box", "char.box"].includes(e.op.name);
}

const BOOLEAN_OPERATION = /\.(eqz?|ne|[lg][te](_[su])?|is|is_nil|fits|\w+_overflows)$/;

export abstract class ExpressionLowering {
  protected scope!: Scope;
  private readonly free = new Map<number, number[]>();

  constructor(readonly target: Target, readonly f: FunctionBuilder, readonly recording: boolean) {}

  // ── Wasm locals ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** A wasm local that nobody uses now. */
  acquire(valueType: number): number {
    return this.free.get(valueType)?.pop() ?? this.f.local(valueType);
  }

  release(valueType: number, local: number): void {
    const list = this.free.get(valueType);
    if (list === undefined) this.free.set(valueType, [local]);
    else list.push(local);
  }

  /** Makes exactly these locals (value type, index) free. */
  protected resetPool(locals: readonly [number, number][]): void {
    this.free.clear();
    for (const [type, local] of locals) this.release(type, local);
  }

  /** Runs `body` with a temporary local. */
  protected withTemp<T>(valueType: number, body: (local: number) => T): T {
    const local = this.acquire(valueType);
    const result = body(local);
    this.release(valueType, local);
    return result;
  }

  // ── Control block and log ──────────────────────────────────────────────────────────────────────────────────────────

  loadControl(address: number): void {
    this.f.i32Const(0);
    this.f.i32Load(address);
  }

  /** Stores what `value` pushes in a word of the control block. */
  storeControl(address: number, value: () => void): void {
    this.f.i32Const(0);
    value();
    this.f.i32Store(address);
  }

  /** Appends what `push` pushes to the log, as `sizeBytes` bytes. */
  log(sizeBytes: 1 | 4 | 8, push: () => void): void {
    const { f } = this;
    this.withTemp(I32, (at) => {
      this.loadControl(CONTROL.logNext);
      f.localTee(at);
      push();
      if (sizeBytes === 1) f.memory(OP.i32Store8, 0, 0);
      else f.memory(sizeBytes === 4 ? OP.i32Store : OP.i64Store, 0, 0);
      this.storeControl(CONTROL.logNext, () => {
        f.localGet(at);
        f.i32Const(sizeBytes);
        f.op(OP.i32Add);
      });
    });
  }

  // ── Expressions ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The value of `e` goes on the wasm stack. */
  expr(e: Expr): void {
    const { f } = this;
    switch (e.k) {
      case "const":
        return this.constant(e.type, e.value);
      case "static":
        return f.i32Const(this.target.staticAddress(e.unit, e.offset));
      case "get":
        return f.localGet(this.scope.locals[e.local]);
      case "op":
        return this.operation(e);
      case "load": {
        const offset = this.address(e);
        const access = ACCESS[e.storage];
        return f.memory(access.load, e.base.type === "ref" ? access.align : RAW_ALIGN, offset);
      }
      case "call":
        return this.callExpression(e.fn, e.args);
      case "cond": {
        if (e.test.k === "const") return this.expr(e.test.value !== 0 ? e.then : e.else);
        this.test(e.test);
        f.if(WASM_TYPE[e.type]);
        this.expr(e.then);
        f.else();
        this.expr(e.else);
        return f.end();
      }
      case "promote":
        this.expr(e.arg);
        if (this.recording) this.logPromoted(e.type);
        return;
      case "isConstant":
        return f.i32Const(0);
      case "vm":
        return this.vmExpression(e);
    }
  }

  protected constant(type: Type, value: number | bigint): void {
    const { f } = this;
    if (type === "f64") f.f64Const(Number(value));
    else if (type === "i64" || type === "value") f.i64Const(BigInt(value));
    else f.i32Const(Number(value));
  }

  /** What a failed function returns in place of a result of `type`. */
  protected sentinel(type: Type): void {
    this.constant(type, type === "i32" ? -0x80000000 : 0);
  }

  /** The test of a branch, as an i32; logged when recording. */
  test(e: Expr): void {
    this.expr(e);
    if (!this.recording || e.k === "const") return;
    const { f } = this;
    if (!(e.k === "op" && BOOLEAN_OPERATION.test(e.op.name))) {
      f.op(OP.i32Eqz);
      f.op(OP.i32Eqz);
    }
    this.withTemp(I32, (taken) => {
      f.localSet(taken);
      this.log(1, () => f.localGet(taken));
      f.localGet(taken);
    });
  }

  private logPromoted(type: Type): void {
    const { f } = this;
    const valueType = WASM_TYPE[type];
    this.withTemp(valueType, (local) => {
      f.localSet(local);
      this.log(8, () => {
        f.localGet(local);
        if (valueType === I32) f.op(OP.i64ExtendI32U);
        else if (type === "f64") f.op(0xbd);
      });
      f.localGet(local);
    });
  }

  private operation(e: Extract<Expr, { k: "op" }>): void {
    const { f } = this;
    const special = SPECIAL_OPERATIONS.get(e.op.name);
    if (special === undefined) {
      for (const a of e.args) this.expr(a);
      return f.raw(e.op.wasm);
    }
    if (e.op.name.endsWith(".select") && !e.args.some(hasLogSite)) {
      this.expr(e.args[1]);
      this.expr(e.args[2]);
      this.expr(e.args[0]);
      return f.op(OP.select);
    }
    const held: [number, number][] = [];
    const hold = (type: number) => {
      const local = this.acquire(type);
      held.push([type, local]);
      return local;
    };
    const operands = e.args.map((a) => {
      if (a.k === "get") return this.scope.locals[a.local];
      const local = hold(WASM_TYPE[a.type]);
      this.expr(a);
      f.localSet(local);
      return local;
    });
    special(f, operands, (t) => hold(WASM_TYPE[t]));
    for (const [type, local] of held) this.release(type, local);
  }

  /** Pushes the address of a load or store; returns the offset its instruction adds. */
  address(e: { base: Expr; offset: number; index?: Expr; scale: number }, base?: () => void): number {
    const { f } = this;
    if (e.base.k === "const" && e.index === undefined) {
      f.i32Const((Number(e.base.value) + e.offset) | 0);
      return 0;
    }
    if (base !== undefined) base();
    else this.expr(e.base);
    let offset = e.offset;
    if (e.index !== undefined) {
      if (e.index.k === "const" && Number(e.index.value) >= 0) {
        offset += Number(e.index.value) * e.scale;
      } else {
        this.expr(e.index);
        this.scale(e.scale);
        f.op(OP.i32Add);
      }
    }
    if (offset >= 0) return offset;
    f.i32Const(offset);
    f.op(OP.i32Add);
    return 0;
  }

  /** Multiplies the i32 on the stack. */
  scale(by: number): void {
    if (by === 1) return;
    const shift = 31 - Math.clz32(by);
    if (1 << shift === by) {
      this.f.i32Const(shift);
      this.f.op(OP.i32Shl);
    } else {
      this.f.i32Const(by);
      this.f.op(OP.i32Mul);
    }
  }

  protected storeInstruction(storage: Storage, heap: boolean, offset: number): void {
    const access = ACCESS[storage];
    this.f.memory(access.store, heap ? access.align : RAW_ALIGN, offset);
  }

  // ── Calls without effects ──────────────────────────────────────────────────────────────────────────────────────────

  /** Index of the function that a call from here goes to. */
  protected callee(fn: Fn): number {
    return this.recording ? this.target.recordingIndex(fn) : this.target.functionIndex(fn);
  }

  /** True for functions whose body is put in the place of a call. */
  protected isInlinable(fn: Fn): boolean {
    if (this.recording || fn.hostImport !== undefined || fn.inlining === "residual") return false;
    return this.scope.depth < INLINE_DEPTH && bodySize(fn) <= INLINE_NODES;
  }

  protected callExpression(fn: Fn, args: readonly Expr[]): void {
    if (this.isInlinable(fn)) {
      this.inline(fn, args);
      return;
    }
    for (const a of args) this.expr(a);
    this.f.call(this.callee(fn));
  }

  /** Lowers the body of `fn` in place of a call; its results are on the wasm stack afterwards. Returns false when it never returns. */
  protected inline(fn: Fn, args: readonly Expr[]): boolean {
    const { f } = this;
    const assigned = assignedLocals(fn.body);
    const held: [number, number][] = [];
    const fresh: number[] = [];
    const locals: number[] = fn.locals.map((l, i) => {
      const arg = args[i];
      if (i < fn.params && arg.k === "get" && !assigned.has(i)) return this.scope.locals[arg.local];
      const local = this.acquire(WASM_TYPE[l.type]);
      held.push([WASM_TYPE[l.type], local]);
      if (i < fn.params) fresh.push(i);
      return local;
    });
    for (const i of fresh) this.expr(args[i]);
    for (const i of fresh.reverse()) f.localSet(locals[i]);
    const outer = this.scope;
    let ended = false;
    const only = fn.body.length === 1 && fn.body[0].k === "return" ? fn.body[0] : null;
    if (only !== null) {
      this.scope = { fn, locals, labels: new Map(), returnTo: -1, depth: outer.depth + 1 };
      for (const value of only.values) this.expr(value);
    } else {
      const returnTo = fn.results.length === 0
        ? f.block(EMPTY)
        : fn.results.length === 1
        ? f.block(WASM_TYPE[fn.results[0]])
        : f.typedBlock(functionType(this.target.module, [], fn.results));
      this.scope = { fn, locals, labels: new Map(), returnTo, depth: outer.depth + 1 };
      ended = this.statements(fn.body);
      if (fn.results.length > 0 && ended === false) f.op(OP.unreachable);
      f.end();
      ended = false;
    }
    this.scope = outer;
    for (const [type, local] of held) this.release(type, local);
    return !ended;
  }

  /** Lowers statements; true when control does not reach their end. */
  abstract statements(list: readonly Stmt[]): boolean;

  protected vmExpression(e: Extract<Expr, { k: "vm" }>): void {
    throw new Error(`"${e.what}" in function "${this.scope.fn.name}", which is no handler`);
  }
}
