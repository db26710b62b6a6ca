/** The reader: lexical syntax, places of errors, incomplete texts, depth. */

import { deepStrictEqual as assertEquals, ok as assert, throws as assertThrows } from "node:assert";
import { Complex, type Datum, EOF, Pair, Ratio, type Str, Sym } from "../../../scheme/reader/datum.ts";
import { parseNumber, toInexact } from "../../../scheme/reader/numbers.ts";
import { isIncomplete, readAll, Reader, SchemeSyntaxError, Source } from "../../../scheme/reader/reader.ts";
import { write } from "../../../scheme/reader/write.ts";

const read = (text: string): Datum[] => readAll(new Source("t.scm", text)).map(({ datum }) => datum);
const rewritten = (text: string) => read(text).map((x) => write(x)).join(" ");

function errorOf(text: string): string {
  try {
    read(text);
    return "none";
  } catch (error) {
    return String(error);
  }
}

Deno.test("read: numbers of the whole tower, with prefixes", () => {
  const rows: [string, Datum][] = [
    ["0", 0n],
    ["-17", -17n],
    ["+5", 5n],
    ["123456789012345678901234567890", 123456789012345678901234567890n],
    ["#xff", 255n],
    ["#b-101", -5n],
    ["#o17", 15n],
    ["#d10", 10n],
    ["1/2", new Ratio(1n, 2n)],
    ["-6/4", new Ratio(-3n, 2n)],
    ["4/2", 2n],
    ["#xa/f", new Ratio(2n, 3n)],
    ["1.5", 1.5],
    [".5", 0.5],
    ["1.", 1],
    ["-1e3", -1000],
    ["+inf.0", Infinity],
    ["-inf.0", -Infinity],
    ["+nan.0", NaN],
    ["-0.0", -0],
    ["#e1.25", new Ratio(5n, 4n)],
    ["#e1e3", 1000n],
    ["#i1/4", 0.25],
    ["#i-0", -0],
    ["#x#e10", 16n],
    ["#e#x10", 16n],
    ["+i", new Complex(0n, 1n)],
    ["-i", new Complex(0n, -1n)],
    ["1+2i", new Complex(1n, 2n)],
    ["1.5-1/2i", new Complex(1.5, new Ratio(-1n, 2n))],
    ["1+0i", 1n],
    ["+inf.0-nan.0i", new Complex(Infinity, NaN)],
    ["1@0", 1n],
    ["0@2", 0n],
    ["#x1+fi", new Complex(1n, 15n)],
  ];
  for (const [text, value] of rows) assertEquals([text, parseNumber(text)], [text, value]);
  assertEquals(read("1 -1.5 #T #f"), [1n, -1.5, true, false]);
});

Deno.test("read: what is no number is a symbol", () => {
  for (const text of ["+", "-", "...", "1+", "->x", "-a", "+x", ".a", "1/2/3", "--1", "+-1", "1e", "e1", "i", "+ix", "..1"]) {
    assertEquals([text, read(text)[0] === Sym.of(text)], [text, true]);
  }
  assertEquals(parseNumber("1/0"), null);
  assertEquals(parseNumber("#e+inf.0"), null);
});

Deno.test("toInexact rounds to the nearest double, subnormal ones too", () => {
  const rows: [Ratio, number][] = [
    [new Ratio(1n, 3n), 1 / 3],
    [new Ratio(-2n, 3n), -2 / 3],
    [new Ratio(10n ** 400n + 1n, 10n ** 400n), 1],
    [new Ratio(1n, 10n ** 310n), 1e-310],
    [new Ratio(1n, 2n ** 1074n), 5e-324],
    [new Ratio(1n, 2n ** 1076n), 0],
    [new Ratio(3n, 2n ** 1075n), 1e-323],
    [new Ratio(10n ** 400n, 3n), Infinity],
  ];
  for (const [ratio, expected] of rows) assertEquals(toInexact(ratio), expected);
});

Deno.test("read: strings, escapes, line ends", () => {
  const text = (source: string) => (read(source)[0] as Str).value;
  assertEquals(text('"a\\n\\t\\"\\\\\\x41;\\a\\|"'), 'a\n\t"\\A\x07|');
  assertEquals(text('"one \\   \n   two"'), "one two");
  assertEquals(text('"a\r\nb\rc"'), "a\nb\nc");
  assertEquals(text('"λ\\x1F600;"'), "λ😀");
});

Deno.test("read: characters", () => {
  assertEquals(
    rewritten("#\\a #\\space #\\x41 #\\x #\\( #\\null #\\λ #\\ "),
    "#\\a #\\space #\\A #\\x #\\( #\\null #\\λ #\\space",
  );
  assertEquals(rewritten("(#\\a)"), "(#\\a)");
  assertEquals(errorOf("#\\spaec"), 't.scm:1:1: There is no character "#\\spaec"');
});

Deno.test("read: symbols with bars, folded case", () => {
  assertEquals(rewritten("|a b| || |x\\x41;| abc"), "|a b| || xA abc");
  assertEquals(rewritten("#!fold-case ABC #\\NEWLINE |ABC| #!no-fold-case ABC"), "abc #\\newline ABC ABC");
});

Deno.test("read: lists, vectors, bytevectors, abbreviations", () => {
  assertEquals(rewritten("(a . (b . (c))) (a b . c) #(1 #(2)) #u8(0 255) ()"), "(a b c) (a b . c) #(1 #(2)) #u8(0 255) ()");
  assertEquals(rewritten("'a `(b ,c ,@d)"), "'a `(b ,c ,@d)");
});

Deno.test("read: comments", () => {
  assertEquals(rewritten("1 ; one\n#| two #| nested |# |# 2 #;(skipped #;too) 3 #;4"), "1 2 3");
  assertEquals(rewritten("(a #;b . #;c d)"), "(a . d)");
  assertEquals(rewritten("#!/usr/bin/env scheme\n1"), "1");
});

Deno.test("read: datum labels", () => {
  const [circular] = read("#0=(a b . #0#)") as Pair[];
  assert((circular.cdr as Pair).cdr === circular);
  const [vector] = read("#1=#(#1# 2)") as Datum[][];
  assert(vector[0] === vector);
  const [twice] = read('(#0="s" #0#)') as Pair[];
  assert(twice.car === (twice.cdr as Pair).car);
  assertEquals(errorOf("(#0# #0=a)"), 't.scm:1:2: There is no label "#0="');
  assertEquals(errorOf("#0=#0#"), 't.scm:1:1: The label "#0=" stands for itself');
});

Deno.test("read: errors with their places", () => {
  const rows: [string, string][] = [
    ["(a\n  b", '1:1: "(" is not closed'],
    ["(a))", '1:4: ")" closes nothing'],
    ['\n "abc', "2:2: The string is not closed"],
    ["(a . b c)", '1:8: ")" must follow the datum behind "."'],
    ["( . a)", '1:3: "." is not expected here'],
    ["(a .)", '1:5: A datum must follow "."'],
    ["'", '1:1: A datum must follow "\'"'],
    ["(')", '1:2: A datum must follow "\'"'],
    ['"\\q"', '1:2: Unknown escape "\\q" in a string'],
    ["#foo", '1:1: "#foo" is not the written form of anything'],
    ["#u8(1 256)", "1:7: A bytevector holds exact integers from 0 to 255"],
    ["[a]", '1:1: "[" is reserved'],
    ["#| x", '1:1: The comment is not closed: "|#" is missing'],
    ["#!unspecified", '1:1: Unknown directive "#!unspecified"'],
  ];
  for (const [text, expected] of rows) assertEquals([text, errorOf(text)], [text, `t.scm:${expected}`]);
});

Deno.test("read: places of data", () => {
  const source = new Source("t.scm", "(first\n  (second x)\n  y)");
  const [{ datum }] = readAll(source);
  const places = [];
  for (let x = datum; x instanceof Pair; x = x.cdr) places.push(source.place(x.at));
  assertEquals(places, [{ line: 1, column: 1 }, { line: 2, column: 3 }, { line: 3, column: 3 }]);
});

Deno.test("isIncomplete tells the beginning of something from what is wrong", () => {
  for (const text of ["(", "(a (b)", '"abc', "'", "#(1", "#;", "#|", "|a", "#\\", "(a . "]) {
    assertEquals([text, isIncomplete(text)], [text, true]);
  }
  for (const text of ["", "(a)", "(a))", "#foo", "a ; (", '"\\q']) assertEquals([text, isIncomplete(text)], [text, false]);
});

Deno.test("read: 100,000 parentheses need no stack", () => {
  const depth = 100_000;
  const [datum] = read("(".repeat(depth) + ")".repeat(depth));
  let count = 1;
  for (let x = datum; x instanceof Pair; x = x.car) count++;
  assertEquals(count, depth);
  assertThrows(() => read("(".repeat(depth)), SchemeSyntaxError);
  assertEquals(read("'".repeat(depth) + "a").length, 1);
});

Deno.test("Reader goes on behind each datum", () => {
  const reader = new Reader(new Source("t.scm", "1 (2)3 "));
  assertEquals([reader.read(), reader.offset, write(reader.read()), reader.offset, reader.read()], [1n, 1, "(2)", 5, 3n]);
  assertEquals(reader.read(), EOF);
});
