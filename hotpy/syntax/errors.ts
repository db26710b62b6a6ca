/**
 * The error every part of the front end raises for bad source, with the fields of Python's `SyntaxError`.
 *
 * Input: a message and a place; output: an exception the host turns into the guest's exception of class `type`.
 * Invariant: lines count from 1; columns count characters from 1 (0 and -1 occur where CPython reports them).
 */

/** The guest exception class. */
export type SyntaxErrorType = "SyntaxError" | "IndentationError" | "TabError" | "MemoryError";

/** Where an error is, in the units of `SyntaxError.lineno`, `offset`, `end_lineno` and `end_offset`. */
export interface ErrorPlace {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** The source line, with its newline if CPython keeps it. */
  text: string | null;
}

/** A `SyntaxError` (or a subclass, or the parser's `MemoryError`) in guest source. `message` is the guest's `msg`. */
export class PythonSyntaxError extends Error {
  readonly type: SyntaxErrorType;
  readonly filename: string;
  /** Null when the whole source is at fault (null bytes, undecodable bytes). */
  readonly place: ErrorPlace | null;
  /** Whether more input could make the source valid; set by `parseInteractive`. */
  incomplete = false;

  constructor(type: SyntaxErrorType, message: string, filename: string, place: ErrorPlace | null) {
    super(message);
    this.name = type;
    this.type = type;
    this.filename = filename;
    this.place = place;
  }

  get line(): number | null {
    return this.place === null ? null : this.place.line;
  }
  get column(): number | null {
    return this.place === null ? null : this.place.column;
  }
  get endLine(): number | null {
    return this.place === null ? null : this.place.endLine;
  }
  get endColumn(): number | null {
    return this.place === null ? null : this.place.endColumn;
  }
  get text(): string | null {
    return this.place === null ? null : this.place.text;
  }
}

/** A `SyntaxWarning` met while reading; never fatal here, the embedder shows it or turns it into an error. */
export interface SyntaxWarning {
  message: string;
  line: number;
  /** UTF-16 offset into the source text. */
  offset: number;
}
