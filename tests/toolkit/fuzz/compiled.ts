/** Tiny in wasm: its definitions are assembled in memory; the interpreter runs them, and the trace compiler where asked for. */

import { assemble, type Assembled } from "../../../toolkit/back/assemble.ts";
import { bootMachine } from "../../../toolkit/host/boot.ts";
import type { VmModules } from "../../../toolkit/host/built_files.ts";
import { Machine } from "../../../toolkit/host/instance.ts";
import type { Program } from "../../../toolkit/machine/tree.ts";
import { TraceCompiler, type TraceSettings } from "../../../toolkit/trace/mod.ts";
import { stackLimitOf, unitNamed } from "../../../toolkit/units.ts";
import { packMachineCode } from "../../../toolkit/trace/section.ts";
import type { BytecodeVerifier } from "../../../toolkit/host/verify_bytecode.ts";
import { verifierOf } from "../../../examples/tiny/evaluated.ts";
import { hostFunctions, Tiny, type TinyCore } from "../../../examples/tiny/tiny.ts";

/** The two modules and what is known of the core's. */
export interface TinyModules extends VmModules {
  assembled: Assembled;
  programs: readonly Program[];
  verifier: BytecodeVerifier;
  machineCode: Uint8Array;
}

/** Assembles heap and core; `programs` as `tinyPrograms` gives them. */
export function tinyModules(programs: readonly Program[]): TinyModules {
  const [heap, tiny] = programs;
  const assembled = assemble(tiny, [heap]);
  return {
    heap: new WebAssembly.Module(assemble(heap, []).bytes),
    core: new WebAssembly.Module(assembled.bytes),
    assembled,
    programs,
    verifier: verifierOf(programs),
    machineCode: packMachineCode(programs, 0),
  };
}

export interface CompiledOptions {
  /** Collect at every n-th allocation; 0: never for that reason. */
  stress?: number;
  /** Compile what is hot: a counter reached `threshold`; passes left out; receiver of events. */
  jit?: TraceSettings;
  /** Called with the booted machine, to install a trace compiler or a service of one's own. */
  prepare?: (core: CompiledCore) => void;
}

/** Table slots of the heap's functions that compiled regions call. */
function regionFunctions(programs: readonly Program[]): Record<string, number> {
  const called = programs.flatMap((p) => p.functions).filter((f) => f.unit === "heap" && f.tableIndex !== 0);
  return Object.fromEntries(called.map((f) => [f.name.split(".")[1], f.tableIndex]));
}

/** The wasm modules behind the functions that `Tiny` needs. */
export class CompiledCore implements TinyCore {
  readonly machine: Machine;
  readonly lines: string[] = [];

  constructor(readonly modules: TinyModules, options: CompiledOptions = {}) {
    const host = hostFunctions(() => this.bytes(), (line) => this.lines.push(line));
    const { programs, assembled, verifier } = modules;
    const tiny = programs[programs.length - 1];
    this.machine = new Machine(
      modules,
      {
        unit: tiny.unit,
        instructions: verifier.rows,
        opcodes: Object.fromEntries(tiny.handlers.map((h) => [h.name, h.opcode])),
        slots: { ...assembled.slots! },
        wasmBytes: 0,
        stackLimit: stackLimitOf(unitNamed("tiny")),
        functions: regionFunctions(programs),
        library: "",
      },
      () => host,
    );
    bootMachine(this.machine, tiny.literals.map((l) => [l.text, l.address]));
    this.machine.heap.setStress(options.stress ?? 0);
    if (options.jit !== undefined) this.#compile(options.jit);
    options.prepare?.(this);
  }

  #compile(settings: TraceSettings): void {
    const { machine, modules } = this;
    machine.service.jit = new TraceCompiler({
      memory: machine.memory,
      table: machine.table,
      slots: { ...modules.assembled.slots!, ...regionFunctions(modules.programs) },
      wasmBytes: 0,
      allocateRaw: (sizeBytes) => machine.heap.rawAllocate(sizeBytes),
      embed: (start, end) => machine.heap.embed(start, end),
      readMachineCode: () => modules.machineCode,
    }, settings);
  }

  call(name: string, ...args: (number | bigint)[]): number | bigint | undefined {
    return this.machine.core[name](...args);
  }
  run(code: number, func: bigint, argc: number): bigint {
    return this.machine.core.run(code, func, argc);
  }
  bytes(): Uint8Array {
    return new Uint8Array(this.machine.memory.buffer);
  }
  failed(): boolean {
    return this.machine.errorPending;
  }
}

/** A Tiny in wasm. */
export function compiledTiny(modules: TinyModules, options: CompiledOptions = {}): Tiny & { core: CompiledCore } {
  const core = new CompiledCore(modules, options);
  const instructions = new Map(modules.programs.flatMap((p) => p.handlers).map((h) => [h.name, h]));
  return new Tiny(core, instructions, modules.verifier, core.lines) as Tiny & { core: CompiledCore };
}

if (import.meta.main) {
  const { tinyPrograms } = await import("../../../examples/tiny/evaluated.ts");
  const { output, error } = compiledTiny(tinyModules(tinyPrograms())).run(Deno.readTextFileSync(Deno.args[0]));
  output.forEach((line) => console.log(line));
  if (error !== null) console.error(`Uncaught: ${error}`);
}
