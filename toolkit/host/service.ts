/**
 * What happens at a poll, when generated code returns to its driver: interrupts, limits, heat.
 *
 * `Service.call` is the `service(status) -> slot` import of every core (docs/interpreter.md). Input: a status and the state saved in the control
 * block; output: the table slot to go on with, 0 for the interpreter. Polls refill the fuel and look for interrupts and limits; heat and finished
 * recordings go to the JIT's driver.
 * Invariants: an error is raised only here, where the interpreter's state is complete. A limit that was raised comes again after a grace of a
 * tenth, so a guest that catches it can clean up; from the fourth time on it is raised at every poll, and every loop header and call polls: no
 * guest can go on for ever, because the outermost loop's header is outside of what that loop catches. Steps and time are checked here, memory and depth by the core against
 * words of the control block, output where bytes are written.
 */

import { type LimitReason, MachineError } from "../machine/errors.ts";
import { CONTROL, STACK_START } from "../machine/memory_map.ts";
import type { LimitOptions } from "./language.ts";
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
const FIRST_QUANTUM = 1;
const LAST_QUANTUM = 16384;
/** A quantum that takes longer is followed by a shorter one: an iteration may be long, and interrupts and limits wait for polls. */
const SLOW_QUANTUM_MS = 4;
/** A program that polls after this time gets the worker that listens to Ctrl-C. */
const SIGNAL_DELAY_MS = 30;

/** Decides how generated code goes on. */
export class Service {
  jit: JitDriver | null = null;
  raiser: Raiser | null = null;
  /** Set where Ctrl-C is to interrupt the guest. */
  signals: SignalWorker | null = null;
  /** Called at each poll and at the end of a program: for logs. */
  onPoll: (() => void) | null = null;
  /** How often generated code polled, for statistics. */
  polls = 0;
  #quantum = FIRST_QUANTUM;
  #granted = FIRST_QUANTUM;
  #grantedMs = 0;
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
    this.#grantedMs = performance.now();
    this.#granted = this.limits.quantum(this.#quantum);
    this.views.setI32(CONTROL.fuel, this.#granted);
  }

  #poll(): number {
    this.polls++;
    this.onPoll?.();
    const views = this.views;
    const used = this.#granted - Math.max(0, views.i32(CONTROL.fuel));
    views.setI32(CONTROL.poll, 0);
    const nowMs = performance.now();
    if (nowMs - this.#grantedMs > SLOW_QUANTUM_MS) this.#quantum = Math.max(1, this.#quantum >> 2);
    else if (this.#quantum < LAST_QUANTUM) this.#quantum *= 4;
    const exceeded = this.limits.active ? this.limits.check(used) : null;
    this.#grant();
    const cause = this.#cause(exceeded);
    if (cause !== null && this.raiser !== null) return this.raiser(cause);
    if (this.signals !== null && !this.signals.started && nowMs - this.#startMs > SIGNAL_DELAY_MS) this.signals.start();
    return 0;
  }

  #cause(exceeded: LimitReason | null): Cause | null {
    if (this.flag.take()) return { kind: "interrupt" };
    return exceeded !== null ? { kind: "limit", limit: exceeded } : this.takePending();
  }

  /** What `raiseSoon` left, and no poll has raised yet. */
  takePending(): Cause | null {
    const pending = this.#soon;
    this.#soon = null;
    return pending;
  }
}

// ── Interrupts ───────────────────────────────────────────────────────────────────────────────────────────────────────
// A synchronous VM gets no signal events: a worker receives SIGINT and sets a word in shared memory.

/** What the word holds when an interrupt is wanted; Pyodide's `setInterruptBuffer` uses the signal's number as well. */
export const SIGINT = 2;

/** A shared word that asks for an interrupt. Anyone who holds the buffer may set it to `SIGINT`. */
export class InterruptFlag {
  #words: Int32Array | Uint8Array;

  constructor(words?: Int32Array | Uint8Array) {
    this.#words = words ?? new Int32Array(new SharedArrayBuffer(16));
  }

  get words(): Int32Array | Uint8Array {
    return this.#words;
  }

  request(): void {
    Atomics.store(this.#words, 0, SIGINT);
  }

  /** Whether an interrupt is wanted; takes it. */
  take(): boolean {
    if (Atomics.load(this.#words, 0) !== SIGINT) return false;
    return Atomics.compareExchange(this.#words, 0, SIGINT, 0) === SIGINT;
  }
}

const WORKER_SOURCE = `onmessage = ({ data }) => {
  Deno.addSignalListener("SIGINT", () => Atomics.store(data, 0, ${SIGINT}));
  Atomics.store(data, 1, 1);
};`;

/** The worker that turns SIGINT into the flag: a `data:` URL without permissions. Until `start`, SIGINT ends the process. */
export class SignalWorker {
  #worker: Worker | null = null;

  constructor(readonly flag: InterruptFlag) {}

  get started(): boolean {
    return this.#worker !== null;
  }

  /** Starts the worker; it listens about 10 ms later, also while this thread is busy in wasm. */
  start(): void {
    if (this.#worker !== null) return;
    this.#worker = new Worker("data:text/javascript," + encodeURIComponent(WORKER_SOURCE), { type: "module" });
    this.#worker.postMessage(this.flag.words);
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

// ── Limits ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A frame of average size: header, six locals and operands. The limit of depth is one of the stack's bytes. */
const FRAME_BYTES = 88;
const ALLOWED = { steps: "steps", time: "timeoutMs", memory: "memoryBytes", depth: "depth", output: "outputBytes" } as const;
/** Part of a limit that is added when it was raised, the first few times. */
const GRACE = 0.1, GRACES = 3;

/** The limits of one VM and what is used of them. */
export class Limits {
  #options: LimitOptions = {};
  /** What held before limits were set. */
  #unlimited: { memoryBytes: bigint; stackLimit: number } | null = null;
  /** How often a limit was raised. */
  #raised = 0;
  #steps = Infinity;
  #stepsUsed = 0;
  #timeoutMs = Infinity;
  #deadline = Infinity;
  #outputBytes = Infinity;
  #outputUsed = 0;

  /** Sets limits, from the next call on. */
  configure(options: LimitOptions, views: Views): void {
    this.#options = options;
    this.begin();
    this.#unlimited ??= { memoryBytes: views.i64(CONTROL.memoryLimit), stackLimit: views.i32(CONTROL.stackLimit) };
    views.setI64(CONTROL.memoryLimit, options.memoryBytes === undefined ? this.#unlimited.memoryBytes : BigInt(options.memoryBytes));
    const depthLimit = STACK_START + (options.depth ?? Infinity) * FRAME_BYTES;
    views.setI32(CONTROL.stackLimit, Math.min(depthLimit, this.#unlimited.stackLimit));
  }

  /** A call from the host begins: time runs from now, use of steps and output starts at zero. */
  begin(): void {
    const { steps = Infinity, timeoutMs = Infinity, outputBytes = Infinity } = this.#options;
    this.#raised = 0;
    this.#steps = steps;
    this.#stepsUsed = 0;
    this.#timeoutMs = timeoutMs;
    this.#deadline = timeoutMs === Infinity ? Infinity : performance.now() + timeoutMs;
    this.#outputBytes = outputBytes;
    this.#outputUsed = 0;
  }

  /** Whether a poll must look at the clock or count steps at all. */
  get active(): boolean {
    return this.#steps !== Infinity || this.#timeoutMs !== Infinity;
  }

  /** How many steps the next quantum may have, at most `quantum`. */
  quantum(quantum: number): number {
    return this.#raised > GRACES ? 0 : Math.min(quantum, this.#steps - this.#stepsUsed);
  }

  /** What a limit grows by when it is raised. */
  #grace(limit: number): number {
    return this.#raised++ < GRACES ? limit * GRACE : 0;
  }

  /** Counts a quantum of `steps`; says which limit is exceeded, null if none. */
  check(steps: number): LimitReason | null {
    this.#stepsUsed += steps;
    if (this.#stepsUsed >= this.#steps) {
      this.#steps = this.#stepsUsed + Math.ceil(this.#grace(this.#steps));
      return "steps";
    }
    if (this.#deadline !== Infinity) {
      const now = performance.now();
      if (now >= this.#deadline) {
        this.#deadline = now + this.#grace(this.#timeoutMs);
        return "time";
      }
    }
    return null;
  }

  /** What the embedder allowed for a limit, for the error's text. */
  allowed(reason: LimitReason): number {
    return this.#options[ALLOWED[reason]] ?? Infinity;
  }

  /** Counts output; false when the limit does not allow so many bytes more. */
  output(sizeBytes: number): boolean {
    if (this.#outputUsed + sizeBytes > this.#outputBytes) {
      this.#outputBytes = this.#outputUsed + this.#grace(this.#outputBytes);
      return false;
    }
    this.#outputUsed += sizeBytes;
    return true;
  }
}
