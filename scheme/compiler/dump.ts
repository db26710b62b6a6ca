/**
 * Code objects as text: what `disassemble` shows.
 */

import { write } from "../reader/write.ts";
import { BYTECODES, IMMEDIATE_BYTES } from "./bytecodes.ts";
import type { CodeConstant, CodeObject } from "./code.ts";
import type { Opcodes } from "./generate.ts";

/** The instructions of a code object and of those inside of it. */
export function dumpCode(code: CodeObject, opcodes: Opcodes): string {
  const rows = new Map(BYTECODES.map((row) => [opcodes[row[0]], row]));
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

function instructions(code: CodeObject, rows: ReadonlyMap<number, typeof BYTECODES[number]>): string[] {
  const view = new DataView(code.bytecode.buffer, code.bytecode.byteOffset, code.bytecode.length);
  const lines: string[] = [];
  for (let at = 0; at < view.byteLength;) {
    const start = at;
    const [name, immediates] = rows.get(view.getUint16(at, true))!;
    at += 2;
    const operands: string[] = [];
    for (const letter of immediates) {
      const bytes = IMMEDIATE_BYTES[letter];
      const value = bytes === 4 ? view.getInt32(at, true) : bytes === 2 ? view.getUint16(at, true) : view.getUint8(at);
      at += bytes;
      if (letter === "j") operands.push(`→ ${at + value}`);
      else if (letter === "c") operands.push(constantText(code.constants[value]));
      else if (letter !== "s") operands.push(String(value));
    }
    lines.push(`${String(start).padStart(5)}  ${name}${operands.length === 0 ? "" : " " + operands.join(" ")}`);
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
