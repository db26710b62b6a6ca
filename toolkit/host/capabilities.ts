/**
 * What a guest reaches of the host: files and the standard streams.
 *
 * Invariants: an embedded guest reaches nothing but what it was given (in-memory files, no input); from the command line it reaches what Deno's
 * flags grant, and a refusal of Deno's arrives as a `FileError` with the operating system's number, never as an exception of JavaScript. Output reaches the host in few large
 * writes, in the order CPython keeps: a line-buffered stream holds no complete line between two writes; a fully buffered one is written out when
 * `BUFFER_BYTES` are full, on `flush`, and at the end; a failed write keeps nothing, as a closed pipe does. Nothing is read before a line is wanted.
 */

import { encodeUtf8 } from "../bytes/utf8.ts";

/** Kinds of directory entries that matter. */
export type FileKind = "file" | "directory";

/** Why a file operation failed: the operating system's error number and text. */
export class FileError extends Error {
  override readonly name = "FileError";
  constructor(readonly errno: number, readonly path: string) {
    super(ERRNO_TEXT[errno] ?? `Error ${errno}`);
  }
}

/** Error numbers that guests see (Linux's). */
export const ERRNO = {
  noEntry: 2,
  io: 5,
  access: 13,
  exists: 17,
  notDirectory: 20,
  isDirectory: 21,
  tooLarge: 27,
  noSpace: 28,
  brokenPipe: 32,
} as const;
const ERRNO_TEXT: Record<number, string> = {
  2: "No such file or directory",
  5: "Input/output error",
  13: "Permission denied",
  17: "File exists",
  20: "Not a directory",
  21: "Is a directory",
  27: "File too large",
  28: "No space left on device",
  32: "Broken pipe",
};

/** Read access to files. */
export interface Files {
  /** All bytes of a file. @throws FileError */
  read(path: string): Uint8Array<ArrayBuffer>;
  /** Replaces a file, or adds to its end. @throws FileError */
  write(path: string, bytes: Uint8Array, append: boolean): void;
  /** What is at a path; null if nothing is, or nothing that may be seen. */
  kind(path: string): FileKind | null;
  /** The current directory, absolute. */
  directory(): string;
}

/** Files that can be changed piece by piece, and removed. */
export interface WritableFiles extends Files {
  /** Opens a file for writing. @throws FileError */
  create(path: string, append: boolean): OpenFile;
  /** @throws FileError */
  remove(path: string): void;
}

/** A file that is open for writing. */
export interface OpenFile {
  /** @throws FileError */
  write(bytes: Uint8Array): void;
  close(): void;
}

/** Files in memory: all that an embedded guest can read and write. */
export class MemoryFiles implements Files {
  readonly #files = new Map<string, Uint8Array<ArrayBuffer>>();

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  /** Adds or replaces a file, or adds to its end; a relative path is below `/`. */
  write(path: string, content: string | Uint8Array, append = false): void {
    const absolute = absolutePath(path, "/");
    const bytes = typeof content === "string" ? encodeUtf8(content) : new Uint8Array(content);
    const before = append ? this.#files.get(absolute) : undefined;
    if (before === undefined) this.#files.set(absolute, bytes);
    else {
      const both = new Uint8Array(before.length + bytes.length);
      both.set(before);
      both.set(bytes, before.length);
      this.#files.set(absolute, both);
    }
  }

  read(path: string): Uint8Array<ArrayBuffer> {
    const found = this.#files.get(absolutePath(path, "/"));
    if (found !== undefined) return found;
    throw new FileError(this.kind(path) === "directory" ? ERRNO.isDirectory : ERRNO.noEntry, path);
  }

  kind(path: string): FileKind | null {
    const absolute = absolutePath(path, "/");
    if (this.#files.has(absolute)) return "file";
    const prefix = absolute === "/" ? "/" : absolute + "/";
    for (const name of this.#files.keys()) if (name.startsWith(prefix)) return "directory";
    return null;
  }

  directory(): string {
    return "/";
  }
}

/** Does something with a file of the machine. @throws FileError */
function onFile<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new FileError(errorNumber(error), path);
  }
}

/** The files of the machine, as far as Deno's flags grant them. */
export class HostFiles implements WritableFiles {
  read(path: string): Uint8Array<ArrayBuffer> {
    return onFile(path, () => Deno.readFileSync(path));
  }

  write(path: string, bytes: Uint8Array, append: boolean): void {
    onFile(path, () => Deno.writeFileSync(path, bytes, { append }));
  }

  create(path: string, append: boolean): OpenFile {
    const file = onFile(path, () => Deno.openSync(path, { write: true, create: true, truncate: !append, append }));
    return {
      write(bytes) {
        for (let at = 0; at < bytes.length;) at += onFile(path, () => file.writeSync(bytes.subarray(at)));
      },
      close: () => file.close(),
    };
  }

  remove(path: string): void {
    onFile(path, () => Deno.removeSync(path));
  }

  kind(path: string): FileKind | null {
    try {
      return Deno.statSync(path).isDirectory ? "directory" : "file";
    } catch {
      return null;
    }
  }

  directory(): string {
    return Deno.cwd();
  }
}

/** The operating system's number for an error of Deno's. */
export function errorNumber(error: unknown): number {
  if (error instanceof Deno.errors.NotFound) return ERRNO.noEntry;
  if (error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.NotCapable) return ERRNO.access;
  if (error instanceof Deno.errors.BrokenPipe) return ERRNO.brokenPipe;
  if (error instanceof Deno.errors.IsADirectory) return ERRNO.isDirectory;
  if (error instanceof Deno.errors.NotADirectory) return ERRNO.notDirectory;
  const found = error instanceof Error ? /\(os error (\d+)\)/.exec(error.message) : null;
  return found === null ? ERRNO.io : Number(found[1]);
}

/** The operating system's text for an error number. */
export function errorText(errno: number): string {
  return new FileError(errno, "").message;
}

/** A path made absolute against `directory`, without `.` and `..`. */
export function absolutePath(path: string, directory: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${directory}/${path}`).split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return "/" + parts.join("/");
}

// ── Standard streams ─────────────────────────────────────────────────────────────────────────────────────────────────

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
