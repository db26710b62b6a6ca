;; Numbers to and from text.
(import (scheme base))

(list 1e21 1e20 123456789.123 0.000001 1e-7 -0.0 100.0 1e100 5e-324 1.7976931348623157e308 0.1 (/ 1. 3))
;; expect: (1e21 100000000000000000000.0 123456789.123 0.000001 1e-7 -0.0 100.0 1e100 5e-324 1.7976931348623157e308 0.1 0.3333333333333333)
;; guile: *
(map (lambda (x) (number->string x 2)) '(0.5 -3.25 0.1 1e10 10 1/3))
;; expect: ("0.1" "-11.01" "0.0001100110011001100110011001100110011001100110011001101" "1001010100000010111110010000000000.0" "1010" "1/11")
;; guile: *
(map (lambda (n) (number->string n 16)) (list 255 -255 (expt 16 20) 140737488355327 -140737488355328))
;; expect: ("ff" "-ff" "100000000000000000000" "7fffffffffff" "-800000000000")
(list (number->string 0) (number->string -1) (number->string 999999999) (number->string 1000000000) (number->string 123456789012345))
;; expect: ("0" "-1" "999999999" "1000000000" "123456789012345")
(map string->number '("1e3" "#xff" "#b101" "#e1.5" "#i1/3" "1/2" "-1.5e-3" ".5" "5." "+inf.0" "#o17" "#d10" "#x#e10" "#e#x10" "1E2"))
;; expect: (1000.0 255 5 3/2 0.3333333333333333 1/2 -0.0015 0.5 5.0 +inf.0 15 10 16 16 100.0)
(map string->number '("abc" "" "-" "+" "." "1/0" "1_0" "--1" "1+" "1e" "e1" "1e+" "#x" "#e" "1/" "/2" "#x#x1" "1.2.3" "1 " " 1" "λ" "1/2.0" "+inf" "inf.0"))
;; expect: (#f #f #f #f #f #f #f #f #f #f #f #f #f #f #f #f #f #f #f #f #f #f #f #f)
;; guile: *
(map string->number '("+i" "-i" "1+i" "1-2.5i" "+2i" "1@0" "#e1.5+2.5i" "#i1+2i" "+inf.0i" "i" "1+2" "1+2i3"))
;; expect: (+i -i 1+i 1-2.5i +2i 1 3/2+5/2i 1.0+2.0i +inf.0i #f #f #f)
;; guile: *
(list (string->number "ff" 16) (string->number "12" 2) (string->number "#d12" 2) (string->number "1e2" 16) (string->number "zz" 36))
;; expect: (255 #f 12 482 1295)
(list (string->number "1e400") (string->number "-1e400") (string->number "1e-400") (string->number "4.9e-324") (string->number "1.7976931348623158e308"))
;; expect: (+inf.0 -inf.0 0.0 5e-324 1.7976931348623157e308)
(list (string->number "9007199254740993.0") (string->number "0.1e1") (string->number "123456789012345678901234567890.5") (string->number "#e0.1e-2"))
;; expect: (9007199254740992.0 1.0 1.2345678901234568e29 1/1000)
(= (string->number (number->string (expt 7 1000))) (expt 7 1000))
;; expect: #t
(string-length (number->string (expt 10 5000)))
;; expect: 5001
(number->string 10 1)
;; error: number->string
(number->string 'a)
;; error: number->string
(string->number 'a)
;; error: string->number
(let loop ((k 1) (x 1.0)) (if (= k 300) 'same (if (eqv? (string->number (number->string x)) x) (loop (+ k 1) (* x 1.37)) x)))
;; expect: same
(let loop ((k 1) (x 1.0)) (if (= k 300) 'same (if (eqv? (string->number (number->string x 3) 3) x) (loop (+ k 1) (* x 1.37)) x)))
;; expect: same
