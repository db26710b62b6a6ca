/**
 * The text of a traceback, as CPython 3.14 prints it: entries with source lines and carets, chained errors, notes.
 *
 * Input: a `RaisedError` (what the VM knows of an exception) and the sources of the code that was run; output: text with a newline at
 * its end. Invariant: a source that is missing or has changed costs only its lines, never the traceback.
 * Follows docs.python.org/3.14/library/traceback.html and PEP 657 (fine-grained locations).
 */

import { caretText } from "./carets.ts";

/** Where a frame was. Lines count from 1, columns from 0 in characters; null where the compiler had no position. */
export interface TracebackEntry {
  filename: string;
  name: string;
  line: number;
  endLine: number;
  column: number | null;
  endColumn: number | null;
}

/** An exception with everything its traceback shows. */
export interface RaisedError {
  /** Class as it is shown: qualified by its module unless that is `builtins` or `__main__`. */
  type: string;
  /** `str()` of the exception, with suggestions. */
  message: string;
  /** Outermost frame first. */
  entries: readonly TracebackEntry[];
  notes: readonly string[];
  cause: RaisedError | null;
  context: RaisedError | null;
  suppressContext: boolean;
  /** For a syntax error: file, line, carets and message, which replace the last line. */
  syntaxText?: string;
}

/** The lines of a file; null if they are not known. */
export type SourceLines = (filename: string) => readonly string[] | null;

const CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n";
/** How often an entry is shown before its repetitions are only counted. */
const SHOWN_REPETITIONS = 3;

/** The whole text. */
export function tracebackText(error: RaisedError, sources: SourceLines): string {
  const parts: string[] = [];
  const seen = new Set<RaisedError>();
  // The chain is walked in a loop: it may be longer than the stack is deep.
  for (let at: RaisedError | null = error; at !== null && !seen.has(at);) {
    seen.add(at);
    parts.push(oneError(at, sources));
    const next: RaisedError | null = at.cause ?? (at.suppressContext ? null : at.context);
    if (next !== null && !seen.has(next)) parts.push(at.cause !== null ? CAUSE : CONTEXT);
    at = next;
  }
  return parts.reverse().join("");
}

function oneError(error: RaisedError, sources: SourceLines): string {
  const head = error.entries.length === 0 ? "" : "Traceback (most recent call last):\n" + entriesText(error.entries, sources);
  const last = error.syntaxText ?? (error.message === "" ? `${error.type}\n` : `${error.type}: ${error.message}\n`);
  return head + last + error.notes.map((note) => note + "\n").join("");
}

function entriesText(entries: readonly TracebackEntry[], sources: SourceLines): string {
  const parts: string[] = [];
  let repeated = 0;
  const closeRepetition = () => {
    const hidden = repeated - SHOWN_REPETITIONS;
    if (hidden > 0) parts.push(`  [Previous line repeated ${hidden} more time${hidden > 1 ? "s" : ""}]\n`);
  };
  entries.forEach((entry, i) => {
    const previous = entries[i - 1];
    const same = previous !== undefined && previous.filename === entry.filename && previous.line === entry.line &&
      previous.name === entry.name;
    if (!same) {
      closeRepetition();
      repeated = 0;
    }
    repeated++;
    if (repeated <= SHOWN_REPETITIONS) parts.push(entryText(entry, sources));
  });
  closeRepetition();
  return parts.join("");
}

function entryText(entry: TracebackEntry, sources: SourceLines): string {
  const head = `  File "${entry.filename}", line ${entry.line}, in ${entry.name}\n`;
  const lines = sources(entry.filename);
  if (lines === null) return head;
  const { column, endColumn } = entry;
  const shown = lines.slice(entry.line - 1, entry.endLine).map((line) => line.trimEnd());
  if (shown.every((line) => line === "")) return head;
  if (column === null || endColumn === null) return `${head}    ${shown[0].trim()}\n`;
  return head + caretText(shown, column, endColumn);
}
