/**
 * Integer division and what rests on it: quotients and remainders, greatest common divisors, square roots and powers of integers.
 *
 * Flonums that are integers are allowed wherever integers are; then the result is a flonum.
 */

import {
  alloc,
  boxFloat,
  boxI64,
  boxInt,
  f64,
  floatOf,
  type i32,
  i64,
  i64Of,
  isFloat,
  isI64,
  literal,
  residual,
  sqrt,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  integerAbs,
  integerAnd,
  integerFloorDiv,
  integerFloorMod,
  integerFromF64,
  integerGcd,
  integerInvert,
  integerMul,
  integerOr,
  integerShiftLeft,
  integerShiftRight,
  integerSquareRoot,
  integerSub,
  integerToF64,
  integerTruncDiv,
  integerTruncMod,
  integerXor,
  isInteger,
} from "../../toolkit/heap/mod.ts";
import { type Symbol, Values } from "./objects.ts";
import { divisionByZero, outOfRange, wrongType } from "./errors.ts";
import { isExactZero, isIntegralFlonum, signOfExact } from "./number_kinds.ts";

const MIN_I64 = -0x8000000000000000n;
const MAX_I64 = 0x7fffffffffffffffn;

/** The exact integer that an argument is or equals. */
function integerArgument(who: Symbol, position: i32, v: Value): Value {
  if (isInteger(v)) return v;
  if (!isIntegralFlonum(v)) throw wrongType(who, position, literal("an integer"), v);
  return integerFromF64(floatOf(v));
}

/** The result in the exactness of the arguments. */
function result(v: Value, a: Value, b: Value): Value {
  return isFloat(a) || isFloat(b) ? boxFloat(integerToF64(v)) : v;
}

function divisor(who: Symbol, v: Value): Value {
  const d = integerArgument(who, 2, v);
  if (isExactZero(d)) throw divisionByZero(who);
  return d;
}

// ── Quotients and remainders ─────────────────────────────────────────────────────────────────────────────────────────

/** `quotient`, `truncate-quotient` */
export const quotient = residual(function (a: Value, b: Value): Value {
  const n = integerArgument(literal("quotient"), 1, a);
  return result(integerTruncDiv(n, divisor(literal("quotient"), b)), a, b);
});

/** `remainder`, `truncate-remainder` */
export const remainder = residual(function (a: Value, b: Value): Value {
  const n = integerArgument(literal("remainder"), 1, a);
  return result(integerTruncMod(n, divisor(literal("remainder"), b)), a, b);
});

/** `modulo`, `floor-remainder` */
export const modulo = residual(function (a: Value, b: Value): Value {
  const n = integerArgument(literal("modulo"), 1, a);
  return result(integerFloorMod(n, divisor(literal("modulo"), b)), a, b);
});

/** `floor-quotient` */
export const floorQuotient = residual(function (a: Value, b: Value): Value {
  const n = integerArgument(literal("floor-quotient"), 1, a);
  return result(integerFloorDiv(n, divisor(literal("floor-quotient"), b)), a, b);
});

export function twoValues(first: Value, second: Value): Values {
  const values = alloc(Values, 2);
  values.items[0] = first;
  values.items[1] = second;
  return values;
}

/** `floor/` */
export function floorBoth(a: Value, b: Value): Value {
  const n = integerArgument(literal("floor/"), 1, a);
  const d = divisor(literal("floor/"), b);
  const q = result(integerFloorDiv(n, d), a, b);
  return twoValues(q, result(integerFloorMod(n, d), a, b));
}

/** `truncate/` */
export function truncateBoth(a: Value, b: Value): Value {
  const n = integerArgument(literal("truncate/"), 1, a);
  const d = divisor(literal("truncate/"), b);
  const q = result(integerTruncDiv(n, d), a, b);
  return twoValues(q, result(integerTruncMod(n, d), a, b));
}

// ── Divisors ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The greatest common divisor of `a`, which is an integer, and `b`, argument `position` of `gcd`. */
export function gcd(a: Value, b: Value, position: i32): Value {
  const x = integerArgument(literal("gcd"), 1, a);
  return result(integerGcd(x, integerArgument(literal("gcd"), position, b)), a, b);
}

/** Likewise the least common multiple. */
export function lcm(a: Value, b: Value, position: i32): Value {
  const x = integerArgument(literal("lcm"), 1, a);
  const y = integerArgument(literal("lcm"), position, b);
  if (isExactZero(x) || isExactZero(y)) return result(boxInt(0n), a, b);
  const reduced = integerTruncDiv(x, integerGcd(x, y));
  return result(integerAbs(integerMul(reduced, y)), a, b);
}

// ── Roots ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Largest i with i * i ≤ n, for n ≥ 0 of at most 64 bits. */
function rootOf64(n: i64): i64 {
  // Off by one at most: the square root of the rounded number is rounded again.
  const root = i64(sqrt(f64(n)));
  if (root > 3037000499n || root * root > n) return root - 1n;
  return root < 3037000499n && (root + 1n) * (root + 1n) <= n ? root + 1n : root;
}

/** Largest integer whose square is not above an integer ≥ 0. */
export const integerRoot = residual(function (n: Value): Value {
  return isI64(n) ? boxI64(rootOf64(i64Of(n))) : integerSquareRoot(n);
});

/** `exact-integer-sqrt` */
export function exactIntegerSqrt(v: Value): Value {
  if (!isInteger(v)) throw wrongType(literal("exact-integer-sqrt"), 1, literal("an exact integer"), v);
  if (signOfExact(v) < 0) throw outOfRange(literal("exact-integer-sqrt"), 1, v);
  const root = integerRoot(v);
  return twoValues(root, integerSub(v, integerMul(root, root)));
}

// ── Bits ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

function exactArgument(who: Symbol, position: i32, v: Value): Value {
  if (!isInteger(v)) throw wrongType(who, position, literal("an exact integer"), v);
  return v;
}

/** `bitwise-and` and so on */
export const bitwiseAnd = residual(function (a: Value, b: Value): Value {
  const x = exactArgument(literal("bitwise-and"), 1, a);
  return integerAnd(x, exactArgument(literal("bitwise-and"), 2, b));
});
export const bitwiseOr = residual(function (a: Value, b: Value): Value {
  const x = exactArgument(literal("bitwise-ior"), 1, a);
  return integerOr(x, exactArgument(literal("bitwise-ior"), 2, b));
});
export const bitwiseXor = residual(function (a: Value, b: Value): Value {
  const x = exactArgument(literal("bitwise-xor"), 1, a);
  return integerXor(x, exactArgument(literal("bitwise-xor"), 2, b));
});
export const bitwiseNot = residual(function (a: Value): Value {
  return integerInvert(exactArgument(literal("bitwise-not"), 1, a));
});

/** `arithmetic-shift`: left for a positive count. */
export const arithmeticShift = residual(function (a: Value, count: Value): Value {
  const x = exactArgument(literal("arithmetic-shift"), 1, a);
  const by = exactArgument(literal("arithmetic-shift"), 2, count);
  if (!isI64(by)) throw outOfRange(literal("arithmetic-shift"), 2, count);
  const n = i64Of(by);
  return n >= 0n ? integerShiftLeft(x, n) : integerShiftRight(x, n === MIN_I64 ? MAX_I64 : 0n - n);
});
