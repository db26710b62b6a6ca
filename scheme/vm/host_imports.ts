/**
 * Functions of the host: streams, files, process. `scheme/host` implements them, with those of `toolkit/library`.
 *
 * Text travels as UTF-8 in raw memory, mostly the exchange buffer. None touches the heap, so none collects; addresses in the heap may be
 * passed. Streams are numbered as files are: 0 standard input, 1 standard output, 2 standard error, more for opened files.
 */

import { type f64, hostImport, type i32, type i64 } from "../../toolkit/define/mod.ts";

/** Writes all bytes; 0 when fine, -1 when that failed. */
export const hostWrite: (stream: i32, address: i32, sizeBytes: i32) => i32 = hostImport({});
/** Reads up to `sizeBytes` bytes: their number, 0 at the end, -1 when that failed. Waits for one at least. */
export const hostRead: (stream: i32, address: i32, sizeBytes: i32) => i32 = hostImport({});
/** Hands what was written on to the operating system; 0 when fine, -1 when that failed. */
export const hostFlush: (stream: i32) => i32 = hostImport({});
/** 1 for a terminal. */
export const hostIsTerminal: (stream: i32) => i32 = hostImport({});

export const OPEN_INPUT = 0;
/** Made new or emptied. */
export const OPEN_OUTPUT = 1;

/** A file's stream, or -1 when it cannot be opened (then why, as UTF-8 at `EXCHANGE + 8`, its size at `EXCHANGE`). */
export const hostOpen: (address: i32, sizeBytes: i32, mode: i32) => i32 = hostImport({});
export const hostClose: (stream: i32) => void = hostImport({});
/** 1 when there is such a file. */
export const hostFileExists: (address: i32, sizeBytes: i32) => i32 = hostImport({});
/** 0 when fine, -1 as for `hostOpen`. */
export const hostDeleteFile: (address: i32, sizeBytes: i32) => i32 = hostImport({});

/** The command line, program first. An argument's text goes to the exchange buffer; its size. */
export const hostArgumentCount: () => i32 = hostImport({});
export const hostArgument: (index: i32) => i32 = hostImport({});
/** Text of a variable's value in the exchange buffer; its size, -1 when it is not set. */
export const hostEnvironment: (address: i32, sizeBytes: i32) => i32 = hostImport({});
/** Number of variables; `NAME=value` of one in the exchange buffer, its size. */
export const hostEnvironmentCount: () => i32 = hostImport({});
export const hostEnvironmentAt: (index: i32) => i32 = hostImport({});

/**
 * Reads a datum from text; flags: 1 nothing follows the text, 2 letters are folded. The number of bytes that belong to the datum, which is the next
 * file (the end-of-file object when there is none); -1 when more text is wanted, -2 when the text is wrong (why: as for `hostOpen`).
 */
export const hostParse: (address: i32, sizeBytes: i32, flags: i32) => i32 = hostImport({});
/** Compiles the expression written so for the environment of that number: how many files must be run, -2 as for `hostParse`. */
export const hostCompile: (address: i32, sizeBytes: i32, environment: i32) => i32 = hostImport({});
/** The number of an environment with what a list of import sets imports; -2 as for `hostParse`. */
export const hostImportSets: (address: i32, sizeBytes: i32) => i32 = hostImport({});
/** Calls a function of the host with the arguments written so: the result is the next file; -2 when it throws. */
export const hostCall: (handle: i32, address: i32, sizeBytes: i32) => i32 = hostImport({ collects: true });
/** Size of the next file; puts it into memory and goes on to the one behind it. */
export const hostFileBytes: () => i32 = hostImport({});
export const hostFile: (address: i32) => void = hostImport({});

/** Seconds since 1970; nanoseconds of a clock that never goes back. */
export const hostSecond: () => f64 = hostImport({});
export const hostJiffy: () => i64 = hostImport({});
