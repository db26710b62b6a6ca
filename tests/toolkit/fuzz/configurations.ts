/**
 * The ways to run a Tiny program that must agree: one row each. The first is the measure of the others.
 *
 * A new way (a trace compiler with or without a pass) is a new row: a name, and a function from source to outcome.
 */

import { Buffer } from "node:buffer";
import { type CompiledOptions, compiledTiny, tinyModules } from "./compiled.ts";
import { evaluatedTiny, tinyPrograms } from "../../../examples/tiny/evaluated.ts";
import type { Tiny } from "../../../examples/tiny/tiny.ts";
import { type Evaluator, type EvaluatorOptions, INTERPRET, RECORD, REPLAY } from "../../../toolkit/machine/evaluate.ts";
import { STATUS } from "../../../toolkit/machine/evaluate_frames.ts";
import { STOP } from "../../../toolkit/machine/evaluate_log.ts";
import { TUNING } from "../../../toolkit/trace/tuning.ts";
import { CONTROL, HEAP_START, LOG_START, STACK_START } from "../../../toolkit/machine/memory_map.ts";

/** What a program did. */
export interface Outcome {
  output: string[];
  error: string | null;
  /** Logs of the recordings, for configurations that record. */
  logs?: RecordedLog[];
  /** Memory at the end, for configurations whose heaps must be equal. */
  memory?: Uint8Array;
}

export interface RecordedLog {
  reason: number;
  bytes: Uint8Array;
}

export interface Configuration {
  name: string;
  run(source: string): Outcome;
}

const programs = tinyPrograms();
const modules = tinyModules(programs);

/** Few nested runs, the same everywhere, so that programs reach the limit. */
const NESTING = 12;
/** A stack of about ten frames; what is beyond is frozen, which no program may notice. */
const STACK_BYTES = 1 << 11;
/** A stack of three frames. */
const TINY_STACK_BYTES = 600;
/** Calls and loop rounds after which a program is given up. */
const FUEL = 20000;
/** Counter value at which loops and functions are recorded. */
const THRESHOLD = 3;

function limit(tiny: Tiny, stackBytes = STACK_BYTES): void {
  const bytes = tiny.core.bytes();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setInt32(CONTROL.stackLimit, STACK_START + stackBytes, true);
  view.setInt32(CONTROL.nestingLimit, NESTING, true);
}

/**
 * Which hot places are recorded. A recording that reaches the end of its entry frame is not reported, and a nested run must not
 * start another one: it goes on while the nesting is deeper than where it began.
 */
class Recordings {
  readonly logs: RecordedLog[] = [];
  #nesting = -1;

  /** `current`: the log in memory. */
  constructor(readonly current: () => Uint8Array) {}

  /** Something is hot: true when a recording may start. */
  hot(nesting: number): boolean {
    if (this.#nesting >= 0 && nesting > this.#nesting) return false;
    this.end();
    this.#nesting = nesting;
    return true;
  }
  recorded(reason: number): void {
    this.logs.push({ reason, bytes: this.current() });
    this.#nesting = -1;
  }
  /** A recording still open has left its entry frame. */
  end(): void {
    if (this.#nesting >= 0) this.recorded(STOP.entryLeft);
  }
}

/** An evaluator that gives up on programs that run too long. */
function limitedEvaluator(options: EvaluatorOptions = {}): ReturnType<typeof evaluatedTiny> {
  const service = (status: number, m: Evaluator) => {
    if (status === STATUS.poll) throw new Error("the program runs too long");
    return options.service?.(status, m) ?? INTERPRET;
  };
  const tiny = evaluatedTiny(programs, { ...options, service }, modules.verifier);
  limit(tiny);
  tiny.core.machine.cells.setI32(CONTROL.fuel, FUEL);
  return tiny;
}

/** The same with the service given, hot at the threshold. */
function hotEvaluator(service: (status: number, m: Evaluator) => number): ReturnType<typeof evaluatedTiny> {
  // The roots that the assembler found, so that the same objects survive a collection.
  const tiny = limitedEvaluator({ service, spill: "listed" });
  tiny.core.machine.cells.setI32(CONTROL.jitThreshold, THRESHOLD);
  return tiny;
}

/** Evaluator that records at every hot place and keeps the logs. */
export function recordingEvaluator(source: string): Outcome {
  const recordings = new Recordings(() => tiny.core.machine.recorded());
  const tiny = hotEvaluator((status, m) => {
    if (status === STATUS.recorded) recordings.recorded(m.cells.i32(CONTROL.exitId));
    return status === STATUS.hot && recordings.hot(m.cells.i32(CONTROL.nesting)) ? RECORD : INTERPRET;
  });
  const outcome = tiny.run(source);
  recordings.end();
  return { ...outcome, logs: recordings.logs, memory: tiny.core.bytes() };
}

/** Evaluator that follows logs where `recordingEvaluator` wrote them, and checks every entry. */
function replayingEvaluator(source: string, logs: readonly RecordedLog[]): Outcome {
  const recordings = new Recordings(() => new Uint8Array());
  let next = 0;
  const tiny = hotEvaluator((status, m) => {
    if (status === STATUS.recorded) recordings.recorded(0);
    if (status !== STATUS.hot || !recordings.hot(m.cells.i32(CONTROL.nesting))) return INTERPRET;
    m.replayLog = logs[next].bytes;
    m.replayReason = logs[next++].reason;
    return REPLAY;
  });
  return { ...tiny.run(source), memory: tiny.core.bytes() };
}

/** Wasm interpreter and recorder; the logs must be those of the recording evaluator, byte for byte. */
export function recordingWasm(source: string): Outcome {
  const tiny = compiledTiny(modules);
  const { service, views } = tiny.core.machine;
  const recordings = new Recordings(() => tiny.core.bytes().slice(LOG_START, views.i32(CONTROL.logNext)));
  limit(tiny);
  service.jit = {
    onHot: () => {
      if (!recordings.hot(views.i32(CONTROL.nesting))) return 0;
      views.setI32(CONTROL.logNext, LOG_START);
      views.setI32(CONTROL.anchorFp, 0);
      return modules.assembled.slots!.recordStart;
    },
    onRecorded: (reason: number) => {
      recordings.recorded(reason);
      return 0;
    },
  };
  views.setI32(CONTROL.jitThreshold, THRESHOLD);
  // No polls, as in the evaluator: a call that polls is not counted, and counters are part of the heap.
  views.setI32(CONTROL.fuel, FUEL);
  const outcome = tiny.run(source);
  recordings.end();
  return { ...outcome, logs: recordings.logs, memory: tiny.core.bytes() };
}

function wasm(source: string, options: CompiledOptions = {}, stackBytes = STACK_BYTES): Outcome {
  const tiny = compiledTiny(modules, options);
  limit(tiny, stackBytes);
  return tiny.run(source);
}

/** Exits become edges early, so that programs of a few hundred steps meet them. */
Object.assign(TUNING, { exitThreshold: 3 });
const JIT = { threshold: 2 };

/** All configurations, the measure first. */
export const CONFIGURATIONS: readonly Configuration[] = [
  {
    name: "evaluator",
    run: (source) => {
      return limitedEvaluator({ strict: true }).run(source);
    },
  },
  { name: "wasm", run: (source) => wasm(source) },
  { name: "wasm, collection at every allocation", run: (source) => wasm(source, { stress: 1 }) },
  { name: "wasm, collection at every fifth allocation", run: (source) => wasm(source, { stress: 5 }) },
  {
    name: "evaluator, collections",
    run: (source) => {
      const tiny = limitedEvaluator();
      tiny.core.machine.call("setStress", 40);
      return tiny.run(source);
    },
  },
  { name: "jit", run: (source) => wasm(source, { jit: JIT }) },
  { name: "jit, collection at every third allocation", run: (source) => wasm(source, { jit: JIT, stress: 3 }) },
  { name: "wasm, a stack of three frames", run: (source) => wasm(source, { stress: 7 }, TINY_STACK_BYTES) },
  { name: "jit, a stack of three frames", run: (source) => wasm(source, { jit: JIT }, TINY_STACK_BYTES) },
  { name: "jit, every 16th guard fails", run: (source) => wasm(source, { jit: { ...JIT, failGuards: 16 } }) },
  { name: "jit without peeling", run: (source) => wasm(source, { jit: { ...JIT, without: ["peeling"] } }) },
  { name: "jit without bridges", run: (source) => wasm(source, { jit: { ...JIT, without: ["bridges"] } }) },
  {
    name: "recorded, replayed, and recorded in wasm",
    run: (source) => {
      const recorded = recordingEvaluator(source);
      const replayed = replayingEvaluator(source, recorded.logs!);
      const compiled = recordingWasm(source);
      const difference = compareOutcomes(recorded, replayed) ?? compareLogs(recorded.logs!, compiled.logs!) ??
        compareHeaps("replayed", recorded.memory!, replayed.memory!) ?? compareHeaps("wasm's", recorded.memory!, compiled.memory!);
      if (difference !== null) throw new Error(difference);
      return compiled;
    },
  },
];

/** What differs between two outcomes; null when nothing does. */
export function compareOutcomes(expected: Outcome, found: Outcome): string | null {
  const n = Math.max(expected.output.length, found.output.length);
  for (let i = 0; i < n; i++) {
    if (expected.output[i] !== found.output[i]) return `line ${i + 1}: expected ${expected.output[i]}, found ${found.output[i]}`;
  }
  return expected.error === found.error ? null : `expected error ${expected.error}, found ${found.error}`;
}

function compareLogs(expected: readonly RecordedLog[], found: readonly RecordedLog[]): string | null {
  if (expected.length !== found.length) return `${expected.length} recordings by the evaluator, ${found.length} by wasm`;
  for (const [i, e] of expected.entries()) {
    const f = found[i];
    if (e.reason !== f.reason) return `recording ${i}: stopped for reason ${e.reason}, in wasm ${f.reason}`;
    // Where a recording was given up (the stack was full, say), wasm's log goes on with what means nothing.
    const mayGoOn = e.reason === STOP.logFull && f.bytes.length > e.bytes.length;
    const at = e.bytes.findIndex((b, k) => b !== f.bytes[k]);
    if (at >= 0 || e.bytes.length !== f.bytes.length && !mayGoOn) {
      return `recording ${i} (${e.bytes.length} and ${f.bytes.length} bytes) differs at byte ${at}:\n  evaluator ${
        e.bytes.slice(Math.max(0, at - 8), at + 16)
      }\n  wasm      ${f.bytes.slice(Math.max(0, at - 8), at + 16)}`;
    }
  }
  return null;
}

/** Memory is compared in pieces of this size, nearly all of which are equal. */
const COMPARED_BYTES = 1 << 16;

/** Everything from the start of the heap on: objects, code, counters, the collector's tables. */
function compareHeaps(name: string, expected: Uint8Array, found: Uint8Array): string | null {
  const size = Math.min(expected.length, found.length);
  for (let start = HEAP_START; start < size; start += COMPARED_BYTES) {
    const end = Math.min(start + COMPARED_BYTES, size);
    if (Buffer.compare(expected.subarray(start, end), found.subarray(start, end)) === 0) continue;
    const words = (b: Uint8Array) => new Uint32Array(b.buffer, b.byteOffset + start, (end - start) >> 2);
    const a = words(expected), b = words(found);
    const i = a.findIndex((word, k) => word !== b[k] && !areNaNs(word, b[k]));
    if (i >= 0) return `the ${name} heap differs at ${start + 4 * i}: ${a[i]} in the evaluator, ${b[i]}`;
  }
  return null;
}

/** High words of boxed NaNs. Their sign is the processor's choice: arithmetic results are boxed as they come. */
function areNaNs(a: number, b: number): boolean {
  return (a & 0x7fffffff) === 0x7ff90000 && (b & 0x7fffffff) === 0x7ff90000;
}
