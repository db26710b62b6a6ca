/** Tail calls in constant memory and recursion limited by memory alone, at sizes that an interpreter without them would not survive. */

import { deepStrictEqual } from "node:assert";
import { type CompiledOptions, compiledTiny, tinyModules } from "./compiled.ts";
import { tinyPrograms } from "../../../examples/tiny/evaluated.ts";

const modules = tinyModules(tinyPrograms());
const jit = (...without: string[]): CompiledOptions => ({ jit: { without } });

const CONFIGURATIONS: [string, CompiledOptions][] = [
  ["wasm", {}],
  ["jit", jit()],
  ["jit without peeling", jit("peeling")],
  ["jit without bridges", jit("bridges")],
  ["jit without joins", jit("joins")],
];

const TAIL_CALLS = `
  fn sum(n, acc) { if (n < 1) { return acc; } return sum(n - 1, acc + n); }
  print(sum(4000000, 0));
  fn ping(n, a) { if (n < 1) { return a; } return pong(n - 1, a + 1, 2); }
  fn pong(n, a, b) { if (n < 1) { return b; } return pang(n - 1); }
  fn pang(n) { if (n < 1) { return nil; } return ping(n - 1, n); }
  print(ping(6000000, 0));`;

const RECURSION = `
  fn count(n) { if (n < 1) { return 0; } return 1 + count(n - 1); }
  print(count(1000000));
  fn failing(n) { if (n < 1) { throw "at the bottom"; } return 1 + failing(n - 1); }
  try { failing(300000); } catch (e) { print(e); }`;

const CAPTURES = `
  fn loop(n, k) { if (n < 1) { k("done"); } return callcc(fn (k) { return loop(n - 1, k); }); }
  print(callcc(fn (k) { return loop(300000, k); }));`;

/** Bytes of memory at the end of a program, which is given its output. */
function memoryAfter(source: string, options: CompiledOptions, output: string[]): number {
  const tiny = compiledTiny(modules, options);
  deepStrictEqual(tiny.run(source), { output, error: null });
  return tiny.core.bytes().length;
}

for (const [name, options] of CONFIGURATIONS) {
  Deno.test(`ten million tail calls take no memory in configuration "${name}"`, () => {
    const idle = memoryAfter("print(0);", options, ["0"]);
    const taken = memoryAfter(TAIL_CALLS, options, ["8000002000000", "1"]) - idle;
    deepStrictEqual(taken < 8 << 20, true, `${taken} bytes`);
  });
  Deno.test(`a million nested calls return in configuration "${name}"`, () => {
    memoryAfter(RECURSION, options, ["1000000", "at the bottom"]);
  });
  Deno.test(`a loop of captures takes no memory in configuration "${name}"`, () => {
    const idle = memoryAfter("print(0);", options, ["0"]);
    const taken = memoryAfter(CAPTURES, options, ["done"]) - idle;
    deepStrictEqual(taken < 8 << 20, true, `${taken} bytes`);
  });
}
