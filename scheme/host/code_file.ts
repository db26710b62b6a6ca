/**
 * Checks a code file before the core reads it: its structure (`scheme/vm/contract.md` has the format), and each code in it by the bytecode
 * verifier.
 *
 * The core trusts what it reads, so no code reaches it but through here; that of the image when it is built. Beyond what all languages check:
 * instructions find constants of the kind they need, and closures have the variables that their code refers to. Output: nothing, or a
 * `BytecodeError` or `CodeFileError`. What handles stand for is not checked: only the host writes some.
 */

import { CodeFileError, CodeFileReader } from "../../toolkit/host/code_file.ts";
import { BytecodeError, type BytecodeVerifier } from "../../toolkit/host/verify_bytecode.ts";

/** "SCM1". */
const MAGIC = 0x314d4353;
/** Specials that programs see: `()` to "unassigned". */
const FIRST_SPECIAL = 1, LAST_SPECIAL = 6;
const LAST_CHARACTER = 0x10ffff;
const TAG = { symbol: 8, shared: 13, cell: 14, code: 15, closure: 16 } as const;
/** Tags of exact integers, of rational numbers, of real numbers. */
const INTEGERS = [1, 2], REALS = [1, 2, 3, 4];

/** What a constant is to an instruction: a datum, a symbol, the cell of a variable, or code with that many free variables. */
type Kind = "datum" | "symbol" | "cell" | number;
/** The immediates that are numbers of constants. */
const CONSTANT_IMMEDIATES = ["constant", "name", "cell", "code"];
/** The bytecodes whose immediate is the number of a free variable. */
const FREE_VARIABLES: readonly string[] = ["free", "free_box_ref", "free_box_set"];

/** Checks a file. @throws CodeFileError, BytecodeError */
export function verifyCodeFile(bytes: Uint8Array, verifier: BytecodeVerifier): void {
  new SchemeFileReader(bytes, verifier).file();
}

/** What is wrong with a file, null if nothing is. */
export function problemOf(bytes: Uint8Array, verifier: BytecodeVerifier): string | null {
  try {
    verifyCodeFile(bytes, verifier);
    return null;
  } catch (error) {
    if (!(error instanceof BytecodeError || error instanceof CodeFileError)) throw error;
    return error.message;
  }
}

class SchemeFileReader extends CodeFileReader {
  #sharedCount = 0;
  #uninternedCount = 0;

  constructor(bytes: Uint8Array, readonly verifier: BytecodeVerifier) {
    super(bytes);
  }

  file(): void {
    this.head(MAGIC, 0);
    this.#sharedCount = this.count();
    for (let i = 0; i < this.#sharedCount; i++) this.#shared();
    this.#closed();
    this.end();
  }

  /** Code without free variables. */
  #closed(): void {
    const freeCount = this.#code();
    if (freeCount > 0) this.fail(`code that refers to ${freeCount} free variables, and has none`);
  }

  // ── Codes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Returns how many free variables the code refers to. */
  #code(): number {
    this.string();
    this.string();
    const required = this.number(), rest = this.byte();
    if (rest > 1) this.fail("a procedure with several lists of arguments");
    const localCount = this.number(), stackSize = this.number();
    const kinds: Kind[] = [];
    for (let count = this.count(); count > 0; count--) kinds.push(this.#kind());
    const sites = this.sites();
    const covered = this.#positions(this.number() + this.at);
    const bytecode = this.taken(this.number());
    if (covered > bytecode.length) this.fail(`positions of ${covered} bytes of bytecode, but there are ${bytecode.length}`);
    const counts = Object.fromEntries(CONSTANT_IMMEDIATES.map((name) => [name, kinds.length]));
    this.verifier.verify({ bytecode, localCount, argumentCount: required + rest, stackSize, sites, handlers: [], counts });
    return this.#operands(bytecode, kinds);
  }

  /** Checks the immediates of code that is sound otherwise. Returns how many free variables it refers to. */
  #operands(bytecode: Uint8Array, kinds: readonly Kind[]): number {
    const view = new DataView(bytecode.buffer, bytecode.byteOffset, bytecode.byteLength);
    let freeCount = 0;
    for (let offset = 0; offset < bytecode.length;) {
      const { name, immediates, sizeBytes } = this.verifier.rows[view.getUint16(offset, true)];
      const refuse = (detail: string): never => {
        throw new BytecodeError("immediate", offset, `"${name}" of ${detail}`);
      };
      for (const [immediate, storage, position] of immediates) {
        if (storage === "u16" && CONSTANT_IMMEDIATES.includes(immediate)) {
          const kind = kinds[view.getUint16(offset + position, true)];
          if (!fits(kind, immediate)) refuse(`${immediate}, but that constant is none`);
          if (typeof kind !== "number") continue;
          const [, , countAt] = immediates.find(([other]) => other === "count")!;
          const given = view.getUint16(offset + countAt, true);
          if (given < kind) refuse(`${given} free variables, but its code refers to ${kind}`);
        }
      }
      if (FREE_VARIABLES.includes(name)) freeCount = Math.max(freeCount, view.getUint16(offset + immediates[0][2], true) + 1);
      if (name === "special" && !isSpecial(bytecode[offset + immediates[0][2]])) refuse("an object that programs must not see");
      offset += sizeBytes;
    }
    return freeCount;
  }

  /** Reads the positions up to `end`. Returns how many bytes of bytecode they cover. */
  #positions(end: number): number {
    let covered = 0;
    while (this.at < end) {
      covered += this.number();
      this.number();
      this.number();
    }
    if (this.at !== end) this.fail("a position that ends late");
    return covered;
  }

  // ── Constants ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Reads a constant of code. */
  #kind(): Kind {
    const tag = this.bytes[this.at];
    if (tag === TAG.cell) {
      this.byte();
      this.string();
      return "cell";
    }
    if (tag === TAG.code) {
      this.byte();
      return this.nested(() => this.#code());
    }
    this.constants(1);
    return tag === TAG.symbol ? "symbol" : "datum";
  }

  #shared(): void {
    if (this.bytes[this.at] === TAG.shared) this.fail("a shared constant that is another one");
    this.constants(1);
  }

  /** Reads a datum. */
  protected override constant(): void {
    const tag = this.byte();
    switch (tag) {
      case 0:
        if (!isSpecial(this.number())) this.fail("an object that programs must not see");
        return;
      case 1:
      case 3:
        return this.skip(8);
      case 2:
        return this.digits();
      case 4:
        return this.#parts(INTEGERS);
      case 5:
        return this.#parts(REALS);
      case 6:
        if (this.number() > LAST_CHARACTER) this.fail("a character beyond the last one");
        return;
      case 7:
      case TAG.symbol:
        return this.string();
      case 9:
        return this.skip(this.number());
      case 10:
        return this.constants(2);
      case 11:
        return this.constants(this.count() + 1);
      case 12:
        return this.constants(this.count());
      case TAG.shared:
        if (this.number() >= this.#sharedCount) this.fail(`a shared constant that is none of the ${this.#sharedCount}`);
        return;
      case TAG.closure:
        return this.nested(() => this.#closed());
      case 17:
        return this.#uninterned();
      case 18:
        return void this.number();
      case 19:
        this.number();
        return this.string();
      default:
        this.fail(`no datum has the tag ${tag}`);
    }
  }

  /** Both parts of a number. */
  #parts(tags: readonly number[]): void {
    for (let i = 0; i < 2; i++) {
      if (!tags.includes(this.bytes[this.at])) this.fail("a part of a number that is none");
      this.constants(1);
    }
  }

  /** Symbols are numbered in the order in which they are met. */
  #uninterned(): void {
    const number = this.number();
    if (number > this.#uninternedCount) this.fail(`uninterned symbol ${number}, but only ${this.#uninternedCount} were met`);
    if (number === this.#uninternedCount) this.#uninternedCount++;
    this.string();
  }
}

function isSpecial(number: number): boolean {
  return number >= FIRST_SPECIAL && number <= LAST_SPECIAL;
}

/** Whether a constant is what an immediate of that name stands for. */
function fits(kind: Kind, immediate: string): boolean {
  if (immediate === "constant") return kind === "datum" || kind === "symbol";
  if (immediate === "name") return kind === "symbol";
  return immediate === "cell" ? kind === "cell" : typeof kind === "number";
}
