/**
 * Random programs print the same in all our configurations (`differential.ts` also asks other Schemes).
 */

import { deepStrictEqual as assertEquals } from "node:assert";
import { disagreement, OURS } from "./differential.ts";
import { generate, programText } from "./generate.ts";

const GROUPS = 5, PROGRAMS_PER_GROUP = 5;

for (let group = 0; group < GROUPS; group++) {
  const first = group * PROGRAMS_PER_GROUP;
  Deno.test(`random programs ${first} to ${first + PROGRAMS_PER_GROUP - 1} agree`, async () => {
    for (let seed = first; seed < first + PROGRAMS_PER_GROUP; seed++) {
      assertEquals(await disagreement(programText(generate(seed)), OURS), null, `seed ${seed}`);
    }
  });
}
