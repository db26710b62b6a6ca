/**
 * Everything that is committed for a unit: its wasm, what the host must know of it, its machine code for the trace
 * compiler, its recorder, and the image of its booted heap.
 */

import { assemble } from "./back/assemble.ts";
import type { MachineSlots } from "./back/assemble_interpreter.ts";
import { instructionTable } from "./back/instruction_table.ts";
import { loadBinaryen } from "./deps_build.ts";
import { bareMachine, bootMachine, saveImage } from "./host/boot.ts";
import { IMAGE_SECTION, KEY_BYTES, KEY_SECTION } from "./host/image.ts";
import type { Machine, UnitInfo } from "./host/instance.ts";
import type { Program } from "./machine/tree.ts";
import { packMachineCode } from "./trace/section.ts";
import { stackLimitOf, type Unit, unitNamed } from "./units.ts";
import { ByteBuffer, ModuleBuilder, writeCustomSection } from "./wasm/encoder.ts";

/** What the module `Unit.finish` exports. */
export interface Finish {
  /** Goes on where booting ends, before the heap is saved. Returns `UnitInfo.library`. */
  finish(machine: Machine): string;
}

interface File {
  path: string;
  bytes: Uint8Array;
}

/** Where the built files of units are read and written. */
export interface Storage {
  read(path: string): Uint8Array<ArrayBuffer>;
  write(file: File): void;
}

/** Functions of the heap that compiled regions call themselves. */
const REGION_FUNCTIONS = ["deoptimize", "boxWide", "remember", "refillNursery", "throwOutOfMemory", "allocateSlow"];

/** Builds the files of one unit. `programs` as `compileUnit` gives them: the unit's own last. A language needs the heap's wasm. */
export async function artefacts(unit: Unit, programs: readonly Program[], storage: Storage, options: { optimize: boolean }): Promise<void> {
  const program = programs[programs.length - 1];
  const dependencies = programs.slice(0, -1);
  const finished = async (bytes: Uint8Array<ArrayBuffer>) => options.optimize ? await optimize(bytes) : bytes;
  const built = assemble(program, dependencies, { part: unit.bytecodes === null ? "whole" : "core" });
  const wasm = await finished(built.bytes);
  const key = await keyFor(wasm);
  const core = withKey(wasm, key);
  const stem = unit.output.replace(/\.wasm$/, "");
  storage.write({ path: unit.output, bytes: core });
  const description = describe(unit, programs, built.slots, core.length);
  if (unit.bytecodes !== null) {
    const machine = bareMachine(await modules(core, storage), description);
    bootMachine(machine, program.literals.map(({ text, address }) => [text, address]));
    const finish = unit.finish === undefined ? null : await import(new URL(`../${unit.finish}`, import.meta.url).href) as Finish;
    description.library = finish?.finish(machine) ?? "";
    storage.write({ path: `${stem}.heap.wasm`, bytes: moduleOf(saveImage(machine)) });
    const recorder = await finished(assemble(program, dependencies, { part: "recorder" }).bytes);
    storage.write({ path: `${stem}.recorder.wasm`, bytes: withKey(recorder, key) });
    storage.write({ path: `${stem}.machine`, bytes: packMachineCode(programs, core.length) });
  }
  storage.write({ path: `${stem}.unit.json`, bytes: new TextEncoder().encode(JSON.stringify(description) + "\n") });
}

function describe(unit: Unit, programs: readonly Program[], slots: MachineSlots | null, wasmBytes: number): UnitInfo {
  const { handlers, continuations } = programs[programs.length - 1];
  const functions: Record<string, number> = {};
  for (const fn of programs.flatMap((p) => p.functions)) {
    const name = fn.name.split(".")[1];
    if (fn.unit === "heap" && REGION_FUNCTIONS.includes(name)) functions[name] = fn.tableIndex;
  }
  return {
    unit: unit.name,
    opcodes: Object.fromEntries(handlers.map((h) => [h.name, h.opcode])),
    instructions: instructionTable(handlers, continuations),
    slots: slots === null ? null : { ...slots },
    wasmBytes,
    stackLimit: stackLimitOf(unit),
    functions,
    library: "",
  };
}

async function modules(core: Uint8Array<ArrayBuffer>, storage: Storage): Promise<{ heap: WebAssembly.Module; core: WebAssembly.Module }> {
  const heap = storage.read(unitNamed("heap").output);
  return { heap: await WebAssembly.compile(heap), core: await WebAssembly.compile(core) };
}

/** The key of a module: a hash. An image knows by it the modules it was made with, a recorder its core. */
async function keyFor(wasm: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", wasm)).subarray(0, KEY_BYTES);
}

function withKey(wasm: Uint8Array, key: Uint8Array): Uint8Array<ArrayBuffer> {
  const section = new ByteBuffer();
  writeCustomSection(section, KEY_SECTION, key);
  const out = new Uint8Array(wasm.length + section.length);
  out.set(wasm);
  out.set(section.view(), wasm.length);
  return out;
}

/** A module that holds data and nothing else. */
function moduleOf(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder();
  module.custom(IMAGE_SECTION, data);
  return module.finish();
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

async function optimize(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const binaryen = await loadBinaryen();
  const module = binaryen.readBinary(bytes);
  const F = binaryen.Features;
  module.setFeatures(
    F.MutableGlobals | F.SignExt | F.NontrappingFPToInt | F.BulkMemory | F.BulkMemoryOpt | F.CallIndirectOverlong | F.Multivalue |
      F.ReferenceTypes | F.TailCall,
  );
  module.runPasses(PASSES);
  const out = new Uint8Array(module.emitBinary());
  module.dispose();
  return out;
}
