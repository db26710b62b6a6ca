;; Between exact and inexact numbers: rounded once, to the nearest, ties to even.
(import (scheme base) (scheme inexact))

(list (inexact 9007199254740993) (inexact 9007199254740995)  (= (inexact 18014398509481990) 18014398509481992))
;; expect: (9007199254740992.0 9007199254740996.0 #t)
(list (inexact 1/3) (inexact -2/3) (inexact (/ (expt 10 400) (+ (expt 10 400) 1))))
;; expect: (0.3333333333333333 -0.6666666666666666 1.0)
(list (inexact (expt 10 308)) (inexact (expt 10 309)) (inexact (- (expt 10 309))) (inexact (/ 1 (expt 10 400))))
;; expect: (1e308 +inf.0 -inf.0 0.0)
(list (inexact (/ 5 (expt 10 324))) (inexact (/ 2 (expt 10 324))) (inexact (/ 3 (expt 10 324))))
;; expect: (5e-324 0.0 5e-324)
(list (exact 0.1) (exact -1.5) (exact 1e20) (exact 5e-324))
;; expect: (3602879701896397/36028797018963968 -3/2 100000000000000000000 1/202402253307310618352495346718917307049556649764142118356901358027430339567995346891960383701437124495187077864316811911389808737385793476867013399940738509921517424276566361364466907742093216341239767678472745068562007483424692698618103355649159556340810056512358769552333414615230502532186327508646006263307707741093494784)
(exact +inf.0)
;; error: exact
(exact +nan.0)
;; error: exact
(list (round 7/2) (round 5/2) (round -7/2) (round 8/3) (round 2.5) (round -0.4) (floor -7/2) (ceiling -7/2) (truncate -7/2))
;; expect: (4 2 -4 3 2.0 -0.0 -4 -3 -3)
(list (rationalize 3/10 1/10) (rationalize .3 1/10) (rationalize -3/10 1/10) (rationalize 1/2 1) (rationalize 5 0))
;; expect: (1/3 0.3333333333333333 -1/3 0 5)
(list (rationalize +inf.0 1) (nan? (rationalize +inf.0 +inf.0)) (rationalize 1 +inf.0))
;; expect: (+inf.0 #t 0.0)
(list (numerator 6/4) (denominator 6/4) (numerator 0.75) (denominator 0.75) (numerator 5) (denominator 0))
;; expect: (3 2 3.0 4.0 5 1)
(list (sqrt 16) (sqrt 15) (sqrt 1/4) (= (sqrt (expt 10 400)) (expt 10 200)) (sqrt -4) (sqrt 16.0) (sqrt (+ (expt 10 40) 1)))
;; expect: (4 3.872983346207417 1/2 #t +2i 4.0 100000000000000000000.0)
(list (expt 2 100) (expt 2 -2) (expt 2/3 3) (expt 2.0 3) (expt 4 1/2) (expt 0 0) (expt 0.0 0) (expt 1 (expt 10 30)) (expt -1 (+ (expt 10 30) 1)))
;; expect: (1267650600228229401496703205376 1/4 8/27 8.0 2 1 1 1 -1)
(expt 0 -1)
;; error: expt
(expt 2 (expt 10 30))
;; error: expt
(list (exp 0) (log 1) (sin 0) (cos 0) (atan 0 1) (exact (floor (log (expt 10 1000)))))
;; expect: (1 0 0 1 0 2302)
(list (quotient 7. 2) (modulo -7 2.) (remainder -7. 2) (exact-integer? (quotient 7 2)) (gcd 4. 6) (lcm 4 6.))
;; expect: (3.0 1.0 -1.0 #t 2.0 12.0)
(list (gcd) (gcd -12 18) (gcd 0 5) (lcm) (lcm 4 -6) (lcm 0 5) (gcd (expt 2 100) (expt 6 50)) (gcd (- (expt 2 63)) (expt 2 64)))
;; expect: (0 6 5 1 12 0 1125899906842624 9223372036854775808)
(quotient 1 0)
;; error: division by zero
(/ 1 0)
;; error: division by zero
(modulo 10 0.0)
;; error: modulo
