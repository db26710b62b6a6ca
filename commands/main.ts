/**
 * What a call of the command line is for: `run` and `repl` with options that are right go straight on, all else through the command tree.
 *
 * Invariant: the first load nothing beyond what the program needs.
 *
 *     deno task dev run python FILE        the command line from its sources, without the built bundle
 */

import { isPlain, runPlain } from "./run.ts";

/** Runs the command line. Returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  return isPlain(args) ? await runPlain(args) : await (await import("./tree.ts")).runTree(args);
}

// Workers and open terminals must not keep a finished program alive.
if (import.meta.main) Deno.exit(await main(Deno.args));
