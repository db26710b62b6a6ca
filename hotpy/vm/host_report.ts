/**
 * Host side of `tracebacks.ts`: reads the report of an uncaught exception. Ordinary TypeScript (not definition language).
 *
 * Input: the text that the entry `reportChunk` hands out; output: the exception with its chain.
 */

import type { RaisedError, TracebackEntry } from "../host/traceback.ts";

const RECORD = "\x1e";
const FIELD = "\x1f";

const orNull = (column: number) => (column < 0 ? null : column);

function entryOf([line, endLine, column, endColumn, filename, name]: string[]): TracebackEntry {
  const first = Number(line);
  return {
    filename,
    name,
    line: first,
    endLine: Math.max(first, Number(endLine)),
    column: orNull(Number(column)),
    endColumn: orNull(Number(endColumn)),
  };
}

/** The uncaught exception; those it came from hang on `cause` and `context`. @throws Error for a text that is no report */
export function parseReport(text: string): RaisedError {
  let entries: TracebackEntry[] = [];
  let last: RaisedError | null = null;
  let link = "";
  for (const record of text.split(RECORD).slice(0, -1)) {
    const [kind, ...fields] = record.split(FIELD).slice(0, -1);
    if (kind === "F") entries.push(entryOf(fields));
    else if (kind === "E") {
      const [type, message, ...notes] = fields;
      const cause: RaisedError | null = link === "C" ? last : null;
      const context: RaisedError | null = link === "X" ? last : null;
      last = { type, message, entries, notes, cause, context, suppressContext: cause !== null };
      entries = [];
    } else link = kind;
  }
  if (last === null) throw new Error("The report of the exception is empty");
  return last;
}
