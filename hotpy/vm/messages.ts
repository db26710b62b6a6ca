/**
 * Basic operations on strings that everything needs: making, interning, hashing, comparing, and the `%s` templates of error messages.
 *
 * Invariant: every `Name` is in the intern table, and a text is there at most once, so names compare by address.
 */

import type { bool, i32 } from "../../toolkit/define/mod.ts";
import {
  addressOf,
  alloc,
  copyTail,
  equalTail,
  globals,
  i64Of,
  isA,
  isI64,
  isNil,
  kind,
  kindOf,
  loadI32,
  loadU16,
  loadU8,
  rotl,
  storeI32,
  storeU16,
  storeU8,
  type Value,
  writable,
} from "../../toolkit/define/mod.ts";
import { Name, NameTable, Singletons, Str, Type } from "./objects.ts";
import { addChar, addDecimal, addStr, type Builder, finish, newBuilder } from "./str_builder.ts";
import { typeOf } from "./types.ts";

@globals()
class Interning {
  static table: NameTable;
  static count: i32;
  static seed: i32;
}

const FIRST_TABLE_SIZE = 4096;

/** A string of zeroed storage: `byteLength` bytes, characters of `1 << shift` bytes. */
export function newStr(byteLength: i32, shift: i32): Str {
  const s = alloc(Str, byteLength);
  s.shift = shift;
  return s;
}

export function charLength(s: Str): i32 {
  return s.length >> s.shift;
}

/** Code point of character `i`, which must exist. */
export function charAt(s: Str, i: i32): i32 {
  if (s.shift === 0) return s.data[i];
  const at = addressOf(s.data) + (i << s.shift);
  return s.shift === 1 ? loadU16(at) : loadI32(at);
}

/** The string of one character; shared below 256. */
export function charString(codePoint: i32): Str {
  if (codePoint >= 0 && codePoint < 256) return Singletons.characters.items[codePoint];
  if (codePoint < 0x10000) {
    const s = newStr(2, 1);
    storeU16(addressOf(s.data), codePoint);
    return s;
  }
  const s = newStr(4, 2);
  storeI32(addressOf(s.data), codePoint);
  return s;
}

export function concatStrings(a: Str, b: Str): Str {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  if (a.shift === b.shift) {
    const s = newStr(a.length + b.length, a.shift);
    copyTail(s.data, 0, a.data, 0, a.length);
    copyTail(s.data, a.length, b.data, 0, b.length);
    return s;
  }
  const out = newBuilder(charLength(a) + charLength(b));
  addStr(out, a);
  addStr(out, b);
  return finish(out);
}

/** The hash of a string's characters, never 0, kept in the string. */
export function stringHash(s: Str): i32 {
  if (s.hash !== 0) return s.hash;
  const at = addressOf(s.data);
  const size = s.length;
  let h = Interning.seed ^ size;
  let i = 0;
  while (i + 4 <= size) {
    h = rotl(h, 5) ^ loadI32(at + i);
    h *= 0x2545f491;
    i += 4;
  }
  while (i < size) {
    h = rotl(h, 5) ^ loadU8(at + i);
    h *= 0x2545f491;
    i += 1;
  }
  h ^= h >>> 15;
  h *= 0x2c1b3c6d;
  h ^= h >>> 13;
  if (h === 0) h = 1;
  s.hash = h;
  return h;
}

export function stringsEqual(a: Str, b: Str): bool {
  if (a === b) return true;
  const size = a.length;
  if (size !== b.length || a.shift !== b.shift) return false;
  if (a.hash !== 0 && b.hash !== 0 && a.hash !== b.hash) return false;
  return equalTail(a.data, 0, b.data, 0, size);
}

// ── Interning ────────────────────────────────────────────────────────────────────────────────────────────────────────

export function isInterningReady(): bool {
  return !isNil(Interning.table);
}

/** Must run before the first string is interned. */
export function bootInterning(seed: i32): void {
  Interning.seed = seed;
  Interning.table = alloc(NameTable, FIRST_TABLE_SIZE);
  Interning.count = 0;
  const characters = alloc(NameTable, 256);
  writable(Singletons).characters = characters;
  for (let c: i32 = 0; c < 256; c++) {
    const s = newStr(1, 0);
    storeU8(addressOf(s.data), c);
    characters.items[c] = intern(s);
  }
  writable(Singletons).emptyStr = intern(newStr(0, 0));
}

/** The one `Name` with the text of `s`. */
export function intern(s: Str): Name {
  if (kindOf(s) === kind(Name)) return s as Name;
  const hash = stringHash(s);
  let i = findName(Interning.table, s, hash);
  const found = Interning.table.items[i];
  if (!isNil(found)) return found;
  if (Interning.count * 2 >= Interning.table.length) {
    growInterning();
    i = findName(Interning.table, s, hash);
  }
  const name = alloc(Name, s.length);
  name.shift = s.shift;
  name.hash = hash;
  copyTail(name.data, 0, s.data, 0, s.length);
  Interning.table.items[i] = name;
  Interning.count += 1;
  return name;
}

/** Cell of the table that holds the text, or the empty one where it belongs. */
function findName(table: NameTable, s: Str, hash: i32): i32 {
  const mask = table.length - 1;
  let i = hash & mask;
  while (true) {
    const name = table.items[i];
    if (isNil(name)) return i;
    if (name.hash === hash && stringsEqual(name, s)) return i;
    i = (i + 1) & mask;
  }
}

function growInterning(): void {
  const old = Interning.table;
  const table = alloc(NameTable, old.length * 2);
  const size = old.length;
  for (let i: i32 = 0; i < size; i++) {
    const name = old.items[i];
    if (!isNil(name)) table.items[findName(table, name, name.hash)] = name;
  }
  Interning.table = table;
}

// ── Templates ────────────────────────────────────────────────────────────────────────────────────────────────────────

const PERCENT = 37;
const LETTER_S = 115;
const LETTER_T = 116;

/** `%s`: a string, an integer up to 64 bits or the name of a type; `%t`: the name of the argument's type. */
function addArgument(out: Builder, letter: i32, argument: Value): void {
  if (letter === LETTER_T) addStr(out, typeOf(argument).name);
  else if (isA(argument, Str)) addStr(out, argument as Str);
  else if (isI64(argument)) addDecimal(out, i64Of(argument));
  else if (isA(argument, Type)) addStr(out, (argument as Type).name);
}

export function format4(template: Str, a: Value, b: Value, c: Value, d: Value): Str {
  const out = newBuilder(template.length + 32);
  const size = template.length;
  let used: i32 = 0;
  for (let i: i32 = 0; i < size; i++) {
    const ch = template.data[i];
    const next: i32 = i + 1 < size ? template.data[i + 1] : 0;
    if (ch === PERCENT && (next === LETTER_S || next === LETTER_T)) {
      addArgument(out, next, used === 0 ? a : used === 1 ? b : used === 2 ? c : d);
      used += 1;
      i += 1;
    } else addChar(out, ch);
  }
  return finish(out);
}

export function format1(template: Str, a: Value): Str {
  return format4(template, a, a, a, a);
}

export function format2(template: Str, a: Value, b: Value): Str {
  return format4(template, a, b, b, b);
}

export function format3(template: Str, a: Value, b: Value, c: Value): Str {
  return format4(template, a, b, c, c);
}
