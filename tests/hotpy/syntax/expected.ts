/**
 * What a snippet gives: a tree, or an error with its place, and warnings. The form in which `errors.json` holds CPython's answers.
 */

import { parseModule, type ParseOptions, PythonSyntaxError, Source } from "../../../hotpy/syntax/parser.ts";
import { dump } from "./dump.ts";

/** Class, message, line, column, end line, end column, text. */
export type ExpectedError = [string, string, number | null, number | null, number | null, number | null, string | null];

/** One line of `errors.json`. */
export interface Expected {
  source: string;
  tree: string | null;
  error: ExpectedError | null;
  /** Message and line. */
  warnings: [string, number][];
}

/** Runs our parser on a snippet. */
export function describe(text: string, options: ParseOptions): Omit<Expected, "source"> {
  try {
    const source = new Source("<string>", text);
    const { tree, warnings } = parseModule(source, "<string>", options);
    return { tree: dump(tree, source), error: null, warnings: warnings.map(({ message, line }) => [message, line]) };
  } catch (e) {
    if (!(e instanceof PythonSyntaxError)) throw e;
    return { tree: null, error: [e.type, e.message, e.line, e.column, e.endLine, e.endColumn, e.text], warnings: [] };
  }
}
