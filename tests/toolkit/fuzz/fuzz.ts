/** Runs the program of a seed in all configurations and says where they disagree. */

import type { Statement } from "../../../examples/tiny/lexer_parser.ts";
import { compareOutcomes, type Configuration, CONFIGURATIONS, type Outcome } from "./configurations.ts";
import { generate } from "./generate.ts";
import { shrink } from "./shrink.ts";
import { sourceOf } from "./source.ts";

export interface Failure {
  seed: number;
  configuration: string;
  difference: string;
  source: string;
}

function outcomeOf(c: Configuration, source: string): Outcome | { failed: string } {
  try {
    return c.run(source);
  } catch (error) {
    return { failed: `${(error as Error).name}: ${(error as Error).message}` };
  }
}

/** The first disagreement on a source; null when all agree. */
export function disagreement(source: string, configurations = CONFIGURATIONS): { configuration: string; difference: string } | null {
  const [measure, ...others] = configurations;
  const expected = outcomeOf(measure, source);
  if ("failed" in expected) return { configuration: measure.name, difference: expected.failed };
  for (const c of others) {
    const found = outcomeOf(c, source);
    const difference = "failed" in found ? found.failed : compareOutcomes(expected, found);
    if (difference !== null) return { configuration: c.name, difference };
  }
  return null;
}

/** Tries a seed; a failure comes back shrunk unless `small` is false. */
export function trySeed(seed: number, small = true, configurations = CONFIGURATIONS): Failure | null {
  let program: Statement[] = generate(seed);
  let found = disagreement(sourceOf(program), configurations);
  if (found === null) return null;
  if (small) {
    const { configuration } = found;
    const relevant = configurations.filter((c, i) => i === 0 || c.name === configuration);
    const isSyntax = (d: string) => d.includes("TinySyntaxError");
    program = shrink(program, (p) => {
      const again = disagreement(sourceOf(p), relevant);
      return again !== null && again.configuration === configuration && !isSyntax(again.difference);
    });
    found = disagreement(sourceOf(program), relevant) ?? found;
  }
  return { seed, ...found, source: sourceOf(program) };
}
