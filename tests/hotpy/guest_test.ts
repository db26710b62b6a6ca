/**
 * Runs every program of `tests/hotpy/guest` in every configuration and compares what it prints with its comments.
 */

import { deepStrictEqual as assertEquals } from "node:assert";
import type { MachineOptions } from "../../toolkit/host/language.ts";
import { HotPyVm } from "../../hotpy/host/vm.ts";
import { HostFiles } from "../../toolkit/host/capabilities.ts";
import { type Expectations, expectationsOf, GUEST_FOLDER, guestPrograms } from "./guest_program.ts";

const OFF = { enabled: false, without: [] };
const NO_GC = { stress: 0 };

/** Every way a program is run. */
const CONFIGURATIONS: Record<string, MachineOptions> = {
  "interpreter": { jit: OFF, gc: NO_GC },
  // Each collection walks the whole stack: an endless recursion must end early.
  "interpreter, collecting often": { jit: OFF, gc: { stress: 97 }, limits: { depth: 5000 } },
  "jit": { jit: { enabled: true, without: [] }, gc: NO_GC },
  "jit at threshold 2": { jit: { enabled: true, threshold: 2, without: [] }, gc: NO_GC },
  "jit without passes": { jit: { enabled: true, threshold: 2, without: ["peeling", "joins", "bridges"] }, gc: NO_GC },
};

/**
 * Programs that cannot pass yet, by name or by name and configuration, with the reason. One that passes all the same fails the test: the list
 * only shrinks.
 */
const EXPECTED_FAILURES: Record<string, string> = {
  "minor_texts.py": "texts of wrong argument counts, names of characters",
};

for (const [configuration, machine] of Object.entries(CONFIGURATIONS)) {
  for (const name of guestPrograms()) {
    Deno.test(`guest ${name} (${configuration})`, async () => {
      const found = await runGuest(name, machine);
      const expected = expectationsOf(name);
      if (!(name in EXPECTED_FAILURES) && !(`${name} (${configuration})` in EXPECTED_FAILURES)) return assertEquals(found, expected);
      let passed = true;
      try {
        assertEquals(found, expected);
      } catch {
        passed = false;
      }
      assertEquals(passed, false, `${name} passes now: take it off the list of expected failures`);
    });
  }
}

async function runGuest(name: string, machine: MachineOptions): Promise<Expectations> {
  const folder = GUEST_FOLDER.pathname;
  const decoder = new TextDecoder();
  const out: Uint8Array[] = [], err: Uint8Array[] = [];
  using hotpy = await HotPyVm.open({
    ...machine,
    files: new HostFiles(),
    stdout: { sink: (bytes) => out.push(bytes.slice()), buffering: "full" },
    stderr: { sink: (bytes) => err.push(bytes.slice()), buffering: "line" },
    readLine: () => null,
    argv: [name],
  });
  const exitCode = await hotpy.runMain({
    source: Deno.readFileSync(new URL(name, GUEST_FOLDER)),
    filename: folder + name,
    folder: folder.slice(0, -1),
    showSource: true,
  });
  const text = (pieces: Uint8Array[]) => pieces.map((piece) => decoder.decode(piece)).join("").replaceAll(folder, "/guest/");
  return { stdout: text(out), stderr: text(err), exitCode };
}
