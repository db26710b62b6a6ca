/**
 * The compiler: core forms to code objects.
 *
 * @example
 * ```ts
 * const code = compile(lambda(null, [], core), new InstructionSet(unit));
 * const bytes = writeCodeFile(code);
 * ```
 */

import type { Lambda } from "../expander/core.ts";
import { SchemeSyntaxError } from "../reader/errors.ts";
import { analyze } from "./analyze.ts";
import type { CodeObject } from "./code.ts";
import type { InstructionSet } from "./bytecodes.ts";
import { generate } from "./generate.ts";
import { simplify } from "./simplify.ts";

export { writeCodeFile, writeDatumFile } from "./code_file.ts";
export type { CodeObject } from "./code.ts";
export { InstructionSet } from "./bytecodes.ts";

/** Compiles a program: a procedure without parameters. @throws SchemeSyntaxError when it is nested too deeply or too big */
export function compile(program: Lambda, instructions: InstructionSet): CodeObject {
  try {
    const simple: Lambda = { ...program, body: simplify(program.body) };
    return generate(simple, analyze(simple), instructions);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new SchemeSyntaxError("The program is nested too deeply", program.where.source, program.where.at);
  }
}
