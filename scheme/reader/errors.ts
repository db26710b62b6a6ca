/**
 * What is wrong with a source text: from the reader, the expander or the compiler, always with the place.
 */

import type { Place, Source } from "./source.ts";

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
