/**
 * Functions of the host that the built-in data types use; implemented in `host_functions.ts`.
 *
 * Those that functions of a trace call are wrapped: a trace calls through the table, where host functions have no slot.
 * None of them touches the heap: text travels through the exchange buffer (`EXCHANGE`), so none collects.
 */

import { type f64, hostImport, type i32, type i64, residual } from "../../toolkit/define/mod.ts";
import { hostFlush as hostFlushRaw, hostMonotonic as hostMonotonicRaw, hostTime as hostTimeRaw } from "./host_raw.ts";

/** Start of the exchange buffer (`toolkit/machine/memory_map.ts`) and its size. */
export const EXCHANGE = 0x700000;
export const EXCHANGE_SIZE = 0x100000;

/** Writes UTF-8 to standard output (1) or error (2). */
export const hostWrite: (stream: i32, address: i32, size: i32) => void = hostImport({});
export const hostFlush = residual(function (stream: i32): void {
  hostFlushRaw(stream);
});
/** Reads a line with its newline into the exchange buffer; its size, or -1 at the end of input. */
export const hostReadLine: () => i32 = hostImport({});
export const hostArgumentCount: () => i32 = hostImport({});
/** Command line argument into the exchange buffer; its size. */
export const hostArgument: (index: i32) => i32 = hostImport({});

/** Seconds since 1970 / since start; sleep; local time as eight numbers in text. */
export const hostTime = residual(function (): f64 {
  return hostTimeRaw();
});
export const hostMonotonic = residual(function (): f64 {
  return hostMonotonicRaw();
});
export const hostSleep: (seconds: f64) => void = hostImport({});
export const hostLocalTime: (seconds: f64) => i32 = hostImport({});
export const hostRandomSeed: () => i64 = hostImport({});
