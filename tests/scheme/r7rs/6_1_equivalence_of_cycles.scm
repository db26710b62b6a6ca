;; R7RS 6.1: `equal?` ends on circular structure.
;; not for guile: its `equal?` does not end.
;; not for chez: neither.
(import (scheme base) (scheme cxr))

(let ((a (list 1 2)) (b (list 1 2)))
  (set-cdr! (cdr a) a)
  (set-cdr! (cdr b) b)
  (equal? a b))
;; expect: #t
(let ((a (list 1 2)) (b (list 1 3)))
  (set-cdr! (cdr a) a)
  (set-cdr! (cdr b) b)
  (equal? a b))
;; expect: #f
(let ((a (list 1 2)) (b (list 1 2 1 2)))
  (set-cdr! (cdr a) a)
  (set-cdr! (cdddr b) b)
  (equal? a b))
;; expect: #t
(let ((a (vector 1 #f)) (b (vector 1 #f)))
  (vector-set! a 1 a)
  (vector-set! b 1 b)
  (equal? a b))
;; expect: #t
