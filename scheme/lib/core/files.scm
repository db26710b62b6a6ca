;; Ports with procedures.

(define (check-filename who filename)
  (if (not (string? filename)) (%type-error who 1 "a string" filename)))

(define (call-with-port port procedure)
  (check-procedure 'call-with-port 2 procedure)
  (if (not (port? port)) (%type-error 'call-with-port 1 "a port" port))
  (let ((result (procedure port)))
    (close-port port)
    result))

(define (call-with-input-file filename procedure)
  (check-filename 'call-with-input-file filename)
  (check-procedure 'call-with-input-file 2 procedure)
  (call-with-port (open-input-file filename) procedure))

(define (call-with-output-file filename procedure)
  (check-filename 'call-with-output-file filename)
  (check-procedure 'call-with-output-file 2 procedure)
  (call-with-port (open-output-file filename) procedure))

(define (with-input-from-file filename thunk)
  (check-filename 'with-input-from-file filename)
  (check-procedure 'with-input-from-file 2 thunk)
  (call-with-port (open-input-file filename)
                  (lambda (port) (with-parameter current-input-port port thunk))))

(define (with-output-to-file filename thunk)
  (check-filename 'with-output-to-file filename)
  (check-procedure 'with-output-to-file 2 thunk)
  (call-with-port (open-output-file filename)
                  (lambda (port) (with-parameter current-output-port port thunk))))
