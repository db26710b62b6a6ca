/**
 * `disassemble LANGUAGE (FILE | -c CODE | -)`: prints the bytecode of a program without running it.
 */

import type { Program, SessionOptions } from "../toolkit/host/language.ts";
import { languageNamed } from "./languages.ts";
import { parseRequest, UsageError } from "./options.ts";
import { languageOf, usage } from "./run.ts";

/** Runs the command. Returns the exit code. */
export async function disassemble(args: readonly string[]): Promise<number> {
  try {
    const request = parseRequest(args, (name) => languageNamed(name)?.flags ?? {});
    const language = await languageOf(request);
    const options: SessionOptions = { ...request.machine, args: request.args, flags: request.flags };
    using session = await language.open(options);
    const [source, filename] = await readProgram(request.program ?? { kind: "stdin" });
    console.log(session.disassemble(source, filename));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) return usage(error, args[0]);
    if (error instanceof Deno.errors.NotFound) {
      console.error(error.message);
      return 2;
    }
    throw error;
  }
}

async function readProgram(program: Program): Promise<[source: string, filename: string]> {
  if (program.kind === "code") return [program.text, "<string>"];
  if (program.kind === "file") return [Deno.readTextFileSync(program.path), program.path];
  return [await new Response(Deno.stdin.readable).text(), "<stdin>"];
}
