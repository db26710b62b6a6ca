/**
 * Calls in tail position take no memory (R7RS 3.5): long loops through every tail position, with little memory, with and without the JIT.
 */

import { deepStrictEqual as assertEquals } from "node:assert";
import { CONFIGURATIONS, runProgram } from "./program.ts";

/** Enough frames to fill the memory many times over if each call kept one. */
const ITERATIONS = { interpreter: 1_000_000, jit: 10_000_000 };
const MEMORY_BYTES = 32 << 20;

/** Definitions of `(f n)`, which must end in `(f (- n 1))` by way of the tail position, and give `done` for 0. */
const POSITIONS: Readonly<Record<string, string>> = {
  "body": "(define (f n) (if (= n 0) 'done (begin (g n)))) (define (g n) (define m (- n 1)) (f m))",
  "if, consequent": "(define (f n) (if (> n 0) (f (- n 1)) 'done))",
  "if, alternative": "(define (f n) (if (= n 0) 'done (f (- n 1))))",
  "cond": "(define (f n) (cond ((= n 0) 'done) ((odd? n) (f (- n 1))) (else (f (- n 1)))))",
  "cond =>": "(define (f n) (cond ((= n 0) 'done) ((- n 1) => f)))",
  "case": "(define (f n) (case (modulo n 3) ((0) (if (= n 0) 'done (f (- n 1)))) ((1) (f (- n 1))) (else (f (- n 1)))))",
  "case =>": "(define (f n) (if (= n 0) 'done (case (- n 1) ((-1) 'never) (else => f))))",
  "and": "(define (f n) (if (= n 0) 'done (and #t (f (- n 1)))))",
  "or": "(define (f n) (if (= n 0) 'done (or #f (f (- n 1)))))",
  "when": "(define (f n) (if (= n 0) 'done (when #t 1 (f (- n 1)))))",
  "unless": "(define (f n) (if (= n 0) 'done (unless #f 1 (f (- n 1)))))",
  "let": "(define (f n) (let ((m (- n 1))) (if (< m 0) 'done (f m))))",
  "let*": "(define (f n) (let* ((m (- n 1)) (k m)) (if (< k 0) 'done (f k))))",
  "letrec": "(define (f n) (letrec ((g (lambda (k) (f k)))) (if (= n 0) 'done (g (- n 1)))))",
  "let-values": "(define (f n) (let-values (((a b) (values n 1))) (if (= a 0) 'done (f (- a b)))))",
  "let*-values": "(define (f n) (let*-values (((a b) (values n 1)) ((c) (- a b))) (if (< c 0) 'done (f c))))",
  "named let": "(define (f n) (let loop ((n n)) (if (= n 0) 'done (loop (- n 1)))))",
  "begin": "(define (f n) (if (= n 0) 'done (begin 1 2 (f (- n 1)))))",
  "do": "(define (f n) (do ((k 0 (+ k 1))) ((= k 1) (if (= n 0) 'done (f (- n k))))))",
  "let-syntax": "(define (f n) (let-syntax ((next (syntax-rules () ((_ x) (f (- x 1)))))) (if (= n 0) 'done (next n))))",
  "mutual recursion": "(define (f n) (if (= n 0) 'done (g (- n 1)))) (define (g n) (if (= n 0) 'done (h (- n 1)))) (define (h n) (f n))",
  "unknown procedure":
    "(define (f n) (if (= n 0) 'done ((vector-ref table (modulo n 2)) (- n 1)))) (define table (vector f (lambda (n) (f n))))",
  "case-lambda": "(define f (case-lambda ((n) (f n 1)) ((n k) (if (= n 0) 'done (f (- n k))))))",
  "rest arguments": "(define (f n . rest) (if (= n 0) 'done (f (- n 1) n n)))",
  "closures": "(define (f n) (if (= n 0) 'done ((lambda (k) (f k)) (- n 1))))",
  "continuation passing": "(define (f n) (g n (lambda (k) (f k)))) (define (g n k) (if (= n 0) 'done (k (- n 1))))",
  "apply": "(define (f n) (if (= n 0) 'done (apply f (list (- n 1)))))",
  "apply with arguments": "(define (f n k) (if (= n 0) 'done (apply f (- n k) (list k)))) (define start f) (set! f f)",
  "apply as a value": "(define app (car (list apply))) (define (f n) (if (= n 0) 'done (app f (list (- n 1)))))",
  "call/cc": "(define (f n) (if (= n 0) 'done (call/cc (lambda (k) (f (- n 1))))))",
  "call-with-values": "(define (f n) (if (= n 0) 'done (call-with-values (lambda () (- n 1)) f)))",
  "calling a continuation": "(define (f n) (let loop ((n n)) (if (= n 0) 'done (loop (call/cc (lambda (k) (k (- n 1))))))))",
  "guard, clause": "(define (f n) (if (= n 0) 'done (guard (e (#t (f (- e 1)))) (raise n))))",
  "dynamic-wind before": "(define (f n) (let loop ((n n)) (if (= n 0) 'done (begin (dynamic-wind list list list) (loop (- n 1))))))",
  "with-exception-handler": "(define (f n) (let loop ((n n)) (if (= n 0) 'done (loop (with-exception-handler list (lambda () (- n 1)))))))",
  "parameterize":
    "(define p (make-parameter 1)) (define (f n) (let loop ((n n)) (if (= n 0) 'done (loop (- n (parameterize ((p 1)) (p)))))))",
  "delay-force": "(define (g n) (if (= n 0) (delay 'done) (delay-force (g (- n 1))))) (define (f n) (force (g n)))",
  "any": "(define (f n) (if (= n 0) 'done (any (lambda (n) (f n)) (list (- n 1)))))",
};

/** Positions whose iterations are expensive: fewer of them. */
const SLOW: Readonly<Record<string, number>> = {
  "call/cc": 10,
  "calling a continuation": 10,
  "guard, clause": 20,
  "dynamic-wind before": 10,
  "with-exception-handler": 10,
  "parameterize": 10,
  "delay-force": 5,
};

for (const [position, definitions] of Object.entries(POSITIONS)) {
  for (const configuration of ["interpreter", "jit"] as const) {
    Deno.test(`${position} (${configuration})`, async () => {
      const count = ITERATIONS[configuration] / (SLOW[position] ?? 1);
      const start = definitions.includes("(define (f n k)") ? `(f ${count} 1)` : `(f ${count})`;
      const program = `(import (scheme base) (scheme lazy) (scheme case-lambda) (scheme write) (only (srfi 1) any))
        ${definitions} (write ${start})`;
      const machine = { ...CONFIGURATIONS[configuration], limits: { memoryBytes: MEMORY_BYTES } };
      assertEquals(await runProgram(program, machine), { output: "done", failure: null });
    });
  }
}

for (const configuration of ["interpreter", "jit"] as const) {
  Deno.test(`a call that is not in tail position takes memory (${configuration})`, async () => {
    const program = `(import (scheme base)) (define (f n) (if (= n 0) 0 (+ 1 (f (- n 1))))) (f ${ITERATIONS.interpreter * 5})`;
    const machine = { ...CONFIGURATIONS[configuration], limits: { memoryBytes: MEMORY_BYTES } };
    const { failure } = await runProgram(program, machine);
    assertEquals(failure !== null && /memory/i.test(failure), true, failure ?? "it ran");
  });
}
