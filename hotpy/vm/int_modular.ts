/**
 * `pow(base, exponent, modulus)` and the modular inverse.
 */

import { boxInt, isFloat, literal, type Value } from "../../toolkit/define/mod.ts";
import { typeError, valueError } from "./exceptions.ts";
import { format3 } from "./messages.ts";
import { intValue, isIntLike } from "./operators.ts";
import { floorDivInt, intSign, modInt, mulInt, negateInt, subInt } from "./integers.ts";
import { integerCompare, integerPowMod } from "../../toolkit/heap/mod.ts";

/** @throws TypeError, ValueError */
export function modularPower(base: Value, exponent: Value, modulus: Value): Value {
  if (!isIntLike(base) || !isIntLike(exponent) || !isIntLike(modulus)) {
    if (isFloat(base) || isFloat(exponent) || isFloat(modulus)) {
      throw typeError(literal("pow() 3rd argument not allowed unless all arguments are integers"));
    }
    throw typeError(
      format3(literal("unsupported operand type(s) for ** or pow(): '%t', '%t', '%t'"), base, exponent, modulus),
    );
  }
  let b = intValue(base);
  let e = intValue(exponent);
  const m = intValue(modulus);
  if (intSign(m) === 0) throw valueError(literal("pow() 3rd argument cannot be 0"));
  if (intSign(e) < 0) {
    b = inverse(b, m);
    e = negateInt(e);
  }
  return integerPowMod(b, e, m);
}

/** The inverse of `a` modulo `m` by Euclid's extended algorithm. @throws ValueError when there is none */
function inverse(a: Value, m: Value): Value {
  const modulus = intSign(m) < 0 ? negateInt(m) : m;
  let r0 = modulus;
  let r1 = modInt(a, modulus);
  let t0 = boxInt(0n);
  let t1 = boxInt(1n);
  while (intSign(r1) !== 0) {
    const q = floorDivInt(r0, r1);
    const r2 = subInt(r0, mulInt(q, r1));
    r0 = r1;
    r1 = r2;
    const t2 = subInt(t0, mulInt(q, t1));
    t0 = t1;
    t1 = t2;
  }
  if (integerCompare(r0, boxInt(1n)) !== 0) throw valueError(literal("base is not invertible for the given modulus"));
  return modInt(t0, modulus);
}
