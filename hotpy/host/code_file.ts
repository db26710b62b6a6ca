/**
 * Checks a code file before the core reads it: its structure (`hotpy/compiler/serialize.ts` has the format), and each code in it by the bytecode
 * verifier.
 *
 * The core trusts what it reads, so no file reaches it but through here. Output: nothing, or a `BytecodeError` or `CodeFileError`.
 */

import type { BytecodeVerifier, ErrorHandler } from "../../toolkit/host/verify_bytecode.ts";

/** A file that is no code file. */
export class CodeFileError extends Error {
  override readonly name = "CodeFileError";

  constructor(readonly offset: number, detail: string) {
    super(`Bad code file at ${offset}: ${detail}`);
  }
}

/** "HPY1". */
const MAGIC = 0x31595048;
/** Constants in constants. */
const MAX_NESTING = 1000;
/** Code flags for `*args` and `**kwargs`, each one argument more. */
const CODE_VARARGS = 4, CODE_VARKEYWORDS = 8;

/** Checks a file. @throws CodeFileError, BytecodeError */
export function verifyCodeFile(bytes: Uint8Array, verifier: BytecodeVerifier): void {
  new CodeFileReader(bytes, verifier).file();
}

class CodeFileReader {
  #at = 0;
  #strings = 0;
  #nesting = 0;

  constructor(readonly bytes: Uint8Array, readonly verifier: BytecodeVerifier) {}

  file(): void {
    const { bytes } = this;
    if (bytes.length < 4 || new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true) !== MAGIC) this.#fail("not a code file");
    this.#at = 4;
    this.#strings = this.#count();
    for (let i = this.#strings; i > 0; i--) {
      const sizeBytes = this.#number();
      this.#skip(1 + sizeBytes);
    }
    this.#code();
    if (this.#at !== bytes.length) this.#fail("bytes behind the end");
  }

  #fail(detail: string): never {
    throw new CodeFileError(this.#at, detail);
  }

  // ── Numbers and bytes ──────────────────────────────────────────────────────────────────────────────────────────────

  #skip(sizeBytes: number): void {
    if (sizeBytes > this.bytes.length - this.#at) this.#fail("it ends early");
    this.#at += sizeBytes;
  }

  #byte(): number {
    if (this.#at >= this.bytes.length) this.#fail("it ends early");
    return this.bytes[this.#at++];
  }

  #number(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
    this.#fail("a number of more than 28 bits");
  }

  /** A number of things that take at least a byte each. */
  #count(): number {
    const count = this.#number();
    if (count > this.bytes.length - this.#at) this.#fail(`${count} of something, but it ends before`);
    return count;
  }

  #string(): void {
    const index = this.#number();
    if (index >= this.#strings) this.#fail(`string ${index}, but there are ${this.#strings}`);
  }

  #taken(sizeBytes: number): Uint8Array {
    const start = this.#at;
    this.#skip(sizeBytes);
    return this.bytes.subarray(start, this.#at);
  }

  // ── Codes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  #code(): void {
    for (let i = 0; i < 3; i++) this.#string();
    this.#number(); // first line
    const flags = this.#number();
    const positionalOnlyCount = this.#number(), positionalCount = this.#number(), keywordOnlyCount = this.#number();
    if (positionalOnlyCount > positionalCount) this.#fail("more positional-only parameters than positional ones");
    const stackSize = this.#number();
    const localCount = this.#count();
    for (let i = 0; i < localCount; i++) {
      this.#string();
      this.#byte();
    }
    const free = this.#count();
    for (let i = 0; i < free; i++) this.#string();
    const name = this.#count();
    for (let i = 0; i < name; i++) this.#string();
    const constant = this.#count();
    for (let i = 0; i < constant; i++) this.#constant();
    const sites = this.#sites();
    const handlers = this.#handlers();
    const positionsEnd = this.#number() + this.#at;
    const covered = this.#positions(positionsEnd);
    const bytecode = this.#taken(this.#number());
    if (covered !== bytecode.length) this.#fail(`positions of ${covered} bytes of bytecode, but there are ${bytecode.length}`);
    const extra = ((flags & CODE_VARARGS) !== 0 ? 1 : 0) + ((flags & CODE_VARKEYWORDS) !== 0 ? 1 : 0);
    const argumentCount = positionalCount + keywordOnlyCount + extra;
    this.verifier.verify({ bytecode, localCount, argumentCount, stackSize, sites, handlers, counts: { constant, name, free } });
  }

  #sites(): number[] {
    const sites: number[] = [];
    let offset = 0;
    for (let count = this.#count(); count > 0; count--) sites.push(offset += this.#number());
    return sites;
  }

  #handlers(): ErrorHandler[] {
    const handlers: ErrorHandler[] = [];
    for (let count = this.#count(); count > 0; count--) {
      const start = this.#number();
      handlers.push({ start, end: start + this.#number(), target: this.#number(), depth: this.#number() });
    }
    return handlers;
  }

  /** Reads the positions up to `end`. Returns how many bytes of bytecode they cover. */
  #positions(end: number): number {
    let covered = 0;
    while (this.#at < end) {
      const sizeBytes = this.#number();
      covered += sizeBytes === 0 ? this.#number() : sizeBytes;
      for (let i = sizeBytes === 0 ? 4 : 0; i < 4; i++) this.#number();
    }
    if (this.#at !== end) this.#fail("a position that ends late");
    return covered;
  }

  // ── Constants ──────────────────────────────────────────────────────────────────────────────────────────────────────

  #constant(): void {
    if (++this.#nesting > MAX_NESTING) this.#fail("constants are nested too deeply");
    const tag = this.#byte();
    if (tag <= 8 && tag !== 6) this.#skip([0, 0, 0, 0, 4, 8, 0, 8, 16][tag]);
    else if (tag === 6) this.#digits();
    else if (tag === 9) this.#string();
    else if (tag === 10) this.#skip(this.#number());
    else if (tag === 11 || tag === 12) { for (let count = this.#count(); count > 0; count--) this.#constant(); }
    else if (tag === 13) this.#code();
    else if (tag === 14) { for (let i = 0; i < 3; i++) this.#constant(); }
    else this.#fail(`no constant has the tag ${tag}`);
    this.#nesting--;
  }

  #digits(): void {
    this.#skip(1);
    this.#skip(4 * this.#number());
  }
}
