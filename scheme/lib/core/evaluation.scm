;; Evaluation of data as programs.

(define eval
  (case-lambda
    ((expression environment) (run-all (%compile expression environment)))
    ((expression) (run-all (%compile expression (interaction-environment))))))

;; The compiler gives procedures to be called in order: those of libraries, then the expression's.
(define (run-all thunks)
  (if (null? (cdr thunks))
      ((car thunks))
      (begin
        ((car thunks))
        (run-all (cdr thunks)))))

(define (environment . import-sets) (%environment import-sets))

(define (scheme-report-environment version)
  (check-version 'scheme-report-environment version)
  (%environment '((scheme r5rs))))

(define (null-environment version)
  (check-version 'null-environment version)
  (%environment
   '((only (scheme r5rs)
           and begin case cond define define-syntax delay do if lambda let let* let-syntax letrec letrec-syntax or quasiquote
           quote set! syntax-rules))))

(define (check-version who version)
  (if (not (eqv? version 5)) (%range-error who 1 version)))

(define load
  (case-lambda
    ((filename) (load-into filename (interaction-environment)))
    ((filename environment) (load-into filename environment))))

(define (load-into filename environment)
  (check-filename 'load filename)
  (call-with-input-file filename
    (lambda (port)
      (let loop ()
        (let ((expression (read port)))
          (if (not (eof-object? expression))
              (begin
                (eval expression environment)
                (loop))))))))

(define (features) (%features))
