/**
 * Reads serialised code back and shows code objects as text: for tests, `hotpy disassemble`, and as the reference reader of the format.
 *
 * Input: a `CodeUnit` or the bytes of `serialize.ts`; output: a `CodeUnit`, or a listing like
 *
 *     <module> (example.py:1) stack 3
 *       1  load_name print
 *          load_const 42
 *          call 1
 *
 * Line numbers stand where the line changes; `L1:` labels jump targets; `> L2 [1]` behind an instruction names its handler and the depth
 * the stack is cut to. Nested code objects follow.
 */

import type { CodeUnit, Handler } from "./assembler.ts";
import { BYTECODES, IMMEDIATE_BYTES } from "./bytecodes.ts";
import type { Const } from "./constants.ts";

/** One decoded instruction. */
export interface Instruction {
  offset: number;
  name: string;
  immediates: number[];
  /** Letters as in `bytecodes.ts`. */
  kinds: string;
  /** Offset of the next instruction. */
  end: number;
}

/** Place of an instruction: lines from 1, columns in characters from 0; null for none. */
export interface InstructionPosition {
  line: number;
  endLine: number;
  column: number;
  endColumn: number;
}

/** Decodes the instructions of a code object. */
export function decodeInstructions(code: CodeUnit, opcodes: Record<string, number>): Instruction[] {
  const rows = new Map(BYTECODES.map((row) => [opcodes[row[0]], row]));
  const view = new DataView(code.bytecode.buffer, code.bytecode.byteOffset, code.bytecode.length);
  const result: Instruction[] = [];
  for (let at = 0; at < code.bytecode.length;) {
    const offset = at;
    const row = rows.get(view.getUint16(at, true));
    if (row === undefined) throw new Error(`Unknown opcode ${view.getUint16(at, true)} at ${at}`);
    at += 2;
    const immediates: number[] = [];
    for (const letter of row[1]) {
      const bytes = IMMEDIATE_BYTES[letter];
      immediates.push(bytes === 4 ? view.getInt32(at, true) : bytes === 2 ? view.getUint16(at, true) : view.getUint8(at));
      at += bytes;
    }
    result.push({ offset, name: row[0], immediates, kinds: row[1], end: at });
  }
  return result;
}

/** Reads numbers of the format. */
class Reader {
  at = 0;
  readonly view: DataView;
  readonly strings: string[] = [];

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  v(): number {
    let result = 0;
    for (let factor = 1;; factor *= 128) {
      const byte = this.bytes[this.at++];
      result += (byte & 0x7f) * factor;
      if (byte < 0x80) return result;
    }
  }

  take(count: number): Uint8Array {
    this.at += count;
    return this.bytes.slice(this.at - count, this.at);
  }

  list<T>(read: () => T): T[] {
    return Array.from({ length: this.v() }, read);
  }

  string(): string {
    return this.strings[this.v()];
  }

  constant(): Const {
    const tag = this.bytes[this.at++];
    switch (tag) {
      case 0:
        return { type: "none" };
      case 1:
      case 2:
        return { type: "bool", value: tag === 2 };
      case 3:
        return { type: "ellipsis" };
      case 4:
        return { type: "int", value: BigInt(this.number(4, (at) => this.view.getInt32(at, true))) };
      case 5:
        return { type: "int", value: this.number(8, (at) => this.view.getBigInt64(at, true)) };
      case 6: {
        const negative = this.bytes[this.at++] === 1;
        const digits = this.list(() => this.number(4, (at) => this.view.getUint32(at, true)));
        const value = digits.reduceRight((sum, digit) => (sum << 32n) | BigInt(digit), 0n);
        return { type: "int", value: negative ? -value : value };
      }
      case 7:
        return { type: "float", value: this.float() };
      case 8:
        return { type: "complex", real: this.float(), imag: this.float() };
      case 9:
        return { type: "str", value: this.string() };
      case 10:
        return { type: "bytes", value: this.take(this.v()) };
      case 11:
        return { type: "tuple", items: this.list(() => this.constant()) };
      case 12:
        return { type: "frozenset", items: this.list(() => this.constant()) };
      case 13:
        return { type: "code", code: this.code() };
      case 14:
        return { type: "slice", lower: this.constant(), upper: this.constant(), step: this.constant() };
    }
    throw new Error(`Unknown constant tag ${tag}`);
  }

  number<T>(bytes: number, read: (at: number) => T): T {
    this.at += bytes;
    return read(this.at - bytes);
  }

  float(): number {
    return this.number(8, (at) => this.view.getFloat64(at, true));
  }

  code(): CodeUnit {
    const head = {
      name: this.string(),
      qualname: this.string(),
      filename: this.string(),
      firstLine: this.v(),
      flags: this.v(),
      positionalOnlyCount: this.v(),
      positionalCount: this.v(),
      keywordOnlyCount: this.v(),
      stackSize: this.v(),
    };
    const locals = this.list(() => ({ name: this.string(), kind: this.bytes[this.at++] }));
    const freeNames = this.list(() => this.string());
    const names = this.list(() => this.string());
    const constants = this.list(() => this.constant());
    let site = 0;
    const sites = this.list(() => site += this.v());
    const handlers = this.list((): Handler => {
      const start = this.v();
      return { start, end: start + this.v(), target: this.v(), depth: this.v() };
    });
    const positions = this.take(this.v());
    const bytecode = this.take(this.v());
    return {
      ...head,
      localNames: locals.map((local) => local.name),
      localKinds: locals.map((local) => local.kind),
      freeNames,
      names,
      constants,
      sites,
      handlers,
      positions,
      bytecode,
    };
  }
}

/** Reads what `serializeCode` wrote. */
export function deserializeCode(bytes: Uint8Array): CodeUnit {
  const reader = new Reader(bytes);
  const magic = String.fromCharCode(...reader.take(4));
  if (magic !== "HPY1") throw new Error(`Not HotPy code: starts with ${JSON.stringify(magic)}`);
  const count = reader.v();
  for (let i = 0; i < count; i++) {
    const length = reader.v();
    reader.at++;
    reader.strings.push(decodeText(reader.take(length)));
  }
  return reader.code();
}

/** UTF-8 in which lone surrogates are encoded like other code points. */
function decodeText(bytes: Uint8Array): string {
  let result = "";
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i];
    const extra = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    let code = extra === 0 ? lead : lead & (0x3f >> extra);
    for (let k = 1; k <= extra; k++) code = (code << 6) | (bytes[i + k] & 0x3f);
    result += String.fromCodePoint(code);
    i += extra + 1;
  }
  return result;
}

/** The place of every instruction, in order. */
export function decodePositions(code: CodeUnit, instructions: readonly Instruction[]): (InstructionPosition | null)[] {
  const reader = new Reader(code.positions);
  const result: (InstructionPosition | null)[] = [];
  let line = code.firstLine;
  let covered = 0;
  let current: InstructionPosition | null = null;
  for (const instruction of instructions) {
    if (instruction.offset >= covered) {
      const size = reader.v();
      if (size === 0) {
        covered += reader.v();
        current = null;
      } else {
        covered += size;
        const zigzag = reader.v();
        line += zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
        const endLine = line + reader.v();
        current = { line, endLine, column: reader.v(), endColumn: reader.v() };
      }
    }
    result.push(current);
  }
  return result;
}

/** A constant as Python would write it, more or less. */
export function constantText(c: Const): string {
  switch (c.type) {
    case "none":
      return "None";
    case "bool":
      return c.value ? "True" : "False";
    case "ellipsis":
      return "...";
    case "int":
      return String(c.value);
    case "float":
      return Object.is(c.value, -0) ? "-0.0" : Number.isInteger(c.value) ? c.value.toFixed(1) : String(c.value);
    case "complex":
      return `(${constantText({ type: "float", value: c.real })}+${constantText({ type: "float", value: c.imag })}j)`;
    case "str":
      return JSON.stringify(c.value);
    case "bytes":
      return `b${JSON.stringify(String.fromCharCode(...c.value))}`;
    case "tuple":
      return `(${c.items.map(constantText).join(", ")}${c.items.length === 1 ? "," : ""})`;
    case "frozenset":
      return `frozenset(${c.items.map(constantText).join(", ")})`;
    case "slice":
      return `slice(${constantText(c.lower)}, ${constantText(c.upper)}, ${constantText(c.step)})`;
    case "code":
      return `<code ${c.code.qualname}>`;
  }
}

/** Options of the listing. */
export interface ListingOptions {
  /** Show `line:column-endLine:endColumn` behind every instruction. */
  positions?: boolean;
}

/** The listing of a code object and the ones in its constants. */
export function disassembleCode(code: CodeUnit, opcodes: Record<string, number>, options: ListingOptions = {}): string {
  const instructions = decodeInstructions(code, opcodes);
  const positions = decodePositions(code, instructions);
  const labels = new Map<number, string>();
  const targets = new Set<number>(code.handlers.map((handler) => handler.target));
  for (const { kinds, immediates, end } of instructions) if (kinds === "j") targets.add(end + immediates[0]);
  [...targets].sort((a, b) => a - b).forEach((offset, i) => labels.set(offset, `L${i + 1}`));
  const lines = [`${code.qualname} (${code.filename}:${code.firstLine}) stack ${code.stackSize}${headText(code)}`];
  let line = 0;
  instructions.forEach(({ offset, name, immediates, kinds, end }, i) => {
    const label = labels.get(offset);
    if (label !== undefined) lines.push(`${label}:`);
    const position = positions[i];
    const number = position === null ? "-" : position.line === line ? "" : String(position.line);
    line = position === null ? 0 : position.line;
    const operands = immediates.filter((_, k) => kinds[k] !== "s").map((value, k) => {
      switch (kinds[k]) {
        case "c":
          return constantText(code.constants[value]);
        case "n":
          return code.names[value];
        case "l":
          return code.localNames[value];
        case "f":
          return code.freeNames[value];
        case "j":
          return labels.get(end + value);
        default:
          return value;
      }
    });
    const handler = code.handlers.find((handler) => handler.start <= offset && offset < handler.end);
    const region = handler === undefined ? "" : `  > ${labels.get(handler.target)} [${handler.depth}]`;
    const place = options.positions && position !== null
      ? `  @ ${position.line}:${position.column}-${position.endLine}:${position.endColumn}`
      : "";
    lines.push(`${number.padStart(3)}  ${[name, ...operands].join(" ")}${region}${place}`);
  });
  let text = lines.join("\n") + "\n";
  for (const constant of code.constants) if (constant.type === "code") text += "\n" + disassembleCode(constant.code, opcodes, options);
  return text;
}

const FLAG_NAMES: [number, string][] = [[4, "*"], [8, "**"], [32, "generator"], [128, "coroutine"], [512, "async generator"]];

function headText(code: CodeUnit): string {
  const parts: string[] = [];
  const count = code.positionalCount + code.keywordOnlyCount;
  if (count > 0) parts.push(`args ${code.positionalOnlyCount}/${code.positionalCount}/${code.keywordOnlyCount}`);
  for (const [flag, name] of FLAG_NAMES) if ((code.flags & flag) !== 0) parts.push(name);
  if (code.localNames.length > 0) {
    parts.push(`locals ${code.localNames.map((name, i) => name + ((code.localKinds[i] & 2) !== 0 ? "@" : "")).join(" ")}`);
  }
  if (code.freeNames.length > 0) parts.push(`free ${code.freeNames.join(" ")}`);
  return parts.length === 0 ? "" : `, ${parts.join(", ")}`;
}
