/**
 * Runs random programs with Guile, Chez and our configurations and compares what they print.
 *
 *     deno task fuzz-scheme 1000                        1000 programs, our configurations against each other
 *     deno task fuzz-scheme 1000 5000 --guile           from seed 5000, with Guile as the judge
 *     deno task fuzz-scheme 1000 --chez=LIBRARIES       with Chez and a folder of R7RS libraries for it
 *     deno task fuzz-scheme --show 17                   the program of a seed
 *
 * ```
 * 1000 programs from 0: 1000 agree
 * ```
 * A disagreement shows the seed, the outputs and the program, made as small as possible.
 */

import { CONFIGURATIONS, runProgram } from "./program.ts";
import { generate, programText, textOf, type Tree } from "./generate.ts";

/** What runs a program: its output, with how it failed at the end. */
export type Runner = (text: string) => Promise<string>;

/** Runs a program in one of our configurations. */
export function ours(configuration: string): Runner {
  return async (text) => {
    const { output, failure } = await runProgram(text, CONFIGURATIONS[configuration]);
    return failure === null ? output : `${output}${failure}`;
  };
}

function elsewhere(command: readonly string[]): Runner {
  return async (text) => {
    const file = await Deno.makeTempFile({ suffix: ".scm" });
    await Deno.writeTextFile(file, text);
    const { stdout } = await new Deno.Command("timeout", { args: ["20", ...command, file], stderr: "null" }).output();
    await Deno.remove(file);
    return new TextDecoder().decode(stdout);
  };
}

/** The runners of our configurations, by name. */
export const OURS: readonly [name: string, runner: Runner][] = Object.keys(CONFIGURATIONS).map((name) => [name, ours(name)]);

/** Who says something else than the first runner, and what; null when all agree. */
export async function disagreement(
  text: string,
  runners: readonly [string, Runner][],
): Promise<{ name: string; first: string; other: string } | null> {
  const first = await runners[0][1](text);
  for (const [name, run] of runners.slice(1)) {
    const other = await run(text);
    if (other !== first) return { name, first, other };
  }
  return null;
}

/** Leaves out and replaces parts of a program as long as the disagreement stays. */
export async function shrink(forms: Tree[], disagrees: (forms: Tree[]) => Promise<boolean>): Promise<Tree[]> {
  let current = forms;
  for (let round = 0; round < 40; round++) {
    let found = false;
    for (const candidate of smaller(current)) {
      if (!await disagrees(candidate as Tree[])) continue;
      current = candidate as Tree[];
      found = true;
      break;
    }
    if (!found) return current;
  }
  return current;
}

/** All trees that are one step smaller: without an item, or with an item in place of a list. */
function* smaller(x: Tree): Generator<Tree> {
  if (typeof x === "string") return;
  for (let i = 0; i < x.length; i++) {
    yield [...x.slice(0, i), ...x.slice(i + 1)];
    const item = x[i];
    if (typeof item === "string") continue;
    for (const part of item) yield [...x.slice(0, i), part, ...x.slice(i + 1)];
    yield [...x.slice(0, i), "1", ...x.slice(i + 1)];
  }
  for (let i = 0; i < x.length; i++) {
    for (const item of smaller(x[i])) yield [...x.slice(0, i), item, ...x.slice(i + 1)];
  }
}

if (import.meta.main) {
  const numbers = Deno.args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const option = (name: string) => Deno.args.find((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  if (option("show") !== undefined) {
    console.log(programText(generate(numbers[0])));
    Deno.exit(0);
  }
  const [count = 100, start = 0] = numbers;
  const runners = [...OURS];
  if (option("guile") !== undefined) runners.unshift(["guile", elsewhere(["guile", "--no-auto-compile", "--r7rs"])]);
  const libraries = option("chez")?.split("=")[1];
  if (libraries !== undefined) runners.unshift(["chez", elsewhere(["scheme", "--libdirs", libraries, "--program"])]);
  let failures = 0;
  for (let seed = start; seed < start + count; seed++) {
    const forms = generate(seed);
    const found = await disagreement(programText(forms), runners);
    if (found === null) continue;
    failures++;
    const pair = runners.filter(([name]) => name === runners[0][0] || name === found.name);
    const small = await shrink(forms, async (forms) => {
      const again = await disagreement(programText(forms), pair);
      // What one of them cannot expand is no disagreement.
      return again !== null && !/^syntax:/m.test(again.first + again.other) && again.first !== "" && again.other !== "";
    });
    const final = await disagreement(programText(small), pair) ?? found;
    console.log(
      `seed ${seed}: ${runners[0][0]} and ${found.name} disagree\n${final.first}---\n${final.other}---\n${
        small.map((form) => textOf(form)).join("\n")
      }\n`,
    );
  }
  console.log(`${count} programs from ${start}: ${count - failures} agree`);
  Deno.exit(failures === 0 ? 0 : 1);
}
