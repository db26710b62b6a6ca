/**
 * Python as the command line sees it: opening a session, running programs with CPython's exit codes, prompts.
 */

import type { Language, Program, Session, SessionOptions } from "../../toolkit/host/language.ts";
import { absolutePath, FileError, HostFiles } from "../../toolkit/host/capabilities.ts";
import { LineReader } from "../../toolkit/host/input.ts";
import { processSink } from "../../toolkit/host/output.ts";
import { HotPyVm, type MainProgram, openHotPy } from "./vm.ts";
import { PYTHON_VERSION } from "./version.ts";

/** How CPython exits when its arguments are wrong or the program cannot be read. */
const CANNOT_OPEN = 2;
const NO_MAIN = 1;

/** The language `python`. */
export const python: Language = {
  name: "python",
  version: `Python ${PYTHON_VERSION} (HotPy 0.1.0)`,
  banner: `Python ${PYTHON_VERSION} (HotPy 0.1.0) on Deno ${Deno.version.deno}; Ctrl-D ends it`,
  prompts: [">>> ", "... "],
  async open(options) {
    const unbuffered = options.flags.includes("-u");
    const lines = new LineReader((buffer) => Deno.stdin.readSync(buffer));
    const vm = await openHotPy({
      ...options,
      files: new HostFiles(),
      stdout: { sink: processSink(Deno.stdout), buffering: unbuffered ? "none" : Deno.stdout.isTerminal() ? "line" : "full" },
      stderr: { sink: processSink(Deno.stderr), buffering: unbuffered ? "none" : "line" },
      readLine: () => lines.readLine(),
      handleSignals: true,
    });
    return new PythonSession(vm, options, lines);
  },
  stages: {},
};
