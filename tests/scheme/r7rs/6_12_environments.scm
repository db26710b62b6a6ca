;; R7RS 6.12: environments and evaluation.
(import (scheme base) (scheme eval) (scheme repl) (scheme r5rs))

(eval '(* 7 3) (environment '(scheme base)))
;; expect: 21
(let ((f (eval '(lambda (f x) (f x x)) (null-environment 5)))) (f + 10))
;; expect: 20
(eval '(let ((x 1)) (+ x 1)) (scheme-report-environment 5))
;; expect: 2
(eval '(begin (define eval-defined 5) (* eval-defined 2)) (interaction-environment))
;; expect: 10
(eval 'eval-defined (interaction-environment))
;; expect: 5
(eval '(begin (set! eval-defined 6) eval-defined) (interaction-environment))
;; expect: 6
(eval 5 (environment '(scheme base)))
;; expect: 5
(eval ''(a b) (environment '(scheme base)))
;; expect: (a b)
(eval (list 'quote (list 1 "two" #\3 4.5 'six)) (environment '(scheme base)))
;; expect: (1 "two" #\3 4.5 six)
(eval (list + 1 2) (environment '(scheme base)))
;; expect: 3
(let ((x (list 1 2))) (eq? x (eval (list 'quote x) (environment '(scheme base)))))
;; expect: #t
;; expect: #f
(eval '(map (lambda (x) (* x x)) '(1 2 3)) (environment '(only (scheme base) map lambda quote *)))
;; expect: (1 4 9)
(eval '(b:car '(1 2)) (environment '(prefix (scheme base) b:) '(only (scheme base) quote)))
;; expect: 1
(eval '(first '(1 2)) (environment '(rename (scheme base) (car first))))
;; expect: 1
(eval '(let-syntax ((m (syntax-rules () ((_ x) (list x x))))) (m 1)) (environment '(scheme base)))
;; expect: (1 1)
(eval '(call/cc (lambda (k) (k 1) 2)) (environment '(scheme base)))
;; expect: 1
(+ 1 (call/cc (lambda (k) (eval (list k 10) (environment '(scheme base))))))
;; expect: 11
(eval '(define x 1) (environment '(scheme base)))
;; error:
;; guile: *
(eval '(car 5) (environment '(scheme base)))
;; error: car
(guard (e (#t 'caught)) (eval '(raise 'x) (environment '(scheme base))))
;; expect: caught
(let loop ((i 0) (sum 0)) (if (< i 20) (loop (+ i 1) (+ sum (eval (list '* i 2) (environment '(scheme base))))) sum))
;; expect: 380
(null-environment 4)
;; error: null-environment
;; guile: *
(scheme-report-environment 'a)
;; error: scheme-report-environment
;; guile: *
