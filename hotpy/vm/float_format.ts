/**
 * Text of doubles: `repr`, and the layouts `e`, `f`, `g` with any precision, correctly rounded.
 *
 * The host gives the digits (`hostFloatDigits`); where the point, the exponent and zeros go is decided here, as CPython does. The functions
 * write the magnitude; signs are the caller's.
 */

import { abs, type bool, type f64, f64Bits, type i32, loadI32, loadU8, utf8 } from "../../toolkit/define/mod.ts";
import type { Str } from "./objects.ts";
import { EXCHANGE } from "./host_imports.ts";
import { addChar, addLatin1, type Builder, finish, newBuilder } from "./str_builder.ts";
import { fixedDigits, shortestDigits } from "../../toolkit/library/float_digits.ts";
import { isFinite, isNan } from "../../toolkit/library/floats.ts";
import { hostFloatDigits } from "../../toolkit/library/host_imports.ts";

/** Layout codes. */
export const FLOAT_REPR = 114;
export const FLOAT_EXPONENT = 101;
export const FLOAT_FIXED = 102;
export const FLOAT_GENERAL = 103;

const DIGITS = EXCHANGE + 8;

/** True for negative numbers and -0.0; NaN has no sign. */
export function hasMinus(x: f64): bool {
  return !isNan(x) && f64Bits(x) < 0n;
}

/** Digit number `i` of the `count` that the host wrote; zeros around them. */
function addDigit(b: Builder, i: i32, count: i32): void {
  addChar(b, i >= 0 && i < count ? loadU8(DIGITS + i) : 48);
}

/** `DDD.ddd`: `decimals` digits behind the point; the point is left out without them unless `alternate`. */
function addPlain(b: Builder, point: i32, count: i32, decimals: i32, alternate: bool): void {
  if (point <= 0) addChar(b, 48);
  else for (let i = 0; i < point; i++) addDigit(b, i, count);
  if (decimals > 0 || alternate) addChar(b, 46);
  for (let i = 0; i < decimals; i++) addDigit(b, point + i, count);
}

/** `d.ddde±XX` with `decimals` digits behind the point. */
function addScientific(b: Builder, point: i32, count: i32, decimals: i32, alternate: bool): void {
  addDigit(b, 0, count);
  if (decimals > 0 || alternate) addChar(b, 46);
  for (let i = 0; i < decimals; i++) addDigit(b, 1 + i, count);
  addExponent(b, point - 1);
}

function addExponent(b: Builder, exponent: i32): void {
  addChar(b, 101);
  addChar(b, exponent < 0 ? 45 : 43);
  const e = exponent < 0 ? -exponent : exponent;
  if (e >= 100) addChar(b, 48 + e / 100);
  addChar(b, 48 + (e / 10) % 10);
  addChar(b, 48 + e % 10);
}

/** Number of digits without the zeros at the end, at least 1. */
function significant(count: i32): i32 {
  let n = count;
  while (n > 1 && loadU8(DIGITS + n - 1) === 48) n--;
  return n;
}

/**
 * Adds |x| in layout `code`. `precision` counts decimals (`e`, `f`) or significant digits (`g`). `alternate`: always a point, `g` keeps
 * zeros. `dotZero`: a number without point or exponent gets ".0".
 */
export function addFloat(b: Builder, x: f64, code: i32, precision: i32, alternate: bool, dotZero: bool): void {
  if (!isFinite(x)) {
    addLatin1(b, isNan(x) ? utf8("nan") : utf8("inf"), 3);
    return;
  }
  const magnitude = abs(x);
  if (code === FLOAT_FIXED) {
    const n = fixedDigits(magnitude, precision);
    addPlain(b, loadI32(EXCHANGE), n, precision, alternate);
    return;
  }
  if (code === FLOAT_EXPONENT) {
    const n = hostFloatDigits(magnitude, 2, precision + 1);
    addScientific(b, loadI32(EXCHANGE), n, precision, alternate);
    return;
  }
  const digits = code === FLOAT_REPR ? 17 : precision === 0 ? 1 : precision;
  const n = code === FLOAT_REPR ? shortestDigits(magnitude) : hostFloatDigits(magnitude, 2, digits);
  const point = loadI32(EXCHANGE);
  const kept = alternate && code === FLOAT_GENERAL ? n : significant(n);
  const limit = code === FLOAT_REPR ? 16 : dotZero ? digits - 1 : digits;
  if (point <= -4 || point > limit) {
    addScientific(b, point, kept, kept - 1, alternate);
    return;
  }
  const decimals = kept > point ? kept - point : 0;
  addPlain(b, point, kept, decimals, alternate);
  if (dotZero && decimals === 0) {
    if (!alternate) addChar(b, 46);
    addChar(b, 48);
  }
}

/** `repr(x)`. */
export function floatRepr(x: f64): Str {
  const b = newBuilder(24);
  if (hasMinus(x)) addChar(b, 45);
  addFloat(b, x, FLOAT_REPR, 0, false, true);
  return finish(b);
}
