/**
 * Turns the instruction list of one code object into bytes: reachability and stack depth by flow, definite assignment, layout, handler
 * table, positions.
 *
 * Input: an `Assembly` (instructions with labels and handlers, as the compiler emitted them); output: a `CodeUnit`.
 * Invariants checked: the stack depth of an instruction is the same on every path, and a backward jump reaches a `loop_header`.
 */

import { ByteWriter } from "../../toolkit/bytes/byte_writer.ts";
import { BYTECODES, IMMEDIATE_BYTES, OP } from "./bytecodes.ts";
import type { Const } from "./constants.ts";
import { syntaxError } from "./symbol_table.ts";
import type { Source } from "../syntax/source.ts";

/** Flags of code objects, CPython's values. */
export const CODE_FLAGS = {
  optimized: 1,
  newLocals: 2,
  varArgs: 4,
  varKeywords: 8,
  nested: 16,
  generator: 32,
  coroutine: 128,
  iterableCoroutine: 256,
  asyncGenerator: 512,
  futureAnnotations: 0x1000000,
  hasDocstring: 0x4000000,
  method: 0x8000000,
} as const;

/** Kinds of local slots, see `hotpy/vm/bytecodes.md`. */
export const SLOT = { variable: 1, cell: 2, inlined: 4 } as const;

/** An entry of the handler table: byte offsets and the operand depth the stack is cut to. */
export interface Handler {
  start: number;
  end: number;
  target: number;
  depth: number;
}

/** A finished code object. */
export interface CodeUnit {
  name: string;
  qualname: string;
  filename: string;
  firstLine: number;
  positionalOnlyCount: number;
  /** Positional parameters, the positional-only ones included. */
  positionalCount: number;
  keywordOnlyCount: number;
  flags: number;
  stackSize: number;
  localNames: string[];
  localKinds: number[];
  freeNames: string[];
  names: string[];
  constants: Const[];
  bytecode: Uint8Array;
  /** Offsets of the site immediates of loop headers. */
  sites: number[];
  handlers: Handler[];
  /** Position table, see `serialize.ts`. */
  positions: Uint8Array;
}

/** Pseudo-instruction: opens the region of handler `a`; the handler's stack depth is the one here less `b`. */
export const SETUP_HANDLER = -1;

/** Instructions and labels of a code object in the making. */
export class Assembly {
  readonly ops: number[] = [];
  readonly a: number[] = [];
  readonly b: number[] = [];
  /** Span of the source, -1 for none. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Index in `handlers` of the innermost handler, -1 for none. */
  readonly regions: number[] = [];
  /** Instruction index of each label. */
  readonly labels: number[] = [];
  /** Target label of each handler. */
  readonly handlers: number[] = [];
  start = -1;
  end = -1;
  region = -1;

  emit(op: number, a = 0, b = 0): void {
    this.ops.push(op);
    this.a.push(a);
    this.b.push(b);
    this.starts.push(this.start);
    this.ends.push(this.end);
    this.regions.push(this.region);
  }

  label(): number {
    return this.labels.push(-1) - 1;
  }

  place(label: number): void {
    this.labels[label] = this.ops.length;
  }
}

const JUMPS = BYTECODES.map((row) => row[1] === "j");
const EFFECTS = BYTECODES.map((row) => row[2]);
const SIZES = BYTECODES.map((row) => {
  let bytes = 2;
  for (const letter of row[1]) bytes += IMMEDIATE_BYTES[letter];
  return bytes;
});
/** Bytecodes that never go on at the next instruction. */
const ENDS = new Set([OP.jump, OP.return_value, OP.raise, OP.reraise]);

/** Everything of a code object that is not instructions. */
export type CodeHead = Omit<CodeUnit, "stackSize" | "bytecode" | "sites" | "handlers" | "positions">;

/** Assembles. `opcodes` gives the numbers of the bytecodes by name. */
export function assemble(assembly: Assembly, head: CodeHead, opcodes: Record<string, number>, source: Source): CodeUnit {
  threadJumps(assembly);
  invertBranches(assembly);
  const { depths, handlerDepths, stackSize } = flow(assembly, head.qualname);
  markDefiniteAssignment(assembly, head, depths);
  const { constants, names } = dropUnused(assembly, head, depths);
  const count = assembly.ops.length;
  const offsets = new Int32Array(count + 1);
  let size = 0;
  for (let i = 0; i < count; i++) {
    offsets[i] = size;
    if (depths[i] >= 0 && !isDropped(assembly, i, depths)) size += SIZES[assembly.ops[i]];
  }
  offsets[count] = size;
  const bytecode = new Uint8Array(size);
  const view = new DataView(bytecode.buffer);
  const sites: number[] = [];
  const handlers: Handler[] = [];
  const positions = new PositionWriter(source, head.firstLine);
  for (let i = 0; i < count; i++) {
    const size = offsets[i + 1] - offsets[i];
    if (size === 0) continue;
    const op = assembly.ops[i];
    let at = offsets[i];
    const opcode = opcodes[BYTECODES[op][0]];
    if (opcode === undefined) throw new Error(`No opcode for ${BYTECODES[op][0]}`);
    view.setUint16(at, opcode, true);
    at += 2;
    const immediates = BYTECODES[op][1];
    for (let k = 0; k < immediates.length; k++) {
      let value = k === 0 ? assembly.a[i] : assembly.b[i];
      const letter = immediates[k];
      if (letter === "j") {
        const target = assembly.labels[value];
        if (target <= i && assembly.ops[target] !== OP.loop_header) {
          throw new Error(`Backward jump without loop header in ${head.qualname}`);
        }
        value = offsets[target] - offsets[i + 1];
      } else if (letter === "s") {
        sites.push(at);
      }
      const bytes = IMMEDIATE_BYTES[letter];
      if (bytes === 4) view.setInt32(at, value, true);
      else if (value >= 1 << (8 * bytes)) throw syntaxError(source, `${head.qualname} is too complex`, null);
      else if (bytes === 2) view.setUint16(at, value, true);
      else view.setUint8(at, value);
      at += bytes;
    }
    positions.add(size, assembly.starts[i], assembly.ends[i]);
    const region = assembly.regions[i];
    if (region >= 0) {
      const target = offsets[assembly.labels[assembly.handlers[region]]];
      const last = handlers[handlers.length - 1];
      if (last !== undefined && last.end === offsets[i] && last.target === target && last.depth === handlerDepths[region]) {
        last.end = offsets[i + 1];
      } else {
        handlers.push({ start: offsets[i], end: offsets[i + 1], target, depth: handlerDepths[region] });
      }
    }
  }
  return { ...head, constants, names, stackSize, bytecode, sites, handlers, positions: positions.finish() };
}

/** Lets jumps to jumps go to the end of the chain. */
function threadJumps(assembly: Assembly): void {
  const { ops, a, labels } = assembly;
  const final = new Map<number, number>();
  const follow = (label: number): number => {
    const known = final.get(label);
    if (known !== undefined) return known;
    final.set(label, label);
    let at = labels[label];
    while (ops[at] === SETUP_HANDLER || ops[at] === OP.nop) at++;
    const result = ops[at] === OP.jump ? follow(a[at]) : label;
    final.set(label, result);
    return result;
  };
  for (let i = 0; i < ops.length; i++) if (ops[i] !== SETUP_HANDLER && JUMPS[ops[i]]) a[i] = follow(a[i]);
}

const INVERSE = new Map([
  [OP.branch_if_true, OP.branch_if_false],
  [OP.branch_if_false, OP.branch_if_true],
  [OP.branch_if_none, OP.branch_if_not_none],
  [OP.branch_if_not_none, OP.branch_if_none],
]);

/** A branch round a jump becomes the opposite branch to where that jumps: `if a: break`. */
function invertBranches(assembly: Assembly): void {
  const { ops, a, labels } = assembly;
  const targets = new Set(labels);
  for (let i = 0; i + 1 < ops.length; i++) {
    const inverse = INVERSE.get(ops[i]);
    if (inverse === undefined || ops[i + 1] !== OP.jump || targets.has(i + 1) || labels[a[i]] !== i + 2) continue;
    ops[i] = inverse;
    a[i] = a[i + 1];
    ops[i + 1] = OP.nop;
  }
}

/** Renumbers constants and names to those that reachable instructions use. A docstring stays constant 0. */
function dropUnused(assembly: Assembly, head: CodeHead, depths: Int32Array): { constants: Const[]; names: string[] } {
  const pools = [
    { letter: "c", old: head.constants as unknown[], kept: [] as unknown[], numbers: new Map<number, number>() },
    { letter: "n", old: head.names as unknown[], kept: [] as unknown[], numbers: new Map<number, number>() },
  ];
  if ((head.flags & CODE_FLAGS.hasDocstring) !== 0) {
    pools[0].kept.push(head.constants[0]);
    pools[0].numbers.set(0, 0);
  }
  for (let i = 0; i < assembly.ops.length; i++) {
    const op = assembly.ops[i];
    if (depths[i] < 0 || op === SETUP_HANDLER) continue;
    const immediates = BYTECODES[op][1];
    for (const pool of pools) {
      const at = immediates.indexOf(pool.letter);
      if (at < 0) continue;
      const operands = at === 0 ? assembly.a : assembly.b;
      let number = pool.numbers.get(operands[i]);
      if (number === undefined) {
        number = pool.kept.push(pool.old[operands[i]]) - 1;
        pool.numbers.set(operands[i], number);
      }
      operands[i] = number;
    }
  }
  return { constants: pools[0].kept as Const[], names: pools[1].kept as string[] };
}

/** Pseudo-instructions, `nop`s and jumps to the next instruction take no room. */
function isDropped(assembly: Assembly, i: number, depths: Int32Array): boolean {
  const op = assembly.ops[i];
  if (op === SETUP_HANDLER || op === OP.nop) return true;
  if (op !== OP.jump) return false;
  const target = assembly.labels[assembly.a[i]];
  if (target <= i) return false;
  for (let k = i + 1; k < target; k++) if (depths[k] >= 0 && assembly.ops[k] !== SETUP_HANDLER) return false;
  return true;
}

function effect(assembly: Assembly, i: number): number {
  const op = assembly.ops[i];
  if (op === SETUP_HANDLER) return 0;
  const rule = EFFECTS[op];
  return typeof rule === "number" ? rule : rule(assembly.a[i], assembly.b[i]);
}

/** Depth before every reachable instruction (-1: unreachable), depth of every handler, and the largest depth. */
function flow(assembly: Assembly, name: string): { depths: Int32Array; handlerDepths: Int32Array; stackSize: number } {
  const count = assembly.ops.length;
  const depths = new Int32Array(count).fill(-1);
  const handlerDepths = new Int32Array(assembly.handlers.length).fill(-1);
  const work: number[] = [];
  let stackSize = 0;
  const reach = (target: number, depth: number) => {
    if (depth > stackSize) stackSize = depth;
    if (target >= count) throw new Error(`Code of ${name} runs off its end`);
    if (depths[target] < 0) {
      depths[target] = depth;
      work.push(target);
    } else if (depths[target] !== depth) {
      throw new Error(`Stack depth ${depth} instead of ${depths[target]} at instruction ${target} of ${name}`);
    }
  };
  reach(0, 0);
  while (work.length > 0) {
    let i = work.pop()!;
    for (;;) {
      const op = assembly.ops[i];
      const depth = depths[i];
      if (op === SETUP_HANDLER) {
        handlerDepths[assembly.a[i]] = depth - assembly.b[i];
      } else if (assembly.regions[i] >= 0 && handlerDepths[assembly.regions[i]] >= 0) {
        const region = assembly.regions[i];
        reach(assembly.labels[assembly.handlers[region]], handlerDepths[region] + 1);
      }
      const after = depth + effect(assembly, i);
      if (after < 0) throw new Error(`Stack underflow at instruction ${i} (${BYTECODES[op]?.[0]}) of ${name}`);
      if (op !== SETUP_HANDLER && JUMPS[op]) reach(assembly.labels[assembly.a[i]], depth + BYTECODES[op][3]!);
      if (ENDS.has(op)) break;
      if (i + 1 < count && depths[i + 1] >= 0) {
        reach(i + 1, after);
        break;
      }
      reach(i + 1, after);
      work.pop();
      i++;
    }
  }
  return { depths, handlerDepths, stackSize };
}

/**
 * Turns `load_local` into `load_local_unchecked` where the local is assigned on every path. Forward dataflow over basic blocks with bit
 * sets; an exception may leave a region before or after any of its instructions.
 */
function markDefiniteAssignment(assembly: Assembly, head: CodeHead, depths: Int32Array): void {
  const locals = head.localNames.length;
  const count = assembly.ops.length;
  if (locals === 0 || !assembly.ops.includes(OP.load_local)) return;
  const words = (locals + 31) >> 5;
  const isLeader = new Uint8Array(count + 1);
  isLeader[0] = 1;
  for (const target of assembly.labels) if (target >= 0) isLeader[target] = 1;
  for (let i = 0; i < count; i++) {
    const op = assembly.ops[i];
    if (op === SETUP_HANDLER || JUMPS[op] || ENDS.has(op) || (i > 0 && assembly.regions[i] !== assembly.regions[i - 1])) {
      isLeader[i + 1] = 1;
    }
    if (i > 0 && assembly.regions[i] !== assembly.regions[i - 1]) isLeader[i] = 1;
  }
  // Known state at each leader; absent: not reached yet.
  const states = new Map<number, Uint32Array>();
  const entry = new Uint32Array(words);
  const argumentCount = head.positionalCount + head.keywordOnlyCount + (head.flags & CODE_FLAGS.varArgs ? 1 : 0) +
    (head.flags & CODE_FLAGS.varKeywords ? 1 : 0);
  for (let i = 0; i < argumentCount; i++) entry[i >> 5] |= 1 << (i & 31);
  const work = [0];
  states.set(0, entry);
  const meet = (target: number, state: Uint32Array) => {
    const known = states.get(target);
    if (known === undefined) {
      states.set(target, state.slice());
      work.push(target);
      return;
    }
    let changed = false;
    for (let w = 0; w < words; w++) {
      const both = known[w] & state[w];
      if (both !== (known[w] | 0)) {
        known[w] = both;
        changed = true;
      }
    }
    if (changed) work.push(target);
  };
  const step = (i: number, state: Uint32Array) => {
    const op = assembly.ops[i];
    const local = assembly.a[i];
    if (op === OP.store_local) state[local >> 5] |= 1 << (local & 31);
    else if (op === OP.delete_local || op === OP.clear_local) state[local >> 5] &= ~(1 << (local & 31));
    else if (op === OP.load_local) state[local >> 5] |= 1 << (local & 31);
  };
  while (work.length > 0) {
    let i = work.pop()!;
    const state = states.get(i)!.slice();
    for (;;) {
      const op = assembly.ops[i];
      const region = assembly.regions[i];
      if (region >= 0 && op !== SETUP_HANDLER) {
        const target = assembly.labels[assembly.handlers[region]];
        if (depths[target] >= 0) meet(target, state);
      }
      step(i, state);
      if (op !== SETUP_HANDLER && JUMPS[op]) meet(assembly.labels[assembly.a[i]], state);
      if (ENDS.has(op)) break;
      i++;
      if (isLeader[i] === 1) {
        meet(i, state);
        break;
      }
    }
  }
  for (const [leader, known] of states) {
    const state = known.slice();
    for (let i = leader;; i++) {
      if (assembly.ops[i] === OP.load_local) {
        const local = assembly.a[i];
        if ((state[local >> 5] & (1 << (local & 31))) !== 0) assembly.ops[i] = OP.load_local_unchecked;
      }
      step(i, state);
      if (ENDS.has(assembly.ops[i]) || i + 1 >= count || isLeader[i + 1] === 1) break;
    }
  }
}

const surrogates = new WeakMap<Source, boolean>();

function hasSurrogates(source: Source): boolean {
  let known = surrogates.get(source);
  if (known === undefined) surrogates.set(source, known = /[\ud800-\udbff]/.test(source.text));
  return known;
}

/** Writes the position table, one entry for each run of instructions with one span. */
class PositionWriter {
  readonly #writer = new ByteWriter();
  readonly #source: Source;
  #line: number;
  #size = 0;
  #start = -2;
  #end = -2;
  /** The line found last. */
  #foundLine = 1;
  readonly #hasSurrogates: boolean;

  constructor(source: Source, firstLine: number) {
    this.#source = source;
    this.#hasSurrogates = hasSurrogates(source);
    this.#line = firstLine;
  }

  add(size: number, start: number, end: number): void {
    if (start === this.#start && end === this.#end) {
      this.#size += size;
      return;
    }
    this.#flush();
    this.#size = size;
    this.#start = start;
    this.#end = end;
  }

  finish(): Uint8Array {
    this.#flush();
    return this.#writer.finish();
  }

  #flush(): void {
    if (this.#size === 0) return;
    const writer = this.#writer;
    if (this.#start < 0) {
      writer.v(0);
      writer.v(this.#size);
      return;
    }
    const startLine = this.#lineOf(this.#start);
    const startColumn = this.#column(this.#start, startLine);
    const endLine = this.#lineOf(this.#end);
    const endColumn = this.#column(this.#end, endLine);
    const delta = startLine - this.#line;
    writer.v(this.#size);
    writer.v(delta < 0 ? -2 * delta - 1 : 2 * delta);
    writer.v(endLine - startLine);
    writer.v(startColumn);
    writer.v(endColumn);
    this.#line = startLine;
  }

  #lineOf(offset: number): number {
    const starts = this.#source.lineStarts;
    const line = this.#foundLine;
    if (starts[line - 1] <= offset && (line === starts.length || offset < starts[line])) return line;
    this.#foundLine = this.#source.lineOf(offset);
    return this.#foundLine;
  }

  #column(offset: number, line: number): number {
    const start = this.#source.lineStarts[line - 1];
    const text = this.#source.text;
    let column = offset - start;
    if (!this.#hasSurrogates) return column;
    // The high half of a surrogate pair is no character of its own.
    for (let i = start; i < offset - 1; i++) {
      if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) column--;
    }
    return column;
  }
}
