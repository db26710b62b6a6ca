/**
 * The ways to run a Tiny program that must agree: one row each. The first is the measure of the others.
 *
 * A new way (a trace compiler with or without a pass) is a new row: a name, and a function from source to outcome.
 */

import { compiledTiny, tinyModules } from "../../../examples/tiny/compiled.ts";
import { evaluatedTiny, tinyPrograms } from "../../../examples/tiny/evaluated.ts";
import type { Tiny } from "../../../examples/tiny/tiny.ts";
import { type Evaluator, INTERPRET, RECORD, REPLAY } from "../../../toolkit/machine/evaluate.ts";
import { STATUS } from "../../../toolkit/machine/evaluate_frames.ts";
import { CONTROL, LOG_START, STACK_START } from "../../../toolkit/machine/memory_map.ts";

/** What a program did. */
export interface Outcome {
  output: string[];
  error: string | null;
  /** Logs of the recordings, for configurations that record. */
  logs?: RecordedLog[];
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

/** A small stack and few nested runs, the same everywhere, so that programs reach the limits. */
const STACK_BYTES = 1 << 18;
const NESTING = 12;
/** Counter value at which loops and functions are recorded. */
const THRESHOLD = 3;

function limit(tiny: Tiny): void {
  const bytes = tiny.core.bytes();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setInt32(CONTROL.stackLimit, STACK_START + STACK_BYTES, true);
  view.setInt32(CONTROL.nestingLimit, NESTING, true);
}

/** Evaluator that records at every hot place and keeps the logs. */
function recordingEvaluator(source: string, stress = 0): Outcome {
  const logs: RecordedLog[] = [];
  const service = (status: number, m: Evaluator): number => {
    if (status === STATUS.poll) m.cells.setI32(CONTROL.fuel, 1 << 30);
    if (status === STATUS.recorded) logs.push({ reason: m.cells.i32(CONTROL.exitId), bytes: m.recorded() });
    return status === STATUS.hot ? RECORD : INTERPRET;
  };
  const tiny = evaluatedTiny(programs, { service });
  limit(tiny);
  tiny.core.machine.cells.setI32(CONTROL.jitThreshold, THRESHOLD);
  if (stress > 0) tiny.core.machine.call("setStress", stress);
  return { ...tiny.run(source), logs };
}

/** Evaluator that follows logs where `recordingEvaluator` wrote them, and checks every entry. */
function replayingEvaluator(source: string, logs: readonly RecordedLog[]): Outcome {
  let next = 0;
  const service = (status: number, m: Evaluator): number => {
    if (status === STATUS.poll) m.cells.setI32(CONTROL.fuel, 1 << 30);
    if (status !== STATUS.hot || next >= logs.length) return INTERPRET;
    m.replayLog = logs[next].bytes;
    m.replayReason = logs[next++].reason;
    return REPLAY;
  };
  const tiny = evaluatedTiny(programs, { service });
  limit(tiny);
  tiny.core.machine.cells.setI32(CONTROL.jitThreshold, THRESHOLD);
  return tiny.run(source);
}

/** Wasm interpreter and recorder; the logs must be those of the recording evaluator, byte for byte. */
function recordingWasm(source: string): Outcome {
  const logs: RecordedLog[] = [];
  const tiny = compiledTiny(modules);
  const { service, views } = tiny.core.machine;
  limit(tiny);
  service.jit = {
    onHot: () => {
      views.setI32(CONTROL.logNext, LOG_START);
      return modules.assembled.slots!.recordStart;
    },
    onRecorded: (reason: number) => {
      logs.push({ reason, bytes: tiny.core.bytes().slice(LOG_START, views.i32(CONTROL.logNext)) });
      return 0;
    },
  };
  views.setI32(CONTROL.jitThreshold, THRESHOLD);
  return { ...tiny.run(source), logs };
}

function wasm(source: string, stress: number): Outcome {
  const tiny = compiledTiny(modules, { stress });
  limit(tiny);
  return tiny.run(source);
}

/** All configurations, the measure first. */
export const CONFIGURATIONS: readonly Configuration[] = [
  {
    name: "evaluator",
    run: (source) => {
      const tiny = evaluatedTiny(programs, { strict: true });
      limit(tiny);
      return tiny.run(source);
    },
  },
  { name: "wasm", run: (source) => wasm(source, 0) },
  { name: "wasm, collection at every allocation", run: (source) => wasm(source, 1) },
  { name: "wasm, collection at every fifth allocation", run: (source) => wasm(source, 5) },
  {
    name: "evaluator, collections",
    run: (source) => {
      const tiny = evaluatedTiny(programs);
      limit(tiny);
      tiny.core.machine.call("setStress", 40);
      return tiny.run(source);
    },
  },
  {
    name: "recorded, replayed, and recorded in wasm",
    run: (source) => {
      const recorded = recordingEvaluator(source);
      const replayed = replayingEvaluator(source, recorded.logs!);
      const compiled = recordingWasm(source);
      const difference = compareOutcomes(recorded, replayed) ?? compareLogs(recorded.logs!, compiled.logs!);
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
    const at = e.bytes.findIndex((b, k) => b !== f.bytes[k]);
    if (at >= 0 || e.bytes.length !== f.bytes.length) {
      return `recording ${i} (${e.bytes.length} and ${f.bytes.length} bytes) differs at byte ${at}:\n  evaluator ${
        e.bytes.slice(Math.max(0, at - 8), at + 16)
      }\n  wasm      ${f.bytes.slice(Math.max(0, at - 8), at + 16)}`;
    }
  }
  return null;
}
