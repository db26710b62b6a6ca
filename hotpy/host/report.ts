/**
 * Reads what the core says of an uncaught exception (`hotpy/vm/tracebacks.ts` writes it).
 *
 * Input: records ended by U+001E with fields ended by U+001F: `F` a frame, `E` an exception's class, message and notes, `C` / `X` between an
 * exception and the one it caused / during whose handling it was raised; output: a `RaisedError`, the last exception with the others behind it.
 */

import type { RaisedError, TracebackEntry } from "./traceback.ts";

/** The exception a report is about. */
export function readReport(text: string): RaisedError {
  let entries: TracebackEntry[] = [];
  let last: RaisedError | null = null;
  let link = "";
  for (const record of text.split("\x1e")) {
    const [kind, ...fields] = record.split("\x1f");
    if (kind === "F") entries.push(frame(fields));
    else if (kind === "C" || kind === "X") link = kind;
    else if (kind === "E") {
      const [type, message, ...notes] = fields;
      last = {
        type,
        message,
        entries,
        notes: notes.slice(0, -1),
        cause: link === "C" ? last : null,
        context: link === "X" ? last : null,
        suppressContext: false,
      };
      entries = [];
    }
  }
  return last ??
    { type: "SystemError", message: "no memory for a report", entries, notes: [], cause: null, context: null, suppressContext: false };
}

function frame([line, endLine, column, endColumn, filename, name]: string[]): TracebackEntry {
  const known = Number(line) > 0;
  return {
    filename,
    name,
    line: known ? Number(line) : 1,
    endLine: known ? Number(endLine) : 1,
    column: known ? Number(column) : null,
    endColumn: known ? Number(endColumn) : null,
  };
}
