/** Names of special methods and texts of operators, by operator number. */

import type { i32 } from "../../toolkit/define/mod.ts";
import { literal, pure } from "../../toolkit/define/mod.ts";
import {
  CMP_EQ,
  CMP_GE,
  CMP_GT,
  CMP_LE,
  CMP_LT,
  CMP_NE,
  type Name,
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
  UNARY_INVERT,
  UNARY_NEG,
} from "./objects.ts";

export const binaryName = pure(function (operator: i32): Name {
  switch (operator) {
    case OP_ADD:
      return literal("__add__");
    case OP_SUB:
      return literal("__sub__");
    case OP_MUL:
      return literal("__mul__");
    case OP_TRUEDIV:
      return literal("__truediv__");
    case OP_FLOORDIV:
      return literal("__floordiv__");
    case OP_MOD:
      return literal("__mod__");
    case OP_POW:
      return literal("__pow__");
    case OP_MATMUL:
      return literal("__matmul__");
    case OP_LSHIFT:
      return literal("__lshift__");
    case OP_RSHIFT:
      return literal("__rshift__");
    case OP_AND:
      return literal("__and__");
    case OP_OR:
      return literal("__or__");
    case OP_XOR:
      return literal("__xor__");
    default:
      return literal("__divmod__");
  }
});

export const reflectedName = pure(function (operator: i32): Name {
  switch (operator) {
    case OP_ADD:
      return literal("__radd__");
    case OP_SUB:
      return literal("__rsub__");
    case OP_MUL:
      return literal("__rmul__");
    case OP_TRUEDIV:
      return literal("__rtruediv__");
    case OP_FLOORDIV:
      return literal("__rfloordiv__");
    case OP_MOD:
      return literal("__rmod__");
    case OP_POW:
      return literal("__rpow__");
    case OP_MATMUL:
      return literal("__rmatmul__");
    case OP_LSHIFT:
      return literal("__rlshift__");
    case OP_RSHIFT:
      return literal("__rrshift__");
    case OP_AND:
      return literal("__rand__");
    case OP_OR:
      return literal("__ror__");
    case OP_XOR:
      return literal("__rxor__");
    default:
      return literal("__rdivmod__");
  }
});

export const inplaceName = pure(function (operator: i32): Name {
  switch (operator) {
    case OP_ADD:
      return literal("__iadd__");
    case OP_SUB:
      return literal("__isub__");
    case OP_MUL:
      return literal("__imul__");
    case OP_TRUEDIV:
      return literal("__itruediv__");
    case OP_FLOORDIV:
      return literal("__ifloordiv__");
    case OP_MOD:
      return literal("__imod__");
    case OP_POW:
      return literal("__ipow__");
    case OP_MATMUL:
      return literal("__imatmul__");
    case OP_LSHIFT:
      return literal("__ilshift__");
    case OP_RSHIFT:
      return literal("__irshift__");
    case OP_AND:
      return literal("__iand__");
    case OP_OR:
      return literal("__ior__");
    default:
      return literal("__ixor__");
  }
});

/** As error messages write it. */
export const operatorText = pure(function (operator: i32): Name {
  switch (operator) {
    case OP_ADD:
      return literal("+");
    case OP_SUB:
      return literal("-");
    case OP_MUL:
      return literal("*");
    case OP_TRUEDIV:
      return literal("/");
    case OP_FLOORDIV:
      return literal("//");
    case OP_MOD:
      return literal("%");
    case OP_POW:
      return literal("** or pow()");
    case OP_MATMUL:
      return literal("@");
    case OP_LSHIFT:
      return literal("<<");
    case OP_RSHIFT:
      return literal(">>");
    case OP_AND:
      return literal("&");
    case OP_OR:
      return literal("|");
    case OP_XOR:
      return literal("^");
    default:
      return literal("divmod()");
  }
});

export const inplaceText = pure(function (operator: i32): Name {
  switch (operator) {
    case OP_ADD:
      return literal("+=");
    case OP_SUB:
      return literal("-=");
    case OP_MUL:
      return literal("*=");
    case OP_TRUEDIV:
      return literal("/=");
    case OP_FLOORDIV:
      return literal("//=");
    case OP_MOD:
      return literal("%=");
    case OP_POW:
      return literal("**=");
    case OP_MATMUL:
      return literal("@=");
    case OP_LSHIFT:
      return literal("<<=");
    case OP_RSHIFT:
      return literal(">>=");
    case OP_AND:
      return literal("&=");
    case OP_OR:
      return literal("|=");
    default:
      return literal("^=");
  }
});

export const compareName = pure(function (operator: i32): Name {
  switch (operator) {
    case CMP_LT:
      return literal("__lt__");
    case CMP_LE:
      return literal("__le__");
    case CMP_EQ:
      return literal("__eq__");
    case CMP_NE:
      return literal("__ne__");
    case CMP_GT:
      return literal("__gt__");
    default:
      return literal("__ge__");
  }
});

export const compareText = pure(function (operator: i32): Name {
  switch (operator) {
    case CMP_LT:
      return literal("<");
    case CMP_LE:
      return literal("<=");
    case CMP_EQ:
      return literal("==");
    case CMP_NE:
      return literal("!=");
    case CMP_GT:
      return literal(">");
    default:
      return literal(">=");
  }
});

/** `a < b` is `b > a`. */
export const swappedCompare = pure(function (operator: i32): i32 {
  switch (operator) {
    case CMP_LT:
      return CMP_GT;
    case CMP_LE:
      return CMP_GE;
    case CMP_GT:
      return CMP_LT;
    case CMP_GE:
      return CMP_LE;
    default:
      return operator;
  }
});

export const unaryName = pure(function (operator: i32): Name {
  if (operator === UNARY_NEG) return literal("__neg__");
  return operator === UNARY_INVERT ? literal("__invert__") : literal("__pos__");
});

export const unaryText = pure(function (operator: i32): Name {
  if (operator === UNARY_NEG) return literal("unary -");
  return operator === UNARY_INVERT ? literal("unary ~") : literal("unary +");
});
