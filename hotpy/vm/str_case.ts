/**
 * Case conversion and character tests of strings: upper, lower, title, capitalize, swapcase, casefold, isalpha …
 *
 * Final sigma follows the Unicode rule (section 3.13 of the standard), as `str.lower` does.
 */

import { type bool, type i32, loadI32, type Value } from "../../toolkit/define/mod.ts";
import type { Str } from "./objects.ts";
import { charAt, charLength, newStr } from "./messages.ts";
import { EXCHANGE } from "./host_imports.ts";
import { loadChar, storeChar, strData } from "./str_core.ts";
import { addChar, type Builder, finish, newBuilder } from "./str_builder.ts";
import { boolOf } from "./sequence.ts";
import {
  caseLength,
  hasProperty,
  simpleCase,
  TO_FOLD,
  TO_LOWER,
  TO_TITLE,
  TO_UPPER,
  U_ALPHA,
  U_CASE_IGNORABLE,
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

const SIGMA = 0x3a3;

/** Adds a case form of one character. */
function addCase(b: Builder, c: i32, mode: i32): void {
  const simple = simpleCase(c, mode);
  if (simple >= 0) {
    addChar(b, simple);
    return;
  }
  const n = caseLength(c, mode);
  for (let i = 0; i < n; i++) addChar(b, loadI32(EXCHANGE + 4 * i));
}

/** True for a sigma that ends a word: a cased letter before it, none behind it (case-ignorable ones do not count). */
function isFinalSigma(s: Str, at: i32): bool {
  let i = at - 1;
  while (i >= 0 && hasProperty(charAt(s, i), U_CASE_IGNORABLE)) i--;
  if (i < 0 || !hasProperty(charAt(s, i), U_CASED)) return false;
  const n = charLength(s);
  let k = at + 1;
  while (k < n && hasProperty(charAt(s, k), U_CASE_IGNORABLE)) k++;
  return k === n || !hasProperty(charAt(s, k), U_CASED);
}

function addLower(b: Builder, s: Str, i: i32): void {
  const c = charAt(s, i);
  if (c === SIGMA) addChar(b, isFinalSigma(s, i) ? 0x3c2 : 0x3c3);
  else addCase(b, c, TO_LOWER);
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
  if (isAsciiText(s)) return asciiCase(s, TO_LOWER);
  const n = charLength(s);
  const b = newBuilder(n);
  for (let i = 0; i < n; i++) addLower(b, s, i);
  return finish(b);
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
  const b = newBuilder(n);
  for (let i = 0; i < n; i++) addCase(b, charAt(s, i), mode);
  return finish(b);
}

export function capitalize(self: Value): Value {
  const s = self as Str;
  const n = charLength(s);
  const b = newBuilder(n);
  for (let i = 0; i < n; i++) {
    if (i === 0) addCase(b, charAt(s, i), TO_TITLE);
    else addLower(b, s, i);
  }
  return finish(b);
}

export function title(self: Value): Value {
  const s = self as Str;
  const n = charLength(s);
  const b = newBuilder(n);
  let afterCased = false;
  for (let i = 0; i < n; i++) {
    const c = charAt(s, i);
    if (afterCased) addLower(b, s, i);
    else addCase(b, c, TO_TITLE);
    afterCased = hasProperty(c, U_CASED);
  }
  return finish(b);
}

export function swapcase(self: Value): Value {
  const s = self as Str;
  const n = charLength(s);
  const b = newBuilder(n);
  for (let i = 0; i < n; i++) {
    const c = charAt(s, i);
    const bits = unicodeProperties(c);
    if ((bits & U_UPPER) !== 0) addLower(b, s, i);
    else if ((bits & U_LOWER) !== 0) addCase(b, c, TO_UPPER);
    else addChar(b, c);
  }
  return finish(b);
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
