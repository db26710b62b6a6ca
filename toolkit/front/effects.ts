/**
 * Infers effects over the call graph, marks fresh stores, and decides how a trace treats each function.
 *
 * A function is walked by the trace builder (`inline`) only if it can be restarted: no loop (unless `unroll`), no recursion,
 * no raw block operation, and no log site behind a call whose effects cannot be repeated (docs/tracing.md).
 */

import { operation } from "../machine/operations.ts";
import type { Changes, Effects, Expr, Fn, Stmt } from "../machine/tree.ts";
import { bodiesOf } from "./translator.ts";

/** All expressions directly in a statement (not those of nested statements). */
export function expressionsOf(s: Stmt): Expr[] {
  switch (s.k) {
    case "set":
      return [s.value];
    case "store":
      return s.index === undefined ? [s.base, s.value] : [s.base, s.index, s.value];
    case "call":
      return s.args;
    case "callSlot":
      return [s.slot, ...s.args];
    case "alloc":
      return s.length === undefined ? [] : [s.length];
    case "if":
      return [s.test];
    case "switch":
    case "throw":
      return [s.value];
    case "return":
      return s.values;
    case "memory":
      return [s.to, s.from, s.size];
    case "vm":
      return s.args;
    case "transfer":
      return s.resume === null ? s.args : [...s.args, ...s.resume.saved];
    default:
      return [];
  }
}

export function visitExpressions(e: Expr, f: (e: Expr) => void): void {
  f(e);
  switch (e.k) {
    case "op":
    case "call":
    case "vm":
      e.args.forEach((a) => visitExpressions(a, f));
      break;
    case "load":
      visitExpressions(e.base, f);
      if (e.index !== undefined) visitExpressions(e.index, f);
      break;
    case "cond":
      visitExpressions(e.test, f);
      visitExpressions(e.then, f);
      visitExpressions(e.else, f);
      break;
    case "promote":
    case "isConstant":
      visitExpressions(e.arg, f);
  }
}

export function visitStatements(list: readonly Stmt[], f: (s: Stmt) => void): void {
  for (const s of list) {
    f(s);
    for (const body of bodiesOf(s)) visitStatements(body, f);
  }
}

/** Fills `effects`, `fresh` and `inlining` of all functions. */
export function inferEffects(functions: readonly Fn[], handlers: readonly Fn[]): void {
  const all = [...functions.filter((f) => f.hostImport === undefined && f.body.length > 0), ...handlers];
  fixpoint(all);
  for (const fn of all) markFresh(fn.body, new Set());
  fixpoint(all);
  decideInlining(functions.filter((f) => f.hostImport === undefined && f.body.length > 0));
}

function fixpoint(all: readonly Fn[]): void {
  const raisers = findRaisers(all);
  for (const fn of all) {
    fn.effects = { collects: false, raises: false, reads: false, ...noChanges(), returned: noChanges() };
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const fn of all) {
      const returned = fn.effects.returned!;
      const before = weight(fn.effects), returnedBefore = weightOfChanges(returned);
      visitStatements(fn.body, (s) => addEffects(fn.effects, s));
      addReturned(returned, fn.body, raisers);
      if (weight(fn.effects) !== before || weightOfChanges(returned) !== returnedBefore) changed = true;
    }
  }
}

const noChanges = (): Changes => ({ calls: false, writes: false, writesRegions: new Set() });

function weight(e: Effects): number {
  return weightOfChanges(e) * 8 + (e.collects ? 4 : 0) + (e.raises ? 2 : 0) + (e.reads ? 1 : 0);
}

function weightOfChanges(c: Changes): number {
  return (c.writesRegions === null ? 1000000 : c.writesRegions.size) * 4 + (c.calls ? 2 : 0) + (c.writes ? 1 : 0);
}

function join(into: Effects, from: Effects, attempt: boolean): void {
  into.collects ||= from.collects;
  into.raises ||= from.raises && !attempt;
  into.reads ||= from.reads;
  joinChanges(into, from);
}

function joinChanges(into: Changes, from: Changes): void {
  into.calls ||= from.calls;
  into.writes ||= from.writes;
  if (from.writesRegions === null) into.writesRegions = null;
  else if (into.writesRegions !== null) { for (const r of from.writesRegions) into.writesRegions.add(r); }
}

// ── What has been done when a function returns ───────────────────────────────────────────────────────────────────────

/** Functions that never return: each path through them raises. */
function findRaisers(all: readonly Fn[]): Set<Fn> {
  const raisers = new Set<Fn>();
  for (let before = -1; before !== raisers.size;) {
    before = raisers.size;
    for (const fn of all) if (raises(fn.body, raisers)) raisers.add(fn);
  }
  return raisers;
}

/** True if control that enters a list of statements leaves it by an error only. */
function raises(list: readonly Stmt[], raisers: ReadonlySet<Fn>): boolean {
  for (const s of list) {
    switch (s.k) {
      case "throw":
      case "rethrow":
        return true;
      case "call":
        if (raisers.has(s.fn) && !s.attempt) return true;
        break;
      case "if":
        if (raises(s.then, raisers) && raises(s.else, raisers)) return true;
    }
    if (jumps(s)) return false;
  }
  return false;
}

/** True if control may go on somewhere else than behind the statement. */
function jumps(s: Stmt): boolean {
  let found = false;
  visitStatements([s], (x) => {
    if (x.k === "return" || x.k === "break" || x.k === "continue" || x.k === "transfer") found = true;
  });
  return found;
}

/** Adds what a list does where it may be left otherwise than by an error. */
function addReturned(into: Changes, list: readonly Stmt[], raisers: ReadonlySet<Fn>): void {
  if (raises(list, raisers)) return;
  for (const s of list) {
    if (s.k === "call") joinChanges(into, changesOf(s.fn.effects, s.attempt));
    else if (s.k === "callSlot") joinChanges(into, changesOf(s.signature.effects, s.attempt));
    else addChanges(into, s);
    for (const body of bodiesOf(s)) addReturned(into, body, raisers);
  }
}

function addEffects(e: Effects, s: Stmt): void {
  for (const x of expressionsOf(s)) {
    visitExpressions(x, (y) => {
      if (y.k === "load" && !y.region.readonly) e.reads = true;
    });
  }
  switch (s.k) {
    case "call":
      join(e, s.fn.effects, s.attempt);
      break;
    case "callSlot":
      join(e, s.signature.effects, s.attempt);
      break;
    case "alloc":
    case "transfer":
      e.collects = true;
      e.raises = true;
      break;
    case "throw":
    case "rethrow":
      e.raises = true;
  }
  addChanges(e, s);
}

/** Adds what a statement changes itself. */
function addChanges(c: Changes, s: Stmt): void {
  for (const x of expressionsOf(s)) {
    visitExpressions(x, (y) => {
      if (y.k === "op" && y.op === operation("memory.grow")) c.writes = true;
    });
  }
  switch (s.k) {
    case "store":
      if (s.fresh) return;
      c.writes = true;
      c.writesRegions?.add(s.region.name);
      return;
    case "transfer":
      c.calls = true;
      c.writes = true;
      c.writesRegions = null;
      return;
    case "memory":
      c.writes = true;
      if (s.region === undefined) c.writesRegions = null;
      else c.writesRegions?.add(s.region.name);
  }
}

/** A store is fresh when its object was allocated here with no safepoint since. */
function markFresh(list: readonly Stmt[], fresh: Set<number>): void {
  for (const s of list) {
    switch (s.k) {
      case "alloc":
        fresh.clear();
        fresh.add(s.result);
        break;
      case "set": {
        const alias = baseLocal(s.value);
        if (alias !== null && fresh.has(alias)) fresh.add(s.local);
        else fresh.delete(s.local);
        break;
      }
      case "call":
        if (s.fn.effects.collects || s.fn.effects.calls) fresh.clear();
        s.results.forEach((r) => fresh.delete(r));
        break;
      case "callSlot":
      case "transfer":
        fresh.clear();
        break;
      case "store": {
        const base = baseLocal(s.base);
        s.fresh = base !== null && fresh.has(base);
        break;
      }
      case "if":
      case "switch": {
        const results = bodiesOf(s).map((body) => {
          const inner = new Set(fresh);
          markFresh(body, inner);
          return inner;
        });
        for (const local of [...fresh]) if (!results.every((r) => r.has(local))) fresh.delete(local);
        break;
      }
      case "loop":
      case "block": {
        const inner = s.k === "loop" ? new Set<number>() : new Set(fresh);
        markFresh(s.body, inner);
        fresh.clear();
        break;
      }
    }
  }
}

function baseLocal(e: Expr): number | null {
  if (e.k === "get") return e.local;
  if (e.k === "op" && (e.op.name === "ref.from_value" || e.op.name === "value.from_ref")) return baseLocal(e.args[0]);
  return null;
}

function decideInlining(functions: readonly Fn[]): void {
  for (const fn of functions) {
    if (fn.inlining === "inline" && (hasBlockingStatement(fn) || isRecursive(fn, functions.length))) fn.inlining = "residual";
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const fn of functions) {
      if (fn.inlining === "inline" && !restartable(fn)) {
        fn.inlining = "residual";
        changed = true;
      }
    }
  }
}

function hasBlockingStatement(fn: Fn): boolean {
  let found = false;
  visitStatements(fn.body, (s) => {
    if ((s.k === "loop" && !fn.unroll) || s.k === "memory" || ((s.k === "call" || s.k === "callSlot") && s.attempt)) found = true;
    for (const e of expressionsOf(s)) {
      visitExpressions(e, (x) => {
        if (x.k === "op" && x.op.name.startsWith("memory.")) found = true;
      });
    }
  });
  return found;
}

function callees(fn: Fn): Fn[] {
  const out: Fn[] = [];
  visitStatements(fn.body, (s) => {
    if (s.k === "call") out.push(s.fn);
  });
  return out;
}

function isRecursive(fn: Fn, limit: number): boolean {
  const seen = new Set<Fn>();
  const stack = callees(fn).filter((f) => f.inlining === "inline");
  while (stack.length > 0 && seen.size <= limit) {
    const next = stack.pop()!;
    if (next === fn) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    stack.push(...callees(next).filter((f) => f.inlining === "inline"));
  }
  return false;
}

/** What a call has done that did not raise, or, with `attempt`, that may have raised. */
export function changesOf(effects: Effects, attempt: boolean): Changes {
  return attempt ? effects : effects.returned ?? effects;
}

/** True when a call of `fn` leaves effects behind that a restart would repeat (queued stores do not count). */
export function isDirty(fn: Fn, attempt = false): boolean {
  if (fn.inlining === "pure") return false;
  if (fn.inlining !== "inline") {
    const changes = changesOf(fn.effects, attempt);
    return changes.writes || changes.calls;
  }
  let dirty = false;
  visitStatements(fn.body, (s) => {
    if (s.k === "callSlot" || (s.k === "call" && isDirty(s.fn))) dirty = true;
  });
  return dirty;
}

function restartable(fn: Fn): boolean {
  const hasSite = (e: Expr): boolean => {
    let found = false;
    visitExpressions(e, (x) => {
      if (x.k === "cond" || x.k === "promote") found = true;
    });
    return found;
  };
  let fine = true;
  const containsSite = (f: Fn): boolean => {
    if (f.inlining !== "inline") return false;
    let found = false;
    visitStatements(f.body, (s) => {
      if (s.k === "if" || s.k === "switch" || s.k === "callSlot" || expressionsOf(s).some(hasSite)) found = true;
      if (s.k === "call" && containsSite(s.fn)) found = true;
    });
    return found;
  };
  const walk = (list: readonly Stmt[], dirtyBefore: boolean): boolean => {
    let dirty = dirtyBefore;
    for (const s of list) {
      if (dirty && (s.k === "if" || s.k === "switch" || s.k === "callSlot" || expressionsOf(s).some(hasSite))) fine = false;
      if (s.k === "call") {
        if (dirty && containsSite(s.fn)) fine = false;
        if (isDirty(s.fn)) dirty = true;
      } else if (s.k === "callSlot") {
        dirty = true;
      } else {
        let after = dirty;
        for (const body of bodiesOf(s)) after = walk(body, dirty) || after;
        dirty = after && !endsHere(s);
        if (after && !dirty) dirty = dirtyBefore || dirty;
      }
    }
    return list.length > 0 && leaves(list[list.length - 1]) ? dirtyBefore : dirty;
  };
  walk(fn.body, false);
  return fine;
}

function leaves(s: Stmt): boolean {
  return s.k === "return" || s.k === "throw" || s.k === "rethrow" || s.k === "trap" || s.k === "transfer";
}

function endsHere(s: Stmt): boolean {
  return s.k === "if" && s.then.length > 0 && s.else.length > 0 && leaves(s.then[s.then.length - 1]) && leaves(s.else[s.else.length - 1]);
}
