/** Random well-typed trees and programs for the tests of the text form; the same seed gives the same program. */

import { OPERATIONS } from "../../../toolkit/machine/operations.ts";
import {
  type Continuation,
  type Effects,
  type Expr,
  type Fn,
  type Handler,
  type LayoutInfo,
  type Program,
  type Region,
  type Signature,
  type Spill,
  type Stmt,
  type Storage,
  STORAGE_BYTES,
  storageType,
  type Type,
} from "../../../toolkit/machine/tree.ts";

/** A small fast generator of pseudo-random numbers (Marsaglia's xorshift32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (Math.imul(seed + 1, 0x9e3779b1) | 1) >>> 0;
    for (let i = 0; i < 8; i++) this.next();
  }

  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return this.#state = x >>> 0;
  }
  /** 0 ≤ result < n. */
  below(n: number): number {
    return this.next() % n;
  }
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }
}

const TYPES: Type[] = ["i32", "i64", "f64", "value", "ref"];
const STORAGES = Object.keys(STORAGE_BYTES) as Storage[];
const NAMES = ["x", "y", "left", "t", "", "odd name", "$dollar", "x", "a.b", 'q"uote'];
const TEXTS = ["", "plain", "with (parens) and ; comment", 'quote " and \\ backslash', "line\nbreak", "ünïcödé"];

export class RandomTrees {
  readonly random: Random;
  readonly functions: Fn[] = [];
  readonly layouts: LayoutInfo[] = [];
  readonly #regions = new Map<string, Region>();
  #fn!: Fn;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  region(name = this.random.pick(["A.b", "tail.value", "raw", "odd region"]), readonly = this.random.chance(30)): Region {
    const key = `${name} ${readonly}`;
    if (!this.#regions.has(key)) this.#regions.set(key, { name, readonly });
    return this.#regions.get(key)!;
  }

  program(): Program {
    const r = this.random;
    for (let i = 0; i < 3; i++) this.layouts.push(this.#layout(i));
    for (let i = 0; i < 4; i++) this.functions.push(this.#head(`file.f${i}`));
    const handlers = Array.from({ length: 2 }, (_, i) => this.#handler(i));
    const continuations = handlers.map((h, i): Continuation => ({
      index: i,
      handler: h,
      fn: this.#head(`k${i}`),
      pcParameter: r.below(3),
      outputs: r.below(2),
    }));
    for (const fn of [...this.functions, ...handlers.map((h) => h.fn), ...continuations.map((c) => c.fn)]) {
      this.#fn = fn;
      fn.body = this.body(3);
    }
    return {
      unit: "test",
      functions: this.functions,
      layouts: this.layouts,
      handlers,
      continuations,
      globals: [{ name: "Roots.x", storage: r.pick(STORAGES), address: 4096, readonly: r.chance(50) }],
      data: Uint8Array.from({ length: r.below(200) }, () => r.below(256)),
      literals: TEXTS.slice(0, r.below(TEXTS.length)).map((text, i) => ({ text, address: 8 * i })),
    };
  }

  #layout(i: number): LayoutInfo {
    const r = this.random, name = `Layout${i}`;
    return {
      name,
      id: i + 1,
      lastId: i + 1 + r.below(2),
      parent: i > 0 && r.chance(50) ? this.layouts[i - 1] : null,
      abstract: r.chance(20),
      stable: r.chance(50),
      finalizer: r.chance(20),
      fields: Array.from({ length: r.below(4) }, (_, f) => {
        const readonly = r.chance(50);
        return {
          name: `f${f}`,
          storage: r.pick(STORAGES),
          offset: 8 + 8 * f,
          readonly,
          weak: r.chance(20),
          region: r.chance(80) ? this.region(`${name}.f${f}`, readonly) : this.region(),
          target: r.chance(30) ? "Layout0" : null,
          signature: r.chance(20) ? this.#signature() : null,
        };
      }),
      tail: r.chance(40) ? { name: "items", storage: r.pick(STORAGES) } : null,
      sizeBytes: 40,
    };
  }

  #effects(): Effects {
    const r = this.random;
    const writesRegions = r.chance(30) ? null : new Set(r.chance(50) ? ["A.b", "odd region"] : []);
    const [collects, raises, calls, reads, writes] = Array.from({ length: 5 }, () => r.chance(40));
    return { collects, raises, calls, reads, writes, writesRegions };
  }

  #signature(): Signature {
    const types = () => Array.from({ length: this.random.below(3) }, () => this.random.pick(TYPES));
    return { params: types(), results: types(), effects: this.#effects() };
  }

  #head(name: string): Fn {
    const r = this.random;
    const params = r.below(4);
    const locals = [...TYPES, ...Array.from({ length: params + r.below(4) }, () => r.pick(TYPES))];
    const fn: Fn = {
      name,
      unit: "test",
      params,
      locals: locals.map((type) => ({ name: r.pick(NAMES), type })),
      results: r.chance(30) ? [] : Array.from({ length: 1 + r.below(2) }, () => r.pick(TYPES)),
      body: [],
      effects: this.#effects(),
      inlining: r.pick(["pure", "inline", "residual"] as const),
      unroll: r.chance(20),
      tableIndex: r.below(3),
      where: "file.ts:12",
    };
    if (r.chance(10)) fn.hostImport = "clock";
    if (r.chance(10)) fn.exportName = "odd name";
    return fn;
  }

  #handler(i: number): Handler {
    const r = this.random;
    return {
      name: `handler_${i}`,
      opcode: i,
      immediates: r.chance(50) ? [{ name: "index", storage: "u16" }] : [],
      sizeBytes: 4,
      inputs: r.below(3),
      outputs: r.below(2),
      fn: this.#head(`h${i}`),
      hidden: r.chance(30),
      outline: r.chance(30),
      loopHeader: r.chance(30),
      unwind: r.chance(30),
      stack: r.chance(30) ? "left right -- sum" : null,
      doc: r.pick(TEXTS),
    };
  }

  // ── Expressions ──────────────────────────────────────────────────────────────────────────────────────────────────

  constant(type: Type): Expr {
    const r = this.random;
    const wide = (BigInt(r.next()) << 32n) | BigInt(r.next());
    switch (type) {
      case "i32":
        return { k: "const", type, value: r.chance(50) ? r.below(10) - 5 : r.next() | 0 };
      case "i64":
        return { k: "const", type, value: r.chance(50) ? BigInt(r.below(10) - 5) : BigInt.asIntN(64, wide) };
      case "f64":
        return { k: "const", type, value: r.pick([0, -0, 1, -1.5, 1e100, 1e-7, NaN, Infinity, -Infinity, r.next() / 7]) };
      case "value":
        return { k: "const", type, value: r.pick([0n, wide, wide | (0xffffn << 48n), 10n, 0x61n * 8n + 4n, wide >> 1n]) };
      case "ref":
        return { k: "const", type, value: r.pick([0, 0, 4096]) };
    }
  }

  expr(type: Type, depth: number): Expr {
    const r = this.random;
    if (depth <= 0 || r.chance(20)) return r.chance(40) ? this.constant(type) : this.#leaf(type);
    switch (r.below(9)) {
      case 0:
        return { k: "cond", type, test: this.expr("i32", depth - 1), then: this.expr(type, depth - 1), else: this.expr(type, depth - 1) };
      case 1:
        return { k: "promote", type, arg: this.expr(type, depth - 1) };
      case 2: {
        const storage = r.pick(STORAGES.filter((s) => storageType(s) === type));
        return { k: "load", type, storage, region: this.region(), ...this.#place(depth - 1) };
      }
      case 3: {
        const fn = r.pick(this.functions);
        return { k: "call", type, fn, args: fn.locals.slice(0, fn.params).map((l) => this.expr(l.type, depth - 1)) };
      }
      case 4:
        if (type === "i32") return { k: "isConstant", type, arg: this.expr(r.pick(TYPES), depth - 1) };
        if (type === "value") return { k: "vm", type, what: "peek", args: [this.expr("i32", depth - 1)], index: r.below(2) };
        return { k: "vm", type, what: "imm", args: [], index: r.below(3) };
      default: {
        const ops = [...OPERATIONS.values()].filter((o) => o.result === type);
        const op = r.pick(ops);
        return { k: "op", type, op, args: op.params.map((p) => this.expr(p, depth - 1)) };
      }
    }
  }

  #leaf(type: Type): Expr {
    if (type === "i32" && this.random.chance(10)) return { k: "static", type, unit: "odd unit", offset: 16 };
    const locals = this.#fn.locals.flatMap((l, i) => (l.type === type ? [i] : []));
    return { k: "get", type, local: this.random.pick(locals) };
  }

  #place(depth: number): { base: Expr; offset: number; index?: Expr; scale: number } {
    const r = this.random;
    const base = this.expr(r.pick(["i32", "ref"] as const), depth);
    const place = { base, offset: r.below(40), scale: r.pick([0, 1, 8]) };
    return r.chance(50) ? place : { ...place, index: this.expr("i32", depth) };
  }

  // ── Statements ───────────────────────────────────────────────────────────────────────────────────────────────────

  body(depth: number): Stmt[] {
    return Array.from({ length: this.random.below(4) }, () => this.stmt(depth));
  }

  #local(): number {
    return this.random.below(this.#fn.locals.length);
  }

  #spill(): Spill {
    const r = this.random;
    const resume = r.pick([null, "next" as const, { continuation: r.below(3), saved: [this.expr("value", 1)] }]);
    return { locals: r.chance(50) ? [] : [this.#local(), this.#local()], resume };
  }

  stmt(depth: number): Stmt {
    const r = this.random;
    const any = () => this.expr(r.pick(TYPES), 2);
    const results = () => r.pick([[], [this.#local()], [this.#local(), -1]]);
    const label = r.below(4);
    switch (r.below(depth > 0 ? 18 : 13)) {
      case 0: {
        const local = this.#local();
        return { k: "set", local, value: this.expr(this.#fn.locals[local].type, 3) };
      }
      case 1: {
        const storage = r.pick(STORAGES);
        const value = this.expr(storageType(storage), 2);
        return { k: "store", storage, region: this.region(), ...this.#place(2), value, fresh: r.chance(30) };
      }
      case 2: {
        const fn = r.pick(this.functions);
        const args = fn.locals.slice(0, fn.params).map((l) => this.expr(l.type, 2));
        return { k: "call", fn, args, results: results(), attempt: r.chance(30), spill: this.#spill() };
      }
      case 3: {
        const signature = this.#signature(), args = signature.params.map((t) => this.expr(t, 2));
        const slot = this.expr("i32", 2);
        return { k: "callSlot", slot, signature, args, results: results(), attempt: r.chance(30), spill: this.#spill() };
      }
      case 4: {
        const alloc = { k: "alloc" as const, layout: r.pick(this.layouts), result: this.#local(), spill: this.#spill() };
        return r.chance(50) ? alloc : { ...alloc, length: this.expr("i32", 2) };
      }
      case 5:
        return r.chance(50) ? { k: "break", label } : { k: "continue", label };
      case 6:
        return { k: "return", values: this.#fn.results.map((t) => this.expr(t, 2)) };
      case 7:
        return r.chance(50) ? { k: "throw", value: this.expr("value", 2) } : { k: "rethrow" };
      case 8: {
        const [to, from, size] = [1, 2, 3].map(() => this.expr("i32", 2));
        return { k: "memory", what: r.pick(["copy", "fill"] as const), to, from, size };
      }
      case 9:
        return { k: "trap", message: r.pick(TEXTS) };
      case 10:
      case 11:
        return { k: "vm", what: r.pick(["push", "jump", "cutStack", "setLocal"] as const), args: [any()] };
      case 12: {
        const resume = r.chance(50) ? null : { continuation: label, saved: [any(), any()] };
        return { k: "transfer", what: r.pick(["call", "leave", "raise"] as const), args: [any(), any()], resume };
      }
      case 13:
      case 14:
        return { k: "if", test: this.expr("i32", 2), then: this.body(depth - 1), else: this.body(depth - 1) };
      case 15:
        return { k: "loop", label, body: this.body(depth - 1) };
      case 16:
        return { k: "block", label, body: this.body(depth - 1) };
      default: {
        const cases = [{ values: [1, 2], body: this.body(depth - 1) }, { values: [-7], body: this.body(depth - 1) }];
        return { k: "switch", value: this.expr("i32", 2), cases, default: this.body(depth - 1) };
      }
    }
  }
}
