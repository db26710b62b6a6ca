;; SRFI 69: basic hash tables.
(import (scheme base) (scheme char) (srfi 69))

(define t (make-hash-table))
(list (hash-table? t) (hash-table? '()) (hash-table-size t))
;; expect: (#t #f 0)
(begin (hash-table-set! t 'a 1) (hash-table-set! t "b" 2) (hash-table-set! t '(c 3) 3) (hash-table-set! t 'a 4) (hash-table-size t))
;; expect: 3
(list (hash-table-ref t 'a) (hash-table-ref t "b") (hash-table-ref t (list 'c 3)) (hash-table-ref t 'z (lambda () 'none)) (hash-table-ref/default t 'z 0) (hash-table-ref/default t 'a 0))
;; expect: (4 2 3 none 0 4)
(hash-table-ref t 'z)
;; error: z
(list (hash-table-exists? t 'a) (hash-table-exists? t 'z))
;; expect: (#t #f)
(begin (hash-table-update! t 'a (lambda (x) (+ x 1))) (hash-table-update! t 'n list (lambda () 'new)) (hash-table-update!/default t 'm (lambda (x) (+ x 1)) 10) (hash-table-update!/default t 'm (lambda (x) (+ x 1)) 10) (list (hash-table-ref t 'a) (hash-table-ref t 'n) (hash-table-ref t 'm)))
;; expect: (5 (new) 12)
(hash-table-update! t 'zz list)
;; error: zz
(begin (hash-table-delete! t 'n) (hash-table-delete! t 'n) (hash-table-delete! t 'm) (hash-table-size t))
;; expect: 3
(define u (alist->hash-table '((1 . one) (2 . two) (1 . uno) (3 . three))))
(list (hash-table-ref u 1) (hash-table-size u))
;; expect: (one 3)
(apply + (hash-table-keys u))
;; expect: 6
(let ((v (hash-table-values u))) (list (length v) (and (memq 'two v) #t)))
;; expect: (3 #t)
(let ((n 0)) (hash-table-walk u (lambda (k v) (set! n (+ n (* k 10))))) n)
;; expect: 60
(hash-table-fold u (lambda (k v sum) (+ k sum)) 0)
;; expect: 6
(let ((l (hash-table->alist u))) (list (length l) (assv 3 l)))
;; expect: (3 (3 . three))
(let ((c (hash-table-copy u))) (hash-table-set! c 9 'nine) (hash-table-set! c 1 'changed) (list (hash-table-size c) (hash-table-size u) (hash-table-ref u 1)))
;; expect: (4 3 one)
(let ((a (alist->hash-table '((1 . a) (2 . b)))) (b (alist->hash-table '((2 . x) (3 . y))))) (hash-table-merge! a b) (list (hash-table-size a) (hash-table-ref a 2) (hash-table-ref a 3)))
;; expect: (3 b y)
;; expect: (3 x y)
(let ((e (make-hash-table eq?)) (k (list 1))) (hash-table-set! e k 1) (list (hash-table-ref/default e k 0) (hash-table-ref/default e (list 1) 0)))
;; expect: (1 0)
(let ((e (make-hash-table eqv?))) (hash-table-set! e 100000000000000000000 1) (hash-table-set! e 1.5 2) (hash-table-set! e 1/2 3) (list (hash-table-ref/default e 100000000000000000000 0) (hash-table-ref/default e 1.5 0) (hash-table-ref/default e 1/2 0) (hash-table-ref/default e 1 0)))
;; expect: (1 2 3 0)
(let ((s (make-hash-table string=?))) (hash-table-set! s "abc" 1) (hash-table-set! s (string #\λ) 2) (list (hash-table-ref/default s (string #\a #\b #\c) 0) (hash-table-ref/default s "λ" 0) (hash-table-ref/default s "x" 0)))
;; expect: (1 2 0)
(let ((s (make-hash-table string-ci=? string-ci-hash))) (hash-table-set! s "AbC" 1) (hash-table-ref/default s "aBc" 0))
;; expect: 1
(let ((s (make-hash-table (lambda (a b) (= (modulo a 10) (modulo b 10))) (lambda (x . bound) (modulo x 10))))) (hash-table-set! s 3 'three) (list (hash-table-ref/default s 13 0) (hash-table-ref/default s 4 0)))
;; expect: (three 0)
(list (eq? (hash-table-equivalence-function (make-hash-table eq?)) eq?) (procedure? (hash-table-hash-function t)))
;; expect: (#t #t)
(list (= (hash "abc") (hash (string #\a #\b #\c))) (= (hash '(1 #(2 "x"))) (hash (list 1 (vector 2 "x")))) (= (string-hash "abc" 100) (string-hash (string #\a #\b #\c) 100)) (< -1 (hash 'x 10) 10) (= (string-ci-hash "aBc") (string-ci-hash "AbC")) (< -1 (hash-by-identity t 7) 7))
;; expect: (#t #t #t #t #t #t)
(let ((big (make-hash-table)))
  (let loop ((i 0)) (if (< i 5000) (begin (hash-table-set! big i (* i i)) (loop (+ i 1)))))
  (let loop ((i 0)) (if (< i 5000) (begin (if (odd? i) (hash-table-delete! big i)) (loop (+ i 1)))))
  (let loop ((i 0) (sum 0)) (if (< i 5000) (loop (+ i 1) (+ sum (hash-table-ref/default big i 0))) (list (hash-table-size big) sum))))
;; expect: (2500 20820835000)
(let ((strings (make-hash-table)))
  (let loop ((i 0)) (if (< i 1000) (begin (hash-table-update!/default strings (number->string (modulo i 100)) (lambda (n) (+ n 1)) 0) (loop (+ i 1)))))
  (list (hash-table-size strings) (hash-table-ref strings "7")))
;; expect: (100 10)
(let ((e (make-hash-table eq?)) (keys (let loop ((i 0) (l '())) (if (< i 1000) (loop (+ i 1) (cons (list i) l)) l))))
  (for-each (lambda (k) (hash-table-set! e k (car k))) keys)
  (let loop ((i 0) (garbage '())) (if (< i 20000) (loop (+ i 1) (cons i garbage)) #f))
  (let loop ((k keys) (good 0)) (if (null? k) good (loop (cdr k) (if (eqv? (caar k) (hash-table-ref/default e (car k) #f)) (+ good 1) good)))))
;; expect: 1000
(hash-table-set! 5 1 2)
;; error: hash-table-set!
(hash-table-ref '() 1)
;; error: hash-table-ref
(make-hash-table 5)
;; error: make-hash-table
;; guile: *
(hash-table-walk t 5)
;; error: hash-table-walk
