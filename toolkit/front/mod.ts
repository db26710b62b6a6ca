/**
 * The front end: definition sources of a unit (and of the units it uses) to `Program`s of the abstract machine.
 *
 * Source → `sources.ts` (files, names) → `context.ts` (layouts, functions, constants) → `translator.ts`, `expressions.ts`,
 * `intrinsics.ts`, `machine_state.ts` (trees) → `effects.ts` → `continuations.ts`. Deterministic: the same sources give the
 * same programs on every machine.
 */

import { ts } from "../deps_build.ts";
import type { Fn, Handler, Program, Stmt } from "../machine/tree.ts";
import { STORAGE_BYTES } from "../machine/tree.ts";
import { type Unit, unitNamed } from "../units.ts";
import { type ClassDeclaration, Context } from "./context.ts";
import { ContinuationSplitter } from "./continuations.ts";
import { inferEffects, visitStatements } from "./effects.ts";
import { Sources } from "./sources.ts";
import { type HandlerScope, Translator } from "./translator.ts";
import { type FType, machineType, storageOf } from "./types.ts";

/** The entries every language has (see docs/definition_language.md). */
export const REQUIRED_ENTRIES = ["stackOverflow", "outOfMemory", "makeLiteral", "boot"];

/**
 * Compiles a unit and, when it is not the heap itself, the heap's definitions too (their signatures, effects and small
 * bodies are needed). The unit's own program comes last.
 *
 * @param read gives the text of a file, by its path relative to the project
 * @throws DefinitionError for whatever the definition language does not allow
 */
export function compileUnit(name: string, read: (path: string) => string): Program[] {
  const unit = unitNamed(name);
  const sources = new Sources(read);
  const context = new Context(sources, unit);
  const heapEntry = sources.load(unitNamed("heap").entry);
  const entry = sources.load(unit.entry);
  context.codeLayout();
  for (const file of sources.files.values()) {
    for (const d of file.names.values()) if (d.k === "class" && d.role === "layout") context.layout(d);
  }
  context.numberLayouts();
  for (const d of sources.exported(heapEntry)) {
    if (d.k !== "function") continue;
    const { fn } = context.function(d);
    if (fn.hostImport === undefined) context.tableIndex(fn);
  }
  for (const file of sources.files.values()) {
    if (file.unit !== unit) continue;
    for (const d of file.names.values()) {
      if (d.k === "function" && (d.flags.entry || REQUIRED_ENTRIES.includes(d.name))) context.function(d).fn.exportName = d.name;
    }
  }
  for (const d of sources.exported(entry)) if (d.k === "function") context.function(d);
  const handlers = unit.bytecodes === null ? [] : translateHandlers(context, unit);
  translateQueue(context);
  const functions = [...context.functions.values()].map((f) => f.fn);
  inferEffects(functions, handlers.map((h) => h.fn));
  const splitter = new ContinuationSplitter();
  for (const h of handlers) splitter.handler(h);
  numberTraceCallees(context, functions, handlers, unit);
  const names = name === "heap" ? ["heap"] : ["heap", name];
  return names.map((n) => {
    const area = context.statik(n);
    return {
      unit: n,
      functions: functions.filter((f) => f.unit === n),
      layouts: context.layoutList.filter((l) => l.unit === n).map((l) => l.info),
      handlers: n === name ? handlers : [],
      continuations: n === name ? splitter.continuations : [],
      globals: area.globals,
      data: new Uint8Array(area.data),
      literals: area.literals,
    };
  });
}

function translateQueue(context: Context): void {
  for (let i = 0; i < context.queue.length; i++) {
    const entry = context.queue[i];
    new Translator(context, entry.declaration.file, entry.fn, null).functionBody(entry);
  }
}

/** Class chain of the bytecodes class, base first. */
function classChain(context: Context, unit: Unit): ClassDeclaration[] {
  const chain: ClassDeclaration[] = [];
  let d = context.sources.resolve(context.sources.load(unit.entry), unit.bytecodes!);
  while (d !== null && d.k === "class") {
    chain.unshift(d);
    const base: any = d.node.heritageClauses?.[0]?.types[0]?.expression;
    d = base === undefined ? null : context.sources.resolve(d.file, base.text);
  }
  if (chain.length === 0) throw new Error(`Unit "${unit.name}" has no class "${unit.bytecodes}" in ${unit.entry}`);
  return chain;
}

function translateHandlers(context: Context, unit: Unit): Handler[] {
  const chain = classChain(context, unit);
  const parts: HandlerScope["parts"] = new Map();
  const ops = new Map<string, { declaration: ClassDeclaration; node: any; options: HandlerOptions }>();
  for (const declaration of chain) {
    for (const node of declaration.node.members) {
      if (!ts.isMethodDeclaration(node)) {
        throw context.error(declaration.file, node, "bytecodes-member", "A class of bytecodes has methods only");
      }
      const name = (node.name as any).text;
      const decorator = (ts.getDecorators(node) ?? []).find((x: any) => x.expression.expression?.text === "op");
      if (decorator === undefined) parts.set(name, { file: declaration.file, node });
      else ops.set(name, { declaration, node, options: decoratorOptions(decorator) });
    }
  }
  [...ops.keys()].forEach((name, opcode) => context.opcodes.set(bytecodeName(name), opcode));
  return [...ops].map(([name, { declaration, node, options }], opcode) =>
    translateHandler(context, unit, parts, declaration, node, name, options, opcode)
  );
}

/** `loadLocal` is the bytecode `load_local`; `call_` is `call` (whose plain name the machine state has). */
function bytecodeName(method: string): string {
  return method.replace(/_$/, "").replace(/[A-Z]/g, (c) => "_" + c.toLowerCase());
}

/** What `@op({ … })` says of a handler. */
type HandlerOptions = Record<string, boolean | string>;

function decoratorOptions(decorator: any): HandlerOptions {
  const out: HandlerOptions = {};
  for (const p of decorator.expression.arguments[0]?.properties ?? []) {
    const value = p.initializer;
    out[p.name.getText()] = ts.isStringLiteral(value) ? value.text : value.kind === ts.SyntaxKind.TrueKeyword;
  }
  return out;
}

function translateHandler(
  context: Context,
  unit: Unit,
  parts: HandlerScope["parts"],
  declaration: ClassDeclaration,
  node: any,
  method: string,
  options: HandlerOptions,
  opcode: number,
): Handler {
  const { file } = declaration;
  const result = context.type(file, node.type);
  const { line } = file.ast.getLineAndCharacterOfPosition(node.getStart(file.ast));
  const resultType = machineType(result);
  const name = bytecodeName(method);
  const fn: Fn = {
    name: `op.${name}`,
    unit: unit.name,
    params: 0,
    locals: [],
    results: resultType === null ? [] : [resultType],
    body: [],
    effects: { collects: false, raises: false, calls: false, reads: false, writes: false, writesRegions: new Set() },
    inlining: "inline",
    unroll: false,
    tableIndex: 0,
    where: `${file.path}:${line + 1}`,
  };
  const scope: HandlerScope = { parts, immediates: new Map(), depth: 0 };
  const t = new Translator(context, file, fn, scope);
  t.resultType = result;
  t.scopes.push(new Map());
  const immediates: Handler["immediates"] = [];
  for (const p of node.parameters) {
    const type: FType = context.type(file, p.type);
    if (type.k === "immediate") {
      t.declare(p.name.text, { immediate: immediates.length, type: type.of });
      immediates.push({ name: p.name.text, storage: storageOf(type)! });
    } else {
      const local = t.newLocal(p.name.text, "value");
      if (machineType(type) !== "value") {
        throw context.error(file, p, "operand-type", "Operands are of type Value", "Narrow with as inside");
      }
      t.declare(p.name.text, { local, type, constant: false });
      fn.params++;
    }
  }
  fn.body = t.collect(() => t.block(node.body.statements));
  t.scopes.pop();
  let sizeBytes = 2;
  for (const i of immediates) sizeBytes += STORAGE_BYTES[i.storage];
  const comments = ts.getLeadingCommentRanges(file.ast.text, node.pos) ?? [];
  const doc = comments.map((c: any) => file.ast.text.slice(c.pos, c.end)).filter((c: string) => c.startsWith("/**")).join(" ")
    .replace(/^\/\*\*|\*\/$/g, "").replace(/\n\s*\*/g, " ").trim();
  return {
    name,
    opcode,
    immediates,
    sizeBytes,
    inputs: fn.params,
    outputs: fn.results.length,
    fn,
    hidden: options.hidden === true,
    outline: options.outline === true,
    loopHeader: options.loopHeader === true || method === "loopHeader",
    unwind: options.unwind === true,
    stack: typeof options.stack === "string" ? options.stack : null,
    doc,
  };
}

/** Everything that compiled code may call gets a slot of the shared table. */
function numberTraceCallees(context: Context, functions: Fn[], handlers: Handler[], unit: Unit): void {
  const bodies: Stmt[][] = [...handlers.map((h) => h.fn.body), ...functions.filter((f) => f.inlining === "inline").map((f) => f.body)];
  for (const body of bodies) {
    visitStatements(body, (s) => {
      if (s.k === "call" && s.fn.inlining !== "inline" && (s.fn.unit === unit.name)) context.tableIndex(s.fn);
    });
  }
}
