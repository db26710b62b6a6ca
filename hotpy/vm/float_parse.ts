/**
 * Doubles from text: `float("…")` (library reference, `float`): white space, sign, underscores between digits, exponent, inf and nan.
 *
 * The checked ASCII form goes to the library, whose conversion is correctly rounded.
 */

import { type bool, type f64, type i32, literal, loadU8, storeU8, utf8 } from "../../toolkit/define/mod.ts";
import type { PyException, Str } from "./objects.ts";
import { valueError } from "./exceptions.ts";
import { charAt, charLength, format1 } from "./messages.ts";
import { reprStr } from "./repr.ts";
import { EXCHANGE, EXCHANGE_SIZE } from "./host_imports.ts";
import { parseDecimal } from "../../toolkit/library/decimal_parse.ts";
import { infinity, notANumber } from "../../toolkit/library/floats.ts";
import { digitValue, isSpaceChar } from "../../toolkit/library/unicode.ts";

function invalid(s: Str): PyException {
  return valueError(format1(literal("could not convert string to float: %s"), reprStr(s, 0)));
}

/** True when characters `at`…`end` are the ASCII word (lower case given), whatever their case. */
function isWord(s: Str, at: i32, end: i32, word: i32, size: i32): bool {
  if (end - at !== size) return false;
  for (let i = 0; i < size; i++) if ((charAt(s, at + i) | 32) !== loadU8(word + i)) return false;
  return true;
}

/** @throws ValueError */
export function parseFloat(s: Str): f64 {
  let at = 0;
  let end = charLength(s);
  while (at < end && isSpaceChar(charAt(s, at))) at++;
  while (end > at && isSpaceChar(charAt(s, end - 1))) end--;
  let negative = false;
  if (at < end && (charAt(s, at) === 43 || charAt(s, at) === 45)) {
    negative = charAt(s, at) === 45;
    at++;
  }
  let x: f64 = 0;
  if (isWord(s, at, end, utf8("inf"), 3) || isWord(s, at, end, utf8("infinity"), 8)) x = infinity();
  else if (isWord(s, at, end, utf8("nan"), 3)) x = notANumber();
  else x = number(s, at, end);
  return negative ? -x : x;
}

/** The state of the scan: what may come next is decided by what came last. */
const START = 0;
const DIGIT = 1;
const UNDERSCORE = 2;
const POINT = 3;
const EXPONENT = 4;
const EXPONENT_SIGN = 5;

function number(s: Str, from: i32, end: i32): f64 {
  let last = START;
  let size = 0;
  let mantissaDigits = 0;
  let seenPoint = false;
  let seenExponent = false;
  for (let i = from; i < end; i++) {
    const c = charAt(s, i);
    let out = c;
    const d = digitValue(c);
    if (d >= 0) {
      out = 48 + d;
      if (!seenExponent) mantissaDigits++;
      last = DIGIT;
    } else if (c === 95) {
      if (last !== DIGIT || i + 1 >= end || digitValue(charAt(s, i + 1)) < 0) throw invalid(s);
      last = UNDERSCORE;
      continue;
    } else if (c === 46) {
      if (seenPoint || seenExponent || last === UNDERSCORE) throw invalid(s);
      seenPoint = true;
      last = POINT;
    } else if (c === 101 || c === 69) {
      if (seenExponent || mantissaDigits === 0) throw invalid(s);
      seenExponent = true;
      last = EXPONENT;
    } else if ((c === 43 || c === 45) && last === EXPONENT) last = EXPONENT_SIGN;
    else throw invalid(s);
    if (size < EXCHANGE_SIZE) storeU8(EXCHANGE + size, out);
    size++;
  }
  if (mantissaDigits === 0 || last === EXPONENT || last === EXPONENT_SIGN) throw invalid(s);
  return parseDecimal(EXCHANGE, size < EXCHANGE_SIZE ? size : EXCHANGE_SIZE);
}
