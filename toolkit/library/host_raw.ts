/**
 * Functions of the host that `host_imports.ts` wraps; implemented in `host_functions.ts`.
 */

import { type f64, hostImport, type i32 } from "../define/mod.ts";

export const hostFloatDigits: (x: f64, mode: i32, precision: i32) => i32 = hostImport({});
export const hostUnicodeProperties: (codePoint: i32) => i32 = hostImport({ pure: true });
export const hostUnicodeCase: (codePoint: i32, mode: i32) => i32 = hostImport({});
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
export const mathPow: (x: f64, y: f64) => f64 = hostImport({ pure: true });
export const mathFmod: (x: f64, y: f64) => f64 = hostImport({ pure: true });
export const mathErf: (x: f64) => f64 = hostImport({ pure: true });
export const mathErfc: (x: f64) => f64 = hostImport({ pure: true });
export const mathGamma: (x: f64) => f64 = hostImport({ pure: true });
export const mathLogGamma: (x: f64) => f64 = hostImport({ pure: true });
export const mathHypot: (x: f64, y: f64) => f64 = hostImport({ pure: true });
