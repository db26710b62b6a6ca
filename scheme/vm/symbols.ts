/** Symbols: a table of the interned ones, by their text. */

import { alloc, copyTail, equalTail, type i32, isA, isNil, residual } from "../../toolkit/define/mod.ts";
import { type Chars, NarrowChars, Roots, Str, Symbol, SymbolTable, WideChars } from "./objects.ts";

const FIRST_SIZE = 1024;
/** Of the hash by Fowler, Noll and Vo. */
const PRIME = 0x01000193;

/** Character `index` of a string. */
export function charAt(s: Str, index: i32): i32 {
  const chars = s.chars;
  return isA(chars, NarrowChars) ? (chars as NarrowChars).items[index] : (chars as WideChars).items[index];
}

/** Hash of a text, equal for equal texts of either width; never 0. */
export const textHash = residual(function (s: Str): i32 {
  const chars = s.chars;
  const count = chars.length;
  let hash: i32 = count;
  if (isA(chars, NarrowChars)) {
    for (let i: i32 = 0; i < count; i++) hash = (hash ^ (chars as NarrowChars).items[i]) * PRIME;
  } else {
    for (let i: i32 = 0; i < count; i++) hash = (hash ^ (chars as WideChars).items[i]) * PRIME;
  }
  hash ^= hash >>> 15;
  return hash === 0 ? 1 : hash;
});

/** True for equal texts. */
export const sameText = residual(function (a: Str, b: Str): i32 {
  const x = a.chars;
  const y = b.chars;
  const count = x.length;
  if (y.length !== count) return 0;
  if (isA(x, NarrowChars) && isA(y, NarrowChars)) {
    return equalTail((x as NarrowChars).items, 0, (y as NarrowChars).items, 0, count) ? 1 : 0;
  }
  for (let i: i32 = 0; i < count; i++) {
    if (charAt(a, i) !== charAt(b, i)) return 0;
  }
  return 1;
});

/** Doubles the table. */
function grow(): void {
  const old = Roots.symbols;
  const grown = alloc(SymbolTable, old.length * 2);
  const mask = grown.length - 1;
  for (let i: i32 = 0; i < old.length; i++) {
    let symbol = old.items[i];
    while (!isNil(symbol)) {
      const next = symbol.next;
      symbol.next = grown.items[symbol.hash & mask];
      grown.items[symbol.hash & mask] = symbol;
      symbol = next;
    }
  }
  Roots.symbols = grown;
}

/** Characters of their own. */
export function copyChars(chars: Chars): Chars {
  const count = chars.length;
  if (isA(chars, NarrowChars)) {
    const copy = alloc(NarrowChars, count);
    copyTail(copy.items, 0, (chars as NarrowChars).items, 0, count);
    return copy;
  }
  const copy = alloc(WideChars, count);
  copyTail(copy.items, 0, (chars as WideChars).items, 0, count);
  return copy;
}

/** A string that nothing else can change. */
function asName(s: Str): Str {
  if (s.immutable !== 0) return s;
  const chars = copyChars(s.chars);
  const name = alloc(Str);
  name.chars = chars;
  name.immutable = 1;
  return name;
}

/** The symbol of this text. */
export const intern = residual(function (text: Str): Symbol {
  const hash = textHash(text);
  const first = Roots.symbols.items[hash & (Roots.symbols.length - 1)];
  for (let symbol = first; !isNil(symbol); symbol = symbol.next) {
    if (symbol.hash === hash && sameText(symbol.name, text) !== 0) return symbol;
  }
  if (Roots.symbolCount >= Roots.symbols.length) grow();
  const name = asName(text);
  const symbol = alloc(Symbol);
  const bucket = hash & (Roots.symbols.length - 1);
  symbol.name = name;
  symbol.hash = hash;
  symbol.interned = 1;
  symbol.next = Roots.symbols.items[bucket];
  Roots.symbols.items[bucket] = symbol;
  Roots.symbolCount += 1;
  return symbol;
});

/** A symbol of this text that is no other's. */
export const newUninterned = residual(function (text: Str): Symbol {
  const name = asName(text);
  const symbol = alloc(Symbol);
  symbol.name = name;
  symbol.hash = textHash(text);
  return symbol;
});

/** The table, before the first literal is made. */
export function bootSymbols(): void {
  if (isNil(Roots.symbols)) Roots.symbols = alloc(SymbolTable, FIRST_SIZE);
}

const COLON = 58;
const OPEN = 40;
const CLOSE = 41;

/** Characters of a key up to its name: `(a b):`, `program:`, or none for the core. */
function prefixLength(key: Str): i32 {
  const count = key.chars.length;
  const isLibrary = count > 0 && charAt(key, 0) === OPEN;
  for (let i: i32 = 1; i < count - 1; i++) {
    if (charAt(key, i) === COLON && (!isLibrary || charAt(key, i - 1) === CLOSE)) return i + 1;
  }
  return 0;
}

/** The name in a key: `f` of `(a b):f`, `program:f` and `f`. */
export const nameOfKey = residual(function (key: Symbol): Symbol {
  const start = prefixLength(key.name);
  if (start === 0) return key;
  const count = key.name.chars.length - start;
  const chars = alloc(WideChars, count);
  for (let i: i32 = 0; i < count; i++) chars.items[i] = charAt(key.name, start + i);
  const s = alloc(Str);
  s.chars = chars;
  s.immutable = 1;
  return intern(s);
});
