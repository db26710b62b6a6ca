/**
 * Host side of the built-in data types: the JavaScript functions behind the `hostImport`s of `host_imports.ts`.
 *
 * Ordinary TypeScript (not definition language). Text travels through the exchange buffer of linear memory as UTF-8. Every function is deterministic but the clocks and the streams.
 */

import { encodeUtf8Into } from "../../toolkit/bytes/utf8.ts";
import { erf, erfc, gamma, libraryHostFunctions, logGamma } from "../../toolkit/library/host_functions.ts";
import { EXCHANGE, EXCHANGE_BYTES } from "../../toolkit/machine/memory_map.ts";

/** What the host gives the built-in types: memory and the standard streams. */
export interface DataHost {
  /** The linear memory; fetched again at each use since it may grow. */
  memory(): ArrayBufferLike;
  /** Writes bytes to standard output (1) or error (2). */
  write(stream: number, bytes: Uint8Array): void;
  flush(stream: number): void;
  /** One line with its newline, or null at the end of input. */
  readLine(): Uint8Array | null;
  /** Command line: script name first. */
  readonly argv: readonly string[];
}

/** The imports of the built-in data types for `WebAssembly.Instance`'s `host` module. */
export function dataHostFunctions(host: DataHost): Record<string, (...args: any[]) => number | bigint | void> {
  const bytes = (address: number, size: number) => new Uint8Array(host.memory(), address, size);
  const putText = (text: string): number => encodeUtf8Into(text, bytes(EXCHANGE, EXCHANGE_BYTES));
  const started = performance.now();
  return {
    ...libraryHostFunctions(host),
    mathErf: erf,
    mathErfc: erfc,
    mathGamma: gamma,
    mathLogGamma: logGamma,
    hostWrite: (stream: number, address: number, size: number) => host.write(stream, bytes(address, size)),
    hostFlush: (stream: number) => host.flush(stream),
    /** Size of the line now in the exchange buffer, or -1 at the end of input. */
    hostReadLine(): number {
      const line = host.readLine();
      if (line === null) return -1;
      const size = Math.min(line.length, EXCHANGE_BYTES);
      bytes(EXCHANGE, size).set(line.subarray(0, size));
      return size;
    },
    hostArgumentCount: () => host.argv.length,
    hostArgument: (index: number) => putText(host.argv[index]),
    hostTime: () => (performance.timeOrigin + performance.now()) / 1000,
    hostMonotonic: () => (performance.now() - started) / 1000,
    hostSleep: (seconds: number) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
    },
    hostLocalTime: (seconds: number) => putText(localTimeFields(seconds).join(" ")),
    hostRandomSeed: () => crypto.getRandomValues(new BigInt64Array(1))[0],
  };
}

/** Year, month (1 to 12), day, hour, minute, second, weekday (Monday 0), day of the year (1 to 366) in local time. */
function localTimeFields(seconds: number): number[] {
  const d = new Date(seconds * 1000);
  const yearDay = Math.round((Date.UTC(d.getFullYear(), d.getMonth(), d.getDate()) - Date.UTC(d.getFullYear(), 0, 1)) / 86400000) + 1;
  return [d.getFullYear(), d.getMonth() + 1, d.getDate(), d.getHours(), d.getMinutes(), d.getSeconds(), (d.getDay() + 6) % 7, yearDay];
}
