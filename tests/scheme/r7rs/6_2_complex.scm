;; R7RS 6.2: complex numbers.
(import (scheme base) (scheme complex) (scheme inexact))

(list (make-rectangular 1 2) (make-rectangular 1 0) (make-rectangular 0 1) (make-rectangular 0 -1) (make-rectangular 1/2 -3/4) (make-rectangular 1.5 -2.5))
;; expect: (1+2i 1 +i -i 1/2-3/4i 1.5-2.5i)
;; guile: *
(list (real-part 1+2i) (imag-part 1+2i) (real-part 5) (imag-part 5) (real-part 1.5) (imag-part 1/2))
;; expect: (1 2 5 0 1.5 0)
;; guile: *
(list (magnitude 3+4i) (magnitude -5) (magnitude 1/2) (angle 1) (angle -1.0))
;; expect: (5 5 1/2 0 3.141592653589793)
;; guile: *
(list (angle +i) (angle 1+i))
;; expect: (1.5707963267948966 0.7853981633974483)
(make-polar 2 0)
;; expect: 2
;; expect: 2.0
(let ((z (make-polar 1.0 3.141592653589793))) (< (magnitude (+ z 1)) 1e-15))
;; expect: #t
(list (+ 1+2i 3-2i) (- 1+2i 1) (* +i +i) (* 1+2i 3+4i) (/ 1+2i 3+4i) (/ 1 +i) (- 1+2i) (+ 1+2i 0.5))
;; expect: (4 +2i -1 -5+10i 11/25+2/25i -i -1-2i 1.5+2.0i)
;; expect: (4 +2i -1 -5+10i 11/25+2/25i -i -1-2i 1.5+2i)
;; guile: *
(list (= 1+2i 1+2i) (= 1+2i 1+2.0i) (= 1+2i 2+i) (eqv? 1+2i 1+2i) (eqv? 1+2i 1.0+2.0i) (equal? 1/2+i 1/2+i))
;; expect: (#t #t #f #t #f #t)
;; guile: *
(map (lambda (x) (list (number? x) (complex? x) (real? x) (rational? x) (integer? x))) '(1+2i 1.5+i +i 3))
;; expect: ((#t #t #f #f #f) (#t #t #f #f #f) (#t #t #f #f #f) (#t #t #t #t #t))
(list (exact? 1+2i) (exact? 1.0+2.0i) (inexact? 1.5+2i) (exact 1.0+2.0i) (inexact 1+2i))
;; expect: (#t #f #t 1+2i 1.0+2.0i)
;; guile: *
(list (zero? +i) (zero? 0+0.0i))
;; expect: (#f #t)
(list (square +i) (expt +i 2) (expt 1+i 4) (expt 1+i -2))
;; expect: (-1 -1 -4 -1/2i)
;; guile: *
(let ((z (sqrt -2.0))) (list (real-part z) (imag-part z)))
;; expect: (0.0 1.4142135623730951)
;; expect: (0 1.4142135623730951)
(let ((z (sqrt +2i))) (< (magnitude (- z 1+i)) 1e-15))
;; expect: #t
(sqrt -9)
;; expect: +3i
;; guile: *
(let ((z (exp +3.141592653589793i))) (< (magnitude (+ z 1)) 1e-15))
;; expect: #t
(let ((z (log -1))) (list (= 0 (real-part z)) (imag-part z)))
;; expect: (#t 3.141592653589793)
(let ((z (sin 1+i))) (< (magnitude (- z 1.2984575814159773+0.6349639147847361i)) 1e-14))
;; expect: #t
(let ((z (cos 1+i))) (< (magnitude (- z 0.8337300251311491-0.9888977057628651i)) 1e-14))
;; expect: #t
(let ((z (tan 1+i))) (< (magnitude (- z 0.2717525853195118+1.0839233273386946i)) 1e-14))
;; expect: #t
(let ((z (asin 2))) (< (magnitude (- (sin z) 2)) 1e-14))
;; expect: #t
(let ((z (acos 2))) (< (magnitude (- (cos z) 2)) 1e-14))
;; expect: #t
(let ((z (atan 1+i))) (< (magnitude (- z 1.0172219678978514+0.4023594781085251i)) 1e-14))
;; expect: #t
(let ((z (expt 2 +i))) (< (magnitude (- z 0.7692389013639721+0.6389612763136348i)) 1e-14))
;; expect: #t
(map number->string '(1+2i -i 1.5-2.5i 1/2+3/4i))
;; expect: ("1+2i" "-i" "1.5-2.5i" "1/2+3/4i")
;; guile: *
(map string->number '("1+2i" "+i" "-i" "1-i" "+2i" "1.5e2-2.5i" "1/2+3/4i" "1@0" "i" "1+2" "1+2i3" "+inf.0i" "1+nan.0i" "-1/2i"))
;; expect: (1+2i +i -i 1-i +2i 150.0-2.5i 1/2+3/4i 1 #f #f #f +inf.0i 1+nan.0i -1/2i)
;; guile: *
(< (magnitude (- 1@1.5707963267948966 +i)) 1e-15)
;; expect: #t
(map (lambda (n) (number->string n 2)) '(5+3i -1/2i))
;; expect: ("101+11i" "-1/10i")
;; guile: *
(list '+inf.0+nan.0i '1e2+1e-2i)
;; expect: (+inf.0+nan.0i 100.0+0.01i)
(< 1+i 2)
;; error: <
(max +i 1)
;; error: max
(floor 1+i)
;; error: floor
(abs +i)
;; error: abs
(positive? +i)
;; error: positive?
(quotient +i 2)
;; error: quotient
(make-rectangular 'a 1)
;; error: make-rectangular
(make-rectangular 1 +i)
;; error: make-rectangular
(make-polar 1 'a)
;; error: make-polar
(real-part 'a)
;; error: real-part
(imag-part "1")
;; error: imag-part
(magnitude 'a)
;; error: magnitude
(angle 'a)
;; error: angle
(exact->inexact 1)
;; error: exact->inexact
;; guile: *
