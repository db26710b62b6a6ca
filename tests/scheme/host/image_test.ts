/** The library in the image of the heap: its index is what its sources give, all of its names have values. */

import { deepStrictEqual as assertEquals } from "node:assert";
import { LibraryBuilder } from "../../../scheme/host/build_library.ts";
import { InstructionSet } from "../../../scheme/compiler/mod.ts";
import { Image, type SchemeUnit } from "../../../scheme/host/image.ts";
import { BytecodeVerifier } from "../../../toolkit/host/verify_bytecode.ts";
import { NOWHERE } from "../../../scheme/expander/core.ts";
import { CONFIGURATIONS, failureText, openScheme } from "../program.ts";

const UNIT: SchemeUnit = JSON.parse(Deno.readTextFileSync(new URL("../../../scheme/scheme.unit.json", import.meta.url)));

Deno.test("the index is what the library's sources give", () => {
  const { index } = new LibraryBuilder(new InstructionSet(UNIT), new BytecodeVerifier(UNIT.instructions)).build();
  assertEquals(index, UNIT.library, 'The image is old: run "deno task build scheme"');
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
