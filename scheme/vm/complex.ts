/**
 * Complex numbers that are not real: arithmetic over their parts, each of which is exact or a flonum.
 */

import { alloc, type bool, boxFloat, boxInt, isA, isFloat, residual, type Value } from "../../toolkit/define/mod.ts";
import { mathAtan2, mathCos, mathHypot, mathSin } from "../../toolkit/library/host_imports.ts";
import { Complex } from "./objects.ts";
import { isExactZero, toFlonum } from "./number_kinds.ts";
import { absolute, addNumbers, divideNumbers, multiplyNumbers, negateNumber, subtractNumbers } from "./numbers.ts";
import { sqrt } from "./transcendental.ts";

/** The number with these real parts: a real one when the imaginary part is exact 0. */
export const makeRectangular = residual(function (real: Value, imaginary: Value): Value {
  if (isExactZero(imaginary)) return real;
  const c = alloc(Complex);
  c.real = real;
  c.imaginary = imaginary;
  return c;
});

/** `make-polar` of real numbers */
export const makePolar = residual(function (magnitude: Value, angle: Value): Value {
  if (isExactZero(angle)) return magnitude;
  if (isExactZero(magnitude)) return magnitude;
  const r = toFlonum(magnitude), phi = toFlonum(angle);
  return makeRectangular(boxFloat(r * mathCos(phi)), boxFloat(r * mathSin(phi)));
});

export function realPart(v: Value): Value {
  return isA(v, Complex) ? (v as Complex).real : v;
}

export function imaginaryPart(v: Value): Value {
  return isA(v, Complex) ? (v as Complex).imaginary : boxInt(0n);
}

export function isExactComplex(c: Complex): bool {
  return !isFloat(c.real) && !isFloat(c.imaginary);
}

/** The distance from 0 of a number that is not real. */
export function magnitudeOfComplex(c: Complex): Value {
  if (isExactZero(c.real)) return absolute(c.imaginary);
  if (isExactComplex(c)) {
    const squared = multiplyNumbers(c.real, c.real);
    return sqrt(addNumbers(squared, multiplyNumbers(c.imaginary, c.imaginary)));
  }
  return boxFloat(mathHypot(toFlonum(c.real), toFlonum(c.imaginary)));
}

export function angleOfComplex(c: Complex): Value {
  return boxFloat(mathAtan2(toFlonum(c.imaginary), toFlonum(c.real)));
}

export const addComplex = residual(function (a: Value, b: Value): Value {
  const real = addNumbers(realPart(a), realPart(b));
  return makeRectangular(real, addNumbers(imaginaryPart(a), imaginaryPart(b)));
});

export const subtractComplex = residual(function (a: Value, b: Value): Value {
  const real = subtractNumbers(realPart(a), realPart(b));
  return makeRectangular(real, subtractNumbers(imaginaryPart(a), imaginaryPart(b)));
});

export const multiplyComplex = residual(function (a: Value, b: Value): Value {
  const ar = realPart(a), ai = imaginaryPart(a), br = realPart(b), bi = imaginaryPart(b);
  const product = multiplyNumbers(ar, br);
  const real = subtractNumbers(product, multiplyNumbers(ai, bi));
  const cross = multiplyNumbers(ar, bi);
  return makeRectangular(real, addNumbers(cross, multiplyNumbers(ai, br)));
});

/** a · conjugate(b) / |b|² */
export const divideComplex = residual(function (a: Value, b: Value): Value {
  const br = realPart(b), bi = imaginaryPart(b);
  const squared = multiplyNumbers(br, br);
  const norm = addNumbers(squared, multiplyNumbers(bi, bi));
  const product = multiplyComplex(a, makeRectangular(br, negateNumber(bi)));
  const real = divideNumbers(realPart(product), norm);
  return makeRectangular(real, divideNumbers(imaginaryPart(product), norm));
});

export const negateComplex = residual(function (a: Value): Value {
  const real = negateNumber(realPart(a));
  return makeRectangular(real, negateNumber(imaginaryPart(a)));
});
