;; R7RS 6.1: equivalence predicates.
(import (scheme base))

(define (all x y) (list (eq? x y) (eqv? x y) (equal? x y)))
(all 'a 'a)
;; expect: (#t #t #t)
(all 'a 'b)
;; expect: (#f #f #f)
(all '() '())
;; expect: (#t #t #t)
(all #t #t)
;; expect: (#t #t #t)
(all #t #f)
;; expect: (#f #f #f)
(all #f '())
;; expect: (#f #f #f)
(all car car)
;; expect: (#t #t #t)
(all (list 'a) (list 'a))
;; expect: (#f #f #t)
(all (cons 1 2) (cons 1 2))
;; expect: (#f #f #t)
(all (string #\a) (string #\a))
;; expect: (#f #f #t)
(all (vector 1) (vector 1))
;; expect: (#f #f #t)
(all (lambda () 1) (lambda () 2))
;; expect: (#f #f #f)
(let ((p (lambda (x) x))) (all p p))
;; expect: (#t #t #t)
(let ((x '(a))) (all x x))
;; expect: (#t #t #t)
(let ((x (vector))) (all x x))
;; expect: (#t #t #t)
(map (lambda (x y) (eqv? x y)) (list 2 2 100000000 2.0 1/2 100000000000000000000 -0.0 0.0 +nan.0 1.5 0 #\a #\a) (list 2 2.0 100000000 2.0 1/2 100000000000000000000 0.0 0.0 +nan.0 1.5 -0.0 #\a #\b))
;; expect: (#t #f #t #t #t #t #f #t #t #t #f #t #f)
(map (lambda (x y) (equal? x y)) (list 2 2 2.0 1/2 100000000000000000000 0.0 #\a "abc" "abc" '(a (b) c) #(1 #(2)) #u8(1 2) 'a 4611686018427387904)
  (list 2 2.0 2.0 1/2 100000000000000000000 -0.0 #\a "abc" "abd" '(a (b) c) #(1 #(2)) #u8(1 2) "a" 4611686018427387904))
;; expect: (#t #f #t #t #t #f #t #t #f #t #t #t #f #t)
(eqv? "" "")
;; expect: #t
;; expect: #f
(let ((g (lambda () (let ((n 0)) (lambda () (set! n (+ n 1)) n))))) (let ((a (g))) (list (eqv? a a) (eqv? (g) (g)))))
;; expect: (#t #f)
(letrec ((f (lambda () (if (eqv? f g) 'f 'both))) (g (lambda () (if (eqv? f g) 'g 'both)))) (eqv? f g))
;; expect: #f
(equal? (make-vector 5 'a) (make-vector 5 'a))
;; expect: #t
(equal? '(1 . 2) '(1 . 3))
;; expect: #f
(equal? '(1 2) '(1 2 3))
;; expect: #f
(equal? #(1 2) '(1 2))
;; expect: #f
(equal? "abc" 'abc)
;; expect: #f
(equal? #u8(1 2 3) (bytevector 1 2 3))
;; expect: #t
(equal? (string->symbol "x y") '|x y|)
;; expect: #t
(equal? (let loop ((n 0) (l '())) (if (< n 100000) (loop (+ n 1) (list l)) l)) (let loop ((n 0) (l '())) (if (< n 100000) (loop (+ n 1) (list l)) l)))
;; expect: #t
(let loop ((n 0) (a 1) (b 1))
  (if (< n 20)
      (loop (+ n 1) (cons a a) (cons b b))
      (equal? a b)))
;; expect: #t
(eq? (eof-object) (eof-object))
;; expect: #t
(eq?)
;; error: eq?
;; guile: *
(eqv? 1)
;; error: eqv?
;; guile: *
(equal? 1 2 3)
;; error: equal?
;; guile: *
