/**
 * `deno compile`: the list of embedded files. The result is not run, because the base binary of compiled programs may not be at hand: the
 * Deno binary stands in for it.
 */

import { deepStrictEqual as assertEquals } from "node:assert";

const ROOT = new URL("../", import.meta.url).pathname;

/** Whether a file of this name is in the list: `hotpy.heap.wasm` is no `heap.wasm`. */
const isListed = (list: string, name: string) => list.split(/[\s/]+/).includes(name);

Deno.test("deno task compile embeds the command line, the wasm modules and no more packages than it needs", async () => {
  const { tasks } = JSON.parse(Deno.readTextFileSync(ROOT + "deno.json"));
  const args = tasks.compile.split(" ").slice(1);
  const folder = Deno.makeTempDirSync();
  const output = folder + "/hotpy";
  try {
    const command = new Deno.Command(Deno.execPath(), {
      args: args.map((arg: string) => arg === "hotpy_cli" ? output : arg),
      cwd: ROOT,
      env: { DENORT_BIN: Deno.execPath(), NO_COLOR: "1" },
    });
    const { code, stdout, stderr } = await command.output();
    const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    assertEquals([code, code === 0 ? "" : text], [0, ""]);
    // Folders with many files are listed as `name/*`.
    const built = ["hotpy", "scheme", "tiny"].flatMap((unit) =>
      ["wasm", "heap.wasm", "recorder.wasm", "machine"].map((kind) => `${unit}.${kind}`)
    );
    for (const name of ["cli.ts", "heap.wasm", ...built]) assertEquals([name, isListed(text, name)], [name, true], text);
    for (const name of ["typescript", "binaryen", "pyodide"]) assertEquals([name, text.includes(name)], [name, false], text);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
