/**
 * Quotients and remainders of integers in any form.
 *
 * Division by zero is the caller's to refuse. Everything is computed in scratch memory before the first result is allocated.
 */

import { type bool, type i32, i64, residual, storeI32, type Value } from "../define/mod.ts";
import { beginOperation, digitCount, digitsOf, makeInteger, signOf } from "./bignum.ts";
import { divideDigits } from "./divide.ts";
import { boxI64, i64Of, isI64 } from "./int64.ts";
import { copyDigits, incrementDigits, subtractDigits, trim } from "./magnitude.ts";
import { takeDigits } from "./scratch.ts";

/** Magnitudes of quotient and remainder in scratch memory (address, digits, address, digits). */
function divideMagnitudes(a: Value, b: Value, isFloor: bool): [i32, i32, i32, i32] {
  const na = digitCount(a), nb = digitCount(b);
  beginOperation(i64(na) + i64(nb) + 2n, 10n);
  const x = digitsOf(a), y = digitsOf(b);
  const rest = takeDigits(nb);
  // A digit more than the quotient of the magnitudes has, for the step from truncation to floor.
  const count = na < nb ? 1 : na - nb + 2;
  const quotient = takeDigits(count);
  storeI32(quotient + (count << 2) - 4, 0);
  if (na < nb) {
    copyDigits(rest, x, na);
    for (let i = na; i < nb; i++) storeI32(rest + (i << 2), 0);
  } else {
    divideDigits(quotient, rest, x, na, y, nb);
  }
  if (isFloor && signOf(a) !== signOf(b) && trim(rest, nb) !== 0) {
    incrementDigits(quotient, count);
    subtractDigits(rest, y, nb, rest, nb);
  }
  return [quotient, count, rest, nb];
}

/** True when 64-bit division does it: it traps for -2^63 / -1 only. */
function isShort(a: Value, b: Value): bool {
  return isI64(a) && isI64(b) && i64Of(b) !== -1n;
}

export const integerTruncDiv = residual(function (a: Value, b: Value): Value {
  if (isShort(a, b)) return boxI64(i64Of(a) / i64Of(b));
  const [quotient, n, _rest, _m] = divideMagnitudes(a, b, false);
  return makeInteger(signOf(a) * signOf(b), quotient, n);
});

/** The remainder of `integerTruncDiv`: has the sign of the dividend. */
export const integerTruncMod = residual(function (a: Value, b: Value): Value {
  if (isShort(a, b)) return boxI64(i64Of(a) % i64Of(b));
  const [_quotient, _n, rest, m] = divideMagnitudes(a, b, false);
  return makeInteger(signOf(a), rest, m);
});

export const integerFloorDiv = residual(function (a: Value, b: Value): Value {
  if (isShort(a, b)) return boxI64(floorDiv(i64Of(a), i64Of(b)));
  const [quotient, n, _rest, _m] = divideMagnitudes(a, b, true);
  return makeInteger(signOf(a) * signOf(b), quotient, n);
});

/** The remainder of `integerFloorDiv`: has the sign of the divisor. */
export const integerFloorMod = residual(function (a: Value, b: Value): Value {
  if (isShort(a, b)) return boxI64(floorMod(i64Of(a), i64Of(b)));
  const [_quotient, _n, rest, m] = divideMagnitudes(a, b, true);
  return makeInteger(signOf(b), rest, m);
});

/** Floor quotient and remainder at once. */
export const integerDivMod = residual(function (a: Value, b: Value): [Value, Value] {
  if (isShort(a, b)) {
    const q = boxI64(floorDiv(i64Of(a), i64Of(b)));
    return [q, boxI64(floorMod(i64Of(a), i64Of(b)))];
  }
  const sign = signOf(b);
  const [quotient, n, rest, m] = divideMagnitudes(a, b, true);
  const q = makeInteger(signOf(a) * sign, quotient, n);
  return [q, makeInteger(sign, rest, m)];
});

function floorDiv(x: i64, y: i64): i64 {
  const quotient = x / y;
  return quotient * y !== x && (x ^ y) < 0n ? quotient - 1n : quotient;
}

function floorMod(x: i64, y: i64): i64 {
  const rest = x % y;
  return rest !== 0n && (rest ^ y) < 0n ? rest + y : rest;
}
