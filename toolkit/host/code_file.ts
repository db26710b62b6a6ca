/**
 * What code files of all languages are made of: a reader that stays within the bytes, for checking a file before the core reads it.
 */

/** A file that is no code file. */
export class CodeFileError extends Error {
  override readonly name = "CodeFileError";

  constructor(readonly offset: number, detail: string) {
    super(`Bad code file at ${offset}: ${detail}`);
  }
}

/** Constants in constants. */
const MAX_NESTING = 1000;

/** Reads a file front to back. Every method throws a `CodeFileError` for what is not there. */
export abstract class CodeFileReader {
  protected at = 0;
  #strings = 0;
  #nesting = 0;

  constructor(readonly bytes: Uint8Array) {}

  protected fail(detail: string): never {
    throw new CodeFileError(this.at, detail);
  }

  // ── Files ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The first word and the table of strings, each a size with `extraBytes` more, and its bytes. */
  protected head(magic: number, extraBytes: number): void {
    const { bytes } = this;
    if (bytes.length < 4 || new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true) !== magic) this.fail("not a code file");
    this.at = 4;
    this.#strings = this.count();
    for (let i = this.#strings; i > 0; i--) {
      const sizeBytes = this.number();
      this.skip(extraBytes + sizeBytes);
    }
  }

  protected end(): void {
    if (this.at !== this.bytes.length) this.fail("bytes behind the end");
  }

  // ── Numbers and bytes ──────────────────────────────────────────────────────────────────────────────────────────────

  protected skip(sizeBytes: number): void {
    if (sizeBytes > this.bytes.length - this.at) this.fail("it ends early");
    this.at += sizeBytes;
  }

  protected byte(): number {
    if (this.at >= this.bytes.length) this.fail("it ends early");
    return this.bytes[this.at++];
  }

  protected number(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
    this.fail("a number of more than 28 bits");
  }

  /** A number of things that take at least a byte each. */
  protected count(): number {
    const count = this.number();
    if (count > this.bytes.length - this.at) this.fail(`${count} of something, but it ends before`);
    return count;
  }

  /** The number of a string of the table. */
  protected string(): void {
    const index = this.number();
    if (index >= this.#strings) this.fail(`string ${index}, but there are ${this.#strings}`);
  }

  protected taken(sizeBytes: number): Uint8Array {
    const start = this.at;
    this.skip(sizeBytes);
    return this.bytes.subarray(start, this.at);
  }

  // ── Parts of codes and constants ───────────────────────────────────────────────────────────────────────────────────

  /** Offsets of sites, each as the distance to the one before. */
  protected sites(): number[] {
    const sites: number[] = [];
    let offset = 0;
    for (let count = this.count(); count > 0; count--) sites.push(offset += this.number());
    return sites;
  }

  /** A larger integer: sign, number of digits, digits of 32 bits. */
  protected digits(): void {
    this.skip(1);
    this.skip(4 * this.number());
  }

  /** Reads `count` constants. */
  protected constants(count: number): void {
    this.nested(() => {
      for (; count > 0; count--) this.constant();
    });
  }

  /** Reads what may hold more of its kind. */
  protected nested<T>(read: () => T): T {
    if (++this.#nesting > MAX_NESTING) this.fail("constants are nested too deeply");
    const result = read();
    this.#nesting--;
    return result;
  }

  /** Reads a constant; those in it with `constants`. */
  protected abstract constant(): void;
}
