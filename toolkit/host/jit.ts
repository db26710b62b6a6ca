/**
 * Attaches the trace compiler to a machine, as `--jit`, `--jit-log` and `--jit-without` ask.
 *
 * The compiler's modules are loaded with the host; its machine code is read when the first counter is hot.
 */

import { TraceCompiler } from "../trace/mod.ts";
import type { Machine } from "./instance.ts";
import type { JitOptions } from "./language.ts";

/** `machineCode` gives the bytes of `NAME.machine`; it is called at most once. */
export function attachJit(machine: Machine, options: JitOptions, machineCode: () => Uint8Array): void {
  if (!options.enabled) return;
  const { unit } = machine;
  machine.service.jit = new TraceCompiler(
    {
      memory: machine.memory,
      table: machine.table,
      slots: { ...unit.slots, ...unit.functions },
      wasmBytes: unit.wasmBytes,
      allocateRaw: (sizeBytes) => machine.heap.rawAllocate(sizeBytes),
      readMachineCode: machineCode,
    },
    { threshold: options.threshold, without: options.without, log: options.logFile === undefined ? undefined : lineWriter(options.logFile) },
  );
}

function lineWriter(path: string): (event: Record<string, unknown>) => void {
  const file = Deno.openSync(path, { write: true, create: true, truncate: true });
  const encoder = new TextEncoder();
  return (event) => void file.writeSync(encoder.encode(JSON.stringify(event) + "\n"));
}
