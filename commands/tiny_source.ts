/**
 * Programs of the example language as the command line gets them: their text, and whether it goes on.
 */

import { TinySyntaxError } from "../examples/tiny/lexer_parser.ts";
import { absolutePath, errorNumber, errorText } from "../toolkit/host/capabilities.ts";
import type { Program } from "../toolkit/host/language.ts";

/** Whether brackets are open. */
export function isIncomplete(text: string): boolean {
  const code = text.replace(/"(\\.|[^"\\])*"|\/\/.*$/gm, "");
  const count = (pattern: RegExp) => code.match(pattern)?.length ?? 0;
  return count(/[({[]/g) > count(/[)}\]]/g);
}

/** Runs a program's text; 2 when there is none. */
export async function withSource(program: Program, run: (source: string) => number): Promise<number> {
  let source: string;
  try {
    source = await readProgram(program);
  } catch (error) {
    if (
      !(error instanceof Deno.errors.NotFound || error instanceof Deno.errors.IsADirectory || error instanceof Deno.errors.PermissionDenied)
    ) throw error;
    const errno = errorNumber(error), path = program.kind === "file" ? absolutePath(program.path, Deno.cwd()) : "";
    console.error(`tiny: can't open file '${path}': [Errno ${errno}] ${errorText(errno)}`);
    return 2;
  }
  return run(source);
}

/** Runs a program that gives what it did not catch: what to say of that, or of its syntax error; null when all went well. */
export function failureOf(run: () => string | null): string | null {
  try {
    const error = run();
    return error === null ? null : `Uncaught: ${error}`;
  } catch (error) {
    if (!(error instanceof TinySyntaxError)) throw error;
    return `Syntax error: ${error.message}`;
  }
}

async function readProgram(program: Program): Promise<string> {
  if (program.kind === "code") return program.text;
  if (program.kind === "file") return Deno.readTextFileSync(program.path);
  return await new Response(Deno.stdin.readable).text();
}
