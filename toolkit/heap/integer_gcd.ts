/**
 * Greatest common divisor and square root of integers in any form.
 *
 * The greatest common divisor is Lehmer's algorithm (Knuth 4.5.2, algorithm L): quotients are found from the leading 62 bits
 * while they are certain, and applied to the whole numbers in one pass.
 */

import { boxInt, clz, i32, i64, loadI32, remU, residual, shrU, storeI32, u32, type Value } from "../define/mod.ts";
import { beginOperation, digitCount, digitsOf, magnitudeOf, makeInteger, signOf } from "./bignum.ts";
import { remainderDigits } from "./divide.ts";
import { boxI64, i64Of, isI64 } from "./int64.ts";
import { integerAdd, integerCompare } from "./integer_arithmetic.ts";
import { integerBitLength, integerShiftLeft, integerShiftRight } from "./integer_bits.ts";
import { integerFloorDiv } from "./integer_division.ts";
import { compareDigits, copyDigits, trim } from "./magnitude.ts";
import { takeDigits } from "./scratch.ts";

/** Cofactors stay below this, so that two products and a carry fit in 64 bits. */
const COFACTOR_LIMIT = 0x7fffffffn;

/** Not negative; 0 for two zeros. */
export const integerGcd = residual(function (a: Value, b: Value): Value {
  if (isI64(a) && isI64(b)) {
    const g = gcdWords(magnitudeOf(i64Of(a)), magnitudeOf(i64Of(b)));
    if (g >= 0n) return boxI64(g);
  }
  const na = digitCount(a), nb = digitCount(b);
  beginOperation(i64(na) + i64(nb) + 4n, 10n);
  const room = (na > nb ? na : nb) + 2;
  let x = takeDigits(room), y = takeDigits(room), z = takeDigits(room), w = takeDigits(room);
  let nx = na, ny = nb;
  copyDigits(x, digitsOf(a), na);
  copyDigits(y, digitsOf(b), nb);
  if (compareDigits(x, nx, y, ny) < 0) {
    const free = x;
    x = y;
    y = free;
    nx = nb;
    ny = na;
  }
  while (ny > 2) {
    const shift = clz(loadI32(x + (nx << 2) - 4));
    const [aa, ab, ba, bb] = cofactors(leadingBits(x, nx, nx, shift), leadingBits(y, ny, nx, shift));
    if (ab === 0n) {
      remainderDigits(z, x, nx, y, ny);
      const free = x;
      x = y;
      y = z;
      z = free;
      nx = ny;
      ny = trim(y, ny);
    } else {
      const count = nx;
      // The shorter number is read up to the length of the longer one.
      for (let i = ny; i < count; i++) storeI32(y + (i << 2), 0);
      combineDigits(z, x, aa, y, ab, count);
      combineDigits(w, x, ba, y, bb, count);
      const freeX = x, freeY = y;
      x = z;
      y = w;
      z = freeX;
      w = freeY;
      nx = trim(x, count);
      ny = trim(y, count);
    }
  }
  if (ny === 0) return makeInteger(1, x, nx);
  if (nx > 2) {
    remainderDigits(z, x, nx, y, ny);
    const free = x;
    x = y;
    y = z;
    z = free;
    nx = ny;
    ny = trim(y, ny);
  }
  const g = gcdWords(wordAt(x, nx), wordAt(y, ny));
  storeI32(z, i32(g));
  storeI32(z + 4, i32(shrU(g, 32n)));
  return makeInteger(1, z, 2);
});

/** Bits of a number below the 62 leading ones of a number of `digits` digits whose highest has `shift` leading zeros. */
function leadingBits(a: i32, na: i32, digits: i32, shift: i32): i64 {
  const high = digitAt(a, na, digits - 1), middle = digitAt(a, na, digits - 2), low = digitAt(a, na, digits - 3);
  const word = (high << 32n) | middle;
  // 64 bits from the first one bit on, less two.
  return shrU((word << i64(shift)) | (low >> i64(32 - shift)), 2n);
}

/** A digit as an unsigned number; 0 beyond the highest. */
function digitAt(a: i32, na: i32, index: i32): i64 {
  return index < na ? i64(u32(loadI32(a + (index << 2)))) : 0n;
}

/**
 * What Euclid's steps on the leading bits, as far as they are sure to be those of the whole numbers, do to x and y: rows
 * (aa ab) and (ba bb) of a matrix; ab = 0 when no step is sure.
 */
function cofactors(xLeading: i64, yLeading: i64): [i64, i64, i64, i64] {
  let x = xLeading, y = yLeading;
  let aa = 1n, ab = 0n, ba = 0n, bb = 1n;
  while (y + ba !== 0n && y + bb !== 0n) {
    const q = (x + aa) / (y + ba);
    if (q !== (x + ab) / (y + bb)) break;
    const nextA = aa - q * ba, nextB = ab - q * bb;
    if (nextA > COFACTOR_LIMIT || nextA < -COFACTOR_LIMIT || nextB > COFACTOR_LIMIT || nextB < -COFACTOR_LIMIT) break;
    const rest = x - q * y;
    aa = ba;
    ba = nextA;
    ab = bb;
    bb = nextB;
    x = y;
    y = rest;
  }
  return [aa, ab, ba, bb];
}

/** r = x * f + y * g over `count` digits; f and g have opposite signs and the result is neither negative nor longer. */
function combineDigits(r: i32, x: i32, f: i64, y: i32, g: i64, count: i32): void {
  let carry = 0n;
  for (let i = 0; i < count; i++) {
    carry += i64(u32(loadI32(x + (i << 2)))) * f + i64(u32(loadI32(y + (i << 2)))) * g;
    storeI32(r + (i << 2), i32(carry));
    carry = carry >> 32n;
  }
}

/** A magnitude of at most two digits. */
function wordAt(a: i32, na: i32): i64 {
  return (digitAt(a, na, 1) << 32n) | digitAt(a, na, 0);
}

/** Of unsigned 64-bit numbers. */
function gcdWords(a: i64, b: i64): i64 {
  let x = a, y = b;
  while (y !== 0n) {
    const rest = remU(x, y);
    x = y;
    y = rest;
  }
  return x;
}

/** Largest integer whose square is not above `a` ≥ 0 (Newton's iteration from above). */
export const integerSquareRoot = residual(function (a: Value): Value {
  if (signOf(a) === 0) return boxInt(0n);
  let root = integerShiftLeft(boxInt(1n), (integerBitLength(a) + 1n) >> 1n);
  while (true) {
    const next = integerShiftRight(integerAdd(root, integerFloorDiv(a, root)), 1n);
    if (integerCompare(next, root) >= 0) return root;
    root = next;
  }
});
