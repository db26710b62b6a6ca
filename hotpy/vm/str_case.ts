/**
 * Case conversion and character tests of strings: upper, lower, title, capitalize, swapcase, casefold, isalpha …
 */

import { type bool, type i32, loadI32, storeI32, type Value } from "../../toolkit/define/mod.ts";
import { rawFree } from "../../toolkit/heap/mod.ts";
import type { Str } from "./objects.ts";
import { charAt, charLength, newStr } from "./messages.ts";
import { loadChar, storeChar, strData } from "./str_core.ts";
import { addChar, finish, newBuilder } from "./str_builder.ts";
import { boolOf } from "./sequence.ts";
import { MAX_CASE_LENGTH, putCase, putCaseOfText } from "../../toolkit/library/case_mapping.ts";
import { takeRaw } from "../../toolkit/library/raw_memory.ts";
import {
  hasProperty,
  simpleCase,
  TO_FOLD,
  TO_LOWER,
  TO_TITLE,
  TO_UPPER,
  U_ALPHA,
  U_CASED,
  U_DECIMAL,
  U_DIGIT,
  U_ID_CONTINUE,
  U_ID_START,
  U_LOWER,
  U_NUMERIC,
  U_PRINTABLE,
  U_SPACE,
  U_TITLE,
  U_UPPER,
  unicodeProperties,
} from "../../toolkit/library/unicode.ts";

/** The code points of a string in raw memory, with room behind them for a case form of all; `strOfCase` frees it. */
function codePoints(s: Str): i32 {
  const n = charLength(s);
  const text = takeRaw(4 * (1 + MAX_CASE_LENGTH) * n);
  for (let i = 0; i < n; i++) storeI32(text + 4 * i, charAt(s, i));
  return text;
}

/** The string of the code points that were put behind the `n` of `text`. */
function strOfCase(text: i32, n: i32, end: i32): Str {
  const b = newBuilder(n);
  for (let at = text + 4 * n; at < end; at += 4) addChar(b, loadI32(at));
  rawFree(text);
  return finish(b);
}

function isAsciiText(s: Str): bool {
  if (s.shift !== 0) return false;
  const data = strData(s);
  const n = s.length;
  for (let i = 0; i < n; i++) if (loadChar(data, 0, i) >= 128) return false;
  return true;
}

/** The lower or upper form of ASCII text. */
function asciiCase(s: Str, mode: i32): Str {
  const n = s.length;
  const r = newStr(n, 0);
  const from = strData(s);
  const to = strData(r);
  for (let i = 0; i < n; i++) storeChar(to, 0, i, simpleCase(loadChar(from, 0, i), mode));
  return r;
}

export function lower(self: Value): Value {
  const s = self as Str;
  return isAsciiText(s) ? asciiCase(s, TO_LOWER) : mapped(s, TO_LOWER);
}

export function upper(self: Value): Value {
  const s = self as Str;
  return isAsciiText(s) ? asciiCase(s, TO_UPPER) : mapped(s, TO_UPPER);
}

export function casefold(self: Value): Value {
  const s = self as Str;
  return isAsciiText(s) ? asciiCase(s, TO_LOWER) : mapped(s, TO_FOLD);
}

function mapped(s: Str, mode: i32): Str {
  const n = charLength(s);
  const text = codePoints(s);
  return strOfCase(text, n, putCaseOfText(text, n, mode, text + 4 * n));
}

export function capitalize(self: Value): Value {
  const n = charLength(self as Str);
  const text = codePoints(self as Str);
  let to = text + 4 * n;
  for (let i = 0; i < n; i++) to = putCase(text, n, i, i === 0 ? TO_TITLE : TO_LOWER, to);
  return strOfCase(text, n, to);
}

export function title(self: Value): Value {
  const n = charLength(self as Str);
  const text = codePoints(self as Str);
  let to = text + 4 * n;
  let afterCased = false;
  for (let i = 0; i < n; i++) {
    to = putCase(text, n, i, afterCased ? TO_LOWER : TO_TITLE, to);
    afterCased = hasProperty(loadI32(text + 4 * i), U_CASED);
  }
  return strOfCase(text, n, to);
}

export function swapcase(self: Value): Value {
  const n = charLength(self as Str);
  const text = codePoints(self as Str);
  let to = text + 4 * n;
  for (let i = 0; i < n; i++) {
    const c = loadI32(text + 4 * i);
    const bits = unicodeProperties(c);
    if ((bits & U_UPPER) !== 0) to = putCase(text, n, i, TO_LOWER, to);
    else if ((bits & U_LOWER) !== 0) to = putCase(text, n, i, TO_UPPER, to);
    else {
      storeI32(to, c);
      to += 4;
    }
  }
  return strOfCase(text, n, to);
}

// ── Tests ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** True for a non-empty string whose characters all have one of the properties. */
function all(self: Value, bits: i32): Value {
  const s = self as Str;
  const n = charLength(s);
  for (let i = 0; i < n; i++) if (!hasProperty(charAt(s, i), bits)) return boolOf(false);
  return boolOf(n > 0);
}

export function isAlpha(self: Value): Value {
  return all(self, U_ALPHA);
}

export function isAlnum(self: Value): Value {
  return all(self, U_ALPHA | U_DECIMAL | U_DIGIT | U_NUMERIC);
}

export function isDecimal(self: Value): Value {
  return all(self, U_DECIMAL);
}

export function isDigit(self: Value): Value {
  return all(self, U_DIGIT);
}

export function isNumeric(self: Value): Value {
  return all(self, U_NUMERIC);
}

export function isSpace(self: Value): Value {
  return all(self, U_SPACE);
}

export function isPrintable(self: Value): Value {
  return (self as Str).length === 0 ? boolOf(true) : all(self, U_PRINTABLE);
}

export function isAscii(self: Value): Value {
  return boolOf(isAsciiText(self as Str));
}

/** At least one character has `wanted`, none has `excluded`. */
function cased(self: Value, wanted: i32, excluded: i32): Value {
  const s = self as Str;
  const n = charLength(s);
  let seen = false;
  for (let i = 0; i < n; i++) {
    const bits = unicodeProperties(charAt(s, i));
    if ((bits & excluded) !== 0) return boolOf(false);
    if ((bits & wanted) !== 0) seen = true;
  }
  return boolOf(seen);
}

export function isLower(self: Value): Value {
  return cased(self, U_LOWER, U_UPPER | U_TITLE);
}

export function isUpper(self: Value): Value {
  return cased(self, U_UPPER, U_LOWER | U_TITLE);
}

export function isTitle(self: Value): Value {
  const s = self as Str;
  const n = charLength(s);
  let afterCased = false;
  let seen = false;
  for (let i = 0; i < n; i++) {
    const bits = unicodeProperties(charAt(s, i));
    if ((bits & (U_UPPER | U_TITLE)) !== 0) {
      if (afterCased) return boolOf(false);
      afterCased = true;
      seen = true;
    } else if ((bits & U_LOWER) !== 0) {
      if (!afterCased) return boolOf(false);
      seen = true;
    } else afterCased = false;
  }
  return boolOf(seen);
}

export function isIdentifier(self: Value): Value {
  const s = self as Str;
  const n = charLength(s);
  if (n === 0 || !hasProperty(charAt(s, 0), U_ID_START)) return boolOf(false);
  for (let i = 1; i < n; i++) if (!hasProperty(charAt(s, i), U_ID_CONTINUE)) return boolOf(false);
  return boolOf(true);
}
