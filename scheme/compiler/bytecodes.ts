/**
 * The bytecodes as the compiler sees them: layout and stack effect, read from what the build says of the virtual machine.
 *
 * The meaning of each is in `scheme/vm/handlers_*.ts`.
 */

import type { Amount, InstructionRow } from "../../toolkit/machine/instruction_table.ts";

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

/** Goes on at the next instruction with one operand when the continuation that it captured gets a value: no handler says so. */
const CAPTURE = "call_cc";

/** One bytecode. */
export class Instruction {
  readonly immediates: readonly Immediate[];
  readonly sizeBytes: number;
  /** Whether it never goes on at the next instruction. */
  readonly ends: boolean;
  readonly isLoopHeader: boolean;
  /** Operands pushed where it goes on with the next instruction. */
  readonly #next: Amount | null;

  constructor(readonly row: InstructionRow, readonly opcode: number) {
    this.immediates = row.immediates.map(([name, , position], i) => ({
      name,
      sizeBytes: (row.immediates[i + 1]?.[2] ?? row.sizeBytes) - position,
      kind: name === "offset" || name === "site" ? name : "number",
    }));
    this.sizeBytes = row.sizeBytes;
    this.#next = row.name === CAPTURE ? 1 : row.next;
    this.ends = this.#next === null;
    this.isLoopHeader = row.loopHeader === true;
  }

  get name(): string {
    return this.row.name;
  }

  /** How the number of operands changes where it goes on with the next instruction; where it jumps they are as many. */
  effect(immediates: readonly number[]): number {
    return (this.#next === null ? 0 : amount(this.#next, immediates)) - amount(this.row.pops, immediates);
  }
}

/** All bytecodes of a unit. */
export class InstructionSet {
  readonly #byName = new Map<string, Instruction>();

  constructor({ opcodes, instructions }: UnitTables) {
    for (const row of instructions) if (row.name in opcodes) this.#byName.set(row.name, new Instruction(row, opcodes[row.name]));
  }

  /** @throws Error when the unit has no such bytecode */
  get(name: string): Instruction {
    const found = this.#byName.get(name);
    if (found === undefined) throw new Error(`The virtual machine has no bytecode "${name}"; run "deno task build scheme"`);
    return found;
  }

  all(): Iterable<Instruction> {
    return this.#byName.values();
  }
}

function amount(rule: Amount, immediates: readonly number[]): number {
  if (typeof rule === "number") return rule;
  const [base, ...terms] = rule;
  return terms.reduce((sum, [immediate, shift, mask, factor]) => sum + ((immediates[immediate] >> shift) & mask) * factor, base);
}
