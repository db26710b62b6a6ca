/**
 * Random Tiny programs: syntax trees from a seed, as a tree of choices that can be shrunk.
 *
 * Programs end: every loop body and function starts with a step counter that throws. Numbers, texts and lists stay small: a
 * product of variables is reduced, texts grow by literals only, lists take no list variables. Most expressions have the
 * type their place asks for; some do not, so errors happen, and many statements stand inside `try`.
 */

import type { Expression, Statement } from "../../../examples/tiny/lexer_parser.ts";
import { Random } from "../machine/random_trees.ts";

type Kind = "int" | "float" | "bool" | "text" | "list" | "object" | "function" | "generator";

interface Variable {
  name: string;
  kind: Kind;
  /** Loop counters and functions are not assigned to. */
  fixed: boolean;
  /** Of functions. */
  params?: Kind[];
  result?: Kind;
}

export interface GenerateOptions {
  /** Statements of the main program. */
  statements: number;
  /** Loop rounds and calls until the program throws. */
  steps: number;
}

const PROPERTIES = ["a", "b", "c", "d"];
const TEXTS = ["", "x", "ab", "tiny", "é"];
const INTEGERS = [
  0n,
  1n,
  2n,
  3n,
  7n,
  10n,
  100n,
  1000003n,
  (1n << 31n) - 1n,
  (1n << 47n) - 1n,
  1n << 47n,
  (1n << 62n) + 1n,
  (1n << 63n) - 1n,
  1n << 63n,
  1n << 70n,
];
const FLOATS = [0, 0.5, 1, 1.5, 3.25, 1e10, 1e300, 2 ** 53];
const KINDS: Kind[] = ["int", "int", "int", "float", "bool", "text", "list", "object"];

/** Variables that hold continuations, by the kind of value that these take. */
const SAVED: Partial<Record<Kind, string>> = { int: "savedInt", float: "savedFloat", text: "savedText", list: "savedList" };
/** How often a program goes back. */
const MAX_JUMPS = 9;

const name = (n: string): Expression => ({ k: "name", name: n, at: 0 });
const int = (value: bigint | number): Expression => ({ k: "int", value: BigInt(value) });
const call = (f: Expression, ...args: Expression[]): Expression => ({ k: "call", callee: f, args, at: 0 });
const builtin = (n: string, ...args: Expression[]) => call(name(n), ...args);
const binary = (operator: string, left: Expression, right: Expression): Expression => ({ k: "binary", operator, left, right });
const assign = (n: string, value: Expression): Statement => ({ k: "assign", target: name(n), value, at: 0 });
const statement = (value: Expression): Statement => ({ k: "expression", value });
const lambda = (params: string[], value: Expression): Expression => ({
  k: "fn",
  name: "fn",
  params,
  body: [{ k: "return", value, at: 0 }],
  at: 0,
});
const print = (value: Expression) => statement(builtin("print", value));

/** The program of a seed. */
export function generate(seed: number, options: GenerateOptions = { statements: 14, steps: 400 }): Statement[] {
  return new Generator(seed, options).program();
}

class Generator {
  readonly #r: Random;
  readonly #scopes: Variable[][] = [[]];
  #next = 0;
  #functionDepth = 0;
  #loopDepth = 0;
  #inGenerator = false;
  #budget: number;

  constructor(seed: number, readonly options: GenerateOptions) {
    this.#r = new Random(seed);
    this.#budget = options.statements * 4;
  }

  program(): Statement[] {
    const body: Statement[] = [{ k: "let", name: "steps", value: int(0) }, { k: "let", name: "jumps", value: int(0) }];
    // Continuations that are entered again. A closure shares the counters with every copy of the main frame.
    for (const n of Object.values(SAVED)) body.push({ k: "let", name: n, value: { k: "word", value: "nil" } });
    body.push({ k: "let", name: "counters", value: lambda([], { k: "list", items: [name("steps"), name("jumps")] }) });
    for (const kind of ["int", "int", "float", "text", "list", "object"] as const) body.push(this.#let(kind));
    for (let i = 0; i < this.options.statements; i++) body.push(this.#statement(3, 95));
    for (const v of this.#scopes[0]) {
      if (v.kind !== "object") body.push(print(name(v.name)));
      else for (const p of PROPERTIES) body.push(attempt(print({ k: "property", object: name(v.name), name: p })));
    }
    return body;
  }

  #fresh(prefix: string): string {
    return `${prefix}${this.#next++}`;
  }
  #declare(prefix: string, kind: Kind): Variable {
    const v: Variable = { name: this.#fresh(prefix), kind, fixed: false };
    this.#scopes[this.#scopes.length - 1].push(v);
    return v;
  }
  #variables(kind: Kind): Variable[] {
    return this.#scopes.flat().filter((v) => v.kind === kind);
  }
  #block(depth: number, before: Statement[] = []): Statement[] {
    this.#scopes.push([]);
    const body = [...before, ...Array.from({ length: 1 + this.#r.below(4) }, () => this.#statement(depth))];
    this.#scopes.pop();
    return body;
  }
  #count(counter = "steps", most = this.options.steps): Statement[] {
    const over = binary(">", name(counter), int(most));
    return [
      assign(counter, binary("+", name(counter), int(1))),
      { k: "if", test: over, then: [{ k: "throw", value: { k: "text", value: `out of ${counter}` } }], else: [] },
    ];
  }

  // ── Statements ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** A variable starts with something that cannot fail. */
  #let(kind: Kind): Statement {
    const value = this.#leaf(kind);
    return { k: "let", name: this.#declare("v", kind).name, value };
  }

  /** A statement; `caught`: how often in a hundred its errors are caught. */
  #statement(depth: number, caught = 40): Statement {
    const s = this.#bareStatement(depth);
    const declares = s.k === "let" || s.k === "try";
    return !declares && this.#r.chance(caught) ? attempt(s) : s;
  }

  #bareStatement(depth: number): Statement {
    const r = this.#r;
    if (--this.#budget < 0 || depth <= 0) return this.#assignment();
    switch (r.below(20)) {
      case 0:
      case 1:
        return this.#let(r.pick(KINDS));
      case 2:
      case 3:
        return this.#while(depth);
      case 4:
        return this.#for(depth);
      case 5:
      case 6:
        return {
          k: "if",
          test: this.#expression("bool", 2),
          then: this.#block(depth - 1),
          else: r.chance(50) ? this.#block(depth - 1) : [],
        };
      case 7:
      case 8:
        return this.#function(depth);
      case 9:
        return this.#generator(depth);
      case 10:
      case 11:
        return this.#try(depth);
      case 12:
        if (this.#loopDepth > 0 && r.chance(60)) {
          const jump: Statement = { k: r.pick(["break", "continue"] as const), at: 0 };
          return { k: "if", test: this.#expression("bool", 2), then: [jump], else: [] };
        }
        return print(this.#expression(r.pick(KINDS), 2));
      case 13:
        return { k: "if", test: this.#expression("bool", 2), then: [{ k: "throw", value: this.#expression("text", 1) }], else: [] };
      case 14:
      case 15:
        return this.#effect();
      default:
        return this.#assignment();
    }
  }

  #while(depth: number): Statement {
    const counter = this.#fresh("i");
    const limit = 2 + this.#r.below(this.#functionDepth > 0 || this.#loopDepth > 0 ? 8 : 30);
    this.#scopes.push([{ name: counter, kind: "int", fixed: true }]);
    this.#loopDepth++;
    const step = assign(counter, binary("+", name(counter), int(1)));
    const body = this.#block(depth - 1, [step, ...this.#count()]);
    this.#loopDepth--;
    this.#scopes.pop();
    const loop: Statement = { k: "while", test: binary("<", name(counter), int(limit)), body };
    return { k: "block", body: [{ k: "let", name: counter, value: int(0) }, loop] };
  }

  #for(depth: number): Statement {
    const generators = this.#variables("generator");
    const iterable = generators.length > 0 && this.#r.chance(60)
      ? call(name(this.#r.pick(generators).name), int(this.#r.below(9)))
      : this.#expression("list", 2);
    const item = this.#fresh("e");
    this.#scopes.push([{ name: item, kind: "int", fixed: false }]);
    this.#loopDepth++;
    const body = this.#block(depth - 1, this.#count());
    this.#loopDepth--;
    this.#scopes.pop();
    return { k: "for", name: item, iterable, body };
  }

  #function(depth: number): Statement {
    const r = this.#r;
    const params = Array.from({ length: r.below(3) }, () => r.pick(KINDS));
    const v: Variable = {
      name: this.#fresh("f"),
      kind: "function",
      fixed: true,
      params,
      result: r.chance(50) ? params[0] ?? "int" : r.pick(KINDS),
    };
    // Known inside of itself, so that some functions recurse.
    this.#scopes[this.#scopes.length - 1].push(v);
    return { k: "let", name: v.name, value: this.#lambda(v.name, params, v.result!, depth) };
  }

  #lambda(functionName: string, kinds: Kind[], result: Kind, depth: number): Expression {
    const params: Variable[] = kinds.map((kind) => ({ name: this.#fresh("p"), kind, fixed: false }));
    const body = this.#body(params, depth, () => [{ k: "return", value: this.#expression(result, 2), at: 0 }]);
    return { k: "fn", name: functionName, params: params.map((p) => p.name), body, at: 0 };
  }

  #generator(depth: number): Statement {
    const v: Variable = { name: this.#fresh("g"), kind: "generator", fixed: true };
    const parameter: Variable = { name: this.#fresh("p"), kind: "int", fixed: true };
    const body = this.#body([parameter], depth, () => {
      const counter = this.#fresh("i");
      this.#scopes.push([{ name: counter, kind: "int", fixed: true }]);
      this.#inGenerator = true;
      this.#loopDepth++;
      const give: Statement = statement({ k: "yield", value: this.#expression("int", 2), at: 0 });
      const step = assign(counter, binary("+", name(counter), int(1)));
      const inner = this.#block(depth - 2, [step, ...this.#count(), give]);
      this.#loopDepth--;
      this.#inGenerator = false;
      this.#scopes.pop();
      return [
        { k: "let", name: counter, value: int(0) },
        { k: "while", test: binary("<", name(counter), name(parameter.name)), body: inner },
      ];
    });
    this.#scopes[this.#scopes.length - 1].push(v);
    return { k: "let", name: v.name, value: { k: "fn", name: v.name, params: [parameter.name], body, at: 0 } };
  }

  /** A function's body: counts, a few statements, then what `last` gives. */
  #body(params: Variable[], depth: number, last: () => Statement[]): Statement[] {
    const outer = [this.#loopDepth, this.#inGenerator] as const;
    [this.#loopDepth, this.#inGenerator] = [0, false];
    this.#functionDepth++;
    this.#scopes.push(params);
    const body = [...this.#count(), ...this.#block(depth - 2), ...last()];
    this.#scopes.pop();
    this.#functionDepth--;
    [this.#loopDepth, this.#inGenerator] = outer;
    return body;
  }

  #try(depth: number): Statement {
    const error = this.#fresh("x");
    const body = this.#block(depth - 1);
    this.#scopes.push([{ name: error, kind: "text", fixed: true }]);
    const handler = [print(name(error)), ...this.#block(depth - 2)];
    this.#scopes.pop();
    return { k: "try", body, name: error, handler };
  }

  #assignment(): Statement {
    const r = this.#r;
    const list = r.pick(this.#variables("list")), object = r.pick(this.#variables("object"));
    let s: Statement;
    switch (r.below(8)) {
      case 0:
        s = statement(builtin("append", name(list.name), this.#item()));
        break;
      case 1:
      case 2: {
        const target: Expression = { k: "index", object: name(list.name), index: this.#index() };
        s = { k: "assign", target, value: this.#item(), at: 0 };
        break;
      }
      case 3: {
        const target: Expression = { k: "property", object: name(object.name), name: r.pick(PROPERTIES) };
        s = { k: "assign", target, value: this.#item(), at: 0 };
        break;
      }
      default: {
        const candidates = this.#scopes.flat().filter((v) => !v.fixed);
        const v = r.pick(candidates);
        s = assign(v.name, this.#expression(v.kind, 3));
      }
    }
    return s;
  }

  /** A call for its effect: the awkward bytecodes. */
  #effect(): Statement {
    const r = this.#r;
    const list = () => name(r.pick(this.#variables("list")).name);
    switch (r.below(6)) {
      case 5: {
        const kind = r.pick(Object.keys(SAVED) as Kind[]);
        return { k: "block", body: [...this.#count("jumps", MAX_JUMPS), statement(call(name(SAVED[kind]!), this.#expression(kind, 1)))] };
      }
      case 0:
        return print(builtin("exchange", list(), this.#index(), list(), this.#index()));
      case 1:
        return print(builtin("tick", list()));
      case 2:
        return statement(builtin("put", list(), this.#index(), r.chance(30) ? { k: "word", value: "nil" } : this.#item()));
      case 3:
        return print(builtin("grow", list(), this.#item()));
      default:
        return print(builtin("remember", this.#item()));
    }
  }

  // ── Expressions ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** What goes into lists and properties: no lists. */
  #item(): Expression {
    return this.#expression(this.#r.pick(["int", "int", "float", "bool", "text"] as const), 2);
  }
  #index(): Expression {
    return this.#r.chance(70) ? int(this.#r.below(4)) : binary("%", this.#expression("int", 1), int(1 + this.#r.below(4)));
  }

  /** Constants, and nothing that can fail. */
  #leaf(kind: Kind): Expression {
    const r = this.#r;
    switch (kind) {
      case "int":
        return this.#integer(0);
      case "float":
        return this.#float(0);
      case "bool":
        return this.#boolean(0);
      case "list":
        return { k: "list", items: Array.from({ length: r.below(6) }, () => this.#leaf(r.pick(["int", "int", "float", "text"] as const))) };
      case "object":
        return { k: "object", fields: PROPERTIES.slice(0, 1 + r.below(4)).map((p) => [p, this.#leaf("int")] as [string, Expression]) };
      default:
        return { k: "text", value: r.pick(TEXTS) };
    }
  }

  #expression(kind: Kind, depth: number): Expression {
    const r = this.#r;
    if (r.chance(2)) kind = r.pick(KINDS);
    const known = this.#variables(kind);
    if (known.length > 0 && r.chance(depth <= 0 ? 80 : 40)) return name(r.pick(known).name);
    if (depth > 0 && r.chance(15)) return this.#call(kind, depth);
    switch (kind) {
      case "int":
        return this.#integer(depth);
      case "float":
        return this.#float(depth);
      case "bool":
        return this.#boolean(depth);
      case "text": {
        if (depth <= 0 || r.chance(50)) return this.#leaf("text");
        const left = r.chance(50) ? builtin("text", this.#expression(r.pick(["int", "bool"] as const), depth - 1)) : this.#leaf("text");
        return binary("+", left, this.#leaf("text"));
      }
      case "list":
        return { k: "list", items: Array.from({ length: r.below(5) }, () => this.#item()) };
      default: {
        const fields = PROPERTIES.slice(0, 1 + r.below(4)).map((p) => [p, this.#expression("int", depth - 1)] as [string, Expression]);
        return { k: "object", fields };
      }
    }
  }

  #integer(depth: number): Expression {
    const r = this.#r;
    if (depth <= 0 || r.chance(25)) {
      const value = r.chance(85) ? r.pick(INTEGERS.slice(0, 7)) : r.pick(INTEGERS);
      return int(r.chance(20) ? -value : value);
    }
    const operand = () => this.#expression("int", depth - 1);
    switch (r.below(10)) {
      case 0:
      case 1:
      case 2:
        return binary("+", operand(), operand());
      case 3:
      case 4:
        return binary("-", operand(), operand());
      case 5:
        return binary("%", binary("*", operand(), operand()), int(r.pick([1000003n, (1n << 40n) + 7n, (1n << 61n) - 1n])));
      case 6:
        return binary("*", operand(), int(2 + r.below(5)));
      case 7:
        return binary(r.pick(["//", "%"]), operand(), r.chance(80) ? int(1 + r.below(9)) : operand());
      case 8:
        return builtin("size", this.#expression(r.pick(["list", "text"] as const), depth - 1));
      default:
        return r.chance(50)
          ? { k: "index", object: this.#expression("list", 0), index: this.#index() }
          : { k: "property", object: this.#expression("object", 0), name: r.pick(PROPERTIES) };
    }
  }

  #float(depth: number): Expression {
    const r = this.#r;
    if (depth <= 0 || r.chance(30)) return { k: "float", value: r.chance(20) ? -r.pick(FLOATS) : r.pick(FLOATS) };
    const operand = () => this.#expression(r.chance(80) ? "float" : "int", depth - 1);
    return binary(r.pick(["+", "-", "*", "/"]), operand(), operand());
  }

  #boolean(depth: number): Expression {
    const r = this.#r;
    if (depth <= 0) return { k: "word", value: r.pick(["true", "false", "nil"] as const) };
    switch (r.below(5)) {
      case 0:
        return { k: "not", operand: this.#expression("bool", depth - 1) };
      case 1:
        return binary(r.pick(["and", "or"]), this.#expression("bool", depth - 1), this.#expression("bool", depth - 1));
      default: {
        const kind = r.pick(["int", "int", "int", "float", "text"] as const);
        const operator = r.pick(["<", "<=", ">", ">=", "==", "!="]);
        return binary(operator, this.#expression(kind, depth - 1), this.#expression(kind, depth - 1));
      }
    }
  }

  /** A `callcc`: the continuation is left early, kept for later, or not used. */
  #capture(kind: Kind, depth: number): Expression {
    const r = this.#r;
    const k = this.#fresh("k");
    const give = (): Expression => this.#expression(kind, depth - 1);
    const last: Statement = { k: "return", value: r.chance(30) ? call(name(k), give()) : give(), at: 0 };
    const saved = SAVED[kind];
    let first: Statement[] = [];
    if (saved !== undefined && r.chance(50)) first = [assign(saved, name(k))];
    else if (r.chance(60)) first = [{ k: "if", test: this.#expression("bool", 1), then: [statement(call(name(k), give()))], else: [] }];
    return builtin("callcc", { k: "fn", name: "fn", params: [k], body: [...first, last], at: 0 });
  }

  /** A function from one kind to another: a known one, or a new one. */
  #functionOf(from: Kind, to: Kind): Expression {
    const known = this.#variables("function").filter((v) => v.params!.length === 1 && v.params![0] === from && v.result === to);
    if (known.length > 0 && this.#r.chance(80)) return name(this.#r.pick(known).name);
    if (this.#functionDepth >= 2) return known.length > 0 ? name(known[0].name) : { k: "fn", name: "fn", params: ["z"], body: [], at: 0 };
    return this.#lambda("fn", [from], to, 2);
  }

  /** A call with a result of this kind. */
  #call(kind: Kind, depth: number): Expression {
    const r = this.#r;
    const argument = (k: Kind) => this.#expression(k, depth - 1);
    switch (r.below(8)) {
      case 6:
      case 7:
        return this.#capture(kind, depth);
      case 0:
        return builtin("twice", this.#functionOf(kind, kind), argument(kind));
      case 1:
        return builtin("nested", this.#functionOf("int", kind), argument("int"));
      case 2:
        if (kind === "list") return builtin("mix", this.#functionOf("int", "int"), argument("int"));
        if (kind !== "int") break;
        return r.chance(60)
          ? builtin("choose", argument("int"), argument("int"), argument("bool"))
          : builtin("kind", argument(r.pick(KINDS)));
    }
    const functions = this.#variables("function").filter((v) => v.result === kind);
    if (functions.length === 0) return this.#leaf(kind);
    const f = r.pick(functions);
    const params = r.chance(97) ? f.params! : KINDS.slice(0, r.below(3));
    return call(name(f.name), ...params.map((p) => argument(p)));
  }
}

/** The statement, with its error printed. */
function attempt(s: Statement): Statement {
  return { k: "try", body: [s], name: "caught", handler: [print(name("caught"))] };
}
