/**
 * Standard input line by line, without waiting for promises.
 *
 * Input: a function that fills a buffer; output: lines as bytes with their newline. Invariant: nothing is read before a line is wanted.
 */

const CHUNK_BYTES = 65536;
const NEWLINE = 10;
const EMPTY = new Uint8Array(0);

/** Fills the buffer; how many bytes, null at the end. */
export type Source = (buffer: Uint8Array) => number | null;

/** Splits a stream of bytes into lines. */
export class LineReader {
  #rest: Uint8Array = EMPTY;
  #ended = false;

  constructor(readonly source: Source) {}

  /** The next line with its newline (the last one may have none); null at the end. */
  readLine(): Uint8Array | null {
    let searched = 0;
    while (true) {
      const newline = this.#rest.indexOf(NEWLINE, searched);
      if (newline >= 0) {
        const line = this.#rest.subarray(0, newline + 1);
        this.#rest = this.#rest.subarray(newline + 1);
        return line;
      }
      searched = this.#rest.length;
      if (this.#ended || !this.#fill()) break;
    }
    if (this.#rest.length === 0) {
      this.#ended = false; // a terminal can go on after Ctrl-D
      return null;
    }
    const line = this.#rest;
    this.#rest = EMPTY;
    return line;
  }

  /** Everything that is left. */
  readAll(): Uint8Array<ArrayBuffer> {
    while (this.#fill());
    const all = new Uint8Array(this.#rest);
    this.#rest = EMPTY;
    return all;
  }

  #fill(): boolean {
    const buffer = new Uint8Array(CHUNK_BYTES);
    const size = this.source(buffer);
    if (size === null || size === 0) {
      this.#ended = true;
      return false;
    }
    if (this.#rest.length === 0) this.#rest = buffer.subarray(0, size);
    else {
      const joined = new Uint8Array(this.#rest.length + size);
      joined.set(this.#rest);
      joined.set(buffer.subarray(0, size), this.#rest.length);
      this.#rest = joined;
    }
    return true;
  }
}
