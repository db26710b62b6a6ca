/**
 * Bytecodes for arithmetic and comparison. Integers of 64 bits are part of the dispatch function, flonums of the handlers' own; the rest of
 * the numeric tower is functions. The dispatch function is compiled at every start.
 */

import type { i32, Imm } from "../../toolkit/define/mod.ts";
import {
  addOverflow,
  type bool,
  boxFloat,
  boxI64,
  f64,
  floatOf,
  i64,
  i64Of,
  isFloat,
  isI64,
  mulOverflow,
  op,
  subOverflow,
  type Value,
} from "../../toolkit/define/mod.ts";
import { equalNumbers, greaterEqualNumbers, greaterNumbers, lessEqualNumbers, lessNumbers, maxNumbers, minNumbers } from "./comparison.ts";
import { ControlBytecodes } from "./handlers_control.ts";
import { truth } from "./number_kinds.ts";
import { absolute, addNumbers, divideNumbers, multiplyNumbers, negateNumber, square, subtractNumbers } from "./numbers.ts";

/** Integers up to this magnitude are flonums without rounding. */
const EXACT_LIMIT = 0x20000000000000n;

export class NumberBytecodes extends ControlBytecodes {
  // ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** A flonum with another one or an integer: `asFlonum` of both may be used for arithmetic. */
  protected areFlonums(left: Value, right: Value): bool {
    return isFloat(left) ? isFloat(right) || isI64(right) : isFloat(right) && isI64(left);
  }
  /** The same for comparing: the integer is a flonum without rounding. */
  protected areComparable(left: Value, right: Value): bool {
    return isFloat(left) ? isFloat(right) || this.isSmall(right) : isFloat(right) && this.isSmall(left);
  }
  protected isSmall(v: Value): bool {
    return isI64(v) && i64Of(v) <= EXACT_LIMIT && i64Of(v) >= -EXACT_LIMIT;
  }
  protected asFlonum(v: Value): f64 {
    return isFloat(v) ? floatOf(v) : f64(i64Of(v));
  }

  // ── Arithmetic ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `add ( left right -- sum )` */
  @op()
  add(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) {
      const [sum, overflow] = addOverflow(i64Of(left), i64Of(right));
      if (!overflow) return boxI64(sum);
    } else if (this.areFlonums(left, right)) {
      this.outOfLine();
      return boxFloat(this.asFlonum(left) + this.asFlonum(right));
    }
    return addNumbers(left, right);
  }
  /** `add_fixnum #number ( value -- sum )` */
  @op()
  addFixnum(number: Imm<i32>, value: Value): Value {
    if (isI64(value)) {
      const [sum, overflow] = addOverflow(i64Of(value), i64(number));
      if (!overflow) return boxI64(sum);
    } else if (isFloat(value)) {
      this.outOfLine();
      return boxFloat(floatOf(value) + f64(number));
    }
    return number < 0 ? subtractNumbers(value, boxI64(-i64(number))) : addNumbers(value, boxI64(i64(number)));
  }
  /** `subtract ( left right -- difference )` */
  @op()
  subtract(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) {
      const [difference, overflow] = subOverflow(i64Of(left), i64Of(right));
      if (!overflow) return boxI64(difference);
    } else if (this.areFlonums(left, right)) {
      this.outOfLine();
      return boxFloat(this.asFlonum(left) - this.asFlonum(right));
    }
    return subtractNumbers(left, right);
  }
  /** `multiply ( left right -- product )` */
  @op()
  multiply(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) {
      const [product, overflow] = mulOverflow(i64Of(left), i64Of(right));
      if (!overflow) return boxI64(product);
    } else if (this.areFlonums(left, right)) {
      this.outOfLine();
      return boxFloat(this.asFlonum(left) * this.asFlonum(right));
    }
    return multiplyNumbers(left, right);
  }
  /** `divide ( left right -- quotient )` */
  @op({ outline: true })
  divide(left: Value, right: Value): Value {
    if (this.areFlonums(left, right) && (isFloat(right) || i64Of(right) !== 0n)) {
      return boxFloat(this.asFlonum(left) / this.asFlonum(right));
    }
    return divideNumbers(left, right);
  }
  /** `negate ( value -- value )` */
  @op({ outline: true })
  negate(value: Value): Value {
    if (isI64(value)) {
      const [difference, overflow] = subOverflow(0n, i64Of(value));
      if (!overflow) return boxI64(difference);
    } else if (isFloat(value)) {
      return boxFloat(-floatOf(value));
    }
    return negateNumber(value);
  }
  /** `square ( value -- product )` */
  @op({ outline: true })
  square(value: Value): Value {
    if (isI64(value)) {
      const [product, overflow] = mulOverflow(i64Of(value), i64Of(value));
      if (!overflow) return boxI64(product);
    } else if (isFloat(value)) {
      return boxFloat(floatOf(value) * floatOf(value));
    }
    return square(value);
  }
  /** `abs ( value -- value )` */
  @op({ outline: true })
  abs(value: Value): Value {
    if (isI64(value) && i64Of(value) >= 0n) return value;
    return absolute(value);
  }
  /** `max ( left right -- value )` */
  @op({ outline: true })
  max(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return i64Of(left) >= i64Of(right) ? left : right;
    return maxNumbers(left, right);
  }
  /** `min ( left right -- value )` */
  @op({ outline: true })
  min(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return i64Of(left) <= i64Of(right) ? left : right;
    return minNumbers(left, right);
  }

  // ── Comparison ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `num_equal ( left right -- boolean )` */
  @op()
  numEqual(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return truth(i64Of(left) === i64Of(right));
    this.outOfLine();
    if (this.areComparable(left, right)) return truth(this.asFlonum(left) === this.asFlonum(right));
    return equalNumbers(left, right);
  }
  /** `less ( left right -- boolean )` */
  @op()
  less(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return truth(i64Of(left) < i64Of(right));
    this.outOfLine();
    if (this.areComparable(left, right)) return truth(this.asFlonum(left) < this.asFlonum(right));
    return lessNumbers(left, right);
  }
  /** `greater ( left right -- boolean )` */
  @op()
  greater(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return truth(i64Of(left) > i64Of(right));
    this.outOfLine();
    if (this.areComparable(left, right)) return truth(this.asFlonum(left) > this.asFlonum(right));
    return greaterNumbers(left, right);
  }
  /** `less_equal ( left right -- boolean )` */
  @op()
  lessEqual(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return truth(i64Of(left) <= i64Of(right));
    this.outOfLine();
    if (this.areComparable(left, right)) return truth(this.asFlonum(left) <= this.asFlonum(right));
    return lessEqualNumbers(left, right);
  }
  /** `greater_equal ( left right -- boolean )` */
  @op()
  greaterEqual(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return truth(i64Of(left) >= i64Of(right));
    this.outOfLine();
    if (this.areComparable(left, right)) return truth(this.asFlonum(left) >= this.asFlonum(right));
    return greaterEqualNumbers(left, right);
  }
}
