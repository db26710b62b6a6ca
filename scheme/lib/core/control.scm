;; Dynamic extents: `dynamic-wind` and winding.
;;
;; `(%winders)` is the list of entered extents, innermost first, each a vector #(before after handlers) with the exception handlers that
;; were current around its `dynamic-wind`: its thunks run with these. Continuations keep the list; lists that are `eq?` are the same
;; extents.

(define (dynamic-wind before thunk after)
  (if (not (procedure? before)) (%type-error 'dynamic-wind 1 "a procedure" before))
  (if (not (procedure? thunk)) (%type-error 'dynamic-wind 2 "a procedure" thunk))
  (if (not (procedure? after)) (%type-error 'dynamic-wind 3 "a procedure" after))
  (before)
  (let ((outer (%winders)))
    (%set-winders! (cons (vector before after (%handlers)) outer))
    (let ((result (thunk)))
      (%set-winders! outer)
      (after)
      result)))

;; Continues with a continuation that was captured in other extents than the current ones.
(define (%rewind continuation result)
  (wind-to (%continuation-winders continuation))
  (%throw continuation result))

;; Leaves and enters extents until `target` is the list of entered ones.
(define (wind-to target)
  (let* ((current (%winders))
         (common (common-tail current (length current) target (length target))))
    (leave-extents current common)
    (enter-extents target common)))

(define (common-tail a a-length b b-length)
  (cond ((> a-length b-length) (common-tail (cdr a) (- a-length 1) b b-length))
        ((< a-length b-length) (common-tail a a-length (cdr b) (- b-length 1)))
        ((eq? a b) a)
        (else (common-tail (cdr a) (- a-length 1) (cdr b) (- b-length 1)))))

(define (leave-extents winders common)
  (if (not (eq? winders common))
      (let ((winder (car winders))
            (outer (cdr winders)))
        (%set-winders! outer)
        (%set-handlers! (vector-ref winder 2))
        ((vector-ref winder 1))
        (leave-extents outer common))))

(define (enter-extents winders common)
  (if (not (eq? winders common))
      (let ((winder (car winders)))
        (enter-extents (cdr winders) common)
        (%set-handlers! (vector-ref winder 2))
        ((vector-ref winder 0))
        (%set-winders! winders))))

(define exit
  (case-lambda
    (() (exit #t))
    ((status)
     (wind-to '())
     (%exit status))))

(define emergency-exit
  (case-lambda
    (() (%exit #t))
    ((status) (%exit status))))
