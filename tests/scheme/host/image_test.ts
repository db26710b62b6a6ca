/** The library in the image of the heap: its index is what its sources give, all of its names have values, starting loads little. */

import { deepStrictEqual as assertEquals, ok as assert } from "node:assert";
import { LibraryBuilder } from "../../../scheme/host/build_library.ts";
import { InstructionSet } from "../../../scheme/compiler/mod.ts";
import { Image, type SchemeUnit } from "../../../scheme/host/image.ts";
import { NOWHERE } from "../../../scheme/expander/core.ts";
import { CONFIGURATIONS, failureText, openScheme } from "../program.ts";

const UNIT: SchemeUnit = JSON.parse(Deno.readTextFileSync(new URL("../../../scheme/scheme.unit.json", import.meta.url)));

Deno.test("the index is what the library's sources give", () => {
  assertEquals(new LibraryBuilder(new InstructionSet(UNIT)).build().index, UNIT.library, 'The image is old: run "deno task build scheme"');
});

Deno.test("every name that a library exports has a value", async () => {
  using scheme = await openScheme(CONFIGURATIONS["interpreter"]);
  const image = new Image(UNIT.library);
  for (const name of ["(core)", ...image.names()]) {
    const library = scheme.vm.libraries.library(name, NOWHERE);
    const variables = [...library.names()].filter((export_) => library.get(export_)?.kind === "global");
    const list = variables.map((variable) => `|${variable}|`).join(" ");
    const failure = await scheme.run(`(import ${name} (only (core) list)) (list ${list})`);
    assertEquals([name, failure === null ? "fine" : failureText(failure)], [name, "fine"]);
  }
});

Deno.test("a program loads at most 42 modules of the project, and no source of the library", async () => {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", new URL("../../../scheme/host/session.ts", import.meta.url).pathname],
    stdout: "piped",
  });
  const { roots, modules } = JSON.parse(new TextDecoder().decode((await command.output()).stdout));
  const byName = new Map<string, { dependencies?: { isDynamic?: boolean; code?: { specifier?: string } }[] }>();
  for (const module of modules) byName.set(module.specifier, module);
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name) || !byName.has(name)) return;
    seen.add(name);
    for (const { isDynamic, code } of byName.get(name)!.dependencies ?? []) {
      if (!isDynamic && code?.specifier !== undefined) visit(code.specifier);
    }
  };
  visit(roots[0]);
  assert(seen.size <= 42, `${seen.size} modules`);
});
