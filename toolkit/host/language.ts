/**
 * What the command line, the REPL and the tests need of a language: one interface that `hotpy/`, `scheme/` and the example implement.
 *
 * Invariant: nothing here knows a language; a session's VM stays usable after every guest error.
 */

/** What an embedder may set, each for one call from the host; what is left out is not limited (depth: the language's default). */
export interface LimitOptions {
  /** Loop iterations and calls, counted in quanta of fuel. */
  steps?: number;
  /** Wall time, in milliseconds. */
  timeoutMs?: number;
  /** Bytes of linear memory the heap may take. */
  memoryBytes?: number;
  /** Guest frames on the stack, of average size. */
  depth?: number;
  /** Bytes written to the output streams together. */
  outputBytes?: number;
}

/** Options of the JIT, as `--jit`, `--jit-log` and `--jit-without` give them. */
export interface JitOptions {
  enabled: boolean;
  /** Counter value at which a loop or function is recorded; undefined: the default. */
  threshold?: number;
  /** File for the log, JSON lines. */
  logFile?: string;
  /** Names of optimiser passes to leave out. */
  without: readonly string[];
  /** Receives the text of every region that is compiled, and of what it is without each of the passes in `compare`. */
  dump?: (text: string) => void;
  compare?: readonly string[];
  /** For tests: every so many guards fail, though they hold (`TraceSettings` of the trace compiler). */
  failGuards?: number;
}

/** Options of the collector, as `--gc-stress` and `--gc-log` give them. */
export interface GcOptions {
  /** Collect at every n-th allocation; 0: never for that reason. */
  stress: number;
  /** File for the log, JSON lines. */
  logFile?: string;
}

/** Options of the machine that all languages share. */
export interface MachineOptions {
  jit: JitOptions;
  gc: GcOptions;
  limits?: LimitOptions;
}

/** The main program. */
export type Program =
  | { kind: "file"; path: string }
  | { kind: "code"; text: string }
  | { kind: "stdin" };

/** What a session is opened for. */
export interface SessionOptions extends MachineOptions {
  /** The main program; null: a prompt. */
  program: Program | null;
  /** Arguments after the program. */
  args: readonly string[];
  /** The language's own flags, in order, as they stood on the command line (`-u`). */
  flags: readonly string[];
}

/** One VM of a language, opened for the command line. */
export interface Session extends Disposable {
  /** Runs the main program, reports what it did not catch, writes out its output. Returns the exit code. */
  runProgram(): Promise<number>;
  /** Whether `text` is the beginning of something longer, so that a REPL must ask for more lines. */
  isIncomplete(text: string): boolean;
  /** Names that could go on with the last word of a line. */
  complete?(line: string): { word: string; candidates: string[] };
  /** Runs one interactive input and shows its result or error. Returns the exit code if the guest asked to end, otherwise null. */
  interact(text: string): Promise<number | null>;
}

/** A language. */
export interface Language {
  /** Its name on the command line. */
  readonly name: string;
  /** What its REPL says first. */
  readonly banner: string;
  /** Primary and secondary prompt. */
  readonly prompts: readonly [string, string];
  /** What `-V` prints. */
  readonly version: string;
  /** What `dump` can show of a program without running it, each from source text to text; `bytecode` is what `disassemble` shows. */
  stages(): Promise<Readonly<Record<string, (source: string, filename: string) => string>>>;
  open(options: SessionOptions): Promise<Session>;
}
