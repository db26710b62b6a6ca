/**
 * The evaluator: runs the trees of Programs without wasm. It is the oracle for interpreter, recorder and compiled regions.
 *
 * Input: Programs (one per unit) and a memory; output: what functions return, and a memory that equals the generated
 * interpreter's between bytecodes. It can write the log that the recorder writes (`service` answers `RECORD`), and follow a log while
 * checking it (`REPLAY`). Source: `docs/interpreter.md`; design section 8.
 *
 * @example
 * ```ts
 * const machine = new Evaluator([heap, tiny], { memory: new PlainMemory(1200, 4096) });
 * machine.boot();
 * const [sum] = machine.call("add", 1n, 2n);
 * ```
 */

import { MachineError } from "./errors.ts";
import { Frames, STATUS } from "./evaluate_frames.ts";
import { Cells, type LinearMemory, PlainMemory, type Word } from "./evaluate_memory.ts";
import { type Log, RecordingLog, ReplayingLog } from "./evaluate_log.ts";
import { type CompiledFn, compileFn, RAISED } from "./evaluate_tree.ts";
import { writeLayouts, writeRootRanges } from "./evaluate_layouts.ts";
import * as map from "./memory_map.ts";
import {
  type Continuation,
  type Fn,
  FROZEN_FRAME,
  type Handler,
  type LayoutInfo,
  type Program,
  type Storage,
  STORAGE_BYTES,
} from "./tree.ts";
import { stackLimitOf, type Unit, UNITS } from "../units.ts";

const { CONTROL, HEADER } = map;

/** A function of the host: gets and returns words in wasm's representation (a `value` is a signed bigint). */
export type HostFunction = (...args: any[]) => any;

/** What `service` answers: go on in the interpreter, record from here, or follow `Evaluator.replayLog` from here. */
export const INTERPRET = 0, RECORD = -1, REPLAY = -2;

export interface EvaluatorOptions {
  memory?: LinearMemory;
  /** Functions imported from the host, by name. */
  host?: Record<string, HostFunction>;
  /** Called at POLL, HOT and RECORDED with the state saved in the control block. The default refills the fuel and goes on. */
  service?: (status: number, machine: Evaluator) => number;
  /** Roots saved around a safepoint: the spill lists of the trees, or every reference local (needs no liveness). */
  spill?: "listed" | "all";
  /** Accesses through nil are errors. */
  strict?: boolean;
  /** The memory is another machine's, with everything in place: nothing is initialised. */
  attach?: boolean;
  /** Called before each bytecode. */
  onBytecode?: (pc: number, opcode: number, fp: number, sp: number) => void;
}

/** Fuel of the default service. */
const FUEL = 1 << 30;
const MEMORY_PAGES = (map.HEAP_START >> 16) + 64;
const MAX_PAGES = 0x8000;

/** Longer objects are not allocated in the nursery. */
const MAX_BUMP_BYTES = 4096;
/** Bytes of a stub instruction: opcode and index. */
const STUB_BYTES = 4;

export class Evaluator {
  readonly cells: Cells;
  readonly frames: Frames;
  readonly spill: "listed" | "all";
  readonly strict: boolean;
  readonly onBytecode: EvaluatorOptions["onBytecode"];
  readonly handlers = new Map<number, Handler>();
  readonly programs: readonly Program[];
  /** Where decisions are logged or taken from; null while nothing is recorded. */
  log: Log | null = null;
  /** What a REPLAY follows, and why its recording stopped (`STOP`). */
  replayLog: Uint8Array = new Uint8Array();
  replayReason = 0;
  /** Bytecodes of the heap unit decide where objects go; without it they are bumped and never collected. */
  readonly collects: boolean;

  readonly #host: Record<string, HostFunction>;
  readonly #service: NonNullable<EvaluatorOptions["service"]>;
  readonly #compiled = new Map<Fn, CompiledFn>();
  readonly #slots = new Map<number, Fn>();
  readonly #exports = new Map<string, Fn>();
  /** By opcode: they come behind the handlers. */
  readonly #continuations = new Map<number, Continuation>();
  #language: Program | null = null;
  /** The last recording. */
  #recording: RecordingLog | null = null;
  #unwind: Handler | null = null;
  #bump = map.HEAP_START;
  readonly #allocateSlow: Fn | null;
  readonly #remember: Fn | null;

  constructor(programs: readonly Program[], options: EvaluatorOptions = {}) {
    this.programs = programs;
    this.cells = new Cells(options.memory ?? new PlainMemory(MEMORY_PAGES, MAX_PAGES));
    this.frames = new Frames(this);
    this.#host = options.host ?? {};
    this.#service = options.service ?? defaultService;
    this.spill = options.spill ?? "all";
    this.strict = options.strict ?? false;
    this.onBytecode = options.onBytecode;
    programs.forEach((p) => this.#load(p));
    const heap = programs.find((p) => p.unit === "heap")?.functions ?? [];
    this.#allocateSlow = heap.find((f) => f.name.endsWith(".allocateSlow")) ?? null;
    this.#remember = heap.find((f) => f.name.endsWith(".remember")) ?? null;
    this.collects = this.#allocateSlow !== null;
    if (options.attach !== true) this.#initialise();
  }

  // ── Loading ──────────────────────────────────────────────────────────────────────────────────────────────────────

  #load(program: Program): void {
    for (const fn of program.functions) {
      if (fn.tableIndex !== 0) this.#slots.set(fn.tableIndex, fn);
      if (fn.exportName !== undefined) this.#exports.set(fn.exportName, fn);
    }
    if (program.handlers.length === 0) return;
    if (this.#language !== null) throw new MachineError("program", "two units have bytecodes");
    this.#language = program;
    for (const h of program.handlers) {
      if (this.handlers.has(h.opcode)) throw new MachineError("program", `two handlers have opcode ${h.opcode}`, h.name);
      this.handlers.set(h.opcode, h);
      if (h.unwind) this.#unwind = h;
    }
    const base = this.#continuationOpcode;
    for (const c of program.continuations) this.#continuations.set(base + c.index, c);
  }

  get #continuationOpcode(): number {
    return Math.max(...this.handlers.keys()) + 1;
  }

  /** Writes what is in memory before anything runs: static data, stubs, layouts, root ranges, control block. */
  #initialise(): void {
    const { cells } = this;
    for (const program of this.programs) cells.bytes.set(program.data, this.staticBase(program.unit));
    this.#language?.continuations.forEach((c) => {
      cells.setU16(this.stubAddress(c.index), this.#continuationOpcode + c.index);
      cells.setU16(this.stubAddress(c.index) + 2, c.index);
    });
    if (this.#unwind !== null) cells.setU16(this.unwindStub, this.#unwind.opcode);
    writeLayouts(cells, this.programs.flatMap((p) => p.layouts));
    writeRootRanges(cells, this.programs);
    this.#initialiseControl();
  }

  #initialiseControl(): void {
    const words: [number, number][] = [
      [CONTROL.sp, map.STACK_START],
      [CONTROL.shadowSp, map.SHADOW_START],
      [CONTROL.stackLimit, stackLimitOf(this.#unit)],
      [CONTROL.fuel, FUEL],
      [CONTROL.nestingLimit, 200],
      [CONTROL.frameLimit, 0x7fffffff],
      [CONTROL.logNext, map.LOG_START],
      [CONTROL.logEnd, map.LOG_START + map.LOG_BYTES],
    ];
    words.forEach(([at, x]) => this.cells.setI32(at, x));
  }

  /** Address of a unit's data segment. */
  staticBase(unit: string): number {
    const row = UNITS.find((u) => u.name === unit);
    return row === undefined ? map.STATIC_START : row.staticBase + row.rootBytes;
  }
  /** The units with bytecodes share the area of the stubs equally. */
  stubAddress(index: number): number {
    const languages = UNITS.filter((u) => u.bytecodes !== null);
    const share = Math.floor((map.ROOT_RANGES - map.CONTINUATION_STUBS) / Math.max(4, languages.length)) & -8;
    const place = Math.max(0, languages.findIndex((u) => u.name === this.#language?.unit));
    return map.CONTINUATION_STUBS + share * place + STUB_BYTES * index;
  }
  /** Whether a full stack is frozen instead of raising an error. */
  get deepRecursion(): boolean {
    return this.#unit?.deepRecursion === true;
  }
  /** Number of the layout of frozen frames; -1: there are none. */
  get frozenFrame(): number {
    return this.programs.flatMap((p) => p.layouts).find((l) => l.name === FROZEN_FRAME)?.id ?? -1;
  }
  get #unit(): Unit | undefined {
    return UNITS.find((u) => u.name === this.#language?.unit);
  }
  get unwindHandler(): Handler {
    if (this.#unwind === null) throw new MachineError("program", "something raised, and no handler is marked unwind");
    return this.#unwind;
  }
  /** Address of the stub instruction that runs the unwind handler: behind the last continuation's. */
  get unwindStub(): number {
    void this.unwindHandler;
    return this.stubAddress(this.#continuations.size);
  }
  continuation(opcode: number): Continuation | null {
    return this.#continuations.get(opcode) ?? null;
  }
  sizeOf(storage: Storage): number {
    return STORAGE_BYTES[storage];
  }

  // ── Functions ────────────────────────────────────────────────────────────────────────────────────────────────────

  compiled(fn: Fn): CompiledFn {
    let c = this.#compiled.get(fn);
    if (c === undefined) this.#compiled.set(fn, c = compileFn(this, fn));
    return c;
  }

  /** Calls a function: its results, or its sentinel with the error pending. */
  invoke(fn: Fn, args: Word[]): Word[] {
    if (fn.hostImport !== undefined) return this.#callHost(fn, args);
    if (fn.name === "machine.run") return [this.runNested(args[0] as number, args[1] as bigint, args[2] as number)];
    const c = this.compiled(fn);
    const locals = c.blank.slice();
    for (let i = 0; i < args.length; i++) locals[i] = args[i];
    const a = { locals, results: [] as Word[], vm: null };
    return c.body(a) === RAISED ? c.sentinel : a.results;
  }

  #callHost(fn: Fn, args: Word[]): Word[] {
    const f = this.#host[fn.hostImport!];
    if (f === undefined) throw new MachineError("program", `the host does not provide "${fn.hostImport}"`, fn.name);
    const words = args.map((w, i) => (fn.locals[i]?.type === "value" ? BigInt.asIntN(64, w as bigint) : w));
    const result = f(...words);
    const results = fn.results.length === 0 ? [] : fn.results.length === 1 ? [result] : result;
    return fn.results.map((type, i) => {
      const w = results[i];
      return type === "value" ? BigInt.asUintN(64, w) : type === "ref" ? w >>> 0 : type === "i32" ? Number(w) | 0 : w;
    });
  }

  /** The function in a slot of the shared table. */
  slotFunction(slot: number): Fn {
    const fn = this.#slots.get(slot);
    if (fn === undefined) throw new MachineError("slot", `${slot}`);
    return fn;
  }

  /** An exported function. @throws MachineError when there is none. */
  entryPoint(name: string): Fn {
    const fn = this.#exports.get(name) ?? this.programs.flatMap((p) => p.functions).find((f) => f.name.endsWith(`.${name}`));
    if (fn === undefined) throw new MachineError("program", `no unit exports "${name}"`);
    return fn;
  }

  /** Calls an exported function from the host. An error it raises stays pending (`takeError`). */
  call(name: string, ...args: Word[]): Word[] {
    return this.guard(() => this.invoke(this.entryPoint(name), args));
  }

  /** The pending error, cleared; null when there is none. */
  takeError(): bigint | null {
    const word = this.cells.value(CONTROL.pendingError);
    this.cells.setValue(CONTROL.pendingError, 0n);
    return word === 0n ? null : word;
  }

  /** Turns JavaScript's range errors of memory views into machine errors. */
  guard<T>(body: () => T): T {
    try {
      return body();
    } catch (error) {
      this.log = null;
      if (error instanceof RangeError && error.message.includes("bounds")) throw new MachineError("memory", error.message);
      throw error;
    }
  }

  /** Makes the heap and the literals and runs the units' `boot` functions, in the order of the programs. */
  boot(): void {
    const encoder = new TextEncoder();
    if (this.collects) this.call("initialize", 0n, 0);
    for (const program of this.programs) {
      for (const { text, address } of program.literals) {
        const bytes = encoder.encode(text);
        this.cells.bytes.set(bytes, map.EXCHANGE);
        const [word] = this.call("makeLiteral", map.EXCHANGE, bytes.length);
        this.cells.setValue(address, word as bigint);
      }
      const boot = program.functions.find((f) => f.exportName === "boot");
      if (boot !== undefined) this.guard(() => this.invoke(boot, []));
      if (this.cells.value(CONTROL.pendingError) !== 0n) throw new MachineError("program", `booting "${program.unit}" raised an error`);
    }
  }

  // ── Heap ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** A zeroed object; 0 with an error pending when memory is exhausted. */
  allocate(layout: LayoutInfo, length: number): number {
    const { cells } = this;
    const sizeBytes = (layout.sizeBytes + (layout.tail === null ? 0 : STORAGE_BYTES[layout.tail.storage] * length) + 7) & ~7;
    let at: number;
    if (this.#allocateSlow === null) {
      at = this.#bump;
      this.#bump += sizeBytes;
      const missing = this.#bump - cells.pages * 0x10000;
      if (missing > 0 && cells.grow(Math.max(256, (missing >> 16) + 1)) < 0) {
        throw new MachineError("memory", "the evaluator's heap is full");
      }
    } else {
      at = cells.i32(CONTROL.nurseryNext);
      if (layout.stable || layout.finalizer || sizeBytes > MAX_BUMP_BYTES || at + sizeBytes > cells.i32(CONTROL.nurseryLimit)) {
        return this.invoke(this.#allocateSlow, [layout.id, length])[0] as number;
      }
      cells.setI32(CONTROL.nurseryNext, at + sizeBytes);
    }
    cells.fill(at, 0, sizeBytes);
    cells.setU16(at + HEADER.layout, layout.id);
    cells.setI32(at + HEADER.length, length);
    return at;
  }

  /** After a store of a reference to `object`: an old one that is not remembered yet is. */
  barrier(object: number): void {
    if (this.#remember !== null && (this.cells.u16(object + HEADER.bits) & 1) !== 0) this.invoke(this.#remember, [object]);
  }

  // ── Running guest code ───────────────────────────────────────────────────────────────────────────────────────────

  /** Pushes a word above `CONTROL.sp`, as an argument of `run`. */
  push(word: bigint): void {
    const sp = this.cells.i32(CONTROL.sp);
    this.cells.setValue(sp, word);
    this.cells.setI32(CONTROL.sp, sp + 8);
  }

  /** Runs code in an entry frame with the top `argc` words pushed: its result, or 0 with an error pending. */
  run(code: number, func: bigint, argc: number): bigint {
    return this.guard(() => this.runNested(code, func, argc));
  }

  /** `run` from inside an evaluation. */
  runNested(code: number, func: bigint, argc: number): bigint {
    const { cells } = this;
    const nesting = cells.i32(CONTROL.nesting);
    if (nesting >= cells.i32(CONTROL.nestingLimit) || !this.frames.pushEntry(code, func, argc)) {
      cells.setI32(CONTROL.sp, cells.i32(CONTROL.sp) - 8 * argc);
      this.invoke(this.entryPoint("stackOverflow"), []);
      return 0n;
    }
    cells.setI32(CONTROL.nesting, nesting + 1);
    const outerRun = cells.i32(CONTROL.run);
    cells.setI32(CONTROL.lastRun, cells.i32(CONTROL.lastRun) + 1);
    cells.setI32(CONTROL.run, cells.i32(CONTROL.lastRun));
    const outer = this.log;
    this.log = null;
    let status: number = this.frames.interpretEntry(code);
    while (status !== STATUS.done) {
      const full = status === STATUS.poll && (cells.i32(CONTROL.poll) & map.POLL_STACK) !== 0;
      if (full) this.#relieveStack();
      status = this.enter(full ? INTERPRET : this.#service(status, this));
    }
    this.log = outer;
    cells.setI32(CONTROL.run, outerRun);
    cells.setI32(CONTROL.nesting, nesting);
    return cells.value(CONTROL.result);
  }

  /** Freezes the frames of a full stack; without memory for it, what is running raises. */
  #relieveStack(): void {
    const { cells } = this;
    this.invoke(this.entryPoint("relieveStack"), []);
    if (cells.value(CONTROL.pendingError) === 0n) return;
    cells.setI32(cells.i32(CONTROL.fp) + map.FRAME.pc, cells.i32(CONTROL.pc));
    cells.setI32(CONTROL.pc, this.unwindStub);
  }

  /** Goes on from the state in the control block until a status is due: interpreting, recording or replaying. */
  enter(action: number): number {
    const { cells } = this;
    const pc = cells.i32(CONTROL.pc), fp = cells.i32(CONTROL.fp), sp = cells.i32(CONTROL.sp);
    if (action === INTERPRET) return this.frames.interpret(pc, fp, sp);
    if (action !== RECORD && action !== REPLAY) throw new MachineError("slot", `service answered ${action}`);
    cells.setI32(CONTROL.anchorPc, pc);
    if (cells.i32(CONTROL.anchorFp) === 0) {
      cells.setI32(CONTROL.anchorFp, fp);
      cells.setI32(CONTROL.recordDepth, 0);
    }
    if (action === RECORD) {
      cells.setI32(CONTROL.logNext, map.LOG_START);
      this.log = this.#recording = new RecordingLog(cells);
    } else {
      this.log = new ReplayingLog(this.replayLog, this.replayReason);
    }
    const status = this.frames.interpret(pc, fp, sp);
    if (action === REPLAY && this.log.left !== 0) throw new MachineError("log", `${this.log.left} bytes are left over at the end`);
    this.log = null;
    cells.setI32(CONTROL.anchorFp, 0);
    return status;
  }

  /** The log of the last recording. */
  recorded(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.cells.bytes.subarray(map.LOG_START, this.#recording?.end ?? map.LOG_START));
  }
}

function defaultService(_status: number, machine: Evaluator): number {
  machine.cells.setI32(CONTROL.poll, 0);
  machine.cells.setI32(CONTROL.fuel, FUEL);
  return INTERPRET;
}
