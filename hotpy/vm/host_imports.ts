/**
 * Functions of the host that the built-in data types use; implemented in `host_functions.ts`.
 *
 * None of them touches the heap: text travels through the exchange buffer (`EXCHANGE`), so none collects.
 */

import { type f64, hostImport, type i32, type i64 } from "../../toolkit/define/mod.ts";

/** Start of the exchange buffer (`toolkit/machine/memory_map.ts`) and its size. */
export const EXCHANGE = 0x700000;
export const EXCHANGE_SIZE = 0x100000;

/**
 * Digits of a finite, non-negative double as ASCII at `EXCHANGE + 8`, their number as result, position of the point at `EXCHANGE` (value =
 * 0.DIGITS × 10^point). Mode 0: shortest that reads back; 2: `precision` significant digits; 3: `precision` digits behind the point.
 */
export const hostFloatDigits: (x: f64, mode: i32, precision: i32) => i32 = hostImport({});
/** Nearest double of an ASCII decimal number that is known to be well-formed. */
export const hostParseFloat: (address: i32, size: i32) => f64 = hostImport({});
/** Property bits of a code point, see `str_unicode.ts`. */
export const hostUnicodeProperties: (codePoint: i32) => i32 = hostImport({ pure: true });
/** Lower (0), upper (1), title (2) or folded (3) form: code points (i32) at `EXCHANGE`, their number as result. */
export const hostUnicodeCase: (codePoint: i32, mode: i32) => i32 = hostImport({});

/** Writes UTF-8 to standard output (1) or error (2). */
export const hostWrite: (stream: i32, address: i32, size: i32) => void = hostImport({});
export const hostFlush: (stream: i32) => void = hostImport({});
/** Reads a line with its newline into the exchange buffer; its size, or -1 at the end of input. */
export const hostReadLine: () => i32 = hostImport({});
export const hostArgumentCount: () => i32 = hostImport({});
/** Command line argument into the exchange buffer; its size. */
export const hostArgument: (index: i32) => i32 = hostImport({});

/** Seconds since 1970 / since start; sleep; local time as eight numbers in text. */
export const hostTime: () => f64 = hostImport({});
export const hostMonotonic: () => f64 = hostImport({});
export const hostSleep: (seconds: f64) => void = hostImport({});
export const hostLocalTime: (seconds: f64) => i32 = hostImport({});
export const hostRandomSeed: () => i64 = hostImport({});

export const mathSin: (x: f64) => f64 = hostImport({ pure: true });
export const mathCos: (x: f64) => f64 = hostImport({ pure: true });
export const mathTan: (x: f64) => f64 = hostImport({ pure: true });
export const mathAsin: (x: f64) => f64 = hostImport({ pure: true });
export const mathAcos: (x: f64) => f64 = hostImport({ pure: true });
export const mathAtan: (x: f64) => f64 = hostImport({ pure: true });
export const mathAtan2: (y: f64, x: f64) => f64 = hostImport({ pure: true });
export const mathSinh: (x: f64) => f64 = hostImport({ pure: true });
export const mathCosh: (x: f64) => f64 = hostImport({ pure: true });
export const mathTanh: (x: f64) => f64 = hostImport({ pure: true });
export const mathAsinh: (x: f64) => f64 = hostImport({ pure: true });
export const mathAcosh: (x: f64) => f64 = hostImport({ pure: true });
export const mathAtanh: (x: f64) => f64 = hostImport({ pure: true });
export const mathExp: (x: f64) => f64 = hostImport({ pure: true });
export const mathExpm1: (x: f64) => f64 = hostImport({ pure: true });
export const mathLog: (x: f64) => f64 = hostImport({ pure: true });
export const mathLog2: (x: f64) => f64 = hostImport({ pure: true });
export const mathLog10: (x: f64) => f64 = hostImport({ pure: true });
export const mathLog1p: (x: f64) => f64 = hostImport({ pure: true });
export const mathCbrt: (x: f64) => f64 = hostImport({ pure: true });
/** C's pow: 1 for base 1 and for base -1 with an infinite exponent. */
export const mathPow: (x: f64, y: f64) => f64 = hostImport({ pure: true });
/** Remainder with the sign of the dividend. */
export const mathFmod: (x: f64, y: f64) => f64 = hostImport({ pure: true });
export const mathErf: (x: f64) => f64 = hostImport({ pure: true });
export const mathErfc: (x: f64) => f64 = hostImport({ pure: true });
export const mathGamma: (x: f64) => f64 = hostImport({ pure: true });
export const mathLogGamma: (x: f64) => f64 = hostImport({ pure: true });
export const mathHypot: (x: f64, y: f64) => f64 = hostImport({ pure: true });
