/**
 * The log of the collector (`--gc-log=FILE`): JSON lines, one for each poll before which collections happened.
 *
 *     {"atMs":31.2,"minor":4,"full":0,"oldBytes":1572864,"liveBytes":0,"takenBytes":6291456}
 *
 * `minor` and `full` count collections since the start; `oldBytes` is what old objects take now, `liveBytes` what the last full collection found
 * alive, `takenBytes` what the heap has taken of the memory. Polls come every few thousand loop iterations and calls, so a line may stand for
 * several collections.
 */

import type { Machine } from "../host/instance.ts";

/** Writes the log of a machine to a file from now on. */
export function attachGcLog(machine: Machine, path: string): void {
  const { heap, service } = machine;
  const file = Deno.openSync(path, { write: true, create: true, truncate: true });
  const encoder = new TextEncoder();
  const startMs = performance.now();
  let seen = 0;
  service.onPoll = () => {
    const minor = heap.minorCount(), full = heap.fullCount();
    if (minor + full === seen) return;
    seen = minor + full;
    const line = {
      atMs: Math.round((performance.now() - startMs) * 1000) / 1000,
      minor,
      full,
      oldBytes: Number(heap.oldBytes()),
      liveBytes: Number(heap.liveBytes()),
      takenBytes: Number(heap.takenBytes()),
    };
    file.writeSync(encoder.encode(JSON.stringify(line) + "\n"));
  };
}
