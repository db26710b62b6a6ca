/**
 * The module `math` (library reference, `math`): exact functions here, transcendental ones from the host.
 *
 * Functions of one double are loop-free, so that traces inline them. Errors are CPython 3.14's.
 */

import {
  abs,
  type bool,
  boxFloat,
  boxInt,
  ceil as ceiling,
  copySign,
  ERROR,
  type f64,
  f64 as toF64,
  f64Bits,
  f64FromBits,
  floatOf,
  floor as floorOf,
  i32,
  i64,
  i64Of,
  intOf,
  isFloat,
  isI64,
  isInt,
  literal,
  slot,
  sqrt as squareRoot,
  truncate,
  type Value,
} from "../../toolkit/define/mod.ts";
import { type List, type Namespace, OP_ADD, OP_MUL, type Str, type Tuple } from "./objects.ts";
import { overflowError, typeError, valueError, zeroDivisionError } from "./exceptions.ts";
import { format1 } from "./messages.ts";
import { dictSetName } from "./dict.ts";
import { binary, getIterator, intValue, isIntLike, iterNext } from "./operators.ts";
import { callMethod0 } from "./calls.ts";
import { typeAttribute, typeOf } from "./types.ts";
import { function1, function2, functionVar } from "./native.ts";
import { newNativeModule } from "./modules.ts";
import { keywordArgument, positionalCount } from "./arguments.ts";
import { boolOf } from "./sequence.ts";
import { listAppend, listFromIterable, newList } from "./list_methods.ts";
import { integerBitLength } from "../../toolkit/heap/mod.ts";
import { makeTuple2 } from "./tuple_methods.ts";
import { floatToInt, intSign, intToFloat, shiftRightInt } from "./integers.ts";
import { floatArgument } from "./number_arguments.ts";
import { floatRepr } from "./float_format.ts";
import { bootMathIntegers } from "./module_math_integers.ts";
import { infinity, isFinite, isInfinite, isIntegral, isNan, notANumber } from "../../toolkit/library/floats.ts";
import {
  mathAcos,
  mathAcosh,
  mathAsin,
  mathAsinh,
  mathAtan,
  mathAtan2,
  mathAtanh,
  mathCbrt,
  mathCos,
  mathCosh,
  mathErf,
  mathErfc,
  mathExp,
  mathExpm1,
  mathFmod,
  mathGamma,
  mathHypot,
  mathLog,
  mathLog10,
  mathLog1p,
  mathLog2,
  mathLogGamma,
  mathPow,
  mathSin,
  mathSinh,
  mathTan,
  mathTanh,
} from "../../toolkit/library/host_imports.ts";

// ── Results and errors ───────────────────────────────────────────────────────────────────────────────────────────────

/** A result of a function that is defined for all finite numbers but these: NaN out of a number is a domain error. */
function checked(r: f64, x: f64): Value {
  if (isFinite(r)) return boxFloat(r);
  return unusual(r, x);
}

function unusual(r: f64, x: f64): Value {
  if (isNan(r) && !isNan(x)) {
    if (isInfinite(x)) throw valueError(format1(literal("expected a finite input, got %s"), floatRepr(x)));
    throw valueError(literal("math domain error"));
  }
  if (isInfinite(r) && isFinite(x)) throw overflowError(literal("math range error"));
  return boxFloat(r);
}

function domain(template: Str, x: f64): Value {
  throw valueError(format1(template, floatRepr(x)));
}

// ── Powers and roots ─────────────────────────────────────────────────────────────────────────────────────────────────

function sqrt(v: Value): Value {
  if (isFloat(v)) return sqrtOf(floatOf(v));
  if (isInt(v)) return sqrtOf(toF64(intOf(v)));
  return sqrtOther(v);
}

function sqrtOther(v: Value): Value {
  return sqrtOf(floatArgument(v));
}

function sqrtOf(x: f64): Value {
  if (x < 0) return domain(literal("expected a nonnegative input, got %s"), x);
  return boxFloat(squareRoot(x));
}

function cbrt(v: Value): Value {
  return boxFloat(mathCbrt(floatArgument(v)));
}

function exp(v: Value): Value {
  if (isFloat(v)) return expOf(floatOf(v));
  return expOther(v);
}

function expOther(v: Value): Value {
  return expOf(floatArgument(v));
}

function expOf(x: f64): Value {
  return checked(mathExp(x), x);
}

function exp2(v: Value): Value {
  const x = floatArgument(v);
  return checked(mathPow(2.0, x), x);
}

function expm1(v: Value): Value {
  const x = floatArgument(v);
  return checked(mathExpm1(x), x);
}

function pow(a: Value, b: Value): Value {
  const x = floatArgument(a);
  const y = floatArgument(b);
  const r = mathPow(x, y);
  if (isFinite(r)) return boxFloat(r);
  if (isNan(r) && !isNan(x) && !isNan(y)) throw valueError(literal("math domain error"));
  if (isInfinite(r) && isFinite(x) && isFinite(y)) {
    if (x === 0) throw valueError(literal("math domain error"));
    throw overflowError(literal("math range error"));
  }
  return boxFloat(r);
}

/** Natural logarithm of a number that may be an integer beyond the doubles: halved until it fits. */
function logOf(v: Value): f64 {
  if (isIntLike(v) && !isInt(v)) return logOfInteger(intValue(v));
  const x = floatArgument(v);
  if (x > 0 || isNan(x)) return mathLog(x);
  throw notPositive(v, x);
}

/** CPython shows the number for floats only. */
function notPositive(v: Value, x: f64): Value {
  if (isFloat(v)) return valueError(format1(literal("expected a positive input, got %s"), floatRepr(x)));
  return valueError(literal("expected a positive input"));
}

function logOfInteger(n: Value): f64 {
  const shift = excessBits(n);
  if (shift === 0n) return mathLog(intToFloat(n));
  return mathLog(intToFloat(shiftRightInt(n, boxInt(shift)))) + toF64(shift) * 0.6931471805599453;
}

/** How many bits to drop so that an integer fits a double. @throws ValueError unless it is positive */
function excessBits(n: Value): i64 {
  if (intSign(n) <= 0) throw valueError(literal("expected a positive input"));
  const bits = integerBitLength(n);
  return bits <= 1000n ? 0n : bits - 64n;
}

function log(v: Value, base: Value): Value {
  const top = logOf(v);
  if (base === ERROR) return boxFloat(top);
  const bottom = logOf(base);
  if (bottom === 0) throw zeroDivisionError(literal("division by zero"));
  return boxFloat(top / bottom);
}

function log2(v: Value): Value {
  if (isIntLike(v) && !isInt(v)) {
    const shift = excessBits(intValue(v));
    const top = shift === 0n ? intValue(v) : shiftRightInt(intValue(v), boxInt(shift));
    return boxFloat(mathLog2(intToFloat(top)) + toF64(shift));
  }
  const x = floatArgument(v);
  if (x <= 0) throw notPositive(v, x);
  return boxFloat(mathLog2(x));
}

function log10(v: Value): Value {
  if (isIntLike(v) && !isInt(v)) {
    const shift = excessBits(intValue(v));
    const top = shift === 0n ? intValue(v) : shiftRightInt(intValue(v), boxInt(shift));
    return boxFloat(mathLog10(intToFloat(top)) + toF64(shift) * 0.30102999566398119);
  }
  const x = floatArgument(v);
  if (x <= 0) throw notPositive(v, x);
  return boxFloat(mathLog10(x));
}

function log1p(v: Value): Value {
  const x = floatArgument(v);
  if (x <= -1) return domain(literal("expected argument value > -1, got %s"), x);
  return boxFloat(mathLog1p(x));
}

// ── Angles ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function sin(v: Value): Value {
  if (isFloat(v)) return sinOf(floatOf(v));
  if (isInt(v)) return sinOf(toF64(intOf(v)));
  return sinOther(v);
}

function sinOther(v: Value): Value {
  return sinOf(floatArgument(v));
}

function sinOf(x: f64): Value {
  return checked(mathSin(x), x);
}

function cos(v: Value): Value {
  if (isFloat(v)) return cosOf(floatOf(v));
  if (isInt(v)) return cosOf(toF64(intOf(v)));
  return cosOther(v);
}

function cosOther(v: Value): Value {
  return cosOf(floatArgument(v));
}

function cosOf(x: f64): Value {
  return checked(mathCos(x), x);
}

function tan(v: Value): Value {
  const x = floatArgument(v);
  return checked(mathTan(x), x);
}

function asin(v: Value): Value {
  const x = floatArgument(v);
  if (x < -1 || x > 1) return domain(literal("expected a number in range from -1 up to 1, got %s"), x);
  return boxFloat(mathAsin(x));
}

function acos(v: Value): Value {
  const x = floatArgument(v);
  if (x < -1 || x > 1) return domain(literal("expected a number in range from -1 up to 1, got %s"), x);
  return boxFloat(mathAcos(x));
}

function atan(v: Value): Value {
  return boxFloat(mathAtan(floatArgument(v)));
}

function atan2(a: Value, b: Value): Value {
  return boxFloat(mathAtan2(floatArgument(a), floatArgument(b)));
}

function sinh(v: Value): Value {
  const x = floatArgument(v);
  return checked(mathSinh(x), x);
}

function cosh(v: Value): Value {
  const x = floatArgument(v);
  return checked(mathCosh(x), x);
}

function tanh(v: Value): Value {
  return boxFloat(mathTanh(floatArgument(v)));
}

function asinh(v: Value): Value {
  return boxFloat(mathAsinh(floatArgument(v)));
}

function acosh(v: Value): Value {
  const x = floatArgument(v);
  if (x < 1) return domain(literal("expected argument value not less than 1, got %s"), x);
  return boxFloat(mathAcosh(x));
}

function atanh(v: Value): Value {
  const x = floatArgument(v);
  if (x <= -1 || x >= 1) return domain(literal("expected a number between -1 and 1, got %s"), x);
  return boxFloat(mathAtanh(x));
}

const PI = 3.141592653589793;

function degrees(v: Value): Value {
  return boxFloat(floatArgument(v) * (180.0 / PI));
}

function radians(v: Value): Value {
  return boxFloat(floatArgument(v) * (PI / 180.0));
}

function hypot(args: Tuple, names: Tuple): Value {
  if (args.length === 2) return boxFloat(mathHypot(floatArgument(args.items[0]), floatArgument(args.items[1])));
  let r: f64 = 0;
  for (let i = 0; i < args.length; i++) r = mathHypot(r, floatArgument(args.items[i]));
  return boxFloat(r);
}

// ── Parts ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function floor(v: Value): Value {
  if (isFloat(v)) return floatToInt(floorOf(floatOf(v)));
  if (isIntLike(v)) return intValue(v);
  if (typeAttribute(typeOf(v), literal("__floor__")) !== ERROR) return callMethod0(v, literal("__floor__"));
  return floatToInt(floorOf(floatArgument(v)));
}

function ceil(v: Value): Value {
  if (isFloat(v)) return floatToInt(ceiling(floatOf(v)));
  if (isIntLike(v)) return intValue(v);
  if (typeAttribute(typeOf(v), literal("__ceil__")) !== ERROR) return callMethod0(v, literal("__ceil__"));
  return floatToInt(ceiling(floatArgument(v)));
}

function trunc(v: Value): Value {
  if (isFloat(v)) return floatToInt(floatOf(v));
  if (isIntLike(v)) return intValue(v);
  if (typeAttribute(typeOf(v), literal("__trunc__")) !== ERROR) return callMethod0(v, literal("__trunc__"));
  throw typeError(format1(literal("type %t doesn't define __trunc__ method"), v));
}

function fabs(v: Value): Value {
  return boxFloat(abs(floatArgument(v)));
}

function copysign(a: Value, b: Value): Value {
  return boxFloat(copySign(floatArgument(a), floatArgument(b)));
}

function fmod(a: Value, b: Value): Value {
  const x = floatArgument(a);
  const y = floatArgument(b);
  if ((y === 0 || isInfinite(x)) && !isNan(x) && !isNan(y)) throw valueError(literal("math domain error"));
  return boxFloat(mathFmod(x, y));
}

function modf(v: Value): Value {
  const x = floatArgument(v);
  if (isInfinite(x)) return makeTuple2(boxFloat(copySign(0.0, x)), boxFloat(x));
  const whole = truncate(x);
  return makeTuple2(boxFloat(copySign(x - whole, x)), boxFloat(whole));
}

/** Mantissa in [0.5, 1) and exponent. */
function frexp(v: Value): Value {
  const x = floatArgument(v);
  if (x === 0 || !isFinite(x)) return makeTuple2(boxFloat(x), boxInt(0n));
  const tiny = abs(x) < 2.2250738585072014e-308;
  const bits = f64Bits(tiny ? x * 18014398509481984.0 : x);
  const exponent = ((bits >> 52n) & 0x7ffn) - 1022n - (tiny ? 54n : 0n);
  return makeTuple2(boxFloat(f64FromBits((bits & -0x7ff0000000000001n) | 0x3fe0000000000000n)), boxInt(exponent));
}

/** 2^e for -1022 ≤ e ≤ 1023. */
function powerOfTwo(e: i32): f64 {
  return f64FromBits(i64(e + 1023) << 52n);
}

function ldexp(a: Value, b: Value): Value {
  let x = floatArgument(a);
  if (!isIntLike(b)) throw typeError(literal("Expected an int as second argument to ldexp."));
  let e = clampExponent(intValue(b));
  if (x === 0 || !isFinite(x)) return boxFloat(x);
  while (e > 1023) {
    x = x * powerOfTwo(1023);
    e -= 1023;
  }
  // One rounding only: the last step is the one into the subnormal range.
  while (e < -969) {
    x = e < -1991 ? x * powerOfTwo(-969) : x;
    if (e < -1991) e += 969;
    else break;
  }
  const r = e < -1022 ? (x * powerOfTwo(e + 969)) * powerOfTwo(-969) : x * powerOfTwo(e);
  if (isInfinite(r)) throw overflowError(literal("math range error"));
  return boxFloat(r);
}

function clampExponent(n: Value): i32 {
  const i = isI64(n) ? i64Of(n) : intSign(n) < 0 ? -5000n : 5000n;
  const clamped = i > 5000n ? 5000n : i < -5000n ? -5000n : i;
  return i32(clamped);
}

function isnan(v: Value): Value {
  return boolOf(isNan(floatArgument(v)));
}

function isinf(v: Value): Value {
  return boolOf(isInfinite(floatArgument(v)));
}

function isfinite(v: Value): Value {
  return boolOf(isFinite(floatArgument(v)));
}

function isclose(args: Tuple, names: Tuple): Value {
  if (positionalCount(args, names) !== 2) throw typeError(literal("isclose() takes exactly 2 positional arguments"));
  const a = floatArgument(args.items[0]);
  const b = floatArgument(args.items[1]);
  const relative = keywordArgument(args, names, literal("rel_tol"));
  const absolute = keywordArgument(args, names, literal("abs_tol"));
  const rel = relative === ERROR ? 1e-9 : floatArgument(relative);
  const tolerance = absolute === ERROR ? 0.0 : floatArgument(absolute);
  if (rel < 0 || tolerance < 0) throw valueError(literal("tolerances must be non-negative"));
  if (a === b) return boolOf(true);
  if (isInfinite(a) || isInfinite(b)) return boolOf(false);
  const difference = abs(b - a);
  return boolOf(difference <= abs(rel * b) || difference <= abs(rel * a) || difference <= tolerance);
}

/** IEEE remainder: x - n·y for the integer n nearest to x / y. */
function remainder(a: Value, b: Value): Value {
  const x = floatArgument(a);
  const y = floatArgument(b);
  if (isNan(x) || isNan(y)) return boxFloat(x + y);
  if (isInfinite(x) || y === 0) throw valueError(literal("math domain error"));
  if (isInfinite(y)) return boxFloat(x);
  const ax = abs(x);
  const ay = abs(y);
  const m = mathFmod(ax, ay);
  const c = ay - m;
  let r = m < c ? m : m > c ? -c : m - 2 * mathFmod(0.5 * (ax - m), ay);
  if (r === 0) r = 0;
  return boxFloat(copySign(1.0, x) * r);
}

/** The neighbouring double in a direction. */
function nextafter(a: Value, b: Value): Value {
  const x = floatArgument(a);
  const y = floatArgument(b);
  if (isNan(x) || isNan(y)) return boxFloat(x + y);
  return boxFloat(x === y ? y : neighbour(x, y > x));
}

function neighbour(x: f64, up: bool): f64 {
  if (x === 0) return up ? 5e-324 : -5e-324;
  const bits = f64Bits(x);
  return f64FromBits((x > 0) === up ? bits + 1n : bits - 1n);
}

function ulp(v: Value): Value {
  const x = abs(floatArgument(v));
  if (isNan(x) || isInfinite(x)) return boxFloat(x);
  const above = neighbour(x, true);
  return boxFloat(isInfinite(above) ? x - neighbour(x, false) : above - x);
}

/** Distance of two points. */
function dist(p: Value, q: Value): Value {
  const a = listFromIterable(p);
  const b = listFromIterable(q);
  if (a.size !== b.size) throw valueError(literal("both points must have the same number of dimensions"));
  let r: f64 = 0;
  for (let i = 0; i < a.size; i++) r = mathHypot(r, floatArgument(a.items.items[i]) - floatArgument(b.items.items[i]));
  return boxFloat(r);
}

function sumprod(p: Value, q: Value): Value {
  const a = listFromIterable(p);
  const b = listFromIterable(q);
  if (a.size !== b.size) throw valueError(literal("Inputs are not the same length"));
  let total: Value = boxInt(0n);
  for (let i = 0; i < a.size; i++) total = binary(OP_ADD, total, binary(OP_MUL, a.items.items[i], b.items.items[i]));
  return total;
}

function erf(v: Value): Value {
  return boxFloat(mathErf(floatArgument(v)));
}

function erfc(v: Value): Value {
  return boxFloat(mathErfc(floatArgument(v)));
}

function gamma(v: Value): Value {
  const x = floatArgument(v);
  if (x === -infinity() || (x <= 0 && isIntegral(x))) return domain(literal("expected a noninteger or positive integer, got %s"), x);
  return checked(mathGamma(x), x);
}

function lgamma(v: Value): Value {
  const x = floatArgument(v);
  if (x <= 0 && isIntegral(x)) return domain(literal("expected a noninteger or positive integer, got %s"), x);
  return checked(mathLogGamma(x), x);
}

/** Exact sum: partials that do not overlap (Shewchuk 1997), rounded once. */
function fsum(iterable: Value): Value {
  const partials = newList(8);
  const iterator = getIterator(iterable);
  let special: f64 = 0;
  while (true) {
    const v = iterNext(iterator);
    if (v === ERROR) break;
    let x = floatArgument(v);
    if (!isFinite(x)) {
      special += x;
      continue;
    }
    let kept = 0;
    for (let i = 0; i < partials.size; i++) {
      let y = floatOf(partials.items.items[i]);
      if (abs(x) < abs(y)) {
        const t = x;
        x = y;
        y = t;
      }
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) {
        partials.items.items[kept] = boxFloat(low);
        kept++;
      }
      x = high;
    }
    while (partials.size > kept) {
      partials.size -= 1;
      partials.items.items[partials.size] = ERROR;
    }
    listAppend(partials, boxFloat(x));
  }
  if (special !== 0) return boxFloat(special);
  return boxFloat(sumPartials(partials));
}

/** The partials from the largest down, rounded to even at the end. */
function sumPartials(partials: List): f64 {
  let n = partials.size;
  if (n === 0) return 0;
  n--;
  let high = floatOf(partials.items.items[n]);
  let low: f64 = 0;
  while (n > 0) {
    const x = high;
    n--;
    const y = floatOf(partials.items.items[n]);
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  if (n > 0 && low !== 0) {
    const below = floatOf(partials.items.items[n - 1]);
    if ((low < 0 && below < 0) || (low > 0 && below > 0)) {
      const y = low * 2;
      const x = high + y;
      if (y === x - high) high = x;
    }
  }
  return high;
}

export function bootMath(): void {
  const m = newNativeModule(literal("math"));
  const n = m.namespace;
  dictSetName(n, literal("pi"), boxFloat(PI));
  dictSetName(n, literal("e"), boxFloat(2.718281828459045));
  dictSetName(n, literal("tau"), boxFloat(6.283185307179586));
  dictSetName(n, literal("inf"), boxFloat(infinity()));
  dictSetName(n, literal("nan"), boxFloat(notANumber()));
  bootPowers(n);
  bootAngles(n);
  bootParts(n);
  bootMathIntegers(n);
}

function bootPowers(n: Namespace): void {
  function1(n, literal("sqrt"), 1, slot(sqrt));
  function1(n, literal("cbrt"), 1, slot(cbrt));
  function1(n, literal("exp"), 1, slot(exp));
  function1(n, literal("exp2"), 1, slot(exp2));
  function1(n, literal("expm1"), 1, slot(expm1));
  function2(n, literal("pow"), 2, slot(pow));
  function2(n, literal("log"), 1, slot(log));
  function1(n, literal("log2"), 1, slot(log2));
  function1(n, literal("log10"), 1, slot(log10));
  function1(n, literal("log1p"), 1, slot(log1p));
}

function bootAngles(n: Namespace): void {
  function1(n, literal("sin"), 1, slot(sin));
  function1(n, literal("cos"), 1, slot(cos));
  function1(n, literal("tan"), 1, slot(tan));
  function1(n, literal("asin"), 1, slot(asin));
  function1(n, literal("acos"), 1, slot(acos));
  function1(n, literal("atan"), 1, slot(atan));
  function2(n, literal("atan2"), 2, slot(atan2));
  function1(n, literal("sinh"), 1, slot(sinh));
  function1(n, literal("cosh"), 1, slot(cosh));
  function1(n, literal("tanh"), 1, slot(tanh));
  function1(n, literal("asinh"), 1, slot(asinh));
  function1(n, literal("acosh"), 1, slot(acosh));
  function1(n, literal("atanh"), 1, slot(atanh));
  function1(n, literal("degrees"), 1, slot(degrees));
  function1(n, literal("radians"), 1, slot(radians));
  functionVar(n, literal("hypot"), slot(hypot));
}

function bootParts(n: Namespace): void {
  function1(n, literal("floor"), 1, slot(floor));
  function1(n, literal("ceil"), 1, slot(ceil));
  function1(n, literal("trunc"), 1, slot(trunc));
  function1(n, literal("fabs"), 1, slot(fabs));
  function2(n, literal("copysign"), 2, slot(copysign));
  function2(n, literal("fmod"), 2, slot(fmod));
  function1(n, literal("modf"), 1, slot(modf));
  function1(n, literal("frexp"), 1, slot(frexp));
  function2(n, literal("ldexp"), 2, slot(ldexp));
  function1(n, literal("isnan"), 1, slot(isnan));
  function1(n, literal("isinf"), 1, slot(isinf));
  function1(n, literal("isfinite"), 1, slot(isfinite));
  functionVar(n, literal("isclose"), slot(isclose));
  function1(n, literal("fsum"), 1, slot(fsum));
  function2(n, literal("remainder"), 2, slot(remainder));
  function2(n, literal("nextafter"), 2, slot(nextafter));
  function1(n, literal("ulp"), 1, slot(ulp));
  function2(n, literal("dist"), 2, slot(dist));
  function2(n, literal("sumprod"), 2, slot(sumprod));
  function1(n, literal("erf"), 1, slot(erf));
  function1(n, literal("erfc"), 1, slot(erfc));
  function1(n, literal("gamma"), 1, slot(gamma));
  function1(n, literal("lgamma"), 1, slot(lgamma));
}
