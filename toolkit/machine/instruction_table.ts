/**
 * What is known of the bytecodes without their bodies: one row per opcode in `NAME.unit.json`, from which code is verified before it runs.
 *
 * Written by `back/instruction_table.ts`, read by `host/verify_bytecode.ts`.
 */

import type { Storage } from "./tree.ts";

/** `((immediate >> shift) & mask) * factor`. */
export type AmountTerm = readonly [immediate: number, shift: number, mask: number, factor: number];
/** A number of operands: constant, or a base with terms of the instruction's immediates. */
export type Amount = number | readonly [base: number, ...terms: AmountTerm[]];

/** One bytecode. */
export interface InstructionRow {
  readonly name: string;
  /**
   * Immediates in order, with their position in the instruction. The name says what a number is: `local` a local slot, `offset` a jump from the next instruction, `site` the site of a
   * loop header; other names are the definition's, and those that a loader counts (`constant`) are checked against its count.
   */
  readonly immediates: readonly (readonly [name: string, storage: Storage, position: number])[];
  /** Of opcode and immediates. */
  readonly sizeBytes: number;
  /** Operands that must be there. */
  readonly needs: Amount;
  /** Operands that are taken away. */
  readonly pops: Amount;
  /** Operands that may be gone when it raises an error. */
  readonly risks: Amount;
  /** Operands pushed where it goes on with the next instruction, and where it jumps; null: it never does. */
  readonly next: Amount | null;
  readonly jump: Amount | null;
  /** Amounts that must not be negative. */
  readonly counts?: readonly Amount[];
  readonly hidden?: true;
  readonly loopHeader?: true;
}
