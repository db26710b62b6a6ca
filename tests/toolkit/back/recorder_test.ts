/** The recorder against the evaluator: both start from the same memory and must write the same log and reach the same state. */

import { deepStrictEqual, strictEqual } from "node:assert";
import { Evaluator, RECORD } from "../../../toolkit/machine/evaluate.ts";
import { CONTROL, FRAME, LOG_START, STACK_START } from "../../../toolkit/machine/memory_map.ts";
import { allocateCode, code, type Instruction, int, type Mini, mini, run, special } from "./mini.ts";

/** Memory as far as the tests use it: the nursery is far above, so everything is copied. */
function snapshot(m: Mini): ArrayBuffer {
  return (m.heap.memory.buffer as ArrayBuffer).slice(0);
}

const WORDS = ["pc", "fp", "sp", "exitId", "recordDepth", "logNext"] as const;

function stateOf(view: DataView, status: number): Record<string, number | string> {
  const state: Record<string, number | string> = { status };
  for (const w of status === 3 ? WORDS : (["fp", "sp", "logNext"] as const)) state[w] = view.getInt32(CONTROL[w], true);
  const log = new Uint8Array(view.buffer, LOG_START, view.getInt32(CONTROL.logNext, true) - LOG_START);
  state.log = [...log].map((b) => b.toString(16).padStart(2, "0")).join(" ");
  const top = view.getInt32(CONTROL.sp, true);
  const stack = new Uint8Array(view.buffer, STACK_START, top - STACK_START).slice();
  // The pc of a frame matters only while it has called out.
  for (let fp = view.getInt32(CONTROL.fp, true); fp !== 0; fp = view.getInt32(fp + FRAME.previous, true)) {
    stack.fill(0, fp + FRAME.pc - STACK_START, fp + FRAME.pc + 4 - STACK_START);
  }
  state.stack = [...stack].map((b) => b.toString(16).padStart(2, "0")).join("");
  return state;
}

/** Runs `func` recording once at the first hot place; the reason why it stopped (0: it ran to its end). */
function recordOnce(m: Mini, func: number, args: bigint[], threshold = 3): { reason: number; log: number[]; value: unknown } {
  let before: ArrayBuffer | null = null, reason = 0, log: number[] = [];
  const compare = (status: number) => {
    const attached = new Evaluator(m.programs, { memory: { buffer: before!, grow: () => -1 } as any, attach: true });
    const evaluated = attached.enter(RECORD);
    const actual = stateOf(new DataView(m.heap.memory.buffer), status);
    const expected = stateOf(new DataView(before!), evaluated);
    deepStrictEqual(actual, expected);
    log = [...new Uint8Array(m.heap.memory.buffer, LOG_START, m.view.getInt32(CONTROL.logNext, true) - LOG_START)];
  };
  m.view.setInt32(CONTROL.jitThreshold, threshold, true);
  m.service = (status) => {
    m.view = new DataView(m.heap.memory.buffer);
    if (status === 2) {
      m.view.setInt32(CONTROL.jitThreshold, 0, true);
      m.view.setInt32(CONTROL.logNext, LOG_START, true);
      before = snapshot(m);
      return m.assembled.slots!.recordStart;
    }
    strictEqual(status, 3);
    reason = m.view.getInt32(CONTROL.exitId, true);
    compare(3);
    return 0;
  };
  const value = run(m, func, ...args);
  strictEqual(before === null, false);
  if (reason === 0) compare(0);
  return { reason, log, value };
}

function loop(m: Mini, count: bigint, body: Instruction[], constants: bigint[] = []): number {
  return code(m, { args: 1, locals: 4, stack: 12, constants: [int(0), int(1), int(count), ...constants] }, [
    ["load_constant", 0],
    ["store_local", 1],
    "top",
    ["loop_header", allocateCode(m, 8)],
    ["load_local", 1],
    ["load_constant", 2],
    ["less"],
    ["branch_if_false", "end"],
    ...body,
    ["load_local", 1],
    ["load_constant", 1],
    ["add"],
    ["store_local", 1],
    ["jump_always", "top"],
    "end",
    ["load_local", 1],
    ["return_value"],
  ]);
}

Deno.test("recorder: one round of a loop, with allocation", () => {
  const m = mini();
  const f = loop(m, 20n, [["load_local", 1], ["load_local", 1], ["cons"], ["head"], ["store_local", 2]]);
  const { reason, log, value } = recordOnce(m, f, [int(0)]);
  strictEqual(reason, 1);
  deepStrictEqual(value, { value: int(20) });
  strictEqual(log.length > 5, true);
});

Deno.test("recorder: calls into other functions and their returns", () => {
  const m = mini();
  const inner = code(m, { args: 1, constants: [int(5)] }, [["load_local", 0], ["load_constant", 0], ["add"], ["return_value"]]);
  const f = loop(m, 20n, [["load_constant", 3], ["load_local", 1], ["call_function", 1], ["store_local", 2]], [BigInt(inner)]);
  strictEqual(recordOnce(m, f, [int(0)]).reason, 1);
});

Deno.test("recorder: continuations", () => {
  const m = mini();
  const inner = code(m, { constants: [int(5)] }, [["load_constant", 0], ["return_value"]]);
  const f = loop(m, 20n, [["load_constant", 3], ["call_twice"], ["store_local", 2]], [BigInt(inner)]);
  m.view.setInt32(inner + 32, 100, true); // the loop gets hot, not the function
  strictEqual(recordOnce(m, f, [int(0)]).reason, 1);
});

Deno.test("recorder: recursion stops it at the callee's first instruction", () => {
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
    ["call_function", 2],
    "end",
    ["load_local", 1],
    ["return_value"],
  ]);
  strictEqual(recordOnce(m, f, [BigInt(f), int(10)]).reason, 2);
});

Deno.test("recorder: it stops behind the anchor frame, or with the entry frame", () => {
  const m = mini();
  const inner = code(m, { args: 1 }, [["load_local", 0], ["return_value"]]);
  const f = loop(m, 20n, [["load_constant", 3], ["load_local", 1], ["call_function", 1], ["store_local", 2]], [BigInt(inner)]);
  // The function entry of `inner` gets hot before the loop does.
  m.view.setInt32(inner + 32, 1, true);
  strictEqual(recordOnce(m, f, [int(0)]).reason, 4);
  const g = code(m, { args: 0, constants: [int(1)] }, [["load_constant", 0], ["return_value"]]);
  const ended = recordOnce(m, g, [], 1);
  strictEqual(ended.reason, 0);
  deepStrictEqual(ended.value, { value: int(1) });
});

Deno.test("recorder: a loop made of tail calls stops where it comes round", () => {
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
  strictEqual(recordOnce(m, f, [BigInt(f), int(10)]).reason, 2);
});

Deno.test("recorder: it follows slots into functions that traces walk", () => {
  const m = mini();
  const f = loop(m, 20n, [["load_local", 1], ["call_hook"], ["hook_or"], ["load_constant", 3], ["hook_or"], ["pair_up"], [
    "store_local",
    2,
  ]], [
    special(60),
  ]);
  const { reason, log } = recordOnce(m, f, [int(0)]);
  strictEqual(reason, 1);
  strictEqual(log.length > 20, true);
});

Deno.test("recorder: errors unwind in it", () => {
  const m = mini();
  const thrower = code(m, { args: 1 }, [["load_local", 0], ["throw_value"]]);
  const catcher = code(m, { args: 0, locals: 2, constants: [0n, BigInt(thrower), special(77)] }, [
    ["load_constant", 0],
    ["store_local", 0],
    ["load_constant", 1],
    ["load_constant", 2],
    ["call_function", 1],
    ["return_value"],
    "handler",
    ["return_value"],
  ]);
  const end = m.view.getInt32(catcher + 8, true) + m.view.getInt32(catcher + 12, true);
  m.core.setConstant(catcher, 0, BigInt.asIntN(64, int(end - 2)));
  const f = loop(m, 20n, [["load_constant", 3], ["call_function", 0], ["store_local", 2]], [BigInt(catcher)]);
  strictEqual(recordOnce(m, f, [int(0)]).reason, 1);
});

Deno.test("recorder: residual calls that raise or not", () => {
  const m = mini();
  const add = loop(m, 20n, [["load_constant", 3], ["load_constant", 3], ["add"], ["store_local", 2]], [int((1n << 47n) - 1n)]);
  strictEqual(recordOnce(m, add, [int(0)]).reason, 1);
  const inner = code(m, { args: 1 }, [["load_local", 0], ["load_local", 0], ["add"], ["return_value"]]);
  const bad = code(m, { args: 0, locals: 2, constants: [0n, BigInt(inner), special(77)] }, [
    ["load_constant", 0],
    ["store_local", 0],
    ["load_constant", 1],
    ["load_constant", 2],
    ["call_function", 1],
    "handler",
    ["return_value"],
  ]);
  const end = m.view.getInt32(bad + 8, true) + m.view.getInt32(bad + 12, true);
  m.core.setConstant(bad, 0, BigInt.asIntN(64, int(end - 2)));
  const f = loop(m, 20n, [["load_constant", 3], ["call_function", 0], ["store_local", 2]], [BigInt(bad)]);
  strictEqual(recordOnce(m, f, [int(0)]).reason, 1);
});
