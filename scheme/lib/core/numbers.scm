;; The values of the inlined numeric procedures.

(define-inlined
  (number? x) (integer? x) (exact-integer? x) (rational? x) (real? x)
  (exact? z) (inexact? z) (nan? z) (zero? z) (positive? x) (negative? x) (odd? n) (even? n)
  (quotient n d) (remainder n d) (modulo n d)
  (floor-quotient n d) (floor-remainder n d) (truncate-quotient n d) (truncate-remainder n d)
  (abs x) (square z) (sqrt z) (exp z) (sin z) (cos z) (tan z)
  (floor x) (ceiling x) (truncate x) (round x)
  (exact z) (inexact z) (inexact->exact z) (exact->inexact z)
  (bitwise-not n) (arithmetic-shift n count))

(define (floor/ n d) (values (floor-quotient n d) (floor-remainder n d)))

(define (truncate/ n d) (values (truncate-quotient n d) (truncate-remainder n d)))

(define-comparisons number? "a number" =)
(define-comparisons real? "a real number" < > <= >=)

;; Operations of any number of operands, from left to right; without operands: `unit`.
(define-syntax define-folds
  (syntax-rules ()
    ((_ valid? expected (name unit) ...)
     (begin
       (define name
         (case-lambda
           ((a b) (name a b))
           ((a) (if (valid? a) a (%type-error 'name 1 expected a)))
           (() unit)
           ((a b . rest)
            (let loop ((result (name a b)) (rest rest))
              (if (pair? rest)
                  (loop (name result (car rest)) (cdr rest))
                  result)))))
       ...))))

(define-folds number? "a number" (+ 0) (* 1))
(define-folds exact-integer? "an exact integer" (bitwise-and -1) (bitwise-ior 0) (bitwise-xor 0))

;; Likewise with at least one operand; `single` is the result for one.
(define-syntax define-nonempty-fold
  (syntax-rules ()
    ((_ (name a) single)
     (define name
       (case-lambda
         ((a b) (name a b))
         ((a) single)
         ((a b . rest)
          (let loop ((result (name a b)) (rest rest))
            (if (pair? rest)
                (loop (name result (car rest)) (cdr rest))
                result))))))))

(define-nonempty-fold (- a) (- a))
(define-nonempty-fold (/ a) (/ 1 a))
(define-nonempty-fold (max a) (if (real? a) a (%type-error 'max 1 "a real number" a)))
(define-nonempty-fold (min a) (if (real? a) a (%type-error 'min 1 "a real number" a)))

(define log
  (case-lambda
    ((z) (log z))
    ((z base) (/ (log z) (log base)))))

(define atan
  (case-lambda
    ((z) (atan z))
    ((y x) (atan y x))))
