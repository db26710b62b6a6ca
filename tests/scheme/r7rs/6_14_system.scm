;; R7RS 6.14: system interface.
(import (scheme base) (scheme process-context) (scheme time))

(let ((c (command-line))) (and (list? c) (string? (car c))))
;; expect: #t
(get-environment-variable "NO_SUCH_VARIABLE_AT_ALL")
;; expect: #f
(let ((all (get-environment-variables))) (and (list? all) (let loop ((l all)) (or (null? l) (and (string? (caar l)) (string? (cdar l)) (loop (cdr l)))))))
;; expect: #t
(get-environment-variable 5)
;; error: get-environment-variable
(let ((t (current-second))) (and (inexact? t) (> t 1600000000.0)))
;; expect: #t
(let ((j (current-jiffy))) (and (exact-integer? j) (<= j (current-jiffy))))
;; expect: #t
(exact-integer? (jiffies-per-second))
;; expect: #t
(let ((f (features))) (and (list? f) (pair? (memq 'r7rs f)) #t))
;; expect: #t
(map (lambda (name) (and (memq name (features)) #t)) '(r7rs exact-closed full-unicode ratios no-such-feature))
;; expect: (#t #t #t #t #f)
(map procedure? (list exit emergency-exit))
;; expect: (#t #t)
