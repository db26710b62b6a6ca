/**
 * The log of the collector (`--gc-log=FILE`): one JSON line for each collection (docs/gc_log.md).
 *
 *     {"kind":"minor","atMs":31.204,"pauseMs":0.412,"minor":4,"full":0,"oldBytes":1572864,"liveBytes":0,"takenBytes":6291456}
 *
 * The heap calls back before and after each collection. Lines are kept until the next poll, so that writing them is no part of a pause.
 */

import type { Machine } from "../host/instance.ts";

/** Phases of `toolkit/heap/hooks.ts`: two for each kind of collection, start and end. */
const KINDS = ["minor", "full"];
/** Lines that are kept at most. */
const MAX_LINES = 256;

/** `(module (func (import "host" "phase") (export "phase") (param i32)))`: makes a function of the host one that fits the table. */
const WRAPPER = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 5, 1, 0x60, 1, 0x7f, 0],
  ...[2, 14, 1, 4, ...text("host"), 5, ...text("phase"), 0, 0],
  ...[7, 9, 1, 5, ...text("phase"), 0, 0],
]);

function text(name: string): number[] {
  return [...name].map((letter) => letter.charCodeAt(0));
}

/** Writes the log of a machine to a file from now on. */
export function attachGcLog(machine: Machine, path: string): void {
  const { heap, service, table } = machine;
  const file = Deno.openSync(path, { write: true, create: true, truncate: true });
  const encoder = new TextEncoder();
  const logStartMs = performance.now();
  const rounded = (ms: number) => Math.round(ms * 1000) / 1000;
  let lines: string[] = [];
  let startMs = 0;
  const flush = () => {
    if (lines.length > 0) file.writeSync(encoder.encode(lines.join("")));
    lines = [];
  };
  const phase = (phase: number) => {
    const nowMs = performance.now();
    if (phase % 2 === 0) {
      startMs = nowMs;
      return;
    }
    const line = {
      kind: KINDS[phase >> 1],
      atMs: rounded(startMs - logStartMs),
      pauseMs: rounded(nowMs - startMs),
      minor: heap.minorCount(),
      full: heap.fullCount(),
      oldBytes: Number(heap.oldBytes()),
      liveBytes: Number(heap.liveBytes()),
      takenBytes: Number(heap.takenBytes()),
    };
    lines.push(JSON.stringify(line) + "\n");
    if (lines.length >= MAX_LINES) flush();
  };
  const slot = table.grow(1);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(WRAPPER), { host: { phase } });
  table.set(slot, exports.phase as () => void);
  heap.setCollectionHook(slot);
  service.onPoll = flush;
}
