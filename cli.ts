/**
 * The command line: decides what a call is for and hands it on. Everything it does is in `commands/`.
 *
 * Invariant: `run` and `repl` with options that are right load nothing beyond what the program needs; all else goes through the
 * command tree.
 */

import { isPlain, runPlain } from "./commands/run.ts";

if (import.meta.main) {
  const args = Deno.args;
  const code = isPlain(args) ? await runPlain(args) : await (await import("./commands/tree.ts")).runTree(args);
  if (code !== 0) Deno.exit(code);
  // Workers and open terminals must not keep a finished program alive.
  Deno.exit(0);
}
