/** Strings: interning, concatenation, comparison, and the text of every value. */

import {
  addressOf,
  alloc,
  equalTail,
  type f64,
  floatOf,
  hostImport,
  type i32,
  isA,
  isFloat,
  isNil,
  kind,
  kindOf,
  literal,
  loadU8,
  memoryCopy,
  NIL,
  residual,
  type Value,
} from "../../../toolkit/define/mod.ts";
import { type AsciiText, integerToDigits, isInteger } from "../../../toolkit/heap/mod.ts";
import { EXCHANGE } from "../../../toolkit/machine/memory_map.ts";
import { Closure, Continuation, FALSE, Generator, List, Name, NameEntry, NOTHING, Obj, Roots, Shown, Str, TRUE } from "./objects.ts";

/** Writes UTF-8 text to the program's output, with a line end. */
export const tinyPrint: (address: i32, sizeBytes: i32) => void = hostImport({});
/** Shortest text of a float, at `EXCHANGE`; returns its size. */
export const tinyFormatFloat: (x: f64) => i32 = hostImport({});

const BUCKETS = 256;
const MAX_DEPTH = 4;

/** The one name with this text. */
export const intern = residual(function (address: i32, sizeBytes: i32): Name {
  let hash = sizeBytes;
  for (let i = 0; i < sizeBytes; i++) hash = hash * 31 + loadU8(address + i);
  const bucket = hash & (BUCKETS - 1);
  let entry = Roots.names.items[bucket] as NameEntry;
  for (; !isNil(entry); entry = entry.next) {
    if (sameText(entry.name, address, sizeBytes)) return entry.name;
  }
  const name = alloc(Name, sizeBytes);
  memoryCopy(addressOf(name.text), address, sizeBytes);
  const added = alloc(NameEntry);
  added.name = name;
  added.next = Roots.names.items[bucket] as NameEntry;
  Roots.names.items[bucket] = added;
  return name;
});

function sameText(name: Name, address: i32, sizeBytes: i32): boolean {
  if (name.length !== sizeBytes) return false;
  for (let i = 0; i < sizeBytes; i++) {
    if (name.text[i] !== loadU8(address + i)) return false;
  }
  return true;
}

export const newText = residual(function (address: i32, sizeBytes: i32): Str {
  const s = alloc(Str, sizeBytes);
  memoryCopy(addressOf(s.text), address, sizeBytes);
  return s;
});

export const concatenate = residual(function (a: Str, b: Str): Str {
  const s = alloc(Str, a.length + b.length);
  memoryCopy(addressOf(s.text), addressOf(a.text), a.length);
  memoryCopy(addressOf(s.text) + a.length, addressOf(b.text), b.length);
  return s;
});

export const compareText = residual(function (a: Str, b: Str): i32 {
  const shorter = a.length < b.length ? a.length : b.length;
  if (!equalTail(a.text, 0, b.text, 0, shorter)) {
    for (let i = 0; i < shorter; i++) {
      if (a.text[i] !== b.text[i]) return a.text[i] < b.text[i] ? -1 : 1;
    }
  }
  return a.length < b.length ? -1 : a.length > b.length ? 1 : 0;
});

/** The text that `print` shows. */
export function textOf(v: Value): Str {
  return textInside(v, NIL as Shown);
}

/** The text of something in the list `outer`, if any. */
const textInside = residual(function (v: Value, outer: Shown): Str {
  if (v === NOTHING) return literal("nil") as Str;
  if (v === TRUE) return literal("true") as Str;
  if (v === FALSE) return literal("false") as Str;
  if (isFloat(v)) return newText(EXCHANGE, tinyFormatFloat(floatOf(v)));
  if (isInteger(v)) {
    const digits = integerToDigits(v, 10) as AsciiText;
    const s = alloc(Str, digits.length);
    memoryCopy(addressOf(s.text), addressOf(digits.bytes), digits.length);
    return s;
  }
  if (isA(v, Str)) return v as Str;
  switch (kindOf(v)) {
    case kind(List):
      return listText(v as List, outer);
    case kind(Closure):
      return literal("<function>") as Str;
    case kind(Continuation):
      return literal("<continuation>") as Str;
    case kind(Generator):
      return literal("<generator>") as Str;
    case kind(Obj):
      return literal("<object>") as Str;
    default:
      return literal("<internal>") as Str;
  }
});

/** Lists inside lists down to a depth; never a list inside itself. */
function listText(list: List, outer: Shown): Str {
  let depth = 0;
  for (let o = outer; !isNil(o); o = o.outer) {
    if (o.list === list || ++depth >= MAX_DEPTH) return literal("[...]") as Str;
  }
  const shown = alloc(Shown);
  shown.list = list;
  shown.outer = outer;
  let s = literal("[") as Str;
  for (let i = 0; i < list.count; i++) {
    if (i > 0) s = concatenate(s, literal(", ") as Str);
    s = concatenate(s, textInside(list.items.items[i], shown));
  }
  return concatenate(s, literal("]") as Str);
}

export const printValue = residual(function (v: Value): void {
  const s = textOf(v);
  tinyPrint(addressOf(s.text), s.length);
});
