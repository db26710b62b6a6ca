;; R7RS 4.1: primitive expression types.
(import (scheme base))

;; 4.1.1 Variable references
(define x 28)
x
;; expect: 28
not-defined-anywhere
;; error: not-defined-anywhere

;; 4.1.2 Literal expressions
(quote a)
;; expect: a
(quote #(a b c))
;; expect: #(a b c)
(quote (+ 1 2))
;; expect: (+ 1 2)
'a
;; expect: a
'#(a b c)
;; expect: #(a b c)
'()
;; expect: ()
'(+ 1 2)
;; expect: (+ 1 2)
'(quote a)
;; expect: (quote a)
;; expect: 'a
''a
;; expect: (quote a)
;; expect: 'a
'145932
;; expect: 145932
145932
;; expect: 145932
'"abc"
;; expect: "abc"
"abc"
;; expect: "abc"
'#\a
;; expect: #\a
#\a
;; expect: #\a
'#(a 10)
;; expect: #(a 10)
#(a 10)
;; expect: #(a 10)
'#u8(64 65)
;; expect: #u8(64 65)
#u8(64 65)
;; expect: #u8(64 65)
'#t
;; expect: #t
#t
;; expect: #t
#true
;; expect: #t
#false
;; expect: #f

;; 4.1.3 Procedure calls
(+ 3 4)
;; expect: 7
((if #f + *) 3 4)
;; expect: 12
((lambda () 7))
;; expect: 7
(5 1)
;; error: 5
("not a procedure")
;; error: not a procedure
(car)
;; error: car
(car '(1) '(2))
;; error: car
(define (two a b) (list a b))
(two 1)
;; error: two
(two 1 2 3)
;; error: two
(two (begin 1 2) (two 3 4))
;; expect: (2 (3 4))

;; 4.1.4 Procedures
(procedure? (lambda (x) (+ x x)))
;; expect: #t
((lambda (x) (+ x x)) 4)
;; expect: 8
(define reverse-subtract (lambda (x y) (- y x)))
(reverse-subtract 7 10)
;; expect: 3
(define add4 (let ((x 4)) (lambda (y) (+ x y))))
(add4 6)
;; expect: 10
((lambda x x) 3 4 5 6)
;; expect: (3 4 5 6)
((lambda x x))
;; expect: ()
((lambda (x y . z) z) 3 4 5 6)
;; expect: (5 6)
((lambda (x y . z) z) 3 4)
;; expect: ()
((lambda (x y . z) z) 3)
;; error:
((lambda (x) (define y 2) (* x y)) 21)
;; expect: 42
(let ((f (lambda (a) (set! a (+ a 1)) a)) (n 5)) (list (f n) n))
;; expect: (6 5)
(let ((procedures (map (lambda (n) (lambda () n)) '(1 2 3))))
  (map (lambda (p) (p)) procedures))
;; expect: (1 2 3)
(let ((args (list 1 2 3)))
  (eq? args (apply (lambda rest rest) args)))
;; expect: #f
;; Each evaluation of a lambda expression closes over its own variables.
(define (make-counter)
  (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(let ((a (make-counter)) (b (make-counter)))
  (a)
  (a)
  (list (a) (b)))
;; expect: (3 1)

;; 4.1.5 Conditionals
(if (> 3 2) 'yes 'no)
;; expect: yes
(if (> 2 3) 'yes 'no)
;; expect: no
(if (> 3 2) (- 3 2) (+ 3 2))
;; expect: 1
(map (lambda (x) (if x 'true 'false)) (list 0 '() "" #\a 'nil 0.0 #() #t #f))
;; expect: (true true true true true true true true false)
(let ((n 0)) (if #f (set! n 1)) n)
;; expect: 0

;; 4.1.6 Assignments
(let ((x 2))
  (let ((before (+ x 1)))
    (set! x 4)
    (list before (+ x 1))))
;; expect: (3 5)
(define counter 1)
(let () (set! counter (+ counter 10)) counter)
;; expect: 11
(set! never-defined 1)
;; error: never-defined

;; 4.1.7 Inclusion is tested with files (6_13_files.scm).
