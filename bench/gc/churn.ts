/**
 * The collector under churn: `deno run -A bench/gc/churn.ts [nursery KB] [live MB] [allocated MB]`.
 *
 * A mutator in the definition language allocates instances, arrays and table entries; most die young, 5 % replace parts of
 * the live set (old-to-young writes). Sample:
 *
 * ```
 * nursery 2048 KB, live 50.3 MB, allocated 1024 MB in 2.31 s
 * minor: 512, mean 0.25 ms, p50 0.24, p99 0.41, max 1.20
 * full:  2, mean 21.0 ms, max 24.1
 * collection 7.9 % of the time; promoted 5.1 %
 * ```
 */

import { assemble } from "../../toolkit/back/assemble.ts";
import { readSource } from "../../toolkit/build.ts";
import { compileUnit } from "../../toolkit/front/mod.ts";
import { CONTROL, SHADOW_START, STACK_BYTES, STACK_START, STATIC_START } from "../../toolkit/machine/memory_map.ts";
import { type Unit, UNITS } from "../../toolkit/units.ts";
import * as words from "../../toolkit/heap/words.ts";

const UNIT: Unit = {
  name: "churn",
  folder: "bench/gc/vm",
  entry: "bench/gc/vm/mod.ts",
  bytecodes: null,
  layoutBase: 1200,
  tableBase: 14000,
  staticBase: STATIC_START + 0x300000,
  rootBytes: 1024,
  staticBytes: 0x10000,
  output: "",
};

const [nurseryKb, liveMb, allocatedMb] = [2048, 50, 1024].map((d, i) => Number(Deno.args[i] ?? d));
const MEGABYTE = 1 << 20;
/** Bytes of an instance with its array, as allocated by `makeInstance`. */
const INSTANCE_BYTES = 40 + 32;

(UNITS as Unit[]).push(UNIT);
const [heapProgram, churnProgram] = compileUnit("churn", readSource);
const heap = new WebAssembly.Instance(new WebAssembly.Module(assemble(heapProgram, []).bytes), {});
const exports = heap.exports as Record<string, any>;

interface Pause {
  kind: "minor" | "full";
  ms: number;
}
const pauses: Pause[] = [];
let start = 0, fullStart = 0;
const host = {
  onPhase(phase: number): void {
    const now = performance.now();
    if (phase === 0) start = now;
    else if (phase === 1) pauses.push({ kind: "minor", ms: now - start });
    else if (phase === 2) fullStart = now;
    else pauses.push({ kind: "full", ms: now - fullStart });
  },
};

const churn = new WebAssembly.Instance(new WebAssembly.Module(assemble(churnProgram, [heapProgram]).bytes), { heap: exports as any, host });
const view = () => new DataView((exports.memory as WebAssembly.Memory).buffer);
const call = (name: string, ...args: (number | bigint)[]) => {
  const found = Object.entries({ ...exports, ...churn.exports }).find(([k]) => k.split(".").pop() === name);
  return (found![1] as any)(...args);
};
for (const [at, x] of [[CONTROL.sp, STACK_START], [CONTROL.shadowSp, SHADOW_START], [CONTROL.stackLimit, STACK_START + STACK_BYTES]]) {
  view().setInt32(at, x, true);
}
call("initialize", 0n, nurseryKb * 1024);

const TABLE_SIZE = 16384;
/** An entry of the live set: bucket, entry, instance, array. */
const tables = Math.round(liveMb * MEGABYTE / (TABLE_SIZE * (4 + 32 + INSTANCE_BYTES)));
call("build", tables, TABLE_SIZE);
call("work", 1_000_000, 20);
call("collectFull");
pauses.length = 0;
const live = Number(call("liveBytes"));
const youngBefore = Number(call("youngBytesAllocated"));
const promotedBefore = Number(view().getBigInt64(words.PROMOTED_BYTES, true));

const begin = performance.now();
let allocated = 0;
while (allocated < allocatedMb * MEGABYTE) {
  call("work", 200_000, 20);
  allocated = Number(call("youngBytesAllocated")) - youngBefore;
}
const total = performance.now() - begin;

const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
const of = (kind: Pause["kind"]) => pauses.filter((p) => p.kind === kind).map((p) => p.ms).sort((a, b) => a - b);
const minor = of("minor"), full = of("full");
const at = (list: number[], q: number) => (list[Math.min(list.length - 1, Math.floor(list.length * q))] ?? 0).toFixed(2);
const promoted = Number(view().getBigInt64(words.PROMOTED_BYTES, true)) - promotedBefore;
const mb = (n: number) => (n / MEGABYTE).toFixed(1);
console.log(`nursery ${nurseryKb} KB, live ${mb(live)} MB, allocated ${mb(allocated)} MB in ${(total / 1000).toFixed(2)} s`);
console.log(
  `minor: ${minor.length}, mean ${(sum(minor) / minor.length).toFixed(2)} ms, p50 ${at(minor, 0.5)}, p99 ${at(minor, 0.99)}, max ${
    at(minor, 1)
  }`,
);
console.log(`full:  ${full.length}, mean ${(sum(full) / Math.max(1, full.length)).toFixed(1)} ms, max ${at(full, 1)}`);
console.log(
  `collection ${(100 * (sum(minor) + sum(full)) / total).toFixed(1)} % of the time; promoted ${(100 * promoted / allocated).toFixed(1)} %`,
);
