/**
 * Compiles Tiny: syntax tree to bytecode.
 *
 * Input: source text and the instruction set (from the built unit); output: one `CodeUnit` per function, constants inside.
 * Invariant: the operand depth at a label does not depend on the way there; it is what the exception table records.
 */

import type { Handler } from "../../toolkit/machine/tree.ts";
import { STORAGE_BYTES } from "../../toolkit/machine/tree.ts";
import { type Expression, lineOf, parse, type Statement, TinySyntaxError } from "./lexer_parser.ts";
import { BUILTINS, type FunctionScope, resolve, type Scopes, type Variable } from "./scopes.ts";

/** What the compiler needs of a bytecode; a `Handler` fits. */
export type Instruction = Pick<Handler, "name" | "opcode" | "immediates" | "sizeBytes">;
export type InstructionSet = ReadonlyMap<string, Instruction>;

export type Constant =
  | { k: "word"; value: "nil" | "false" | "true" }
  | { k: "int"; value: bigint }
  | { k: "float"; value: number }
  | { k: "text"; value: string }
  | { k: "code"; value: CodeUnit };

/** Code of one function, ready to be loaded. */
export interface CodeUnit {
  name: string;
  bytes: Uint8Array;
  /** Offsets of the immediates that receive the address of a loop's site. */
  sites: number[];
  /** Exception table: start, end, target, depth of each row. */
  handlers: number[];
  constants: Constant[];
  /** Variables of outer functions that it uses. */
  freeCount: number;
  localCount: number;
  stackSize: number;
  argumentCount: number;
}

const NIL: Expression = { k: "word", value: "nil" };
/** Operands that handlers may push beyond what the compiler counts. */
const STACK_MARGIN = 6;

/** Compiles a program to the code of its main function. @throws TinySyntaxError */
export function compile(source: string, instructions: InstructionSet): CodeUnit {
  const program = parse(source);
  const scopes = resolve(source, program);
  return new FunctionCompiler(source, instructions, scopes, scopes.main, "main").compile(program, true);
}

interface Label {
  offset: number;
  depth: number;
  /** Places of offsets to be filled in, and where they count from. */
  uses: { at: number; from: number }[];
}

interface Loop {
  top: Label;
  end: Label;
  /** Operand depth outside of the loop. */
  depth: number;
}

const BINARY: Record<string, { bytecode: string; swap?: boolean; not?: boolean }> = {
  "+": { bytecode: "add" },
  "-": { bytecode: "subtract" },
  "*": { bytecode: "multiply" },
  "/": { bytecode: "divide" },
  "//": { bytecode: "floor_divide" },
  "%": { bytecode: "remainder" },
  "<": { bytecode: "less" },
  "<=": { bytecode: "less_equal" },
  ">": { bytecode: "less", swap: true },
  ">=": { bytecode: "less_equal", swap: true },
  "==": { bytecode: "equal" },
  "!=": { bytecode: "equal", not: true },
};

class FunctionCompiler {
  readonly #bytes: number[] = [];
  readonly #sites: number[] = [];
  readonly #handlers: number[] = [];
  readonly #constants: Constant[] = [];
  readonly #loops: Loop[] = [];
  #depth = 0;
  #maxDepth = 0;
  #tries = 0;

  constructor(
    readonly source: string,
    readonly instructions: InstructionSet,
    readonly scopes: Scopes,
    readonly scope: FunctionScope,
    readonly name: string,
  ) {}

  compile(body: readonly Statement[], isMain = false): CodeUnit {
    if (this.scope.isGenerator) {
      this.#emit("make_generator", 1);
      this.#emit("pop", -1);
    }
    for (const p of this.scope.params) {
      if (!p.shared) continue;
      this.#emit("load_local", 1, p.slot);
      this.#emit("new_cell", -1, p.slot);
    }
    this.#block(body);
    this.#leave(null);
    const { localCount, params } = this.scope;
    return {
      name: this.name,
      bytes: Uint8Array.from(this.#bytes),
      sites: this.#sites,
      handlers: this.#handlers,
      constants: this.#constants,
      freeCount: this.scope.free.length,
      localCount,
      stackSize: this.#maxDepth + STACK_MARGIN,
      argumentCount: isMain ? 0 : params.length,
    };
  }

  #fail(message: string, at: number): never {
    throw new TinySyntaxError(message, lineOf(this.source, at));
  }

  // ── Instructions ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** Appends an instruction; `effect` is the change of the operand depth. Returns the offset of its first immediate. */
  #emit(name: string, effect: number, ...immediates: number[]): number {
    const instruction = this.instructions.get(name);
    if (instruction === undefined) throw new Error(`The unit has no bytecode "${name}"`);
    this.#bytes.push(instruction.opcode & 0xff, instruction.opcode >> 8);
    const at = this.#bytes.length;
    instruction.immediates.forEach(({ storage }, i) => {
      for (let b = 0; b < STORAGE_BYTES[storage]; b++) this.#bytes.push((immediates[i] >> (8 * b)) & 0xff);
    });
    this.#depth += effect;
    this.#maxDepth = Math.max(this.#maxDepth, this.#depth);
    return at;
  }

  #label(): Label {
    return { offset: -1, depth: -1, uses: [] };
  }

  #jump(name: string, effect: number, label: Label): void {
    const at = this.#emit(name, effect, 0);
    label.depth = this.#depth;
    label.uses.push({ at, from: this.#bytes.length });
    if (label.offset >= 0) this.#patch(label);
  }

  #place(label: Label): void {
    label.offset = this.#bytes.length;
    if (label.depth >= 0) this.#depth = label.depth;
    this.#patch(label);
  }

  #patch(label: Label): void {
    for (const { at, from } of label.uses) this.#word(at, label.offset - from);
    label.uses = [];
  }

  #word(at: number, value: number): void {
    for (let b = 0; b < 4; b++) this.#bytes[at + b] = (value >> (8 * b)) & 0xff;
  }

  #loopHeader(): void {
    this.#sites.push(this.#emit("loop_header", 0, 0));
  }

  #constant(c: Constant): number {
    const same = (o: Constant) => o.k === c.k && c.k !== "code" && Object.is(o.value, c.value);
    const known = this.#constants.findIndex(same);
    return known >= 0 ? known : this.#constants.push(c) - 1;
  }

  // ── Variables ────────────────────────────────────────────────────────────────────────────────────────────────────

  #load(v: Variable): void {
    if (v.owner !== this.scope) this.#emit("load_free", 1, this.scope.free.indexOf(v));
    else this.#emit(v.shared ? "load_cell" : "load_local", 1, v.slot);
  }

  #store(v: Variable): void {
    if (v.owner !== this.scope) this.#emit("store_free", -1, this.scope.free.indexOf(v));
    else this.#emit(v.shared ? "store_cell" : "store_local", -1, v.slot);
  }

  /** Gives a new variable the value on the stack. */
  #initialise(v: Variable): void {
    this.#emit(v.shared ? "new_cell" : "store_local", -1, v.slot);
  }

  // ── Statements ───────────────────────────────────────────────────────────────────────────────────────────────────

  #block(body: readonly Statement[]): void {
    for (const s of body) {
      if (s.k !== "let" || s.value.k !== "fn") continue;
      this.#expression(NIL);
      this.#initialise(this.scopes.variables.get(s)!);
    }
    body.forEach((s) => this.#statement(s));
  }

  #statement(s: Statement): void {
    switch (s.k) {
      case "let": {
        this.#expression(s.value);
        const variable = this.scopes.variables.get(s)!;
        return s.value.k === "fn" ? this.#store(variable) : this.#initialise(variable);
      }
      case "assign":
        return this.#assign(s.target, s.value);
      case "expression":
        this.#expression(s.value);
        this.#emit("pop", -1);
        return;
      case "if": {
        const otherwise = this.#label(), end = this.#label();
        this.#expression(s.test);
        this.#jump("branch_if_false", -1, otherwise);
        this.#block(s.then);
        this.#jump("jump_always", 0, end);
        this.#place(otherwise);
        this.#block(s.else);
        return this.#place(end);
      }
      case "while":
        return this.#while(s);
      case "for":
        return this.#for(s);
      case "return":
        return this.#leave(s.value);
      case "throw":
        this.#expression(s.value);
        this.#emit("throw_value", -1);
        return;
      case "try":
        return this.#try(s);
      case "block":
        return this.#block(s.body);
      case "break":
      case "continue": {
        const loop = this.#loops[this.#loops.length - 1];
        if (loop === undefined) this.#fail(`${s.k} outside of a loop`, s.at);
        const depth = this.#depth;
        const target = s.k === "break" ? loop.end : loop.top;
        while (this.#depth > (s.k === "break" ? loop.depth : loop.top.depth)) this.#emit("pop", -1);
        this.#jump("jump_always", 0, target);
        this.#depth = depth;
      }
    }
  }

  #assign(target: Expression, value: Expression): void {
    if (target.k === "index") {
      this.#expression(target.object);
      this.#expression(target.index);
      this.#expression(value);
      this.#emit("set_index", -3);
    } else if (target.k === "property") {
      this.#expression(target.object);
      this.#expression(value);
      this.#emit("set_property", -2, this.#constant({ k: "text", value: target.name }));
    } else {
      this.#expression(value);
      this.#store(this.scopes.variables.get(target)!);
    }
  }

  #while(s: Extract<Statement, { k: "while" }>): void {
    const top = this.#label(), end = this.#label();
    top.depth = this.#depth;
    this.#place(top);
    this.#loopHeader();
    this.#expression(s.test);
    this.#jump("branch_if_false", -1, end);
    this.#loops.push({ top, end, depth: this.#depth });
    this.#block(s.body);
    this.#loops.pop();
    this.#jump("jump_always", 0, top);
    this.#place(end);
  }

  #for(s: Extract<Statement, { k: "for" }>): void {
    const top = this.#label(), end = this.#label();
    const depth = this.#depth;
    this.#expression(s.iterable);
    this.#emit("get_iterator", 0);
    top.depth = this.#depth;
    this.#place(top);
    this.#loopHeader();
    this.#jump("for_next", -1, end);
    this.#depth = depth + 2;
    this.#maxDepth = Math.max(this.#maxDepth, this.#depth);
    this.#initialise(this.scopes.variables.get(s)!);
    this.#loops.push({ top, end, depth });
    this.#block(s.body);
    this.#loops.pop();
    this.#jump("jump_always", 0, top);
    this.#place(end);
  }

  #try(s: Extract<Statement, { k: "try" }>): void {
    const end = this.#label();
    const depth = this.#depth, start = this.#bytes.length;
    this.#tries++;
    this.#block(s.body);
    this.#tries--;
    const stop = this.#bytes.length;
    this.#jump("jump_always", 0, end);
    this.#handlers.push(start, stop, this.#bytes.length, depth);
    this.#depth = depth + 1;
    this.#maxDepth = Math.max(this.#maxDepth, this.#depth);
    this.#initialise(this.scopes.variables.get(s)!);
    this.#block(s.handler);
    this.#place(end);
  }

  /** Leaves the function; a call in this place is a tail call where nothing has to be done after it. */
  #leave(value: Expression | null): void {
    const depth = this.#depth;
    if (this.scope.isGenerator) {
      if (value !== null) {
        this.#expression(value);
        this.#emit("pop", -1);
      }
      this.#emit("finish_generator", 0);
    } else if (value?.k === "call" && this.#tries === 0 && !this.#isBuiltin(value)) {
      this.#call(value, "tail_call_function");
    } else {
      if (value === null) this.#expression(NIL);
      else this.#expression(value);
      this.#emit("return_value", -1);
    }
    this.#depth = depth;
  }

  // ── Expressions ──────────────────────────────────────────────────────────────────────────────────────────────────

  #expression(e: Expression): void {
    switch (e.k) {
      case "int": {
        if (e.value < -(1n << 63n)) {
          const zero: Expression = { k: "int", value: 0n };
          return this.#binary({ k: "binary", operator: "-", left: zero, right: { k: "int", value: -e.value } });
        }
        if (BigInt.asIntN(32, e.value) === e.value) this.#emit("push_int", 1, Number(e.value));
        else this.#emit("push_constant", 1, this.#constant(e));
        return;
      }
      case "float":
      case "text":
      case "word":
        this.#emit("push_constant", 1, this.#constant(e));
        return;
      case "name":
        return this.#load(this.scopes.variables.get(e)!);
      case "list":
        e.items.forEach((x) => this.#expression(x));
        this.#emit("make_list", 1 - e.items.length, e.items.length);
        return;
      case "object":
        this.#emit("make_object", 1);
        for (const [name, value] of e.fields) {
          this.#emit("dup", 1);
          this.#expression(value);
          this.#emit("set_property", -2, this.#constant({ k: "text", value: name }));
        }
        return;
      case "fn":
        return this.#function(e);
      case "call":
        return this.#call(e, "call_function");
      case "index":
        this.#expression(e.object);
        this.#expression(e.index);
        this.#emit("get_index", -1);
        return;
      case "property":
        this.#expression(e.object);
        this.#emit("get_property", 0, this.#constant({ k: "text", value: e.name }));
        return;
      case "binary":
        return this.#binary(e);
      case "not":
        this.#expression(e.operand);
        this.#emit("not", 0);
        return;
      case "yield":
        this.#expression(e.value);
        this.#emit("yield_value", 0);
    }
  }

  #binary(e: Extract<Expression, { k: "binary" }>): void {
    if (e.operator === "and" || e.operator === "or") {
      const end = this.#label();
      this.#expression(e.left);
      this.#emit("dup", 1);
      if (e.operator === "or") this.#emit("not", 0);
      this.#jump("branch_if_false", -1, end);
      this.#emit("pop", -1);
      this.#expression(e.right);
      return this.#place(end);
    }
    const { bytecode, swap, not } = BINARY[e.operator];
    this.#expression(swap ? e.right : e.left);
    this.#expression(swap ? e.left : e.right);
    this.#emit(bytecode, -1);
    if (not) this.#emit("not", 0);
  }

  #isBuiltin(e: Extract<Expression, { k: "call" }>): boolean {
    return e.callee.k === "name" && !this.scopes.variables.has(e.callee);
  }

  #call(e: Extract<Expression, { k: "call" }>, bytecode: string): void {
    if (this.#isBuiltin(e)) {
      e.args.forEach((x) => this.#expression(x));
      this.#emit(BUILTINS.get((e.callee as { name: string }).name)!.bytecode, 1 - e.args.length);
      return;
    }
    this.#expression(e.callee);
    e.args.forEach((x) => this.#expression(x));
    this.#emit(bytecode, -e.args.length, e.args.length);
  }

  #function(e: Extract<Expression, { k: "fn" }>): void {
    const scope = this.scopes.functions.get(e)!;
    const unit = new FunctionCompiler(this.source, this.instructions, this.scopes, scope, e.name).compile(e.body);
    this.#emit("push_constant", 1, this.#constant({ k: "code", value: unit }));
    for (const v of scope.free) {
      if (v.owner === this.scope) this.#emit("load_local", 1, v.slot);
      else this.#emit("push_free", 1, this.scope.free.indexOf(v));
    }
    this.#emit("make_closure", -scope.free.length, scope.free.length);
  }
}
