/**
 * The streams of a guest: standard input, output and error, and the files that it opens. They are numbered as the operating system does.
 *
 * Invariant: what cannot be done is a `FileError`; nothing is opened that the capabilities do not grant.
 */

import { ERRNO, FileError, type Files, type OutputStream, type WritableFiles } from "../../toolkit/host/capabilities.ts";

export const OPEN_INPUT = 0;
export const OPEN_OUTPUT = 1;
/** Open for writing behind what is there. */
export const OPEN_APPEND = 2;

/** An open stream. */
interface Stream {
  /** Reads up to `buffer.length` bytes; 0 at the end. */
  read?(buffer: Uint8Array): number;
  write?(bytes: Uint8Array): void;
  flush?(): void;
  close?(): void;
  isTerminal?: boolean;
}

/** The standard streams of a guest. */
export interface StandardStreams {
  /** Fills the buffer; how many bytes, 0 at the end. */
  input: (buffer: Uint8Array) => number;
  inputIsTerminal: boolean;
  /** Then output is seen at once. */
  outputIsTerminal?: boolean;
  output: OutputStream;
  error: OutputStream;
}

export class Streams {
  readonly #streams: (Stream | undefined)[];

  constructor(readonly standard: StandardStreams, readonly files: Files | WritableFiles) {
    const { output, error } = standard;
    const input = (buffer: Uint8Array) => {
      // A prompt must be seen before.
      output.flush();
      return standard.input(buffer);
    };
    this.#streams = [
      { read: input, isTerminal: standard.inputIsTerminal },
      { write: (bytes) => output.write(bytes), flush: () => output.flush(), isTerminal: standard.outputIsTerminal },
      { write: (bytes) => error.write(bytes), flush: () => error.flush() },
    ];
  }

  isTerminal(stream: number): boolean {
    return this.#streams[stream]?.isTerminal ?? false;
  }

  read(stream: number, buffer: Uint8Array): number {
    return this.#streams[stream]?.read?.(buffer) ?? 0;
  }

  write(stream: number, bytes: Uint8Array): void {
    this.#streams[stream]?.write?.(bytes);
  }

  flush(stream: number): void {
    this.#streams[stream]?.flush?.();
  }

  /** Opens a file; its number. @throws FileError */
  open(path: string, mode: number): number {
    const stream = mode === OPEN_INPUT ? reading(this.files.read(path)) : this.#create(path, mode === OPEN_APPEND);
    let number = this.#streams.findIndex((other) => other === undefined);
    if (number < 0) number = this.#streams.length;
    this.#streams[number] = stream;
    return number;
  }

  #create(path: string, append: boolean): Stream {
    if (!("create" in this.files)) throw new FileError(ERRNO.access, path);
    return this.files.create(path, append);
  }

  close(stream: number): void {
    if (stream <= 2) return this.flush(stream);
    this.#streams[stream]?.close?.();
    this.#streams[stream] = undefined;
  }

  exists(path: string): boolean {
    return this.files.kind(path) !== null;
  }

  /** @throws FileError */
  remove(path: string): void {
    if (!("remove" in this.files)) throw new FileError(ERRNO.access, path);
    this.files.remove(path);
  }
}

function reading(bytes: Uint8Array): Stream {
  let at = 0;
  return {
    read(buffer) {
      const part = bytes.subarray(at, at + buffer.length);
      buffer.set(part);
      at += part.length;
      return part.length;
    },
  };
}
