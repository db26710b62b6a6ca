/**
 * HotPy for programs that embed it, in Pyodide's words: `runPython`, `globals`, `setStdout`, `PyProxy`, `PythonError`.
 *
 * Invariant: every error of the guest is a `PythonError` or a `LimitError`, and the VM takes the next call after it; the guest reaches nothing
 * but what `HotPyOptions` gives it. A result leaves the guest as the text of a `SystemExit`, which the core hands out without showing it.
 */

import { lineSink, MemoryFiles } from "../../toolkit/host/capabilities.ts";
import type { JitOptions, LimitOptions } from "../../toolkit/host/language.ts";
import { InterruptFlag } from "../../toolkit/host/service.ts";
import { GuestError, LimitError } from "../../toolkit/machine/errors.ts";
import type * as ast from "../syntax/ast.ts";
import { parseModule, Source } from "../syntax/parser.ts";
import { showFailure } from "./failure.ts";
import { type Convertible, decodeValue, type Handle, literalOf, PRELUDE } from "./values.ts";
import { attempt, type Compiled, type Failure, HotPyVm, type StreamOptions } from "./vm.ts";

/** What a HotPy is loaded with; everything may be left out. */
export interface HotPyOptions {
  /** Files the guest can import and read, by absolute path. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /** `sys.argv`. */
  args?: readonly string[];
  limits?: LimitOptions;
  /** `false` turns the trace compiler off. */
  jit?: boolean | Partial<Omit<JitOptions, "enabled">>;
  /** Whole lines of standard output and error, without their newline; the console by default. */
  stdout?: (line: string) => void;
  stderr?: (line: string) => void;
  /** One line of standard input; null or undefined at its end, which is also the default. */
  stdin?: () => string | null | undefined;
}

/** What Python code gives: by value where JavaScript has an equal (docs/embedding.md has the table), else a proxy. */
export type PyValue = undefined | boolean | number | bigint | string | PyProxy;
/** The same with containers by value. */
export type PyDeepValue = PyValue | PyDeepValue[] | Map<PyDeepValue, PyDeepValue>;

/** Where a stream goes: by lines, by bytes, or by pieces as they are written. */
export type StreamHandler = { batched: (line: string) => void } | { raw: (byte: number) => void } | { write: (bytes: Uint8Array) => void };

/** An exception of Python that nothing caught. `message` is its traceback. */
export class PythonError extends GuestError {
  override readonly name = "PythonError";

  /** `type`: the exception's class, qualified by its module unless that is `builtins` or `__main__`. */
  constructor(readonly type: string, traceback: string) {
    super(type, traceback, traceback.split("\n"));
  }
}

/** A Python object that has no equal in JavaScript. */
export class PyProxy implements Handle, Disposable {
  readonly #hotpy: HotPy;

  /** `type`: the name of its class. */
  constructor(hotpy: HotPy, readonly handle: number, readonly type: string) {
    this.#hotpy = hotpy;
  }

  /** `str(object)`. */
  toString(): string {
    return String(this.#hotpy.evaluate(`str(${literalOf(this)})`));
  }

  /** A copy in JavaScript: lists and tuples become arrays, dicts maps; other objects in them proxies. */
  toJs(): PyDeepValue {
    return this.#hotpy.evaluate(literalOf(this), true);
  }

  /** Lets the guest's collector have the object. */
  destroy(): void {
    this.#hotpy.execute(`${literalOf(this)} = None`);
  }

  [Symbol.dispose](): void {
    this.destroy();
  }
}

const NAME = /^[\p{XIDS}_]\p{XIDC}*$/u;

/** The global variables of a HotPy. */
export class PyGlobals {
  constructor(readonly hotpy: HotPy) {}

  /** A variable's value; undefined if there is none. */
  get(name: string): PyValue {
    return this.has(name) ? this.hotpy.evaluate(identifier(name)) : undefined;
  }

  has(name: string): boolean {
    return this.hotpy.evaluate(`${JSON.stringify(identifier(name))} in globals()`) === true;
  }

  /** Gives the guest a value: see the table in `values.ts`. */
  set(name: string, value: Convertible): void {
    this.hotpy.execute(`${identifier(name)} = ${literalOf(value)}`);
  }

  delete(name: string): void {
    if (this.has(name)) this.hotpy.execute(`del ${name}`);
  }
}

function identifier(name: string): string {
  if (!NAME.test(name)) throw new TypeError(`"${name}" is not a Python name`);
  return name;
}

/** A Python in its own heap. */
export class HotPy implements Disposable {
  readonly globals: PyGlobals = new PyGlobals(this);
  readonly #vm: HotPyVm;
  readonly #files: MemoryFiles;
  #prepared = false;
  /** Hands over what is left of a line at the end of a call. */
  readonly #lineEnds = new Map<number, () => void>();

  private constructor(vm: HotPyVm, files: MemoryFiles) {
    this.#vm = vm;
    this.#files = files;
    vm.path = ["/"];
  }

  /** Loads the VM. @throws RangeError for limits that are none */
  static async load(options: HotPyOptions): Promise<HotPy> {
    checkLimits(options.limits ?? {});
    const files = new MemoryFiles(options.files);
    const jit: JitOptions = { without: [], ...(typeof options.jit === "object" ? options.jit : {}), enabled: options.jit !== false };
    const nowhere: StreamOptions = { sink: () => {}, buffering: "full" };
    const vm = await HotPyVm.open({
      argv: options.args ?? [""],
      files,
      stdout: nowhere,
      stderr: nowhere,
      readLine: lineSource(options.stdin),
      limits: options.limits,
      jit,
      gc: { stress: 0 },
    });
    await vm.jit.prepare();
    const hotpy = new HotPy(vm, files);
    hotpy.setStdout({ batched: options.stdout ?? ((line) => console.log(line)) });
    hotpy.setStderr({ batched: options.stderr ?? ((line) => console.error(line)) });
    return hotpy;
  }

  /**
   * Runs Python code in `__main__`. Returns the value of its last statement if that is an expression without a semicolon, else undefined.
   * @throws PythonError, LimitError
   */
  runPython(code: string, { filename = "<exec>" }: { filename?: string } = {}): PyValue {
    const RESULT = "__hotpy_result__";
    let hasResult = false;
    const compile = () => {
      const unit = new Source(filename, code);
      const { tree } = parseModule(unit, filename);
      const last = tree.body.at(-1);
      hasResult = last?.kind === "Expr" && !unit.text.slice(last.end).trimStart().startsWith(";");
      if (hasResult) tree.body[tree.body.length - 1] = assignment(RESULT, last as ast.ExprStmt);
      return this.#vm.compileTree(unit, tree);
    };
    this.#run(compile);
    if (!hasResult) return undefined;
    const value = this.evaluate(RESULT);
    this.execute(`${RESULT} = None`);
    return value;
  }

  /** The value of an expression of ours. `deep`: containers by value. */
  evaluate(expression: string): PyValue;
  evaluate(expression: string, deep: true): PyDeepValue;
  evaluate(expression: string, deep = false): PyDeepValue {
    if (!this.#prepared) {
      this.#prepared = true;
      this.execute(PRELUDE);
    }
    const failure = this.#attempt(this.#ours(`raise SystemExit(__hotpy__(${expression}, ${deep ? "True" : "False"}))`));
    if (failure?.kind !== "exit" || failure.text === null) throw this.#error(failure!);
    return decodeValue<PyProxy>(failure.text, (handle, type) => new PyProxy(this, handle, type));
  }

  /** Runs a statement of ours. */
  execute(statement: string): void {
    this.#run(this.#ours(statement));
  }

  #ours(source: string): () => Compiled {
    return () => this.#vm.compile(source, "<hotpy>", "exec", false);
  }

  #run(compile: () => Compiled): void {
    const failure = this.#attempt(compile);
    if (failure !== null) throw this.#error(failure);
  }

  #attempt(compile: () => Compiled): Failure | null {
    const compiled = attempt(compile);
    if ("kind" in compiled) return compiled;
    try {
      return this.#vm.run(compiled);
    } finally {
      this.#vm.flush(1);
      this.#vm.flush(2);
      for (const end of this.#lineEnds.values()) end();
    }
  }

  #error(failure: Failure): Error {
    const { limits } = this.#vm.machine;
    const { type, message, text } = showFailure(failure, this.#vm);
    const cause = failure.kind === "error" ? failure.cause : null;
    // A guest may catch what a limit raised and fail of something else.
    if (cause?.kind === "limit" && message.endsWith(this.#vm.errorOf(cause).message)) {
      return new LimitError(cause.limit, limits.allowed(cause.limit));
    }
    if (type === "MemoryError" && limits.allowed("memory") !== Infinity) return new LimitError("memory", limits.allowed("memory"));
    return new PythonError(type, text.trimEnd());
  }

  /** Sends standard output somewhere else. */
  setStdout(handler: StreamHandler): void {
    this.#setStream(1, handler);
  }

  /** Sends standard error somewhere else. */
  setStderr(handler: StreamHandler): void {
    this.#setStream(2, handler);
  }

  #setStream(stream: 1 | 2, handler: StreamHandler): void {
    this.#lineEnds.delete(stream);
    let sink;
    if ("batched" in handler) {
      const { write, end } = lineSink(handler.batched);
      this.#lineEnds.set(stream, end);
      sink = write;
    } else if ("raw" in handler) sink = (bytes: Uint8Array) => bytes.forEach((byte) => handler.raw(byte));
    else sink = (bytes: Uint8Array) => handler.write(bytes.slice());
    this.#vm.setStream(stream, { sink, buffering: "write" in handler ? "none" : "full" });
  }

  /** Takes standard input from a function that gives lines. */
  setStdin({ stdin }: { stdin: () => string | null | undefined }): void {
    this.#vm.input = lineSource(stdin);
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

/** `NAME = expression`, in the place of a statement that is an expression. */
function assignment(name: string, statement: ast.ExprStmt): ast.Stmt {
  const { start, end } = statement;
  return {
    kind: "Assign",
    targets: [{ kind: "Name", id: name, ctx: "Store", start, end: start }],
    value: statement.value,
    start,
    end,
  } as ast.Stmt;
}

function lineSource(stdin: HotPyOptions["stdin"]): () => Uint8Array | null {
  const encoder = new TextEncoder();
  return () => {
    const line = stdin?.() ?? null;
    return line === null ? null : encoder.encode(line.endsWith("\n") ? line : line + "\n");
  };
}

function checkLimits(limits: LimitOptions): void {
  for (const [name, value] of Object.entries(limits)) {
    if (value !== undefined && (typeof value !== "number" || !(value > 0))) {
      throw new RangeError(`The limit "${name}" must be a positive number, not ${value}`);
    }
  }
}
