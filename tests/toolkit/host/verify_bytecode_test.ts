/** The bytecode verifier on Tiny's instruction set, and that Tiny refuses what it refuses. */

import { deepStrictEqual as assertEquals, match } from "node:assert";
import type { CodeUnit } from "../../../examples/tiny/compiler.ts";
import { BytecodeError, type CodeBody } from "../../../toolkit/host/verify_bytecode.ts";
import { STORAGE_BYTES } from "../../../toolkit/machine/tree.ts";
import { compiledTiny, tinyModules } from "../fuzz/compiled.ts";
import { evaluatedTiny, tinyPrograms, verifierOf } from "../fuzz/evaluated.ts";

const programs = tinyPrograms();
const handlers = new Map(programs[1].handlers.map((h) => [h.name, h]));
const verifier = verifierOf(programs);

type Line = [name: string, ...immediates: number[]] | number[];

/** Bytes of instructions; a list of numbers stands for itself. */
function assemble(lines: readonly Line[]): Uint8Array {
  const bytes: number[] = [];
  for (const line of lines) {
    if (typeof line[0] !== "string") {
      bytes.push(...line as number[]);
      continue;
    }
    const handler = handlers.get(line[0])!;
    bytes.push(handler.opcode & 255, handler.opcode >> 8);
    handler.immediates.forEach(({ storage }, i) => {
      for (let b = 0; b < STORAGE_BYTES[storage]; b++) bytes.push((Number(line[i + 1]) >> (8 * b)) & 255);
    });
  }
  return Uint8Array.from(bytes);
}

function bodyOf(lines: readonly Line[], changes: Partial<CodeBody>): CodeBody {
  const bytecode = assemble(lines);
  const counts = { constant: 1, name: 1, free: 0 };
  return { bytecode, localCount: 2, argumentCount: 0, stackSize: 4, sites: [], handlers: [], counts, ...changes };
}

function ruleOf(lines: readonly Line[], changes: Partial<CodeBody> = {}): string | null {
  try {
    verifier.verify(bodyOf(lines, changes));
    return null;
  } catch (error) {
    if (!(error instanceof BytecodeError)) throw error;
    return `${error.offset} ${error.rule}`;
  }
}

const LEAVE: Line[] = [["push_int", 0], ["return_value"]];
/** A loop that runs for ever: header at 0, jump at 6. */
const LOOP: Line[] = [["loop_header", 0], ["jump_always", -12]];

/** Forged code, by what is wrong with it. */
const FORGED: [what: string, expected: string, lines: Line[], changes?: Partial<CodeBody>][] = [
  ["no code", "0 end", []],
  ["no opcode", "0 opcode", [[255, 255]]],
  ["half an opcode", "8 opcode", [...LEAVE, [1]]],
  ["half an immediate", "8 opcode", [...LEAVE, [handlers.get("push_int")!.opcode, 0, 1]]],
  ["the opcode of a continuation", "0 opcode", [[programs[1].handlers.length, 0]]],
  ["a hidden bytecode", "0 hidden", [["unwind"]]],
  ["a hidden bytecode nothing reaches", "8 hidden", [...LEAVE, ["unwind"]]],
  ["a local beyond the frame", "0 local", [["load_local", 2], ["return_value"]]],
  ["a store beyond the frame", "6 local", [["push_int", 1], ["store_local", 7], ...LEAVE]],
  ["a constant beyond the table", "0 immediate", [["push_constant", 1], ["return_value"]]],
  ["a name beyond the table", "6 immediate", [["push_int", 1], ["get_property", 9], ["return_value"]]],
  ["a variable that is not captured", "0 immediate", [["load_free", 0], ["return_value"]]],
  ["a jump out of the code", "0 target", [["jump_always", 1000]]],
  ["a jump before the code", "0 target", [["jump_always", -1000]]],
  ["a jump into an instruction", "0 target", [["jump_always", 1], ...LEAVE]],
  ["a jump to the end", "0 end", [["jump_always", 8], ...LEAVE]],
  ["a loop without a header", "6 loop", [["push_int", 0], ["branch_if_false", -12], ...LEAVE]],
  ["no terminator", "0 end", [["push_int", 0]]],
  ["an operand too few", "0 underflow", [["return_value"]]],
  ["arguments too few", "6 underflow", [["push_int", 0], ["call_function", 1], ["return_value"]]],
  ["operands too many", "12 overflow", [["push_int", 0], ["dup"], ["dup"], ["dup"], ["dup"], ...LEAVE]],
  ["a frame too small", "0 overflow", LEAVE, { stackSize: 0 }],
  ["heights that differ", "14 height", [["push_int", 0], ["branch_if_false", 2], ["make_object"], ...LEAVE]],
  ["a loop that grows the stack", "0 height", [["loop_header", 0], ["push_int", 0], ["jump_always", -18]], { sites: [2] }],
  ["a header without a site", "0 site", LOOP],
  ["a site where no header is", "2 site", LEAVE, { sites: [2] }],
  ["a site in the wrong place", "0 site", LOOP, { sites: [4] }],
  ["two sites for a header", "2 site", LOOP, { sites: [2, 2] }],
  ["a frame of absurd size", "0 sizes", LEAVE, { stackSize: 0x20000000 }],
  ["more arguments than locals", "0 sizes", LEAVE, { argumentCount: 3 }],
  ["a handler between instructions", "1 handler", LEAVE, { handlers: [{ start: 1, end: 8, target: 6, depth: 0 }] }],
  ["a handler that leads nowhere", "0 target", LEAVE, { handlers: [{ start: 0, end: 6, target: 7, depth: 0 }] }],
  ["a handler of nothing", "6 handler", LEAVE, { handlers: [{ start: 6, end: 6, target: 6, depth: 0 }] }],
  ["a handler that covers itself", "0 loop", LEAVE, { handlers: [{ start: 0, end: 8, target: 6, depth: 0 }] }],
  ["a handler that keeps operands that are not there", "0 handler", [["load_cell", 0], ["return_value"], ["pop"], ["return_value"]], {
    handlers: [{ start: 0, end: 4, target: 6, depth: 1 }],
  }],
  ["a handler with too many operands", "0 overflow", LEAVE, { handlers: [{ start: 0, end: 6, target: 6, depth: 4 }] }],
];

Deno.test("BytecodeVerifier accepts loops, calls and handlers", () => {
  assertEquals(ruleOf(LEAVE), null);
  assertEquals(ruleOf(LOOP, { sites: [2] }), null);
  assertEquals(ruleOf([["push_int", 1], ["push_int", 2], ["call_function", 1], ["return_value"]]), null);
  assertEquals(ruleOf([...LEAVE, ["return_value"]], { handlers: [{ start: 0, end: 8, target: 8, depth: 0 }] }), null);
});

for (const [what, expected, lines, changes] of FORGED) {
  Deno.test(`BytecodeVerifier refuses ${what}`, () => assertEquals(ruleOf(lines, changes), expected));
}

Deno.test("Tiny refuses forged code, also inside of functions, and goes on", () => {
  const modules = tinyModules(programs);
  for (const tiny of [evaluatedTiny(programs), compiledTiny(modules)]) {
    for (const [, , lines, changes = {}] of FORGED) {
      const { bytecode, handlers, counts, ...sizes } = bodyOf(lines, changes);
      const table = handlers.flatMap((h) => [h.start, h.end, h.target, h.depth]);
      const forged = {
        ...sizes,
        name: "forged",
        bytes: bytecode,
        handlers: table,
        constants: [],
        freeCount: counts.free,
        sites: [...sizes.sites],
      };
      const main: CodeUnit = {
        ...forged,
        bytes: assemble(LEAVE),
        handlers: [],
        sites: [],
        constants: [{ k: "code", value: forged }],
        localCount: 0,
        argumentCount: 0,
        stackSize: 4,
      };
      for (const unit of [forged, main]) match(tiny.execute(unit).error!, /^Bad bytecode at \d+: /);
      assertEquals(tiny.run("print(6 * 7);"), { output: ["42"], error: null });
    }
  }
});
