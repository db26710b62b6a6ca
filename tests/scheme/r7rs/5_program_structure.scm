;; R7RS 5: program structure.
(import (scheme base) (only (scheme write) display write) (rename (scheme char) (char-upcase up)) (prefix (scheme cxr) c:)
        (except (scheme inexact) sin) (rename (prefix (only (scheme lazy) force delay) lazy-) (lazy-force undelay)))

;; 5.2 Import declarations
(list (up #\a) (c:caddr '(1 2 3)) (sqrt 4) (undelay (lazy-delay 5)))
;; expect: (#\A 3 2 5)
(sin 1)
;; error: sin
;; guile: *
(caddr '(1 2 3))
;; error: caddr
;; guile: *

;; 5.3 Variable definitions
(define add3 (lambda (x) (+ x 3)))
(add3 3)
;; expect: 6
(define first car)
(first '(1 2))
;; expect: 1
(define (curried a) (lambda (b) (list a b)))
((curried 1) 2)
;; expect: (1 2)
(define (rest-only . args) args)
(rest-only 1 2 3)
;; expect: (1 2 3)
(define (some a b . more) (list a b more))
(some 1 2 3 4)
;; expect: (1 2 (3 4))
(define redefined 1)
(define redefined (+ redefined 1))
redefined
;; expect: 2
(let ((x 5)) (define foo (lambda (y) (bar x y))) (define bar (lambda (a b) (+ (* a b) a))) (foo (+ x 3)))
;; expect: 45
(let () (define (even? n) (or (= n 0) (odd? (- n 1)))) (define (odd? n) (and (> n 0) (even? (- n 1)))) (list (even? 10) (odd? 10)))
;; expect: (#t #f)
(let ((x 1)) (define-syntax y (syntax-rules () ((_) x))) (define z (y)) (set! x 2) (list z (y)))
;; expect: (1 2)
(let () (define a 1) (define b (+ a 1)) (set! a 10) (list a b))
;; expect: (10 2)
(define-values (x y) (exact-integer-sqrt 17))
(list x y)
;; expect: (4 1)
(define-values (v . w) (values 1 2 3))
(list v w)
;; expect: (1 (2 3))
(define-values all (values 1 2))
all
;; expect: (1 2)
(define-values () (values))
(let () (define-values (x y) (values 1 2)) (+ x y))
;; expect: 3
(let () (define-values (a b . c) (values 1 2 3 4)) (define d (list a b c)) d)
;; expect: (1 2 (3 4))
(let () (define-values (one two) (values 1 2 3)) one)
;; error:

;; 5.4 Syntax definitions
(let ((x 1) (y 2)) (define-syntax swap! (syntax-rules () ((swap! a b) (let ((tmp a)) (set! a b) (set! b tmp))))) (swap! x y) (list x y))
;; expect: (2 1)
(define-syntax define-constant (syntax-rules () ((_ name value) (define name value))))
(define-constant seven 7)
seven
;; expect: 7
(let () (define-constant eight 8) (define-constant nine (+ eight 1)) nine)
;; expect: 9

;; 5.5 Record-type definitions
(define-record-type <pare> (kons x y) pare? (x kar set-kar!) (y kdr))
(pare? (kons 1 2))
;; expect: #t
(pare? (cons 1 2))
;; expect: #f
(kar (kons 1 2))
;; expect: 1
(kdr (kons 1 2))
;; expect: 2
(let ((k (kons 1 2))) (set-kar! k 3) (kar k))
;; expect: 3
(kar 5)
;; error: kar
(set-kar! '(1) 2)
;; error: set-kar!
(kons 1)
;; error: kons
(kons 1 2 3)
;; error: kons
(define-record-type node (make-node right) node? (left node-left set-node-left!) (right node-right))
(let ((n (make-node 1))) (set-node-left! n 2) (list (node-left n) (node-right n)))
;; expect: (2 1)
(define-record-type empty (make-empty) empty?)
(list (empty? (make-empty)) (empty? 1) (eq? (make-empty) (make-empty)))
;; expect: (#t #f #f)
(define-record-type reversed (make-reversed b a) reversed? (a reversed-a) (b reversed-b))
(let ((r (make-reversed 1 2))) (list (reversed-a r) (reversed-b r)))
;; expect: (2 1)
(define-record-type twin (make-twin) twin?)
(define make-old-twin make-twin)
(define old-twin? twin?)
(define-record-type twin (make-twin) twin?)
(list (old-twin? (make-old-twin)) (old-twin? (make-twin)) (twin? (make-twin)))
;; expect: (#t #f #t)
;; guile: *
(let () (define-record-type local (make-local x) local? (x local-x)) (define l (make-local 1)) (list (local? l) (local-x l)))
;; expect: (#t 1)
(map (lambda (x) (pare? x)) (list 1 "a" #\a 'a '() #f car (vector 1) (kons 1 2) (make-empty)))
;; expect: (#f #f #f #f #f #f #f #f #t #f)
(let ((a (kons 1 2)) (b (kons 1 2))) (list (eqv? a b) (equal? a b) (equal? a a)))
;; expect: (#f #f #t)
;; guile: *
(let ((k (kons 1 2))) (list (vector? k) (pair? k) (procedure? k) (string? k)))
;; expect: (#f #f #f #f)
