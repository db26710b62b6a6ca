import { strictEqual } from "node:assert";
import { type Operation, OPERATIONS, TAG_CLASSES } from "../../../toolkit/machine/operations.ts";
import type { Type } from "../../../toolkit/machine/tree.ts";
import { Random } from "./random_trees.ts";

const WASM_TYPES: Record<Type, number> = { i32: 0x7f, i64: 0x7e, f64: 0x7c, value: 0x7e, ref: 0x7f };

function leb(n: number): number[] {
  return n < 128 ? [n] : [(n & 127) | 128, ...leb(n >> 7)];
}
function section(id: number, items: number[][]): number[] {
  const body = [...leb(items.length), ...items.flat()];
  return [id, ...leb(body.length), ...body];
}

/** A module that exports one function per operation, named by its place in the list. */
function compile(operations: readonly Operation[]): Record<string, (...args: any[]) => any> {
  const types = operations.map((o) => [0x60, o.params.length, ...o.params.map((t) => WASM_TYPES[t]), 1, WASM_TYPES[o.result]]);
  const bodies = operations.map((o) => {
    const code = [0, ...o.params.flatMap((_, i) => [0x20, i]), ...o.wasm, 0x0b];
    return [...leb(code.length), ...code];
  });
  const exports = operations.map((_, i) => {
    const name = [...`o${i}`].map((c) => c.charCodeAt(0));
    return [name.length, ...name, 0, ...leb(i)];
  });
  const bytes = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
    .concat(section(1, types), section(3, operations.map((_, i) => leb(i))), section(7, exports), section(10, bodies));
  return new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes))).exports as any;
}

function operand(type: Type, r: Random): number | bigint {
  const wide = BigInt.asIntN(64, (BigInt(r.next()) << 32n) | BigInt(r.next())) >> BigInt(r.pick([0, 0, 1, 15, 16, 17, 32, 60]));
  switch (type) {
    case "i32":
      return r.pick([0, 1, -1, 31, 32, 0x7fffffff, -0x80000000, r.next() | 0, r.below(100)]);
    case "ref":
      return r.pick([0, 8, r.next() & ~7]) >>> 0;
    case "i64":
      return r.pick([0n, 1n, -1n, 63n, 64n, 1n << 47n, (1n << 47n) - 1n, -(1n << 47n), -(1n << 63n), (1n << 63n) - 1n, wide]);
    case "value":
      return BigInt.asUintN(64, r.pick([0n, 2n, 4n, 8n, 0xffff000000000005n, 0x1000000000000n, 0x7ff9000000000000n, wide, wide & ~7n]));
    case "f64":
      return r.pick([
        0,
        -0,
        1,
        -1,
        0.5,
        1.5,
        2.5,
        -0.5,
        -2.5,
        NaN,
        Infinity,
        -Infinity,
        1e300,
        2 ** 31,
        -(2 ** 63),
        r.next() / 65536,
        Number(wide),
      ]);
  }
}

/** Wasm's view of an operand, and the machine's view of a wasm result. */
const toWasm = (type: Type, x: number | bigint) => (type === "value" ? BigInt.asIntN(64, x as bigint) : x);
const fromWasm = (type: Type, x: any) => (type === "value" ? BigInt.asUintN(64, x) : type === "ref" ? x >>> 0 : x);

Deno.test("every operation with wasm code evaluates as wasm does", () => {
  const byName = /\.select$|_overflows$|mul_high_u|canonical|^memory\./;
  const operations = [...OPERATIONS.values()].filter((o) => !byName.test(o.name));
  const functions = compile(operations);
  const r = new Random(1);
  operations.forEach((o, i) => {
    for (let n = 0; n < 400; n++) {
      const args = o.params.map((t) => operand(t, r));
      if (o.traps && (args[1] == 0 || args[1] == -1)) continue;
      const expected = fromWasm(o.result, functions[`o${i}`](...args.map((x, k) => toWasm(o.params[k], x))));
      const computed = o.evaluate(...args);
      if (typeof expected === "bigint" && o.name === "i64.reinterpret_f64" && Number.isNaN(args[0])) continue;
      strictEqual(Object.is(computed, expected), true, `${o.name}(${args}): evaluated ${computed}, wasm says ${expected}`);
    }
  });
});

Deno.test("tag classes exclude each other, and unboxing undoes boxing", () => {
  const r = new Random(2);
  const op = (name: string) => OPERATIONS.get(name)!;
  for (const k of TAG_CLASSES) {
    for (let n = 0; n < 300; n++) {
      let x = operand(op(k.box).params[0], r);
      if (k.box === "int.box") x = BigInt.asIntN(48, x as bigint);
      if (k.box === "special.box" || k.box === "char.box") x = Number(x) & 0xfffffff;
      if (k.box === "value.from_ref") x = (Number(x) & ~7) >>> 0 || 8;
      const word = op(k.box).evaluate(x);
      for (const l of TAG_CLASSES) strictEqual(op(l.test).evaluate(word), l === k ? 1 : 0, `${l.test}(${k.box}(${x}))`);
      strictEqual(Object.is(op(k.unbox).evaluate(word), x), true, `${k.unbox}(${k.box}(${x}))`);
    }
  }
});

Deno.test("overflow tests never miss an overflow", () => {
  const r = new Random(3);
  const check = (name: string, exact: (a: bigint, b: bigint) => bigint, mayOverreport: boolean) => {
    for (let n = 0; n < 2000; n++) {
      const [a, b] = [operand("i64", r) as bigint, operand("i64", r) as bigint];
      const overflows = BigInt.asIntN(64, exact(a, b)) !== exact(a, b) ? 1 : 0;
      const said = OPERATIONS.get(name)!.evaluate(a, b);
      strictEqual(said === overflows || (mayOverreport && said === 1), true, `${name}(${a}, ${b})`);
    }
  };
  check("i64.add_overflows", (a, b) => a + b, false);
  check("i64.sub_overflows", (a, b) => a - b, false);
  check("i64.mul_overflows", (a, b) => a * b, true);
});
