;; R7RS 6.13: input and output on string and bytevector ports.
(import (scheme base) (scheme write) (scheme read) (scheme char))

(define (text-of . writers)
  (let ((port (open-output-string)))
    (for-each (lambda (write) (write port)) writers)
    (get-output-string port)))

;; 6.13.1 Ports
(map port? (list (current-input-port) (current-output-port) (current-error-port) (open-input-string "") 1 "port"))
;; expect: (#t #t #t #t #f #f)
(define in (open-input-string "abc"))
(define out (open-output-string))
(define bin (open-input-bytevector #u8(1 2)))
(define bout (open-output-bytevector))
(map (lambda (port) (list (port? port) (input-port? port) (output-port? port) (textual-port? port) (binary-port? port))) (list in out bin bout))
;; expect: ((#t #t #f #t #f) (#t #f #t #t #f) (#t #t #f #f #t) (#t #f #t #f #t))
;; guile: *
(map (lambda (x) (list (input-port? x) (output-port? x) (textual-port? x) (binary-port? x))) (list 1 'a "s"))
;; expect: ((#f #f #f #f) (#f #f #f #f) (#f #f #f #f))
(list (input-port-open? in) (output-port-open? out) (input-port-open? bin) (output-port-open? bout))
;; expect: (#t #t #t #t)
(let ((p (open-input-string "x"))) (close-port p) (input-port-open? p))
;; expect: #f
(let ((p (open-output-string))) (close-output-port p) (close-output-port p) (output-port-open? p))
;; expect: #f
(let ((p (open-input-bytevector #u8(1)))) (close-input-port p) (input-port-open? p))
;; expect: #f
(input-port-open? out)
;; error: input-port-open?
;; guile: *
(output-port-open? 5)
;; error: output-port-open?
(close-port 5)
;; error: close-port
(close-input-port out)
;; error: close-input-port
;; guile: *
(let ((p (open-input-string "x"))) (close-port p) (read-char p))
;; error: read-char
(let ((p (open-output-string))) (close-port p) (write-char #\a p))
;; error: write-char
(call-with-port (open-input-string "hello") read-line)
;; expect: "hello"
(let ((p (open-input-string "hello"))) (call-with-port p read-char) (input-port-open? p))
;; expect: #f
(call-with-values (lambda () (call-with-port (open-input-string "ab") (lambda (p) (values (read-char p) (read-char p))))) list)
;; expect: (#\a #\b)
(call-with-port 5 list)
;; error: call-with-port
(call-with-port (open-input-string "") 5)
;; error: call-with-port
(let ((port (open-output-string))) (parameterize ((current-output-port port)) (write 'x) (display " ") (newline) (write-string "s") (write-char #\c)) (get-output-string port))
;; expect: "x \nsc"
(parameterize ((current-input-port (open-input-string "12 (a b) \"s\""))) (let* ((a (read)) (b (read)) (c (read)) (d (read))) (list a b c (eof-object? d))))
;; expect: (12 (a b) "s" #t)
(let ((port (open-output-string))) (parameterize ((current-error-port port)) (display "err" (current-error-port))) (get-output-string port))
;; expect: "err"
(parameterize ((current-output-port 5)) (display 1))
;; error:

;; String and bytevector ports
(let ((p (open-output-string))) (write 'piece p) (write-string " by " p) (display "piece" p) (list (get-output-string p) (begin (write-char #\! p) (get-output-string p))))
;; expect: ("piece by piece" "piece by piece!")
(get-output-string (open-input-string "a"))
;; error: get-output-string
(let ((p (open-output-bytevector))) (write-u8 1 p) (write-bytevector #u8(2 3 4 5) p 1 3) (list (get-output-bytevector p) (get-output-bytevector p)))
;; expect: (#u8(1 3 4) #u8(1 3 4))
(get-output-bytevector (open-output-string))
;; error: get-output-bytevector
(open-input-string 'a)
;; error: open-input-string
(open-input-bytevector "a")
;; error: open-input-bytevector
(let* ((s (string #\a #\b)) (p (open-input-string s))) (string-set! s 0 #\z) (read-char p))
;; expect: #\a
;; expect: #\z

;; 6.13.2 Input
(let ((p (open-input-string "aλ\x1F600;"))) (let* ((a (read-char p)) (b (peek-char p)) (c (read-char p)) (d (read-char p)) (e (peek-char p)) (f (read-char p))) (list a b c (char->integer d) (eof-object? e) (eof-object? f))))
;; expect: (#\a #\λ #\λ 128512 #t #t)
(let ((p (open-input-string "one\ntwo\r\n\nlast"))) (let* ((a (read-line p)) (b (read-line p)) (c (read-line p)) (d (read-line p)) (e (read-line p))) (list a b c d (eof-object? e))))
;; expect: ("one" "two" "" "last" #t)
;; guile: *
(let ((p (open-input-string "abcdef"))) (let* ((a (read-string 2 p)) (b (read-string 10 p)) (c (read-string 1 p)) (d (read-string 0 p))) (list a b (eof-object? c) d)))
;; expect: ("ab" "cdef" #t "")
;; guile: *
(read-string -1 (open-input-string "a"))
;; error: read-string
;; guile: *
(map eof-object? (list (eof-object) (read-char (open-input-string "")) 'eof '()))
;; expect: (#t #t #f #f)
(eof-object? (read (open-input-string "  ")))
;; expect: #t
(list (char-ready? (open-input-string "a")) (char-ready? (open-input-string "")))
;; expect: (#t #t)
(let ((p (open-input-bytevector #u8(1 2 3)))) (let* ((a (peek-u8 p)) (b (read-u8 p)) (c (read-u8 p)) (d (read-u8 p)) (e (read-u8 p)) (f (peek-u8 p))) (list a b c d (eof-object? e) (eof-object? f))))
;; expect: (1 1 2 3 #t #t)
(let ((p (open-input-bytevector #u8(1 2 3 4 5)))) (let* ((a (read-bytevector 2 p)) (b (read-bytevector 9 p)) (c (read-bytevector 1 p))) (list a b (eof-object? c))))
;; expect: (#u8(1 2) #u8(3 4 5) #t)
(let ((p (open-input-bytevector #u8(1 2 3 4 5))) (bv (make-bytevector 6 0))) (let* ((n (read-bytevector! bv p 1 4)) (m (read-bytevector! bv p)) (e (read-bytevector! bv p))) (list n m (eof-object? e) bv)))
;; expect: (3 2 #t #u8(4 5 2 3 0 0))
(u8-ready? (open-input-bytevector #u8(1)))
;; expect: #t
(read-char (open-input-bytevector #u8(65)))
;; error: read-char
;; guile: *
(read-u8 (open-input-string "a"))
;; error: read-u8
;; guile: *
(read-char (open-output-string))
;; error: read-char
(read-char 5)
;; error: read-char
(let ((p (open-input-string "(a . b) #(1 2) \"x\\ny\" #\\z 1.5 'q sym#u8(1)#t"))) (let loop ((out '())) (let ((x (read p))) (if (eof-object? x) (reverse out) (loop (cons x out))))))
;; expect: ((a . b) #(1 2) "x\ny" #\z 1.5 (quote q) sym#u8 (1) #t)
;; expect: ((a . b) #(1 2) "x\ny" #\z 1.5 'q sym#u8 (1) #t)
;; guile: *
(let ((p (open-input-string "a b"))) (let* ((a (read p)) (c (read-char p)) (b (read-char p))) (list a c b)))
;; expect: (a #\space #\b)

;; 6.13.3 Output
(text-of (lambda (p) (write "a\"b\\c\nd\te\x7;" p)))
;; expect: "\"a\\\"b\\\\c\\nd\\te\\a\""
(text-of (lambda (p) (display "a\"b" p)))
;; expect: "a\"b"
(text-of (lambda (p) (write #\a p)) (lambda (p) (write #\space p)) (lambda (p) (write #\newline p)) (lambda (p) (write #\x0 p)) (lambda (p) (write #\x7F p)) (lambda (p) (write #\λ p)))
;; expect: "#\\a#\\space#\\newline#\\null#\\delete#\\λ"
;; guile: *
(text-of (lambda (p) (display #\a p)) (lambda (p) (display #\space p)) (lambda (p) (display '(#\a "s" |x y|) p)))
;; expect: "a (a s x y)"
;; guile: *
(text-of (lambda (p) (write '|a b| p)) (lambda (p) (write '|| p)) (lambda (p) (write (string->symbol "A") p)) (lambda (p) (write '|1| p)) (lambda (p) (write (string->symbol "a|b\\c") p)))
;; expect: "|a b|||A|1||a\\|b\\\\c|"
;; expect: "|a b||||A||1||a\\|b\\\\c|"
;; guile: *
(text-of (lambda (p) (write '(1 (2 . 3) () #(4 5) #u8(6) #t #f "s" 1.5 1/2) p)))
;; expect: "(1 (2 . 3) () #(4 5) #u8(6) #t #f \"s\" 1.5 1/2)"
(text-of (lambda (p) (write ''a p)) (lambda (p) (write '`(b ,c ,@d) p)))
;; expect: "(quote a)(quasiquote (b (unquote c) (unquote-splicing d)))"
;; expect: "'a`(b ,c ,@d)"
(text-of (lambda (p) (write (if #f #f) p)) (lambda (p) (write (eof-object) p)))
;; expect: "#<unspecified>#<eof>"
;; guile: *
(text-of (lambda (p) (write car p)) (lambda (p) (write (lambda (x) x) p)))
;; expect: "#<procedure car>#<procedure>"
;; guile: *
(let () (define-record-type point (make-point x y) point? (x px) (y py)) (text-of (lambda (p) (write (make-point 1 2) p))))
;; expect: "#<point 1 2>"
;; expect: "#<point x: 1 y: 2>"
;; expect: "#<point>"
;; guile: *
(text-of newline (lambda (p) (write-char #\x p)) (lambda (p) (write-string "abcde" p)) (lambda (p) (write-string "abcde" p 2)) (lambda (p) (write-string "abcde" p 1 3)))
;; expect: "\nxabcdecdebc"
(write-string "abc" (open-output-string) 4)
;; error: write-string
(write-string 'abc (open-output-string))
;; error: write-string
(write-char "a" (open-output-string))
;; error: write-char
(write-char #\a (open-input-string "x"))
;; error: write-char
(write-u8 1 (open-output-string))
;; error: write-u8
;; guile: *
(write-u8 256 (open-output-bytevector))
;; error: write-u8
(write-bytevector "a" (open-output-bytevector))
;; error: write-bytevector
(write 1 2)
;; error: write
(display 1 'port)
;; error: display
(newline 5)
;; error: newline
(let ((p (open-output-string))) (flush-output-port p) (write 1 p) (flush-output-port p) (get-output-string p))
;; expect: "1"
(let ((p (open-output-string))) (let loop ((i 0)) (if (< i 3000) (begin (write i p) (loop (+ i 1))))) (string-length (get-output-string p)))
;; expect: 10890
(let ((p (open-output-string))) (write (let loop ((i 0) (l '())) (if (< i 100000) (loop (+ i 1) (list l)) l)) p) (string-length (get-output-string p)))
;; expect: 200002
;; guile: *
(let ((p (open-input-string (string-append (make-string 50000 #\() (make-string 50000 #\)))))) (let loop ((x (read p)) (n 0)) (if (null? x) n (loop (car x) (+ n 1)))))
;; expect: 49999
;; guile: *
