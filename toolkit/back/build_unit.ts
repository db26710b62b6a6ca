/**
 * Everything that is written for a unit: its wasm, what the host must know of it, and its machine code for the trace compiler.
 */

import { loadBinaryen } from "../deps_build.ts";
import type { Program } from "../machine/tree.ts";
import { packMachineCode } from "../trace/section.ts";
import type { Unit } from "../units.ts";
import { assemble } from "./assemble.ts";
import type { MachineSlots } from "./assemble_interpreter.ts";

/** `NAME.unit.json`: what the host needs at start, beside the wasm. */
export interface UnitDescription {
  unit: string;
  /** Opcode of each bytecode that a compiler may emit or a loader may meet. */
  opcodes: Record<string, number>;
  /** Literals that boot makes: text and address of the cell. */
  literals: [text: string, address: number][];
  slots: MachineSlots | null;
  /** Table slots of the functions that regions call directly. */
  functions: Record<string, number>;
}

/** Builds one unit. `programs` as `compileUnit` gives them: the unit's own last. */
export async function buildUnit(
  unit: Unit,
  programs: readonly Program[],
  options: { optimize: boolean },
): Promise<{ path: string; bytes: Uint8Array }[]> {
  const program = programs[programs.length - 1];
  const built = assemble(program, programs.slice(0, -1));
  const wasm = options.optimize ? await optimize(built.bytes) : built.bytes;
  const stem = unit.output.replace(/\.wasm$/, "");
  const encode = (text: string) => new TextEncoder().encode(text);
  const description: UnitDescription = {
    unit: unit.name,
    opcodes: Object.fromEntries(program.handlers.map((h) => [h.name, h.opcode])),
    literals: program.literals.map((l) => [l.text, l.address]),
    slots: built.slots,
    functions: Object.fromEntries(
      programs.flatMap((p) => p.functions).filter((f) => f.tableIndex !== 0 && HOST_FUNCTIONS.has(f.name.split(".")[1])).map((f) => [
        f.name.split(".")[1],
        f.tableIndex,
      ]),
    ),
  };
  const files = [
    { path: unit.output, bytes: wasm },
    { path: `${stem}.unit.json`, bytes: encode(JSON.stringify(description) + "\n") },
  ];
  if (unit.bytecodes !== null) files.push({ path: `${stem}.machine.json`, bytes: encode(packMachineCode(programs, wasm.length) + "\n") });
  return files;
}

/** Functions that compiled regions call whatever the language. */
const HOST_FUNCTIONS = new Set(["deoptimize", "boxWide", "remember", "collectMinor", "allocateSlow"]);

async function optimize(bytes: Uint8Array): Promise<Uint8Array> {
  const binaryen = await loadBinaryen();
  const module = binaryen.readBinary(bytes);
  module.setFeatures(binaryen.Features.All);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(1);
  module.optimize();
  const out = module.emitBinary();
  module.dispose();
  return out;
}
