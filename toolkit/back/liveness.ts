/**
 * Fills `spill.locals` of calls and allocations: which locals of type ref or value are read after a safepoint.
 *
 * Backward dataflow over the structured tree (Appel, Modern Compiler Implementation, 10.1); loops are iterated to a fixed
 * point. A statement that cannot collect gets an empty list.
 */

import type { Expr, Fn, Spill, Stmt } from "../machine/tree.ts";
import { eachExpression, eachOperand } from "./walk.ts";

/** A set of local numbers. */
type LocalSet = Uint32Array<ArrayBuffer>;

/** Computes the spill lists of a function. */
export function fillSpills(fn: Fn): void {
  new Liveness(fn).run();
}

class Liveness {
  private readonly words: number;
  private readonly roots: LocalSet;
  /** Live sets where `break` and `continue` of a label go. */
  private readonly breakTo = new Map<number, LocalSet>();
  private readonly continueTo = new Map<number, LocalSet>();

  constructor(private readonly fn: Fn) {
    this.words = (fn.locals.length + 31) >> 5;
    this.roots = this.empty();
    fn.locals.forEach((l, i) => {
      if (l.type === "ref" || l.type === "value") add(this.roots, i);
    });
  }

  run(): void {
    this.list(this.fn.body, this.empty());
  }

  private empty(): LocalSet {
    return new Uint32Array(this.words);
  }

  /** Live set before a statement list, given the one after it. */
  private list(body: readonly Stmt[], after: LocalSet): LocalSet {
    let live = after.slice();
    for (let i = body.length - 1; i >= 0; i--) live = this.statement(body[i], live);
    return live;
  }

  private uses(s: Stmt, live: LocalSet): void {
    const use = (e: Expr): void => {
      if (e.k === "get") add(live, e.local);
      eachOperand(e, use);
    };
    eachExpression(s, use);
  }

  private spill(spill: Spill, collects: boolean, live: LocalSet): void {
    spill.locals = [];
    if (!collects) return;
    for (let i = 0; i < this.fn.locals.length; i++) if (has(live, i) && has(this.roots, i)) spill.locals.push(i);
  }

  /** Live set before `s`; may change and return `live`. */
  private statement(s: Stmt, live: LocalSet): LocalSet {
    switch (s.k) {
      case "set":
        remove(live, s.local);
        break;
      case "call":
      case "callSlot":
        for (const r of s.results) if (r >= 0) remove(live, r);
        this.spill(s.spill, s.k === "call" ? s.fn.effects.collects : s.signature.effects.collects, live);
        break;
      case "alloc":
        remove(live, s.result);
        this.spill(s.spill, true, live);
        break;
      case "if": {
        const then = this.list(s.then, live);
        live = union(then, this.list(s.else, live));
        break;
      }
      case "switch": {
        let before = this.list(s.default, live);
        for (const c of s.cases) before = union(before, this.list(c.body, live));
        live = before;
        break;
      }
      case "block":
        this.breakTo.set(s.label, live.slice());
        return this.list(s.body, live);
      case "loop": {
        this.breakTo.set(s.label, live.slice());
        let head = this.empty();
        while (true) {
          this.continueTo.set(s.label, head);
          const next = union(this.list(s.body, head), head);
          if (equal(next, head)) return head;
          head = next;
        }
      }
      case "break":
        return this.breakTo.get(s.label)!.slice();
      case "continue":
        return this.continueTo.get(s.label)!.slice();
      case "return":
      case "throw":
      case "rethrow":
      case "trap":
      case "transfer":
        live = this.empty();
        break;
    }
    this.uses(s, live);
    return live;
  }
}

function add(set: LocalSet, i: number): void {
  set[i >> 5] |= 1 << (i & 31);
}
function remove(set: LocalSet, i: number): void {
  set[i >> 5] &= ~(1 << (i & 31));
}
function has(set: LocalSet, i: number): boolean {
  return (set[i >> 5] & (1 << (i & 31))) !== 0;
}
/** Adds `b` to `a`. */
function union(a: LocalSet, b: LocalSet): LocalSet {
  for (let i = 0; i < a.length; i++) a[i] |= b[i];
  return a;
}
function equal(a: LocalSet, b: LocalSet): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
