/** Runs of the machine: limits, what nothing handles, continuations of other runs, code files. */

import { deepStrictEqual as assertEquals } from "node:assert";
import { Source } from "../../scheme/reader/source.ts";
import type { LimitOptions } from "../../toolkit/host/language.ts";
import { CONFIGURATIONS, failureText, openScheme } from "./program.ts";

const RECURSION = "(define (count n) (if (= n 0) 0 (+ 1 (count (- n 1)))))";
const MEGABYTE = 0x100000;

/** Output and failure of a program in an interpreter or with the JIT. */
async function run(text: string, configuration: string, limits?: LimitOptions): Promise<[output: string, failure: string | null]> {
  using scheme = await openScheme({ ...CONFIGURATIONS[configuration], limits });
  const failure = await scheme.run(`(import (scheme base) (scheme write))\n${text}`);
  return [scheme.takeOutput(), failure === null ? null : failureText(failure)];
}

for (const configuration of ["interpreter", "jit"]) {
  Deno.test(`recursion goes as deep as memory allows (${configuration})`, async () => {
    assertEquals(await run(`${RECURSION} (display (count 1000000))`, configuration), ["1000000", null]);
  });

  Deno.test(`recursion without end is an error that can be handled (${configuration})`, async () => {
    const endless = "(define (f x) (+ 1 (f x)))";
    const again = `(display (guard (c (else (error-object-message c))) (f 1)))`;
    const limits = { memoryBytes: 60 * MEGABYTE };
    const [output, failure] = await run(`${endless} ${again} ${again} ${RECURSION} (display (count 100000))`, configuration, limits);
    assertEquals([output, failure], ["out of memoryout of memory100000", null]);
    // No clause may hold: then it goes on to the next guard, which is asked as well.
    const inner = "(guard (c ((string? c) 'string)) (guard (c (#f 'never)) (f 1)))";
    const outer = `(guard (c ((error-object? c) (error-object-message c))) ${inner})`;
    assertEquals(await run(`${endless} (display ${outer})`, configuration, limits), ["out of memory", null]);
    assertEquals(await run(`${endless} (f 1)`, configuration, limits), ["", "error: out of memory"]);
  });

  Deno.test(`no handler gets what stops a program (${configuration})`, async () => {
    const stuck = "(guard (c (#t (display c))) (let loop () (loop)))";
    assertEquals(await run(stuck, configuration, { timeoutMs: 200 }), ["", "error: interrupted"]);
  });
}

Deno.test("an uncaught error says where it was raised and who called", async () => {
  using scheme = await openScheme(CONFIGURATIONS.interpreter);
  const failure = await scheme.run("(import (scheme base))\n(define (f x)\n  (+ 1 (car x)))\n(define (g x) (+ 1 (f x)))\n(+ 1 (g 5))");
  if (failure?.kind !== "error") throw new Error("no error");
  const frames = failure.report.frames.filter(({ file }) => file === "test.scm").map(({ name, line, column }) => [name, line, column]);
  assertEquals(failure.report.message, "car: argument 1 must be a pair, not 5");
  assertEquals(frames, [["f", 3, 8], ["g", 4, 20], ["", 5, 6]]);
});

Deno.test("after an error the machine takes the next program", async () => {
  using scheme = await openScheme(CONFIGURATIONS.interpreter);
  const failure = await scheme.run("(import (scheme base)) (with-exception-handler (lambda (c) (vector-ref c 1)) (lambda () (raise 'x)))");
  assertEquals(failure?.kind === "error" && failure.report.message, "vector-ref: argument 1 must be a vector, not x");
  assertEquals(await scheme.run("(import (scheme base) (scheme write)) (display (guard (c (else 'fine)) (raise 1)))"), null);
  assertEquals(scheme.takeOutput(), "fine");
});

Deno.test("a continuation goes on in a later run of the prompt", async () => {
  using scheme = await openScheme(CONFIGURATIONS.interpreter);
  const { vm } = scheme;
  const forms =
    "(define k #f) (define n 0) (display (+ 100 (call/cc (lambda (c) (set! k c) 1)))) (set! n (+ n 1)) (if (< n 3) (k n)) (display 'end)";
  assertEquals(await vm.evaluateForms(new Source("prompt", forms), vm.interaction, () => {}), null);
  assertEquals(scheme.takeOutput(), "101101end");
});

for (const configuration of ["interpreter", "jit at threshold 2"]) {
  Deno.test(`variables of the prompt may be defined again and assigned (${configuration})`, async () => {
    using scheme = await openScheme(CONFIGURATIONS[configuration]);
    const { vm } = scheme;
    const evaluate = async (text: string) => {
      assertEquals(await vm.evaluateForms(new Source("prompt", text), vm.interaction, () => {}), null);
      return scheme.takeOutput();
    };
    const again = "(display (again 100 0))";
    await evaluate("(define (f x) (+ x 1)) (define (again n sum) (if (= n 0) sum (again (- n 1) (f sum))))");
    assertEquals(await evaluate(again), "100");
    assertEquals(await evaluate(`(define (f x) (+ x 2)) ${again}`), "200");
    assertEquals(await evaluate(`(set! f (lambda (x) (+ x 3))) ${again}`), "300");
    assertEquals(await evaluate("(define car cdr) (display (car '(1 2)))"), "(2)");
  });

  Deno.test(`a variable that was undefined gets its value (${configuration})`, async () => {
    const attempts = "(let again ((i 0)) (if (< i 100) (begin (attempt) (again (+ i 1))))) (display (attempt))";
    const text = `(define (attempt) (guard (c (else 'unbound)) (late))) ${attempts} (define (late) 'bound) ${attempts}`;
    assertEquals(await run(text, configuration), ["unboundbound", null]);
  });
}
