/**
 * The bytecodes as the compiler sees them, and from what the generator emits to the bytes of one code object: labels, layout, stack depth.
 *
 * Input: instructions in order, operands as numbers of constants, locals, labels; output: bytecode, sites, positions, stack size. Invariants: code
 * that nothing reaches is not emitted; the stack depth at a label is the same on every way to it; a backward jump reaches a `loop_header`, and
 * every `loop_header` is reached by one.
 */

import { ByteWriter } from "../../toolkit/bytes/byte_writer.ts";
import type { Amount, InstructionRow } from "../../toolkit/machine/instruction_table.ts";
import type { Where } from "../expander/core.ts";
import { SchemeSyntaxError } from "../reader/source.ts";
import type { Source } from "../reader/source.ts";

// ── Bytecodes ────────────────────────────────────────────────────────────────────────────────────────────────────────
// Layout and stack effect are read from what the build says of the virtual machine; the meaning is in `scheme/vm/handlers_*.ts`.

/** Of `scheme.unit.json`. */
export interface UnitTables {
  readonly opcodes: Readonly<Record<string, number>>;
  readonly instructions: readonly InstructionRow[];
}

export interface Immediate {
  readonly name: string;
  readonly sizeBytes: number;
  /** `offset` of a jump; `site` of a loop header, which the loader fills in. */
  readonly kind: "number" | "offset" | "site";
}

/** One bytecode. */
export class Instruction {
  readonly immediates: readonly Immediate[];
  readonly sizeBytes: number;
  /** Whether it never goes on at the next instruction. */
  readonly ends: boolean;
  readonly isLoopHeader: boolean;

  constructor(readonly row: InstructionRow, readonly opcode: number) {
    this.immediates = row.immediates.map(([name, , position], i) => ({
      name,
      sizeBytes: (row.immediates[i + 1]?.[2] ?? row.sizeBytes) - position,
      kind: name === "offset" || name === "site" ? name : "number",
    }));
    this.sizeBytes = row.sizeBytes;
    this.ends = row.next === null;
    this.isLoopHeader = row.loopHeader === true;
  }

  get name(): string {
    return this.row.name;
  }

  /** How the number of operands changes where it goes on with the next instruction; where it jumps they are as many. */
  effect(immediates: readonly number[]): number {
    const { next, pops } = this.row;
    return (next === null ? 0 : amount(next, immediates)) - amount(pops, immediates);
  }
}

/** All bytecodes of a unit. */
export class InstructionSet {
  readonly #tables: UnitTables;
  /** Those that were looked up. */
  readonly #known = new Map<string, Instruction>();

  constructor(tables: UnitTables) {
    this.#tables = tables;
  }

  /** @throws Error when the unit has no such bytecode */
  get(name: string): Instruction {
    let found = this.#known.get(name);
    if (found !== undefined) return found;
    const { opcodes, instructions } = this.#tables;
    if (!Object.hasOwn(opcodes, name)) throw new Error(`The virtual machine has no bytecode "${name}"; run "deno task build scheme"`);
    this.#known.set(name, found = new Instruction(instructions[opcodes[name]], opcodes[name]));
    return found;
  }

  all(): Instruction[] {
    return Object.keys(this.#tables.opcodes).map((name) => this.get(name));
  }
}

function amount(rule: Amount, immediates: readonly number[]): number {
  if (typeof rule === "number") return rule;
  const [base, ...terms] = rule;
  return terms.reduce((sum, [immediate, shift, mask, factor]) => sum + ((immediates[immediate] >> shift) & mask) * factor, base);
}

// ── Code ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A place in the code that jumps go to. */
export interface Label {
  /** Index of the instruction behind it; -1 until it is placed. */
  at: number;
  /** Stack depth there; -1 until it is known. */
  depth: number;
}

export interface Assembled {
  bytecode: Uint8Array;
  /** Offsets of the site immediates of loop headers. */
  sites: number[];
  positions: Uint8Array;
  stackSize: number;
}

/** An instruction in its place. */
interface Step {
  instruction: Instruction;
  operands: readonly number[];
  label: Label | null;
  where: Where | null;
}

export class Assembler {
  readonly #code: Step[] = [];
  #depth = 0;
  #stackSize = 0;
  #reachable = true;
  /** Where the instructions to come are from. */
  where: Where | null = null;

  constructor(readonly instructions: InstructionSet) {}

  /** Appends an instruction, if it can be reached. */
  emit(name: string, ...operands: number[]): void {
    this.#add(name, operands, null);
  }

  jump(name: string, label: Label): void {
    if (!this.#reachable) return;
    this.#add(name, [], label);
    this.#meet(label);
  }

  newLabel(): Label {
    return { at: -1, depth: -1 };
  }

  /** Puts a label here. */
  place(label: Label): void {
    if (this.#reachable) this.#meet(label);
    else if (label.depth >= 0) {
      this.#reachable = true;
      this.#depth = label.depth;
    }
    label.at = this.#code.length;
  }

  #add(name: string, operands: readonly number[], label: Label | null): void {
    if (!this.#reachable) return;
    const instruction = this.instructions.get(name);
    this.#depth += instruction.effect(operands);
    if (this.#depth < 0) throw new Error(`Stack underflow at ${name}`);
    if (this.#depth > this.#stackSize) this.#stackSize = this.#depth;
    this.#code.push({ instruction, operands, label, where: this.where });
    if (instruction.ends) this.#reachable = false;
  }

  #meet(label: Label): void {
    if (label.depth < 0) label.depth = this.#depth;
    else if (label.depth !== this.#depth) throw new Error(`Stack depth ${this.#depth} instead of ${label.depth} at a label`);
  }

  // ── Layout ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Lays the code out. `source`: what positions refer to. @throws SchemeSyntaxError when a number does not fit its instruction */
  finish(source: Source | null): Assembled {
    const code = this.#code;
    for (const step of code) if (step.label !== null) step.label = this.#target(step.label);
    const dropped = this.#dropped();
    const offsets = new Int32Array(code.length + 1);
    for (let i = 0; i < code.length; i++) offsets[i + 1] = offsets[i] + (dropped[i] ? 0 : code[i].instruction.sizeBytes);
    const out = new ByteWriter();
    const sites: number[] = [];
    const positions = new Positions(source);
    for (let i = 0; i < code.length; i++) {
      if (dropped[i]) continue;
      const { instruction, operands, label, where } = code[i];
      if (label !== null && label.at <= i && !code[label.at].instruction.isLoopHeader) throw new Error("Backward jump without loop header");
      out.u16(instruction.opcode);
      let next = 0;
      for (const { kind, sizeBytes } of instruction.immediates) {
        if (kind === "site") sites.push(out.length);
        const value = kind === "offset" ? offsets[label!.at] - offsets[i + 1] : kind === "site" ? 0 : operands[next++];
        if (sizeBytes === 4) out.i32(value);
        else if (value >> (8 * sizeBytes) !== 0) {
          throw new SchemeSyntaxError("The procedure is too big", where?.source ?? source, where?.at ?? 0);
        } else if (sizeBytes === 2) out.u16(value);
        else out.u8(value);
      }
      positions.add(offsets[i + 1] - offsets[i], where);
    }
    return { bytecode: out.finish(), sites, positions: positions.finish(), stackSize: this.#stackSize };
  }

  /** Where a jump to `label` ends in the end: jumps to jumps go on. */
  #target(label: Label): Label {
    for (let count = 0; count < 100; count++) {
      const next = this.#code[label.at];
      if (next.instruction.name !== "jump") break;
      label = next.label!;
    }
    return label;
  }

  /** Instructions that are not needed: jumps to what comes next anyway, loop headers without backward jump, jumps that are jumped over. */
  #dropped(): boolean[] {
    const code = this.#code;
    const dropped: boolean[] = new Array(code.length).fill(false);
    const targets = new Set<number>(), looped = new Set<number>();
    code.forEach(({ label }, i) => {
      if (label === null) return;
      targets.add(label.at);
      if (label.at <= i) looped.add(label.at);
    });
    // Jumps that were only jumped to, and are not fallen into, are gone after threading.
    for (let i = 1; i < code.length; i++) {
      if (code[i].instruction.name === "jump" && !targets.has(i) && code[i - 1].instruction.ends && !dropped[i - 1]) dropped[i] = true;
    }
    for (let i = code.length - 1; i >= 0; i--) {
      const { instruction, label } = code[i];
      if (instruction.isLoopHeader && !looped.has(i)) dropped[i] = true;
      if (instruction.name !== "jump" || label!.at <= i) continue;
      let next = i + 1;
      while (next < label!.at && dropped[next]) next++;
      if (next === label!.at) dropped[i] = true;
    }
    return dropped;
  }
}

/** Writes the position table: one entry for each run of instructions from one place. */
class Positions {
  readonly #out = new ByteWriter();
  #line = 0;
  #size = 0;
  #where: Where | null = null;

  constructor(readonly source: Source | null) {}

  /** Instructions without a place of their own belong to what stands before them. */
  add(size: number, where: Where | null): void {
    const known = where !== null && where.source === this.source && where.at >= 0 ? where : this.#where;
    if (known?.at !== this.#where?.at && this.#where !== null) this.#flush();
    this.#where = known;
    this.#size += size;
  }

  finish(): Uint8Array {
    this.#flush();
    return this.#out.finish();
  }

  #flush(): void {
    if (this.#where === null || this.#size === 0) return;
    const { line, column } = this.source!.place(this.#where.at);
    this.#out.v(this.#size);
    this.#out.zigzag(line - this.#line);
    this.#out.v(column);
    this.#line = line;
    this.#size = 0;
  }
}
