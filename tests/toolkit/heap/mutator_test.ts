/** The collector with generated code as its mutator: what the back end spills, stores with a barrier and inlines. */

import { assemble } from "../../../toolkit/back/assemble.ts";
import { readSource } from "../../../toolkit/build.ts";
import { compileUnit } from "../../../toolkit/front/mod.ts";
import { CONTROL, SHADOW_START, STACK_BYTES, STACK_START, STATIC_START } from "../../../toolkit/machine/memory_map.ts";
import { type Unit, UNITS } from "../../../toolkit/units.ts";

const UNIT: Unit = {
  name: "mutator",
  folder: "tests/toolkit/heap/mutator",
  entry: "tests/toolkit/heap/mutator/mod.ts",
  bytecodes: null,
  layoutBase: 1300,
  tableBase: 2500,
  staticBase: STATIC_START + 0x320000,
  rootBytes: 1024,
  staticBytes: 0x10000,
  output: "",
};

(UNITS as Unit[]).push(UNIT);
const [heapProgram, program] = compileUnit("mutator", readSource);
const heapModule = new WebAssembly.Module(assemble(heapProgram, []).bytes);
const mutatorModule = new WebAssembly.Module(assemble(program, [heapProgram]).bytes);

function start(options: { stress?: number; limitBytes?: bigint } = {}): (name: string, ...args: (number | bigint)[]) => any {
  const heap = new WebAssembly.Instance(heapModule, {});
  const mutator = new WebAssembly.Instance(mutatorModule, { heap: heap.exports });
  const functions = new Map<string, any>();
  for (const [name, f] of [...Object.entries(heap.exports), ...Object.entries(mutator.exports)]) functions.set(name.split(".").pop()!, f);
  const call = (name: string, ...args: (number | bigint)[]) => functions.get(name)(...args);
  const view = new DataView((heap.exports.memory as WebAssembly.Memory).buffer);
  for (const [at, x] of [[CONTROL.sp, STACK_START], [CONTROL.shadowSp, SHADOW_START], [CONTROL.stackLimit, STACK_START + STACK_BYTES]]) {
    view.setInt32(at, x, true);
  }
  call("initialize", options.limitBytes ?? 0n, 0x40000);
  if (options.stress) {
    call("setStress", options.stress);
    call("setDebugModes", 1, 1);
  }
  return call;
}

function assertEquals(got: unknown, want: unknown): void {
  if (got !== want) throw new Error(`got ${got}, want ${want}`);
}

Deno.test("references in locals survive collections", () => {
  assertEquals(start()("trees", 12, 40), 41 * 8191);
});

Deno.test("references in locals survive collection at every allocation", () => {
  assertEquals(start({ stress: 1 })("trees", 6, 6), 7 * 127);
  assertEquals(start({ stress: 3 })("trees", 7, 6), 7 * 255);
});

Deno.test("stores into old objects are remembered", () => {
  assertEquals(start()("prepend", 100_000), 300_000n);
  assertEquals(start({ stress: 1 })("prepend", 300), 900n);
  assertEquals(start({ stress: 2 })("prepend", 300), 900n);
});

Deno.test("integer arithmetic survives collection at every allocation", () => {
  for (const stress of [0, 1, 2]) {
    const got = BigInt.asUintN(64, start({ stress })("factorials", 60));
    assertEquals(BigInt.asIntN(48, got), 60n * 59n);
  }
});

Deno.test("the collection hook sees all phases", () => {
  const call = start();
  call("install");
  call("collectMinor");
  call("collectFull");
  assertEquals(call("phases"), 0x01010202);
});

Deno.test("the hook for dead code objects sees each of them", () => {
  assertEquals(start()("routines", 500), 499);
  assertEquals(start({ stress: 1 })("routines", 40), 39);
});

Deno.test("the out of memory hook raises the language's error from the reserve", () => {
  const call = start({ limitBytes: 0x600000n });
  call("install");
  for (let i = 0; i < 3; i++) assertEquals(call("exhaust"), 99n);
  assertEquals(call("trees", 8, 3), 4 * 511);
  call("verifyHeap");
});
