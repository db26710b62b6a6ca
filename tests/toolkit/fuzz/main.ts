/**
 * Fuzzing from the command line: `deno run -A tests/toolkit/fuzz/main.ts COUNT [FIRST_SEED] [--show SEED]`.
 *
 * ```
 * 1000 seeds from 0: 1000 agree
 * ```
 * A disagreement shows the seed, the configuration, the first difference and the shrunk program. `--show` prints a program.
 */

import { CONFIGURATIONS } from "./configurations.ts";
import { trySeed } from "./fuzz.ts";
import { generate } from "./generate.ts";
import { sourceOf } from "./source.ts";

const show = Deno.args.indexOf("--show");
if (show >= 0) {
  console.log(sourceOf(generate(Number(Deno.args[show + 1]))));
  Deno.exit(0);
}
const count = Number(Deno.args[0] ?? 100), first = Number(Deno.args[1] ?? 0);
let failures = 0;
for (let seed = first; seed < first + count; seed++) {
  const failure = trySeed(seed);
  if (failure === null) continue;
  failures++;
  console.log(`\nseed ${seed}, ${failure.configuration}: ${failure.difference}\n\n${failure.source}\n`);
}
console.log(`${count} seeds from ${first}: ${count - failures} agree in ${CONFIGURATIONS.length} configurations`);
if (failures > 0) Deno.exit(1);
