import { strictEqual } from "node:assert";
import { lowerFunction } from "../../../toolkit/back/lower.ts";
import type { Target } from "../../../toolkit/back/target.ts";
import { functionType } from "../../../toolkit/back/target.ts";
import { OPERATIONS } from "../../../toolkit/machine/operations.ts";
import type { Effects, Expr, Fn, Stmt, Type } from "../../../toolkit/machine/tree.ts";
import { ModuleBuilder } from "../../../toolkit/wasm/encoder.ts";

const NO_EFFECTS: Effects = { collects: false, raises: false, calls: false, reads: false, writes: false, writesRegions: new Set() };

const get = (type: Type, local: number): Expr => ({ k: "get", type, local });
const i32 = (value: number): Expr => ({ k: "const", type: "i32", value });

function fn(params: Type[], results: Type[], body: Stmt[], locals: Type[] = []): Fn {
  return {
    name: "test.f",
    unit: "heap",
    params: params.length,
    locals: [...params, ...locals].map((type) => ({ name: "", type })),
    results,
    body,
    effects: NO_EFFECTS,
    inlining: "residual",
    unroll: false,
    tableIndex: 0,
    where: "",
  };
}

function compile(f: Fn): (...args: any[]) => any {
  const module = new ModuleBuilder();
  const target: Target = {
    module,
    functionIndex: () => 0,
    recordingIndex: () => 0,
    staticAddress: (_unit, offset) => offset,
    allocateSlow: () => 0,
    remember: () => 0,
    relieveStack: () => 0,
  };
  module.memory(1);
  const builder = module.function(functionType(module, f.locals.slice(0, f.params).map((l) => l.type), f.results));
  lowerFunction(target, builder, f);
  module.exportFunction("f", builder.index);
  return new WebAssembly.Instance(new WebAssembly.Module(module.finish())).exports.f as any;
}

const SAMPLES: Record<Type, (number | bigint)[]> = {
  i32: [0, 1, -1, 7, -0x80000000, 0x7fffffff],
  i64: [0n, 1n, -1n, 3n, -(1n << 63n), (1n << 63n) - 1n, 0x123456789abcdef0n, -0x7654321012345678n, 1n << 47n],
  f64: [0, -0, 1.5, -2.25, NaN, Infinity, -Infinity, 1e300, 4503599627370497.5],
  value: [0n, 8n, 0xffff000000000005n, 0xfffffffffffffffbn, 0x1000000000000n, 0x7ff9000000000000n, 0x82n, 0x84n],
  ref: [0, 8, 0x80000000],
};

function canonical(type: Type, x: number | bigint): number | bigint {
  return type === "value" ? BigInt.asUintN(64, BigInt(x)) : type === "ref" ? Number(x) >>> 0 : x;
}

Deno.test("lowerFunction() gives every operation the meaning of the operation table", () => {
  for (const op of OPERATIONS.values()) {
    if (op.name.startsWith("memory.")) continue;
    const args = op.params.map((t, i) => get(t, i));
    const compiled = compile(fn([...op.params], [op.result], [{ k: "return", values: [{ k: "op", type: op.result, op, args }] }]));
    const run = (chosen: (number | bigint)[]): void => {
      if (chosen.length < op.params.length) {
        for (const s of SAMPLES[op.params[chosen.length]]) run([...chosen, s]);
        return;
      }
      if (op.traps && (chosen[1] == 0 || chosen[1] == -1)) return;
      if (op.name === "float.box" && Number.isNaN(chosen[0])) return;
      if (op.name === "float.of" && !OPERATIONS.get("float.is")!.evaluate(...chosen)) return;
      const actual = canonical(op.result, compiled(...chosen.map((c) => typeof c === "bigint" ? BigInt.asIntN(64, c) : c)));
      const expected = canonical(op.result, op.evaluate(...chosen));
      strictEqual(actual, expected, `${op.name}(${chosen})`);
    };
    run([]);
  }
});

Deno.test("lowerFunction() lowers dense and sparse switches, with and without default", () => {
  for (const values of [[[0], [1], [2, 3]], [[-5], [1000], [2, 70000]]]) {
    const cases = values.map((v, i) => ({ values: v, body: [{ k: "set", local: 1, value: i32(10 + i) } as Stmt] }));
    const body: Stmt[] = [
      { k: "set", local: 1, value: i32(1) },
      { k: "switch", value: get("i32", 0), cases, default: [{ k: "set", local: 1, value: i32(99) }] },
      { k: "return", values: [get("i32", 1)] },
    ];
    const compiled = compile(fn(["i32"], ["i32"], body, ["i32"]));
    values.forEach((v, i) => v.forEach((x) => strictEqual(compiled(x), 10 + i)));
    strictEqual(compiled(4), 99);
    strictEqual(compiled(-1), 99);
  }
});

Deno.test("lowerFunction() lowers loops with break and continue of outer labels", () => {
  const op = (name: string, ...args: Expr[]): Expr => ({ k: "op", type: "i32", op: OPERATIONS.get(name)!, args });
  // Counts pairs (i, j) with j < i < n and odd i.
  const body: Stmt[] = [
    { k: "set", local: 1, value: i32(-1) },
    { k: "set", local: 3, value: i32(0) },
    {
      k: "loop",
      label: 1,
      body: [
        { k: "set", local: 1, value: op("i32.add", get("i32", 1), i32(1)) },
        { k: "if", test: op("i32.lt_s", get("i32", 1), get("i32", 0)), then: [], else: [{ k: "break", label: 1 }] },
        { k: "if", test: op("i32.and", get("i32", 1), i32(1)), then: [], else: [{ k: "continue", label: 1 }] },
        { k: "set", local: 2, value: i32(0) },
        {
          k: "loop",
          label: 2,
          body: [
            { k: "if", test: op("i32.ge_s", get("i32", 2), get("i32", 1)), then: [{ k: "continue", label: 1 }], else: [] },
            { k: "set", local: 2, value: op("i32.add", get("i32", 2), i32(1)) },
            { k: "set", local: 3, value: op("i32.add", get("i32", 3), i32(1)) },
          ],
        },
      ],
    },
    { k: "return", values: [get("i32", 3)] },
  ];
  strictEqual(compile(fn(["i32"], ["i32"], body, ["i32", "i32", "i32"]))(6), 1 + 3 + 5);
});
