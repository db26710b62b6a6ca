/**
 * Traversal of function trees for the back ends: expressions of a statement, statement lists inside it, calls it makes.
 */

import type { Expr, Fn, Stmt } from "../machine/tree.ts";

/** Calls `visit` for the direct operands of an expression, in evaluation order. */
export function eachOperand(e: Expr, visit: (e: Expr) => void): void {
  switch (e.k) {
    case "op":
    case "call":
    case "vm":
      for (const a of e.args) visit(a);
      return;
    case "load":
      visit(e.base);
      if (e.index !== undefined) visit(e.index);
      return;
    case "cond":
      visit(e.test);
      visit(e.then);
      visit(e.else);
      return;
    case "promote":
    case "isConstant":
      visit(e.arg);
  }
}

/** Calls `visit` for the expressions that stand directly in a statement, in evaluation order. */
export function eachExpression(s: Stmt, visit: (e: Expr) => void): void {
  switch (s.k) {
    case "set":
    case "throw":
    case "switch":
      return visit(s.value);
    case "store":
      visit(s.base);
      if (s.index !== undefined) visit(s.index);
      return visit(s.value);
    case "call":
    case "vm":
      return s.args.forEach(visit);
    case "callSlot":
      visit(s.slot);
      return s.args.forEach(visit);
    case "alloc":
      if (s.length !== undefined) visit(s.length);
      return;
    case "if":
      return visit(s.test);
    case "return":
      return s.values.forEach(visit);
    case "memory":
      visit(s.to);
      visit(s.from);
      return visit(s.size);
    case "transfer":
      s.args.forEach(visit);
      s.resume?.saved.forEach(visit);
  }
}

/** The statement lists inside a statement. */
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

/** Calls `visit` for every statement, outer ones first. */
export function eachStatement(list: readonly Stmt[], visit: (s: Stmt) => void): void {
  for (const s of list) {
    visit(s);
    for (const body of bodiesOf(s)) eachStatement(body, visit);
  }
}

/** Calls `visit` for every expression, operands after their user. */
export function eachExpressionDeep(list: readonly Stmt[], visit: (e: Expr) => void): void {
  const deep = (e: Expr): void => {
    visit(e);
    eachOperand(e, deep);
  };
  eachStatement(list, (s) => eachExpression(s, deep));
}

/** The functions that a body calls directly, in order of appearance. */
export function calleesOf(body: readonly Stmt[]): Set<Fn> {
  const found = new Set<Fn>();
  eachStatement(body, (s) => {
    if (s.k === "call") found.add(s.fn);
    eachExpression(s, function deep(e) {
      if (e.k === "call") found.add(e.fn);
      eachOperand(e, deep);
    });
  });
  return found;
}

/** Locals that a body assigns. */
export function assignedLocals(body: readonly Stmt[]): Set<number> {
  const found = new Set<number>();
  eachStatement(body, (s) => {
    if (s.k === "set") found.add(s.local);
    else if (s.k === "call" || s.k === "callSlot") s.results.forEach((l) => found.add(l));
    else if (s.k === "alloc") found.add(s.result);
  });
  return found;
}

/** True when evaluating `e` leaves entries in the recording log, so that its place in the order matters. */
export function hasLogSite(e: Expr): boolean {
  if (e.k === "cond" || e.k === "promote" || e.k === "call") return true;
  let found = false;
  eachOperand(e, (o) => found ||= hasLogSite(o));
  return found;
}

/** True when control cannot reach the end of the list. */
export function endsFlow(list: readonly Stmt[]): boolean {
  const last = list[list.length - 1];
  if (last === undefined) return false;
  switch (last.k) {
    case "break":
    case "continue":
    case "return":
    case "throw":
    case "rethrow":
    case "trap":
    case "transfer":
      return true;
    case "if":
      return endsFlow(last.then) && endsFlow(last.else);
    case "switch":
      return last.cases.every((c) => endsFlow(c.body)) && endsFlow(last.default);
    case "loop":
      return !leaves(last.body, last.label);
    case "block":
      return endsFlow(last.body) && !leaves(last.body, last.label);
    default:
      return false;
  }
}

function leaves(list: readonly Stmt[], label: number): boolean {
  return list.some((s) => (s.k === "break" && s.label === label) || bodiesOf(s).some((b) => leaves(b, label)));
}
