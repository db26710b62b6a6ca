/**
 * Attaches the trace compiler to a machine, as `--jit`, `--jit-log` and `--jit-without` ask.
 *
 * Invariant: a program that never gets hot never pays. The compiler and its machine code are read when the first counter is hot, in the middle
 * of a guest's call and therefore without `await`; only where nothing can be read then (over HTTP) they are fetched before.
 */

import { createRequire } from "node:module";
import { TUNING } from "../trace/tuning.ts";
import { CONTROL } from "../machine/memory_map.ts";
import type { Machine } from "./instance.ts";
import type { JitOptions } from "./language.ts";
import type { JitDriver } from "./service.ts";

type TraceModule = typeof import("../trace/mod.ts");

/** How the compiler is had when it is needed. */
interface Source {
  compiler(): TraceModule;
  machineCode(): Uint8Array;
}

/** `machineCode`: where the bytes of `NAME.machine` are. Without permission to read them the machine stays an interpreter. */
export async function attachJit(machine: Machine, options: JitOptions, machineCode: URL): Promise<void> {
  if (!options.enabled) return;
  const source = await findSource(machineCode);
  if (source === null) return;
  machine.views.setI32(CONTROL.jitThreshold, options.threshold ?? TUNING.threshold);
  machine.service.jit = new LazyCompiler(machine, options, source);
}

async function findSource(machineCode: URL): Promise<Source | null> {
  if (machineCode.protocol === "file:") {
    const { state } = Deno.permissions.querySync({ name: "read", path: new URL("../../", import.meta.url) });
    if (state !== "granted") return null;
    const compiler = () => createRequire(import.meta.url)("../trace/mod.ts");
    return { compiler, machineCode: () => Deno.readFileSync(machineCode) };
  }
  if (Deno.permissions.querySync({ name: "net", host: machineCode.host }).state !== "granted") return null;
  const [module, response] = await Promise.all([import("../trace/mod.ts"), fetch(machineCode)]);
  if (!response.ok) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { compiler: () => module, machineCode: () => bytes };
}

/** Stands for the compiler until a counter is hot. */
class LazyCompiler implements JitDriver {
  #driver: JitDriver | null = null;

  constructor(readonly machine: Machine, readonly options: JitOptions, readonly source: Source) {}

  onHot(site: number): number {
    this.#driver ??= this.#load();
    return this.#driver.onHot(site);
  }

  onRecorded(reason: number): number {
    return this.#driver === null ? 0 : this.#driver.onRecorded(reason);
  }

  #load(): JitDriver {
    const { machine, options, source } = this;
    const { TraceCompiler } = source.compiler();
    const { unit } = machine;
    return new TraceCompiler(
      {
        memory: machine.memory,
        table: machine.table,
        slots: { ...unit.slots, ...unit.functions },
        wasmBytes: unit.wasmBytes,
        allocateRaw: (sizeBytes) => machine.heap.rawAllocate(sizeBytes),
        readMachineCode: () => source.machineCode(),
      },
      {
        threshold: options.threshold,
        without: options.without,
        log: options.logFile === undefined ? undefined : lineWriter(options.logFile),
      },
    );
  }
}

function lineWriter(path: string): (event: Record<string, unknown>) => void {
  const file = Deno.openSync(path, { write: true, create: true, truncate: true });
  const encoder = new TextEncoder();
  return (event) => void file.writeSync(encoder.encode(JSON.stringify(event) + "\n"));
}
