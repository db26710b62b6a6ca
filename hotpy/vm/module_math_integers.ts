/**
 * The functions of `math` on integers: factorial, gcd, lcm, isqrt, comb, perm, prod.
 */

import { boxInt, ERROR, type i64, i64Of, isI64, literal, slot, type Value } from "../../toolkit/define/mod.ts";
import { type Namespace, NONE, OP_MUL, type Str, type Tuple } from "./objects.ts";
import { overflowError, valueError } from "./exceptions.ts";
import { format1 } from "./messages.ts";
import { binary, getIterator, intValue, iterNext } from "./operators.ts";
import { function1, function2, functionVar } from "./native.ts";
import { keywordArgument } from "./arguments.ts";
import { addInt, floorDivInt, intSign, mulInt, subInt } from "./integers.ts";
import { integerAbs, integerCompare, integerGcd, integerSquareRoot } from "../../toolkit/heap/mod.ts";

/** The product of low…high by halves, so that factors of like size meet. */
function productOf(low: i64, high: i64): Value {
  if (high - low < 8n) {
    let r = boxInt(low);
    for (let i = low + 1n; i <= high; i++) r = mulInt(r, boxInt(i));
    return r;
  }
  const middle = (low + high) / 2n;
  const left = productOf(low, middle);
  return mulInt(left, productOf(middle + 1n, high));
}

function factorial(v: Value): Value {
  const n = intValue(v);
  if (intSign(n) < 0) throw valueError(literal("factorial() not defined for negative values"));
  if (!isI64(n) || i64Of(n) > 0x7fffffffn) {
    throw overflowError(literal("factorial() argument should not exceed 9223372036854775807"));
  }
  return i64Of(n) < 2n ? boxInt(1n) : productOf(1n, i64Of(n));
}

function gcd(args: Tuple, names: Tuple): Value {
  let r = boxInt(0n);
  for (let i = 0; i < args.length; i++) r = integerGcd(r, intValue(args.items[i]));
  return r;
}

function lcm(args: Tuple, names: Tuple): Value {
  let r = boxInt(1n);
  for (let i = 0; i < args.length; i++) {
    const n = intValue(args.items[i]);
    if (intSign(n) === 0) return n;
    r = integerAbs(mulInt(floorDivInt(r, integerGcd(r, n)), n));
  }
  return r;
}

function isqrt(v: Value): Value {
  const n = intValue(v);
  if (intSign(n) < 0) throw valueError(literal("isqrt() argument must be nonnegative"));
  return integerSquareRoot(n);
}

/** An argument of comb or perm. */
function countArgument(v: Value, name: Str): Value {
  const n = intValue(v);
  if (intSign(n) < 0) throw valueError(format1(literal("%s must be a non-negative integer"), name));
  return n;
}

function comb(a: Value, b: Value): Value {
  const n = countArgument(a, literal("n"));
  const k = countArgument(b, literal("k"));
  if (integerCompare(k, n) > 0) return boxInt(0n);
  const other = subInt(n, k);
  const least = integerCompare(k, other) < 0 ? k : other;
  if (!isI64(least)) throw overflowError(literal("min(n - k, k) must not exceed 9223372036854775807"));
  const count = i64Of(least);
  let r = boxInt(1n);
  for (let i = 1n; i <= count; i++) r = floorDivInt(mulInt(r, addInt(subInt(n, boxInt(count)), boxInt(i))), boxInt(i));
  return r;
}

function perm(a: Value, b: Value): Value {
  if (b === ERROR || b === NONE) return factorial(a);
  const n = countArgument(a, literal("n"));
  const k = countArgument(b, literal("k"));
  if (integerCompare(k, n) > 0) return boxInt(0n);
  if (!isI64(k)) throw overflowError(literal("k must not exceed 9223372036854775807"));
  let r = boxInt(1n);
  for (let i = 0n; i < i64Of(k); i++) r = mulInt(r, subInt(n, boxInt(i)));
  return r;
}

function prod(args: Tuple, names: Tuple): Value {
  const start = keywordArgument(args, names, literal("start"));
  let r = start === ERROR ? boxInt(1n) : start;
  const iterator = getIterator(args.items[0]);
  while (true) {
    const v = iterNext(iterator);
    if (v === ERROR) return r;
    r = binary(OP_MUL, r, v);
  }
}

export function bootMathIntegers(n: Namespace): void {
  function1(n, literal("factorial"), 1, slot(factorial));
  functionVar(n, literal("gcd"), slot(gcd));
  functionVar(n, literal("lcm"), slot(lcm));
  function1(n, literal("isqrt"), 1, slot(isqrt));
  function2(n, literal("comb"), 2, slot(comb));
  function2(n, literal("perm"), 1, slot(perm));
  functionVar(n, literal("prod"), slot(prod));
}
