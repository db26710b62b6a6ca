/**
 * Everything that is committed for a unit: its wasm, what the host must know of it, and its machine code for the trace
 * compiler.
 */

import { assemble } from "./back/assemble.ts";
import type { MachineSlots } from "./back/assemble_interpreter.ts";
import { instructionTable } from "./back/instruction_table.ts";
import { loadBinaryen } from "./deps_build.ts";
import type { InstructionRow } from "./machine/instruction_table.ts";
import type { Program } from "./machine/tree.ts";
import { packMachineCode } from "./trace/section.ts";
import { stackLimitOf, type Unit } from "./units.ts";

/** `NAME.unit.json`: what the host needs at start, beside the wasm. */
export interface UnitDescription {
  unit: string;
  /** Opcode of each bytecode that a compiler may emit or a loader may meet. */
  opcodes: Record<string, number>;
  /** What each bytecode needs and does, by opcode: code is verified against it before it runs. */
  instructions: InstructionRow[];
  /** Literals that boot makes: text and address of the cell. */
  literals: [text: string, address: number][];
  slots: MachineSlots | null;
  /** Size of the wasm, which the machine code repeats. */
  wasmBytes: number;
  /** Where frames must end, unless the language sets a limit of its own. */
  stackLimit: number;
  /** Table slots of the functions that regions call whatever the language. */
  functions: Record<string, number>;
}

/** Functions of the heap that compiled regions call themselves. */
const REGION_FUNCTIONS = ["deoptimize", "boxWide", "remember", "refillNursery", "throwOutOfMemory", "allocateSlow"];

/** The files of one unit. `programs` as `compileUnit` gives them: the unit's own last. */
export async function artefacts(
  unit: Unit,
  programs: readonly Program[],
  options: { optimize: boolean },
): Promise<{ path: string; bytes: Uint8Array }[]> {
  const program = programs[programs.length - 1];
  const built = assemble(program, programs.slice(0, -1));
  const wasm = options.optimize ? await optimize(built.bytes) : built.bytes;
  const stem = unit.output.replace(/\.wasm$/, "");
  const encode = (text: string) => new TextEncoder().encode(text + "\n");
  const functions: Record<string, number> = {};
  for (const fn of programs.flatMap((p) => p.functions)) {
    const name = fn.name.split(".")[1];
    if (fn.unit === "heap" && REGION_FUNCTIONS.includes(name)) functions[name] = fn.tableIndex;
  }
  const description: UnitDescription = {
    unit: unit.name,
    opcodes: Object.fromEntries(program.handlers.map((h) => [h.name, h.opcode])),
    instructions: instructionTable(program.handlers, program.continuations),
    literals: program.literals.map((l) => [l.text, l.address]),
    slots: built.slots,
    wasmBytes: wasm.length,
    stackLimit: stackLimitOf(unit),
    functions,
  };
  const files = [
    { path: unit.output, bytes: wasm },
    { path: `${stem}.unit.json`, bytes: encode(JSON.stringify(description)) },
  ];
  if (unit.bytecodes !== null) files.push({ path: `${stem}.machine`, bytes: packMachineCode(programs, wasm.length) });
  return files;
}

/**
 * What pays: locals are shared (the dispatch function has hundreds, which V8's baseline compiler is slow on) and control flow is tidied.
 * The usual `-O` levels take minutes here and inline into the dispatch function.
 */
const PASSES = [
  "remove-unused-brs",
  "optimize-instructions",
  "precompute",
  "simplify-locals",
  "vacuum",
  "coalesce-locals",
  "merge-blocks",
  "remove-unused-brs",
  "vacuum",
  "reorder-locals",
  "duplicate-function-elimination",
  "merge-similar-functions",
  "code-folding",
  "simplify-locals",
  "coalesce-locals",
  "vacuum",
  "reorder-locals",
];

async function optimize(bytes: Uint8Array): Promise<Uint8Array> {
  const binaryen = await loadBinaryen();
  const module = binaryen.readBinary(bytes);
  const F = binaryen.Features;
  module.setFeatures(
    F.MutableGlobals | F.SignExt | F.NontrappingFPToInt | F.BulkMemory | F.BulkMemoryOpt | F.CallIndirectOverlong | F.Multivalue |
      F.ReferenceTypes | F.TailCall,
  );
  module.runPasses(PASSES);
  const out = module.emitBinary();
  module.dispose();
  return out;
}
