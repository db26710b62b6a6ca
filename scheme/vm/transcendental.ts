/**
 * Square roots, powers, exponentials, logarithms and trigonometric functions (R7RS 6.2.6), over the complex numbers where they need them.
 *
 * Results are exact where an exact argument gives one that R7RS expects: roots of squares, powers, and the values at 0 and 1.
 */

import {
  abs,
  boxFloat,
  boxInt,
  ERROR,
  f64,
  floatOf,
  i64,
  i64Of,
  isA,
  isFloat,
  isI64,
  literal,
  residual,
  sqrt as squareRootOf,
  truncate,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  integerBitLength,
  integerCompare,
  integerMul,
  integerNegate,
  integerPow,
  integerShiftRight,
  integerToF64,
  isInteger,
} from "../../toolkit/heap/mod.ts";
import { isFinite, isNan } from "../../toolkit/library/floats.ts";
import {
  mathAcos,
  mathAsin,
  mathAtan,
  mathAtan2,
  mathCos,
  mathCosh,
  mathExp,
  mathHypot,
  mathLog,
  mathPow,
  mathSin,
  mathSinh,
  mathTan,
} from "../../toolkit/library/host_imports.ts";
import { Complex, Ratio, type Symbol } from "./objects.ts";
import { divisionByZero, outOfRange, wrongType } from "./errors.ts";
import { imaginaryPart, isExactComplex, makeRectangular, multiplyComplex, realPart } from "./complex.ts";
import { isExactOne, isExactRational, isExactZero, isNumber, isOdd, isReal, signOfExact, toFlonum } from "./number_kinds.ts";
import { integerRoot } from "./division.ts";
import { addNumbers, divideNumbers, multiplyNumbers, negateNumber, reciprocal, subtractNumbers } from "./numbers.ts";
import { inexact } from "./exactness.ts";
import { makeRatio } from "./ratio.ts";

const LOG_2 = 0.6931471805599453;
const PI = 3.141592653589793;

function numberArgument(who: Symbol, v: Value): Value {
  if (!isNumber(v)) throw wrongType(who, 1, literal("a number"), v);
  return v;
}

function imaginaryUnit(): Value {
  return makeRectangular(boxInt(0n), boxInt(1n));
}

// ── Square root ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The exact root of an exact integer ≥ 0; ERROR when it is no square. */
function rootOfSquare(n: Value): Value {
  const root = integerRoot(n);
  return integerCompare(integerMul(root, root), n) === 0 ? root : ERROR;
}

/** Root of an exact number ≥ 0. */
function rootOfExact(v: Value): Value {
  if (isInteger(v)) {
    const root = rootOfSquare(v);
    if (root !== ERROR) return root;
    const x = integerToF64(v);
    // Beyond the doubles the integer root is as good.
    return boxFloat(isFinite(x) ? squareRootOf(x) : integerToF64(integerRoot(v)));
  }
  const numerator = rootOfSquare((v as Ratio).numerator);
  const denominator = rootOfSquare((v as Ratio).denominator);
  if (numerator !== ERROR && denominator !== ERROR) return makeRatio(numerator, denominator);
  return boxFloat(squareRootOf(toFlonum(v)));
}

/** The root with a real part that is not negative: `√((|z|+a)/2) + sign(b)·√((|z|-a)/2)·i`. */
function rootOfComplex(z: Complex): Value {
  const a = toFlonum(z.real), b = toFlonum(z.imaginary);
  const size = mathHypot(a, b);
  const real = squareRootOf((size + a) / 2.0), imaginary = squareRootOf((size - a) / 2.0);
  const root = makeRectangular(boxFloat(real), boxFloat(b < 0.0 ? -imaginary : imaginary));
  return isExactComplex(z) ? exactRoot(z, root as Complex) : root;
}

/** The exact root of an exact complex number when it has one near `root`. */
function exactRoot(z: Complex, root: Complex): Value {
  const real = exactNearby(root.real);
  const candidate = makeRectangular(real, exactNearby(root.imaginary));
  const squared = multiplyComplex(candidate, candidate);
  const isEqual = isExactZero(subtractNumbers(realPart(squared), z.real)) &&
    isExactZero(subtractNumbers(imaginaryPart(squared), z.imaginary));
  return isEqual ? candidate : root;
}

/** The nearest half of an integer, exactly. */
function exactNearby(v: Value): Value {
  const twice = floatOf(v) * 2.0;
  if (abs(twice) > 9007199254740992.0) return boxInt(0n);
  return makeRatio(boxInt(i64(twice < 0.0 ? twice - 0.5 : twice + 0.5)), boxInt(2n));
}

/** `sqrt` */
export const sqrt = residual(function (v: Value): Value {
  if (isFloat(v)) {
    const x = floatOf(v);
    if (x >= 0.0 || isNan(x)) return boxFloat(squareRootOf(x));
    return makeRectangular(boxInt(0n), boxFloat(squareRootOf(-x)));
  }
  if (isExactRational(v)) {
    return signOfExact(v) < 0 ? makeRectangular(boxInt(0n), rootOfExact(negateNumber(v))) : rootOfExact(v);
  }
  if (!isA(v, Complex)) throw wrongType(literal("sqrt"), 1, literal("a number"), v);
  return rootOfComplex(v as Complex);
});

// ── Exponential and logarithm ────────────────────────────────────────────────────────────────────────────────────────

/** `exp` */
export const exp = residual(function (v: Value): Value {
  numberArgument(literal("exp"), v);
  if (isExactZero(v)) return boxInt(1n);
  if (isReal(v)) return boxFloat(mathExp(toFlonum(v)));
  const size = mathExp(toFlonum(realPart(v))), angle = toFlonum(imaginaryPart(v));
  return makeRectangular(boxFloat(size * mathCos(angle)), boxFloat(size * mathSin(angle)));
});

/** Logarithm of an exact number above 0 that may be beyond the doubles. */
function logOfExact(v: Value): f64 {
  if (isA(v, Ratio)) return logOfExact((v as Ratio).numerator) - logOfExact((v as Ratio).denominator);
  const bits = integerBitLength(v);
  if (bits <= 1000n) return mathLog(integerToF64(v));
  return mathLog(integerToF64(integerShiftRight(v, bits - 64n))) + f64(bits - 64n) * LOG_2;
}

function logOfReal(v: Value): Value {
  if (isExactOne(v)) return boxInt(0n);
  if (isExactRational(v)) {
    if (isExactZero(v)) throw outOfRange(literal("log"), 1, v);
    if (signOfExact(v) < 0) return makeRectangular(boxFloat(logOfExact(negateNumber(v))), boxFloat(PI));
    const x = toFlonum(v);
    // A quotient near 1 loses digits as a difference of logarithms.
    return boxFloat(isFinite(x) && x > 0.0 ? mathLog(x) : logOfExact(v));
  }
  const x = floatOf(v);
  return x < 0.0 ? makeRectangular(boxFloat(mathLog(-x)), boxFloat(PI)) : boxFloat(mathLog(x));
}

/** `(log z)` */
export const log = residual(function (v: Value): Value {
  numberArgument(literal("log"), v);
  if (isReal(v)) return logOfReal(v);
  const real = toFlonum(realPart(v)), imaginary = toFlonum(imaginaryPart(v));
  return makeRectangular(boxFloat(mathLog(mathHypot(real, imaginary))), boxFloat(mathAtan2(imaginary, real)));
});

/** `(log z base)` */
export function logBase(v: Value, base: Value): Value {
  const top = log(v);
  return divideNumbers(top, log(base));
}

// ── Powers ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** base ^ exponent for an exact integer ≥ 0, by squaring; the base is not real or inexact. */
function powerBySquaring(base: Value, exponent: i64): Value {
  let result: Value = boxInt(1n);
  let factor = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) !== 0n) result = multiplyNumbers(result, factor);
    if (rest > 1n) factor = multiplyNumbers(factor, factor);
  }
  return result;
}

/** base ^ exponent for exact numbers, the exponent an integer of at most 64 bits that is not negative. */
function exactPower(base: Value, exponent: i64): Value {
  if (isInteger(base)) return integerPow(base, exponent);
  if (!isA(base, Ratio)) return powerBySquaring(base, exponent);
  const numerator = integerPow((base as Ratio).numerator, exponent);
  return makeRatio(numerator, integerPow((base as Ratio).denominator, exponent));
}

/** A base that every large power of is the same but for its sign: 0, 1, -1; ERROR for others. */
function powerOfUnit(base: Value, exponent: Value): Value {
  if (!isI64(base)) return ERROR;
  const b = i64Of(base);
  if (b === 0n || b === 1n) return base;
  if (b === -1n) return isOdd(exponent) ? base : boxInt(1n);
  return ERROR;
}

/** The exponent is an exact integer. */
function integerPower(base: Value, exponent: Value): Value {
  if (isFloat(base)) return boxFloat(mathPow(floatOf(base), integerToF64(exponent)));
  const isNegative = signOfExact(exponent) < 0;
  if (isNegative && isExactZero(base)) throw divisionByZero(literal("expt"));
  const size = isNegative ? integerNegate(exponent) : exponent;
  if (!isI64(size)) {
    const unit = powerOfUnit(base, size);
    if (unit === ERROR) throw outOfRange(literal("expt"), 2, exponent);
    return unit;
  }
  const power = exactPower(base, i64Of(size));
  return isNegative ? reciprocal(power) : power;
}

/** The exponent is a real number, but no exact integer, the base a real number. */
function realPower(base: Value, exponent: Value): Value {
  if (isA(exponent, Ratio) && isExactRational(base)) {
    const r = exponent as Ratio;
    if (r.denominator === boxInt(2n)) {
      const root = sqrt(base);
      if (!isFloat(root) && !isFloat(realPart(root)) && !isFloat(imaginaryPart(root))) return expt(root, r.numerator);
    }
  }
  const x = toFlonum(base), y = toFlonum(exponent);
  if (x >= 0.0 || truncate(y) === y || isNan(x) || isNan(y)) return boxFloat(mathPow(x, y));
  return generalPower(base, exponent);
}

/** e ^ (exponent · log base) */
function generalPower(base: Value, exponent: Value): Value {
  return exp(multiplyNumbers(log(base), exponent));
}

/** `expt` */
export const expt = residual(function (base: Value, exponent: Value): Value {
  numberArgument(literal("expt"), base);
  if (!isNumber(exponent)) throw wrongType(literal("expt"), 2, literal("a number"), exponent);
  if (isExactZero(exponent)) return boxInt(1n);
  if (isInteger(exponent)) return integerPower(base, exponent);
  if (isReal(base) && isReal(exponent)) return realPower(base, exponent);
  if (isExactZero(base)) {
    if (toFlonum(realPart(exponent)) > 0.0) return base;
    throw outOfRange(literal("expt"), 2, exponent);
  }
  return generalPower(base, exponent);
});

// ── Trigonometric functions ──────────────────────────────────────────────────────────────────────────────────────────

/** `sin` */
export const sin = residual(function (v: Value): Value {
  numberArgument(literal("sin"), v);
  if (isExactZero(v)) return v;
  if (isReal(v)) return boxFloat(mathSin(toFlonum(v)));
  const a = toFlonum(realPart(v)), b = toFlonum(imaginaryPart(v));
  return makeRectangular(boxFloat(mathSin(a) * mathCosh(b)), boxFloat(mathCos(a) * mathSinh(b)));
});

/** `cos` */
export const cos = residual(function (v: Value): Value {
  numberArgument(literal("cos"), v);
  if (isExactZero(v)) return boxInt(1n);
  if (isReal(v)) return boxFloat(mathCos(toFlonum(v)));
  const a = toFlonum(realPart(v)), b = toFlonum(imaginaryPart(v));
  return makeRectangular(boxFloat(mathCos(a) * mathCosh(b)), boxFloat(-(mathSin(a) * mathSinh(b))));
});

/** `tan` */
export const tan = residual(function (v: Value): Value {
  numberArgument(literal("tan"), v);
  if (isExactZero(v)) return v;
  if (isReal(v)) return boxFloat(mathTan(toFlonum(v)));
  return divideNumbers(sin(v), cos(v));
});

/** -i · log(i·z + √(1 - z²)) */
function complexArcSine(z: Value): Value {
  const root = sqrt(subtractNumbers(boxInt(1n), multiplyNumbers(z, z)));
  const sum = addNumbers(multiplyNumbers(imaginaryUnit(), z), root);
  return negateNumber(multiplyNumbers(imaginaryUnit(), log(sum)));
}

/** `asin` */
export const asin = residual(function (v: Value): Value {
  numberArgument(literal("asin"), v);
  if (isExactZero(v)) return v;
  if (isReal(v) && !(abs(toFlonum(v)) > 1.0)) return boxFloat(mathAsin(toFlonum(v)));
  return complexArcSine(inexact(v));
});

/** `acos`: π/2 - asin z */
export const acos = residual(function (v: Value): Value {
  numberArgument(literal("acos"), v);
  if (isExactOne(v)) return boxInt(0n);
  if (isReal(v) && !(abs(toFlonum(v)) > 1.0)) return boxFloat(mathAcos(toFlonum(v)));
  return subtractNumbers(boxFloat(PI / 2.0), complexArcSine(inexact(v)));
});

/** `(atan z)`: (log(1 + i·z) - log(1 - i·z)) / 2i */
export const atan = residual(function (v: Value): Value {
  numberArgument(literal("atan"), v);
  if (isExactZero(v)) return v;
  if (isReal(v)) return boxFloat(mathAtan(toFlonum(v)));
  const turned = multiplyNumbers(imaginaryUnit(), v);
  const above = addNumbers(boxInt(1n), turned), below = subtractNumbers(boxInt(1n), turned);
  if (isExactZero(above) || isExactZero(below)) throw outOfRange(literal("atan"), 1, v);
  const difference = subtractNumbers(log(above), log(below));
  return divideNumbers(difference, makeRectangular(boxInt(0n), boxInt(2n)));
});

/** `(atan y x)` */
export const atan2 = residual(function (y: Value, x: Value): Value {
  if (!isReal(y)) throw wrongType(literal("atan"), 1, literal("a real number"), y);
  if (!isReal(x)) throw wrongType(literal("atan"), 2, literal("a real number"), x);
  if (isExactZero(y) && isExactRational(x)) {
    if (isExactZero(x)) throw outOfRange(literal("atan"), 2, x);
    if (signOfExact(x) > 0) return y;
  }
  return boxFloat(mathAtan2(toFlonum(y), toFlonum(x)));
});
