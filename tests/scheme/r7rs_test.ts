/**
 * Runs every file of `r7rs/`, `srfi/` and `vm/` in every configuration and compares what its expressions give with its comments.
 */

import { deepStrictEqual as assertEquals } from "node:assert";
import { CONFIGURATIONS, EVALUATOR, runProgram } from "./program.ts";
import { instrumented, mismatches, type Suite, suitesIn } from "./suite.ts";

for (const folder of ["r7rs", "srfi", "vm"]) {
  for (const suite of suitesIn(new URL(`./${folder}/`, import.meta.url))) {
    for (const configuration of Object.keys(CONFIGURATIONS).filter((name) => name !== "jit")) {
      Deno.test(`${folder}/${suite.name} (${configuration})`, async () => {
        const { output, failure } = await runProgram(instrumented(suite), CONFIGURATIONS[configuration]);
        assertEquals({ mismatches: mismatches(suite, output), failure }, { mismatches: [], failure: null });
      });
    }
  }
}

/** Files with long loops, which take the evaluator a quarter of a minute each. */
const LONG = ["4_2_procedures_that_bind.scm", "6_13_string_ports.scm", "6_1_equivalence.scm"];

for (const suite of suitesIn(new URL("./r7rs/", import.meta.url))) {
  if (LONG.includes(suite.name)) continue;
  Deno.test(`r7rs/${suite.name} (evaluator)`, async () => {
    const { output, failure } = await runProgram(instrumented(suite), EVALUATOR);
    assertEquals({ mismatches: mismatches(suite, output), failure }, { mismatches: [], failure: null });
  });
}

for (const suite of evaluableSuites()) {
  Deno.test(`r7rs/${suite.name} (evaluated form by form)`, async () => {
    const { output, failure } = await runProgram(instrumented(suite, { evaluated: true }), CONFIGURATIONS["jit at threshold 2"]);
    assertEquals({ mismatches: mismatches(suite, output), failure }, { mismatches: [], failure: null });
  });
}

/**
 * Files whose forms may stand alone in the environment of a prompt: not those with libraries of their own, imports under other names,
 * directives for the reader or literals whose parts are shared.
 */
function evaluableSuites(): Suite[] {
  const suites = suitesIn(new URL("./r7rs/", import.meta.url));
  const texts = ({ forms, imports }: Suite) => [...imports, ...forms.map(({ text }) => text)];
  return suites.filter((suite) => !texts(suite).some((text) => /^\(define-library|^#!|^\(import.*\(rename|#\d+=/s.test(text)));
}
