/**
 * `dump STAGE LANGUAGE (FILE | -c CODE | -)` and `disassemble`: print what a stage of the compiler makes of a program, without running it.
 */

import type { Program } from "../toolkit/host/language.ts";
import { languageNamed, languageOf, parseRequest, usage, UsageError } from "./run.ts";

/** Prints a stage; `args` begin with the command's name. Returns the exit code. */
export async function dump(stage: string | undefined, args: readonly string[]): Promise<number> {
  try {
    const request = parseRequest(args, (name) => languageNamed(name)?.flags ?? {});
    const language = await languageOf(request);
    const stages = await language.stages();
    if (stage === undefined || !Object.hasOwn(stages, stage)) {
      throw new UsageError(`Unknown stage "${stage ?? ""}"; ${language.name} has: ${Object.keys(stages).join(", ")}`);
    }
    const [source, filename] = await readProgram(request.program ?? { kind: "stdin" });
    console.log(stages[stage](source, filename));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) return usage(error, args[0]);
    if (error instanceof Deno.errors.NotFound) {
      console.error(error.message);
      return 2;
    }
    if (!(error instanceof SyntaxError) && !(error instanceof Error && "place" in error)) throw error;
    console.error(String(error));
    return 1;
  }
}

async function readProgram(program: Program): Promise<[source: string, filename: string]> {
  if (program.kind === "code") return [program.text, "<string>"];
  if (program.kind === "file") return [Deno.readTextFileSync(program.path), program.path];
  return [await new Response(Deno.stdin.readable).text(), "<stdin>"];
}
