/**
 * Functions of the host that number and text routines use; implemented in `host_functions.ts`.
 *
 * Those that functions of a trace call are wrapped: a trace calls through the table, where host functions have no slot.
 * None of them touches the heap: text travels through the exchange buffer (`EXCHANGE`), so none collects.
 */

import { type f64, hostImport, type i32, residual } from "../define/mod.ts";
import {
  hostFloatDigits as hostFloatDigitsRaw,
  hostUnicodeCase as hostUnicodeCaseRaw,
  hostUnicodeProperties as hostUnicodePropertiesRaw,
  mathAcos as mathAcosRaw,
  mathAcosh as mathAcoshRaw,
  mathAsin as mathAsinRaw,
  mathAsinh as mathAsinhRaw,
  mathAtan as mathAtanRaw,
  mathAtan2 as mathAtan2Raw,
  mathAtanh as mathAtanhRaw,
  mathCbrt as mathCbrtRaw,
  mathCos as mathCosRaw,
  mathCosh as mathCoshRaw,
  mathErf as mathErfRaw,
  mathErfc as mathErfcRaw,
  mathExp as mathExpRaw,
  mathExpm1 as mathExpm1Raw,
  mathFmod as mathFmodRaw,
  mathGamma as mathGammaRaw,
  mathHypot as mathHypotRaw,
  mathLog as mathLogRaw,
  mathLog10 as mathLog10Raw,
  mathLog1p as mathLog1pRaw,
  mathLog2 as mathLog2Raw,
  mathLogGamma as mathLogGammaRaw,
  mathPow as mathPowRaw,
  mathSin as mathSinRaw,
  mathSinh as mathSinhRaw,
  mathTan as mathTanRaw,
  mathTanh as mathTanhRaw,
} from "./host_raw.ts";

/**
 * Digits of a finite, non-negative double as ASCII at `EXCHANGE + 8`, their number as result, position of the point at `EXCHANGE` (value =
 * 0.DIGITS × 10^point). Mode 0: shortest that reads back; 2: `precision` significant digits; 3: `precision` digits behind the point.
 */
export const hostFloatDigits = residual(function (x: f64, mode: i32, precision: i32): i32 {
  return hostFloatDigitsRaw(x, mode, precision);
});
/** Nearest double of an ASCII decimal number that is known to be well-formed. */
export const hostParseFloat: (address: i32, size: i32) => f64 = hostImport({});
/** Property bits of a code point, see `unicode.ts`. */
export const hostUnicodeProperties = residual(function (codePoint: i32): i32 {
  return hostUnicodePropertiesRaw(codePoint);
});
/** Lower (0), upper (1), title (2) or folded (3) form: code points (i32) at `EXCHANGE`, their number as result. */
export const hostUnicodeCase = residual(function (codePoint: i32, mode: i32): i32 {
  return hostUnicodeCaseRaw(codePoint, mode);
});

export const mathSin = residual(function (x: f64): f64 {
  return mathSinRaw(x);
});
export const mathCos = residual(function (x: f64): f64 {
  return mathCosRaw(x);
});
export const mathTan = residual(function (x: f64): f64 {
  return mathTanRaw(x);
});
export const mathAsin = residual(function (x: f64): f64 {
  return mathAsinRaw(x);
});
export const mathAcos = residual(function (x: f64): f64 {
  return mathAcosRaw(x);
});
export const mathAtan = residual(function (x: f64): f64 {
  return mathAtanRaw(x);
});
export const mathAtan2 = residual(function (y: f64, x: f64): f64 {
  return mathAtan2Raw(y, x);
});
export const mathSinh = residual(function (x: f64): f64 {
  return mathSinhRaw(x);
});
export const mathCosh = residual(function (x: f64): f64 {
  return mathCoshRaw(x);
});
export const mathTanh = residual(function (x: f64): f64 {
  return mathTanhRaw(x);
});
export const mathAsinh = residual(function (x: f64): f64 {
  return mathAsinhRaw(x);
});
export const mathAcosh = residual(function (x: f64): f64 {
  return mathAcoshRaw(x);
});
export const mathAtanh = residual(function (x: f64): f64 {
  return mathAtanhRaw(x);
});
export const mathExp = residual(function (x: f64): f64 {
  return mathExpRaw(x);
});
export const mathExpm1 = residual(function (x: f64): f64 {
  return mathExpm1Raw(x);
});
export const mathLog = residual(function (x: f64): f64 {
  return mathLogRaw(x);
});
export const mathLog2 = residual(function (x: f64): f64 {
  return mathLog2Raw(x);
});
export const mathLog10 = residual(function (x: f64): f64 {
  return mathLog10Raw(x);
});
export const mathLog1p = residual(function (x: f64): f64 {
  return mathLog1pRaw(x);
});
export const mathCbrt = residual(function (x: f64): f64 {
  return mathCbrtRaw(x);
});
/** C's pow: 1 for base 1 and for base -1 with an infinite exponent. */
export const mathPow = residual(function (x: f64, y: f64): f64 {
  return mathPowRaw(x, y);
});
/** Remainder with the sign of the dividend. */
export const mathFmod = residual(function (x: f64, y: f64): f64 {
  return mathFmodRaw(x, y);
});
export const mathErf = residual(function (x: f64): f64 {
  return mathErfRaw(x);
});
export const mathErfc = residual(function (x: f64): f64 {
  return mathErfcRaw(x);
});
export const mathGamma = residual(function (x: f64): f64 {
  return mathGammaRaw(x);
});
export const mathLogGamma = residual(function (x: f64): f64 {
  return mathLogGammaRaw(x);
});
export const mathHypot = residual(function (x: f64, y: f64): f64 {
  return mathHypotRaw(x, y);
});
