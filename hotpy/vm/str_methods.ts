/**
 * `str`: operators, subscripts, construction, and the registration of all its methods.
 *
 * Indexing, length and equality of identical strings are loop-free.
 */

import { ERROR, i32, i64, intOf, isA, isInt, literal, slot, type Value } from "../../toolkit/define/mod.ts";
import { Bytes, CMP_EQ, CMP_NE, NONE, NOT_IMPLEMENTED, OP_ADD, OP_MOD, OP_MUL, Singletons, type Slice, Str, Types } from "./objects.ts";
import { indexError, typeError } from "./exceptions.ts";
import { charAt, charLength, charString, concatStrings, format1, format2, stringHash, stringsEqual } from "./messages.ts";
import { strOf } from "./operators.ts";
import {
  constructor4,
  method1,
  method2,
  method3,
  method4,
  methodVar,
  parameters2,
  parameters3,
  parameters4,
  staticMethod3,
} from "./native.ts";
import { boolOf, isIndexLike, isSlice, refuseSequence, repeatCount, sliceBounds, subscriptIndex } from "./sequence.ts";
import { compareStrings, repeatStr, steppedSubstring, substring } from "./str_core.ts";
import { orderResult } from "./int_methods.ts";
import { formatPercent } from "./format_percent.ts";
import { formatStr } from "./format_value.ts";
import { formatMap, formatMethod } from "./str_format.ts";
import { reprStr } from "./repr.ts";
import { strIterator } from "./iterators.ts";
import { makeTuple1 } from "./tuple_methods.ts";
import { decodeBytes, encodeStr } from "./text_codecs.ts";
import {
  capitalize,
  casefold,
  isAlnum,
  isAlpha,
  isAscii,
  isDecimal,
  isDigit,
  isIdentifier,
  isLower,
  isNumeric,
  isPrintable,
  isSpace,
  isTitle,
  isUpper,
  lower,
  swapcase,
  title,
  upper,
} from "./str_case.ts";
import {
  contains,
  count,
  endsWith,
  find,
  index,
  makeTrans,
  partition,
  removePrefix,
  removeSuffix,
  replace,
  rfind,
  rindex,
  rpartition,
  startsWith,
  translate,
} from "./str_search.ts";
import { center, expandTabs, join, ljust, lstrip, rjust, rsplit, rstrip, split, splitLines, strip, zfill } from "./str_split.ts";

// ── Operators ────────────────────────────────────────────────────────────────────────────────────────────────────────

function strBinary(operator: i32, left: Value, right: Value): Value {
  if (operator === OP_ADD) {
    if (isA(left, Str) && isA(right, Str)) return concatStrings(left as Str, right as Str);
  } else if (operator === OP_MUL) {
    if (isA(left, Str) && isIndexLike(right)) return strRepeat(left as Str, right);
    if (isA(right, Str) && isIndexLike(left)) return strRepeat(right as Str, left);
  } else if (operator === OP_MOD && isA(left, Str)) return formatPercent(left as Str, right);
  return isA(left, Str) ? refuseSequence(operator, left, right, left) : refuseSequence(operator, left, right, right);
}

function strRepeat(s: Str, times: Value): Str {
  return repeatStr(s, repeatCount(times, s.length));
}

function strCompare(operator: i32, left: Value, right: Value): Value {
  if (!isA(left, Str) || !isA(right, Str)) return NOT_IMPLEMENTED;
  if (operator === CMP_EQ) return boolOf(stringsEqual(left as Str, right as Str));
  if (operator === CMP_NE) return boolOf(!stringsEqual(left as Str, right as Str));
  return orderResult(operator, compareStrings(left as Str, right as Str));
}

function strHash(self: Value): i64 {
  return i64(stringHash(self as Str));
}

function strLength(self: Value): i32 {
  return charLength(self as Str);
}

function strTruth(self: Value): i32 {
  return (self as Str).length !== 0 ? 1 : 0;
}

export function strGet(self: Value, key: Value): Value {
  const s = self as Str;
  if (isInt(key)) {
    const index = intOf(key);
    const size = i64(charLength(s));
    const i = index < 0n ? index + size : index;
    if (i < 0n || i >= size) throw indexError(literal("string index out of range"));
    return charString(charAt(s, i32(i)));
  }
  return strGetOther(s, key);
}

function strGetOther(s: Str, key: Value): Value {
  const n = charLength(s);
  if (isSlice(key)) {
    const [start, step, count] = sliceBounds(key as Slice, n);
    return step === 1 ? substring(s, start, start + count) : steppedSubstring(s, start, step, count);
  }
  const index = subscriptIndex(key, literal("string indices must be integers, not '%t'"));
  const i = index < 0 ? index + n : index;
  if (i < 0 || i >= n) throw indexError(literal("string index out of range"));
  return charString(charAt(s, i));
}

function strRepr(self: Value): Value {
  return reprStr(self as Str, 0);
}

function identity(self: Value): Value {
  return self;
}

function strFormat(self: Value, specification: Str): Value {
  return formatStr(self as Str, specification);
}

// ── Construction, encoding ───────────────────────────────────────────────────────────────────────────────────────────

function construct(cls: Value, v: Value, encoding: Value, errors: Value): Value {
  if (v === ERROR) return Singletons.emptyStr;
  if (encoding === ERROR && errors === ERROR) return strOf(v);
  checkStrOption(encoding, literal("encoding"));
  checkStrOption(errors, literal("errors"));
  if (isA(v, Str)) throw typeError(literal("decoding str is not supported"));
  if (!isA(v, Bytes)) throw typeError(format1(literal("decoding to str: need a bytes-like object, %t found"), v));
  return decodeBytes(v as Bytes, encoding, errors);
}

function checkStrOption(v: Value, name: Str): void {
  if (v !== ERROR && !isA(v, Str)) throw typeError(format2(literal("str() argument '%s' must be str, not %t"), name, v));
}

function encode(self: Value, encoding: Value, errors: Value): Value {
  return encodeStr(self as Str, encoding, errors);
}

function newArguments(self: Value): Value {
  return makeTuple1(self);
}

export function bootStr(): void {
  const t = Types.str;
  t.tpBinary = slot(strBinary);
  t.tpCompare = slot(strCompare);
  t.tpHash = slot(strHash);
  t.tpLength = slot(strLength);
  t.tpBool = slot(strTruth);
  t.tpGetItem = slot(strGet);
  t.tpContains = slot(contains);
  t.tpIter = slot(strIterator);
  t.tpRepr = slot(strRepr);
  t.tpStr = slot(identity);
  t.tpFormat = slot(strFormat);
  parameters4(constructor4(t, 1, slot(construct)), NONE, literal("object"), literal("encoding"), literal("errors"));
  method1(t, literal("__getnewargs__"), slot(newArguments));
  parameters3(method3(t, literal("encode"), 1, slot(encode)), NONE, literal("encoding"), literal("errors"));
  methodVar(t, literal("format"), slot(formatMethod));
  method2(t, literal("format_map"), 2, slot(formatMap));
  bootSearch();
  bootSplitting();
  bootCases();
}

function bootSearch(): void {
  const t = Types.str;
  method4(t, literal("find"), 2, slot(find));
  method4(t, literal("rfind"), 2, slot(rfind));
  method4(t, literal("index"), 2, slot(index));
  method4(t, literal("rindex"), 2, slot(rindex));
  method4(t, literal("count"), 2, slot(count));
  method4(t, literal("startswith"), 2, slot(startsWith));
  method4(t, literal("endswith"), 2, slot(endsWith));
  method2(t, literal("removeprefix"), 2, slot(removePrefix));
  method2(t, literal("removesuffix"), 2, slot(removeSuffix));
  parameters4(method4(t, literal("replace"), 3, slot(replace)), NONE, NONE, NONE, literal("count"));
  method2(t, literal("partition"), 2, slot(partition));
  method2(t, literal("rpartition"), 2, slot(rpartition));
  method2(t, literal("translate"), 2, slot(translate));
  staticMethod3(t, literal("maketrans"), 1, slot(makeTrans));
}

function bootSplitting(): void {
  const t = Types.str;
  parameters3(method3(t, literal("split"), 1, slot(split)), NONE, literal("sep"), literal("maxsplit"));
  parameters3(method3(t, literal("rsplit"), 1, slot(rsplit)), NONE, literal("sep"), literal("maxsplit"));
  parameters2(method2(t, literal("splitlines"), 1, slot(splitLines)), NONE, literal("keepends"));
  method2(t, literal("strip"), 1, slot(strip));
  method2(t, literal("lstrip"), 1, slot(lstrip));
  method2(t, literal("rstrip"), 1, slot(rstrip));
  method2(t, literal("join"), 2, slot(join));
  parameters2(method2(t, literal("expandtabs"), 1, slot(expandTabs)), NONE, literal("tabsize"));
  method3(t, literal("center"), 2, slot(center));
  method3(t, literal("ljust"), 2, slot(ljust));
  method3(t, literal("rjust"), 2, slot(rjust));
  method2(t, literal("zfill"), 2, slot(zfill));
}

function bootCases(): void {
  const t = Types.str;
  method1(t, literal("lower"), slot(lower));
  method1(t, literal("upper"), slot(upper));
  method1(t, literal("casefold"), slot(casefold));
  method1(t, literal("capitalize"), slot(capitalize));
  method1(t, literal("title"), slot(title));
  method1(t, literal("swapcase"), slot(swapcase));
  method1(t, literal("isalpha"), slot(isAlpha));
  method1(t, literal("isalnum"), slot(isAlnum));
  method1(t, literal("isdecimal"), slot(isDecimal));
  method1(t, literal("isdigit"), slot(isDigit));
  method1(t, literal("isnumeric"), slot(isNumeric));
  method1(t, literal("isspace"), slot(isSpace));
  method1(t, literal("isprintable"), slot(isPrintable));
  method1(t, literal("isascii"), slot(isAscii));
  method1(t, literal("islower"), slot(isLower));
  method1(t, literal("isupper"), slot(isUpper));
  method1(t, literal("istitle"), slot(isTitle));
  method1(t, literal("isidentifier"), slot(isIdentifier));
}
