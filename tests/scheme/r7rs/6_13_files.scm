;; R7RS 6.13: files; 4.1.7: inclusion; 6.14: load.
(import (scheme base) (scheme write) (scheme read) (scheme file) (scheme load) (scheme eval) (scheme repl))

(define name "/tmp/scheme-r7rs-test.txt")
(define (spit text) (call-with-output-file name (lambda (port) (write-string text port))))
(file-exists? "/no/such/file")
;; expect: #f
(begin (if (file-exists? name) (delete-file name)) (file-exists? name))
;; expect: #f
(begin (spit "λine 1\nline 2\n") (file-exists? name))
;; expect: #t
(call-with-input-file name (lambda (p) (let* ((a (read-line p)) (b (read-line p)) (c (read-line p))) (list a b (eof-object? c)))))
;; expect: ("λine 1" "line 2" #t)
(with-input-from-file name read-line)
;; expect: "λine 1"
(begin (with-output-to-file name (lambda () (write '(a "b" #\c)) (newline))) (with-input-from-file name read))
;; expect: (a "b" #\c)
(let ((p (open-output-file name))) (write 'x p) (display " " p) (write 1.5 p) (close-port p) (call-with-input-file name (lambda (p) (let* ((a (read p)) (b (read p))) (list a b (eof-object? (read p)))))))
;; expect: (x 1.5 #t)
(let ((p (open-binary-output-file name))) (write-bytevector #u8(0 255 10 13 206 187) p) (write-u8 7 p) (close-output-port p) (let* ((q (open-binary-input-file name)) (b (read-bytevector 100 q))) (close-input-port q) b))
;; expect: #u8(0 255 10 13 206 187 7)
(let ((p (open-input-file name))) (let ((kinds (list (input-port? p) (textual-port? p) (binary-port? p)))) (close-port p) kinds))
;; expect: (#t #t #f)
;; guile: *
(let* ((long (make-string 20000 #\λ)) (ignored (spit long))) (call-with-input-file name (lambda (p) (string=? long (read-string 30000 p)))))
;; expect: #t
;; guile: *
(let ((p #f)) (call-with-output-file name (lambda (q) (set! p q))) (output-port-open? p))
;; expect: #f
(call-with-values (lambda () (call-with-input-file name (lambda (p) (values 1 2)))) list)
;; expect: (1 2)
(begin (spit "(define loaded-value 40) (define (loaded f) (f loaded-value 2))") (load name) (eval '(loaded +) (interaction-environment)))
;; expect: 42
(begin (spit "(define in-environment 1)") (load name (interaction-environment)) (eval 'in-environment (interaction-environment)))
;; expect: 1
(begin (spit "1 2 (list 3 4)") (eval (list 'include name) (interaction-environment)))
;; expect: (3 4)
(begin (spit "FOO (QUOTE Bar)") (eval (list 'let '((foo 1)) (list 'include-ci name)) (environment '(scheme base))))
;; expect: bar
;; guile: *
(begin (spit "(define a 1) (define b (+ a 1))") (eval (list 'let '() (list 'include name) '(list a b)) (environment '(scheme base))))
;; expect: (1 2)
(begin (delete-file name) (file-exists? name))
;; expect: #f
(open-input-file "/no/such/file")
;; error: /no/such/file
(open-output-file "/no/such/folder/file")
;; error: /no/such/folder/file
(delete-file "/no/such/file")
;; error: /no/such/file
(load "/no/such/file")
;; error: /no/such/file
(with-input-from-file "/no/such/file" read)
;; error: /no/such/file
(call-with-input-file "/no/such/file" read)
;; error: /no/such/file
(open-input-file 'name)
;; error: open-input-file
(file-exists? 5)
;; error: file-exists?
;; guile: *
