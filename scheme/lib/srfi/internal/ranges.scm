;; Checks of vectors and of ranges in them.
(define-library (srfi internal ranges)
  (import (scheme base) (scheme case-lambda) (only (core) %type-error %range-error))
  (export check-vector check-index check-range define-with-range)
  (begin
    (define-syntax check-vector
      (syntax-rules ()
        ((_ who position x)
         (if (not (vector? x)) (%type-error who position "a vector" x)))))

    (define (check-index who position k limit)
      (if (not (exact-integer? k)) (%type-error who position "an exact integer" k))
      (if (not (and (>= k 0) (< k limit))) (%range-error who position k)))

    ;; Arguments `position` and the next say which part of something of `length` items is meant.
    (define (check-range who position start end length)
      (if (not (exact-integer? start)) (%type-error who position "an exact integer" start))
      (if (not (exact-integer? end)) (%type-error who (+ position 1) "an exact integer" end))
      (if (not (and (>= end 0) (<= end length))) (%range-error who (+ position 1) end))
      (if (not (and (>= start 0) (<= start end))) (%range-error who position start)))

    ;; `(define-with-range (name (argument …) vector position start end) body …)`: a procedure with the arguments, the last of which is
    ;; `vector`, and behind them, from `position` on, an optional range in it. The body stands three times in the procedure: it should be a
    ;; call.
    (define-syntax define-with-range
      (syntax-rules ()
        ((_ (name (argument ...) vector position start end) body ...)
         (define name
           (case-lambda
             ((argument ...)
              (check-vector 'name (- position 1) vector)
              (let ((start 0) (end (vector-length vector))) body ...))
             ((argument ... start)
              (check-vector 'name (- position 1) vector)
              (let ((end (vector-length vector)))
                (check-range 'name position start end end)
                body ...))
             ((argument ... start end)
              (check-vector 'name (- position 1) vector)
              (check-range 'name position start end (vector-length vector))
              body ...))))))))
