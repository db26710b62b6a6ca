/** Decoding of source files and the arithmetic of lines and columns. */

import { deepStrictEqual as assertEquals } from "node:assert";
import { PythonSyntaxError, Source } from "../../../hotpy/syntax/parser.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

function messageOf(content: string | Uint8Array): string {
  try {
    new Source("f.py", content);
  } catch (e) {
    if (e instanceof PythonSyntaxError) return e.message;
    throw e;
  }
  return "no error";
}

Deno.test("Source ends every line with a newline", () => {
  assertEquals(new Source("f.py", "a\r\nb\rc").text, "a\nb\nc\n");
  assertEquals(new Source("f.py", "").text, "");
  assertEquals(new Source("f.py", "a").endsWithNewline, false);
});

Deno.test("Source drops a byte order mark from bytes only", () => {
  assertEquals(new Source("f.py", encode("\ufeffx\n")).text, "x\n");
  assertEquals(new Source("f.py", "\ufeffx\n").text, "\ufeffx\n");
});

Deno.test("Source follows a coding cookie on the first two lines", () => {
  assertEquals(new Source("f.py", latin1("# coding: latin-1\nx = '\xe9'\n")).text, "# coding: latin-1\nx = '\u00e9'\n");
  assertEquals(new Source("f.py", latin1("#!python\n# vim: set fileencoding=iso-8859-1 :\n'\xe9'\n")).encoding, "iso-8859-1");
  assertEquals(new Source("f.py", encode("# -*- coding: UTF_8 -*-\n'\u00e9'\n")).encoding, "utf-8");
});

Deno.test("Source rejects bytes it cannot decode", () => {
  const hint = "but no encoding declared; see https://peps.python.org/pep-0263/ for details";
  assertEquals(messageOf(latin1("x\n'\xff'\n")), `Non-UTF-8 code starting with '\\xff' on line 2, ${hint}`);
  assertEquals(messageOf(latin1("x\n# coding: latin-1\n'\xe9'\n")), `Non-UTF-8 code starting with '\\xe9' on line 3, ${hint}`);
  assertEquals(messageOf(encode("# coding: no-such\n")), "unknown encoding: no-such");
  assertEquals(messageOf(encode("\ufeff# coding: latin-1\n")), "encoding problem: iso-8859-1 with BOM");
  assertEquals(
    messageOf(latin1("# coding: ascii\n'\xe9'")),
    "'ascii' codec can't decode byte 0xe9 in position 17: ordinal not in range(128)",
  );
  assertEquals(messageOf("a\0b"), "source code string cannot contain null bytes");
  assertEquals(messageOf(encode("# \ufffd is fine\n")), "no error");
});

Deno.test("position() counts characters, bytePosition() counts UTF-8 bytes", () => {
  const source = new Source("f.py", "a\n\u00e9\u20ac\ud83d\ude00b\n");
  const b = source.text.indexOf("b");
  assertEquals(source.position(b), { line: 2, column: 3 });
  assertEquals(source.bytePosition(b), { line: 2, column: 9 });
  assertEquals(source.position(0), { line: 1, column: 0 });
});

Deno.test("lineText() gives lines without their newline", () => {
  const source = new Source("f.py", "ab\n\ncd");
  assertEquals([1, 2, 3, 4].map((line) => source.lineText(line)), ["ab", "", "cd", ""]);
  assertEquals(source.lineCount, 3);
});
