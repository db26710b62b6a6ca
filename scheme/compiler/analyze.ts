/**
 * Second pass: which local procedures are loops, and what closures capture.
 *
 * Input: simplified core forms; output: an `Analysis`. A `fix` is a loop when all its procedures are only called, and where they are called nothing is
 * left to do but what is left to do after the `fix`: then their bodies are code in the middle of the enclosing procedure, and calls are jumps. A
 * `fix` that is called once from outside moves to that call. The other procedures are closures; those that capture nothing are constants.
 */

import { isInlined } from "./primitives.ts";
import type { Call, Core, Fix, Lambda, Variable } from "../expander/core.ts";

/** What is known of a `fix`. */
export interface FixInfo {
  readonly fix: Fix;
  isLoop: boolean;
  /** The call where the procedures are to be bound, if not where the `fix` stands. */
  movedTo: Call | null;
}

/** A procedure that has code of its own. */
export class Unit {
  /** Captured variables, in the order of the closure. */
  readonly free: Variable[] = [];
  /** Variables that its frames hold. */
  readonly own: Variable[] = [];
  /** Whether something is called while its frames are there. */
  calls = false;

  /** `self`: the variable that holds the running closure. */
  constructor(readonly parent: Unit | null, readonly lambda: Lambda, readonly self: Variable | null) {}
}

export class Analysis {
  readonly fixes = new Map<Fix, FixInfo>();
  /** The `fix` that binds a procedure, for variables that are bound by one. */
  readonly functions = new Map<Variable, { info: FixInfo; lambda: Lambda }>();
  /** Calls to which a `fix` was moved. */
  readonly moved = new Map<Call, FixInfo>();
  readonly units = new Map<Lambda, Unit>();
  /** Variables of procedures that capture nothing. */
  readonly closed = new Map<Variable, Lambda>();

  readonly captured = new Set<Variable>();
  /** Variables in whose frames nothing is called, so that no continuation can keep a copy of them. */
  readonly private = new Set<Variable>();

  /** Whether a variable needs a box, because closures share it, or continuations: they are copies of frames. */
  isBoxed(variable: Variable): boolean {
    return variable.assigned && !this.private.has(variable);
  }
}

/** Analyses the procedure of a whole program. */
export function analyze(program: Lambda): Analysis {
  const analysis = new Analysis();
  findLoops(program, analysis);
  findCaptures(program, analysis);
  return analysis;
}

// ── Loops ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The `fix`es that a place is in tail position of. */
interface Tails {
  info: FixInfo;
  outer: Tails | null;
}

/** What one walk finds out about a `fix`. */
interface Uses {
  /** A use that no jump can replace. */
  escapes: boolean;
  /** Calls from outside of the procedures, and whether one of them is not in tail position. */
  calls: Call[];
  needsMove: boolean;
  /** How many of its procedures are being walked, and in which unit it stands. */
  inside: number;
  unit: Lambda;
}

/** Walks until nothing changes: that one `fix` is no loop can keep others from being one. */
function findLoops(program: Lambda, analysis: Analysis): void {
  while (true) {
    const walk = new LoopWalk(analysis, program);
    walk.walk(program.body, null);
    if (!walk.decide()) return;
  }
}

class LoopWalk {
  readonly #uses = new Map<FixInfo, Uses>();

  constructor(readonly analysis: Analysis, public unit: Lambda) {}

  walk(core: Core, tails: Tails | null): void {
    switch (core.kind) {
      case "constant":
      case "global":
        return;
      case "local":
        return this.#escape(core.variable);
      case "set-local":
      case "set-global":
      case "define-global":
        return this.walk(core.value, null);
      case "if":
        this.walk(core.test, null);
        this.walk(core.then, tails);
        return this.walk(core.otherwise, tails);
      case "or":
        this.walk(core.first, null);
        return this.walk(core.second, tails);
      case "sequence":
        return core.items.forEach((item, i) => this.walk(item, i === core.items.length - 1 ? tails : null));
      case "lambda":
        return this.#closure(core);
      case "case-lambda":
        return core.clauses.forEach((clause) => this.#closure(clause));
      case "let":
        core.values.forEach((value) => this.walk(value, null));
        return this.walk(core.body, tails);
      case "receive":
        this.walk(core.value, null);
        return this.walk(core.body, tails);
      case "record":
        return core.args.forEach((x) => this.walk(x, null));
      case "fix":
        return this.#fix(core, tails);
      case "call":
        return this.#call(core, tails);
      case "letrec":
        throw new Error("letrec behind its pass");
    }
  }

  /** Takes what the walk found; whether something changed. */
  decide(): boolean {
    let changed = false;
    for (const [info, { escapes, calls, needsMove }] of this.#uses) {
      if (!info.isLoop || (!escapes && !needsMove)) continue;
      changed = true;
      if (!escapes && calls.length === 1) {
        info.movedTo = calls[0];
        this.analysis.moved.set(calls[0], info);
      } else {
        info.isLoop = false;
        if (info.movedTo !== null) this.analysis.moved.delete(info.movedTo);
        info.movedTo = null;
      }
    }
    return changed;
  }

  #closure(lambda: Lambda): void {
    const outer = this.unit;
    this.unit = lambda;
    this.walk(lambda.body, null);
    this.unit = outer;
  }

  #fix(fix: Fix, tails: Tails | null): void {
    const { analysis } = this;
    let info = analysis.fixes.get(fix);
    if (info === undefined) {
      info = { fix, isLoop: fix.functions.every(({ lambda }) => !lambda.rest), movedTo: null };
      analysis.fixes.set(fix, info);
      for (const { variable, lambda } of fix.functions) analysis.functions.set(variable, { info, lambda });
    }
    this.#uses.set(info, { escapes: false, calls: [], needsMove: false, inside: 0, unit: this.unit });
    if (info.isLoop && info.movedTo === null) this.#bodies(info, tails);
    this.walk(fix.body, info.isLoop && info.movedTo === null ? { info, outer: tails } : tails);
    if (!info.isLoop) { for (const { lambda } of fix.functions) this.#closure(lambda); }
  }

  #bodies(info: FixInfo, tails: Tails | null): void {
    const uses = this.#uses.get(info)!;
    uses.inside++;
    for (const { lambda } of info.fix.functions) this.walk(lambda.body, { info, outer: tails });
    uses.inside--;
  }

  #call(core: Call, tails: Tails | null): void {
    for (const x of core.args) this.walk(x, null);
    const callee = core.callee;
    const target = callee.kind === "local" ? this.analysis.functions.get(callee.variable) : undefined;
    if (target === undefined) return this.walk(callee, null);
    const { info, lambda } = target;
    const uses = this.#uses.get(info);
    if (uses === undefined || !info.isLoop) return;
    if (lambda.parameters.length !== core.args.length || uses.unit !== this.unit) {
      uses.escapes = true;
    } else if (info.movedTo === core) {
      this.#bodies(info, tails);
    } else if (isTail(info, tails)) {
      if (uses.inside === 0) uses.calls.push(core);
    } else if (uses.inside > 0) {
      uses.escapes = true;
    } else {
      uses.calls.push(core);
      uses.needsMove = true;
    }
  }

  #escape(variable: Variable): void {
    const info = this.analysis.functions.get(variable)?.info;
    const uses = info === undefined ? undefined : this.#uses.get(info);
    if (uses !== undefined) uses.escapes = true;
  }
}

function isTail(info: FixInfo, tails: Tails | null): boolean {
  for (let t = tails; t !== null; t = t.outer) if (t.info === info) return true;
  return false;
}

// ── Captures ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Assumes that all procedures capture nothing, until none turns out to. */
function findCaptures(program: Lambda, analysis: Analysis): void {
  for (const { isLoop, fix } of analysis.fixes.values()) {
    if (!isLoop) { for (const { variable, lambda } of fix.functions) analysis.closed.set(variable, lambda); }
  }
  while (true) {
    analysis.units.clear();
    analysis.captured.clear();
    new CaptureWalk(analysis).procedure(program, null, null);
    const open = [...analysis.closed].filter(([, lambda]) => analysis.units.get(lambda)!.free.length > 0);
    if (open.length === 0) break;
    for (const [variable] of open) analysis.closed.delete(variable);
  }
  for (const { own, calls } of analysis.units.values()) {
    if (!calls) { for (const variable of own) if (!analysis.captured.has(variable)) analysis.private.add(variable); }
  }
}

class CaptureWalk {
  readonly #owners = new Map<Variable, Unit>();

  constructor(readonly analysis: Analysis) {}

  procedure(lambda: Lambda, parent: Unit | null, self: Variable | null): void {
    const unit = new Unit(parent, lambda, self);
    this.analysis.units.set(lambda, unit);
    this.#own(lambda.parameters, unit);
    this.#walk(lambda.body, unit, parent !== null);
  }

  #own(variables: readonly Variable[], unit: Unit): void {
    for (const variable of variables) this.#owners.set(variable, unit);
    unit.own.push(...variables);
  }

  /** `tail`: whether the value is that of the procedure. */
  #walk(core: Core, unit: Unit, tail: boolean): void {
    switch (core.kind) {
      case "constant":
      case "global":
        return;
      case "local":
        return this.#use(core.variable, unit);
      case "set-local":
        this.#use(core.variable, unit);
        return this.#walk(core.value, unit, false);
      case "set-global":
      case "define-global":
        return this.#walk(core.value, unit, false);
      case "if":
        this.#walk(core.test, unit, false);
        this.#walk(core.then, unit, tail);
        return this.#walk(core.otherwise, unit, tail);
      case "or":
        this.#walk(core.first, unit, false);
        return this.#walk(core.second, unit, tail);
      case "sequence":
        return core.items.forEach((item, i) => this.#walk(item, unit, tail && i === core.items.length - 1));
      case "lambda":
        return this.procedure(core, unit, null);
      case "case-lambda":
        return core.clauses.forEach((clause) => this.procedure(clause, unit, null));
      case "let":
        core.values.forEach((value) => this.#walk(value, unit, false));
        this.#own(core.variables, unit);
        return this.#walk(core.body, unit, tail);
      case "receive":
        this.#walk(core.value, unit, false);
        this.#own(core.variables, unit);
        return this.#walk(core.body, unit, tail);
      case "record":
        return core.args.forEach((x) => this.#walk(x, unit, false));
      case "fix":
        return this.#fix(core, unit, tail);
      case "call":
        return this.#call(core, unit, tail);
      case "letrec":
        throw new Error("letrec behind its pass");
    }
  }

  #fix(fix: Fix, unit: Unit, tail: boolean): void {
    const info = this.analysis.fixes.get(fix)!;
    if (!info.isLoop) {
      this.#own(fix.functions.map(({ variable }) => variable), unit);
      for (const { variable, lambda } of fix.functions) this.procedure(lambda, unit, variable);
    } else if (info.movedTo === null) this.#loop(fix, unit, tail);
    this.#walk(fix.body, unit, tail);
  }

  #loop(fix: Fix, unit: Unit, tail: boolean): void {
    for (const { lambda } of fix.functions) {
      this.#own(lambda.parameters, unit);
      this.#walk(lambda.body, unit, tail);
    }
  }

  #call(core: Call, unit: Unit, tail: boolean): void {
    const { callee, args } = core;
    const moved = this.analysis.moved.get(core);
    if (moved !== undefined) this.#loop(moved.fix, unit, tail);
    const isJump = callee.kind === "local" && this.analysis.functions.get(callee.variable)?.info.isLoop === true;
    const isOperation = callee.kind === "global" && callee.global.home === "" && isInlined(callee.global.key, args.length);
    if (!tail && !isJump && !isOperation) unit.calls = true;
    this.#walk(callee, unit, false);
    for (const x of args) this.#walk(x, unit, false);
  }

  #use(variable: Variable, unit: Unit): void {
    const { analysis } = this;
    if (analysis.closed.has(variable) || analysis.functions.get(variable)?.info.isLoop) return;
    const owner = this.#owners.get(variable);
    for (let u: Unit | null = unit; u !== null && u !== owner && u.self !== variable; u = u.parent) {
      if (u.free.includes(variable)) break;
      u.free.push(variable);
      analysis.captured.add(variable);
    }
  }
}
