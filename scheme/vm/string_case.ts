/**
 * Case forms of strings: `string-upcase`, `string-downcase`, `string-foldcase`.
 */

import { alloc, type i32, literal, loadI32, residual, storeI32, type Value } from "../../toolkit/define/mod.ts";
import { rawFree } from "../../toolkit/heap/mod.ts";
import { MAX_CASE_LENGTH, putCaseOfText } from "../../toolkit/library/case_mapping.ts";
import { takeRaw } from "../../toolkit/library/raw_memory.ts";
import { simpleCase, TO_FOLD, TO_LOWER, TO_UPPER } from "../../toolkit/library/unicode.ts";
import { NarrowChars, type Str } from "./objects.ts";
import { stringArgument } from "./arguments.ts";
import { blankStr, isNarrow, newStr, setChar, stringLength } from "./strings.ts";
import { charAt } from "./symbols.ts";

/** 1 when all characters are below 128. */
function isAsciiText(s: Str): i32 {
  if (!isNarrow(s)) return 0;
  const chars = s.chars as NarrowChars;
  for (let i = 0; i < chars.length; i++) if (chars.items[i] > 127) return 0;
  return 1;
}

function asciiCase(s: Str, mode: i32): Str {
  const count = stringLength(s);
  const chars = alloc(NarrowChars, count);
  const from = s.chars as NarrowChars;
  for (let i = 0; i < count; i++) chars.items[i] = simpleCase(from.items[i], mode);
  return newStr(chars);
}

/** A new string of the case form of all characters. */
const caseOfString = residual(function (s: Str, mode: i32): Str {
  if (isAsciiText(s) !== 0) return asciiCase(s, mode);
  const count = stringLength(s);
  const text = takeRaw(4 * (1 + MAX_CASE_LENGTH) * count);
  for (let i = 0; i < count; i++) storeI32(text + 4 * i, charAt(s, i));
  const start = text + 4 * count;
  const length = (putCaseOfText(text, count, mode, start) - start) / 4;
  const result = blankStr(length, 0);
  for (let i = 0; i < length; i++) setChar(result, i, loadI32(start + 4 * i));
  rawFree(text);
  return result;
});

export function foldString(s: Str): Str {
  return caseOfString(s, TO_FOLD);
}

export function upcase(v: Value): Value {
  return caseOfString(stringArgument(literal("string-upcase"), 1, v), TO_UPPER);
}
export function downcase(v: Value): Value {
  return caseOfString(stringArgument(literal("string-downcase"), 1, v), TO_LOWER);
}
export function foldcase(v: Value): Value {
  return foldString(stringArgument(literal("string-foldcase"), 1, v));
}
