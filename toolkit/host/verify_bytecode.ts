/**
 * The bytecode verifier: no code object runs before it.
 *
 * Input: the table of a unit's bytecodes (`NAME.unit.json`) and the code of one function with its sizes; a problem is a `BytecodeError`. Code that
 * passes cannot make the interpreter leave it, its frame or its tables, and cannot loop without polling.
 * Invariant held: every instruction is reached with one height of the operand stack. What kind of object an operand is, is not checked.
 */

import type { Amount, AmountTerm, InstructionRow } from "../machine/instruction_table.ts";

/** Rules, and what breaking one means. */
export const BYTECODE_RULES = {
  sizes: "the sizes of the frame make no sense",
  opcode: "the bytes are no instruction",
  hidden: "a hidden bytecode, which no compiler emits",
  immediate: "a number that is out of range",
  local: "a local that the frame does not have",
  target: "control goes between instructions or out of the code",
  loop: "control goes backwards other than to a loop header",
  site: "the sites are not those of the loop headers",
  end: "control falls off the end of the code",
  underflow: "more operands are taken than there are",
  overflow: "more operands are pushed than the frame has room for",
  height: "two paths reach an instruction with different heights of the operand stack",
  handler: "an error handler covers no instructions, or keeps operands that are not there",
} as const;

/** Code that must not run. */
export class BytecodeError extends Error {
  override readonly name = "BytecodeError";

  /** `offset`: position of the instruction, in bytes. */
  constructor(readonly rule: keyof typeof BYTECODE_RULES, readonly offset: number, detail: string) {
    super(`Bad bytecode at ${offset}: ${detail}`);
  }
}

/** Where an error in `start` ≤ instruction < `end` goes on: at `target`, with `depth` operands and the error on top. */
export interface ErrorHandler {
  start: number;
  end: number;
  target: number;
  depth: number;
}

/** The code of one function, before it is loaded. */
export interface CodeBody {
  bytecode: Uint8Array;
  localCount: number;
  argumentCount: number;
  stackSize: number;
  /** Offsets of the immediates that receive the address of a loop header's site. */
  sites: readonly number[];
  handlers: readonly ErrorHandler[];
  /** How many there are of what an immediate of that name counts. */
  counts: Readonly<Record<string, number>>;
}

/** What a frame may have at most; far more than the stack has room for, far less than an address overflows at. */
const MAX_SLOTS = 1 << 20;
/** Heights of what no instruction starts at, and of instructions that were not reached. */
const INSIDE = -2, UNREACHED = -1;

/** Verifies the code of one unit. */
export class BytecodeVerifier {
  /** `rows`: by opcode. */
  constructor(readonly rows: readonly InstructionRow[]) {}

  /** @throws BytecodeError */
  verify(code: CodeBody): void {
    new Verification(code, this.rows).run();
  }
}

class Verification {
  readonly #view: DataView;
  readonly #heights: Int32Array;
  readonly #work: number[] = [];
  #site = 0;

  constructor(readonly code: CodeBody, readonly rows: readonly InstructionRow[]) {
    const { bytecode } = code;
    this.#view = new DataView(bytecode.buffer, bytecode.byteOffset, bytecode.byteLength);
    this.#heights = new Int32Array(bytecode.length).fill(INSIDE);
  }

  run(): void {
    const { bytecode, localCount, argumentCount, stackSize, sites } = this.code;
    const sizes = [localCount, argumentCount, stackSize];
    if (sizes.some((n) => !(n >= 0 && n <= MAX_SLOTS)) || argumentCount > localCount) {
      throw new BytecodeError("sizes", 0, `${argumentCount} arguments, ${localCount} locals, ${stackSize} operands`);
    }
    if (bytecode.length === 0) throw new BytecodeError("end", 0, "the code is empty");
    for (let offset = 0; offset < bytecode.length;) offset += this.#decode(offset);
    if (this.#site < sites.length) throw new BytecodeError("site", sites[this.#site], "a site where no loop header is");
    this.#reach(0, 0, 0);
    for (const handler of this.code.handlers) this.#enterHandler(handler);
    while (this.#work.length > 0) this.#flow(this.#work.pop()!);
    for (const handler of this.code.handlers) this.#covered(handler);
  }

  // ── One instruction ────────────────────────────────────────────────────────────────────────────────────────────────

  /** Checks the instruction at `offset` by itself. Returns its size. */
  #decode(offset: number): number {
    const { bytecode } = this.code;
    if (offset + 2 > bytecode.length) throw new BytecodeError("opcode", offset, "the code ends in the middle of an opcode");
    const opcode = this.#view.getUint16(offset, true);
    const row = this.rows[opcode];
    if (row === undefined) throw new BytecodeError("opcode", offset, `${opcode} is no opcode`);
    if (offset + row.sizeBytes > bytecode.length) throw new BytecodeError("opcode", offset, `the code ends in the middle of "${row.name}"`);
    if (row.hidden) throw new BytecodeError("hidden", offset, `"${row.name}" is not for compilers`);
    for (let i = 0; i < row.immediates.length; i++) this.#immediate(row, i, offset);
    this.#heights[offset] = UNREACHED;
    return row.sizeBytes;
  }

  #immediate(row: InstructionRow, index: number, offset: number): void {
    const [name, , position] = row.immediates[index];
    if (name === "site") {
      if (this.code.sites[this.#site++] !== offset + position) throw new BytecodeError("site", offset, "a loop header without a site");
      return;
    }
    const count = name === "local" ? this.code.localCount : this.code.counts[name];
    if (count === undefined) return;
    const value = this.#read(offset, row, index);
    if (value >= 0 && value < count) return;
    throw new BytecodeError(name === "local" ? "local" : "immediate", offset, `"${row.name}" of ${name} ${value}, but there are ${count}`);
  }

  /** Immediate number `index` of the instruction at `offset`. */
  #read(offset: number, row: InstructionRow, index: number): number {
    const [, storage, position] = row.immediates[index];
    const at = offset + position;
    switch (storage) {
      case "u8":
        return this.#view.getUint8(at);
      case "i8":
        return this.#view.getInt8(at);
      case "u16":
        return this.#view.getUint16(at, true);
      case "i16":
        return this.#view.getInt16(at, true);
      default:
        return this.#view.getInt32(at, true);
    }
  }

  // ── The flow of control ────────────────────────────────────────────────────────────────────────────────────────────

  /** Control goes from `from` to `offset` with `height` operands. */
  #reach(from: number, offset: number, height: number): void {
    if (offset === this.code.bytecode.length) throw new BytecodeError("end", from, "the code ends behind this instruction");
    const known = this.#heights[offset] ?? INSIDE;
    if (known === INSIDE) throw new BytecodeError("target", from, `control goes to ${offset}, where no instruction starts`);
    if (height > this.code.stackSize) {
      throw new BytecodeError("overflow", from, `${height} operands, but room for ${this.code.stackSize}`);
    }
    if (known === UNREACHED) {
      this.#heights[offset] = height;
      this.#work.push(offset);
    } else if (known !== height) {
      throw new BytecodeError("height", offset, `reached with ${known} and with ${height} operands`);
    }
  }

  #at(offset: number): InstructionRow {
    return this.rows[this.#view.getUint16(offset, true)];
  }

  /** An amount of the instruction at `offset`. */
  #amount(amount: Amount, offset: number, row: InstructionRow): number {
    if (typeof amount === "number") return amount;
    let sum = amount[0];
    for (let i = 1; i < amount.length; i++) {
      const [immediate, shift, mask, factor] = amount[i] as AmountTerm;
      sum += ((this.#read(offset, row, immediate) >> shift) & mask) * factor;
    }
    return sum;
  }

  #flow(offset: number): void {
    const row = this.#at(offset);
    for (const count of row.counts ?? []) {
      const value = this.#amount(count, offset, row);
      if (value < 0) throw new BytecodeError("immediate", offset, `"${row.name}" of ${value} operands`);
    }
    const height = this.#heights[offset];
    const needs = this.#amount(row.needs, offset, row);
    if (height < needs) throw new BytecodeError("underflow", offset, `"${row.name}" needs ${needs} operands, there are ${height}`);
    const left = height - this.#amount(row.pops, offset, row);
    if (row.next !== null) this.#reach(offset, offset + row.sizeBytes, left + this.#amount(row.next, offset, row));
    if (row.jump !== null) this.#jump(offset, row, left + this.#amount(row.jump, offset, row));
  }

  #jump(offset: number, row: InstructionRow, height: number): void {
    const immediate = row.immediates.findIndex(([name]) => name === "offset");
    const target = offset + row.sizeBytes + this.#read(offset, row, immediate);
    this.#reach(offset, target, height);
    if (target <= offset && !this.#at(target).loopHeader) {
      throw new BytecodeError("loop", offset, `"${row.name}" goes back to ${target}, where no loop header is`);
    }
  }

  // ── Handlers of errors ─────────────────────────────────────────────────────────────────────────────────────────────

  #enterHandler({ start, end, target, depth }: ErrorHandler): void {
    const starts = (offset: number) => (this.#heights[offset] ?? INSIDE) !== INSIDE;
    if (!(start < end) || !starts(start) || !(end === this.code.bytecode.length || starts(end)) || !(depth >= 0)) {
      throw new BytecodeError("handler", start, `the handler of ${start} to ${end} with ${depth} operands`);
    }
    if (target < end) throw new BytecodeError("loop", start, `the handler at ${target} stands before what it covers`);
    this.#reach(start, target, depth + 1);
  }

  /** Where an instruction raises, the operands that its handler keeps are still there. */
  #covered({ start, end, depth }: ErrorHandler): void {
    for (let offset = start; offset < end;) {
      const row = this.#at(offset);
      const height = this.#heights[offset];
      if (height !== UNREACHED && height - this.#amount(row.risks, offset, row) < depth) {
        throw new BytecodeError("handler", offset, `the handler of "${row.name}" keeps ${depth} operands that may be gone`);
      }
      offset += row.sizeBytes;
    }
  }
}
