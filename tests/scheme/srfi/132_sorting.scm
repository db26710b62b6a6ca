;; SRFI 132: sorting.
;; not for guile: it has no SRFI 132.
(import (scheme base) (srfi 132))

(list (list-sorted? < '(1 2 2 3)) (list-sorted? < '(1 3 2)) (list-sorted? < '()) (vector-sorted? < #(1 2 2)) (vector-sorted? < #(2 1)) (vector-sorted? < #(9 1 2 0) 1 3) (vector-sorted? < #(5 1 2) 1))
;; expect: (#t #f #t #t #f #t #t)
(list (list-sort < '(3 1 4 1 5 9 2 6)) (list-sort > '(3 1 2)) (list-sort < '()) (list-stable-sort < '(2 1)) (list-sort! < (list 3 2 1)) (list-stable-sort! < (list 3 2 1)))
;; expect: ((1 1 2 3 4 5 6 9) (3 2 1) () (1 2) (1 2 3) (1 2 3))
(list (vector-sort < #(3 1 2)) (vector-stable-sort < #(3 1 2)) (vector-sort < #(5 4 3 2 1) 1) (vector-sort < #(5 4 3 2 1) 1 4))
;; expect: (#(1 2 3) #(1 2 3) #(1 2 3 4) #(2 3 4))
(let ((v (vector 5 4 3 2 1))) (vector-sort! < v 1 4) (let ((w (vector-copy v))) (vector-stable-sort! < v) (list w v)))
;; expect: (#(5 2 3 4 1) #(1 2 3 4 5))
(list-sort (lambda (a b) (< (car a) (car b))) '((2 a) (1 b) (2 c) (1 d) (0 e) (2 f) (1 g) (0 h) (2 i) (1 j) (3 k) (0 l)))
;; expect: ((0 e) (0 h) (0 l) (1 b) (1 d) (1 g) (1 j) (2 a) (2 c) (2 f) (2 i) (3 k))
(define (random-list n) (let loop ((i 0) (x 12345) (l '())) (if (< i n) (loop (+ i 1) (modulo (+ (* x 1103515245) 12345) 2147483648) (cons (modulo x 1000) l)) l)))
(let ((l (random-list 3000))) (let ((s (list-sort < l))) (list (list-sorted? < s) (length s) (= (apply + l) (apply + s)))))
;; expect: (#t 3000 #t)
(let* ((v (list->vector (random-list 1000))) (s (vector-sort < v))) (list (vector-sorted? < s) (vector-length s) (equal? (vector->list s) (list-sort < (random-list 1000)))))
;; expect: (#t 1000 #t)
(let loop ((n 0) (ok #t)) (if (< n 40) (loop (+ n 1) (and ok (list-sorted? < (list-sort < (random-list n))) (list-sorted? < (list-sort < (reverse (list-sort < (random-list n))))))) ok))
;; expect: #t
(list (list-merge < '(1 3 5) '(2 4)) (list-merge < '() '(1)) (list-merge! < (list 1 2) (list 1)) (vector-merge < #(1 3) #(2 4)) (vector-merge < #(9 1 3) #(2 4 0) 1 3 0 2) (vector-merge < #(1 3 5) #(2) 1))
;; expect: ((1 2 3 4 5) (1) (1 1 2) #(1 2 3 4) #(1 2 3 4) #(2 3 5))
(let ((v (make-vector 6 'x))) (vector-merge! < v #(1 3) #(2 4)) (let ((w (vector-copy v))) (vector-merge! < v #(1 3) #(2) 3) (list w v)))
;; expect: (#(1 2 3 4 x x) #(1 2 3 1 2 3))
(vector-merge! < (make-vector 2) #(1 2) #(3))
;; error: vector-merge!
(list (list-delete-neighbor-dups = '(1 1 2 2 2 3 1)) (list-delete-neighbor-dups! = (list 1 1)) (list-delete-neighbor-dups = '()) (vector-delete-neighbor-dups = #(1 1 2 3 3)) (vector-delete-neighbor-dups = #(1 1 1 2 2) 1 4) (vector-delete-neighbor-dups = #()))
;; expect: ((1 2 3 1) (1) () #(1 2 3) #(1 2) #())
(let* ((v (vector 1 1 2 2 3)) (n (vector-delete-neighbor-dups! = v))) (list n (vector-copy v 0 n)))
;; expect: (3 #(1 2 3))
(list (vector-find-median < #(3 1 2) 'none) (vector-find-median < #(4 1 2 3) 'none) (vector-find-median < #() 'none) (vector-find-median < #(4 1 2 3) 'none list))
;; expect: (2 5/2 none (2 3))
(let ((v (vector 3 1 2))) (list (vector-find-median! < v 0) v))
;; expect: (2 #(1 2 3))
(let ((l (random-list 200))) (let ((s (list->vector (list-sort < l)))) (let loop ((k 0) (ok #t)) (if (< k 200) (loop (+ k 13) (and ok (= (vector-ref s k) (vector-select! < (list->vector l) k)))) ok))))
;; expect: #t
(let ((v (vector 9 5 4 3 2 1 9))) (vector-select! < v 2 1 6))
;; expect: 3
(let ((v (vector 5 3 1 4 2))) (vector-separate! < v 2) (list-sort < (vector->list v 0 2)))
;; expect: (1 2)
(let ((v (vector 2 1))) (vector-separate! < v 0) (vector-separate! < v 2) (vector-length v))
;; expect: 2
(list-sort < 5)
;; error: list-sort
(list-sort 5 '(1 2))
;; error: list-sort
(vector-sort < '(1))
;; error: vector-sort
(vector-sort < #(1 2) 3)
;; error: vector-sort
(vector-select! < (vector 1 2) 2)
;; error: vector-select!
(list-sort < '(1 a))
;; error: <
;; A comparison that escapes.
(call/cc (lambda (k) (list-sort (lambda (a b) (if (= a 3) (k 'escaped) (< a b))) '(1 2 3 4 5))))
;; expect: escaped
