/**
 * Fuzzing from the command line: `deno task fuzz COUNT [FIRST_SEED] [--jobs N] [--only TEXT]`, `deno task fuzz --show SEED`.
 *
 * ```
 * 10000 seeds from 0: 10000 agree
 * ```
 * A disagreement shows the seed, the configuration, the first difference and the shrunk program. `--only` leaves the
 * configurations whose name contains a text (and the measure); `--show` prints a program. Seeds are dealt out in small portions
 * to as many processes as there are processors, or `--jobs`; the number done goes to stderr.
 */

import { parseArgs } from "node:util";
import { CONFIGURATIONS } from "./configurations.ts";
import { trySeed } from "./fuzz.ts";
import { generate } from "./generate.ts";
import { sourceOf } from "./source.ts";

/** Seeds that one process tries: fresh processes keep memory bounded. */
const PORTION = 250;

const { values: flags, positionals } = parseArgs({
  args: Deno.args,
  options: { jobs: { type: "string" }, only: { type: "string" }, show: { type: "string" } },
  allowPositionals: true,
});

/** Tries seeds in this process; the number that disagree. */
function trySeeds(first: number, count: number): number {
  const configurations = CONFIGURATIONS.filter((c, i) => i === 0 || flags.only === undefined || c.name.includes(flags.only!));
  let failures = 0;
  for (let seed = first; seed < first + count; seed++) {
    const failure = trySeed(seed, true, configurations);
    if (failure === null) continue;
    failures++;
    console.log(`\nseed ${seed}, ${failure.configuration}: ${failure.difference}\n\n${failure.source}\n`);
  }
  return failures;
}

/** Tries a portion in a process of its own; the number that disagree, all of them when the process itself ends badly. */
async function tryElsewhere(first: number, count: number): Promise<number> {
  const only = flags.only === undefined ? [] : ["--only", flags.only];
  const args = ["run", "-A", import.meta.filename!, String(count), String(first), "--jobs", "0", ...only];
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), { args }).output();
  await Deno.stdout.write(stdout);
  if (code > 100) await Deno.stdout.write(stderr);
  return code > 100 ? count : code;
}

if (flags.show !== undefined) {
  console.log(sourceOf(generate(Number(flags.show))));
  Deno.exit(0);
}
const [count, first] = [Number(positionals[0] ?? 100), Number(positionals[1] ?? 0)];
const jobs = Number(flags.jobs ?? navigator.hardwareConcurrency);
if (!(count > 0) || !(first >= 0) || !(jobs >= 0)) {
  console.error("usage: deno task fuzz COUNT [FIRST_SEED] [--jobs N] [--only TEXT] [--show SEED]");
  Deno.exit(2);
}
if (jobs === 0) Deno.exit(trySeeds(first, count));

let next = first, done = 0, failures = 0;
async function work(): Promise<void> {
  while (next < first + count) {
    const start = next;
    const size = Math.min(PORTION, first + count - start);
    next += size;
    failures += await tryElsewhere(start, size);
    done += size;
    console.error(`${done} of ${count}`);
  }
}
await Promise.all(Array.from({ length: jobs }, work));
console.log(`${count} seeds from ${first}: ${count - failures} agree`);
Deno.exit(failures === 0 ? 0 : 1);
