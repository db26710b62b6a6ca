/**
 * The lines of an instruction in a traceback, with carets under the part that failed: `~` under the operands, `^` under the operator,
 * subscript or call itself.
 *
 * Input: the source lines of the instruction and its first and last column; output: text indented by four. Invariant: nothing is marked
 * when the marks would only repeat that the whole line failed. Follows PEP 657 and docs.python.org/3.14/library/traceback.html.
 */

import type * as ast from "../syntax/ast.ts";
import { parseModule } from "../syntax/parser.ts";

/** A position in the lines: index of the line, column in characters. */
interface Place {
  line: number;
  column: number;
}

/** The part of an instruction that is marked by `^`, the rest by `~`. */
interface Anchors {
  start: Place;
  end: Place;
}

/** Lines with their marks. `column` is on the first line, `endColumn` on the last. */
export function caretText(lines: readonly string[], column: number, endColumn: number): string {
  const original = lines.map((line) => [...line]);
  const margin = commonIndent(original);
  const all = original.map((line) => line.slice(Math.min(margin, line.length)));
  const start = Math.max(0, column - margin);
  const end = Math.max(0, endColumn - margin);
  const last = all.length - 1;
  const anchors = findAnchors(all, start, end);
  const marked = isWorthMarking(all, start, end, anchors);
  const out: string[] = [];
  const show = (line: number) => {
    out.push(all[line].join(""));
    if (marked) out.push(marks(all[line], line, line === 0 ? start : 0, line === last ? end : all[line].length, anchors));
  };
  let previous = -1;
  for (const line of significantLines(last, anchors)) {
    const skipped = line - previous - 1;
    if (skipped === 1) show(line - 1);
    else if (skipped > 1) out.push(`...<${skipped} lines>...`);
    show(line);
    previous = line;
  }
  const outdent = commonIndent(out.map((line) => [...line]));
  return out.map((line) => `    ${line.trim() === "" ? "" : line.slice(outdent)}\n`).join("");
}

/** First and last line, and those around both ends of the anchors. */
function significantLines(last: number, anchors: Anchors | null): number[] {
  const found = new Set([0, last]);
  if (anchors !== null) {
    for (const { line } of [anchors.start, anchors.end]) for (const near of [line - 1, line, line + 1]) found.add(near);
  }
  return [...found].filter((line) => line >= 0 && line <= last).sort((a, b) => a - b);
}

/** The marks below one line, from its first character to `end`. */
function marks(text: readonly string[], line: number, start: number, end: number, anchors: Anchors | null): string {
  const indent = text.findIndex((c) => c.trim() !== "");
  let out = "";
  for (let column = 0; column < end; column++) {
    const mark = column < start || column < (indent < 0 ? text.length : indent)
      ? " "
      : anchors === null || within(anchors, line, column)
      ? "^"
      : "~";
    out += isWide(text[column]) ? mark + mark : mark;
  }
  return out;
}

function within({ start, end }: Anchors, line: number, column: number): boolean {
  return (line > start.line || (line === start.line && column >= start.column)) &&
    (line < end.line || (line === end.line && column < end.column));
}

/** Finds operator, subscript or call in the instruction's text. */
function findAnchors(all: readonly string[][], start: number, end: number): Anchors | null {
  const last = all.length - 1;
  const pieces = all.map((line, i) => line.slice(i === 0 ? start : 0, i === last ? end : line.length).join(""));
  const segment = pieces.join("\n");
  // In parentheses, so that it may go over several lines.
  const OPENING = "(\n";
  const tree = parse(`${OPENING}${segment}\n)`);
  if (tree === null || tree.body.length !== 1 || tree.body[0].kind !== "Expr") return null;
  const value = tree.body[0].value;
  const range = anchorRange(value, segment, OPENING.length);
  if (range === null) return null;
  const [from, to] = range.map((offset) => {
    const before = segment.slice(0, offset).split("\n");
    const line = before.length - 1;
    return { line, column: [...before[line]].length + (line === 0 ? start : 0) };
  });
  return { start: from, end: to };
}

/** Offsets in `segment` of what is marked; spans of the tree are `shift` larger. */
function anchorRange(value: ast.Expr, segment: string, shift: number): [number, number] | null {
  switch (value.kind) {
    case "BinOp": {
      const from = skipTo(segment, value.left.end - shift, (c) => c.trim() !== "" && c !== ")");
      const next = segment[from + 1];
      const twoLong = next !== undefined && from + 1 < value.right.start - shift && next.trim() !== "" && next !== "\\" && next !== "#";
      return [from, from + (twoLong ? 2 : 1)];
    }
    case "Subscript":
      return [skipTo(segment, value.value.end - shift, (c) => c === "["), value.end - shift];
    case "Call":
      return [skipTo(segment, value.func.end - shift, (c) => c === "("), value.end - shift];
    default:
      return null;
  }
}

/** The first character from `at` that `stop` accepts, outside of comments and line continuations. */
function skipTo(text: string, at: number, stop: (c: string) => boolean): number {
  while (at < text.length) {
    const c = text[at];
    if (c === "\\" || c === "#") {
      const newline = text.indexOf("\n", at);
      at = newline < 0 ? text.length : newline + 1;
    } else if (stop(c)) break;
    else at++;
  }
  return at;
}

/** Marks are left out under a call that is the whole line, and under a whole line without anchors. */
function isWorthMarking(all: readonly string[][], start: number, end: number, anchors: Anchors | null): boolean {
  const text = all.map((line) => line.join("")).join("\n");
  const statement = parse(text)?.body[0];
  let call: ast.Expr | null = null;
  if (statement?.kind === "Return" && statement.value?.kind === "Call" && statement.value.func.kind === "Name") call = statement.value;
  else if (statement?.kind === "Assign" && statement.value.kind === "Call") call = statement.value;
  if (call !== null) {
    const lastStart = text.length - all[all.length - 1].join("").length;
    const from = all[0].slice(0, start).join("").length;
    const to = lastStart + all[all.length - 1].slice(0, end).join("").length;
    if (call.start === from && call.end === to) return false;
  }
  if (anchors !== null) return true;
  return all[0].slice(0, start).join("").trim() !== "" || all[all.length - 1].slice(end).join("").trim() !== "";
}

function parse(text: string): ast.Module | null {
  try {
    return parseModule(text).tree;
  } catch {
    return null;
  }
}

/** White space that all lines with text begin with. */
function commonIndent(lines: readonly (readonly string[])[]): number {
  let common: readonly string[] | null = null;
  for (const line of lines) {
    const length = line.findIndex((c) => c !== " " && c !== "\t");
    if (length < 0) continue;
    const indent = line.slice(0, length);
    if (common === null) common = indent;
    let same = 0;
    while (same < common.length && same < indent.length && common[same] === indent[same]) same++;
    common = common.slice(0, same);
  }
  return common === null ? 0 : common.length;
}

/** Characters that take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

function isWide(character: string | undefined): boolean {
  return character !== undefined && character > "\u10ff" && WIDE.test(character);
}
