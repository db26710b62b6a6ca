/**
 * Runs random programs in every configuration and compares what they print: `deno run -A tests/scheme/fuzz/fuzz.ts COUNT [FIRST_SEED] [--guile]`.
 *
 * ```
 * 1000 seeds from 0: 1000 agree
 * ```
 * A disagreement shows seed, configuration, program and both outputs. With `--guile`, Guile is asked, too.
 */

import type { Failure } from "../../../scheme/host/vm.ts";
import { CONFIGURATIONS, failureText, openScheme, type TestScheme } from "../program.ts";
import { generate } from "./generate.ts";

/** Loop iterations and calls of one program. */
const STEPS = 3_000_000;
/** Programs that one machine runs: its heap and its regions grow. */
const PORTION = 50;

/** Runs programs one after the other in machines of one configuration. */
class Runner implements Disposable {
  #scheme: TestScheme | null = null;
  #count = 0;

  constructor(readonly configuration: string) {}

  async run(text: string): Promise<string> {
    if (this.#count++ % PORTION === 0) {
      this[Symbol.dispose]();
      this.#scheme = await openScheme({ ...CONFIGURATIONS[this.configuration], limits: { steps: STEPS } });
    }
    let failure: Failure | null;
    try {
      failure = await this.#scheme!.run(text);
    } catch (error) {
      this.#count = 0;
      return `crash: ${(error as Error).stack}`;
    }
    const output = this.#scheme!.takeOutput();
    return failure === null ? output : `${output}\n${failureText(failure)}`;
  }

  [Symbol.dispose](): void {
    this.#scheme?.[Symbol.dispose]();
    this.#scheme = null;
  }
}

/** A program on which two configurations disagree. */
export interface Disagreement {
  seed: number;
  configuration: string;
  text: string;
  wanted: string;
  got: string;
}

/** Tries seeds; `report` gets each disagreement with the interpreter. Programs that take too long count as agreeing. */
export async function trySeeds(first: number, count: number, report: (found: Disagreement) => void, guile = false): Promise<void> {
  const [reference, ...others] = Object.keys(CONFIGURATIONS).map((name) => new Runner(name));
  for (let seed = first; seed < first + count; seed++) {
    const text = generate(seed);
    const wanted = await reference.run(text);
    if (wanted.includes("error: interrupted")) continue;
    for (const runner of others) {
      const got = await runner.run(text);
      if (got !== wanted && !got.includes("error: interrupted")) report({ seed, configuration: runner.configuration, text, wanted, got });
    }
    if (!guile) continue;
    const got = askGuile(text);
    if (sameNotation(got) !== sameNotation(wanted)) report({ seed, configuration: "guile", text, wanted, got });
  }
  for (const runner of [reference, ...others]) runner[Symbol.dispose]();
}

/** Flonums in one notation: Guile writes large ones with an exponent earlier. */
function sameNotation(text: string): string {
  return text.replace(/-?\d*\.\d*(e[-+]?\d+)?/g, (x) => String(Number(x)));
}

function askGuile(text: string): string {
  const path = Deno.makeTempFileSync({ suffix: ".scm" });
  Deno.writeTextFileSync(path, text);
  const { stdout } = new Deno.Command("guile", { args: ["--no-auto-compile", "--r7rs", path], stderr: "null" }).outputSync();
  Deno.removeSync(path);
  return new TextDecoder().decode(stdout);
}

if (import.meta.main) {
  const [count, first] = Deno.args.filter((arg) => !arg.startsWith("--")).map(Number);
  let failures = 0;
  const show = ({ seed, configuration, text, wanted, got }: Disagreement) => {
    failures++;
    console.log(`\nseed ${seed}, ${configuration}\n\n${text}\ninterpreter:\n${wanted}\n${configuration}:\n${got}\n`);
  };
  await trySeeds(first ?? 0, count ?? 100, show, Deno.args.includes("--guile"));
  console.log(`${count ?? 100} seeds from ${first ?? 0}: ${failures} disagreements`);
}
