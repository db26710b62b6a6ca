/** Forged code files: refused before they run, whatever is wrong with them; and what the compiler makes passes. */

import { deepStrictEqual as assertEquals, match } from "node:assert";
import { refusesDamage } from "../../damaged_files.ts";
import type { CodeUnit } from "../../../hotpy/compiler/assembler.ts";
import { compileToUnit } from "../../../hotpy/compiler/mod.ts";
import { serializeCode } from "../../../hotpy/compiler/serialize.ts";
import { verifyCodeFile } from "../../../hotpy/host/code_file.ts";
import { HotPyVm } from "../../../hotpy/host/vm.ts";
import { MemoryFiles } from "../../../toolkit/host/capabilities.ts";
import { CodeFileError } from "../../../toolkit/host/code_file.ts";
import { BytecodeError, BytecodeVerifier } from "../../../toolkit/host/verify_bytecode.ts";
import { readFixtures } from "../compiler/fixtures.ts";

const unit = JSON.parse(Deno.readTextFileSync(new URL("../../../hotpy/hotpy.unit.json", import.meta.url)));
const opcodes: Record<string, number> = unit.opcodes;
const verifier = new BytecodeVerifier(unit.instructions);

const compile = (source: string) => compileToUnit(source, "<forged>", "exec", opcodes);

function verdict(bytes: Uint8Array): string | null {
  try {
    verifyCodeFile(bytes, verifier);
    return null;
  } catch (error) {
    if (error instanceof BytecodeError) return error.rule;
    if (error instanceof CodeFileError) return "file";
    throw error;
  }
}

Deno.test("verifyCodeFile accepts what the compiler makes of every construct", () => {
  const refused: string[] = [];
  for (const { name, source } of readFixtures()) {
    let code: CodeUnit;
    try {
      code = compile(source);
    } catch {
      continue;
    }
    const found = verdict(serializeCode(code));
    if (found !== null) refused.push(`${name}: ${found}`);
  }
  assertEquals(refused, []);
});

/** Offset of the first instruction of a name. */
function find(code: CodeUnit, name: string): number {
  for (let at = 0; at < code.bytecode.length;) {
    const opcode = code.bytecode[at] | code.bytecode[at + 1] << 8;
    if (opcode === opcodes[name]) return at;
    at += 2 + unit.instructions[opcode].immediates.reduce((sum: number, [, storage]: string[]) => sum + Number(storage.slice(1)) / 8, 0);
  }
  throw new Error(`no ${name}`);
}

const SOURCE = "x = 1\nwhile x < 3:\n    try: x = x + [1, 2][0]\n    except TypeError: pass\nprint(x)\n";
/** Forged code, by the rule it breaks: each changes the code of `SOURCE`. */
const FORGED: [what: string, rule: string, forge: (code: CodeUnit) => Partial<CodeUnit> | void][] = [
  ["an opcode that is none", "opcode", (code) => void code.bytecode.set([255, 255], find(code, "load_const"))],
  ["the opcode of a continuation", "opcode", (code) => void code.bytecode.set([unit.instructions.length, 0], find(code, "load_const"))],
  ["a hidden bytecode", "hidden", (code) => void code.bytecode.set([opcodes.unwind, 0], find(code, "return_value"))],
  ["a constant beyond the table", "immediate", (code) => void code.bytecode.set([99], find(code, "load_const") + 2)],
  ["a negative constant", "immediate", (code) => void code.bytecode.set([255, 255, 255, 255], find(code, "load_const") + 2)],
  ["a name beyond the table", "immediate", (code) => void code.bytecode.set([99], find(code, "store_name") + 2)],
  ["a jump between instructions", "target", (code) => void code.bytecode.set([1], find(code, "branch_if_false") + 2)],
  ["a list of more operands than there are", "underflow", (code) => void code.bytecode.set([9], find(code, "build_list") + 2)],
  ["a list of a negative number", "immediate", (code) => void code.bytecode.set([255, 255, 255, 255], find(code, "build_list") + 2)],
  ["arguments that are not there", "underflow", (code) => void code.bytecode.set([1, 1], find(code, "call") + 2)],
  ["an end that does not leave", "end", (code) => void code.bytecode.set([opcodes.pop_top, 0], code.bytecode.length - 2)],
  ["no code", "end", () => ({ bytecode: new Uint8Array(0), positions: new Uint8Array(0), sites: [], handlers: [] })],
  ["a stack too small", "overflow", () => ({ stackSize: 1 })],
  ["a stack of absurd size", "sizes", () => ({ stackSize: 0x8000000 })],
  ["more arguments than locals", "sizes", () => ({ positionalCount: 3 })],
  ["a loop header without a site", "site", () => ({ sites: [] })],
  ["a site elsewhere", "site", (code) => ({ sites: [code.sites[0] + 1] })],
  ["a handler between instructions", "handler", (code) => ({ handlers: [{ ...code.handlers[0], start: code.handlers[0].start + 1 }] })],
  ["a handler out of the code", "target", (code) => ({ handlers: [{ ...code.handlers[0], target: 9999 }] })],
  ["a handler that keeps too much", "overflow", (code) => ({ handlers: [{ ...code.handlers[0], depth: 2 }] })],
  ["positions of other code", "file", (code) => ({ positions: code.positions.subarray(0, code.positions.length - 4) })],
];

/** The forged file, and one in which the forged code is that of a function. */
function forge(change: (typeof FORGED)[number][2]): Uint8Array[] {
  const code = compile(SOURCE);
  const forged: CodeUnit = { ...code, ...change(code) };
  const outer = compile("def f(): pass\nf()\n");
  const constants = outer.constants.map((c) => c.type === "code" ? { ...c, code: forged } : c);
  return [serializeCode(forged), serializeCode({ ...outer, constants } as CodeUnit)];
}

for (const [what, rule, change] of FORGED) {
  Deno.test(`verifyCodeFile refuses ${what}`, () => assertEquals(forge(change).map(verdict), [rule, rule]));
}

Deno.test("verifyCodeFile refuses damaged files", () => {
  const bytes = serializeCode(compile(SOURCE));
  refusesDamage(bytes, verdict);
});

Deno.test("a forged code file is a SystemError of the guest, and the VM goes on", async () => {
  const output: string[] = [];
  const stream = { sink: (bytes: Uint8Array) => void output.push(new TextDecoder().decode(bytes)), buffering: "none" as const };
  using vm = await HotPyVm.open({
    argv: [""],
    files: new MemoryFiles(),
    stdout: stream,
    stderr: stream,
    readLine: () => null,
    jit: { enabled: false, without: [] },
    gc: { stress: 0 },
  });
  for (const [, , change] of FORGED) {
    for (const bytes of forge(change)) {
      const failure = vm.run({ bytes, mayGetHot: false });
      const [record, type, message] = failure?.kind === "error" ? failure.report.split("\x1f") : [];
      assertEquals([record, type], ["E", "SystemError"]);
      match(message, /^Bad (bytecode|code file) at \d+: /);
    }
  }
  assertEquals(output, []);
  assertEquals(vm.run(vm.compile("print(6 * 7)", "<after>", "exec", false)), null);
  assertEquals(output.join(""), "42\n");
});
