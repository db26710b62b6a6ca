/**
 * Folding of operations on trace nodes: constants, the laws of the tag operations, and algebraic identities.
 *
 * Input: an operation and its operands; output: an existing node that is equal, or null. Every rule must hold for all
 * words; the integer rules are checked exhaustively at 8 bits by `tests/toolkit/optimize`.
 */

import type { Operation } from "../machine/operations.ts";
import { operation, OPERATIONS, TAG_CLASSES } from "../machine/operations.ts";
import type { Graph, Node } from "../trace/nodes.ts";

/** What is known of nodes where folding happens. */
export interface Knowledge {
  graph: Graph;
  /** The node's constant, if a guard has established one. */
  constantOf(n: Node): Node | null;
  /** Truth of an existing condition `name(args)`, if established. */
  truthOf(name: string, args: readonly Node[]): number | null;
  /** True for an object that nothing outside the trace refers to. */
  isVirtual(n: Node): boolean;
  /** True if a ref node is certainly not nil. */
  notNil(n: Node): boolean;
}

type Rule = (k: Knowledge, args: readonly Node[]) => Node | null;

/** By the operation's number. */
const rules: Rule[][] = Array.from({ length: OPERATIONS.size }, () => []);
function rule(names: string, f: Rule): void {
  for (const name of names.split(" ")) rules[operation(name).index].push(f);
}

const constant = (k: Knowledge, type: "i32" | "i64" | "f64" | "value" | "ref", v: number | bigint) => k.graph.constant(type, v);
const bool = (k: Knowledge, b: boolean) => k.graph.constant("i32", b ? 1 : 0);
const isOp = (n: Node, name: string) => n.kind === "op" && n.op!.name === name;
const isConst = (n: Node, v?: number | bigint) => n.kind === "const" && (v === undefined || n.value === v);

/** Result of `operation(args)`, simplified as far as the rules go; makes the node when none applies. */
export function fold(k: Knowledge, op: Operation, operands: readonly Node[]): Node {
  let args: Node[] = [];
  let constants = 0;
  for (const a of operands) {
    const known = k.constantOf(a) ?? a;
    if (known.kind === "const") constants++;
    args.push(known);
  }
  if (constants === args.length && op.name !== "memory.size" && op.name !== "memory.grow") {
    const values = args.map((a) => a.value);
    if (!op.traps || BigInt(values[1]) !== 0n) return k.graph.constant(op.result, op.evaluate(...values));
  }
  if (op.commutative && args[0].kind === "const" && args[1].kind !== "const") args = [args[1], args[0]];
  for (const r of rules[op.index]) {
    const found = r(k, args);
    if (found !== null) return k.constantOf(found) ?? found;
  }
  const node = k.graph.op(op, args);
  return k.constantOf(node) ?? node;
}

// ── Tags ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const { test, box, unbox } of TAG_CLASSES) {
  rule(test, (k, [v]) => {
    if (v.kind === "box64") {
      if (test === "int.is") return fold(k, operation("int.fits"), [v.args[0]]);
      if (test === "ref.is") return fold(k, operation("i32.eqz"), [fold(k, operation("int.fits"), [v.args[0]])]);
      return bool(k, false);
    }
    for (const c of TAG_CLASSES) {
      if (isOp(v, c.box)) {
        if (c.test !== test) return bool(k, false); // the nil reference is word 0, which belongs to no class
        return test === "ref.is" ? fold(k, operation("i32.eqz"), [fold(k, operation("ref.is_nil"), [v.args[0]])]) : bool(k, true);
      }
      if (c.test !== test && k.truthOf(c.test, [v]) === 1) return bool(k, false);
    }
    return null;
  });
  rule(unbox, (_k, [v]) => isOp(v, box) ? v.args[0] : null);
  rule(box, (k, [x]) => isOp(x, unbox) && k.truthOf(test, [x.args[0]]) === 1 ? x.args[0] : null);
}

rule("int.of", (_k, [v]) => v.kind === "box64" ? v.args[0] : null);
rule("value.eq", (k, [a, b]) => {
  if (a === b) return bool(k, true);
  const x = a.kind === "box64" ? a.args[0] : isOp(a, "int.box") ? a.args[0] : null;
  const y = b.kind === "box64" ? b.args[0] : isOp(b, "int.box") ? b.args[0] : null;
  if (x !== null && y !== null && a.kind === b.kind && a.kind === "op") return fold(k, operation("i64.eq"), [x, y]);
  const selected = selectEquals(k, a, b) ?? selectEquals(k, b, a);
  if (selected !== null) return selected;
  const ca = classOf(k, a), cb = classOf(k, b);
  if (ca !== null && cb !== null && ca !== cb) return bool(k, false);
  for (const x of [a, b]) if (isOp(x, "value.from_ref") && k.isVirtual(x.args[0])) return bool(k, false);
  if (isOp(a, "value.from_ref") && isOp(b, "value.from_ref")) return fold(k, operation("ref.eq"), [a.args[0], b.args[0]]);
  if (isOp(a, "value.from_ref") && isConst(b, 0n)) return fold(k, operation("ref.is_nil"), [a.args[0]]);
  return null;
});

/** `select(c, K1, K2) == K` for constants. */
function selectEquals(k: Knowledge, a: Node, b: Node): Node | null {
  if (!isOp(a, "value.select") || !isConst(b)) return null;
  const [c, x, y] = a.args;
  if (!isConst(x) || !isConst(y)) return null;
  const first = x.value === b.value, second = y.value === b.value;
  if (first === second) return bool(k, first);
  return first ? truth(k, c) : fold(k, operation("i32.eqz"), [c]);
}

const BOOLEAN = new Set([
  "i32.eqz",
  "i64.eqz",
  "ref.is_nil",
  "ref.eq",
  "value.eq",
  "int.is",
  "float.is",
  "ref.is",
  "special.is",
  "char.is",
  "int.fits",
]);
for (const t of ["i32", "i64", "f64"]) {
  for (const c of ["eq", "ne", "lt_s", "lt_u", "gt_s", "gt_u", "le_s", "le_u", "ge_s", "ge_u", "lt", "gt", "le", "ge"]) {
    BOOLEAN.add(`${t}.${c}`);
  }
}

/** True for nodes that are 0 or 1. */
export function isBoolean(n: Node): boolean {
  return n.kind === "op" && BOOLEAN.has(n.op!.name);
}

function truth(k: Knowledge, c: Node): Node {
  return isBoolean(c) || c.kind === "const" ? c : fold(k, operation("i32.ne"), [c, constant(k, "i32", 0)]);
}

/** The tag class of a value, where it is known: the name of its test. */
export function classOf(k: Knowledge, v: Node): string | null {
  if (v.kind === "box64") return "i64";
  if (v.type !== "value") return null;
  if (v.kind === "const") {
    if (v.value === 0n) return "nil";
    for (const c of TAG_CLASSES) if (operation(c.test).evaluate(v.value) === 1) return c.test === "int.is" ? "i64" : c.test;
    return null;
  }
  for (const c of TAG_CLASSES) {
    if (c.test !== "ref.is" && isOp(v, c.box)) return c.test === "int.is" ? "i64" : c.test;
    if (c.test !== "ref.is" && k.truthOf(c.test, [v]) === 1) return c.test === "int.is" ? "i64" : c.test;
  }
  return null;
}

// ── Booleans ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const NEGATED: Record<string, string> = {
  "i32.eq": "i32.ne",
  "i32.ne": "i32.eq",
  "i32.lt_s": "i32.ge_s",
  "i32.ge_s": "i32.lt_s",
  "i32.gt_s": "i32.le_s",
  "i32.le_s": "i32.gt_s",
  "i32.lt_u": "i32.ge_u",
  "i32.ge_u": "i32.lt_u",
  "i64.eq": "i64.ne",
  "i64.ne": "i64.eq",
  "i64.lt_s": "i64.ge_s",
  "i64.ge_s": "i64.lt_s",
  "i64.gt_s": "i64.le_s",
  "i64.le_s": "i64.gt_s",
  "f64.eq": "f64.ne",
  "f64.ne": "f64.eq",
};

rule("i32.eqz", (k, [c]) => {
  if (isOp(c, "i32.eqz") && isBoolean(c.args[0])) return c.args[0];
  const negated = c.kind === "op" ? NEGATED[c.op!.name] : undefined;
  return negated === undefined ? null : fold(k, operation(negated), c.args);
});
rule("i32.ne", (_k, [a, b]) => isConst(b, 0) && isBoolean(a) ? a : null);
rule(
  "i32.eq",
  (k, [a, b]) => isConst(b, 0) && isBoolean(a) ? fold(k, operation("i32.eqz"), [a]) : isConst(b, 1) && isBoolean(a) ? a : null,
);
rule("i32.and", (k, [a, b]) => isConst(b, 1) && isBoolean(a) ? a : isConst(b, 0) ? constant(k, "i32", 0) : null);

// ── References ───────────────────────────────────────────────────────────────────────────────────────────────────────

rule("ref.is_nil", (k, [r]) => {
  if (r.kind === "new" || k.notNil(r)) return bool(k, false);
  if (isOp(r, "ref.from_value") && k.truthOf("ref.is", [r.args[0]]) === 1) return bool(k, false);
  return null;
});
rule("ref.eq", (k, [a, b]) => {
  if (a === b) return bool(k, true);
  if (a.kind === "new" && b.kind === "new") return bool(k, false);
  if (k.isVirtual(a) || k.isVirtual(b)) return bool(k, false);
  if ((a.kind === "new" && b.kind === "const") || (b.kind === "new" && a.kind === "const")) return bool(k, false);
  if (isConst(b, 0)) return fold(k, operation("ref.is_nil"), [a]);
  return null;
});

// ── Arithmetic ───────────────────────────────────────────────────────────────────────────────────────────────────────

for (const t of ["i32", "i64"] as const) {
  const zero = t === "i32" ? 0 : 0n, one = t === "i32" ? 1 : 1n, ones = t === "i32" ? -1 : -1n;
  rule(`${t}.add ${t}.or ${t}.xor ${t}.shl ${t}.shr_s ${t}.shr_u ${t}.sub`, (_k, [a, b]) => isConst(b, zero) ? a : null);
  rule(`${t}.mul ${t}.div_s ${t}.div_u`, (_k, [a, b]) => isConst(b, one) ? a : null);
  rule(`${t}.mul ${t}.and`, (k, [_a, b]) => isConst(b, zero) ? constant(k, t, zero) : null);
  rule(`${t}.and`, (_k, [a, b]) => isConst(b, ones) || a === b ? a : null);
  rule(`${t}.or`, (_k, [a, b]) => a === b ? a : null);
  rule(`${t}.sub ${t}.xor`, (k, [a, b]) => a === b ? constant(k, t, zero) : null);
  rule(`${t}.eq ${t}.le_s ${t}.ge_s ${t}.le_u ${t}.ge_u`, (k, [a, b]) => a === b ? bool(k, true) : null);
  rule(`${t}.ne ${t}.lt_s ${t}.gt_s ${t}.lt_u ${t}.gt_u`, (k, [a, b]) => a === b ? bool(k, false) : null);
  // (x + c1) + c2
  rule(`${t}.add`, (k, [a, b]) => {
    if (b.kind !== "const" || !isOp(a, `${t}.add`) || a.args[1].kind !== "const") return null;
    const sum = operation(`${t}.add`).evaluate(a.args[1].value, b.value);
    return fold(k, operation(`${t}.add`), [a.args[0], constant(k, t, sum)]);
  });
}
rule("f64.mul f64.div", (_k, [a, b]) => isConst(b, 1) ? a : null);
rule("i32.wrap_i64", (_k, [x]) => isOp(x, "i64.extend_i32_s") || isOp(x, "i64.extend_i32_u") ? x.args[0] : null);
rule("int.fits", (k, [x]) => {
  if (isOp(x, "int.of") || isOp(x, "i64.extend_i32_s") || isOp(x, "i64.extend_i32_u")) return bool(k, true);
  return null;
});
rule("ref.address", (_k, [x]) => isOp(x, "ref.from_address") ? x.args[0] : null);
rule("ref.from_address", (_k, [x]) => isOp(x, "ref.address") ? x.args[0] : null);
rule("value.word", (_k, [x]) => isOp(x, "value.from_word") ? x.args[0] : null);
rule("value.from_word", (_k, [x]) => isOp(x, "value.word") ? x.args[0] : null);
for (const t of ["i32", "i64", "f64", "value", "ref"]) {
  rule(`${t}.select`, (k, [c, a, b]) => a === b ? a : c.kind === "const" ? (c.value !== 0 ? a : b) : (void k, null));
}
