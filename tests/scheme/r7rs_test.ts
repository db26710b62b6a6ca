/**
 * Runs every file of `r7rs/`, `srfi/` and `vm/` in every configuration and compares what its expressions give with its comments.
 */

import { deepStrictEqual as assertEquals } from "node:assert";
import { type Configuration, CONFIGURATIONS, EVALUATOR, runProgram, STRESSED } from "./program.ts";
import { instrumented, mismatches, type Suite, suitesIn } from "./suite.ts";

/** Files that allocate so much that a collection each time takes them seconds or minutes. */
const ALLOCATING = [
  ...["3_basic_concepts.scm", "4_2_procedures_that_bind.scm", "6_11_exceptions.scm", "6_13_string_ports.scm", "6_1_equivalence.scm"],
  ...["132_sorting.scm", "1_lists.scm", "69_hash_tables.scm", "ports_utf8.scm", "printing.scm"],
];

function configurationsOf(suite: Suite): [name: string, configuration: Configuration][] {
  const { jit: _, "interpreter, collecting often": often, ...others } = CONFIGURATIONS;
  return Object.entries({ ...others, ...(ALLOCATING.includes(suite.name) ? { "interpreter, collecting often": often } : STRESSED) });
}

for (const folder of ["r7rs", "srfi", "vm"]) {
  for (const suite of suitesIn(new URL(`./${folder}/`, import.meta.url))) {
    for (const [name, configuration] of configurationsOf(suite)) {
      Deno.test(`${folder}/${suite.name} (${name})`, async () => {
        const { output, failure } = await runProgram(instrumented(suite), configuration);
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
