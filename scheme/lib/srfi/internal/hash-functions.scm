;; Hash functions, the same for all libraries that export them.
(define-library (srfi internal hash-functions)
  (import (scheme base) (scheme case-lambda) (scheme char) (only (core) %type-error %eq-hash %eqv-hash %equal-hash %string-hash))
  (export hash hash-by-identity string-hash string-ci-hash number-hash unbounded-hash hash-for)
  (begin
    (define (plain-string-ci-hash x)
      (if (not (string? x)) (%type-error 'string-ci-hash 1 "a string" x))
      (%string-hash (string-foldcase x)))

    ;; With a second argument the result is less than it.
    (define-syntax define-bounded
      (syntax-rules ()
        ((_ (name plain) ...)
         (begin
           (define name
             (case-lambda
               ((x) (plain x))
               ((x bound)
                (if (not (and (exact-integer? bound) (> bound 0))) (%type-error 'name 2 "a positive exact integer" bound))
                (modulo (plain x) bound))))
           ...))))

    (define-bounded
      (hash %equal-hash)
      (hash-by-identity %eq-hash)
      (string-hash %string-hash)
      (string-ci-hash plain-string-ci-hash))

    ;; Numbers that are `=` have the same hash.
    (define (number-hash x)
      (if (not (number? x)) (%type-error 'number-hash 1 "a number" x))
      (if (and (inexact? x) (rational? x))
          (%eqv-hash (exact x))
          (%eqv-hash x)))

    ;; The function for one argument; the core's where possible, which tables know.
    (define (unbounded-hash f)
      (cond ((eq? f hash) %equal-hash)
            ((eq? f string-hash) %string-hash)
            ((eq? f string-ci-hash) plain-string-ci-hash)
            ((eq? f hash-by-identity) %eq-hash)
            (else f)))

    ;; The hash function for a well-known equivalence.
    (define (hash-for same?)
      (cond ((or (eq? same? eq?) (eq? same? symbol=?) (eq? same? boolean=?)) %eq-hash)
            ((or (eq? same? eqv?) (eq? same? char=?)) %eqv-hash)
            ((eq? same? string=?) %string-hash)
            ((eq? same? string-ci=?) plain-string-ci-hash)
            ((eq? same? =) number-hash)
            (else %equal-hash)))))
