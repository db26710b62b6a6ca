/**
 * One Scheme: the machine with Scheme's core, the compiler in front of it, streams and libraries around it.
 *
 * Input: source text; output: exit codes, values, reports of what nothing handled. Invariant: whatever guest code does, afterwards the VM takes
 * the next call, and what it printed has reached its sinks.
 */

import { InstructionSet } from "../compiler/mod.ts";
import type { TopLevel } from "../expander/environment.ts";
import { type Core, NOWHERE } from "../expander/core.ts";
import { nearest } from "../expander/syntax.ts";
import { type Datum, EOF } from "../reader/datum.ts";
import { type SchemeSyntaxError, syntaxErrorOf } from "../reader/source.ts";
import { Reader, type Source } from "../reader/reader.ts";
import { errorNumber, errorText, FileError, type Files } from "../../toolkit/host/capabilities.ts";
import { loadParts, type VmParts } from "../../toolkit/host/built_files.ts";
import { type HostFunctions, Jit, Machine } from "../../toolkit/host/instance.ts";
import type { MachineOptions } from "../../toolkit/host/language.ts";
import { type Cause, SignalWorker } from "../../toolkit/host/service.ts";
import { encodeUtf8 } from "../../toolkit/bytes/utf8.ts";
import { BytecodeVerifier } from "../../toolkit/host/verify_bytecode.ts";
import { libraryHostFunctions } from "../../toolkit/library/host_functions.ts";
import { CONTROL, EXCHANGE } from "../../toolkit/machine/memory_map.ts";
import { FILES, MACHINE_CODE, RECORDER } from "./artefacts.js";
import { problemOf } from "./code_file.ts";
import { Evaluation } from "./evaluation.ts";
import { Image } from "./image.ts";
import { type CodeFile, Libraries } from "./libraries.ts";
import { type StandardStreams, Streams } from "./streams.ts";

/** Characters of a reason that the guest is told. */
const MAX_REASON = 10_000;
/** How `writeResult` writes: as `write` does, or so that the host can read it. */
const WRITTEN = 1, WRITTEN_FOR_HOST = 2;
/** The last of the standard streams. */
const LAST_STANDARD = 2;
/** Results of `runThunk`. */
const FINE = 0, EXITED = 2;

/** What a Scheme is opened with. */
export interface SchemeVmOptions extends MachineOptions {
  /** `(command-line)`. */
  argv: readonly string[];
  environment: Readonly<Record<string, string>>;
  files: Files;
  /** Folders in which libraries are looked for. */
  folders: readonly string[];
  streams: StandardStreams;
  /** Whether Ctrl-C interrupts the guest. */
  handleSignals?: boolean;
}

/** A frame of the backtrace. */
export interface Frame {
  line: number;
  column: number;
  file: string;
  /** Empty for an anonymous procedure or the program itself. */
  name: string;
}

/** What was raised, and where. */
export interface Report {
  /** Kind of the error object; `raise` for any other object. */
  kind: string;
  message: string;
  /** Of the unbound variable, when that is what is wrong. */
  name: string;
  frames: Frame[];
}

/** How a call ended that did not end normally. */
export type Failure =
  | { kind: "exit"; status: number }
  | { kind: "error"; report: Report; cause: Cause | null }
  | { kind: "syntax"; error: SchemeSyntaxError };

/** Loads and runs a code file; how that ended. The report of an error is in the core. */
export function runFile(machine: Machine, bytes: Uint8Array): "fine" | "error" | "exit" | "memory" {
  const { core, heap, views } = machine;
  const address = core.codeBuffer(bytes.length);
  if (machine.errorPending) {
    views.setI64(CONTROL.pendingError, 0n);
    return "memory";
  }
  views.bytes.set(bytes, address);
  const thunk = core.loadFile();
  if (thunk === 0) return "error";
  const status = core.runThunk(thunk);
  heap.freeHandle(thunk);
  return status === FINE ? "fine" : status === EXITED ? "exit" : "error";
}

export class SchemeVm {
  readonly machine: Machine;
  readonly jit: Jit;
  readonly libraries: Libraries;
  readonly streams: Streams;
  /** The environment of the prompt and of `(interaction-environment)`. */
  get interaction(): TopLevel {
    return this.#interaction ??= this.libraries.interaction();
  }
  #interaction: TopLevel | null = null;
  /** The environment of the program or prompt that runs. */
  #top: TopLevel | null = null;
  #cause: Cause | null = null;
  /** Why standard output was lost since the last `flush`; 0 when none was. */
  #outputErrno = 0;
  readonly #verifier: BytecodeVerifier;
  readonly evaluation: Evaluation;
  readonly #started = performance.now();

  /** Starts a VM from its built files. */
  static async open(options: SchemeVmOptions): Promise<SchemeVm> {
    return new SchemeVm(await loadParts(FILES), options);
  }

  constructor(parts: VmParts, readonly options: SchemeVmOptions) {
    const { unit } = parts;
    this.streams = new Streams(options.streams, options.files);
    this.libraries = new Libraries(new Image(unit.library), new InstructionSet(unit), options.files, options.folders);
    const verifier = this.#verifier = new BytecodeVerifier(unit.instructions);
    this.evaluation = new Evaluation(
      this.libraries,
      verifier,
      () => this.interaction,
      () => this.machine,
      (reason) => this.#explain(reason),
    );
    const machine = this.machine = new Machine(parts, unit, () => this.#hostFunctions());
    machine.restore(parts.image);
    machine.configure(options);
    machine.service.raiser = (cause) => this.#raise(cause);
    this.jit = new Jit(machine, options.jit, RECORDER, MACHINE_CODE);
    if (options.handleSignals) machine.service.signals = new SignalWorker(machine.service.flag);
  }

  // ── Running ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Runs a program; how it failed, or null. */
  async runProgram(source: Source): Promise<Failure | null> {
    const top = this.#top = this.libraries.programEnvironment();
    const files = this.#attempt(() => this.libraries.program(source, top));
    if ("kind" in files) return files;
    if (files.some(({ mayGetHot }) => mayGetHot)) await this.jit.prepare();
    return this.run(files);
  }

  /** Evaluates the forms of a text one after the other in an environment; `show` is called after each. The trace compiler must be there. */
  evaluateForms(source: Source, top: TopLevel, show: () => void): Failure | null {
    this.#top = top;
    const reader = new Reader(source);
    while (true) {
      const files = this.#attempt(() => {
        const datum: Datum = reader.read();
        return datum === EOF ? null : this.libraries.form(datum, top, { source, at: reader.start });
      });
      if (files === null) return null;
      if ("kind" in files) return files;
      const failure = this.run(files);
      if (failure !== null) return failure;
      show();
    }
  }

  /** Runs a core form. */
  runCore(core: Core): Failure | null {
    return this.run(this.libraries.finish(core, NOWHERE, ""));
  }

  /** The values of the last run, written for the host. */
  resultForHost(): string {
    this.machine.core.writeResult(WRITTEN_FOR_HOST);
    return this.#text();
  }

  /** Writes the values of the last run to standard output, one a line. */
  showResult(): void {
    const { core } = this.machine;
    core.flushPorts();
    core.writeResult(WRITTEN);
    this.streams.write(1, encodeUtf8(this.#text()));
  }

  #attempt<T>(compile: () => T): T | Failure {
    try {
      return compile();
    } catch (error) {
      return { kind: "syntax", error: syntaxErrorOf(error) };
    }
  }

  /** Runs code files in order; how the first failed, or null. Code that does not pass the verifier is not run. */
  run(files: readonly CodeFile[]): Failure | null {
    const { core, service } = this.machine;
    this.#cause = null;
    service.begin();
    for (const { bytes } of files) {
      const problem = problemOf(bytes, this.#verifier);
      if (problem !== null) return hostError("other", problem);
      switch (runFile(this.machine, bytes)) {
        case "fine":
          continue;
        case "memory":
          return hostError("memory", "out of memory");
        case "exit":
          return { kind: "exit", status: core.exitStatus() };
        case "error":
          return this.#failure();
      }
    }
    return null;
  }

  #failure(): Failure {
    return { kind: "error", report: parseReport(this.#text()), cause: this.#cause };
  }

  /** What the core has written for the host. */
  #text(): string {
    const { core, views } = this.machine;
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    let text = "";
    for (let sizeBytes = core.reportChunk(); sizeBytes > 0; sizeBytes = core.reportChunk()) {
      text += decoder.decode(views.copy(EXCHANGE, sizeBytes), { stream: true });
    }
    return text;
  }

  /** The name that was probably meant by an unbound variable. */
  suggestion({ name }: Report): string | null {
    return name === "" ? null : nearest(name, (this.#top ?? this.interaction).names());
  }

  /** Raises at a poll: the core makes the error, the interpreter goes on by unwinding. */
  #raise(cause: Cause): number {
    this.#cause = cause;
    this.machine.core.interrupt();
    return this.machine.unwind();
  }

  // ── Streams ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Writes out everything. Returns the error number of what could not be written, 0 if all was. */
  flush(): number {
    this.machine.core.flushPorts();
    let errno = this.#outputErrno;
    this.#outputErrno = 0;
    for (const stream of [1, 2]) {
      try {
        this.streams.flush(stream);
      } catch (error) {
        errno = errorNumber(error);
      }
    }
    return errno;
  }

  complain(text: string): void {
    this.streams.write(2, encodeUtf8(text));
    this.streams.flush(2);
  }

  // ── What the core imports ──────────────────────────────────────────────────────────────────────────────────────────

  #hostFunctions(): HostFunctions {
    const text = (address: number, sizeBytes: number) => this.machine.exchange.text(address, sizeBytes);
    const put = (value: string) => this.machine.exchange.putText(value).sizeBytes;
    const { argv } = this.options;
    // Few programs ask for it.
    let known: Readonly<Record<string, string>> | null = null;
    const environment = () => known ??= this.options.environment;
    return {
      ...libraryHostFunctions({ memory: () => this.machine.memory.buffer }),
      hostWrite: (stream, address, sizeBytes) => this.#write(stream, address, sizeBytes),
      hostRead: (stream, address, sizeBytes) => this.#read(stream, address, sizeBytes),
      hostFlush: (stream) => this.#guardOutput(stream, () => this.streams.flush(stream)),
      hostIsTerminal: (stream) => this.streams.isTerminal(stream) ? 1 : 0,
      hostOpen: (address, sizeBytes, mode) => this.#guard(() => this.streams.open(text(address, sizeBytes), mode)),
      hostClose: (stream) => void this.#guard(() => this.streams.close(stream)),
      hostFileExists: (address, sizeBytes) => this.streams.exists(text(address, sizeBytes)) ? 1 : 0,
      hostDeleteFile: (address, sizeBytes) => this.#guard(() => this.streams.remove(text(address, sizeBytes))),
      hostArgumentCount: () => argv.length,
      hostArgument: (index) => put(argv[index]),
      hostEnvironment: (address, sizeBytes) => {
        const name = text(address, sizeBytes);
        return Object.hasOwn(environment(), name) ? put(environment()[name]) : -1;
      },
      hostEnvironmentCount: () => Object.keys(environment()).length,
      hostEnvironmentAt: (index) => put(Object.entries(environment())[index].join("=")),
      hostParse: (address, sizeBytes, flags) => this.evaluation.parse(this.machine.views.copy(address, sizeBytes), flags),
      hostCompile: (address, sizeBytes, environment) => this.evaluation.compile(text(address, sizeBytes), environment),
      hostImportSets: (address, sizeBytes) => this.evaluation.importSets(text(address, sizeBytes)),
      hostCall: (handle, address, sizeBytes) => this.evaluation.call(handle, text(address, sizeBytes)),
      hostFileBytes: () => this.evaluation.fileBytes(),
      hostFile: (address) => this.evaluation.takeFile(address),
      hostSecond: () => Date.now() / 1000,
      hostJiffy: () => BigInt(Math.round((performance.now() - this.#started) * 1e6)),
    };
  }

  #write(stream: number, address: number, sizeBytes: number): number {
    const { limits, service, views } = this.machine;
    if (stream <= LAST_STANDARD && !limits.output(sizeBytes)) {
      service.raiseSoon({ kind: "limit", limit: "output" });
      return 0;
    }
    return this.#guardOutput(stream, () => this.streams.write(stream, views.bytes.subarray(address, address + sizeBytes)));
  }

  #read(stream: number, address: number, sizeBytes: number): number {
    const buffer = new Uint8Array(sizeBytes);
    return this.#guard(() => {
      const count = this.streams.read(stream, buffer);
      this.machine.views.bytes.set(buffer.subarray(0, count), address);
      return count;
    });
  }

  /** Writes to a stream: 0, -1 when it fails. */
  #guardOutput(stream: number, write: () => void): number {
    return this.#guard(() => {
      try {
        write();
      } catch (error) {
        if (stream <= LAST_STANDARD) this.#outputErrno = errorNumber(error);
        throw error;
      }
    });
  }

  /** Does something with files: its result or 0, -1 when it fails. */
  #guard(action: () => number | void): number {
    try {
      return action() ?? 0;
    } catch (error) {
      this.#explain(error instanceof FileError ? error.message : errorText(errorNumber(error)));
      return -1;
    }
  }

  /** Leaves the guest the reason of a failure. */
  #explain(reason: string): void {
    const { sizeBytes } = this.machine.exchange.putText(reason.slice(0, MAX_REASON), 8);
    this.machine.views.setI32(EXCHANGE, sizeBytes);
  }

  [Symbol.dispose](): void {
    this.machine.service.signals?.stop();
  }
}

/** The failure that the host finds before the guest runs. */
function hostError(kind: string, message: string): Failure {
  return { kind: "error", report: { kind, message, name: "", frames: [] }, cause: null };
}

const FIELD = "\x1f", RECORD = "\x1e";

/** Reads the records of the core (`scheme/vm/report.ts`). */
function parseReport(text: string): Report {
  const report: Report = { kind: "", message: "", name: "", frames: [] };
  for (const record of text.split(RECORD)) {
    const [tag, ...fields] = record.split(FIELD);
    if (tag === "E") [report.kind, report.message, report.name] = fields;
    else if (tag === "F") report.frames.push({ line: Number(fields[0]), column: Number(fields[1]), file: fields[2], name: fields[3] });
  }
  return report;
}
