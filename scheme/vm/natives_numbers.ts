/**
 * Primitives on numbers that have no bytecode.
 */

import { boxFloat, boxInt, floatOf, type i32, isA, isFloat, literal, residual, slot, type Value } from "../../toolkit/define/mod.ts";
import { isNan } from "../../toolkit/library/floats.ts";
import { Complex, type Symbol, type Values } from "./objects.ts";
import { angleOfComplex, imaginaryPart, magnitudeOfComplex, makePolar, makeRectangular, realPart } from "./complex.ts";
import { signOfReal } from "./comparison.ts";
import { exactIntegerSqrt, gcd, lcm } from "./division.ts";
import { wrongType } from "./errors.ts";
import { denominator, numerator, rationalize } from "./exactness.ts";
import { define1, define2, defineAny } from "./native.ts";
import { isNumber, isReal } from "./number_kinds.ts";
import { finiteTest, infiniteTest, numberTest } from "./number_tests.ts";
import { absolute } from "./numbers.ts";
import { stringToNumber } from "./number_parse.ts";
import { numberToString } from "./number_text.ts";
import { acos, asin, expt } from "./transcendental.ts";

const PI = 3.141592653589793;

const gcdOf = residual(function (args: Values): Value {
  let result: Value = boxInt(0n);
  for (let i = 0; i < args.length; i++) result = gcd(result, args.items[i], i + 1);
  return result;
});

const lcmOf = residual(function (args: Values): Value {
  let result: Value = boxInt(1n);
  for (let i = 0; i < args.length; i++) result = lcm(result, args.items[i], i + 1);
  return result;
});

// ── Complex numbers ──────────────────────────────────────────────────────────────────────────────────────────────────

function numberArgument(who: Symbol, v: Value): Value {
  if (!isNumber(v)) throw wrongType(who, 1, literal("a number"), v);
  return v;
}

function realArgument(who: Symbol, position: i32, v: Value): Value {
  if (!isReal(v)) throw wrongType(who, position, literal("a real number"), v);
  return v;
}

function rectangular(real: Value, imaginary: Value): Value {
  const a = realArgument(literal("make-rectangular"), 1, real);
  return makeRectangular(a, realArgument(literal("make-rectangular"), 2, imaginary));
}

function polar(size: Value, angle: Value): Value {
  const r = realArgument(literal("make-polar"), 1, size);
  return makePolar(r, realArgument(literal("make-polar"), 2, angle));
}

function realPartOf(v: Value): Value {
  return realPart(numberArgument(literal("real-part"), v));
}

function imaginaryPartOf(v: Value): Value {
  return imaginaryPart(numberArgument(literal("imag-part"), v));
}

const magnitude = residual(function (v: Value): Value {
  if (isA(v, Complex)) return magnitudeOfComplex(v as Complex);
  return absolute(numberArgument(literal("magnitude"), v));
});

const angle = residual(function (v: Value): Value {
  if (isA(v, Complex)) return angleOfComplex(v as Complex);
  const isNegative = signOfReal(literal("angle"), v) < 0;
  if (isFloat(v)) return isNan(floatOf(v)) ? v : boxFloat(isNegative ? PI : 0.0);
  return isNegative ? boxFloat(PI) : boxInt(0n);
});

export function bootNumbers(): void {
  define1(literal("complex?"), 1, slot(numberTest));
  define1(literal("finite?"), 1, slot(finiteTest));
  define1(literal("infinite?"), 1, slot(infiniteTest));
  defineAny(literal("gcd"), 0, slot(gcdOf));
  defineAny(literal("lcm"), 0, slot(lcmOf));
  define1(literal("numerator"), 1, slot(numerator));
  define1(literal("denominator"), 1, slot(denominator));
  define2(literal("rationalize"), 2, slot(rationalize));
  define1(literal("exact-integer-sqrt"), 1, slot(exactIntegerSqrt));
  define2(literal("expt"), 2, slot(expt));
  define1(literal("asin"), 1, slot(asin));
  define1(literal("acos"), 1, slot(acos));
  define2(literal("make-rectangular"), 2, slot(rectangular));
  define2(literal("make-polar"), 2, slot(polar));
  define1(literal("real-part"), 1, slot(realPartOf));
  define1(literal("imag-part"), 1, slot(imaginaryPartOf));
  define1(literal("magnitude"), 1, slot(magnitude));
  define1(literal("angle"), 1, slot(angle));
  define2(literal("number->string"), 1, slot(numberToString));
  define2(literal("string->number"), 1, slot(stringToNumber));
}
