/**
 * How CPython shows a syntax error: file, line, the line's text, carets below it, class and message.
 *
 * Input: a `PythonSyntaxError` of the front end; output: the text of its traceback, without the heading line that other errors have.
 * Invariant: columns count characters; what stands before the carets keeps its tabs, so that they line up.
 * Follows the printing of SyntaxError in docs.python.org/3.14/library/traceback.html.
 */

import type { ErrorPlace, PythonSyntaxError } from "../syntax/errors.ts";

/** The text, newline at its end. */
export function syntaxErrorText(error: PythonSyntaxError): string {
  const head = error.place === null ? "" : `  File "${error.filename}", line ${error.place.line}\n`;
  const shown = error.place === null ? "" : sourceLine(error.place);
  return `${head}${shown}${error.type}: ${error.message}\n`;
}

function sourceLine({ line, column, endLine, endColumn, text }: ErrorPlace): string {
  if (text === null) return "";
  const points = [...text.replace(/\n+$/, "")];
  let indent = 0;
  while (indent < points.length && " \n\f".includes(points[indent])) indent++;
  const stripped = points.slice(indent);
  const shown = `    ${stripped.join("")}\n`;
  // Past the end of the line (an error at its newline) the caret stands one behind it.
  const start = Math.min(column, points.length + 1);
  let end = line === endLine ? endColumn : points.length + 1;
  if (end <= 0) end = start;
  if (start === end) end = start + 1;
  const from = start - 1 - indent;
  if (from < 0) return shown;
  const before = stripped.slice(0, from).map((c) => /\s/.test(c) ? c : " ").join("").padEnd(from);
  return `${shown}    ${before}${"^".repeat(Math.max(1, end - 1 - indent - from))}\n`;
}
