/**
 * Compiles what opens a code object: modules, functions, classes, lambdas, annotations (PEP 649), type parameters and aliases (PEP 695).
 *
 * Input: definition nodes; output: code objects as constants of the surrounding unit, and the instructions that make functions of them.
 */

import { CODE_FLAGS, type CodeUnit } from "./assembler.ts";
import { OP } from "./bytecodes.ts";
import { int, str, tuple } from "./constants.ts";
import { checkKeywords, compileExpression, compileKeywordDict } from "./expressions.ts";
import { compileBody } from "./statements.ts";
import type { Scope } from "./symbol_table.ts";
import type { Compiler } from "./unit.ts";
import { unparse } from "./unparse.ts";
import type * as ast from "../syntax/ast.ts";

/** Code of a whole source. */
export function compileTop(c: Compiler, tree: ast.Mod): CodeUnit {
  const scope = c.table.top;
  const unit = c.enter(scope, "module", "<module>", tree);
  if (c.options.allowTopLevelAwait && scope.isCoroutine) unit.flags |= CODE_FLAGS.coroutine;
  const region = scope.isCoroutine ? enterFunctionCode(c, false, true) : null;
  if (tree.kind === "Expression") {
    compileExpression(c, tree.body);
  } else {
    c.interactive = tree.kind === "Interactive";
    c.at({ start: 0, end: 0 });
    // The annotate function is made first, but its code is known last.
    const annotate = scope.annotations !== null && !c.futureAnnotations ? unit.ops.length : -1;
    if (annotate >= 0) {
      c.emit(OP.make_function, 0, 0);
      c.emit(OP.store_name, unit.nameIndex("__annotate__"));
    }
    if (scope.hasConditionalAnnotations) {
      c.emit(OP.build_set, 0);
      c.emit(OP.store_name, unit.nameIndex("__conditional_annotations__"));
    }
    if (scope.annotations !== null && c.futureAnnotations) c.emit(OP.setup_annotations);
    const doc = tree.kind === "Module" ? docstring(c, tree.body) : null;
    if (doc !== null) {
      c.at(tree.body[0]);
      c.loadStr(doc);
      c.emit(OP.store_name, unit.nameIndex("__doc__"));
    }
    compileBody(c, tree.body);
    if (annotate >= 0 && unit.annotations.length > 0) {
      const code = compileDeferredAnnotations(c, tree.body[0]);
      unit.a[annotate] = unit.constant({ type: "code", code });
    } else if (annotate >= 0) {
      unit.ops[annotate] = unit.ops[annotate + 1] = OP.nop;
    }
    c.nowhere();
    c.loadNone();
  }
  c.emit(OP.return_value);
  region?.close();
  return c.leave();
}

// ── Functions ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Starts generators and coroutines; `close` ends the code with the handler that turns a StopIteration into an error. */
export function enterFunctionCode(c: Compiler, isGenerator: boolean, isCoroutine: boolean): { close(): void } {
  if (!isGenerator && !isCoroutine) return { close() {} };
  const { asyncGenerator, generator, coroutine } = CODE_FLAGS;
  c.unit.flags |= isGenerator && isCoroutine ? asyncGenerator : isGenerator ? generator : coroutine;
  c.emit(OP.return_generator);
  c.emit(OP.pop_top);
  const handler = c.label();
  c.setupHandler(handler);
  return {
    close() {
      c.unit.region = -1;
      c.place(handler);
      c.nowhere();
      c.emit(OP.stop_iteration_error);
      c.emit(OP.reraise);
    },
  };
}

function setParameterCounts(c: Compiler, args: ast.Arguments): void {
  const unit = c.unit;
  unit.positionalOnlyCount = args.posonlyargs.length;
  unit.positionalCount = args.posonlyargs.length + args.args.length;
  unit.keywordOnlyCount = args.kwonlyargs.length;
  if (args.vararg !== null) unit.flags |= CODE_FLAGS.varArgs;
  if (args.kwarg !== null) unit.flags |= CODE_FLAGS.varKeywords;
}

/** Pushes tuple and dict of defaults; their `make_function` flags. */
function compileDefaults(c: Compiler, args: ast.Arguments): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    const place = { start: args.defaults[0].start, end: args.defaults[args.defaults.length - 1].end };
    compileExpression(c, { kind: "Tuple", elts: args.defaults, ctx: "Load", ...place });
    flags |= 1;
  }
  let count = 0;
  args.kw_defaults.forEach((value, i) => {
    if (value === null) return;
    c.at(args.kwonlyargs[i]);
    c.loadStr(c.mangleAttribute(args.kwonlyargs[i].arg));
    compileExpression(c, value);
    count++;
  });
  if (count > 0) {
    c.emit(OP.build_dict, count);
    flags |= 2;
  }
  return flags;
}

function compileDecorators(c: Compiler, decorators: readonly ast.Expr[]): void {
  for (const decorator of decorators) compileExpression(c, decorator);
}

function applyDecorators(c: Compiler, decorators: readonly ast.Expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) c.emitAt(decorators[i], OP.call, 1);
}

/** Where the code of a definition starts: its first decorator. */
function firstPlace(s: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef): ast.Span {
  return s.decorator_list.length > 0 ? s.decorator_list[0] : s;
}

export function compileFunction(c: Compiler, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  compileDecorators(c, s.decorator_list);
  if (s.type_params.length === 0) {
    const flags = compileDefaults(c, s.args);
    makeDefinedFunction(c, s, flags);
  } else {
    const scope = c.table.scopes.get(s.type_params)!;
    const unit = c.enter(scope, "type_parameters", `<generic parameters of ${s.name}>`, firstPlace(s));
    unit.positionalCount = scope.parameters.length;
    compileTypeParameters(c, s.type_params);
    c.at(s);
    let flags = 0;
    scope.parameters.forEach((parameter, i) => {
      c.emit(OP.load_local, i);
      flags |= parameter === ".defaults" ? 1 : 2;
    });
    makeDefinedFunction(c, s, flags);
    c.emit(OP.swap, 2);
    c.emit(OP.set_function_type_parameters);
    c.emit(OP.return_value);
    const code = c.leave();
    c.at(s);
    c.makeFunction(code, 0);
    compileDefaults(c, s.args);
    c.emitAt(s, OP.call, scope.parameters.length);
  }
  applyDecorators(c, s.decorator_list);
  c.at(s);
  c.storeName(s.name);
}

/** `( [defaults] [kwdefaults] -- function )` */
function makeDefinedFunction(c: Compiler, s: ast.FunctionDef | ast.AsyncFunctionDef, flags: number): void {
  const annotations = c.table.scopes.get(s.args);
  if (annotations !== undefined) {
    compileFunctionAnnotations(c, s, annotations);
    flags |= 8;
  }
  const scope = c.table.scopes.get(s)!;
  const unit = c.enter(scope, s.kind === "FunctionDef" ? "function" : "async_function", s.name, firstPlace(s));
  setParameterCounts(c, s.args);
  const doc = docstring(c, s.body);
  if (doc !== null) {
    unit.constant(str(doc));
    unit.flags |= CODE_FLAGS.hasDocstring;
  }
  c.at(s);
  const region = enterFunctionCode(c, scope.isGenerator, s.kind === "AsyncFunctionDef");
  compileBody(c, s.body);
  c.nowhere();
  c.loadNone();
  c.emit(OP.return_value);
  region.close();
  const code = c.leave();
  c.at(s);
  c.makeFunction(code, flags);
}

export function compileLambda(c: Compiler, e: ast.Lambda): void {
  const flags = compileDefaults(c, e.args);
  const scope = c.table.scopes.get(e)!;
  c.enter(scope, "lambda", "<lambda>", e);
  setParameterCounts(c, e.args);
  c.at(e);
  const region = enterFunctionCode(c, scope.isGenerator, scope.isCoroutine);
  compileExpression(c, e.body);
  c.emitAt(e.body, OP.return_value);
  region.close();
  const code = c.leave();
  c.at(e);
  c.makeFunction(code, flags);
}

/** The docstring of a body, its indentation removed; null if it has none or they are not wanted. */
function docstring(c: Compiler, body: readonly ast.Stmt[]): string | null {
  const first = body[0];
  if (c.optimize >= 2 || first?.kind !== "Expr" || first.value.kind !== "Constant" || first.value.value.type !== "str") return null;
  return cleanDocstring(first.value.value.value);
}

/** Removes the common indentation of all lines but the first, and the first one's own. */
export function cleanDocstring(text: string): string {
  const lines = expandTabs(text).split("\n");
  let margin = Infinity;
  for (let i = 1; i < lines.length; i++) {
    const indentation = lines[i].search(/[^ ]/);
    if (indentation >= 0) margin = Math.min(margin, indentation);
  }
  if (margin === Infinity) margin = 0;
  return lines.map((line, i) => {
    if (i === 0) return line.replace(/^ +/, "");
    let cut = 0;
    while (cut < margin && line[cut] === " ") cut++;
    return line.slice(cut);
  }).join("\n");
}

function expandTabs(text: string): string {
  if (!text.includes("\t")) return text;
  let column = 0;
  let result = "";
  for (const character of text) {
    if (character === "\t") {
      const spaces = 8 - column % 8;
      result += " ".repeat(spaces);
      column += spaces;
    } else {
      result += character;
      column = character === "\n" || character === "\r" ? 0 : column + 1;
    }
  }
  return result;
}

// ── Evaluators: functions of a format ────────────────────────────────────────────────────────────────────────────────

/** Opens a function of `format` that supports the formats up to 2. */
function enterEvaluator(c: Compiler, scope: Scope, name: string, at: ast.Span): void {
  const unit = c.enter(scope, "evaluator", name, at);
  unit.positionalCount = unit.positionalOnlyCount = 1;
  const supported = c.label();
  c.at(at);
  c.emit(OP.load_local, 0);
  c.loadInt(2);
  c.emit(OP.compare_gt);
  c.emit(OP.branch_if_false, supported);
  c.emit(OP.load_common_constant, 1);
  c.emit(OP.raise, 1);
  c.place(supported);
}

function leaveEvaluator(c: Compiler): CodeUnit {
  c.emit(OP.return_value);
  return c.leave();
}

/** Annotation functions call their parameter `format`. */
function enterAnnotate(c: Compiler, scope: Scope, at: ast.Span): void {
  enterEvaluator(c, scope, "__annotate__", at);
  c.unit.slotNames[0] = "format";
}

function compileAnnotation(c: Compiler, annotation: ast.Expr): void {
  if (c.futureAnnotations) {
    c.at(annotation);
    c.loadStr(unparse(annotation));
  } else if (annotation.kind === "Starred") {
    compileExpression(c, annotation.value);
    c.emitAt(annotation, OP.unpack_sequence, 1);
  } else {
    compileExpression(c, annotation);
  }
}

/** `( -- annotate )` of a function's parameters and result. */
function compileFunctionAnnotations(c: Compiler, s: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope): void {
  enterAnnotate(c, scope, s);
  let count = 0;
  const add = (name: string, annotation: ast.Expr | null) => {
    if (annotation === null) return;
    c.at(annotation);
    c.loadStr(c.mangleAttribute(name));
    compileAnnotation(c, annotation);
    count++;
  };
  const { args } = s;
  for (const arg of [...args.args, ...args.posonlyargs, args.vararg, ...args.kwonlyargs, args.kwarg]) {
    if (arg !== null) add(arg.arg, arg.annotation);
  }
  add("return", s.returns);
  c.emitAt(s, OP.build_dict, count);
  const code = leaveEvaluator(c);
  c.at(s);
  c.makeFunction(code, 0);
}

/** Code of `__annotate__` of the module or class being compiled. */
function compileDeferredAnnotations(c: Compiler, at: ast.Span): CodeUnit {
  const owner = c.unit;
  enterAnnotate(c, owner.scope.annotations!, at);
  c.emit(OP.build_dict, 0);
  for (const { node, index } of owner.annotations) {
    const skip = c.label();
    c.at(node);
    if (index >= 0) {
      c.loadInt(index);
      if (owner.kind === "class") c.emit(OP.load_free, c.unit.frees.indexOf("__conditional_annotations__"));
      else c.emit(OP.load_global, c.unit.nameIndex("__conditional_annotations__"));
      c.emit(OP.contains);
      c.emit(OP.branch_if_false, skip);
    }
    compileAnnotation(c, node.annotation);
    c.emit(OP.copy, 2);
    c.loadStr(c.mangleAttribute((node.target as ast.Name).id));
    c.emitAt(node, OP.store_subscript);
    c.place(skip);
  }
  return leaveEvaluator(c);
}

/** `( -- function )` that evaluates a bound, a default or an alias; its format defaults to 1 (VALUE). */
function compileLazyValue(c: Compiler, scope: Scope, name: string, value: ast.Expr, at: ast.Span, place: ast.Span = value): void {
  c.at(at);
  c.loadConst(tuple([int(1)]));
  enterEvaluator(c, scope, name, place);
  if (value.kind === "Starred") {
    compileExpression(c, value.value);
    c.emitAt(value, OP.unpack_sequence, 1);
  } else {
    compileExpression(c, value);
  }
  c.at(place);
  const code = leaveEvaluator(c);
  c.at(at);
  c.makeFunction(code, 1);
}

/** `( -- parameters )`, each also stored under its name. */
function compileTypeParameters(c: Compiler, parameters: readonly ast.TypeParam[]): void {
  let seenDefault = false;
  for (const parameter of parameters) {
    c.at(parameter);
    c.loadStr(parameter.name);
    if (parameter.kind === "TypeVar" && parameter.bound !== null) {
      compileLazyValue(c, c.table.scopes.get(parameter)!, parameter.name, parameter.bound, parameter);
      c.emit(OP.make_type_parameter, parameter.bound.kind === "Tuple" ? 3 : 1);
    } else {
      c.emit(OP.make_type_parameter, { TypeVar: 0, ParamSpec: 2, TypeVarTuple: 4 }[parameter.kind]);
    }
    if (parameter.default_value !== null) {
      seenDefault = true;
      compileLazyValue(c, c.table.defaults.get(parameter)!, parameter.name, parameter.default_value, parameter);
      c.emit(OP.set_type_parameter_default);
    } else if (seenDefault) {
      c.fail(`non-default type parameter '${parameter.name}' follows default type parameter`, parameter);
    }
    c.emit(OP.copy, 1);
    c.storeName(parameter.name);
  }
  c.emit(OP.build_tuple, parameters.length);
}

export function compileTypeAlias(c: Compiler, s: ast.TypeAlias): void {
  const name = s.name.id;
  const generic = s.type_params.length > 0;
  if (generic) c.enter(c.table.scopes.get(s.type_params)!, "type_parameters", `<generic parameters of ${name}>`, s);
  c.at(s);
  c.loadStr(name);
  if (generic) compileTypeParameters(c, s.type_params);
  else c.loadNone();
  compileLazyValue(c, c.table.scopes.get(s)!, name, s.value, s, s);
  c.emit(OP.make_type_alias);
  if (generic) {
    c.emit(OP.return_value);
    const code = c.leave();
    c.at(s);
    c.makeFunction(code, 0);
    c.emit(OP.call, 0);
  }
  c.at(s.name);
  c.storeName(name);
}

// ── Classes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export function compileClass(c: Compiler, s: ast.ClassDef): void {
  compileDecorators(c, s.decorator_list);
  const place = firstPlace(s);
  if (s.type_params.length === 0) {
    c.at(s);
    c.emit(OP.load_build_class);
    makeClassBody(c, s);
    c.loadStr(s.name);
    callBuildClass(c, s, false);
  } else {
    c.enter(c.table.scopes.get(s.type_params)!, "type_parameters", `<generic parameters of ${s.name}>`, place);
    compileTypeParameters(c, s.type_params);
    c.at(s);
    c.storeName(".type_params");
    c.emit(OP.load_build_class);
    makeClassBody(c, s);
    c.loadStr(s.name);
    c.loadName(".type_params");
    c.emit(OP.make_generic_base);
    c.storeName(".generic_base");
    callBuildClass(c, s, true);
    c.emit(OP.return_value);
    const code = c.leave();
    c.at(s);
    c.makeFunction(code, 0);
    c.emit(OP.call, 0);
  }
  applyDecorators(c, s.decorator_list);
  c.at(s);
  c.storeName(s.name);
}

/** `( build body name -- class )` */
function callBuildClass(c: Compiler, s: ast.ClassDef, generic: boolean): void {
  const bases: ast.Expr[] = [...s.bases];
  if (generic) bases.push({ kind: "Name", id: ".generic_base", ctx: "Load", start: s.start, end: s.end });
  checkKeywords(c, s.keywords);
  if (bases.every((base) => base.kind !== "Starred") && s.keywords.every((keyword) => keyword.arg !== null)) {
    for (const base of bases) compileExpression(c, base);
    for (const keyword of s.keywords) compileExpression(c, keyword.value);
    c.at(s);
    const count = 2 + bases.length + s.keywords.length;
    if (s.keywords.length === 0) return c.emit(OP.call, count);
    const names = tuple(s.keywords.map((keyword) => str(keyword.arg!)));
    return c.emit(OP.call_keywords, count, c.unit.constant(names));
  }
  c.emit(OP.build_list, 2);
  for (const base of bases) {
    compileExpression(c, base.kind === "Starred" ? base.value : base);
    c.emitAt(base, base.kind === "Starred" ? OP.list_extend : OP.list_append, 1);
  }
  c.emitAt(s, OP.list_to_tuple);
  compileKeywordDict(c, s.keywords);
  c.emitAt(s, OP.call_extended, s.keywords.length > 0 ? 1 : 0);
}

/** `( -- function )` that fills a class's namespace and returns its `__class__` cell or None. */
function makeClassBody(c: Compiler, s: ast.ClassDef): void {
  const scope = c.table.scopes.get(s)!;
  const unit = c.enter(scope, "class", s.name, firstPlace(s));
  const store = (name: string) => c.emit(OP.store_name, unit.nameIndex(name));
  c.at(s);
  c.emit(OP.load_name, unit.nameIndex("__name__"));
  store("__module__");
  c.loadStr(unit.qualname);
  store("__qualname__");
  c.loadInt(unit.firstLine);
  store("__firstlineno__");
  if (s.type_params.length > 0) {
    c.loadName(".type_params");
    store("__type_params__");
  }
  if (scope.needsClassDict) {
    c.emit(OP.load_namespace);
    c.emit(OP.store_cell, unit.slotOf("__classdict__"));
  }
  if (scope.annotations !== null && c.futureAnnotations) c.emit(OP.setup_annotations);
  if (scope.hasConditionalAnnotations) {
    c.emit(OP.build_set, 0);
    c.emit(OP.store_cell, unit.slotOf("__conditional_annotations__"));
  }
  const doc = docstring(c, s.body);
  if (doc !== null) {
    c.at(s.body[0]);
    c.loadStr(doc);
    store("__doc__");
  }
  compileBody(c, s.body);
  c.at(s);
  if (unit.annotations.length > 0) {
    const code = compileDeferredAnnotations(c, firstPlace(s));
    c.makeFunction(code, 0);
    store("__annotate_func__");
  }
  c.loadConst(tuple([...unit.staticAttributes].sort().map(str)));
  store("__static_attributes__");
  if (scope.needsClassDict) {
    c.emit(OP.load_closure_local, unit.slotOf("__classdict__"));
    store("__classdictcell__");
  }
  if (scope.needsClassCell) {
    c.emit(OP.load_closure_local, unit.slotOf("__class__"));
    c.emit(OP.copy, 1);
    store("__classcell__");
  } else {
    c.loadNone();
  }
  c.emit(OP.return_value);
  const code = c.leave();
  c.at(s);
  c.makeFunction(code, 0);
}
