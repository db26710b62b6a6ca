/** Bytecodes for integer division, bits, exactness, tests of numbers and real functions. */

import {
  abs,
  boxFloat,
  boxI64,
  ceil,
  f64,
  floatOf,
  floor,
  i64,
  i64Of,
  isA,
  isFloat,
  isI64,
  nearest,
  op,
  sqrt as squareRoot,
  truncate,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Bignum } from "../../toolkit/heap/mod.ts";
import { isFinite } from "../../toolkit/library/floats.ts";
import { mathAtan, mathAtan2, mathCos, mathExp, mathLog, mathSin, mathTan } from "../../toolkit/library/host_imports.ts";
import { arithmeticShift, bitwiseAnd, bitwiseNot, bitwiseOr, bitwiseXor, floorQuotient, modulo, quotient, remainder } from "./division.ts";
import { ceilingNumber, exact, floorNumber, inexact, roundNumber, truncateNumber } from "./exactness.ts";
import { RecordBytecodes } from "./handlers_records.ts";
import { isIntegralFlonum, truth } from "./number_kinds.ts";
import { evenTest, exactTest, inexactTest, nanTest, negativeTest, oddTest, positiveTest, zeroTest } from "./number_tests.ts";
import { Complex, FALSE, Ratio, TRUE } from "./objects.ts";
import { atan, atan2, cos, exp, log, sin, sqrt, tan } from "./transcendental.ts";

/** Integers up to this magnitude are flonums without rounding. */
const EXACT_LIMIT = 9007199254740992.0;

export class NumericBytecodes extends RecordBytecodes {
  // ── Division ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** 64-bit integers, the divisor positive. */
  protected areSimple(left: Value, right: Value): boolean {
    return isI64(left) && isI64(right) && i64Of(right) > 0n;
  }
  /** `quotient ( left right -- integer )` */
  @op()
  quotient(left: Value, right: Value): Value {
    if (this.areSimple(left, right)) return boxI64(i64Of(left) / i64Of(right));
    return quotient(left, right);
  }
  /** `remainder ( left right -- integer )` */
  @op()
  remainder(left: Value, right: Value): Value {
    if (this.areSimple(left, right)) return boxI64(i64Of(left) % i64Of(right));
    return remainder(left, right);
  }
  /** `modulo ( left right -- integer )` */
  @op()
  modulo(left: Value, right: Value): Value {
    if (this.areSimple(left, right)) {
      const rest = i64Of(left) % i64Of(right);
      return boxI64(rest < 0n ? rest + i64Of(right) : rest);
    }
    return modulo(left, right);
  }
  /** `floor_quotient ( left right -- integer )` */
  @op({ outline: true })
  floorQuotient(left: Value, right: Value): Value {
    if (this.areSimple(left, right) && i64Of(left) >= 0n) return boxI64(i64Of(left) / i64Of(right));
    return floorQuotient(left, right);
  }

  // ── Bits ───────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `bitwise_and ( left right -- integer )` */
  @op({ outline: true })
  bitwiseAnd(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return boxI64(i64Of(left) & i64Of(right));
    return bitwiseAnd(left, right);
  }
  /** `bitwise_or ( left right -- integer )` */
  @op({ outline: true })
  bitwiseOr(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return boxI64(i64Of(left) | i64Of(right));
    return bitwiseOr(left, right);
  }
  /** `bitwise_xor ( left right -- integer )` */
  @op({ outline: true })
  bitwiseXor(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return boxI64(i64Of(left) ^ i64Of(right));
    return bitwiseXor(left, right);
  }
  /** `bitwise_not ( value -- integer )` */
  @op({ outline: true })
  bitwiseNot(value: Value): Value {
    if (isI64(value)) return boxI64(~i64Of(value));
    return bitwiseNot(value);
  }
  /** `arithmetic_shift ( value count -- integer )`: to the left, or to the right when the count is negative. */
  @op({ outline: true })
  arithmeticShift(value: Value, count: Value): Value {
    if (isI64(value) && isI64(count)) {
      const n = i64Of(count);
      if (n <= 0n && n > -64n) return boxI64(i64Of(value) >> -n);
      if (n > 0n && n < 63n && i64Of(value) << n >> n === i64Of(value)) return boxI64(i64Of(value) << n);
    }
    return arithmeticShift(value, count);
  }

  // ── Exactness ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `exact ( value -- value )` */
  @op({ outline: true })
  exact(value: Value): Value {
    if (isI64(value)) return value;
    if (isFloat(value)) {
      const x = floatOf(value);
      if (floor(x) === x && abs(x) < EXACT_LIMIT) return boxI64(i64(x));
    }
    return exact(value);
  }
  /** `inexact ( value -- value )` */
  @op({ outline: true })
  inexact(value: Value): Value {
    if (isFloat(value)) return value;
    return isI64(value) ? boxFloat(f64(i64Of(value))) : inexact(value);
  }
  /** `floor ( value -- value )` */
  @op({ outline: true })
  floor(value: Value): Value {
    if (isFloat(value)) return boxFloat(floor(floatOf(value)));
    return isI64(value) ? value : floorNumber(value);
  }
  /** `ceiling ( value -- value )` */
  @op({ outline: true })
  ceiling(value: Value): Value {
    if (isFloat(value)) return boxFloat(ceil(floatOf(value)));
    return isI64(value) ? value : ceilingNumber(value);
  }
  /** `truncate ( value -- value )` */
  @op({ outline: true })
  truncate(value: Value): Value {
    if (isFloat(value)) return boxFloat(truncate(floatOf(value)));
    return isI64(value) ? value : truncateNumber(value);
  }
  /** `round ( value -- value )` */
  @op({ outline: true })
  round(value: Value): Value {
    if (isFloat(value)) return boxFloat(nearest(floatOf(value)));
    return isI64(value) ? value : roundNumber(value);
  }

  // ── Tests ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `is_number ( value -- boolean )` */
  @op({ outline: true })
  isNumber(value: Value): Value {
    return truth(isI64(value) || isFloat(value) || isA(value, Bignum) || isA(value, Ratio) || isA(value, Complex));
  }
  /** `is_real ( value -- boolean )` */
  @op({ outline: true })
  isReal(value: Value): Value {
    return truth(isI64(value) || isFloat(value) || isA(value, Bignum) || isA(value, Ratio));
  }
  /** `is_rational ( value -- boolean )` */
  @op({ outline: true })
  isRational(value: Value): Value {
    return truth(isFloat(value) ? isFinite(floatOf(value)) : isI64(value) || isA(value, Bignum) || isA(value, Ratio));
  }
  /** `is_integer ( value -- boolean )` */
  @op({ outline: true })
  isInteger(value: Value): Value {
    return truth(isFloat(value) ? isIntegralFlonum(value) : isI64(value) || isA(value, Bignum));
  }
  /** `is_exact_integer ( value -- boolean )` */
  @op()
  isExactInteger(value: Value): Value {
    return truth(isI64(value) || isA(value, Bignum));
  }
  /** `is_exact ( value -- boolean )` */
  @op({ outline: true })
  isExact(value: Value): Value {
    if (isI64(value)) return TRUE;
    if (isFloat(value)) return FALSE;
    return exactTest(value);
  }
  /** `is_inexact ( value -- boolean )` */
  @op({ outline: true })
  isInexact(value: Value): Value {
    if (isFloat(value)) return TRUE;
    if (isI64(value)) return FALSE;
    return inexactTest(value);
  }
  /** `is_nan ( value -- boolean )` */
  @op({ outline: true })
  isNan(value: Value): Value {
    if (isFloat(value)) return truth(floatOf(value) !== floatOf(value));
    return nanTest(value);
  }
  /** `is_zero ( value -- boolean )` */
  @op()
  isZero(value: Value): Value {
    if (isI64(value)) return truth(i64Of(value) === 0n);
    if (isFloat(value)) return truth(floatOf(value) === 0.0);
    return zeroTest(value);
  }
  /** `is_positive ( value -- boolean )` */
  @op()
  isPositive(value: Value): Value {
    if (isI64(value)) return truth(i64Of(value) > 0n);
    if (isFloat(value)) return truth(floatOf(value) > 0.0);
    return positiveTest(value);
  }
  /** `is_negative ( value -- boolean )` */
  @op()
  isNegative(value: Value): Value {
    if (isI64(value)) return truth(i64Of(value) < 0n);
    if (isFloat(value)) return truth(floatOf(value) < 0.0);
    return negativeTest(value);
  }
  /** `is_odd ( value -- boolean )` */
  @op()
  isOdd(value: Value): Value {
    if (isI64(value)) return truth((i64Of(value) & 1n) !== 0n);
    return oddTest(value);
  }
  /** `is_even ( value -- boolean )` */
  @op()
  isEven(value: Value): Value {
    if (isI64(value)) return truth((i64Of(value) & 1n) === 0n);
    return evenTest(value);
  }

  // ── Real functions ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** `sqrt ( value -- value )` */
  @op()
  sqrt(value: Value): Value {
    if (isFloat(value) && floatOf(value) >= 0.0) return boxFloat(squareRoot(floatOf(value)));
    return sqrt(value);
  }
  /** `exp ( value -- value )` */
  @op()
  exp(value: Value): Value {
    return isFloat(value) ? boxFloat(mathExp(floatOf(value))) : exp(value);
  }
  /** `log ( value -- value )` */
  @op()
  log(value: Value): Value {
    return isFloat(value) && floatOf(value) >= 0.0 ? boxFloat(mathLog(floatOf(value))) : log(value);
  }
  /** `sin ( value -- value )` */
  @op()
  sin(value: Value): Value {
    return isFloat(value) ? boxFloat(mathSin(floatOf(value))) : sin(value);
  }
  /** `cos ( value -- value )` */
  @op()
  cos(value: Value): Value {
    return isFloat(value) ? boxFloat(mathCos(floatOf(value))) : cos(value);
  }
  /** `tan ( value -- value )` */
  @op()
  tan(value: Value): Value {
    return isFloat(value) ? boxFloat(mathTan(floatOf(value))) : tan(value);
  }
  /** `atan ( value -- value )` */
  @op()
  atan(value: Value): Value {
    return isFloat(value) ? boxFloat(mathAtan(floatOf(value))) : atan(value);
  }
  /** `atan2 ( y x -- value )` */
  @op()
  atan2(y: Value, x: Value): Value {
    return isFloat(y) && isFloat(x) ? boxFloat(mathAtan2(floatOf(y), floatOf(x))) : atan2(y, x);
  }
}
