/**
 * Which variable every name of a Tiny program means, and which variables closures share.
 *
 * A variable that an inner function uses lives in a cell; the cell is made where the variable is declared, so each round
 * of a loop has its own. Functions declared with `fn name` are known in their whole block.
 */

import { type Expression, lineOf, type Statement, TinySyntaxError } from "./lexer_parser.ts";

export interface Variable {
  name: string;
  owner: FunctionScope;
  /** Local of the frame that holds the value, or the cell. */
  slot: number;
  shared: boolean;
}

/** What a function needs to know of its variables. */
export interface FunctionScope {
  outer: FunctionScope | null;
  params: Variable[];
  /** Variables of outer functions, in the order of the closure's cells. */
  free: Variable[];
  localCount: number;
  isGenerator: boolean;
}

/** Results of the analysis: by node, since equal nodes may mean different variables. */
export interface Scopes {
  main: FunctionScope;
  /** Variable of a name, a declaration, a loop, a handler. */
  variables: Map<Expression | Statement, Variable>;
  functions: Map<Expression, FunctionScope>;
}

/** Builtin functions of the language, and the bytecode of each. */
export const BUILTINS: ReadonlyMap<string, { bytecode: string; arity: number }> = new Map(
  ([
    ["print", "print", 1],
    ["size", "size", 1],
    ["append", "append", 2],
    ["text", "to_text", 1],
    ["callcc", "callcc", 1],
    ["exchange", "exchange", 4],
    ["tick", "tick", 1],
    ["put", "put", 3],
    ["remember", "remember", 1],
    ["grow", "grow", 2],
    ["twice", "twice", 2],
    ["mix", "mix", 2],
    ["choose", "choose", 3],
    ["kind", "kind_number", 1],
    ["nested", "nested", 2],
  ] as [string, string, number][]).map(([name, bytecode, arity]) => [name, { bytecode, arity }]),
);

/** Resolves the names of a program. @throws TinySyntaxError for an unknown name */
export function resolve(source: string, program: Statement[]): Scopes {
  const main: FunctionScope = { outer: null, params: [], free: [], localCount: 0, isGenerator: false };
  const scopes: Scopes = { main, variables: new Map(), functions: new Map() };
  new Resolver(source, scopes, main).block(program);
  return scopes;
}

class Resolver {
  readonly #blocks: Map<string, Variable>[] = [];

  constructor(readonly source: string, readonly scopes: Scopes, public scope: FunctionScope) {}

  #fail(message: string, at: number): never {
    throw new TinySyntaxError(message, lineOf(this.source, at));
  }

  #declare(name: string): Variable {
    const variable = { name, owner: this.scope, slot: this.scope.localCount++, shared: false };
    this.#blocks[this.#blocks.length - 1].set(name, variable);
    return variable;
  }

  #lookup(name: string, at: number): Variable {
    for (let i = this.#blocks.length - 1; i >= 0; i--) {
      const found = this.#blocks[i].get(name);
      if (found !== undefined) return this.#capture(found);
    }
    this.#fail(`Unknown name "${name}"`, at);
  }

  /** Makes an outer variable shared, and free in every function on the way. */
  #capture(variable: Variable): Variable {
    for (let f: FunctionScope | null = this.scope; f !== null && f !== variable.owner; f = f.outer) {
      variable.shared = true;
      if (!f.free.includes(variable)) f.free.push(variable);
    }
    return variable;
  }

  block(body: readonly Statement[], before: () => void = () => {}): void {
    this.#blocks.push(new Map());
    before();
    for (const s of body) {
      if (s.k === "let" && s.value.k === "fn") this.scopes.variables.set(s, this.#declare(s.name));
    }
    body.forEach((s) => this.#statement(s));
    this.#blocks.pop();
  }

  #statement(s: Statement): void {
    switch (s.k) {
      case "let":
        this.#expression(s.value);
        if (s.value.k !== "fn") this.scopes.variables.set(s, this.#declare(s.name));
        return;
      case "assign":
        this.#expression(s.value);
        return this.#expression(s.target);
      case "if":
        this.#expression(s.test);
        this.block(s.then);
        return this.block(s.else);
      case "while":
        this.#expression(s.test);
        return this.block(s.body);
      case "for":
        this.#expression(s.iterable);
        return this.block(s.body, () => this.scopes.variables.set(s, this.#declare(s.name)));
      case "try":
        this.block(s.body);
        return this.block(s.handler, () => this.scopes.variables.set(s, this.#declare(s.name)));
      case "return":
        return s.value === null ? undefined : this.#expression(s.value);
      case "expression":
      case "throw":
        return this.#expression(s.value);
      case "block":
        return this.block(s.body);
    }
  }

  #expression(e: Expression): void {
    switch (e.k) {
      case "name":
        this.scopes.variables.set(e, this.#lookup(e.name, e.at));
        return;
      case "list":
        return e.items.forEach((x) => this.#expression(x));
      case "object":
        return e.fields.forEach(([, x]) => this.#expression(x));
      case "fn":
        return this.#function(e);
      case "call":
        if (!this.isBuiltin(e)) this.#expression(e.callee);
        return e.args.forEach((x) => this.#expression(x));
      case "index":
        this.#expression(e.object);
        return this.#expression(e.index);
      case "property":
        return this.#expression(e.object);
      case "binary":
        this.#expression(e.left);
        return this.#expression(e.right);
      case "not":
        return this.#expression(e.operand);
      case "yield":
        if (this.scope.outer === null) this.#fail("yield outside of a function", e.at);
        this.scope.isGenerator = true;
        return this.#expression(e.value);
    }
  }

  /** True for a call of a builtin whose name no variable hides. Its arity is checked here. */
  isBuiltin(e: Extract<Expression, { k: "call" }>): boolean {
    const { callee } = e;
    if (callee.k !== "name" || this.#blocks.some((b) => b.has(callee.name))) return false;
    const builtin = BUILTINS.get(callee.name);
    if (builtin === undefined) return false;
    if (builtin.arity !== e.args.length) this.#fail(`${callee.name} takes ${builtin.arity} arguments, not ${e.args.length}`, e.at);
    return true;
  }

  #function(e: Extract<Expression, { k: "fn" }>): void {
    const scope: FunctionScope = { outer: this.scope, params: [], free: [], localCount: 0, isGenerator: false };
    this.scopes.functions.set(e, scope);
    const outer = this.scope;
    this.scope = scope;
    this.block(e.body, () => scope.params = e.params.map((p) => this.#declare(p)));
    this.scope = outer;
  }
}
