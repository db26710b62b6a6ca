/** Tiny in wasm: its definitions are assembled in memory, and the interpreter (or a trace compiler) runs them. */

import { assemble, type Assembled } from "../../toolkit/back/assemble.ts";
import { Machine, type VmModules } from "../../toolkit/host/instance.ts";
import type { Program } from "../../toolkit/machine/tree.ts";
import { hostFunctions, Tiny, type TinyCore } from "./tiny.ts";

/** The two modules and what is known of the core's. */
export interface TinyModules extends VmModules {
  assembled: Assembled;
  programs: readonly Program[];
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
  };
}

export interface CompiledOptions {
  /** Collect at every n-th allocation; 0: never for that reason. */
  stress?: number;
  /** Called with the booted machine, to install a trace compiler or a service of one's own. */
  prepare?: (core: CompiledCore) => void;
}

/** The wasm modules behind the functions that `Tiny` needs. */
export class CompiledCore implements TinyCore {
  readonly machine: Machine;
  readonly lines: string[] = [];

  constructor(readonly modules: TinyModules, options: CompiledOptions = {}) {
    const host = hostFunctions(() => this.bytes(), (line) => this.lines.push(line));
    const { programs, assembled } = modules;
    const tiny = programs[programs.length - 1];
    this.machine = new Machine(
      modules,
      {
        unit: tiny.unit,
        opcodes: Object.fromEntries(tiny.handlers.map((h) => [h.name, h.opcode])),
        literals: tiny.literals.map((l) => [l.text, l.address]),
        slots: { ...assembled.slots! },
      },
      () => host,
    );
    this.machine.boot();
    this.machine.heap.setStress(options.stress ?? 0);
    options.prepare?.(this);
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
  return new Tiny(core, instructions, core.lines) as Tiny & { core: CompiledCore };
}

if (import.meta.main) {
  const { tinyPrograms } = await import("./evaluated.ts");
  const { output, error } = compiledTiny(tinyModules(tinyPrograms())).run(Deno.readTextFileSync(Deno.args[0]));
  output.forEach((line) => console.log(line));
  if (error !== null) console.error(`Uncaught: ${error}`);
}
