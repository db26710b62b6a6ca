;; R7RS 4.2: derived expression types (laziness, parameters, guard and case-lambda have files of their own).
(import (scheme base) (scheme write) (scheme inexact))

;; 4.2.1 Conditionals
(cond ((> 3 2) 'greater) ((< 3 2) 'less))
;; expect: greater
(cond ((> 3 3) 'greater) ((< 3 3) 'less) (else 'equal))
;; expect: equal
(cond ((assv 'b '((a 1) (b 2))) => cadr) (else #f))
;; expect: 2
(cond ((assv 'z '((a 1) (b 2))) => cadr) (else 'none))
;; expect: none
(cond (#f 1) (2))
;; expect: 2
(cond ((values 5)) (else 6))
;; expect: 5
(cond (#t 1 2 3))
;; expect: 3
(cond (#f 1) (else 2 3))
;; expect: 3
(let ((n 0)) (cond ((begin (set! n (+ n 1)) n) => (lambda (x) (list x n)))))
;; expect: (1 1)
(let ((=> #f)) (cond (#t => 'ok)))
;; expect: ok
(case (* 2 3) ((2 3 5 7) 'prime) ((1 4 6 8 9) 'composite))
;; expect: composite
(case (car '(c d)) ((a e i o u) 'vowel) ((w y) 'semivowel) (else => (lambda (x) x)))
;; expect: c
(case 'y ((a e i o u) 'vowel) ((w y) 'semivowel) (else 'consonant))
;; expect: semivowel
(case 5 ((1 2) 'small) ((4 5) => (lambda (n) (* n 10))) (else 'other))
;; expect: 50
(case 2.0 ((2) 'exact) ((2.0) 'inexact) (else 'none))
;; expect: inexact
(case 100000000000000000000 ((100000000000000000000) 'big) (else 'none))
;; expect: big
(case #\b ((#\a) 1) ((#\b #\c) 2) (else 3))
;; expect: 2
(case "a" (("a") 'same) (else 'different))
;; expect: different
;; expect: same
(case '() ((()) 'empty) (else 'other))
;; expect: empty
(case #f ((#t) 1) ((#f) 2 3))
;; expect: 3
(case (+ 1 2) ((3) 'a 'b) (else 'c))
;; expect: b
(case 'x ((x y) (let ((z 1)) (+ z 1))))
;; expect: 2
(case 7 (else 'only))
;; expect: only
(let loop ((i 0) (out '()))
  (if (= i 12)
      (reverse out)
      (loop (+ i 1) (cons (case i ((0 3 6) 'a) ((1 4 7) 'b) ((2 11) 'c) (else 'd)) out))))
;; expect: (a b c a b d a b d d d c)
(and (= 2 2) (> 2 1))
;; expect: #t
(and (= 2 2) (< 2 1))
;; expect: #f
(and 1 2 'c '(f g))
;; expect: (f g)
(and)
;; expect: #t
(and #f (car '()))
;; expect: #f
(or (= 2 2) (> 2 1))
;; expect: #t
(or (= 2 2) (< 2 1))
;; expect: #t
(or #f #f #f)
;; expect: #f
(or (memq 'b '(a b c)) (/ 3 0))
;; expect: (b c)
(or)
;; expect: #f
(or #f 5)
;; expect: 5
(when (= 1 1.0) 'a 'b)
;; expect: b
(let ((n 0)) (when #f (set! n 1)) (when 'yes (set! n (+ n 2)) (set! n (* n 5))) n)
;; expect: 10
(let ((n 0)) (unless 'yes (set! n 1)) (unless #f (set! n (+ n 2)) (set! n (* n 5))) n)
;; expect: 10
(unless #f 1 2)
;; expect: 2
(cond-expand (full-unicode 'unicode) (else 'other))
;; expect: unicode
(cond-expand (no-such-feature-at-all 1) ((not r7rs) 2) ((and r7rs (library (scheme base))) 3) (else 4))
;; expect: 3
(cond-expand ((library (no such library)) 1) ((or no-such-feature ratios) 2) (else 3))
;; expect: 2
;; guile: *
(cond-expand ((and) 'all) (else 'no))
;; expect: all
(cond-expand ((or) 'any) (else 'no))
;; expect: no

;; 4.2.2 Binding constructs
(let ((x 2) (y 3)) (* x y))
;; expect: 6
(let ((x 2) (y 3)) (let ((x 7) (z (+ x y))) (* z x)))
;; expect: 35
(let () 5)
;; expect: 5
(let ((x 1)) (define y 2) (+ x y))
;; expect: 3
(let ((x 2) (y 3)) (let* ((x 7) (z (+ x y))) (* z x)))
;; expect: 70
(let* () 1)
;; expect: 1
(let* ((x 1) (x (+ x 1)) (x (* x 10))) x)
;; expect: 20
(letrec ((even? (lambda (n) (if (zero? n) #t (odd? (- n 1))))) (odd? (lambda (n) (if (zero? n) #f (even? (- n 1)))))) (even? 88))
;; expect: #t
(letrec ((f (lambda () g)) (g 2)) (f))
;; expect: 2
(letrec ((a 1) (b (lambda () a))) (b))
;; expect: 1
(letrec* ((p (lambda (x) (+ 1 (q (- x 1))))) (q (lambda (y) (if (zero? y) 0 (+ 1 (p (- y 1)))))) (x (p 5)) (y x)) y)
;; expect: 5
(letrec ((a b) (b 1)) a)
;; error: b
(letrec* ((a (lambda () b)) (c (a)) (b 1)) c)
;; error: b
(let ()
  (define a (lambda () b))
  (define c (a))
  (define b 1)
  c)
;; error: b
(let-values (((root rem) (exact-integer-sqrt 32))) (* root rem))
;; expect: 35
(let-values (((a b) (values 1 2)) ((c) (values 3)) (d (values 4 5)) ((e . f) (values 6 7 8))) (list a b c d e f))
;; expect: (1 2 3 (4 5) 6 (7 8))
(let ((a 'a) (b 'b) (x 'x) (y 'y)) (let-values (((a b) (values x y)) ((x y) (values a b))) (list a b x y)))
;; expect: (x y a b)
(let ((a 'a) (b 'b) (x 'x) (y 'y)) (let*-values (((a b) (values x y)) ((x y) (values a b))) (list a b x y)))
;; expect: (x y x y)
(let-values () 1)
;; expect: 1
(let*-values () 2)
;; expect: 2
(let-values ((() (values))) 3)
;; expect: 3
(let-values (((a b) (values 1 2 3))) a)
;; error:
(let-values (((a b . c) (values 1))) a)
;; error:

;; 4.2.3 Sequencing
(define x 0)
(and (= x 0) (begin (set! x 5) (+ x 1)))
;; expect: 6
x
;; expect: 5
(begin 1)
;; expect: 1
(begin (define begin-defined 1) (define begin-defined-too 2))
(list begin-defined begin-defined-too)
;; expect: (1 2)
(let () (begin (define a 1) (define b 2)) (begin) (+ a b))
;; expect: 3

;; 4.2.4 Iteration
(do ((vec (make-vector 5)) (i 0 (+ i 1))) ((= i 5) vec) (vector-set! vec i i))
;; expect: #(0 1 2 3 4)
(let ((x '(1 3 5 7 9))) (do ((x x (cdr x)) (sum 0 (+ sum (car x)))) ((null? x) sum)))
;; expect: 25
(do ((i 0 (+ i 1)) (same 'same)) ((= i 3) (list i same)))
;; expect: (3 same)
(do ((i 0 (+ i 1)) (j 10 (- j i))) ((> i 3) 'first j))
;; expect: 4
(let ((procedures '())) (do ((i 0 (+ i 1))) ((= i 3)) (set! procedures (cons (lambda () i) procedures))) (map (lambda (p) (p)) procedures))
;; expect: (2 1 0)
(let ((n 0)) (do () ((= n 4) n) (set! n (+ n 1))))
;; expect: 4
(let loop ((numbers '(3 -2 1 6 -5)) (nonneg '()) (neg '()))
  (cond ((null? numbers) (list nonneg neg))
        ((>= (car numbers) 0) (loop (cdr numbers) (cons (car numbers) nonneg) neg))
        ((< (car numbers) 0) (loop (cdr numbers) nonneg (cons (car numbers) neg)))))
;; expect: ((6 1 3) (-5 -2))
(let loop () 1)
;; expect: 1
(let ((loop (lambda () 'outer))) (let loop ((x (loop))) x))
;; expect: outer
(let loop ((i 0)) (define next (+ i 1)) (if (< i 10) (loop next) i))
;; expect: 10
(let loop ((i 0)) (if (< i 3) (begin (loop (+ i 1)) i) 'end))
;; expect: 0
(let fib ((n 15)) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
;; expect: 610
(let loop ((i 0) (fs '())) (if (< i 3) (loop (+ i 1) (cons loop fs)) (procedure? (car fs))))
;; expect: #t

;; 4.2.8 Quasiquotation
`(list ,(+ 1 2) 4)
;; expect: (list 3 4)
(let ((name 'a)) `(list ,name ',name))
;; expect: (list a (quote a))
;; expect: (list a 'a)
`(a ,(+ 1 2) ,@(map abs '(4 -5 6)) b)
;; expect: (a 3 4 5 6 b)
`((foo ,(- 10 3)) ,@(cdr '(c)) . ,(car '(cons)))
;; expect: ((foo 7) . cons)
`#(10 5 ,(sqrt 4) ,@(map sqrt '(16 9)) 8)
;; expect: #(10 5 2 4 3 8)
(let ((foo '(foo bar)) (@baz 'baz)) `(list ,@foo , @baz))
;; expect: (list foo bar baz)
`(a `(b ,(c ,(+ 1 2))))
;; expect: (a (quasiquote (b (unquote (c 3)))))
;; expect: (a `(b ,(c 3)))
`(a `(b ,(foo ,(+ 1 3) d) e) f)
;; expect: (a (quasiquote (b (unquote (foo 4 d)) e)) f)
;; expect: (a `(b ,(foo 4 d) e) f)
(let ((name1 'x) (name2 'y)) `(a `(b ,,name1 ,',name2 d) e))
;; expect: (a (quasiquote (b (unquote x) (unquote (quote y)) d)) e)
;; expect: (a `(b ,x ,'y d) e)
(let ((a 3)) `((1 2) ,a ,4 ,'five 6))
;; expect: ((1 2) 3 4 five 6)
(let ((a 3)) (list (quasiquote ((1 2) (unquote a) (unquote 4) (quote five) 6))))
;; expect: (((1 2) 3 4 (quote five) 6))
;; expect: (((1 2) 3 4 'five 6))
'(quasiquote (list (unquote (+ 1 2)) 4))
;; expect: (quasiquote (list (unquote (+ 1 2)) 4))
;; expect: `(list ,(+ 1 2) 4)
`(1 . ,(+ 1 1))
;; expect: (1 . 2)
`(1 ,@'() . 2)
;; expect: (1 . 2)
`(,@'(1 2) . 3)
;; expect: (1 2 . 3)
`,(+ 1 2)
;; expect: 3
`()
;; expect: ()
`#()
;; expect: #()
`#(,@'(1 2) ,@'() 3)
;; expect: #(1 2 3)
`(1 `,(+ 1 ,(+ 2 3)))
;; expect: (1 (quasiquote (unquote (+ 1 5))))
;; expect: (1 `,(+ 1 5))
`(,@(list 1 2) ,@3)
;; expect: (1 2 . 3)
`((,@'(1)) ("s" ,@'(#\c)))
;; expect: ((1) ("s" #\c))
