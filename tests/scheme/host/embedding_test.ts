/** Embedding: values both ways, procedures, errors, limits, capabilities. */

import { deepStrictEqual as assertEquals, ok as assert, throws as assertThrows } from "node:assert";
import { LimitError, loadScheme, SchemeChar, SchemeComplex, SchemeError, SchemePair, SchemeProxy, SchemeRatio } from "../../../mod.ts";

/** What a call throws. */
function thrown(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error("Nothing was thrown");
}

Deno.test("evaluate gives values of JavaScript", async () => {
  using scheme = await loadScheme();
  const rows: [string, unknown][] = [
    ["42", 42],
    ["-1", -1],
    ["(expt 2 70)", 1n << 70n],
    ["9007199254740993", 9007199254740993n],
    ["1.5", 1.5],
    ["+nan.0", NaN],
    ["-0.0", -0],
    ["1/2", new SchemeRatio(1n, 2n)],
    ["1+2i", new SchemeComplex(1n, 2n)],
    ["#t", true],
    ['"λ\\n"', "λ\n"],
    ["'sym", Symbol.for("sym")],
    ["#\\a", new SchemeChar(97)],
    ["'()", []],
    ['\'(1 (2 "x"))', [1, [2, "x"]]],
    ["#(1 2)", [1, 2]],
    ["'(1 . 2)", new SchemePair(1n, 2n)],
    ["#u8(1 255)", new Uint8Array([1, 255])],
    ["(if #f #f)", undefined],
    ["(list (if #f #f))", [undefined]],
    ["(values 1 2)", [1, 2]],
    ["(values)", []],
    ["(define x 5) (+ x 1)", 6],
  ];
  const plain = (x: unknown): unknown => x instanceof SchemePair ? [Number(x.car), Number(x.cdr)] : x;
  for (const [text, expected] of rows) assertEquals([text, plain(scheme.evaluate(text))], [text, plain(expected)]);
});

Deno.test("define gives the guest values, and evaluate gives them back", async () => {
  using scheme = await loadScheme();
  const values = [1, 2n ** 64n, 1.5, "text", true, Symbol.for("s"), [1, ["x"]], new Uint8Array([1]), new SchemeRatio(1n, 3n), undefined];
  for (const value of values) {
    scheme.define("value", value);
    assertEquals(scheme.evaluate("value"), value);
  }
  scheme.define("nothing", null);
  assertEquals(scheme.evaluate("nothing"), undefined);
  scheme.define("number", 2);
  assertEquals(scheme.evaluate("(exact? number)"), true);
  assertThrows(() => scheme.define("map", new Map() as never), /An object of the class Map cannot be given to Scheme/);
});

Deno.test("functions are procedures, procedures are proxies", async () => {
  using scheme = await loadScheme();
  scheme.define("add", (a: number, b: number) => a + b);
  assertEquals(scheme.evaluate("(map add '(1 2) '(10 20))"), [11, 22]);
  assertEquals(scheme.evaluate("(procedure? add)"), true);
  using twice = scheme.evaluate("(lambda (x) (* 2 x))") as SchemeProxy;
  assert(twice instanceof SchemeProxy);
  assertEquals([twice.call(21), String(twice)], [42, "#<procedure>"]);
  scheme.define("call-it", (f: SchemeProxy, x: number) => f.call(x));
  assertEquals(scheme.evaluate("(call-it (lambda (x) (list x x)) 3)"), [3, 3]);
  scheme.define("twice", twice);
  assertEquals(scheme.evaluate("(twice 4)"), 8);
  assert(scheme.evaluate("(eq? twice twice)"));
  scheme.define("fails", () => {
    throw new Error("from JavaScript");
  });
  assertEquals(scheme.evaluate("(guard (e (#t (error-object-message e))) (fails))"), "from JavaScript");
  scheme.define("later", () => Promise.resolve(1));
  assertThrows(() => scheme.evaluate("(later)"), /Promise cannot be given to Scheme/);
});

Deno.test("errors are SchemeErrors with kind and backtrace; the VM goes on", async () => {
  using scheme = await loadScheme();
  const error = thrown(() => scheme.evaluate("(define (f x)\n  (+ 1 (car x)))\n(f 5)", { filename: "a.scm" })) as SchemeError;
  assert(error instanceof SchemeError);
  assertEquals([error.kind, error.message], ["type", "error: car: argument 1 must be a pair, not 5\n  at f (a.scm:2:8)\n  at a.scm:3:1"]);
  const kinds: [string, string][] = [
    ["(raise 1)", "raise"],
    ['(error "x")', "error"],
    ["(no-such-thing)", "unbound"],
    ["(vector-ref (vector) 0)", "range"],
    ["((lambda (x) x))", "arity"],
    ["(quotient 1 0)", "divide"],
    ["(if)", "syntax"],
    ["(", "syntax"],
    ["(exit 3)", "exit"],
    ['(open-input-file "/none")', "file"],
  ];
  for (const [text, kind] of kinds) assertEquals([text, (thrown(() => scheme.evaluate(text)) as SchemeError).kind], [text, kind]);
  assertEquals(scheme.evaluate("(+ 1 2)"), 3);
});

Deno.test("limits end a call", async () => {
  using scheme = await loadScheme({ limits: { timeoutMs: 100 }, stdout: () => {} });
  const error = thrown(() => scheme.evaluate("(let loop () (loop))"));
  assert(error instanceof LimitError && error.limit === "time", String(error));
  assertEquals(scheme.evaluate("1"), 1);
  scheme.setLimits({ steps: 10_000 });
  const steps = thrown(() => scheme.evaluate("(let loop ((i 0)) (loop (+ i 1)))"));
  assert(steps instanceof LimitError && steps.limit === "steps", String(steps));
  scheme.setLimits({ outputBytes: 1000 });
  const output = thrown(() => scheme.evaluate('(let loop () (write-string "some text") (flush-output-port) (loop))'));
  assert(output instanceof LimitError && output.limit === "output", String(output));
  scheme.setLimits({ memoryBytes: 64 * 2 ** 20 });
  const memory = thrown(() => scheme.evaluate("(let loop ((l '())) (loop (cons 1 l)))"));
  assert(memory instanceof LimitError && memory.limit === "memory", String(memory));
  scheme.setLimits({});
  assertEquals(scheme.evaluate("2"), 2);
  await loadScheme({ limits: { steps: -1 } }).then(() => assert(false), (error) => assert(error instanceof RangeError));
});

Deno.test("streams and files are those that were given", async () => {
  const lines: string[] = [], input = ["one", "two"];
  using scheme = await loadScheme({
    stdout: (line) => lines.push(line),
    stderr: (line) => lines.push(`! ${line}`),
    stdin: () => input.shift(),
    files: {
      "/lib/mine.sld": "(define-library (lib mine) (import (scheme base)) (export x) (begin (define x 'mine)))",
      "data.txt": "(1 2)",
    },
    env: { KEY: "value" },
    args: ["name", "arg"],
  });
  scheme.evaluate('(display "out") (newline) (display "rest") (write-string "err\\n" (current-error-port))');
  assertEquals(lines.sort(), ["! err", "out", "rest"]);
  assertEquals(scheme.evaluate("(let* ((a (read-line)) (b (read-line)) (c (read-line))) (list a b (eof-object? c)))"), [
    "one",
    "two",
    true,
  ]);
  assertEquals(scheme.evaluate("(import (lib mine)) x"), Symbol.for("mine"));
  assertEquals(scheme.evaluate('(call-with-input-file "/data.txt" read)'), [1, 2]);
  assertEquals(scheme.evaluate('(list (command-line) (get-environment-variable "KEY") (get-environment-variable "HOME"))'), [
    ["name", "arg"],
    "value",
    false,
  ]);
  assertEquals((thrown(() => scheme.evaluate('(open-output-file "/new")')) as SchemeError).kind, "file");
  assertEquals((thrown(() => scheme.evaluate('(open-input-file "/etc/passwd")')) as SchemeError).kind, "file");
  scheme.writeFile("/later.txt", "text");
  assertEquals(scheme.evaluate('(file-exists? "/later.txt")'), true);
});

Deno.test("two Schemes share nothing", async () => {
  using one = await loadScheme(), two = await loadScheme();
  one.define("x", 1);
  two.define("x", 2);
  assertEquals([one.evaluate("x"), two.evaluate("x")], [1, 2]);
});
