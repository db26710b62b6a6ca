/**
 * Scheme for programs that embed it: `evaluate`, `define`, `SchemeProxy`, `SchemeError`.
 *
 * Invariant: every error of the guest is a `SchemeError`, a `LimitError` or `Interrupted`, and the VM takes the next call after it; the guest reaches
 * nothing but what `SchemeOptions` and `define` give it.
 */

import { call, constant, type Core, type GlobalDefine, NOWHERE } from "../expander/core.ts";
import { Sym } from "../reader/datum.ts";
import { Source } from "../reader/source.ts";
import { lineSink, MemoryFiles, OutputStream } from "../../toolkit/host/capabilities.ts";
import { HandleTable } from "../../toolkit/host/handles.ts";
import type { JitOptions, LimitOptions } from "../../toolkit/host/language.ts";
import { InterruptFlag } from "../../toolkit/host/service.ts";
import { GuestError, Interrupted, LimitError } from "../../toolkit/machine/errors.ts";
import { type HostFunction, readTransfer } from "./evaluation.ts";
import { showReport } from "./report.ts";
import { type Convertible, fromScheme, type Handle, type Objects, toScheme } from "./values.ts";
import { type Failure, SchemeVm } from "./vm.ts";

/** What a Scheme is loaded with; everything may be left out. */
export interface SchemeOptions {
  /** Files the guest can read and find libraries in, by absolute path: `(a b)` is `/a/b.sld` or `/a/b.scm`. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /** `(command-line)`. */
  args?: readonly string[];
  /** `(get-environment-variables)`. */
  env?: Readonly<Record<string, string>>;
  limits?: LimitOptions;
  /** `false` turns the trace compiler off. */
  jit?: boolean | Partial<Omit<JitOptions, "enabled">>;
  /** Whole lines of standard output and error, without their newline; the console by default. */
  stdout?: (line: string) => void;
  stderr?: (line: string) => void;
  /** One line of standard input; null or undefined at its end, which is also the default. */
  stdin?: () => string | null | undefined;
}

/** Something that was raised and not handled. `message` is what the command line shows of it, with its backtrace. */
export class SchemeError extends GuestError {
  override readonly name = "SchemeError";

  /** `kind`: of the error object (`type`, `range`, `error`, …), `raise` for any other object, `syntax`, `exit`. */
  constructor(kind: string, message: string) {
    super(kind, message, message.split("\n").slice(1));
  }
}

/** An object of Scheme that has no equal in JavaScript, such as a procedure. */
export class SchemeProxy implements Handle, Disposable {
  readonly #scheme: Scheme;

  constructor(scheme: Scheme, readonly handle: number) {
    this.#scheme = scheme;
  }

  /** Calls a procedure. @throws SchemeError, LimitError */
  call(...args: Convertible[]): unknown {
    return this.#scheme.call(this, args);
  }

  /** As `display` shows it. */
  toString(): string {
    return this.#scheme.display(this);
  }

  /** Lets the guest's collector have the object. */
  destroy(): void {
    this.#scheme.release(this);
  }

  [Symbol.dispose](): void {
    this.destroy();
  }
}

/** A Scheme in its own heap. */
export class Scheme implements Disposable {
  readonly #vm: SchemeVm;
  readonly #files: MemoryFiles;
  readonly #lineEnds: (() => void)[];
  readonly #functions = new HandleTable<HostFunction>();
  readonly #objects: Objects = {
    proxy: (handle) => new SchemeProxy(this, handle),
    number: (f) => this.#functions.add((args) => this.#toScheme(f(...args.map((x) => this.#fromScheme(x))))),
  };
  #display: SchemeProxy | null = null;

  private constructor(vm: SchemeVm, files: MemoryFiles, lineEnds: (() => void)[]) {
    this.#vm = vm;
    this.#files = files;
    this.#lineEnds = lineEnds;
    vm.evaluation.functionOf = (handle) => this.#functions.get(handle)!;
  }

  /** Loads the VM. @throws RangeError for limits that are none */
  static async load(options: SchemeOptions): Promise<Scheme> {
    checkLimits(options.limits ?? {});
    const files = new MemoryFiles(options.files);
    const jit: JitOptions = { without: [], ...(typeof options.jit === "object" ? options.jit : {}), enabled: options.jit !== false };
    const output = lineSink(options.stdout ?? ((line) => console.log(line)));
    const error = lineSink(options.stderr ?? ((line) => console.error(line)));
    const vm = await SchemeVm.open({
      argv: options.args ?? [""],
      environment: options.env ?? {},
      files,
      folders: [""],
      streams: {
        input: lineSource(options.stdin),
        inputIsTerminal: false,
        output: new OutputStream(output.write, "full"),
        error: new OutputStream(error.write, "full"),
      },
      limits: options.limits,
      jit,
      gc: { stress: 0 },
    });
    await vm.jit.prepare();
    return new Scheme(vm, files, [output.end, error.end]);
  }

  /**
   * Evaluates the forms of a text one after the other, as a prompt does. Returns the value of the last one; an array if it has several.
   * @throws SchemeError, LimitError, Interrupted
   */
  evaluate(text: string, { filename = "<evaluate>" }: { filename?: string } = {}): unknown {
    const { interaction } = this.#vm;
    this.#finish(this.#vm.evaluateForms(new Source(filename, text), interaction, () => {}));
    return this.#result();
  }

  /** Gives a variable of the guest a value: see the table in `values.ts`. @throws TypeError for what Scheme cannot be given */
  define(name: string, value: Convertible): void {
    const datum = this.#toScheme(value);
    const global = this.#vm.interaction.defineVariable(Sym.of(name));
    this.#execute({ kind: "define-global", global, value: constant(datum), where: NOWHERE } satisfies GlobalDefine);
  }

  /** Calls a procedure of the guest. */
  call(procedure: Handle, args: readonly Convertible[]): unknown {
    this.#execute(call(constant(this.#toScheme(procedure)), args.map((x) => constant(this.#toScheme(x)))));
    return this.#result();
  }

  /** The text of an object, as `display` shows it. */
  display(object: Handle): string {
    this.#display ??= this.evaluate(DISPLAY) as SchemeProxy;
    return String(this.call(this.#display, [object]));
  }

  /** Forgets an object of the guest. */
  release({ handle }: Handle): void {
    this.#vm.machine.heap.freeHandle(handle);
  }

  #toScheme(value: unknown) {
    return toScheme(value, this.#objects);
  }

  #fromScheme(datum: Parameters<typeof fromScheme>[0]): unknown {
    return fromScheme(datum, this.#objects);
  }

  #execute(core: Core): void {
    this.#finish(this.#vm.runCore(core));
  }

  #result(): unknown {
    const values = readTransfer(this.#vm.resultForHost()).data.map((x) => this.#fromScheme(x));
    return values.length === 1 ? values[0] : values;
  }

  /** The end of a call: output is handed over, failures are thrown. */
  #finish(failure: Failure | null): void {
    this.#vm.flush();
    for (const end of this.#lineEnds) end();
    if (failure !== null) throw this.#error(failure);
  }

  #error(failure: Failure): Error {
    const { limits } = this.#vm.machine;
    switch (failure.kind) {
      case "exit":
        return new SchemeError("exit", `exit ${failure.status}`);
      case "syntax":
        return new SchemeError("syntax", String(failure.error));
      case "error": {
        const { cause, report } = failure;
        if (cause?.kind === "limit") return new LimitError(cause.limit, limits.allowed(cause.limit));
        if (cause?.kind === "interrupt") return new Interrupted();
        if (report.kind === "memory" && limits.allowed("memory") !== Infinity) return new LimitError("memory", limits.allowed("memory"));
        return new SchemeError(report.kind, showReport(report, this.#vm.suggestion(report)).trimEnd());
      }
    }
  }

  /** Sets the limits of all later calls. @throws RangeError for limits that are none */
  setLimits(limits: LimitOptions): void {
    checkLimits(limits);
    this.#vm.machine.limits.configure(limits, this.#vm.machine.views);
  }

  /** A buffer in shared memory: when another thread stores 2 (SIGINT) in its first element, the guest is interrupted. */
  setInterruptBuffer(buffer: Uint8Array | Int32Array): void {
    this.#vm.machine.service.flag = new InterruptFlag(buffer);
  }

  /** Adds or replaces a file the guest can see. */
  writeFile(path: string, content: string | Uint8Array): void {
    this.#files.write(path, content);
  }

  [Symbol.dispose](): void {
    this.#vm[Symbol.dispose]();
  }
}

const DISPLAY = `
(lambda (object)
  (let ((port (open-output-string)))
    (display object port)
    (get-output-string port)))
`;

function lineSource(stdin: SchemeOptions["stdin"]): (buffer: Uint8Array) => number {
  const encoder = new TextEncoder();
  let rest = new Uint8Array(0);
  return (buffer) => {
    if (rest.length === 0) {
      const line = stdin?.() ?? null;
      if (line === null) return 0;
      rest = encoder.encode(line.endsWith("\n") ? line : line + "\n");
    }
    const part = rest.subarray(0, buffer.length);
    rest = rest.slice(part.length);
    buffer.set(part);
    return part.length;
  };
}

function checkLimits(limits: LimitOptions): void {
  for (const [name, value] of Object.entries(limits)) {
    if (value !== undefined && (typeof value !== "number" || !(value > 0))) {
      throw new RangeError(`The limit "${name}" must be a positive number, not ${value}`);
    }
  }
}
