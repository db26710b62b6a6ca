/**
 * Runs Scheme programs in a VM of their own, for tests.
 */

import { HostFiles, OutputStream } from "../../toolkit/host/capabilities.ts";
import type { MachineOptions } from "../../toolkit/host/language.ts";
import { type Failure, SchemeVm, type SchemeVmOptions } from "../../scheme/host/vm.ts";
import { Source } from "../../scheme/reader/source.ts";
import { openEvaluated } from "./evaluated.ts";

const JIT_OFF = { enabled: false, without: [] };
const NO_GC_LOG = { stress: 0 };

/** A way to run a program. */
export interface Configuration extends MachineOptions {
  /** On the evaluator, without wasm. */
  evaluated?: true;
}

/** Every way a program is run but the evaluator, which is slow. */
export const CONFIGURATIONS: Readonly<Record<string, Configuration>> = {
  "interpreter": { jit: JIT_OFF, gc: NO_GC_LOG },
  "interpreter, collecting often": { jit: JIT_OFF, gc: { stress: 101 } },
  "jit": { jit: { enabled: true, without: [] }, gc: NO_GC_LOG },
  "jit at threshold 2": { jit: { enabled: true, threshold: 2, without: [] }, gc: NO_GC_LOG },
  "jit, every 16th guard fails": { jit: { enabled: true, threshold: 2, without: [], failGuards: 16 }, gc: NO_GC_LOG },
  "jit without passes": { jit: { enabled: true, threshold: 2, without: ["peeling", "joins", "bridges"] }, gc: NO_GC_LOG },
};

/** The same with a collection at every allocation: for programs that do not allocate much. */
export const STRESSED: Readonly<Record<string, Configuration>> = {
  "interpreter, collecting at every allocation": { jit: JIT_OFF, gc: { stress: 1 } },
  "jit at threshold 2, collecting at every allocation": { jit: { enabled: true, threshold: 2, without: [] }, gc: { stress: 1 } },
};

export const EVALUATOR: Configuration = { jit: JIT_OFF, gc: NO_GC_LOG, evaluated: true };

/** A Scheme that keeps its output. */
export interface TestScheme extends Disposable {
  vm: SchemeVm;
  /** Runs a program; why it failed, or null. */
  run(text: string): Promise<Failure | null>;
  /** What was printed since the last call. */
  takeOutput(): string;
}

/** Opens a Scheme with the files of the machine, without input. */
export async function openScheme(machine: Configuration, argv: readonly string[] = ["test.scm"]): Promise<TestScheme> {
  let pieces: Uint8Array[] = [];
  const options: SchemeVmOptions = {
    ...machine,
    argv,
    environment: { HOME: "/home/test" },
    files: new HostFiles(),
    folders: [],
    streams: {
      input: () => 0,
      inputIsTerminal: false,
      output: new OutputStream((bytes) => pieces.push(bytes.slice()), "full"),
      error: new OutputStream(() => {}, "full"),
    },
  };
  const vm = await (machine.evaluated ? openEvaluated(options) : SchemeVm.open(options));
  return {
    vm,
    run: (text) => vm.runProgram(new Source("test.scm", text)),
    takeOutput() {
      vm.flush();
      const text = pieces.map((piece) => new TextDecoder().decode(piece)).join("");
      pieces = [];
      return text;
    },
    [Symbol.dispose]: () => vm[Symbol.dispose](),
  };
}

/** The output of a program and how it failed, if it did, as text. */
export async function runProgram(text: string, machine: Configuration): Promise<{ output: string; failure: string | null }> {
  using scheme = await openScheme(machine);
  const failure = await scheme.run(text);
  return { output: scheme.takeOutput(), failure: failure === null ? null : failureText(failure) };
}

/** A failure in one line. */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case "exit":
      return `exit ${failure.status}`;
    case "syntax":
      return `syntax: ${failure.error}`;
    case "error":
      return `error: ${failure.report.message}`;
  }
}
