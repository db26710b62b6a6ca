/** Every rewrite of integer operations with a constant, or with one operand twice, against the operation table: all values of 8 bits. */

import { operation, OPERATIONS } from "../../../toolkit/machine/operations.ts";
import { fold, type Knowledge } from "../../../toolkit/optimize/fold.ts";
import { Graph, type Node, Path } from "../../../toolkit/trace/nodes.ts";

/** Knows nothing: only the rules speak. */
class Nothing implements Knowledge {
  readonly graph = new Graph(new Path(null));
  constantOf(n: Node): Node | null {
    return n.kind === "const" ? n : null;
  }
  truthOf(): number | null {
    return null;
  }
  notNil(): boolean {
    return false;
  }
  isVirtual(): boolean {
    return false;
  }
}

function evaluate(n: Node, x: Node, value: number | bigint): number | bigint {
  if (n === x) return value;
  if (n.kind === "const") return n.value;
  return n.op!.evaluate(...n.args.map((a) => evaluate(a, x, value)));
}

const BYTES = Array.from({ length: 256 }, (_, i) => i - 128);

function check(name: string, folded: Node, x: Node, expected: (v: number | bigint) => number | bigint): void {
  for (const byte of BYTES) {
    const v = x.type === "i32" ? byte : BigInt(byte);
    const want = expected(v), got = evaluate(folded, x, v);
    if (got !== want) throw new Error(`${name} of ${v}: ${got}, expected ${want}`);
  }
}

for (const type of ["i32", "i64"] as const) {
  const of = (n: number) => type === "i32" ? n : BigInt(n);
  const binary = [...OPERATIONS.values()].filter((o) => o.params.length === 2 && o.params.every((p) => p === type));

  for (const op of binary) {
    Deno.test(`fold() keeps the meaning of ${op.name}`, () => {
      for (const byte of BYTES) {
        const k = new Nothing(), x = k.graph.phi(type), c = k.graph.constant(type, of(byte));
        if (!(op.traps && byte === 0)) check(`${op.name} x ${byte}`, fold(k, op, [x, c]), x, (v) => op.evaluate(v, of(byte)));
        if (!op.traps) check(`${op.name} ${byte} x`, fold(k, op, [c, x]), x, (v) => op.evaluate(of(byte), v));
      }
      const k = new Nothing(), x = k.graph.phi(type);
      if (!op.traps) check(`${op.name} x x`, fold(k, op, [x, x]), x, (v) => op.evaluate(v, v));
    });
  }

  Deno.test(`fold() keeps the meaning of added constants (${type})`, () => {
    const add = operation(`${type}.add`);
    for (const a of BYTES) {
      for (const b of [-128, -1, 0, 1, 77, 127]) {
        const k = new Nothing(), x = k.graph.phi(type);
        const inner = fold(k, add, [x, k.graph.constant(type, of(a))]);
        check(
          `x + ${a} + ${b}`,
          fold(k, add, [inner, k.graph.constant(type, of(b))]),
          x,
          (v) => add.evaluate(add.evaluate(v, of(a)), of(b)),
        );
      }
    }
  });

  Deno.test(`fold() keeps the meaning of negated comparisons (${type})`, () => {
    for (const op of binary.filter((o) => o.result === "i32" && /\.(eq|ne|lt|le|gt|ge)/.test(o.name))) {
      for (const byte of BYTES) {
        const k = new Nothing(), x = k.graph.phi(type);
        const inner = fold(k, op, [x, k.graph.constant(type, of(byte))]);
        const eqz = operation("i32.eqz");
        check(`not ${op.name} ${byte}`, fold(k, eqz, [inner]), x, (v) => eqz.evaluate(op.evaluate(v, of(byte))));
      }
    }
  });
}

Deno.test("fold() keeps the meaning of boxed integers: is, of, fits", () => {
  for (const byte of BYTES) {
    const k = new Nothing(), x = k.graph.phi("i64");
    const boxed = fold(k, operation("int.box"), [x]);
    const back = fold(k, operation("int.of"), [boxed]);
    if (evaluate(back, x, BigInt(byte)) !== BigInt(byte)) throw new Error(`int.of(int.box(${byte}))`);
    const is = fold(k, operation("int.is"), [boxed]);
    if (is.kind !== "const" || is.value !== 1) throw new Error("int.is(int.box x) is not 1");
    const other = fold(k, operation("float.is"), [boxed]);
    if (other.kind !== "const" || other.value !== 0) throw new Error("float.is(int.box x) is not 0");
  }
});
