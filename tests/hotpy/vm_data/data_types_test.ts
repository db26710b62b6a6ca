/**
 * Runs the programs beside it, each a list of expressions whose results (or errors) are CPython's, written as comments at its end; also with
 * a collection at every third allocation.
 */

import { deepStrictEqual as assertEquals } from "node:assert";
import { HotPyVm } from "../../../hotpy/host/vm.ts";
import { HostFiles } from "../../../toolkit/host/capabilities.ts";

const PROGRAMS = new URL("./programs/", import.meta.url);
const EXPECTED = /^# expect: ?(.*)$/;

/** Collection at every n-th allocation. */
const STRESS = [0, 3];

for (const { name } of [...Deno.readDirSync(PROGRAMS)].sort((a, b) => (a.name < b.name ? -1 : 1))) {
  const text = Deno.readTextFileSync(new URL(name, PROGRAMS));
  const lines = text.split("\n");
  const expected = lines.flatMap((line) => EXPECTED.exec(line)?.[1] ?? []);
  for (const stress of STRESS) {
    Deno.test(`data types ${name} (collection at every ${stress || "full nursery"})`, async () => {
      assertEquals((await outputOf(name, text, stress)).trimEnd().split("\n"), expected);
    });
  }
}

async function outputOf(name: string, source: string, stress: number): Promise<string> {
  const out: Uint8Array[] = [];
  using hotpy = await HotPyVm.open({
    jit: { enabled: false, without: [] },
    gc: { stress },
    files: new HostFiles(),
    stdout: { sink: (bytes) => out.push(bytes.slice()), buffering: "full" },
    stderr: { sink: () => {}, buffering: "line" },
    readLine: () => null,
    argv: [name],
  });
  await hotpy.runMain({ source, filename: name, folder: PROGRAMS.pathname, showSource: false });
  return out.map((bytes) => new TextDecoder().decode(bytes)).join("");
}
