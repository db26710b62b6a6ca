/**
 * Compiles statements: assignment, control flow, exceptions, `with`, imports, `match`'s skeleton.
 *
 * Input: statement nodes; output: instructions in the compiler's unit. `Unit.blocks` holds what a `return`, `break` or `continue` undoes on
 * its way out; `finally` bodies are compiled once for every way out.
 */

import { OP } from "./bytecodes.ts";
import { foldExpression, NONE, str, tuple } from "./constants.ts";
import { compileClass, compileFunction, compileTypeAlias } from "./definitions.ts";
import { atAttribute, awaitTop, compileAugmentedOperator, compileExpression, compileSubscriptKey, jumpIf } from "./expressions.ts";
import { compileMatch } from "./patterns.ts";
import { unparse } from "./unparse.ts";
import type { Block, Compiler } from "./unit.ts";
import type * as ast from "../syntax/ast.ts";

export function compileBody(c: Compiler, body: readonly ast.Stmt[]): void {
  for (const statement of body) compileStatement(c, statement);
}

function compileConditionalBody(c: Compiler, body: readonly ast.Stmt[]): void {
  c.unit.conditionalDepth++;
  compileBody(c, body);
  c.unit.conditionalDepth--;
}

export function compileStatement(c: Compiler, s: ast.Stmt): void {
  switch (s.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      return compileFunction(c, s);
    case "ClassDef":
      return compileClass(c, s);
    case "TypeAlias":
      return compileTypeAlias(c, s);
    case "Return":
      return compileReturn(c, s);
    case "Delete":
      for (const target of s.targets) compileDelete(c, target);
      return;
    case "Assign":
      compileExpression(c, s.value);
      s.targets.forEach((target, i) => {
        if (i < s.targets.length - 1) c.emitAt(s, OP.copy, 1);
        compileStore(c, target);
      });
      return;
    case "AugAssign":
      return compileAugAssign(c, s);
    case "AnnAssign":
      return compileAnnAssign(c, s);
    case "For":
      return compileFor(c, s);
    case "AsyncFor":
      return compileAsyncFor(c, s);
    case "While":
      return compileWhile(c, s);
    case "If":
      return compileIf(c, s);
    case "With":
    case "AsyncWith":
      if (s.kind === "AsyncWith") requireAsync(c, "'async with' outside async function", s);
      return compileWith(c, s, 0);
    case "Match":
      return compileMatch(c, s, (body) => compileConditionalBody(c, body));
    case "Raise":
      if (s.exc !== null) compileExpression(c, s.exc);
      if (s.cause !== null) compileExpression(c, s.cause);
      return c.emitAt(s, OP.raise, (s.exc !== null ? 1 : 0) + (s.cause !== null ? 1 : 0));
    case "Try":
      return s.finalbody.length > 0 ? compileFinally(c, s, () => compileTryExcept(c, s)) : compileTryExcept(c, s);
    case "TryStar":
      return s.finalbody.length > 0 ? compileFinally(c, s, () => compileTryStar(c, s)) : compileTryStar(c, s);
    case "Assert":
      return compileAssert(c, s);
    case "Import":
      return compileImport(c, s);
    case "ImportFrom":
      return compileImportFrom(c, s);
    case "Expr":
      return compileExpressionStatement(c, s);
    case "Break":
    case "Continue":
      return compileLoopExit(c, s);
    case "Global":
    case "Nonlocal":
    case "Pass":
      return;
  }
}

function compileExpressionStatement(c: Compiler, s: ast.ExprStmt): void {
  if (c.interactive && c.unit.kind === "module") {
    compileExpression(c, s.value);
    return c.emitAt(s, OP.display_hook);
  }
  // A constant alone, a docstring say, is no code.
  if (s.value.kind === "Constant") return;
  compileExpression(c, s.value);
  c.emitAt(s, OP.pop_top);
}

/** Whether `await` and its kin are allowed here. @throws PythonSyntaxError */
export function requireAsync(c: Compiler, message: string, at: ast.Span): void {
  if (c.unit.kind === "async_function") return;
  if (c.unit.kind === "module" && c.options.allowTopLevelAwait) return;
  c.fail(message, at);
}

// ── Targets ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Stores the top of the stack. */
export function compileStore(c: Compiler, target: ast.Expr): void {
  switch (target.kind) {
    case "Name":
      c.at(target);
      return c.storeName(target.id);
    case "Attribute":
      noteStaticAttribute(c, target);
      compileExpression(c, target.value);
      atAttribute(c, target, target);
      return c.emitName(OP.store_attribute, target.attr);
    case "Subscript":
      compileExpression(c, target.value);
      compileSubscriptKey(c, target.slice);
      return c.emitAt(target, OP.store_subscript);
    case "Tuple":
    case "List": {
      const star = target.elts.findIndex((element) => element.kind === "Starred");
      if (star >= 0) {
        if (target.elts.some((element, i) => i > star && element.kind === "Starred")) {
          c.fail("multiple starred expressions in assignment", target);
        }
        c.emitAt(target, OP.unpack_extended, star, target.elts.length - star - 1);
      } else {
        c.emitAt(target, OP.unpack_sequence, target.elts.length);
      }
      for (const element of target.elts) compileStore(c, element.kind === "Starred" ? element.value : element);
      return;
    }
    case "Starred":
      return c.fail("starred assignment target must be in a list or tuple", target);
    default:
      throw new Error(`Cannot assign to ${target.kind}`);
  }
}

/** `self.x = …` in a method: part of the class's `__static_attributes__`. */
function noteStaticAttribute(c: Compiler, target: ast.Attribute): void {
  if (target.value.kind !== "Name" || target.value.id !== "self") return;
  for (let unit: Compiler["unit"] | null = c.unit; unit !== null; unit = unit.parent) {
    if (unit.kind !== "class") continue;
    unit.staticAttributes.add(target.attr);
    return;
  }
}

function compileDelete(c: Compiler, target: ast.Expr): void {
  switch (target.kind) {
    case "Name":
      c.at(target);
      return c.nameOperation(target.id, "Del");
    case "Attribute":
      compileExpression(c, target.value);
      atAttribute(c, target, target);
      return c.emitName(OP.delete_attribute, target.attr);
    case "Subscript":
      compileExpression(c, target.value);
      compileSubscriptKey(c, target.slice);
      return c.emitAt(target, OP.delete_subscript);
    case "Tuple":
    case "List":
      for (const element of target.elts) compileDelete(c, element);
      return;
    default:
      throw new Error(`Cannot delete ${target.kind}`);
  }
}

function compileAugAssign(c: Compiler, s: ast.AugAssign): void {
  const target = s.target;
  switch (target.kind) {
    case "Name":
      c.at(target);
      c.loadName(target.id);
      compileExpression(c, s.value);
      c.at(s);
      compileAugmentedOperator(c, s.op);
      c.at(target);
      return c.storeName(target.id);
    case "Attribute":
      noteStaticAttribute(c, target);
      compileExpression(c, target.value);
      atAttribute(c, target, target);
      c.emit(OP.copy, 1);
      c.emitName(OP.load_attribute, target.attr);
      compileExpression(c, s.value);
      c.at(s);
      compileAugmentedOperator(c, s.op);
      atAttribute(c, target, target);
      c.emit(OP.swap, 2);
      return c.emitName(OP.store_attribute, target.attr);
    case "Subscript":
      compileExpression(c, target.value);
      compileSubscriptKey(c, target.slice);
      c.emitAt(target, OP.copy, 2);
      c.emit(OP.copy, 2);
      c.emit(OP.load_subscript);
      compileExpression(c, s.value);
      c.at(s);
      compileAugmentedOperator(c, s.op);
      c.emitAt(target, OP.swap, 3);
      c.emit(OP.swap, 2);
      return c.emit(OP.store_subscript);
  }
}

function compileAnnAssign(c: Compiler, s: ast.AnnAssign): void {
  const target = s.target;
  if (s.value !== null) {
    compileExpression(c, s.value);
    compileStore(c, target);
  }
  if (target.kind === "Name") {
    if (s.simple === 0 || c.unit.scope.isFunctionLike) return;
    if (c.futureAnnotations) {
      c.at(s.annotation);
      c.loadStr(unparse(s.annotation));
      c.loadName("__annotations__");
      c.loadStr(c.mangleAttribute(target.id));
      c.emitAt(s, OP.store_subscript);
      return;
    }
    const unit = c.unit;
    const known = unit.annotations.find((known) => known.node === s);
    let index = known === undefined ? -1 : known.index;
    if (unit.scope.hasConditionalAnnotations) {
      if (unit.conditionalDepth > 0 || unit.kind === "module") {
        if (known === undefined) index = unit.conditionalCount++;
        c.at(s);
        if (unit.kind === "class") c.emit(OP.load_cell, unit.slotOf("__conditional_annotations__"));
        else c.loadName("__conditional_annotations__");
        c.loadInt(index);
        c.emit(OP.set_add, 1);
        c.emit(OP.pop_top);
      }
    }
    if (known === undefined) unit.annotations.push({ node: s, index });
  } else if (s.value === null) {
    compileExpression(c, target.value);
    c.emitAt(s, OP.pop_top);
  }
}

// ── Control flow ─────────────────────────────────────────────────────────────────────────────────────────────────────

function compileIf(c: Compiler, first: ast.If): void {
  const end = c.label();
  let s = first;
  for (;;) {
    const otherwise = s.orelse.length > 0 ? c.label() : end;
    jumpIf(c, s.test, otherwise, false);
    compileConditionalBody(c, s.body);
    if (s.orelse.length === 0) break;
    c.nowhere();
    c.emit(OP.jump, end);
    c.place(otherwise);
    if (s.orelse.length !== 1 || s.orelse[0].kind !== "If") {
      compileConditionalBody(c, s.orelse);
      break;
    }
    s = s.orelse[0];
  }
  c.place(end);
}

function compileWhile(c: Compiler, s: ast.While): void {
  const start = c.label();
  const otherwise = c.label();
  const end = c.label();
  c.place(start);
  c.emitAt(s.test, OP.loop_header);
  const block: Block = { kind: "while", breakTo: end, continueTo: start, outerRegion: c.unit.region };
  jumpIf(c, s.test, otherwise, false);
  pushBlock(c, block, s);
  compileConditionalBody(c, s.body);
  c.unit.blocks.pop();
  c.nowhere();
  c.emit(OP.jump, start);
  c.place(otherwise);
  compileConditionalBody(c, s.orelse);
  c.place(end);
}

function compileFor(c: Compiler, s: ast.For): void {
  const start = c.label();
  const otherwise = c.label();
  const end = c.label();
  compileExpression(c, s.iter);
  c.emitAt(s.iter, OP.get_iterator);
  c.place(start);
  c.emit(OP.loop_header);
  c.emit(OP.for_iterate, otherwise);
  compileStore(c, s.target);
  pushBlock(c, { kind: "for", breakTo: end, continueTo: start, outerRegion: c.unit.region }, s);
  compileConditionalBody(c, s.body);
  c.unit.blocks.pop();
  c.nowhere();
  c.emit(OP.jump, start);
  c.place(otherwise);
  compileConditionalBody(c, s.orelse);
  c.place(end);
}

function compileAsyncFor(c: Compiler, s: ast.AsyncFor): void {
  requireAsync(c, "'async for' outside async function", s);
  const start = c.label();
  const finished = c.label();
  const end = c.label();
  compileExpression(c, s.iter);
  c.emitAt(s.iter, OP.get_async_iterator);
  c.place(start);
  c.emit(OP.loop_header);
  asyncNext(c, finished);
  compileStore(c, s.target);
  pushBlock(c, { kind: "for", breakTo: end, continueTo: start, outerRegion: c.unit.region }, s);
  compileConditionalBody(c, s.body);
  c.unit.blocks.pop();
  c.nowhere();
  c.emit(OP.jump, start);
  c.place(finished);
  c.emitAt(s.iter, OP.end_async_for);
  compileConditionalBody(c, s.orelse);
  c.place(end);
}

/** `( iterator -- iterator value )`; StopAsyncIteration goes to `finished`, which `end_async_for` follows. */
export function asyncNext(c: Compiler, finished: number): void {
  const region = c.unit.region;
  c.setupHandler(finished);
  c.emit(OP.get_async_next);
  c.loadNone();
  c.emit(OP.yield_from);
  c.unit.region = region;
}

function compileReturn(c: Compiler, s: ast.Return): void {
  const unit = c.unit;
  warnFinally(c, "return", s);
  if (unit.kind !== "function" && unit.kind !== "async_function") c.fail("'return' outside function", s);
  if (s.value !== null && unit.kind === "async_function" && unit.scope.isGenerator) {
    c.fail("'return' with value in async generator", s);
  }
  const constant = s.value === null ? NONE : foldExpression(s.value, c.optimize);
  if (constant === null) compileExpression(c, s.value!);
  if (unit.blocks.every((block) => ["while", "for", "try", "finally_body"].includes(block.kind))) {
    c.at(s);
    if (constant !== null) c.loadConst(constant);
    c.emit(OP.return_value);
    return;
  }
  const region = unit.region;
  // The value waits in a slot of its own: a `finally` body may itself start a return and abandon it.
  const slot = constant === null ? unit.takeSlot(`.return${unit.returnDepth}`, 0) : -1;
  c.at(s);
  if (slot >= 0) c.emit(OP.store_local, slot);
  unit.returnDepth++;
  unwind(c, () => false, s);
  unit.returnDepth--;
  c.at(s);
  if (constant !== null) c.loadConst(constant);
  else {
    c.emit(OP.load_local, slot);
    unit.giveSlot(slot);
  }
  c.emit(OP.return_value);
  c.unit.region = region;
}

function compileLoopExit(c: Compiler, s: ast.Break | ast.Continue): void {
  const isLoop = (block: Block) => block.kind === "while" || block.kind === "for";
  const word = s.kind === "Break" ? "break" : "continue";
  warnFinally(c, word, s);
  const star = c.unit.blocks.findLastIndex((block) => block.kind === "except_star");
  const at = c.unit.blocks.findLastIndex(isLoop);
  if (star > at) c.fail("'break', 'continue' and 'return' cannot appear in an except* block", s);
  if (at < 0) c.fail(s.kind === "Break" ? "'break' outside loop" : "'continue' not properly in loop", s);
  const block = c.unit.blocks[at];
  if (block.kind !== "while" && block.kind !== "for") return;
  const region = c.unit.region;
  unwind(c, isLoop, s);
  c.at(s);
  c.unit.region = block.outerRegion;
  if (s.kind === "Break" && block.kind === "for") c.emit(OP.pop_top);
  c.emit(OP.jump, s.kind === "Break" ? block.breakTo : block.continueTo);
  c.unit.region = region;
}

/** CPython's limit. */
const MAX_BLOCKS = 21;

function pushBlock(c: Compiler, block: Block, at: ast.Span): void {
  if (c.unit.blocks.length >= MAX_BLOCKS) c.fail("too many statically nested blocks", at);
  c.unit.blocks.push(block);
}

/** Undoes blocks from the innermost out, up to the one for which `stop` holds; the blocks stay open for the code that follows. */
function unwind(c: Compiler, stop: (block: Block) => boolean, at: ast.Span): void {
  const blocks = c.unit.blocks;
  const saved = blocks.slice();
  while (blocks.length > 0 && !stop(blocks[blocks.length - 1])) unwindBlock(c, blocks.pop()!, at);
  blocks.length = 0;
  blocks.push(...saved);
}

function unwindBlock(c: Compiler, block: Block, at: ast.Span): void {
  c.unit.region = block.outerRegion;
  c.at(at);
  switch (block.kind) {
    case "while":
    case "try":
    case "finally_body":
      return;
    case "for":
      return c.emit(OP.pop_top);
    case "finally":
      // Inside, an exit may not meet this block again.
      return compileFinallyCopy(c, block.body);
    case "finally_handler":
      c.emit(OP.pop_top);
      return c.emit(OP.pop_exception);
    case "except":
      c.emit(OP.pop_exception);
      if (block.name !== null) clearName(c, block.name);
      return;
    case "except_star":
      return c.fail("'break', 'continue' and 'return' cannot appear in an except* block", at);
    case "with":
      c.at(block.node);
      callExitNormally(c, block.isAsync);
      return c.emit(OP.pop_top);
  }
}

function compileFinallyCopy(c: Compiler, body: ast.Stmt[]): void {
  c.unit.blocks.push({ kind: "finally_body", outerRegion: c.unit.region });
  compileConditionalBody(c, body);
  c.unit.blocks.pop();
}

/** PEP 765. */
function warnFinally(c: Compiler, word: "return" | "break" | "continue", at: ast.Span): void {
  const blocks = c.unit.blocks;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const kind = blocks[i].kind;
    if (word !== "return" && (kind === "while" || kind === "for")) return;
    if (kind === "finally_handler" || kind === "finally_body") return c.warn(`'${word}' in a 'finally' block`, at);
  }
}

// ── Exceptions ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** `( previous exception -- )`: the handled exception is put back and this one goes on. */
function reraiseCleanup(c: Compiler, label: number): void {
  c.place(label);
  c.nowhere();
  c.emit(OP.swap, 2);
  c.emit(OP.pop_exception);
  c.emit(OP.reraise);
}

function compileFinally(c: Compiler, s: ast.Try | ast.TryStar, inner: () => void): void {
  const outer = c.unit.region;
  const handler = c.label();
  const cleanup = c.label();
  const end = c.label();
  c.setupHandler(handler);
  pushBlock(c, { kind: "finally", body: s.finalbody, outerRegion: outer }, s);
  if (s.handlers.length > 0) inner();
  else compileConditionalBody(c, s.body);
  c.unit.blocks.pop();
  c.unit.region = outer;
  compileFinallyCopy(c, s.finalbody);
  c.nowhere();
  c.emit(OP.jump, end);

  c.place(handler);
  c.setupHandler(cleanup);
  c.emit(OP.push_exception);
  pushBlock(c, { kind: "finally_handler", outerRegion: outer }, s);
  compileConditionalBody(c, s.finalbody);
  c.unit.blocks.pop();
  c.unit.region = outer;
  reraiseCleanup(c, cleanup);
  c.place(end);
}

function compileTryExcept(c: Compiler, s: ast.Try): void {
  const outer = c.unit.region;
  const handler = c.label();
  const cleanup = c.label();
  const end = c.label();
  c.setupHandler(handler);
  pushBlock(c, { kind: "try", outerRegion: outer }, s);
  compileConditionalBody(c, s.body);
  c.unit.blocks.pop();
  c.unit.region = outer;
  compileConditionalBody(c, s.orelse);
  c.nowhere();
  c.emit(OP.jump, end);

  c.place(handler);
  c.setupHandler(cleanup);
  c.emit(OP.push_exception);
  const inHandler = c.unit.region;
  s.handlers.forEach((h, i) => {
    c.at(h);
    c.unit.region = inHandler;
    const next = c.label();
    if (h.type !== null) {
      compileExpression(c, h.type);
      c.emitAt(h.type, OP.match_exception);
      c.emit(OP.branch_if_false, next);
    } else if (i < s.handlers.length - 1) {
      c.fail("default 'except:' must be last", h);
    }
    c.at(h);
    if (h.name === null) c.emit(OP.pop_top);
    else c.storeName(h.name);
    const bodyCleanup = c.label();
    if (h.name !== null) c.setupHandler(bodyCleanup);
    pushBlock(c, { kind: "except", name: h.name, outerRegion: outer }, h);
    compileConditionalBody(c, h.body);
    c.unit.blocks.pop();
    c.unit.region = outer;
    c.nowhere();
    c.emit(OP.pop_exception);
    if (h.name !== null) clearName(c, h.name);
    c.emit(OP.jump, end);
    if (h.name !== null) {
      c.place(bodyCleanup);
      c.unit.region = inHandler;
      clearName(c, h.name);
      c.emit(OP.jump, cleanup);
    }
    c.place(next);
  });
  c.unit.region = outer;
  reraiseCleanup(c, cleanup);
  c.place(end);
}

/** The end of `except … as name`: None, then unbound, so that deleting it in the body does no harm. */
function clearName(c: Compiler, name: string): void {
  c.loadNone();
  c.storeName(name);
  c.nameOperation(name, "Del");
}

/**
 * `except*`. On the stack while the handlers run: previous, original, list of raised and unhandled ones, rest.
 */
function compileTryStar(c: Compiler, s: ast.TryStar): void {
  const outer = c.unit.region;
  const handler = c.label();
  const cleanup = c.label();
  const end = c.label();
  c.setupHandler(handler);
  pushBlock(c, { kind: "try", outerRegion: outer }, s);
  compileConditionalBody(c, s.body);
  c.unit.blocks.pop();
  c.unit.region = outer;
  compileConditionalBody(c, s.orelse);
  c.nowhere();
  c.emit(OP.jump, end);

  c.place(handler);
  c.setupHandler(cleanup);
  c.emit(OP.push_exception);
  const inHandler = c.unit.region;
  const last = s.handlers.length - 1;
  s.handlers.forEach((h, i) => {
    const bodyCleanup = c.label();
    const next = c.label();
    const noMatch = c.label();
    c.at(h);
    if (i === 0) {
      // previous original -- previous original list rest
      c.emit(OP.build_list, 0);
      c.emit(OP.copy, 2);
    }
    compileExpression(c, h.type!);
    c.emitAt(h.type!, OP.match_exception_group);
    c.emit(OP.copy, 1);
    c.emit(OP.branch_if_none, noMatch);
    c.at(h);
    if (h.name === null) c.emit(OP.pop_top);
    else c.storeName(h.name);
    c.setupHandler(bodyCleanup);
    pushBlock(c, { kind: "except_star", outerRegion: inHandler }, h);
    compileConditionalBody(c, h.body);
    c.unit.blocks.pop();
    c.unit.region = inHandler;
    c.nowhere();
    if (h.name !== null) clearName(c, h.name);
    c.emit(OP.jump, next);
    // An exception in the body joins the list: list rest exception -- list rest
    c.place(bodyCleanup);
    if (h.name !== null) clearName(c, h.name);
    c.emit(OP.list_append, 2);
    c.emit(OP.jump, next);
    c.place(noMatch);
    c.emit(OP.pop_top);
    c.place(next);
    if (i === last) {
      const reraise = c.label();
      c.emit(OP.list_append, 1);
      c.emit(OP.prepare_reraise_star);
      c.emit(OP.copy, 1);
      c.emit(OP.branch_if_not_none, reraise);
      c.emit(OP.pop_top);
      c.unit.region = outer;
      c.emit(OP.pop_exception);
      c.emit(OP.jump, end);
      c.place(reraise);
    }
  });
  c.unit.region = outer;
  reraiseCleanup(c, cleanup);
  c.place(end);
}

// ── with ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `( exit self -- result )` */
function callExitNormally(c: Compiler, isAsync: boolean): void {
  c.loadNone();
  c.loadNone();
  c.loadNone();
  c.emit(OP.call_method, 3);
  if (isAsync) awaitTop(c, 2);
}

function compileWith(c: Compiler, s: ast.With | ast.AsyncWith, index: number): void {
  const item = s.items[index];
  const isAsync = s.kind === "AsyncWith";
  const outer = c.unit.region;
  const handler = c.label();
  const cleanup = c.label();
  const suppress = c.label();
  const end = c.label();
  compileExpression(c, item.context_expr);
  c.emitAt(item.context_expr, isAsync ? OP.load_async_with : OP.load_with);
  c.emit(OP.call_method, 0);
  if (isAsync) awaitTop(c, 1);
  c.setupHandler(handler, 1);
  pushBlock(c, { kind: "with", isAsync, node: item.context_expr, outerRegion: outer }, item.context_expr);
  if (item.optional_vars !== null) compileStore(c, item.optional_vars);
  else c.emit(OP.pop_top);
  if (index === s.items.length - 1) compileConditionalBody(c, s.body);
  else compileWith(c, s, index + 1);
  c.unit.blocks.pop();
  c.unit.region = outer;
  c.at(item.context_expr);
  callExitNormally(c, isAsync);
  c.emit(OP.pop_top);
  c.emit(OP.jump, end);

  c.place(handler);
  c.setupHandler(cleanup);
  c.emit(OP.push_exception);
  c.emit(OP.call_exit);
  if (isAsync) awaitTop(c, 2);
  c.emit(OP.branch_if_true, suppress);
  c.unit.region = outer;
  reraiseCleanup(c, cleanup);
  c.place(suppress);
  c.emit(OP.pop_top);
  c.emit(OP.pop_exception);
  c.emit(OP.pop_top);
  c.emit(OP.pop_top);
  c.place(end);
}

// ── The rest ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function compileAssert(c: Compiler, s: ast.Assert): void {
  if (s.test.kind === "Tuple" && s.test.elts.length > 0) c.warn("assertion is always true, perhaps remove parentheses?", s);
  if (c.optimize > 0) return;
  const end = c.label();
  jumpIf(c, s.test, end, true);
  c.emitAt(s, OP.load_common_constant, 0);
  if (s.msg !== null) {
    compileExpression(c, s.msg);
    c.emitAt(s, OP.call, 1);
  }
  c.emitAt(s.test, OP.raise, 1);
  c.place(end);
}

function compileImport(c: Compiler, s: ast.Import): void {
  for (const alias of s.names) {
    c.at(s);
    c.loadInt(0);
    c.loadNone();
    c.emitName(OP.import_name, alias.name);
    const dot = alias.name.indexOf(".");
    if (alias.asname === null) {
      c.storeName(dot < 0 ? alias.name : alias.name.slice(0, dot));
      continue;
    }
    // `import a.b.c as d`: down the attributes.
    if (dot >= 0) {
      for (const part of alias.name.slice(dot + 1).split(".")) {
        c.emit(OP.import_from, c.unit.nameIndex(part));
        c.emit(OP.swap, 2);
        c.emit(OP.pop_top);
      }
    }
    c.storeName(alias.asname);
  }
}

function compileImportFrom(c: Compiler, s: ast.ImportFrom): void {
  if (s.module === "__future__" && s.level === 0 && s.end > c.future.end) {
    c.fail("from __future__ imports must occur at the beginning of the file", s);
  }
  c.at(s);
  c.loadInt(s.level);
  c.loadConst(tuple(s.names.map((alias) => str(alias.name))));
  c.emitName(OP.import_name, s.module ?? "");
  for (const alias of s.names) {
    if (alias.name === "*") return c.emitAt(s, OP.import_star);
    c.emitName(OP.import_from, alias.name);
    c.storeName(alias.asname ?? alias.name);
  }
  c.emitAt(s, OP.pop_top);
}
