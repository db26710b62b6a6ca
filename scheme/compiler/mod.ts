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
import { analyze } from "./analyze.ts";
import type { CodeObject } from "./code.ts";
import type { InstructionSet } from "./assembler.ts";
import { generate } from "./generate.ts";
import { simplify } from "./simplify.ts";

export { writeCodeFile, writeDatumFile } from "./code_file.ts";
export type { CodeObject } from "./code.ts";
export { InstructionSet } from "./assembler.ts";

/** Compiles a program: a procedure without parameters. @throws SchemeSyntaxError when it is too big, RangeError when it is nested too deeply */
export function compile(program: Lambda, instructions: InstructionSet): CodeObject {
  const simple: Lambda = { ...program, body: simplify(program.body) };
  return generate(simple, analyze(simple), instructions);
}
