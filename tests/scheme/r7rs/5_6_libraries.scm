;; R7RS 5.6: libraries.
;; not for guile: it does not read `(rename a b)` in `export`.
(define-library (tests grid)
  (export make rows cols ref each (rename put! set!))
  (import (scheme base))
  (begin
    (define (make n m)
      (let ((grid (make-vector n)))
        (do ((i 0 (+ i 1))) ((= i n) grid)
          (let ((v (make-vector m #false))) (vector-set! grid i v)))))
    (define (rows grid) (vector-length grid))
    (define (cols grid) (vector-length (vector-ref grid 0)))
    (define (ref grid n m)
      (and (< -1 n (rows grid)) (< -1 m (cols grid)) (vector-ref (vector-ref grid n) m)))
    (define (put! grid n m v) (vector-set! (vector-ref grid n) m v))
    (define (each grid proc)
      (do ((j 0 (+ j 1))) ((= j (rows grid)))
        (do ((k 0 (+ k 1))) ((= k (cols grid)))
          (proc j k (ref grid j k)))))))
(define-library (tests counter)
  (export next! (rename current now) reset counting)
  (import (scheme base))
  (begin
    (define count 0)
    (define (next!) (set! count (+ count 1)) count)
    (define (current) count))
  (begin
    (define (reset) (set! count 0))
    (define-syntax counting
      (syntax-rules ()
        ((_ body ...) (begin (bump) body ...))))
    (define (bump) (set! count (+ count 100)))))
(define-library (tests uses counter)
  (export count-twice (rename count again))
  (import (scheme base) (rename (tests counter) (next! step!)))
  (begin
    (define count 'own)
    (define (count-twice) (step!) (step!))))
(define-library (tests chooses 1)
  (export chosen)
  (import (scheme base))
  (cond-expand
    (no-such-feature (begin (define chosen 'wrong)))
    ((library (no such library)) (begin (define chosen 'also-wrong)))
    ((and r7rs (library (scheme base))) (begin (define chosen 'right)))
    (else (begin (define chosen 'else)))))
(define-library (tests syntax only)
  (export unless2 (rename internal-list listing))
  (import (only (scheme base) define-syntax syntax-rules if define list))
  (begin
    (define-syntax unless2 (syntax-rules () ((_ c e) (if c 'skipped (internal-list e)))))
    (define (internal-list . items) items)))
(import (scheme base) (prefix (tests grid) grid:) (tests counter) (tests uses counter) (tests chooses 1) (tests syntax only))

(let ((g (grid:make 2 3)))
  (grid:set! g 1 2 'x)
  (list (grid:rows g) (grid:cols g) (grid:ref g 1 2) (grid:ref g 0 0) (grid:ref g 5 5)))
;; expect: (2 3 x #f #f)
;; One instance of a library, whoever imports it.
(list (next!) (count-twice) (now))
;; expect: (1 3 3)
again
;; expect: own
;; The macro refers to its library's private names.
(let ((bump 'mine) (count 'mine)) (counting (now)))
;; expect: 103
(begin (reset) (now))
;; expect: 0
count
;; error: count
(bump)
;; error: bump
chosen
;; expect: right
(let ((if list)) (unless2 #f 5))
;; expect: (5)
(listing 1 2)
;; expect: (1 2)
