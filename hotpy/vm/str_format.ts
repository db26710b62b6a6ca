/**
 * `str.format` and `str.format_map` (library reference, "Format String Syntax").
 *
 * `{[field][!conversion][:specification]}`, where the field is a number or name followed by `.attribute` and `[index]`, and the specification
 * may hold fields itself, one level deep.
 */

import { alloc, type bool, ERROR, type i32, isNil, Layout, layout, literal, NIL, type Value } from "../../toolkit/define/mod.ts";
import { Singletons, type Str, type Tuple } from "./objects.ts";
import { indexError, keyError, valueError } from "./exceptions.ts";
import { charAt, charLength, charString, format1, intern } from "./messages.ts";
import { formatOf, getItem, reprOf, strOf } from "./operators.ts";
import { getAttribute } from "./attributes.ts";
import { keywordArgument, positionalCount } from "./arguments.ts";
import { boxIndex } from "./sequence.ts";
import { substring } from "./str_core.ts";
import { addChar, addStr, type Builder, finish, newBuilder } from "./str_builder.ts";
import { escapeNonAscii } from "./repr.ts";

/** Where arguments come from: `args` with `names` (the first is the string itself), or a mapping. */
@layout()
class Source extends Layout {
  args!: Tuple;
  names!: Tuple;
  mapping!: Value;
  /** Next automatic number; -1 once a field was numbered by hand. */
  automatic!: i32;
}

export function formatMethod(args: Tuple, names: Tuple): Value {
  const source = alloc(Source);
  source.args = args;
  source.names = names;
  source.mapping = ERROR;
  return formatText(args.items[0] as Str, source, 2);
}

export function formatMap(self: Value, mapping: Value): Value {
  const source = alloc(Source);
  source.args = NIL;
  source.names = NIL;
  source.mapping = mapping;
  return formatText(self as Str, source, 2);
}

/** `depth`: levels of fields that may follow. */
function formatText(s: Str, source: Source, depth: i32): Str {
  if (depth === 0) throw valueError(literal("Max string recursion exceeded"));
  const n = charLength(s);
  const b = newBuilder(n + 16);
  let i = 0;
  while (i < n) {
    const c = charAt(s, i);
    if (c !== 123 && c !== 125) {
      addChar(b, c);
      i++;
    } else if (i + 1 < n && charAt(s, i + 1) === c) {
      addChar(b, c);
      i += 2;
    } else if (c === 125) throw valueError(literal("Single '}' encountered in format string"));
    else if (i + 1 >= n) throw valueError(literal("Single '{' encountered in format string"));
    else i = addField(b, s, i + 1, source, depth);
  }
  return finish(b);
}

/** Formats the field whose text begins at `start`; the index behind its brace. */
function addField(b: Builder, s: Str, start: i32, source: Source, depth: i32): i32 {
  const n = charLength(s);
  // The name ends at `!`, `:` or `}`, but for those in brackets.
  let i = start;
  let bracket = false;
  while (i < n) {
    const c = charAt(s, i);
    if (c === 123) throw valueError(literal("unexpected '{' in field name"));
    if (c === 91) bracket = true;
    else if (c === 93) bracket = false;
    else if (!bracket && (c === 33 || c === 58 || c === 125)) break;
    i++;
  }
  if (i >= n) throw valueError(literal("expected '}' before end of string"));
  const nameEnd = i;
  let conversion = 0;
  if (charAt(s, i) === 33) {
    if (i + 1 >= n) throw valueError(literal("end of string while looking for conversion specifier"));
    conversion = charAt(s, i + 1);
    i += 2;
    if (i >= n) throw valueError(literal("unmatched '{' in format spec"));
    if (charAt(s, i) !== 58 && charAt(s, i) !== 125) throw valueError(literal("expected ':' after conversion specifier"));
  }
  let specification = Singletons.emptyStr as Str;
  let end = i;
  let nested = false;
  if (charAt(s, i) === 58) {
    let open = 1;
    end = i + 1;
    while (end < n) {
      const c = charAt(s, end);
      if (c === 123) {
        open++;
        nested = true;
      } else if (c === 125) {
        open--;
        if (open === 0) break;
      }
      end++;
    }
    if (end >= n) throw valueError(literal("unmatched '{' in format spec"));
    specification = substring(s, i + 1, end);
  }
  let value = fieldValue(s, start, nameEnd, source);
  if (conversion !== 0) value = converted(value, conversion);
  if (nested) specification = formatText(specification, source, depth - 1);
  addStr(b, formatOf(value, specification));
  return end + 1;
}

function converted(v: Value, conversion: i32): Value {
  if (conversion === 114) return reprOf(v);
  if (conversion === 115) return strOf(v);
  if (conversion === 97) return escapeNonAscii(reprOf(v));
  throw valueError(format1(literal("Unknown conversion specifier %s"), charString(conversion)));
}

function isDigits(s: Str, start: i32, end: i32): bool {
  for (let i = start; i < end; i++) if (charAt(s, i) < 48 || charAt(s, i) > 57) return false;
  return end > start;
}

function numberOf(s: Str, start: i32, end: i32): i32 {
  let number = 0;
  for (let i = start; i < end; i++) {
    if (number > 214748363) throw valueError(literal("Too many decimal digits in format string"));
    number = number * 10 + charAt(s, i) - 48;
  }
  return number;
}

function fieldValue(s: Str, start: i32, end: i32, source: Source): Value {
  let i = start;
  while (i < end && charAt(s, i) !== 46 && charAt(s, i) !== 91) i++;
  let v = firstValue(s, start, i, source);
  while (i < end) {
    const c = charAt(s, i);
    let k = i + 1;
    if (c === 46) {
      while (k < end && charAt(s, k) !== 46 && charAt(s, k) !== 91) k++;
      if (k === i + 1) throw valueError(literal("Empty attribute in format string"));
      v = getAttribute(v, intern(substring(s, i + 1, k)));
      i = k;
    } else if (c === 91) {
      while (k < end && charAt(s, k) !== 93) k++;
      if (k >= end) throw valueError(literal("Missing ']' in format string"));
      if (k === i + 1) throw valueError(literal("Empty attribute in format string"));
      v = getItem(v, isDigits(s, i + 1, k) ? boxIndex(numberOf(s, i + 1, k)) : substring(s, i + 1, k));
      i = k + 1;
    } else throw valueError(literal("Only '.' or '[' may follow ']' in format field specifier"));
  }
  return v;
}

/** The argument that a field's first part names. */
function firstValue(s: Str, start: i32, end: i32, source: Source): Value {
  if (start === end || isDigits(s, start, end)) {
    let number = source.automatic;
    if (start === end) {
      if (number < 0) throw valueError(literal("cannot switch from manual field specification to automatic field numbering"));
      source.automatic = number + 1;
    } else {
      if (number > 0) throw valueError(literal("cannot switch from automatic field numbering to manual field specification"));
      source.automatic = -1;
      number = numberOf(s, start, end);
    }
    return positionalValue(source, number);
  }
  const name = substring(s, start, end);
  if (source.mapping !== ERROR) return getItem(source.mapping, name);
  const v = keywordArgument(source.args, source.names, name);
  if (v === ERROR) throw keyError(name);
  return v;
}

function positionalValue(source: Source, number: i32): Value {
  if (isNil(source.args)) throw valueError(literal("Format string contains positional fields"));
  if (number + 1 >= positionalCount(source.args, source.names)) {
    throw indexError(format1(literal("Replacement index %s out of range for positional args tuple"), boxIndex(number)));
  }
  return source.args.items[number + 1];
}
