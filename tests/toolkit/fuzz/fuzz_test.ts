import { strictEqual } from "node:assert";
import { CONFIGURATIONS } from "./configurations.ts";
import { disagreement, trySeed } from "./fuzz.ts";

const SEEDS = 500;
const PER_TEST = 50;

for (let first = 0; first < SEEDS; first += PER_TEST) {
  Deno.test(`all configurations agree on random programs ${first} to ${first + PER_TEST - 1}`, () => {
    for (let seed = first; seed < first + PER_TEST; seed++) {
      const failure = trySeed(seed, false);
      if (failure === null) continue;
      const command = `deno task fuzz 1 ${seed}`;
      throw new Error(`seed ${seed}, ${failure.configuration}: ${failure.difference}\n  shrink it with: ${command}`);
    }
  });
}

Deno.test("disagreement() notices a configuration that computes something else", () => {
  const wrong = { name: "wrong", run: (source: string) => CONFIGURATIONS[0].run(source.replaceAll("+", "-")) };
  strictEqual(disagreement("print(1 + 2);", [CONFIGURATIONS[0], wrong])?.difference, "line 1: expected 3, found -1");
  strictEqual(disagreement("print(1 * 2);", [CONFIGURATIONS[0], wrong]), null);
});
