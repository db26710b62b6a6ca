/**
 * Text of numbers: `number->string`, and what the printer writes.
 *
 * A flonum's decimal digits are the fewest that read back: `1.5`, `100.0`, `1e21`, `1.5e-7`. In other bases its digits are exact where the
 * base is even, else as many as a double can tell apart. The text of a flonum is put together in the exchange buffer.
 */

import {
  abs,
  addressOf,
  alloc,
  ERROR,
  f64,
  f64Bits,
  floatOf,
  floor,
  i32,
  i64,
  intOf,
  isA,
  isFloat,
  isInt,
  literal,
  loadI32,
  loadU8,
  memoryCopy,
  memoryFill,
  residual,
  storeU8,
  type Value,
} from "../../toolkit/define/mod.ts";
import { type AsciiText, integerFromF64, integerToDigits, isInteger } from "../../toolkit/heap/mod.ts";
import { EXCHANGE } from "../../toolkit/machine/memory_map.ts";
import { isFinite, isNan } from "../../toolkit/library/floats.ts";
import { shortestDigits } from "../../toolkit/library/float_digits.ts";
import { type Complex, NarrowChars, Ratio, type Str, type Symbol } from "./objects.ts";
import { wrongType } from "./errors.ts";
import { isExactOne, isExactZero, isNumber } from "./number_kinds.ts";
import { indexArgument } from "./ranges.ts";
import { concatenate, newStr } from "./strings.ts";
import { copyChars } from "./symbols.ts";

const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const ZERO = 48;
const LETTER_E = 101;

/** Where `shortestDigits` leaves the digits, and where the text of a flonum is put together. */
const DIGITS = EXCHANGE + 8;
const TEXT = EXCHANGE + 0x1000;
/** Positions of the point for which a flonum is written without exponent. */
const LOWEST_POINT = -6;
const HIGHEST_POINT = 21;
/** Digits behind the point of a double in base 2: 1074, fewer in larger bases. */
const MAX_PLACES = 1100;

function digitCharacter(digit: i32): i32 {
  return digit < 10 ? ZERO + digit : 87 + digit;
}

/** A string of ASCII in raw memory. */
function strFromRaw(address: i32, size: i32): Str {
  const chars = alloc(NarrowChars, size);
  memoryCopy(addressOf(chars.items), address, size);
  return newStr(chars);
}

// ── Integers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Where the digits of an immediate integer end: they are written from the last one on. */
const SMALL_END = EXCHANGE + 0x80;
const BILLION = 1000000000n;

/** Writes decimal digits before `end`: nine of them, or as many as there are. */
function writeChunk(n: i32, digits: i32, end: i32): i32 {
  let at = end;
  let rest = n;
  do {
    at--;
    storeU8(at, ZERO + rest % 10);
    rest /= 10;
  } while (rest !== 0 || end - at < digits);
  return at;
}

/** Writes the digits of a number before `end`; the address of the first. By 32 bits, which divide faster. */
function writeDigits(n: i64, radix: i32, end: i32): i32 {
  let rest = n;
  let at = end;
  if (radix === 10) {
    for (; rest >= BILLION; rest /= BILLION) at = writeChunk(i32(rest % BILLION), 9, at);
    return writeChunk(i32(rest), 1, at);
  }
  const base = i64(radix);
  do {
    at--;
    storeU8(at, digitCharacter(i32(rest % base)));
    rest /= base;
  } while (rest !== 0n);
  return at;
}

/** The text of an immediate integer. */
const smallText = residual(function (i: i64, radix: i32): Str {
  let at = writeDigits(i < 0n ? 0n - i : i, radix, SMALL_END);
  if (i < 0n) {
    at--;
    storeU8(at, MINUS);
  }
  const count = SMALL_END - at;
  const chars = alloc(NarrowChars, count);
  for (let k = 0; k < count; k++) chars.items[k] = loadU8(at + k);
  return newStr(chars);
});

function integerText(v: Value, radix: i32): Str {
  if (isInt(v)) return smallText(intOf(v), radix);
  const text = integerToDigits(v, radix) as AsciiText;
  const chars = alloc(NarrowChars, text.length);
  memoryCopy(addressOf(chars.items), addressOf(text.bytes), text.length);
  return newStr(chars);
}

// ── Flonums ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Decimal digits of x > 0 as `1.5`, `100.0`, `1e21`; the address behind them. */
function writeDecimal(x: f64, to: i32): i32 {
  const count = shortestDigits(x);
  const point = loadI32(EXCHANGE);
  if (point <= LOWEST_POINT || point > HIGHEST_POINT) return writeScientific(count, point, to);
  if (point <= 0) {
    storeU8(to, ZERO);
    storeU8(to + 1, POINT);
    memoryFill(to + 2, ZERO, -point);
    memoryCopy(to + 2 - point, DIGITS, count);
    return to + 2 - point + count;
  }
  if (count <= point) {
    memoryCopy(to, DIGITS, count);
    memoryFill(to + count, ZERO, point - count);
    storeU8(to + point, POINT);
    storeU8(to + point + 1, ZERO);
    return to + point + 2;
  }
  memoryCopy(to, DIGITS, point);
  storeU8(to + point, POINT);
  memoryCopy(to + point + 1, DIGITS + point, count - point);
  return to + count + 1;
}

/** `d.ddde±x` */
function writeScientific(count: i32, point: i32, to: i32): i32 {
  let at = to;
  memoryCopy(at, DIGITS, 1);
  at++;
  if (count > 1) {
    storeU8(at, POINT);
    memoryCopy(at + 1, DIGITS + 1, count - 1);
    at += count;
  }
  storeU8(at, LETTER_E);
  at++;
  let exponent = point - 1;
  if (exponent < 0) {
    storeU8(at, MINUS);
    at++;
    exponent = -exponent;
  }
  const width = exponent >= 100 ? 3 : exponent >= 10 ? 2 : 1;
  for (let i = width - 1; i >= 0; i--) {
    storeU8(at + i, ZERO + exponent % 10);
    exponent /= 10;
  }
  return at + width;
}

/** Digits from the first significant one on that tell doubles apart in a base; all that there are in an even one. */
function significantPlaces(radix: i32): i32 {
  if ((radix & 1) === 0) return MAX_PLACES;
  let places = 2;
  for (let range: f64 = 1.0; range < 9007199254740992.0; range *= f64(radix)) places++;
  return places;
}

/** The fraction x < 1 in any base; the address behind its digits. */
function writeFraction(x: f64, radix: i32, to: i32): i32 {
  const base = f64(radix);
  let left = significantPlaces(radix);
  let rest = x;
  let at = to;
  let seen = false;
  do {
    const scaled = rest * base;
    const digit = floor(scaled);
    rest = scaled - digit;
    storeU8(at, digitCharacter(i32(digit)));
    at++;
    seen = seen || digit > 0.0;
    if (seen) left--;
  } while (rest > 0.0 && left > 0 && at - to < MAX_PLACES);
  return at;
}

/** x ≥ 0, finite, in a base other than ten: all digits, no exponent. */
function writeInRadix(x: f64, radix: i32, to: i32): i32 {
  const whole = floor(x);
  const digits = integerToDigits(integerFromF64(whole), radix) as AsciiText;
  memoryCopy(to, addressOf(digits.bytes), digits.length);
  const at = to + digits.length;
  storeU8(at, POINT);
  return writeFraction(x - whole, radix, at + 1);
}

function nameOf(name: Symbol): Str {
  return name.name;
}

const flonumText = residual(function (x: f64, radix: i32): Str {
  if (isNan(x)) return nameOf(literal("+nan.0"));
  if (!isFinite(x)) return nameOf(x > 0.0 ? literal("+inf.0") : literal("-inf.0"));
  let at = TEXT;
  if (f64Bits(x) < 0n) {
    storeU8(at, MINUS);
    at++;
  }
  const size = abs(x);
  if (size === 0.0) {
    storeU8(at, ZERO);
    storeU8(at + 1, POINT);
    storeU8(at + 2, ZERO);
    at += 3;
  } else at = radix === 10 ? writeDecimal(size, at) : writeInRadix(size, radix, at);
  return strFromRaw(TEXT, at - TEXT);
});

// ── All ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** An imaginary part with its sign. */
function imaginaryText(v: Value, radix: i32): Str {
  if (isExactOne(v)) return nameOf(literal("+"));
  if (isInt(v) && intOf(v) === -1n) return nameOf(literal("-"));
  const text = numberText(v, radix);
  const first = (text.chars as NarrowChars).items[0];
  return first === MINUS || first === PLUS ? text : concatenate(nameOf(literal("+")), text);
}

/** The text of a number; it is narrow and may be that of a symbol. */
export const numberText = residual(function (v: Value, radix: i32): Str {
  if (isInteger(v)) return integerText(v, radix);
  if (isFloat(v)) return flonumText(floatOf(v), radix);
  if (isA(v, Ratio)) {
    const numerator = concatenate(integerText((v as Ratio).numerator, radix), nameOf(literal("/")));
    return concatenate(numerator, integerText((v as Ratio).denominator, radix));
  }
  const c = v as Complex;
  const imaginary = concatenate(imaginaryText(c.imaginary, radix), nameOf(literal("i")));
  return isExactZero(c.real) ? imaginary : concatenate(numberText(c.real, radix), imaginary);
});

/** `number->string` */
export function numberToString(v: Value, radix: Value): Value {
  if (isInt(v) && radix === ERROR) return smallText(intOf(v), 10);
  if (!isNumber(v)) throw wrongType(literal("number->string"), 1, literal("a number"), v);
  const base = radix === ERROR ? 10 : indexArgument(literal("number->string"), 2, radix, 2, 36);
  const text = numberText(v, base);
  return text.immutable !== 0 ? newStr(copyChars(text.chars)) : text;
}
