/**
 * Continuations: generators, coroutines, re-entry, escapes through `dynamic-wind`, from compiled code and from inlined calls. Every program runs
 * in every configuration; what it prints does not depend on it.
 */

import { deepStrictEqual as assertEquals } from "node:assert";
import { CONFIGURATIONS, runProgram } from "./program.ts";

const IMPORTS = "(import (scheme base) (scheme write) (scheme lazy) (scheme case-lambda))\n";

/** Programs and their output. */
const PROGRAMS: Readonly<Record<string, [program: string, output: string]>> = {
  "escape from a hot loop": [
    `(define (first-multiple k n)
       (call/cc (lambda (return)
         (let loop ((i 1)) (if (= 0 (modulo i k)) (if (> i n) (return i))) (loop (+ i 1))))))
     (write (map (lambda (k) (first-multiple k 5000)) '(7 11 13)))`,
    "(5005 5005 5005)",
  ],
  "escape from inlined calls": [
    `(define (inner k x) (if (> x 100) (k x) x))
     (define (middle k x) (+ 1 (inner k x)))
     (define (outer x) (call/cc (lambda (k) (+ 1000000 (middle k x)))))
     (let loop ((i 0) (sum 0)) (if (< i 2000) (loop (+ i 1) (+ sum (outer (modulo i 200)))) (write sum)))`,
    String(Array.from({ length: 2000 }, (_, i) => i % 200 > 100 ? i % 200 : 1000001 + i % 200).reduce((a, b) => a + b)),
  ],
  "escape out of deep recursion": [
    `(define (dive k n) (if (= n 0) (k 'bottom) (cons n (dive k (- n 1)))))
     (let loop ((i 0) (last #f)) (if (< i 300) (loop (+ i 1) (call/cc (lambda (k) (dive k (* 10 (modulo i 30)))))) (write last)))
     (write (call/cc (lambda (k) (dive k 100000))))`,
    "bottombottom",
  ],
  "generator over a tree": [
    `(define (make-generator walk)
       (define return #f)
       (define (resume)
         (walk (lambda (x) (call/cc (lambda (next) (set! resume (lambda () (next #f))) (return x)))))
         (return 'end))
       (lambda () (call/cc (lambda (r) (set! return r) (resume)))))
     (define (tree n) (if (= n 0) '() (list (tree (- n 1)) n (tree (- n 1)))))
     (define (walk-tree t yield) (if (pair? t) (begin (walk-tree (car t) yield) (yield (cadr t)) (walk-tree (car (cddr t)) yield))))
     (define g (make-generator (lambda (yield) (walk-tree (tree 9) yield))))
     (let loop ((sum 0) (count 0)) (let ((x (g))) (if (eq? x 'end) (write (list sum count)) (loop (+ sum x) (+ count 1)))))`,
    "(1013 511)",
  ],
  "two generators in turn": [
    `(define (make-generator producer)
       (define return #f)
       (define (resume) (producer (lambda (x) (call/cc (lambda (next) (set! resume (lambda () (next #f))) (return x))))) (return 'end))
       (lambda () (call/cc (lambda (r) (set! return r) (resume)))))
     (define evens (make-generator (lambda (yield) (let loop ((i 0)) (yield i) (loop (+ i 2))))))
     (define squares (make-generator (lambda (yield) (let loop ((i 0)) (if (< i 1000) (begin (yield (* i i)) (loop (+ i 1))))))))
     (let loop ((n 0) (sum 0)) (if (< n 700) (loop (+ n 1) (+ sum (evens) (squares))) (write sum)))`,
    String(Array.from({ length: 700 }, (_, i) => 2 * i + i * i).reduce((a, b) => a + b)),
  ],
  "coroutines with a queue": [
    `(define queue '())
     (define (enqueue! k) (set! queue (append queue (list k))))
     (define (dispatch) (let ((k (car queue))) (set! queue (cdr queue)) (k #f)))
     (define (yield) (call/cc (lambda (k) (enqueue! k) (dispatch))))
     (define log '())
     (define finished 0)
     (define (spawn name n done)
       (enqueue! (lambda (ignored)
         (let loop ((i 0)) (if (< i n) (begin (if (= 0 (modulo i 100)) (set! log (cons (list name i) log))) (yield) (loop (+ i 1)))))
         (set! finished (+ finished 1))
         (if (= finished 3) (done (reverse log)) (dispatch)))))
     (write (call/cc (lambda (done) (spawn 'a 300 done) (spawn 'b 200 done) (spawn 'c 100 done) (dispatch))))`,
    "((a 0) (b 0) (c 0) (a 100) (b 100) (a 200))",
  ],
  "re-entry of a loop, every time with its own variables": [
    `(define saved '())
     (define results '())
     (define (run)
       (let loop ((i 0) (sum 0))
         (if (< i 50)
             (begin
               (if (= 0 (modulo i 10)) (call/cc (lambda (k) (set! saved (cons k saved)))))
               (loop (+ i 1) (+ sum i)))
             sum)))
     (set! results (cons (run) results))
     (if (pair? saved) (let ((k (car saved))) (set! saved (cdr saved)) (k #f)))
     (write results)`,
    `(${Array(32).fill(1225).join(" ")})`,
  ],
  "re-entry sees assignments": [
    `(define k #f)
     (define (count)
       (let ((n 0) (m 0))
         (call/cc (lambda (c) (set! k c)))
         (set! n (+ n 1))
         (let loop ((i 0)) (if (< i 100) (begin (set! m (+ m 1)) (loop (+ i 1)))))
         (list n m)))
     (let ((r (count))) (if (< (car r) 5) (k #f) (write r)))`,
    "(5 500)",
  ],
  "re-entry after return, from compiled code": [
    `(define k #f)
     (define (collect n) (let loop ((i 0) (out '())) (if (= i n) (reverse out) (loop (+ i 1) (cons (if (= i 500) (call/cc (lambda (c) (set! k c) i)) i) out)))))
     (define runs 0)
     (let ((l (collect 1000)))
       (set! runs (+ runs 1))
       (if (< runs 4) (k (* runs 100)))
       (write (list runs (length l) (list-ref l 500) (list-ref l 999))))`,
    "(4 1000 300 999)",
  ],
  "dynamic-wind in a hot loop, left and entered": [
    `(define in 0) (define out 0)
     (define (pass i) (call/cc (lambda (k) (dynamic-wind (lambda () (set! in (+ in 1))) (lambda () (if (odd? i) (k i) (* 2 i))) (lambda () (set! out (+ out 1)))))))
     (let loop ((i 0) (sum 0)) (if (< i 1000) (loop (+ i 1) (+ sum (pass i))) (write (list sum in out))))`,
    "(749000 1000 1000)",
  ],
  "dynamic-wind and a generator": [
    `(define trace '())
     (define (note x) (set! trace (cons x trace)))
     (define return #f) (define resume #f)
     (define (yield x) (call/cc (lambda (k) (set! resume k) (return x))))
     (define (start) (call/cc (lambda (r) (set! return r)
       (dynamic-wind (lambda () (note 'in)) (lambda () (yield 1) (yield 2) (return 'end)) (lambda () (note 'out))))))
     (define (next) (call/cc (lambda (r) (set! return r) (resume #f))))
     (let* ((a (start)) (b (next)) (c (next))) (write (list a b c (reverse trace))))`,
    "(1 2 end (in out in out in out))",
  ],
  "guard in a hot loop": [
    `(define (risky i) (cond ((= 0 (modulo i 7)) (raise 'seven)) ((= 0 (modulo i 5)) (error "five" i)) ((= 0 (modulo i 3)) (vector-ref (vector) i)) (else i)))
     (define (safe i) (guard (e ((symbol? e) 1) ((string? (error-object-message e)) 2)) (risky i)))
     (let loop ((i 1) (sum 0)) (if (< i 3000) (loop (+ i 1) (+ sum (safe i))) (write sum)))`,
    String(
      Array.from({ length: 2999 }, (_, i) => i + 1).map((i) => i % 7 === 0 ? 1 : i % 5 === 0 || i % 3 === 0 ? 2 : i).reduce((a, b) =>
        a + b
      ),
    ),
  ],
  "raise-continuable in a hot loop": [
    `(write (with-exception-handler (lambda (e) (* e 2))
       (lambda () (let loop ((i 0) (sum 0)) (if (< i 2000) (loop (+ i 1) (+ sum (raise-continuable i))) sum)))))`,
    String(1999 * 2000),
  ],
  "handlers are those of the continuation": [
    `(define k #f)
     (define results '())
     (with-exception-handler (lambda (e) (list 'outer e))
       (lambda ()
         (set! results (cons (with-exception-handler (lambda (e) (list 'inner e)) (lambda () (call/cc (lambda (c) (set! k c))) (raise-continuable 1))) results))
         (set! results (cons (raise-continuable 2) results))
         (if (< (length results) 6) (k #f))
         (write (reverse results))))`,
    "((inner 1) (outer 2) (inner 1) (outer 2) (inner 1) (outer 2))",
  ],
  "parameters follow continuations": [
    `(define p (make-parameter 'out))
     (define k #f)
     (define seen '())
     (parameterize ((p 'in)) (call/cc (lambda (c) (set! k c))) (set! seen (cons (p) seen)))
     (set! seen (cons (p) seen))
     (if (< (length seen) 6) (k #f))
     (write (reverse seen))`,
    "(in out in out in out)",
  ],
  "amb": [
    `(define fail #f)
     (define (amb-list l) (call/cc (lambda (k) (let ((outer fail)) (for-each (lambda (x) (call/cc (lambda (next) (set! fail (lambda () (next #f))) (k x)))) l) (set! fail outer) (outer)))))
     (define (require x) (if (not x) (fail)))
     (define (pythagorean n)
       (call/cc (lambda (done)
         (set! fail (lambda () (done 'none)))
         (let* ((range (let loop ((i n) (l '())) (if (= i 0) l (loop (- i 1) (cons i l))))) (a (amb-list range)) (b (amb-list range)) (c (amb-list range)))
           (require (> b a)) (require (= (+ (* a a) (* b b)) (* c c))) (require (> a 6))
           (list a b c)))))
     (write (pythagorean 20))`,
    "(8 15 17)",
  ],
  "ctak": [
    `(define (ctak x y z) (call/cc (lambda (k) (aux k x y z))))
     (define (aux k x y z)
       (if (not (< y x)) (k z)
           (call/cc (lambda (k) (aux k (call/cc (lambda (k) (aux k (- x 1) y z))) (call/cc (lambda (k) (aux k (- y 1) z x))) (call/cc (lambda (k) (aux k (- z 1) x y))))))))
     (write (ctak 12 7 3))`,
    "7",
  ],
  "continuations stored in data, used in any order": [
    `(define ks (make-vector 10 #f))
     (define visits (make-vector 10 0))
     (define (visit i) (call/cc (lambda (k) (vector-set! ks i k))) (vector-set! visits i (+ 1 (vector-ref visits i))) i)
     (define order '(3 7 3 9 0))
     (let loop ((i 0)) (if (< i 10) (begin (visit i) (loop (+ i 1)))))
     (if (pair? order) (let ((i (car order))) (set! order (cdr order)) ((vector-ref ks i) #f)))
     (write visits)`,
    "#(2 2 2 4 4 4 4 5 5 6)",
  ],
  "multiple values through continuations": [
    `(define (two i) (call/cc (lambda (k) (if (odd? i) (k i (* 2 i)) (values (* 3 i) i)))))
     (let loop ((i 0) (sum 0)) (if (< i 1000) (let-values (((a b) (two i))) (loop (+ i 1) (+ sum (- a b)))) (write sum)))`,
    String(Array.from({ length: 1000 }, (_, i) => i % 2 ? -i : 2 * i).reduce((a, b) => a + b)),
  ],
  "the continuation of an argument": [
    `(define k #f)
     (define n 0)
     (write (+ 1 (* 2 (call/cc (lambda (c) (set! k c) 10))) 3))
     (set! n (+ n 1))
     (if (< n 3) (k n))`,
    "2468",
  ],
  "map, re-entered": [
    `(define k #f)
     (define n 0)
     (define results '())
     (define l (let loop ((i 199) (l '())) (if (< i 0) l (loop (- i 1) (cons i l)))))
     (let ((m (map (lambda (x) (if (= x 150) (call/cc (lambda (c) (set! k c) x)) x)) l)))
       (set! results (cons m results))
       (set! n (+ n 1))
       (if (< n 3) (k (- n)))
       (write (map (lambda (m) (list (list-ref m 149) (list-ref m 150) (list-ref m 151))) (reverse results))))`,
    "((149 150 151) (149 -1 151) (149 -2 151))",
  ],
  "a continuation outlives its run of a loop with boxes": [
    `(define (make) (let ((k #f) (total 0)) (lambda (i) (set! total (+ total i)) (call/cc (lambda (c) (if (not k) (set! k c)) total)))))
     (define f (make))
     (write (let loop ((i 0) (last 0)) (if (< i 500) (loop (+ i 1) (f i)) last)))`,
    "124750",
  ],
  "deep recursion with escapes at each level": [
    `(define (depth n) (if (= n 0) 0 (+ 1 (call/cc (lambda (k) (if (even? n) (k (depth (- n 1))) (depth (- n 1))))))))
     (write (depth 20000))`,
    "20000",
  ],
  "exit winds out": [
    `(dynamic-wind (lambda () (display "in ")) (lambda () (let loop ((i 0)) (if (< i 100) (loop (+ i 1)))) (call/cc (lambda (k) (k 1))) (display "body ")) (lambda () (display "out")))`,
    "in body out",
  ],
};

for (const [name, [program, output]] of Object.entries(PROGRAMS)) {
  for (const [configuration, machine] of Object.entries(CONFIGURATIONS)) {
    Deno.test(`${name} (${configuration})`, async () => {
      assertEquals(await runProgram(IMPORTS + program, machine), { output, failure: null });
    });
  }
}
