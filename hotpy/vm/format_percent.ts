/**
 * `template % arguments` (library reference, "printf-style String Formatting").
 *
 * `%[(key)][flags][width][.precision][h l L]type` with flags `#0- +`. A tuple gives the arguments one by one, anything else is the only one;
 * with keys the right operand is a mapping.
 */

import {
  alloc,
  type bool,
  ERROR,
  type f64,
  i32,
  i64Of,
  isA,
  isFloat,
  isI64,
  isInt,
  Layout,
  layout,
  literal,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Singletons, Str, Tuple } from "./objects.ts";
import { overflowError, typeError, valueError } from "./exceptions.ts";
import { charAt, charLength, charString, format1, format2, format3 } from "./messages.ts";
import { getItem, intValue, isIntLike, reprOf, strOf } from "./operators.ts";
import { typeAttribute, typeOf } from "./types.ts";
import { boxIndex, clampIndex } from "./sequence.ts";
import { addChar, addChars, addPart, addStr, type Builder, finish, newBuilder } from "./str_builder.ts";
import { substring } from "./str_core.ts";
import { addFloat, hasMinus } from "./float_format.ts";
import { escapeNonAscii } from "./repr.ts";
import { intSign, negateInt } from "./integers.ts";
import { floatArgument, integerPart } from "./number_arguments.ts";
import { intText } from "./int_parse.ts";
import { upper } from "./str_case.ts";

/** The state of one formatting. */
@layout()
class Formatting extends Layout {
  template!: Str;
  at!: i32;
  arguments!: Value;
  /** Number of the next argument of the tuple; -1: the only argument, not taken yet; -2: taken; -3: a mapping. */
  next!: i32;
  out!: Builder;
  leftAlign!: i32;
  plus!: i32;
  space!: i32;
  alternate!: i32;
  zero!: i32;
  width!: i32;
  precision!: i32;
}

export function formatPercent(template: Str, values: Value): Str {
  const f = alloc(Formatting);
  f.template = template;
  f.arguments = values;
  f.next = isA(values, Tuple) ? 0 : -1;
  f.out = newBuilder(charLength(template) + 16);
  const mapping = !isA(values, Tuple) && !isA(values, Str) && typeAttribute(typeOf(values), literal("__getitem__")) !== ERROR;
  const n = charLength(template);
  let start = 0;
  while (f.at < n) {
    if (charAt(template, f.at) !== 37) {
      f.at += 1;
      continue;
    }
    addPart(f.out, template, start, f.at);
    f.at += 1;
    formatOne(f, mapping);
    start = f.at;
  }
  addPart(f.out, template, start, n);
  const unused = f.next >= 0 ? f.next < (values as Tuple).length : f.next === -1 && !mapping;
  if (unused) throw typeError(literal("not all arguments converted during string formatting"));
  return finish(f.out);
}

function nextArgument(f: Formatting): Value {
  if (f.next >= 0) {
    const t = f.arguments as Tuple;
    if (f.next < t.length) {
      f.next += 1;
      return t.items[f.next - 1];
    }
  } else if (f.next === -1) {
    f.next = -2;
    return f.arguments;
  } else if (f.next === -3) return f.arguments;
  throw typeError(literal("not enough arguments for format string"));
}

/** The character at the position, which moves on. @throws ValueError at the end */
function take(f: Formatting): i32 {
  if (f.at >= charLength(f.template)) throw valueError(literal("incomplete format"));
  f.at += 1;
  return charAt(f.template, f.at - 1);
}

/** `(key)`: its value in the mapping. */
function keyedArgument(f: Formatting, mapping: bool): Value {
  if (!mapping) throw typeError(literal("format requires a mapping"));
  const n = charLength(f.template);
  const start = f.at;
  let depth = 1;
  while (depth > 0) {
    if (f.at >= n) throw valueError(literal("incomplete format key"));
    const c = charAt(f.template, f.at);
    if (c === 40) depth++;
    else if (c === 41) depth--;
    f.at += 1;
  }
  const key = substring(f.template, start, f.at - 1);
  f.next = -3;
  return getItem(f.arguments, key);
}

/** A width or precision: digits, or `*` for the next argument. `c` is its first character; the one behind it is the result. */
function takeNumber(f: Formatting, c: i32, isWidth: bool): i32 {
  let next = c;
  let number = 0;
  if (c === 42) {
    const v = nextArgument(f);
    if (!isIntLike(v)) throw typeError(literal("* wants int"));
    const i = intValue(v);
    if (!isI64(i)) throw overflowError(literal("Python int too large to convert to C ssize_t"));
    number = clampIndex(i64Of(i));
    if (number < 0) {
      if (isWidth) {
        f.leftAlign = 1;
        number = -number;
      } else number = 0;
    }
    next = take(f);
  } else {
    while (next >= 48 && next <= 57) {
      if (number > 214748363) throw valueError(isWidth ? literal("width too big") : literal("precision too big"));
      number = number * 10 + next - 48;
      next = take(f);
    }
  }
  if (isWidth) f.width = number;
  else f.precision = number;
  return next;
}

function formatOne(f: Formatting, mapping: bool): void {
  f.leftAlign = 0;
  f.plus = 0;
  f.space = 0;
  f.alternate = 0;
  f.zero = 0;
  f.width = -1;
  f.precision = -1;
  let c = take(f);
  let value: Value = ERROR;
  if (c === 40) {
    value = keyedArgument(f, mapping);
    c = take(f);
  }
  let flag = true;
  while (flag) {
    if (c === 45) f.leftAlign = 1;
    else if (c === 43) f.plus = 1;
    else if (c === 32) f.space = 1;
    else if (c === 35) f.alternate = 1;
    else if (c === 48) f.zero = 1;
    else flag = false;
    if (flag) c = take(f);
  }
  if (c === 42 || (c >= 48 && c <= 57)) c = takeNumber(f, c, true);
  if (c === 46) {
    f.precision = 0;
    c = take(f);
    if (c === 42 || (c >= 48 && c <= 57)) c = takeNumber(f, c, false);
  }
  if (c === 104 || c === 108 || c === 76) c = take(f);
  if (c === 37) {
    addChar(f.out, 37);
    return;
  }
  if (value === ERROR) value = nextArgument(f);
  convert(f, c, value);
}

function convert(f: Formatting, c: i32, value: Value): void {
  switch (c) {
    case 115:
      addText(f, strOf(value));
      return;
    case 114:
      addText(f, reprOf(value));
      return;
    case 97:
      addText(f, escapeNonAscii(reprOf(value)));
      return;
    case 99:
      addText(f, character(value));
      return;
    case 100:
    case 105:
    case 117:
    case 111:
    case 120:
    case 88:
      addInteger(f, c, value);
      return;
    case 101:
    case 102:
    case 103:
    case 69:
    case 70:
    case 71:
      addDouble(f, c, floatArgument(value));
      return;
    default:
      throw valueError(
        format3(
          literal("unsupported format character '%s' (0x%s) at index %s"),
          charString(c >= 32 && c < 128 ? c : 63),
          intText(boxIndex(c), 16),
          boxIndex(f.at - 1),
        ),
      );
  }
}

/** Adds text, cut to the precision, aligned in the width. */
function addText(f: Formatting, s: Str): void {
  const n = charLength(s);
  addAligned(f, f.precision >= 0 && f.precision < n ? substring(s, 0, f.precision) : s);
}

function addAligned(f: Formatting, s: Str): void {
  const missing = f.width - charLength(s);
  if (f.leftAlign === 0) addChars(f.out, 32, missing);
  addStr(f.out, s);
  if (f.leftAlign !== 0) addChars(f.out, 32, missing);
}

function character(value: Value): Str {
  if (isA(value, Str)) {
    const n = charLength(value as Str);
    if (n === 1) return value as Str;
    throw typeError(format1(literal("%c requires an int or a unicode character, not a string of length %s"), boxIndex(n)));
  }
  const t = typeAttribute(typeOf(value), literal("__index__"));
  if (!isIntLike(value) && (isFloat(value) || t === ERROR)) {
    throw typeError(format1(literal("%c requires an int or a unicode character, not %t"), value));
  }
  const i = intValue(value);
  if (!isI64(i) || i64Of(i) < 0n || i64Of(i) > 0x10ffffn) throw overflowError(literal("%c arg not in range(0x110000)"));
  return charString(i32(i64Of(i)));
}

/** Adds sign, prefix, zeros and digits; `digits` are those of the magnitude. */
function addNumber(f: Formatting, negative: bool, prefix: Str, digits: Str): void {
  const sign: i32 = negative ? 45 : f.plus !== 0 ? 43 : f.space !== 0 ? 32 : 0;
  const size = (sign !== 0 ? 1 : 0) + charLength(prefix) + charLength(digits);
  const missing = f.width - size;
  const zeros = f.zero !== 0 && f.leftAlign === 0;
  if (f.leftAlign === 0 && !zeros) addChars(f.out, 32, missing);
  if (sign !== 0) addChar(f.out, sign);
  addStr(f.out, prefix);
  if (zeros) addChars(f.out, 48, missing);
  addStr(f.out, digits);
  if (f.leftAlign !== 0) addChars(f.out, 32, missing);
}

function addInteger(f: Formatting, code: i32, value: Value): void {
  const number = code === 100 || code === 105 || code === 117 ? decimalArgument(value, code) : wholeArgument(value, code);
  const negative = intSign(number) < 0;
  const base = code === 111 ? 8 : code === 120 || code === 88 ? 16 : 10;
  let digits = intText(negative ? negateInt(number) : number, base);
  if (code === 88) digits = upper(digits) as Str;
  const missing = f.precision - charLength(digits);
  if (missing > 0) {
    const b = newBuilder(f.precision);
    addChars(b, 48, missing);
    addStr(b, digits);
    digits = finish(b);
  }
  let prefix = Singletons.emptyStr as Str;
  if (f.alternate !== 0) {
    if (code === 111) prefix = literal("0o");
    else if (code === 120) prefix = literal("0x");
    else if (code === 88) prefix = literal("0X");
  }
  addNumber(f, negative, prefix, digits);
}

/** `%d`: numbers are truncated. */
function decimalArgument(value: Value, code: i32): Value {
  if (isInt(value)) return value;
  const number = integerPart(value);
  if (number !== ERROR) return number;
  throw typeError(format2(literal("%%s format: a real number is required, not %t"), charString(code), value));
}

/** `%x`, `%o`: integers only. */
function wholeArgument(value: Value, code: i32): Value {
  if (isIntLike(value) || typeAttribute(typeOf(value), literal("__index__")) !== ERROR) return intValue(value);
  throw typeError(format2(literal("%%s format: an integer is required, not %t"), charString(code), value));
}

function addDouble(f: Formatting, code: i32, x: f64): void {
  const b = newBuilder(24);
  addFloat(b, x, code < 97 ? code + 32 : code, f.precision < 0 ? 6 : f.precision, f.alternate !== 0, false);
  let text = finish(b);
  if (code < 97) text = upper(text) as Str;
  addNumber(f, hasMinus(x), Singletons.emptyStr, text);
}
