/** The binary form: what is written is read back. */

import { OP } from "../../../hotpy/compiler/bytecodes.ts";
import { decodeInstructions, decodePositions, deserializeCode, disassembleCode } from "../../../hotpy/compiler/disassemble.ts";
import { compileSource, compileToUnit } from "../../../hotpy/compiler/mod.ts";
import { serializeCode } from "../../../hotpy/compiler/serialize.ts";
import { expectSame, expectText } from "./expect.ts";
import { readFixtures } from "./fixtures.ts";

function constantsOf(source: string) {
  return deserializeCode(compileSource(source, "t.py", "eval", OP)).constants;
}

Deno.test("serializeCode() is read back by deserializeCode()", () => {
  for (const { source, mode } of readFixtures()) {
    const code = compileToUnit(source, "t.py", mode, OP);
    const bytes = serializeCode(code);
    const copy = deserializeCode(bytes);
    expectText(disassembleCode(copy, OP, { positions: true }), disassembleCode(code, OP, { positions: true }));
    expectSame(Array.from(serializeCode(copy)), Array.from(bytes));
  }
});

Deno.test("serializeCode() keeps integers of every size", () => {
  for (const value of [0n, -1n, 2n ** 31n - 1n, -(2n ** 31n), 2n ** 31n, -(2n ** 63n), 2n ** 63n, -(2n ** 64n), 10n ** 100n]) {
    expectSame(constantsOf(String(value)), [{ type: "int", value }]);
  }
});

Deno.test("serializeCode() keeps the sign of zero and other floats", () => {
  for (const [text, value] of [["-0.0", -0], ["1e309", Infinity], ["1.5", 1.5], ["5e-324", 5e-324]] as const) {
    const [constant] = constantsOf(text);
    if (constant.type !== "float" || !Object.is(constant.value, value)) throw new Error(`${text} became ${JSON.stringify(constant)}`);
  }
});

Deno.test("serializeCode() keeps strings with any character", () => {
  for (const value of ["", "é", "€", "𝄞", "\ud800", "a\ud800b", "\0"]) {
    const literal = "'" + Array.from(value, (ch) => `\\U${ch.codePointAt(0)!.toString(16).padStart(8, "0")}`).join("") + "'";
    expectSame(constantsOf(literal), [{ type: "str", value }]);
  }
});

Deno.test("serializeCode() keeps constants apart that are equal but of other type", () => {
  const [constant] = constantsOf("(1, True, 1.0, 0.0, -0.0, 1j, 'a', b'a', None, ..., (1,), ())");
  if (constant.type !== "tuple") throw new Error("No tuple");
  expectSame(constant.items.map((item) => item.type), [
    "int",
    "bool",
    "float",
    "float",
    "float",
    "complex",
    "str",
    "bytes",
    "none",
    "ellipsis",
    "tuple",
    "tuple",
  ]);
});

Deno.test("positions count characters, and method chains start at the name", () => {
  const source = 'x = "𝄞é" + (a\n  .b(1)\n  .c)\n';
  const code = compileToUnit(source, "t.py", "exec", OP);
  const instructions = decodeInstructions(code, OP);
  const positions = decodePositions(code, instructions);
  const shown = instructions.map((instruction, i) => {
    const p = positions[i];
    return `${instruction.name} ${p === null ? "-" : `${p.line}:${p.column}-${p.endLine}:${p.endColumn}`}`;
  });
  expectSame(shown.slice(0, 8), [
    "load_const 1:4-1:8",
    "load_name 1:12-1:13",
    "load_method 2:3-2:4",
    "load_const 2:5-2:6",
    "call_method 2:3-2:7",
    "load_attribute 3:3-3:4",
    "binary_add 1:4-3:5",
    "store_name 1:0-1:1",
  ]);
});

Deno.test("loop header sites are listed", () => {
  const code = compileToUnit("for a in b:\n  while c: pass\n", "t.py", "exec", OP);
  const headers = decodeInstructions(code, OP).filter((instruction) => instruction.name === "loop_header");
  expectSame(code.sites, headers.map((header) => header.offset + 2));
  expectSame(deserializeCode(serializeCode(code)).sites, code.sites);
});
