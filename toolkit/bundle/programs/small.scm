; What a small program is like that gets hot.
(import (scheme base) (scheme write))

(define (count-to n)
  (let loop ((i 0) (sum 0.5))
    (cond ((= i n) sum)
          ((and (even? i) (not (zero? i))) (loop (+ i 1) (+ sum (* i 1.5))))
          (else (loop (+ i 1) sum)))))

(define (tree n)
  (if (= n 0) '() (cons (tree (- n 1)) (tree (- n 1)))))

(define (size tree)
  (if (pair? tree) (+ 1 (size (car tree)) (size (cdr tree))) 0))

(define table (make-vector 10 #\a))
(do ((i 0 (+ i 1))) ((= i 10)) (vector-set! table i (integer->char (+ 97 i))))

(let* ((numbers '(1 2 3)) (squares (map (lambda (x) (* x x)) numbers)))
  (write (list (count-to 20000) (size (tree 12)) (expt 2 100) squares (vector->list table)))
  (newline))
