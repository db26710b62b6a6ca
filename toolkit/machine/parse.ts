/**
 * Reads the text form that `print.ts` writes: the same trees come out, with shared functions, layouts and regions.
 *
 * Input: text; output: a Program, or one function. Functions may be used before they are defined. Functions of other units are
 * taken from `resolve` when it knows them, else from their declarations in the text.
 */

import { MachineError } from "./errors.ts";
import { OPERATIONS } from "./operations.ts";
import { VM_READ_TYPES } from "./print.ts";
import { atom, isList, type List, type Node, readNodes } from "./sexpr.ts";
import type {
  Changes,
  Continuation,
  Effects,
  Expr,
  Fn,
  Handler,
  LayoutInfo,
  Local,
  Program,
  Region,
  Resume,
  Signature,
  Spill,
  Stmt,
  Storage,
  Type,
  VmRead,
} from "./tree.ts";
import { storageType } from "./tree.ts";

export interface ParseOptions {
  /** A function of another unit. */
  resolve?: (unit: string, name: string) => Fn | undefined;
  /** A layout of another unit. */
  resolveLayout?: (name: string) => LayoutInfo | undefined;
}

/** Parses a program. @throws MachineError with line and column. */
export function parseProgram(text: string, options: ParseOptions = {}): Program {
  const nodes = readNodes(text);
  const [unit] = nodes;
  if (nodes.length !== 1 || !isList(unit) || atom(unit.items[0]) !== "unit") throw syntax(unit ?? null, "Expected one (unit …)");
  return new ProgramParser(atom(unit.items[1]), options).program(unit.items.slice(2));
}

/** Parses one function that calls nothing but what `resolve` knows (and itself). */
export function parseFunction(text: string, unit = "test", options: ParseOptions = {}): Fn {
  const [node] = readNodes(text);
  const parser = new ProgramParser(unit, options);
  const fn = parser.head(list(node), 1, unit);
  parser.functions.set(`${unit}::${fn.name}`, fn);
  parser.body(fn, list(node));
  return fn;
}

function syntax(node: Node | null, message: string): MachineError {
  return new MachineError("syntax", message, node === null ? "" : `line ${node.line}, column ${node.column}`);
}

function list(node: Node): List {
  if (!isList(node)) throw syntax(node, `Expected a list, found "${node.text}"`);
  return node;
}
function headOf(node: Node): string | null {
  return isList(node) && node.items.length > 0 && !isList(node.items[0]) ? node.items[0].text : null;
}
function number(node: Node | undefined): number {
  if (node === undefined) throw syntax(null, "A number is missing at the end of a list");
  const n = Number(atom(node));
  if (Number.isNaN(n)) throw syntax(node, `Expected a number, found "${atom(node)}"`);
  return n;
}
/** The list with this head among `nodes`. */
function part(nodes: readonly Node[], head: string): List | null {
  return (nodes.find((n) => headOf(n) === head) as List | undefined) ?? null;
}
function flag(nodes: readonly Node[], name: string): boolean {
  return nodes.some((n) => !isList(n) && n.text === name && !n.quoted);
}

const ATTRIBUTES = new Set(["param", "result", "local", "effects", "inlining", "host", "export", "table", "where"]);

class ProgramParser {
  readonly functions = new Map<string, Fn>();
  readonly #layouts = new Map<string, LayoutInfo>();
  readonly #regions = new Map<string, Region>();

  constructor(readonly unit: string, readonly options: ParseOptions) {}

  program(items: readonly Node[]): Program {
    const p: Program = {
      unit: this.unit,
      functions: [],
      layouts: [],
      handlers: [],
      continuations: [],
      globals: [],
      data: new Uint8Array(),
      literals: [],
    };
    const bodies: (() => void)[] = [];
    const define = (node: Node, at = 1) => {
      const fn = this.head(list(node), at, this.unit);
      bodies.push(() => this.body(fn, list(node)));
      return fn;
    };
    for (const node of items) {
      const rest = list(node).items.slice(1);
      switch (headOf(node)) {
        case "layout":
          p.layouts.push(this.#layout(rest));
          break;
        case "extern_layout": {
          const known = this.options.resolveLayout?.(atom(rest[0]));
          if (known === undefined) this.#layout(rest);
          else this.#layouts.set(known.name, known);
          break;
        }
        case "global":
          p.globals.push({
            name: atom(rest[0]),
            storage: atom(rest[1]) as Storage,
            address: number(rest[2]),
            readonly: flag(rest, "readonly"),
          });
          break;
        case "literal":
          p.literals.push({ text: atom(rest[0]), address: number(rest[1]) });
          break;
        case "data": {
          const hex = rest.map(atom).join("");
          p.data = Uint8Array.from(hex.match(/../g) ?? [], (b) => parseInt(b, 16));
          break;
        }
        case "extern": {
          const unit = atom(rest[0]), name = atom(rest[1]);
          const fn = this.options.resolve?.(unit, name) ?? this.head(list(node), 2, unit);
          this.functions.set(`${unit}::${name}`, fn);
          break;
        }
        case "function": {
          const fn = define(node);
          this.functions.set(`${this.unit}::${fn.name}`, fn);
          p.functions.push(fn);
          break;
        }
        case "handler":
          p.handlers.push(this.#handler(rest, define));
          break;
        case "continuation":
          p.continuations.push(this.#continuation(rest, p.handlers, define));
          break;
        default:
          throw syntax(node, "Unknown part of a unit");
      }
    }
    bodies.forEach((parse) => parse());
    return p;
  }

  // ── Declarations ─────────────────────────────────────────────────────────────────────────────────────────────────

  #layout(rest: readonly Node[]): LayoutInfo {
    const id = part(rest, "id")!, parent = part(rest, "parent"), tail = part(rest, "tail");
    const name = atom(rest[0]);
    const layout: LayoutInfo = {
      name,
      id: number(id.items[1]),
      lastId: number(id.items[2]),
      parent: parent === null ? null : this.layout(parent.items[1]),
      abstract: flag(rest, "abstract"),
      stable: flag(rest, "stable"),
      finalizer: flag(rest, "finalizer"),
      fields: [],
      tail: tail === null ? null : { name: atom(tail.items[1]), storage: atom(tail.items[2]) as Storage },
      sizeBytes: number(part(rest, "size")!.items[1]),
    };
    for (const node of rest) {
      if (headOf(node) !== "field") continue;
      const f = list(node).items;
      const target = part(f, "target"), signature = part(f, "signature"), region = part(f, "region");
      const readonly = flag(f.slice(4), "readonly");
      layout.fields.push({
        name: atom(f[1]),
        storage: atom(f[2]) as Storage,
        offset: number(f[3]),
        readonly,
        weak: flag(f.slice(4), "weak"),
        region: region === null ? this.#regionNamed(`${name}.${atom(f[1])}`, readonly) : this.region(region.items[1]),
        target: target === null ? null : atom(target.items[1]),
        signature: signature === null ? null : this.signature(signature),
      });
    }
    this.#layouts.set(name, layout);
    return layout;
  }

  layout(node: Node): LayoutInfo {
    const found = this.#layouts.get(atom(node)) ?? this.options.resolveLayout?.(atom(node));
    if (found === undefined) throw syntax(node, `Unknown layout "${atom(node)}"`);
    return found;
  }

  region(node: Node): Region {
    const text = atom(node);
    return text.endsWith("!") ? this.#regionNamed(text.slice(0, -1), true) : this.#regionNamed(text, false);
  }

  #regionNamed(name: string, readonly: boolean): Region {
    const key = `${readonly} ${name}`;
    let region = this.#regions.get(key);
    if (region === undefined) this.#regions.set(key, region = { name, readonly });
    return region;
  }

  #handler(rest: readonly Node[], define: (node: Node) => Fn): Handler {
    const value = (head: string) => number(part(rest, head)!.items[1]);
    const function_ = part(rest, "function");
    if (function_ === null) throw syntax(rest[0], "A handler needs a function");
    return {
      name: atom(rest[0]),
      opcode: value("opcode"),
      immediates: rest.filter((n) => headOf(n) === "imm").map((n) => {
        const [, name, storage] = list(n).items;
        return { name: atom(name), storage: atom(storage) as Storage };
      }),
      sizeBytes: value("size"),
      inputs: value("inputs"),
      outputs: value("outputs"),
      fn: define(function_),
      hidden: flag(rest, "hidden"),
      outline: flag(rest, "outline"),
      loopHeader: flag(rest, "loopHeader"),
      unwind: flag(rest, "unwind"),
      stack: part(rest, "stack") === null ? null : atom(part(rest, "stack")!.items[1]),
      doc: atom(part(rest, "doc")!.items[1]),
    };
  }

  #continuation(rest: readonly Node[], handlers: readonly Handler[], define: (node: Node) => Fn): Continuation {
    const name = atom(part(rest, "handler")!.items[1]);
    const handler = handlers.find((h) => h.name === name);
    if (handler === undefined) throw syntax(rest[0], `Unknown handler "${name}"`);
    return {
      index: number(rest[0]),
      handler,
      fn: define(part(rest, "function")!),
      pcParameter: number(part(rest, "pc")!.items[1]),
      outputs: number(part(rest, "outputs")!.items[1]),
    };
  }

  signature(node: List): Signature {
    const types = (head: string) => part(node.items, head)!.items.slice(1).map((n) => atom(n) as Type);
    return { params: types("params"), results: types("results"), effects: this.effects(part(node.items, "effects")!) };
  }

  effects(node: List): Effects {
    const has = (name: string) => flag(node.items, name);
    const returned = part(node.items, "returned");
    return {
      collects: has("collects"),
      raises: has("raises"),
      reads: has("reads"),
      ...this.changes(node),
      ...(returned === null ? {} : { returned: this.changes(returned) }),
    };
  }

  changes(node: List): Changes {
    const regions = part(node.items, "regions")!.items.slice(1);
    const any = regions.length === 1 && atom(regions[0]) === "*";
    return { calls: flag(node.items, "calls"), writes: flag(node.items, "writes"), writesRegions: any ? null : new Set(regions.map(atom)) };
  }

  /** A function without its body; `at` is the place of its name. */
  head(node: List, at: number, unit: string): Fn {
    const rest = node.items.slice(at + 1);
    const variables = (head: string): Local[] =>
      rest.filter((n) => headOf(n) === head).map((n) => ({ name: atom(list(n).items[1]), type: atom(list(n).items[2]) as Type }));
    const word = (head: string) => {
      const found = part(rest, head);
      return found === null ? undefined : atom(found.items[1]);
    };
    const params = variables("param");
    const effects = part(rest, "effects");
    const fn: Fn = {
      name: atom(node.items[at]),
      unit,
      params: params.length,
      locals: [...params, ...variables("local")],
      results: part(rest, "result")?.items.slice(1).map((n) => atom(n) as Type) ?? [],
      body: [],
      effects: effects === null
        ? { collects: false, raises: false, calls: false, reads: false, writes: false, writesRegions: new Set() }
        : this.effects(effects),
      inlining: (word("inlining") ?? "inline") as Fn["inlining"],
      unroll: flag(rest, "unroll"),
      tableIndex: Number(word("table") ?? 0),
      where: word("where") ?? "",
    };
    const host = word("host"), exported = word("export");
    if (host !== undefined) fn.hostImport = host;
    if (exported !== undefined) fn.exportName = exported;
    return fn;
  }

  body(fn: Fn, node: List): void {
    const body = node.items.slice(2).filter((n) => isList(n) && !ATTRIBUTES.has(headOf(n) ?? ""));
    fn.body = new TreeParser(this, fn).body(body);
  }

  function(node: Node): Fn {
    const name = atom(node);
    const [unit, rest] = name.includes("::") ? name.split("::") : [this.unit, name];
    const found = this.functions.get(`${unit}::${rest}`) ?? this.options.resolve?.(unit, rest);
    if (found === undefined) throw syntax(node, `Unknown function "${name}"`);
    return found;
  }
}

/** Statements and expressions of one function. */
class TreeParser {
  constructor(readonly program: ProgramParser, readonly fn: Fn) {}

  body(nodes: readonly Node[]): Stmt[] {
    return nodes.map((n) => this.stmt(n));
  }

  local(node: Node): number {
    const text = atom(node);
    if (text === "_") return -1;
    const hash = text.lastIndexOf("#");
    const index = hash > 0 ? Number(text.slice(hash + 1)) : this.fn.locals.findIndex((l) => `$${l.name}` === text);
    if (!text.startsWith("$") || !(index >= 0)) throw syntax(node, `Unknown local "${text}"`);
    return index;
  }

  // ── Expressions ──────────────────────────────────────────────────────────────────────────────────────────────────

  expr(node: Node): Expr {
    if (!isList(node)) return this.#atom(node);
    const head = headOf(node), rest = node.items.slice(1);
    const op = head === null ? undefined : OPERATIONS.get(head);
    if (op !== undefined) return { k: "op", type: op.result, op, args: rest.map((n) => this.expr(n)) };
    switch (head) {
      case "as":
        return { ...this.expr(rest[1]), type: atom(rest[0]) as Type } as Expr;
      case "static":
        return { k: "static", type: "i32", unit: atom(rest[0]), offset: number(rest[1]) };
      case "load": {
        const storage = atom(rest[0]) as Storage;
        return { k: "load", type: storageType(storage), storage, region: this.program.region(rest[1]), ...this.#place(rest[2]) };
      }
      case "call": {
        const fn = this.program.function(rest[0]);
        return { k: "call", type: fn.results[0] ?? "i32", fn, args: rest.slice(1).map((n) => this.expr(n)) };
      }
      case "cond": {
        const [test, then, otherwise] = rest.map((n) => this.expr(n));
        return { k: "cond", type: then.type, test, then, else: otherwise };
      }
      case "promote": {
        const arg = this.expr(rest[0]);
        return { k: "promote", type: arg.type, arg };
      }
      case "is_constant":
        return { k: "isConstant", type: "i32", arg: this.expr(rest[0]) };
    }
    if (head?.startsWith("vm.")) return this.#vmRead(node, head.slice(3) as VmRead, rest);
    throw syntax(node, `Unknown expression "${head}"`);
  }

  #vmRead(node: Node, what: VmRead, rest: readonly Node[]): Expr {
    if (!(what in VM_READ_TYPES)) throw syntax(node, `Unknown machine state "${what}"`);
    let index = 0;
    if (what === "imm") {
      index = number(rest[0]);
      rest = rest.slice(1);
    } else if (rest.length > 0 && headOf(rest[0]) === "index") {
      index = number(list(rest[0]).items[1]);
      rest = rest.slice(1);
    }
    return { k: "vm", type: VM_READ_TYPES[what], what, args: rest.map((n) => this.expr(n)), index };
  }

  #atom(node: Node): Expr {
    const text = atom(node);
    if (text.startsWith("$")) {
      const local = this.local(node);
      return { k: "get", type: this.fn.locals[local]?.type ?? "i32", local };
    }
    const value = (word: number | bigint): Expr => ({ k: "const", type: "value", value: word as bigint });
    const box = (name: string, x: number | bigint) => value(OPERATIONS.get(`${name}.box`)!.evaluate(x));
    const after = text.slice(text.indexOf(":") + 1);
    if (/^-?\d+$/.test(text)) return { k: "const", type: "i32", value: Number(text) };
    if (/^-?\d+n$/.test(text)) return { k: "const", type: "i64", value: BigInt(text.slice(0, -1)) };
    if (text === "ERROR") return value(0n);
    if (text === "nil") return { k: "const", type: "ref", value: 0 };
    if (text.startsWith("ref:")) return { k: "const", type: "ref", value: Number(after) };
    if (text.startsWith("word:")) return value(BigInt(after));
    if (text.startsWith("int:")) return box("int", BigInt(after));
    if (text.startsWith("float:")) return box("float", float(after));
    if (text.startsWith("special:") || text.startsWith("char:")) return box(text.split(":")[0], Number(after));
    if (/^(nan|-?inf|-?[\d.]+(e[+-]?\d+)?)$/.test(text)) return { k: "const", type: "f64", value: float(text) };
    throw syntax(node, `Unknown constant "${text}"`);
  }

  #place(node: Node): { base: Expr; offset: number; index?: Expr; scale: number } {
    const items = list(node).items.slice(1);
    const place = { base: this.expr(items[0]), offset: number(items[1]), scale: 0 };
    if (items.length === 2) return place;
    if (items.length === 3) return { ...place, scale: number(list(items[2]).items[1]) };
    return { ...place, index: this.expr(items[2]), scale: number(items[3]) };
  }

  // ── Statements ───────────────────────────────────────────────────────────────────────────────────────────────────

  #resume(node: List | null): Resume | "next" | null {
    if (node === null) return null;
    const [, index, ...saved] = node.items;
    return atom(index) === "next" ? "next" : { continuation: number(index), saved: saved.map((n) => this.expr(n)) };
  }

  /** Splits what follows the operands of a call: results, attempt, spill, resume. */
  #surroundings(rest: readonly Node[]): { operands: Node[]; results: number[]; attempt: boolean; spill: Spill } {
    const special = (n: Node) => (isList(n) ? ["results", "spill", "resume"].includes(headOf(n) ?? "") : n.text === "attempt");
    const locals = (head: string) => part(rest, head)?.items.slice(1).map((n) => this.local(n)) ?? [];
    return {
      operands: rest.filter((n) => !special(n)),
      results: locals("results"),
      attempt: flag(rest, "attempt"),
      spill: { locals: locals("spill"), resume: this.#resume(part(rest, "resume")) },
    };
  }

  stmt(node: Node): Stmt {
    const head = headOf(node), rest = list(node).items.slice(1);
    const exprs = (nodes: readonly Node[]) => nodes.map((n) => this.expr(n));
    const bodyOf = (name: string) => this.body(part(rest, name)?.items.slice(1) ?? []);
    switch (head) {
      case "set":
        return { k: "set", local: this.local(rest[0]), value: this.expr(rest[1]) };
      case "store":
        return {
          k: "store",
          storage: atom(rest[0]) as Storage,
          region: this.program.region(rest[1]),
          ...this.#place(rest[2]),
          value: this.expr(rest[3]),
          fresh: flag(rest, "fresh"),
        };
      case "call": {
        const { operands, results, attempt, spill } = this.#surroundings(rest.slice(1));
        return { k: "call", fn: this.program.function(rest[0]), args: exprs(operands), results, attempt, spill };
      }
      case "call_slot": {
        const { results, attempt, spill } = this.#surroundings(rest.slice(3));
        const args = exprs(list(rest[1]).items.slice(1));
        return { k: "callSlot", slot: this.expr(rest[0]), signature: this.program.signature(list(rest[2])), args, results, attempt, spill };
      }
      case "alloc": {
        const length = part(rest, "length");
        const { spill } = this.#surroundings(rest.slice(2));
        const common = { k: "alloc" as const, layout: this.program.layout(rest[1]), result: this.local(rest[0]), spill };
        return length === null ? common : { ...common, length: this.expr(length.items[1]) };
      }
      case "if":
        return { k: "if", test: this.expr(rest[0]), then: bodyOf("then"), else: bodyOf("else") };
      case "loop":
      case "block":
        return { k: head, label: number(rest[0]), body: this.body(rest.slice(1)) };
      case "break":
      case "continue":
        return { k: head, label: number(rest[0]) };
      case "switch": {
        const cases = rest.filter((n) => headOf(n) === "case").map((n) => {
          const [, values, ...body] = list(n).items;
          return { values: list(values).items.map(number), body: this.body(body) };
        });
        return { k: "switch", value: this.expr(rest[0]), cases, default: bodyOf("default") };
      }
      case "return":
        return { k: "return", values: exprs(rest) };
      case "throw":
        return { k: "throw", value: this.expr(rest[0]) };
      case "rethrow":
        return { k: "rethrow" };
      case "memory.copy":
      case "memory.fill": {
        const [to, from, size] = exprs(rest);
        return { k: "memory", what: head === "memory.copy" ? "copy" : "fill", to, from, size };
      }
      case "trap":
        return { k: "trap", message: atom(rest[0]) };
    }
    if (head?.startsWith("vm.")) return { k: "vm", what: head.slice(3) as any, args: exprs(rest) };
    if (head?.startsWith("transfer.")) {
      const { operands, spill } = this.#surroundings(rest);
      return { k: "transfer", what: head.slice(9) as any, args: exprs(operands), resume: spill.resume as Resume | null };
    }
    throw syntax(node, `Unknown statement "${head}"`);
  }
}

function float(text: string): number {
  return text === "nan" ? NaN : text === "inf" ? Infinity : text === "-inf" ? -Infinity : Number(text);
}
