/**
 * The `service(status) -> slot` import of every core: what happens when generated code returns to its driver.
 *
 * Input: a status (see docs/interpreter.md) and the state saved in the control block; output: the table slot to go on with, 0 for
 * the interpreter. Polls refill the fuel, look for interrupts and limits; heat and finished recordings go to the JIT's driver.
 * Invariant: an error is raised only here at a poll, where the interpreter's state is complete.
 */

import { CONTROL } from "../machine/memory_map.ts";
import { type LimitReason, MachineError } from "../machine/errors.ts";
import type { InterruptFlag, SignalWorker } from "./interrupts.ts";
import type { Limits } from "./limits.ts";
import type { Views } from "./views.ts";

/** What an entry returns. */
export const STATUS = { done: 0, poll: 1, hot: 2, recorded: 3 } as const;

/** The trace compiler, as the service function sees it. State is in the control block. */
export interface JitDriver {
  /** A counter reached its threshold: `site` is the address of a loop's site cell or of a code object. Returns the slot to go on with. */
  onHot(site: number): number;
  /** The recorder stopped for `reason`. Returns the slot to go on with. */
  onRecorded(reason: number): number;
}

/** Why an error is raised at a poll: Ctrl-C, a limit, or a number of the operating system (output that failed). */
export type Cause = { kind: "interrupt" } | { kind: "limit"; limit: LimitReason } | { kind: "system"; errno: number };
/** How a language raises at a poll: makes the error pending and returns the slot to go on with, from a state changed so that it unwinds. */
export type Raiser = (cause: Cause) => number;

/** Back-edges and calls between two polls. The first quanta are short, because V8 has no on-stack replacement: entering again is how code tiers up. */
const FIRST_QUANTUM = 1024;
const LAST_QUANTUM = 16384;
/** A program that polls after this time gets the worker that listens to Ctrl-C. */
const SIGNAL_DELAY_MS = 30;

/** Decides how generated code goes on. */
export class Service {
  jit: JitDriver | null = null;
  raiser: Raiser | null = null;
  /** Set where Ctrl-C is to interrupt the guest. */
  signals: SignalWorker | null = null;
  /** How often generated code polled, for statistics. */
  polls = 0;
  #quantum = FIRST_QUANTUM;
  #granted = FIRST_QUANTUM;
  #soon: Cause | null = null;
  readonly #startMs = performance.now();

  constructor(readonly views: Views, public flag: InterruptFlag, readonly limits: Limits) {}

  /** The function that cores import as `host.service`. */
  readonly call = (status: number): number => {
    switch (status) {
      case STATUS.poll:
        return this.#poll();
      case STATUS.hot:
        return this.jit === null ? 0 : this.jit.onHot(this.views.i32(CONTROL.exitId));
      case STATUS.recorded:
        return this.jit === null ? 0 : this.jit.onRecorded(this.views.i32(CONTROL.exitId));
      default:
        throw new MachineError("program", `generated code returned status ${status}, which is none; run "deno task build"`, "service");
    }
  };

  /** Grants the first quantum of a call from the host. */
  begin(): void {
    this.#soon = null;
    this.limits.begin();
    this.#grant();
  }

  /** Raises at the next poll, for what is found out where nothing can be raised. Only the first cause counts. */
  raiseSoon(cause: Cause): void {
    this.#soon ??= cause;
    this.views.setI32(CONTROL.poll, 1);
  }

  #grant(): void {
    this.#granted = this.limits.quantum(this.#quantum);
    this.views.setI32(CONTROL.fuel, this.#granted);
  }

  #poll(): number {
    this.polls++;
    const views = this.views;
    const used = this.#granted - Math.max(0, views.i32(CONTROL.fuel));
    views.setI32(CONTROL.poll, 0);
    if (this.#quantum < LAST_QUANTUM) this.#quantum *= 4;
    const exceeded = this.limits.active ? this.limits.check(used) : null;
    this.#grant();
    const cause = this.#cause(exceeded);
    if (cause !== null && this.raiser !== null) return this.raiser(cause);
    if (this.signals !== null && !this.signals.started && performance.now() - this.#startMs > SIGNAL_DELAY_MS) this.signals.start();
    return 0;
  }
  #cause(exceeded: LimitReason | null): Cause | null {
    if (this.flag.take()) return { kind: "interrupt" };
    if (exceeded !== null) return { kind: "limit", limit: exceeded };
    const soon = this.#soon;
    this.#soon = null;
    return soon;
  }
}
