/**
 * `repr` of containers and strings: element by element into a builder, with a guard against containers that hold themselves.
 */

import { attempt, ERROR, errorPending, globals, type i32, isA, literal, takeError, utf8, type Value } from "../../toolkit/define/mod.ts";
import { type Dict, List, type PySet, type Str, type Tuple, Types } from "./objects.ts";
import { charAt, charLength, concatStrings } from "./messages.ts";
import { nextCell, tableOf } from "./set_table.ts";
import { reprOf } from "./operators.ts";
import { typeOf } from "./types.ts";
import { addChar, addLatin1, addPart, addStr, type Builder, finish, newBuilder } from "./str_builder.ts";
import { dictKeyAt, dictNext, dictValueAt } from "./dict.ts";
import { findChar } from "./str_core.ts";
import { listAppend, newList } from "./list_methods.ts";
import { plainValue } from "./value_instances.ts";
import { hasProperty, U_PRINTABLE } from "../../toolkit/library/unicode.ts";

/** Containers whose `repr` is under way. */
@globals()
export class ReprState {
  static active: List;
}

export function bootRepr(): void {
  ReprState.active = newList(0);
}

/** Notes that `repr` of `v` begins; 0 when it is under way already. Its end is `leaveRepr`. */
export function enterRepr(v: Value): i32 {
  const l = ReprState.active;
  for (let i = 0; i < l.size; i++) if (l.items.items[i] === v) return 0;
  listAppend(l, v);
  return 1;
}

export function leaveRepr(): void {
  const l = ReprState.active;
  l.size -= 1;
  l.items.items[l.size] = ERROR;
}

/** `repr` of a list or tuple. */
export function reprSequence(self: Value): Value {
  const list = isA(self, List);
  if (enterRepr(self) === 0) return list ? literal("[...]") : literal("(...)");
  const b = newBuilder(64);
  addChar(b, list ? 91 : 40);
  attempt(list ? addListItems(b, self as List) : addTupleItems(b, self as Tuple));
  leaveRepr();
  if (errorPending()) throw takeError();
  addChar(b, list ? 93 : 41);
  return finish(b);
}

function addListItems(b: Builder, l: List): i32 {
  for (let i = 0; i < l.size; i++) {
    if (i > 0) addLatin1(b, utf8(", "), 2);
    addStr(b, reprOf(l.items.items[i]));
  }
  return 0;
}

function addTupleItems(b: Builder, t: Tuple): i32 {
  for (let i = 0; i < t.length; i++) {
    if (i > 0) addLatin1(b, utf8(", "), 2);
    addStr(b, reprOf(t.items[i]));
  }
  if (t.length === 1) addChar(b, 44);
  return 0;
}

/** `repr` of a dict. */
export function reprDict(self: Value): Value {
  if (enterRepr(self) === 0) return literal("{...}");
  const b = newBuilder(64);
  addChar(b, 123);
  attempt(addDictItems(b, self as Dict));
  leaveRepr();
  if (errorPending()) throw takeError();
  addChar(b, 125);
  return finish(b);
}

function addDictItems(b: Builder, d: Dict): i32 {
  let first = true;
  for (let e = dictNext(d, 0); e >= 0; e = dictNext(d, e + 1)) {
    if (!first) addLatin1(b, utf8(", "), 2);
    first = false;
    const value = dictValueAt(d, e);
    addStr(b, reprOf(dictKeyAt(d, e)));
    addLatin1(b, utf8(": "), 2);
    addStr(b, reprOf(value));
  }
  return 0;
}

/** `repr` of a set or frozenset, or of an instance of a subclass. */
export function reprSet(self: Value): Value {
  const s = plainValue(self) as PySet;
  const name = typeOf(self).name;
  if (s.table.size === 0) return concatStrings(name, literal("()"));
  if (enterRepr(self) === 0) return concatStrings(name, literal("(...)"));
  const plain = typeOf(self) === Types.set_;
  const b = newBuilder(64);
  if (!plain) {
    addStr(b, name);
    addChar(b, 40);
  }
  addChar(b, 123);
  attempt(addSetItems(b, tableOf(s)));
  leaveRepr();
  if (errorPending()) throw takeError();
  addChar(b, 125);
  if (!plain) addChar(b, 41);
  return finish(b);
}

function addSetItems(b: Builder, d: Dict): i32 {
  let first = true;
  for (let i = nextCell(d, 0); i >= 0; i = nextCell(d, i + 1)) {
    if (!first) addLatin1(b, utf8(", "), 2);
    first = false;
    addStr(b, reprOf(d.entries.items[i]));
  }
  return 0;
}

// ── Strings ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const BACKSLASH = 92;

function hexDigit(d: i32): i32 {
  return d < 10 ? 48 + d : 87 + d;
}

function addHex(b: Builder, value: i32, digits: i32): void {
  for (let shift = 4 * (digits - 1); shift >= 0; shift -= 4) addChar(b, hexDigit((value >> shift) & 15));
}

/** `\n`, `\xhh`, `\uhhhh` or `\Uhhhhhhhh`. */
export function addEscape(b: Builder, c: i32): void {
  addChar(b, BACKSLASH);
  if (c === 10) addChar(b, 110);
  else if (c === 13) addChar(b, 114);
  else if (c === 9) addChar(b, 116);
  else if (c < 256) {
    addChar(b, 120);
    addHex(b, c, 2);
  } else if (c < 65536) {
    addChar(b, 117);
    addHex(b, c, 4);
  } else {
    addChar(b, 85);
    addHex(b, c, 8);
  }
}

/** The quote of a literal: double where the text has single ones only. */
function quoteFor(s: Str): i32 {
  const n = charLength(s);
  return findChar(s, 39, 0, n) >= 0 && findChar(s, 34, 0, n) < 0 ? 34 : 39;
}

function needsEscape(c: i32, quote: i32, asciiOnly: i32): i32 {
  if (c === quote || c === BACKSLASH) return 1;
  if (c >= 32 && c < 127) return 0;
  return c < 128 || asciiOnly !== 0 || !hasProperty(c, U_PRINTABLE) ? 1 : 0;
}

/** The literal of a string: `repr` (asciiOnly 0) or `ascii` (1). */
export function reprStr(s: Str, asciiOnly: i32): Str {
  const quote = quoteFor(s);
  const n = charLength(s);
  const b = newBuilder(n + 2);
  addChar(b, quote);
  let start = 0;
  for (let i = 0; i < n; i++) {
    const c = charAt(s, i);
    if (needsEscape(c, quote, asciiOnly) !== 0) {
      addPart(b, s, start, i);
      start = i + 1;
      if (c === quote || c === BACKSLASH) {
        addChar(b, BACKSLASH);
        addChar(b, c);
      } else addEscape(b, c);
    }
  }
  addPart(b, s, start, n);
  addChar(b, quote);
  return finish(b);
}

/** Text whose characters beyond ASCII are escaped: `ascii(v)` from `repr(v)`. */
export function escapeNonAscii(s: Str): Str {
  const n = charLength(s);
  const b = newBuilder(n);
  for (let i = 0; i < n; i++) {
    const c = charAt(s, i);
    if (c < 128) addChar(b, c);
    else addEscape(b, c);
  }
  return finish(b);
}

/** `b'…'`: the literal of `size` bytes at `address` (of an object that stays where it is until the next allocation). */
export function addByteEscape(b: Builder, c: i32, quote: i32): void {
  if (c === quote || c === BACKSLASH) {
    addChar(b, BACKSLASH);
    addChar(b, c);
  } else if (c >= 32 && c < 127) addChar(b, c);
  else addEscape(b, c);
}
