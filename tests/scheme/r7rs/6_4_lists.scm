;; R7RS 6.4: pairs and lists.
(import (scheme base) (scheme cxr))

(map pair? (list '(a . b) '(a b c) '() '#(a b) 'a))
;; expect: (#t #t #f #f #f)
(list (cons 'a '()) (cons '(a) '(b c d)) (cons "a" '(b c)) (cons 'a 3) (cons '(a b) 'c))
;; expect: ((a) ((a) b c d) ("a" b c) (a . 3) ((a b) . c))
(list (car '(a b c)) (car '((a) b c d)) (car '(1 . 2)) (cdr '((a) b c d)) (cdr '(1 . 2)))
;; expect: (a (a) 1 (b c d) 2)
(car '())
;; error: car
(cdr '())
;; error: cdr
(car 5)
;; error: car
(cdr "abc")
;; error: cdr
(let ((x (list 'a 'b))) (set-car! x 1) (set-cdr! x '(2 3)) x)
;; expect: (1 2 3)
(set-car! '() 1)
;; error: set-car!
(set-cdr! 5 1)
;; error: set-cdr!
(define tree '(((1 . 2) 3 . 4) (5 . 6) 7 . 8))
(list (caar tree) (cdar tree) (cadr tree) (cddr tree))
;; expect: ((1 . 2) (3 . 4) (5 . 6) (7 . 8))
(define deep '((((1 . 2) . (3 . 4)) . ((5 . 6) . (7 . 8))) . (((9 . 10) . (11 . 12)) . ((13 . 14) . (15 . 16)))))
(list (caaar deep) (caadr deep) (cadar deep) (caddr deep) (cdaar deep) (cdadr deep) (cddar deep) (cdddr deep))
;; expect: ((1 . 2) (9 . 10) (5 . 6) (13 . 14) (3 . 4) (11 . 12) (7 . 8) (15 . 16))
(list (caaaar deep) (caaadr deep) (caadar deep) (caaddr deep) (cadaar deep) (cadadr deep) (caddar deep) (cadddr deep))
;; expect: (1 9 5 13 3 11 7 15)
(list (cdaaar deep) (cdaadr deep) (cdadar deep) (cdaddr deep) (cddaar deep) (cddadr deep) (cdddar deep) (cddddr deep))
;; expect: (2 10 6 14 4 12 8 16)
(caar '(1))
;; error: caar
(cddr '(1 . 2))
;; error: cddr
(caddr '(1 2))
;; error: caddr
(cdddar '((1 2)))
;; error: cdddar
(caadr 5)
;; error: caadr
(map null? (list '() (list) '(1) 0 #f "" (vector)))
;; expect: (#t #t #f #f #f #f #f)
(map list? (list '(a b c) '() '(a . b) 'a (vector)))
;; expect: (#t #t #f #f #f)
(let ((x (list 'a))) (set-cdr! x x) (list? x))
;; expect: #f
(let ((x (list 'a 'b 'c))) (set-cdr! (cddr x) (cdr x)) (list? x))
;; expect: #f
(list (make-list 2 3) (make-list 0) (length (make-list 5)))
;; expect: ((3 3) () 5)
(make-list -1)
;; error: make-list
;; guile: *
(make-list 'a 1)
;; error: make-list
(list (list) (list 'a (+ 3 4) 'c))
;; expect: (() (a 7 c))
(map length (list '(a b c) '(a (b) (c d e)) '()))
;; expect: (3 3 0)
(length '(a . b))
;; error: length
(length 5)
;; error: length
(length (let ((x (list 1 2))) (set-cdr! (cdr x) x) x))
;; error: length
(list (append '(x) '(y)) (append '(a) '(b c d)) (append '(a (b)) '((c))) (append '(a b) '(c . d)) (append '() 'a) (append) (append 5) (append '(1) 2))
;; expect: ((x y) (a b c d) (a (b) (c)) (a b c . d) a () 5 (1 . 2))
(list (append '(1) '(2) '(3 4) '() '(5)) (append '() '() '()) (append '(1) '() '(2) 3))
;; expect: ((1 2 3 4 5) () (1 2 . 3))
(let ((tail (list 3))) (eq? tail (cddr (append '(1) '(2) tail))))
;; expect: #t
(let ((head (list 1 2))) (eq? head (append head '())))
;; expect: #f
(append '(1 . 2) '(3))
;; error: append
(append 5 '(1))
;; error: append
(map reverse '((a b c) (a (b c) d (e (f))) ()))
;; expect: ((c b a) ((e (f)) d (b c) a) ())
(reverse '(a . b))
;; error: reverse
(reverse 'a)
;; error: reverse
(list (list-tail '(a b c d) 2) (list-tail '(a) 1) (list-tail '() 0) (list-tail '(a . b) 1) (list-tail 5 0))
;; expect: ((c d) () () b 5)
(list-tail '(a b) 3)
;; error: list-tail
(list-tail '(a b) -1)
;; error: list-tail
;; guile: *
(list-tail '(a b) 'x)
;; error: list-tail
(list (list-ref '(a b c d) 2) (list-ref '(a b c d) 0) (list-ref '(a b . c) 1))
;; expect: (c a b)
(list-ref '(a b) 2)
;; error: list-ref
(list-ref '(a b) -1)
;; error: list-ref
;; guile: *
(list-ref '(a b) 1.0)
;; error: list-ref
(let ((x (list 'one 'two 'five!))) (list-set! x 2 'three) x)
;; expect: (one two three)
(list-set! (list 1) 1 2)
;; error: list-set!
(list (memq 'c '(a b c d e)) (memq 'z '(a b)) (memq 'a '()) (memq (list 'a) '(b (a) c)))
;; expect: ((c d e) #f #f #f)
(list (memv 101 '(100 101 102)) (memv 1.5 '(1.5 2)) (memv 1 '(1.0)) (memv 100000000000000000000 '(1 100000000000000000000)))
;; expect: ((101 102) (1.5 2) #f (100000000000000000000))
(list (member (list 'a) '(b (a) c)) (member "b" '("a" "b")) (member 2.0 '(1 2 3) =) (member 5 '(1 3 7) <) (member 9 '()))
;; expect: (((a) c) ("b") (2 3) (7) #f)
;; guile: *
(memq 'a 5)
;; error: memq
(memv 'a '(b . c))
;; error: memv
(member 'a '(b . c))
;; error: member
(member 'a '(b) 5)
;; error: member
(define e '((a 1) (b 2) (c 3)))
(list (assq 'a e) (assq 'b e) (assq 'd e) (assq (list 'a) '(((a)) ((b)) ((c)))))
;; expect: ((a 1) (b 2) #f #f)
(list (assv 5 '((2 3) (5 7) (11 13))) (assv 1.5 '((1.5 . a))) (assv 1 '()))
;; expect: ((5 7) (1.5 . a) #f)
(list (assoc (list 'a) '(((a)) ((b)) ((c)))) (assoc 2.0 '((1 1) (2 4) (3 9)) =) (assoc "b" '(("a" . 1) ("b" . 2))) (assoc 1 '()))
;; expect: (((a)) (2 4) ("b" . 2) #f)
(assq 'a 5)
;; error: assq
(assq 'a '(5))
;; error: assq
(assv 'a '((b 1) . 5))
;; error: assv
(assoc 'a '(5))
;; error: assoc
(assoc 1 '((2 3)) 'no)
;; error: assoc
(define original '(1 (2 3) 4))
(let ((copy (list-copy original))) (list (equal? copy original) (eq? copy original) (eq? (cadr copy) (cadr original))))
;; expect: (#t #f #t)
(list (list-copy '()) (list-copy '(1 2 . 3)) (list-copy 5))
;; expect: (() (1 2 . 3) 5)
(let ((a (list 1 8 2 8))) (let ((b (list-copy a))) (set-car! b 3) (list a b)))
;; expect: ((1 8 2 8) (3 8 2 8))
