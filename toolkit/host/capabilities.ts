/**
 * What a guest reaches of the host: files, standard input, arguments, environment.
 *
 * Output: a `Capabilities` object that the host functions of a language use, and nothing else. Invariant: an embedded guest reaches
 * nothing but what it was given (in-memory files, no input); from the command line it reaches what Deno's flags grant, and a refusal
 * of Deno's arrives as a `FileError` with the operating system's number, never as an exception of JavaScript.
 */

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
export const ERRNO = { noEntry: 2, io: 5, access: 13, exists: 17, notDirectory: 20, isDirectory: 21, noSpace: 28, brokenPipe: 32 } as const;
const ERRNO_TEXT: Record<number, string> = {
  2: "No such file or directory",
  5: "Input/output error",
  13: "Permission denied",
  17: "File exists",
  20: "Not a directory",
  21: "Is a directory",
  28: "No space left on device",
  32: "Broken pipe",
};

/** Read access to files. */
export interface Files {
  /** All bytes of a file. @throws FileError */
  read(path: string): Uint8Array<ArrayBuffer>;
  /** What is at a path; null if nothing is, or nothing that may be seen. */
  kind(path: string): FileKind | null;
  /** The current directory, absolute. */
  directory(): string;
}

/** Files in memory: all that an embedded guest can read. */
export class MemoryFiles implements Files {
  readonly #files = new Map<string, Uint8Array<ArrayBuffer>>();

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  /** Adds or replaces a file; a relative path is below `/`. */
  write(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
    this.#files.set(absolutePath(path, "/"), bytes);
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

/** The files of the machine, as far as Deno's flags grant them. */
export class HostFiles implements Files {
  read(path: string): Uint8Array<ArrayBuffer> {
    try {
      return Deno.readFileSync(path);
    } catch (error) {
      throw new FileError(errorNumber(error), path);
    }
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

/** Everything a guest is given. */
export interface Capabilities {
  readonly files: Files;
  /** One line of standard input with its newline; null at its end. */
  readLine(): Uint8Array | null;
  /** The arguments the guest sees, script first. */
  readonly args: readonly string[];
}
