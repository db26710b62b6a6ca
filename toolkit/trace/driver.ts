/**
 * The trace compiler's driver: decides what is recorded, builds regions, links them into the table, and keeps their plans.
 *
 * Called from `service` when a counter is hot or a recording is finished; the VM's state is complete in memory then. Nothing
 * here may throw into the VM: what cannot be compiled stays interpreted.
 */

import { CONTROL, FRAME, LOG_BYTES, LOG_START } from "../machine/memory_map.ts";
import { type ForcedExits, RegionEmitter, type RegionSlots } from "./emit.ts";
import { exitBytes, writeExit } from "./exits.ts";
import { type Recording, TraceAbort } from "./log.ts";
import { TraceMemory } from "./memory.ts";
import type { Exit } from "./nodes.ts";
import { printRegion } from "./print.ts";
import { type BuiltRegion, closesLoop, RegionBuilder, type RegionPlan } from "./region.ts";
import { RETURN_COUNTERS, returnStubModule } from "./return_stub.ts";
import type { MachineCode } from "./section.ts";
import { TUNING } from "./tuning.ts";

export interface TraceOptions {
  threshold: number;
  /** Names of passes left out. */
  without: ReadonlySet<string>;
  /** Receives one event per region built or given up (schema: docs/jit_log.md). */
  log: ((event: Record<string, unknown>) => void) | null;
  /** Receives the text of every region built, before it is emitted. */
  dump?: (text: string) => void;
  /** Passes without which a region is built as well, for `dump`. */
  compare: readonly string[];
  /** Guards that fail though they hold; needs regions without bridges. */
  forced: ForcedExits | null;
}

/** The passes that can be left out, with what they do. */
export const PASSES: Readonly<Record<string, string>> = {
  peeling: "the first iteration is peeled off, so that what it establishes holds in the loop",
  bridges: "hot exits go on inside of the region",
  joins: "paths that meet go on together",
};

export interface TraceSlots {
  interpreter: number;
  unwindFrame: number;
  recordStart: number;
  stubBase: number;
  deoptimize: number;
  boxWide: number;
  remember: number;
  refillNursery: number;
  throwOutOfMemory: number;
}

/** Counter of a site whose loop is compiled: recordings do not pass it. */
const COMPILED_LOOP = -0x40000000;

/** Builds of one plan, each with what the one before found out. */
const BUILD_ATTEMPTS = 8;

/** Slots by which the table grows, and its size at which no more regions are compiled. */
const TABLE_GROWTH = 256, MAX_TABLE_SLOTS = 20000;

/** What regions need of the collector: raw memory, and that the stable objects whose addresses are in a range of memory stay. */
export interface TraceHeap {
  allocateRaw(sizeBytes: number): number;
  embed(start: number, end: number): void;
}

type RegionFunction = (pc: number, fp: number, sp: number) => number;
type Kind = "loop" | "function" | "return";

interface Region {
  id: number;
  plan: RegionPlan;
  kind: Kind;
  /** Site cell of a loop, code object of a function entry, instruction of a return point. */
  anchor: number;
  slot: number;
  exits: Map<number, { key: string; frames: number }>;
  pending: number;
  emittedBytes: number;
  builds: number;
  /** Bytecodes walked by the last build. */
  bytecodes: number;
  frozen: boolean;
}

type Mode = { k: "trunk"; anchor: number; kind: Kind } | { k: "bridge"; region: Region; key: string; exit: number };

export class TraceDriver {
  private readonly memory: TraceMemory;
  private readonly regions = new Map<number, Region>();
  private readonly exitOwner = new Map<number, Region>();
  private readonly failures = new Map<number, number>();
  private readonly openRecordings = new Map<number, number>();
  /** Table slots of return points, by instruction. */
  private readonly returnPoints = new Map<number, number>();
  private returnStub: RegionFunction | null = null;
  private mode: Mode | null = null;
  /** Nested runs when the recording began. */
  private nesting = 0;
  private start = { pc: 0, fp: 0, sp: 0, code: 0 };
  /** Slots of regions: the next one, and how many are left before the table grows. */
  private nextSlot = 0;
  private slotsLeft = 0;
  private emittedBytes = 0;
  private nextId = 1;

  constructor(
    machine: MachineCode,
    private readonly wasmMemory: WebAssembly.Memory,
    private readonly table: WebAssembly.Table,
    private readonly slots: TraceSlots,
    private readonly heap: TraceHeap,
    private readonly options: TraceOptions,
  ) {
    this.memory = new TraceMemory(wasmMemory, table, machine, slots.stubBase);
    this.code = machine;
  }

  private readonly code: MachineCode;

  private get view(): DataView {
    return new DataView(this.wasmMemory.buffer);
  }

  private i32(address: number): number {
    return this.view.getInt32(address, true);
  }

  private setI32(address: number, value: number): void {
    this.view.setInt32(address, value, true);
  }

  /** A counter reached its threshold: begins a recording. `at`: site cell, code object, or description of an exit. */
  onHot(at: number): number {
    // A nested run must not disturb the recording it is part of (one whose entry frame was left is over).
    if (this.mode !== null && this.i32(CONTROL.nesting) > this.nesting) return 0;
    const owner = this.exitOwner.get(at);
    if (owner !== undefined) return this.recordExit(owner, at);
    const fp = this.i32(CONTROL.fp);
    const kind = this.returnPoints.has(at) ? "return" : this.i32(fp + FRAME.code) === at ? "function" : "loop";
    if (this.regions.has(at) || (this.failures.get(at) ?? 0) >= TUNING.attempts) return 0;
    return this.record({ k: "trunk", anchor: at, kind }, fp, 0);
  }

  private recordExit(region: Region, at: number): number {
    const exit = region.exits.get(at);
    if (exit === undefined || region.frozen || region.plan.bridges.size >= TUNING.maxBridges || this.options.without.has("bridges")) {
      return 0;
    }
    if (region.plan.bridges.has(exit.key)) {
      // Recorded before, waiting for others to be built with: it has waited long enough.
      if (region.pending > 0) this.build(region, { k: "bridge", region, key: exit.key, exit: at });
      return 0;
    }
    let base = this.i32(CONTROL.fp);
    for (let k = 1; k < exit.frames; k++) base = this.i32(base + FRAME.previous);
    return this.record({ k: "bridge", region, key: exit.key, exit: at }, base, exit.frames - 1);
  }

  private record(mode: Mode, anchorFp: number, depth: number): number {
    this.mode = mode;
    this.nesting = this.i32(CONTROL.nesting);
    const fp = this.i32(CONTROL.fp);
    this.start = { pc: this.i32(CONTROL.pc), fp, sp: this.i32(CONTROL.sp), code: this.i32(fp + FRAME.code) };
    this.heap.embed(fp + FRAME.code, fp + FRAME.code + 4);
    this.setI32(CONTROL.logNext, LOG_START);
    this.setI32(CONTROL.logEnd, LOG_START + LOG_BYTES);
    this.setI32(CONTROL.anchorFp, anchorFp);
    this.setI32(CONTROL.recordDepth, depth);
    const loop = mode.k === "bridge" && closesLoop(mode.region.plan);
    this.setI32(CONTROL.recordPasses, loop ? TUNING.passedLoops : 0);
    this.setI32(CONTROL.ownHeader, loop ? mode.region.plan.trunk.pc : 0);
    return this.slots.recordStart;
  }

  /** The recorder stopped: builds or rebuilds a region. The interpreter goes on from the saved state. */
  onRecorded(stop: number): number {
    const mode = this.mode;
    this.mode = null;
    const anchorFp = this.i32(CONTROL.anchorFp);
    this.setI32(CONTROL.anchorFp, 0);
    if (mode === null) return 0;
    this.heap.embed(LOG_START, this.i32(CONTROL.logNext));
    const bytes = new Uint8Array(this.wasmMemory.buffer).slice(LOG_START, this.i32(CONTROL.logNext));
    const recording: Recording = { ...this.start, bytes, stop, endPc: this.i32(CONTROL.pc), endFp: this.i32(CONTROL.fp), anchorFp };
    if (stop === 3 || stop === 6) {
      this.fail(mode, stop === 3 ? "log-full" : "allocation", "");
    } else if (mode.k === "trunk") {
      const plan: RegionPlan = {
        trunk: recording,
        isLoop: mode.kind === "loop",
        bridges: new Map(),
        cold: new Set(),
        boundaries: new Map(),
        unpeeled: false,
        nested: false,
        changedSlots: new Set(),
      };
      const region: Region = {
        id: this.nextId++,
        plan,
        kind: mode.kind,
        anchor: mode.anchor,
        slot: this.returnPoints.get(mode.anchor) ?? 0,
        exits: new Map(),
        pending: 0,
        emittedBytes: 0,
        builds: 0,
        bytecodes: 0,
        frozen: false,
      };
      if (this.retryClosing(plan, mode.anchor)) return 0;
      if (this.build(region, mode)) this.regions.set(mode.anchor, region);
    } else {
      const { region, key } = mode;
      region.plan.bridges.set(key, recording);
      this.mirror(region, key, recording);
      if (closesLoop(region.plan) && this.i32(CONTROL.recordPasses) < TUNING.passedLoops) region.plan.nested = true;
      region.pending++;
      this.maybeUnpeel(region);
      const built = region.plan.bridges.size - region.pending;
      if (region.pending >= Math.max(TUNING.rebuildEdges, built * TUNING.rebuildShare)) this.build(region, mode);
      else this.setI32(mode.exit, this.waitFor(region));
    }
    return 0;
  }

  /** What leaves the first iteration will leave the loop's body at the same place: one recording serves both. */
  private mirror({ plan, exits }: Region, key: string, recording: Recording): void {
    const other = key.replace(/^t(@\d+)$/, "l$1");
    if (other === key || plan.bridges.has(other) || plan.cold.has(other)) return;
    for (const exit of exits.values()) if (exit.key === other) plan.bridges.set(other, recording);
  }

  /** Times a pending exit is still taken before its region is rebuilt for it: together the pending ones then cost as much as the build. */
  private waitFor({ bytecodes, pending }: Region): number {
    return Math.max(TUNING.rebuildWait, Math.round(bytecodes * TUNING.exitsPerBytecode / pending));
  }

  /** A loop whose peeled iteration has many hot exits is built without it. */
  private maybeUnpeel({ plan }: Region): void {
    if (plan.unpeeled || !closesLoop(plan)) return;
    const offPeeled = [...plan.bridges.keys()].filter((key) => key.startsWith("t"));
    if (offPeeled.length <= (plan.nested ? TUNING.nestedPeeledEdges : TUNING.peeledEdges)) return;
    plan.unpeeled = true;
    for (const key of offPeeled) plan.bridges.delete(key);
  }

  /** A recording that left its loop says little about it: the next rounds are recorded before that is taken. */
  private retryClosing(plan: RegionPlan, anchor: number): boolean {
    if (!plan.isLoop || closesLoop(plan)) return false;
    const left = this.openRecordings.get(anchor) ?? 0;
    if (left >= TUNING.closingAttempts) return false;
    this.openRecordings.set(anchor, left + 1);
    this.setI32(anchor, this.options.threshold - 2);
    return true;
  }

  private fail(mode: Mode, reason: string, detail: string): void {
    if (mode.k === "trunk") {
      const n = (this.failures.get(mode.anchor) ?? 0) + 1;
      this.failures.set(mode.anchor, n);
      // Ask again later: the counter compares for equality.
      if (n < TUNING.attempts && mode.kind !== "return") {
        this.setI32(mode.kind === "loop" ? mode.anchor : mode.anchor + this.entryCounterOffset, 0);
      }
    }
    this.logAbort(mode, reason, detail);
  }

  private logAbort(mode: Mode, reason: string, detail: string): void {
    this.options.log?.({
      event: "abort",
      anchor: mode.k === "trunk" ? mode.anchor : mode.region.anchor,
      exit: mode.k === "bridge" ? mode.key : null,
      reason,
      detail,
    });
  }

  private get entryCounterOffset(): number {
    return this.memory.entrySlotOffset + 4;
  }

  /** Builds the region's code from its plan and puts it into the table. False when that cannot be. */
  private build(region: Region, mode: Mode): boolean {
    const startMs = performance.now();
    for (let attempt = 0; attempt < BUILD_ATTEMPTS; attempt++) {
      try {
        this.install(region, startMs);
        return true;
      } catch (error) {
        if (!(error instanceof TraceAbort)) {
          this.fail(mode, "bug", (error as Error).stack ?? String(error));
          region.frozen = true;
          return false;
        }
        if (error.reason === "stale-joins") continue;
        if (error.reason === "contradiction" && error.detail.startsWith("edge")) {
          // It was dropped from the plan.
          this.logAbort(mode, error.reason, error.detail);
          continue;
        }
        if (!region.plan.unpeeled && closesLoop(region.plan) && (error.reason === "contradiction" || error.reason === "no-fixpoint")) {
          region.plan.unpeeled = true;
          region.plan.boundaries.clear();
          continue;
        }
        this.fail(mode, error.reason, error.detail);
        if (mode.k === "bridge") {
          this.dropEdge(region.plan, mode.key);
        }
        return false;
      }
    }
    return false;
  }

  /** Leaves an exit to the interpreter, and what was to go on with the same recording. */
  private dropEdge({ bridges, cold }: RegionPlan, key: string): void {
    const recording = bridges.get(key);
    for (const [other, theirs] of bridges) {
      if (theirs !== recording) continue;
      bridges.delete(other);
      cold.add(other);
    }
  }

  private takeSlot(): number {
    if (this.slotsLeft === 0) {
      if (this.table.length >= MAX_TABLE_SLOTS) throw new TraceAbort("too-large", "the table is full");
      this.nextSlot = this.table.grow(TABLE_GROWTH);
      this.slotsLeft = TABLE_GROWTH;
    }
    this.slotsLeft--;
    return this.nextSlot++;
  }

  /** Table slot of the code behind a call that returns to `returnPc`; 0 where that cannot be an anchor. */
  private returnSlot(returnPc: number): number {
    if (this.memory.continuationIndex(returnPc) >= 0) return 0;
    let slot = this.returnPoints.get(returnPc);
    if (slot === undefined) {
      this.returnStub ??= this.makeReturnStub();
      slot = this.takeSlot();
      this.table.set(slot, this.returnStub);
      this.returnPoints.set(returnPc, slot);
    }
    return slot;
  }

  private makeReturnStub(): RegionFunction {
    const counters = this.heap.allocateRaw(4 * RETURN_COUNTERS);
    new Uint8Array(this.wasmMemory.buffer, counters, 4 * RETURN_COUNTERS).fill(0);
    const module = new WebAssembly.Module(returnStubModule(counters, this.slots.interpreter));
    return new WebAssembly.Instance(module, { heap: { memory: this.wasmMemory, table: this.table } }).exports.stub as RegionFunction;
  }

  /** Shows a region, before that what it is without each of the passes to be compared. */
  private dump({ id, kind, plan, builds }: Region, built: BuiltRegion): void {
    const title = `=== region ${id} (${kind}), build ${builds + 1}`;
    for (const pass of this.options.compare) this.options.dump!(`${title}, without ${pass}\n${this.printWithout(pass, plan)}\n`);
    this.options.dump!(`${title}\n${printRegion(built)}\n`);
  }

  private printWithout(pass: string, { ...plan }: RegionPlan): string {
    plan.bridges = new Map(pass === "bridges" ? [] : plan.bridges);
    plan.cold = new Set(plan.cold);
    plan.boundaries = new Map();
    const without = new Set([...this.options.without, pass]);
    for (let attempt = 0;; attempt++) {
      try {
        return printRegion(new RegionBuilder(this.code, this.memory, plan, without).build());
      } catch (error) {
        if (!(error instanceof TraceAbort)) throw error;
        if (error.reason !== "stale-joins" || attempt === BUILD_ATTEMPTS) return `not built: ${error.message}`;
      }
    }
  }

  private install(region: Region, startMs: number): void {
    const built: BuiltRegion = new RegionBuilder(this.code, this.memory, region.plan, this.options.without).build();
    const exits = new Map<number, { key: string; frames: number }>();
    const writes: [number, import("./exits.ts").ExitCode][] = [];
    const place = (exit: Exit, code: import("./exits.ts").ExitCode): number => {
      const address = (this.heap.allocateRaw(exitBytes(code) + 8) + 7) & ~7;
      writes.push([address, code]);
      const key = built.exitKeys.get(exit);
      if (key !== undefined) exits.set(address, { key, frames: exit.frames.length });
      return address;
    };
    const hotAfter = (exit: Exit) => {
      const key = built.exitKeys.get(exit);
      if (key === undefined || key === "loop" || key.endsWith("$") || region.plan.cold.has(key)) return 0;
      return Math.max(1, Math.min(TUNING.exitThreshold, this.options.threshold));
    };
    const regionSlots: RegionSlots = this.slots;
    if (this.options.dump !== undefined) this.dump(region, built);
    const name = `region ${region.id} (${region.kind} at ${region.plan.trunk.pc})`;
    const returnSlot = (pc: number) => this.returnSlot(pc);
    const { forced } = this.options;
    const emitter = new RegionEmitter(name, region.kind, built, this.memory, regionSlots, place, hotAfter, returnSlot, forced);
    const bytes = emitter.emit();
    for (const [address, code] of writes) writeExit(this.view, address, code);
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { heap: { memory: this.wasmMemory, table: this.table } });
    if (region.slot === 0) region.slot = this.takeSlot();
    this.table.set(region.slot, instance.exports.region as any);
    if (region.kind === "loop") {
      this.setI32(region.anchor + 4, region.slot);
      if (closesLoop(region.plan)) this.setI32(region.anchor, COMPILED_LOOP);
    }
    if (region.kind === "function") this.setI32(region.anchor + this.memory.entrySlotOffset, region.slot);
    region.exits = exits;
    for (const address of exits.keys()) this.exitOwner.set(address, region);
    region.pending = 0;
    region.builds++;
    region.emittedBytes += bytes.length;
    this.emittedBytes += bytes.length;
    region.bytecodes = built.steps;
    region.frozen = region.emittedBytes > TUNING.regionBytes || this.emittedBytes > TUNING.totalBytes;
    this.options.log?.({
      event: "region",
      region: region.id,
      kind: region.kind,
      anchor: region.anchor,
      code: region.plan.trunk.code,
      pc: region.plan.trunk.pc,
      build: region.builds,
      bytecodes: built.steps,
      atMs: rounded(startMs),
      buildMs: rounded(performance.now() - startMs),
      wasmBytes: bytes.length,
      exits: exits.size,
      edges: region.plan.bridges.size,
      peeled: closesLoop(region.plan) && !region.plan.unpeeled,
    });
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
