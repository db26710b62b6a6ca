/**
 * What a bytecode does to the operand stack and to the flow of control, found by walking its tree with known immediates.
 *
 * An abstract interpretation whose state is the height relative to the height before the instruction, and where the handler
 * goes on. What depends on run-time values is `null` (unknown).
 */

import type { Continuation, Expr, Fn, Handler, Stmt, VmRead } from "../machine/tree.ts";
import { bodiesOf, eachExpressionDeep, eachStatement } from "./walk.ts";

/** One way a bytecode can end. */
export interface Outcome {
  /** Change of the operand stack's height; null: unknown. */
  readonly delta: number | null;
  /** Offset from the next instruction where it goes on: 0 for the next one; null: unknown; "leaves": nowhere in this code. */
  readonly goesTo: number | null | "leaves";
}

export interface StackEffect {
  readonly outcomes: Outcome[];
  /** Operands that must be there. */
  readonly needs: number;
}

type State = Outcome;

const MAX_STATES = 16;

/** Effect of `handler` with the immediates given. */
export function stackEffect(
  handler: Handler,
  immediates: readonly (number | bigint)[],
  continuations: readonly Continuation[],
): StackEffect {
  const walker = new Walker(handler, immediates, continuations);
  const outcomes = walker.body(handler.fn, [{ delta: -handler.inputs, goesTo: 0 }], handler.outputs);
  return { outcomes, needs: Math.max(walker.needs, handler.inputs) };
}

function distinct(states: State[]): State[] {
  const found = new Map(states.map((s) => [`${s.delta}:${s.goesTo}`, s]));
  if (found.size > MAX_STATES) return [{ delta: null, goesTo: null }];
  return [...found.values()];
}

class Walker {
  needs = 0;
  private ends: State[] = [];
  private readonly breaks = new Map<number, State[]>();
  private known = new Map<number, number | bigint>();
  private assignedOnce = new Set<number>();

  constructor(
    private readonly handler: Handler,
    private readonly immediates: readonly (number | bigint)[],
    private readonly continuations: readonly Continuation[],
  ) {}

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
      states = distinct(this.statement(s, states));
    }
    return states;
  }

  private statement(s: Stmt, states: State[]): State[] {
    switch (s.k) {
      case "set": {
        const value = this.assignedOnce.has(s.local) ? this.evaluate(s.value) : null;
        if (value !== null) this.known.set(s.local, value);
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
        if (movesStackOrJumps(s.body)) states = [{ delta: null, goesTo: null }];
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
      case "vm":
        return states.map((st) => this.vm(s, st));
      case "transfer":
        for (const st of states) this.transfer(s, st);
        return [];
      default:
        return states;
    }
  }

  private require(state: State, operands: number): void {
    if (state.delta !== null) this.needs = Math.max(this.needs, operands - state.delta);
  }

  private vm(s: Extract<Stmt, { k: "vm" }>, state: State): State {
    switch (s.what) {
      case "push":
        return add(state, 1);
      case "drop": {
        const count = this.evaluate(s.args[0]);
        if (count === null) return { ...state, delta: null };
        this.require(state, Number(count));
        return add(state, -Number(count));
      }
      case "cutStack":
        return { ...state, delta: null };
      case "jump": {
        const offset = this.evaluate(s.args[0]);
        return { ...state, goesTo: offset === null ? null : Number(offset) };
      }
      case "jumpTo":
        return { ...state, goesTo: null };
      default:
        return state;
    }
  }

  private transfer(s: Extract<Stmt, { k: "transfer" }>, state: State): void {
    if (s.what !== "call" && s.what !== "resumeFrame") {
      this.ends.push({ delta: state.delta, goesTo: "leaves" });
      return;
    }
    const counts = s.what === "call" ? [this.evaluate(s.args[2]), this.evaluate(s.args[3])] : [this.evaluate(s.args[7])];
    let after: State = { ...state, delta: null };
    if (!counts.includes(null)) {
      const popped = counts.reduce<number>((sum, c) => sum + Number(c), 0);
      this.require(state, popped);
      after = add(state, -popped);
    }
    if (s.resume === null) {
      this.ends.push(add(after, 1));
      return;
    }
    const index = s.resume.continuation;
    const continuation = this.continuations.find((c) => c.index === index);
    if (continuation === undefined) throw new Error(`"${this.handler.name}" names the continuation ${index}, which does not exist`);
    this.ends.push(...this.body(continuation.fn, [after], continuation.outputs));
  }

  /** Value of an expression of constants and immediates; null: unknown. */
  evaluate(e: Expr): number | bigint | null {
    switch (e.k) {
      case "const":
        return e.value;
      case "get":
        return this.known.get(e.local) ?? null;
      case "vm":
        return e.what === "imm" ? this.immediates[e.index] ?? null : null;
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
  const isImmediate = (e: Expr | undefined) => e !== undefined && e.k === "vm" && e.what === ("imm" satisfies VmRead);
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
