/**
 * Compiles expressions: operators, calls, comprehensions, f-strings, conditional jumps.
 *
 * Input: expression nodes; output: instructions that leave the value on the stack. Chains that the parser lets grow without bound (`a + b
 * + …`, `a.b(c)[d]…`) are followed by loops.
 */

import { SLOT } from "./assembler.ts";
import { type BytecodeName, OP } from "./bytecodes.ts";
import { type Const, constantTruth, foldBinary, foldExpression, foldSlice, foldUnary, str, tuple } from "./constants.ts";
import { compileLambda, enterFunctionCode } from "./definitions.ts";
import { asyncNext, compileStore, requireAsync } from "./statements.ts";
import type { Compiler } from "./unit.ts";
import type * as ast from "../syntax/ast.ts";

const OPERATORS: Record<ast.BinaryOperator, string> = {
  Add: "add",
  Sub: "subtract",
  Mult: "multiply",
  MatMult: "matrix_multiply",
  Div: "true_divide",
  Mod: "remainder",
  Pow: "power",
  LShift: "left_shift",
  RShift: "right_shift",
  BitOr: "or",
  BitXor: "xor",
  BitAnd: "and",
  FloorDiv: "floor_divide",
};

const COMPARISONS: Record<ast.CompareOperator, BytecodeName> = {
  Eq: "compare_eq",
  NotEq: "compare_ne",
  Lt: "compare_lt",
  LtE: "compare_le",
  Gt: "compare_gt",
  GtE: "compare_ge",
  Is: "compare_is",
  IsNot: "compare_is_not",
  In: "contains",
  NotIn: "not_contains",
};

/** Beyond so many operands a container is built piece by piece, so that frames stay small. */
const MANY = 30;

export function compileAugmentedOperator(c: Compiler, op: ast.BinaryOperator): void {
  c.emit(OP[`inplace_${OPERATORS[op]}` as BytecodeName]);
}

export function compileExpression(c: Compiler, e: ast.Expr): void {
  switch (e.kind) {
    case "Constant": {
      c.at(e);
      return c.loadConst(foldExpression(e, c.optimize)!);
    }
    case "Name": {
      c.at(e);
      if (e.id === "__debug__") return c.loadConst(foldExpression(e, c.optimize)!);
      return c.loadName(e.id);
    }
    case "BinOp":
      return compileBinaryChain(c, e);
    case "UnaryOp":
      return compileUnary(c, e);
    case "Attribute":
    case "Subscript":
    case "Call":
      return compilePrimary(c, e);
    case "Compare":
      return compileCompare(c, e);
    case "BoolOp":
      return compileBoolOp(c, e);
    case "IfExp": {
      const otherwise = c.label();
      const end = c.label();
      jumpIf(c, e.test, otherwise, false);
      compileExpression(c, e.body);
      c.nowhere();
      c.emit(OP.jump, end);
      c.place(otherwise);
      compileExpression(c, e.orelse);
      return c.place(end);
    }
    case "NamedExpr":
      compileExpression(c, e.value);
      c.emitAt(e, OP.copy, 1);
      return compileStore(c, e.target);
    case "Lambda":
      return compileLambda(c, e);
    case "Tuple": {
      const constant = foldExpression(e, c.optimize);
      if (constant !== null) {
        c.at(e);
        return c.loadConst(constant);
      }
      return compileSequence(c, e, e.elts, "tuple");
    }
    case "List":
      return compileSequence(c, e, e.elts, "list");
    case "Set":
      return compileSequence(c, e, e.elts, "set");
    case "Dict":
      return compileDict(c, e);
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return compileComprehension(c, e);
    case "Await":
      if (c.unit.kind === "module" && !c.options.allowTopLevelAwait) c.fail("'await' outside function", e);
      if (c.unit.kind !== "comprehension") requireAsync(c, "'await' outside async function", e);
      compileExpression(c, e.value);
      c.at(e);
      return awaitTop(c, 0);
    case "Yield": {
      requireFunction(c, e);
      if (e.value !== null) compileExpression(c, e.value);
      else {
        c.at(e);
        c.loadNone();
      }
      c.at(e);
      if (c.unit.kind === "async_function") c.emit(OP.async_wrap);
      return c.emit(OP.yield_value);
    }
    case "YieldFrom":
      requireFunction(c, e);
      if (c.unit.kind === "async_function") c.fail("'yield from' inside async function", e);
      compileExpression(c, e.value);
      c.emitAt(e, OP.get_yield_from_iterator);
      c.loadNone();
      return c.emit(OP.yield_from);
    case "JoinedStr":
      return compileJoinedString(c, e);
    case "TemplateStr":
      return compileTemplate(c, e);
    case "FormattedValue":
      return compileFormattedValue(c, e);
    case "Interpolation":
      return compileInterpolation(c, e);
    case "Starred":
      return c.fail("can't use starred expression here", e);
    case "Slice":
      return compileSlice(c, e);
  }
}

function requireFunction(c: Compiler, at: ast.Span): void {
  const kind = c.unit.kind;
  if (kind !== "function" && kind !== "async_function" && kind !== "lambda") c.fail("'yield' outside function", at);
}

/** Awaits the top of the stack; `where` as in `get_awaitable`. */
export function awaitTop(c: Compiler, where: number): void {
  c.emit(OP.get_awaitable, where);
  c.loadNone();
  c.emit(OP.yield_from);
}

// ── Operators ────────────────────────────────────────────────────────────────────────────────────────────────────────

function compileBinaryChain(c: Compiler, e: ast.BinOp): void {
  const chain: ast.BinOp[] = [];
  let first: ast.Expr = e;
  while (first.kind === "BinOp") {
    chain.push(first);
    first = first.left;
  }
  // As long as both sides are constant nothing is emitted.
  let constant: Const | null = foldExpression(first, c.optimize);
  if (constant === null) compileExpression(c, first);
  for (let i = chain.length - 1; i >= 0; i--) {
    const node = chain[i];
    if (constant !== null) {
      const right = foldExpression(node.right, c.optimize);
      const folded: Const | null = right === null ? null : foldBinary(node.op, constant, right);
      if (folded !== null) {
        constant = folded;
        continue;
      }
      c.at(node.left);
      c.loadConst(constant);
      constant = null;
    }
    compileExpression(c, node.right);
    c.emitAt(node, OP[`binary_${OPERATORS[node.op]}` as BytecodeName]);
  }
  if (constant !== null) {
    c.at(e);
    c.loadConst(constant);
  }
}

function compileUnary(c: Compiler, e: ast.UnaryOp): void {
  const operand = foldExpression(e.operand, c.optimize);
  const folded = operand === null ? null : foldUnary(e.op, operand);
  c.at(e);
  if (folded !== null) return c.loadConst(folded);
  if (e.op === "Not" && e.operand.kind === "Compare" && e.operand.ops.length === 1) {
    // `not a in b`, `not a is b` are operators of their own.
    const opposite = { In: "NotIn", NotIn: "In", Is: "IsNot", IsNot: "Is" }[e.operand.ops[0] as string] as ast.CompareOperator | undefined;
    if (opposite !== undefined) return compileCompare(c, { ...e.operand, ops: [opposite] }, e.operand.ops[0]);
  }
  compileExpression(c, e.operand);
  const ops = { Not: OP.unary_not, USub: OP.unary_negative, UAdd: OP.unary_positive, Invert: OP.unary_invert };
  c.emitAt(e, ops[e.op]);
}

function compileBoolOp(c: Compiler, e: ast.BoolOp): void {
  const end = c.label();
  const branch = e.op === "And" ? OP.branch_if_false_or_pop : OP.branch_if_true_or_pop;
  e.values.forEach((value, i) => {
    compileExpression(c, value);
    if (i < e.values.length - 1) c.emitAt(e, branch, end);
  });
  c.place(end);
}

function compileCompare(c: Compiler, e: ast.Compare, written?: ast.CompareOperator): void {
  checkIdentity(c, e, written);
  compileExpression(c, e.left);
  const last = e.ops.length - 1;
  if (last === 0) {
    compileExpression(c, e.comparators[0]);
    return c.emitAt(e, OP[COMPARISONS[e.ops[0]]]);
  }
  const cleanup = c.label();
  const end = c.label();
  for (let i = 0; i < last; i++) {
    compileExpression(c, e.comparators[i]);
    c.emitAt(e, OP.swap, 2);
    c.emit(OP.copy, 2);
    c.emit(OP[COMPARISONS[e.ops[i]]]);
    c.emit(OP.branch_if_false_or_pop, cleanup);
  }
  compileExpression(c, e.comparators[last]);
  c.emitAt(e, OP[COMPARISONS[e.ops[last]]]);
  c.emit(OP.jump, end);
  c.place(cleanup);
  c.emit(OP.swap, 2);
  c.emit(OP.pop_top);
  c.place(end);
}

/** Jumps to `target` when the truth of `e` is `when`. */
export function jumpIf(c: Compiler, e: ast.Expr, target: number, when: boolean): void {
  const constant = e.kind === "Compare" || e.kind === "Call" ? null : foldExpression(e, c.optimize);
  if (constant !== null) {
    if (constantTruth(constant) === when) c.emitAt(e, OP.jump, target);
    return;
  }
  switch (e.kind) {
    case "UnaryOp":
      if (e.op === "Not") return jumpIf(c, e.operand, target, !when);
      break;
    case "BoolOp": {
      // `and` decides early on false, `or` on true.
      const early = e.op === "Or";
      const next = early === when ? target : c.label();
      e.values.forEach((value, i) => {
        if (i < e.values.length - 1) jumpIf(c, value, next, early);
        else jumpIf(c, value, target, when);
      });
      if (next !== target) c.place(next);
      return;
    }
    case "IfExp": {
      const otherwise = c.label();
      const end = c.label();
      jumpIf(c, e.test, otherwise, false);
      jumpIf(c, e.body, target, when);
      c.nowhere();
      c.emit(OP.jump, end);
      c.place(otherwise);
      jumpIf(c, e.orelse, target, when);
      c.place(end);
      return;
    }
    case "Compare":
      return jumpIfCompare(c, e, target, when);
  }
  compileExpression(c, e);
  c.emitAt(e, when ? OP.branch_if_true : OP.branch_if_false, target);
}

function jumpIfCompare(c: Compiler, e: ast.Compare, target: number, when: boolean): void {
  const last = e.ops.length - 1;
  if (last > 0) {
    checkIdentity(c, e);
    const cleanup = c.label();
    const end = c.label();
    compileExpression(c, e.left);
    for (let i = 0; i < last; i++) {
      compileExpression(c, e.comparators[i]);
      c.emitAt(e, OP.swap, 2);
      c.emit(OP.copy, 2);
      c.emit(OP[COMPARISONS[e.ops[i]]]);
      c.emit(OP.branch_if_false, cleanup);
    }
    compileExpression(c, e.comparators[last]);
    c.emitAt(e, OP[COMPARISONS[e.ops[last]]]);
    c.emit(when ? OP.branch_if_true : OP.branch_if_false, target);
    c.emit(OP.jump, end);
    c.place(cleanup);
    c.emit(OP.pop_top);
    if (!when) c.emit(OP.jump, target);
    return c.place(end);
  }
  const op = e.ops[0];
  const right = e.comparators[0];
  if ((op === "Is" || op === "IsNot") && right.kind === "Constant" && right.value.type === "none") {
    checkIdentity(c, e);
    compileExpression(c, e.left);
    return c.emitAt(e, (op === "Is") === when ? OP.branch_if_none : OP.branch_if_not_none, target);
  }
  compileCompare(c, e);
  c.emitAt(e, when ? OP.branch_if_true : OP.branch_if_false, target);
}

// ── Attributes, subscripts and calls ─────────────────────────────────────────────────────────────────────────────────

type Primary = ast.Attribute | ast.Subscript | ast.Call;

function isPrimary(e: ast.Expr): e is Primary {
  return e.kind === "Attribute" || e.kind === "Subscript" || e.kind === "Call";
}

/** `a.b(c)[d]…`: from the innermost link out. */
function compilePrimary(c: Compiler, e: Primary): void {
  const constant = foldExpression(e, c.optimize);
  if (constant !== null) {
    c.at(e);
    return c.loadConst(constant);
  }
  const chain: Primary[] = [];
  let node: ast.Expr = e;
  while (isPrimary(node) && !isSuperAttribute(c, node)) {
    chain.push(node);
    node = node.kind === "Call" ? node.func : node.value;
  }
  let pending: ast.Attribute | null = null;
  if (isPrimary(node)) {
    const call = chain[chain.length - 1];
    const isMethod = call?.kind === "Call" && call.func === node && isPlainCall(call);
    compileSuperAttribute(c, node as ast.Attribute, isMethod);
    if (isMethod) {
      chain.pop();
      compileArguments(c, call, true);
    }
  } else {
    compileExpression(c, node);
  }
  for (let i = chain.length - 1; i >= 0; i--) {
    const link = chain[i];
    switch (link.kind) {
      case "Attribute": {
        const next = i > 0 ? chain[i - 1] : null;
        if (next !== null && next.kind === "Call" && next.func === link && isPlainCall(next)) {
          pending = link;
          atAttribute(c, link, link);
          c.emitName(OP.load_method, link.attr);
        } else {
          atAttribute(c, link, link);
          c.emitName(OP.load_attribute, link.attr);
        }
        break;
      }
      case "Subscript":
        warnSubscript(c, link);
        compileSubscriptKey(c, link.slice);
        c.emitAt(link, OP.load_subscript);
        break;
      case "Call":
        if (link.func !== pending) warnCall(c, link);
        compileArguments(c, link, link.func === pending);
        break;
    }
  }
}

/** The place of an attribute operation or method call; in a chain over several lines it starts at the name. */
export function atAttribute(c: Compiler, node: ast.Span, attribute: ast.Attribute): void {
  c.at(node);
  const lineStart = c.source.lineStarts[c.source.lineOf(attribute.end) - 1];
  if (lineStart > attribute.start) c.unit.start = attribute.end - attribute.attr.length;
}

/** No `*`, no `**`, not too many arguments: fit for `load_method`. */
function isPlainCall(e: ast.Call): boolean {
  return e.args.length + e.keywords.length <= MANY && e.args.every((arg) => arg.kind !== "Starred") &&
    e.keywords.every((keyword) => keyword.arg !== null);
}

/** `super().x` or `super(A, b).x` where `super` may be the builtin. */
function isSuperAttribute(c: Compiler, e: ast.Expr): boolean {
  if (e.kind !== "Attribute" || e.ctx !== "Load" || e.value.kind !== "Call") return false;
  const call = e.value;
  if (call.func.kind !== "Name" || call.func.id !== "super" || call.keywords.length > 0 || e.attr === "__class__") return false;
  if (c.scope.resolved.get("super") !== "global_implicit" || !c.unit.scope.isFunctionLike) return false;
  const globalFlags = c.table.top.resolved.get("super");
  if (globalFlags === "local" || globalFlags === "global_explicit") return false;
  if (call.args.length === 2) return call.args.every((arg) => arg.kind !== "Starred");
  // Without arguments: in a method, whose first parameter is there.
  return call.args.length === 0 && c.unit.positionalCount > 0 && c.unit.frees.includes("__class__");
}

function compileSuperAttribute(c: Compiler, e: ast.Attribute, isMethod: boolean): void {
  const call = e.value as ast.Call;
  compileExpression(c, call.func);
  if (call.args.length === 2) {
    for (const arg of call.args) compileExpression(c, arg);
  } else {
    c.at(call);
    c.emit(OP.load_free, c.unit.frees.indexOf("__class__"));
    c.emit((c.unit.slotKinds[0] & SLOT.cell) !== 0 ? OP.load_cell : OP.load_local, 0);
  }
  atAttribute(c, e, e);
  c.emitName(isMethod ? OP.load_super_method : OP.load_super_attribute, e.attr, call.args.length === 2 ? 1 : 0);
}

/** `( callable [self] -- result )` with the arguments of a call. */
function compileArguments(c: Compiler, e: ast.Call, isMethod: boolean): void {
  checkKeywords(c, e.keywords);
  if (!isPlainCall(e)) {
    compilePositional(c, e.args);
    compileKeywordDict(c, e.keywords);
    return c.emitAt(e, OP.call_extended, e.keywords.length > 0 ? 1 : 0);
  }
  for (const arg of e.args) compileExpression(c, arg);
  for (const keyword of e.keywords) compileExpression(c, keyword.value);
  if (isMethod) atAttribute(c, e, e.func as ast.Attribute);
  else c.at(e);
  const count = e.args.length + e.keywords.length;
  if (e.keywords.length === 0) return c.emit(isMethod ? OP.call_method : OP.call, count);
  const names = tuple(e.keywords.map((keyword) => str(keyword.arg!)));
  c.emit(isMethod ? OP.call_method_keywords : OP.call_keywords, count, c.unit.constant(names));
}

/** `( -- arguments )` for `call_extended`. */
function compilePositional(c: Compiler, args: readonly ast.Expr[]): void {
  // A lone `*x` is checked and unpacked by the call itself.
  if (args.length === 1 && args[0].kind === "Starred") compileExpression(c, args[0].value);
  else compileElements(c, args, "tuple");
}

/** `( -- [keywords] )` for `call_extended`. */
export function compileKeywordDict(c: Compiler, keywords: readonly ast.Keyword[]): void {
  if (keywords.length === 0) return;
  let haveDict = false;
  let pending: ast.Keyword[] = [];
  const flush = () => {
    for (const keyword of pending) {
      c.at(keyword);
      c.loadStr(keyword.arg!);
      compileExpression(c, keyword.value);
    }
    c.emit(OP.build_dict, pending.length);
    if (haveDict) c.emit(OP.dict_merge, 1);
    haveDict = true;
    pending = [];
  };
  for (const keyword of keywords) {
    if (keyword.arg !== null) {
      pending.push(keyword);
      if (pending.length >= MANY / 2) flush();
      continue;
    }
    if (pending.length > 0 || !haveDict) flush();
    compileExpression(c, keyword.value);
    c.emitAt(keyword.value, OP.dict_merge, 1);
  }
  if (pending.length > 0) flush();
}

export function checkKeywords(c: Compiler, keywords: readonly ast.Keyword[]): void {
  if (keywords.length < 2) return;
  const seen = new Set<string>();
  for (const keyword of keywords) {
    if (keyword.arg === null) continue;
    if (seen.has(keyword.arg)) c.fail(`keyword argument repeated: ${keyword.arg}`, keyword);
    seen.add(keyword.arg);
  }
}

export function compileSubscriptKey(c: Compiler, slice: ast.Expr): void {
  compileExpression(c, slice);
}

function compileSlice(c: Compiler, e: ast.Slice): void {
  const constant = foldSlice(e, c.optimize);
  c.at(e);
  if (constant !== null) return c.loadConst(constant);
  for (const part of e.step === null ? [e.lower, e.upper] : [e.lower, e.upper, e.step]) {
    c.at(e);
    if (part === null) c.loadNone();
    else compileExpression(c, part);
  }
  c.emitAt(e, OP.build_slice, e.step === null ? 2 : 3);
}

// ── Displays ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function compileSequence(c: Compiler, e: ast.Span, elements: readonly ast.Expr[], kind: "tuple" | "list" | "set"): void {
  if (kind !== "tuple" && elements.length > 2) {
    const items: Const[] = [];
    for (const element of elements) {
      const constant = foldExpression(element, c.optimize);
      if (constant === null) break;
      items.push(constant);
    }
    if (items.length === elements.length) {
      c.emitAt(e, kind === "list" ? OP.build_list : OP.build_set, 0);
      // A set literal's items are added in order, the first of equal ones stays: that is a tuple's job.
      c.loadConst(tuple(items));
      c.emit(kind === "list" ? OP.list_extend : OP.set_update, 1);
      return;
    }
  }
  c.at(e);
  compileElements(c, elements, kind, e);
}

/** Builds a container from elements, some perhaps starred. */
function compileElements(
  c: Compiler,
  elements: readonly ast.Expr[],
  kind: "tuple" | "list" | "set",
  at?: ast.Span,
): void {
  const count = elements.length;
  const place = () => at !== undefined && c.at(at);
  if (count <= MANY && elements.every((element) => element.kind !== "Starred")) {
    for (const element of elements) compileExpression(c, element);
    place();
    return c.emit(kind === "tuple" ? OP.build_tuple : kind === "list" ? OP.build_list : OP.build_set, count);
  }
  const build = kind === "set" ? OP.build_set : OP.build_list;
  const add = kind === "set" ? OP.set_add : OP.list_append;
  const extend = kind === "set" ? OP.set_update : OP.list_extend;
  let started = false;
  if (count > MANY) {
    place();
    c.emit(build, 0);
    started = true;
  }
  elements.forEach((element, i) => {
    if (element.kind === "Starred") {
      if (!started) {
        place();
        c.emit(build, i);
        started = true;
      }
      compileExpression(c, element.value);
      place();
      c.emit(extend, 1);
    } else {
      compileExpression(c, element);
      if (started) {
        place();
        c.emit(add, 1);
      }
    }
  });
  place();
  if (kind === "tuple") c.emit(OP.list_to_tuple);
}

function compileDict(c: Compiler, e: ast.Dict): void {
  const started = { value: false };
  let pending = 0;
  const flush = () => {
    c.emitAt(e, OP.build_dict, pending);
    if (started.value) c.emit(OP.dict_update, 1);
    started.value = true;
    pending = 0;
  };
  const large = e.keys.length > MANY / 2;
  if (large) flush();
  e.keys.forEach((key, i) => {
    if (key === null) {
      if (pending > 0 || !started.value) flush();
      compileExpression(c, e.values[i]);
      c.emitAt(e, OP.dict_update, 1);
      return;
    }
    compileExpression(c, key);
    compileExpression(c, e.values[i]);
    if (large) c.emitAt(e, OP.dict_set, 1);
    else pending++;
  });
  if (pending > 0 || !started.value) flush();
}

// ── Comprehensions ───────────────────────────────────────────────────────────────────────────────────────────────────

type ComprehensionNode = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

const COMPREHENSION_NAMES = { ListComp: "<listcomp>", SetComp: "<setcomp>", DictComp: "<dictcomp>", GeneratorExp: "<genexpr>" } as const;

function compileComprehension(c: Compiler, e: ComprehensionNode): void {
  const scope = c.table.scopes.get(e)!;
  const first = e.generators[0];
  if (scope.inlined) compileExpression(c, first.iter);
  if (scope.isCoroutine && e.kind !== "GeneratorExp") {
    const kind = c.unit.kind;
    const allowed = kind === "async_function" || (kind === "comprehension" && c.unit.scope.isCoroutine) ||
      (kind === "module" && c.options.allowTopLevelAwait === true);
    if (!allowed) c.fail("asynchronous comprehension outside of an asynchronous function", e);
  }
  if (scope.inlined) {
    c.emitAt(first.iter, first.is_async === 1 ? OP.get_async_iterator : OP.get_iterator);
    return compileInlinedComprehension(c, e);
  }
  const unit = c.enter(scope, "comprehension", COMPREHENSION_NAMES[e.kind], e);
  unit.positionalCount = 1;
  c.at(e);
  const region = enterFunctionCode(c, e.kind === "GeneratorExp", scope.isCoroutine);
  c.at(e);
  if (e.kind !== "GeneratorExp") c.emit(e.kind === "ListComp" ? OP.build_list : e.kind === "SetComp" ? OP.build_set : OP.build_dict, 0);
  c.emitAt(first.iter, OP.load_local, 0);
  compileGenerators(c, e, 0, 0);
  c.at(e);
  if (e.kind === "GeneratorExp") c.loadNone();
  c.emit(OP.return_value);
  region.close();
  const code = c.leave();
  c.at(e);
  c.makeFunction(code, 0);
  compileExpression(c, first.iter);
  c.emitAt(first.iter, first.is_async === 1 ? OP.get_async_iterator : OP.get_iterator);
  c.emitAt(e, OP.call, 1);
  if (scope.isCoroutine && e.kind !== "GeneratorExp") awaitTop(c, 0);
}

/** PEP 709: the variables live in slots of the surrounding code, unbound again at the end. The iterator is on the stack. */
function compileInlinedComprehension(c: Compiler, e: ComprehensionNode): void {
  const unit = c.unit;
  const outer = c.scope;
  const scope = c.table.scopes.get(e)!;
  const slots = new Map<string, number>();
  c.at(e);
  for (const [name, resolution] of scope.resolved) {
    if (resolution !== "local" && resolution !== "cell") continue;
    const slot = unit.takeSlot(name, SLOT.inlined | (resolution === "cell" ? SLOT.cell : 0));
    slots.set(name, slot);
    if (resolution === "cell") c.emit(OP.make_cell, slot);
  }
  unit.inlinedSlots.set(scope, slots);
  c.scope = scope;
  const region = unit.region;
  const handler = c.label();
  const end = c.label();
  if (e.kind !== "GeneratorExp") c.emit(e.kind === "ListComp" ? OP.build_list : e.kind === "SetComp" ? OP.build_set : OP.build_dict, 0);
  c.emit(OP.swap, 2);
  if (slots.size > 0) c.setupHandler(handler);
  compileGenerators(c, e, 0, 0);
  unit.region = region;
  if (slots.size > 0) {
    c.at(e);
    for (const slot of slots.values()) c.emit(OP.clear_local, slot);
    c.emit(OP.jump, end);
    c.place(handler);
    c.nowhere();
    for (const slot of slots.values()) c.emit(OP.clear_local, slot);
    c.emit(OP.reraise);
    c.place(end);
  }
  for (const slot of slots.values()) unit.giveSlot(slot);
  unit.inlinedSlots.delete(scope);
  c.scope = outer;
}

/** `( iterator -- )`: the loops from generator `index` in; the result container lies below the iterators. */
function compileGenerators(c: Compiler, e: ComprehensionNode, index: number, depth: number): void {
  const generator = e.generators[index];
  const start = c.label();
  const next = c.label();
  const finished = c.label();
  // `for x in [value]` is an assignment.
  const single = index > 0 && generator.is_async === 0 && (generator.iter.kind === "List" || generator.iter.kind === "Tuple") &&
      generator.iter.elts.length === 1 && generator.iter.elts[0].kind !== "Starred"
    ? generator.iter.elts[0]
    : null;
  if (single !== null) {
    compileExpression(c, single);
  } else {
    if (index > 0) {
      compileExpression(c, generator.iter);
      c.emitAt(generator.iter, generator.is_async === 1 ? OP.get_async_iterator : OP.get_iterator);
    }
    depth++;
    c.at(generator.iter);
    c.place(start);
    c.emit(OP.loop_header);
    if (generator.is_async === 1) asyncNext(c, finished);
    else c.emit(OP.for_iterate, finished);
  }
  compileStore(c, generator.target);
  for (const test of generator.ifs) jumpIf(c, test, next, false);
  if (index + 1 < e.generators.length) {
    compileGenerators(c, e, index + 1, depth);
  } else {
    const element = e.kind === "DictComp" ? e.key : e.elt;
    compileExpression(c, element);
    switch (e.kind) {
      case "GeneratorExp":
        c.at(element);
        if (c.unit.scope.isCoroutine) c.emit(OP.async_wrap);
        c.emit(OP.yield_value);
        c.emit(OP.pop_top);
        break;
      case "ListComp":
        c.emitAt(element, OP.list_append, depth + 1);
        break;
      case "SetComp":
        c.emitAt(element, OP.set_add, depth + 1);
        break;
      case "DictComp":
        compileExpression(c, e.value);
        c.at({ start: e.key.start, end: e.value.end });
        c.emit(OP.dict_set, depth + 1);
        break;
    }
  }
  c.place(next);
  if (single !== null) return;
  c.emitAt(e, OP.jump, start);
  c.place(finished);
  if (generator.is_async === 1) c.emitAt(generator.iter, OP.end_async_for);
}

// ── Strings ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const CONVERSIONS: Record<number, number> = { [-1]: 0, 115: 1, 114: 2, 97: 3 };

function compileJoinedString(c: Compiler, e: ast.JoinedStr): void {
  if (e.values.length === 0) {
    c.at(e);
    return c.loadStr("");
  }
  if (e.values.length > MANY) {
    // "".join([…])
    c.at(e);
    c.loadStr("");
    c.emitName(OP.load_method, "join");
    c.emit(OP.build_list, 0);
    for (const value of e.values) {
      compileExpression(c, value);
      c.emitAt(e, OP.list_append, 1);
    }
    return c.emit(OP.call_method, 1);
  }
  for (const value of e.values) compileExpression(c, value);
  if (e.values.length > 1) c.emitAt(e, OP.build_string, e.values.length);
}

function compileFormattedValue(c: Compiler, e: ast.FormattedValue): void {
  compileExpression(c, e.value);
  c.at(e);
  if (e.conversion !== -1) c.emit(OP.convert_value, CONVERSIONS[e.conversion]);
  if (e.format_spec === null) return c.emit(OP.format_simple);
  compileExpression(c, e.format_spec);
  c.emitAt(e, OP.format_with_spec);
}

function compileInterpolation(c: Compiler, e: ast.Interpolation): void {
  compileExpression(c, e.value);
  c.at(e);
  c.loadStr(e.str);
  if (e.format_spec !== null) compileExpression(c, e.format_spec);
  c.emitAt(e, OP.build_interpolation, CONVERSIONS[e.conversion], e.format_spec === null ? 0 : 1);
}

/** The strings around the interpolations: one more than those. */
function compileTemplate(c: Compiler, e: ast.TemplateStr): void {
  const strings: string[] = [];
  let text = "";
  const interpolations: ast.Expr[] = [];
  for (const value of e.values) {
    if (value.kind === "Constant" && value.value.type === "str") {
      text += value.value.value;
    } else {
      strings.push(text);
      text = "";
      interpolations.push(value);
    }
  }
  strings.push(text);
  c.at(e);
  c.loadConst(tuple(strings.map(str)));
  compileElements(c, interpolations, "tuple", e);
  c.emitAt(e, OP.build_template);
}

// ── Warnings ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Name of the type of a literal, or null. */
function literalType(e: ast.Expr): string | null {
  switch (e.kind) {
    case "Constant":
      return { none: "NoneType", ellipsis: "ellipsis" }[e.value.type as string] ?? e.value.type;
    case "Tuple":
      return "tuple";
    case "List":
    case "ListComp":
      return "list";
    case "Dict":
    case "DictComp":
      return "dict";
    case "Set":
    case "SetComp":
      return "set";
    case "GeneratorExp":
      return "generator";
    case "Lambda":
      return "function";
    case "JoinedStr":
    case "FormattedValue":
      return "str";
    case "TemplateStr":
    case "Interpolation":
      return "string.templatelib.Template";
    default:
      return null;
  }
}

function warnCall(c: Compiler, e: ast.Call): void {
  if (c.options.warn === undefined) return;
  const type = literalType(e.func);
  if (type === null || e.func.kind === "Lambda") return;
  c.warn(`'${type}' object is not callable; perhaps you missed a comma?`, e);
}

function warnSubscript(c: Compiler, e: ast.Subscript): void {
  if (c.options.warn === undefined) return;
  const type = literalType(e.value);
  if (type === null) return;
  if (!["str", "bytes", "tuple", "list", "dict"].includes(type)) {
    return c.warn(`'${type}' object is not subscriptable; perhaps you missed a comma?`, e);
  }
  const index = literalType(e.slice);
  if (type === "dict" || index === null || index === "int" || index === "bool" || e.slice.kind === "Slice") return;
  c.warn(`${type} indices must be integers or slices, not ${index}; perhaps you missed a comma?`, e);
}

function checkIdentity(c: Compiler, e: ast.Compare, written?: ast.CompareOperator): void {
  if (c.options.warn === undefined) return;
  const suspicious = (operand: ast.Expr) => {
    if (operand.kind === "Tuple") return foldExpression(operand, c.optimize) === null ? null : "tuple";
    if (operand.kind !== "Constant") return null;
    return ["none", "bool", "ellipsis"].includes(operand.value.type) ? null : operand.value.type;
  };
  let left = suspicious(e.left);
  e.ops.forEach((op, i) => {
    const right = suspicious(e.comparators[i]);
    const word = written ?? op;
    if ((word === "Is" || word === "IsNot") && (left !== null || right !== null)) {
      const type = left ?? right;
      c.warn(word === "Is" ? `"is" with '${type}' literal. Did you mean "=="?` : `"is not" with '${type}' literal. Did you mean "!="?`, e);
    }
    left = right;
  });
}
