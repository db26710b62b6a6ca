/** Holds the parser against what CPython 3.14 says about every snippet (`errors.json`, written by `oracle.ts`). */

import { deepStrictEqual as assertEquals } from "node:assert";
import { parseModule, PythonSyntaxError } from "../../../hotpy/syntax/parser.ts";
import { describe, type Expected } from "./expected.ts";
import { SNIPPETS } from "./snippets.ts";

const EXPECTED: Expected[] = JSON.parse(Deno.readTextFileSync(new URL("errors.json", import.meta.url)));

/** The one name the snippets use. */
const characterNames = (name: string): string | null => name.toUpperCase() === "EM DASH" ? "\u2014" : null;

Deno.test("errors.json covers the snippets", () => {
  assertEquals(EXPECTED.map(({ source }) => source), SNIPPETS);
});

Deno.test("parseModule() gives CPython's tree, error and warnings for every snippet", () => {
  for (const { source, tree, error, warnings } of EXPECTED) {
    assertEquals({ source, ...describe(source, { characterNames }) }, { source, tree, error, warnings });
  }
});

Deno.test("parseModule() says what it lacks for a character name without a database", () => {
  assertEquals(
    describe("'\\N{EM DASH}'", {}).error?.[1],
    "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-10: no database of Unicode character names",
  );
});

Deno.test("PythonSyntaxError carries the filename and the line", () => {
  try {
    parseModule("x = 1\nif x\n", "f.py");
  } catch (e) {
    if (!(e instanceof PythonSyntaxError)) throw e;
    assertEquals([e.type, e.message, e.filename, e.line, e.text], ["SyntaxError", "expected ':'", "f.py", 2, "if x\n"]);
    return;
  }
  throw new Error("no error");
});
