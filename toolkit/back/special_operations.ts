/**
 * Operations that are lowered by name because they use an operand twice or in another order than wasm wants it.
 *
 * Input: operands already in wasm locals; output: code that leaves the result on the wasm stack.
 */

import type { FunctionBuilder } from "../wasm/encoder.ts";
import { OP } from "../wasm/opcodes.ts";

type Emit = (f: FunctionBuilder, locals: readonly number[], temp: (type: "i64" | "f64") => number) => void;

const MASK32 = 0xffffffffn;

/** Sign of `(x ^ s) & (y ^ s)` with `s = x + y`: both operands have the sign that the sum has not. */
const addOverflows: Emit = (f, [x, y], temp) => {
  const s = temp("i64");
  f.localGet(x);
  f.localGet(y);
  f.op(OP.i64Add);
  f.localTee(s);
  f.localGet(x);
  f.op(OP.i64Xor);
  f.localGet(s);
  f.localGet(y);
  f.op(OP.i64Xor);
  f.op(OP.i64And);
  f.i64Const(0n);
  f.op(OP.i64LtS);
};

const subOverflows: Emit = (f, [x, y]) => {
  f.localGet(x);
  f.localGet(y);
  f.op(OP.i64Xor);
  f.localGet(x);
  f.localGet(x);
  f.localGet(y);
  f.op(OP.i64Sub);
  f.op(OP.i64Xor);
  f.op(OP.i64And);
  f.i64Const(0n);
  f.op(OP.i64LtS);
};

const mulOverflows: Emit = (f, [x, y]) => {
  f.localGet(x);
  f.op(OP.f64ConvertI64S);
  f.localGet(y);
  f.op(OP.f64ConvertI64S);
  f.op(OP.f64Mul);
  f.op(OP.f64Abs);
  f.f64Const(9223372036854771712);
  f.op(OP.f64Lt);
  f.op(OP.i32Eqz);
};

/** Schoolbook multiplication of 32-bit halves (Warren, Hacker's Delight, 8-2). */
const mulHighU: Emit = (f, [x, y], temp) => {
  const xh = temp("i64"), yh = temp("i64"), t = temp("i64"), w = temp("i64");
  const half = (local: number, high: boolean) => {
    f.localGet(local);
    f.i64Const(high ? 32n : MASK32);
    f.op(high ? OP.i64ShrU : OP.i64And);
  };
  half(x, true);
  f.localSet(xh);
  half(y, true);
  f.localSet(yh);
  // t = xh * yl + (xl * yl >> 32)
  f.localGet(xh);
  half(y, false);
  f.op(OP.i64Mul);
  half(x, false);
  half(y, false);
  f.op(OP.i64Mul);
  f.i64Const(32n);
  f.op(OP.i64ShrU);
  f.op(OP.i64Add);
  f.localSet(t);
  // w = xl * yh + low(t)
  half(x, false);
  f.localGet(yh);
  f.op(OP.i64Mul);
  half(t, false);
  f.op(OP.i64Add);
  f.localSet(w);
  f.localGet(xh);
  f.localGet(yh);
  f.op(OP.i64Mul);
  half(t, true);
  f.op(OP.i64Add);
  half(w, true);
  f.op(OP.i64Add);
};

/** Any NaN becomes the canonical one. */
const canonical: Emit = (f, [x]) => {
  f.localGet(x);
  f.f64Const(NaN);
  f.localGet(x);
  f.localGet(x);
  f.op(OP.f64Eq);
  f.op(OP.select);
};

const select: Emit = (f, [condition, then, otherwise]) => {
  f.localGet(then);
  f.localGet(otherwise);
  f.localGet(condition);
  f.op(OP.select);
};

/** The operations concerned. */
export const SPECIAL_OPERATIONS: ReadonlyMap<string, Emit> = new Map<string, Emit>([
  ["i64.add_overflows", addOverflows],
  ["i64.sub_overflows", subOverflows],
  ["i64.mul_overflows", mulOverflows],
  ["i64.mul_high_u", mulHighU],
  ["float.canonical", canonical],
  ["i32.select", select],
  ["i64.select", select],
  ["f64.select", select],
  ["value.select", select],
  ["ref.select", select],
]);
