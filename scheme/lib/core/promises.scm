;; Promises. Those that are forced through a chain of `delay-force` share one state, so that a chain of any length is forced in constant
;; space.

(define-record-type promise
  (make-promise-with state)
  promise?
  (state promise-state set-promise-state!))

;; `kind`: `done` (content: the value), `value` (content: a thunk for the value), `promise` (content: a thunk for a promise).
(define-record-type shared-state
  (make-state kind content)
  shared-state?
  (kind state-kind set-state-kind!)
  (content state-content set-state-content!))

(define (make-promise x)
  (if (promise? x)
      x
      (make-promise-with (make-state 'done x))))

(define (%delay thunk) (make-promise-with (make-state 'value thunk)))

(define (%delay-force thunk) (make-promise-with (make-state 'promise thunk)))

(define (force x)
  (if (promise? x)
      (force-promise x)
      x))

(define (force-promise promise)
  (let* ((state (promise-state promise))
         (kind (state-kind state)))
    (if (eq? kind 'done)
        (state-content state)
        (let ((result ((state-content state))))
          ;; Another state may have taken its place meanwhile.
          (if (eq? kind 'value)
              (settle-with-value! (promise-state promise) result)
              (settle-with-promise! (promise-state promise) result))
          (force-promise promise)))))

;; The thunk may have forced the same promise: the first value counts.
(define (settle-with-value! state value)
  (if (not (eq? (state-kind state) 'done))
      (begin
        (set-state-kind! state 'done)
        (set-state-content! state value))))

(define (settle-with-promise! state next)
  (if (not (promise? next)) (%type-error 'delay-force 1 "a promise" next))
  (if (not (eq? (state-kind state) 'done))
      (let ((next-state (promise-state next)))
        (set-state-kind! state (state-kind next-state))
        (set-state-content! state (state-content next-state))
        (set-promise-state! next state))))
