/** Random programs print the same in all our configurations (`fuzz.ts` tries as many as one likes, and also asks other Schemes). */

import { deepStrictEqual as assertEquals } from "node:assert";
import { ours, trySeed } from "./fuzz.ts";
import { generate, programText } from "./generate.ts";

const GROUPS = 5, PROGRAMS_PER_GROUP = 10;

Deno.test("generate() gives the same program for the same seed", () => {
  assertEquals(programText(generate(5)), programText(generate(5)));
  assertEquals(programText(generate(5)) === programText(generate(6)), false);
});

for (let group = 0; group < GROUPS; group++) {
  const first = group * PROGRAMS_PER_GROUP;
  Deno.test(`random programs ${first} to ${first + PROGRAMS_PER_GROUP - 1} agree`, async () => {
    const runners = ours();
    for (let seed = first; seed < first + PROGRAMS_PER_GROUP; seed++) assertEquals(await trySeed(seed, runners), null);
  });
}
