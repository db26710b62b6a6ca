/**
 * Integers of any size with Python's rules and errors: the 64-bit paths here, the rest in the heap's integer functions.
 *
 * Operands are integers (immediate, `Int64`, bignum), never bools; results are canonical.
 */

import {
  addOverflow,
  boxI64,
  boxInt,
  type f64,
  f64 as toF64,
  i32,
  i64,
  i64Of,
  isI64,
  literal,
  mulOverflow,
  storeU8,
  subOverflow,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Singletons, type Str } from "./objects.ts";
import { overflowError, valueError, zeroDivisionError } from "./exceptions.ts";
import { newStr } from "./messages.ts";
import { storeChar, strData } from "./str_core.ts";
import {
  integerAdd,
  integerAnd,
  integerCompare,
  integerFloorDiv,
  integerFloorMod,
  integerFromF64,
  integerInvert,
  integerMul,
  integerNegate,
  integerOr,
  integerPow,
  integerShiftLeft,
  integerShiftRight,
  integerSub,
  integerToF64,
  integerTrueDivide,
  integerXor,
} from "../../toolkit/heap/mod.ts";
import { isInfinite, isNan } from "../../toolkit/library/floats.ts";

const MIN_I64 = -0x8000000000000000n;

/** -1, 0 or 1. */
export function intSign(v: Value): i32 {
  if (isI64(v)) {
    const i = i64Of(v);
    return i > 0n ? 1 : i < 0n ? -1 : 0;
  }
  return integerCompare(v, boxInt(0n));
}

export function addInt(a: Value, b: Value): Value {
  if (isI64(a) && isI64(b)) {
    const [r, overflow] = addOverflow(i64Of(a), i64Of(b));
    if (!overflow) return boxI64(r);
  }
  return integerAdd(a, b);
}

export function subInt(a: Value, b: Value): Value {
  if (isI64(a) && isI64(b)) {
    const [r, overflow] = subOverflow(i64Of(a), i64Of(b));
    if (!overflow) return boxI64(r);
  }
  return integerSub(a, b);
}

export function mulInt(a: Value, b: Value): Value {
  if (isI64(a) && isI64(b)) {
    const [r, overflow] = mulOverflow(i64Of(a), i64Of(b));
    if (!overflow) return boxI64(r);
  }
  return integerMul(a, b);
}

export function negateInt(a: Value): Value {
  if (isI64(a) && i64Of(a) !== MIN_I64) return boxI64(-i64Of(a));
  return integerNegate(a);
}

export function isZero(v: Value): i32 {
  return isI64(v) && i64Of(v) === 0n ? 1 : 0;
}

/** Floor quotient of 64-bit integers; b ≠ 0, and not the smallest number by -1. */
export function floorDiv64(a: i64, b: i64): i64 {
  const q = a / b;
  return (a % b !== 0n) && ((a < 0n) !== (b < 0n)) ? q - 1n : q;
}

export function floorMod64(a: i64, b: i64): i64 {
  const r = a % b;
  return r !== 0n && ((r < 0n) !== (b < 0n)) ? r + b : r;
}

export function divisionByZero(): Value {
  throw zeroDivisionError(literal("division by zero"));
}

export function floorDivInt(a: Value, b: Value): Value {
  if (isI64(b)) {
    const d = i64Of(b);
    if (d === 0n) return divisionByZero();
    if (isI64(a) && d !== -1n) return boxI64(floorDiv64(i64Of(a), d));
  }
  return integerFloorDiv(a, b);
}

export function modInt(a: Value, b: Value): Value {
  if (isI64(b)) {
    const d = i64Of(b);
    if (d === 0n) return divisionByZero();
    if (isI64(a)) return d === -1n ? boxInt(0n) : boxI64(floorMod64(i64Of(a), d));
  }
  return integerFloorMod(a, b);
}

/** `a / b`, correctly rounded. */
export function trueDivideInt(a: Value, b: Value): f64 {
  if (intSign(b) === 0) throw zeroDivisionError(literal("division by zero"));
  if (isI64(a) && isI64(b)) {
    const x = i64Of(a);
    const y = i64Of(b);
    // Both exact as doubles: one rounding.
    if (x > -0x20000000000000n && x < 0x20000000000000n && y > -0x20000000000000n && y < 0x20000000000000n) return toF64(x) / toF64(y);
  }
  if (intSign(a) === 0) return intSign(b) < 0 ? -0.0 : 0.0;
  const q = integerTrueDivide(a, b);
  if (isInfinite(q)) throw overflowError(literal("integer division result too large for a float"));
  return q;
}

export function andInt(a: Value, b: Value): Value {
  return isI64(a) && isI64(b) ? boxI64(i64Of(a) & i64Of(b)) : integerAnd(a, b);
}

export function orInt(a: Value, b: Value): Value {
  return isI64(a) && isI64(b) ? boxI64(i64Of(a) | i64Of(b)) : integerOr(a, b);
}

export function xorInt(a: Value, b: Value): Value {
  return isI64(a) && isI64(b) ? boxI64(i64Of(a) ^ i64Of(b)) : integerXor(a, b);
}

export function invertInt(a: Value): Value {
  return isI64(a) ? boxI64(~i64Of(a)) : integerInvert(a);
}

export function shiftLeftInt(a: Value, b: Value): Value {
  if (intSign(b) < 0) throw valueError(literal("negative shift count"));
  if (intSign(a) === 0) return a;
  if (!isI64(b)) throw overflowError(literal("too many digits in integer"));
  const n = i64Of(b);
  if (isI64(a) && n < 63n) {
    const x = i64Of(a);
    const r = x << n;
    if (r >> n === x) return boxI64(r);
  }
  return integerShiftLeft(a, n);
}

export function shiftRightInt(a: Value, b: Value): Value {
  if (intSign(b) < 0) throw valueError(literal("negative shift count"));
  const n = isI64(b) ? i64Of(b) : 0x7fffffffffffffffn;
  if (isI64(a)) return boxI64(i64Of(a) >> (n > 63n ? 63n : n));
  return integerShiftRight(a, n);
}

/** `base ** exponent` for exponent ≥ 0. */
export function powInt(base: Value, exponent: Value): Value {
  if (!isI64(exponent)) {
    if (isI64(base) && i64Of(base) >= -1n && i64Of(base) <= 1n) return smallPower(i64Of(base), exponent);
    throw overflowError(literal("too many digits in integer"));
  }
  const e = i64Of(exponent);
  if (isI64(base) && e === 2n) return mulInt(base, base);
  return integerPow(base, e);
}

/** Powers of -1, 0 and 1. */
function smallPower(base: i64, exponent: Value): Value {
  if (base !== -1n) return boxInt(base);
  return boxInt(isZero(andInt(exponent, boxInt(1n))) !== 0 ? 1n : -1n);
}

// ── Doubles ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Nearest double. @throws OverflowError */
export function intToFloat(v: Value): f64 {
  if (isI64(v)) return toF64(i64Of(v));
  const x = integerToF64(v);
  if (isInfinite(x)) throw overflowError(literal("int too large to convert to float"));
  return x;
}

/** The integer part. @throws ValueError for NaN, OverflowError for infinities */
export function floatToInt(x: f64): Value {
  if (x > -9e18 && x < 9e18) return boxI64(i64(x));
  return largeFloatToInt(x);
}

function largeFloatToInt(x: f64): Value {
  if (isNan(x)) throw valueError(literal("cannot convert float NaN to integer"));
  if (isInfinite(x)) throw overflowError(literal("cannot convert float infinity to integer"));
  return integerFromF64(x);
}

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Decimal text of an integer of at most nine digits. */
function shortDecimal(value: i32): Str {
  const magnitude = value < 0 ? -value : value;
  let n = value < 0 ? 2 : 1;
  for (let limit = 10; limit <= magnitude && n < 11; limit *= 10) {
    n++;
    if (limit === 1000000000) break;
  }
  const s = newStr(n, 0);
  const data = strData(s);
  let rest = magnitude;
  let at = data + n;
  while (rest >= 10) {
    at--;
    const next = rest / 10;
    storeU8(at, 48 + rest - 10 * next);
    rest = next;
  }
  storeU8(at - 1, 48 + rest);
  if (value < 0) storeU8(data, 45);
  return s;
}

/** Decimal text of a 64-bit integer. */
export function decimalText(value: i64): Str {
  if (value >= 0n && value < 10n) return Singletons.characters.items[48 + i32(value)];
  if (value > -1000000000n && value < 1000000000n) return shortDecimal(i32(value));
  let n = value < 0n ? 2 : 1;
  let rest = value / 10n;
  while (rest !== 0n) {
    n++;
    rest = rest / 10n;
  }
  const s = newStr(n, 0);
  const data = strData(s);
  rest = value;
  for (let i = n - 1; i >= (value < 0n ? 1 : 0); i--) {
    const digit = i32(rest % 10n);
    storeChar(data, 0, i, 48 + (digit < 0 ? -digit : digit));
    rest = rest / 10n;
  }
  if (value < 0n) storeChar(data, 0, 0, 45);
  return s;
}
