/**
 * Reader of S-expressions: text to nested lists of atoms, with places for error messages.
 *
 * An atom is a run of characters without blanks, parentheses and quotes, or a JSON string (which may be followed directly
 * by more characters: `"odd name"!`). `;` starts a comment to the end of the line.
 */

import { MachineError } from "./errors.ts";

export interface Atom {
  text: string;
  quoted: boolean;
  line: number;
  column: number;
}
export interface List {
  items: Node[];
  line: number;
  column: number;
}
export type Node = Atom | List;

export function isList(node: Node | undefined): node is List {
  return node !== undefined && "items" in node;
}

/** Text of an atom. @throws MachineError for a list. */
export function atom(node: Node | undefined): string {
  if (node === undefined) throw new MachineError("syntax", "Something is missing at the end of a list");
  if (isList(node)) throw new MachineError("syntax", "Expected an atom, found a list", `line ${node.line}, column ${node.column}`);
  return node.text;
}

const TOKEN = /\s+|;[^\n]*|[()]|(?:"(?:[^"\\]|\\.)*")?[^\s()";]+|"(?:[^"\\]|\\.)*"/y;

/** All expressions of a text. @throws MachineError with line and column. */
export function readNodes(text: string): Node[] {
  const open: List[] = [{ items: [], line: 1, column: 1 }];
  let line = 1, lineStart = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex, column = at - lineStart + 1;
    const where = `line ${line}, column ${column}`;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) throw new MachineError("syntax", `Unexpected "${text[at]}"`, where);
    const top = open[open.length - 1];
    if (token === "(") {
      const list = { items: [], line, column };
      top.items.push(list);
      open.push(list);
    } else if (token === ")") {
      if (open.length === 1) throw new MachineError("syntax", `Unexpected ")"`, where);
      open.pop();
    } else if (!/^[\s;]/.test(token)) {
      const end = token.startsWith('"') ? token.lastIndexOf('"') + 1 : 0;
      const text = end === 0 ? token : JSON.parse(token.slice(0, end)) + token.slice(end);
      top.items.push({ text, quoted: end > 0, line, column });
    }
    for (let i = at; i < TOKEN.lastIndex; i++) {
      if (text[i] === "\n") {
        line++;
        lineStart = i + 1;
      }
    }
  }
  if (open.length > 1) {
    const { line, column } = open[open.length - 1];
    throw new MachineError("syntax", "A list is not closed", `line ${line}, column ${column}`);
  }
  return open[0].items;
}
