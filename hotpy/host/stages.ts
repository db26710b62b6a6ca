/**
 * What `dump` shows of a Python program: tokens, syntax tree, bytecode.
 *
 * Input: source text; output: text for reading. The tree is shown as `kind` with its fields, one a line.
 */

import { OP } from "../compiler/bytecodes.ts";
import { disassembleCode } from "../compiler/disassemble.ts";
import { compileToUnit } from "../compiler/mod.ts";
import { tokenize } from "../syntax/lexer.ts";
import { parseModule } from "../syntax/parser.ts";
import { Source } from "../syntax/source.ts";
import * as tokenKinds from "../syntax/tokens.ts";

/** The stages by name. */
export const STAGES: Readonly<Record<string, (source: string, filename: string) => string>> = {
  tokens: dumpTokens,
  tree: (source, filename) => dumpNode(parseModule(source, filename).tree, ""),
  bytecode: (source, filename) => disassembleCode(compileToUnit(source, filename, "exec", OP), OP),
};

function dumpTokens(text: string, filename: string): string {
  const names = new Map(Object.entries(tokenKinds).filter(([, kind]) => typeof kind === "number").map(([name, kind]) => [kind, name]));
  const source = new Source(filename, text);
  const { kinds, starts, ends, error } = tokenize(source);
  const rows = kinds.map((kind, i) => {
    const { line, column } = source.position(starts[i]);
    return `${`${line}:${column}`.padEnd(9)}${(names.get(kind) ?? String(kind)).padEnd(16)}${
      JSON.stringify(source.text.slice(starts[i], ends[i]))
    }`;
  });
  if (error !== null) rows.push(String(error));
  return rows.join("\n");
}

function dumpNode(node: unknown, indent: string): string {
  if (Array.isArray(node)) {
    if (node.length === 0) return "[]";
    return `[\n${node.map((item) => `${indent}  ${dumpNode(item, indent + "  ")}`).join("\n")}\n${indent}]`;
  }
  if (node === null || typeof node !== "object") return typeof node === "bigint" ? String(node) : JSON.stringify(node) ?? "";
  const fields = Object.entries(node).filter(([name]) => name !== "kind" && name !== "start" && name !== "end");
  const kind = "kind" in node ? String(node.kind) : "";
  const scalar = fields.every(([, value]) => value === null || typeof value !== "object");
  if (scalar) return `${kind}(${fields.map(([name, value]) => `${name}=${dumpNode(value, "")}`).join(", ")})`;
  return `${kind}(\n${fields.map(([name, value]) => `${indent}  ${name}=${dumpNode(value, indent + "  ")}`).join("\n")}\n${indent})`;
}
