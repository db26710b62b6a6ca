/** Hashes: consistent with `eq?`, `eqv?`, `equal?` and the equality of strings. All are below 2^31. */

import {
  f64Bits,
  floatOf,
  i32,
  type i64,
  i64Of,
  isA,
  isFloat,
  isI64,
  isRef,
  residual,
  shrU,
  type Value,
  wordOf,
} from "../../toolkit/define/mod.ts";
import { Bignum, identityHash } from "../../toolkit/heap/mod.ts";
import { AnyBytevector, AnyVector, Complex, Pair, Ratio, Str, Symbol, type Vector } from "./objects.ts";
import { textHash } from "./symbols.ts";

/** Parts of data deeper than this, and items behind the first ones, do not count. */
const MAX_DEPTH = 4;
const MAX_ITEMS = 16;
const PRIME = 0x01000193;

function mixWord(word: i64): i32 {
  return i32(shrU(word * -7046029254386353131n, 33n));
}

function combine(hash: i32, more: i32): i32 {
  return (hash ^ more) * PRIME;
}

/** Of identity. */
export const eqHash = residual(function (v: Value): i32 {
  if (isA(v, Symbol)) return (v as Symbol).hash & 0x7fffffff;
  return isRef(v) ? identityHash(v as Vector) : mixWord(wordOf(v));
});

function bignumHash(n: Bignum): i32 {
  let hash = n.sign;
  for (let i: i32 = 0; i < n.length; i++) hash = combine(hash, n.digits[i]);
  return hash & 0x7fffffff;
}

/** Numbers by kind and value, everything else by identity. */
export const eqvHash = residual(function (v: Value): i32 {
  if (isI64(v)) return mixWord(i64Of(v));
  if (isFloat(v)) return mixWord(f64Bits(floatOf(v)));
  if (isA(v, Bignum)) return bignumHash(v as Bignum);
  if (isA(v, Ratio)) return combine(eqvHash((v as Ratio).numerator), eqvHash((v as Ratio).denominator)) & 0x7fffffff;
  if (isA(v, Complex)) return combine(eqvHash((v as Complex).real), eqvHash((v as Complex).imaginary)) & 0x7fffffff;
  return eqHash(v);
});

function bytesHash(bytes: AnyBytevector): i32 {
  let hash = bytes.length;
  for (let i: i32 = 0; i < bytes.length; i++) hash = combine(hash, bytes.items[i]);
  return hash;
}

function vectorHash(v: AnyVector, depth: i32): i32 {
  let hash = v.length;
  for (let i: i32 = 0; i < v.length && i < MAX_ITEMS; i++) hash = combine(hash, deepHash(v.items[i], depth));
  return hash;
}

function pairHash(list: Pair, depth: i32): i32 {
  let hash: i32 = 17;
  let rest: Value = list;
  for (let i: i32 = 0; isA(rest, Pair) && i < MAX_ITEMS; i++) {
    hash = combine(hash, deepHash((rest as Pair).car, depth));
    rest = (rest as Pair).cdr;
  }
  return isA(rest, Pair) ? hash : combine(hash, deepHash(rest, depth));
}

function deepHash(v: Value, outer: i32): i32 {
  if (!isRef(v)) return eqvHash(v);
  if (isA(v, Str)) return textHash(v as Str);
  const depth = outer + 1;
  if (isA(v, Pair)) return depth > MAX_DEPTH ? 17 : pairHash(v as Pair, depth);
  if (isA(v, AnyVector)) return depth > MAX_DEPTH ? (v as AnyVector).length : vectorHash(v as AnyVector, depth);
  if (isA(v, AnyBytevector)) return bytesHash(v as AnyBytevector);
  return eqvHash(v);
}

/** By structure. */
export const equalHash = residual(function (v: Value): i32 {
  return deepHash(v, 0) & 0x7fffffff;
});
