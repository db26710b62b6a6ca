/** Size limits, docstrings, options, folding and unparsing. */

import { OP } from "../../../hotpy/compiler/bytecodes.ts";
import { constantText } from "../../../hotpy/compiler/disassemble.ts";
import { cleanDocstring } from "../../../hotpy/compiler/definitions.ts";
import { foldExpression } from "../../../hotpy/compiler/constants.ts";
import { type CodeUnit, compileToUnit } from "../../../hotpy/compiler/mod.ts";
import { unparse } from "../../../hotpy/compiler/unparse.ts";
import { parseExpression } from "../../../hotpy/syntax/parser.ts";
import { expectSame } from "./expect.ts";

const MANY = 100_000;

function repeat(piece: string, separator = ""): string {
  return Array.from({ length: MANY }, () => piece).join(separator);
}

for (
  const [name, source] of [
    ["a sum", `x = ${repeat("a", " + ")}`],
    ["a sum under future annotations", `from __future__ import annotations\nx: ${repeat("a", " + ")}`],
    ["a chain of calls", `x = a${repeat(".b(1)")}`],
    ["a chain of subscripts", `x = a${repeat("[0]")}`],
    ["elifs", `if a: pass\n${Array.from({ length: MANY / 10 }, (_, i) => `elif b == ${i}: c\n`).join("")}`],
    ["a list", `x = [${repeat("a", ", ")}]`],
    ["arguments", `f(${repeat("a", ", ")})`],
    ["keyword arguments", `f(${Array.from({ length: MANY }, (_, i) => `a${i}=1`).join(", ")})`],
    ["names", Array.from({ length: MANY }, (_, i) => `v${i} = ${i}\n`).join("")],
  ]
) {
  Deno.test(`compile copes with ${MANY} links of ${name}`, () => {
    compileToUnit(source, "t.py", "exec", OP);
  });
}

Deno.test("stack size stays small for long displays and calls", () => {
  const code = compileToUnit(`f([${repeat("a", ", ")}], ${repeat("b", ", ")})`, "t.py", "exec", OP);
  if (code.stackSize > 10) throw new Error(`Stack size ${code.stackSize}`);
});

Deno.test("cleanDocstring() removes the common indentation", () => {
  expectSame(cleanDocstring("  a\n    b\n      c\n\n   d\n  "), "a\n b\n   c\n\nd\n");
  expectSame(cleanDocstring("a\tb\n\tc"), "a       b\nc");
});

function nested(code: CodeUnit): CodeUnit {
  for (const constant of code.constants) if (constant.type === "code") return constant.code;
  throw new Error("No nested code");
}

Deno.test("optimize drops assert, then docstrings", () => {
  const source = "def f():\n  'doc'\n  assert a\n  return __debug__\n";
  const shown = [0, 1, 2].map((optimize) => {
    const code = nested(compileToUnit(source, "t.py", "exec", OP, { optimize }));
    return [code.constants.map(constantText).join(), code.names.join(), (code.flags & 0x4000000) !== 0];
  });
  expectSame(shown, [['"doc",True', "a", true], ['"doc",False', "", true], ["False", "", false]]);
});

Deno.test("future flags come from imports and from the caller", () => {
  const flags = (source: string, futureFlags = 0) => compileToUnit(source, "t.py", "exec", OP, { futureFlags }).flags;
  expectSame(flags("from __future__ import annotations, division"), 0x1020000);
  expectSame(flags("x: 1", 0x1000000), 0x1000000);
});

Deno.test("top-level await makes a coroutine where allowed", () => {
  const code = compileToUnit("await x\n", "t.py", "exec", OP, { allowTopLevelAwait: true });
  expectSame(code.flags & 128, 128);
});

Deno.test("foldExpression() folds what cannot raise and stays small", () => {
  const fold = (text: string) => {
    const constant = foldExpression(parseExpression(text).tree.body, 0);
    return constant === null ? null : constantText(constant);
  };
  const cases: [string, string | null][] = [
    ["1 + 2 * 3", "7"],
    ["-7 // 2", "-4"],
    ["-7 % 3", "2"],
    ["7 % -3", "-2"],
    ["2 ** 64", "18446744073709551616"],
    ["2 ** 1000", null],
    ["2 ** -1", null],
    ["1 << 200", null],
    ["1 // 0", null],
    ["1 / 2", "0.5"],
    ["1.5 + 1", "2.5"],
    ["True + True", "2"],
    ["True & False", "False"],
    ["not ()", "True"],
    ["~True", null],
    ["'a' 'b' + 'c'", '"abc"'],
    ["'ab' * 10000", null],
    ["(1, 2)[-1]", "2"],
    ["'abc'[5]", null],
    ["__debug__", "True"],
    ["f()", null],
  ];
  for (const [text, expected] of cases) expectSame([text, fold(text)], [text, expected]);
});

Deno.test("unparse() normalises space, quotes and parentheses", () => {
  const cases: [string, string][] = [
    ["a  [ b:c ,::2 ]", "a[b:c, ::2]"],
    ["((a+b))*c - (d-e)", "(a + b) * c - (d - e)"],
    ["2**-1**x", "2 ** (-1 ** x)"],
    ["(-2)**2", "(-2) ** 2"],
    ["not(a and b)or c", "not (a and b) or c"],
    ["lambda x,*y,z=1,**k:x", "lambda x, *y, z=1, **k: x"],
    ['"it\'s"', '"it\'s"'],
    ["f'{a!r:>{w}}{{'", "f'{a!r:>{w}}{{'"],
    ["{1:2,**a}", "{1: 2, **a}"],
    ["(a,)", "(a,)"],
    ["1e100+0.00001", "1e+100 + 1e-05"],
    ["[x for x in y if z]", "[x for x in y if z]"],
    ["a if b else c", "a if b else c"],
    ["(1).real", "1 .real"],
  ];
  for (const [text, expected] of cases) expectSame([text, unparse(parseExpression(text).tree.body)], [text, expected]);
});
