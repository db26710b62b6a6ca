import { deepStrictEqual } from "node:assert";
import { fillSpills } from "../../../toolkit/back/liveness.ts";
import type { Effects, Expr, Fn, Spill, Stmt } from "../../../toolkit/machine/tree.ts";

const COLLECTS: Effects = { collects: true, raises: false, calls: false, reads: true, writes: false, writesRegions: new Set() };
const callee = { name: "test.callee", effects: COLLECTS, results: [], locals: [], params: 0, body: [] } as unknown as Fn;
const quiet = { ...callee, effects: { ...COLLECTS, collects: false } } as Fn;
const value = (local: number): Expr => ({ k: "get", type: "value", local });

function call(fn: Fn, args: Expr[] = [], results: number[] = []): Stmt & { spill: Spill } {
  return { k: "call", fn, args, results, attempt: false, spill: { locals: [99], resume: null } };
}

function spills(body: Stmt[], s: { spill: Spill }): number[] {
  const locals = [0, 1, 2, 3].map(() => ({ name: "", type: "value" as const }));
  fillSpills({ ...callee, locals: [...locals, { name: "", type: "i64" }], body } as Fn);
  return s.spill.locals;
}

Deno.test("fillSpills() lists what is read after the call, not its results nor what only it reads", () => {
  const c = call(callee, [value(0)], [1]);
  deepStrictEqual(spills([c, { k: "return", values: [value(1), value(2)] }], c), [2]);
});

Deno.test("fillSpills() gives calls that cannot collect an empty list", () => {
  const c = call(quiet);
  deepStrictEqual(spills([c, { k: "return", values: [value(2)] }], c), []);
});

Deno.test("fillSpills() leaves out locals of other types", () => {
  const c = call(callee);
  deepStrictEqual(spills([c, { k: "return", values: [{ k: "get", type: "i64", local: 4 }] }], c), []);
});

Deno.test("fillSpills() follows the back edge of a loop and what its breaks reach", () => {
  const c = call(callee);
  const loop: Stmt = {
    k: "loop",
    label: 1,
    body: [
      { k: "if", test: { k: "op", type: "i32", op: null as any, args: [value(0)] }, then: [{ k: "break", label: 1 }], else: [] },
      c,
      { k: "set", local: 2, value: value(3) },
    ],
  };
  deepStrictEqual(spills([loop, { k: "return", values: [value(2), value(1)] }], c), [0, 1, 3]);
});
