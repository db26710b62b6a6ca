/**
 * The example language on the command line: binds `examples/tiny` to a machine.
 *
 * Invariant: everything about Tiny itself is in `examples/tiny`; here is only what a program, a prompt and streams need.
 */

import type { Language, Program, Session, SessionOptions } from "../toolkit/host/language.ts";
import { absolutePath, errorNumber, errorText, OutputStream, processSink } from "../toolkit/host/capabilities.ts";
import { Jit, loadArtefact, loadParts, loadUnit, Machine, type UnitInfo, type VmParts } from "../toolkit/host/instance.ts";
import { SignalWorker } from "../toolkit/host/service.ts";
import { BytecodeVerifier } from "../toolkit/host/verify_bytecode.ts";
import { CONTROL } from "../toolkit/machine/memory_map.ts";
import type { Handler } from "../toolkit/machine/tree.ts";
import { LIMIT_REASONS } from "../toolkit/machine/errors.ts";
import { compile, type InstructionSet } from "../examples/tiny/compiler.ts";
import { TinySyntaxError } from "../examples/tiny/lexer_parser.ts";
import { hostFunctions, Tiny } from "../examples/tiny/tiny.ts";
import { unpackMachineCode } from "../toolkit/trace/section.ts";
import { FILES, MACHINE_CODE, RECORDER } from "./tiny_artefacts.js";
import { disassemble } from "../toolkit/back/disassemble.ts";

const INTERRUPTED = 130;
/** No literal import: what it needs of the build must not become a part of the compiled command line. */
const EVALUATED = new URL("../examples/tiny/evaluated.ts", import.meta.url);

/** The language `tiny`. */
export const tiny: Language = {
  name: "tiny",
  version: "Tiny, the example language",
  banner: "Tiny, the example language; Ctrl-D ends it",
  prompts: ["> ", "  "],
  open: (options) => options.flags.includes("-e") ? EvaluatedSession.open(options) : TinySession.open(options),
  async stages() {
    const instructions = await instructionSet(await loadUnit(FILES.unit));
    const lines = (unit: ReturnType<typeof compile>): string[] => [
      `${unit.name}  locals ${unit.localCount}, stack ${unit.stackSize}`,
      ...disassemble([...instructions.values()], unit.bytes),
      ...unit.constants.flatMap((c) => c.k === "code" ? ["", ...lines(c.value)] : []),
    ];
    return { bytecode: (source) => lines(compile(source, instructions)).join("\n") };
  },
};

/** The bytecodes of the built unit. */
async function instructionSet(unit: UnitInfo): Promise<ReadonlyMap<string, Handler>> {
  const { handlers } = unpackMachineCode(await loadArtefact(MACHINE_CODE, (bytes) => bytes), unit.wasmBytes);
  return new Map(handlers.map((handler) => [handler.name, handler]));
}

class TinySession implements Session {
  readonly #out: OutputStream;
  #interrupted = false;

  static async open(options: SessionOptions): Promise<TinySession> {
    const parts = await loadParts(FILES);
    const session = new TinySession(parts, await instructionSet(parts.unit), options);
    if (options.gc.logFile !== undefined) (await import("../toolkit/observe/gc_log.ts")).attachGcLog(session.machine, options.gc.logFile);
    await new Jit(session.machine, options.jit, RECORDER, MACHINE_CODE.url).prepare();
    return session;
  }

  readonly machine: Machine;
  readonly #tiny: Tiny;

  constructor(
    parts: VmParts,
    instructions: InstructionSet,
    readonly options: SessionOptions,
  ) {
    const encoder = new TextEncoder();
    this.#out = new OutputStream(processSink(Deno.stdout), Deno.stdout.isTerminal() ? "line" : "full");
    const print = (line: string) => this.#out.write(encoder.encode(line + "\n"));
    const machine = this.machine = new Machine(parts, parts.unit, (m) => hostFunctions(() => m.views.bytes, print));
    machine.restore(parts.image);
    machine.configure(options);
    machine.service.signals = new SignalWorker(machine.service.flag);
    machine.service.raiser = (cause) => {
      this.#interrupted = cause.kind === "interrupt";
      const text = cause.kind === "limit"
        ? LIMIT_REASONS[cause.limit].message
        : cause.kind === "interrupt"
        ? "interrupted"
        : errorText(cause.errno);
      const { address, sizeBytes } = machine.exchange.putText(text);
      machine.views.setI64(CONTROL.pendingError, machine.core.makeLiteral(address, sizeBytes));
      return machine.unwind();
    };
    const core = {
      call: (name: string, ...args: (number | bigint)[]) => machine.core[name](...args),
      run: (code: number, func: bigint, argc: number) => {
        this.#interrupted = false;
        machine.service.begin();
        return machine.core.run(code, func, argc);
      },
      bytes: () => machine.views.bytes,
      failed: () => machine.errorPending,
    };
    this.#tiny = new Tiny(core, instructions, new BytecodeVerifier(parts.unit.instructions), []);
  }

  runProgram(): Promise<number> {
    return withSource(this.options.program!, (source) => this.#run(source));
  }

  isIncomplete = isIncomplete;

  interact(text: string): Promise<number | null> {
    this.#run(text);
    return Promise.resolve(null);
  }

  /** Runs a program, shows its error. Returns the exit code. */
  #run(source: string): number {
    let message: string | null;
    try {
      message = this.#tiny.run(source).error;
      this.machine.service.onPoll?.();
      if (message !== null) message = `Uncaught: ${message}`;
    } catch (error) {
      if (!(error instanceof TinySyntaxError)) throw error;
      message = `Syntax error: ${error.message}`;
    }
    try {
      this.#out.flush();
    } catch (error) {
      console.error(errorText(errorNumber(error)));
      return 120;
    }
    if (message === null) return 0;
    console.error(message);
    return this.#interrupted ? INTERRUPTED : 1;
  }

  [Symbol.dispose](): void {
    this.machine.service.signals?.stop();
  }
}

/** Tiny on the evaluator: its definitions are compiled to trees now, and these run. */
class EvaluatedSession implements Session {
  static async open(options: SessionOptions): Promise<EvaluatedSession> {
    const { evaluatedTiny } = await import(EVALUATED.href);
    return new EvaluatedSession(evaluatedTiny(), options.program);
  }

  constructor(readonly tiny: Tiny, readonly program: Program | null) {}

  runProgram(): Promise<number> {
    return withSource(this.program!, (source) => this.#run(source));
  }

  isIncomplete = isIncomplete;

  interact(text: string): Promise<number | null> {
    this.#run(text);
    return Promise.resolve(null);
  }

  #run(source: string): number {
    let message: string | null;
    try {
      const { output, error } = this.tiny.run(source);
      for (const line of output) console.log(line);
      message = error === null ? null : `Uncaught: ${error}`;
    } catch (error) {
      if (!(error instanceof TinySyntaxError)) throw error;
      message = `Syntax error: ${error.message}`;
    }
    if (message !== null) console.error(message);
    return message === null ? 0 : 1;
  }

  [Symbol.dispose](): void {}
}

function isIncomplete(text: string): boolean {
  const code = text.replace(/"(\\.|[^"\\])*"|\/\/.*$/gm, "");
  const count = (pattern: RegExp) => code.match(pattern)?.length ?? 0;
  return count(/[({[]/g) > count(/[)}\]]/g);
}

/** Runs a program's text; 2 when there is none. */
async function withSource(program: Program, run: (source: string) => number): Promise<number> {
  let source: string;
  try {
    source = await readProgram(program);
  } catch (error) {
    if (
      !(error instanceof Deno.errors.NotFound || error instanceof Deno.errors.IsADirectory || error instanceof Deno.errors.PermissionDenied)
    ) throw error;
    const errno = errorNumber(error), path = program.kind === "file" ? absolutePath(program.path, Deno.cwd()) : "";
    console.error(`tiny: can't open file '${path}': [Errno ${errno}] ${errorText(errno)}`);
    return 2;
  }
  return run(source);
}

async function readProgram(program: Program): Promise<string> {
  if (program.kind === "code") return program.text;
  if (program.kind === "file") return Deno.readTextFileSync(program.path);
  return await new Response(Deno.stdin.readable).text();
}
