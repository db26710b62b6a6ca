/**
 * The verifier's rule on raw addresses: an i32 computed from the address of an object is not used behind a safepoint, since
 * the object may have moved.
 *
 * Forward dataflow over the structured tree: a local is *raw* from the assignment of an address on, and *stale* from the next
 * statement that may collect on; reading a stale local is an error. Addresses of objects that a definition knows to be
 * stable may be kept by loading them again, so nothing is lost by the rule's ignorance of layouts.
 */

import { MachineError } from "./errors.ts";
import { localText } from "./print.ts";
import type { Expr, Fn, Stmt } from "./tree.ts";

/** Operations that carry an address on. */
const ADDRESS_ARITHMETIC = new Set(["ref.address", "i32.add", "i32.sub"]);

/** Local number → stale (true) or raw and good (false). */
type State = Map<number, boolean>;

export class RawAddresses {
  readonly #breaks = new Map<number, State>();
  readonly #continues = new Map<number, State>();
  #where = "";

  constructor(readonly fn: Fn) {}

  /** @throws MachineError */
  run(): void {
    this.#body(this.fn.body, new Map());
  }

  #isRaw(e: Expr, state: State): boolean {
    if (e.k === "get") return state.has(e.local);
    if (e.k === "cond") return this.#isRaw(e.then, state) || this.#isRaw(e.else, state);
    if (e.k !== "op" || !ADDRESS_ARITHMETIC.has(e.op.name)) return false;
    return e.op.name === "ref.address" || e.args.some((a) => this.#isRaw(a, state));
  }

  /** Complains about reads of stale locals in anything under `node`. */
  #read(node: unknown, state: State): void {
    if (Array.isArray(node)) return node.forEach((x) => this.#read(x, state));
    if (typeof node !== "object" || node === null) return;
    const e = node as Expr;
    if (e.k === "get" && state.get(e.local) === true) {
      throw new MachineError("rawAddress", `${localText(this.fn, e.local)}`, `${this.fn.unit}/${this.fn.name} ${this.#where}`);
    }
    for (const [key, child] of Object.entries(node)) {
      if (key !== "fn" && key !== "op" && key !== "layout" && key !== "spill" && key !== "signature") this.#read(child, state);
    }
  }

  #body(body: readonly Stmt[], state: State): State {
    for (const [i, s] of body.entries()) {
      this.#where = `[${i}]:${s.k}`;
      state = this.#stmt(s, state);
    }
    return state;
  }

  #stmt(s: Stmt, state: State): State {
    switch (s.k) {
      case "set": {
        this.#read(s.value, state);
        const next = new Map(state);
        if (this.fn.locals[s.local]?.type === "i32" && this.#isRaw(s.value, state)) next.set(s.local, false);
        else next.delete(s.local);
        return next;
      }
      case "call":
      case "callSlot":
      case "alloc": {
        const collects = s.k === "alloc" || (s.k === "call" ? s.fn.effects : s.signature.effects).collects;
        this.#read(s.k === "alloc" ? s.length : s.args, state);
        const next = new Map(state);
        if (collects) { for (const local of next.keys()) next.set(local, true); }
        for (const local of s.k === "alloc" ? [s.result] : s.results) next.delete(local);
        return next;
      }
      case "if":
        this.#read(s.test, state);
        return merge(this.#body(s.then, state), this.#body(s.else, state));
      case "switch":
        this.#read(s.value, state);
        return [...s.cases.map((c) => c.body), s.default].map((b) => this.#body(b, state)).reduce(merge);
      case "block":
        this.#breaks.delete(s.label);
        return merge(this.#body(s.body, state), this.#breaks.get(s.label) ?? dead());
      case "loop": {
        this.#breaks.delete(s.label);
        this.#continues.delete(s.label);
        // Twice is enough: staleness only grows, and one round brings what the end of the body makes stale to its start.
        const once = merge(state, this.#body(s.body, state));
        this.#body(s.body, merge(once, this.#continues.get(s.label) ?? dead()));
        return this.#breaks.get(s.label) ?? dead();
      }
      case "break":
        this.#breaks.set(s.label, merge(this.#breaks.get(s.label) ?? dead(), state));
        return dead();
      case "continue":
        this.#continues.set(s.label, merge(this.#continues.get(s.label) ?? dead(), state));
        return dead();
      default:
        this.#read(s, state);
        return s.k === "return" || s.k === "throw" || s.k === "transfer" || s.k === "trap" || s.k === "rethrow" ? dead() : state;
    }
  }
}

/** The state behind a statement that control does not leave. */
const dead = (): State => new Map();

/** Stale where either is. */
function merge(a: State, b: State): State {
  const out = new Map(a);
  for (const [local, stale] of b) out.set(local, stale || out.get(local) === true);
  return out;
}
