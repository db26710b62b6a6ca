/**
 * Loads `heap.wasm` and the core of a language, links them to the host, and holds what belongs to one running VM.
 *
 * Input: the URLs of the two modules and the language's host functions; output: a `Machine`. Invariant: memory and function table
 * are the heap's; a core gets exactly the imports it names, and one that nobody provides is an error that names it.
 */

import { MachineError } from "../machine/errors.ts";
import { CONTROL, EXCHANGE, FRAME } from "../machine/memory_map.ts";
import type { InstructionRow } from "../machine/instruction_table.ts";
import { attachGcLog } from "../observe/gc_log.ts";
import { isReadable, type Linker, pathOf, type VmModules } from "./built_files.ts";
import { isImageOf, isSameBuild, PAGES_AT, RUNS_AT } from "./image.ts";
import type { JitOptions, MachineOptions } from "./language.ts";
import { InterruptFlag, type JitDriver, Limits, Service } from "./service.ts";
import { Exchange, Views } from "./views.ts";

/** Functions of the host, by the name under which definitions import them. */
export type HostFunctions = Record<string, (...args: any[]) => number | bigint | void>;
/** Exported functions of a module. */
export type Entries = Record<string, (...args: any[]) => any>;

/** What the build says of a unit, in `NAME.unit.json` beside its wasm. */
export interface UnitInfo {
  unit: string;
  /** Number of each bytecode in the instruction stream. */
  opcodes: Record<string, number>;
  /** What each bytecode needs and does, by opcode. */
  instructions: readonly InstructionRow[];
  /** Slots and addresses of the interpreter; null for a library. */
  slots: { interpreter: number; unwindStub: number } & Record<string, number> | null;
  /** Size of the wasm, which `NAME.machine` repeats. */
  wasmBytes: number;
  /** Where frames must end, unless the language sets a limit of its own. */
  stackLimit: number;
  /** Table slots of the heap's functions that compiled regions call. */
  functions: Record<string, number>;
  /** What the language's host must know of the library in the image; a text of the language's own, empty when it has none. */
  library: string;
}

/** One heap with one core on it. */
export class Machine {
  readonly memory: WebAssembly.Memory;
  readonly table: WebAssembly.Table;
  readonly heap: Entries;
  readonly core: Entries;
  readonly views: Views;
  readonly exchange: Exchange;
  readonly limits = new Limits();
  readonly service: Service;
  readonly #host: HostFunctions;

  /**
   * `functions`: called with the new machine, gives the language's imports; it must not call into wasm yet. `wasi`: gives the functions of
   * WASI for a core that imports some.
   */
  constructor(
    readonly modules: VmModules,
    readonly unit: UnitInfo,
    functions: (machine: Machine) => HostFunctions,
    wasi?: (memory: WebAssembly.Memory) => HostFunctions,
  ) {
    const host = this.#host = { service: (status: number) => this.service.call(status) } as HostFunctions;
    const { link = instantiate } = modules;
    const heap = link(modules.heap, { host });
    this.heap = heap as Entries;
    this.memory = heap.memory as WebAssembly.Memory;
    this.table = heap.table as WebAssembly.Table;
    this.views = new Views(this.memory);
    this.exchange = new Exchange(this.views, {
      allocate: (sizeBytes) => this.heap.rawAllocate(sizeBytes),
      release: (address) => this.heap.rawFree(address),
    });
    this.service = new Service(this.views, new InterruptFlag(), this.limits);
    Object.assign(host, functions(this));
    this.core = link(modules.core, { host, heap, wasi_snapshot_preview1: wasi?.(this.memory) }) as Entries;
  }

  /**
   * Starts from the image of the booted heap.
   * @throws MachineError when it was made with other modules, memory is too small or starting raises
   */
  restore(image: Uint8Array<ArrayBuffer>): void {
    const { views, modules, unit } = this;
    if (!isImageOf(image, [modules.heap, modules.core])) {
      throw new MachineError("program", `the image of "${unit.unit}" was made with another build; run "deno task build"`, "restore");
    }
    // On its way an image lies where nothing is yet: behind what is exchanged with the host is the stack.
    views.bytes.set(image, EXCHANGE);
    const pages = views.i32(EXCHANGE + PAGES_AT);
    if (this.heap.restore(EXCHANGE + RUNS_AT, EXCHANGE + image.length, pages) !== 1) {
      throw new MachineError("memory", "the heap does not fit", "restore");
    }
    this.service.begin();
    this.core.start?.();
    if (this.errorPending) throw new MachineError("program", `starting "${unit.unit}" raised an error`, "restore");
  }

  /** Adds the recorder of the core. @throws MachineError when it is another core's */
  addRecorder(bytes: Uint8Array<ArrayBuffer>): void {
    const module = new WebAssembly.Module(bytes);
    if (!isSameBuild(module, this.modules.core)) {
      throw new MachineError("program", `the recorder of "${this.unit.unit}" is of another build; run "deno task build"`, "addRecorder");
    }
    instantiate(module, { host: this.#host, heap: this.heap, core: this.core });
  }

  /** Sets what the command line and embedders can choose for any language. */
  configure(options: MachineOptions): void {
    this.limits.configure(options.limits ?? {}, this.views);
    this.heap.setStress(options.gc.stress);
    if (options.gc.logFile !== undefined) attachGcLog(this, options.gc.logFile);
  }

  /** Whether the last call into the core raised. */
  get errorPending(): boolean {
    return this.views.i64(CONTROL.pendingError) !== 0n;
  }

  /** Changes the saved state so that the interpreter goes on by unwinding with the pending error. Returns its slot. */
  unwind(): number {
    const { views } = this;
    views.setI32(views.i32(CONTROL.fp) + FRAME.pc, views.i32(CONTROL.pc));
    views.setI32(CONTROL.pc, this.unit.slots!.unwindStub);
    return 0;
  }
}

/** Gives a module what it imports. What is missing is looked for when that has failed: reading a module's imports takes time. */
const instantiate: Linker = (module, provided) => {
  try {
    return new WebAssembly.Instance(module, provided as WebAssembly.Imports).exports;
  } catch (error) {
    const missing = WebAssembly.Module.imports(module).filter(({ module: from, name }) => provided[from]?.[name] === undefined);
    if (missing.length === 0) throw error;
    const names = missing.map(({ module: from, name }) => `${from}.${name}`).join(", ");
    throw new MachineError("program", `nobody provides ${names}`, "instantiate");
  }
};

// ── The trace compiler ───────────────────────────────────────────────────────────────────────────────────────────────

/** `TUNING.threshold` of the trace compiler, which is not loaded yet (a test compares them). */
export const DEFAULT_THRESHOLD = 400;

/**
 * The trace compiler of one machine, as `--jit`, `--jit-log` and `--jit-without` ask. Its modules cannot be loaded in the middle of a guest's call,
 * so `prepare` loads them before the first program that could get hot; recorder and machine code are read when a counter is hot.
 */
export class Jit implements JitDriver {
  #compiler: typeof import("../trace/mod.ts") | null = null;
  #readRecorder: Reader | null = null;
  #readMachineCode: Reader | null = null;
  #driver: JitDriver | null = null;

  /** `recorder`, `machineCode`: where the bytes of `NAME.recorder.wasm` and `NAME.machine` are. */
  constructor(readonly machine: Machine, readonly options: JitOptions, readonly recorder: string, readonly machineCode: string) {}

  /** Loads the compiler, once. Without permission to read recorder and machine code the machine stays an interpreter. */
  async prepare(): Promise<void> {
    const { machine, options } = this;
    if (!options.enabled || machine.service.jit !== null) return;
    const [compiler, ...readers] = await Promise.all([import("../trace/mod.ts"), findBytes(this.recorder), findBytes(this.machineCode)]);
    [this.#readRecorder, this.#readMachineCode] = readers;
    if (readers.includes(null)) return;
    this.#compiler = compiler;
    machine.service.jit = this;
    machine.views.setI32(CONTROL.jitThreshold, options.threshold ?? DEFAULT_THRESHOLD);
  }

  onHot(site: number): number {
    this.#driver ??= this.#start();
    return this.#driver.onHot(site);
  }

  onRecorded(reason: number): number {
    return this.#driver === null ? 0 : this.#driver.onRecorded(reason);
  }

  #start(): JitDriver {
    const { machine, options } = this;
    const { unit } = machine;
    machine.addRecorder(this.#readRecorder!());
    const target = {
      memory: machine.memory,
      table: machine.table,
      slots: { ...unit.slots, ...unit.functions },
      wasmBytes: unit.wasmBytes,
      allocateRaw: (sizeBytes: number) => machine.heap.rawAllocate(sizeBytes),
      embed: (start: number, end: number) => machine.heap.embed(start, end),
      readMachineCode: this.#readMachineCode!,
    };
    const log = options.logFile === undefined ? undefined : lineWriter(options.logFile);
    return new this.#compiler!.TraceCompiler(target, { ...options, log });
  }
}

/** Gives the bytes of a file. */
type Reader = () => Uint8Array<ArrayBuffer>;

/** How to read a file in the middle of a guest's call; null where that is not allowed. */
async function findBytes(url: string): Promise<Reader | null> {
  if (url.startsWith("file:")) return isReadable(url) ? () => Deno.readFileSync(pathOf(url)) : null;
  if (Deno.permissions.querySync({ name: "net", host: new URL(url).host }).state !== "granted") return null;
  const response = await fetch(url);
  if (!response.ok) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return () => bytes;
}

function lineWriter(path: string): (event: Record<string, unknown>) => void {
  const file = Deno.openSync(path, { write: true, create: true, truncate: true });
  const encoder = new TextEncoder();
  return (event) => void file.writeSync(encoder.encode(JSON.stringify(event) + "\n"));
}
