/**
 * Arithmetic behind the fast paths of the bytecodes: numbers of any kinds. What is not a number is named by its position.
 *
 * The kinds decide (`rankOf`): the operation is that of the higher one. Exact zero divides nothing; flonums follow IEEE 754.
 */

import { abs, boxFloat, boxInt, floatOf, literal, residual, type Value } from "../../toolkit/define/mod.ts";
import { integerAbs, integerAdd, integerMul, integerNegate, integerSub } from "../../toolkit/heap/mod.ts";
import type { ErrorObject, Symbol } from "./objects.ts";
import { divisionByZero, wrongType } from "./errors.ts";
import { addComplex, divideComplex, multiplyComplex, negateComplex, subtractComplex } from "./complex.ts";
import { FLONUM, INTEGER, isExactZero, isNumber, NO_NUMBER, rankOf, RATIO, signOfExact, toFlonum } from "./number_kinds.ts";
import { addRatios, divideRatios, makeRatio, multiplyRatios, negateRatio, subtractRatios } from "./ratio.ts";

/** The complaint about the first operand that is no number. */
function notNumbers(who: Symbol, a: Value, b: Value): ErrorObject {
  return isNumber(a) ? wrongType(who, 2, literal("a number"), b) : wrongType(who, 1, literal("a number"), a);
}

/** `(+ a b)` */
export const addNumbers = residual(function (a: Value, b: Value): Value {
  const ra = rankOf(a), rb = rankOf(b);
  if (ra === NO_NUMBER || rb === NO_NUMBER) throw notNumbers(literal("+"), a, b);
  switch (ra > rb ? ra : rb) {
    case INTEGER:
      return integerAdd(a, b);
    case RATIO:
      return addRatios(a, b);
    case FLONUM:
      return boxFloat(toFlonum(a) + toFlonum(b));
    default:
      return addComplex(a, b);
  }
});

/** `(- a b)` */
export const subtractNumbers = residual(function (a: Value, b: Value): Value {
  const ra = rankOf(a), rb = rankOf(b);
  if (ra === NO_NUMBER || rb === NO_NUMBER) throw notNumbers(literal("-"), a, b);
  switch (ra > rb ? ra : rb) {
    case INTEGER:
      return integerSub(a, b);
    case RATIO:
      return subtractRatios(a, b);
    case FLONUM:
      return boxFloat(toFlonum(a) - toFlonum(b));
    default:
      return subtractComplex(a, b);
  }
});

/** `(* a b)` */
export const multiplyNumbers = residual(function (a: Value, b: Value): Value {
  const ra = rankOf(a), rb = rankOf(b);
  if (ra === NO_NUMBER || rb === NO_NUMBER) throw notNumbers(literal("*"), a, b);
  switch (ra > rb ? ra : rb) {
    case INTEGER:
      return integerMul(a, b);
    case RATIO:
      return multiplyRatios(a, b);
    case FLONUM:
      return boxFloat(toFlonum(a) * toFlonum(b));
    default:
      return multiplyComplex(a, b);
  }
});

/** `(/ a b)` */
export const divideNumbers = residual(function (a: Value, b: Value): Value {
  const ra = rankOf(a), rb = rankOf(b);
  if (ra === NO_NUMBER || rb === NO_NUMBER) throw notNumbers(literal("/"), a, b);
  if (isExactZero(b)) throw divisionByZero(literal("/"));
  switch (ra > rb ? ra : rb) {
    case INTEGER:
      return makeRatio(a, b);
    case RATIO:
      return divideRatios(a, b);
    case FLONUM:
      return boxFloat(toFlonum(a) / toFlonum(b));
    default:
      return divideComplex(a, b);
  }
});

/** `(- a)` */
export const negateNumber = residual(function (a: Value): Value {
  switch (rankOf(a)) {
    case INTEGER:
      return integerNegate(a);
    case RATIO:
      return negateRatio(a);
    case FLONUM:
      return boxFloat(-floatOf(a));
    case NO_NUMBER:
      throw wrongType(literal("-"), 1, literal("a number"), a);
    default:
      return negateComplex(a);
  }
});

/** `(/ a)` */
export function reciprocal(a: Value): Value {
  return divideNumbers(boxInt(1n), a);
}

/** `abs`, `magnitude` of a real number */
export const absolute = residual(function (a: Value): Value {
  switch (rankOf(a)) {
    case INTEGER:
      return integerAbs(a);
    case RATIO:
      return signOfExact(a) < 0 ? negateRatio(a) : a;
    case FLONUM:
      return boxFloat(abs(floatOf(a)));
    default:
      throw wrongType(literal("abs"), 1, literal("a real number"), a);
  }
});

/** `square` */
export const square = residual(function (a: Value): Value {
  if (!isNumber(a)) throw wrongType(literal("square"), 1, literal("a number"), a);
  return multiplyNumbers(a, a);
});
