;; R7RS 2: lexical conventions.
(import (scheme base) (scheme read) (scheme char) (scheme write))

(define (read-text text) (read (open-input-string text)))

;; 2.1 Identifiers
(map symbol? '(... + +soup+ <=? ->string a34kTMNs lambda list->vector q V17a |two words| |two\x20;words| the-word-recursion-has-many-meanings))
;; expect: (#t #t #t #t #t #t #t #t #t #t #t #t #t)
(map symbol? '(- -- -> .. .a +.x -.- ! $ % & * / : < = > ? ^ _ ~ a@b a.b a+b a-b ->))
;; expect: (#t #t #t #t #t #t #t #t #t #t #t #t #t #t #t #t #t #t #t #t #t #t #t #t #t #t)
'|foo bar|
;; expect: |foo bar|
;; guile: *
(eq? '|abc| 'abc)
;; expect: #t
(eq? '|\x3BB;| 'λ)
;; expect: #t
(eq? '|\x41;bc| 'Abc)
;; expect: #t
(symbol->string '|a\nb|)
;; expect: "a\nb"
(symbol->string '|a\tb\a|)
;; expect: "a\tb\a"
(symbol->string '|a\|b|)
;; expect: "a|b"
(symbol->string '||)
;; expect: ""
'||
;; expect: ||
;; guile: *
(list '|1| '|+1| '|a b| '|.| '|#a| '|A|)
;; expect: (|1| |+1| |a b| |.| |#a| A)
;; expect: (|1| |+1| |a b| |.| |#a| |A|)
;; guile: *
(eq? 'abc 'ABC)
;; expect: #f
(let ((x 1) (X 2)) (list x X))
;; expect: (1 2)
(let ((Étoile 1) (変数 2)) (+ Étoile 変数))
;; expect: 3
#!fold-case
'ABC
;; expect: abc
;; guile: *
(eq? 'Hello 'hELLO)
;; expect: #t
;; guile: *
#\A
;; expect: #\A
"ABC"
;; expect: "ABC"
#!no-fold-case
(eq? 'Hello 'hELLO)
;; expect: #f
(read-text "#!fold-case (Abc #T #\\A)")
;; expect: (abc #t #\A)
(read-text "(#!fold-case Abc #!no-fold-case Abc)")
;; expect: (abc Abc)
;; expect: (abc |Abc|)
;; guile: (abc Abc)

;; 2.2 Whitespace and comments
(list 1 ; up to the end of the line
 2 #;(not this) 3
 #; nor-this 4 #| nor
  #| nested |# this |# 5)
;; expect: (1 2 3 4 5)
'(a #;b)
;; expect: (a)
'(a #;#;b c d)
;; expect: (a d)
'(a #;(b #;c d) . #;e f)
;; expect: (a . f)
(read-text "#| all |# #;x ;y\n  z")
;; expect: z
(eof-object? (read-text "  ; nothing\n #| at |# #;all"))
;; expect: #t
'(a	b
   c)
;; expect: (a b c)
(read-text "(a\r\nb\x0C;c)")
;; expect: (a b c)

;; 2.3 Other notations
(list '(1 . 2) '(1 . (2 . (3 . ()))) '(1 2 . 3) '(1 . (2 3)))
;; expect: ((1 . 2) (1 2 3) (1 2 . 3) (1 2 3))
(read-text "'a")
;; expect: (quote a)
;; expect: 'a
(read-text "`(a ,b ,@c)")
;; expect: (quasiquote (a (unquote b) (unquote-splicing c)))
;; expect: `(a ,b ,@c)
(list #t #f #true #false)
;; expect: (#t #f #t #f)
(list #\a #\A #\( #\  #\space #\newline #\tab #\null #\null #\alarm #\backspace #\delete #\escape #\return #\x41 #\λ #\x3BB #\x)
;; expect: (#\a #\A #\( #\space #\space #\newline #\tab #\null #\null #\alarm #\backspace #\delete #\escape #\return #\A #\λ #\λ #\x)
;; guile: *
"a\\b\"c\nd\te\a\b\r"
;; expect: "a\\b\"c\nd\te\a\b\r"
(string-length "\x41;\x3BB;\x1F600;")
;; expect: 3
"one \
     line"
;; expect: "one line"
(read-text "\"a\\  \n   b\"")
;; expect: "ab"
;; guile: *
(read-text "\"a\nb\"")
;; expect: "a\nb"
(read-text "\"a\r\nb\"")
;; expect: "a\nb"
;; guile: "a\r\nb"
(list #e1.5 #x-ff #b101 #o17 #d10 #i1/2 #xFF #e#x10 #x#e10 1e3 -1.5e-2 .5 1. +5 -0 1/2 -6/4)
;; expect: (3/2 -255 5 15 10 0.5 255 16 16 1000.0 -0.015 0.5 1.0 5 0 1/2 -3/2)
(list +inf.0 -inf.0 +nan.0)
;; expect: (+inf.0 -inf.0 +nan.0)
'#(1 #(2) "x" #\y z)
;; expect: #(1 #(2) "x" #\y z)
#u8(0 10 255)
;; expect: #u8(0 10 255)
#u8()
;; expect: #u8()
#()
;; expect: #()
(read-text "#u8(1 256)")
;; error:

;; Mistakes are reported as read errors.
(define (read-outcome text)
  (call/cc (lambda (k)
    (with-exception-handler
      (lambda (e) (k (list 'error (read-error? e))))
      (lambda () (read-text text))))))
(read-outcome ")")
;; expect: (error #t)
;; guile: *
(read-outcome "(1 2")
;; expect: (error #t)
;; guile: *
(read-outcome "#(1 2")
;; expect: (error #t)
;; guile: *
(read-outcome "\"abc")
;; expect: (error #t)
;; guile: *
(read-outcome "|abc")
;; expect: (error #t)
;; guile: *
(read-outcome "#\\notachar")
;; expect: (error #t)
;; guile: *
(read-outcome "(1 . )")
;; expect: (error #t)
;; guile: *
(read-outcome "(1 . 2 3)")
;; expect: (error #t)
;; guile: *
(read-outcome "( . 1)")
;; expect: (error #t)
;; guile: *
(read-outcome "#<foo>")
;; expect: (error #t)
;; guile: *
(read-outcome "#|")
;; expect: (error #t)
;; guile: *
(read-outcome "#u8(a)")
;; expect: (error #t)
;; guile: *
(read-outcome "#u8(256)")
;; expect: (error #t)
;; guile: *
(read-outcome "#3#")
;; expect: (error #t)
;; guile: *
(read-outcome "\"\\x110000;\"")
;; expect: (error #t)
;; guile: *
(read-outcome "\"\\q\"")
;; expect: (error #t)
;; guile: *
(read-outcome "'")
;; expect: (error #t)
;; guile: *
(read-outcome "#;")
;; expect: (error #t)
;; guile: *
(read-outcome "(1 #;)")
;; expect: (error #t)
;; guile: *
