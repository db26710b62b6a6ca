/**
 * Runs the programs of `programs/` in the interpreter and compares what they print, traceback included, with CPython 3.14's output in the
 * `.expected` file beside them.
 *
 * Every program runs plainly and with a collection at every allocation, which finds references that a safepoint lost.
 */

import { strictEqual as assertEquals } from "node:assert";
import { HotPyVm } from "../../../hotpy/host/vm.ts";
import { HostFiles } from "../../../toolkit/host/capabilities.ts";

const FOLDER = new URL("./programs/", import.meta.url);
const CONFIGURATIONS = { "interpreter": 0, "collection at every allocation": 1 };

/** Standard output and error of a program as one text, in the order of writing. */
async function outputOf(name: string, stress: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  const sink = (bytes: Uint8Array) => {
    text += decoder.decode(bytes, { stream: true });
  };
  using hotpy = await HotPyVm.open({
    jit: { enabled: false, without: [] },
    gc: { stress },
    files: new HostFiles(),
    stdout: { sink, buffering: "none" },
    stderr: { sink, buffering: "none" },
    readLine: () => null,
    argv: ["t.py"],
  });
  const source = Deno.readFileSync(new URL(`${name}.py`, FOLDER));
  await hotpy.runMain({ source, filename: "t.py", folder: FOLDER.pathname, showSource: true });
  return text;
}

const programs = [...Deno.readDirSync(FOLDER)].map((e) => e.name).filter((n) => n.endsWith(".py")).map((n) => n.slice(0, -3)).sort();

for (const [configuration, stress] of Object.entries(CONFIGURATIONS)) {
  for (const name of programs) {
    Deno.test(`core ${name} (${configuration})`, async () => {
      const expected = Deno.readTextFileSync(new URL(`${name}.expected`, FOLDER));
      assertEquals(await outputOf(name, stress), expected);
    });
  }
}
