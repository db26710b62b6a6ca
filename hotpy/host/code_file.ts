/**
 * Checks a code file before the core reads it: its structure (`hotpy/compiler/serialize.ts` has the format), and each code in it by the bytecode
 * verifier.
 *
 * The core trusts what it reads, so no file reaches it but through here. Output: nothing, or a `BytecodeError` or `CodeFileError`.
 */

import { CodeFileReader } from "../../toolkit/host/code_file.ts";
import type { BytecodeVerifier, ErrorHandler } from "../../toolkit/host/verify_bytecode.ts";

/** "HPY1". */
const MAGIC = 0x31595048;
/** Code flags for `*args` and `**kwargs`, each one argument more. */
const CODE_VARARGS = 4, CODE_VARKEYWORDS = 8;

/** Checks a file. @throws CodeFileError, BytecodeError */
export function verifyCodeFile(bytes: Uint8Array, verifier: BytecodeVerifier): void {
  new HotPyFileReader(bytes, verifier).file();
}

class HotPyFileReader extends CodeFileReader {
  constructor(bytes: Uint8Array, readonly verifier: BytecodeVerifier) {
    super(bytes);
  }

  file(): void {
    this.head(MAGIC, 1);
    this.#code();
    this.end();
  }

  // ── Codes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  #code(): void {
    for (let i = 0; i < 3; i++) this.string();
    this.number(); // first line
    const flags = this.number();
    const positionalOnlyCount = this.number(), positionalCount = this.number(), keywordOnlyCount = this.number();
    if (positionalOnlyCount > positionalCount) this.fail("more positional-only parameters than positional ones");
    const stackSize = this.number();
    const localCount = this.count();
    for (let i = 0; i < localCount; i++) {
      this.string();
      this.byte();
    }
    const free = this.count();
    for (let i = 0; i < free; i++) this.string();
    const name = this.count();
    for (let i = 0; i < name; i++) this.string();
    const constant = this.count();
    this.constants(constant);
    const sites = this.sites();
    const handlers = this.#handlers();
    const positionsEnd = this.number() + this.at;
    const covered = this.#positions(positionsEnd);
    const bytecode = this.taken(this.number());
    if (covered !== bytecode.length) this.fail(`positions of ${covered} bytes of bytecode, but there are ${bytecode.length}`);
    const extra = ((flags & CODE_VARARGS) !== 0 ? 1 : 0) + ((flags & CODE_VARKEYWORDS) !== 0 ? 1 : 0);
    const argumentCount = positionalCount + keywordOnlyCount + extra;
    this.verifier.verify({ bytecode, localCount, argumentCount, stackSize, sites, handlers, counts: { constant, name, free } });
  }

  #handlers(): ErrorHandler[] {
    const handlers: ErrorHandler[] = [];
    for (let count = this.count(); count > 0; count--) {
      const start = this.number();
      handlers.push({ start, end: start + this.number(), target: this.number(), depth: this.number() });
    }
    return handlers;
  }

  /** Reads the positions up to `end`. Returns how many bytes of bytecode they cover. */
  #positions(end: number): number {
    let covered = 0;
    while (this.at < end) {
      const sizeBytes = this.number();
      covered += sizeBytes === 0 ? this.number() : sizeBytes;
      for (let i = sizeBytes === 0 ? 4 : 0; i < 4; i++) this.number();
    }
    if (this.at !== end) this.fail("a position that ends late");
    return covered;
  }

  // ── Constants ──────────────────────────────────────────────────────────────────────────────────────────────────────

  protected override constant(): void {
    const tag = this.byte();
    if (tag <= 8 && tag !== 6) this.skip([0, 0, 0, 0, 4, 8, 0, 8, 16][tag]);
    else if (tag === 6) this.digits();
    else if (tag === 9) this.string();
    else if (tag === 10) this.skip(this.number());
    else if (tag === 11 || tag === 12) this.constants(this.count());
    else if (tag === 13) this.#code();
    else if (tag === 14) this.constants(3);
    else this.fail(`no constant has the tag ${tag}`);
  }
}
