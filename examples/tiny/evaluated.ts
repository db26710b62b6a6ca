/**
 * Tiny without wasm: the definitions are compiled to trees, and the evaluator runs them. Slow, and the measure of every
 * other way to run it.
 */

import { instructionTable } from "../../toolkit/back/instruction_table.ts";
import { BytecodeVerifier } from "../../toolkit/host/verify_bytecode.ts";
import { compileUnit } from "../../toolkit/front/mod.ts";
import { Evaluator, type EvaluatorOptions } from "../../toolkit/machine/evaluate.ts";
import { CONTROL } from "../../toolkit/machine/memory_map.ts";
import type { Program } from "../../toolkit/machine/tree.ts";
import { hostFunctions, Tiny, type TinyCore } from "./tiny.ts";

const ROOT = new URL("../../", import.meta.url);

/** Compiles the definitions of the heap and of Tiny. */
export function tinyPrograms(): Program[] {
  return compileUnit("tiny", (path) => Deno.readTextFileSync(new URL(path, ROOT)));
}

/** The evaluator behind the functions that `Tiny` needs. */
export class EvaluatedCore implements TinyCore {
  readonly machine: Evaluator;
  readonly lines: string[] = [];

  constructor(programs: readonly Program[], options: EvaluatorOptions = {}) {
    const host = hostFunctions(() => this.bytes(), (line) => this.lines.push(line));
    this.machine = new Evaluator(programs, { ...options, host });
    this.machine.boot();
  }

  call(name: string, ...args: (number | bigint)[]): number | bigint | undefined {
    return this.machine.call(name, ...args)[0];
  }
  run(code: number, func: bigint, argc: number): bigint {
    return this.machine.run(code, func, argc);
  }
  bytes(): Uint8Array {
    return this.machine.cells.bytes;
  }
  failed(): boolean {
    return this.machine.cells.value(CONTROL.pendingError) !== 0n;
  }
}

/** The verifier of Tiny's bytecode. */
export function verifierOf(programs: readonly Program[]): BytecodeVerifier {
  const { handlers, continuations } = programs[programs.length - 1];
  return new BytecodeVerifier(instructionTable(handlers, continuations));
}

/** A Tiny on the evaluator. */
export function evaluatedTiny(
  programs: readonly Program[] = tinyPrograms(),
  options: EvaluatorOptions = {},
  verifier = verifierOf(programs),
): Tiny & { core: EvaluatedCore } {
  const core = new EvaluatedCore(programs, options);
  const instructions = new Map(programs.flatMap((p) => p.handlers).map((h) => [h.name, h]));
  return new Tiny(core, instructions, verifier, core.lines) as Tiny & { core: EvaluatedCore };
}
