/** A few random programs; `fuzz.ts` tries as many as one likes. */

import { deepStrictEqual as assertEquals } from "node:assert";
import { type Disagreement, trySeeds } from "./fuzz.ts";
import { generate } from "./generate.ts";

Deno.test("generate() gives the same program for the same seed", () => {
  assertEquals(generate(5), generate(5));
  assertEquals(generate(5) === generate(6), false);
});

Deno.test("random programs print the same in every configuration", async () => {
  const found: Disagreement[] = [];
  await trySeeds(1_000_000, 25, (x) => found.push(x));
  assertEquals(found, []);
});
