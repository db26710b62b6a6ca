/** Forged code files: refused before they run, whatever is wrong with them; and what the compiler makes passes. */

import { deepStrictEqual as assertEquals, match } from "node:assert";
import { refusesDamage } from "../../damaged_files.ts";
import { compile, InstructionSet, writeCodeFile } from "../../../scheme/compiler/mod.ts";
import type { CodeObject } from "../../../scheme/compiler/code.ts";
import { lambda } from "../../../scheme/expander/core.ts";
import { LibraryBuilder } from "../../../scheme/host/build_library.ts";
import { verifyCodeFile } from "../../../scheme/host/code_file.ts";
import { FILES } from "../../../scheme/host/artefacts.js";
import { Image } from "../../../scheme/host/image.ts";
import { Libraries } from "../../../scheme/host/libraries.ts";
import { Special, Sym } from "../../../scheme/reader/datum.ts";
import { Source } from "../../../scheme/reader/source.ts";
import { HostFiles } from "../../../toolkit/host/capabilities.ts";
import { loadUnit } from "../../../toolkit/host/built_files.ts";
import { CodeFileError } from "../../../toolkit/host/code_file.ts";
import { BytecodeError, BytecodeVerifier } from "../../../toolkit/host/verify_bytecode.ts";
import { CONFIGURATIONS, openScheme } from "../program.ts";
import { instrumented, suitesIn } from "../suite.ts";

const unit = await loadUnit(FILES.unit);
const opcodes: Record<string, number> = unit.opcodes;
const verifier = new BytecodeVerifier(unit.instructions);
const instructions = new InstructionSet(unit);
const image = new Image(unit.library);

function compiled(text: string): CodeObject {
  const libraries = new Libraries(image, instructions, new HostFiles(), []);
  const source = new Source("forged.scm", text);
  return compile(lambda(null, [], libraries.expand(source), { source, at: 0 }), instructions);
}

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

Deno.test("verifyCodeFile accepts the library and what the compiler makes of the R7RS suite", () => {
  for (const [name, bytes] of new LibraryBuilder(instructions, verifier).build().codes) assertEquals([name, verdict(bytes)], [name, null]);
  const refused: string[] = [];
  for (const suite of suitesIn(new URL("../r7rs/", import.meta.url))) {
    const libraries = new Libraries(image, instructions, new HostFiles(), []);
    for (const { title, bytes } of libraries.program(new Source(suite.name, instrumented(suite)))) {
      const found = verdict(bytes);
      if (found !== null) refused.push(`${title}: ${found}`);
    }
  }
  assertEquals(refused, []);
});

/** Offset of the first instruction of a name, or of one behind it. */
function find(code: CodeObject, name: string, which = 0): number {
  for (let at = 0; at < code.bytecode.length;) {
    const opcode = code.bytecode[at] | code.bytecode[at + 1] << 8;
    if (opcode === opcodes[name] && which-- === 0) return at;
    at += unit.instructions[opcode].sizeBytes;
  }
  throw new Error(`no ${name}`);
}

/** Puts bytes over an instruction. */
function replace(code: CodeObject, at: number, bytes: number[]): void {
  code.bytecode.set(bytes, at);
}

/** Puts bytes over the immediates of the first instruction of a name. */
function immediates(code: CodeObject, name: string, bytes: number[]): void {
  replace(code, find(code, name) + 2, bytes);
}

const SOURCE = `(import (scheme base))
(define y '(1 "two"))
(define (f n)
  (let loop ((i 0))
    (if (< i n)
        (begin (call/cc (lambda (k) (if (= i 5) (k i)))) (loop (+ i 1)))
        (lambda () (vector y i n)))))
((f 3))
`;

/** The code of `f` in that of `SOURCE`. */
function ofF(code: CodeObject): CodeObject {
  return code.constants.flatMap((constant) => constant.kind === "closure" ? [constant.code] : [])[0];
}

/** The code of the procedure that `f` returns, which has two free variables. */
function ofResult(code: CodeObject): CodeObject {
  return ofF(code).constants.flatMap((constant) => constant.kind === "code" && constant.code.required === 0 ? [constant.code] : [])[0];
}

/** Number of the first constant of a kind. */
function constantOf(code: CodeObject, kind: string): number {
  return code.constants.findIndex((constant) => constant.kind === kind);
}

/** Forged code, by the rule it breaks: each changes the code of `SOURCE`. */
const FORGED: [what: string, rule: string, forge: (code: CodeObject) => unknown][] = [
  ["an opcode that is none", "opcode", (code) => replace(code, find(code, "return"), [255, 255])],
  ["a hidden bytecode", "hidden", (code) => replace(code, find(code, "return"), [opcodes.unwind, 0])],
  ["a constant beyond the table", "immediate", (code) => immediates(code, "constant", [99])],
  ["a datum in place of a variable's cell", "immediate", (code) => immediates(code, "define_global", [constantOf(code, "datum")])],
  ["a cell as a datum", "immediate", (code) => immediates(code, "constant", [constantOf(code, "cell")])],
  ["code as a datum", "immediate", (code) => {
    const f = ofF(code);
    replace(f, find(f, "fixnum"), [opcodes.constant, 0, constantOf(f, "code"), 0, opcodes.car, 0]);
  }],
  ["a datum in place of code", "immediate", (code) => {
    ofF(code).constants[constantOf(ofF(code), "code")] = { kind: "datum", value: Sym.of("no") };
  }],
  ["a closure without enough variables", "immediate", (code) => replace(ofF(code), find(ofF(code), "make_closure", 1) + 4, [1])],
  ["a closure of more than there is", "underflow", (code) => replace(ofF(code), find(ofF(code), "make_closure") + 4, [9])],
  ["a free variable beyond those of the closure", "immediate", (code) => immediates(ofResult(code), "free", [77])],
  ["a free variable of code without any", "file", (code) => replace(code, find(code, "constant"), [opcodes.free, 0, 0, 0])],
  ["a jump between instructions", "target", (code) => immediates(ofF(code), "jump", [1, 0, 0, 0])],
  ["arguments that are not there", "underflow", (code) => immediates(code, "call", [40])],
  ["a vector of more than there is", "underflow", (code) => immediates(ofResult(code), "make_vector_of", [40])],
  ["an end that does not leave", "end", (code) => replace(code, find(code, "return"), [opcodes.pop, 0])],
  ["a local that is not there", "local", (code) => immediates(ofF(code), "local", [88])],
  ["behind call/cc an instruction that takes too much", "underflow", (code) => {
    replace(ofF(code), find(ofF(code), "call_cc") + 2, [opcodes.vector_set, 0]);
  }],
  ["no code", "end", (code) => Object.assign(code, { bytecode: new Uint8Array(0), positions: new Uint8Array(0) })],
  ["a stack too small", "overflow", (code) => code.stackSize = 0],
  ["a stack of absurd size", "sizes", (code) => code.stackSize = 0x8000000],
  ["more arguments than locals", "sizes", (code) => code.required = 99],
  ["a loop header without a site", "site", (code) => ofF(code).sites = []],
  ["positions of other code", "file", (code) => code.positions = Uint8Array.of(255, 255, 3, 0, 0)],
  ["an object that programs must not see", "file", (code) => code.constants.push({ kind: "datum", value: new Special("end of run", 7) })],
];

/** The forged file. */
function forge(change: (typeof FORGED)[number][2]): Uint8Array {
  const code = compiled(SOURCE);
  change(code);
  return writeCodeFile(code);
}

for (const [what, rule, change] of FORGED) {
  Deno.test(`verifyCodeFile refuses ${what}`, () => assertEquals(verdict(forge(change)), rule));
}

Deno.test("verifyCodeFile refuses damaged files", () => {
  const bytes = writeCodeFile(compiled(SOURCE));
  refusesDamage(bytes, verdict);
});

Deno.test("a forged code file is an error of the run, and the VM goes on", async () => {
  using scheme = await openScheme(CONFIGURATIONS["interpreter"]);
  for (const [, , change] of FORGED) {
    const failure = scheme.vm.run([{ title: "forged", bytes: forge(change), mayGetHot: false }]);
    assertEquals(failure?.kind, "error");
    match(failure?.kind === "error" ? failure.report.message : "", /^Bad (bytecode|code file) at \d+: /);
  }
  assertEquals(await scheme.run("(import (scheme base) (scheme write)) (display (* 6 7))"), null);
  assertEquals(scheme.takeOutput(), "42");
});
