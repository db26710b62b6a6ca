/**
 * The standard streams: what guest code writes reaches the host in few large writes, in the order CPython keeps; what it reads comes by lines,
 * without waiting for promises.
 *
 * Invariant: a line-buffered stream holds no complete line between two writes; a fully buffered one is written out when
 * `BUFFER_BYTES` are full, on `flush`, and at the end. A failed write keeps nothing: the bytes are dropped, as a closed pipe does.
 * Nothing is read before a line is wanted.
 */

/** Size of a stream's buffer. */
export const BUFFER_BYTES = 32768;
const NEWLINE = 10;

/** Where bytes go; may throw what the operating system says (`Deno.errors.BrokenPipe`). */
export type Sink = (bytes: Uint8Array) => void;
export type Buffering = "none" | "line" | "full";

/** One output stream of a guest. */
export class OutputStream {
  readonly #buffer = new Uint8Array(BUFFER_BYTES);
  #used = 0;
  /** All bytes ever written, for the output limit. */
  writtenBytes = 0;

  constructor(readonly sink: Sink, readonly buffering: Buffering) {}

  /** Takes bytes; `bytes` may be a view of linear memory, it is not kept. @throws what the sink throws */
  write(bytes: Uint8Array): void {
    this.writtenBytes += bytes.length;
    if (this.buffering === "none") return this.sink(bytes);
    if (bytes.length > BUFFER_BYTES - this.#used) this.flush();
    if (bytes.length > BUFFER_BYTES) return this.sink(bytes);
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
    if (this.buffering === "line" && bytes.lastIndexOf(NEWLINE) >= 0) this.flush();
  }

  /** Whether something waits to be written. */
  get pending(): boolean {
    return this.#used > 0;
  }

  /** Writes out what waits. @throws what the sink throws */
  flush(): void {
    if (this.#used === 0) return;
    const used = this.#used;
    this.#used = 0;
    this.sink(this.#buffer.subarray(0, used));
  }
}

/** A sink on a file descriptor of the process: writes everything, waits where the descriptor does not block. */
export function processSink(stream: { writeSync(bytes: Uint8Array): number }): Sink {
  return (bytes) => {
    let at = 0;
    while (at < bytes.length) {
      try {
        at += stream.writeSync(at === 0 ? bytes : bytes.subarray(at));
      } catch (error) {
        if (!(error instanceof Deno.errors.WouldBlock)) throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      }
    }
  };
}

/** A sink that hands over whole lines without their newline; `end` hands over what is left of one. */
export function lineSink(batched: (line: string) => void): { write: Sink; end: () => void } {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  return {
    write(bytes) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
      rest = lines.pop()!;
      for (const line of lines) batched(line);
    },
    end() {
      if (rest !== "") batched(rest);
      rest = "";
    },
  };
}

const CHUNK_BYTES = 65536;
const EMPTY = new Uint8Array(0);

/** Where bytes come from: fills the buffer; how many bytes, null at the end. */
export type ByteSource = (buffer: Uint8Array) => number | null;

/** Splits a stream of bytes into lines. */
export class LineReader {
  #rest: Uint8Array = EMPTY;
  #ended = false;

  constructor(readonly source: ByteSource) {}

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
