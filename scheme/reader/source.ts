/**
 * A source text with its name: from offsets to lines and columns.
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
