/**
 * One HotPy: the machine with Python's core, the compiler in front of it, streams and imports around it.
 *
 * Input: Python source; output: exit codes and errors as CPython's. Invariant: whatever guest code does, afterwards the VM takes the next
 * call, and what it printed has reached its sinks.
 */

import { type CompileMode, compileSource, compileTree } from "../compiler/mod.ts";
import { serializeCode } from "../compiler/serialize.ts";
import type * as ast from "../syntax/ast.ts";
import { isIncomplete, parseInteractive, parseModule, PythonSyntaxError, Source, type SyntaxWarning } from "../syntax/parser.ts";
import { type DataHost, dataHostFunctions } from "../vm/host_functions.ts";
import {
  type Buffering,
  ERRNO,
  errorNumber,
  errorText,
  FileError,
  type Files,
  OutputStream,
  type Sink,
} from "../../toolkit/host/capabilities.ts";
import { loadParts, type VmParts } from "../../toolkit/host/built_files.ts";
import { type HostFunctions, Jit, Machine } from "../../toolkit/host/instance.ts";
import type { MachineOptions } from "../../toolkit/host/language.ts";
import { type Cause, SignalWorker } from "../../toolkit/host/service.ts";
import { decodeFile, encodeUtf8 } from "../../toolkit/bytes/utf8.ts";
import { type LimitReason, limitText } from "../../toolkit/machine/errors.ts";
import { CONTROL, EXCHANGE, EXCHANGE_BYTES, FRAME_ALLOWANCE_BYTES, STACK_START } from "../../toolkit/machine/memory_map.ts";
import { BytecodeError, BytecodeVerifier } from "../../toolkit/host/verify_bytecode.ts";
import { CodeFileError } from "../../toolkit/host/code_file.ts";
import { FILES, LIBRARY, MACHINE_CODE, RECORDER } from "./artefacts.js";
import { verifyCodeFile } from "./code_file.ts";
import { showFailure } from "./failure.ts";

/** What shows the value of an expression at a prompt, and keeps it as `_`. */
const DISPLAY_HOOK = `
def hook(value, builtins=__builtins__, print=print, repr=repr):
    if value is None: return
    builtins._ = None
    print(repr(value))
    builtins._ = value
__builtins__.__displayhook__ = hook
del hook
`;
/** Modes of `compile()` by number. */
const MODES: readonly CompileMode[] = ["exec", "eval", "single"];
/** CPython's exit codes. */
const EXIT = { error: 1, output: 120, interrupted: 130 } as const;
/** The report of a MemoryError, for when there is no room for making one. */
const OUT_OF_MEMORY = "E\x1fMemoryError\x1f\x1f\x1e";
/** Frames on the stack before RecursionError, unless `sys.setrecursionlimit` says otherwise. */
const RECURSION_LIMIT = 1000;

/** The class and the error number of each limit's exception. */
const LIMIT_ERRORS: Readonly<Record<LimitReason, Omit<OutsideError, "message">>> = {
  time: { type: "TimeoutError", errno: 0 },
  steps: { type: "TimeoutError", errno: 0 },
  output: { type: "OSError", errno: ERRNO.tooLarge },
  memory: { type: "MemoryError", errno: 0 },
  depth: { type: "RecursionError", errno: 0 },
};
/** Classes of errors of the operating system that have their own. */
const SYSTEM_CLASSES: Record<number, string> = {
  [ERRNO.noEntry]: "FileNotFoundError",
  [ERRNO.access]: "PermissionError",
  [ERRNO.brokenPipe]: "BrokenPipeError",
};

/** An exception that the host raises. */
export interface OutsideError {
  type: string;
  message: string;
  /** 0: the message is the only argument. */
  errno: number;
}

/** The exception for an error number of the operating system. */
function systemError(errno: number): OutsideError {
  return { type: SYSTEM_CLASSES[errno] ?? "OSError", message: errorText(errno), errno };
}

/** Where a stream goes and how it is buffered. */
export interface StreamOptions {
  sink: Sink;
  buffering: Buffering;
}

/** What a HotPy is opened with. */
export interface HotPyVmOptions extends MachineOptions {
  /** `sys.argv`. */
  argv: readonly string[];
  files: Files;
  stdout: StreamOptions;
  stderr: StreamOptions;
  readLine: () => Uint8Array | null;
  /** Whether Ctrl-C raises KeyboardInterrupt. */
  handleSignals?: boolean;
}

/** A main program: what is run as `__main__`. */
export interface MainProgram {
  source: string | Uint8Array;
  filename: string;
  /** Where its imports are looked for. */
  folder: string;
  /** Whether tracebacks show its lines. */
  showSource: boolean;
}

/** How a call ended that did not end normally. */
export type Failure =
  | { kind: "exit"; status: number; text: string | null }
  /** `report`: what the core says of the exception; empty when it can say nothing. */
  | { kind: "error"; report: string; cause: Cause | null }
  | { kind: "syntax"; error: PythonSyntaxError };

/** Code that the core can load. */
export interface Compiled {
  bytes: Uint8Array;
  /** Whether it has loops or calls into code that may have some. */
  mayGetHot: boolean;
}

/** Compiles; a syntax error becomes a failure. */
export function attempt(compile: () => Compiled): Compiled | Failure {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    return { kind: "syntax", error };
  }
}

/** A running HotPy. */
export class HotPyVm implements DataHost {
  readonly machine: Machine;
  readonly jit: Jit;
  readonly files: Files;
  argv: readonly string[];
  /** Folders in which imports are looked for. */
  path: string[] = [];
  #stdout: OutputStream;
  #stderr: OutputStream;
  /** One line of standard input with its newline; null at its end. */
  input: () => Uint8Array | null;
  readonly #opcodes: Record<string, number>;
  readonly #verifier: BytecodeVerifier;
  /** Text of everything compiled, by file name, for tracebacks; split into lines when one needs it. */
  readonly #sources = new Map<string, string | readonly string[]>();
  #foundModule: Uint8Array = new Uint8Array(0);
  #moduleErrorBytes = 0;
  /** Syntax errors of imported modules, by message: their tracebacks show more than the message. */
  readonly importErrors = new Map<string, PythonSyntaxError>();
  #cause: Cause | null = null;
  #outputErrno = 0;
  #inputs = 0;

  /** Starts a VM from its built files. */
  static async open(options: HotPyVmOptions): Promise<HotPyVm> {
    return new HotPyVm(await loadParts(FILES), options);
  }

  constructor(parts: VmParts, options: HotPyVmOptions) {
    const { unit } = parts;
    this.argv = options.argv;
    this.files = options.files;
    this.input = options.readLine;
    this.#stdout = new OutputStream(options.stdout.sink, options.stdout.buffering);
    this.#stderr = new OutputStream(options.stderr.sink, options.stderr.buffering);
    this.#opcodes = unit.opcodes;
    this.#verifier = new BytecodeVerifier(unit.instructions);
    const machine = this.machine = new Machine(parts, unit, () => this.#hostFunctions());
    machine.restore(parts.image);
    machine.views.setI32(CONTROL.frameLimit, RECURSION_LIMIT);
    machine.views.setI32(CONTROL.stackLimit, STACK_START + RECURSION_LIMIT * FRAME_ALLOWANCE_BYTES);
    machine.configure(options);
    machine.service.raiser = (cause) => this.#raise(cause);
    this.jit = new Jit(machine, options.jit, RECORDER, MACHINE_CODE);
    if (options.handleSignals) machine.service.signals = new SignalWorker(machine.service.flag);
  }

  // ── Running ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Runs a main program and reports what it did not catch. Returns the exit code. */
  async runMain({ source, filename, folder, showSource }: MainProgram): Promise<number> {
    this.path = [folder];
    const failure = await this.#compileAndRun(() => this.compile(source, filename, "exec", showSource));
    return await this.#finish(failure === null ? 0 : this.#report(failure));
  }

  /** Runs one input of a prompt and shows its result or error. Returns the exit code if the guest asked to end. */
  async interact(text: string): Promise<number | null> {
    if (this.#inputs === 0) this.run(this.compile(DISPLAY_HOOK, "<hotpy>", "exec", false));
    const filename = `<stdin-${this.#inputs++}>`;
    const failure = await this.#compileAndRun(() => this.compile(text, filename, "single", true));
    const code = failure === null ? 0 : this.#report(failure);
    this.#flush();
    return failure?.kind === "exit" ? code : null;
  }

  isIncomplete(text: string): boolean {
    return isIncomplete(text);
  }

  async #compileAndRun(compile: () => Compiled): Promise<Failure | null> {
    const compiled = attempt(compile);
    if ("kind" in compiled) return compiled;
    if (compiled.mayGetHot) await this.jit.prepare();
    return this.run(compiled);
  }

  /** Runs code in `__main__`; how it failed, or null. Code that does not pass the verifier is a SystemError. */
  run({ bytes }: Compiled): Failure | null {
    const { core, views, service } = this.machine;
    this.#cause = null;
    const problem = this.#verify(bytes);
    if (problem !== null) return { kind: "error", report: `E\x1fSystemError\x1f${problem}\x1f\x1e`, cause: null };
    const address = core.codeBuffer(bytes.length);
    if (this.machine.errorPending) {
      views.setI64(CONTROL.pendingError, 0n);
      return { kind: "error", report: OUT_OF_MEMORY, cause: null };
    }
    views.bytes.set(bytes, address);
    service.begin();
    if (core.runMain() === 0) return this.#late(service.takePending());
    const status = core.exitStatus();
    if (status >= 0) return { kind: "exit", status: status > 255 ? EXIT.error : status, text: status > 255 ? this.#reportText() : null };
    return { kind: "error", report: this.#reportText(), cause: this.#cause };
  }

  /** A limit that was reached behind the last poll. What the system says about output is told when the program has ended. */
  #late(cause: Cause | null): Failure | null {
    if (cause?.kind !== "limit") return null;
    const { type, message, errno } = this.errorOf(cause);
    return { kind: "error", report: `E\x1f${type}\x1f[Errno ${errno}] ${message}\x1f\x1e`, cause };
  }

  /** What is wrong with a code file, null if nothing is. */
  #verify(bytes: Uint8Array): string | null {
    try {
      verifyCodeFile(bytes, this.#verifier);
      return null;
    } catch (error) {
      if (!(error instanceof BytecodeError || error instanceof CodeFileError)) throw error;
      return error.message;
    }
  }

  /** Compiles source. @throws PythonSyntaxError */
  compile(source: string | Uint8Array, filename: string, mode: "exec" | "single", showSource: boolean): Compiled {
    const unit = new Source(filename, source);
    const { tree, warnings } = mode === "exec" ? parseModule(unit, filename) : parseInteractive(unit, filename);
    for (const warning of warnings) this.#warn(warning, unit);
    return this.compileTree(unit, tree, showSource);
  }

  /** Compiles the tree of a source, or one made from it. @throws PythonSyntaxError */
  compileTree(unit: Source, tree: ast.Mod, showSource = true): Compiled {
    if (showSource) this.#sources.set(unit.filename, unit.text);
    const code = compileTree(unit, tree, this.#opcodes, { warn: (warning) => this.#warn(warning, unit) });
    const mayGetHot = code.sites.length > 0 || code.constants.some((constant) => constant.type === "code") || unit.text.includes("import");
    return { bytes: serializeCode(code), mayGetHot };
  }

  // ── Reports ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Shows on standard error why a call failed. Returns the exit code. */
  #report(failure: Failure): number {
    const { type, text } = showFailure(failure, this);
    this.#complain(text);
    if (failure.kind === "exit") return failure.status;
    return type === "KeyboardInterrupt" ? EXIT.interrupted : EXIT.error;
  }

  /** The lines of code that was run, for tracebacks. */
  linesOf(filename: string): readonly string[] | null {
    let found = this.#sources.get(filename);
    if (found === undefined) return null;
    if (typeof found === "string") this.#sources.set(filename, found = found.split("\n"));
    return found;
  }

  #reportText(): string {
    const { core, exchange } = this.machine;
    let text = "";
    for (let sizeBytes = core.reportChunk(); sizeBytes > 0; sizeBytes = core.reportChunk()) text += exchange.text(EXCHANGE, sizeBytes);
    return text;
  }

  #warn(warning: SyntaxWarning, unit: Source): void {
    const source = unit.lineText(warning.line).trim();
    this.#complain(`${unit.filename}:${warning.line}: SyntaxWarning: ${warning.message}\n${source === "" ? "" : `  ${source}\n`}`);
  }

  /** Writes to standard error what the guest did not: no limit counts it. */
  #complain(text: string): void {
    this.#guard(() => this.#stderr.write(encodeUtf8(text)));
  }

  // ── Errors from outside ────────────────────────────────────────────────────────────────────────────────────────────

  /** Raises at a poll: the core makes the error, the interpreter goes on by unwinding. */
  #raise(cause: Cause): number {
    this.#cause = cause;
    const { type, message, errno } = this.errorOf(cause);
    const { exchange, core } = this.machine;
    const { sizeBytes } = exchange.putText(type);
    core.raiseError(sizeBytes, exchange.putText(message, sizeBytes).sizeBytes, errno);
    return this.machine.unwind();
  }

  /** The exception that a cause is in Python; docs/limits.md has the table. */
  errorOf(cause: Cause): OutsideError {
    switch (cause.kind) {
      case "interrupt":
        return { type: "KeyboardInterrupt", message: "", errno: 0 };
      case "limit":
        return { ...LIMIT_ERRORS[cause.limit], message: limitText(cause.limit, this.machine.limits.allowed(cause.limit)) };
      case "system":
        return systemError(cause.errno);
    }
  }

  // ── Streams ────────────────────────────────────────────────────────────────────────────────────────────────────────

  setStream(stream: 1 | 2, { sink, buffering }: StreamOptions): void {
    this.#flush();
    if (stream === 1) this.#stdout = new OutputStream(sink, buffering);
    else this.#stderr = new OutputStream(sink, buffering);
  }

  /** What guest code writes. A failure is raised at the next poll, because nothing can be raised here. */
  write(stream: number, bytes: Uint8Array): void {
    const { limits, service } = this.machine;
    if (!limits.output(bytes.length)) return service.raiseSoon({ kind: "limit", limit: "output" });
    this.#guard(() => (stream === 2 ? this.#stderr : this.#stdout).write(bytes));
  }

  /** What guest code reads; a prompt must be seen before. */
  readLine(): Uint8Array | null {
    this.flush(1);
    return this.input();
  }

  flush(stream: number): void {
    this.#guard(() => (stream === 2 ? this.#stderr : this.#stdout).flush());
  }

  #guard(output: () => void): void {
    try {
      output();
    } catch (error) {
      this.#outputErrno = errorNumber(error);
      this.machine.service.raiseSoon({ kind: "system", errno: this.#outputErrno });
    }
  }

  /** Writes out everything. Returns the error number of what could not be written, 0 if all was. */
  #flush(): number {
    let errno = 0;
    for (const stream of [this.#stdout, this.#stderr]) {
      try {
        stream.flush();
      } catch (error) {
        errno = errorNumber(error);
      }
    }
    return errno;
  }

  /** The end of a main program: the last output, and the exit code it leads to. */
  async #finish(code: number): Promise<number> {
    this.machine.service.onPoll?.();
    const errno = this.#flush() || this.#outputErrno;
    // The program has been told already.
    if (errno === 0 || this.#cause?.kind === "system") return code;
    const { type, message } = systemError(errno);
    this.#complain(`Exception ignored while flushing sys.stdout:\n${type}: [Errno ${errno}] ${message}\n`);
    this.#flush();
    return EXIT.output;
  }

  // ── What the core imports ──────────────────────────────────────────────────────────────────────────────────────────

  memory(): ArrayBufferLike {
    return this.machine.memory.buffer;
  }

  #hostFunctions(): HostFunctions {
    return {
      ...dataHostFunctions(this),
      hostFindModule: (nameBytes: number) => this.#findModule(nameBytes),
      hostReadModule: (address: number) => this.machine.views.bytes.set(this.#foundModule, address),
      hostReadFile: (nameBytes: number) => this.#readFile(nameBytes),
      hostWriteFile: (nameBytes: number, address: number, sizeBytes: number, append: number) =>
        this.#onFile(
          nameBytes,
          (path) => this.files.write(path, this.machine.views.bytes.slice(address, address + sizeBytes), append !== 0),
        ),
      hostCompile: (address: number, sizeBytes: number, nameBytes: number, mode: number) =>
        this.#compileText(this.machine.views.bytes.slice(address, address + sizeBytes), nameBytes, MODES[mode]),
      hostModuleErrorSize: () => this.#moduleErrorBytes,
    };
  }

  /** Finds and compiles the module whose name is in the exchange area: size of its code, -1 not found, -2 error. */
  #findModule(nameBytes: number): number {
    const { exchange } = this.machine;
    const name = exchange.text(EXCHANGE, nameBytes);
    const found = findModule(name, this.path, this.files) ?? libraryModule(name);
    if (found === null) return -1;
    return this.#leaveCompiled(() => {
      const unit = new Source(found.path, found.bytes);
      const { tree } = parseModule(unit, found.path);
      if (found.isPackage) tree.body.unshift(packagePath(found.path));
      return this.compileTree(unit, tree).bytes;
    });
  }

  /** Keeps the content of a file for the core to fetch: its size, or a negative error number. */
  #readFile(nameBytes: number): number {
    const errno = this.#onFile(nameBytes, (path) => this.#foundModule = this.files.read(path));
    return errno === 0 ? this.#foundModule.length : -errno;
  }

  /** Does something with the file whose name is in the exchange area: 0 or an error number. */
  #onFile(nameBytes: number, action: (path: string) => void): number {
    try {
      action(this.machine.exchange.text(EXCHANGE, nameBytes));
      return 0;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return error.errno;
    }
  }

  /** `compile`, `exec` and `eval`: size of the code, -2 error. The file's name is in the exchange area. */
  #compileText(source: Uint8Array, nameBytes: number, mode: CompileMode): number {
    const filename = this.machine.exchange.text(EXCHANGE, nameBytes);
    return this.#leaveCompiled(() => {
      const text = decodeFile(source);
      return compileSource(mode === "eval" ? text.replace(/^[ \t]+/, "") : text, filename, mode, this.#opcodes);
    });
  }

  /** Keeps what was compiled, or the message of a syntax error, for the core to fetch: size of the code, -2 error. */
  #leaveCompiled(compile: () => Uint8Array): number {
    try {
      this.#foundModule = compile();
      const problem = this.#verify(this.#foundModule);
      return problem === null ? this.#foundModule.length : this.#leaveMessage(problem);
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      const place = error.line === null ? "" : ` (${error.filename.slice(error.filename.lastIndexOf("/") + 1)}, line ${error.line})`;
      const text = error.message.slice(0, EXCHANGE_BYTES / 4) + place;
      this.importErrors.set(text, error);
      return this.#leaveMessage(text);
    }
  }

  /** Leaves the text of the error that the core raises for what could not be compiled, or did not pass the verifier: -2. */
  #leaveMessage(text: string): number {
    this.#moduleErrorBytes = this.machine.exchange.putText(text).sizeBytes;
    return -2;
  }

  [Symbol.dispose](): void {
    this.machine.service.signals?.stop();
  }
}

// ── Imports (language reference, section 5.5) ────────────────────────────────────────────────────────────────────────

/** A module's source. */
interface FoundModule {
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
  isPackage: boolean;
}

/** The library's module of a dotted name; null if it has none, or HotPy is not loaded from files. Needs no capability of the guest's. */
function libraryModule(name: string): FoundModule | null {
  if (!LIBRARY.startsWith("file:") || !/^\w+(\.\w+)*$/.test(name)) return null;
  const base = name.replaceAll(".", "/");
  for (const [file, isPackage] of [[`${base}.py`, false], [`${base}/__init__.py`, true]] as const) {
    const url = new URL(file, LIBRARY);
    try {
      return { path: decodeURIComponent(url.pathname), bytes: Deno.readFileSync(url), isPackage };
    } catch {
      // Not there, or not to be read.
    }
  }
  return null;
}

/** The module called `name`; null if no folder has it. */
function findModule(name: string, path: readonly string[], files: Files): FoundModule | null {
  const parts = name.split("/").join("").split(".");
  if (parts.some((part) => part === "")) return null;
  for (const folder of path) {
    const base = (folder === "/" ? "" : folder) + "/" + parts.join("/");
    for (const [candidate, isPackage] of [[`${base}/__init__.py`, true], [`${base}.py`, false]] as const) {
      if (files.kind(candidate) === "file") return { path: candidate, bytes: files.read(candidate), isPackage };
    }
  }
  return null;
}

/** The statement `__path__ = [FOLDER]`, which stands in front of the code of a package. */
function packagePath(path: string): ast.Stmt {
  const span = { start: 0, end: 0 };
  const folder = path.slice(0, path.lastIndexOf("/"));
  return {
    ...span,
    kind: "Assign",
    targets: [{ ...span, kind: "Name", id: "__path__", ctx: "Store" }],
    value: {
      ...span,
      kind: "List",
      elts: [{ ...span, kind: "Constant", value: { type: "str", value: folder }, u_prefix: false }],
      ctx: "Load",
    },
    type_comment: null,
  } as ast.Stmt;
}
