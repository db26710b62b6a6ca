/** The intrinsics of the definition language: one entry each, from the call's syntax to abstract machine code. */

import { ts } from "../deps_build.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { operation } from "../machine/operations.ts";
import type { Expr, Stmt, Storage } from "../machine/tree.ts";
import { STORAGE_BYTES, storageType } from "../machine/tree.ts";
import type { ExpressionTranslator } from "./expressions.ts";
import type { Typed } from "./translator.ts";
import { BOOL, F64, type FType, I32, I64, machineType, NEVER, typeName, VALUE, VOID } from "./types.ts";

type Intrinsic = (x: ExpressionTranslator, node: any, want: FType | undefined) => Typed;

const table = new Map<string, Intrinsic>();
const NOTHING: Typed = { e: { k: "const", type: "i32", value: 0 }, type: VOID };

/** An intrinsic that is one operation of fixed types. */
function plain(name: string, op: string, params: FType[], result: FType): void {
  table.set(name, (x, node) => {
    checkArity(x, node, params.length);
    return { e: x.op(op, ...x.list(node.arguments, params)), type: result };
  });
}

function checkArity(x: ExpressionTranslator, node: any, n: number): void {
  if (node.arguments.length !== n) {
    throw x.t.error(node, "arity", `"${node.expression.getText()}" takes ${n} arguments, not ${node.arguments.length}`);
  }
}

plain("isInt", "int.is", [VALUE], BOOL);
plain("intOf", "int.of", [VALUE], I64);
plain("boxInt", "int.box", [I64], VALUE);
plain("fitsInt", "int.fits", [I64], BOOL);
plain("isFloat", "float.is", [VALUE], BOOL);
plain("floatOf", "float.of", [VALUE], F64);
plain("boxFloat", "float.box", [F64], VALUE);
plain("isRef", "ref.is", [VALUE], BOOL);
plain("special", "special.box", [I32], VALUE);
plain("isSpecial", "special.is", [VALUE], BOOL);
plain("specialOf", "special.of", [VALUE], I32);
plain("boxChar", "char.box", [I32], VALUE);
plain("isChar", "char.is", [VALUE], BOOL);
plain("charOf", "char.of", [VALUE], I32);
plain("f64Bits", "i64.reinterpret_f64", [F64], I64);
plain("sqrt", "f64.sqrt", [F64], F64);
plain("floor", "f64.floor", [F64], F64);
plain("ceil", "f64.ceil", [F64], F64);
plain("truncate", "f64.trunc", [F64], F64);
plain("nearest", "f64.nearest", [F64], F64);
plain("abs", "f64.abs", [F64], F64);
plain("copySign", "f64.copysign", [F64, F64], F64);
plain("mulHighU", "i64.mul_high_u", [I64, I64], I64);
plain("wordOf", "value.word", [VALUE], I64);
plain("valueFromWord", "value.from_word", [I64], VALUE);

table.set("f64FromBits", (x, node) => {
  const [bits] = x.list(node.arguments, [I64]);
  return { e: x.op("float.canonical", x.op("f64.reinterpret_i64", bits)), type: F64 };
});

/** Functions of the heap unit behind an intrinsic. */
for (const name of ["isI64", "i64Of", "boxI64"]) {
  table.set(name, (x, node) => x.callFunction(x.t.context.heapFunction(name), node.arguments, node, false));
}

table.set("kindOf", (x, node) => {
  const [v] = x.list(node.arguments, [VALUE]);
  return { e: kindOf(x, v), type: I32 };
});

/** Layout number of a heap object given as a value. */
function kindOf(x: ExpressionTranslator, v: Expr): Expr {
  const region = x.t.context.region("header.layout", true);
  return { k: "load", type: "i32", storage: "u16", region, base: x.op("ref.from_value", v), offset: 0, scale: 0 };
}

table.set("kind", (x, node) => ({ e: x.constant("i32", x.layoutNamed(node.arguments[0]).id), type: I32 }));

table.set("isA", (x, node) => {
  checkArity(x, node, 2);
  const layout = x.layoutNamed(node.arguments[1]);
  const value = x.value(node.arguments[0], VALUE);
  const v = x.hold(x.coerce(value, VALUE, node));
  const k = kindOf(x, v);
  const test: Expr = layout.id === layout.lastId
    ? x.op("i32.eq", k, x.constant("i32", layout.id))
    : x.op("i32.lt_u", x.op("i32.sub", k, x.constant("i32", layout.id)), x.constant("i32", layout.lastId - layout.id + 1));
  return { e: { k: "cond", type: "i32", test: x.op("ref.is", v), then: test, else: x.constant("i32", 0) }, type: BOOL };
});

table.set("isNil", (x, node) => {
  const v = x.value(node.arguments[0]);
  if (v.type.k === "slot") return { e: x.op("i32.eqz", v.e), type: BOOL };
  if (machineType(v.type) !== "ref") throw x.t.error(node, "type", `isNil takes a layout or a slot, not ${typeName(v.type)}`);
  return { e: x.op("ref.is_nil", v.e), type: BOOL };
});

// ── Conversions ──────────────────────────────────────────────────────────────────────────────────────────────────────

table.set("i32", (x, node) => {
  const v = x.value(node.arguments[0], I32);
  const m = machineType(v.type);
  const e = m === "i64" ? x.op("i32.wrap_i64", v.e) : m === "f64" ? x.op("i32.trunc_sat_f64_s", v.e) : v.e;
  return { e, type: I32 };
});
table.set("u32", (x, node) => {
  const v = x.value(node.arguments[0], I32);
  const m = machineType(v.type);
  return { e: m === "i64" ? x.op("i32.wrap_i64", v.e) : m === "f64" ? x.op("i32.trunc_sat_f64_u", v.e) : v.e, type: { k: "u32" } };
});
table.set("i64", (x, node) => {
  const v = x.value(node.arguments[0]);
  const m = machineType(v.type);
  const e = m === "i64"
    ? v.e
    : m === "f64"
    ? x.op("i64.trunc_sat_f64_s", v.e)
    : x.op(v.type.k === "u32" ? "i64.extend_i32_u" : "i64.extend_i32_s", v.e);
  return { e, type: I64 };
});
table.set("f64", (x, node) => {
  const v = x.value(node.arguments[0]);
  const m = machineType(v.type);
  const e = m === "f64"
    ? v.e
    : m === "i64"
    ? x.op("f64.convert_i64_s", v.e)
    : x.op(v.type.k === "u32" ? "f64.convert_i32_u" : "f64.convert_i32_s", v.e);
  return { e, type: F64 };
});

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [name, suffix] of [["shrU", "shr_u"], ["divU", "div_u"], ["remU", "rem_u"], ["ltU", "lt_u"], ["rotl", "rotl"]]) {
  table.set(name, (x, node, want) => {
    const first = x.value(node.arguments[0], name === "ltU" ? undefined : want);
    const start = x.t.out.length;
    const second = x.value(node.arguments[1], first.type);
    const done = [first.e];
    if (x.t.out.length > start) x.settle(done, start);
    const m = machineType(first.type)!;
    return { e: x.op(`${m}.${suffix}`, done[0], x.coerce(second, first.type, node)), type: name === "ltU" ? BOOL : first.type };
  });
}
for (const [name, suffix] of [["clz", "clz"], ["ctz", "ctz"], ["popcount", "popcnt"]]) {
  table.set(name, (x, node, want) => {
    const v = x.value(node.arguments[0], want);
    return { e: x.op(`${machineType(v.type)}.${suffix}`, v.e), type: v.type };
  });
}
for (
  const [name, op, flag] of [["addOverflow", "i64.add", "i64.add_overflows"], ["subOverflow", "i64.sub", "i64.sub_overflows"], [
    "mulOverflow",
    "i64.mul",
    "i64.mul_overflows",
  ]]
) {
  table.set(name, (x, node) => {
    const [a, b] = x.list(node.arguments, [I64, I64]).map((e) => x.hold(e));
    const result = x.hold(x.op(op, a, b)), over = x.hold(x.op(flag, a, b));
    const typed: any = { e: result, type: { k: "tuple", items: [I64, BOOL] } };
    typed.results = [(result as any).local, (over as any).local];
    return typed;
  });
}

table.set("select", (x, node, want) => {
  checkArity(x, node, 3);
  const start = x.t.out.length;
  const c = x.condition(node.arguments[0]);
  const a = x.value(node.arguments[1], want);
  const type = want !== undefined && machineType(want) !== null ? want : a.type;
  const ae = x.coerce(a, type, node);
  const be = x.coerce(x.value(node.arguments[2], type), type, node);
  if (x.t.out.length > start && (x.unstable(c) || x.unstable(ae))) {
    throw x.t.error(node, "select", "Arms of select must be effect-free", "Compute them in constants before");
  }
  if (c.k === "const") return { e: c.value ? ae : be, type };
  return { e: x.op(`${machineType(type)}.select`, c, ae, be), type };
});

// ── Heap ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

table.set("alloc", (x, node) => {
  const layout = x.layoutNamed(node.arguments[0]);
  if (layout.abstract) throw x.t.error(node, "alloc", `"${layout.name}" is abstract`);
  if ((layout.tail !== null) !== (node.arguments.length === 2)) {
    throw x.t.error(
      node,
      "alloc",
      layout.tail === null ? `"${layout.name}" has no variable part` : "The length of the variable part is missing",
    );
  }
  const result = x.temporary("ref");
  const length = layout.tail === null ? undefined : x.list([node.arguments[1]], [I32])[0];
  x.t.emit({ k: "alloc", layout, ...(length === undefined ? {} : { length }), result, spill: { locals: [], resume: null } });
  return { e: { k: "get", type: "ref", local: result }, type: { k: "layout", layout } };
});

function tailsAndNumbers(x: ExpressionTranslator, node: any): { to: any; toIndex: Expr; from: any; fromIndex: Expr; count: Expr } {
  checkArity(x, node, 5);
  const a = node.arguments;
  const to = x.tail(a[0]);
  to.base = x.hold(to.base);
  const toIndex = x.hold(x.list([a[1]], [I32])[0]);
  const from = x.tail(a[2]);
  from.base = x.hold(from.base);
  const fromIndex = x.hold(x.list([a[3]], [I32])[0]);
  const count = x.hold(x.list([a[4]], [I32])[0]);
  return { to, toIndex, from, fromIndex, count };
}

function byteCount(x: ExpressionTranslator, count: Expr, storage: Storage): Expr {
  const size = STORAGE_BYTES[storage];
  return size === 1 ? count : x.op("i32.mul", count, x.constant("i32", size));
}

/** After raw stores of references into an object. */
function barrier(x: ExpressionTranslator, object: Expr, storage: Storage): void {
  if (storage !== "ref" && storage !== "value") return;
  x.emitCall(x.t.context.heapFunction("barrierObject"), [object], false);
}

table.set("copyTail", (x, node) => {
  const { to, toIndex, from, fromIndex, count } = tailsAndNumbers(x, node);
  if (to.storage !== from.storage) throw x.t.error(node, "copy", "Both variable parts must have the same element type");
  const size = byteCount(x, count, to.storage);
  const address = x.elementAddress(to, toIndex);
  x.t.emit({ k: "memory", what: "copy", to: address, from: x.elementAddress(from, fromIndex), size, region: to.region });
  barrier(x, to.base, to.storage);
  return NOTHING;
});

table.set("fillTail", (x, node) => {
  checkArity(x, node, 4);
  const a = node.arguments;
  const to = x.tail(a[0]);
  to.base = x.hold(to.base);
  const index = x.hold(x.list([a[1]], [I32])[0]);
  const count = x.hold(x.list([a[2]], [I32])[0]);
  const type = to.elementType;
  const value = x.coerce(x.value(a[3], type), type, a[3]);
  const address = x.elementAddress(to, index);
  if (STORAGE_BYTES[to.storage] === 1) {
    x.t.emit({ k: "memory", what: "fill", to: address, from: value, size: count, region: to.region });
    return NOTHING;
  }
  const wide = STORAGE_BYTES[to.storage] === 8;
  const word = value.type === "value"
    ? x.op("value.word", value)
    : value.type === "f64"
    ? x.op("i64.reinterpret_f64", value)
    : value.type === "ref"
    ? x.op("i64.extend_i32_u", x.op("ref.address", value))
    : value.type === "i32"
    ? x.op("i64.extend_i32_u", value)
    : value;
  const name = wide ? "fillWords" : STORAGE_BYTES[to.storage] === 4 ? "fillHalfWords" : "fillQuarterWords";
  x.emitCall(x.t.context.heapFunction(name), [address, count, word], false);
  barrier(x, to.base, to.storage);
  return NOTHING;
});

table.set("equalTail", (x, node) => {
  const { to, toIndex, from, fromIndex, count } = tailsAndNumbers(x, node);
  const size = byteCount(x, count, to.storage);
  return x.emitCall(
    x.t.context.heapFunction("equalBytes"),
    [x.elementAddress(to, toIndex), x.elementAddress(from, fromIndex), size],
    false,
  );
});

table.set("addressOf", (x, node) => ({ e: x.elementAddress(x.tail(node.arguments[0]), x.constant("i32", 0)), type: I32 }));

table.set("refAddress", (x, node) => {
  const v = x.value(node.arguments[0]);
  const e = machineType(v.type) === "value" ? x.op("ref.from_value", v.e) : v.e;
  return { e: x.op("ref.address", e), type: I32 };
});
table.set("refFromAddress", (x, node, want) => {
  const [a] = x.list(node.arguments, [I32]);
  const named = node.typeArguments?.[0];
  const type = named !== undefined ? x.t.context.type(x.t.file, named) : want ?? VALUE;
  const ref = x.op("ref.from_address", a);
  return machineType(type) === "value" ? { e: x.op("value.from_ref", ref), type } : { e: ref, type };
});

function raw(x: ExpressionTranslator, storage: Storage, node: any): Expr {
  const [base] = x.list(node.arguments, [I32]);
  const load: Expr = { k: "load", type: storageType(storage), storage, region: x.t.context.region("raw"), base, offset: 0, scale: 0 };
  return storage === "f64" ? x.op("float.canonical", load) : load;
}
for (
  const [name, storage, type] of [
    ["loadU8", "u8", I32],
    ["loadI8", "i8", I32],
    ["loadU16", "u16", I32],
    ["loadI16", "i16", I32],
    [
      "loadI32",
      "i32",
      I32,
    ],
    ["loadI64", "i64", I64],
    ["loadF64", "f64", F64],
  ] as [string, Storage, FType][]
) {
  table.set(name, (x, node) => ({ e: raw(x, storage, node), type }));
}
for (
  const [name, storage, type] of [["storeU8", "u8", I32], ["storeU16", "u16", I32], ["storeI32", "i32", I32], ["storeI64", "i64", I64], [
    "storeF64",
    "f64",
    F64,
  ]] as [string, Storage, FType][]
) {
  table.set(name, (x, node) => {
    const [base, value] = x.list(node.arguments, [I32, type]);
    x.t.emit({ k: "store", storage, region: x.t.context.region("raw"), base, offset: 0, scale: 0, value, fresh: false });
    return NOTHING;
  });
}
table.set("memoryCopy", (x, node) => {
  const [to, from, size] = x.list(node.arguments, [I32, I32, I32]);
  x.t.emit({ k: "memory", what: "copy", to, from, size });
  return NOTHING;
});
table.set("memoryFill", (x, node) => {
  const [to, byte, size] = x.list(node.arguments, [I32, I32, I32]);
  x.t.emit({ k: "memory", what: "fill", to, from: byte, size });
  return NOTHING;
});
table.set("memoryPages", (x) => ({ e: x.hold({ k: "op", type: "i32", op: memoryOp("memory.size"), args: [] }), type: I32 }));
table.set("memoryGrow", (x, node) => {
  const args = x.list(node.arguments, [I32]);
  return { e: x.hold({ k: "op", type: "i32", op: memoryOp("memory.grow"), args }), type: I32 };
});
function memoryOp(name: string) {
  return operation(name);
}

// ── Static data ──────────────────────────────────────────────────────────────────────────────────────────────────────

function area(x: ExpressionTranslator) {
  return x.t.context.statik(x.t.fn.unit);
}
function textArgument(x: ExpressionTranslator, node: any): string {
  const a = node.arguments[0];
  if (a === undefined || !ts.isStringLiteralLike(a)) throw x.t.error(node, "literal", "A string literal is needed here");
  return a.text;
}
table.set("utf8", (x, node) => ({ e: x.constant("i32", area(x).place(new TextEncoder().encode(textArgument(x, node)), 1)), type: I32 }));
table.set("utf8Length", (x, node) => ({ e: x.constant("i32", new TextEncoder().encode(textArgument(x, node)).length), type: I32 }));
table.set("literal", (x, node, want) => {
  const address = area(x).literal(textArgument(x, node));
  const region = x.t.context.region("literal", true);
  const e: Expr = { k: "load", type: "value", storage: "value", region, base: x.constant("i32", 0), offset: address, scale: 0 };
  if (want?.k === "layout") return { e: x.op("ref.from_value", e), type: want };
  return { e, type: VALUE };
});
table.set("slot", (x, node) => {
  const entry = x.functionNamed(node.arguments[0]);
  const index = x.t.context.tableIndex(entry.fn);
  return { e: x.constant("i32", index), type: { k: "slot", params: entry.params, result: entry.result } };
});

// ── Errors and hints ─────────────────────────────────────────────────────────────────────────────────────────────────

table.set("attempt", (x, node, want) => {
  const before = x.t.out.length;
  const v = x.value(node.arguments[0], want);
  if (!markLastCall(x.t.out, before)) throw x.t.error(node, "attempt", "attempt takes a call");
  return v;
});

/** Marks the call whose result a statement list computes last (in both arms of a conditional). */
function markLastCall(list: Stmt[], from: number): boolean {
  for (let i = list.length - 1; i >= from; i--) {
    const s = list[i];
    if (s.k === "call" || s.k === "callSlot") return s.attempt = true;
    if (s.k === "if") return [markLastCall(s.then, 0), markLastCall(s.else, 0)].includes(true);
  }
  return false;
}
table.set("pendingError", (x) => ({ e: x.hold(pendingError(x)), type: VALUE }));
table.set("errorPending", (x) => {
  const error = pendingError(x);
  return { e: x.op("i32.eqz", x.op("value.eq", error, x.constant("value", 0n))), type: BOOL };
});
function pendingError(x: ExpressionTranslator): Expr {
  const region = x.t.context.region("pendingError");
  return { k: "load", type: "value", storage: "value", region, base: x.constant("i32", 0), offset: CONTROL.pendingError, scale: 0 };
}
table.set("takeError", (x) => {
  const e = x.hold(pendingError(x));
  const region = x.t.context.region("pendingError");
  x.t.emit({
    k: "store",
    storage: "value",
    region,
    base: x.constant("i32", 0),
    offset: CONTROL.pendingError,
    scale: 0,
    value: x.constant("value", 0n),
    fresh: false,
  });
  return { e, type: VALUE };
});
table.set("debugAssert", () => NOTHING);
table.set("unreachable", (x, node) => {
  x.t.emit({ k: "trap", message: `unreachable at ${x.t.file.path}` });
  return { e: x.constant("i32", 0), type: NEVER };
});
table.set("promote", (x, node, want) => {
  const v = x.value(node.arguments[0], want);
  const m = machineType(v.type)!;
  return { e: x.hold({ k: "promote", type: m, arg: v.e }), type: v.type };
});
table.set("isConstant", (x, node) => {
  const v = x.value(node.arguments[0]);
  return { e: { k: "isConstant", type: "i32", arg: v.e }, type: BOOL };
});

// ── VM stack for helpers: the published operand stack pointer ────────────────────────────────────────────────────────

for (const name of ["stackPush", "stackPeek", "stackDrop"]) {
  table.set(name, (x, node) => x.callFunction(x.t.context.heapFunction(name), node.arguments, node, false));
}
table.set("runNested", (x, node) => x.callFunction(x.t.context.runFunction(), node.arguments, node, false));

/** All intrinsics by the name `toolkit/define` declares. */
export const INTRINSICS: ReadonlyMap<string, Intrinsic> = table;
