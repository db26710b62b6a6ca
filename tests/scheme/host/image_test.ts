/** The library in the image of the heap: its index is what its sources give, all of its names have values. */

import { deepStrictEqual as assertEquals } from "node:assert";
import { LibraryBuilder } from "../../../scheme/host/build_library.ts";
import { InstructionSet } from "../../../scheme/compiler/mod.ts";
import { Image, writeIndex } from "../../../scheme/host/image.ts";
import { FILES } from "../../../scheme/host/artefacts.js";
import { loadUnit } from "../../../toolkit/host/built_files.ts";
import { BytecodeVerifier } from "../../../toolkit/host/verify_bytecode.ts";
import { NOWHERE } from "../../../scheme/expander/core.ts";
import { CONFIGURATIONS, failureText, openScheme } from "../program.ts";

const UNIT = await loadUnit(FILES.unit);
const INDEX = UNIT.library;

Deno.test("the index is what the library's sources give", () => {
  const { index } = new LibraryBuilder(new InstructionSet(UNIT), new BytecodeVerifier(UNIT.instructions)).build();
  assertEquals(writeIndex(index), INDEX, 'The image is old: run "deno task build scheme"');
});

Deno.test("every name that a library exports has a value", async () => {
  using scheme = await openScheme(CONFIGURATIONS["interpreter"]);
  const image = new Image(INDEX);
  for (const name of ["(core)", ...image.names()]) {
    const library = scheme.vm.libraries.library(name, NOWHERE);
    const variables = [...library.names()].filter((export_) => library.get(export_)?.kind === "global");
    const list = variables.map((variable) => `|${variable}|`).join(" ");
    const failure = await scheme.run(`(import ${name} (only (core) list)) (list ${list})`);
    assertEquals([name, failure === null ? "fine" : failureText(failure)], [name, "fine"]);
  }
});
