/**
 * Third pass: core forms to code objects.
 *
 * Input: a simplified program and its analysis; output: the code of its procedure, that of inner ones as constants. Each form is generated for a
 * purpose: `TAIL` its value is returned, `PUSH` it goes onto the operand stack, `EFFECT` it is dropped. Locals of inner blocks reuse the
 * slots of blocks that are left.
 */

import { type Datum, Special, Sym, UNSPECIFIED } from "../reader/datum.ts";
import type { Call, Core, Fix, Lambda, Let, Receive, RecordOperation, Variable, Where } from "../expander/core.ts";
import type { Analysis, FixInfo, Unit } from "./analyze.ts";
import { Assembler, type Label } from "./assembler.ts";
import type { InstructionSet } from "./assembler.ts";
import type { CodeConstant, CodeObject } from "./code.ts";
import { COMPARISONS, COUNTED, FOLDED, inlined } from "./primitives.ts";

const TAIL = 0, PUSH = 1, EFFECT = 2;
type Purpose = typeof TAIL | typeof PUSH | typeof EFFECT;

/** Operands that handlers may push beyond what the compiler counts. */
const STACK_MARGIN = 20;
const SPECIALS = new Map<Datum, number>([[false, 2], [true, 3]]);

/** Generates a program: a procedure without parameters. */
export function generate(program: Lambda, analysis: Analysis, instructions: InstructionSet): CodeObject {
  return new Generator(program, { analysis, instructions, codes: new Map() }).run();
}

/** What the generators of one program share. */
interface Shared {
  readonly analysis: Analysis;
  readonly instructions: InstructionSet;
  /** Code of procedures that are referred to more than once. */
  readonly codes: Map<Lambda, CodeObject>;
}

/** Generates the code of one procedure. */
class Generator {
  readonly #analysis: Analysis;
  readonly #unit: Unit;
  readonly #assembler: Assembler;
  readonly #constants: CodeConstant[] = [];
  readonly #constantIndices = new Map<unknown, number>();
  readonly #slots = new Map<Variable, number>();
  readonly #labels = new Map<Variable, Label>();
  /** Procedures of loops that were jumped to and are not generated yet. */
  readonly #reached = new Map<FixInfo, Variable[]>();
  #nextLocal = 0;
  #localCount = 0;

  constructor(readonly lambda: Lambda, readonly shared: Shared) {
    this.#analysis = shared.analysis;
    this.#assembler = new Assembler(shared.instructions);
    this.#unit = shared.analysis.units.get(lambda)!;
  }

  run(): CodeObject {
    const { lambda } = this;
    const { source } = lambda.where;
    const code: CodeObject = {
      name: lambda.name ?? "",
      file: source?.file ?? "",
      required: lambda.parameters.length - (lambda.rest ? 1 : 0),
      rest: lambda.rest,
      localCount: 0,
      stackSize: 0,
      constants: this.#constants,
      sites: [],
      positions: new Uint8Array(0),
      bytecode: new Uint8Array(0),
    };
    // Before the body, which may refer to it.
    this.shared.codes.set(lambda, code);
    for (const variable of lambda.parameters) this.#slots.set(variable, this.#allocate());
    this.#box(lambda.parameters);
    if (this.#unit.parent === null) {
      // The frame of a program stays while its last expression runs, so that a backtrace shows the place.
      this.#generate(lambda.body, PUSH);
      this.#finish(TAIL);
    } else this.#generate(lambda.body, TAIL);
    const { stackSize, ...assembled } = this.#assembler.finish(source);
    return Object.assign(code, assembled, { stackSize: stackSize + STACK_MARGIN, localCount: this.#localCount });
  }

  // ── Locals and constants ─────────────────────────────────────────────────────────────────────────────────────────

  #allocate(): number {
    const slot = this.#nextLocal++;
    if (this.#nextLocal > this.#localCount) this.#localCount = this.#nextLocal;
    return slot;
  }

  /** Puts variables that need one into boxes. */
  #box(variables: readonly Variable[]): void {
    for (const variable of variables) if (this.#analysis.isBoxed(variable)) this.#assembler.emit("make_box", this.#slots.get(variable)!);
  }

  /** Binds variables to the operands on top of the stack. */
  #bind(variables: readonly Variable[]): void {
    for (const variable of variables) this.#slots.set(variable, this.#allocate());
    for (let i = variables.length - 1; i >= 0; i--) this.#assembler.emit("set_local", this.#slots.get(variables[i])!);
    this.#box(variables);
  }

  #index(constant: CodeConstant, key: unknown): number {
    let index = this.#constantIndices.get(key);
    if (index === undefined) this.#constantIndices.set(key, index = this.#constants.push(constant) - 1);
    return index;
  }

  #datum(value: Datum): number {
    const key = typeof value === "number" ? `f${Object.is(value, -0) ? "-0" : value}` : typeof value === "bigint" ? `i${value}` : value;
    return this.#index({ kind: "datum", value }, key);
  }

  #cell(key: string): number {
    return this.#index({ kind: "cell", key }, `cell ${key}`);
  }

  #constant(value: Datum): void {
    const special = value instanceof Special ? value.code : SPECIALS.get(value);
    if (special !== undefined) this.#assembler.emit("special", special);
    else if (typeof value === "bigint" && BigInt.asIntN(32, value) === value) this.#assembler.emit("fixnum", Number(value));
    else this.#assembler.emit("constant", this.#datum(value));
  }

  /** Pushes a variable's value; as it is in its slot when `raw`. */
  #load(variable: Variable, raw = false): void {
    const { closed } = this.#analysis;
    const lambda = closed.get(variable);
    const boxed = !raw && this.#analysis.isBoxed(variable);
    const slot = this.#slots.get(variable);
    if (variable === this.#unit.self) this.#assembler.emit("self");
    else if (lambda !== undefined) this.#closedProcedure(lambda);
    else if (slot !== undefined) this.#assembler.emit(boxed ? "local_box_ref" : "local", slot);
    else this.#assembler.emit(boxed ? "free_box_ref" : "free", this.#freeIndex(variable));
  }

  #freeIndex(variable: Variable): number {
    const index = this.#unit.free.indexOf(variable);
    if (index < 0) throw new Error(`The variable ${variable.name} is not bound`);
    return index;
  }

  /** Gives a variable the value on the stack. */
  #store(variable: Variable): void {
    const boxed = this.#analysis.isBoxed(variable);
    const slot = this.#slots.get(variable);
    if (slot !== undefined) this.#assembler.emit(boxed ? "local_box_set" : "set_local", slot);
    else this.#assembler.emit("free_box_set", this.#freeIndex(variable));
  }

  // ── Forms ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Ends a form whose value was pushed. */
  #finish(purpose: Purpose): void {
    if (purpose === TAIL) this.#assembler.emit("return");
    else if (purpose === EFFECT) this.#assembler.emit("pop");
  }

  #at(where: Where): Assembler {
    this.#assembler.where = where;
    return this.#assembler;
  }

  #generate(core: Core, purpose: Purpose): void {
    switch (core.kind) {
      case "constant":
        if (purpose === EFFECT) return;
        this.#constant(core.value);
        return this.#finish(purpose);
      case "local":
        if (purpose === EFFECT && !core.variable.checked) return;
        this.#load(core.variable);
        if (core.variable.checked) this.#at(core.where).emit("check_assigned", this.#datum(Sym.of(core.variable.name)));
        return this.#finish(purpose);
      case "global":
        this.#at(core.where).emit(core.global.isConstant ? "constant_global" : "global", this.#cell(core.global.key));
        return this.#finish(purpose);
      case "set-local":
        this.#generate(core.value, PUSH);
        this.#store(core.variable);
        return this.#nothing(purpose);
      case "set-global":
      case "define-global":
        this.#generate(core.value, PUSH);
        this.#at(core.where).emit(core.kind === "set-global" ? "set_global" : "define_global", this.#cell(core.global.key));
        return this.#nothing(purpose);
      case "if":
        return this.#if(core.test, core.then, core.otherwise, purpose);
      case "or":
        return this.#or(core.first, core.second, purpose);
      case "sequence":
        core.items.forEach((item, i) => this.#generate(item, i === core.items.length - 1 ? purpose : EFFECT));
        return;
      case "lambda":
        if (purpose === EFFECT) return;
        this.#closure(core);
        return this.#finish(purpose);
      case "case-lambda":
        for (const clause of core.clauses) this.#closure(clause);
        this.#assembler.emit("make_case_lambda", core.clauses.length);
        return this.#finish(purpose);
      case "let":
        return this.#let(core, () => this.#generate(core.body, purpose));
      case "fix":
        return this.#fix(core, purpose);
      case "receive":
        return this.#receive(core, purpose);
      case "call":
        return this.#call(core, purpose);
      case "record":
        return this.#record(core, purpose);
      case "letrec":
        throw new Error("letrec behind its pass");
    }
  }

  /** The value of a form that has none. */
  #nothing(purpose: Purpose): void {
    if (purpose === EFFECT) return;
    this.#constant(UNSPECIFIED);
    this.#finish(purpose);
  }

  #let({ variables, values }: Let, body: () => void): void {
    const outer = this.#nextLocal;
    if (variables.length === 1) {
      this.#generate(values[0], PUSH);
      this.#bind(variables);
    } else {
      // Each value goes to its slot at once: nothing refers to the variables yet.
      const slots = values.map((value) => {
        this.#generate(value, PUSH);
        const slot = this.#allocate();
        this.#assembler.emit("set_local", slot);
        return slot;
      });
      variables.forEach((variable, i) => this.#slots.set(variable, slots[i]));
      this.#box(variables);
    }
    body();
    this.#nextLocal = outer;
  }

  #receive(core: Receive, purpose: Purpose): void {
    const outer = this.#nextLocal;
    const { variables, rest } = core;
    this.#generate(core.value, PUSH);
    this.#at(core.where).emit("receive", variables.length - (rest ? 1 : 0), rest ? 1 : 0);
    this.#bind(variables);
    this.#generate(core.body, purpose);
    this.#nextLocal = outer;
  }

  #record(core: RecordOperation, purpose: Purpose): void {
    for (const x of core.args) this.#generate(x, PUSH);
    this.#at(core.where).emit(core.bytecode, core.number);
    this.#finish(purpose);
  }

  // ── Tests ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #if(test: Core, then: Core, otherwise: Core, purpose: Purpose): void {
    const assembler = this.#assembler;
    const end = assembler.newLabel();
    while (true) {
      const next = assembler.newLabel();
      this.#branch(test, next, false);
      this.#generate(then, purpose);
      if (purpose !== TAIL) assembler.jump("jump", end);
      assembler.place(next);
      if (otherwise.kind !== "if") break;
      ({ test, then, otherwise } = otherwise);
    }
    this.#generate(otherwise, purpose);
    if (purpose !== TAIL) assembler.place(end);
  }

  #or(first: Core, second: Core, purpose: Purpose): void {
    const assembler = this.#assembler;
    const end = assembler.newLabel();
    while (true) {
      if (purpose === EFFECT) this.#branch(first, end, true);
      else {
        this.#generate(first, PUSH);
        assembler.emit("dup");
        if (purpose === TAIL) {
          const next = assembler.newLabel();
          assembler.jump("branch_if_false", next);
          assembler.emit("return");
          assembler.place(next);
        } else assembler.jump("branch_if_true", end);
        assembler.emit("pop");
      }
      if (second.kind !== "or") break;
      ({ first, second } = second);
    }
    this.#generate(second, purpose);
    if (purpose !== TAIL) assembler.place(end);
  }

  /** Jumps to `target` if the truth of a form is `sense`, otherwise goes on. */
  #branch(test: Core, target: Label, sense: boolean): void {
    const assembler = this.#assembler;
    switch (test.kind) {
      case "constant":
        if ((test.value !== false) === sense) assembler.jump("jump", target);
        return;
      case "call":
        if (test.args.length !== 1 || coreName(test.callee) !== "not") break;
        return this.#branch(test.args[0], target, !sense);
      case "sequence":
        for (const item of test.items.slice(0, -1)) this.#generate(item, EFFECT);
        return this.#branch(test.items[test.items.length - 1], target, sense);
      case "let":
        return this.#let(test, () => this.#branch(test.body, target, sense));
      case "or":
        return this.#branchEither(test.first, test.second, target, sense, true);
      case "if":
        if (isFalse(test.otherwise)) return this.#branchEither(test.test, test.then, target, sense, false);
        if (test.then.kind === "constant" && test.then.value !== false) {
          return this.#branchEither(test.test, test.otherwise, target, sense, true);
        }
        return this.#branchIf(test.test, test.then, test.otherwise, target, sense);
    }
    this.#generate(test, PUSH);
    assembler.jump(sense ? "branch_if_true" : "branch_if_false", target);
  }

  /** Two tests of which the first decides if its truth is `decisive`. */
  #branchEither(first: Core, second: Core, target: Label, sense: boolean, decisive: boolean): void {
    if (sense === decisive) {
      this.#branch(first, target, sense);
      return this.#branch(second, target, sense);
    }
    const skip = this.#assembler.newLabel();
    this.#branch(first, skip, decisive);
    this.#branch(second, target, sense);
    this.#assembler.place(skip);
  }

  #branchIf(test: Core, then: Core, otherwise: Core, target: Label, sense: boolean): void {
    const assembler = this.#assembler;
    const next = assembler.newLabel(), end = assembler.newLabel();
    this.#branch(test, next, false);
    this.#branch(then, target, sense);
    assembler.jump("jump", end);
    assembler.place(next);
    this.#branch(otherwise, target, sense);
    assembler.place(end);
  }

  // ── Procedures ───────────────────────────────────────────────────────────────────────────────────────────────────

  #code(lambda: Lambda): CodeObject {
    return this.shared.codes.get(lambda) ?? new Generator(lambda, this.shared).run();
  }

  #closedProcedure(lambda: Lambda): void {
    const index = this.#constantIndices.get(lambda) ?? this.#index({ kind: "closure", code: this.#code(lambda) }, lambda);
    this.#assembler.emit("constant", index);
  }

  /** Pushes a closure; `missing` are variables that have no value yet. */
  #closure(lambda: Lambda, missing: readonly Variable[] = []): void {
    const unit = this.#analysis.units.get(lambda)!;
    if (unit.free.length === 0) return this.#closedProcedure(lambda);
    for (const variable of unit.free) {
      if (missing.includes(variable)) this.#constant(UNSPECIFIED);
      else this.#load(variable, true);
    }
    const code = this.#index({ kind: "code", code: this.#code(lambda) }, lambda);
    this.#assembler.emit("make_closure", code, unit.free.length);
  }

  #fix(fix: Fix, purpose: Purpose): void {
    const info = this.#analysis.fixes.get(fix)!;
    if (info.isLoop) {
      if (info.movedTo !== null) return this.#generate(fix.body, purpose);
      return this.#loop(info, purpose, () => this.#generate(fix.body, purpose));
    }
    const outer = this.#nextLocal;
    const open = fix.functions.filter(({ variable }) => !this.#analysis.closed.has(variable));
    const missing = open.map(({ variable }) => variable);
    const patches: [closure: Variable, index: number, value: Variable][] = [];
    for (const { variable, lambda } of open) {
      this.#closure(lambda, missing);
      this.#analysis.units.get(lambda)!.free.forEach((free, i) => {
        if (missing.includes(free)) patches.push([variable, i, free]);
      });
      this.#bind([variable]);
      missing.shift();
    }
    for (const [closure, index, value] of patches) {
      this.#load(closure, true);
      this.#load(value, true);
      this.#assembler.emit("patch_closure", index);
    }
    this.#generate(fix.body, purpose);
    this.#nextLocal = outer;
  }

  /** A `fix` as code in the middle of this procedure. `enter` generates what jumps into it. */
  #loop(info: FixInfo, purpose: Purpose, enter: () => void): void {
    const assembler = this.#assembler;
    const outer = this.#nextLocal;
    for (const { variable, lambda } of info.fix.functions) {
      this.#labels.set(variable, assembler.newLabel());
      for (const parameter of lambda.parameters) this.#slots.set(parameter, this.#allocate());
    }
    const end = assembler.newLabel();
    const reached: Variable[] = [];
    this.#reached.set(info, reached);
    enter();
    for (let next = reached.shift(); next !== undefined; next = reached.shift()) {
      if (purpose !== TAIL) assembler.jump("jump", end);
      const { lambda } = this.#analysis.functions.get(next)!;
      assembler.place(this.#labels.get(next)!);
      this.#at(lambda.where).emit("loop_header");
      this.#box(lambda.parameters);
      this.#generate(lambda.body, purpose);
    }
    if (purpose !== TAIL) assembler.place(end);
    this.#nextLocal = outer;
  }

  /** A call of a procedure of a loop: its arguments become the values of its parameters. */
  #jump(core: Call, variable: Variable): void {
    const { info, lambda } = this.#analysis.functions.get(variable)!;
    const { parameters } = lambda;
    const changed = parameters.map((_, i) => i).filter((i) => !this.#isUnchanged(core.args[i], parameters[i]));
    for (const i of changed) this.#generate(core.args[i], PUSH);
    for (const i of changed.reverse()) this.#assembler.emit("set_local", this.#slots.get(parameters[i])!);
    const label = this.#labels.get(variable)!;
    if (label.at < 0 && !this.#reached.get(info)!.includes(variable)) this.#reached.get(info)!.push(variable);
    this.#at(core.where).jump("jump", label);
  }

  #isUnchanged(argument: Core, parameter: Variable): boolean {
    return argument.kind === "local" && argument.variable === parameter && !this.#analysis.isBoxed(parameter);
  }

  // ── Calls ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #call(core: Call, purpose: Purpose): void {
    const { callee, args } = core;
    if (callee.kind === "local" && this.#analysis.functions.get(callee.variable)?.info.isLoop) {
      const moved = this.#analysis.moved.get(core);
      if (moved === undefined) return this.#jump(core, callee.variable);
      return this.#loop(moved, purpose, () => this.#jump(core, callee.variable));
    }
    const name = coreName(callee);
    if (name !== null && this.#inline(name, core, purpose)) return;
    this.#generate(callee, PUSH);
    for (const x of args) this.#generate(x, PUSH);
    this.#callInstruction("call", core.where, purpose, args.length);
  }

  /** Emits an instruction that calls: as a tail call where nothing is left to do. */
  #callInstruction(name: string, where: Where, purpose: Purpose, ...counts: number[]): void {
    this.#at(where).emit(purpose === TAIL ? `tail_${name}` : name, ...counts);
    // What has no code of its own gives its value to the instruction behind a tail call.
    if (purpose !== TAIL || name !== "call_cc") this.#finish(purpose);
  }

  /** Generates a call of a procedure of the core as bytecodes, if there are some for it. */
  #inline(name: string, core: Call, purpose: Purpose): boolean {
    const { args, where } = core;
    const count = args.length;
    if (this.#addFixnum(name, core)) {
      this.#finish(purpose);
      return true;
    }
    const bytecode = inlined(name, count);
    if (bytecode !== undefined) return this.#operation(bytecode, args, where, purpose);
    switch (name) {
      case "apply":
        if (count < 2) return false;
        for (const x of args) this.#generate(x, PUSH);
        this.#callInstruction("apply", where, purpose, count - 2);
        return true;
      case "call/cc":
      case "call-with-current-continuation":
        if (count !== 1) return false;
        this.#generate(args[0], PUSH);
        this.#callInstruction("call_cc", where, purpose);
        return true;
      case "call-with-values":
        if (count !== 2) return false;
        this.#generate(args[1], PUSH);
        this.#generate(args[0], PUSH);
        this.#at(where).emit("call", 0);
        this.#callInstruction("apply_values", where, purpose);
        return true;
    }
    const counted = COUNTED.get(name);
    if (counted !== undefined) {
      if (name === "values" && count === 1) this.#generate(args[0], PUSH);
      else {
        for (const x of args) this.#generate(x, PUSH);
        this.#at(where).emit(counted, count);
      }
      this.#finish(purpose);
      return true;
    }
    if (count <= 2) return false;
    if (FOLDED.has(name)) return this.#fold(FOLDED.get(name)!, args, where, purpose);
    return COMPARISONS.has(name) && this.#compare(inlined(name, 2)!, args, where, purpose);
  }

  #operation(bytecode: string, args: readonly Core[], where: Where, purpose: Purpose): boolean {
    for (const x of args) this.#generate(x, PUSH);
    this.#at(where).emit(bytecode);
    this.#finish(purpose);
    return true;
  }

  /** `(+ x 1)`, `(- x 1)`, `(+ 1 x)`. */
  #addFixnum(name: string, { args, where }: Call): boolean {
    if ((name !== "+" && name !== "-") || args.length !== 2) return false;
    const [left, right] = args;
    const [value, number] = name === "+" && fixnumOf(left) !== null ? [right, fixnumOf(left)!] : [left, fixnumOf(right)];
    if (number === null) return false;
    this.#generate(value, PUSH);
    this.#at(where).emit("add_fixnum", name === "+" ? number : -number);
    return true;
  }

  #fold(bytecode: string, [first, ...others]: readonly Core[], where: Where, purpose: Purpose): boolean {
    this.#generate(first, PUSH);
    for (const x of others) {
      this.#generate(x, PUSH);
      this.#at(where).emit(bytecode);
    }
    this.#finish(purpose);
    return true;
  }

  /** `(< a b c)`: all operands are evaluated and all neighbours compared, so that every operand of a wrong type is noticed. */
  #compare(bytecode: string, args: readonly Core[], where: Where, purpose: Purpose): boolean {
    const assembler = this.#assembler;
    const outer = this.#nextLocal;
    const slots = args.map((x) => {
      this.#generate(x, PUSH);
      const slot = this.#allocate();
      assembler.emit("set_local", slot);
      return slot;
    });
    const result = this.#allocate();
    const end = assembler.newLabel();
    this.#constant(true);
    assembler.emit("set_local", result);
    for (let i = 0; i + 1 < slots.length; i++) {
      const next = assembler.newLabel();
      assembler.emit("local", slots[i]);
      assembler.emit("local", slots[i + 1]);
      this.#at(where).emit(bytecode);
      assembler.jump("branch_if_true", next);
      this.#constant(false);
      assembler.emit("set_local", result);
      assembler.place(next);
    }
    assembler.place(end);
    assembler.emit("local", result);
    this.#nextLocal = outer;
    this.#finish(purpose);
    return true;
  }
}

/** The name of the core's variable that a form refers to. */
function coreName(core: Core): string | null {
  return core.kind === "global" && core.global.key === core.global.name && core.global.constant ? core.global.name : null;
}

function isFalse(core: Core): boolean {
  return core.kind === "constant" && core.value === false;
}

/** The value of a constant that fits `add_fixnum`, also negated. */
function fixnumOf(core: Core): number | null {
  if (core.kind !== "constant" || typeof core.value !== "bigint") return null;
  return core.value > -(1n << 31n) && core.value < 1n << 31n ? Number(core.value) : null;
}
