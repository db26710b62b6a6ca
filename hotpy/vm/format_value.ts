/**
 * `format(value, specification)` for int, float and str: sign, prefix, grouping, zero padding, alignment.
 *
 * A number is `[fill][sign][prefix][zeros and digits, grouped][rest][fill]`, where `rest` is everything from the point on.
 */

import { type bool, type f64, floatOf, i32, i64Of, isI64, literal, type Value } from "../../toolkit/define/mod.ts";
import { Singletons, type Str } from "./objects.ts";
import { overflowError, valueError } from "./exceptions.ts";
import { charAt, charLength, charString } from "./messages.ts";
import { intValue, strOf } from "./operators.ts";
import { addChar, addChars, addPart, addStr, type Builder, finish, newBuilder } from "./str_builder.ts";
import { substring } from "./str_core.ts";
import { addFloat, FLOAT_FIXED, FLOAT_GENERAL, FLOAT_REPR, floatRepr, hasMinus } from "./float_format.ts";
import { type FormatSpec, NO_NUMBER, parseSpec, unknownCode } from "./format_spec.ts";
import { intSign, intToFloat, negateInt } from "./integers.ts";
import { intText } from "./int_parse.ts";
import { upper } from "./str_case.ts";
import { isFinite } from "../../toolkit/library/floats.ts";

// ── Strings ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Adds `s` aligned in the width of the specification. */
function align(s: Str, spec: FormatSpec, defaultAlign: i32): Str {
  const n = charLength(s);
  const missing = spec.width - n;
  if (missing <= 0) return s;
  const where = spec.align === 0 ? defaultAlign : spec.align;
  const left = where === 62 ? missing : where === 94 ? missing / 2 : 0;
  const b = newBuilder(spec.width);
  addChars(b, spec.fill, left);
  addStr(b, s);
  addChars(b, spec.fill, missing - left);
  return finish(b);
}

export function formatStr(s: Str, specification: Str): Str {
  if (specification.length === 0) return s;
  const spec = parseSpec(specification, s, 60);
  if (spec.type !== 0 && spec.type !== 115) throw valueError(unknownCode(spec, s));
  if (spec.sign !== 0) {
    throw valueError(
      spec.sign === 32 ? literal("Space not allowed in string format specifier") : literal("Sign not allowed in string format specifier"),
    );
  }
  if (spec.noNegativeZero !== 0) throw valueError(literal("Negative zero coercion (z) not allowed in string format specifier"));
  if (spec.alternate !== 0) throw valueError(literal("Alternate form (#) not allowed in string format specifier"));
  if (spec.align === 61) throw valueError(literal("'=' alignment not allowed in string format specifier"));
  const n = charLength(s);
  const cut = spec.precision !== NO_NUMBER && spec.precision < n ? substring(s, 0, spec.precision) : s;
  return align(cut, spec, 60);
}

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function groupedLength(digits: i32, group: i32): i32 {
  return digits + (digits - 1) / group;
}

/** Adds `zeros` zeros and the digits, with a separator between groups counted from the right. */
function addGrouped(b: Builder, digits: Str, zeros: i32, separator: i32, group: i32): void {
  const n = charLength(digits);
  const total = zeros + n;
  for (let i = 0; i < total; i++) {
    if (i > 0 && separator !== 0 && (total - i) % group === 0) addChar(b, separator);
    addChar(b, i < zeros ? 48 : charAt(digits, i - zeros));
  }
}

/** Fraction digits behind the point of `rest` with a separator after every third. */
function groupFraction(rest: Str, separator: i32): Str {
  const n = charLength(rest);
  if (n === 0 || charAt(rest, 0) !== 46) return rest;
  let end = 1;
  while (end < n && charAt(rest, end) >= 48 && charAt(rest, end) <= 57) end++;
  const b = newBuilder(n + n / 3);
  addChar(b, 46);
  for (let i = 1; i < end; i++) {
    if (i > 1 && (i - 1) % 3 === 0) addChar(b, separator);
    addChar(b, charAt(rest, i));
  }
  addPart(b, rest, end, n);
  return finish(b);
}

/** Puts the parts of a number together as the specification wants. */
function formatNumber(spec: FormatSpec, negative: bool, prefix: Str, digits: Str, rest: Str, group: i32): Str {
  const tail = spec.fractionGrouping !== 0 ? groupFraction(rest, spec.fractionGrouping) : rest;
  const sign: i32 = negative ? 45 : spec.sign === 43 || spec.sign === 32 ? spec.sign : 0;
  const where = spec.align === 0 ? 62 : spec.align;
  const fixed = (sign !== 0 ? 1 : 0) + charLength(prefix) + charLength(tail);
  let zeros = 0;
  let n = charLength(digits);
  if (where === 61 && spec.fill === 48 && spec.width > 0) {
    while ((spec.grouping !== 0 ? groupedLength(n + zeros, group) : n + zeros) + fixed < spec.width) zeros++;
  }
  n += zeros;
  const size = fixed + (spec.grouping !== 0 && n > 0 ? groupedLength(n, group) : n);
  const missing = spec.width > size ? spec.width - size : 0;
  const left = where === 62 ? missing : where === 94 ? missing / 2 : 0;
  const b = newBuilder(size + missing);
  addChars(b, spec.fill, left);
  if (sign !== 0) addChar(b, sign);
  addStr(b, prefix);
  if (where === 61) addChars(b, spec.fill, missing);
  addGrouped(b, digits, zeros, spec.grouping, group);
  addStr(b, tail);
  if (where !== 61) addChars(b, spec.fill, missing - left);
  return finish(b);
}

function isFloatCode(c: i32): bool {
  return c === 37 || (c >= 69 && c <= 71) || (c >= 101 && c <= 103);
}

export function formatInt(v: Value, specification: Str): Str {
  if (specification.length === 0) return strOf(v);
  const spec = parseSpec(specification, v, 62);
  const number = intValue(v);
  const code = spec.type === 0 ? 100 : spec.type;
  if (isFloatCode(code)) return formatFloatSpec(intToFloat(number), spec);
  if (code !== 98 && code !== 99 && code !== 100 && code !== 110 && code !== 111 && code !== 120 && code !== 88) {
    throw valueError(unknownCode(spec, v));
  }
  if (spec.precision !== NO_NUMBER) throw valueError(literal("Precision not allowed in integer format specifier"));
  if (spec.noNegativeZero !== 0) throw valueError(literal("Negative zero coercion (z) not allowed in integer format specifier"));
  if (code === 99) return formatChar(number, spec);
  const negative = intSign(number) < 0;
  const magnitude = negative ? negateInt(number) : number;
  const base = code === 98 ? 2 : code === 111 ? 8 : code === 120 || code === 88 ? 16 : 10;
  let digits = intText(magnitude, base);
  if (code === 88) digits = upper(digits) as Str;
  let prefix = Singletons.emptyStr as Str;
  if (spec.alternate !== 0) {
    if (code === 98) prefix = literal("0b");
    else if (code === 111) prefix = literal("0o");
    else if (code === 120) prefix = literal("0x");
    else if (code === 88) prefix = literal("0X");
  }
  return formatNumber(spec, negative, prefix, digits, Singletons.emptyStr, base === 10 ? 3 : 4);
}

function formatChar(v: Value, spec: FormatSpec): Str {
  if (spec.sign !== 0) throw valueError(literal("Sign not allowed with integer format specifier 'c'"));
  if (spec.alternate !== 0) throw valueError(literal("Alternate form (#) not allowed with integer format specifier 'c'"));
  if (!isI64(v) || i64Of(v) < 0n || i64Of(v) > 0x10ffffn) throw overflowError(literal("%c arg not in range(0x110000)"));
  return formatNumber(spec, false, Singletons.emptyStr, charString(i32(i64Of(v))), Singletons.emptyStr, 3);
}

export function formatFloat(v: Value, specification: Str): Str {
  if (specification.length === 0) return floatRepr(floatOf(v));
  const spec = parseSpec(specification, v, 62);
  if (spec.type !== 0 && spec.type !== 110 && !isFloatCode(spec.type)) throw valueError(unknownCode(spec, v));
  return formatFloatSpec(floatOf(v), spec);
}

function formatFloatSpec(x: f64, spec: FormatSpec): Str {
  const code = spec.type === 110 ? 103 : spec.type;
  const b = newBuilder(32);
  const percent = code === 37;
  const value = percent ? x * 100 : x;
  const lower = code >= 69 && code <= 71 ? code + 32 : code;
  const alternate = spec.alternate !== 0;
  if (code === 0) {
    if (spec.precision === NO_NUMBER) addFloat(b, value, FLOAT_REPR, 0, alternate, true);
    else addFloat(b, value, FLOAT_GENERAL, spec.precision, alternate, true);
  } else {
    const layout = percent ? FLOAT_FIXED : lower;
    addFloat(b, value, layout, spec.precision === NO_NUMBER ? 6 : spec.precision, alternate, false);
  }
  if (percent) addChar(b, 37);
  let text = finish(b);
  if (code >= 69 && code <= 71) text = upper(text) as Str;
  const split = isFinite(value) ? integerDigits(text) : 0;
  const n = charLength(text);
  const negative = hasMinus(value) && !(spec.noNegativeZero !== 0 && isZeroText(text));
  return formatNumber(spec, negative, Singletons.emptyStr, substring(text, 0, split), substring(text, split, n), 3);
}

/** Number of digits in front. */
function integerDigits(text: Str): i32 {
  const n = charLength(text);
  let i = 0;
  while (i < n && charAt(text, i) >= 48 && charAt(text, i) <= 57) i++;
  return i;
}

/** True when a text has no digit but zeros in front of the exponent. */
function isZeroText(text: Str): bool {
  const n = charLength(text);
  for (let i = 0; i < n; i++) {
    const c = charAt(text, i);
    if (c === 101 || c === 69) return true;
    if (c >= 49 && c <= 57) return false;
  }
  return true;
}
