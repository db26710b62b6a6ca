/**
 * The one table of the abstract machine's pure operations: name, operand and result types, wasm code, meaning.
 *
 * Builder, printer, parser, verifier, evaluator, wasm lowering, trace optimiser and reference page all read it. Values are
 * represented as in wasm's JavaScript interface, but a `value` is an unsigned bigint and a `ref` an unsigned number.
 * A row's `wasm` is the code that follows its operands on the wasm stack.
 */

import { TAG } from "./memory_map.ts";
import type { Type } from "./tree.ts";

type Evaluate = (...args: any[]) => number | bigint;

export interface Operation {
  readonly name: string;
  /** Its place in the table: hashing and rules go by it. */
  readonly index: number;
  readonly params: readonly Type[];
  readonly result: Type;
  /** Bytes after the operands. */
  readonly wasm: readonly number[];
  readonly evaluate: Evaluate;
  readonly commutative: boolean;
  /** Traps for some operands (division): not to be hoisted above a guard. */
  readonly traps: boolean;
}

const table = new Map<string, Operation>();

/** Signed LEB128 of a 64-bit constant (also right for i32.const). */
export function signedLeb(value: bigint | number): number[] {
  let v = BigInt(value);
  const out: number[] = [];
  while (true) {
    const byte = Number(v & 0x7fn);
    v >>= 7n;
    if ((v === 0n && (byte & 0x40) === 0) || (v === -1n && (byte & 0x40) !== 0)) return [...out, byte];
    out.push(byte | 0x80);
  }
}

const i64c = (v: bigint) => [0x42, ...signedLeb(BigInt.asIntN(64, v))];
const s64 = (v: bigint) => BigInt.asIntN(64, v);
const u64 = (v: bigint) => BigInt.asUintN(64, v);
const b = (x: boolean) => (x ? 1 : 0);

function define(name: string, params: string, result: Type, wasm: number[], evaluate: Evaluate, flags = ""): void {
  const types = params === "" ? [] : (params.split(" ") as Type[]);
  table.set(name, {
    name,
    index: table.size,
    params: types,
    result,
    wasm,
    evaluate,
    commutative: flags.includes("c"),
    traps: flags.includes("t"),
  });
}

const scratch = new DataView(new ArrayBuffer(8));
function f64Bits(x: number): bigint {
  if (x !== x) return 0x7ff8000000000000n; // NaN: the host's bits are not always the canonical ones
  scratch.setFloat64(0, x);
  return scratch.getBigInt64(0);
}
function f64FromBits(x: bigint): number {
  scratch.setBigInt64(0, s64(x));
  return scratch.getFloat64(0);
}
function nearestEven(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) >= 2 ** 52) return x;
  const low = Math.floor(x), rest = x - low;
  const r = rest < 0.5 ? low : rest > 0.5 ? low + 1 : low % 2 === 0 ? low : low + 1;
  return r === 0 && (x < 0 || Object.is(x, -0)) ? -0 : r;
}
function saturate(x: number, bits: number, signed: boolean): bigint {
  if (Number.isNaN(x)) return 0n;
  const low = signed ? -(1n << BigInt(bits - 1)) : 0n;
  const high = (1n << BigInt(signed ? bits - 1 : bits)) - 1n;
  if (x <= Number(low)) return low;
  if (x >= Number(high)) return high;
  return BigInt(Math.trunc(x));
}

// i32
const i2 = (name: string, code: number, f: (a: number, c: number) => number, flags = "") =>
  define(`i32.${name}`, "i32 i32", "i32", [code], (x, y) => f(x, y) | 0, flags);
i2("add", 0x6a, (x, y) => x + y, "c");
i2("sub", 0x6b, (x, y) => x - y);
i2("mul", 0x6c, (x, y) => Math.imul(x, y), "c");
i2("div_s", 0x6d, (x, y) => x / y, "t");
i2("div_u", 0x6e, (x, y) => (x >>> 0) / (y >>> 0), "t");
i2("rem_s", 0x6f, (x, y) => x % y, "t");
i2("rem_u", 0x70, (x, y) => (x >>> 0) % (y >>> 0), "t");
i2("and", 0x71, (x, y) => x & y, "c");
i2("or", 0x72, (x, y) => x | y, "c");
i2("xor", 0x73, (x, y) => x ^ y, "c");
i2("shl", 0x74, (x, y) => x << y);
i2("shr_s", 0x75, (x, y) => x >> y);
i2("shr_u", 0x76, (x, y) => x >>> y);
i2("rotl", 0x77, (x, y) => (x << (y & 31)) | (x >>> ((32 - (y & 31)) & 31)) & (y & 31 ? -1 : 0));
i2("eq", 0x46, (x, y) => b(x === y), "c");
i2("ne", 0x47, (x, y) => b(x !== y), "c");
i2("lt_s", 0x48, (x, y) => b(x < y));
i2("lt_u", 0x49, (x, y) => b(x >>> 0 < y >>> 0));
i2("gt_s", 0x4a, (x, y) => b(x > y));
i2("gt_u", 0x4b, (x, y) => b(x >>> 0 > y >>> 0));
i2("le_s", 0x4c, (x, y) => b(x <= y));
i2("le_u", 0x4d, (x, y) => b(x >>> 0 <= y >>> 0));
i2("ge_s", 0x4e, (x, y) => b(x >= y));
i2("ge_u", 0x4f, (x, y) => b(x >>> 0 >= y >>> 0));
define("i32.eqz", "i32", "i32", [0x45], (x) => b(x === 0));
define("i32.clz", "i32", "i32", [0x67], (x) => Math.clz32(x));
define("i32.ctz", "i32", "i32", [0x68], (x) => (x === 0 ? 32 : 31 - Math.clz32(x & -x)));
define("i32.popcnt", "i32", "i32", [0x69], (x) => {
  let n = 0;
  for (let v = x >>> 0; v !== 0; v = (v & (v - 1)) >>> 0) n++;
  return n;
});
define("i32.extend8_s", "i32", "i32", [0xc0], (x) => (x << 24) >> 24);
define("i32.extend16_s", "i32", "i32", [0xc1], (x) => (x << 16) >> 16);

// i64
const l2 = (name: string, code: number, f: (a: bigint, c: bigint) => bigint, flags = "") =>
  define(`i64.${name}`, "i64 i64", "i64", [code], (x, y) => s64(f(x, y)), flags);
const lc = (name: string, code: number, f: (a: bigint, c: bigint) => boolean, flags = "") =>
  define(`i64.${name}`, "i64 i64", "i32", [code], (x, y) => b(f(x, y)), flags);
l2("add", 0x7c, (x, y) => x + y, "c");
l2("sub", 0x7d, (x, y) => x - y);
l2("mul", 0x7e, (x, y) => x * y, "c");
l2("div_s", 0x7f, (x, y) => x / y, "t");
l2("div_u", 0x80, (x, y) => u64(x) / u64(y), "t");
l2("rem_s", 0x81, (x, y) => x % y, "t");
l2("rem_u", 0x82, (x, y) => u64(x) % u64(y), "t");
l2("and", 0x83, (x, y) => x & y, "c");
l2("or", 0x84, (x, y) => x | y, "c");
l2("xor", 0x85, (x, y) => x ^ y, "c");
l2("shl", 0x86, (x, y) => x << (y & 63n));
l2("shr_s", 0x87, (x, y) => x >> (y & 63n));
l2("shr_u", 0x88, (x, y) => u64(x) >> (y & 63n));
l2("rotl", 0x89, (x, y) => (u64(x) << (y & 63n)) | (u64(x) >> (64n - (y & 63n))));
l2("rotr", 0x8a, (x, y) => (u64(x) >> (y & 63n)) | (u64(x) << (64n - (y & 63n))));
lc("eq", 0x51, (x, y) => x === y, "c");
lc("ne", 0x52, (x, y) => x !== y, "c");
lc("lt_s", 0x53, (x, y) => x < y);
lc("lt_u", 0x54, (x, y) => u64(x) < u64(y));
lc("gt_s", 0x55, (x, y) => x > y);
lc("gt_u", 0x56, (x, y) => u64(x) > u64(y));
lc("le_s", 0x57, (x, y) => x <= y);
lc("le_u", 0x58, (x, y) => u64(x) <= u64(y));
lc("ge_s", 0x59, (x, y) => x >= y);
lc("ge_u", 0x5a, (x, y) => u64(x) >= u64(y));
define("i64.eqz", "i64", "i32", [0x50], (x) => b(x === 0n));
define("i64.clz", "i64", "i64", [0x79], (x) => BigInt(64 - (u64(x) === 0n ? 0 : u64(x).toString(2).length)));
define("i64.ctz", "i64", "i64", [0x7a], (x: bigint) => (x === 0n ? 64n : BigInt(u64(x & -x).toString(2).length - 1)));
define("i64.popcnt", "i64", "i64", [0x7b], (x) => BigInt(u64(x).toString(2).replaceAll("0", "").length));

// f64
const d2 = (name: string, code: number, f: (a: number, c: number) => number, flags = "") =>
  define(`f64.${name}`, "f64 f64", "f64", [code], f, flags);
const dc = (name: string, code: number, f: (a: number, c: number) => boolean, flags = "") =>
  define(`f64.${name}`, "f64 f64", "i32", [code], (x, y) => b(f(x, y)), flags);
const d1 = (name: string, code: number, f: (a: number) => number) => define(`f64.${name}`, "f64", "f64", [code], f);
d2("add", 0xa0, (x, y) => x + y, "c");
d2("sub", 0xa1, (x, y) => x - y);
d2("mul", 0xa2, (x, y) => x * y, "c");
d2("div", 0xa3, (x, y) => x / y);
d2("copysign", 0xa6, (x, y) => (y < 0 || Object.is(y, -0) || f64Bits(y) < 0n ? -Math.abs(x) : Math.abs(x)));
dc("eq", 0x61, (x, y) => x === y, "c");
dc("ne", 0x62, (x, y) => x !== y, "c");
dc("lt", 0x63, (x, y) => x < y);
dc("gt", 0x64, (x, y) => x > y);
dc("le", 0x65, (x, y) => x <= y);
dc("ge", 0x66, (x, y) => x >= y);
d1("abs", 0x99, Math.abs);
d1("neg", 0x9a, (x) => -x);
d1("ceil", 0x9b, Math.ceil);
d1("floor", 0x9c, Math.floor);
d1("trunc", 0x9d, Math.trunc);
d1("nearest", 0x9e, nearestEven);
d1("sqrt", 0x9f, Math.sqrt);

// Conversions
define("i32.wrap_i64", "i64", "i32", [0xa7], (x) => Number(BigInt.asIntN(32, x)));
define("i64.extend_i32_s", "i32", "i64", [0xac], (x) => BigInt(x));
define("i64.extend_i32_u", "i32", "i64", [0xad], (x) => BigInt(x >>> 0));
define("f64.convert_i32_s", "i32", "f64", [0xb7], (x) => x);
define("f64.convert_i32_u", "i32", "f64", [0xb8], (x) => x >>> 0);
define("f64.convert_i64_s", "i64", "f64", [0xb9], (x) => Number(x));
define("i32.trunc_sat_f64_s", "f64", "i32", [0xfc, 2], (x) => Number(saturate(x, 32, true)));
define("i32.trunc_sat_f64_u", "f64", "i32", [0xfc, 3], (x) => Number(BigInt.asIntN(32, saturate(x, 32, false))));
define("i64.trunc_sat_f64_s", "f64", "i64", [0xfc, 6], (x) => saturate(x, 64, true));
define("i64.reinterpret_f64", "f64", "i64", [0xbd], f64Bits);
define("f64.reinterpret_i64", "i64", "f64", [0xbf], f64FromBits);

// References and words
define("ref.eq", "ref ref", "i32", [0x46], (x, y) => b(x === y), "c");
define("ref.is_nil", "ref", "i32", [0x45], (x) => b(x === 0));
define("ref.address", "ref", "i32", [], (x) => x | 0);
define("ref.from_address", "i32", "ref", [], (x) => x >>> 0);
define("value.eq", "value value", "i32", [0x51], (x, y) => b(x === y), "c");
define("value.word", "value", "i64", [], s64);
define("value.from_word", "i64", "value", [], u64);
define("value.from_ref", "ref", "value", [0xad], (x) => BigInt(x));
define("ref.from_value", "value", "ref", [0xa7], (x) => Number(x & 0xffffffffn));

// Tags. Laws: is_K(box_K x) = 1; unbox_K(box_K x) = x; is_K(box_L x) = 0 for K ≠ L (`TAG_CLASS` names the classes).
const high48 = 0xffffffffffffn;
define("int.is", "value", "i32", [...i64c(48n), 0x88, ...i64c(0xffffn), 0x51], (v) => b(v >= TAG.int));
define("int.box", "i64", "value", [...i64c(high48), 0x83, ...i64c(TAG.int), 0x84], (x) => (u64(x) & high48) | TAG.int);
define("int.of", "value", "i64", [...i64c(16n), 0x86, ...i64c(16n), 0x87], (v) => s64(v << 16n) >> 16n);
define("int.fits", "i64", "i32", [...i64c(1n << 47n), 0x7c, ...i64c(48n), 0x88, 0x50], (x) => b(x === s64(x << 16n) >> 16n));
define(
  "float.is",
  "value",
  "i32",
  [...i64c(TAG.doubleOffset), 0x7d, ...i64c(TAG.int - TAG.doubleOffset), 0x54],
  (v) => b(v >= TAG.doubleOffset && v < TAG.int),
);
define("float.box", "f64", "value", [0xbd, ...i64c(TAG.doubleOffset), 0x7c], (x) => u64(f64Bits(x) + TAG.doubleOffset));
define("float.of", "value", "f64", [...i64c(TAG.doubleOffset), 0x7d, 0xbf], (v) => f64FromBits(v - TAG.doubleOffset));
define("float.canonical", "f64", "f64", [], (x) => x); // lowered by name: x == x ? x : NaN
define(
  "ref.is",
  "value",
  "i32",
  [...i64c(3n), 0x8a, ...i64c(1n), 0x7d, ...i64c((1n << 45n) - 1n), 0x54],
  (v) => b(v !== 0n && v < TAG.doubleOffset && (v & 7n) === 0n),
);
const lowTag = (tag: bigint) => [...i64c(3n), 0x8a, ...i64c(tag << 61n), 0x7d, ...i64c(1n << 45n), 0x54];
const boxLow = (tag: bigint) => [0xad, ...i64c(3n), 0x86, ...i64c(tag), 0x84];
define("special.is", "value", "i32", lowTag(TAG.special), (v) => b(v < TAG.doubleOffset && (v & 7n) === TAG.special));
define("special.box", "i32", "value", boxLow(TAG.special), (x) => (BigInt(x >>> 0) << 3n) | TAG.special);
define("special.of", "value", "i32", [...i64c(3n), 0x88, 0xa7], (v) => Number(BigInt.asIntN(32, v >> 3n)));
define("char.is", "value", "i32", lowTag(TAG.char), (v) => b(v < TAG.doubleOffset && (v & 7n) === TAG.char));
define("char.box", "i32", "value", boxLow(TAG.char), (x) => (BigInt(x >>> 0) << 3n) | TAG.char);
define("char.of", "value", "i32", [...i64c(3n), 0x88, 0xa7], (v) => Number(BigInt.asIntN(32, v >> 3n)));

// Lowered by name (operands are used more than once): see `back/lower.ts` and `trace/emit.ts`.
const selectOf = (t: Type) => define(`${t}.select`, `i32 ${t} ${t}`, t, [], (c, x, y) => (c !== 0 ? x : y));
(["i32", "i64", "f64", "value", "ref"] as Type[]).forEach(selectOf);
define("i64.add_overflows", "i64 i64", "i32", [], (x, y) => b(s64(x + y) !== x + y), "c");
define("i64.sub_overflows", "i64 i64", "i32", [], (x: bigint, y: bigint) => b(s64(x - y) !== x - y));
define("i64.mul_overflows", "i64 i64", "i32", [], (x, y) => b(!(Math.abs(Number(x) * Number(y)) < 9223372036854771712)), "c");
define("i64.mul_high_u", "i64 i64", "i64", [], (x, y) => s64((u64(x) * u64(y)) >> 64n), "c");

// Not pure: only the collector uses them, and the front end gives each a statement of its own.
define("memory.size", "", "i32", [0x3f, 0], () => 0);
define("memory.grow", "i32", "i32", [0x40, 0], () => -1);

/** All operations, by name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = table;

/** The operation called `name`. @throws Error for an unknown name (a bug of ours). */
export function operation(name: string): Operation {
  const found = table.get(name);
  if (found === undefined) throw new Error(`Unknown operation "${name}"`);
  return found;
}

/** Classes of words that exclude each other: the test, the boxing and the unboxing operation of each. */
export const TAG_CLASSES = [
  { test: "int.is", box: "int.box", unbox: "int.of" },
  { test: "float.is", box: "float.box", unbox: "float.of" },
  { test: "ref.is", box: "value.from_ref", unbox: "ref.from_value" },
  { test: "special.is", box: "special.box", unbox: "special.of" },
  { test: "char.is", box: "char.box", unbox: "char.of" },
] as const;
