;; R7RS 2.4: datum labels. (Guile has none.)
(import (scheme base) (scheme read) (scheme write))

(define (read-text text) (read (open-input-string text)))
(let ((x (read-text "#0=(a b c . #0#)")))
  (list (car x) (cadr x) (eq? x (list-tail x 3))))
;; expect: (a b #t)
;; guile: *
(let ((x (read-text "(#1=(a) #1# #1#)")))
  (list x (eq? (car x) (cadr x)) (eq? (car x) (car (cddr x)))))
;; expect: (((a) (a) (a)) #t #t)
;; guile: *
(let ((x (read-text "#0=#(1 #0# 2)")))
  (eq? x (vector-ref x 1)))
;; expect: #t
;; guile: *
(let ((x '(#5=(1 2) . #5#)))
  (eq? (car x) (cdr x)))
;; expect: #t
;; guile: *
(let ((x '#7=(a . #7#)))
  (eq? x (cdr x)))
;; expect: #t
;; guile: *
(read-text "#0=#(#1=(#0# #1# 5) #2=\"s\" #2#)")
;; expect: #0=#(#1=(#0# #1# 5) "s" "s")
;; guile: *
