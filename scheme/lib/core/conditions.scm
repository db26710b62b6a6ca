;; Exceptions: handlers, raising, error objects, and what `guard` expands to.
;;
;; `(%handlers)` is the list of handlers, innermost first. A handler runs with the handlers outside of it.

(define (with-exception-handler handler thunk)
  (if (not (procedure? handler)) (%type-error 'with-exception-handler 1 "a procedure" handler))
  (if (not (procedure? thunk)) (%type-error 'with-exception-handler 2 "a procedure" thunk))
  (call-with-handler handler thunk))

(define (call-with-handler handler thunk)
  (let ((outer (%handlers)))
    (%set-handlers! (cons handler outer))
    (let ((result (thunk)))
      (%set-handlers! outer)
      result)))

;; Called by `raise`, and by the virtual machine with an error of its own, in the context of the error.
(define (%raise condition)
  (let ((handlers (%handlers)))
    (if (null? handlers)
        (%uncaught condition)
        (begin
          (%set-handlers! (cdr handlers))
          ((car handlers) condition)
          (%raise (%make-error 'other "Handler returned from an exception that is not continuable" (list condition) 'raise))))))

(define (raise condition)
  (%raise condition))

(define (raise-continuable condition)
  (let ((handlers (%handlers)))
    (if (null? handlers)
        (%uncaught condition)
        (begin
          (%set-handlers! (cdr handlers))
          (let ((result ((car handlers) condition)))
            (%set-handlers! handlers)
            result)))))

(define (error message . irritants)
  (%raise (%make-error 'error message irritants #f)))

(define (file-error? x)
  (and (error-object? x) (eq? (%error-object-kind x) 'file)))

(define (memory-error? x)
  (and (error-object? x) (eq? (%error-object-kind x) 'memory)))

(define (read-error? x)
  (and (error-object? x) (eq? (%error-object-kind x) 'read)))

;; What a body of `guard` gives instead of its result when it raised; `resume` is the continuation of the handler, or #f.
(define-record-type caught
  (make-caught condition resume)
  caught?
  (condition caught-condition)
  (resume caught-resume))

;; `guard` with a clause that always holds.
(define (%guard body handler)
  (let ((result (call-with-current-continuation
                 (lambda (escape)
                   (call-with-handler (lambda (condition) (escape (make-caught condition #f))) body)))))
    (if (caught? result)
        (handler (caught-condition result))
        result)))

;; `guard` whose handler may ask for the exception to be raised again, in the context of the first time. When memory is out that context cannot
;; be kept; it is raised in that of the `guard` then.
(define (%guard-reraise body handler)
  (let ((result (call-with-current-continuation
                 (lambda (escape)
                   (call-with-handler
                    (lambda (condition)
                      (if (memory-error? condition) (escape (make-caught condition #f)))
                      ((call-with-current-continuation
                        (lambda (resume) (escape (make-caught condition resume))))))
                    body)))))
    (if (caught? result)
        (let ((condition (caught-condition result))
              (resume (caught-resume result)))
          (handler condition
                   (lambda ()
                     (if resume
                         (resume (lambda () (raise-continuable condition)))
                         (raise condition)))))
        result)))
