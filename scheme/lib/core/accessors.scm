;; Compositions of `car` and `cdr` without a bytecode of their own. The steps are taken from right to left; the name is for errors.

(define-syntax define-accessors
  (syntax-rules ()
    ((_ (name step ...) ...)
     (begin (define (name pair) (take-steps name pair pair step ...)) ...))))

(define-syntax take-steps
  (syntax-rules ()
    ((_ name whole part) part)
    ((_ name whole part step more ...)
     (let ((here part))
       (if (pair? here)
           (take-steps name whole (step here) more ...)
           (%type-error 'name 1 "a long enough structure of pairs" whole))))))

(define-accessors
  (caaar car car car) (caadr cdr car car) (cadar car cdr car) (cdaar car car cdr) (cdadr cdr car cdr) (cddar car cdr cdr)
  (caaaar car car car car) (caaadr cdr car car car) (caadar car cdr car car) (caaddr cdr cdr car car)
  (cadaar car car cdr car) (cadadr cdr car cdr car) (caddar car cdr cdr car)
  (cdaaar car car car cdr) (cdaadr cdr car car cdr) (cdadar car cdr car cdr) (cdaddr cdr cdr car cdr)
  (cddaar car car cdr cdr) (cddadr cdr car cdr cdr) (cdddar car cdr cdr cdr) (cddddr cdr cdr cdr cdr))
