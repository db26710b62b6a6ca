import { deepStrictEqual, strictEqual, throws } from "node:assert";
import { MachineError } from "../../../toolkit/machine/errors.ts";
import { parseFunction, parseProgram } from "../../../toolkit/machine/parse.ts";
import { printFunction, printProgram } from "../../../toolkit/machine/print.ts";
import { RandomTrees } from "./random_trees.ts";

Deno.test("parseProgram() reads back what printProgram() wrote, for 300 random programs", () => {
  for (let seed = 0; seed < 300; seed++) {
    const program = new RandomTrees(seed).program();
    const text = printProgram(program);
    const parsed = parseProgram(text);
    deepStrictEqual(parsed, program, `seed ${seed}`);
    strictEqual(printProgram(parsed), text);
  }
});

const SUM = `(function file.sum (param n i32) (result i64)
  (effects (regions)) (inlining residual) (where file.ts:1)
  (local i i32) (local s i64)
  (loop 1
    (if (i32.ge_s $i $n)
      (then
        (return $s)))
    (set $s (i64.add $s (i64.extend_i32_s $i)))
    (set $i (i32.add $i 1))))`;

Deno.test("printFunction() writes one statement per line, as documented", () => {
  strictEqual(printFunction(parseFunction(SUM)), SUM);
});

Deno.test("parseFunction() keeps functions, regions and recursion shared", () => {
  const fn = parseFunction("(function f (param p ref) (result i32) (return (i32.add (load i32 A.b (at $p 8)) (load i32 A.b (at $p 8)))))");
  const add = (fn.body[0] as any).values[0];
  strictEqual(add.args[0].region, add.args[1].region);
  const loop = parseFunction("(function f (call f))");
  strictEqual((loop.body[0] as any).fn, loop);
});

Deno.test("parseFunction() names the place of an error", () => {
  const message = (text: string) => {
    let found = "";
    throws(() => parseFunction(text), (e) => (found = (e as Error).message, e instanceof MachineError));
    return found;
  };
  strictEqual(
    message("(function f\n  (frobnicate))"),
    'Cannot parse the text form: Unknown statement "frobnicate" (in line 2, column 3)',
  );
  strictEqual(message("(function f (set $x 1))"), 'Cannot parse the text form: Unknown local "$x" (in line 1, column 18)');
  strictEqual(message("(function f"), "Cannot parse the text form: A list is not closed (in line 1, column 1)");
  strictEqual(message("(function f (break x))"), 'Cannot parse the text form: Expected a number, found "x" (in line 1, column 20)');
});
