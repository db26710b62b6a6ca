/**
 * Reads the listing fixtures: text in, listing out.
 *
 * A fixture file holds blocks
 *
 *     ### name [mode]
 *     source
 *     ---
 *     listing
 *
 * `deno run -A tests/hotpy/compiler/fixtures.ts` writes the listings anew; read the difference before you keep it.
 */

import { OP } from "../../../hotpy/compiler/bytecodes.ts";
import { disassembleCode } from "../../../hotpy/compiler/disassemble.ts";
import { type CompileMode, compileToUnit } from "../../../hotpy/compiler/mod.ts";

const FOLDER = new URL("./fixtures/", import.meta.url);

export interface Fixture {
  file: string;
  name: string;
  mode: CompileMode;
  source: string;
  listing: string;
}

/** All blocks of all files. */
export function readFixtures(): Fixture[] {
  const files = [...Deno.readDirSync(FOLDER)].map((entry) => entry.name).sort();
  return files.flatMap((file) => {
    const blocks = Deno.readTextFileSync(new URL(file, FOLDER)).split(/^### /m).slice(1);
    return blocks.map((block) => {
      const head = block.slice(0, block.indexOf("\n"));
      const [source, listing = ""] = block.slice(head.length + 1).split(/^---\n/m);
      const mode = /\[(\w+)\]$/.exec(head)?.[1] ?? "exec";
      return { file, name: head, mode: mode as CompileMode, source, listing: listing.trimEnd() };
    });
  });
}

/** The listing of a fixture's source, the line of constants' positions included. */
export function listingOf(fixture: Fixture): string {
  return disassembleCode(compileToUnit(fixture.source, "t.py", fixture.mode, OP), OP).trimEnd();
}

if (import.meta.main) {
  const byFile = Map.groupBy(readFixtures(), (fixture) => fixture.file);
  for (const [file, fixtures] of byFile) {
    const text = fixtures.map((fixture) => `### ${fixture.name}\n${fixture.source}---\n${listingOf(fixture)}\n`).join("\n");
    Deno.writeTextFileSync(new URL(file, FOLDER), text);
  }
}
