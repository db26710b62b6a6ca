/**
 * Names for the wasm bytes that the back ends write: value types, control instructions and the memory accesses of each storage.
 *
 * Arithmetic is not here: its bytes are in the operation table (`machine/operations.ts`).
 */

import type { Storage, Type } from "../machine/tree.ts";

/** Value types. */
export const I32 = 0x7f, I64 = 0x7e, F64 = 0x7c, FUNCREF = 0x70;
/** Block type without parameters and results. */
export const EMPTY = 0x40;

/** Instructions, by their name in the wasm specification. */
export const OP = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  returnCall: 0x12,
  returnCallIndirect: 0x13,
  drop: 0x1a,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  i32Load: 0x28,
  i64Load: 0x29,
  f64Load: 0x2b,
  i32Load8S: 0x2c,
  i32Load8U: 0x2d,
  i32Load16S: 0x2e,
  i32Load16U: 0x2f,
  i32Store: 0x36,
  i64Store: 0x37,
  f64Store: 0x39,
  i32Store8: 0x3a,
  i32Store16: 0x3b,
  memorySize: 0x3f,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  f64Const: 0x44,
  i32Eqz: 0x45,
  i32Eq: 0x46,
  i32Ne: 0x47,
  i32LtS: 0x48,
  i32LtU: 0x49,
  i32GtS: 0x4a,
  i32GtU: 0x4b,
  i32LeU: 0x4d,
  i32GeU: 0x4f,
  i32GeS: 0x4e,
  i64Eqz: 0x50,
  i64Ne: 0x52,
  i64LtS: 0x53,
  f64Eq: 0x61,
  f64Lt: 0x63,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32Mul: 0x6c,
  i32And: 0x71,
  i32Or: 0x72,
  i32Shl: 0x74,
  i32ShrS: 0x75,
  i32ShrU: 0x76,
  i64Add: 0x7c,
  i64Sub: 0x7d,
  i64Mul: 0x7e,
  i64And: 0x83,
  i64Or: 0x84,
  i64Xor: 0x85,
  i64Shl: 0x86,
  i64ShrS: 0x87,
  i64ShrU: 0x88,
  f64Abs: 0x99,
  f64Mul: 0xa2,
  i32WrapI64: 0xa7,
  i64ExtendI32S: 0xac,
  i64ExtendI32U: 0xad,
  f64ConvertI64S: 0xb9,
  prefixFC: 0xfc,
  memoryCopy: 0x0a,
  memoryFill: 0x0b,
} as const;

/** The wasm type that represents a machine type. */
export const WASM_TYPE: Record<Type, number> = { i32: I32, i64: I64, f64: F64, value: I64, ref: I32 };

/** Load and store instruction of a storage, and the binary logarithm of its size. */
export const ACCESS: Record<Storage, { load: number; store: number; align: number }> = {
  i8: { load: OP.i32Load8S, store: OP.i32Store8, align: 0 },
  u8: { load: OP.i32Load8U, store: OP.i32Store8, align: 0 },
  i16: { load: OP.i32Load16S, store: OP.i32Store16, align: 1 },
  u16: { load: OP.i32Load16U, store: OP.i32Store16, align: 1 },
  i32: { load: OP.i32Load, store: OP.i32Store, align: 2 },
  i64: { load: OP.i64Load, store: OP.i64Store, align: 3 },
  f64: { load: OP.f64Load, store: OP.f64Store, align: 3 },
  value: { load: OP.i64Load, store: OP.i64Store, align: 3 },
  ref: { load: OP.i32Load, store: OP.i32Store, align: 2 },
};
