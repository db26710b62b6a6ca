/**
 * The text form of the abstract machine: prints expressions, statements, functions, handlers and programs.
 *
 * S-expressions, one statement per line; `parse.ts` reads them back to equal trees. Locals are `$name` (`$name#3` where a
 * name is not unique), constants show their type: `5` is i32, `5n` i64, `5.0` f64, `nil` a ref, `int:5`, `float:5.0`,
 * `special:5`, `char:97` and `ERROR` are values. A region that is read only ends in `!`. A type that does not follow from the
 * node itself is annotated: `(as i64 …)`.
 *
 * @example
 * ```
 * (function core.add_slow (param left value) (param right value) (result value)
 *   (effects collects raises reads writes (regions)) (inlining residual) (where core.ts:12)
 *   (if (i32.and (int.is $left) (int.is $right))
 *     (then
 *       (return (int.box (i64.add (int.of $left) (int.of $right))))))
 *   (call heap::int.box_slow $left (results $right) (spill $left))
 *   (return $right))
 * ```
 */

import { operation } from "./operations.ts";
import {
  type Changes,
  type Continuation,
  type Effects,
  type Expr,
  type Fn,
  type Handler,
  type LayoutInfo,
  type Program,
  type Region,
  type Resume,
  type Signature,
  type Spill,
  type Stmt,
  storageType,
  type Type,
  type VmRead,
} from "./tree.ts";

/** Types of `vm` expressions (an immediate may be annotated). */
export const VM_READ_TYPES: Record<VmRead, Type> = {
  imm: "i32",
  local: "value",
  peek: "value",
  code: "ref",
  func: "value",
  extra: "value",
  pc: "i32",
  nextPc: "i32",
  depth: "i32",
  frameSlots: "i32",
};

const ATOM = /^[A-Za-z_.<>*/,:|&=@~^?%][\w.<>*/,:|&=@~^?%$-]*$/;

/** A name as an atom, quoted where it could not be read back. */
export function nameText(name: string): string {
  return ATOM.test(name) ? name : JSON.stringify(name);
}

/** How the printer writes a local of `fn`. */
export function localText(fn: Fn, index: number): string {
  if (index < 0) return "_";
  const local = fn.locals[index];
  if (local === undefined || !/^[\w$.-]+$/.test(local.name)) return `$#${index}`;
  const unique = fn.locals.every((l, i) => i === index || l.name !== local.name);
  return unique ? `$${local.name}` : `$${local.name}#${index}`;
}

/** Name of a function as seen from `unit`. */
export function functionText(fn: { unit: string; name: string }, unit: string): string {
  return nameText(fn.unit === unit ? fn.name : `${fn.unit}::${fn.name}`);
}

function floatText(x: number): string {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x > 0 ? "inf" : "-inf";
  const text = Object.is(x, -0) ? "-0" : String(x);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function valueText(word: bigint): string {
  if (word === 0n) return "ERROR";
  const as = (name: string, show: (x: any) => string) => {
    if (operation(`${name}.is`).evaluate(word) !== 1) return null;
    const x = operation(`${name}.of`).evaluate(word);
    return operation(`${name}.box`).evaluate(x) === word ? `${name}:${show(x)}` : null;
  };
  return as("int", String) ?? as("float", floatText) ?? as("special", String) ?? as("char", String) ?? `word:0x${word.toString(16)}`;
}

function constantText(type: Type, value: number | bigint): string {
  switch (type) {
    case "i32":
      return String(value);
    case "i64":
      return `${value}n`;
    case "f64":
      return floatText(value as number);
    case "value":
      return valueText(value as bigint);
    case "ref":
      return value === 0 ? "nil" : `ref:${value}`;
  }
}

/** The type that follows from a node alone; null when its operands leave it open. */
export function derivedType(e: Expr, fn: Fn): Type {
  switch (e.k) {
    case "const":
    case "static":
      return e.type;
    case "get":
      return fn.locals[e.local]?.type ?? "i32";
    case "op":
      return e.op.result;
    case "load":
      return storageType(e.storage);
    case "call":
      return e.fn.results[0] ?? "i32";
    case "cond":
      return e.then.type;
    case "promote":
      return e.arg.type;
    case "isConstant":
      return "i32";
    case "vm":
      return VM_READ_TYPES[e.what];
  }
}

function regionText(r: Region): string {
  return nameText(r.name) + (r.readonly ? "!" : "");
}

/** Prints one function's parts. */
export class TreePrinter {
  constructor(readonly fn: Fn) {}

  expr(e: Expr): string {
    const body = this.#node(e);
    return derivedType(e, this.fn) === e.type ? body : `(as ${e.type} ${body})`;
  }

  #list(head: string, args: readonly Expr[]): string {
    return `(${[head, ...args.map((a) => this.expr(a))].join(" ")})`;
  }

  #place(e: { base: Expr; offset: number; index?: Expr; scale: number }): string {
    const index = e.index === undefined ? "" : ` ${this.expr(e.index)}`;
    const scale = e.index === undefined && e.scale === 0 ? "" : e.index === undefined ? ` (scale ${e.scale})` : ` ${e.scale}`;
    return `(at ${this.expr(e.base)} ${e.offset}${index}${scale})`;
  }

  #node(e: Expr): string {
    switch (e.k) {
      case "const":
        return constantText(e.type, e.value);
      case "static":
        return `(static ${nameText(e.unit)} ${e.offset})`;
      case "get":
        return localText(this.fn, e.local);
      case "op":
        return this.#list(e.op.name, e.args);
      case "load":
        return `(load ${e.storage} ${regionText(e.region)} ${this.#place(e)})`;
      case "call":
        return this.#list(`call ${functionText(e.fn, this.fn.unit)}`, e.args);
      case "cond":
        return this.#list("cond", [e.test, e.then, e.else]);
      case "promote":
        return this.#list("promote", [e.arg]);
      case "isConstant":
        return this.#list("is_constant", [e.arg]);
      case "vm": {
        const index = e.what === "imm" ? ` ${e.index}` : e.index === 0 ? "" : ` (index ${e.index})`;
        return this.#list(`vm.${e.what}${index}`, e.args);
      }
    }
  }

  #resume(r: Resume | "next" | null): string {
    if (r === null) return "";
    return r === "next" ? " (resume next)" : ` ${this.#list(`resume ${r.continuation}`, r.saved)}`;
  }

  #surroundings(s: { results?: number[]; attempt?: boolean; spill: Spill }): string {
    const locals = (head: string, list: readonly number[]) =>
      list.length === 0 ? "" : ` (${head} ${list.map((l) => localText(this.fn, l)).join(" ")})`;
    return locals("results", s.results ?? []) + (s.attempt ? " attempt" : "") + locals("spill", s.spill.locals) +
      this.#resume(s.spill.resume);
  }

  #body(head: string, body: readonly Stmt[], indent: string): string {
    return `${indent}(${head}${body.map((s) => "\n" + this.stmt(s, indent + "  ")).join("")})`;
  }

  stmt(s: Stmt, indent = ""): string {
    const inner = indent + "  ";
    const line = (text: string) => indent + text;
    switch (s.k) {
      case "set":
        return line(`(set ${localText(this.fn, s.local)} ${this.expr(s.value)})`);
      case "store":
        return line(`(store ${s.storage} ${regionText(s.region)} ${this.#place(s)} ${this.expr(s.value)}${s.fresh ? " fresh" : ""})`);
      case "call":
        return line(this.#list(`call ${functionText(s.fn, this.fn.unit)}`, s.args).slice(0, -1) + this.#surroundings(s) + ")");
      case "callSlot":
        return line(
          `(call_slot ${this.expr(s.slot)} ${this.#list("args", s.args)} ${signatureText(s.signature)}${this.#surroundings(s)})`,
        );
      case "alloc": {
        const length = s.length === undefined ? "" : ` (length ${this.expr(s.length)})`;
        return line(`(alloc ${localText(this.fn, s.result)} ${nameText(s.layout.name)}${length}${this.#surroundings({ spill: s.spill })})`);
      }
      case "if": {
        const otherwise = s.else.length === 0 ? "" : "\n" + this.#body("else", s.else, inner);
        return line(`(if ${this.expr(s.test)}\n${this.#body("then", s.then, inner)}${otherwise})`);
      }
      case "loop":
      case "block":
        return this.#body(`${s.k} ${s.label}`, s.body, indent);
      case "break":
      case "continue":
        return line(`(${s.k} ${s.label})`);
      case "switch": {
        const cases = s.cases.map((c) => "\n" + this.#body(`case (${c.values.join(" ")})`, c.body, inner));
        return line(`(switch ${this.expr(s.value)}${cases.join("")}\n${this.#body("default", s.default, inner)})`);
      }
      case "return":
        return line(this.#list("return", s.values));
      case "throw":
        return line(this.#list("throw", [s.value]));
      case "rethrow":
        return line("(rethrow)");
      case "memory":
        return line(this.#list(`memory.${s.what}`, [s.to, s.from, s.size]));
      case "trap":
        return line(`(trap ${JSON.stringify(s.message)})`);
      case "vm":
        return line(this.#list(`vm.${s.what}`, s.args));
      case "transfer":
        return line(this.#list(`transfer.${s.what}`, s.args).slice(0, -1) + this.#resume(s.resume) + ")");
    }
  }

  function(indent = ""): string {
    const { fn } = this;
    const body = fn.body.map((s) => "\n" + this.stmt(s, indent + "  ")).join("");
    return `${indent}(function ${headText(fn, indent)}${body})`;
  }
}

function effectsText(e: Effects): string {
  const flags = (["collects", "raises", "calls", "reads", "writes"] as const).filter((f) => e[f]);
  const returned = e.returned === undefined ? [] : [changesText(e.returned)];
  return `(${["effects", ...flags, regionsText(e), ...returned].join(" ")})`;
}

function changesText(c: Changes): string {
  return `(${["returned", ...(["calls", "writes"] as const).filter((f) => c[f]), regionsText(c)].join(" ")})`;
}

function regionsText(c: Changes): string {
  return c.writesRegions === null ? "(regions *)" : `(${["regions", ...[...c.writesRegions].map(nameText)].join(" ")})`;
}

function signatureText(s: Signature): string {
  const types = (head: string, list: readonly Type[]) => `(${[head, ...list].join(" ")})`;
  return `(signature ${types("params", s.params)} ${types("results", s.results)} ${effectsText(s.effects)})`;
}

function headText(fn: Fn, indent: string): string {
  const variables = (head: string, from: number, to: number) =>
    fn.locals.slice(from, to).map((l) => ` (${head} ${nameText(l.name)} ${l.type})`).join("");
  const results = fn.results.length === 0 ? "" : ` (result ${fn.results.join(" ")})`;
  const attributes = [
    effectsText(fn.effects),
    `(inlining ${fn.inlining})`,
    fn.unroll ? "unroll" : "",
    fn.hostImport === undefined ? "" : `(host ${nameText(fn.hostImport)})`,
    fn.exportName === undefined ? "" : `(export ${nameText(fn.exportName)})`,
    fn.tableIndex === 0 ? "" : `(table ${fn.tableIndex})`,
    `(where ${nameText(fn.where)})`,
  ].filter((x) => x !== "");
  const locals = variables("local", fn.params, fn.locals.length);
  return `${nameText(fn.name)}${variables("param", 0, fn.params)}${results}\n${indent}  ${attributes.join(" ")}` +
    (locals === "" ? "" : `\n${indent} ${locals}`);
}

/** Prints an expression of `fn`. */
export function printExpr(e: Expr, fn: Fn): string {
  return new TreePrinter(fn).expr(e);
}

/** Prints a function. */
export function printFunction(fn: Fn, indent = ""): string {
  return new TreePrinter(fn).function(indent);
}

function layoutText(l: LayoutInfo, indent: string): string {
  const parts = [
    nameText(l.name),
    `(id ${l.id} ${l.lastId})`,
    `(size ${l.sizeBytes})`,
    l.parent === null ? "" : `(parent ${nameText(l.parent.name)})`,
    ...(["abstract", "stable", "finalizer"] as const).map((flag) => (l[flag] ? flag : "")),
  ].filter((x) => x !== "");
  const fields = l.fields.map((f) => {
    const usual = f.region.name === `${l.name}.${f.name}` && f.region.readonly === f.readonly;
    const more = [
      f.readonly ? "readonly" : "",
      f.weak ? "weak" : "",
      f.target === null ? "" : `(target ${nameText(f.target)})`,
      f.signature === null ? "" : signatureText(f.signature),
      usual ? "" : `(region ${regionText(f.region)})`,
    ].filter((x) => x !== "");
    return `\n${indent}  (${["field", nameText(f.name), f.storage, f.offset, ...more].join(" ")})`;
  });
  const tail = l.tail === null ? "" : `\n${indent}  (tail ${nameText(l.tail.name)} ${l.tail.storage})`;
  return `${indent}(layout ${parts.join(" ")}${fields.join("")}${tail})`;
}

/** Prints a handler with its function. */
export function printHandler(h: Handler, indent = ""): string {
  const parts = [
    nameText(h.name),
    `(opcode ${h.opcode})`,
    `(size ${h.sizeBytes})`,
    ...h.immediates.map((i) => `(imm ${nameText(i.name)} ${i.storage})`),
    `(inputs ${h.inputs})`,
    `(outputs ${h.outputs})`,
    ...(["hidden", "outline", "loopHeader", "unwind"] as const).map((flag) => (h[flag] ? flag : "")),
    h.stack === null ? "" : `(stack ${JSON.stringify(h.stack)})`,
  ].filter((x) => x !== "");
  const inner = indent + "  ";
  return `${indent}(handler ${parts.join(" ")}\n${inner}(doc ${JSON.stringify(h.doc)})\n${printFunction(h.fn, inner)})`;
}

/** Prints a continuation with its function. */
export function printContinuation(c: Continuation, indent = ""): string {
  const head = `${c.index} (handler ${nameText(c.handler.name)}) (pc ${c.pcParameter}) (outputs ${c.outputs})`;
  return `${indent}(continuation ${head}\n${printFunction(c.fn, indent + "  ")})`;
}

/** Prints a whole program. Functions of other units that it calls are declared at its end, without bodies. */
export function printProgram(p: Program): string {
  const hex = [...p.data].map((b) => b.toString(16).padStart(2, "0")).join("");
  const data = hex === "" ? [] : [`  (data ${(hex.match(/.{1,96}/g) ?? []).map((line) => `\n    "${line}"`).join("")})`];
  const own = new Set(p.functions);
  const foreign = new Map<string, Fn>();
  const foreignLayouts = new Map<string, LayoutInfo>();
  const layouts = new Set(p.layouts);
  const layout = (l: LayoutInfo | null) => {
    for (; l !== null && !layouts.has(l); l = l.parent) foreignLayouts.set(l.name, l);
  };
  p.layouts.forEach((l) => layout(l.parent));
  const everything = [...p.functions, ...p.handlers.map((h) => h.fn), ...p.continuations.map((c) => c.fn)];
  everything.forEach((fn) =>
    visitBody(fn.body, (node) => {
      if (node.k === "call" && !own.has(node.fn)) foreign.set(`${node.fn.unit}::${node.fn.name}`, node.fn);
      if (node.k === "alloc") layout(node.layout);
    })
  );
  return [
    `(unit ${nameText(p.unit)}`,
    ...[...foreignLayouts.values()].reverse().map((l) => layoutText(l, "  ").replace("(layout ", "(extern_layout ")),
    ...p.layouts.map((l) => layoutText(l, "  ")),
    ...p.globals.map((g) => `  (global ${nameText(g.name)} ${g.storage} ${g.address}${g.readonly ? " readonly" : ""})`),
    ...p.literals.map((l) => `  (literal ${JSON.stringify(l.text)} ${l.address})`),
    ...data,
    ...[...foreign.values()].map((fn) => `  (extern ${nameText(fn.unit)} ${headText(fn, "  ")})`),
    ...p.functions.map((fn) => printFunction(fn, "  ")),
    ...p.handlers.map((h) => printHandler(h, "  ")),
    ...p.continuations.map((c) => printContinuation(c, "  ")),
  ].join("\n") + ")\n";
}

/** Calls `visit` for every statement and expression of a body. */
export function visitBody(body: readonly Stmt[], visit: (node: Stmt | Expr) => void): void {
  const walk = (x: unknown): void => {
    if (Array.isArray(x)) return x.forEach(walk);
    if (typeof x !== "object" || x === null) return;
    if ("k" in x) visit(x as Stmt | Expr);
    for (const [key, child] of Object.entries(x)) {
      if (key !== "fn" && key !== "op" && key !== "layout" && key !== "region" && key !== "signature") walk(child);
    }
  };
  walk(body);
}
