/** The boot image: the same bytes from the same sources, all of its names have values. */

import { deepStrictEqual as assertEquals, ok as assert } from "node:assert";
import { buildArtefact } from "../../../scheme/host/build_image.ts";
import { Image, imageInFile } from "../../../scheme/host/image.ts";
import { NOWHERE } from "../../../scheme/expander/core.ts";
import { CONFIGURATIONS, failureText, openScheme } from "../program.ts";

const IMAGE = Deno.readFileSync(new URL("../../../scheme/scheme.image.wasm", import.meta.url));

Deno.test("the image is what its sources give, byte for byte", () => {
  const built = buildArtefact().bytes;
  assertEquals(built.length, IMAGE.length);
  assert(built.every((byte, i) => byte === IMAGE[i]), 'The image is old: run "deno task build scheme"');
});

Deno.test("every name that a library exports has a value", async () => {
  using scheme = await openScheme(CONFIGURATIONS["interpreter"]);
  const image = new Image(imageInFile(IMAGE));
  for (const name of ["(core)", ...image.names()]) {
    const library = scheme.vm.libraries.library(name, NOWHERE);
    const variables = [...library.names()].filter((export_) => library.get(export_)?.kind === "global");
    const list = variables.map((variable) => `|${variable}|`).join(" ");
    const failure = await scheme.run(`(import ${name} (only (core) list)) (list ${list})`);
    assertEquals([name, failure === null ? "fine" : failureText(failure)], [name, "fine"]);
  }
});
