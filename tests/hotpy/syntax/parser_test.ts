/** Entry points of the parser, and sources built to exhaust it. */

import { deepStrictEqual as assertEquals, ok as assert } from "node:assert";
import { isIncomplete, parseExpression, parseInteractive, parseModule, PythonSyntaxError, Source } from "../../../hotpy/syntax/parser.ts";

function failure(parse: () => unknown): PythonSyntaxError {
  try {
    parse();
  } catch (e) {
    if (e instanceof PythonSyntaxError) return e;
    throw e;
  }
  throw new Error("no error");
}

/** `ok`, or the class and message of the error. */
function outcome(text: string): string {
  try {
    parseModule(text);
    return "ok";
  } catch (e) {
    if (!(e instanceof PythonSyntaxError)) throw e;
    return `${e.type}: ${e.message}`;
  }
}

const TOO_COMPLEX = "MemoryError: Parser stack overflowed - Python source too complex to parse";

Deno.test("parseModule() gives nodes offsets into the text", () => {
  const { tree, source } = parseModule("x = f(a, b=1)  # c\n");
  const statement = tree.body[0];
  assert(statement.kind === "Assign");
  assertEquals(source.text.slice(statement.start, statement.end), "x = f(a, b=1)");
  assertEquals(source.text.slice(statement.value.start, statement.value.end), "f(a, b=1)");
});

Deno.test("parseModule() takes bytes and a Source", () => {
  assertEquals(parseModule(new TextEncoder().encode("x")).tree.body.length, 1);
  assertEquals(parseModule(new Source("f.py", "x\ny")).tree.body.length, 2);
});

Deno.test("parseModule() collects warnings in the order of the source", () => {
  const { warnings } = parseModule("'\\d'\nx = 1if y else '\\q'\n");
  assertEquals(warnings.map(({ line, message }) => [line, message.slice(0, 7)]), [[1, '"\\d" is'], [2, "invalid"], [2, '"\\q" is']]);
});

Deno.test("parseExpression() takes one expression", () => {
  assertEquals(parseExpression("a, b\n\n").tree.body.kind, "Tuple");
  assertEquals(failure(() => parseExpression("x = 1")).message, "invalid syntax");
  assertEquals(failure(() => parseExpression("a\nb")).line, 2);
});

Deno.test("parseInteractive() takes one statement", () => {
  assertEquals(parseInteractive("x = 1; y\n").tree.body.length, 2);
  assertEquals(parseInteractive("").tree.body.length, 0);
  assertEquals(failure(() => parseInteractive("a\nb")).message, "multiple statements found while compiling a single statement");
});

Deno.test("isIncomplete() tells the start of a statement from a mistake", () => {
  const more = ["x = (", "if a:", "if a:\n  x", "def f():", "@a", "'''abc", "x = \\", "f'''{", "f'{", "try:\n  x", "match a:\n case b: c"];
  const done = ["", "x", "x =", "if a:\n  x\n", "'abc", "a b", "x = 1;", ")", "# c", "a +", "class A", "else:"];
  assertEquals(more.filter((text) => !isIncomplete(text)), []);
  assertEquals(done.filter(isIncomplete), []);
});

Deno.test("nesting beyond a limit fails cleanly", () => {
  assertEquals(outcome("(".repeat(10000) + "a" + ")".repeat(10000)), "SyntaxError: too many nested parentheses");
  assertEquals(outcome("-".repeat(10000) + "a"), TOO_COMPLEX);
  assertEquals(outcome("not ".repeat(10000) + "a"), TOO_COMPLEX);
  assertEquals(outcome("lambda:".repeat(10000) + "a"), TOO_COMPLEX);
  assertEquals(outcome("a" + "**a".repeat(10000)), TOO_COMPLEX);
  assertEquals(outcome("a if b else ".repeat(10000) + "a"), TOO_COMPLEX);
  assertEquals(outcome("f'{".repeat(200) + "1" + "}'".repeat(200)), "SyntaxError: too many nested f-strings or t-strings");
});

Deno.test("nesting up to a limit parses", () => {
  assertEquals(outcome("f(".repeat(200) + "a" + ")".repeat(200)), "ok");
  assertEquals(outcome("-".repeat(900) + "a"), "ok");
  assertEquals(outcome("match a:\n case " + "[".repeat(190) + "b" + "]".repeat(190) + ": pass"), "ok");
});

Deno.test("chains need no stack", () => {
  assertEquals(outcome("a" + " + a".repeat(100000)), "ok");
  assertEquals(outcome("a" + ".b".repeat(100000)), "ok");
  assertEquals(outcome("a" + "()".repeat(100000)), "ok");
  assertEquals(outcome("if a: pass\n" + "elif b: pass\n".repeat(5000)), "ok");
  assertEquals(outcome("x = [" + "1234567, ".repeat(120000) + "]"), "ok");
  assertEquals(outcome("a" + " + a".repeat(100000) + " b"), "SyntaxError: invalid syntax");
});

Deno.test("an error deep in brackets is found in time linear in the depth", () => {
  for (const [open, close] of ["()", "[]", "{}", ["f(", ")"], ["f(a for a in ", ")"], ["{a: ", "}"], ["a[", "]"]]) {
    const begin = performance.now();
    assert(outcome(open.repeat(150) + "a." + close.repeat(150)) !== "ok");
    assert(performance.now() - begin < 1000, open);
  }
});
