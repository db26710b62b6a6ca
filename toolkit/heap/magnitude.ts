/**
 * Magnitudes: natural numbers as 32-bit digits in raw memory, least significant first; the operations that take linear
 * time.
 *
 * A magnitude is an address and a number of digits; `trim` drops leading zeros. Unless a function says otherwise its result
 * may lie where its first operand does.
 */

import { clz, i32, i64, loadI32, loadI64, ltU, memoryCopy, memoryFill, shrU, storeI32, storeI64, u32 } from "../define/mod.ts";

const LOW = 0xffffffffn;

/** Number of digits without leading zeros. */
export function trim(a: i32, count: i32): i32 {
  let n = count;
  while (n > 0 && loadI32(a + (n << 2) - 4) === 0) n--;
  return n;
}

/** -1, 0 or 1; both are trimmed. */
export function compareDigits(a: i32, na: i32, b: i32, nb: i32): i32 {
  if (na !== nb) return na < nb ? -1 : 1;
  for (let i = na - 1; i >= 0; i--) {
    const x = loadI32(a + (i << 2));
    const y = loadI32(b + (i << 2));
    if (x !== y) return u32(x) < u32(y) ? -1 : 1;
  }
  return 0;
}

/** r = a + b for na ≥ nb; `na` digits are written and the carry is returned. Two digits at a time. */
export function addDigits(r: i32, a: i32, na: i32, b: i32, nb: i32): i32 {
  let carry = 0n;
  let i = 0;
  for (; i + 1 < nb; i += 2) {
    const x = loadI64(a + (i << 2));
    const sum = x + loadI64(b + (i << 2));
    const total = sum + carry;
    storeI64(r + (i << 2), total);
    carry = i64(i32(ltU(sum, x)) | i32(ltU(total, sum)));
  }
  for (; i < nb; i++) {
    carry += i64(u32(loadI32(a + (i << 2)))) + i64(u32(loadI32(b + (i << 2))));
    storeI32(r + (i << 2), i32(carry));
    carry = shrU(carry, 32n);
  }
  for (; i < na && carry !== 0n; i++) {
    carry += i64(u32(loadI32(a + (i << 2))));
    storeI32(r + (i << 2), i32(carry));
    carry = shrU(carry, 32n);
  }
  if (r !== a) copyDigits(r + (i << 2), a + (i << 2), na - i);
  return i32(carry);
}

/** r = a - b for na ≥ nb; `na` digits are written and the borrow (0 or 1) is returned. */
export function subtractDigits(r: i32, a: i32, na: i32, b: i32, nb: i32): i32 {
  let borrow = 0n;
  let i = 0;
  for (; i + 1 < nb; i += 2) {
    const x = loadI64(a + (i << 2)), y = loadI64(b + (i << 2));
    const difference = x - y;
    storeI64(r + (i << 2), difference - borrow);
    borrow = i64(i32(ltU(x, y)) | i32(ltU(difference, borrow)));
  }
  let carry = 0n - borrow;
  for (; i < nb; i++) {
    carry += i64(u32(loadI32(a + (i << 2)))) - i64(u32(loadI32(b + (i << 2))));
    storeI32(r + (i << 2), i32(carry));
    carry = carry >> 32n;
  }
  for (; i < na && carry !== 0n; i++) {
    carry += i64(u32(loadI32(a + (i << 2))));
    storeI32(r + (i << 2), i32(carry));
    carry = carry >> 32n;
  }
  if (r !== a) copyDigits(r + (i << 2), a + (i << 2), na - i);
  return -i32(carry);
}

/** a += b over the first `na` digits, stopping where the carry ends; returns the carry. */
export function addInPlace(a: i32, na: i32, b: i32, nb: i32): i32 {
  let carry = addDigits(a, a, nb, b, nb);
  for (let i = nb; carry !== 0 && i < na; i++) {
    const digit = loadI32(a + (i << 2)) + 1;
    storeI32(a + (i << 2), digit);
    carry = digit === 0 ? 1 : 0;
  }
  return carry;
}

/** a -= b over the first `na` digits; returns the borrow. */
export function subtractInPlace(a: i32, na: i32, b: i32, nb: i32): i32 {
  let borrow = subtractDigits(a, a, nb, b, nb);
  for (let i = nb; borrow !== 0 && i < na; i++) {
    const digit = loadI32(a + (i << 2));
    storeI32(a + (i << 2), digit - 1);
    borrow = digit === 0 ? 1 : 0;
  }
  return borrow;
}

/** a += 1; returns the carry out of `na` digits. */
export function incrementDigits(a: i32, na: i32): i32 {
  for (let i = 0; i < na; i++) {
    const digit = loadI32(a + (i << 2)) + 1;
    storeI32(a + (i << 2), digit);
    if (digit !== 0) return 0;
  }
  return 1;
}

/** a -= 1; returns the borrow out of `na` digits. */
export function decrementDigits(a: i32, na: i32): i32 {
  for (let i = 0; i < na; i++) {
    const digit = loadI32(a + (i << 2));
    storeI32(a + (i << 2), digit - 1);
    if (digit !== 0) return 0;
  }
  return 1;
}

/** r = a * factor + carry for 32-bit factor and carry; `na` digits are written and the digit above them is returned. */
export function multiplySmall(r: i32, a: i32, na: i32, factor: i32, carryIn: i32): i32 {
  const f = i64(u32(factor));
  let carry = i64(u32(carryIn));
  for (let i = 0; i < na; i++) {
    carry += i64(u32(loadI32(a + (i << 2)))) * f;
    storeI32(r + (i << 2), i32(carry));
    carry = shrU(carry, 32n);
  }
  return i32(carry);
}

/** r = a << bits for 0 ≤ bits < 32; `na` digits are written and the digit above them is returned. */
export function shiftDigitsLeft(r: i32, a: i32, na: i32, bits: i32): i32 {
  const by = i64(bits);
  let carry = 0n;
  let i = 0;
  for (; i + 1 < na; i += 2) {
    const word = loadI64(a + (i << 2));
    storeI64(r + (i << 2), (word << by) | carry);
    carry = shrU(shrU(word, 32n), 32n - by);
  }
  for (; i < na; i++) {
    carry |= i64(u32(loadI32(a + (i << 2)))) << by;
    storeI32(r + (i << 2), i32(carry));
    carry = shrU(carry, 32n);
  }
  return i32(carry);
}

/** r = a >> bits for 0 ≤ bits < 32; `na` digits are written. */
export function shiftDigitsRight(r: i32, a: i32, na: i32, bits: i32): void {
  const by = i64(bits);
  let i = 0;
  for (; i + 2 < na; i += 2) {
    const word = loadI64(a + (i << 2));
    storeI64(r + (i << 2), shrU(word, by) | ((i64(loadI32(a + (i << 2) + 8)) << 32n) << (32n - by)));
  }
  for (; i < na; i++) {
    const high = i + 1 < na ? i64(loadI32(a + (i << 2) + 4)) << 32n : 0n;
    storeI32(r + (i << 2), i32(shrU(high | i64(u32(loadI32(a + (i << 2)))), by)));
  }
}

/** Bits of a trimmed magnitude. */
export function bitLengthOf(a: i32, na: i32): i64 {
  return na === 0 ? 0n : (i64(na) << 5n) - i64(clz(loadI32(a + (na << 2) - 4)));
}

/** True (1) if any of the lowest `bits` bits is set. */
export function anyBitBelow(a: i32, bits: i64): i32 {
  const whole = i32(bits >> 5n);
  for (let i = 0; i < whole; i++) if (loadI32(a + (i << 2)) !== 0) return 1;
  const rest = i32(bits) & 31;
  return rest !== 0 && (loadI32(a + (whole << 2)) << (32 - rest)) !== 0 ? 1 : 0;
}

export function copyDigits(to: i32, from: i32, count: i32): void {
  memoryCopy(to, from, count << 2);
}

export function clearDigits(a: i32, count: i32): void {
  memoryFill(a, 0, count << 2);
}
