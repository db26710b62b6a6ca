/**
 * The example language on the command line: binds `examples/tiny` to a machine.
 *
 * Invariant: everything about Tiny itself is in `examples/tiny`; here is only what a program, a prompt and streams need.
 */

import type { Language, Session, SessionOptions } from "../toolkit/host/language.ts";
import { errorNumber, errorText, OutputStream, processSink } from "../toolkit/host/capabilities.ts";
import { loadArtefact, loadParts, loadUnit, type VmParts } from "../toolkit/host/built_files.ts";
import { Jit, Machine, type UnitInfo } from "../toolkit/host/instance.ts";
import { SignalWorker } from "../toolkit/host/service.ts";
import { encodeUtf8 } from "../toolkit/bytes/utf8.ts";
import { BytecodeVerifier } from "../toolkit/host/verify_bytecode.ts";
import { CONTROL } from "../toolkit/machine/memory_map.ts";
import type { Handler } from "../toolkit/machine/tree.ts";
import { LIMIT_REASONS } from "../toolkit/machine/errors.ts";
import { compile, type InstructionSet } from "../examples/tiny/compiler.ts";
import { hostFunctions, Tiny } from "../examples/tiny/tiny.ts";
import { unpackMachineCode } from "../toolkit/trace/section.ts";
import { projectUrl } from "./project.js";
import { FILES, MACHINE_CODE, RECORDER } from "./tiny_artefacts.js";
import { failureOf, isIncomplete, withSource } from "./tiny_source.ts";
import { disassemble } from "../toolkit/back/disassemble.ts";

const INTERRUPTED = 130;
/** Not imported literally: what it needs of the build must not become a part of the built command line. */
const EVALUATED = projectUrl("commands/tiny_evaluated.ts");

/** The language `tiny`. */
export const tiny: Language = {
  name: "tiny",
  version: "Tiny, the example language",
  banner: "Tiny, the example language; Ctrl-D ends it",
  prompts: ["> ", "  "],
  open: (options) => options.flags.includes("-e") ? openEvaluated(options) : TinySession.open(options),
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

async function openEvaluated(options: SessionOptions): Promise<Session> {
  const evaluated: typeof import("./tiny_evaluated.ts") = await import(EVALUATED.href);
  return evaluated.openEvaluated(options.program);
}

class TinySession implements Session {
  readonly #out: OutputStream;
  #interrupted = false;

  static async open(options: SessionOptions): Promise<TinySession> {
    const parts = await loadParts(FILES);
    const session = new TinySession(parts, await instructionSet(parts.unit), options);
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
    this.#out = new OutputStream(processSink(Deno.stdout), Deno.stdout.isTerminal() ? "line" : "full");
    const print = (line: string) => this.#out.write(encodeUtf8(line + "\n"));
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
    const message = failureOf(() => {
      const { error } = this.#tiny.run(source);
      this.machine.service.onPoll?.();
      return error;
    });
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
