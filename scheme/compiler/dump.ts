/**
 * Code objects as text: what `disassemble` shows.
 */

import { write } from "../reader/write.ts";
import type { Instruction, InstructionSet } from "./assembler.ts";
import type { CodeConstant, CodeObject } from "./code.ts";

/** Immediates that are numbers of constants, by their names in the handlers. */
const CONSTANTS: ReadonlySet<string> = new Set(["constant", "cell", "code", "name"]);

/** The instructions of a code object and of those inside of it. */
export function dumpCode(code: CodeObject, set: InstructionSet): string {
  const rows = new Map([...set.all()].map((instruction) => [instruction.opcode, instruction]));
  const seen = new Set<CodeObject>();
  const blocks: string[] = [];
  const dump = (code: CodeObject) => {
    if (seen.has(code)) return;
    seen.add(code);
    blocks.push([head(code), ...instructions(code, rows)].join("\n"));
    for (const constant of code.constants) if (constant.kind === "code" || constant.kind === "closure") dump(constant.code);
  };
  dump(code);
  return blocks.join("\n\n");
}

function head({ name, required, rest, localCount, stackSize }: CodeObject): string {
  return `${name || "(anonymous)"}  ${required}${rest ? "+" : ""} arguments, ${localCount} locals, ${stackSize} operands`;
}

function instructions(code: CodeObject, rows: ReadonlyMap<number, Instruction>): string[] {
  const view = new DataView(code.bytecode.buffer, code.bytecode.byteOffset, code.bytecode.length);
  const lines: string[] = [];
  for (let at = 0; at < view.byteLength;) {
    const { name, immediates, sizeBytes } = rows.get(view.getUint16(at, true))!;
    const operands: string[] = [];
    let place = at + 2;
    for (const immediate of immediates) {
      const bytes = immediate.sizeBytes;
      const value = bytes === 4 ? view.getInt32(place, true) : bytes === 2 ? view.getUint16(place, true) : view.getUint8(place);
      place += bytes;
      if (immediate.kind === "offset") operands.push(`→ ${at + sizeBytes + value}`);
      else if (CONSTANTS.has(immediate.name)) operands.push(constantText(code.constants[value]));
      else if (immediate.kind === "number") operands.push(String(value));
    }
    lines.push([String(at).padStart(5) + " ", name, ...operands].join(" "));
    at += sizeBytes;
  }
  return lines;
}

function constantText(constant: CodeConstant): string {
  switch (constant.kind) {
    case "datum":
      return write(constant.value);
    case "cell":
      return constant.key;
    case "code":
    case "closure":
      return `<${constant.code.name || "anonymous"}>`;
  }
}
