;; R7RS 4.2.7, 6.11: exceptions.
(import (scheme base) (scheme write) (scheme file) (scheme read))

(guard (condition ((assq 'a condition) => cdr) ((assq 'b condition))) (raise (list (cons 'a 42))))
;; expect: 42
(guard (condition ((assq 'a condition) => cdr) ((assq 'b condition))) (raise (list (cons 'b 23))))
;; expect: (b . 23)
(guard (e (#t 'caught)) 'no-error)
;; expect: no-error
(guard (e (else (list 'else e))) (raise 1))
;; expect: (else 1)
(guard (e ((symbol? e) (list 'symbol e)) ((string? e) (list 'string e))) (raise 'boom))
;; expect: (symbol boom)
(guard (e ((symbol? e) (list 'symbol e)) ((string? e) (list 'string e))) (raise "boom"))
;; expect: (string "boom")
(guard (e ((string? e) 'inner)) (raise 'x))
;; raises: x
(guard (outer (#t (list 'outer outer))) (guard (e ((string? e) 'inner)) (raise 'x)))
;; expect: (outer x)
(guard (e (#f 'never)) (raise 5))
;; raises: 5
(guard (e (#t (guard (e2 (#t (list e e2))) (raise 2)))) (raise 1))
;; expect: (1 2)
(guard (e (#t e)) (guard (e (#t (raise (list 'again e)))) (raise 1)))
;; expect: (again 1)
(call-with-values (lambda () (guard (e (#t (values 1 2))) (raise 'x))) list)
;; expect: (1 2)
(call-with-values (lambda () (guard (e (#t 0)) (values 1 2))) list)
;; expect: (1 2)
(let ((out '()))
  (guard (e (#t (set! out (cons 'handler out))))
    (dynamic-wind (lambda () (set! out (cons 'in out))) (lambda () (raise 'x)) (lambda () (set! out (cons 'out out)))))
  (reverse out))
;; expect: (in out handler)
;; Without a clause that holds, the exception is raised again inside: the extents are entered again.
(let ((out '()))
  (define (note x) (set! out (cons x out)))
  (guard (outer (#t (note (list 'outer outer))))
    (guard (e ((begin (note 'test) #f) 'never))
      (dynamic-wind (lambda () (note 'in)) (lambda () (raise 'x)) (lambda () (note 'out)))))
  (reverse out))
;; expect: (in out test in out (outer x))
;; guile: *
(with-exception-handler
  (lambda (e) 10)
  (lambda () (+ 1 (guard (e ((string? e) 'never)) (raise-continuable 'x)))))
;; expect: 11
(let loop ((i 0) (sum 0)) (if (< i 1000) (loop (+ i 1) (+ sum (guard (e (#t (* 2 e))) (if (odd? i) (raise i) i)))) sum))
;; expect: 749500
(guard (e ((symbol? e) => (lambda (x) (list x e)))) (raise 'y))
;; expect: (#t y)

(call/cc (lambda (k) (with-exception-handler (lambda (e) (k (list 'handled e))) (lambda () (+ 1 (raise 'an-error))))))
;; expect: (handled an-error)
(with-exception-handler (lambda (e) 'ignored) (lambda () (+ 1 (raise 'an-error))))
;; error:
(with-exception-handler (lambda (con) (cond ((string? con) 10) (else 42))) (lambda () (+ (raise-continuable 'should-be-42) 23)))
;; expect: 65
(with-exception-handler (lambda (c) (list 'inner c)) (lambda () (list (raise-continuable 1) (raise-continuable 2))))
;; expect: ((inner 1) (inner 2))
(with-exception-handler (lambda (c) (* c 2)) (lambda () (with-exception-handler (lambda (c) (+ 1 (raise-continuable (+ c 1)))) (lambda () (raise-continuable 5)))))
;; expect: 13
(with-exception-handler (lambda (e) 0) (lambda () 'fine))
;; expect: fine
(call-with-values (lambda () (with-exception-handler (lambda (e) 0) (lambda () (values 1 2)))) list)
;; expect: (1 2)
(with-exception-handler (lambda (e) (values 1 2)) (lambda () (call-with-values (lambda () (raise-continuable 'x)) list)))
;; expect: (1 2)
(with-exception-handler 5 (lambda () 1))
;; error: with-exception-handler
(with-exception-handler (lambda (e) 1) 5)
;; error: with-exception-handler
(raise 'uncaught)
;; raises: uncaught
(raise (list 1 2))
;; raises: (1 2)
(raise-continuable "c")
;; raises: "c"
;; The handler of a handler's error is the outer one.
(guard (e (#t (list 'outer e))) (with-exception-handler (lambda (e) (raise (list 'from-handler e))) (lambda () (raise 1))))
;; expect: (outer (from-handler 1))
;; After escaping, the handlers are those of the continuation.
(with-exception-handler
  (lambda (e) (list 'outer e))
  (lambda ()
    (call/cc (lambda (k) (with-exception-handler (lambda (e) (k 1)) (lambda () (raise 2)))))
    (raise-continuable 3)))
;; expect: (outer 3)
;; Errors of procedures go to handlers, too.
(call/cc (lambda (k) (with-exception-handler (lambda (e) (k (error-object? e))) (lambda () (car 5)))))
;; expect: #t
(guard (e ((error-object? e) 'error-object)) (vector-ref (vector 1 2) 5))
;; expect: error-object
(guard (e ((error-object? e) 'error-object)) (undefined-procedure 5))
;; expect: error-object
(guard (e ((error-object? e) 'error-object)) (/ 1 0))
;; expect: error-object
(guard (e ((error-object? e) 'error-object)) ((lambda (x) x)))
;; expect: error-object
(guard (e ((error-object? e) 'error-object)) (5 5))
;; expect: error-object
(let loop ((i 0) (n 0)) (if (< i 500) (loop (+ i 1) (+ n (guard (e (#t 1)) (car i)))) n))
;; expect: 500

;; Error objects
(guard (e (#t (list (error-object? e) (error-object-message e) (error-object-irritants e)))) (error "BOOM!" 1 2 3))
;; expect: (#t "BOOM!" (1 2 3))
(guard (e (#t (list (error-object? e) (error-object-message e) (error-object-irritants e)))) (error "no irritants"))
;; expect: (#t "no irritants" ())
;; guile: *
(guard (e (#t (error-object-irritants e))) (error "x" '(a b) "s" #\c))
;; expect: ((a b) "s" #\c)
(error "Message with" 'irritants "text" 5)
;; error: Message with irritants "text" 5
(map error-object? (list 1 'a "error" '() car))
;; expect: (#f #f #f #f #f)
(error-object-message 5)
;; error: error-object-message
;; guile: *
(error-object-irritants 'a)
;; error: error-object-irritants
;; guile: *
(guard (e (#t (list (read-error? e) (file-error? e)))) (error "x"))
;; expect: (#f #f)
(guard (e (#t (list (read-error? e) (file-error? e)))) (read (open-input-string "(1 2")))
;; expect: (#t #f)
(guard (e (#t (list (read-error? e) (file-error? e)))) (open-input-file "/no/such/file"))
;; expect: (#f #t)
;; guile: *
(map read-error? (list 1 'a))
;; expect: (#f #f)
(map file-error? (list 1 'a))
;; expect: (#f #f)
(let ((e (guard (e (#t e)) (error "kept" 1)))) (guard (e2 (#t (eq? e e2))) (raise e)))
;; expect: #t
(let ((result (guard (e (#t (list 'caught e))) (let loop ((i 0)) (if (= i 10000) (raise 'deep) (+ 1 (loop (+ i 1)))))))) result)
;; expect: (caught deep)
;; An error inside of a handler's own guard.
(with-exception-handler
  (lambda (e) (guard (e2 (#t (list e e2))) (raise 'inner)))
  (lambda () (raise-continuable 'outer)))
;; expect: (outer inner)
;; guile: *
