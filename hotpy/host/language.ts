/**
 * Python as the command line sees it: opening a session, finding the main program, prompts.
 *
 * Invariant: messages and exit codes about programs that cannot be read are CPython's.
 */

import { absolutePath, errorText, FileError, HostFiles, LineReader, processSink } from "../../toolkit/host/capabilities.ts";
import type { Language, Program, Session, SessionOptions } from "../../toolkit/host/language.ts";
import { STAGES } from "./stages.ts";
import { HotPyVm, type MainProgram } from "./vm.ts";

/** The version of Python that HotPy implements, as `sys.version_info` has it, and HotPy's own. */
const PYTHON_VERSION = "3.14.0", HOTPY_VERSION = "0.1.0";
/** How CPython exits when the program cannot be opened, and when a folder has no main module. */
const CANNOT_OPEN = 2, NO_MAIN = 1;

/** The language `python`. */
export const python: Language = {
  name: "python",
  version: `Python ${PYTHON_VERSION} (HotPy ${HOTPY_VERSION})`,
  banner: `Python ${PYTHON_VERSION} (HotPy ${HOTPY_VERSION}) on Deno ${Deno.version.deno}. Ctrl-D ends it.`,
  prompts: [">>> ", "... "],
  async open(options) {
    const unbuffered = options.flags.includes("-u");
    const lines = new LineReader((buffer) => Deno.stdin.readSync(buffer));
    const vm = await HotPyVm.open({
      ...options,
      argv: [scriptName(options.program), ...options.args],
      files: new HostFiles(),
      stdout: { sink: processSink(Deno.stdout), buffering: unbuffered ? "none" : Deno.stdout.isTerminal() ? "line" : "full" },
      stderr: { sink: processSink(Deno.stderr), buffering: unbuffered ? "none" : "line" },
      readLine: () => lines.readLine(),
      handleSignals: true,
    });
    return new PythonSession(vm, options, lines);
  },
  stages: () => Promise.resolve(STAGES),
};

/** What `sys.argv[0]` is. */
function scriptName(program: Program | null): string {
  return program === null ? "" : program.kind === "file" ? program.path : program.kind === "code" ? "-c" : "-";
}

class PythonSession implements Session {
  constructor(readonly vm: HotPyVm, readonly options: SessionOptions, readonly lines: LineReader) {}

  async runProgram(): Promise<number> {
    const program = this.options.program!;
    const found = program.kind === "file" ? this.#findFile(program.path) : this.#given(program);
    return typeof found === "number" ? found : await this.vm.runMain(found);
  }

  isIncomplete(text: string): boolean {
    return this.vm.isIncomplete(text);
  }

  interact(text: string): Promise<number | null> {
    return this.vm.interact(text);
  }

  #given(program: Program): MainProgram {
    const folder = Deno.cwd();
    if (program.kind === "code") return { source: program.text, filename: "<string>", folder, showSource: true };
    return { source: this.lines.readAll(), filename: "<stdin>", folder, showSource: false };
  }

  /** The file, or the main module of the folder; an exit code when there is none. */
  #findFile(path: string): MainProgram | number {
    const { files } = this.vm;
    let filename = absolutePath(path, files.directory());
    if (files.kind(filename) === "directory") {
      const main = `${filename}/__main__.py`;
      if (files.kind(main) !== "file") {
        console.error(`hotpy: can't find '__main__' module in '${filename}'`);
        return NO_MAIN;
      }
      filename = main;
    }
    try {
      return { source: files.read(filename), filename, folder: filename.slice(0, filename.lastIndexOf("/")) || "/", showSource: true };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      console.error(`hotpy: can't open file '${filename}': [Errno ${error.errno}] ${errorText(error.errno)}`);
      return CANNOT_OPEN;
    }
  }

  [Symbol.dispose](): void {
    this.vm[Symbol.dispose]();
  }
}
