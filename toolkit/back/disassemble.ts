/**
 * The disassembler that follows from the handlers of an instruction set: bytes to instructions, and to lines of text.
 *
 * An immediate named `offset` is relative to the next instruction and shown as its target. Input is never trusted: a byte
 * sequence that is no instruction becomes a line that says so.
 *
 * @example
 * ```ts
 * console.log(disassemble(program.handlers, code).join("\n"));
 * //    0  load_local         0
 * //    4  branch_if_false    -> 22
 * ```
 */

import { type Handler, type Storage, STORAGE_BYTES } from "../machine/tree.ts";

/** One decoded instruction. */
export interface Instruction {
  /** Position in the code, in bytes. */
  readonly offset: number;
  readonly sizeBytes: number;
  readonly handler: Handler;
  readonly immediates: readonly (number | bigint)[];
  /** Where its `offset` immediate leads; -1 without one. */
  readonly target: number;
}

/** Where decoding had to stop, and why. */
export interface Undecodable {
  readonly offset: number;
  readonly reason: string;
}

function readImmediate(view: DataView, at: number, storage: Storage): number | bigint {
  switch (storage) {
    case "u8":
      return view.getUint8(at);
    case "i8":
      return view.getInt8(at);
    case "u16":
      return view.getUint16(at, true);
    case "i16":
      return view.getInt16(at, true);
    case "i32":
      return view.getInt32(at, true);
    case "ref":
      return view.getUint32(at, true);
    case "f64":
      return view.getFloat64(at, true);
    case "i64":
      return view.getBigInt64(at, true);
    case "value":
      return view.getBigUint64(at, true);
  }
}

/** Handlers by opcode. */
export function handlerTable(handlers: readonly Handler[]): Map<number, Handler> {
  return new Map(handlers.map((h) => [h.opcode, h]));
}

/** Decodes the instruction at `offset` of `code`. */
export function decodeAt(handlers: ReadonlyMap<number, Handler>, code: Uint8Array, offset: number): Instruction | Undecodable {
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength);
  if (offset + 2 > code.length) return { offset, reason: "the code ends in the middle of an opcode" };
  const opcode = view.getUint16(offset, true);
  const handler = handlers.get(opcode);
  if (handler === undefined) return { offset, reason: `${opcode} is no opcode` };
  if (offset + handler.sizeBytes > code.length) return { offset, reason: `the code ends in the middle of "${handler.name}"` };
  const immediates: (number | bigint)[] = [];
  let at = offset + 2, target = -1;
  for (const { name, storage } of handler.immediates) {
    const value = readImmediate(view, at, storage);
    if (name === "offset") target = offset + handler.sizeBytes + Number(value);
    immediates.push(value);
    at += STORAGE_BYTES[storage];
  }
  return { offset, sizeBytes: handler.sizeBytes, handler, immediates, target };
}

/** Decodes a whole code; what cannot be decoded ends the list. */
export function decode(handlers: readonly Handler[], code: Uint8Array): { instructions: Instruction[]; end: Undecodable | null } {
  const table = handlerTable(handlers);
  const instructions: Instruction[] = [];
  for (let offset = 0; offset < code.length;) {
    const decoded = decodeAt(table, code, offset);
    if ("reason" in decoded) return { instructions, end: decoded };
    instructions.push(decoded);
    offset += decoded.sizeBytes;
  }
  return { instructions, end: null };
}

export interface DisassembleOptions {
  /** Text behind an instruction: names of constants and locals, source lines. */
  comment?: (instruction: Instruction) => string | null;
}

/** One line per instruction: position, name, immediates. Positions that something jumps to are marked `>`. */
export function disassemble(handlers: readonly Handler[], code: Uint8Array, options: DisassembleOptions = {}): string[] {
  const { instructions, end } = decode(handlers, code);
  const targets = new Set(instructions.map((i) => i.target));
  const digits = Math.max(4, String(code.length).length);
  const lines = instructions.map((i) => {
    const operands = i.handler.immediates.map((immediate, k) => {
      return immediate.name === "offset" ? `-> ${i.target}` : String(i.immediates[k]);
    });
    const mark = targets.has(i.offset) ? ">" : " ";
    const comment = options.comment?.(i) ?? null;
    const line = `${mark}${String(i.offset).padStart(digits)}  ${i.handler.name.padEnd(20)}${operands.join(", ")}`;
    return comment === null ? line.trimEnd() : `${line.padEnd(digits + 40)} ; ${comment}`;
  });
  if (end !== null) lines.push(` ${String(end.offset).padStart(digits)}  ??? ${end.reason}`);
  return lines;
}
