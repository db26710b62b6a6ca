/**
 * Limits on guest code: steps, wall time, memory, depth, output.
 *
 * Input: the limits an embedder sets; output: at a poll, the kind that was exceeded. Steps and time are checked here, at polls;
 * memory and depth by the core against words of the control block that `Limits` writes; output where bytes are written.
 * Invariant: a limit that was raised as a guest error comes again after a grace of a tenth, so a guest that catches it can clean
 * up but not go on for ever.
 */

import { CONTROL } from "../machine/memory_map.ts";
import type { LimitReason } from "../machine/errors.ts";
import type { Views } from "./views.ts";

/** What an embedder may set, each for one call from the host; what is left out is not limited (depth: the language's default). */
export interface LimitOptions {
  /** Loop iterations and calls, counted in quanta of fuel. */
  steps?: number;
  /** Wall time, in milliseconds. */
  timeoutMs?: number;
  /** Bytes of linear memory the heap may take. */
  memoryBytes?: number;
  /** Guest frames on the stack. */
  depth?: number;
  /** Bytes written to the output streams together. */
  outputBytes?: number;
}

const ALLOWED = { steps: "steps", time: "timeoutMs", memory: "memoryBytes", depth: "depth", output: "outputBytes" } as const;
/** Part of a limit that is added each time it was raised. */
const GRACE = 0.1;

/** The limits of one VM and what is used of them. */
export class Limits {
  #options: LimitOptions = {};
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
    if (options.memoryBytes !== undefined) views.setI64(CONTROL.memoryLimit, BigInt(options.memoryBytes));
    if (options.depth !== undefined) views.setI32(CONTROL.frameLimit, options.depth);
  }

  /** A call from the host begins: time runs from now, use of steps and output starts at zero. */
  begin(): void {
    const { steps = Infinity, timeoutMs = Infinity, outputBytes = Infinity } = this.#options;
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
    const left = this.#steps - this.#stepsUsed;
    return left < quantum ? Math.max(1, left) : quantum;
  }

  /** Counts a quantum of `steps`; says which limit is exceeded, null if none. */
  check(steps: number): LimitReason | null {
    this.#stepsUsed += steps;
    if (this.#stepsUsed >= this.#steps) {
      this.#steps = this.#stepsUsed + Math.max(1, Math.ceil(this.#steps * GRACE));
      return "steps";
    }
    if (this.#deadline !== Infinity) {
      const now = performance.now();
      if (now >= this.#deadline) {
        this.#deadline = now + this.#timeoutMs * GRACE;
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
    if (this.#outputUsed + sizeBytes > this.#outputBytes) return false;
    this.#outputUsed += sizeBytes;
    return true;
  }
}
