;; R7RS 3: basic concepts.
(import (scheme base) (scheme write))

;; 3.1 Variables, syntactic keywords, and regions
(let ((x 1)) (let ((x 2) (y x)) (list x y)))
;; expect: (2 1)
(define (outer) (define x 'inner-x) (let ((x 'shadowing)) x))
(outer)
;; expect: shadowing
(let ((if list)) (if 1 2 3))
;; expect: (1 2 3)
(define (shadow-list list) list)
(shadow-list 5)
;; expect: 5
(let ((else #f)) (cond (else 'taken) (#t 'other)))
;; expect: other
(define-syntax my-keyword (syntax-rules () ((_ x) (list 'macro x))))
(let ((my-keyword (lambda (x) (list 'procedure x)))) (my-keyword 1))
;; expect: (procedure 1)

;; 3.2 Disjointness of types
(define samples
  (list #t (make-bytevector 1 0) #\a (eof-object) '() 1 (cons 1 2) (current-input-port) car "a" 'a (vector)))
(define predicates
  (list boolean? bytevector? char? eof-object? null? number? pair? port? procedure? string? symbol? vector?))
(map (lambda (sample) (let loop ((p predicates) (n 0)) (if (null? p) n (loop (cdr p) (if ((car p) sample) (+ n 1) n))))) samples)
;; expect: (1 1 1 1 1 1 1 1 1 1 1 1)
(map (lambda (p) (let loop ((s samples) (n 0)) (if (null? s) n (loop (cdr s) (if (p (car s)) (+ n 1) n))))) predicates)
;; expect: (1 1 1 1 1 1 1 1 1 1 1 1)
(define-record-type point (make-point x y) point? (x point-x) (y point-y))
(map (lambda (p) (p (make-point 1 2))) predicates)
;; expect: (#f #f #f #f #f #f #f #f #f #f #f #f)
(map point? samples)
;; expect: (#f #f #f #f #f #f #f #f #f #f #f #f)
(if '() 'true 'false)
;; expect: true

;; 3.3 External representations
(let ((port (open-output-string)))
  (write '(28 "a\"b" #\space |x y| 1.5 (a . b) #(1)) port)
  (get-output-string port))
;; expect: "(28 \"a\\\"b\" #\\space |x y| 1.5 (a . b) #(1))"
;; guile: *

;; 3.4 Storage model
(let* ((s (make-string 3 #\a)) (t s))
  (string-set! s 1 #\b)
  (list t (eq? s t)))
;; expect: ("aba" #t)
(let* ((v (vector 1 2 3)) (w (list v)))
  (vector-set! v 0 'changed)
  (vector-ref (car w) 0))
;; expect: changed
(let ((f (lambda () (list 1 2)))) (eq? (f) (f)))
;; expect: #f
;; Literals cannot be changed.
(string-set! "literal" 0 #\L)
;; error: string-set!
;; guile: *
(vector-set! '#(1 2 3) 0 0)
;; error: vector-set!
;; guile: *
(bytevector-u8-set! '#u8(1 2) 0 0)
;; error: bytevector-u8-set!
;; guile: *
(string-set! (symbol->string 'abc) 0 #\b)
;; error: string-set!
;; guile: *
(string-fill! "abc" #\x)
;; error: string-fill!
;; guile: *
(string-copy! "abc" 0 "xyz")
;; error: string-copy!
;; guile: *
(vector-fill! '#(1 2) 0)
;; error: vector-fill!
;; guile: *
(vector-copy! '#(1 2) 0 #(3))
;; error: vector-copy!
;; guile: *
(bytevector-copy! '#u8(1 2) 0 #u8(3))
;; error: bytevector-copy!
;; guile: *

;; 3.5 Proper tail recursion (long loops: ../tail_calls_test.ts)
(define (count-down n) (if (= n 0) 'done (count-down (- n 1))))
(count-down 100000)
;; expect: done
(define (even-steps n) (if (= n 0) #t (odd-steps (- n 1))))
(define (odd-steps n) (if (= n 0) #f (even-steps (- n 1))))
(even-steps 100001)
;; expect: #f
(define (deep n) (if (= n 0) 0 (+ 1 (deep (- n 1)))))
(deep 100000)
;; expect: 100000
