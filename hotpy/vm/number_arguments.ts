/**
 * Numbers from arguments: what `math.sin(x)`, `int(x)`, `float(x)` and `%d` accept, with CPython's errors.
 */

import { boxFloat, ERROR, type f64, f64 as toF64, floatOf, intOf, isFloat, isInt, literal, type Value } from "../../toolkit/define/mod.ts";
import { typeError } from "./exceptions.ts";
import { format1, format2 } from "./messages.ts";
import { callMethod0 } from "./calls.ts";
import { intValue, isIntLike } from "./operators.ts";
import { typeAttribute, typeOf } from "./types.ts";
import { floatToInt, intToFloat } from "./integers.ts";

/** A real number as a double: float, int, bool, `__float__`, `__index__`. @throws TypeError "must be real number, not …" */
export function floatArgument(v: Value): f64 {
  if (isFloat(v)) return floatOf(v);
  if (isInt(v)) return toF64(intOf(v));
  return otherFloat(v);
}

function otherFloat(v: Value): f64 {
  if (isIntLike(v)) return intToFloat(intValue(v));
  const r = floatMethod(v);
  if (r === ERROR) throw typeError(format1(literal("must be real number, not %t"), v));
  return floatOf(r);
}

/** Result of `__float__` or `__index__` as a float; ERROR without a pending error when there is neither. */
export function floatMethod(v: Value): Value {
  const type = typeOf(v);
  if (typeAttribute(type, literal("__float__")) !== ERROR) {
    const r = callMethod0(v, literal("__float__"));
    if (!isFloat(r)) throw typeError(format2(literal("%s.__float__() must return a float, not %t"), type, r));
    return r;
  }
  if (typeAttribute(type, literal("__index__")) !== ERROR) return boxFloat(intToFloat(intValue(v)));
  return ERROR;
}

/** `int(v)` of a number: truncation, `__int__`, `__index__`; ERROR without a pending error when `v` is no number. */
export function integerPart(v: Value): Value {
  if (isInt(v)) return v;
  if (isFloat(v)) return floatToInt(floatOf(v));
  if (isIntLike(v)) return intValue(v);
  const type = typeOf(v);
  if (typeAttribute(type, literal("__int__")) !== ERROR) {
    const r = callMethod0(v, literal("__int__"));
    if (!isIntLike(r)) throw typeError(format1(literal("__int__ returned non-int (type %t)"), r));
    return intValue(r);
  }
  if (typeAttribute(type, literal("__index__")) !== ERROR) return intValue(v);
  return ERROR;
}
