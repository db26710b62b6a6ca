/**
 * Sum, difference, product and order of integers in any form.
 *
 * Operands are values for which `isInteger` holds; results are canonical. 64-bit operands take a path without scratch
 * memory.
 */

import { addOverflow, type bool, boxInt, type i32, i64, mulOverflow, residual, storeI32, subOverflow, type Value } from "../define/mod.ts";
import { beginOperation, digitCount, digitsOf, makeInteger, signOf } from "./bignum.ts";
import { boxI64, i64Of, isI64 } from "./int64.ts";
import { addDigits, compareDigits, copyDigits, subtractDigits } from "./magnitude.ts";
import { multiplyDigits } from "./multiply.ts";
import { takeDigits } from "./scratch.ts";

/** The one number of 64 bits whose negation has more. */
const MIN_I64 = -0x8000000000000000n;

export const integerAdd = residual(function (a: Value, b: Value): Value {
  if (isI64(a) && isI64(b)) {
    const [sum, over] = addOverflow(i64Of(a), i64Of(b));
    if (!over) return boxI64(sum);
  }
  return addSigned(a, b, signOf(b));
});

export const integerSub = residual(function (a: Value, b: Value): Value {
  if (isI64(a) && isI64(b)) {
    const [difference, over] = subOverflow(i64Of(a), i64Of(b));
    if (!over) return boxI64(difference);
  }
  return addSigned(a, b, -signOf(b));
});

/** a + b, where `sb` stands for the sign of b. */
function addSigned(a: Value, b: Value, sb: i32): Value {
  const na = digitCount(a), nb = digitCount(b);
  beginOperation(i64(na) + i64(nb), 3n);
  const sa = signOf(a);
  const x = digitsOf(a), y = digitsOf(b);
  if (sa === sb || sa === 0 || sb === 0) {
    const count = na > nb ? na : nb;
    const sum = takeDigits(count + 1);
    const carry = na >= nb ? addDigits(sum, x, na, y, nb) : addDigits(sum, y, nb, x, na);
    storeI32(sum + (count << 2), carry);
    return makeInteger(sa === 0 ? sb : sa, sum, count + 1);
  }
  const order = compareDigits(x, na, y, nb);
  if (order === 0) return boxInt(0n);
  const difference = takeDigits(order > 0 ? na : nb);
  if (order > 0) {
    subtractDigits(difference, x, na, y, nb);
    return makeInteger(sa, difference, na);
  }
  subtractDigits(difference, y, nb, x, na);
  return makeInteger(sb, difference, nb);
}

export const integerMul = residual(function (a: Value, b: Value): Value {
  if (isI64(a) && isI64(b)) {
    const [product, over] = mulOverflow(i64Of(a), i64Of(b));
    if (!over) return boxI64(product);
  }
  const na = digitCount(a), nb = digitCount(b);
  beginOperation(i64(na) + i64(nb), 8n);
  const product = takeDigits(na + nb);
  multiplyDigits(product, digitsOf(a), na, digitsOf(b), nb);
  return makeInteger(signOf(a) * signOf(b), product, na + nb);
});

export const integerNegate = residual(function (a: Value): Value {
  if (isI64(a) && i64Of(a) !== MIN_I64) return boxI64(0n - i64Of(a));
  return withSign(a, -signOf(a));
});

export const integerAbs = residual(function (a: Value): Value {
  if (isI64(a) && i64Of(a) !== MIN_I64) return i64Of(a) < 0n ? boxI64(0n - i64Of(a)) : a;
  return signOf(a) > 0 ? a : withSign(a, 1);
});

function withSign(a: Value, sign: i32): Value {
  const n = digitCount(a);
  beginOperation(i64(n), 2n);
  // Copied, because an object's digits may move when the result is allocated.
  const copy = takeDigits(n);
  copyDigits(copy, digitsOf(a), n);
  return makeInteger(sign, copy, n);
}

/** -1, 0 or 1. */
export const integerCompare = residual(function (a: Value, b: Value): i32 {
  if (isI64(a) && isI64(b)) {
    const x = i64Of(a), y = i64Of(b);
    return x < y ? -1 : x > y ? 1 : 0;
  }
  const sa = signOf(a), sb = signOf(b);
  if (sa !== sb) return sa < sb ? -1 : 1;
  // One of them is a Bignum, so a number of 64 bits is the smaller magnitude and its digits are not needed.
  if (isI64(a)) return -sa;
  if (isI64(b)) return sa;
  return sa * compareDigits(digitsOf(a), digitCount(a), digitsOf(b), digitCount(b));
});

export const integerEqual = residual(function (a: Value, b: Value): bool {
  return integerCompare(a, b) === 0;
});
