/**
 * Instructions, labels and layout: from what the generator emits to the bytes of one code object.
 *
 * Input: instructions in order, operands as numbers of constants, locals, labels; output: bytecode, sites, positions, stack size. Invariants: code
 * that nothing reaches is not emitted; the stack depth at a label is the same on every way to it; a backward jump reaches a `loop_header`, and
 * every `loop_header` is reached by one.
 */

import { ByteWriter } from "../../toolkit/bytecode/byte_writer.ts";
import type { Where } from "../expander/core.ts";
import { SchemeSyntaxError } from "../reader/errors.ts";
import type { Source } from "../reader/source.ts";
import { BYTECODES, ENDS, IMMEDIATE_BYTES, OP } from "./bytecodes.ts";

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

interface Instruction {
  op: number;
  a: number;
  b: number;
  label: Label | null;
  where: Where | null;
}

const JUMP = OP.get("jump")!;
const LOOP_HEADER = OP.get("loop_header")!;
const SIZES = BYTECODES.map(([, immediates]) => [...immediates].reduce((size, letter) => size + IMMEDIATE_BYTES[letter], 2));

export class Assembler {
  readonly #code: Instruction[] = [];
  #depth = 0;
  #stackSize = 0;
  #reachable = true;
  /** Where the instructions to come are from. */
  where: Where | null = null;

  /** Appends an instruction, if it can be reached. */
  emit(name: string, a = 0, b = 0): void {
    this.#add(name, a, b, null);
  }

  jump(name: string, label: Label): void {
    if (!this.#reachable) return;
    this.#add(name, 0, 0, label);
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

  /** Whether the next instruction can be reached. */
  get reachable(): boolean {
    return this.#reachable;
  }

  #add(name: string, a: number, b: number, label: Label | null): void {
    if (!this.#reachable) return;
    const op = OP.get(name);
    if (op === undefined) throw new Error(`No bytecode is called ${name}`);
    const effect = BYTECODES[op][2];
    this.#depth += typeof effect === "number" ? effect : effect(a, b);
    if (this.#depth < 0) throw new Error(`Stack underflow at ${name}`);
    if (this.#depth > this.#stackSize) this.#stackSize = this.#depth;
    this.#code.push({ op, a, b, label, where: this.where });
    if (ENDS.has(op)) this.#reachable = false;
  }

  #meet(label: Label): void {
    if (label.depth < 0) label.depth = this.#depth;
    else if (label.depth !== this.#depth) throw new Error(`Stack depth ${this.#depth} instead of ${label.depth} at a label`);
  }

  // ── Layout ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Lays the code out. `opcodes` gives the numbers of bytecodes by name; `source`: what positions refer to. */
  finish(opcodes: Readonly<Record<string, number>>, source: Source | null): Assembled {
    const code = this.#code;
    for (const instruction of code) if (instruction.label !== null) instruction.label = this.#target(instruction.label);
    const dropped = this.#dropped();
    const offsets = new Int32Array(code.length + 1);
    for (let i = 0; i < code.length; i++) offsets[i + 1] = offsets[i] + (dropped[i] ? 0 : SIZES[code[i].op]);
    const out = new ByteWriter();
    const sites: number[] = [];
    const positions = new Positions(source);
    for (let i = 0; i < code.length; i++) {
      if (dropped[i]) continue;
      const { op, a, b, label, where } = code[i];
      const [name, immediates] = BYTECODES[op];
      const opcode = opcodes[name];
      if (opcode === undefined) throw new Error(`The virtual machine has no bytecode "${name}"; run "deno task build scheme"`);
      if (label !== null && label.at <= i && code[label.at].op !== LOOP_HEADER) throw new Error("Backward jump without loop header");
      out.u16(opcode);
      for (let k = 0; k < immediates.length; k++) {
        const value = k === 0 ? a : b;
        switch (immediates[k]) {
          case "j":
            out.i32(offsets[label!.at] - offsets[i + 1]);
            break;
          case "s":
            sites.push(out.length);
            out.i32(0);
            break;
          case "i":
            out.i32(value);
            break;
          case "b":
            out.u8(value);
            break;
          default:
            if (value > 0xffff) throw new SchemeSyntaxError("The procedure is too big", where?.source ?? source, where?.at ?? 0);
            out.u16(value);
        }
      }
      positions.add(offsets[i + 1] - offsets[i], where);
    }
    return { bytecode: out.finish(), sites, positions: positions.finish(), stackSize: this.#stackSize };
  }

  /** Where a jump to `label` ends in the end: jumps to jumps go on. */
  #target(label: Label): Label {
    for (let count = 0; count < 100; count++) {
      const next = this.#code[label.at];
      if (next.op !== JUMP) break;
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
      if (code[i].op === JUMP && !targets.has(i) && ENDS.has(code[i - 1].op) && !dropped[i - 1]) dropped[i] = true;
    }
    for (let i = code.length - 1; i >= 0; i--) {
      const { op, label } = code[i];
      if (op === LOOP_HEADER && !looped.has(i)) dropped[i] = true;
      if (op !== JUMP || label!.at <= i) continue;
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
