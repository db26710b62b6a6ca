/**
 * The symbol table: which scopes a module has, and in each what every name means.
 *
 * Input: a tree; output: a `Scope` for every node that opens one. The first pass collects what is said about each name (bound, used,
 * declared), the second resolves it. Inlined comprehensions (PEP 709) are scopes of their own here, but belong to the code of the
 * scope around them: a name of that scope used in them needs no cell.
 *
 * Follows docs.python.org/3.14/reference/executionmodel.html, PEP 227, 572, 649, 695, 709.
 */

import { PythonSyntaxError } from "../syntax/errors.ts";
import type { Source } from "../syntax/source.ts";
import type * as ast from "../syntax/ast.ts";

export type ScopeKind = "module" | "class" | "function" | "annotation" | "type_alias" | "type_parameters" | "type_variable";

/** What is said about a name in a scope; the bits of `Scope.symbols`. */
export const SAID = {
  global: 1,
  local: 2,
  parameter: 4,
  nonlocal: 8,
  use: 16,
  annotation: 32,
  iteration: 64,
  typeParameter: 128,
  import: 256,
} as const;
const BOUND = SAID.local | SAID.parameter | SAID.import | SAID.typeParameter;

/** What a name in a scope is. `free` in an inlined comprehension may be a local of the code around it. */
export type Resolution = "local" | "cell" | "free" | "global_explicit" | "global_implicit";

/** One scope. */
export class Scope {
  readonly symbols = new Map<string, number>();
  readonly resolved = new Map<string, Resolution>();
  /** Parameters in the order of their slots. */
  readonly parameters: string[] = [];
  /** Closure: names that come from outside this scope's code. */
  readonly frees = new Set<string>();
  readonly children: Scope[] = [];
  /** Scope of the annotations in a module or class body, or of a function's variables (never evaluated). */
  annotations: Scope | null = null;
  comprehension: "list" | "set" | "dict" | "generator" | null = null;
  /** A comprehension whose code is part of its parent's. */
  inlined = false;
  isGenerator = false;
  isCoroutine = false;
  isNested = false;
  /** Annotation scopes in a class look names up in the class dict first. */
  seesClass = false;
  needsClassCell = false;
  needsClassDict = false;
  hasConditionalAnnotations = false;
  inConditionalBlock = false;
  /** Class whose private names are mangled here (type-parameter scopes mangle only `mangledNames`). */
  mangledNames: Set<string> | null = null;
  unevaluated = false;
  iterableDepth = 0;
  inIterationTarget = false;
  /** Words for "cannot be used within …". */
  what = "";
  /** Where `global` and `nonlocal` name a name. */
  readonly directives = new Map<string, ast.Span>();

  constructor(readonly kind: ScopeKind, readonly name: string, readonly parent: Scope | null, readonly privateClass: string | null) {}

  /** Whether its names live in a frame rather than in a dict. */
  get isFunctionLike(): boolean {
    return this.kind !== "module" && this.kind !== "class";
  }
}

/** All scopes of a tree. */
export interface SymbolTable {
  top: Scope;
  /**
   * By node: functions, lambdas, classes and comprehensions; `type_params` arrays for type-parameter scopes; `Arguments` for a function's
   * annotations; `TypeAlias`; a type parameter for its bound.
   */
  scopes: Map<object, Scope>;
  /** By type parameter, for its default. */
  defaults: Map<ast.TypeParam, Scope>;
}

/** What `from __future__` and the embedder say. */
export interface SymbolOptions {
  futureAnnotations?: boolean;
  allowTopLevelAwait?: boolean;
}

/** The guest's `SyntaxError` at a span. */
export function syntaxError(source: Source, message: string, at: ast.Span | null): PythonSyntaxError {
  if (at === null) return new PythonSyntaxError("SyntaxError", message, source.filename, null);
  const start = source.position(at.start);
  const end = source.position(at.end);
  return new PythonSyntaxError("SyntaxError", message, source.filename, {
    line: start.line,
    column: start.column + 1,
    endLine: end.line,
    endColumn: end.column + 1,
    // CPython takes the line from the file.
    text: source.filename.startsWith("<") ? null : source.lineText(start.line) + "\n",
  });
}

/** `__x` in class `C` is `_C__x`. */
export function mangle(privateClass: string | null, name: string): string {
  if (privateClass === null || !name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const stripped = privateClass.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}

/** The name a scope knows a source name by. */
export function mangleIn(scope: Scope, name: string): string {
  if (scope.privateClass === null || (scope.mangledNames !== null && !scope.mangledNames.has(name))) return name;
  return mangle(scope.privateClass, name);
}

/** Builds the symbol table of a tree. @throws PythonSyntaxError */
export function buildSymbolTable(source: Source, tree: ast.Mod, options: SymbolOptions = {}): SymbolTable {
  const builder = new Builder(source, options);
  if (tree.kind === "Expression") builder.expression(tree.body);
  else builder.statements(tree.body);
  resolve(source, builder.top);
  return { top: builder.top, scopes: builder.scopes, defaults: builder.defaults };
}

/** First pass. */
class Builder {
  readonly top = new Scope("module", "top", null, null);
  readonly scopes = new Map<object, Scope>();
  readonly defaults = new Map<ast.TypeParam, Scope>();
  scope = this.top;
  privateClass: string | null = null;

  constructor(readonly source: Source, readonly options: SymbolOptions) {}

  fail(message: string, at: ast.Span): never {
    throw syntaxError(this.source, message, at);
  }

  // ── Scopes and symbols ─────────────────────────────────────────────────────────────────────────────────────────────

  enter(kind: ScopeKind, name: string, key: object | null): Scope {
    const scope = new Scope(kind, name, this.scope, this.privateClass);
    scope.isNested = this.scope.isNested || this.scope.isFunctionLike;
    scope.mangledNames = this.scope.kind !== "class" && kind !== "class" ? this.scope.mangledNames : null;
    this.scope.children.push(scope);
    if (key !== null) this.scopes.set(key, scope);
    this.scope = scope;
    return scope;
  }

  leave(): void {
    this.scope = this.scope.parent!;
  }

  /** Lets an annotation scope that is in a class see the class dict. */
  seeClass(): void {
    this.scope.seesClass = true;
    this.say("__classdict__", SAID.use, null);
  }

  say(sourceName: string, flag: number, at: ast.Span | null, scope = this.scope): void {
    const name = mangleIn(scope, sourceName);
    let flags = scope.symbols.get(name) ?? 0;
    if ((flag & SAID.parameter) !== 0 && (flags & SAID.parameter) !== 0) {
      this.fail(`duplicate argument '${name}' in function definition`, at!);
    }
    if ((flag & SAID.typeParameter) !== 0 && (flags & SAID.typeParameter) !== 0) this.fail(`duplicate type parameter '${name}'`, at!);
    flags |= flag;
    if (scope.inIterationTarget) {
      if ((flags & (SAID.global | SAID.nonlocal)) !== 0) {
        this.fail(`comprehension inner loop cannot rebind assignment expression target '${name}'`, at!);
      }
      flags |= SAID.iteration;
    }
    if (scope.unevaluated && flag === SAID.use) return;
    if ((flag & SAID.parameter) !== 0) scope.parameters.push(name);
    scope.symbols.set(name, flags);
    if ((flag & SAID.global) !== 0) this.top.symbols.set(name, (this.top.symbols.get(name) ?? 0) | SAID.global);
  }

  checkName(name: string, ctx: ast.ExprContext, at: ast.Span): void {
    if (name !== "__debug__") return;
    if (ctx === "Store") this.fail("cannot assign to __debug__", at);
    if (ctx === "Del") this.fail("cannot delete __debug__", at);
  }

  // ── Statements ─────────────────────────────────────────────────────────────────────────────────────────────────────

  statements(body: readonly ast.Stmt[]): void {
    for (const statement of body) this.statement(statement);
  }

  conditional(body: readonly ast.Stmt[]): void {
    const before = this.scope.inConditionalBlock;
    this.scope.inConditionalBlock = true;
    this.statements(body);
    this.scope.inConditionalBlock = before;
  }

  statement(s: ast.Stmt): void {
    switch (s.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        return this.functionDefinition(s);
      case "ClassDef":
        return this.classDefinition(s);
      case "TypeAlias":
        return this.typeAlias(s);
      case "Return":
        if (s.value !== null) this.expression(s.value);
        return;
      case "Delete":
        return this.expressions(s.targets);
      case "Assign":
        this.expressions(s.targets);
        return this.expression(s.value);
      case "AugAssign":
        this.expression(s.target);
        return this.expression(s.value);
      case "AnnAssign":
        return this.annotatedAssignment(s);
      case "For":
      case "AsyncFor":
        this.expression(s.target);
        this.expression(s.iter);
        this.conditional(s.body);
        return this.conditional(s.orelse);
      case "While":
        this.expression(s.test);
        this.conditional(s.body);
        return this.conditional(s.orelse);
      case "If": {
        let branch: ast.If = s;
        for (;;) {
          this.expression(branch.test);
          this.conditional(branch.body);
          if (branch.orelse.length !== 1 || branch.orelse[0].kind !== "If") break;
          branch = branch.orelse[0];
        }
        return this.conditional(branch.orelse);
      }
      case "With":
      case "AsyncWith":
        for (const item of s.items) {
          this.expression(item.context_expr);
          if (item.optional_vars !== null) this.expression(item.optional_vars);
        }
        return this.conditional(s.body);
      case "Match":
        this.expression(s.subject);
        for (const branch of s.cases) {
          this.pattern(branch.pattern);
          if (branch.guard !== null) this.expression(branch.guard);
          this.conditional(branch.body);
        }
        return;
      case "Raise":
        if (s.exc !== null) this.expression(s.exc);
        if (s.cause !== null) this.expression(s.cause);
        return;
      case "Try":
      case "TryStar":
        this.conditional(s.body);
        for (const handler of s.handlers) {
          if (handler.type !== null) this.expression(handler.type);
          if (handler.name !== null) {
            this.checkName(handler.name, "Store", handler);
            this.say(handler.name, SAID.local, handler);
          }
          this.conditional(handler.body);
        }
        this.conditional(s.orelse);
        return this.conditional(s.finalbody);
      case "Assert":
        this.expression(s.test);
        if (s.msg !== null) this.expression(s.msg);
        return;
      case "Import":
        for (const alias of s.names) {
          const dot = alias.name.indexOf(".");
          this.bindImport(alias.asname ?? (dot < 0 ? alias.name : alias.name.slice(0, dot)), alias);
        }
        return;
      case "ImportFrom":
        for (const alias of s.names) {
          if (alias.name !== "*") this.bindImport(alias.asname ?? alias.name, alias);
          else if (this.scope.kind !== "module") this.fail("import * only allowed at module level", alias);
        }
        return;
      case "Global":
      case "Nonlocal":
        for (const name of s.names) this.declare(name, s.kind === "Global" ? "global" : "nonlocal", s);
        return;
      case "Expr":
        return this.expression(s.value);
    }
  }

  bindImport(name: string, at: ast.Span): void {
    this.checkName(name, "Store", at);
    this.say(name, SAID.import, at);
  }

  declare(sourceName: string, what: "global" | "nonlocal", at: ast.Span): void {
    const name = mangleIn(this.scope, sourceName);
    const flags = this.scope.symbols.get(name) ?? 0;
    if ((flags & SAID.parameter) !== 0) this.fail(`name '${sourceName}' is parameter and ${what}`, at);
    if ((flags & SAID.use) !== 0) this.fail(`name '${sourceName}' is used prior to ${what} declaration`, at);
    if ((flags & SAID.annotation) !== 0) this.fail(`annotated name '${sourceName}' can't be ${what}`, at);
    if ((flags & SAID.local) !== 0) this.fail(`name '${sourceName}' is assigned to before ${what} declaration`, at);
    this.say(sourceName, SAID[what], at);
    if (!this.scope.directives.has(name)) this.scope.directives.set(name, at);
  }

  annotatedAssignment(s: ast.AnnAssign): void {
    if (s.target.kind === "Name") {
      const name = mangleIn(this.scope, s.target.id);
      const flags = this.scope.symbols.get(name) ?? 0;
      if ((flags & (SAID.global | SAID.nonlocal)) !== 0 && this.scope !== this.top && s.simple === 1) {
        this.fail(`annotated name '${s.target.id}' can't be ${(flags & SAID.global) !== 0 ? "global" : "nonlocal"}`, s);
      }
      if (s.simple === 1 || s.value !== null) this.checkName(s.target.id, "Store", s.target);
      if (s.simple === 1) this.say(s.target.id, SAID.annotation | SAID.local, s.target);
      else if (s.value !== null) this.say(s.target.id, SAID.local, s.target);
    } else {
      this.expression(s.target);
    }
    this.annotation(s.annotation);
    if (s.value !== null) this.expression(s.value);
  }

  /** The annotation of a variable. */
  annotation(annotation: ast.Expr): void {
    const owner = this.scope;
    if ((owner.kind === "module" || (owner.kind === "class" && owner.inConditionalBlock)) && !owner.hasConditionalAnnotations) {
      owner.hasConditionalAnnotations = true;
      this.say("__conditional_annotations__", SAID.use, null);
    }
    if (owner.annotations === null) {
      owner.annotations = this.enterEvaluator("annotation", "__annotate__", null, "an annotation");
      if (owner.kind === "class" && !this.options.futureAnnotations) this.seeClass();
      owner.annotations.unevaluated = owner.isFunctionLike || this.options.futureAnnotations === true;
      if (owner.hasConditionalAnnotations && !this.options.futureAnnotations) this.say("__conditional_annotations__", SAID.use, null);
    } else {
      this.scope = owner.annotations;
      if (owner.hasConditionalAnnotations && !this.options.futureAnnotations) this.say("__conditional_annotations__", SAID.use, null);
    }
    this.expression(annotation);
    this.scope = owner;
  }

  /** Opens a scope that is called with a format. */
  enterEvaluator(kind: ScopeKind, name: string, key: object | null, what: string): Scope {
    const scope = this.enter(kind, name, key);
    scope.what = what;
    this.say(".format", SAID.parameter, null);
    return scope;
  }

  // ── Functions and classes ──────────────────────────────────────────────────────────────────────────────────────────

  functionDefinition(s: ast.FunctionDef | ast.AsyncFunctionDef): void {
    this.checkName(s.name, "Store", s);
    this.say(s.name, SAID.local, s);
    this.defaultValues(s.args);
    this.expressions(s.decorator_list);
    const generic = s.type_params.length > 0;
    if (generic) {
      this.enterTypeParameters(s.name, s.type_params, null);
      if (s.args.defaults.length > 0) this.say(".defaults", SAID.parameter, null);
      if (s.args.kw_defaults.some((value) => value !== null)) this.say(".kwdefaults", SAID.parameter, null);
      this.typeParameters(s.type_params);
    }
    this.functionAnnotations(s);
    this.enter("function", s.name, s);
    if (s.kind === "AsyncFunctionDef") this.scope.isCoroutine = true;
    this.parameters(s.args);
    this.statements(s.body);
    this.leave();
    if (generic) this.leave();
  }

  functionAnnotations(s: ast.FunctionDef | ast.AsyncFunctionDef): void {
    const all = [...s.args.posonlyargs, ...s.args.args, s.args.vararg, ...s.args.kwonlyargs, s.args.kwarg];
    const annotations = all.map((arg) => arg?.annotation ?? null).concat([s.returns]);
    if (annotations.every((annotation) => annotation === null)) return;
    const inClass = this.scope.seesClass || this.scope.kind === "class";
    const scope = this.enterEvaluator("annotation", "__annotate__", s.args, "an annotation");
    scope.unevaluated = this.options.futureAnnotations === true;
    if (inClass && !scope.unevaluated) this.seeClass();
    for (const annotation of annotations) if (annotation !== null) this.expression(annotation);
    this.leave();
  }

  classDefinition(s: ast.ClassDef): void {
    this.checkName(s.name, "Store", s);
    this.say(s.name, SAID.local, s);
    this.expressions(s.decorator_list);
    const privateClass = this.privateClass;
    const generic = s.type_params.length > 0;
    if (generic) {
      this.enterTypeParameters(s.name, s.type_params, s.name);
      this.say(".type_params", SAID.local | SAID.use, null);
      this.say(".generic_base", SAID.local | SAID.use, null);
      this.typeParameters(s.type_params);
    }
    this.expressions(s.bases);
    this.keywords(s.keywords);
    this.privateClass = s.name;
    const scope = this.enter("class", s.name, s);
    scope.mangledNames = null;
    if (generic) {
      this.say("__type_params__", SAID.local, null);
      this.say(".type_params", SAID.use, null);
    }
    this.statements(s.body);
    this.leave();
    if (generic) this.leave();
    this.privateClass = privateClass;
  }

  enterTypeParameters(name: string, key: object, classOfParameters: string | null): void {
    const inClass = this.scope.kind === "class";
    if (classOfParameters !== null) this.privateClass = classOfParameters;
    const scope = this.enter("type_parameters", name, key);
    scope.what = "the definition of a generic";
    if (classOfParameters !== null) scope.mangledNames = new Set();
    if (inClass) this.seeClass();
  }

  typeParameters(parameters: readonly ast.TypeParam[]): void {
    for (const parameter of parameters) {
      if (parameter.name === "__classdict__") this.fail(`reserved name '${parameter.name}' cannot be used for type parameter`, parameter);
      this.checkName(parameter.name, "Store", parameter);
      this.scope.mangledNames?.add(parameter.name);
      this.say(parameter.name, SAID.typeParameter | SAID.local, parameter);
      if (parameter.kind === "TypeVar" && parameter.bound !== null) {
        const what = parameter.bound.kind === "Tuple" ? "a TypeVar constraint" : "a TypeVar bound";
        this.typeVariable(parameter.bound, parameter.name, what, (scope) => this.scopes.set(parameter, scope));
      }
      if (parameter.default_value !== null) {
        this.typeVariable(
          parameter.default_value,
          parameter.name,
          `a ${parameter.kind} default`,
          (scope) => this.defaults.set(parameter, scope),
        );
      }
    }
  }

  typeVariable(value: ast.Expr, name: string, what: string, keep: (scope: Scope) => void): void {
    const inClass = this.scope.seesClass;
    keep(this.enterEvaluator("type_variable", name, null, what));
    if (inClass) this.seeClass();
    this.expression(value);
    this.leave();
  }

  typeAlias(s: ast.TypeAlias): void {
    this.expression(s.name);
    const inClass = this.scope.kind === "class";
    const generic = s.type_params.length > 0;
    if (generic) {
      this.enterTypeParameters(s.name.id, s.type_params, null);
      this.typeParameters(s.type_params);
    }
    this.enterEvaluator("type_alias", s.name.id, s, "a type alias");
    if (inClass) this.seeClass();
    this.expression(s.value);
    this.leave();
    if (generic) this.leave();
  }

  defaultValues(args: ast.Arguments): void {
    this.expressions(args.defaults);
    for (const value of args.kw_defaults) if (value !== null) this.expression(value);
  }

  parameters(args: ast.Arguments): void {
    for (const arg of [...args.posonlyargs, ...args.args, ...args.kwonlyargs, args.vararg, args.kwarg]) {
      if (arg === null) continue;
      this.checkName(arg.arg, "Store", arg);
      this.say(arg.arg, SAID.parameter, arg);
    }
  }

  // ── Expressions ────────────────────────────────────────────────────────────────────────────────────────────────────

  expressions(list: readonly ast.Expr[]): void {
    for (const e of list) this.expression(e);
  }

  keywords(list: readonly ast.Keyword[]): void {
    for (const keyword of list) {
      if (keyword.arg !== null) this.checkName(keyword.arg, "Store", keyword);
      this.expression(keyword.value);
    }
  }

  expression(e: ast.Expr): void {
    switch (e.kind) {
      case "Constant":
        return;
      case "Name":
        this.checkName(e.id, e.ctx, e);
        this.say(e.id, e.ctx === "Load" ? SAID.use : SAID.local, e);
        if (e.ctx === "Load" && e.id === "super" && this.scope.isFunctionLike) this.say("__class__", SAID.use, e);
        return;
      case "Attribute":
      case "Subscript":
      case "Call":
        return this.primaryChain(e);
      case "BinOp": {
        let node: ast.Expr = e;
        const rights: ast.Expr[] = [];
        while (node.kind === "BinOp") {
          rights.push(node.right);
          node = node.left;
        }
        this.expression(node);
        for (let i = rights.length - 1; i >= 0; i--) this.expression(rights[i]);
        return;
      }
      case "BoolOp":
        return this.expressions(e.values);
      case "NamedExpr":
        return this.namedExpression(e);
      case "UnaryOp":
        return this.expression(e.operand);
      case "Lambda":
        this.defaultValues(e.args);
        this.enter("function", "lambda", e);
        this.parameters(e.args);
        this.expression(e.body);
        return this.leave();
      case "IfExp":
        this.expression(e.test);
        this.expression(e.body);
        return this.expression(e.orelse);
      case "Dict":
        for (const key of e.keys) if (key !== null) this.expression(key);
        return this.expressions(e.values);
      case "Set":
      case "List":
      case "Tuple":
        return this.expressions(e.elts);
      case "ListComp":
        return this.comprehension(e, "list", "<listcomp>", e.elt, null);
      case "SetComp":
        return this.comprehension(e, "set", "<setcomp>", e.elt, null);
      case "DictComp":
        return this.comprehension(e, "dict", "<dictcomp>", e.key, e.value);
      case "GeneratorExp":
        return this.comprehension(e, "generator", "<genexpr>", e.elt, null);
      case "Await":
        this.refuseInAnnotation("await expression", e);
        if (!this.options.allowTopLevelAwait || this.scope !== this.top) {
          if (!this.scope.isFunctionLike) this.fail("'await' outside function", e);
        }
        this.expression(e.value);
        this.scope.isCoroutine = true;
        return;
      case "Yield":
      case "YieldFrom":
        this.refuseInAnnotation("yield expression", e);
        if (e.value !== null) this.expression(e.value);
        this.scope.isGenerator = true;
        if (this.scope.comprehension !== null) {
          const where = {
            list: "list comprehension",
            set: "set comprehension",
            dict: "dict comprehension",
            generator: "generator expression",
          };
          this.fail(`'yield' inside ${where[this.scope.comprehension]}`, e);
        }
        return;
      case "Compare":
        this.expression(e.left);
        return this.expressions(e.comparators);
      case "FormattedValue":
      case "Interpolation":
        this.expression(e.value);
        if (e.format_spec !== null) this.expression(e.format_spec);
        return;
      case "JoinedStr":
      case "TemplateStr":
        return this.expressions(e.values);
      case "Starred":
        return this.expression(e.value);
      case "Slice":
        if (e.lower !== null) this.expression(e.lower);
        if (e.upper !== null) this.expression(e.upper);
        if (e.step !== null) this.expression(e.step);
        return;
    }
  }

  /** `a.b(c)[d]…` from the inside out. */
  primaryChain(e: ast.Attribute | ast.Subscript | ast.Call): void {
    const chain: (ast.Attribute | ast.Subscript | ast.Call)[] = [];
    let node: ast.Expr = e;
    while (node.kind === "Attribute" || node.kind === "Subscript" || node.kind === "Call") {
      chain.push(node);
      node = node.kind === "Call" ? node.func : node.value;
    }
    this.expression(node);
    for (let i = chain.length - 1; i >= 0; i--) {
      const link = chain[i];
      if (link.kind === "Subscript") this.expression(link.slice);
      else if (link.kind === "Attribute") this.checkName(link.attr, link.ctx, link);
      else {
        this.expressions(link.args);
        this.keywords(link.keywords);
      }
    }
  }

  refuseInAnnotation(what: string, at: ast.Span): void {
    if (this.scope.what !== "") this.fail(`${what} cannot be used within ${this.scope.what}`, at);
  }

  namedExpression(e: ast.NamedExpr): void {
    this.refuseInAnnotation("named expression", e);
    if (this.scope.iterableDepth > 0) this.fail("assignment expression cannot be used in a comprehension iterable expression", e);
    if (this.scope.comprehension !== null) this.bindOutsideComprehension(e.target);
    this.expression(e.value);
    this.expression(e.target);
  }

  /** PEP 572: the target belongs to the scope around the comprehensions. */
  bindOutsideComprehension(target: ast.Name): void {
    const name = mangleIn(this.scope, target.id);
    for (let scope: Scope | null = this.scope; scope !== null; scope = scope.parent) {
      if (scope.comprehension !== null) {
        if (((scope.symbols.get(name) ?? 0) & SAID.iteration) !== 0) {
          this.fail(`assignment expression cannot rebind comprehension iteration variable '${name}'`, target);
        }
        continue;
      }
      if (scope.kind === "function") {
        const isGlobal = ((scope.symbols.get(name) ?? 0) & SAID.global) !== 0;
        this.say(target.id, isGlobal ? SAID.global : SAID.nonlocal, target);
        this.scope.directives.set(name, target);
        return this.say(target.id, SAID.local, target, scope);
      }
      if (scope.kind === "module") {
        this.say(target.id, SAID.global, target);
        this.scope.directives.set(name, target);
        return this.say(target.id, SAID.global, target, scope);
      }
      const prefix = "assignment expression within a comprehension cannot be used";
      if (scope.kind === "class") this.fail(`${prefix} in a class body`, target);
      if (scope.kind === "type_parameters") this.fail(`${prefix} within the definition of a generic`, target);
      if (scope.kind === "type_alias") this.fail(`${prefix} in a type alias`, target);
      if (scope.kind === "type_variable") this.fail(`${prefix} in ${scope.what}`, target);
      // An annotation scope is passed by.
    }
  }

  comprehension(
    e: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
    kind: NonNullable<Scope["comprehension"]>,
    name: string,
    element: ast.Expr,
    value: ast.Expr | null,
  ): void {
    const outer = this.scope;
    const first = e.generators[0];
    outer.iterableDepth++;
    this.expression(first.iter);
    outer.iterableDepth--;
    const scope = this.enter("function", name, e);
    scope.comprehension = kind;
    if (outer.seesClass) this.seeClass();
    scope.inlined = kind !== "generator" && !outer.seesClass;
    scope.unevaluated = outer.unevaluated;
    if (first.is_async === 1) scope.isCoroutine = true;
    if (!scope.inlined) this.say(".0", SAID.parameter, null);
    for (const generator of e.generators) {
      scope.inIterationTarget = true;
      this.expression(generator.target);
      scope.inIterationTarget = false;
      if (generator !== first) {
        scope.iterableDepth++;
        this.expression(generator.iter);
        scope.iterableDepth--;
        if (generator.is_async === 1) scope.isCoroutine = true;
      }
      this.expressions(generator.ifs);
    }
    if (value !== null) this.expression(value);
    this.expression(element);
    if (kind === "generator") scope.isGenerator = true;
    this.leave();
    if (scope.isCoroutine && kind !== "generator") outer.isCoroutine = true;
  }

  // ── Patterns ───────────────────────────────────────────────────────────────────────────────────────────────────────

  capture(name: string | null, at: ast.Span): void {
    if (name === null) return;
    this.checkName(name, "Store", at);
    this.say(name, SAID.local, at);
  }

  pattern(p: ast.Pattern): void {
    switch (p.kind) {
      case "MatchValue":
        return this.expression(p.value);
      case "MatchSingleton":
        return;
      case "MatchSequence":
      case "MatchOr":
        for (const item of p.patterns) this.pattern(item);
        return;
      case "MatchMapping":
        this.expressions(p.keys);
        for (const item of p.patterns) this.pattern(item);
        return this.capture(p.rest, p);
      case "MatchClass":
        this.expression(p.cls);
        for (const item of p.patterns) this.pattern(item);
        p.kwd_attrs.forEach((name, i) => this.checkName(name, "Store", p.kwd_patterns[i]));
        for (const item of p.kwd_patterns) this.pattern(item);
        return;
      case "MatchStar":
        return this.capture(p.name, p);
      case "MatchAs":
        if (p.pattern !== null) this.pattern(p.pattern);
        return this.capture(p.name, p);
    }
  }
}

// ── Second pass ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Names of a class body that inner scopes see although they see none of its others. */
const CLASS_CELLS = new Set(["__class__", "__classdict__", "__conditional_annotations__"]);

function resolve(source: Source, top: Scope): void {
  const stack = [top];
  while (stack.length > 0) {
    const scope = stack.pop()!;
    for (const [name, flags] of scope.symbols) {
      // A cell mark from an inner scope may have come first.
      const resolution = resolveName(source, scope, name, flags);
      if (!(resolution === "local" && scope.resolved.get(name) === "cell")) scope.resolved.set(name, resolution);
    }
    for (let i = scope.children.length - 1; i >= 0; i--) stack.push(scope.children[i]);
  }
}

function resolveName(source: Source, scope: Scope, name: string, flags: number): Resolution {
  if ((flags & SAID.global) !== 0) {
    if ((flags & SAID.nonlocal) !== 0) {
      throw syntaxError(source, `name '${name}' is nonlocal and global`, scope.directives.get(name) ?? null);
    }
    return "global_explicit";
  }
  if ((flags & SAID.nonlocal) !== 0) {
    const at = scope.directives.get(name) ?? null;
    if (scope.kind === "module") throw syntaxError(source, "nonlocal declaration not allowed at module level", at);
    const binder = findBinder(scope, name);
    if (binder === null) throw syntaxError(source, `no binding for nonlocal '${name}' found`, at);
    if ((binder.symbols.get(name)! & SAID.typeParameter) !== 0) {
      throw syntaxError(source, `nonlocal binding not allowed for type parameter '${name}'`, at);
    }
    return closeOver(scope, name, binder);
  }
  if ((flags & BOUND) !== 0) return "local";
  if (scope.seesClass) {
    const inClass = enclosingClass(scope)?.symbols.get(name) ?? 0;
    if ((inClass & SAID.global) !== 0) return "global_explicit";
    if ((inClass & BOUND) !== 0 && (inClass & SAID.nonlocal) === 0) return "global_implicit";
  }
  const binder = findBinder(scope, name);
  return binder === null ? "global_implicit" : closeOver(scope, name, binder);
}

function enclosingClass(scope: Scope): Scope | null {
  let outer = scope.parent;
  while (outer !== null && outer.kind !== "class" && outer.seesClass) outer = outer.parent;
  return outer !== null && outer.kind === "class" ? outer : null;
}

/** The scope outside `scope` that binds a name it does not bind itself; null for a global or builtin. */
function findBinder(scope: Scope, name: string): Scope | null {
  for (let outer = scope.parent; outer !== null; outer = outer.parent) {
    if (outer.kind === "class") {
      if (CLASS_CELLS.has(name)) return outer;
    } else if (outer.isFunctionLike) {
      const flags = outer.symbols.get(name) ?? 0;
      if ((flags & SAID.global) !== 0) return null;
      if ((flags & BOUND) !== 0 && (flags & SAID.nonlocal) === 0) return outer;
    }
  }
  return null;
}

/** Threads a name from the scope that binds it to one that uses it; within one code object no cell is needed. */
function closeOver(scope: Scope, name: string, binder: Scope): Resolution {
  let sameCode = true;
  for (let at = scope; at !== binder; at = at.parent!) {
    if (at.inlined) continue;
    at.frees.add(name);
    sameCode = false;
  }
  if (binder.kind === "class") {
    if (name === "__class__") binder.needsClassCell = true;
    else if (name === "__classdict__") binder.needsClassDict = true;
  } else if (!sameCode) {
    binder.resolved.set(name, "cell");
  }
  return "free";
}
