;; What `write` and `display` show.
(import (scheme base) (scheme write))

(define (written x)
  (let ((port (open-output-string)))
    (write x port)
    (get-output-string port)))
(define (shared x)
  (let ((port (open-output-string)))
    (write-shared x port)
    (get-output-string port)))
(define (nested n)
  (let loop ((i 0) (x '()))
    (if (= i n) x (loop (+ i 1) (list x)))))

(string-length (written (nested 100000)))
;; expect: 200002
(string-length (written (let loop ((i 0) (x '())) (if (= i 50000) x (loop (+ i 1) (vector x))))))
;; expect: 150002
(let ((x (list 1 2 3))) (set-cdr! (cddr x) (cdr x)) (written x))
;; expect: "(1 . #0=(2 3 . #0#))"
(let ((x (vector 1 2 3))) (vector-set! x 1 x) (written (list x x)))
;; expect: "(#0=#(1 #0# 3) #0#)"
(let ((x (list 1 2))) (written (list x x)))
;; expect: "((1 2) (1 2))"
(let ((x (list 1 2))) (shared (list x (vector x) x)))
;; expect: "(#0=(1 2) #(#0#) #0#)"
;; A list whose first item is the list itself, long enough not to be looked at in one go.
(let ((x (let loop ((i 0) (l '())) (if (= i 10000) l (loop (+ i 1) (cons i l)))))) (set-car! x x) (substring (written x) 0 20))
;; expect: "#0=(#0# 9998 9997 99"
;; Shared a million times without a cycle.
(let loop ((i 0) (x '())) (if (< i 20) (loop (+ i 1) (cons x x)) (string-length (shared x))))
;; expect: 231
(define-record-type point (make-point x y) point? (x point-x set-point-x!) (y point-y))
(written (make-point 1 "a"))
;; expect: "#<point x: 1 y: \"a\">"
;; guile: *
(let ((p (make-point 1 2))) (set-point-x! p (list p)) (written p))
;; expect: "#0=#<point x: (#0#) y: 2>"
;; guile: *
(define (named x) x)
(map written (list car named (lambda (x) x) (current-output-port) (eof-object) (if #f #f) current-output-port))
;; expect: ("#<procedure car>" "#<procedure named>" "#<procedure>" "#<port stdout>" "#<eof>" "#<unspecified>" "#<parameter>")
;; guile: *
(map written (map string->symbol '("" "1" "a|b" "λ" "#a" "a b" "+" "..." "->" "1+" "+1" "." ".5" "-i" "A" "a\\b" "a\nb" "a(b" "+a")))
;; expect: ("||" "|1|" "|a\\|b|" "λ" "|#a|" "|a b|" "+" "..." "->" "1+" "|+1|" "|.|" "|.5|" "|-i|" "A" "|a\\\\b|" "|a\\nb|" "|a(b|" "+a")
;; guile: *
(map written (list #\a #\space #\newline #\tab #\return #\null #\delete #\escape #\backspace #\alarm #\x1 #\λ #\( #\xa0))
;; expect: ("#\\a" "#\\space" "#\\newline" "#\\tab" "#\\return" "#\\null" "#\\delete" "#\\escape" "#\\backspace" "#\\alarm" "#\\x1" "#\\λ" "#\\(" "#\\xa0")
;; guile: *
(written "a\tb\nc\\d\"e\a\x7f;λ\x200b;")
;; expect: "\"a\\tb\\nc\\\\d\\\"e\\a\\x7f;λ\\x200b;\""
;; guile: *
(written (list #u8() #u8(1 255) '#() '#(a #(b)) '(a . b) '(a b . c) '(()) ''a '`(a ,b ,@c)))
;; expect: "(#u8() #u8(1 255) #() #(a #(b)) (a . b) (a b . c) (()) (quote a) (quasiquote (a (unquote b) (unquote-splicing c))))"
;; guile: *
(let ((port (open-output-string))) (display (list "a\"b" #\c 'd (vector "e")) port) (get-output-string port))
;; expect: "(a\"b c d #(e))"
(display 1 (open-input-string ""))
;; error: display
(write 1 'port)
;; error: write
