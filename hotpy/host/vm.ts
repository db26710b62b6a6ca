/**
 * One HotPy: the machine with Python's core, the compiler in front of it, streams and imports around it.
 *
 * Input: Python source; output: exit codes and errors as CPython's. Invariant: whatever guest code does, afterwards the VM takes the next
 * call, and what it printed has reached its sinks.
 */

import { compileSource, compileTree } from "../compiler/mod.ts";
import { serializeCode } from "../compiler/serialize.ts";
import type * as ast from "../syntax/ast.ts";
import { isIncomplete, parseModule, PythonSyntaxError, Source, type SyntaxWarning } from "../syntax/parser.ts";
import { type DataHost, dataHostFunctions } from "../vm/host_functions.ts";
import { errorNumber, type Files } from "../../toolkit/host/capabilities.ts";
import { type HostFunctions, loadArtefact, loadModules, Machine, type UnitInfo, type VmModules } from "../../toolkit/host/instance.ts";
import { attachJit } from "../../toolkit/host/jit.ts";
import { SignalWorker } from "../../toolkit/host/interrupts.ts";
import type { MachineOptions } from "../../toolkit/host/language.ts";
import { type Buffering, OutputStream, type Sink } from "../../toolkit/host/streams.ts";
import type { Cause } from "../../toolkit/host/service.ts";
import { CONTROL, EXCHANGE, EXCHANGE_BYTES } from "../../toolkit/machine/memory_map.ts";
import { findModule, packagePath } from "./modules.ts";
import { FILES, UNIT } from "./artefacts.js";

const MACHINE_CODE = new URL("../hotpy.machine", import.meta.url);

/** CPython's exit codes. */
const EXIT = { error: 1, output: 120, interrupted: 130 } as const;
/** Frames on the stack before RecursionError, unless `sys.setrecursionlimit` says otherwise. */
const RECURSION_LIMIT = 1000;

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
  | { kind: "error"; report: string; cause: Cause | null }
  | { kind: "syntax"; error: PythonSyntaxError };

/** A running HotPy. */
export class HotPyVm implements DataHost {
  readonly machine: Machine;
  readonly files: Files;
  argv: readonly string[];
  /** Folders in which imports are looked for. */
  path: string[] = [];
  #stdout: OutputStream;
  #stderr: OutputStream;
  readLine: () => Uint8Array | null;
  readonly #opcodes: Record<string, number>;
  /** Text of everything compiled, by file name, for tracebacks; split into lines when one needs it. */
  readonly #sources = new Map<string, string | readonly string[]>();
  #foundModule: Uint8Array = new Uint8Array(0);
  #moduleErrorBytes = 0;
  /** Syntax errors of imported modules, by message: their tracebacks show more than the message. */
  readonly importErrors = new Map<string, PythonSyntaxError>();
  #cause: Cause | null = null;
  #outputErrno = 0;
  #inputs = 0;

  /** Loads the modules and boots. */
  static async open(options: HotPyVmOptions): Promise<HotPyVm> {
    const parse = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));
    const [modules, unit] = await Promise.all([loadModules(FILES), loadArtefact<UnitInfo>(UNIT, parse)]);
    const vm = new HotPyVm(modules, unit, options);
    await attachJit(vm.machine, options.jit, MACHINE_CODE);
    return vm;
  }

  constructor(modules: VmModules, unit: UnitInfo, options: HotPyVmOptions) {
    this.argv = options.argv;
    this.files = options.files;
    this.readLine = options.readLine;
    this.#stdout = new OutputStream(options.stdout.sink, options.stdout.buffering);
    this.#stderr = new OutputStream(options.stderr.sink, options.stderr.buffering);
    this.#opcodes = unit.opcodes;
    const machine = this.machine = new Machine(modules, unit, () => this.#hostFunctions());
    machine.boot(options.limits?.memoryBytes);
    machine.views.setI32(CONTROL.frameLimit, RECURSION_LIMIT);
    machine.configure(options);
    machine.service.raiser = (cause) => this.#raise(cause);
    if (options.handleSignals) machine.service.signals = new SignalWorker(machine.service.flag);
  }

  // ── Running ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Runs a main program and reports what it did not catch. Returns the exit code. */
  async runMain({ source, filename, folder, showSource }: MainProgram): Promise<number> {
    this.path = [folder];
    const failure = this.run(() => this.compile(source, filename, "exec", showSource));
    return this.#finish(failure === null ? 0 : await this.#report(failure));
  }

  /** Runs one input of a prompt and shows its result or error. Returns the exit code if the guest asked to end. */
  async interact(text: string): Promise<number | null> {
    const filename = `<stdin-${this.#inputs++}>`;
    const failure = this.run(() => this.compile(text, filename, "single", true));
    const code = failure === null ? 0 : await this.#report(failure);
    this.#flush();
    return failure?.kind === "exit" ? code : null;
  }

  isIncomplete(text: string): boolean {
    return isIncomplete(text);
  }

  /** Compiles and runs code in `__main__`; how it failed, or null. */
  run(compile: () => Uint8Array): Failure | null {
    const { core, views, service } = this.machine;
    let code: Uint8Array;
    try {
      code = compile();
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      return { kind: "syntax", error };
    }
    this.#cause = null;
    const address = core.codeBuffer(code.length);
    views.bytes.set(code, address);
    service.begin();
    if (core.runMain() === 0) return null;
    const status = core.exitStatus();
    if (status >= 0) return { kind: "exit", status: status > 255 ? EXIT.error : status, text: status > 255 ? this.#reportText() : null };
    return { kind: "error", report: this.#reportText(), cause: this.#cause };
  }

  /** Source to the bytes that the core loads. @throws PythonSyntaxError */
  compile(source: string | Uint8Array, filename: string, mode: "exec" | "single", showSource: boolean): Uint8Array {
    const unit = new Source(filename, source);
    if (showSource) this.#sources.set(filename, unit.text);
    return compileSource(unit, filename, mode, this.#opcodes, { warn: (warning) => this.#warn(warning, unit) });
  }

  /** A tree of a source to bytes; for code whose tree was changed. @throws PythonSyntaxError */
  compileTree(unit: Source, tree: ast.Mod): Uint8Array {
    this.#sources.set(unit.filename, unit.text);
    return serializeCode(compileTree(unit, tree, this.#opcodes, { warn: (warning) => this.#warn(warning, unit) }));
  }

  // ── Reports ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Shows on standard error why a call failed. Returns the exit code. */
  async #report(failure: Failure): Promise<number> {
    const { showFailure } = await import("./failure.ts");
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

  #complain(text: string): void {
    this.write(2, new TextEncoder().encode(text));
  }

  // ── Errors from outside ────────────────────────────────────────────────────────────────────────────────────────────

  /** Raises at a poll: the core makes the error, the interpreter goes on by unwinding. */
  #raise(cause: Cause): number {
    this.#cause = cause;
    this.machine.core.keyboardInterrupt();
    return this.machine.unwind();
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
    const raised = this.#cause?.kind === "system";
    const errno = this.#flush() || (raised ? 0 : this.#outputErrno);
    if (errno === 0) return code;
    const { type, message } = (await import("./failure.ts")).systemError(errno);
    this.#complain(`Exception ignored while flushing sys.stdout:\n${type}: ${message}\n`);
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
      hostModuleErrorSize: () => this.#moduleErrorBytes,
    };
  }

  /** Finds and compiles the module whose name is in the exchange area: size of its code, -1 not found, -2 error. */
  #findModule(nameBytes: number): number {
    const { exchange } = this.machine;
    const found = findModule(exchange.text(EXCHANGE, nameBytes), this.path, this.files);
    if (found === null) return -1;
    try {
      const unit = new Source(found.path, found.bytes);
      const { tree } = parseModule(unit, found.path);
      if (found.isPackage) tree.body.unshift(packagePath(found.path));
      this.#foundModule = this.compileTree(unit, tree);
      return this.#foundModule.length;
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      this.importErrors.set(error.message, error);
      const text = error.message.slice(0, EXCHANGE_BYTES / 4);
      this.#moduleErrorBytes = exchange.putText(text).sizeBytes;
      return -2;
    }
  }

  [Symbol.dispose](): void {
    this.machine.service.signals?.stop();
  }
}
