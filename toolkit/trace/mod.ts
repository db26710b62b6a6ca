/**
 * The trace compiler as the host sees it: attached to a machine, loaded when the first counter is hot.
 */

import { CONTROL } from "../machine/memory_map.ts";
import { TraceDriver, type TraceHeap } from "./driver.ts";

export { PASSES } from "./driver.ts";
import { unpackMachineCode } from "./section.ts";
import { TUNING } from "./tuning.ts";

/** What the trace compiler needs of a running VM. */
export interface TraceTarget extends TraceHeap {
  readonly memory: WebAssembly.Memory;
  readonly table: WebAssembly.Table;
  /** `slots` and `functions` of the unit's description. */
  readonly slots: Record<string, number>;
  readonly wasmBytes: number;
  /** The unit's machine code (`NAME.machine`), read when the first trace is built. */
  readMachineCode(): Uint8Array;
}

export interface TraceSettings {
  threshold?: number;
  without?: readonly string[];
  /** Receives events; schema in docs/jit_log.md. */
  log?: (event: Record<string, unknown>) => void;
  /** Receives the text of every region built. */
  dump?: (text: string) => void;
  /** Passes without which `dump` shows regions as well. */
  compare?: readonly string[];
  /**
   * For tests: of the guards that are executed every so many (a power of two) fail, though they hold, and the interpreter goes on. What a program
   * does must not change. Hot exits stay exits.
   */
  failGuards?: number;
}

/** Hot counters and finished recordings of one machine (see `toolkit/host/service.ts`). */
export class TraceCompiler {
  private driver: TraceDriver | null = null;

  constructor(private readonly target: TraceTarget, private readonly settings: TraceSettings) {
    const threshold = settings.threshold ?? TUNING.threshold;
    new DataView(target.memory.buffer).setInt32(CONTROL.jitThreshold, threshold, true);
  }

  /** Called at status HOT: gives the slot to go on with. */
  onHot(site: number): number {
    this.driver ??= this.load();
    return this.driver.onHot(site);
  }

  /** Called at status RECORDED. */
  onRecorded(reason: number): number {
    return this.driver === null ? 0 : this.driver.onRecorded(reason);
  }

  private load(): TraceDriver {
    const { target, settings } = this;
    const { failGuards = 0 } = settings;
    const without = new Set(settings.without ?? []);
    // What a bridge knows follows from a guard that failed indeed.
    if (failGuards > 0) without.add("bridges");
    const code = unpackMachineCode(target.readMachineCode(), target.wasmBytes);
    return new TraceDriver(code, target.memory, target.table, target.slots as never, target, {
      threshold: settings.threshold ?? TUNING.threshold,
      without,
      log: settings.log ?? null,
      dump: settings.dump,
      compare: settings.compare ?? [],
      forced: failGuards > 0 ? { counter: target.allocateRaw(8), every: failGuards } : null,
    });
  }
}
