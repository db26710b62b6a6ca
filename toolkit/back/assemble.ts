/**
 * Programs of the abstract machine to one wasm module: functions, interpreter, recorder, static data, descriptors, stubs.
 *
 * Input: the program of a unit and those of the units it depends on; output: the module's bytes and the table slots of its
 * machinery. Imports: `heap.memory`, `heap.table`, functions of other units by their names, host functions under `host`.
 * Deterministic: the same programs give the same bytes.
 */

import { ROOT_RANGES } from "../machine/memory_map.ts";
import type { Fn, LayoutInfo, Program } from "../machine/tree.ts";
import { RECORDING_TABLE_OFFSET, TABLE_SLOTS, tableEndOf, type Unit, unitNamed, UNITS } from "../units.ts";
import { type FunctionBuilder, ModuleBuilder } from "../wasm/encoder.ts";
import { I32, OP } from "../wasm/opcodes.ts";
import { buildInterpreter, type MachineSlots } from "./assemble_interpreter.ts";
import { stackOverflowOf } from "./interpreter.ts";
import { fillSpills } from "./liveness.ts";
import { lowerFunction } from "./lower.ts";
import { bodySize } from "./lower_expressions.ts";
import { layoutTable, rootRange } from "./static_data.ts";
import { functionType, type Target } from "./target.ts";
import { calleesOf } from "./walk.ts";

/**
 * What a module of a unit with bytecodes holds: everything, or one of the halves that make up the same. The recorder is a module of its own because
 * only programs that get hot need it; it imports what it calls from the core.
 */
export type Part = "whole" | "core" | "recorder";

export interface AssembleOptions {
  part?: Part;
  /** Sections for later readers (the trace compiler); called when everything has its place. */
  customSections?: (built: Assembled) => { name: string; bytes: Uint8Array }[];
  /** Writes a name section. */
  names?: boolean;
  /** Units other than those of `toolkit/units.ts`, for tests. */
  units?: readonly Unit[];
  memoryPages?: number;
  maxMemoryPages?: number;
}

export interface Assembled {
  bytes: Uint8Array<ArrayBuffer>;
  /** Slots and addresses of the interpreter; null for a unit without bytecodes. */
  slots: MachineSlots | null;
  /** Table slots of functions, by name. */
  functionSlots: Map<string, number>;
  /** Bytecodes that are functions of their own, outside the dispatch function (continuations always are). */
  outlined: string[];
}

/** Functions of other units up to this many nodes are copied. */
const COPY_NODES = 40;
/** Memory that exists at start: everything below the collected heap, and a little. */
const MEMORY_PAGES = 0x481;

/** The function behind `runNested`: it has no tree, its body is the interpreter's driver. */
const RUN_FUNCTION = "machine.run";

const keyOf = (fn: Fn) => fn.hostImport !== undefined ? `host/${fn.hostImport}` : `${fn.unit}/${fn.name}`;

/** Compiles `program`; `dependencies` are the programs of the units it uses. */
export function assemble(program: Program, dependencies: readonly Program[], options: AssembleOptions = {}): Assembled {
  return new Assembler(program, dependencies, options).run();
}

/** What the interpreter builder needs of the assembler. */
export interface AssemblerView {
  readonly program: Program;
  readonly target: Target;
  readonly unit: Unit;
  readonly part: Part;
  nameFunction(index: number, name: string): void;
  setSlot(slot: number, functionIndex: number): void;
  service(): number;
  /** The driver function that definitions call as `runNested`; null when none does. */
  runBuilder(): FunctionBuilder | null;
  dependencyLayouts(): LayoutInfo[];
}

class Assembler implements Target, AssemblerView {
  readonly module = new ModuleBuilder();
  readonly unit: Unit;
  readonly part: Part;
  readonly target: Target = this;
  private readonly indices = new Map<string, number>();
  private readonly recordings = new Map<string, number>();
  private readonly bodies: { fn: Fn; f: FunctionBuilder; recording: boolean }[] = [];
  private readonly slots = new Map<number, number>();
  private readonly exportable = new Map<string, Fn>();
  private serviceIndex = -1;
  /** What the recorder imports, in a core that has one: nothing else is exported for other modules. */
  private imports: ReadonlySet<string> | null = null;
  private readonly functionSlots = new Map<string, number>();

  constructor(readonly program: Program, private readonly dependencies: readonly Program[], private readonly options: AssembleOptions) {
    this.part = options.part ?? "whole";
    const units = options.units ?? UNITS;
    this.unit = units.find((u) => u.name === program.unit) ?? unitNamed(program.unit);
    for (const d of dependencies) for (const fn of d.functions) if (isExported(fn)) this.exportable.set(keyOf(fn), fn);
  }

  private unitOf(name: string): Unit {
    return (this.options.units ?? UNITS).find((u) => u.name === name) ?? unitNamed(name);
  }

  // ── Target ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  functionIndex(fn: Fn): number {
    const index = this.indices.get(keyOf(fn));
    if (index === undefined) throw new Error(`Function "${fn.name}" of unit "${fn.unit}" was not collected`);
    return index;
  }

  recordingIndex(fn: Fn): number {
    return this.recordings.get(keyOf(fn)) ?? this.functionIndex(fn);
  }

  staticAddress(unit: string, offset: number): number {
    return this.unitOf(unit).staticBase + offset;
  }

  allocateSlow(): number {
    return this.heapFunction("allocateSlow");
  }

  remember(): number {
    return this.heapFunction("remember");
  }
  relieveStack(): number {
    return this.heapFunction("relieveStack");
  }

  service(): number {
    return this.serviceIndex;
  }

  runBuilder(): FunctionBuilder | null {
    return this.bodies.find((b) => b.fn.name === RUN_FUNCTION)?.f ?? null;
  }

  dependencyLayouts(): LayoutInfo[] {
    return this.dependencies.flatMap((d) => d.layouts);
  }

  nameFunction(index: number, name: string): void {
    if (this.options.names !== false) this.module.nameFunction(index, name);
  }

  setSlot(slot: number, functionIndex: number): void {
    if (this.slots.has(slot)) throw new Error(`Table slot ${slot} of unit "${this.program.unit}" is used twice`);
    const place = slot % RECORDING_TABLE_OFFSET;
    if (place >= tableEndOf(this.unit)) {
      throw new Error(`Unit "${this.program.unit}" needs more table slots: slot ${place} is the next unit's (toolkit/units.ts)`);
    }
    this.slots.set(slot, functionIndex);
  }

  private findHeapFunction(name: string): Fn | null {
    for (const p of [this.program, ...this.dependencies]) {
      const fn = p.functions.find((f) => f.name === name || f.name.endsWith(`.${name}`));
      if (fn !== undefined) return fn;
    }
    return null;
  }

  private heapFunction(name: string): number {
    const fn = this.findHeapFunction(name);
    if (fn === null) throw new Error(`No unit has the function "${name}" that generated code calls`);
    return this.functionIndex(fn);
  }

  // ── Collection of functions ────────────────────────────────────────────────────────────────────────────────────────

  /** Functions needed here: `local` are compiled, `imported` come from other modules. */
  private collect(): { local: Fn[]; imported: Fn[] } {
    const local: Fn[] = [], imported: Fn[] = [];
    const seen = new Set<string>();
    const add = (fn: Fn): void => {
      if (seen.has(keyOf(fn))) return;
      seen.add(keyOf(fn));
      if (this.isImported(fn)) return void imported.push(fn);
      local.push(fn);
      for (const callee of calleesOf(fn.body)) add(callee);
    };
    for (const fn of this.program.functions) add(fn);
    const bodies = [...this.program.handlers.map((h) => h.fn), ...this.program.continuations.map((c) => c.fn)];
    for (const fn of bodies) for (const callee of calleesOf(fn.body)) add(callee);
    this.machineFunctions().forEach(add);
    // Recording copies contain what the functions of other units call, too.
    if (this.program.handlers.length > 0) {
      for (const fn of this.recorded([...local, ...imported])) for (const callee of calleesOf(fn.body)) add(callee);
    }
    return { local, imported };
  }

  private isImported(fn: Fn): boolean {
    if (fn.hostImport !== undefined) return true;
    if (fn.unit === this.program.unit || !this.exportable.has(keyOf(fn))) return false;
    return fn.inlining === "residual" || bodySize(fn) > COPY_NODES;
  }

  /** Functions that need a recording copy: those that traces walk, and what they call that way. */
  private recorded(functions: readonly Fn[]): Fn[] {
    const found = new Map<string, Fn>();
    const add = (fn: Fn): void => {
      if (fn.inlining !== "inline" || fn.hostImport !== undefined || found.has(keyOf(fn))) return;
      found.set(keyOf(fn), fn);
      for (const callee of calleesOf(fn.body)) add(callee);
    };
    for (const h of [...this.program.handlers.map((h) => h.fn), ...this.program.continuations.map((c) => c.fn)]) {
      for (const callee of calleesOf(h.body)) add(callee);
    }
    for (const fn of functions) if (fn.tableIndex !== 0) add(fn);
    return [...found.values()];
  }

  // ── The module ─────────────────────────────────────────────────────────────────────────────────────────────────────

  run(): Assembled {
    const { program, module, part } = this;
    const hasHandlers = program.handlers.length > 0;
    const { local, imported } = this.collect();
    const recorded = hasHandlers ? this.recorded([...local, ...imported]) : [];
    const bodies = [...local, ...program.handlers.map((h) => h.fn), ...program.continuations.map((c) => c.fn), ...recorded];
    for (const fn of bodies) fillSpills(fn);
    this.declareMemory();
    const plain = part === "recorder" ? this.plain(recorded) : { local, imported };
    for (const fn of plain.imported) {
      const unit = fn.hostImport !== undefined ? "host" : fn.unit === program.unit ? "core" : fn.unit;
      this.indices.set(keyOf(fn), module.importFunction(unit, fn.hostImport ?? fn.name, functionType(module, paramTypes(fn), fn.results)));
    }
    if (hasHandlers && part !== "recorder") this.serviceIndex = module.importFunction("host", "service", module.type([I32], [I32]));
    for (const fn of plain.local) this.declare(fn, false);
    if (part === "core") this.imports = new Set(this.plain(recorded).imported.map(keyOf));
    else for (const fn of recorded) this.declare(fn, true);
    for (const { fn, f, recording } of this.bodies) {
      if (fn.name !== RUN_FUNCTION || !hasHandlers) lowerFunction(this, f, fn, recording);
    }
    const machine = hasHandlers ? buildInterpreter(this, this.firstFreeSlot()) : null;
    if (part === "recorder") { for (const fn of recorded) if (fn.tableIndex !== 0) this.recordingSlot(fn); }
    else this.placeAll(local, imported, part === "core" ? new Set(recorded.map(keyOf)) : new Set());
    if (part !== "recorder") this.writeData(machine === null ? null : machine.stubs);
    this.writeElements();
    const built: Assembled = {
      bytes: new Uint8Array(),
      slots: machine?.slots ?? null,
      functionSlots: this.functionSlots,
      outlined: machine?.outlined ?? [],
    };
    for (const { name, bytes } of this.options.customSections?.(built) ?? []) module.custom(name, bytes);
    built.bytes = module.finish();
    return built;
  }

  /** What the recorder calls that does not record: imported where another module exports it, else compiled here, too. */
  private plain(recorded: readonly Fn[]): { local: Fn[]; imported: Fn[] } {
    const { program } = this;
    const local: Fn[] = [], imported: Fn[] = [];
    const seen = new Set<string>();
    const add = (fn: Fn): void => {
      if (seen.has(keyOf(fn))) return;
      seen.add(keyOf(fn));
      const exported = fn.hostImport !== undefined || (fn.unit === program.unit ? isExported(fn) : this.exportable.has(keyOf(fn)));
      if (exported) return void imported.push(fn);
      local.push(fn);
      calleesOf(fn.body).forEach(add);
    };
    const records = new Set(recorded.map(keyOf));
    for (const fn of [...recorded, ...program.handlers.map((h) => h.fn), ...program.continuations.map((c) => c.fn)]) {
      for (const callee of calleesOf(fn.body)) if (!records.has(keyOf(callee))) add(callee);
    }
    for (const fn of this.machineFunctions()) add(fn);
    return { local, imported };
  }

  /** Functions that generated code calls by itself. */
  private machineFunctions(): Fn[] {
    const names = ["allocateSlow", "remember", ...(this.unit.deepRecursion ? ["relieveStack"] : [])];
    const overflow = stackOverflowOf(this.program.functions);
    return [...names.map((name) => this.findHeapFunction(name)), overflow].filter((fn) => fn !== null);
  }

  /** Exports functions and gives them their table slots; `elsewhere`: those whose recording copies another module puts there. */
  private placeAll(local: readonly Fn[], imported: readonly Fn[], elsewhere: ReadonlySet<string>): void {
    const hasHandlers = this.program.handlers.length > 0;
    const recordingSlot = (fn: Fn) => {
      if (hasHandlers && fn.tableIndex !== 0 && !elsewhere.has(keyOf(fn))) this.recordingSlot(fn);
    };
    for (const fn of local) {
      this.place(fn);
      recordingSlot(fn);
    }
    for (const fn of imported) {
      // Regions call functions of the host through the table, too.
      if (fn.hostImport !== undefined && fn.tableIndex !== 0) this.setSlot(fn.tableIndex, this.functionIndex(fn));
      recordingSlot(fn);
    }
  }

  private declareMemory(): void {
    const { module, options } = this;
    const pages = options.memoryPages ?? MEMORY_PAGES;
    if (this.program.unit === "heap") {
      module.memory(pages, options.maxMemoryPages);
      module.table(TABLE_SLOTS);
      module.exportMemory("memory");
      module.exportTable("table");
    } else {
      module.importMemory("heap", "memory", pages);
      module.importTable("heap", "table", TABLE_SLOTS);
      if (this.part !== "recorder") module.exportMemory("memory");
    }
  }

  private declare(fn: Fn, recording: boolean): void {
    const f = this.module.function(functionType(this.module, paramTypes(fn), fn.results));
    (recording ? this.recordings : this.indices).set(keyOf(fn), f.index);
    this.bodies.push({ fn, f, recording });
    this.nameFunction(f.index, recording ? `${fn.name} (recording)` : fn.name);
  }

  /** Exports a function and gives it its table slots. */
  private place(fn: Fn): void {
    const index = this.functionIndex(fn);
    if (fn.unit === this.program.unit && isExported(fn) && (this.imports === null || this.imports.has(keyOf(fn)))) {
      this.module.exportFunction(fn.name, index);
    }
    if (fn.unit === this.program.unit && fn.exportName !== undefined && fn.exportName !== fn.name) {
      this.module.exportFunction(fn.exportName, index);
    }
    if (fn.tableIndex === 0) return;
    this.functionSlots.set(fn.name, fn.tableIndex);
    if (fn.unit === this.program.unit || !this.exportable.has(keyOf(fn))) {
      this.setSlot(fn.tableIndex, index);
      if (this.program.handlers.length === 0) this.setSlot(fn.tableIndex + RECORDING_TABLE_OFFSET, index);
    }
  }

  /** What a recorder calls when it meets the slot of `fn`. */
  private recordingSlot(fn: Fn): void {
    this.setSlot(fn.tableIndex + RECORDING_TABLE_OFFSET, this.recordingIndex(fn));
  }

  /** First table slot of the unit that no function uses. */
  private firstFreeSlot(): number {
    let free = this.unit.tableBase;
    for (const fn of this.program.functions) free = Math.max(free, fn.tableIndex + 1);
    return free;
  }

  private writeElements(): void {
    const slots = [...this.slots.keys()].sort((a, b) => a - b);
    for (let i = 0; i < slots.length;) {
      let end = i + 1;
      while (end < slots.length && slots[end] === slots[end - 1] + 1) end++;
      this.module.elements(slots[i], slots.slice(i, end).map((s) => this.slots.get(s)!));
      i = end;
    }
  }

  private writeData(stubs: { address: number; bytes: Uint8Array } | null): void {
    const { module, program, unit } = this;
    const dataAddress = unit.staticBase + unit.rootBytes;
    const mapsAddress = (dataAddress + program.data.length + 7) & -8;
    const table = layoutTable(program.layouts, mapsAddress);
    if (mapsAddress + table.maps.length > unit.staticBase + unit.staticBytes) throw new Error(`Unit "${unit.name}": static area is full`);
    if (program.data.length > 0) module.data(dataAddress, program.data);
    if (table.maps.length > 0) module.data(mapsAddress, table.maps);
    for (const { address, bytes } of table.descriptors) module.data(address, bytes);
    if (stubs !== null) module.data(stubs.address, stubs.bytes);
    const range = rootRange(program);
    if (range !== null) this.registerRoots(range);
  }

  /** A start function that appends the unit's roots to the table of root ranges. */
  private registerRoots([start, end]: [number, number]): void {
    const f = this.module.function(this.module.type([], []));
    this.nameFunction(f.index, "register roots");
    const at = f.local(I32);
    f.i32Const(ROOT_RANGES);
    f.localSet(at);
    const done = f.block(), again = f.loop();
    for (const test of [() => f.op(OP.i32Eqz), () => (f.i32Const(start), f.op(OP.i32Eq))]) {
      f.localGet(at);
      f.i32Load(0);
      test();
      f.brIf(done);
    }
    f.localGet(at);
    f.i32Const(8);
    f.op(OP.i32Add);
    f.localSet(at);
    f.br(again);
    f.end();
    f.end();
    f.localGet(at);
    f.i64Const(BigInt(start) | (BigInt(end) << 32n));
    f.i64Store(0);
    this.module.start(f.index);
  }
}

function isExported(fn: Fn): boolean {
  return fn.hostImport === undefined && (fn.tableIndex !== 0 || fn.exportName !== undefined || /\.(allocateSlow|remember)$/.test(fn.name));
}

function paramTypes(fn: Fn) {
  return fn.locals.slice(0, fn.params).map((l) => l.type);
}
