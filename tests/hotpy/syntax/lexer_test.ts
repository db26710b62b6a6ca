/** Tokens of the lexer, by kind and text. */

import { deepStrictEqual as assertEquals } from "node:assert";
import { tokenize } from "../../../hotpy/syntax/lexer.ts";
import { Source } from "../../../hotpy/syntax/source.ts";
import * as T from "../../../hotpy/syntax/tokens.ts";

const NAMES = new Map(Object.entries(T).filter(([, kind]) => typeof kind === "number").map(([name, kind]) => [kind as number, name]));

function lex(text: string): string {
  const source = new Source("f.py", text);
  const { kinds, starts, ends } = tokenize(source);
  return kinds.map((kind, i) => {
    const spelling = source.text.slice(starts[i], ends[i]).trim();
    return NAMES.get(kind) + (spelling === "" ? "" : `(${spelling})`);
  }).join(" ");
}

Deno.test("tokenize() marks indentation", () => {
  assertEquals(
    lex("if a:\n  b\n\n  # c\n  d\ne"),
    "IF(if) NAME(a) COLON(:) NEWLINE INDENT NAME(b) NEWLINE NAME(d) NEWLINE DEDENT NAME(e) NEWLINE ENDMARKER",
  );
});

Deno.test("tokenize() closes open blocks at the end", () => {
  assertEquals(lex("if a:\n b").split(" ").slice(-3).join(" "), "NEWLINE DEDENT ENDMARKER");
});

Deno.test("tokenize() joins lines in brackets and after a backslash", () => {
  assertEquals(lex("(a,\n b) \\\n + c"), "LPAR(() NAME(a) COMMA(,) NAME(b) RPAR()) PLUS(+) NAME(c) NEWLINE ENDMARKER");
});

Deno.test("tokenize() takes the longest operator", () => {
  assertEquals(
    lex("a **= b // c >>= d != e -> f := g ... @= h").split(" ").filter((token) => !token.startsWith("NAME")).slice(0, 8).join(" "),
    "DOUBLESTAREQUAL(**=) DOUBLESLASH(//) RIGHTSHIFTEQUAL(>>=) NOTEQUAL(!=) ARROW(->) COLONEQUAL(:=) ELLIPSIS(...) ATEQUAL(@=)",
  );
});

Deno.test("tokenize() splits an f-string into its parts", () => {
  assertEquals(
    lex("f'a{{{x!r:>{w}}b'"),
    "FSTRING_START(f') FSTRING_MIDDLE(a{{) LBRACE({) NAME(x) EXCLAMATION(!) NAME(r) COLON(:) FSTRING_MIDDLE(>) LBRACE({) NAME(w) " +
      "RBRACE(}) RBRACE(}) FSTRING_MIDDLE(b) FSTRING_END(') NEWLINE ENDMARKER",
  );
});

Deno.test("tokenize() lets an f-string reuse its quotes in a field", () => {
  assertEquals(
    lex("t'{d['k']}'"),
    "TSTRING_START(t') LBRACE({) NAME(d) LSQB([) STRING('k') RSQB(]) RBRACE(}) FSTRING_END(') NEWLINE ENDMARKER",
  );
});

Deno.test("tokenize() puts an error into the last token", () => {
  const tokens = tokenize(new Source("f.py", "a = 1__0"));
  assertEquals(tokens.kinds, [T.NAME, T.EQUAL, T.ERROR]);
  assertEquals(tokens.error?.message, "invalid decimal literal");
});

Deno.test("tokenize() finds a bracket that is never closed", () => {
  const tokens = tokenize(new Source("f.py", "a = (1,\n"));
  assertEquals([tokens.unclosed, tokens.errorAtEnd, tokens.error?.message], [4, true, "'(' was never closed"]);
});
