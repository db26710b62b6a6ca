;; Merging what is sorted, and removing neighbours that are the same.

(define (list-merge less? a b)
  (check-procedure 'list-merge 1 less?)
  (if (not (list? a)) (%type-error 'list-merge 2 "a list" a))
  (if (not (list? b)) (%type-error 'list-merge 3 "a list" b))
  (let loop ((a a) (b b) (result '()))
    (cond ((null? a) (append-reversed result b))
          ((null? b) (append-reversed result a))
          ((less? (car b) (car a)) (loop a (cdr b) (cons (car b) result)))
          (else (loop (cdr a) b (cons (car a) result))))))

(define (append-reversed items tail)
  (if (pair? items)
      (append-reversed (cdr items) (cons (car items) tail))
      tail))

(define list-merge! list-merge)

(define vector-merge
  (case-lambda
    ((less? a b)
     (check-vector 'vector-merge 2 a)
     (check-vector 'vector-merge 3 b)
     (merged less? a 0 (vector-length a) b 0 (vector-length b)))
    ((less? a b a-start)
     (check-vector 'vector-merge 2 a)
     (vector-merge less? a b a-start (vector-length a)))
    ((less? a b a-start a-end) (vector-merge less? a b a-start a-end 0))
    ((less? a b a-start a-end b-start)
     (check-vector 'vector-merge 3 b)
     (vector-merge less? a b a-start a-end b-start (vector-length b)))
    ((less? a b a-start a-end b-start b-end)
     (check-vector 'vector-merge 2 a)
     (check-vector 'vector-merge 3 b)
     (check-range 'vector-merge 4 a-start a-end (vector-length a))
     (check-range 'vector-merge 6 b-start b-end (vector-length b))
     (merged less? a a-start a-end b b-start b-end))))

(define (merged less? a i a-end b j b-end)
  (check-procedure 'vector-merge 1 less?)
  (let ((to (make-vector (+ (- a-end i) (- b-end j)))))
    (merge-ranges! less? a i a-end b j b-end to 0)
    to))

(define vector-merge!
  (case-lambda
    ((less? to a b) (vector-merge! less? to a b 0))
    ((less? to a b start) (vector-merge! less? to a b start 0))
    ((less? to a b start a-start)
     (check-vector 'vector-merge! 3 a)
     (vector-merge! less? to a b start a-start (vector-length a)))
    ((less? to a b start a-start a-end) (vector-merge! less? to a b start a-start a-end 0))
    ((less? to a b start a-start a-end b-start)
     (check-vector 'vector-merge! 4 b)
     (vector-merge! less? to a b start a-start a-end b-start (vector-length b)))
    ((less? to a b start a-start a-end b-start b-end)
     (check-procedure 'vector-merge! 1 less?)
     (check-vector 'vector-merge! 2 to)
     (check-vector 'vector-merge! 3 a)
     (check-vector 'vector-merge! 4 b)
     (check-range 'vector-merge! 6 a-start a-end (vector-length a))
     (check-range 'vector-merge! 8 b-start b-end (vector-length b))
     (check-range 'vector-merge! 5 start (vector-length to) (vector-length to))
     (if (> (+ start (- a-end a-start) (- b-end b-start)) (vector-length to))
         (%type-error 'vector-merge! 2 "a long enough vector" to))
     (merge-ranges! less? a a-start a-end b b-start b-end to start))))

(define (list-delete-neighbor-dups same? list)
  (check-procedure 'list-delete-neighbor-dups 1 same?)
  (let loop ((rest list) (result '()))
    (if (pair? rest)
        (let ((x (car rest)))
          (loop (cdr rest)
                (if (and (pair? result) (same? (car result) x))
                    result
                    (cons x result))))
        (begin
          (check-end 'list-delete-neighbor-dups 2 rest list)
          (reverse result)))))

(define list-delete-neighbor-dups! list-delete-neighbor-dups)

(define-with-range (vector-delete-neighbor-dups (same? v) v 3 start end)
  (without-duplicates same? v start end))

(define (without-duplicates same? v start end)
  (check-procedure 'vector-delete-neighbor-dups 1 same?)
  (let* ((copy (vector-copy v start end))
         (n (squeeze! same? copy 0 (- end start))))
    (vector-copy copy 0 n)))

;; The end of what is left.
(define-with-range (vector-delete-neighbor-dups! (same? v) v 3 start end)
  (squeeze! same? v start end))

(define (squeeze! same? v start end)
  (check-procedure 'vector-delete-neighbor-dups! 1 same?)
  (if (= start end)
      start
      (let loop ((k (+ start 1)) (last start))
        (if (< k end)
            (let ((x (vector-ref v k)))
              (if (same? (vector-ref v last) x)
                  (loop (+ k 1) last)
                  (begin
                    (vector-set! v (+ last 1) x)
                    (loop (+ k 1) (+ last 1)))))
            (+ last 1)))))
