/**
 * Numbers from text: `string->number` (R7RS 7.1.1, `<number>`).
 *
 * The text is copied to raw memory as ASCII; functions take where they are and the end, and return the number, FALSE for none, with where
 * they stopped. Decimals are rounded once, and not at all with the prefix `#e`.
 */

import {
  type bool,
  boxFloat,
  boxInt,
  ERROR,
  type i32,
  i64,
  isA,
  literal,
  loadU8,
  memoryCopy,
  residual,
  storeU8,
  type Value,
} from "../../toolkit/define/mod.ts";
import { integerFromDigits, integerMul, integerPow, rawAllocate, rawFree } from "../../toolkit/heap/mod.ts";
import { EXCHANGE } from "../../toolkit/machine/memory_map.ts";
import { parseDecimal } from "../../toolkit/library/decimal_parse.ts";
import { infinity, notANumber } from "../../toolkit/library/floats.ts";
import { FALSE, type NarrowChars, Str } from "./objects.ts";
import { makePolar, makeRectangular } from "./complex.ts";
import { wrongType } from "./errors.ts";
import { exact, inexact } from "./exactness.ts";
import { isExactZero } from "./number_kinds.ts";
import { negateNumber } from "./numbers.ts";
import { indexArgument } from "./ranges.ts";
import { makeRatio } from "./ratio.ts";
import { isNarrow, stringLength } from "./strings.ts";
import { charAt } from "./symbols.ts";

/** Where short texts are copied to. */
const TEXT = EXCHANGE + 0x2000;
const TEXT_SIZE = 0x2000;
/** Exponents of more digits are as good as these. */
const MAX_EXPONENT = 1000000000n;

const ANY = 0;
const EXACT = 1;
const INEXACT = 2;

const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const SLASH = 47;
const AT = 64;
const LETTER_E = 101;
const LETTER_I = 105;

/** A character in lower case; 0 at the end. */
function peek(at: i32, end: i32): i32 {
  if (at >= end) return 0;
  const c = loadU8(at);
  return c >= 65 && c <= 90 ? c + 32 : c;
}

function isSign(c: i32): bool {
  return c === PLUS || c === MINUS;
}

/** Behind the digits of a base. */
function skipDigits(from: i32, end: i32, radix: i32): i32 {
  let at = from;
  while (at < end) {
    const c = peek(at, end);
    const digit = c <= 57 ? c - 48 : c >= 97 && c <= 122 ? c - 87 : 99;
    if (digit < 0 || digit >= radix) break;
    at++;
  }
  return at;
}

/** A number in the exactness that the prefix asks for. */
function as(v: Value, exactness: i32): Value {
  return exactness === INEXACT ? inexact(v) : exactness === EXACT ? exact(v) : v;
}

/** True when the text goes on with a word of five characters. */
function isWord(at: i32, end: i32, a: i32, b: i32, c: i32): bool {
  return end - at >= 5 && peek(at, end) === a && peek(at + 1, end) === b && peek(at + 2, end) === c && loadU8(at + 3) === POINT &&
    loadU8(at + 4) === 48;
}

// ── Unsigned real numbers ────────────────────────────────────────────────────────────────────────────────────────────

/** Behind an exponent that starts at `at`; `at` when there is none. */
function skipExponent(at: i32, end: i32): i32 {
  if (peek(at, end) !== LETTER_E) return at;
  const first = isSign(peek(at + 1, end)) ? at + 2 : at + 1;
  const last = skipDigits(first, end, 10);
  return last === first ? at : last;
}

/** The number that an exponent with its `e` means. */
function exponentOf(from: i32, end: i32): i64 {
  if (from === end) return 0n;
  const sign = loadU8(from + 1);
  let exponent = 0n;
  for (let at = isSign(sign) ? from + 2 : from + 1; at < end; at++) {
    exponent = exponent * 10n + i64(loadU8(at) - 48);
    if (exponent > MAX_EXPONENT) exponent = MAX_EXPONENT;
  }
  return sign === MINUS ? 0n - exponent : exponent;
}

/** The exact value of a decimal; its digits are moved together. */
function exactDecimal(from: i32, point: i32, mantissaEnd: i32, end: i32): Value {
  const decimals = mantissaEnd > point ? mantissaEnd - point - 1 : 0;
  const scale = exponentOf(mantissaEnd, end) - i64(decimals);
  memoryCopy(point, point + 1, decimals);
  const digits = integerFromDigits(from, point - from + decimals, 10);
  if (isExactZero(digits)) return digits;
  if (scale >= 0n) return integerMul(digits, integerPow(boxInt(10n), scale));
  return makeRatio(digits, integerPow(boxInt(10n), 0n - scale));
}

/** `DIGITS`, `DIGITS/DIGITS` or a decimal. */
function unsignedReal(from: i32, end: i32, radix: i32, exactness: i32): [Value, i32] {
  const whole = skipDigits(from, end, radix);
  if (whole > from && peek(whole, end) === SLASH) {
    const last = skipDigits(whole + 1, end, radix);
    if (last === whole + 1) return [FALSE, from];
    const numerator = integerFromDigits(from, whole - from, radix);
    const denominator = integerFromDigits(whole + 1, last - whole - 1, radix);
    if (isExactZero(denominator)) return [FALSE, from];
    return [as(makeRatio(numerator, denominator), exactness), last];
  }
  if (radix === 10) {
    const mantissa = peek(whole, end) === POINT ? skipDigits(whole + 1, end, 10) : whole;
    const digits = mantissa - from - (mantissa > whole ? 1 : 0);
    const last = digits > 0 ? skipExponent(mantissa, end) : mantissa;
    if (digits === 0) return [FALSE, from];
    if (last > whole) {
      if (exactness === EXACT) return [exactDecimal(from, whole, mantissa, last), last];
      return [boxFloat(parseDecimal(from, last - from)), last];
    }
  }
  if (radix !== 10 && peek(whole, end) === POINT) return pointInRadix(from, whole, end, radix, exactness);
  if (whole === from) return [FALSE, from];
  return [as(integerFromDigits(from, whole - from, radix), exactness), whole];
}

/** `DIGITS.DIGITS` in a base other than ten, as `number->string` writes it. */
function pointInRadix(from: i32, point: i32, end: i32, radix: i32, exactness: i32): [Value, i32] {
  const last = skipDigits(point + 1, end, radix);
  const places = last - point - 1;
  const count = point - from + places;
  if (count === 0) return [FALSE, from];
  memoryCopy(point, point + 1, places);
  const digits = integerFromDigits(from, count, radix);
  const v = makeRatio(digits, integerPow(boxInt(i64(radix)), i64(places)));
  return [exactness === EXACT ? v : inexact(v), last];
}

// ── Real and complex numbers ─────────────────────────────────────────────────────────────────────────────────────────

/** With an optional sign. */
function real(from: i32, end: i32, radix: i32, exactness: i32): [Value, i32] {
  const sign = peek(from, end);
  if (!isSign(sign)) return unsignedReal(from, end, radix, exactness);
  const at = from + 1;
  if (isWord(at, end, LETTER_I, 110, 102)) {
    return [exactness === EXACT ? FALSE : boxFloat(sign === MINUS ? -infinity() : infinity()), at + 5];
  }
  if (isWord(at, end, 110, 97, 110)) return [exactness === EXACT ? FALSE : boxFloat(notANumber()), at + 5];
  const [v, last] = unsignedReal(at, end, radix, exactness);
  if (v === FALSE || sign === PLUS) return [v, last];
  return [negateNumber(v), last];
}

/** `+i` or `-i` at the end of the text: 1 or -1 in the exactness asked for; FALSE for anything else. */
function unitImaginary(at: i32, end: i32, exactness: i32): Value {
  if (end - at !== 2 || !isSign(peek(at, end)) || peek(at + 1, end) !== LETTER_I) return FALSE;
  return as(boxInt(peek(at, end) === MINUS ? -1n : 1n), exactness);
}

/** The whole text without prefixes. */
function complex(from: i32, end: i32, radix: i32, exactness: i32): Value {
  const unit = unitImaginary(from, end, exactness);
  if (unit !== FALSE) return makeRectangular(boxInt(0n), unit);
  const [first, at] = real(from, end, radix, exactness);
  if (first === FALSE || at === end) return first;
  const c = peek(at, end);
  if (c === LETTER_I && at + 1 === end && isSign(peek(from, end))) return makeRectangular(boxInt(0n), first);
  if (c === AT) {
    const [angle, last] = real(at + 1, end, radix, exactness);
    return angle === FALSE || last !== end ? FALSE : as(makePolar(first, angle), exactness);
  }
  if (!isSign(c)) return FALSE;
  const imaginary = unitImaginary(at, end, exactness);
  if (imaginary !== FALSE) return makeRectangular(first, imaginary);
  const [second, last] = real(at, end, radix, exactness);
  return second === FALSE || last + 1 !== end || peek(last, end) !== LETTER_I ? FALSE : makeRectangular(first, second);
}

/** The base that a prefix letter means; 0 for none. */
function radixOf(letter: i32): i32 {
  return letter === 120 ? 16 : letter === 100 ? 10 : letter === 111 ? 8 : letter === 98 ? 2 : 0;
}

/** The number that ASCII text means in base `radix` unless a prefix says otherwise; FALSE for none. The text may be changed. */
const parseNumber = residual(function (address: i32, end: i32, radix: i32): Value {
  let at = address;
  let base = radix;
  let exactness = ANY;
  let seenRadix = false;
  while (peek(at, end) === 35) {
    const letter = peek(at + 1, end);
    if (radixOf(letter) !== 0 && !seenRadix) {
      base = radixOf(letter);
      seenRadix = true;
    } else if ((letter === LETTER_E || letter === LETTER_I) && exactness === ANY) exactness = letter === LETTER_E ? EXACT : INEXACT;
    else return FALSE;
    at += 2;
  }
  return complex(at, end, base, exactness);
});

// ── Strings ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Up to 14 decimal digits with or without sign; ERROR for other texts. */
function shortInteger(s: Str): Value {
  const count = stringLength(s);
  if (count === 0 || count > 14 || !isNarrow(s)) return ERROR;
  const chars = s.chars as NarrowChars;
  let i = isSign(chars.items[0]) ? 1 : 0;
  if (i === count) return ERROR;
  let n = 0n;
  for (; i < count; i++) {
    const c = chars.items[i];
    if (c < 48 || c > 57) return ERROR;
    n = n * 10n + i64(c - 48);
  }
  return boxInt(chars.items[0] === MINUS ? 0n - n : n);
}

const parseLong = residual(function (s: Str, radix: i32): Value {
  const count = stringLength(s);
  for (let i = 0; i < count; i++) if (charAt(s, i) > 127) return FALSE;
  const address = count <= TEXT_SIZE ? TEXT : rawAllocate(count);
  for (let i = 0; i < count; i++) storeU8(address + i, charAt(s, i));
  const v = parseNumber(address, address + count, radix);
  if (address !== TEXT) rawFree(address);
  return v;
});

/** The number that a text means, or FALSE. */
export const numberOfText = residual(function (s: Str, radix: i32): Value {
  const v = radix === 10 ? shortInteger(s) : ERROR;
  return v === ERROR ? parseLong(s, radix) : v;
});

/** True when a symbol of this text would be read as a number. */
export function readsAsNumber(s: Str): bool {
  const first = charAt(s, 0);
  return (isSign(first) || first === POINT || (first >= 48 && first <= 57)) && numberOfText(s, 10) !== FALSE;
}

/** `string->number` */
export function stringToNumber(s: Value, radix: Value): Value {
  if (!isA(s, Str)) throw wrongType(literal("string->number"), 1, literal("a string"), s);
  return numberOfText(s as Str, radix === ERROR ? 10 : indexArgument(literal("string->number"), 2, radix, 2, 36));
}
