/**
 * Builds the wasm modules and heap images of all units, and the bundle of the command line: `deno task build [--fast] [--check] [UNIT…]`.
 *
 * Units are those of `units.ts`, and `cli`, the bundle. `--check` stops behind the front end (types, effects, continuations); `--fast` leaves out
 * the optimiser. The output is the same, byte for byte, on any machine.
 */

import type { Storage } from "./artefacts.ts";
import { compileUnit } from "./front/mod.ts";
import { DefinitionError } from "./machine/errors.ts";
import type { Program } from "./machine/tree.ts";
import { UNITS } from "./units.ts";

/** The bundle, among the names of units. */
const BUNDLE = "cli";

const root = new URL("../", import.meta.url);

/** The text of a definition file, by its path relative to the project. */
export function readSource(path: string): string {
  return Deno.readTextFileSync(new URL(path, root));
}

function describe(p: Program): string {
  const walked = p.functions.filter((f) => f.inlining === "inline").length;
  return `${p.unit}: ${p.functions.length} functions (${walked} walked by traces), ${p.layouts.length} layouts, ` +
    `${p.handlers.length} bytecodes, ${p.continuations.length} continuations`;
}

function exists(path: string): boolean {
  try {
    Deno.statSync(new URL(path, root));
    return true;
  } catch {
    return false;
  }
}

const storage: Storage = {
  read: (path) => Deno.readFileSync(new URL(path, root)),
  write({ path, bytes }) {
    Deno.writeFileSync(new URL(path, root), bytes);
    console.log(`  ${path}  ${bytes.length} bytes`);
  },
};

async function main(args: string[]): Promise<void> {
  const names = args.filter((a) => !a.startsWith("--"));
  await buildUnits(names, args);
  if (args.includes("--check") || !(names.length === 0 || names.includes(BUNDLE))) return;
  console.log("cli: the command line");
  await (await import("./bundle/bundle.ts")).writeBundle(storage.write);
}

async function buildUnits(names: readonly string[], args: readonly string[]): Promise<void> {
  const units = UNITS.filter((u) => names.length === 0 ? exists(u.entry) : names.includes(u.name));
  for (const unit of units) {
    const start = performance.now();
    const programs = compileUnit(unit.name, readSource);
    console.log(describe(programs[programs.length - 1]), `${Math.round(performance.now() - start)} ms`);
    if (args.includes("--check")) continue;
    const { artefacts } = await import("./artefacts.ts");
    await artefacts(unit, programs, storage, { optimize: !args.includes("--fast") });
  }
}

if (import.meta.main) {
  try {
    await main(Deno.args);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    console.error(error.message);
    Deno.exit(1);
  }
}
