/**
 * Translates one function, handler or part: statements of TypeScript to statements of the abstract machine.
 *
 * Every call becomes a statement of its own with its results in locals, so expressions never have effects; what
 * stands left of a call in evaluation order and could change is put into a local first (`spillUnstable`).
 */

import { ts } from "../deps_build.ts";
import { operation } from "../machine/operations.ts";
import type { Expr, Fn, LayoutInfo, Stmt, Type } from "../machine/tree.ts";
import type { Constant, Context, FunctionEntry } from "./context.ts";
import { ExpressionTranslator } from "./expressions.ts";
import type { SourceFile } from "./sources.ts";
import { type FType, machineType, typeName, VOID } from "./types.ts";

export interface Variable {
  local: number;
  type: FType;
  /** Never assigned after its initialisation, so reading it late is the same. */
  constant: boolean;
}

/** A typed expression. */
export interface Typed {
  e: Expr;
  type: FType;
}

/** Where `return` goes: out of the function, or out of an inlined part. */
interface ReturnTarget {
  results: number[];
  label: number;
}

/** What handlers have beyond functions. */
export interface HandlerScope {
  /** Class chain for parts, last class first. */
  parts: Map<string, { file: SourceFile; node: any }>;
  immediates: Map<string, { index: number; type: FType }>;
  depth: number;
}

type Scope = Map<string, Variable | { immediate: number; type: FType } | { constantValue: Constant }>;

export class Translator {
  out: Stmt[] = [];
  readonly scopes: Scope[] = [];
  readonly expressions: ExpressionTranslator;
  private nextLabel = 1;
  private breakLabels: { name: string | null; breakTo: number; continueTo: number }[] = [];
  private returns: ReturnTarget | null = null;
  resultType: FType = VOID;

  constructor(readonly context: Context, public file: SourceFile, readonly fn: Fn, readonly handler: HandlerScope | null) {
    this.expressions = new ExpressionTranslator(this);
  }

  error(node: any, rule: string, message: string, fix = ""): Error {
    return this.context.error(this.file, node, rule, message, fix);
  }

  newLocal(name: string, type: Type): number {
    this.fn.locals.push({ name, type });
    return this.fn.locals.length - 1;
  }

  label(): number {
    return this.nextLabel++;
  }

  emit(s: Stmt): void {
    this.out.push(s);
  }

  /** Statements that `body` emits, kept apart. */
  collect(body: () => void): Stmt[] {
    const outer = this.out;
    this.out = [];
    try {
      body();
      return this.out;
    } finally {
      this.out = outer;
    }
  }

  lookup(name: string) {
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const v = this.scopes[i].get(name);
      if (v !== undefined) return v;
    }
    return null;
  }

  declare(name: string, v: Variable | { immediate: number; type: FType }): void {
    this.scopes[this.scopes.length - 1].set(name, v);
  }

  /** Translates the body of a whole function. */
  functionBody(entry: FunctionEntry): void {
    const node = entry.declaration.node;
    this.resultType = entry.result;
    const scope: Scope = new Map();
    const assigned = assignedNames(node.body);
    node.parameters.forEach((p: any, i: number) => {
      scope.set(p.name.text, { local: i, type: entry.params[i], constant: !assigned.has(p.name.text) });
    });
    this.scopes.push(scope);
    this.fn.body = this.collect(() => {
      if (ts.isBlock(node.body)) this.block(node.body.statements);
      else this.returnValue(node.body, node.body);
    });
    this.scopes.pop();
  }

  block(statements: readonly any[]): void {
    this.scopes.push(new Map());
    for (const s of statements) this.statement(s);
    this.scopes.pop();
  }

  nested(node: any): Stmt[] {
    return this.collect(() => ts.isBlock(node) ? this.block(node.statements) : this.block([node]));
  }

  // ── Statements ─────────────────────────────────────────────────────────────────────────────────────────────────────

  statement(node: any): void {
    const K = ts.SyntaxKind;
    switch (node.kind) {
      case K.Block:
        return this.block(node.statements);
      case K.EmptyStatement:
        return;
      case K.VariableStatement:
        for (const d of node.declarationList.declarations) this.variable(d);
        return;
      case K.ExpressionStatement:
        return this.expressions.effect(node.expression);
      case K.IfStatement:
        return this.ifStatement(node);
      case K.WhileStatement:
        return this.loop(null, node.expression, null, node.statement, null, false);
      case K.DoStatement:
        return this.loop(null, node.expression, null, node.statement, null, true);
      case K.ForStatement:
        this.scopes.push(new Map());
        this.loop(node.initializer, node.condition, node.incrementor, node.statement, null, false);
        this.scopes.pop();
        return;
      case K.ForOfStatement:
        return this.forOf(node);
      case K.LabeledStatement:
        return this.labelled(node);
      case K.SwitchStatement:
        return this.switchStatement(node);
      case K.BreakStatement:
      case K.ContinueStatement:
        return this.jumpOut(node);
      case K.ReturnStatement:
        return this.returnValue(node.expression, node);
      case K.ThrowStatement: {
        const v = this.expressions.value(node.expression, { k: "value" });
        return this.emit({ k: "throw", value: this.expressions.coerce(v, { k: "value" }, node.expression) });
      }
    }
    throw this.error(node, "statement", `${K[node.kind]} is not part of the definition language`);
  }

  private variable(d: any): void {
    if (d.initializer === undefined) {
      if (d.type === undefined) throw this.error(d, "variable", "A variable needs a type or an initialiser");
      const type = this.context.type(this.file, d.type);
      const local = this.newLocal(d.name.text, machineType(type)!);
      this.declare(d.name.text, { local, type, constant: false });
      return;
    }
    if (ts.isArrayBindingPattern(d.name)) return this.destructure(d);
    const want = d.type === undefined ? undefined : this.context.type(this.file, d.type);
    const v = this.expressions.value(d.initializer, want);
    const type = want ?? v.type;
    const m = machineType(type);
    if (m === null) throw this.error(d, "variable", `"${d.name.text}" would have type ${typeName(type)}, which is no value`);
    const isConst = (d.parent.flags & ts.NodeFlags.Const) !== 0;
    if (type.k === "nil") throw this.error(d, "variable", `Give "${d.name.text}" a declared type`, "const x: Str = NIL");
    const local = this.newLocal(d.name.text, m);
    this.emit({ k: "set", local, value: this.expressions.coerce(v, type, d.initializer) });
    this.declare(d.name.text, { local, type, constant: isConst });
  }

  private destructure(d: any): void {
    const { results, types } = this.expressions.tupleCall(d.initializer);
    d.name.elements.forEach((e: any, i: number) => {
      if (!ts.isBindingElement(e)) return;
      const isConst = (d.parent.flags & ts.NodeFlags.Const) !== 0;
      this.declare((e.name as any).text, { local: results[i], type: types[i], constant: isConst });
    });
  }

  private ifStatement(node: any): void {
    const constant = this.context.evaluate(this.file, node.expression);
    if (constant !== null && !this.shadowed(node.expression)) {
      const arm = constant.value ? node.thenStatement : node.elseStatement;
      if (arm !== undefined) this.out.push(...this.nested(arm));
      return;
    }
    const test = this.expressions.condition(node.expression);
    if (test.k === "const") {
      const arm = test.value ? node.thenStatement : node.elseStatement;
      if (arm !== undefined) this.out.push(...this.nested(arm));
      return;
    }
    const then = this.nested(node.thenStatement);
    const otherwise = node.elseStatement === undefined ? [] : this.nested(node.elseStatement);
    this.emit({ k: "if", test, then, else: otherwise });
  }

  /** True when a name in `node` is a local, so module-level evaluation does not apply. */
  shadowed(node: any): boolean {
    if (ts.isIdentifier(node)) return this.lookup(node.text) !== null;
    if (ts.isPropertyAccessExpression(node)) return this.shadowed(node.expression);
    return ts.forEachChild(node, (c: any) => this.shadowed(c) || undefined) === true;
  }

  private pendingLabel: string | null = null;

  private labelled(node: any): void {
    this.pendingLabel = node.label.text;
    this.statement(node.statement);
    this.pendingLabel = null;
  }

  private loop(init: any, test: any, step: any, body: any, before: (() => void) | null, testLast: boolean): void {
    const name = this.pendingLabel;
    this.pendingLabel = null;
    if (init !== null && init !== undefined) {
      if (ts.isVariableDeclarationList(init)) { for (const d of init.declarations) this.variable(d); }
      else this.expressions.effect(init);
    }
    const loop = this.label(), next = this.label();
    this.breakLabels.push({ name, breakTo: loop, continueTo: next });
    const leaveUnless = () => {
      if (test === undefined || test === null) return;
      const t = this.expressions.condition(test);
      if (t.k === "const" && t.value) return;
      this.emit({ k: "if", test: t, then: [], else: [{ k: "break", label: loop }] });
    };
    const statements = this.collect(() => {
      if (!testLast) leaveUnless();
      before?.();
      const inner = this.nested(body);
      if (usesLabel(inner, next)) this.emit({ k: "block", label: next, body: inner });
      else this.out.push(...inner);
      if (step !== null && step !== undefined) this.expressions.effect(step);
      if (testLast) leaveUnless();
    });
    this.breakLabels.pop();
    this.emit({ k: "loop", label: loop, body: statements });
  }

  private forOf(node: any): void {
    const tail = this.expressions.tail(node.expression);
    const object = this.stableLocal(tail.base, "ref");
    const length = this.newLocal("length", "i32"), index = this.newLocal("index", "i32");
    this.emit({ k: "set", local: length, value: this.expressions.lengthOf(object) });
    this.emit({ k: "set", local: index, value: { k: "const", type: "i32", value: 0 } });
    const get = (local: number): Expr => ({ k: "get", type: "i32", local });
    const loop = this.label(), next = this.label();
    this.breakLabels.push({ name: this.pendingLabel, breakTo: loop, continueTo: next });
    this.pendingLabel = null;
    const name = node.initializer.declarations[0].name.text;
    const item = this.newLocal(name, machineType(tail.elementType)!);
    const body = this.collect(() => {
      const test: Expr = { k: "op", type: "i32", op: operation("i32.lt_s"), args: [get(index), get(length)] };
      this.emit({ k: "if", test, then: [], else: [{ k: "break", label: loop }] });
      this.emit({ k: "set", local: item, value: this.expressions.loadElement(tail, object, get(index)).e });
      this.scopes.push(new Map([[name, { local: item, type: tail.elementType, constant: true }]]));
      this.emit({ k: "block", label: next, body: this.nested(node.statement) });
      this.scopes.pop();
      const one: Expr = { k: "const", type: "i32", value: 1 };
      this.emit({ k: "set", local: index, value: { k: "op", type: "i32", op: operation("i32.add"), args: [get(index), one] } });
    });
    this.breakLabels.pop();
    this.emit({ k: "loop", label: loop, body });
  }

  private switchStatement(node: any): void {
    const v = this.expressions.value(node.expression, { k: "i32" });
    const label = this.label();
    this.breakLabels.push({ name: this.pendingLabel, breakTo: label, continueTo: -1 });
    this.pendingLabel = null;
    const cases: { values: number[]; body: Stmt[] }[] = [];
    let fallback: Stmt[] = [];
    let values: number[] = [];
    const constant = v.e.k === "const" ? Number(v.e.value) : null;
    const clauses = node.caseBlock.clauses;
    let withDefault = false;
    clauses.forEach((clause: any, i: number) => {
      if (ts.isCaseClause(clause)) values.push(...this.caseValue(clause.expression));
      else withDefault = true;
      const last = i === clauses.length - 1;
      if (clause.statements.length === 0 && !last) return;
      let statements = clause.statements;
      if (statements.length === 1 && ts.isBlock(statements[0])) statements = statements[0].statements;
      const final: any = statements[statements.length - 1];
      const isBreak = final !== undefined && ts.isBreakStatement(final) && final.label === undefined;
      if (!last && !isBreak && !endsFlow(final)) {
        throw this.error(clause, "fall-through", "A case must end in break, return, continue or throw");
      }
      const body = this.collect(() => this.block(isBreak ? statements.slice(0, -1) : statements));
      if (withDefault) fallback = body;
      else cases.push({ values, body });
      if (withDefault && values.length > 0) cases.push({ values, body: cloneShared(body) });
      withDefault = false;
      values = [];
    });
    this.breakLabels.pop();
    let result: Stmt;
    if (constant !== null) {
      const chosen = cases.find((c) => c.values.includes(constant))?.body ?? fallback;
      result = { k: "block", label, body: chosen };
    } else {
      const s: Stmt = { k: "switch", value: this.expressions.coerce(v, { k: "i32" }, node.expression), cases, default: fallback };
      result = { k: "block", label, body: [s] };
    }
    if (usesLabel((result as any).body, label)) this.emit(result);
    else this.out.push(...(result as any).body);
  }

  private caseValue(node: any): number[] {
    const typed = this.expressions.value(node, { k: "i32" });
    if (typed.e.k !== "const") throw this.error(node, "case", "A case must be a build-time constant");
    return [Number(typed.e.value)];
  }

  private jumpOut(node: any): void {
    const isBreak = node.kind === ts.SyntaxKind.BreakStatement;
    const wanted = node.label?.text ?? null;
    for (let i = this.breakLabels.length - 1; i >= 0; i--) {
      const l = this.breakLabels[i];
      if (wanted !== null ? l.name === wanted : isBreak || l.continueTo >= 0) {
        const label = isBreak ? l.breakTo : l.continueTo;
        return this.emit({ k: "break", label });
      }
    }
    throw this.error(node, "jump", "break or continue outside of a loop");
  }

  returnValue(expression: any, node: any): void {
    const type = this.resultType;
    let values: Expr[] = [];
    if (expression === undefined) {
      if (machineType(type) !== null) throw this.error(node, "return", `A result of type ${typeName(type)} is missing`);
    } else if (type.k === "tuple") {
      if (ts.isArrayLiteralExpression(expression)) {
        values = this.expressions.list(expression.elements, type.items);
      } else {
        const { results, types } = this.expressions.tupleCall(expression);
        values = results.map((r, i) => ({ k: "get", type: machineType(types[i])!, local: r }));
      }
    } else if (machineType(type) === null) {
      this.expressions.effect(expression);
    } else {
      const v = this.expressions.value(expression, type);
      if (v.type.k === "never") return;
      values = [this.expressions.coerce(v, type, expression)];
    }
    this.emitReturn(values);
  }

  emitReturn(values: Expr[]): void {
    if (this.returns === null) {
      this.emit({ k: "return", values });
    } else {
      const target = this.returns;
      values.forEach((value, i) => this.emit({ k: "set", local: target.results[i], value }));
      this.emit({ k: "break", label: target.label });
    }
  }

  /** Inlines a part (a method without `@op`): its statements go to `out`, its result to locals. */
  inlinePart(name: string, args: readonly any[], node: any): Typed {
    const part = this.handler!.parts.get(name);
    if (part === undefined) throw this.error(node, "part", `"this.${name}" is neither machine state nor a method of this class`);
    if (this.handler!.depth > 20) throw this.error(node, "part", `"${name}" contains itself`);
    const params = part.node.parameters;
    const types: FType[] = params.map((p: any) => this.context.type(part.file, p.type));
    const result = this.context.type(part.file, part.node.type);
    const values = this.expressions.list(args, types);
    const scope: Scope = new Map();
    const assigned = assignedNames(part.node.body);
    values.forEach((value, i) => {
      const pname = params[i].name.text;
      const type = types[i].k === "immediate" ? (types[i] as any).of : types[i];
      if (value.k === "const" && !assigned.has(pname)) {
        scope.set(pname, { constantValue: { type, value: value.value } });
        return;
      }
      const local = this.newLocal(pname, machineType(type)!);
      this.emit({ k: "set", local, value });
      scope.set(pname, { local, type, constant: !assigned.has(pname) });
    });
    const m = result.k === "tuple" ? null : machineType(result);
    const results = m === null ? [] : [this.newLocal(name, m)];
    const outer = {
      returns: this.returns,
      file: this.file,
      type: this.resultType,
      scopes: this.scopes.splice(0),
      labels: this.breakLabels,
    };
    const label = this.label();
    this.returns = { results, label };
    this.file = part.file;
    this.resultType = result;
    this.breakLabels = [];
    this.handler!.depth++;
    this.scopes.push(scope);
    let body = this.collect(() => this.block(part.node.body.statements));
    this.scopes.length = 0;
    this.scopes.push(...outer.scopes);
    this.handler!.depth--;
    this.returns = outer.returns;
    this.file = outer.file;
    this.resultType = outer.type;
    this.breakLabels = outer.labels;
    body = dropFinalBreak(body, label);
    if (usesLabel(body, label)) this.emit({ k: "block", label, body });
    else this.out.push(...body);
    if (m === null) return { e: { k: "const", type: "i32", value: 0 }, type: result };
    return { e: { k: "get", type: m, local: results[0] }, type: result };
  }

  /** The value in a local that nobody assigns later. */
  stableLocal(e: Expr, type: Type): Expr {
    const local = this.newLocal("", type);
    this.emit({ k: "set", local, value: e });
    return { k: "get", type, local };
  }
}

/** Names that a body assigns after declaring them. */
export function assignedNames(node: any, found = new Set<string>()): Set<string> {
  const K = ts.SyntaxKind;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind >= K.FirstAssignment && node.operatorToken.kind <= K.LastAssignment) {
    if (ts.isIdentifier(node.left)) found.add(node.left.text);
  } else if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && ts.isIdentifier(node.operand)) {
    found.add(node.operand.text);
  }
  ts.forEachChild(node, (c: any) => {
    assignedNames(c, found);
  });
  return found;
}

/** Visits the statement lists inside a statement. */
export function bodiesOf(s: Stmt): Stmt[][] {
  switch (s.k) {
    case "if":
      return [s.then, s.else];
    case "loop":
    case "block":
      return [s.body];
    case "switch":
      return [...s.cases.map((c) => c.body), s.default];
    default:
      return [];
  }
}

export function usesLabel(list: readonly Stmt[], label: number): boolean {
  return list.some((s) => ((s.k === "break" || s.k === "continue") && s.label === label) || bodiesOf(s).some((b) => usesLabel(b, label)));
}

/** Removes a `break label` that only goes where control falls anyway. */
function dropFinalBreak(list: Stmt[], label: number): Stmt[] {
  const last = list[list.length - 1];
  if (last === undefined) return list;
  if (last.k === "break" && last.label === label) return list.slice(0, -1);
  if (last.k === "if") {
    return [...list.slice(0, -1), { ...last, then: dropFinalBreak(last.then, label), else: dropFinalBreak(last.else, label) }];
  }
  if (last.k === "switch") {
    const cases = last.cases.map((c) => ({ values: c.values, body: dropFinalBreak(c.body, label) }));
    return [...list.slice(0, -1), { ...last, cases, default: dropFinalBreak(last.default, label) }];
  }
  return list;
}

function cloneShared(list: Stmt[]): Stmt[] {
  return structuredCloneTree(list);
}

/** Copies statements and expressions; operations, functions, layouts and regions are shared. */
export function structuredCloneTree<T>(x: T): T {
  if (Array.isArray(x)) return x.map((v) => structuredCloneTree(v)) as T;
  if (typeof x !== "object" || x === null) return x;
  const out: any = {};
  for (const [key, v] of Object.entries(x)) {
    out[key] = key === "op" || key === "fn" || key === "layout" || key === "region" || key === "signature" ? v : structuredCloneTree(v);
  }
  return out;
}

function endsFlow(node: any): boolean {
  const K = ts.SyntaxKind;
  if (node === undefined) return false;
  if (ts.isBlock(node)) return endsFlow(node.statements[node.statements.length - 1]);
  if (ts.isIfStatement(node)) return node.elseStatement !== undefined && endsFlow(node.thenStatement) && endsFlow(node.elseStatement);
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) return true; // unreachable(), this.leave(…)
  if (ts.isForStatement(node) || ts.isWhileStatement(node)) return true;
  if (ts.isSwitchStatement(node)) return true;
  return [K.BreakStatement, K.ContinueStatement, K.ReturnStatement, K.ThrowStatement].includes(node.kind);
}

export type { LayoutInfo };
