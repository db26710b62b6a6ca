/**
 * The compiler: core forms to code objects.
 *
 * @example
 * ```ts
 * const code = compile(lambda(null, [], core), opcodes);
 * const bytes = writeCodeFile(code);
 * ```
 */

import type { Lambda } from "../expander/core.ts";
import { SchemeSyntaxError } from "../reader/errors.ts";
import { analyze } from "./analyze.ts";
import type { CodeObject } from "./code.ts";
import { generate, type Opcodes } from "./generate.ts";
import { simplify } from "./simplify.ts";

export { writeCodeFile, writeDatumFile } from "./code_file.ts";
export type { CodeObject } from "./code.ts";
export type { Opcodes } from "./generate.ts";

/** Compiles a program: a procedure without parameters. @throws SchemeSyntaxError when it is nested too deeply or too big */
export function compile(program: Lambda, opcodes: Opcodes): CodeObject {
  try {
    const simple: Lambda = { ...program, body: simplify(program.body) };
    return generate(simple, analyze(simple), opcodes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new SchemeSyntaxError("The program is nested too deeply", program.where.source, program.where.at);
  }
}
