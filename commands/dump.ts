/**
 * `dump STAGE LANGUAGE (FILE | -c CODE | -)` and `disassemble`: print what a stage of the compiler makes of a program, without running it; and
 * `dump trace`, which runs it and prints the regions that the trace compiler builds.
 */

import type { Language, Program } from "../toolkit/host/language.ts";
import { languageNamed, languageOf, parseRequest, type Request, usage, UsageError } from "./run.ts";

/** The stage that needs a run. */
const TRACE = "trace";

/** Prints a stage; `args` begin with the command's name. Returns the exit code. */
export async function dump(stage: string | undefined, args: readonly string[]): Promise<number> {
  try {
    const passes = args.filter((arg) => stage === TRACE && arg.startsWith("--pass="));
    const request = parseRequest(args.filter((arg) => !passes.includes(arg)), (name) => languageNamed(name)?.flags ?? {});
    const language = await languageOf(request);
    if (stage === TRACE) return await dumpTrace(language, request, passes.flatMap((arg) => arg.slice("--pass=".length).split(",")));
    const stages = await language.stages();
    if (stage === undefined || !Object.hasOwn(stages, stage)) {
      throw new UsageError(`Unknown stage "${stage ?? ""}"; ${language.name} has: ${[...Object.keys(stages), TRACE].join(", ")}`);
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

/** Runs a program; behind its output, every region as it was compiled, and without each of `passes`. Returns the program's exit code. */
async function dumpTrace(language: Language, request: Request, passes: readonly string[]): Promise<number> {
  const { PASSES } = await import("../toolkit/trace/mod.ts");
  const unknown = passes.find((pass) => !Object.hasOwn(PASSES, pass));
  if (unknown !== undefined) throw new UsageError(`Unknown pass "${unknown}"; choose from: ${Object.keys(PASSES).join(", ")}`);
  const { machine, args, flags } = request;
  const texts: string[] = [];
  const jit = { ...machine.jit, dump: (text: string) => void texts.push(text), compare: passes };
  using session = await language.open({ ...machine, jit, program: request.program ?? { kind: "stdin" }, args, flags });
  const code = await session.runProgram();
  console.log(texts.length > 0 ? texts.join("\n") : "(nothing was compiled)");
  return code;
}

async function readProgram(program: Program): Promise<[source: string, filename: string]> {
  if (program.kind === "code") return [program.text, "<string>"];
  if (program.kind === "file") return [Deno.readTextFileSync(program.path), program.path];
  return [await new Response(Deno.stdin.readable).text(), "<stdin>"];
}
