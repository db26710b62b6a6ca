;; R7RS 6.2: numbers (6.2.6 except conversions to and from text).
(import (scheme base) (scheme inexact) (scheme cxr))

;; Predicates
(define (kinds x) (list (number? x) (complex? x) (real? x) (rational? x) (integer? x) (exact? x) (inexact? x) (exact-integer? x)))
(kinds 1)
;; expect: (#t #t #t #t #t #t #f #t)
(kinds 1/2)
;; expect: (#t #t #t #t #f #t #f #f)
(kinds 1.0)
;; expect: (#t #t #t #t #t #f #t #f)
(kinds 1.5)
;; expect: (#t #t #t #t #f #f #t #f)
(kinds +inf.0)
;; expect: (#t #t #t #f #f #f #t #f)
(kinds +nan.0)
;; expect: (#t #t #t #f #f #f #t #f)
(kinds 100000000000000000000)
;; expect: (#t #t #t #t #t #t #f #t)
(kinds 1e300)
;; expect: (#t #t #t #t #t #f #t #f)
(map (lambda (p) (p 'a)) (list number? complex? real? rational? integer? exact-integer?))
;; expect: (#f #f #f #f #f #f)
(map (lambda (p) (p "1")) (list number? complex? real? rational? integer? exact-integer?))
;; expect: (#f #f #f #f #f #f)
(exact? 'a)
;; error: exact?
(inexact? "1")
;; error: inexact?
(map exact? '(3.0 #e3.0 3. 1/3 -0.0))
;; expect: (#f #t #f #t #f)
(exact-integer? 32)
;; expect: #t
(exact-integer? 32.0)
;; expect: #f
(exact-integer? 32/5)
;; expect: #f
(map finite? (list 3 +inf.0 -inf.0 +nan.0 1.5 1/2))
;; expect: (#t #f #f #f #t #t)
(map infinite? (list 3 +inf.0 -inf.0 +nan.0 1.5 1/2))
;; expect: (#f #t #t #f #f #f)
(map nan? (list +nan.0 32 1.5 +inf.0 1/2))
;; expect: (#t #f #f #f #f)

;; Comparison
(list (= 1 1) (= 1 2) (= 1 1.0) (= 1/2 0.5) (= 1 1 1) (= 1 1 2) (= 0.0 -0.0) (= +nan.0 +nan.0))
;; expect: (#t #f #t #t #t #f #t #f)
(list (< 1 2) (< 2 1) (< 1 2 3) (< 1 3 2) (< 1 1) (< 1/3 0.5) (< -1 0 1/2 1 1.5 2))
;; expect: (#t #f #t #f #f #t #t)
(list (> 2 1) (> 1 2) (> 3 2 1) (> 3 1 2) (> 1 1) (> 1/2 1/3))
;; expect: (#t #f #t #f #f #t)
(list (<= 1 1 2) (<= 1 2 1) (<= 2 1) (>= 2 2 1) (>= 1 2))
;; expect: (#t #f #f #t #f)
(list (= 5) (< 5) (> 5) (<= 5) (>= 5))
;; expect: (#t #t #t #t #t)
(list (< 1 +nan.0) (> 1 +nan.0) (<= +nan.0 +nan.0) (< -inf.0 0 +inf.0))
;; expect: (#f #f #f #t)
(list (< 9007199254740992 9007199254740993.0) (= 9007199254740993 9007199254740992.0) (< 9007199254740992.0 9007199254740993))
;; expect: (#f #f #t)
(list (< 100000000000000000000 1e21) (> 100000000000000000000 1e19) (< -100000000000000000000 -99999999999999999999))
;; expect: (#t #t #t)
(list (= 1/3 .3333333333333333) (< .3333333333333333 1/3) (< 1e308 +inf.0) (< (expt 10 400) +inf.0) (> (- (expt 10 400)) -inf.0))
;; expect: (#f #t #t #t #t)
(= 1 'a)
;; error: =
(< 1 "2")
;; error: <
(> 'a 1)
;; error: >
(= 'a)
;; error: =
;; guile: *
(< 2 1 'a)
;; error: <
;; guile: *
(map zero? (list 0 0.0 -0.0 1 1/2 -1 1e-300))
;; expect: (#t #t #t #f #f #f #f)
(map positive? (list 0 1 -1 0.0 1/2 -1/2 +inf.0 100000000000000000000))
;; expect: (#f #t #f #f #t #f #t #t)
(map negative? (list 0 1 -1 -0.0 1/2 -1/2 -inf.0 -100000000000000000000))
;; expect: (#f #f #t #f #f #t #t #t)
(map odd? (list 0 1 -1 3.0 2.0 100000000000000000001))
;; expect: (#f #t #t #t #f #t)
(map even? (list 0 1 -1 3.0 2.0 100000000000000000000))
;; expect: (#t #f #f #f #t #t)
(odd? 1.5)
;; error: odd?
(even? 1/2)
;; error: even?
(zero? 'a)
;; error: zero?
(positive? "a")
;; error: positive?
(list (max 3 4) (max 3.9 4) (max 1) (max 1 2 3 -5) (max 1/2 1/3) (max 1 +inf.0) (inexact? (max 100000000000000000000 1.0)))
;; expect: (4 4.0 1 3 1/2 +inf.0 #t)
(list (min 3 4) (min 3 4.9) (min 1) (min 1 2 3 -5) (min 1/2 1/3) (min 1 -inf.0))
;; expect: (3 3.0 1 -5 1/3 -inf.0)
(max)
;; error: max
(min 1 'a)
;; error: min

;; Arithmetic
(list (+ 3 4) (+ 3) (+) (+ 1 2 3 4) (* 4) (*) (* 2 3) (* 2 3 4))
;; expect: (7 3 0 10 4 1 6 24)
(list (- 3 4) (- 3 4 5) (- 3) (/ 3 4 5) (/ 3) (/ 6 3) (/ 0.5) (/ 6 4))
;; expect: (-1 -6 -3 3/20 1/3 2 2.0 3/2)
(list (+ 1 2.0) (+ 1/2 1/3) (+ 1/2 1/2) (+ 1/2 0.5) (* 2 0.5) (* 1/2 4) (- 1/2 1/2) (/ 1 3.0))
;; expect: (3.0 5/6 1 1.0 1.0 2 0 0.3333333333333333)
(* 0 1.5)
;; expect: 0
;; expect: 0.0
(* 0 +inf.0)
;; expect: 0
;; expect: +nan.0
(+ 0 -0.0)
;; expect: -0.0
;; expect: 0.0
(- 0.0)
;; expect: -0.0
(- 0 0.0)
;; expect: 0.0
;; expect: -0.0
(list (+ 1e308 1e308) (- -1e308 1e308) (- +inf.0 +inf.0) (* 1e-200 1e-200) (/ 1 0.0) (/ -1 0.0) (/ 1.0 0.0))
;; expect: (+inf.0 -inf.0 +nan.0 0.0 +inf.0 -inf.0 +inf.0)
(- 0.0)
;; expect: -0.0
(/ 0)
;; error: /
(/ 1 0)
;; error: /
(/ 1/2 0)
;; error: /
(/ 0.0 0)
;; error: /
;; guile: *
(/ 0 5)
;; expect: 0
(+ 1 'a)
;; error: +
(+ 'a)
;; error: +
(- "1" 2)
;; error: -
(* 1 2 'x)
;; error: *
(/ 1 'a)
;; error: /
(-)
;; error: -
(/)
;; error: /

;; Integers of every size
(list (+ 140737488355327 1) (- -140737488355328 1) (* 140737488355327 140737488355327) (- 140737488355328) (- -140737488355328))
;; expect: (140737488355328 -140737488355329 19807040628565802923409276929 -140737488355328 140737488355328)
(list (+ 9223372036854775807 1) (- -9223372036854775808 1) (- -9223372036854775808) (* 4294967296 4294967296) (* -9223372036854775808 -1))
;; expect: (9223372036854775808 -9223372036854775809 9223372036854775808 18446744073709551616 9223372036854775808)
(list (+ 18446744073709551616 -18446744073709551616) (- 18446744073709551616 1) (* 18446744073709551616 0) (- 9223372036854775808 1))
;; expect: (0 18446744073709551615 0 9223372036854775807)
(list (* 99999999999999999999 99999999999999999999) (* -99999999999 99999999999) (+ 99999999999999999999 1) (- 100000000000000000000 1))
;; expect: (9999999999999999999800000000000000000001 -9999999999800000000001 100000000000000000000 99999999999999999999)
(let loop ((n 30) (f 1)) (if (= n 0) f (loop (- n 1) (* n f))))
;; expect: 265252859812191058636308480000000
(let loop ((n 0) (a 0) (b 1)) (if (= n 300) a (loop (+ n 1) b (+ a b))))
;; expect: 222232244629420445529739893461909967206666939096499764990979600
(quotient (expt 10 40) (expt 7 20))
;; expect: 125325428941968489983696
(let ((a (expt 3 200)) (b (expt 2 150))) (= a (+ (* b (quotient a b)) (remainder a b))))
;; expect: #t

;; Absolute value, integer division
(list (abs -7) (abs 7) (abs -1/2) (abs -1.5) (abs -0.0) (abs -9223372036854775808) (abs -100000000000000000000) (abs -inf.0))
;; expect: (7 7 1/2 1.5 0.0 9223372036854775808 100000000000000000000 +inf.0)
(abs 'a)
;; error: abs
(define (both f) (call-with-values f list))
(map (lambda (a b) (both (lambda () (floor/ a b)))) '(5 -5 5 -5 5.0) '(2 2 -2 -2 2))
;; expect: ((2 1) (-3 1) (-3 -1) (2 -1) (2.0 1.0))
(map (lambda (a b) (both (lambda () (truncate/ a b)))) '(5 -5 5 -5 -5.0) '(2 2 -2 -2 2))
;; expect: ((2 1) (-2 -1) (-2 1) (2 -1) (-2.0 -1.0))
(map (lambda (a b) (list (quotient a b) (remainder a b) (modulo a b))) '(13 -13 13 -13 13.0 -13) '(4 4 -4 -4 4 4.0))
;; expect: ((3 1 1) (-3 -1 3) (-3 1 -3) (3 -1 -1) (3.0 1.0 1.0) (-3.0 -1.0 3.0))
(map (lambda (a b) (list (floor-quotient a b) (floor-remainder a b) (truncate-quotient a b) (truncate-remainder a b))) '(7 -7 7 -7 0 6) '(3 3 -3 -3 3 3))
;; expect: ((2 1 2 1) (-3 2 -2 -1) (-3 -2 -2 1) (2 -1 2 -1) (0 0 0 0) (2 0 2 0))
(map (lambda (a b) (list (quotient a b) (remainder a b) (modulo a b))) '(100000000000000000000 -100000000000000000000 7 -9223372036854775808 100000000000000000000) '(7 7 100000000000000000000 -1 -33333333333333333333))
;; expect: ((14285714285714285714 2 2) (-14285714285714285714 -2 5) (0 7 7) (9223372036854775808 0 0) (-3 1 -33333333333333333332))
(modulo 5.5 2.0)
;; error: modulo
;; guile: *
(quotient 1 0)
;; error: quotient
(remainder 1 0)
;; error: remainder
(modulo 1 0)
;; error: modulo
(modulo 1.0 0.0)
;; error: modulo
(floor/ 1 0)
;; error:
(exact-integer-sqrt -1)
;; error: exact-integer-sqrt
(quotient 1.5 2)
;; error: quotient
(modulo 'a 2)
;; error: modulo
(list (gcd 32 -36) (gcd) (gcd 5) (gcd 0 0) (gcd -4) (gcd 12 18 27) (gcd 32.0 36) (gcd 100000000000000000000 15))
;; expect: (4 0 5 0 4 3 4.0 5)
(list (lcm 32 -36) (lcm 32.0 -36) (lcm) (lcm 5) (lcm 0 3) (lcm 2 3 4) (lcm 100000000000000000000 3))
;; expect: (288 288.0 1 5 0 12 300000000000000000000)
(gcd 1.5 2)
;; error: gcd
(list (numerator (/ 6 4)) (denominator (/ 6 4)) (denominator 0) (denominator (inexact (/ 6 4))) (numerator -0.5) (numerator 5) (denominator 5))
;; expect: (3 2 1 2.0 -1.0 5 1)
(numerator 'a)
;; error: numerator
(denominator +inf.0)
;; error: denominator
;; guile: *

;; Rounding
(map (lambda (x) (list (floor x) (ceiling x) (truncate x) (round x))) '(-4.3 3.5 2.5 -2.5 7 7/2 -7/2 5/2 1/3 100000000000000000000))
;; expect: ((-5.0 -4.0 -4.0 -4.0) (3.0 4.0 3.0 4.0) (2.0 3.0 2.0 2.0) (-3.0 -2.0 -2.0 -2.0) (7 7 7 7) (3 4 3 4) (-4 -3 -3 -4) (2 3 2 2) (0 1 0 0) (100000000000000000000 100000000000000000000 100000000000000000000 100000000000000000000))
(list (floor -0.4) (ceiling -0.4) (truncate -0.4) (round -0.4) (round -0.5))
;; expect: (-1.0 -0.0 -0.0 -0.0 -0.0)
;; guile: *
(map (lambda (round) (= (round 1e300) 1e300)) (list floor ceiling truncate round))
;; expect: (#t #t #t #t)
(list (round 0.5) (round 1.5) (round -1.5) (floor +inf.0) (round +nan.0) (round 4503599627370497.5))
;; expect: (0.0 2.0 -2.0 +inf.0 +nan.0 4503599627370498.0)
(floor 'a)
;; error: floor
(round "1")
;; error: round
(list (rationalize (exact .3) 1/10) (rationalize .3 1/10) (rationalize 3/10 1/10) (rationalize 5 1) (rationalize -3/10 1/10) (rationalize 1/3 1/100))
;; expect: (1/3 0.3333333333333333 1/3 4 -1/3 1/3)

;; Exactness
(list (inexact 1/3) (inexact 5) (inexact 0.5) (exact 0.5) (exact 5.0) (exact 1e18) (exact 1e20) (exact 5) (exact 1/2) (exact -0.0))
;; expect: (0.3333333333333333 5.0 0.5 1/2 5 1000000000000000000 100000000000000000000 5 1/2 0)
(list (exact .1) (exact 1e-10))
;; expect: (3602879701896397/36028797018963968 7737125245533627/77371252455336267181195264)
(= (inexact 100000000000000000001) 1e20)
;; expect: #t
(= (inexact 1/3000000000000000000000) 3.3333333333333333e-22)
;; expect: #t
(inexact (/ (expt 10 400) (+ (expt 10 399) 1)))
;; expect: 10.0
(list (inexact 9007199254740993) (inexact 9007199254740995) (inexact (expt 10 400)) (inexact (- (expt 2 1024) (expt 2 970))) (inexact 18014398509481985/2))
;; expect: (9007199254740992.0 9007199254740996.0 +inf.0 +inf.0 9007199254740992.0)
(exact +nan.0)
;; error: exact
(exact +inf.0)
;; error: exact
(exact 'a)
;; error: exact
(inexact "1")
;; error: inexact

;; Transcendental functions
(exp 0)
;; expect: 1
;; expect: 1.0
(list (exp 1) (exp 0.0) (exp -1) (exp 1/2) (exp 1000) (exp -inf.0))
;; expect: (2.718281828459045 1.0 0.36787944117144233 1.6487212707001282 +inf.0 0.0)
(log 1)
;; expect: 0
;; expect: 0.0
(list (log 2.718281828459045) (log 0.0) (log 2))
;; expect: (1.0 -inf.0 0.6931471805599453)
(map (lambda (x y) (< (abs (- (log x y) (round (log x y)))) 1e-14)) '(8 100 1024 27) '(2 10 2 3))
;; expect: (#t #t #t #t)
(< 2302.58 (log (expt 10 1000)) 2302.59)
;; expect: #t
(map (lambda (f x y) (= (f x) y)) (list sin cos tan asin acos atan) '(0 0 0 0 1 0) '(0 1 0 0 0 0))
;; expect: (#t #t #t #t #t #t)
(list (sin 0.0) (cos 0.0) (sin 1) (cos 1) (asin 1) (atan 1))
;; expect: (0.0 1.0 0.8414709848078965 0.5403023058681398 1.5707963267948966 0.7853981633974483)
(define (close? x y) (< (abs (- x y)) 1e-15))
(list (close? (tan 1) 1.5574077246549023) (close? (acos 0.5) 1.0471975511965979))
;; expect: (#t #t)
(list (atan 1 1) (atan -1 1) (atan 1 -1) (atan -1 -1) (atan 1 0) (atan 0.0 -1.0) (atan -0.0 -1.0) (atan 0.0 1))
;; expect: (0.7853981633974483 -0.7853981633974483 2.356194490192345 -2.356194490192345 1.5707963267948966 3.141592653589793 -3.141592653589793 0.0)
(= (atan 0 1) 0)
;; expect: #t
(atan 'a 1)
;; error: atan
(sin 'a)
;; error: sin
(exp "x")
;; error: exp
(list (square 42) (square 2.0) (square 1/2) (square -3) (square 100000000000))
;; expect: (1764 4.0 1/4 9 10000000000000000000000)
(list (sqrt 9) (sqrt 16.0) (sqrt 2) (sqrt 1/4) (sqrt 0) (sqrt 0.0) (sqrt 10000000000000000000000) (sqrt 8/9) (sqrt +inf.0))
;; expect: (3 4.0 1.4142135623730951 1/2 0 0.0 100000000000 0.9428090415820634 +inf.0)
(sqrt (expt 10 400))
;; expect: 100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
(list (sqrt -4) (sqrt -1) (sqrt -4.0) (sqrt -1/4))
;; expect: (+2i +i +2.0i +1/2i)
;; guile: *
(sqrt 'a)
;; error: sqrt
(map (lambda (n) (both (lambda () (exact-integer-sqrt n)))) (list 0 1 4 5 17 99 100000000000000000000 (- (expt 10 40) 1)))
;; expect: ((0 0) (1 0) (2 0) (2 1) (4 1) (9 18) (10000000000 0) (99999999999999999999 199999999999999999998))
(exact-integer-sqrt 2.0)
;; error: exact-integer-sqrt
(list (expt 2 10) (expt 2 0) (expt 0 0) (expt 0 5) (expt 2 -2) (expt 2.0 3) (expt 1/2 3) (expt 2/3 -2) (expt -2 3) (expt 2 0.5))
;; expect: (1024 1 1 0 1/4 8.0 1/8 9/4 -8 1.4142135623730951)
(map = (list (expt 4 1/2) (expt 0.0 0) (expt 0 0.0) (expt 8 1/3)) '(2 1 1 2))
;; expect: (#t #t #t #t)
(list (expt 2 100) (expt -3 51) (expt 10 -5) (expt 1.5 2) (expt 2. -1) (expt 0.0 2) (expt 1 1000000) (expt -1 1000001))
;; expect: (1267650600228229401496703205376 -2153693963075557766310747 1/100000 2.25 0.5 0.0 1 -1)
(list (expt 2. 0.5) (expt -8. 3) (expt -2 -3) (expt 1e200 2) (expt 10. -400))
;; expect: (1.4142135623730951 -512.0 -1/8 +inf.0 0.0)
(expt 0 -1)
;; error:
;; guile: *
(expt 'a 2)
;; error: expt
;; guile: *
(expt 2 'a)
;; error: expt

;; Exact rationals
(list (+ 1/3 2/3) (* 2/3 3/2) (- 1/3 1/2) (/ 1/3 2/3) (/ -1 2) (/ 4 -6) (+ 1/3 1) (* 6 1/3) (/ 1 3) (- 1/2))
;; expect: (1 1 -1/6 1/2 -1/2 -2/3 4/3 2 1/3 -1/2)
(let loop ((n 1) (sum 0)) (if (> n 20) sum (loop (+ n 1) (+ sum (/ 1 n)))))
;; expect: 55835135/15519504
(list (/ 9223372036854775808 9223372036854775807) (/ 100000000000000000000 10) (+ 1/100000000000000000000 1/100000000000000000000))
;; expect: (9223372036854775808/9223372036854775807 10000000000000000000 1/50000000000000000000)

;; Flonum arithmetic
(list (+ .1 .2) (* 1.1 1.1) (- .3 .1) (/ 1. 3.) (* 1e200 1e200) (/ 0. 0.) (- 5e-324 5e-324) (/ 5e-324 2))
;; expect: (0.30000000000000004 1.2100000000000002 0.19999999999999998 0.3333333333333333 +inf.0 +nan.0 0.0 0.0)
(boolean=? #t (let loop ((x 1.) (n 0)) (if (< n 1000) (loop (* x 1.01) (+ n 1)) (< 20959. x 20960.))))
;; expect: #t
