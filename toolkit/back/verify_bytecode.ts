/**
 * The bytecode verifier that follows from the handlers of an instruction set.
 *
 * Input: code of one function with its sizes; output: problems, none when the interpreter can run the code safely as far as
 * operands, locals and the flow of control go. Where a stack effect depends on run-time values nothing is concluded.
 * Invariant held: every instruction is reached with one height of the operand stack.
 */

import type { Continuation, Handler } from "../machine/tree.ts";
import { decode, type Instruction } from "./disassemble.ts";
import { localImmediates, type StackEffect, stackEffect } from "./stack_effect.ts";

/** Rules, and what breaking one means. */
export const BYTECODE_RULES = {
  opcode: "the bytes are no instruction",
  hidden: "a hidden bytecode, which no compiler emits",
  target: "a jump leads between instructions or out of the code",
  end: "control falls off the end of the code",
  underflow: "more operands are taken than there are",
  overflow: "more operands are pushed than the frame has room for",
  height: "two paths reach an instruction with different heights of the operand stack",
  local: "a local that the frame does not have",
} as const;

export interface BytecodeProblem {
  /** Position of the instruction, in bytes. */
  readonly offset: number;
  readonly rule: keyof typeof BYTECODE_RULES;
  readonly message: string;
}

export interface CodeSizes {
  localCount: number;
  stackSize: number;
  /** Where control can come from outside (handlers of errors): position and height of the operand stack. */
  entryPoints?: readonly { offset: number; height: number }[];
}

/** Checks `code` against the handlers; the problems in order of position. */
export function verifyBytecode(
  handlers: readonly Handler[],
  continuations: readonly Continuation[],
  code: Uint8Array,
  sizes: CodeSizes,
): BytecodeProblem[] {
  const verifier = new BytecodeVerifier(handlers, continuations, code, sizes);
  return verifier.run();
}

class BytecodeVerifier {
  private readonly problems: BytecodeProblem[] = [];
  private readonly at = new Map<number, Instruction>();
  /** Height before each instruction reached so far; null: unknown. */
  private readonly heights = new Map<number, number | null>();
  private readonly work: number[] = [];

  constructor(
    private readonly handlers: readonly Handler[],
    private readonly continuations: readonly Continuation[],
    private readonly code: Uint8Array,
    private readonly sizes: CodeSizes,
  ) {}

  run(): BytecodeProblem[] {
    const { instructions, end } = decode(this.handlers, this.code);
    if (end !== null) this.problem(end.offset, "opcode", end.reason);
    for (const i of instructions) this.at.set(i.offset, i);
    for (const i of instructions) this.immediates(i);
    if (instructions.length === 0) this.problem(0, "end", "the code is empty");
    else this.reach(0, 0, 0);
    for (const e of this.sizes.entryPoints ?? []) this.reach(e.offset, e.offset, e.height);
    while (this.work.length > 0) this.flow(this.at.get(this.work.pop()!)!);
    return this.problems.sort((a, b) => a.offset - b.offset);
  }

  private problem(offset: number, rule: BytecodeProblem["rule"], message: string): void {
    if (!this.problems.some((p) => p.offset === offset && p.rule === rule)) this.problems.push({ offset, rule, message });
  }

  private immediates(i: Instruction): void {
    if (i.handler.hidden) this.problem(i.offset, "hidden", `"${i.handler.name}" is not for compilers`);
    for (const index of localImmediates(i.handler)) {
      const local = Number(i.immediates[index]);
      if (local < 0 || local >= this.sizes.localCount) {
        this.problem(i.offset, "local", `"${i.handler.name}" of local ${local}, but there are ${this.sizes.localCount}`);
      }
    }
    if (i.target >= 0 || i.handler.immediates.some((m) => m.name === "offset")) this.checkTarget(i, i.target);
  }

  private checkTarget(i: Instruction, target: number): boolean {
    if (this.at.has(target)) return true;
    this.problem(i.offset, "target", `"${i.handler.name}" to ${target}, where no instruction starts`);
    return false;
  }

  /** Control goes from `from` to `offset` with the height given. */
  private reach(from: number, offset: number, height: number | null): void {
    if (!this.at.has(offset)) {
      if (offset === this.code.length) this.problem(from, "end", "the code ends behind this instruction");
      else this.problem(from, "target", `control goes to ${offset}, where no instruction starts`);
      return;
    }
    if (!this.heights.has(offset)) {
      this.heights.set(offset, height);
      this.work.push(offset);
      return;
    }
    const known = this.heights.get(offset)!;
    if (known !== null && height !== null && known !== height) {
      this.problem(offset, "height", `reached with ${known} and with ${height} operands`);
    } else if (known === null && height !== null) {
      this.heights.set(offset, height);
      this.work.push(offset);
    }
  }

  private effect(i: Instruction): StackEffect {
    return stackEffect(i.handler, i.immediates, this.continuations);
  }

  private flow(i: Instruction): void {
    const before = this.heights.get(i.offset)!;
    const { outcomes, needs } = this.effect(i);
    if (before !== null && before < needs) {
      this.problem(i.offset, "underflow", `"${i.handler.name}" needs ${needs} operands, there are ${before}`);
      return;
    }
    for (const { delta, goesTo } of outcomes) {
      const after = before === null || delta === null ? null : before + delta;
      if (after !== null && after > this.sizes.stackSize) {
        this.problem(i.offset, "overflow", `${after} operands after "${i.handler.name}", but room for ${this.sizes.stackSize}`);
      }
      if (after !== null && after < 0) this.problem(i.offset, "underflow", `"${i.handler.name}" leaves ${after} operands`);
      if (goesTo !== "leaves" && goesTo !== null) this.reach(i.offset, i.offset + i.sizeBytes + goesTo, after);
    }
  }
}
