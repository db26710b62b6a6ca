/**
 * Fuzzing from the command line: `deno task fuzz COUNT [FIRST_SEED] [--jobs N] [--only TEXT]`, `deno task fuzz --show SEED`.
 *
 * ```
 * 10000 seeds from 0: 10000 agree
 * ```
 * A disagreement shows the seed, the configuration, the first difference and the shrunk program. `--only` leaves the
 * configurations whose name contains a text (and the measure); `--show` prints a program. Seeds are dealt out in small portions
 * to as many processes as there are processors, or `--jobs`; the number done goes to stderr. A seed that runs too long fails.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { CONFIGURATIONS } from "./configurations.ts";
import { trySeed } from "./fuzz.ts";
import { generate } from "./generate.ts";
import { sourceOf } from "./source.ts";

/** Seeds that one process tries: fresh processes keep memory bounded. */
const PORTION = 250;
/** Seconds for one seed: shrinking runs its program some hundred times. */
const MOST_SECONDS = 120;
/** A seed makes a dozen memories of 76 MB, hardly used: V8 must not collect its whole heap for each. */
const V8_FLAGS = "--v8-flags=--external-memory-max-growing-factor=4,--min-semi-space-size=16";

const { values: flags, positionals } = parseArgs({
  args: Deno.args,
  options: { jobs: { type: "string" }, only: { type: "string" }, show: { type: "string" } },
  allowPositionals: true,
});

/** Tries seeds in this process; says on stderr which one is next. */
function trySeeds(first: number, count: number): void {
  const configurations = CONFIGURATIONS.filter((c, i) => i === 0 || flags.only === undefined || c.name.includes(flags.only!));
  for (let seed = first; seed < first + count; seed++) {
    console.error(seed);
    const failure = trySeed(seed, true, configurations);
    if (failure !== null) console.log(`\nseed ${seed}: ${failure.configuration}: ${failure.difference}\n\n${failure.source}\n`);
  }
}

/** Tries a portion in a process of its own; the number that disagree, run too long or end the process. */
async function tryElsewhere(first: number, count: number): Promise<number> {
  const only = flags.only === undefined ? [] : ["--only", flags.only];
  const args = ["run", "-A", V8_FLAGS, import.meta.filename!, String(count), String(first), "--jobs", "0", ...only];
  const child = spawn(Deno.execPath(), args, { stdio: ["ignore", "pipe", "pipe"] });
  let seed = first, seconds = 0, errors = "";
  // Ticks, not the time of day: while the whole run is suspended there are none.
  const clock = setInterval(() => ++seconds === MOST_SECONDS && child.kill("SIGKILL"), 1000);
  createInterface(child.stderr).on("line", (line) => {
    if (/^\d+$/.test(line)) [seed, seconds] = [Number(line), 0];
    else errors += `${line}\n`;
  });
  const ended = once(child, "close");
  let report = await text(child.stdout);
  const [code] = await ended;
  clearInterval(clock);
  const last = first + count - 1;
  if (code !== 0) {
    report += `\nseed ${seed}: ${seconds >= MOST_SECONDS ? `not done after ${MOST_SECONDS} s` : `the process ended\n${errors}`}\n`;
  }
  await Deno.stdout.write(new TextEncoder().encode(report));
  const failures = report.match(/^seed \d+: /gm)?.length ?? 0;
  return code === 0 || seed === last ? failures : failures + await tryElsewhere(seed + 1, last - seed);
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
if (jobs === 0) {
  trySeeds(first, count);
  Deno.exit(0);
}

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
