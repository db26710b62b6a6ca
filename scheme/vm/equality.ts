/**
 * `eqv?` and `equal?`.
 *
 * `equal?` compares recursively with a budget. When it runs out (deep, large or circular data), the comparison starts anew with a list of
 * what is to be compared and classes of objects: those compared before are taken for equal, so it ends on circular data, too (Adams and
 * Dybvig, "Efficient nondestructive equality checking for trees and graphs", ICFP 2008).
 */

import {
  alloc,
  type bool,
  copyTail,
  equalTail,
  ERROR,
  globals,
  type i32,
  isA,
  isRef,
  kindOf,
  residual,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Bignum, identityHash, Int64 } from "../../toolkit/heap/mod.ts";
import { AnyBytevector, AnyVector, Complex, Integers, NULL, Pair, Ratio, Str, Vector } from "./objects.ts";
import { sameText } from "./symbols.ts";
import { cons } from "./values.ts";

const DIFFERENT = 0;
const EQUAL = 1;
const UNKNOWN = 2;
const MAX_DEPTH = 100;
const BUDGET = 100000;

/** True for a number that is no word. */
export function isNumberObject(v: Value): bool {
  return isA(v, Int64) || isA(v, Bignum) || isA(v, Ratio) || isA(v, Complex);
}

/** True for equal numbers of the same kind in objects of their own: they have one form each, so their parts are the same. */
function sameNumberObject(a: Value, b: Value): bool {
  if (kindOf(a) !== kindOf(b)) return false;
  if (isA(a, Int64)) return (a as Int64).integer === (b as Int64).integer;
  if (isA(a, Bignum)) return sameDigits(a as Bignum, b as Bignum);
  if (isA(a, Ratio)) {
    return eqv((a as Ratio).numerator, (b as Ratio).numerator) && eqv((a as Ratio).denominator, (b as Ratio).denominator);
  }
  return isA(a, Complex) && eqv((a as Complex).real, (b as Complex).real) && eqv((a as Complex).imaginary, (b as Complex).imaginary);
}

function sameDigits(a: Bignum, b: Bignum): bool {
  return a.sign === b.sign && a.length === b.length && equalTail(a.digits, 0, b.digits, 0, a.length);
}

/** `eqv?` */
export const eqv = residual(function (a: Value, b: Value): bool {
  return a === b || isRef(a) && isRef(b) && sameNumberObject(a, b);
});

/** Objects without parts that could be compared. */
function sameLeaf(a: Value, b: Value): bool {
  if (isA(a, Str)) return isA(b, Str) && sameText(a as Str, b as Str) !== 0;
  if (isA(a, AnyBytevector)) {
    const x = a as AnyBytevector;
    return isA(b, AnyBytevector) && x.length === (b as AnyBytevector).length &&
      equalTail(x.items, 0, (b as AnyBytevector).items, 0, x.length);
  }
  return sameNumberObject(a, b);
}

// ── With a budget ────────────────────────────────────────────────────────────────────────────────────────────────────

@globals()
class Search {
  static budget: i32;
  /** Objects by hash, and the number of each. */
  static keys: Vector;
  static numbers: Integers;
  /** A number's class is its own, or that of its parent. */
  static parents: Integers;
  static count: i32;
}

function equalVectors(x: AnyVector, y: AnyVector, depth: i32): i32 {
  if (x.length !== y.length) return DIFFERENT;
  for (let i: i32 = 0; i < x.length; i++) {
    const result = equalTrees(x.items[i], y.items[i], depth + 1);
    if (result !== EQUAL) return result;
  }
  return EQUAL;
}

function equalTrees(left: Value, right: Value, depth: i32): i32 {
  let a = left;
  let b = right;
  if (depth > MAX_DEPTH) return UNKNOWN;
  while (a !== b) {
    if (!isRef(a) || !isRef(b)) return DIFFERENT;
    Search.budget -= 1;
    if (Search.budget < 0) return UNKNOWN;
    if (isA(a, AnyVector)) return isA(b, AnyVector) ? equalVectors(a as AnyVector, b as AnyVector, depth) : DIFFERENT;
    if (!isA(a, Pair)) return sameLeaf(a, b) ? EQUAL : DIFFERENT;
    if (!isA(b, Pair)) return DIFFERENT;
    const result = equalTrees((a as Pair).car, (b as Pair).car, depth + 1);
    if (result !== EQUAL) return result;
    a = (a as Pair).cdr;
    b = (b as Pair).cdr;
  }
  return EQUAL;
}

// ── With classes ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Where an object is in the table, or its free place. */
function placeOf(keys: Vector, v: Value): i32 {
  const mask = keys.length - 1;
  let place = identityHash(v as Vector) & mask;
  while (keys.items[place] !== ERROR && keys.items[place] !== v) place = (place + 1) & mask;
  return place;
}

function growTable(): void {
  const size = Search.keys.length * 2;
  const keys = alloc(Vector, size);
  const numbers = alloc(Integers, size);
  const parents = alloc(Integers, size);
  const old = Search.keys;
  copyTail(parents.items, 0, Search.parents.items, 0, Search.count);
  for (let i: i32 = 0; i < old.length; i++) {
    const v = old.items[i];
    if (v === ERROR) continue;
    const place = placeOf(keys, v);
    keys.items[place] = v;
    numbers.items[place] = Search.numbers.items[i];
  }
  Search.keys = keys;
  Search.numbers = numbers;
  Search.parents = parents;
}

/** The class of an object. */
function classOf(v: Value): i32 {
  if (Search.count * 2 >= Search.keys.length) growTable();
  const place = placeOf(Search.keys, v);
  if (Search.keys.items[place] === ERROR) {
    Search.keys.items[place] = v;
    Search.numbers.items[place] = Search.count;
    Search.parents.items[Search.count] = Search.count;
    Search.count += 1;
  }
  let n = Search.numbers.items[place];
  while (Search.parents.items[n] !== n) {
    Search.parents.items[n] = Search.parents.items[Search.parents.items[n]];
    n = Search.parents.items[n];
  }
  return n;
}

/** Unites the classes of two objects; false when they are one already. */
function unite(a: Value, b: Value): bool {
  const x = classOf(a);
  const y = classOf(b);
  if (x === y) return false;
  Search.parents.items[x] = y;
  return true;
}

/** Compares two words; pairs of parts to compare come before `rest`. ERROR: they differ. */
function compareParts(a: Value, b: Value, rest: Value): Value {
  if (a === b) return rest;
  if (!isRef(a) || !isRef(b)) return ERROR;
  if (isA(a, Pair)) {
    if (!isA(b, Pair)) return ERROR;
    if (!unite(a, b)) return rest;
    return cons(cons((a as Pair).car, (b as Pair).car), cons(cons((a as Pair).cdr, (b as Pair).cdr), rest));
  }
  if (!isA(a, AnyVector)) return sameLeaf(a, b) ? rest : ERROR;
  if (!isA(b, AnyVector) || (a as AnyVector).length !== (b as AnyVector).length) return ERROR;
  if (!unite(a, b)) return rest;
  let parts = rest;
  for (let i: i32 = (a as AnyVector).length - 1; i >= 0; i--) {
    parts = cons(cons((a as AnyVector).items[i], (b as AnyVector).items[i]), parts);
  }
  return parts;
}

function equalGraphs(a: Value, b: Value): i32 {
  Search.count = 0;
  Search.keys = alloc(Vector, 64);
  Search.numbers = alloc(Integers, 64);
  Search.parents = alloc(Integers, 64);
  let parts: Value = cons(cons(a, b), NULL);
  while (isA(parts, Pair)) {
    const two = (parts as Pair).car as Pair;
    parts = compareParts(two.car, two.cdr, (parts as Pair).cdr);
  }
  Search.keys = alloc(Vector, 0);
  return parts === ERROR ? DIFFERENT : EQUAL;
}

/** `equal?` of two words that differ: 1 or 0. */
export const equalObjects = residual(function (a: Value, b: Value): i32 {
  if (!isRef(a) || !isRef(b)) return DIFFERENT;
  if (isA(a, Str)) return isA(b, Str) ? sameText(a as Str, b as Str) : DIFFERENT;
  Search.budget = BUDGET;
  const result = equalTrees(a, b, 0);
  return result === UNKNOWN ? equalGraphs(a, b) : result;
});
