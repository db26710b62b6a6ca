/**
 * Trees to closures: how the evaluator runs expressions and statements of one function.
 *
 * Input: a function of a Program; output: a `CompiledFn`. Order of evaluation is the order of the tree: operands left to
 * right; for an access base, index, value; for a transfer its operands, then the saved values of its continuation. A branch
 * that is not constant passes through the log when there is one (`evaluate_log.ts`).
 */

import { MachineError } from "./errors.ts";
import type { Evaluator } from "./evaluate.ts";
import type { Running } from "./evaluate_frames.ts";
import { isLogSite } from "./evaluate_log.ts";
import { sentinelOf, type Word, zeroOf } from "./evaluate_memory.ts";
import { CONTROL, FRAME } from "./memory_map.ts";
import { visitBody } from "./print.ts";
import { changesStack, type Effects, type Expr, type Fn, type Signature, type Spill, type Stmt } from "./tree.ts";

/** One execution of a function; `vm` is the interpreter's state in a handler, null elsewhere. */
export interface Activation {
  locals: Word[];
  results: Word[];
  vm: Running | null;
}

type Expression = (a: Activation) => any;
/** Runs and says how it ended: one of the codes below. */
type Statement = (a: Activation) => number;

/** How a statement ended. Breaks and continues of label L are `BREAK + 2 L` and `CONTINUE + 2 L`. */
export const NEXT = 0, RETURNED = 1, RAISED = 2, TRANSFERRED = 3;
const BREAK = 4, CONTINUE = 5;

export interface CompiledFn {
  fn: Fn;
  /** Initial locals: zero of each type. */
  blank: Word[];
  /** The body changes the height of the operand stack, so its inputs are popped before it runs. */
  movesStack: boolean;
  /** Results of a function that raised: its sentinel. */
  sentinel: Word[];
  body: Statement;
}

const MOVES_STACK = new WeakMap<Fn, boolean>();

/** Whether a body pushes, drops or cuts operands; found once for all evaluators. */
function movesStack(fn: Fn): boolean {
  let moves = MOVES_STACK.get(fn);
  if (moves === undefined) {
    moves = false;
    visitBody(fn.body, (s) => {
      if (s.k === "vm" && (s.what === "push" || s.what === "drop" || s.what === "cutStack")) moves = true;
    });
    MOVES_STACK.set(fn, moves);
  }
  return moves;
}

/** Compiles `fn` for `ev`. */
export function compileFn(ev: Evaluator, fn: Fn): CompiledFn {
  const compiled: CompiledFn = {
    fn,
    blank: fn.locals.map((l) => zeroOf(l.type)),
    movesStack: movesStack(fn),
    sentinel: fn.results.map((t, i) => (i === 0 ? sentinelOf(t) : zeroOf(t))),
    body: () => NEXT,
  };
  compiled.body = new TreeCompiler(ev, fn).block(fn.body);
  return compiled;
}

class TreeCompiler {
  constructor(readonly ev: Evaluator, readonly fn: Fn) {}

  #fail(reason: "trap" | "divide" | "unsupported" | "shape", detail: string): never {
    throw new MachineError(reason, detail, `${this.fn.unit}/${this.fn.name}`);
  }

  // ── Expressions ──────────────────────────────────────────────────────────────────────────────────────────────────

  expr(e: Expr): Expression {
    const ev = this.ev;
    switch (e.k) {
      case "const": {
        const value = e.value;
        return () => value;
      }
      case "static": {
        const address = ev.staticBase(e.unit) + e.offset;
        return () => address;
      }
      case "get": {
        const local = e.local;
        return (a) => a.locals[local];
      }
      case "op":
        return this.#operation(e);
      case "load": {
        const load = ev.cells.loader(e.storage);
        const address = this.#address(e);
        return (a) => load(address(a));
      }
      case "call": {
        const call = this.#call(e.fn, e.args);
        return (a) => call(a)[0];
      }
      case "cond": {
        const test = this.#test(e.test), then = this.expr(e.then), otherwise = this.expr(e.else);
        return (a) => (test(a) ? then(a) : otherwise(a));
      }
      case "promote": {
        const arg = this.expr(e.arg), type = e.type;
        return (a) => {
          const word = arg(a);
          return ev.log === null ? word : ev.log.promote(type, word);
        };
      }
      case "isConstant":
        return () => 0;
      case "vm":
        return this.#vmRead(e);
    }
  }

  #operation(e: Extract<Expr, { k: "op" }>): Expression {
    if (e.op.name === "memory.size") return () => this.ev.cells.pages;
    const f: (...words: any[]) => any = e.op.name === "memory.grow" ? (pages: number) => this.ev.cells.grow(pages) : e.op.evaluate;
    const args = e.args.map((x) => this.expr(x));
    const [x, y, z] = args;
    if (e.op.traps) {
      const signedDivision = e.op.name.endsWith(".div_s");
      const least = e.op.result === "i64" ? -(1n << 63n) : -0x80000000;
      return (a) => {
        const p = x(a), q = y(a);
        if (q == 0) this.#fail("divide", `${e.op.name} of ${p} by zero`);
        if (signedDivision && q == -1 && p === least) this.#fail("divide", `${e.op.name} overflows`);
        return f(p, q);
      };
    }
    switch (args.length) {
      case 1:
        return (a) => f(x(a));
      case 2:
        return (a) => f(x(a), y(a));
      case 3:
        return (a) => f(x(a), y(a), z(a));
      default:
        return (a) => f(...args.map((g) => g(a)));
    }
  }

  /** A branch's test; passes through the log unless constant. */
  #test(test: Expr): (a: Activation) => boolean {
    const ev = this.ev;
    if (!isLogSite(test)) {
      const taken = (test as { value: number }).value !== 0;
      return () => taken;
    }
    const value = this.expr(test);
    return (a) => {
      const taken = value(a) !== 0;
      return ev.log === null ? taken : ev.log.branch(taken);
    };
  }

  /** Effective address of a load or store. */
  #address(e: { base: Expr; offset: number; index?: Expr; scale: number }): Expression {
    const base = this.expr(e.base), { offset, scale } = e;
    const strict = this.ev.strict && e.base.k !== "const" && isReference(e.base);
    const checked: Expression = !strict ? base : (a) => {
      const b = base(a);
      if (b === 0) this.#fail("trap", `access through nil at offset ${offset}`);
      return b;
    };
    if (e.index === undefined) return (a) => checked(a) + offset;
    const index = this.expr(e.index);
    return (a) => checked(a) + offset + Math.imul(index(a), scale);
  }

  #vmRead(e: Extract<Expr, { k: "vm" }>): Expression {
    const { cells, frames } = this.ev;
    const args = e.args.map((x) => this.expr(x));
    switch (e.what) {
      case "imm":
        return (a) => frames.immediate(a.vm!, e.index);
      case "local":
        return (a) => cells.value(a.vm!.fp + FRAME.sizeBytes + 8 * args[0](a));
      case "peek":
        return (a) => cells.value(a.vm!.sp - 8 * (args[0](a) + 1));
      case "code":
        return (a) => cells.ref(a.vm!.fp + FRAME.code);
      case "func":
        return (a) => cells.value(a.vm!.fp + FRAME.func);
      case "extra":
        return (a) => cells.value(a.vm!.fp + FRAME.extra);
      case "pc":
        return (a) => a.vm!.pc;
      case "nextPc":
        return (a) => a.vm!.nextPc;
      case "depth":
        return (a) => frames.depth(a.vm!);
      case "frameSlots":
        return (a) => (a.vm!.sp - a.vm!.fp - FRAME.sizeBytes) >> 3;
    }
  }

  // ── Calls ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The bare call: results, or the sentinel with an error pending. */
  #call(fn: Fn, args: Expr[]): (a: Activation) => Word[] {
    const ev = this.ev;
    const values = args.map((x) => this.expr(x));
    const recorded = fn.inlining === "inline" && fn.hostImport === undefined;
    if (recorded) return (a) => ev.invoke(fn, values.map((v) => v(a)));
    return (a) => {
      const words = values.map((v) => v(a));
      const log = ev.log;
      ev.log = null;
      const results = ev.invoke(fn, words);
      ev.log = log;
      return results;
    };
  }

  /** Whether the results of a call say that it raised: the sentinel first, then the pending word. */
  #raised(results: readonly string[], effects: Effects): (r: Word[]) => boolean {
    const { cells } = this.ev;
    if (!effects.raises) return () => false;
    const type = results[0];
    const pending = () => cells.value(CONTROL.pendingError) !== 0n;
    if (type === undefined || type === "f64" || type === "i64") return pending;
    const sentinel = sentinelOf(type as "i32");
    return (r) => r[0] === sentinel && pending();
  }

  /** Surrounds an effectful call with what handlers and collectors need, stores its results, propagates its error. */
  #effectful(
    call: (a: Activation) => Word[],
    recorded: boolean,
    signature: { results: string[]; effects: Effects },
    s: { results: number[]; attempt: boolean; spill: Spill },
  ): Statement {
    const ev = this.ev;
    const raised = this.#raised(signature.results, signature.effects);
    const roots = signature.effects.collects && ev.collects ? this.#roots(s.spill) : [];
    const { results, attempt } = s;
    const mayRaise = signature.effects.raises;
    return (a) => {
      if (a.vm !== null) ev.frames.publish(a.vm);
      const words = this.#withRoots(a, roots, call);
      results.forEach((local, i) => {
        if (local >= 0) a.locals[local] = words[i];
      });
      if (!mayRaise || attempt) return NEXT;
      let up = raised(words);
      if (ev.log !== null && !recorded) up = ev.log.branch(up);
      return up ? RAISED : NEXT;
    };
  }

  /** Locals to save around a safepoint. */
  #roots(spill: Spill): number[] {
    if (this.ev.spill === "listed") return spill.locals;
    return this.fn.locals.flatMap((l, i) => (l.type === "ref" || l.type === "value" ? [i] : []));
  }

  #withRoots<T>(a: Activation, roots: number[], body: (a: Activation) => T): T {
    if (roots.length === 0) return body(a);
    const { cells } = this.ev;
    const start = cells.i32(CONTROL.shadowSp);
    roots.forEach((local, i) => cells.setValue(start + 8 * i, BigInt(a.locals[local])));
    cells.setI32(CONTROL.shadowSp, start + 8 * roots.length);
    const result = body(a);
    roots.forEach((local, i) => {
      const word = cells.value(start + 8 * i);
      a.locals[local] = this.fn.locals[local].type === "ref" ? Number(word) : word;
    });
    cells.setI32(CONTROL.shadowSp, start);
    return result;
  }

  // ── Statements ───────────────────────────────────────────────────────────────────────────────────────────────────

  block(body: Stmt[]): Statement {
    const statements = body.map((s) => this.stmt(s));
    if (statements.length === 0) return () => NEXT;
    if (statements.length === 1) return statements[0];
    return (a) => {
      for (const s of statements) {
        const end = s(a);
        if (end !== NEXT) return end;
      }
      return NEXT;
    };
  }

  stmt(s: Stmt): Statement {
    const { ev } = this;
    switch (s.k) {
      case "set": {
        const value = this.expr(s.value), local = s.local;
        return (a) => (a.locals[local] = value(a), NEXT);
      }
      case "store":
        return this.#store(s);
      case "call": {
        const recorded = s.fn.inlining === "inline" && s.fn.hostImport === undefined;
        const call = this.#effectful(this.#call(s.fn, s.args), recorded, s.fn, s);
        return changesStack(s) ? this.#unlessAboveFrames(call) : call;
      }
      case "callSlot":
        return this.#callSlot(s);
      case "alloc": {
        const length = s.length === undefined ? null : this.expr(s.length);
        const { result, layout } = s;
        const roots = ev.collects ? this.#roots(s.spill).filter((l) => l !== result) : [];
        return (a) => {
          if (a.vm !== null) ev.frames.publish(a.vm);
          const n = length === null ? 0 : length(a);
          const object = this.#withRoots(a, roots, () => ev.allocate(layout, n));
          a.locals[result] = object;
          if (object !== 0) return NEXT;
          ev.log?.fill();
          return RAISED;
        };
      }
      case "if": {
        const test = this.#test(s.test), then = this.block(s.then), otherwise = this.block(s.else);
        return (a) => (test(a) ? then(a) : otherwise(a));
      }
      case "loop": {
        const body = this.block(s.body), leave = BREAK + 2 * s.label, again = CONTINUE + 2 * s.label;
        return (a) => {
          while (true) {
            const end = body(a);
            if (end === NEXT || end === again) continue;
            return end === leave ? NEXT : end;
          }
        };
      }
      case "block": {
        const body = this.block(s.body), leave = BREAK + 2 * s.label;
        return (a) => {
          const end = body(a);
          return end === leave ? NEXT : end;
        };
      }
      case "break": {
        const end = BREAK + 2 * s.label;
        return () => end;
      }
      case "continue": {
        const end = CONTINUE + 2 * s.label;
        return () => end;
      }
      case "switch": {
        const value = this.expr(s.value), otherwise = this.block(s.default), logged = isLogSite(s.value);
        const cases = new Map(s.cases.flatMap((c) => {
          const body = this.block(c.body);
          return c.values.map((v) => [v, body] as const);
        }));
        return (a) => {
          let n = value(a);
          if (logged && ev.log !== null) n = ev.log.number("switch", n);
          return (cases.get(n) ?? otherwise)(a);
        };
      }
      case "return": {
        const values = s.values.map((v) => this.expr(v));
        return (a) => (a.results = values.map((v) => v(a)), RETURNED);
      }
      case "throw": {
        const value = this.expr(s.value);
        return (a) => (ev.cells.setValue(CONTROL.pendingError, value(a)), RAISED);
      }
      case "rethrow":
        return () => RAISED;
      case "memory": {
        const to = this.expr(s.to), from = this.expr(s.from), size = this.expr(s.size);
        if (s.what === "copy") return (a) => (ev.cells.copy(to(a), from(a), size(a)), NEXT);
        return (a) => (ev.cells.fill(to(a), from(a), size(a)), NEXT);
      }
      case "trap":
        return () => this.#fail("trap", s.message);
      case "vm":
        return this.#vmWrite(s);
      case "transfer":
        return this.#transfer(s);
    }
  }

  #store(s: Extract<Stmt, { k: "store" }>): Statement {
    const { ev } = this;
    const store = ev.cells.storer(s.storage), address = this.#address(s), value = this.expr(s.value);
    const word = s.storage === "value" || s.storage === "ref";
    const barred = ev.collects && word && !s.fresh && isReference(s.base) && !isNeverReference(s.value);
    if (!barred) return (a) => (store(address(a), value(a)), NEXT);
    const base = this.expr(s.base), index = s.index === undefined ? () => 0 : this.expr(s.index);
    return (a) => {
      const object = base(a);
      if (object === 0 && ev.strict) this.#fail("trap", `store through nil at offset ${s.offset}`);
      const at = object + s.offset + Math.imul(index(a), s.scale), word = value(a);
      store(at, word);
      ev.barrier(object);
      return NEXT;
    };
  }

  #callSlot(s: Extract<Stmt, { k: "callSlot" }>): Statement {
    const { ev } = this;
    const slot = this.expr(s.slot), args = s.args.map((x) => this.expr(x));
    const signature: Signature = s.signature;
    const call = (a: Activation): Word[] => {
      let n = slot(a);
      const words = args.map((x) => x(a));
      if (ev.log !== null) n = ev.log.number("slot", n);
      const callee = ev.slotFunction(n);
      const log = ev.log;
      if (callee.inlining !== "inline") ev.log = null;
      const results = ev.invoke(callee, words);
      ev.log = log;
      return results;
    };
    return this.#effectful(call, false, signature, s);
  }

  /** What copies or drops frames: a recording stops where some of them lie below its anchor, and the bytecode is executed again. */
  #unlessAboveFrames(run: Statement): Statement {
    const { ev } = this;
    return (a) => {
      if (ev.log === null || ev.frames.isLowest(ev.cells.i32(CONTROL.anchorFp))) return run(a);
      ev.frames.stopBefore(a.vm!);
      return TRANSFERRED;
    };
  }

  #vmWrite(s: Extract<Stmt, { k: "vm" }>): Statement {
    const { cells, frames } = this.ev;
    const args = s.args.map((x) => this.expr(x));
    const [x, y] = args;
    const of = (f: (vm: Running, a: Activation) => void): Statement => (a) => (f(a.vm!, a), NEXT);
    switch (s.what) {
      case "setLocal":
        return of((vm, a) => cells.setValue(vm.fp + FRAME.sizeBytes + 8 * x(a), y(a)));
      case "poke":
        return of((vm, a) => cells.setValue(vm.sp - 8 * (x(a) + 1), y(a)));
      case "push":
        return of((vm, a) => {
          cells.setValue(vm.sp, x(a));
          vm.sp += 8;
        });
      case "drop":
        return of((vm, a) => vm.sp -= 8 * x(a));
      case "outOfLine":
        return () => NEXT;
      case "setExtra":
        return of((vm, a) => cells.setValue(vm.fp + FRAME.extra, x(a)));
      case "jump":
        return of((vm, a) => vm.target = vm.nextPc + x(a));
      case "jumpTo":
        return of((vm, a) => vm.target = x(a));
      case "cutStack":
        return of((vm, a) => vm.sp = frames.operandBase(vm) + 8 * x(a));
      case "saveFrame":
        return of((vm, a) => frames.saveFrame(vm, x(a), y(a)));
    }
  }

  #transfer(s: Extract<Stmt, { k: "transfer" }>): Statement {
    const { frames } = this.ev;
    const args = s.args.map((x) => this.expr(x));
    const saved = s.resume === null ? [] : s.resume.saved.map((x) => this.expr(x));
    const words = (a: Activation) => args.map((x) => x(a)) as any[];
    const resume = (a: Activation) =>
      s.resume === null ? null : { index: s.resume.continuation, saved: saved.map((x) => x(a)) as bigint[] };
    switch (s.what) {
      case "call":
        return (a) => {
          const [code, func, argc, dropExtra, extra] = words(a);
          return frames.call(a.vm!, code, func, argc, dropExtra, extra ?? 0n, resume(a)) ? TRANSFERRED : RAISED;
        };
      case "tailCall":
        return (a) => {
          const [code, func, argc, extra] = words(a);
          return frames.tailCall(a.vm!, code, func, argc, extra ?? 0n) ? TRANSFERRED : RAISED;
        };
      case "resumeFrame":
        return (a) => {
          const [code, func, extra, object, offset, count, pc, dropExtra, sent] = words(a);
          const frame = { code, func, extra, slots: object + offset, count, pc, dropExtra, sent };
          return frames.resumeFrame(a.vm!, frame, resume(a)) ? TRANSFERRED : RAISED;
        };
      case "unwindInto":
        return (a) => {
          const [code, func, extra, object, offset, count, pc] = words(a);
          const frame = { code, func, extra, slots: object + offset, count, pc, dropExtra: 0, sent: null };
          return frames.resumeFrame(a.vm!, frame, null) ? TRANSFERRED : RAISED;
        };
      case "restart":
        return this.#unlessAboveFrames((a) => {
          const [chain, offset, ...operands] = words(a);
          frames.restart(a.vm!, chain, offset, operands);
          return TRANSFERRED;
        });
      case "leave":
        return (a) => (frames.leave(a.vm!, args[0](a)), TRANSFERRED);
      case "unwindFrame":
        return (a) => (frames.unwindFrame(a.vm!), TRANSFERRED);
      case "raise":
        return () => RAISED;
    }
  }
}

/** True for expressions that are heap references rather than raw addresses. */
function isReference(e: Expr): boolean {
  return e.type === "ref";
}

/** True when the word is certainly no heap reference, so that no write barrier is due. */
function isNeverReference(e: Expr): boolean {
  if (e.k === "const") return true;
  if (e.k === "cond") return isNeverReference(e.then) && isNeverReference(e.else);
  if (e.k !== "op") return false;
  if (e.op.name === "value.select" || e.op.name === "ref.select") return isNeverReference(e.args[1]) && isNeverReference(e.args[2]);
  return ["int.box", "float.box", "special.box", "char.box"].includes(e.op.name);
}
