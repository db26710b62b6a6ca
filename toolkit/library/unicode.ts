/**
 * Unicode properties and case of code points: a table for Latin-1, the host for the rest.
 *
 * Property names follow the str methods of the language reference (`str.isalpha` and so on).
 */

import { type bool, type i32, loadI32, tableI32 } from "../define/mod.ts";
import { EXCHANGE } from "../machine/memory_map.ts";
import { hostUnicodeCase, hostUnicodeProperties } from "./host_imports.ts";

export const U_ALPHA = 1;
export const U_DECIMAL = 2;
export const U_DIGIT = 4;
export const U_NUMERIC = 8;
export const U_SPACE = 16;
export const U_PRINTABLE = 32;
export const U_LOWER = 64;
export const U_UPPER = 128;
export const U_TITLE = 256;
export const U_CASED = 512;
export const U_CASE_IGNORABLE = 1024;
export const U_ID_START = 2048;
export const U_ID_CONTINUE = 4096;
/** The property Alphabetic: letters, and marks and numbers that are used like them. */
export const U_ALPHABETIC = 8192;

export const TO_LOWER = 0;
export const TO_UPPER = 1;
export const TO_TITLE = 2;
export const TO_FOLD = 3;

// deno-fmt-ignore
const LATIN_1: i32 = tableI32([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 16, 16, 16, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 16, 16, 16, 48, 32, 32, 32, 32, 32,
  32, 1056, 32, 32, 32, 32, 32, 32, 1056, 32, 4142, 69678, 135214, 200750, 266286, 331822, 397358, 462894, 528430, 593966, 1056,
  32, 32, 32, 32, 32, 32, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009,
  15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 32, 32, 32, 1056, 6176, 1056, 14945, 14945, 14945,
  14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945,
  14945, 14945, 14945, 14945, 14945, 32, 32, 32, 32, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 16, 32, 32, 32, 32, 32, 32, 32, 1056, 32, 14945, 32, 32, 1024, 32, 1056, 32, 32, 44, 44, 1056, 14945,
  32, 5152, 1056, 44, 14945, 32, 40, 40, 40, 32, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009,
  15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 15009, 32, 15009, 15009, 15009, 15009, 15009,
  15009, 15009, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945,
  14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 32, 14945, 14945, 14945, 14945, 14945, 14945, 14945, 14945,
]);

/** Property bits of a code point; a decimal digit's value in bits 16 to 19. */
export function unicodeProperties(c: i32): i32 {
  return c < 256 ? loadI32(LATIN_1 + 4 * c) : hostUnicodeProperties(c);
}

export function hasProperty(c: i32, bits: i32): bool {
  return (unicodeProperties(c) & bits) !== 0;
}

export function isSpaceChar(c: i32): bool {
  if (c < 128) return c === 32 || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
  return (unicodeProperties(c) & U_SPACE) !== 0;
}

/** Value of a decimal digit in any script, or -1. */
export function digitValue(c: i32): i32 {
  if (c < 128) return c >= 48 && c <= 57 ? c - 48 : -1;
  const bits = unicodeProperties(c);
  return (bits & U_DECIMAL) !== 0 ? bits >> 16 : -1;
}

/**
 * The case form `mode` of a code point where it is one code point, or -1 when it has several: then they are i32s in the exchange
 * buffer, their number given by `caseLength`.
 */
export function simpleCase(c: i32, mode: i32): i32 {
  if (c < 128) {
    if (mode === TO_LOWER || mode === TO_FOLD) return c >= 65 && c <= 90 ? c + 32 : c;
    return c >= 97 && c <= 122 ? c - 32 : c;
  }
  const n = hostUnicodeCase(c, mode);
  return n === 1 ? loadI32(EXCHANGE) : -1;
}

/** Number of code points of the case form; they are in the exchange buffer unless `c` is ASCII. */
export function caseLength(c: i32, mode: i32): i32 {
  return c < 128 ? 1 : hostUnicodeCase(c, mode);
}
