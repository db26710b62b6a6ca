;; R7RS 4.2.5 to 4.2.9: delayed evaluation, dynamic bindings, case-lambda.
(import (scheme base) (scheme lazy) (scheme case-lambda) (scheme write))

;; 4.2.5 Delayed evaluation
(force (delay (+ 1 2)))
;; expect: 3
(let ((p (delay (+ 1 2)))) (list (force p) (force p)))
;; expect: (3 3)
(define integers
  (letrec ((next (lambda (n) (delay (cons n (next (+ n 1))))))) (next 0)))
(define (head stream) (car (force stream)))
(define (tail stream) (cdr (force stream)))
(head (tail (tail integers)))
;; expect: 2
(define (stream-filter p? s)
  (delay-force
    (if (null? (force s))
        (delay '())
        (let ((h (car (force s))) (t (cdr (force s))))
          (if (p? h)
              (delay (cons h (stream-filter p? t)))
              (stream-filter p? t))))))
(head (tail (tail (stream-filter odd? integers))))
;; expect: 5
(define (long-chain n) (if (= n 0) (delay 'end) (delay-force (long-chain (- n 1)))))
(force (long-chain 100000))
;; expect: end
(define count 0)
(define p (delay (begin (set! count (+ count 1)) (if (> count x) count (force p)))))
(define x 5)
(promise? p)
;; expect: #t
(force p)
;; expect: 6
(begin (set! x 10) (force p))
;; expect: 6
(let ((n 0)) (let ((q (delay (begin (set! n (+ n 1)) n)))) (list (force q) (force q) n)))
;; expect: (1 1 1)
(force 5)
;; expect: 5
;; guile: *
(promise? (delay 1))
;; expect: #t
(promise? 1)
;; expect: #f
(promise? (delay-force (delay 1)))
;; expect: #t
(promise? (make-promise 1))
;; expect: #t
(force (make-promise (list 1 2)))
;; expect: (1 2)
(let ((p (delay 1))) (eq? p (make-promise p)))
;; expect: #t
;; guile: #f
(let ((p (delay (delay 1)))) (promise? (force p)))
;; expect: #t
(force (delay-force (delay-force (delay 7))))
;; expect: 7
(let* ((n 0) (q (delay (begin (set! n (+ n 1)) n))) (r (delay-force q))) (list (force r) (force q) (force r)))
;; expect: (1 1 1)
(let* ((n 0)
       (q (delay (begin (set! n (+ n 1)) (if (< n 3) (raise 'not-yet) n))))
       (try (lambda () (guard (e (#t e)) (force q)))))
  (let* ((a (try)) (b (try)) (c (try)) (d (try))) (list a b c d)))
;; expect: (not-yet not-yet 3 3)
(let ((out '()))
  (define s (delay (begin (set! out (cons 'once out)) 'value)))
  (force s)
  (force s)
  out)
;; expect: (once)
(force (delay (car '())))
;; error: car

;; 4.2.6 Dynamic bindings
(define radix (make-parameter 10 (lambda (x) (if (and (exact-integer? x) (<= 2 x 16)) x (error "invalid radix" x)))))
(define (show n) (number->string n (radix)))
(show 12)
;; expect: "12"
(parameterize ((radix 2)) (show 12))
;; expect: "1100"
(parameterize ((radix 0)) (show 12))
;; error: invalid radix
(radix)
;; expect: 10
(make-parameter 0 (lambda (x) (error "invalid" x)))
;; error: invalid 0
(define plain (make-parameter 'a))
(define doubled (make-parameter 1 (lambda (x) (* x 2))))
(list (plain) (doubled))
;; expect: (a 2)
(parameterize ((plain 'b) (doubled 5)) (list (plain) (doubled)))
;; expect: (b 10)
(list (plain) (doubled))
;; expect: (a 2)
(parameterize () 1)
;; expect: 1
(parameterize ((plain 'b)) (parameterize ((plain 'c)) (plain)))
;; expect: c
(parameterize ((plain 1)) (list (plain) (parameterize ((plain 2)) (plain)) (plain)))
;; expect: (1 2 1)
(parameterize ((plain 'x)) (define y (plain)) (list y))
;; expect: (x)
(procedure? plain)
;; expect: #t
(parameterize ((doubled 1)) (parameterize ((doubled (doubled))) (doubled)))
;; expect: 4
(let ((k #f) (out '()))
  (parameterize ((plain 'inside))
    (call/cc (lambda (c) (set! k c)))
    (set! out (cons (plain) out)))
  (set! out (cons (plain) out))
  (if (< (length out) 4) (k #f) (reverse out)))
;; expect: (inside a inside a)
(call/cc (lambda (leave) (parameterize ((plain 'lost)) (leave (plain)))))
;; expect: lost
(plain)
;; expect: a
(let ((f (parameterize ((plain 'then)) (lambda () (plain))))) (f))
;; expect: a
(guard (e (#t (list e (plain)))) (parameterize ((plain 'in)) (raise (plain))))
;; expect: (in a)
(parameterize ((car 1)) 1)
;; error:
(parameterize ((5 1)) 1)
;; error:
(let ((order '()))
  (define (note x) (set! order (cons x order)) x)
  (define a (make-parameter 0 note))
  (set! order '())
  (parameterize ((a 1)) (note 'body))
  (reverse order))
;; expect: (1 body)

;; 4.2.9 Case-lambda
(define range
  (case-lambda
    ((e) (range 0 e))
    ((b e) (do ((r '() (cons e r)) (e (- e 1) (- e 1))) ((< e b) r)))))
(range 3)
;; expect: (0 1 2)
(range 3 5)
;; expect: (3 4)
(range)
;; error: range
(range 1 2 3)
;; error: range
(define f
  (case-lambda
    (() 'none)
    ((a) (list 'one a))
    ((a b . rest) (list 'many a b rest))))
(list (f) (f 1) (f 1 2) (f 1 2 3 4))
;; expect: (none (one 1) (many 1 2 ()) (many 1 2 (3 4)))
((case-lambda ((a) 'one) (rest rest)) 1 2 3)
;; expect: (1 2 3)
((case-lambda (rest 'first) ((a) 'never)) 1)
;; expect: first
((case-lambda ((a . b) 'rest) ((a) 'never)) 1)
;; expect: rest
(procedure? (case-lambda))
;; expect: #t
((case-lambda))
;; error:
(let ((n 10)) (map (case-lambda ((x) (+ x n)) ((x y) (* x y n))) '(1 2 3)))
;; expect: (11 12 13)
(apply (case-lambda ((x) 1) ((x y) 2) ((x y z) 3)) '(a b c))
;; expect: 3
(letrec ((count (case-lambda ((n) (count n 0)) ((n sum) (if (= n 0) sum (count (- n 1) (+ sum n))))))) (count 100))
;; expect: 5050
