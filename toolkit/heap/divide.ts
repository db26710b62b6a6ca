/**
 * Division of magnitudes: by one digit, schoolbook (Knuth's algorithm D), and recursive above `RECURSIVE_DIGITS`
 * (Burnikel and Ziegler; Brent and Zimmermann, "Modern Computer Arithmetic", algorithm 1.8).
 *
 * The core works in place: the dividend becomes the remainder. Divisors of the core have their highest bit set.
 */

import { clz, divU, i32, i64, loadI32, ltU, remU, shrU, storeI32, u32 } from "../define/mod.ts";
import {
  addInPlace,
  compareDigits,
  copyDigits,
  decrementDigits,
  shiftDigitsLeft,
  shiftDigitsRight,
  subtractDigits,
  subtractInPlace,
} from "./magnitude.ts";
import { multiplyDigits } from "./multiply.ts";
import { scratchMark, scratchRelease, takeDigits } from "./scratch.ts";

const RECURSIVE_DIGITS = 60;
const LOW = 0xffffffffn;

/** q = a / divisor for a 32-bit divisor; returns the remainder. `q` may be `a`. */
export function divideSmall(q: i32, a: i32, na: i32, divisor: i32): i32 {
  const d = i64(u32(divisor));
  let rest = 0n;
  for (let i = na - 1; i >= 0; i--) {
    const word = (rest << 32n) | i64(u32(loadI32(a + (i << 2))));
    const digit = divU(word, d);
    storeI32(q + (i << 2), i32(digit));
    rest = word - digit * d;
  }
  return i32(rest);
}

/**
 * q = a / b, r = a mod b for trimmed na ≥ nb ≥ 1: na - nb + 1 digits of quotient and nb of remainder are written. Neither
 * may overlap the operands.
 */
export function divideDigits(q: i32, r: i32, a: i32, na: i32, b: i32, nb: i32): void {
  if (nb === 1) {
    storeI32(r, divideSmall(q, a, na, loadI32(b)));
    return;
  }
  const mark = scratchMark();
  const shift = clz(loadI32(b + (nb << 2) - 4));
  const divisor = takeDigits(nb);
  const rest = takeDigits(na + 1);
  shiftDigitsLeft(divisor, b, nb, shift);
  storeI32(rest + (na << 2), shiftDigitsLeft(rest, a, na, shift));
  divideInPlace(q, rest, na + 1 - nb, divisor, nb);
  shiftDigitsRight(r, rest, nb, shift);
  scratchRelease(mark);
}

/** Quotient of any length: in pieces as long as the divisor, from the highest. The dividend's highest digits are below b. */
function divideInPlace(q: i32, a: i32, m: i32, b: i32, n: i32): void {
  let at = m;
  let piece = m % n;
  if (piece === 0) piece = n;
  while (at > 0) {
    at -= piece;
    divideRecursive(q + (at << 2), a + (at << 2), piece, b, n);
    piece = n;
  }
}

/**
 * Divides the n + m digits at `a` by the n at `b`, m ≤ n: the low n digits become the remainder, m digits go to `q`, the
 * quotient's top bit (0 or 1) is returned.
 */
function divideRecursive(q: i32, a: i32, m: i32, b: i32, n: i32): i32 {
  if (m < RECURSIVE_DIGITS) return divideSchoolbook(q, a, m, b, n);
  const mark = scratchMark();
  const k = m >> 1;
  const bHigh = b + (k << 2), aMiddle = a + (k << 2);
  const product = takeDigits(m);
  // High part of the quotient from the high part of the divisor, then correct for its low part.
  let top = divideRecursive(q + (k << 2), a + (k << 3), m - k, bHigh, n - k);
  multiplyDigits(product, q + (k << 2), m - k, b, k);
  let owed = subtractInPlace(aMiddle, n, product, m);
  if (top !== 0) owed += subtractInPlace(a + (m << 2), n + k - m, b, k);
  while (owed !== 0) {
    top -= decrementDigits(q + (k << 2), m - k);
    owed -= addInPlace(aMiddle, n, b, n);
  }
  // The same for the low part.
  let lowTop = divideRecursive(q, aMiddle, k, bHigh, n - k);
  multiplyDigits(product, q, k, b, k);
  owed = subtractInPlace(a, n, product, k << 1);
  if (lowTop !== 0) owed += subtractInPlace(aMiddle, n - k, b, k);
  while (owed !== 0) {
    lowTop -= decrementDigits(q, k);
    owed -= addInPlace(a, n, b, n);
  }
  scratchRelease(mark);
  return top;
}

/** Algorithm D with the contract of `divideRecursive`, any m, n ≥ 2. */
function divideSchoolbook(q: i32, a: i32, m: i32, b: i32, n: i32): i32 {
  const high = a + (m << 2);
  let top = 0;
  if (compareDigits(high, n, b, n) >= 0) {
    subtractDigits(high, high, n, b, n);
    top = 1;
  }
  const b1 = i64(u32(loadI32(b + (n << 2) - 4)));
  const b2 = i64(u32(loadI32(b + (n << 2) - 8)));
  for (let j = m - 1; j >= 0; j--) {
    const at = a + ((j + n) << 2);
    const a0 = i64(u32(loadI32(at)));
    const word = (a0 << 32n) | i64(u32(loadI32(at - 4)));
    const a2 = i64(u32(loadI32(at - 8)));
    let guess = LOW;
    let rest = word - LOW * b1;
    if (a0 < b1) {
      guess = divU(word, b1);
      rest = remU(word, b1);
    }
    while (rest <= LOW && ltU((rest << 32n) | a2, guess * b2)) {
      guess -= 1n;
      rest += b1;
    }
    if (multiplySubtract(a + (j << 2), b, n, guess) !== 0) {
      guess -= 1n;
      addInPlace(a + (j << 2), n + 1, b, n);
    }
    storeI32(q + (j << 2), i32(guess));
  }
  return top;
}

/** a -= b * factor over n + 1 digits; returns the borrow. */
function multiplySubtract(a: i32, b: i32, n: i32, factor: i64): i32 {
  let carry = 0n; // what the next digit owes
  for (let i = 0; i < n; i++) {
    const product = i64(u32(loadI32(b + (i << 2)))) * factor + carry;
    const digit = i64(u32(loadI32(a + (i << 2)))) - (product & LOW);
    storeI32(a + (i << 2), i32(digit));
    carry = shrU(product, 32n) - (digit >> 63n);
  }
  const digit = i64(u32(loadI32(a + (n << 2)))) - carry;
  storeI32(a + (n << 2), i32(digit));
  return digit < 0n ? 1 : 0;
}

/** r = a mod b for trimmed magnitudes; nb digits are written. */
export function remainderDigits(r: i32, a: i32, na: i32, b: i32, nb: i32): void {
  if (na < nb) {
    copyDigits(r, a, na);
    for (let i = na; i < nb; i++) storeI32(r + (i << 2), 0);
    return;
  }
  const mark = scratchMark();
  divideDigits(takeDigits(na - nb + 1), r, a, na, b, nb);
  scratchRelease(mark);
}
