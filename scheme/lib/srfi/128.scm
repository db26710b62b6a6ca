;; SRFI 128: comparators.
(define-library (srfi 128)
  (import (scheme base) (scheme case-lambda) (scheme char) (scheme complex) (srfi internal checks)
    (only (srfi internal hash-functions) string-hash string-ci-hash number-hash)
    (only (core) bitwise-and %type-error %eq-hash %eqv-hash %equal-hash))
  (export comparator? comparator-ordered? comparator-hashable?
    make-comparator make-pair-comparator make-list-comparator make-vector-comparator make-eq-comparator make-eqv-comparator
    make-equal-comparator
    boolean-hash char-hash char-ci-hash string-hash string-ci-hash symbol-hash number-hash
    make-default-comparator default-hash comparator-register-default!
    comparator-type-test-predicate comparator-equality-predicate comparator-ordering-predicate comparator-hash-function
    comparator-test-type comparator-check-type comparator-hash hash-bound hash-salt
    =? <? >? <=? >=? comparator-if<=>)
  (begin
    (define-record-type comparator
      (new-comparator type-test equality ordering hash)
      comparator?
      (type-test comparator-type-test-predicate)
      (equality comparator-equality-predicate)
      ;; #f if there is none.
      (ordering ordering-of)
      (hash hash-of))

    (define (make-comparator type-test equality ordering hash)
      (define (check position x)
        (if x (check-procedure 'make-comparator position x)))
      (check-procedure 'make-comparator 1 (if (eq? type-test #t) any? type-test))
      (check-procedure 'make-comparator 2 (if (eq? equality #t) ordering equality))
      (check 3 ordering)
      (check 4 hash)
      (new-comparator
       (if (eq? type-test #t) any? type-test)
       (if (eq? equality #t) (lambda (x y) (not (or (ordering x y) (ordering y x)))) equality)
       ordering
       hash))

    (define (any? x) #t)

    (define-syntax check-comparator
      (syntax-rules ()
        ((_ who x) (if (not (comparator? x)) (%type-error who 1 "a comparator" x)))))

    (define (comparator-ordered? comparator)
      (check-comparator 'comparator-ordered? comparator)
      (if (ordering-of comparator) #t #f))

    (define (comparator-hashable? comparator)
      (check-comparator 'comparator-hashable? comparator)
      (if (hash-of comparator) #t #f))

    (define (comparator-ordering-predicate comparator)
      (check-comparator 'comparator-ordering-predicate comparator)
      (or (ordering-of comparator)
          (lambda (x y) (error "The comparator has no order" comparator))))

    (define (comparator-hash-function comparator)
      (check-comparator 'comparator-hash-function comparator)
      (or (hash-of comparator)
          (lambda (x) (error "The comparator has no hash function" comparator))))

    (define (comparator-test-type comparator x)
      ((comparator-type-test-predicate comparator) x))

    (define (comparator-check-type comparator x)
      (if (not (comparator-test-type comparator x)) (error "comparator-check-type: not an object of the comparator's type" x))
      #t)

    (define (comparator-hash comparator x)
      ((comparator-hash-function comparator) x))

    ;; Hash functions

    (define bound 33554432)

    (define-syntax hash-bound
      (syntax-rules () ((_) bound)))

    (define-syntax hash-salt
      (syntax-rules () ((_) 16064047)))

    (define (combine hash x)
      (bitwise-and (+ (* 31 hash) x) 1152921504606846975))

    (define (boolean-hash x)
      (if (not (boolean? x)) (%type-error 'boolean-hash 1 "a boolean" x))
      (%eq-hash x))

    (define (char-hash x)
      (%eqv-hash (char->integer x)))

    (define (char-ci-hash x)
      (%eqv-hash (char->integer (char-foldcase x))))

    (define (symbol-hash x)
      (if (not (symbol? x)) (%type-error 'symbol-hash 1 "a symbol" x))
      (%eq-hash x))

    ;; Comparators of structures

    (define (make-eq-comparator) (new-comparator any? eq? #f %eq-hash))

    (define (make-eqv-comparator) (new-comparator any? eqv? #f %eqv-hash))

    (define (make-equal-comparator) (new-comparator any? equal? #f %equal-hash))

    (define (make-pair-comparator of-car of-cdr)
      (check-comparator 'make-pair-comparator of-car)
      (check-comparator 'make-pair-comparator of-cdr)
      (new-comparator
       (lambda (x)
         (and (pair? x)
              (comparator-test-type of-car (car x))
              (comparator-test-type of-cdr (cdr x))))
       (lambda (x y)
         (and (=? of-car (car x) (car y))
              (=? of-cdr (cdr x) (cdr y))))
       (and (ordering-of of-car) (ordering-of of-cdr)
            (lambda (x y)
              (if (=? of-car (car x) (car y))
                  (<? of-cdr (cdr x) (cdr y))
                  (<? of-car (car x) (car y)))))
       (and (hash-of of-car) (hash-of of-cdr)
            (lambda (x) (combine (comparator-hash of-car (car x)) (comparator-hash of-cdr (cdr x)))))))

    ;; Lists in the order of dictionaries.
    (define make-list-comparator
      (case-lambda
        ((element) (make-list-comparator element list? null? car cdr))
        ((element type-test empty? head tail)
         (check-comparator 'make-list-comparator element)
         (new-comparator
          (lambda (x)
            (and (type-test x)
                 (let loop ((x x))
                   (or (empty? x)
                       (and (comparator-test-type element (head x))
                            (loop (tail x)))))))
          (lambda (x y)
            (let loop ((x x) (y y))
              (cond ((empty? x) (empty? y))
                    ((empty? y) #f)
                    (else (and (=? element (head x) (head y))
                               (loop (tail x) (tail y)))))))
          (and (ordering-of element)
               (lambda (x y)
                 (let loop ((x x) (y y))
                   (cond ((empty? x) (not (empty? y)))
                         ((empty? y) #f)
                         ((=? element (head x) (head y)) (loop (tail x) (tail y)))
                         (else (<? element (head x) (head y)))))))
          (and (hash-of element)
               (lambda (x)
                 (let loop ((x x) (hash 1))
                   (if (empty? x)
                       hash
                       (loop (tail x) (combine hash (comparator-hash element (head x))))))))))))

    ;; Vectors: the shorter first, then in the order of dictionaries.
    (define make-vector-comparator
      (case-lambda
        ((element) (make-vector-comparator element vector? vector-length vector-ref))
        ((element type-test length ref)
         (check-comparator 'make-vector-comparator element)
         (new-comparator
          (lambda (x)
            (and (type-test x)
                 (let ((n (length x)))
                   (let loop ((k 0))
                     (or (= k n)
                         (and (comparator-test-type element (ref x k))
                              (loop (+ k 1))))))))
          (lambda (x y)
            (let ((n (length x)))
              (and (= n (length y))
                   (let loop ((k 0))
                     (or (= k n)
                         (and (=? element (ref x k) (ref y k))
                              (loop (+ k 1))))))))
          (and (ordering-of element)
               (lambda (x y)
                 (let ((n (length x)) (m (length y)))
                   (cond ((< n m) #t)
                         ((> n m) #f)
                         (else
                          (let loop ((k 0))
                            (cond ((= k n) #f)
                                  ((=? element (ref x k) (ref y k)) (loop (+ k 1)))
                                  (else (<? element (ref x k) (ref y k))))))))))
          (and (hash-of element)
               (lambda (x)
                 (let ((n (length x)))
                   (let loop ((k 0) (hash 1))
                     (if (= k n)
                         hash
                         (loop (+ k 1) (combine hash (comparator-hash element (ref x k)))))))))))))

    ;; The default comparator: any object; types in a fixed order, what was registered behind them.

    (define registered '())

    (define (comparator-register-default! comparator)
      (check-comparator 'comparator-register-default! comparator)
      (set! registered (append registered (list comparator))))

    (define (registered-for x)
      (let loop ((rest registered))
        (cond ((null? rest) #f)
              ((comparator-test-type (car rest) x) (car rest))
              (else (loop (cdr rest))))))

    (define (rank x)
      (cond ((null? x) 0)
            ((pair? x) 1)
            ((boolean? x) 2)
            ((char? x) 3)
            ((string? x) 4)
            ((symbol? x) 5)
            ((number? x) 6)
            ((vector? x) 7)
            ((bytevector? x) 8)
            (else
             (let loop ((rest registered) (k 9))
               (cond ((null? rest) 1000000)
                     ((comparator-test-type (car rest) x) k)
                     (else (loop (cdr rest) (+ k 1))))))))

    (define (complex<? x y)
      (cond ((< (real-part x) (real-part y)) #t)
            ((> (real-part x) (real-part y)) #f)
            (else (< (imag-part x) (imag-part y)))))

    (define (default<? x y)
      (let ((a (rank x)) (b (rank y)))
        (cond ((< a b) #t)
              ((> a b) #f)
              (else
               (case a
                 ((0) #f)
                 ((1)
                  (if (default=? (car x) (car y))
                      (default<? (cdr x) (cdr y))
                      (default<? (car x) (car y))))
                 ((2) (and (not x) y))
                 ((3) (char<? x y))
                 ((4) (string<? x y))
                 ((5) (string<? (symbol->string x) (symbol->string y)))
                 ((6) (if (and (real? x) (real? y)) (< x y) (complex<? x y)))
                 ((7) (<? default-vectors x y))
                 ((8) (<? default-bytevectors x y))
                 (else
                  (let ((comparator (registered-for x)))
                    (and comparator (ordering-of comparator) (<? comparator x y)))))))))

    (define (default=? x y)
      (let ((a (rank x)))
        (and (= a (rank y))
             (case a
               ((1) (and (default=? (car x) (car y)) (default=? (cdr x) (cdr y))))
               ((6) (= x y))
               ((7) (=? default-vectors x y))
               ((0 2 3 4 5 8) (equal? x y))
               (else
                (let ((comparator (registered-for x)))
                  (if comparator (=? comparator x y) (equal? x y))))))))

    (define (default-hash x)
      (cond ((pair? x) (combine (default-hash (car x)) (default-hash (cdr x))))
            ((number? x) (number-hash x))
            ((vector? x) (comparator-hash default-vectors x))
            ((registered-for x) => (lambda (comparator) (comparator-hash comparator x)))
            (else (%equal-hash x))))

    (define default (new-comparator any? default=? default<? default-hash))

    (define default-vectors (make-vector-comparator default))

    (define default-bytevectors
      (make-vector-comparator (make-comparator exact-integer? = < number-hash) bytevector? bytevector-length bytevector-u8-ref))

    (define (make-default-comparator) default)

    ;; Comparison: each two neighbours.

    (define-syntax define-chains
      (syntax-rules ()
        ((_ (name comparator x y) test)
         (define name
           (case-lambda
             ((comparator x y)
              (check-comparator 'name comparator)
              test)
             ((comparator x y . more)
              (let loop ((x x) (y y) (rest more))
                (and (name comparator x y)
                     (or (null? rest)
                         (loop y (car rest) (cdr rest)))))))))))

    (define-chains (=? comparator x y) ((comparator-equality-predicate comparator) x y))
    (define-chains (<? comparator x y) ((comparator-ordering-predicate comparator) x y))
    (define-chains (>? comparator x y) ((comparator-ordering-predicate comparator) y x))
    (define-chains (<=? comparator x y) (not ((comparator-ordering-predicate comparator) y x)))
    (define-chains (>=? comparator x y) (not ((comparator-ordering-predicate comparator) x y)))

    (define-syntax comparator-if<=>
      (syntax-rules ()
        ((_ x y less equal greater)
         (comparator-if<=> (make-default-comparator) x y less equal greater))
        ((_ comparator x y less equal greater)
         (let ((c comparator) (a x) (b y))
           (cond ((=? c a b) equal)
                 ((<? c a b) less)
                 (else greater))))))))
