/** What the log of the trace compiler says about Scheme programs. */

import { deepStrictEqual, strictEqual } from "node:assert";
import { openScheme } from "./program.ts";

type Event = Record<string, unknown>;

/** Runs a program, which must print `output`; the events. */
async function regionsOf(text: string, output: string): Promise<Event[]> {
  const logFile = await Deno.makeTempFile();
  try {
    using scheme = await openScheme({ jit: { enabled: true, threshold: 40, without: [], logFile }, gc: { stress: 0 } });
    strictEqual(await scheme.run(text), null);
    strictEqual(scheme.takeOutput(), output);
    const lines = (await Deno.readTextFile(logFile)).split("\n").filter((line) => line !== "");
    return lines.map((line) => JSON.parse(line));
  } finally {
    await Deno.remove(logFile);
  }
}

const given = (events: Event[]) => events.filter((e) => e.event === "abort");

Deno.test("each of several tests of one object gets its edge", async () => {
  const events = await regionsOf(
    `(import (scheme base) (scheme write))
     (define (weigh e) (cond ((pair? e) (+ 1 (weigh (car e)) (weigh (cdr e)))) ((number? e) e) (else 1)))
     (let loop ((i 0) (sum 0))
       (if (= i 4000)
           (display sum)
           (loop (+ i 1) (+ sum (weigh (list 'a (list i 1) "b" (if (even? i) 'c 2)))))))`,
    "8048000",
  );
  deepStrictEqual(given(events), []);
});

Deno.test("a generator and its consumer are regions that go through their continuations", async () => {
  const events = await regionsOf(
    `(import (scheme base) (scheme write))
     (define (each-leaf tree yield) (if (pair? tree) (begin (each-leaf (car tree) yield) (each-leaf (cdr tree) yield)) (yield tree)))
     (define (make-generator tree)
       (define return #f)
       (define (resume)
         (each-leaf tree (lambda (leaf) (call/cc (lambda (k) (set! resume (lambda () (k #f))) (return leaf)))))
         (return #f))
       (lambda () (call/cc (lambda (k) (set! return k) (resume)))))
     (define (tree n) (if (= n 0) 1 (cons (tree (- n 1)) (tree (- n 1)))))
     (let ((next (make-generator (tree 12))))
       (let loop ((sum 0))
         (let ((leaf (next)))
           (if leaf (loop (+ sum leaf)) (display sum)))))`,
    "4096",
  );
  deepStrictEqual(given(events), []);
  strictEqual(events.some((e) => Number(e.bytecodes) > 40), true);
});
