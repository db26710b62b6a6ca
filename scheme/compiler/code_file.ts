/**
 * Writes code files (`scheme/vm/contract.md`): code, its constants, and data for `read` and `eval`.
 *
 * Invariants: an object that stands in several places, in a cycle or deep inside another is a shared constant, so identity is kept and neither
 * writer nor reader needs a deep stack; the same input gives the same bytes.
 */

import { ByteWriter } from "../../toolkit/bytes/byte_writer.ts";
import { encodeUtf8 } from "../../toolkit/bytes/utf8.ts";
import { Char, Complex, type Datum, HostProcedure, Opaque, Pair, Ratio, Renamed, Special, Str, Sym } from "../reader/datum.ts";
import type { CodeConstant, CodeObject } from "./code.ts";

const MAGIC = "SCM1";
/** Data nested deeper become shared constants. */
const MAX_DEPTH = 100;
const TAG = {
  special: 0,
  integer: 1,
  bigInteger: 2,
  flonum: 3,
  ratio: 4,
  complex: 5,
  character: 6,
  string: 7,
  symbol: 8,
  bytevector: 9,
  pair: 10,
  list: 11,
  vector: 12,
  shared: 13,
  cell: 14,
  code: 15,
  closure: 16,
  opaque: 18,
  hostProcedure: 19,
} as const;

/** A code file. */
export function writeCodeFile(code: CodeObject): Uint8Array<ArrayBuffer> {
  const sharing = new Sharing();
  sharing.code(code);
  return writeFile(sharing.shared, (writer) => writer.code(code));
}

/** A file with one datum instead of code. */
export function writeDatumFile(datum: Datum): Uint8Array<ArrayBuffer> {
  const sharing = new Sharing();
  sharing.datum(datum);
  return writeFile(sharing.shared, (writer) => writer.datum(datum));
}

function writeFile(shared: readonly (Datum | CodeObject)[], body: (writer: Writer) => void): Uint8Array<ArrayBuffer> {
  const writer = new Writer(shared);
  writer.sharedConstants();
  body(writer);
  const out = new ByteWriter();
  for (const letter of MAGIC) out.u8(letter.charCodeAt(0));
  out.v(writer.strings.size);
  for (const text of writer.strings.keys()) {
    const bytes = encodeUtf8(text);
    out.v(bytes.length);
    out.append(bytes);
  }
  out.append(writer.out.finish());
  return out.finish();
}

// ── What is shared ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Finds the objects that must be written once. */
class Sharing {
  /** In an order in which most come before what refers to them. */
  readonly shared: (Datum | CodeObject)[] = [];
  readonly #seen = new Set<Datum | CodeObject>();
  readonly #isShared = new Set<Datum | CodeObject>();

  code(code: CodeObject): void {
    this.#seen.add(code);
    for (const constant of code.constants) {
      if (constant.kind === "datum") this.datum(constant.value);
      else if (constant.kind === "closure" && this.#meet(constant.code)) this.code(constant.code);
      else if (constant.kind === "code") this.code(constant.code);
    }
  }

  /** Walks a datum, list items in a loop and parts on a stack of its own. */
  datum(root: Datum): void {
    const work: { x: Datum; depth: number }[] = [{ x: root, depth: 0 }];
    const deep: Datum[] = [];
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      const { x, depth } = next;
      if (!isCompound(x) || !this.#meet(x)) continue;
      if (depth === MAX_DEPTH) deep.push(x);
      const inner = depth === MAX_DEPTH ? 0 : depth;
      if (Array.isArray(x)) { for (const item of x) work.push({ x: item, depth: inner + 1 }); }
      if (x instanceof Pair) work.push({ x: x.cdr, depth: inner }, { x: x.car, depth: inner + 1 });
    }
    for (let i = deep.length - 1; i >= 0; i--) this.#share(deep[i]);
  }

  /** False when it was met before: then it is shared. */
  #meet(x: Datum | CodeObject): boolean {
    if (!this.#seen.has(x)) {
      this.#seen.add(x);
      return true;
    }
    this.#share(x);
    return false;
  }

  #share(x: Datum | CodeObject): void {
    if (this.#isShared.has(x)) return;
    this.#isShared.add(x);
    this.shared.push(x);
  }
}

/** Data with an identity. */
function isCompound(x: Datum): boolean {
  return x instanceof Pair || Array.isArray(x) || x instanceof Uint8Array || x instanceof Str || x instanceof Opaque;
}

// ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────────

class Writer {
  readonly out = new ByteWriter();
  /** Numbers of strings by text, in order. */
  readonly strings = new Map<string, number>();
  readonly #numbers: ReadonlyMap<Datum | CodeObject, number>;

  constructor(readonly shared: readonly (Datum | CodeObject)[]) {
    this.#numbers = new Map(shared.map((x, i) => [x, i]));
  }

  sharedConstants(): void {
    this.out.v(this.shared.length);
    for (const x of this.shared) {
      if (isCode(x)) this.#closure(x);
      else this.#datum(x);
    }
  }

  #string(text: string): void {
    let number = this.strings.get(text);
    if (number === undefined) this.strings.set(text, number = this.strings.size);
    this.out.v(number);
  }

  #tag(tag: number): void {
    this.out.u8(tag);
  }

  // ── Code ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  code(code: CodeObject): void {
    const { out } = this;
    this.#string(code.name);
    this.#string(code.file);
    out.v(code.required);
    out.u8(code.rest ? 1 : 0);
    out.v(code.localCount);
    out.v(code.stackSize);
    out.v(code.constants.length);
    for (const constant of code.constants) this.#constant(constant);
    out.v(code.sites.length);
    let site = 0;
    for (const offset of code.sites) {
      out.v(offset - site);
      site = offset;
    }
    out.v(code.positions.length);
    out.append(code.positions);
    out.v(code.bytecode.length);
    out.append(code.bytecode);
  }

  #constant(constant: CodeConstant): void {
    switch (constant.kind) {
      case "datum":
        return this.datum(constant.value);
      case "cell":
        this.#tag(TAG.cell);
        return this.#string(constant.key);
      case "code":
        this.#tag(TAG.code);
        return this.code(constant.code);
      case "closure":
        if (!this.#reference(constant.code)) this.#closure(constant.code);
    }
  }

  #closure(code: CodeObject): void {
    this.#tag(TAG.closure);
    this.code(code);
  }

  /** Writes the number of a shared constant; false if it is none. */
  #reference(x: Datum | CodeObject): boolean {
    const number = this.#numbers.get(x);
    if (number === undefined) return false;
    this.#tag(TAG.shared);
    this.out.v(number);
    return true;
  }

  // ── Data ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  datum(x: Datum): void {
    if (!this.#reference(x)) this.#datum(x);
  }

  #datum(x: Datum): void {
    const { out } = this;
    if (x instanceof Pair) return this.#list(x);
    if (x instanceof Sym || x instanceof Renamed) {
      this.#tag(TAG.symbol);
      return this.#string(x.name);
    }
    switch (typeof x) {
      case "boolean":
        return this.#special(x ? 3 : 2);
      case "bigint":
        return this.#integer(x);
      case "number":
        this.#tag(TAG.flonum);
        return out.f64(x);
    }
    if (Array.isArray(x)) {
      this.#tag(TAG.vector);
      out.v(x.length);
      for (const item of x) this.datum(item);
    } else if (x instanceof Str) {
      this.#tag(TAG.string);
      this.#string(x.value);
    } else if (x instanceof Char) {
      this.#tag(TAG.character);
      out.v(x.code);
    } else if (x instanceof Special) this.#special(x.code);
    else if (x instanceof Uint8Array) {
      this.#tag(TAG.bytevector);
      out.v(x.length);
      out.append(x);
    } else if (x instanceof Ratio) {
      this.#tag(TAG.ratio);
      this.#integer(x.numerator);
      this.#integer(x.denominator);
    } else if (x instanceof Complex) {
      this.#tag(TAG.complex);
      this.#datum(x.real);
      this.#datum(x.imaginary);
    } else if (x instanceof HostProcedure) {
      this.#tag(TAG.hostProcedure);
      out.v(x.handle);
      this.#string(x.title);
    } else {
      this.#tag(TAG.opaque);
      out.v((x as Opaque).handle);
    }
  }

  #special(code: number): void {
    this.#tag(TAG.special);
    this.out.v(code);
  }

  /** Items up to the end or a shared tail. */
  #list(x: Pair): void {
    const items: Datum[] = [x.car];
    let rest = x.cdr;
    for (; rest instanceof Pair && !this.#numbers.has(rest); rest = rest.cdr) items.push(rest.car);
    this.#tag(TAG.list);
    this.out.v(items.length);
    for (const item of items) this.datum(item);
    this.datum(rest);
  }

  #integer(x: bigint): void {
    const { out } = this;
    if (BigInt.asIntN(64, x) === x) {
      this.#tag(TAG.integer);
      return out.i64(x);
    }
    const hex = (x < 0n ? -x : x).toString(16);
    const count = Math.ceil(hex.length / 8);
    this.#tag(TAG.bigInteger);
    out.u8(x < 0n ? 1 : 0);
    out.v(count);
    for (let i = 0; i < count; i++) {
      const end = hex.length - 8 * i;
      out.i32(parseInt(hex.slice(Math.max(0, end - 8), end), 16) | 0);
    }
  }
}

function isCode(x: Datum | CodeObject): x is CodeObject {
  return typeof x === "object" && "bytecode" in x;
}
