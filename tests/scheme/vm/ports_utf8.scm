;; Files and ports in memory: UTF-8 in pieces, lines, bytes.
(import (scheme base) (scheme file) (scheme write))

(define path (string-append "/tmp/scheme-ports-" (number->string (exact (floor 1e6))) "-" (symbol->string 'test)))
(define (put-bytes bytes)
  (call-with-port (open-binary-output-file path) (lambda (port) (write-bytevector bytes port))))
(define (put-text text)
  (call-with-port (open-output-file path) (lambda (port) (write-string text port))))
(define (all-of read port)
  (let loop ((items '()))
    (let ((item (read port)))
      (if (eof-object? item) (reverse items) (loop (cons item items))))))

;; Characters of several bytes over the ends of buffers.
(let ((text (let loop ((i 0) (l '())) (if (= i 5000) (list->string l) (loop (+ i 1) (cons #\λ (cons #\a (cons #\😀 l)))))))) (put-text text) (let ((again (call-with-input-file path (lambda (port) (read-string 100000 port))))) (list (string-length again) (string=? again text))))
;; expect: (15000 #t)
(let ((chars (call-with-input-file path (lambda (port) (all-of read-char port))))) (list (length chars) (car chars) (list-ref chars 14999)))
;; expect: (15000 #\λ #\😀)
(let ((pieces (call-with-input-file path (lambda (port) (all-of (lambda (p) (read-string 7 p)) port))))) (list (length pieces) (string-length (car (reverse pieces)))))
;; expect: (2143 6)
;; Lines longer than a buffer, and all kinds of ends.
(begin (put-text (string-append (make-string 10000 #\x) "\nλ\r\n\rlast")) (map string-length (call-with-input-file path (lambda (port) (all-of read-line port)))))
;; expect: (10000 1 0 4)
;; guile: *
;; Bytes that are no UTF-8.
(begin (put-bytes (bytevector 97 255 98 206 98 206)) (call-with-input-file path (lambda (port) (all-of read-char port))))
;; expect: (#\a #\� #\b #\� #\b #\�)
;; guile: *
(begin (put-bytes (bytevector 1 2 3 4 5 6 7)) (call-with-port (open-binary-input-file path) (lambda (port) (let* ((a (read-u8 port)) (b (peek-u8 port)) (c (read-bytevector 3 port)) (d (make-bytevector 4 0)) (n (read-bytevector! d port 1)) (e (read-u8 port))) (list a b c d n (eof-object? e))))))
;; expect: (1 2 #u8(2 3 4) #u8(0 5 6 7) 3 #t)
(let ((port (open-output-file path))) (write-char #\λ port) (write '(a "b") port) (newline port) (flush-output-port port) (close-port port) (call-with-input-file path read-line))
;; expect: "λ(a \"b\")"
(let ((port (open-output-file path))) (close-output-port port) (write-char #\a port))
;; error: write-char
(let ((port (open-input-file path))) (close-input-port port) (read-char port))
;; error: read-char
(begin (delete-file path) (file-exists? path))
;; expect: #f
(open-input-file path)
;; error: open-input-file
(let ((port (open-input-string "aλ\nb"))) (let* ((a (read-char port)) (b (peek-char port)) (c (read-char port)) (d (read-line port)) (e (read-string 5 port)) (f (read-char port))) (list a b c d e (eof-object? f))))
;; expect: (#\a #\λ #\λ "" "b" #t)
(let ((port (open-output-bytevector))) (write-u8 1 port) (write-bytevector (bytevector 2 3 4 5) port 1 3) (get-output-bytevector port))
;; expect: #u8(1 3 4)
(let ((port (open-output-string))) (let loop ((i 0)) (if (< i 10000) (begin (write-string "λx" port) (loop (+ i 1))))) (string-length (get-output-string port)))
;; expect: 20000
(let ((port (open-output-string))) (write-string "abcdef" port 2) (write-string "abcdef" port 1 3) (get-output-string port))
;; expect: "cdefbc"
(read-u8 (open-input-string "a"))
;; error: read-u8
(read-string -1 (open-input-string "a"))
;; error: read-string
(list (read-string 0 (open-input-string "a")) (eof-object? (read-string 3 (open-input-string ""))) (eof-object? (read-bytevector 1 (open-input-bytevector #u8()))))
;; expect: ("" #t #t)
(list (read-string 1000000000000 (open-input-string "abc")) (read-bytevector 1000000000000 (open-input-bytevector #u8(1 2))))
;; expect: ("abc" #u8(1 2))
