import { deepStrictEqual as assertEquals } from "node:assert";
import { type RaisedError, tracebackText } from "../../../hotpy/host/traceback.ts";
import { PythonSyntaxError } from "../../../hotpy/syntax/errors.ts";
import { parseModule } from "../../../hotpy/syntax/parser.ts";
import { syntaxErrorText } from "../../../hotpy/host/syntax_error_text.ts";
import cases from "./tracebacks.json" with { type: "json" };

const shown = (name: string) => name.replaceAll("\n", "⏎").slice(0, 60);

for (const { source, text, error } of cases) {
  Deno.test(`tracebackText as CPython: ${shown(source)}`, () => {
    const lines = source.split("\n");
    assertEquals(tracebackText(error as RaisedError, (filename) => filename === "f.py" ? lines : null), text);
  });
}

Deno.test("tracebackText without sources shows the places only", () => {
  const entry = { filename: "a.py", name: "f", line: 3, endLine: 3, column: 0, endColumn: 5 };
  const error: RaisedError = { type: "E", message: "", entries: [entry], notes: [], cause: null, context: null, suppressContext: false };
  const expected = 'Traceback (most recent call last):\n  File "a.py", line 3, in f\nE\n';
  assertEquals(tracebackText(error, () => null), expected);
  assertEquals(tracebackText(error, () => ["only one line"]), expected);
});

Deno.test("tracebackText ends with a chain that bites its tail", () => {
  const error: RaisedError = { type: "E", message: "m", entries: [], notes: [], cause: null, context: null, suppressContext: false };
  error.context = error;
  assertEquals(tracebackText(error, () => null), "E: m\n");
});

Deno.test("syntaxErrorText as CPython", () => {
  const texts: [string, string][] = [
    ["x = (1,\n", "    x = (1,\n        ^\nSyntaxError: '(' was never closed\n"],
    ["\tx = = 1\n".slice(1), "    x = = 1\n        ^\nSyntaxError: invalid syntax\n"],
    ["if 1:\n  a = 1\n    b = 2\n", "    b = 2\nIndentationError: unexpected indent\n"],
    ["é = 'abc\n", "    é = 'abc\n        ^\nSyntaxError: unterminated string literal (detected at line 1)\n"],
    ["f(a=1, 2)\n", "    f(a=1, 2)\n            ^\nSyntaxError: positional argument follows keyword argument\n"],
  ];
  for (const [source, text] of texts) {
    try {
      parseModule(source, "f.py");
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      assertEquals(syntaxErrorText(error), `  File "f.py", line ${error.line}\n${text}`);
      continue;
    }
    throw new Error(`No error in ${JSON.stringify(source)}`);
  }
});
