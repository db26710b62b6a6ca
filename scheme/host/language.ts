/**
 * Scheme on the command line: programs, prompts, stages.
 */

import { isIncomplete, Source } from "../reader/reader.ts";
import { errorText, FileError, HostFiles, OutputStream, processSink } from "../../toolkit/host/capabilities.ts";
import type { Language, Session, SessionOptions } from "../../toolkit/host/language.ts";
import { decodeFile } from "../../toolkit/bytes/utf8.ts";
import { LIMIT_REASONS } from "../../toolkit/machine/errors.ts";
import { showReport } from "./report.ts";
import { stages } from "./stages.ts";
import { type Failure, SchemeVm } from "./vm.ts";

const EXIT = { error: 1, cannotOpen: 2, output: 120, interrupted: 130 } as const;

export const scheme: Language = {
  name: "scheme",
  banner: "Scheme (R7RS) on the toolkit. Ctrl-D or (exit) ends.",
  prompts: ["> ", "  "],
  version: "Scheme (R7RS-small)",
  stages,
  open: (options) => SchemeSession.open(options),
};

class SchemeSession implements Session {
  static async open(options: SessionOptions): Promise<SchemeSession> {
    const { program } = options;
    const path = program?.kind === "file" ? program.path : "";
    const files = new HostFiles();
    const terminal = Deno.stdout.isTerminal();
    const vm = await SchemeVm.open({
      ...options,
      argv: [path, ...options.args],
      get environment() {
        return readEnvironment();
      },
      files,
      folders: [...includeFolders(options.flags), path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ""],
      streams: {
        input: (buffer) => Deno.stdin.readSync(buffer) ?? 0,
        inputIsTerminal: Deno.stdin.isTerminal(),
        outputIsTerminal: terminal,
        output: new OutputStream(processSink(Deno.stdout), terminal ? "line" : "full"),
        error: new OutputStream(processSink(Deno.stderr), "line"),
      },
      handleSignals: true,
    });
    return new SchemeSession(vm, options);
  }

  /** Number of the line that comes next at the prompt. */
  #lines = 1;

  constructor(readonly vm: SchemeVm, readonly options: SessionOptions) {}

  async runProgram(): Promise<number> {
    let source: Source;
    try {
      source = await this.#source();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      console.error(`scheme: cannot open "${error.path}": ${error.message}`);
      return EXIT.cannotOpen;
    }
    const { vm } = this;
    const failure = this.options.flags.includes("-p") ? await this.#show(source) : await vm.runProgram(source);
    const code = failure === null ? 0 : this.#report(failure);
    this.vm.machine.service.onPoll?.();
    const errno = this.vm.flush();
    if (errno === 0) return code;
    // An uncaught error of the write has been reported.
    if (failure?.kind !== "error") console.error(errorText(errno));
    return EXIT.output;
  }

  async #source(): Promise<Source> {
    const program = this.options.program!;
    if (program.kind === "code") return new Source("<command>", program.text);
    if (program.kind === "file") return new Source(program.path, decodeFile(this.vm.options.files.read(program.path)));
    return new Source("<stdin>", await new Response(Deno.stdin.readable).text());
  }

  /** Evaluates the forms of a text and writes their values. */
  async #show(source: Source): Promise<Failure | null> {
    const { vm } = this;
    await vm.jit.prepare();
    return vm.evaluateForms(source, vm.interaction, () => vm.showResult());
  }

  isIncomplete(text: string): boolean {
    return isIncomplete(text);
  }

  complete(text: string): { word: string; candidates: string[] } {
    const word = /[^\s()'`,"]*$/.exec(text)![0];
    return { word, candidates: [...new Set(this.vm.interaction.names())].filter((name) => name.startsWith(word)).sort() };
  }

  async interact(text: string): Promise<number | null> {
    const source = new Source("<stdin>", text, this.#lines);
    this.#lines += text.split("\n").length - 1;
    const failure = await this.#show(source);
    const code = failure === null ? 0 : this.#report(failure);
    this.vm.flush();
    return failure?.kind === "exit" ? code : null;
  }

  /** Shows why a call failed. Returns the exit code. */
  #report(failure: Failure): number {
    switch (failure.kind) {
      case "exit":
        return failure.status;
      case "syntax":
        this.vm.complain(`${failure.error}\n`);
        return EXIT.error;
      case "error":
        if (failure.cause?.kind === "limit") failure.report.message = LIMIT_REASONS[failure.cause.limit].message.toLowerCase();
        this.vm.complain(showReport(failure.report, this.vm.suggestion(failure.report)));
        return failure.cause?.kind === "interrupt" ? EXIT.interrupted : EXIT.error;
    }
  }

  [Symbol.dispose](): void {
    this.vm[Symbol.dispose]();
  }
}

/** Values of the `-I` options. */
function includeFolders(flags: readonly string[]): string[] {
  return flags.flatMap((flag) => flag.startsWith("-I") ? [flag.slice(2)] : []);
}

function readEnvironment(): Record<string, string> {
  return Deno.permissions.querySync({ name: "env" }).state === "granted" ? Deno.env.toObject() : {};
}
