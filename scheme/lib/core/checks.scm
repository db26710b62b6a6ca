;; Checks of arguments, for the core and for libraries.

;; Raises the error for argument `position` of `who`, unless the list ended well.
(define-syntax check-end
  (syntax-rules ()
    ((_ who position rest whole)
     (if (not (null? rest)) (%type-error who position "a list" whole)))))

(define-syntax check-procedure
  (syntax-rules ()
    ((_ who position x)
     (if (not (procedure? x)) (%type-error who position "a procedure" x)))))
