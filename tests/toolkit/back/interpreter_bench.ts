/**
 * Speed of the generated interpreter on the mini language: `deno bench -A tests/toolkit/back/interpreter_bench.ts`.
 *
 * One iteration of the loop runs 14 bytecodes (16 with the pair), one call of `fibonacci` about 14.
 */

import { allocateCode, code, type Instruction, int, mini, run } from "./mini.ts";

const m = mini();
const N = 1_000_000;

function loop(body: Instruction[]): number {
  return code(m, { args: 1, locals: 3, constants: [int(0), int(1)] }, [
    ["load_constant", 0],
    ["store_local", 1],
    ["load_constant", 0],
    ["store_local", 2],
    "top",
    ["loop_header", allocateCode(m, 8)],
    ["load_local", 1],
    ["load_local", 0],
    ["less"],
    ["branch_if_false", "end"],
    ...body,
    ["load_local", 1],
    ["load_constant", 1],
    ["add"],
    ["store_local", 1],
    ["jump_always", "top"],
    "end",
    ["load_local", 2],
    ["return_value"],
  ]);
}

const sum = loop([["load_local", 2], ["load_local", 1], ["add"], ["store_local", 2]]);
const pairs = loop([["load_local", 1], ["load_local", 2], ["cons"], ["store_local", 2], ["load_constant", 0], ["store_local", 2]]);
const fibonacci = code(m, { args: 2, constants: [int(1), int(2)] }, [
  ["load_local", 1],
  ["load_constant", 1],
  ["less"],
  ["branch_if_false", "recursive"],
  ["load_local", 1],
  ["return_value"],
  "recursive",
  ...[0, 1].flatMap((k): Instruction[] => [
    ["load_local", 0],
    ["load_local", 0],
    ["load_local", 1],
    ["load_constant", k],
    ["subtract"],
    ["call_function", 2],
  ]),
  ["add"],
  ["return_value"],
]);

Deno.bench("integer loop, 14 million bytecodes", () => void run(m, sum, int(N)));
Deno.bench("loop with an allocation, 16 million bytecodes", () => void run(m, pairs, int(N)));
Deno.bench("fibonacci(27), 832040 calls", () => void run(m, fibonacci, BigInt(fibonacci), int(27)));
