/**
 * Multiplication of magnitudes: schoolbook, and Karatsuba above `KARATSUBA_DIGITS` (Knuth 4.3.3).
 *
 * Results have exactly na + nb digits (the highest may be zero) and never overlap the operands.
 */

import { i32, i64, loadI32, loadI64, shrU, storeI32, storeI64, u32 } from "../define/mod.ts";
import { addDigits, addInPlace, clearDigits, subtractInPlace } from "./magnitude.ts";
import { scratchMark, scratchRelease, takeDigits } from "./scratch.ts";

/** From this size of the shorter factor on Karatsuba wins. */
const KARATSUBA_DIGITS = 40;

/** r = a * b. */
export function multiplyDigits(r: i32, a: i32, na: i32, b: i32, nb: i32): void {
  if (na < nb) multiplyLonger(r, b, nb, a, na);
  else multiplyLonger(r, a, na, b, nb);
}

/** The same for na ≥ nb. */
function multiplyLonger(r: i32, a: i32, na: i32, b: i32, nb: i32): void {
  if (nb < KARATSUBA_DIGITS) multiplySchoolbook(r, a, na, b, nb);
  else if (nb << 1 <= na + 1) multiplyUnbalanced(r, a, na, b, nb);
  else multiplyKaratsuba(r, a, na, b, nb);
}

function multiplySchoolbook(r: i32, a: i32, na: i32, b: i32, nb: i32): void {
  clearDigits(r, na);
  for (let j = 0; j < nb; j++) storeI32(r + ((na + j) << 2), multiplyAdd(r + (j << 2), a, na, loadI32(b + (j << 2))));
}

const LOW = 0xffffffffn;

/** r += a * factor over `na` digits; returns the digit above them. Two digits at a time. */
function multiplyAdd(r: i32, a: i32, na: i32, factor: i32): i32 {
  const f = i64(u32(factor));
  let carry = 0n;
  const end = r + ((na & -2) << 2);
  let from = a;
  let at = r;
  for (; at !== end; at += 8) {
    const x = loadI64(from), y = loadI64(at);
    const low = (x & LOW) * f + (y & LOW) + carry;
    const high = shrU(x, 32n) * f + shrU(y, 32n) + shrU(low, 32n);
    storeI64(at, (low & LOW) | (high << 32n));
    carry = shrU(high, 32n);
    from += 8;
  }
  if ((na & 1) !== 0) {
    carry += i64(u32(loadI32(from))) * f + i64(u32(loadI32(at)));
    storeI32(at, i32(carry));
    carry = shrU(carry, 32n);
  }
  return i32(carry);
}

/** Cuts the longer factor into pieces as long as the shorter one. */
function multiplyUnbalanced(r: i32, a: i32, na: i32, b: i32, nb: i32): void {
  clearDigits(r, na + nb);
  const mark = scratchMark();
  const product = takeDigits(nb << 1);
  for (let at = 0; at < na; at += nb) {
    const count = na - at < nb ? na - at : nb;
    multiplyDigits(product, b, nb, a + (at << 2), count);
    addInPlace(r + (at << 2), na + nb - at, product, nb + count);
  }
  scratchRelease(mark);
}

/** Three products of half the size; na ≥ nb > (na + 1) / 2. */
function multiplyKaratsuba(r: i32, a: i32, na: i32, b: i32, nb: i32): void {
  const half = (na + 1) >> 1;
  const aHigh = a + (half << 2), bHigh = b + (half << 2), rHigh = r + (half << 3);
  multiplyLonger(r, a, half, b, half);
  multiplyLonger(rHigh, aHigh, na - half, bHigh, nb - half);
  const mark = scratchMark();
  const aSum = takeDigits(half + 1), bSum = takeDigits(half + 1);
  const count = (half + 1) << 1;
  const middle = takeDigits(count);
  storeI32(aSum + (half << 2), addDigits(aSum, a, half, aHigh, na - half));
  storeI32(bSum + (half << 2), addDigits(bSum, b, half, bHigh, nb - half));
  multiplyLonger(middle, aSum, half + 1, bSum, half + 1);
  subtractInPlace(middle, count, r, half << 1);
  subtractInPlace(middle, count, rHigh, na + nb - (half << 1));
  const room = na + nb - half;
  addInPlace(r + (half << 2), room, middle, count < room ? count : room);
  scratchRelease(mark);
}
