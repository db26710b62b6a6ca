/** The boot image: the same bytes from the same sources, all of its names have values, starting loads little. */

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

Deno.test("a program loads at most 40 modules of the project, and no source of the library", async () => {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", new URL("../../../scheme/host/language.ts", import.meta.url).pathname],
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
  assert(seen.size <= 40, `${seen.size} modules`);
});
