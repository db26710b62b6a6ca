/**
 * Runs random programs in all configurations, and with other Schemes, and compares what they print.
 *
 *     deno task fuzz-scheme 1000                        1000 programs, our configurations against each other
 *     deno task fuzz-scheme 1000 5000 --guile           from seed 5000, with Guile as the judge
 *     deno task fuzz-scheme 1000 --chez=LIBRARIES       with Chez and a folder of R7RS libraries for it
 *     deno task fuzz-scheme 10 --evaluator              with the evaluator as the judge (slow)
 *     deno task fuzz-scheme --show 17                   the program of a seed
 *
 * ```
 * 1000 programs from 0: 1000 agree
 * ```
 * A disagreement shows the seed, the outputs and the program, made as small as possible.
 */

import type { Failure } from "../../../scheme/host/vm.ts";
import { type Configuration, CONFIGURATIONS, EVALUATOR, failureText, openScheme, type TestScheme } from "../program.ts";
import { generate, programText, textOf, type Tree } from "./generate.ts";
import { shrink } from "./shrink.ts";

/** What runs programs. */
export interface Runner {
  readonly name: string;
  /** The program's output, with how it failed at the end. `fresh`: nothing must be left of programs before. */
  run(text: string, fresh: boolean): Promise<string>;
}

/** Loop iterations and calls of one program; what needs more counts as agreeing. */
const STEPS = 3_000_000;
const TOO_LONG = "error: interrupted";
/** Programs that one machine runs: its heap and its regions grow. */
const PORTION = 50;
/** Seconds for a program in another Scheme. */
const TIMEOUT_S = 20;

/** One of our configurations. Programs run in one machine, so that they meet what others have left there. */
class MachineRunner implements Runner {
  #scheme: TestScheme | null = null;
  #count = 0;

  constructor(readonly name: string, readonly configuration: Configuration) {}

  async run(text: string, fresh: boolean): Promise<string> {
    if (this.#scheme === null || fresh || this.#count++ % PORTION === 0) await this.#open();
    let failure: Failure | null;
    try {
      failure = await this.#scheme!.run(text);
    } catch (error) {
      this.#scheme = null;
      return `crash: ${(error as Error).stack}`;
    }
    const output = this.#scheme!.takeOutput();
    return failure === null ? output : `${output}${failureText(failure)}`;
  }

  async #open(): Promise<void> {
    this.#scheme?.[Symbol.dispose]();
    this.#scheme = await openScheme({ ...this.configuration, limits: { steps: STEPS } });
  }
}

/** Another Scheme. */
class ForeignRunner implements Runner {
  constructor(readonly name: string, readonly command: readonly string[]) {}

  async run(text: string): Promise<string> {
    const file = await Deno.makeTempFile({ suffix: ".scm" });
    await Deno.writeTextFile(file, text);
    const args = [String(TIMEOUT_S), ...this.command, file];
    const { stdout } = await new Deno.Command("timeout", { args, stderr: "null" }).output();
    await Deno.remove(file);
    return new TextDecoder().decode(stdout);
  }
}

/** The runners of our configurations. */
export function ours(): Runner[] {
  return Object.entries(CONFIGURATIONS).map(([name, configuration]) => new MachineRunner(name, configuration));
}

/** Two runners that say something else. */
export interface Disagreement {
  seed: number;
  first: Runner;
  other: Runner;
  firstOutput: string;
  otherOutput: string;
  /** The program, which was made smaller when that keeps the disagreement. */
  forms: Tree[];
}

/** Runs the program of a seed; who says something else than the first runner, null when all agree. */
export async function trySeed(seed: number, runners: readonly Runner[]): Promise<Disagreement | null> {
  const forms = generate(seed);
  const found = await compare(seed, forms, runners, false);
  if (found === null) return null;
  const pair = [found.first, found.other];
  const small = await shrink(forms, async (forms) => {
    const again = await compare(seed, forms, pair, true);
    // What one of them cannot expand is no disagreement.
    return again !== null && !/^syntax:/m.test(again.firstOutput + again.otherOutput) && again.firstOutput !== "" &&
      again.otherOutput !== "";
  });
  return await compare(seed, small, pair, true) ?? found;
}

async function compare(seed: number, forms: Tree[], [first, ...others]: readonly Runner[], fresh: boolean): Promise<Disagreement | null> {
  const text = programText(forms);
  const firstOutput = await first.run(text, fresh);
  if (firstOutput.includes(TOO_LONG)) return null;
  for (const other of others) {
    const otherOutput = await other.run(text, fresh);
    if (otherOutput !== firstOutput && !otherOutput.includes(TOO_LONG)) return { seed, first, other, firstOutput, otherOutput, forms };
  }
  return null;
}

function show({ seed, first, other, firstOutput, otherOutput, forms }: Disagreement): void {
  console.log(`seed ${seed}: ${first.name} and ${other.name} disagree\n${firstOutput}\n---\n${otherOutput}\n---`);
  console.log(`${forms.map((form) => textOf(form)).join("\n")}\n`);
}

async function main(args: readonly string[]): Promise<number> {
  const numbers = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const option = (name: string) => args.find((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  if (option("show") !== undefined) {
    console.log(programText(generate(numbers[0])));
    return 0;
  }
  const [count = 100, start = 0] = numbers;
  const runners = ours();
  if (option("evaluator") !== undefined) runners.unshift(new MachineRunner("evaluator", EVALUATOR));
  if (option("guile") !== undefined) runners.unshift(new ForeignRunner("guile", ["guile", "--no-auto-compile", "--r7rs"]));
  const libraries = option("chez")?.split("=")[1];
  if (libraries !== undefined) runners.unshift(new ForeignRunner("chez", ["scheme", "--libdirs", libraries, "--program"]));
  let failures = 0;
  for (let seed = start; seed < start + count; seed++) {
    const found = await trySeed(seed, runners);
    if (found === null) continue;
    failures++;
    show(found);
  }
  console.log(`${count} programs from ${start}: ${count - failures} agree`);
  return failures === 0 ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
