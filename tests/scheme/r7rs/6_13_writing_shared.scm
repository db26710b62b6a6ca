;; R7RS 6.13.3: writing shared and circular structure.
(import (scheme base) (scheme write))

;; Writing: `write` labels cycles only, `write-shared` all that is shared, `write-simple` nothing.
(define (text-of write object)
  (let ((port (open-output-string)))
    (write object port)
    (get-output-string port)))
(define shared (let ((x (list 1 2))) (list x x)))
(define cycle (let ((x (list 1 2 3))) (set-cdr! (cddr x) x) x))
(define vector-cycle (let ((v (vector 1 2))) (vector-set! v 0 v) v))
(text-of write shared)
;; expect: "((1 2) (1 2))"
(text-of write-shared shared)
;; expect: "(#0=(1 2) #0#)"
;; guile: *
(text-of write-simple shared)
;; expect: "((1 2) (1 2))"
(text-of write cycle)
;; expect: "#0=(1 2 3 . #0#)"
;; guile: *
(text-of write-shared cycle)
;; expect: "#0=(1 2 3 . #0#)"
;; guile: *
(text-of display cycle)
;; expect: "#0=(1 2 3 . #0#)"
;; guile: *
(text-of write vector-cycle)
;; expect: "#0=#(#0# 2)"
;; guile: *
(text-of write (list cycle cycle))
;; expect: "(#0=(1 2 3 . #0#) #0#)"
;; guile: *
(text-of write-shared (let ((s (string #\a))) (list s s)))
;; expect: "(#0=\"a\" #0#)"
;; guile: *
(text-of write (let ((x (list 'a))) (set-car! x x) x))
;; expect: "#0=(#0#)"
;; guile: *
(text-of write-shared (let* ((a (list 1)) (b (list a a)) (c (list b b))) c))
;; expect: "(#0=(#1=(1) #1#) #0#)"
;; guile: *
