/** Translates expressions, assignments and calls of the definition language (see `translator.ts`). */

import { ts } from "../deps_build.ts";
import { operation } from "../machine/operations.ts";
import type { Expr, LayoutInfo, Region, Stmt, Storage, Type } from "../machine/tree.ts";
import { STORAGE_BYTES, storageType } from "../machine/tree.ts";
import { type Constant, type FunctionEntry, resultTypes } from "./context.ts";
import { INTRINSICS } from "./intrinsics.ts";
import { machineCall, machineState } from "./machine_state.ts";
import type { Declaration } from "./sources.ts";
import type { Translator, Typed } from "./translator.ts";
import { BOOL, F64, type FType, I32, I64, machineType, readType, typeName, VALUE } from "./types.ts";

/** A variable part: where its elements lie and what they are. */
export interface TailPlace {
  base: Expr;
  offset: number;
  storage: Storage;
  elementType: FType;
  region: Region;
}

/** What can be assigned to. */
type Place =
  | { k: "local"; local: number; type: FType }
  | { k: "memory"; base: Expr; offset: number; index?: Expr; scale: number; storage: Storage; type: FType; region: Region };

const ARITHMETIC: Record<number, [i32: string, u32: string, i64: string, f64: string | null]> = {
  [ts.SyntaxKind.PlusToken]: ["add", "add", "add", "add"],
  [ts.SyntaxKind.MinusToken]: ["sub", "sub", "sub", "sub"],
  [ts.SyntaxKind.AsteriskToken]: ["mul", "mul", "mul", "mul"],
  [ts.SyntaxKind.SlashToken]: ["div_s", "div_u", "div_s", "div"],
  [ts.SyntaxKind.PercentToken]: ["rem_s", "rem_u", "rem_s", null],
  [ts.SyntaxKind.AmpersandToken]: ["and", "and", "and", null],
  [ts.SyntaxKind.BarToken]: ["or", "or", "or", null],
  [ts.SyntaxKind.CaretToken]: ["xor", "xor", "xor", null],
  [ts.SyntaxKind.LessThanLessThanToken]: ["shl", "shl", "shl", null],
  [ts.SyntaxKind.GreaterThanGreaterThanToken]: ["shr_s", "shr_u", "shr_s", null],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: ["shr_u", "shr_u", "shr_u", null],
};

const COMPARISON: Record<number, [string, string, string]> = {
  [ts.SyntaxKind.LessThanToken]: ["lt_s", "lt_u", "lt"],
  [ts.SyntaxKind.LessThanEqualsToken]: ["le_s", "le_u", "le"],
  [ts.SyntaxKind.GreaterThanToken]: ["gt_s", "gt_u", "gt"],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ["ge_s", "ge_u", "ge"],
};

const EQUAL = [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.EqualsEqualsToken];
const NOT_EQUAL = [ts.SyntaxKind.ExclamationEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsToken];

export class ExpressionTranslator {
  constructor(readonly t: Translator) {}

  // ── Building ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** An operation, folded when all operands are constants. */
  op(name: string, ...args: Expr[]): Expr {
    const op = operation(name);
    if (args.every((a) => a.k === "const") && !op.traps) {
      return { k: "const", type: op.result, value: op.evaluate(...args.map((a: any) => a.value)) };
    }
    return { k: "op", type: op.result, op, args };
  }

  constant(type: Type, value: number | bigint): Expr {
    return { k: "const", type, value };
  }

  fromConstant(c: Constant, want?: FType): Typed {
    if (want !== undefined && c.untyped && want.k === "f64") return { e: this.constant("f64", Number(c.value)), type: F64 };
    if (want !== undefined && c.untyped && want.k === "u32") return { e: this.constant("i32", Number(c.value) | 0), type: want };
    const m = machineType(c.type)!;
    if (c.type.k === "u32") return { e: this.constant("i32", Number(c.value) | 0), type: c.type };
    return { e: this.constant(m, c.value), type: c.type };
  }

  /** Converts where the language does so implicitly (layout ↔ Value, as far as TypeScript let it pass). */
  coerce(v: Typed, to: FType, node: any): Expr {
    const from = machineType(v.type), want = machineType(to);
    if (v.type.k === "never") return this.constant(want ?? "i32", want === "i64" || want === "value" ? 0n : 0);
    if (want === null || from === null) throw this.t.error(node, "type", `${typeName(v.type)} is no value here`);
    if (from === want) {
      if (from === "i32" && to.k !== "slot" && v.type.k === "slot") throw this.t.error(node, "type", "A function pointer is no number");
      return v.e;
    }
    if (v.type.k === "nil") return this.constant(want, want === "value" ? 0n : 0);
    if (from === "ref" && want === "value") return this.op("value.from_ref", v.e);
    if (from === "value" && want === "ref") return this.op("ref.from_value", v.e);
    if (v.e.k === "const" && from === "i32" && want === "f64") return this.constant("f64", v.e.value);
    throw this.t.error(node, "type", `${typeName(v.type)} where ${typeName(to)} is needed`, `Convert with ${to.k}(…)`);
  }

  unstable(e: Expr): boolean {
    switch (e.k) {
      case "const":
      case "static":
        return false;
      case "get":
        return true; // a temporary may be a variable: only constants are surely stable (refined by `list`)
      case "vm":
        return e.what !== "imm" && e.what !== "pc" && e.what !== "nextPc" && e.what !== "code";
      case "op":
        return e.args.some((a) => this.unstable(a));
      default:
        return true;
    }
  }

  /** Evaluates in order; what could change while a later one is computed goes to a local before that. */
  list(nodes: readonly any[], types: readonly FType[]): Expr[] {
    const out: Expr[] = [];
    const marks: number[] = [];
    nodes.forEach((node, i) => {
      const start = this.t.out.length;
      const want = types[i].k === "immediate" ? (types[i] as any).of : types[i];
      const v = this.value(node, want);
      const e = this.coerce(v, want, node);
      if (this.t.out.length > start) this.settle(out, start);
      out.push(e);
      marks.push(start);
    });
    return out;
  }

  /** Moves unstable expressions evaluated before statement `at` into locals set there. */
  settle(done: Expr[], at: number): void {
    const sets: Stmt[] = [];
    done.forEach((e, i) => {
      if (!this.unstable(e)) return;
      if (e.k === "get" && this.isTemporary(e.local)) return;
      const local = this.t.newLocal("", e.type);
      if (e.k !== "get") this.temporaries.add(local);
      this.temporaries.add(local);
      sets.push({ k: "set", local, value: e });
      done[i] = { k: "get", type: e.type, local };
    });
    this.t.out.splice(at, 0, ...sets);
  }

  private readonly temporaries = new Set<number>();
  private isTemporary(local: number): boolean {
    return this.temporaries.has(local);
  }

  temporary(type: Type): number {
    const local = this.t.newLocal("", type);
    this.temporaries.add(local);
    return local;
  }

  // ── Values ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  value(node: any, want?: FType): Typed {
    const K = ts.SyntaxKind;
    if (node.kind !== K.Identifier || this.t.lookup(node.text) === null) {
      const c = this.t.shadowed(node) ? null : this.t.context.evaluate(this.t.file, node);
      if (c !== null) return this.fromConstant(c, want);
    }
    switch (node.kind) {
      case K.ParenthesizedExpression:
      case K.NonNullExpression:
      case K.SatisfiesExpression:
        return this.value(node.expression, want);
      case K.NumericLiteral:
      case K.BigIntLiteral:
      case K.TrueKeyword:
      case K.FalseKeyword:
        return this.fromConstant(this.t.context.evaluate(this.t.file, node)!, want);
      case K.Identifier:
        return this.identifier(node, want);
      case K.AsExpression:
        return this.asExpression(node);
      case K.PrefixUnaryExpression:
        return this.prefix(node, want);
      case K.PostfixUnaryExpression:
        return this.step(node, true);
      case K.BinaryExpression:
        return this.binary(node, want);
      case K.ConditionalExpression:
        return this.conditional(node, want);
      case K.CallExpression:
        return this.call(node, want);
      case K.PropertyAccessExpression:
        return this.property(node);
      case K.ElementAccessExpression:
        return this.read(this.place(node));
    }
    throw this.t.error(node, "expression", `${K[node.kind]} is not part of the definition language`);
  }

  private identifier(node: any, want?: FType): Typed {
    const v = this.t.lookup(node.text);
    if (v !== null) {
      if ("constantValue" in v) return this.fromConstant(v.constantValue, want);
      if ("immediate" in v) {
        const type = readType(v.type);
        return { e: { k: "vm", type: "i32", what: "imm", args: [], index: v.immediate }, type };
      }
      if (v.constant) this.temporaries.add(v.local);
      return { e: { k: "get", type: machineType(v.type)!, local: v.local }, type: v.type };
    }
    const d = this.t.context.sources.resolve(this.t.file, node.text);
    if (d?.k === "const") throw this.t.error(node, "constant", `"${node.text}" is not a build-time constant`, "Use @globals()");
    throw this.t.error(node, "unknown-name", `Unknown name "${node.text}"`, "Declare or import it");
  }

  private asExpression(node: any): Typed {
    if (node.type.kind === ts.SyntaxKind.AnyKeyword || node.type.kind === ts.SyntaxKind.UnknownKeyword) return this.value(node.expression);
    const to = this.t.context.type(this.t.file, node.type);
    const v = this.value(node.expression, to);
    if (machineType(v.type) === machineType(to)) return { e: v.e, type: to };
    return { e: this.coerce(v, to, node), type: to };
  }

  private prefix(node: any, want?: FType): Typed {
    const K = ts.SyntaxKind;
    if (node.operator === K.ExclamationToken) return { e: this.op("i32.eqz", this.condition(node.operand)), type: BOOL };
    if (node.operator === K.PlusPlusToken || node.operator === K.MinusMinusToken) return this.step(node, false);
    const v = this.value(node.operand, want);
    const m = machineType(v.type);
    if (node.operator === K.MinusToken) {
      if (m === "f64") return { e: this.op("f64.neg", v.e), type: v.type };
      if (m === "i32") return { e: this.op("i32.sub", this.constant("i32", 0), v.e), type: v.type };
      if (m === "i64") return { e: this.op("i64.sub", this.constant("i64", 0n), v.e), type: v.type };
    }
    if (node.operator === K.TildeToken) {
      if (m === "i32") return { e: this.op("i32.xor", v.e, this.constant("i32", -1)), type: v.type };
      if (m === "i64") return { e: this.op("i64.xor", v.e, this.constant("i64", -1n)), type: v.type };
    }
    if (node.operator === K.PlusToken) return v;
    throw this.t.error(node, "operator", `This operator does not work on ${typeName(v.type)}`);
  }

  /** `++x` and `x++` as values, for local variables. */
  private step(node: any, before: boolean): Typed {
    if (!ts.isIdentifier(node.operand)) throw this.t.error(node, "assignment-value", "++ and -- give a value for local variables only");
    const old = this.value(node.operand);
    const held = before ? this.hold(old.e) : null;
    this.effect(node);
    return { e: held ?? this.hold(this.value(node.operand).e), type: old.type };
  }

  private isLiteral(node: any): boolean {
    const c = this.t.shadowed(node) ? null : this.t.context.evaluate(this.t.file, node);
    return c !== null && c.untyped === true;
  }

  private operands(node: any, want?: FType): [Typed, Typed] {
    if (this.isLiteral(node.left) && !this.isLiteral(node.right)) {
      const r = this.value(node.right, want);
      return [this.value(node.left, r.type), r];
    }
    const l = this.value(node.left, want);
    const start = this.t.out.length;
    const r = this.value(node.right, l.type.k === "nil" ? undefined : l.type);
    if (this.t.out.length > start) {
      const done = [l.e];
      this.settle(done, start);
      return [{ e: done[0], type: l.type }, r];
    }
    return [l, r];
  }

  private binary(node: any, want?: FType): Typed {
    const K = ts.SyntaxKind;
    const kind = node.operatorToken.kind;
    if (kind === K.AmpersandAmpersandToken || kind === K.BarBarToken) return { e: this.logical(node), type: BOOL };
    if (kind >= K.FirstAssignment && kind <= K.LastAssignment) {
      throw this.t.error(node, "assignment-value", "An assignment is a statement here");
    }
    if (kind in COMPARISON || EQUAL.includes(kind) || NOT_EQUAL.includes(kind)) return { e: this.comparison(node), type: BOOL };
    const row = ARITHMETIC[kind];
    if (row === undefined) throw this.t.error(node, "operator", `"${node.operatorToken.getText()}" is not part of the definition language`);
    const numericWant = want !== undefined && ["i32", "u32", "i64", "f64"].includes(want.k) ? want : undefined;
    const [l, r] = this.operands(node, numericWant);
    return this.arithmetic(kind, l, r, node);
  }

  arithmetic(kind: number, l: Typed, r: Typed, node: any): Typed {
    const row = ARITHMETIC[kind];
    const m = machineType(l.type), mr = machineType(r.type);
    if (m !== mr || m === null) {
      throw this.t.error(node, "operand-types", `Operands are ${typeName(l.type)} and ${typeName(r.type)}`, "Convert one of them");
    }
    const unsigned = l.type.k === "u32" || r.type.k === "u32";
    if (m === "i32") {
      return {
        e: this.op(`i32.${unsigned ? row[1] : row[0]}`, l.e, r.e),
        type: unsigned ? { k: "u32" } : l.type.k === "bool" && r.type.k === "bool" ? BOOL : I32,
      };
    }
    if (m === "i64") return { e: this.op(`i64.${row[2]}`, l.e, r.e), type: I64 };
    if (m === "f64" && row[3] !== null) return { e: this.op(`f64.${row[3]}`, l.e, r.e), type: F64 };
    throw this.t.error(node, "operator", `This operator does not work on ${typeName(l.type)}`);
  }

  private comparison(node: any): Expr {
    const kind = node.operatorToken.kind;
    const [l, r] = this.operands(node);
    let m = machineType(l.type)!;
    const mr = machineType(r.type)!;
    let le = l.e, re = r.e;
    if (m !== mr) {
      if ((m === "ref" && mr === "value") || l.type.k === "nil") {
        le = this.coerce(l, r.type, node.left);
        m = mr;
      } else re = this.coerce(r, l.type, node.right);
    }
    const eq = EQUAL.includes(kind), ne = NOT_EQUAL.includes(kind);
    if (eq || ne) {
      if (m === "ref" || m === "value") {
        const e = m === "ref" && re.k === "const" && re.value === 0 ? this.op("ref.is_nil", le) : this.op(`${m}.eq`, le, re);
        return eq ? e : this.op("i32.eqz", e);
      }
      return this.op(`${m}.${eq ? "eq" : "ne"}`, le, re);
    }
    const row = COMPARISON[kind];
    if (m === "f64") return this.op(`f64.${row[2]}`, le, re);
    if (m === "i64") return this.op(`i64.${row[0]}`, le, re);
    if (m === "i32") return this.op(`i32.${l.type.k === "u32" || r.type.k === "u32" ? row[1] : row[0]}`, le, re);
    throw this.t.error(node, "operator", `Cannot order ${typeName(l.type)}`);
  }

  /** An i32 that is 0 or not. */
  condition(node: any): Expr {
    const v = this.value(node, BOOL);
    if (machineType(v.type) !== "i32") {
      throw this.t.error(node, "condition", `A condition is a bool, not ${typeName(v.type)}`, "Compare it with something");
    }
    return v.e;
  }

  private logical(node: any): Expr {
    const isAnd = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
    const left = this.condition(node.left);
    if (left.k === "const") return (left.value !== 0) === isAnd ? this.condition(node.right) : left;
    let right!: Expr;
    const statements = this.t.collect(() => {
      right = this.condition(node.right);
    });
    const short = this.constant("i32", isAnd ? 0 : 1);
    if (statements.length === 0) {
      return isAnd
        ? { k: "cond", type: "i32", test: left, then: right, else: short }
        : { k: "cond", type: "i32", test: left, then: short, else: right };
    }
    const local = this.temporary("i32");
    statements.push({ k: "set", local, value: right });
    const other: Stmt[] = [{ k: "set", local, value: short }];
    this.t.emit({ k: "if", test: left, then: isAnd ? statements : other, else: isAnd ? other : statements });
    return { k: "get", type: "i32", local };
  }

  private conditional(node: any, want?: FType): Typed {
    const test = this.condition(node.condition);
    if (test.k === "const") return this.value(test.value ? node.whenTrue : node.whenFalse, want);
    let then!: Typed, otherwise!: Typed;
    const thenStatements = this.t.collect(() => {
      then = this.value(node.whenTrue, want);
    });
    const hint = want ?? (then.type.k === "nil" || then.type.k === "never" ? undefined : then.type);
    const elseStatements = this.t.collect(() => {
      otherwise = this.value(node.whenFalse, hint);
    });
    const type = want !== undefined && machineType(want) !== null ? want : this.join(then.type, otherwise.type, node);
    const m = machineType(type)!;
    const te = this.inside(thenStatements, () => this.coerce(then, type, node.whenTrue));
    const ee = this.inside(elseStatements, () => this.coerce(otherwise, type, node.whenFalse));
    if (thenStatements.length === 0 && elseStatements.length === 0) {
      // Between constants no branch is worth recording.
      if (te.k === "const" && ee.k === "const") return { e: this.op(`${m}.select`, test, te, ee), type };
      return { e: { k: "cond", type: m, test, then: te, else: ee }, type };
    }
    const local = this.temporary(m);
    thenStatements.push({ k: "set", local, value: te });
    elseStatements.push({ k: "set", local, value: ee });
    this.t.emit({ k: "if", test, then: thenStatements, else: elseStatements });
    return { e: { k: "get", type: m, local }, type };
  }

  private inside(list: Stmt[], f: () => Expr): Expr {
    let e!: Expr;
    list.push(...this.t.collect(() => {
      e = f();
    }));
    return e;
  }

  private join(a: FType, b: FType, node: any): FType {
    if (a.k === "never" || a.k === "nil") return b;
    if (b.k === "never" || b.k === "nil") return a;
    if (a.k === "layout" && b.k === "layout") {
      for (let l: LayoutInfo | null = a.layout; l !== null; l = l.parent) {
        for (let o: LayoutInfo | null = b.layout; o !== null; o = o.parent) if (o === l) return { k: "layout", layout: l };
      }
      return VALUE;
    }
    if (machineType(a) === machineType(b)) return a;
    const refish = (t: FType) => t.k === "value" || t.k === "layout";
    if (refish(a) && refish(b)) return VALUE;
    throw this.t.error(node, "type", `Arms are ${typeName(a)} and ${typeName(b)}`);
  }

  // ── Places: fields, elements, globals ──────────────────────────────────────────────────────────────────────────────

  private property(node: any): Typed {
    if (node.expression.kind === ts.SyntaxKind.ThisKeyword) {
      return machineState(this, node);
    }
    if (node.name.text === "length") {
      const o = this.value(node.expression);
      if (o.type.k !== "layout") throw this.t.error(node, "field", `${typeName(o.type)} has no length`);
      return { e: this.lengthOf(o.e), type: I32 };
    }
    return this.read(this.place(node));
  }

  lengthOf(object: Expr): Expr {
    const region = this.t.context.region("length", true);
    return { k: "load", type: "i32", storage: "i32", region, base: object, offset: 4, scale: 0 };
  }

  globalOf(node: any): { cell: any } | null {
    let holder = node.expression;
    if (ts.isCallExpression(holder) && holder.expression.getText() === "writable") holder = holder.arguments[0];
    if (!ts.isIdentifier(holder) || this.t.lookup(holder.text) !== null) return null;
    const d = this.t.context.sources.resolve(this.t.file, holder.text);
    if (d?.k === "class" && d.role === "globals") return { cell: this.t.context.global(d, node.name.text, node) };
    return null;
  }

  place(node: any): Place {
    if (ts.isIdentifier(node)) {
      const v = this.t.lookup(node.text);
      if (v === null || "immediate" in v || "constantValue" in v) {
        throw this.t.error(node, "assignment", `"${node.text}" cannot be assigned`);
      }
      return { k: "local", local: v.local, type: v.type };
    }
    if (ts.isElementAccessExpression(node)) {
      const tail = this.tail(node.expression);
      const start = this.t.out.length;
      const index = this.coerce(this.value(node.argumentExpression, I32), I32, node);
      const done = [tail.base];
      if (this.t.out.length > start) this.settle(done, start);
      return this.elementPlace({ ...tail, base: done[0] }, index);
    }
    if (ts.isPropertyAccessExpression(node)) {
      const global = this.globalOf(node);
      if (global !== null) {
        const { address, type, region, storage } = global.cell;
        return { k: "memory", base: this.constant("i32", 0), offset: address, scale: 0, storage, type, region };
      }
      const o = this.value(node.expression);
      if (o.type.k !== "layout") {
        throw this.t.error(node, "field", `${typeName(o.type)} has no field "${node.name.text}"`, "Narrow it with as");
      }
      const field = this.t.context.field(o.type.layout, node.name.text);
      if (field === null) throw this.t.error(node, "field", `"${o.type.layout.name}" has no field "${node.name.text}"`);
      const { storage, offset, region } = field.info;
      return { k: "memory", base: o.e, offset, scale: 0, storage, type: field.type, region };
    }
    throw this.t.error(node, "assignment", "This cannot be assigned");
  }

  elementPlace(tail: TailPlace, index: Expr): Place {
    const scale = STORAGE_BYTES[tail.storage];
    const type = readType(tail.elementType);
    if (index.k === "const") {
      const offset = tail.offset + (index.value as number) * scale;
      if (offset >= 0) return { k: "memory", base: tail.base, offset, scale: 0, storage: tail.storage, type, region: tail.region };
    }
    return { k: "memory", base: tail.base, offset: tail.offset, index, scale, storage: tail.storage, type, region: tail.region };
  }

  read(p: Place): Typed {
    if (p.k === "local") return { e: { k: "get", type: machineType(p.type)!, local: p.local }, type: p.type };
    const type = storageType(p.storage);
    const e: Expr = { k: "load", type, storage: p.storage, region: p.region, base: p.base, offset: p.offset, scale: p.scale };
    if (p.index !== undefined) e.index = p.index;
    return { e, type: p.type };
  }

  write(p: Place, value: Expr): void {
    if (p.k === "local") return this.t.emit({ k: "set", local: p.local, value });
    const s: Stmt = {
      k: "store",
      storage: p.storage,
      region: p.region,
      base: p.base,
      offset: p.offset,
      scale: p.scale,
      value,
      fresh: false,
    };
    if (p.index !== undefined) s.index = p.index;
    this.t.emit(s);
  }

  /** The variable part that `o.items` names. */
  tail(node: any): TailPlace {
    if (!ts.isPropertyAccessExpression(node)) {
      throw this.t.error(node, "tail", "Only the variable part of an object can be indexed", "o.items[i]");
    }
    const o = this.value(node.expression);
    if (o.type.k !== "layout" || o.type.layout.tail?.name !== node.name.text) {
      throw this.t.error(node, "tail", `${typeName(o.type)} has no variable part "${node.name.text}"`);
    }
    const { tail, sizeBytes } = o.type.layout;
    const { elementType, region } = tail as any;
    return { base: o.e, offset: sizeBytes, storage: tail!.storage, elementType: readType(elementType), region };
  }

  loadElement(tail: TailPlace, object: Expr, index: Expr): Typed {
    return this.read(this.elementPlace({ ...tail, base: object }, index));
  }

  /** Address of element `index` (raw: dies at the next safepoint). */
  elementAddress(tail: TailPlace, index: Expr): Expr {
    const base = this.op("i32.add", this.op("ref.address", tail.base), this.constant("i32", tail.offset));
    if (index.k === "const" && index.value === 0) return base;
    const size = STORAGE_BYTES[tail.storage];
    return this.op("i32.add", base, size === 1 ? index : this.op("i32.mul", index, this.constant("i32", size)));
  }

  // ── Statements that are expressions ────────────────────────────────────────────────────────────────────────────────

  effect(node: any): void {
    const K = ts.SyntaxKind;
    if (ts.isParenthesizedExpression(node)) return this.effect(node.expression);
    if (ts.isBinaryExpression(node)) {
      const kind = node.operatorToken.kind;
      if (kind === K.CommaToken) {
        this.effect(node.left);
        return this.effect(node.right);
      }
      if (kind === K.EqualsToken) return this.assign(node);
      if (kind >= K.FirstCompoundAssignment && kind <= K.LastCompoundAssignment) {
        return this.update(node.left, COMPOUND[kind], node.right, node);
      }
      if (kind === K.AmpersandAmpersandToken || kind === K.BarBarToken) {
        const test = this.condition(node.left);
        const body = this.t.collect(() => this.effect(node.right));
        const isAnd = kind === K.AmpersandAmpersandToken;
        return this.t.emit({ k: "if", test, then: isAnd ? body : [], else: isAnd ? [] : body });
      }
    }
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      if (node.operator === K.PlusPlusToken) return this.update(node.operand, K.PlusToken, null, node);
      if (node.operator === K.MinusMinusToken) return this.update(node.operand, K.MinusToken, null, node);
    }
    if (ts.isCallExpression(node)) {
      this.call(node, undefined);
      return;
    }
    throw this.t.error(node, "expression-statement", "This expression has no effect");
  }

  private assign(node: any): void {
    const p = this.place(node.left);
    const start = this.t.out.length;
    const v = this.value(node.right, p.type);
    if (p.k === "memory" && this.t.out.length > start) {
      const done = p.index === undefined ? [p.base] : [p.base, p.index];
      this.settle(done, start);
      p.base = done[0];
      if (p.index !== undefined) p.index = done[1];
    }
    this.write(p, this.coerce(v, p.type, node.right));
  }

  private update(target: any, kind: number, right: any, node: any): void {
    const p = this.place(target);
    if (p.k === "memory") {
      if (p.base.k !== "const") p.base = this.hold(p.base);
      if (p.index !== undefined && p.index.k !== "const") p.index = this.hold(p.index);
    }
    const old = this.read(p);
    let operand: Typed;
    if (right === null) {
      const m = machineType(p.type)!;
      operand = { e: this.constant(m, m === "i64" ? 1n : 1), type: p.type };
    } else {
      const start = this.t.out.length;
      operand = this.value(right, p.type);
      if (this.t.out.length > start) {
        const done = [old.e];
        this.settle(done, start);
        old.e = done[0];
      }
    }
    this.write(p, this.arithmetic(kind, old, operand, node).e);
  }

  hold(e: Expr): Expr {
    const local = this.temporary(e.type);
    this.t.emit({ k: "set", local, value: e });
    return { k: "get", type: e.type, local };
  }

  // ── Calls ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  call(node: any, want?: FType): Typed {
    const callee = node.expression;
    if (ts.isIdentifier(callee) && this.t.lookup(callee.text) === null) {
      const d = this.t.context.sources.resolve(this.t.file, callee.text);
      if (d === null) throw this.t.error(callee, "unknown-name", `Unknown function "${callee.text}"`, "Declare or import it");
      if (d.k === "import") {
        const intrinsic = INTRINSICS.get(d.imported);
        if (intrinsic === undefined) throw this.t.error(callee, "intrinsic", `"${d.imported}" is not an intrinsic that can be called`);
        return intrinsic(this, node, want);
      }
      if (d.k !== "function") throw this.t.error(callee, "call", `"${callee.text}" is no function`);
      return this.callFunction(this.t.context.function(d), node.arguments, node, false);
    }
    if (ts.isPropertyAccessExpression(callee) && callee.expression.kind === ts.SyntaxKind.ThisKeyword) {
      return machineCall(this, callee.name.text, node);
    }
    return this.callSlot(node, false);
  }

  callFunction(entry: FunctionEntry, args: readonly any[], node: any, attempt: boolean): Typed {
    if (args.length !== entry.params.length) {
      throw this.t.error(node, "arity", `"${entry.declaration.name}" takes ${entry.params.length} arguments, not ${args.length}`);
    }
    const values = this.list(args, entry.params);
    return this.emitCall(entry, values, attempt);
  }

  emitCall(entry: FunctionEntry, values: Expr[], attempt: boolean): Typed {
    const results = entry.fn.results.map((type) => this.temporary(type));
    this.t.emit({ k: "call", fn: entry.fn, args: values, results, attempt, spill: { locals: [], resume: null } });
    if (results.length === 1) return { e: { k: "get", type: entry.fn.results[0], local: results[0] }, type: readType(entry.result) };
    return { e: this.constant("i32", 0), type: entry.result };
  }

  callSlot(node: any, attempt: boolean): Typed {
    const callee = this.value(node.expression);
    if (callee.type.k !== "slot") throw this.t.error(node, "call", `${typeName(callee.type)} cannot be called`);
    const start = this.t.out.length;
    const args = this.list(node.arguments, callee.type.params);
    const done = [callee.e];
    if (this.t.out.length > start) this.settle(done, start);
    const signature = this.t.context.signature(callee.type);
    const types = resultTypes(callee.type.result);
    const results = types.map((type) => this.temporary(type));
    this.t.emit({ k: "callSlot", slot: done[0], signature, args, results, attempt, spill: { locals: [], resume: null } });
    if (results.length === 1) return { e: { k: "get", type: types[0], local: results[0] }, type: callee.type.result };
    return { e: this.constant("i32", 0), type: callee.type.result };
  }

  /** A call with several results. */
  tupleCall(node: any): { results: number[]; types: FType[] } {
    const inner = ts.isParenthesizedExpression(node) ? node.expression : node;
    if (ts.isConditionalExpression(inner)) return this.tupleConditional(inner);
    if (!ts.isCallExpression(inner)) throw this.t.error(node, "tuple", "Only a call gives several results");
    const before = this.t.out.length;
    const v = this.call(inner, undefined);
    if (v.type.k !== "tuple") throw this.t.error(node, "tuple", "This call gives one result");
    const last: any = this.t.out[this.t.out.length - 1];
    if (this.t.out.length === before || last.results === undefined) return { results: (v as any).results, types: v.type.items };
    return { results: (v as any).results ?? last.results, types: v.type.items.map(readType) };
  }

  private tupleConditional(node: any): { results: number[]; types: FType[] } {
    const test = this.condition(node.condition);
    let types: FType[] = [];
    let results: number[] = [];
    const arm = (side: any) =>
      this.t.collect(() => {
        const v = this.tupleCall(side);
        if (results.length === 0) {
          types = v.types;
          results = types.map((t) => this.temporary(machineType(t)!));
        }
        v.results.forEach((r, i) => {
          this.t.emit({ k: "set", local: results[i], value: { k: "get", type: machineType(types[i])!, local: r } });
        });
      });
    const then = arm(node.whenTrue);
    this.t.emit({ k: "if", test, then, else: arm(node.whenFalse) });
    return { results, types };
  }

  functionNamed(node: any): FunctionEntry {
    const d: Declaration | null = ts.isIdentifier(node) ? this.t.context.sources.resolve(this.t.file, node.text) : null;
    if (d === null || d.k !== "function") throw this.t.error(node, "slot", "A function of a definition file is needed here");
    return this.t.context.function(d);
  }

  layoutNamed(node: any): LayoutInfo {
    const d: Declaration | null = ts.isIdentifier(node) ? this.t.context.sources.resolve(this.t.file, node.text) : null;
    if (d?.k === "class" && d.role === "layout") return this.t.context.layout(d);
    if (d?.k === "import" && d.imported === "Code") return this.t.context.codeLayout();
    throw this.t.error(node, "layout", "A layout is needed here");
  }
}

const K = ts.SyntaxKind;
const COMPOUND: Record<number, number> = {
  [K.PlusEqualsToken]: K.PlusToken,
  [K.MinusEqualsToken]: K.MinusToken,
  [K.AsteriskEqualsToken]: K.AsteriskToken,
  [K.SlashEqualsToken]: K.SlashToken,
  [K.PercentEqualsToken]: K.PercentToken,
  [K.AmpersandEqualsToken]: K.AmpersandToken,
  [K.BarEqualsToken]: K.BarToken,
  [K.CaretEqualsToken]: K.CaretToken,
  [K.LessThanLessThanEqualsToken]: K.LessThanLessThanToken,
  [K.GreaterThanGreaterThanEqualsToken]: K.GreaterThanGreaterThanToken,
  [K.GreaterThanGreaterThanGreaterThanEqualsToken]: K.GreaterThanGreaterThanGreaterThanToken,
};
