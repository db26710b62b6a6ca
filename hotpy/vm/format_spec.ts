/**
 * The format specification mini-language: parsing (library reference, "Format Specification Mini-Language").
 *
 * `[[fill]align][sign]["z"]["#"]["0"][width][grouping]["." precision [grouping]][type]` into a `FormatSpec`.
 */

import { alloc, type bool, type i32, Layout, layout, literal, type Value } from "../../toolkit/define/mod.ts";
import type { Str } from "./objects.ts";
import { valueError } from "./exceptions.ts";
import { charAt, charLength, charString, concatStrings, format2 } from "./messages.ts";

/** Absent width, precision. */
export const NO_NUMBER = -1;

@layout()
export class FormatSpec extends Layout {
  fill!: i32;
  /** `<`, `>`, `=`, `^`, or 0 when not given. */
  align!: i32;
  /** `+`, `-`, space, or 0. */
  sign!: i32;
  /** `z`: negative zero loses its sign. */
  noNegativeZero!: i32;
  alternate!: i32;
  width!: i32;
  /** `,`, `_`, or 0; in front of the point and behind it. */
  grouping!: i32;
  fractionGrouping!: i32;
  precision!: i32;
  /** Type letter, or 0. */
  type!: i32;
}

function isAlign(c: i32): bool {
  return c === 60 || c === 62 || c === 61 || c === 94;
}

function isDigit(c: i32): bool {
  return c >= 48 && c <= 57;
}

/** A number from `at`; its end is the first character that is no digit. */
function number(s: Str, at: i32, end: i32): i32 {
  let n = 0;
  for (let i = at; i < end; i++) {
    const d = charAt(s, i) - 48;
    if (n > 214748363) throw valueError(literal("Too many decimal digits in format string"));
    n = n * 10 + d;
  }
  return n;
}

function digitsEnd(s: Str, at: i32, end: i32): i32 {
  let i = at;
  while (i < end && isDigit(charAt(s, i))) i++;
  return i;
}

/** @throws ValueError with the name of `subject`'s type. */
export function parseSpec(s: Str, subject: Value, defaultAlign: i32): FormatSpec {
  const spec = alloc(FormatSpec);
  spec.fill = 32;
  spec.width = NO_NUMBER;
  spec.precision = NO_NUMBER;
  const end = charLength(s);
  let at = 0;
  let fillGiven = false;
  if (end >= 2 && isAlign(charAt(s, 1))) {
    spec.fill = charAt(s, 0);
    spec.align = charAt(s, 1);
    fillGiven = true;
    at = 2;
  } else if (end >= 1 && isAlign(charAt(s, 0))) {
    spec.align = charAt(s, 0);
    at = 1;
  }
  if (at < end && (charAt(s, at) === 43 || charAt(s, at) === 45 || charAt(s, at) === 32)) {
    spec.sign = charAt(s, at);
    at++;
  }
  if (at < end && charAt(s, at) === 122) {
    spec.noNegativeZero = 1;
    at++;
  }
  if (at < end && charAt(s, at) === 35) {
    spec.alternate = 1;
    at++;
  }
  if (!fillGiven && at < end && charAt(s, at) === 48) {
    spec.fill = 48;
    if (spec.align === 0 && defaultAlign === 62) spec.align = 61;
    at++;
  }
  const widthEnd = digitsEnd(s, at, end);
  if (widthEnd > at) spec.width = number(s, at, widthEnd);
  at = parseGrouping(s, widthEnd, end, spec);
  at = parsePrecision(s, at, end, spec);
  if (end - at > 1) {
    throw valueError(format2(literal("Invalid format specifier '%s' for object of type '%t'"), s, subject));
  }
  if (at < end) spec.type = charAt(s, at);
  if (spec.grouping !== 0) checkGrouping(spec, spec.type === 0 && defaultAlign === 60 ? 115 : spec.type);
  return spec;
}

function parseGrouping(s: Str, start: i32, end: i32, spec: FormatSpec): i32 {
  let at = start;
  if (at < end && charAt(s, at) === 44) {
    spec.grouping = 44;
    at++;
  }
  if (at < end && charAt(s, at) === 95) {
    if (spec.grouping !== 0) throw valueError(literal("Cannot specify both ',' and '_'."));
    spec.grouping = 95;
    at++;
  }
  if (at < end && charAt(s, at) === 44 && spec.grouping === 95) throw valueError(literal("Cannot specify both ',' and '_'."));
  return at;
}

function parsePrecision(s: Str, start: i32, end: i32, spec: FormatSpec): i32 {
  let at = start;
  if (at >= end || charAt(s, at) !== 46) return at;
  at++;
  const digits = digitsEnd(s, at, end);
  if (digits > at) {
    spec.precision = number(s, at, digits);
    at = digits;
  }
  const grouped = at;
  if (at < end && (charAt(s, at) === 44 || charAt(s, at) === 95)) {
    spec.fractionGrouping = charAt(s, at);
    at++;
    if (at < end && (charAt(s, at) === 44 || charAt(s, at) === 95) && charAt(s, at) !== spec.fractionGrouping) {
      throw valueError(literal("Cannot specify both ',' and '_'."));
    }
  }
  if (digits === start + 1 && at === grouped) throw valueError(literal("Format specifier missing precision"));
  return at;
}

/** `,` goes with decimal numbers, `_` with all but `n` and text. */
function checkGrouping(spec: FormatSpec, type: i32): void {
  switch (type) {
    case 0:
    case 37:
    case 68:
    case 69:
    case 70:
    case 71:
    case 100:
    case 101:
    case 102:
    case 103:
      return;
    case 98:
    case 111:
    case 120:
    case 88:
      if (spec.grouping === 95) return;
      break;
    default:
      break;
  }
  throw valueError(format2(literal("Cannot specify '%s' with '%s'."), charString(spec.grouping), charString(type)));
}

export function unknownCode(spec: FormatSpec, subject: Value): Str {
  const c = spec.type;
  if (c > 32 && c < 128) return format2(literal("Unknown format code '%s' for object of type '%t'"), charString(c), subject);
  return format2(literal("Unknown format code '\\x%s' for object of type '%t'"), hexText(c), subject);
}

function hexText(c: i32): Str {
  let s = literal("") as Str;
  let rest = c;
  while (rest > 0) {
    const d = rest & 15;
    s = concatStrings(charString(d < 10 ? 48 + d : 87 + d), s);
    rest = rest >> 4;
  }
  return s;
}
