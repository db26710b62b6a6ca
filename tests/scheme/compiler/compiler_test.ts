/** The compiler: text in, bytecode out; and that every code object passes the verifier. */

import { deepStrictEqual as assertEquals, ok as assert } from "node:assert";
import type { CodeObject } from "../../../scheme/compiler/code.ts";
import { dumpCode } from "../../../scheme/compiler/dump.ts";
import { compile, InstructionSet } from "../../../scheme/compiler/mod.ts";
import { allInlined } from "../../../scheme/compiler/primitives.ts";
import { simplify } from "../../../scheme/compiler/simplify.ts";
import { lambda } from "../../../scheme/expander/core.ts";
import { dumpCore } from "../../../scheme/expander/dump.ts";
import { BytecodeVerifier } from "../../../toolkit/host/verify_bytecode.ts";
import type { InstructionRow } from "../../../toolkit/machine/instruction_table.ts";
import { TestHost } from "../expander/test_host.ts";

const UNIT = JSON.parse(Deno.readTextFileSync(new URL("../../../scheme/scheme.unit.json", import.meta.url)));
const INSTRUCTIONS = new InstructionSet(UNIT);

const codeOf = (text: string): CodeObject => compile(lambda(null, [], new TestHost().expand(text)), INSTRUCTIONS);
const simplified = (text: string) => dumpCore(simplify(new TestHost().expand(text)));

/** The instructions of the procedure `f` that a text defines, without offsets; jumps by the numbers of their targets. */
function bytecodes(text: string): string {
  const block = dumpCode(codeOf(text), INSTRUCTIONS).split("\n\n").find((block) => block.startsWith("f "))!;
  const lines = block.split("\n").slice(1).map((line) => line.trim().split(/ {2,}/));
  const numbers = new Map(lines.map(([offset], i) => [offset, i]));
  return lines.map(([, text]) => text.replace(/→ (\d+)/, (_, target) => `→${numbers.get(target)}`)).join("; ");
}

function same(rows: readonly (readonly [string, string])[]): void {
  for (const [body, expected] of rows) {
    const text = body.startsWith("(define") ? body : `(define (f x y) ${body})`;
    assertEquals([body, bytecodes(text)], [body, expected]);
  }
}

Deno.test("compile: constants, variables, calls", () => {
  same([
    ["1", "fixnum 1; return"],
    ["#t", "special 3; return"],
    ["'()", "special 1; return"],
    ["12345678901", "constant 12345678901; return"],
    ["x", "local 0; return"],
    ["(g x)", "global program:g; local 0; tail_call 1; return"],
    ["(begin (g) x)", "global program:g; call 0; pop; local 0; return"],
    ["(display x)", "constant_global display; local 0; tail_call 1; return"],
  ]);
});

Deno.test("compile: procedures of the core become bytecodes while they mean the core's", () => {
  same([
    ["(car x)", "local 0; car; return"],
    ["(+ x 1)", "local 0; add_fixnum 1; return"],
    ["(- x 1)", "local 0; add_fixnum -1; return"],
    ["(+ 1 x)", "local 0; add_fixnum 1; return"],
    ["(+ x y)", "local 0; local 1; add; return"],
    ["(- x)", "local 0; negate; return"],
    ["(* x y 2)", "local 0; local 1; multiply; fixnum 2; multiply; return"],
    ["(+ x)", "constant_global +; local 0; tail_call 1; return"],
    ["(list x y)", "local 0; local 1; make_list 2; return"],
    ["(values x y)", "local 0; local 1; values 2; return"],
    ["(apply x y)", "local 0; local 1; tail_apply 0; return"],
    ["(call/cc x)", "local 0; tail_call_cc"],
    ["(call-with-values x y)", "local 1; local 0; call 0; tail_apply_values; return"],
    ["(car x y)", "constant_global car; local 0; local 1; tail_call 2; return"],
    ["(let ((car x)) (car y))", "local 0; local 1; tail_call 1; return"],
    ["(define (car x) x) (define (f x) (car x))", "constant_global program:car; local 0; tail_call 1; return"],
  ]);
});

Deno.test("compile: tests branch without making booleans", () => {
  same([
    ["(if (null? x) 1 2)", "local 0; is_null; branch_if_false →5; fixnum 1; return; fixnum 2; return"],
    ["(if (not x) 1 2)", "local 0; branch_if_true →4; fixnum 1; return; fixnum 2; return"],
    ["(if (and x y) 1 2)", "local 0; branch_if_false →6; local 1; branch_if_false →6; fixnum 1; return; fixnum 2; return"],
    ["(if (or x y) 1 2)", "local 0; branch_if_true →4; local 1; branch_if_false →6; fixnum 1; return; fixnum 2; return"],
    ["(or x y)", "local 0; dup; branch_if_false →4; return; pop; local 1; return"],
    ["(if #t x y)", "local 0; return"],
  ]);
});

Deno.test("compile: loops whose calls are tail calls become jumps", () => {
  same([
    [
      "(let loop ((i 0)) (if (< i x) (loop (+ i 1)) i))",
      "fixnum 0; set_local 2; loop_header; local 2; local 0; less; branch_if_false →11; local 2; add_fixnum 1; set_local 2; jump →2; local 2; return",
    ],
    // In the middle of an expression, unchanged parameters stay where they are.
    [
      "(+ y (let loop ((i 0) (k x)) (if (< i k) (loop (+ i 1) k) i)))",
      "local 1; fixnum 0; local 0; set_local 3; set_local 2; loop_header; local 2; local 3; less; branch_if_false →14; local 2; add_fixnum 1; set_local 2; jump →5; local 2; add; return",
    ],
    // Called once from outside, not in tail position: the loop moves there.
    [
      "(define (f x) (define (go i) (if (< i x) (go (+ i 1)) i)) (list (go 0)))",
      "fixnum 0; set_local 1; loop_header; local 1; local 0; less; branch_if_false →11; local 1; add_fixnum 1; set_local 1; jump →2; local 1; make_list 1; return",
    ],
    // Only called where nothing is left to do: no header, because nothing jumps back.
    [
      "(let ((k (lambda (a) (car a)))) (if x (k y) (k 1)))",
      "local 0; branch_if_false →5; local 1; set_local 2; jump →7; fixnum 1; set_local 2; local 2; car; return",
    ],
  ]);
});

Deno.test("compile: local procedures that capture nothing are constants, and know themselves", () => {
  same([
    ["(let ((g (lambda (a) a))) (list g (g 1)))", "constant <g>; constant <g>; fixnum 1; call 1; make_list 2; return"],
    ["(letrec ((g (lambda (a) (+ 1 (g a))))) (g x))", "constant <g>; local 0; tail_call 1; return"],
    ["(letrec ((e (lambda (a) (not (o a)))) (o (lambda (a) (not (e a))))) (e x))", "constant <e>; local 0; tail_call 1; return"],
    ["(letrec ((g (lambda (a) (+ x (g a))))) (g y))", "local 0; make_closure <g> 1; set_local 2; local 2; local 1; tail_call 1; return"],
  ]);
  assert(dumpCode(codeOf("(define (f) (letrec ((g (lambda (a) (+ 1 (g a))))) g))"), INSTRUCTIONS).includes("self"));
  assert(
    dumpCode(codeOf("(define (f x) (letrec ((a (lambda () (+ x (b)))) (b (lambda () (+ x (a))))) (list a b)))"), INSTRUCTIONS).includes(
      "patch_closure",
    ),
  );
});

Deno.test("compile: assigned variables are boxed where closures or continuations share them", () => {
  same([
    ["(begin (set! x 1) x)", "fixnum 1; set_local 0; local 0; return"],
    ["(begin (set! x 1) (y) x)", "make_box 0; fixnum 1; local_box_set 0; local 1; call 0; pop; local_box_ref 0; return"],
    ["(begin (set! x 1) (lambda () x))", "make_box 0; fixnum 1; local_box_set 0; local 0; make_closure <anonymous> 1; return"],
  ]);
});

Deno.test("simplify: letrec* is sorted into let and fix", () => {
  const rows: [string, string][] = [
    [
      "(lambda () (define a (car 1)) (define b (cons a 2)) (list a b))",
      "(lambda () (let ((a (car 1))) (let ((b (cons a 2))) (list a b))))",
    ],
    ["(lambda () (define (f) (g)) (define (g) (f)) f)", "(lambda () (fix ((f (lambda () (g))) (g (lambda () (f)))) f))"],
    ["(lambda () (define (f) a) (define a (car 1)) (f))", "(lambda () (let ((a (car 1))) (fix ((f (lambda () a))) (f))))"],
    [
      "(lambda () (define a (f)) (define (f) a) a)",
      "(lambda () (let ((a #<unassigned>)) (fix ((f (lambda () a))) (begin (set! a (f)) a))))",
    ],
    ["(lambda (x) (let ((y x)) (list y y)))", "(lambda (x) (list x x))"],
    ["(lambda (x) (let ((y x)) (set! x 1) y))", "(lambda (x) (let ((y x)) (begin (set! x 1) y)))"],
    ["(lambda () (call-with-values (lambda () (values 1 2)) (lambda (a b) (cons a b))))", "(lambda () (cons 1 2))"],
    ["(lambda (p) (call-with-values p (lambda (a . b) (cons a b))))", "(lambda (p) (receive (a . b) (p) (cons a b)))"],
  ];
  for (const [text, expected] of rows) assertEquals([text, simplified(text)], [text, expected]);
});

Deno.test("every inlined procedure has its bytecode, with so many operands", () => {
  for (const [name, count, bytecode] of allInlined()) {
    assertEquals([name, bytecode, INSTRUCTIONS.get(bytecode).effect([])], [name, bytecode, 1 - count]);
  }
});

/** Rows in which the code behind `call_cc` is known to be reached. */
function rows(): InstructionRow[] {
  return UNIT.instructions.map((row: InstructionRow) => row.name === "call_cc" ? { ...row, next: 1 } : row);
}

function verifyAll(code: CodeObject, verifier: BytecodeVerifier, seen = new Set<CodeObject>()): void {
  if (seen.has(code)) return;
  seen.add(code);
  const constants = code.constants.length;
  verifier.verify({
    ...code,
    argumentCount: code.required + (code.rest ? 1 : 0),
    handlers: [],
    counts: { constant: constants, cell: constants, code: constants, name: constants },
  });
  for (const constant of code.constants) {
    if (constant.kind === "code" || constant.kind === "closure") verifyAll(constant.code, verifier, seen);
  }
}

Deno.test("code passes the verifier", () => {
  const verifier = new BytecodeVerifier(rows());
  const programs = [
    "(define (f x) (let loop ((i 0) (acc '())) (cond ((= i x) acc) ((car i) => (lambda (y) (loop (+ i 1) (cons y acc)))) (else (loop (+ i 2) acc)))))",
    "(define (f x) (do ((i 0 (+ i 1)) (j x (cdr j))) ((or (null? j) (< i 1 x 5)) (values i j)) (let-values (((a . b) (f j))) (display a b))))",
    "(define (f x) (define (even n) (if (= n 0) #t (odd (- n 1)))) (define (odd n) (if (= n 0) #f (even (- n 1)))) (list (even x) (odd x)))",
    "(define (f x) (let outer ((i 0)) (if (< i x) (let inner ((j 0)) (if (< j i) (inner (+ j 1)) (outer (+ i 1)))) 'done)))",
    "(define (f k) (+ 1 (call/cc (lambda (c) (set! k c) 1)) (call/cc k)))",
    "(define f (case-lambda ((a) a) ((a b . c) (apply f a b c))))",
    "(define (f x) (define a (g x)) (define (g y) (set! a y) a) (define-values (p . q) (g 1)) (lambda () (list a p q)))",
  ];
  for (const program of programs) verifyAll(codeOf(program), verifier);
});
