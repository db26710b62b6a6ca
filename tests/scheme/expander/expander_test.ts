/** The expander: text in, core forms out. */

import { deepStrictEqual as assertEquals } from "node:assert";
import { dumpCore } from "../../../scheme/expander/dump.ts";
import { TestHost } from "./test_host.ts";

const expand = (text: string, files?: Record<string, string>) => dumpCore(new TestHost(files).expand(text));

function same(rows: readonly (readonly [string, string])[]): void {
  for (const [text, expected] of rows) assertEquals([text, expand(text)], [text, expected]);
}

function errorOf(text: string): string {
  try {
    return `none: ${expand(text)}`;
  } catch (error) {
    return String(error);
  }
}

Deno.test("expand: basic forms", () => {
  same([
    ["(quote (a b))", "'(a b)"],
    ["'#(a)", "#(a)"],
    ["(lambda (x . r) x)", "(lambda (x . r) x)"],
    ["(lambda r r)", "(lambda r r)"],
    ["(if 1 2)", "(if 1 2 #<unspecified>)"],
    ["(define x 1) (set! x 2)", "(define program:x 1)\n(set! program:x 2)"],
    ["(define (f x) (display x))", "(define program:f (lambda (x) (display x)))"],
    ["(begin 1 2)", "1\n2"],
    ["(let ((x 1) (y 2)) (+ x y))", "(let ((x 1) (y 2)) (+ x y))"],
    ["((lambda (x) x) 1)", "(let ((x 1)) x)"],
    ["(let* ((x 1) (x (+ x 1))) x)", "(let ((x 1)) (let ((x.1 (+ x 1))) x.1))"],
    ["(letrec ((f (lambda () (f)))) f)", "(letrec* ((f (lambda () (f)))) f)"],
    ["(let loop ((i 0)) (loop (+ i 1)))", "(letrec* ((loop (lambda (i) (loop (+ i 1))))) (loop 0))"],
    ["(case-lambda ((a) a) ((a . b) b))", "(case-lambda ((a) a) ((a.1 . b) b))"],
    ["(let-values (((a b) (values 1 2)) ((c . d) 3)) c)", "(receive (a b) (values 1 2) (receive (c . d) 3 c))"],
    ["(define-values (a b) (values 1 2))", "(receive (a b) (values 1 2) (begin (define program:a a) (define program:b b) #<unspecified>))"],
  ]);
});

Deno.test("expand: derived forms", () => {
  same([
    ["(and)", "#t"],
    ["(and 1 2 3)", "(if 1 (if 2 3 #f) #f)"],
    ["(or)", "#f"],
    ["(or 1 2 3)", "(or 1 (or 2 3))"],
    ["(when 1 2 3)", "(if 1 (begin 2 3) #<unspecified>)"],
    ["(unless 1 2)", "(if 1 #<unspecified> 2)"],
    ["(cond (1 2) (3) (4 => car) (else 5))", "(if 1 2 (or 3 (let ((value 4)) (if value (car value) 5))))"],
    ["(case 1 ((a) 2) ((3 4) 5) (else => car))", "(let ((key 1)) (if (eq? key 'a) 2 (if (if (eq? key 3) #t (eq? key 4)) 5 (car key))))"],
    ["(case 1 ((1.5) 2))", "(let ((key 1)) (if (eqv? key 1.5) 2 #<unspecified>))"],
    [
      "(do ((i 0 (+ i 1)) (j 1)) ((= i 3) j) (display i))",
      "(letrec* ((do (lambda (i j) (if (= i 3) j (begin (display i) (do (+ i 1) j)))))) (do 0 1))",
    ],
    ["(delay 1)", "(%delay (lambda () 1))"],
    ["(parameterize ((car 1)) 2)", "(%parameterize (list car) (list 1) (lambda () 2))"],
    ["(guard (e (#f 1) (else 2)) 3)", "(%guard (lambda () 3) (lambda (e) (if #f 1 2)))"],
    ["(guard (e (e => car)) 3)", "(%guard-reraise (lambda () 3) (lambda (e reraise) (let ((value e)) (if value (car value) (reraise)))))"],
  ]);
});

Deno.test("expand: quasiquote", () => {
  same([
    ["`(a b)", "'(a b)"],
    ["`(a ,car ,@(list 2) b)", "(cons 'a (cons car (append (list 2) '(b))))"],
    ["`(a . ,car)", "(cons 'a car)"],
    ["`(a . ,1)", "'(a . 1)"],
    ["`(1 ,@(list 2))", "(cons 1 (list 2))"],
    ["`#(a ,car)", "(list->vector (cons 'a (cons car '())))"],
    ["`(a `(b ,(c ,car)))", "(cons 'a (cons (list 'quasiquote (cons 'b (cons (list 'unquote (cons 'c (cons car '()))) '()))) '()))"],
  ]);
});

Deno.test("expand: bodies define before they evaluate", () => {
  same([
    ["(lambda () (define a 1) (define (f) a) (f))", "(lambda () (letrec* ((a 1) (f (lambda () a))) (f)))"],
    ["(lambda () (begin (define a 1)) a)", "(lambda () (letrec* ((a 1)) a))"],
    ["(lambda () (define-syntax m (syntax-rules () ((_ x) (define x 1)))) (m y) y)", "(lambda () (letrec* ((y 1)) y))"],
  ]);
  assertEquals(errorOf("(lambda () 1 (define a 1) a)").includes("before the expressions of its body"), true);
  assertEquals(errorOf("(lambda () (define a 1))").includes("A body ends with an expression"), true);
});

Deno.test("expand: records are closures over their type", () => {
  assertEquals(
    expand("(define-record-type point (make-point x y) point? (x point-x) (y point-y set-point-y!))"),
    [
      "(define program:point (%make-record-type 'point '(x y)))",
      "(define program:make-point (lambda (x y) (record_make 2 program:point x y)))",
      "(define program:point? (lambda (object) (record_is 0 object program:point)))",
      "(define program:point-x (lambda (record) (record_ref 0 record program:point)))",
      "(define program:point-y (lambda (record.1) (record_ref 1 record.1 program:point)))",
      "(define program:set-point-y! (lambda (record.2 value) (record_set 1 record.2 program:point value)))",
    ].join("\n"),
  );
});

Deno.test("syntax-rules: patterns and templates", () => {
  const macro = (rules: string, use: string) => expand(`(define-syntax m (syntax-rules ${rules})) ${use}`);
  const rows: [string, string, string][] = [
    ["() ((_ a b) (list b a))", "(m 1 2)", "(list 2 1)"],
    ["() ((_ a ...) (list a ...))", "(m 1 2 3)", "(list 1 2 3)"],
    ["() ((_ a ... z) (list z a ...))", "(m 1 2 3)", "(list 3 1 2)"],
    ["() ((_ (a b) ...) (list (cons a b) ...))", "(m (1 2) (3 4))", "(list (cons 1 2) (cons 3 4))"],
    ["() ((_ (a b ...) ...) '((b ... a) ...))", "(m (1 2 3) (4))", "'((2 3 1) (4))"],
    ["() ((_ (a ...) ...) '(a ... ...))", "(m (1 2) (3))", "'(1 2 3)"],
    ["() ((_ x (a ...)) '((x a) ...))", "(m 0 (1 2))", "'((0 1) (0 2))"],
    ["() ((_ (x ...) ((a ...) ...)) '((x a ...) ...))", "(m (1 2) ((3) (4 5)))", "'((1 3) (2 4 5))"],
    ["() ((_ . r) 'r)", "(m 1 2)", "'(1 2)"],
    ["() ((_ a . r) '(r a))", "(m 1 . 2)", "'(2 1)"],
    ["() ((_ #(a b ...)) (list a b ...))", "(m #(1 2 3))", "(list 1 2 3)"],
    ["() ((_ a) '#(a a))", "(m 1)", "#(1 1)"],
    ["(=>) ((_ a => b) '(a b)) ((_ a b c) 'other)", "(m 1 => 2)", "'(1 2)"],
    ["(=>) ((_ a => b) '(a b)) ((_ a b c) 'other)", "(let ((=> 0)) (m 1 => 2))", "(let ((=> 0)) 'other)"],
    ["() ((_ _ a) 'a)", "(m 1 2)", "2"],
    ["() ((_ a) '(... ...)) ", "(m 1)", "'..."],
    ["() ((_ a) '(... (a ...)))", "(m 1)", "'(1 ...)"],
    ["::: () ((_ a :::) '(a ::: ...))", "(m 1 2)", "'(1 2 ...)"],
    ["(...) ((_ ...) 'dots) ((_ a) 'other)", "(m 1)", "'other"],
    ['() ((_ "s") 1) ((_ #\\a) 2) ((_ 1.5) 3)', "(m 1.5)", "3"],
  ];
  for (const [rules, use, expected] of rows) assertEquals([rules, macro(rules, use)], [rules, expected]);
});

Deno.test("syntax-rules: hygiene", () => {
  same([
    [
      "(define-syntax swap! (syntax-rules () ((_ a b) (let ((tmp a)) (set! a b) (set! b tmp)))))" +
      "(lambda (tmp other) (swap! tmp other))",
      "(lambda (tmp other) (let ((tmp.1 tmp)) (begin (set! tmp other) (set! other tmp.1))))",
    ],
    [
      "(define-syntax my-or (syntax-rules () ((_ a b) (let ((t a)) (if t t b))))) (lambda (t if) (my-or t if))",
      "(lambda (t if) (let ((t.1 t)) (if t.1 t.1 if)))",
    ],
    ["(define-syntax ten (syntax-rules () ((_) (+ 4 6)))) (lambda (+) (ten))", "(lambda (+) (+ 4 6))"],
    ["(lambda (else) (cond (else 1)))", "(lambda (else) (if else 1 #<unspecified>))"],
    [
      "(define-syntax def (syntax-rules () ((_ n v) (begin (define tmp v) (define n tmp))))) (def a 1) (def b 2)",
      "(define program#1:tmp 1)\n(define program:a program#1:tmp)\n(define program#2:tmp 2)\n(define program:b program#2:tmp)",
    ],
    [
      "(define-syntax m (syntax-rules () ((_ n) (define-syntax n (syntax-rules () ((_ x (... ...)) (list x (... ...)))))))) (m l) (l 1 2)",
      "(list 1 2)",
    ],
    ["(let-syntax ((a (syntax-rules () ((_) 1)))) (let-syntax ((b (syntax-rules () ((_) (a))))) (lambda (a) (b))))", "(lambda (a) 1)"],
    [
      "(letrec-syntax ((even (syntax-rules () ((_) #t) ((_ x . r) (odd . r)))) (odd (syntax-rules () ((_) #f) ((_ x . r) (even . r))))) (even 1 2))",
      "#t",
    ],
    ["(define if list) (if 1 2 3)", "(define program:if list)\n(program:if 1 2 3)"],
  ]);
});

Deno.test("errors name the form and its place", () => {
  const rows: [string, string][] = [
    ["(display\n  (if))", "t.scm:2:3: Malformed form, expected (if TEST THEN [ELSE]): (if)"],
    ["(let ((x)) x)", "t.scm:1:7: A binding does not fit (let ((VARIABLE EXPRESSION) …) BODY …): (x)"],
    ["(lambda (x x) x)", 't.scm:1:1: The parameter "x" stands twice: (lambda (x x) x)'],
    ["(set! car 1)", 't.scm:1:1: "car" is imported and cannot be assigned'],
    ["(display else)", 't.scm:1:10: "else" is a keyword and has no value'],
    ["(else)", 't.scm:1:1: "else" means nothing here: (else)'],
    ["()", `t.scm:1:1: "()" is no expression; "'()" is the empty list`],
    ["(car . 1)", "t.scm:1:1: A call is a proper list: (car . 1)"],
    ["(define-syntax m (syntax-rules () ((_ a) a)))\n(m)", "t.scm:2:1: No rule of the macro fits: (m)"],
    ['(syntax-error "bad thing" x 1)', "t.scm:1:1: bad thing x 1"],
    ["(if (define x 1) 2 3)", "t.scm:1:5: A definition is not allowed where an expression is wanted: (define x 1)"],
    ["(import (only (core) car2))", 't.scm:1:9: (core) exports no "car2"; did you mean "car"?'],
    ["(import (no such thing))", "t.scm:1:9: There is no library (no such thing)"],
    ["(define-syntax loop (syntax-rules () ((_) (loop)))) (loop)", "t.scm:1:53: The expansion of a macro does not end: (loop)"],
  ];
  for (const [text, expected] of rows) assertEquals([text, errorOf(text)], [text, expected]);
  const depth = 10_000;
  assertEquals(errorOf("(car ".repeat(depth) + "1" + ")".repeat(depth)), "t.scm:1:2496: Expressions are nested more than 500 deep");
});

Deno.test("libraries: exports, import sets, declarations", () => {
  const host = new TestHost({ "part.scm": "(define c 3)", "decl.scm": "(export (rename c see))" });
  const text = `
    (define-library (my lib)
      (import (core))
      (export a (rename b bee) twice)
      (include-library-declarations "decl.scm")
      (cond-expand ((and r7rs (not no-such-feature) (library (core))) (begin (define b 2))) (else (begin (define b 0))))
      (begin (define a 1) (define hidden 4)
        (define-syntax twice (syntax-rules () ((_ x) (list hidden x x)))))
      (include "part.scm"))
    (import (my lib) (prefix (only (my lib) a see) p:) (rename (except (my lib) twice) (bee b)))
    (list a bee p:a p:see b (twice 5))`;
  assertEquals(
    dumpCore(host.expand(text)),
    "(list (my lib):a (my lib):b (my lib):a (my lib):c (my lib):b (list (my lib):hidden 5 5))",
  );
  const error = (library: string) => errorOf(`(define-library (x) (import (core)) ${library})`);
  assertEquals(
    error("(export nothng) (begin (define nothing 1))"),
    '(x) exports "nothng", which it does not define; did you mean "nothing"?'.replace(/^/, "t.scm:1:37: "),
  );
  assertEquals(
    error("(expotr a)"),
    't.scm:1:37: "expotr" is no declaration of a library; expected export, import, begin, include or cond-expand',
  );
});
