/**
 * The collector under churn: `deno run -A bench/gc/churn.ts [nursery KB] [live MB] [allocated MB]`.
 *
 * A mutator in the definition language allocates instances, arrays and table entries; most die young, 5 % replace parts of
 * the live set (old-to-young writes). Sample:
 *
 * ```
 * nursery 1024 KB, live 54.9 MB, heap 125.7 MB, allocated 2059.9 MB in 12.29 s, 6.11 s of CPU
 * minor: 2235, mean 0.27 ms, p50 0.14, p99 4.28, max 22.24; CPU mean 0.15, p99 0.34, max 10.18
 * full:  1, mean 143.89 ms, p50 143.89, p99 143.89, max 143.89; CPU mean 72.94, p99 72.94, max 72.94
 * collection 6.0 % of the time, 6.8 % of CPU; promoted 5.0 %
 * ```
 *
 * Where wall time is twice the CPU time, as here, others were using the processor: then only the CPU columns say something
 * about the collector. Pauses do not contain the clearing of the nursery, which allocation does in small pieces.
 */

import process from "node:process";
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
  tableBase: 2500,
  staticBase: STATIC_START + 0x300000,
  rootBytes: 1024,
  staticBytes: 0x10000,
  output: "",
};

const [nurseryKb, liveMb, allocatedMb] = [1024, 50, 1024].map((d, i) => Number(Deno.args[i] ?? d));
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
  cpuMs: number;
}
const pauses: Pause[] = [];
/** User CPU time: what counts on a machine that others use too. */
const cpuNow = () => process.cpuUsage().user / 1000;
let start = 0, cpuStart = 0;
const host = {
  // A full collection contains a minor one, but that ends before the phases of marking begin.
  onPhase(phase: number): void {
    if (phase === 0 || phase === 2) {
      start = performance.now();
      cpuStart = cpuNow();
    } else {
      pauses.push({ kind: phase === 1 ? "minor" : "full", ms: performance.now() - start, cpuMs: cpuNow() - cpuStart });
    }
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

const begin = performance.now(), cpuBegin = cpuNow();
let allocated = 0;
while (allocated < allocatedMb * MEGABYTE) {
  call("work", 200_000, 20);
  allocated = Number(call("youngBytesAllocated")) - youngBefore;
}
const total = performance.now() - begin, cpuTotal = cpuNow() - cpuBegin;

const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
const at = (list: number[], q: number) => (list[Math.min(list.length - 1, Math.floor(list.length * q))] ?? 0).toFixed(2);
const mb = (n: number) => (n / MEGABYTE).toFixed(1);
function report(kind: Pause["kind"]): string {
  const list = pauses.filter((p) => p.kind === kind);
  if (list.length === 0) return "0";
  const ms = list.map((p) => p.ms).sort((a, b) => a - b), cpu = list.map((p) => p.cpuMs).sort((a, b) => a - b);
  return `${list.length}, mean ${(sum(ms) / ms.length).toFixed(2)} ms, p50 ${at(ms, 0.5)}, p99 ${at(ms, 0.99)}, max ${at(ms, 1)}; ` +
    `CPU mean ${(sum(cpu) / cpu.length).toFixed(2)}, p99 ${at(cpu, 0.99)}, max ${at(cpu, 1)}`;
}
const promoted = Number(view().getBigInt64(words.PROMOTED_BYTES, true)) - promotedBefore;
console.log(
  `nursery ${nurseryKb} KB, live ${mb(live)} MB, heap ${mb(Number(call("takenBytes")))} MB, allocated ${mb(allocated)} MB in ` +
    `${(total / 1000).toFixed(2)} s, ${(cpuTotal / 1000).toFixed(2)} s of CPU`,
);
console.log(`minor: ${report("minor")}`);
console.log(`full:  ${report("full")}`);
const share = (100 * sum(pauses.map((p) => p.ms)) / total).toFixed(1),
  cpuShare = (100 * sum(pauses.map((p) => p.cpuMs)) / cpuTotal).toFixed(1);
console.log(`collection ${share} % of the time, ${cpuShare} % of CPU; promoted ${(100 * promoted / allocated).toFixed(1)} %`);
