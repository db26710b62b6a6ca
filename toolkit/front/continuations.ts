/**
 * Splits handlers at calls: the rest behind each guest call, and behind each other call whose effects cannot be repeated,
 * becomes a hidden continuation bytecode, unless the rest only returns the call's result.
 */

import { operation } from "../machine/operations.ts";
import { changesStack, type Continuation, type Expr, type Fn, type Handler, type Local, type Stmt, type Type } from "../machine/tree.ts";
import { changesOf, expressionsOf, isDirty, visitExpressions, visitStatements } from "./effects.ts";
import { bodiesOf, structuredCloneTree } from "./translator.ts";

type CallLike = Extract<Stmt, { k: "call" | "callSlot" | "transfer" }>;

/** One enclosing statement list: what follows, and the label a `block` around it has. */
interface Enclosing {
  rest: Stmt[];
  label: number | null;
  isLoop: boolean;
}

export class ContinuationSplitter {
  readonly continuations: Continuation[] = [];
  private readonly points = new Map<CallLike, Point>();

  /** Splits one handler: every call of it that needs one gets its `resume`. */
  handler(handler: Handler): void {
    requireCleanStart(handler.name, handler.fn.body, false);
    this.collect(handler.fn.body, [], handler);
    for (const [s, point] of this.points) {
      if (point.handler === handler) setResume(s, this.resolve(point));
    }
  }

  private collect(list: Stmt[], outer: Enclosing[], handler: Handler): void {
    list.forEach((s, i) => {
      const around = [...outer, { rest: list.slice(i + 1), label: null, isLoop: false }];
      if (isSuspension(s)) this.collectPoint(s, around, handler);
      for (const body of bodiesOf(s)) {
        const label = s.k === "block" || s.k === "loop" ? s.label : null;
        this.collect(body, [...around, { rest: [], label, isLoop: s.k === "loop" }], handler);
      }
    });
  }

  private collectPoint(s: CallLike, around: Enclosing[], handler: Handler): void {
    const results: number[] = s.k === "transfer" ? [(s as any).result] : s.results;
    const point: Point = { handler, rest: [], results, needed: false, onlyReturns: false, made: null };
    this.points.set(s, point);
    if (around.some((a) => a.isLoop)) {
      if (s.k === "transfer") {
        throw new Error(`${handler.name}: a guest call inside a loop of a handler cannot be split; move the loop to a function`);
      }
      return; // no guard can follow; the trace builder gives up there
    }
    point.rest = restOf(around);
    point.onlyReturns = returnsOnly(point.rest, results, handler.outputs);
    point.needed = !point.onlyReturns && (s.k === "transfer" || hasLogSite(point.rest));
  }

  private resolve(point: Point): Made | "next" | null {
    if (point.onlyReturns) return "next";
    if (!point.needed) return null;
    return point.made ??= this.make(point);
  }

  private make(point: Point): Made {
    const { handler, rest, results } = point;
    const source = handler.fn.locals;
    const live = [...liveBefore(rest, new Set(), new Map())].filter((l) => !results.includes(l)).sort((a, b) => a - b);
    const locals: Local[] = [];
    const saved: Expr[] = [];
    const plan: { local: number; params: number[] }[] = [];
    const parameters = (local: number) => {
      const { type, name } = source[local];
      const boxed = boxes({ k: "get", type, local });
      plan.push({ local, params: boxed.map((_, i) => locals.push({ name: i === 0 ? name : `${name}_low`, type: "value" }) - 1) });
      return boxed;
    };
    for (const local of live) saved.push(...parameters(local));
    const pcParameter = locals.push({ name: "pc", type: "value" }) - 1;
    results.forEach(parameters);
    const params = locals.length;
    const renamed = new Map<number, number>();
    const prologue: Stmt[] = plan.map((p) => {
      const local = locals.push({ ...source[p.local] }) - 1;
      renamed.set(p.local, local);
      return { k: "set", local, value: unbox(source[p.local].type, p.params) };
    });
    const body = structuredCloneTree(rest);
    const fn: Fn = { ...handler.fn, name: `${handler.name}$${this.continuations.length}`, params, locals, body: [...prologue, ...body] };
    const continuation: Continuation = { index: this.continuations.length, handler, fn, pcParameter, outputs: handler.outputs };
    this.continuations.push(continuation);
    rename(body, renamed, source, locals);
    this.resumeCopies(rest, body, renamed);
    return { continuation, saved };
  }

  /** Gives the calls in the copy the continuations of the originals, in terms of the copy's locals. */
  private resumeCopies(originals: Stmt[], copies: Stmt[], renamed: ReadonlyMap<number, number>): void {
    const found = suspensions(originals);
    suspensions(copies).forEach((copy, i) => {
      const made = this.resolve(this.points.get(found[i])!);
      if (made === null || made === "next") return setResume(copy, made);
      const saved = structuredCloneTree(made.saved);
      for (const e of saved) {
        visitExpressions(e, (x) => {
          if (x.k === "get") x.local = renamed.get(x.local)!;
        });
      }
      setResume(copy, { continuation: made.continuation, saved });
    });
  }
}

/** A call of a handler where it may have to be resumed. */
interface Point {
  handler: Handler;
  rest: Stmt[];
  results: number[];
  needed: boolean;
  onlyReturns: boolean;
  made: Made | null;
}

function setResume(s: CallLike, made: Made | "next" | null): void {
  const resume = made === null || made === "next" ? made : { continuation: made.continuation.index, saved: made.saved };
  if (s.k === "transfer") s.resume = resume === "next" ? null : resume;
  else s.spill.resume = resume;
}

function suspensions(list: Stmt[]): CallLike[] {
  const out: CallLike[] = [];
  visitStatements(list, (s) => {
    if (isSuspension(s)) out.push(s);
  });
  return out;
}

interface Made {
  continuation: Continuation;
  saved: Expr[];
}

/** A guest call, or a call with effects that a restart of the handler would repeat. */
function isSuspension(s: Stmt): s is CallLike {
  if (s.k === "transfer") return (s as any).result !== undefined;
  if (changesStack(s)) return false; // a restart of the handler may repeat it
  return s.k === "callSlot" || (s.k === "call" && isDirty(s.fn, s.attempt));
}

/**
 * What copies or drops the stack comes before all other effects of its bytecode, because recordings may stop there, and exits behind
 * it execute the bytecode from its start. Returns whether something visible may have happened behind the list.
 */
function requireCleanStart(name: string, list: readonly Stmt[], dirty: boolean): boolean {
  for (const s of list) {
    if (changesStack(s)) {
      if (dirty) throw new Error(`${name}: "freeze" or "restart" behind an effect; move the effect behind it or to another bytecode`);
      return false;
    }
    const before = dirty;
    for (const body of bodiesOf(s)) dirty = requireCleanStart(name, body, before) || dirty;
    if (s.k === "vm") dirty ||= s.what !== "jump" && s.what !== "jumpTo" && s.what !== "outOfLine";
    else if (s.k === "store") dirty ||= !s.fresh;
    else dirty ||= s.k === "memory" || s.k === "callSlot" || s.k === "transfer" || (s.k === "call" && changesAnything(s));
  }
  return dirty;
}

function changesAnything({ fn, attempt }: Extract<Stmt, { k: "call" }>): boolean {
  const { writes, calls } = changesOf(fn.effects, attempt);
  return writes || calls;
}

/** The statements that run after the innermost point, as one list. */
function restOf(around: readonly Enclosing[]): Stmt[] {
  let rest: Stmt[] = [];
  for (let i = around.length - 1; i >= 0; i--) {
    const { rest: follow, label } = around[i];
    if (label !== null && rest.length > 0) rest = [{ k: "block", label, body: rest }];
    if (!endsFlow(rest)) rest = [...rest, ...follow];
  }
  return rest;
}

function endsFlow(list: readonly Stmt[]): boolean {
  const last = list[list.length - 1];
  return last !== undefined &&
    (last.k === "return" || last.k === "throw" || last.k === "rethrow" || last.k === "trap" || last.k === "break" ||
      (last.k === "transfer" && (last as any).result === undefined));
}

/** True if the statements do nothing but return `results` (copied between locals on the way). */
function returnsOnly(list: readonly Stmt[], results: readonly number[], outputs: number): boolean {
  const alias = new Map<number, number>();
  results.forEach((r, i) => alias.set(r, i));
  const resolve = (e: Expr): number => e.k === "get" ? alias.get(e.local) ?? -1 : -1;
  /** 0: falls through, "done": returned the results, "no": does something else, or the label it breaks to. */
  const run = (l: readonly Stmt[]): number | "done" | "no" => {
    for (const s of l) {
      if (s.k === "set") {
        const from = resolve(s.value);
        if (from < 0) return "no";
        alias.set(s.local, from);
      } else if (s.k === "block") {
        const r = run(s.body);
        if (r === "done" || r === "no") return r;
        if (r !== 0 && r !== s.label) return r;
      } else if (s.k === "break") {
        return s.label;
      } else if (s.k === "return") {
        return s.values.length === outputs && s.values.every((v, i) => resolve(v) === i) ? "done" : "no";
      } else {
        return "no";
      }
    }
    return 0;
  };
  const end = run(list);
  return end === "done" || (end === 0 && outputs === 0);
}

function hasLogSite(list: readonly Stmt[]): boolean {
  let found = false;
  visitStatements(list, (s) => {
    if (s.k === "if" || s.k === "switch" || s.k === "call" || s.k === "callSlot" || s.k === "transfer" || s.k === "store") found = true;
    for (const e of expressionsOf(s)) {
      visitExpressions(e, (x) => {
        if (x.k === "cond" || x.k === "promote") found = true;
      });
    }
  });
  return found;
}

/** Locals read before they are set, given what is live behind the list and at the targets of breaks. */
export function liveBefore(list: readonly Stmt[], after: Set<number>, labels: Map<number, Set<number>>): Set<number> {
  let live = new Set(after);
  for (let i = list.length - 1; i >= 0; i--) {
    const s = list[i];
    switch (s.k) {
      case "set":
        live.delete(s.local);
        break;
      case "alloc":
        live.delete(s.result);
        break;
      case "call":
      case "callSlot":
        s.results.forEach((r) => live.delete(r));
        break;
      case "transfer":
        if ((s as any).result !== undefined) live.delete((s as any).result);
        else live = new Set();
        break;
      case "return":
      case "throw":
      case "rethrow":
      case "trap":
        live = new Set();
        break;
      case "break":
      case "continue":
        live = new Set(labels.get(s.label) ?? []);
        break;
      case "block":
        live = liveBefore(s.body, live, new Map(labels).set(s.label, live));
        break;
      case "loop": {
        let head = new Set<number>();
        for (let size = -1; size !== head.size;) {
          size = head.size;
          head = new Set([...head, ...liveBefore(s.body, head, new Map(labels).set(s.label, live))]);
        }
        live = head;
        break;
      }
      case "if":
        live = new Set([...liveBefore(s.then, live, labels), ...liveBefore(s.else, live, labels)]);
        break;
      case "switch": {
        const all = bodiesOf(s).map((b) => liveBefore(b, live, labels));
        live = new Set(all.flatMap((x) => [...x]));
        break;
      }
    }
    for (const e of expressionsOf(s)) {
      visitExpressions(e, (x) => {
        if (x.k === "get") live.add(x.local);
      });
    }
  }
  return live;
}

const op = (name: string, ...args: Expr[]): Expr => ({ k: "op", type: operation(name).result, op: operation(name), args });

/** A temporary as guest words: one, or two for an i64. */
function boxes(e: Expr): Expr[] {
  switch (e.type) {
    case "value":
      return [e];
    case "ref":
      return [op("value.from_ref", e)];
    case "f64":
      return [op("float.box", e)];
    case "i32":
      return [op("int.box", op("i64.extend_i32_s", e))];
    case "i64": {
      const high = op("i64.shr_s", e, { k: "const", type: "i64", value: 32n });
      const low = op("i64.and", e, { k: "const", type: "i64", value: 0xffffffffn });
      return [op("int.box", high), op("int.box", low)];
    }
  }
}

function unbox(type: Type, params: number[]): Expr {
  const p = (i: number): Expr => ({ k: "get", type: "value", local: params[i] });
  switch (type) {
    case "value":
      return p(0);
    case "ref":
      return op("ref.from_value", p(0));
    case "f64":
      return op("float.of", p(0));
    case "i32":
      return op("i32.wrap_i64", op("int.of", p(0)));
    case "i64":
      return op("i64.or", op("i64.shl", op("int.of", p(0)), { k: "const", type: "i64", value: 32n }), op("int.of", p(1)));
  }
}

/** Renames locals in place; ones not met yet get a fresh number. */
function rename(list: Stmt[], map: Map<number, number>, from: readonly Local[], to: Local[]): void {
  const name = (l: number): number => {
    let n = map.get(l);
    if (n === undefined) {
      n = to.push({ ...from[l] }) - 1;
      map.set(l, n);
    }
    return n;
  };
  visitStatements(list, (s: any) => {
    if (s.spill !== undefined) s.spill = { locals: [], resume: null };
    if (s.resume !== undefined) s.resume = null;
    for (const e of expressionsOf(s)) {
      visitExpressions(e, (x) => {
        if (x.k === "get") x.local = name(x.local);
      });
    }
    if (s.k === "set") s.local = name(s.local);
    if (s.results !== undefined) s.results = s.results.map(name);
    if (s.result !== undefined) s.result = name(s.result);
  });
}
