/**
 * Bytecodes for operators: integers up to 64 bits and floats inline, special methods of Python classes in frames, the rest in native code.
 *
 * Each numeric handler is the same for `a + b` and `a += b` but for the last step (`isInplace`). Dispatch rules: language reference 3.3.8.
 */

import type { bool, i32, Imm } from "../../toolkit/define/mod.ts";
import {
  addOverflow,
  boxFloat,
  boxI64,
  ERROR,
  f64,
  floatOf,
  i64Of,
  isA,
  isFloat,
  isI64,
  isNil,
  literal,
  mulOverflow,
  op,
  promote,
  pure,
  subOverflow,
  type Value,
} from "../../toolkit/define/mod.ts";
import { integerAdd, integerMul, integerSub } from "../../toolkit/heap/mod.ts";
import {
  CMP_EQ,
  CMP_GE,
  CMP_GT,
  CMP_LE,
  CMP_LT,
  CMP_NE,
  FALSE,
  Instance,
  type Name,
  NONE,
  NOT_IMPLEMENTED,
  OP_ADD,
  OP_AND,
  OP_FLOORDIV,
  OP_LSHIFT,
  OP_MATMUL,
  OP_MOD,
  OP_MUL,
  OP_OR,
  OP_POW,
  OP_RSHIFT,
  OP_SUB,
  OP_TRUEDIV,
  OP_XOR,
  PyFunction,
  Singletons,
  Str,
  TRUE,
  type Type,
  TYPE_HEAP,
  UNARY_INVERT,
  UNARY_NEG,
  UNARY_POS,
} from "./objects.ts";
import { call2 } from "./calls.ts";
import { typeError } from "./exceptions.ts";
import { AttributeBytecodes } from "./handlers_attributes.ts";
import { takesExactly } from "./handlers_frames.ts";
import { format1, stringsEqual } from "./messages.ts";
import {
  binaryName,
  compareName,
  inplaceName,
  inplaceText,
  operatorText,
  reflectedName,
  swappedCompare,
  unaryName,
} from "./operator_names.ts";
import { binary, compare, compareDefault, inplace, rightFirst, unary, unsupportedOperands } from "./operators.ts";
import { checkLength, truthy } from "./protocols.ts";
import { isSubtype, typeAttribute, typeOf } from "./types.ts";

/** Integers of this size convert to doubles exactly. */
const EXACT = 9007199254740992n;

/** Do instances of the type answer through Python methods. */
export const isPythonClass = pure(function (type: Type): bool {
  return (type.flags & TYPE_HEAP) !== 0;
});

const rightGoesFirst = pure(function (left: Type, leftVersion: i32, right: Type, rightVersion: i32, name: Name): bool {
  return rightFirst(left, right, name);
});

/** What the right operand's type says when the left one's has refused and there is no plain method to call in a frame. */
function askRight(operator: i32, left: Value, right: Value, rightType: Type, backward: Value): Value {
  if (isA(backward, PyFunction)) return call2(backward, right, left);
  return isNil(rightType.tpBinary) ? NOT_IMPLEMENTED : rightType.tpBinary(operator, left, right);
}

/** The double that an `int` up to 64 bits or a `float` stands for. */
function asFloat(v: Value): f64 {
  return isFloat(v) ? floatOf(v) : f64(i64Of(v));
}

export class OperatorBytecodes extends AttributeBytecodes {
  // ── Parts: dispatch ────────────────────────────────────────────────────────────────────────────────────────────────

  /** Two operands are floats, or one is and the other an integer. */
  protected areFloats(left: Value, right: Value): bool {
    if (isFloat(left)) return isFloat(right) || isI64(right);
    return isFloat(right) && isI64(left);
  }

  /** The top two operands, whatever they are. */
  protected operate(operator: i32, isInplace: i32): Value {
    this.outOfLine();
    const right = this.peek(0), left = this.peek(1);
    const leftType = promote(typeOf(left)), rightType = promote(typeOf(right));
    if (!isPythonClass(leftType) && !isPythonClass(rightType)) {
      const answer = isInplace !== 0 ? inplace(operator, left, right) : binary(operator, left, right);
      this.drop(2);
      return answer;
    }
    if (isInplace !== 0) {
      const own = typeAttribute(leftType, inplaceName(operator));
      if (takesExactly(own, 2)) {
        const result = this.callPair(own);
        return result !== NOT_IMPLEMENTED ? result : binary(operator, left, right);
      }
    }
    const backward = typeAttribute(rightType, reflectedName(operator));
    if (isPythonClass(leftType)) {
      const forward = typeAttribute(leftType, binaryName(operator));
      const swapped = rightGoesFirst(leftType, promote(leftType.version), rightType, promote(rightType.version), reflectedName(operator));
      if (takesExactly(forward, 2) && !swapped) {
        const result = this.callPair(forward);
        if (result !== NOT_IMPLEMENTED) return result;
        if (leftType === rightType || !takesExactly(backward, 2)) {
          const answer: Value = leftType === rightType ? NOT_IMPLEMENTED : askRight(operator, left, right, rightType, backward);
          if (answer !== NOT_IMPLEMENTED) return answer;
          throw unsupportedOperands(isInplace !== 0 ? inplaceText(operator) : operatorText(operator), left, right);
        }
        this.push(right);
        this.push(left);
        const reflected = this.callPair(backward);
        if (reflected !== NOT_IMPLEMENTED) return reflected;
        throw unsupportedOperands(isInplace !== 0 ? inplaceText(operator) : operatorText(operator), left, right);
      }
    } else if (takesExactly(backward, 2)) {
      const native: Value = isNil(leftType.tpBinary) ? NOT_IMPLEMENTED : leftType.tpBinary(operator, left, right);
      if (native !== NOT_IMPLEMENTED) {
        this.drop(2);
        return native;
      }
      this.poke(1, right);
      this.poke(0, left);
      const reflected = this.callPair(backward);
      if (reflected !== NOT_IMPLEMENTED) return reflected;
      throw unsupportedOperands(isInplace !== 0 ? inplaceText(operator) : operatorText(operator), left, right);
    }
    const answer = isInplace !== 0 ? inplace(operator, left, right) : binary(operator, left, right);
    this.drop(2);
    return answer;
  }

  /** Compares the top two operands, whatever they are. */
  protected compareOperands(operator: i32): Value {
    this.outOfLine();
    const right = this.peek(0), left = this.peek(1);
    const leftType = promote(typeOf(left)), rightType = promote(typeOf(right));
    if (isPythonClass(leftType) && (leftType === rightType || !isSubtype(rightType, leftType))) {
      const forward = typeAttribute(leftType, compareName(operator));
      if (takesExactly(forward, 2)) {
        const result = this.callPair(forward);
        if (result !== NOT_IMPLEMENTED) return result;
        const backward = typeAttribute(rightType, compareName(swappedCompare(operator)));
        if (takesExactly(backward, 2)) {
          this.push(right);
          this.push(left);
          const reflected = this.callPair(backward);
          return reflected !== NOT_IMPLEMENTED ? reflected : compareDefault(operator, left, right);
        }
        const answer: Value = isA(backward, PyFunction)
          ? call2(backward, right, left)
          : isNil(rightType.tpCompare)
          ? NOT_IMPLEMENTED
          : rightType.tpCompare(swappedCompare(operator), right, left);
        return answer !== NOT_IMPLEMENTED ? answer : compareDefault(operator, left, right);
      }
      if (forward === Singletons.objectEquals && leftType === rightType) {
        this.drop(2);
        return left === right ? TRUE : FALSE;
      }
    }
    const answer = compare(operator, left, right);
    this.drop(2);
    return answer;
  }

  /** Truth of the top operand, which is removed: 1 or 0. */
  protected truth(): i32 {
    const v = this.peek(0);
    if (v === TRUE) {
      this.drop(1);
      return 1;
    }
    if (v === FALSE || v === NONE) {
      this.drop(1);
      return 0;
    }
    if (isI64(v)) {
      const answer = i64Of(v) !== 0n ? 1 : 0;
      this.drop(1);
      return answer;
    }
    this.outOfLine();
    if (isA(v, Instance)) {
      const type = promote((v as Instance).shape).type;
      const method = typeAttribute(type, literal("__bool__"));
      if (takesExactly(method, 1)) {
        const result = this.call(promote((method as PyFunction).code), method, 1, 0);
        if (result === TRUE) return 1;
        if (result === FALSE) return 0;
        throw typeError(format1(literal("__bool__ should return bool, returned %t"), result));
      }
      if (method === ERROR) {
        const measure = typeAttribute(type, literal("__len__"));
        if (measure === ERROR) {
          this.drop(1);
          return 1;
        }
        if (takesExactly(measure, 1)) {
          const result = this.call(promote((measure as PyFunction).code), measure, 1, 0);
          return checkLength(result) !== 0 ? 1 : 0;
        }
      }
    }
    const answer = truthy(v);
    this.drop(1);
    return answer;
  }

  // ── Parts: arithmetic ──────────────────────────────────────────────────────────────────────────────────────────────

  protected addOperands(isInplace: i32): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const [sum, overflow] = addOverflow(i64Of(left), i64Of(right));
      const answer = overflow ? integerAdd(left, right) : boxI64(sum);
      this.drop(2);
      return answer;
    }
    if (this.areFloats(left, right)) {
      const answer = boxFloat(asFloat(left) + asFloat(right));
      this.drop(2);
      return answer;
    }
    return this.operate(OP_ADD, isInplace);
  }

  protected subtractOperands(isInplace: i32): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const [difference, overflow] = subOverflow(i64Of(left), i64Of(right));
      const answer = overflow ? integerSub(left, right) : boxI64(difference);
      this.drop(2);
      return answer;
    }
    if (this.areFloats(left, right)) {
      const answer = boxFloat(asFloat(left) - asFloat(right));
      this.drop(2);
      return answer;
    }
    return this.operate(OP_SUB, isInplace);
  }

  protected multiplyOperands(isInplace: i32): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const [product, overflow] = mulOverflow(i64Of(left), i64Of(right));
      const answer = overflow ? integerMul(left, right) : boxI64(product);
      this.drop(2);
      return answer;
    }
    if (this.areFloats(left, right)) {
      const answer = boxFloat(asFloat(left) * asFloat(right));
      this.drop(2);
      return answer;
    }
    return this.operate(OP_MUL, isInplace);
  }

  protected divideOperands(isInplace: i32): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const a = i64Of(left), b = i64Of(right);
      if (b !== 0n && a < EXACT && a > -EXACT && b < EXACT && b > -EXACT) {
        const answer = boxFloat(f64(a) / f64(b));
        this.drop(2);
        return answer;
      }
    } else if (this.areFloats(left, right)) {
      const divisor = asFloat(right);
      if (divisor !== 0) {
        const answer = boxFloat(asFloat(left) / divisor);
        this.drop(2);
        return answer;
      }
    }
    return this.operate(OP_TRUEDIV, isInplace);
  }

  protected floorDivideOperands(isInplace: i32): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const a = i64Of(left), b = i64Of(right);
      if (b !== 0n && b !== -1n) {
        const quotient = a / b;
        const rest = a % b;
        const answer = boxI64(rest !== 0n && (rest ^ b) < 0n ? quotient - 1n : quotient);
        this.drop(2);
        return answer;
      }
    }
    return this.operate(OP_FLOORDIV, isInplace);
  }

  protected remainderOperands(isInplace: i32): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const a = i64Of(left), b = i64Of(right);
      if (b !== 0n && b !== -1n) {
        const rest = a % b;
        const answer = boxI64(rest !== 0n && (rest ^ b) < 0n ? rest + b : rest);
        this.drop(2);
        return answer;
      }
    }
    return this.operate(OP_MOD, isInplace);
  }

  protected shiftLeft(isInplace: i32): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const a = i64Of(left), b = i64Of(right);
      if (b >= 0n && b < 63n && ((a << b) >> b) === a) {
        const answer = boxI64(a << b);
        this.drop(2);
        return answer;
      }
    }
    return this.operate(OP_LSHIFT, isInplace);
  }

  protected shiftRight(isInplace: i32): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const b = i64Of(right);
      if (b >= 0n) {
        const answer = boxI64(i64Of(left) >> (b > 63n ? 63n : b));
        this.drop(2);
        return answer;
      }
    }
    return this.operate(OP_RSHIFT, isInplace);
  }

  protected andOperands(isInplace: i32): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const answer = boxI64(i64Of(left) & i64Of(right));
      this.drop(2);
      return answer;
    }
    return this.operate(OP_AND, isInplace);
  }

  protected orOperands(isInplace: i32): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const answer = boxI64(i64Of(left) | i64Of(right));
      this.drop(2);
      return answer;
    }
    return this.operate(OP_OR, isInplace);
  }

  protected xorOperands(isInplace: i32): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const answer = boxI64(i64Of(left) ^ i64Of(right));
      this.drop(2);
      return answer;
    }
    return this.operate(OP_XOR, isInplace);
  }

  /** A unary operator on the top operand: special methods in frames. */
  protected operateUnary(operator: i32): Value {
    this.outOfLine();
    const v = this.peek(0);
    if (isA(v, Instance)) {
      const method = typeAttribute(promote((v as Instance).shape).type, unaryName(operator));
      if (takesExactly(method, 1)) return this.call(promote((method as PyFunction).code), method, 1, 0);
    }
    const answer = unary(operator, v);
    this.drop(1);
    return answer;
  }

  // ── Binary operators ───────────────────────────────────────────────────────────────────────────────────────────────

  /** `binary_add ( left right -- value )` */
  @op()
  binaryAdd(): Value {
    return this.addOperands(0);
  }

  /** `binary_subtract ( left right -- value )` */
  @op()
  binarySubtract(): Value {
    return this.subtractOperands(0);
  }

  /** `binary_multiply ( left right -- value )` */
  @op()
  binaryMultiply(): Value {
    return this.multiplyOperands(0);
  }

  /** `binary_matrix_multiply ( left right -- value )` */
  @op()
  binaryMatrixMultiply(): Value {
    return this.operate(OP_MATMUL, 0);
  }

  /** `binary_true_divide ( left right -- value )` */
  @op()
  binaryTrueDivide(): Value {
    return this.divideOperands(0);
  }

  /** `binary_floor_divide ( left right -- value )` */
  @op()
  binaryFloorDivide(): Value {
    return this.floorDivideOperands(0);
  }

  /** `binary_remainder ( left right -- value )` */
  @op()
  binaryRemainder(): Value {
    return this.remainderOperands(0);
  }

  /** `binary_power ( left right -- value )` */
  @op()
  binaryPower(): Value {
    return this.operate(OP_POW, 0);
  }

  /** `binary_left_shift ( left right -- value )` */
  @op()
  binaryLeftShift(): Value {
    return this.shiftLeft(0);
  }

  /** `binary_right_shift ( left right -- value )` */
  @op()
  binaryRightShift(): Value {
    return this.shiftRight(0);
  }

  /** `binary_and ( left right -- value )` */
  @op()
  binaryAnd(): Value {
    return this.andOperands(0);
  }

  /** `binary_or ( left right -- value )` */
  @op()
  binaryOr(): Value {
    return this.orOperands(0);
  }

  /** `binary_xor ( left right -- value )` */
  @op()
  binaryXor(): Value {
    return this.xorOperands(0);
  }

  /** `inplace_add ( left right -- value )` */
  @op()
  inplaceAdd(): Value {
    return this.addOperands(1);
  }

  /** `inplace_subtract ( left right -- value )` */
  @op()
  inplaceSubtract(): Value {
    return this.subtractOperands(1);
  }

  /** `inplace_multiply ( left right -- value )` */
  @op()
  inplaceMultiply(): Value {
    return this.multiplyOperands(1);
  }

  /** `inplace_matrix_multiply ( left right -- value )` */
  @op()
  inplaceMatrixMultiply(): Value {
    return this.operate(OP_MATMUL, 1);
  }

  /** `inplace_true_divide ( left right -- value )` */
  @op()
  inplaceTrueDivide(): Value {
    return this.divideOperands(1);
  }

  /** `inplace_floor_divide ( left right -- value )` */
  @op()
  inplaceFloorDivide(): Value {
    return this.floorDivideOperands(1);
  }

  /** `inplace_remainder ( left right -- value )` */
  @op()
  inplaceRemainder(): Value {
    return this.remainderOperands(1);
  }

  /** `inplace_power ( left right -- value )` */
  @op()
  inplacePower(): Value {
    return this.operate(OP_POW, 1);
  }

  /** `inplace_left_shift ( left right -- value )` */
  @op()
  inplaceLeftShift(): Value {
    return this.shiftLeft(1);
  }

  /** `inplace_right_shift ( left right -- value )` */
  @op()
  inplaceRightShift(): Value {
    return this.shiftRight(1);
  }

  /** `inplace_and ( left right -- value )` */
  @op()
  inplaceAnd(): Value {
    return this.andOperands(1);
  }

  /** `inplace_or ( left right -- value )` */
  @op()
  inplaceOr(): Value {
    return this.orOperands(1);
  }

  /** `inplace_xor ( left right -- value )` */
  @op()
  inplaceXor(): Value {
    return this.xorOperands(1);
  }

  // ── Unary operators ────────────────────────────────────────────────────────────────────────────────────────────────

  /** `unary_negative ( value -- value )` */
  @op()
  unaryNegative(): Value {
    const v = this.peek(0);
    if (isI64(v)) {
      const [negative, overflow] = subOverflow(0n, i64Of(v));
      if (!overflow) {
        const answer = boxI64(negative);
        this.drop(1);
        return answer;
      }
    } else if (isFloat(v)) {
      const answer = boxFloat(-floatOf(v));
      this.drop(1);
      return answer;
    }
    return this.operateUnary(UNARY_NEG);
  }

  /** `unary_positive ( value -- value )` */
  @op()
  unaryPositive(): Value {
    const v = this.peek(0);
    if (isI64(v) || isFloat(v)) {
      this.drop(1);
      return v;
    }
    return this.operateUnary(UNARY_POS);
  }

  /** `unary_invert ( value -- value )` */
  @op()
  unaryInvert(): Value {
    const v = this.peek(0);
    if (isI64(v)) {
      const answer = boxI64(~i64Of(v));
      this.drop(1);
      return answer;
    }
    return this.operateUnary(UNARY_INVERT);
  }

  /** `unary_not ( value -- bool )` */
  @op()
  unaryNot(): Value {
    return this.truth() !== 0 ? FALSE : TRUE;
  }

  // ── Comparisons ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `compare_eq ( left right -- value )` */
  @op()
  compareEq(): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const answer = i64Of(left) === i64Of(right) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    if (isFloat(left) && isFloat(right)) {
      const answer = floatOf(left) === floatOf(right) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    if (isA(left, Str) && isA(right, Str)) {
      const answer = stringsEqual(left as Str, right as Str) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    return this.compareOperands(CMP_EQ);
  }

  /** `compare_ne ( left right -- value )` */
  @op()
  compareNe(): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const answer = i64Of(left) !== i64Of(right) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    if (isFloat(left) && isFloat(right)) {
      const answer = floatOf(left) !== floatOf(right) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    if (isA(left, Str) && isA(right, Str)) {
      const answer = stringsEqual(left as Str, right as Str) ? FALSE : TRUE;
      this.drop(2);
      return answer;
    }
    return this.compareOperands(CMP_NE);
  }

  /** `compare_lt ( left right -- value )` */
  @op()
  compareLt(): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const answer = i64Of(left) < i64Of(right) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    if (isFloat(left) && isFloat(right)) {
      const answer = floatOf(left) < floatOf(right) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    return this.compareOperands(CMP_LT);
  }

  /** `compare_le ( left right -- value )` */
  @op()
  compareLe(): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const answer = i64Of(left) <= i64Of(right) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    if (isFloat(left) && isFloat(right)) {
      const answer = floatOf(left) <= floatOf(right) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    return this.compareOperands(CMP_LE);
  }

  /** `compare_gt ( left right -- value )` */
  @op()
  compareGt(): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const answer = i64Of(left) > i64Of(right) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    if (isFloat(left) && isFloat(right)) {
      const answer = floatOf(left) > floatOf(right) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    return this.compareOperands(CMP_GT);
  }

  /** `compare_ge ( left right -- value )` */
  @op()
  compareGe(): Value {
    const right = this.peek(0), left = this.peek(1);
    if (isI64(left) && isI64(right)) {
      const answer = i64Of(left) >= i64Of(right) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    if (isFloat(left) && isFloat(right)) {
      const answer = floatOf(left) >= floatOf(right) ? TRUE : FALSE;
      this.drop(2);
      return answer;
    }
    return this.compareOperands(CMP_GE);
  }

  /** `compare_is ( left right -- bool )`: numbers by value. */
  @op()
  compareIs(left: Value, right: Value): Value {
    return isSame(left, right) ? TRUE : FALSE;
  }

  /** `compare_is_not ( left right -- bool )` */
  @op()
  compareIsNot(left: Value, right: Value): Value {
    return isSame(left, right) ? FALSE : TRUE;
  }

  // ── Branches on truth ──────────────────────────────────────────────────────────────────────────────────────────────

  /** `branch_if_true #offset ( value -- )` */
  @op()
  branchIfTrue(offset: Imm<i32>): void {
    if (this.truth() !== 0) this.jump(offset);
  }

  /** `branch_if_false #offset ( value -- )` */
  @op()
  branchIfFalse(offset: Imm<i32>): void {
    if (this.truth() === 0) this.jump(offset);
  }

  /** `branch_if_true_or_pop #offset ( value -- [value] )` */
  @op()
  branchIfTrueOrPop(offset: Imm<i32>): void {
    const v = this.peek(0);
    if (this.truth() !== 0) {
      this.push(v);
      this.jump(offset);
    }
  }

  /** `branch_if_false_or_pop #offset ( value -- [value] )` */
  @op()
  branchIfFalseOrPop(offset: Imm<i32>): void {
    const v = this.peek(0);
    if (this.truth() === 0) {
      this.push(v);
      this.jump(offset);
    }
  }
}

/** `is`: one word, or integers of one value (each has one canonical form, so only 64-bit ones need a look). */
export function isSame(left: Value, right: Value): bool {
  if (left === right) return true;
  return isI64(left) && isI64(right) && i64Of(left) === i64Of(right);
}
