/**
 * The languages of the command line: one row each, loaded when it is used.
 */

import type { Language } from "../toolkit/host/language.ts";

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
