import { deepStrictEqual, strictEqual } from "node:assert";
import { CONTROL, STACK_START } from "../../../toolkit/machine/memory_map.ts";
import { allocateCode, code, type Instruction, int, intOf, type Mini, mini, run, special } from "./mini.ts";

const NONE = special(1), TYPE_ERROR = special(10), RECURSION_ERROR = special(11);

function stackIsEmpty(m: Mini): void {
  strictEqual(m.view.getInt32(CONTROL.fp, true), 0);
  strictEqual(m.view.getInt32(CONTROL.sp, true), STACK_START);
  strictEqual(m.view.getInt32(CONTROL.nesting, true), 0);
}

function sumLoop(m: Mini): number {
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
    ["load_local", 2],
    ["load_local", 1],
    ["add"],
    ["store_local", 2],
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

const FIBONACCI: Instruction[] = [
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
];

Deno.test("interpreter: arithmetic, loops and polls", () => {
  const m = mini();
  let polls = 0;
  m.service = (status) => {
    strictEqual(status, 1);
    polls++;
    m.view.setInt32(CONTROL.fuel, 1000, true);
    return 0;
  };
  m.view.setInt32(CONTROL.fuel, 10, true);
  deepStrictEqual(run(m, sumLoop(m), int(5000)), { value: int(5000 * 4999 / 2) });
  strictEqual(polls, 5);
  stackIsEmpty(m);
});

Deno.test("interpreter: recursive guest calls", () => {
  const m = mini();
  const f = code(m, { args: 2, constants: [int(1), int(2)] }, FIBONACCI);
  deepStrictEqual(run(m, f, BigInt(f), int(15)), { value: int(610) });
  stackIsEmpty(m);
});

Deno.test("interpreter: the slow path of a handler restarts it in its own function", () => {
  const m = mini();
  const add = code(m, { args: 2 }, [["load_local", 0], ["load_local", 1], ["add"], ["return_value"]]);
  const big = run(m, add, int((1n << 47n) - 1n), int(5)) as { value: bigint };
  strictEqual(m.heap["int64.i64Of"](big.value), (1n << 47n) + 4n);
  deepStrictEqual(run(m, add, int(1), NONE), { error: TYPE_ERROR });
  stackIsEmpty(m);
});

Deno.test("interpreter: an error unwinds frame by frame to the handler of the guest", () => {
  const m = mini();
  const thrower = code(m, { args: 1 }, [["load_local", 0], ["throw_value"]]);
  const middle = code(m, { args: 1, constants: [BigInt(thrower)] }, [
    ["load_constant", 0],
    ["load_local", 0],
    ["call_function", 1],
    ["pop"],
    ["load_local", 0],
    ["return_value"],
  ]);
  const catcher = code(m, { args: 0, locals: 1, constants: [0n, BigInt(middle), special(77)] }, [
    ["load_constant", 0],
    ["store_local", 0],
    ["load_constant", 1],
    ["load_constant", 2],
    ["call_function", 1],
    ["pop"],
    ["load_constant", 0],
    ["return_value"],
    "handler",
    ["return_value"],
  ]);
  const start = m.view.getInt32(catcher + 8, true), size = m.view.getInt32(catcher + 12, true);
  m.core.setConstant(catcher, 0, BigInt.asIntN(64, int(start + size - 2)));
  deepStrictEqual(run(m, catcher), { value: special(77) });
  deepStrictEqual(run(m, middle, special(78)), { error: special(78) });
  stackIsEmpty(m);
});

Deno.test("interpreter: a guest call in the middle of a handler goes on in continuations", () => {
  const m = mini();
  const five = code(m, { constants: [int(5)] }, [["load_constant", 0], ["return_value"]]);
  const f = code(m, { constants: [BigInt(five), int(100)] }, [
    ["load_constant", 1],
    ["load_constant", 0],
    ["call_twice"],
    ["add"],
    ["return_value"],
  ]);
  deepStrictEqual(run(m, f), { value: int(115) });
  stackIsEmpty(m);
});

Deno.test("interpreter: tail calls reuse the frame", () => {
  const m = mini();
  const f = code(m, { args: 2, constants: [int(0), int(1)] }, [
    ["load_constant", 0],
    ["load_local", 1],
    ["less"],
    ["branch_if_false", "end"],
    ["load_local", 0],
    ["load_local", 0],
    ["load_local", 1],
    ["load_constant", 1],
    ["subtract"],
    ["tail_call_function", 2],
    "end",
    ["load_local", 1],
    ["return_value"],
  ]);
  deepStrictEqual(run(m, f, BigInt(f), int(1_000_000)), { value: int(0) });
  stackIsEmpty(m);
});

Deno.test("interpreter: endless recursion raises the unit's recursion error", () => {
  const m = mini();
  const f = code(m, { args: 1 }, [["load_local", 0], ["load_local", 0], ["call_function", 1], ["return_value"]]);
  deepStrictEqual(run(m, f, BigInt(f)), { error: RECURSION_ERROR });
  stackIsEmpty(m);
  m.view.setInt32(CONTROL.nestingLimit, 0, true);
  deepStrictEqual(run(m, f, BigInt(f)), { error: RECURSION_ERROR });
  stackIsEmpty(m);
});

Deno.test("interpreter: live values survive collections at every allocation", () => {
  const m = mini();
  m.heap.setStress(1);
  const g = code(m, { args: 1, locals: 2, constants: [int(7), int(8), int(9)] }, [
    ["load_constant", 0],
    ["load_local", 0],
    ["cons"],
    ["store_local", 1],
    ["load_local", 1],
    ["cons_many", 20],
    ["head"],
    ["load_constant", 1],
    ["cons"],
    ["head"],
    ["head"],
    ["load_constant", 1],
    ["load_constant", 2],
    ["build_list", 3],
    ["pop"],
    ["load_local", 1],
    ["head"],
    ["return_value"],
  ]);
  deepStrictEqual(run(m, g, special(50)), { value: int(7) });
  stackIsEmpty(m);
});

Deno.test("interpreter: locals of a handler survive its second allocation", () => {
  const m = mini();
  m.heap.setStress(1);
  const f = code(m, { args: 2 }, [["load_local", 0], ["load_local", 1], ["pair_up"], ["tail"], ["head"], ["return_value"]]);
  deepStrictEqual(run(m, f, special(50), special(51)), { value: special(50) });
  stackIsEmpty(m);
});

Deno.test("interpreter: calls through slots return, raise, and can be attempted", () => {
  const m = mini();
  m.heap.setStress(1);
  const call = code(m, { args: 1 }, [["load_local", 0], ["call_hook"], ["return_value"]]);
  deepStrictEqual(run(m, call, int(21)), { value: int(42) });
  deepStrictEqual(run(m, call, special(50)), { error: TYPE_ERROR });
  const tried = code(m, { args: 1 }, [["load_local", 0], ["hook_or"], ["return_value"]]);
  deepStrictEqual(run(m, tried, int(21)), { value: int(42) });
  deepStrictEqual(run(m, tried, special(50)), { value: NONE });
  stackIsEmpty(m);
});

Deno.test("interpreter: stores into old objects are remembered", () => {
  const m = mini();
  const make = code(m, { args: 1, constants: [int(1)] }, [["load_constant", 0], ["load_local", 0], ["cons"], ["return_value"]]);
  const f = code(m, { args: 2, constants: [int(42), special(60)] }, [
    ["load_local", 0],
    ["load_constant", 0],
    ["load_constant", 1],
    ["cons"],
    ["set_head"],
    ["return_value"],
  ]);
  const pair = (run(m, make, NONE) as { value: bigint }).value;
  m.view.setBigUint64(CONTROL.result, pair, true);
  m.heap.collectMinor();
  const old = m.view.getBigUint64(CONTROL.result, true);
  strictEqual(old === pair, false);
  deepStrictEqual(run(m, f, old, NONE), { value: old });
  m.heap.collectMinor();
  const inner = m.view.getBigUint64(Number(old) + 8, true);
  strictEqual(intOf(m.view.getBigUint64(Number(inner) + 8, true)), 42n);
});

Deno.test("interpreter: a hot loop is reported with its site", () => {
  const m = mini();
  const reports: number[] = [];
  m.view.setInt32(CONTROL.jitThreshold, 50, true);
  m.service = (status) => {
    strictEqual(status, 2);
    reports.push(m.view.getInt32(CONTROL.exitId, true));
    return 0;
  };
  const f = sumLoop(m);
  deepStrictEqual(run(m, f, int(200)), { value: int(19900) });
  const site = m.view.getInt32(m.view.getInt32(f + 8, true) + 4 * 4 + 2, true);
  deepStrictEqual(reports, [site]);
});
