/**
 * `run` and `repl`: read the arguments, open a session of the language, run the program or the prompt.
 *
 * Output: the exit code, CPython's: 0, 1 after an uncaught error, 2 for wrong use or a file that cannot be opened, 130 after an interrupt,
 * 120 when the last output could not be written.
 */

import type { Language } from "../toolkit/host/language.ts";
import { parseRequest, type Request, UsageError } from "./options.ts";

/** What CPython calls itself in messages about its arguments. */
export const PROGRAM = "hotpy";

interface Row {
  /** What the language is, for the help. */
  readonly title: string;
  /** The language's own flags besides `-c CODE`, `-`, `-V`, `-h`. */
  readonly flags: Readonly<Record<string, string>>;
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
    load: async () => (await import("../hotpy/host/language.ts")).python,
  },
  tiny: {
    title: "the example language",
    flags: {},
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
