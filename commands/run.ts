/**
 * `run` and `repl`: read the arguments, open a session of the language, run the program or the prompt.
 *
 * Output: the exit code, CPython's: 0, 1 after an uncaught error, 2 for wrong use or a file that cannot be opened, 130 after an interrupt,
 * 120 when the last output could not be written.
 */

import { FILES as HOTPY } from "../hotpy/host/artefacts.js";
import { FILES as SCHEME } from "../scheme/host/artefacts.js";
import { loadParts, type VmFiles } from "../toolkit/host/built_files.ts";
import type { Language, MachineOptions, Program } from "../toolkit/host/language.ts";

/** What CPython calls itself in messages about its arguments. */
export const PROGRAM = "hotpy";

interface Row {
  /** What the language is, for the help. */
  readonly title: string;
  /** The language's own flags besides `-c CODE`, `-`, `-V`, `-h`. One with ` EXPR` is followed by the program, one with ` DIR` by a value. */
  readonly flags: Readonly<Record<string, string>>;
  /** Its modules, which are compiled while its code is loaded. */
  readonly files?: VmFiles;
  readonly load: () => Promise<Language>;
}

/** All languages by their name on the command line. */
export const LANGUAGES: Readonly<Record<string, Row>> = {
  python: {
    title: "Python 3.14 (HotPy)",
    flags: {
      "-u": "write output at once, without buffers",
      "-q": "start the REPL without its banner",
      "-B": "write no .pyc files (never written anyway)",
      "-E": "ignore PYTHON* variables (always ignored)",
      "-s": "add no user folder to sys.path (never added)",
      "-S": "do not import site (never imported)",
    },
    files: HOTPY,
    load: async () => (await import("../hotpy/host/language.ts")).python,
  },
  scheme: {
    title: "Scheme (R7RS-small)",
    flags: {
      "-e EXPR": "evaluate EXPR",
      "-p EXPR": "evaluate EXPR and write its values",
      "-I DIR": "look for libraries in DIR as well",
      "-q": "start the REPL without its banner",
    },
    files: SCHEME,
    load: async () => (await import("../scheme/host/language.ts")).scheme,
  },
  tiny: {
    title: "the example language",
    flags: { "-e": "run on the evaluator of the abstract machine, without wasm (slow)" },
    load: async () => (await import("./tiny.ts")).tiny,
  },
};

/** The row of a language; undefined if there is none of that name. */
export function languageNamed(name: string): Row | undefined {
  return Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
}

/** Whether this call can do without the command tree. */
export function isPlain(args: readonly string[]): boolean {
  return (args[0] === "run" || args[0] === "repl") && args.length > 1 && args[1] !== "--help" && args[1] !== "-h";
}

/** Runs `run …` or `repl …`. */
export async function runPlain(args: readonly string[]): Promise<number> {
  let request: Request;
  let language: Language;
  try {
    request = parseRequest(args, (name) => languageNamed(name)?.flags ?? {});
    const files = languageNamed(request.language)?.files;
    // They are compiled while the language is loaded; what goes wrong is said when they are used.
    if (files !== undefined && request.show === null) loadParts(files).catch(() => {});
    language = await languageOf(request);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return usage(error, args[0]);
  }
  if (request.show === "version") {
    console.log(language.version);
    return 0;
  }
  if (request.show === "help") {
    console.log(helpOf(request.command, language));
    return 0;
  }
  const { machine, args: programArgs, flags } = request;
  if (request.command === "repl" || (request.program === null && Deno.stdin.isTerminal())) {
    const { runRepl } = await import("../toolkit/repl/repl.ts");
    return runRepl(language, { ...machine, program: null, args: programArgs, flags }, { quiet: flags.includes("-q") });
  }
  using session = await language.open({ ...machine, program: request.program ?? { kind: "stdin" }, args: programArgs, flags });
  return await session.runProgram();
}

/** The language a request names. @throws UsageError when there is none */
export async function languageOf(request: Request): Promise<Language> {
  const names = Object.keys(LANGUAGES).join(", ");
  if (request.language === "") throw new UsageError(`No language given; choose one of: ${names}`);
  const row = languageNamed(request.language);
  if (row === undefined) throw new UsageError(`Unknown language "${request.language}"; choose one of: ${names}`);
  return await row.load();
}

/** Says what is wrong with the arguments. */
export function usage(error: UsageError, command: string): number {
  console.error(`${error.message}\nusage: ${usageLine(command, "LANGUAGE")}\nTry \`${PROGRAM} ${command} --help' for more information.`);
  return 2;
}

function usageLine(command: string, language: string): string {
  return `${PROGRAM} ${command} [OPTIONS] ${language}${command === "repl" ? "" : " (FILE | -c CODE | -) [ARGS]"}`;
}

function helpOf(command: string, language: Language): string {
  const flags = {
    "-c CODE": "run CODE",
    "-": "run standard input",
    ...languageNamed(language.name)!.flags,
    "-V": "print the version",
    "-h": "print this",
  };
  const rows = Object.entries(flags).map(([flag, help]) => `  ${flag.padEnd(10)}${help}`);
  return [`usage: ${usageLine(command, language.name)}`, "", ...rows, "", `Options of the machine: ${PROGRAM} ${command} --help`].join(
    "\n",
  );
}

// ── Arguments ────────────────────────────────────────────────────────────────────────────────────────────────────────
// Read by hand, so that the usual call does not load a command line library. What follows the program (file, `-c CODE` or `-`) belongs to the
// guest and is never looked at; options of the machine may stand before or after the language's name.

/** Wrong use of the command line: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What `run` and its relatives were asked to do. */
export interface Request {
  command: string;
  language: string;
  machine: MachineOptions;
  /** Null: none was named. */
  program: Program | null;
  args: string[];
  /** The language's own flags. */
  flags: string[];
  /** `-V`, `-h`: print and end. */
  show: "version" | "help" | null;
}

/** The options of the machine, with the words of their help. */
export const MACHINE_OPTIONS: readonly [flag: string, help: string][] = [
  ["--jit=<on|off|threshold=N>", "turn the JIT on or off, or set the count at which a loop is compiled"],
  ["--jit-log=<FILE>", "write what the JIT does as JSON lines"],
  ["--jit-without=<PASS,…>", "leave out optimiser passes"],
  ["--gc-stress=<N>", "collect at every N-th allocation"],
  ["--gc-log=<FILE>", "write every collection as a JSON line"],
  ["--max-steps=<N>", "end the program after N loop iterations and calls"],
  ["--max-time=<MS>", "end the program after MS milliseconds"],
  ["--max-memory=<BYTES>", "let the heap grow to BYTES (suffix K, M, G)"],
  ["--max-output=<BYTES>", "let the program write BYTES (suffix K, M, G)"],
];

/** Options without anything set. */
export function defaultMachineOptions(): MachineOptions {
  return { jit: { enabled: true, without: [] }, gc: { stress: 0 }, limits: {} };
}

/** Reads `args` (the command's name first). @throws UsageError */
export function parseRequest(args: readonly string[], languageFlags: (language: string) => Readonly<Record<string, string>>): Request {
  const [command] = args;
  const request: Request = { command, language: "", machine: defaultMachineOptions(), program: null, args: [], flags: [], show: null };
  let i = 1;
  for (; i < args.length && request.program === null; i++) {
    const arg = args[i];
    if (arg.startsWith("--") && arg.length > 2) {
      const equals = arg.indexOf("=");
      const name = equals < 0 ? arg : arg.slice(0, equals);
      if (name === "--help" || name === "--version") {
        request.show = name === "--help" ? "help" : "version";
        continue;
      }
      let value = equals < 0 ? undefined : arg.slice(equals + 1);
      if (!MACHINE_OPTIONS.some(([flag]) => flag.startsWith(name + "="))) throw new UsageError(`unknown option ${name}`);
      if (value === undefined) value = args[++i];
      if (value === undefined) throw new UsageError(`Argument expected for the ${name} option`);
      setMachineOption(request.machine, name, value);
    } else if (request.language === "") {
      if (arg.startsWith("-")) throw new UsageError(`unknown option ${arg}`);
      request.language = arg;
    } else if (arg === "-") {
      request.program = { kind: "stdin" };
    } else if (arg.startsWith("-") && arg !== "--") {
      i = languageOption(request, args, i, languageFlags(request.language));
    } else {
      const path = arg === "--" ? args[++i] : arg;
      if (path !== undefined) request.program = { kind: "file", path };
    }
  }
  request.args = args.slice(i);
  return request;
}

/** A group of one-letter flags, as CPython reads them: `-uB`, `-c CODE`, `-cCODE`. Returns the index of the last argument used. */
function languageOption(request: Request, args: readonly string[], index: number, known: Readonly<Record<string, string>>): number {
  const group = args[index];
  for (let k = 1; k < group.length; k++) {
    const flag = "-" + group[k];
    const row = flag === "-c" ? "-c CODE" : Object.keys(known).find((name) => name.split(" ")[0] === flag);
    if (row?.includes(" ")) {
      const rest = group.slice(k + 1);
      const text = rest !== "" ? rest : args[++index];
      if (text === undefined) throw new UsageError(`Argument expected for the ${flag} option`);
      if (row.endsWith(" DIR")) request.flags.push(flag + text);
      else {
        request.program = { kind: "code", text };
        if (flag !== "-c") request.flags.push(flag);
      }
      return index;
    }
    if (flag === "-V" || flag === "-h") request.show = flag === "-V" ? "version" : "help";
    else if (row !== undefined) request.flags.push(flag);
    else throw new UsageError(`unknown option ${flag}`);
  }
  return index;
}

function setMachineOption(machine: MachineOptions, name: string, value: string): void {
  switch (name) {
    case "--jit":
      if (value === "on" || value === "off") machine.jit.enabled = value === "on";
      else if (/^threshold=\d+$/.test(value)) {
        machine.jit.enabled = true;
        machine.jit.threshold = wholeNumber(name, value.slice(10));
      } else throw new UsageError(`--jit takes on, off or threshold=N, not "${value}"`);
      break;
    case "--jit-log":
      machine.jit.logFile = value;
      break;
    case "--jit-without":
      machine.jit.without = value.split(",").filter((pass) => pass !== "");
      break;
    case "--gc-stress":
      machine.gc.stress = wholeNumber(name, value);
      break;
    case "--gc-log":
      machine.gc.logFile = value;
      break;
    case "--max-steps":
      machine.limits!.steps = wholeNumber(name, value);
      break;
    case "--max-time":
      machine.limits!.timeoutMs = wholeNumber(name, value);
      break;
    case "--max-memory":
      machine.limits!.memoryBytes = sizeOf(name, value);
      break;
    case "--max-output":
      machine.limits!.outputBytes = sizeOf(name, value);
      break;
  }
}

function wholeNumber(name: string, value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number)) throw new UsageError(`${name} takes a whole number, not "${value}"`);
  return number;
}

const UNIT: Record<string, number> = { "": 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

function sizeOf(name: string, value: string): number {
  const match = /^(\d+)([KMG]?)$/i.exec(value);
  if (match === null) throw new UsageError(`${name} takes a size such as 64M, not "${value}"`);
  return Number(match[1]) * UNIT[match[2].toUpperCase()];
}
