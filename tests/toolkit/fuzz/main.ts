/**
 * Fuzzing from the command line: `deno run -A tests/toolkit/fuzz/main.ts COUNT [FIRST_SEED] [--only TEXT] [--show SEED]`.
 *
 * ```
 * 1000 seeds from 0: 1000 agree
 * ```
 * A disagreement shows the seed, the configuration, the first difference and the shrunk program. `--only` leaves the
 * configurations whose name contains a text (and the measure); `--show` prints a program.
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
const only = Deno.args.indexOf("--only");
const configurations = CONFIGURATIONS.filter((c, i) => i === 0 || only < 0 || c.name.includes(Deno.args[only + 1]));
const count = Number(Deno.args[0] ?? 100), first = Number(/^\d+$/.test(Deno.args[1] ?? "") ? Deno.args[1] : 0);
let failures = 0;
for (let seed = first; seed < first + count; seed++) {
  const failure = trySeed(seed, true, configurations);
  if (failure === null) continue;
  failures++;
  console.log(`\nseed ${seed}, ${failure.configuration}: ${failure.difference}\n\n${failure.source}\n`);
}
console.log(`${count} seeds from ${first}: ${count - failures} agree in ${configurations.length} configurations`);
if (failures > 0) Deno.exit(1);
