/**
 * Source texts with their names: from offsets to lines and columns, and what is wrong with them.
 */

/** Line and column, both from 1. */
export interface Place {
  line: number;
  column: number;
}

export class Source {
  #lineStarts: number[] | null = null;
  #lastLine = 0;
  /** An offset in the last line, and its column. */
  #lastOffset = 0;
  #lastColumn = 1;

  /** `file`: its name in messages. `firstLine`: for a text that begins in the middle of a file. */
  constructor(readonly file: string, readonly text: string, readonly firstLine = 1) {}

  /** Where an offset is. Columns count characters. */
  place(offset: number): Place {
    const starts = this.#lineStarts ??= lineStarts(this.text);
    let line = this.#lastLine;
    if (starts[line] > offset || (line + 1 < starts.length && starts[line + 1] <= offset)) {
      let low = 0, high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle] <= offset) low = middle;
        else high = middle - 1;
      }
      this.#lastLine = line = low;
    }
    // Counted from the place found last, if that is in the same line: so long lines cost nothing.
    let at = this.#lastOffset, column = this.#lastColumn;
    if (at < starts[line] || (line + 1 < starts.length && at >= starts[line + 1])) [at, column] = [starts[line], 1];
    for (; at < offset; at++) if (!this.#isLowSurrogate(at)) column++;
    while (at > offset) if (!this.#isLowSurrogate(--at)) column--;
    this.#lastOffset = offset;
    this.#lastColumn = column;
    return { line: line + this.firstLine, column };
  }

  /** The second half of a character beyond the basic plane. */
  #isLowSurrogate(at: number): boolean {
    return (this.text.charCodeAt(at) & 0xfc00) === 0xdc00;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** What a failed compilation says to the user: the error itself, or that the host's stack is full. Other errors are thrown again. */
export function syntaxErrorOf(error: unknown): SchemeSyntaxError {
  if (error instanceof SchemeSyntaxError) return error;
  if (error instanceof RangeError) return new SchemeSyntaxError("The program is nested too deeply", null, -1);
  throw error;
}

/** An error of syntax. `String(error)` begins with `file:line:column`. */
export class SchemeSyntaxError extends Error {
  override readonly name = "SchemeSyntaxError";

  /** `source` null or `at` negative: the place is not known. `incomplete`: more text could make it right. */
  constructor(readonly reason: string, readonly source: Source | null, readonly at: number, readonly incomplete = false) {
    super(reason);
  }

  get place(): Place | null {
    return this.source === null || this.at < 0 ? null : this.source.place(this.at);
  }

  /** `file:line:column: reason`. */
  override toString(): string {
    const place = this.place;
    return place === null ? this.reason : `${this.source!.file}:${place.line}:${place.column}: ${this.reason}`;
  }
}
