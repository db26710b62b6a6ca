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
const WRAPPER = "\0asm\x01\0\0\0" + "\x01\x05\x01\x60\x01\x7f\0" + "\x02\x0e\x01\x04host\x05phase\0\0" + "\x07\x09\x01\x05phase\0\0";

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
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(encoder.encode(WRAPPER)), { host: { phase } });
  table.set(slot, exports.phase as () => void);
  heap.setCollectionHook(slot);
  service.onPoll = flush;
}
