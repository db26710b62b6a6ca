/**
 * What a bytecode does to the operand stack and to the flow of control, found by walking its tree.
 *
 * An abstract interpretation whose state is the height relative to the height before the instruction, and where the handler
 * goes on. What depends on immediates or on run-time values is unknown.
 */

import { type Continuation, type Expr, type Fn, FREEZE, type Handler, type Stmt } from "../machine/tree.ts";
import { bodiesOf, eachExpression, eachExpressionDeep, eachOperand, eachStatement } from "./walk.ts";

/** Where a bytecode goes on: with the next one, nowhere in this code, or where an immediate says (its number). */
export type Destination = "next" | "leaves" | "unknown" | number;

/** One way a bytecode can end. */
export interface Outcome {
  /** Change of the operand stack's height; null: unknown. */
  readonly delta: number | null;
  readonly goesTo: Destination;
}

export interface StackEffect {
  readonly outcomes: Outcome[];
  /** Operands that must be there; null: unknown. */
  readonly needs: number | null;
  /** Operands that are taken away at most; null: unknown. */
  readonly pops: number | null;
  /** Operands that may be gone when an error is raised; null: unknown. */
  readonly risks: number | null;
  /** Whether it keeps its frame or a frozen copy, to be gone on with behind the instruction. */
  readonly suspends: boolean;
}

type State = Outcome;

const MAX_STATES = 16;

/** Effect of `handler`. */
export function stackEffect(handler: Handler, continuations: readonly Continuation[]): StackEffect {
  const walker = new Walker(handler, continuations);
  const outcomes = walker.body(handler.fn, [{ delta: -handler.inputs, goesTo: "next" }], handler.outputs);
  return { outcomes, needs: walker.needs, pops: walker.pops, risks: walker.risks, suspends: walker.suspends };
}

function distinct(states: State[]): State[] {
  const found = new Map(states.map((s) => [`${s.delta}:${s.goesTo}`, s]));
  if (found.size > MAX_STATES) return [{ delta: null, goesTo: "unknown" }];
  return [...found.values()];
}

class Walker {
  needs: number | null;
  pops: number | null;
  risks: number | null = 0;
  suspends = false;
  private ends: State[] = [];
  private readonly breaks = new Map<number, State[]>();
  /** Locals that hold a constant, or the value of an immediate. */
  private known = new Map<number, Expr>();
  private assignedOnce = new Set<number>();

  constructor(private readonly handler: Handler, private readonly continuations: readonly Continuation[]) {
    this.needs = this.pops = handler.inputs;
  }

  /** All outcomes of a body started in `states`. */
  body(fn: Fn, states: State[], outputs: number): State[] {
    const outer = { known: this.known, once: this.assignedOnce, ends: this.ends };
    this.known = new Map();
    this.assignedOnce = localsAssignedOnce(fn);
    this.ends = [];
    const fallen = this.list(fn.body, states);
    const ends = [...this.ends, ...fallen.map((s) => add(s, outputs))];
    this.known = outer.known;
    this.assignedOnce = outer.once;
    this.ends = outer.ends;
    return distinct(ends);
  }

  private list(body: readonly Stmt[], states: State[]): State[] {
    for (const s of body) {
      if (states.length === 0) return states;
      this.peeks(s, states);
      if (mayRaise(s)) { for (const state of states) this.risk(state); }
      states = distinct(this.statement(s, states));
    }
    return states;
  }

  private statement(s: Stmt, states: State[]): State[] {
    switch (s.k) {
      case "set": {
        if (this.assignedOnce.has(s.local)) this.known.set(s.local, this.resolve(s.value));
        return states;
      }
      case "if": {
        const test = this.evaluate(s.test);
        if (test !== null) return this.list(Number(test) !== 0 ? s.then : s.else, states);
        return [...this.list(s.then, states), ...this.list(s.else, states)];
      }
      case "switch": {
        const value = this.evaluate(s.value);
        if (value !== null) return this.list(s.cases.find((c) => c.values.includes(Number(value)))?.body ?? s.default, states);
        return bodiesOf(s).flatMap((b) => this.list(b, states));
      }
      case "block": {
        this.breaks.set(s.label, []);
        const fallen = this.list(s.body, states);
        return [...fallen, ...this.breaks.get(s.label)!];
      }
      case "loop": {
        this.breaks.set(s.label, []);
        if (movesStackOrJumps(s.body)) states = [{ delta: null, goesTo: "unknown" }];
        this.list(s.body, states);
        return this.breaks.get(s.label)!;
      }
      case "break":
        this.breaks.get(s.label)!.push(...states);
        return [];
      case "continue":
      case "throw":
      case "rethrow":
      case "trap":
        return [];
      case "return":
        this.ends.push(...states.map((st) => add(st, s.values.length)));
        return [];
      case "call": {
        const isTail = s.fn.name === FREEZE ? this.evaluate(s.args[0]) : null;
        if (s.fn.name === FREEZE && (isTail === null || Number(isTail) === 0)) this.suspends = true;
        return states;
      }
      case "vm":
        if (s.what === "saveFrame") this.suspends = true;
        return states.map((st) => this.vm(s, st));
      case "transfer":
        for (const st of states) this.transfer(s, st);
        return [];
      default:
        return states;
    }
  }

  /** `operands` must be there. */
  require(state: State, operands: number | bigint | null): void {
    if (state.delta === null || operands === null || this.needs === null) this.needs = null;
    else this.needs = Math.max(this.needs, Number(operands) - state.delta);
  }

  /** An error may be raised in this state. */
  private risk(state: State): void {
    if (state.delta === null || this.risks === null) this.risks = null;
    else this.risks = Math.max(this.risks, -state.delta);
  }

  /** What a statement reads of the operand stack. */
  private peeks(s: Stmt, states: State[]): void {
    const deep = (e: Expr): void => {
      if (e.k === "vm" && e.what === "peek") {
        const depth = this.evaluate(e.args[0]);
        for (const state of states) this.require(state, depth === null ? null : Number(depth) + 1);
      }
      eachOperand(e, deep);
    };
    eachExpression(s, deep);
  }

  private popped(state: State, count: number | bigint | null): State {
    this.require(state, count);
    if (state.delta === null || count === null) {
      this.pops = null;
      return { ...state, delta: null };
    }
    if (this.pops !== null) this.pops = Math.max(this.pops, Number(count) - state.delta);
    return add(state, -Number(count));
  }

  private vm(s: Extract<Stmt, { k: "vm" }>, state: State): State {
    switch (s.what) {
      case "push":
        return add(state, 1);
      case "drop":
        return this.popped(state, this.evaluate(s.args[0]));
      case "poke": {
        const depth = this.evaluate(s.args[0]);
        this.require(state, depth === null ? null : Number(depth) + 1);
        return state;
      }
      case "cutStack":
        return { ...state, delta: null };
      case "jump": {
        const offset = this.resolve(s.args[0]);
        return { ...state, goesTo: offset.k === "vm" && offset.what === "imm" ? offset.index : "unknown" };
      }
      case "jumpTo":
        return { ...state, goesTo: "unknown" };
      default:
        return state;
    }
  }

  private transfer(s: Extract<Stmt, { k: "transfer" }>, state: State): void {
    if (s.what !== "call" && s.what !== "resumeFrame") {
      if (s.what === "tailCall") this.popped(state, this.evaluate(s.args[2]));
      this.ends.push({ delta: state.delta, goesTo: "leaves" });
      return;
    }
    const counts = s.what === "call" ? [this.evaluate(s.args[2]), this.evaluate(s.args[3])] : [this.evaluate(s.args[7])];
    const after = this.popped(state, counts.includes(null) ? null : counts.reduce<number>((sum, c) => sum + Number(c), 0));
    this.risk(after);
    if (s.resume === null) {
      this.ends.push(add(after, 1));
      return;
    }
    const index = s.resume.continuation;
    const continuation = this.continuations.find((c) => c.index === index);
    if (continuation === undefined) throw new Error(`"${this.handler.name}" names the continuation ${index}, which does not exist`);
    this.ends.push(...this.body(continuation.fn, [after], continuation.outputs));
  }

  /** An expression with what is known of its local put in. */
  private resolve(e: Expr): Expr {
    if (e.k === "get") return this.known.get(e.local) ?? e;
    if (e.k === "vm" && e.what === "imm") return e;
    const value = this.evaluate(e);
    return value === null ? e : { k: "const", type: e.type, value };
  }

  /** Value of an expression of constants; null: unknown. */
  evaluate(e: Expr): number | bigint | null {
    switch (e.k) {
      case "const":
        return e.value;
      case "get": {
        const known = this.known.get(e.local);
        return known?.k === "const" ? known.value : null;
      }
      case "op": {
        const args = e.args.map((a) => this.evaluate(a));
        return args.includes(null) || e.op.traps ? null : e.op.evaluate(...args);
      }
      case "cond": {
        const test = this.evaluate(e.test);
        return test === null ? null : this.evaluate(Number(test) !== 0 ? e.then : e.else);
      }
      default:
        return null;
    }
  }
}

function add(s: State, operands: number): State {
  return s.delta === null ? s : { ...s, delta: s.delta + operands };
}

function mayRaise(s: Stmt): boolean {
  switch (s.k) {
    case "call":
      return s.fn.effects.raises && !s.attempt;
    case "callSlot":
      return s.signature.effects.raises && !s.attempt;
    case "alloc":
    case "throw":
    case "rethrow":
      return true;
    default:
      return false;
  }
}

function movesStackOrJumps(body: readonly Stmt[]): boolean {
  let found = false;
  eachStatement(body, (s) => found ||= s.k === "vm" && ["push", "drop", "cutStack", "jump", "jumpTo"].includes(s.what));
  return found;
}

function localsAssignedOnce(fn: Fn): Set<number> {
  const counts = new Map<number, number>();
  eachStatement(fn.body, (s) => {
    if (s.k === "set") counts.set(s.local, (counts.get(s.local) ?? 0) + 1);
  });
  return new Set([...counts].filter(([local, n]) => n === 1 && local >= fn.params).map(([local]) => local));
}

/** Numbers of the immediates that a handler uses as the number of a local. */
export function localImmediates(handler: Handler): Set<number> {
  const found = new Set<number>();
  const isImmediate = (e: Expr | undefined) => e !== undefined && e.k === "vm" && e.what === "imm";
  const note = (e: Expr) => {
    if (isImmediate(e)) found.add((e as { index: number }).index);
  };
  eachExpressionDeep(handler.fn.body, (e) => {
    if (e.k === "vm" && e.what === "local") note(e.args[0]);
  });
  eachStatement(handler.fn.body, (s) => {
    if (s.k === "vm" && s.what === "setLocal") note(s.args[0]);
  });
  return found;
}
