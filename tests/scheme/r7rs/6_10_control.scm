;; R7RS 6.10: control features.
(import (scheme base) (scheme write) (scheme inexact))

(map procedure? (list car 'car (lambda (x) (* x x)) '(lambda (x) x) (call/cc (lambda (k) k)) (make-parameter 1) call/cc "x"))
;; expect: (#t #f #t #f #t #t #t #f)
(list (apply + '(3 4)) (apply + 1 2 '(3 4)) (apply + '()) (apply list 1 2 3 4 5 6 '(7 8)) (apply max '(1 5 3)))
;; expect: (7 10 0 (1 2 3 4 5 6 7 8) 5)
(define compose (lambda (f g) (lambda args (f (apply g args)))))
((compose sqrt *) 12 75)
;; expect: 30
(apply apply (list + '(1 2)))
;; expect: 3
(apply (lambda (a b . c) (list a b c)) 1 '(2 3 4))
;; expect: (1 2 (3 4))
(apply + 1 2)
;; error: apply
(apply + '(1 . 2))
;; error: apply
(apply 5 '(1))
;; error: 5
(apply car '(1 2))
;; error: car
(apply +)
;; error: apply
(let loop ((n 1000) (l '())) (if (= n 0) (apply + l) (loop (- n 1) (cons n l))))
;; expect: 500500
(let ((f (lambda args (length args)))) (apply f (make-list 5000 1)))
;; expect: 5000

(list (map cadr '((a b) (d e) (g h))) (map (lambda (n) (expt n n)) '(1 2 3 4 5)) (map + '(1 2 3) '(4 5 6)) (map + '(1 2) '(10 20 30)) (map + '(1 2) '(3 4) '(5 6 7)) (map car '()))
;; expect: ((b e h) (1 4 27 256 3125) (5 7 9) (11 22) (9 12) ())
(let ((count 0)) (length (map (lambda (ignored) (set! count (+ count 1)) count) '(a b))))
;; expect: 2
(let ((circular (list 1 2))) (set-cdr! (cdr circular) circular) (map + circular '(10 20 30)))
;; expect: (11 22 31)
(map car 5)
;; error: map
(map 5 '(1))
;; error: map
(map car '((1) . (2)))
;; error: car
;; guile: *
(map)
;; error: map
(map car)
;; error: map
(string-map char-upcase* "abc")
;; error: char-upcase*
(list (string-map (lambda (c) (integer->char (+ 1 (char->integer c)))) "HAL") (string-map (lambda (c k) (if (char=? k #\u) #\X c)) "studlycaps" "ulululul") (string-map (lambda (a b c) c) "abc" "de" "fghi") (string-map values ""))
;; expect: ("IBM" "XtXdXyXa" "fg" "")
(string-map car "abc")
;; error: car
(string-map (lambda (c) 1) "abc")
;; error:
(string-map values 'abc)
;; error: string-map
(list (vector-map cadr '#((a b) (d e) (g h))) (vector-map (lambda (n) (* n n)) #(1 2 3)) (vector-map * #(1 2) #(10 20 30)) (vector-map list #(1 2) #(3 4) #(5 6)) (vector-map car #()))
;; expect: (#(b e h) #(1 4 9) #(10 40) #((1 3 5) (2 4 6)) #())
(vector-map car '(1))
;; error: vector-map
(let ((v (make-vector 5))) (for-each (lambda (i) (vector-set! v i (* i i))) '(0 1 2 3 4)) v)
;; expect: #(0 1 4 9 16)
(let ((out '())) (for-each (lambda (a b) (set! out (cons (+ a b) out))) '(1 2 3) '(10 20)) out)
;; expect: (22 11)
(let ((out '())) (for-each (lambda (a b c) (set! out (cons (list a b c) out))) '(1 2) '(3 4) '(5 6)) out)
;; expect: ((2 4 6) (1 3 5))
(for-each car '(1))
;; error: car
(for-each car 5)
;; error: for-each
(let ((v '())) (string-for-each (lambda (c) (set! v (cons (char->integer c) v))) "abcde") v)
;; expect: (101 100 99 98 97)
(let ((v '())) (string-for-each (lambda (a b) (set! v (cons (list a b) v))) "abc" "de") v)
;; expect: ((#\b #\e) (#\a #\d))
;; guile: *
(string-for-each car 5)
;; error: string-for-each
(let ((v (make-list 5))) (vector-for-each (lambda (i) (list-set! v i (* i i))) '#(0 1 2 3 4)) v)
;; expect: (0 1 4 9 16)
(let ((n 0)) (vector-for-each (lambda (a b) (set! n (+ n (* a b)))) #(1 2 3) #(4 5 6)) n)
;; expect: 32
(vector-for-each car '(1))
;; error: vector-for-each

;; call/cc
(call-with-current-continuation (lambda (exit) (for-each (lambda (x) (if (negative? x) (exit x))) '(54 0 37 -3 245 19)) #t))
;; expect: -3
(define list-length
  (lambda (obj)
    (call/cc (lambda (return) (letrec ((r (lambda (obj) (cond ((null? obj) 0) ((pair? obj) (+ (r (cdr obj)) 1)) (else (return #f)))))) (r obj))))))
(list (list-length '(1 2 3 4)) (list-length '(a b . c)))
;; expect: (4 #f)
(call/cc procedure?)
;; expect: #t
(call/cc (lambda (k) 1))
;; expect: 1
(+ 1 (call/cc (lambda (k) (+ 10 (k 1)))))
;; expect: 2
(call-with-values (lambda () (call/cc (lambda (k) (k 1 2 3)))) list)
;; expect: (1 2 3)
(call-with-values (lambda () (call/cc (lambda (k) (k)))) list)
;; expect: ()
(let ((k #f) (n 0)) (call/cc (lambda (c) (set! k c))) (set! n (+ n 1)) (if (< n 3) (k #f)) n)
;; expect: 3
(let* ((k #f) (r '()) (x (call/cc (lambda (c) (set! k c) 0)))) (set! r (cons x r)) (if (< x 3) (k (+ x 1))) r)
;; expect: (3 2 1 0)
(let ((r '()))
  (let ((k (call/cc (lambda (c) c))))
    (set! r (cons 'x r))
    (if (procedure? k) (k 'not-a-procedure))
    (list k r)))
;; expect: (not-a-procedure (x x))
;; Going back into a procedure that has returned.
(define saved #f)
(define (numbered) (let ((n (call/cc (lambda (k) (set! saved k) 0)))) (list 'got n)))
(let ((results '()))
  (set! results (cons (numbered) results))
  (if (< (length results) 4) (saved (length results)))
  (reverse results))
;; expect: ((got 0) (got 1) (got 2) (got 3))
;; map with re-entry does not change lists that were returned before.
(let ((k* #f) (y* '()))
  (let ((y (map (lambda (x) (call/cc (lambda (k) (if (= x 2) (if (not k*) (set! k* k))) x))) '(1 2 3))))
    (set! y* (cons y y*))
    (if (< (length y*) 3) (k* (* 10 (length y*))))
    (reverse y*)))
;; expect: ((1 2 3) (1 10 3) (1 20 3))
(let ((k* #f) (y* '()))
  (let ((y (vector-map (lambda (x) (call/cc (lambda (k) (if (= x 2) (if (not k*) (set! k* k))) x))) #(1 2 3))))
    (set! y* (cons y y*))
    (if (< (length y*) 3) (k* (* 10 (length y*))))
    (reverse y*)))
;; expect: (#(1 2 3) #(1 10 3) #(1 20 3))
;; guile: *
(call/cc 5)
;; error: 5
(call/cc)
;; error: call/cc
;; guile: *
(call-with-current-continuation (lambda () 1))
;; error: argument
;; guile: *

;; Multiple values
(call-with-values (lambda () (values 4 5)) (lambda (a b) b))
;; expect: 5
(call-with-values * -)
;; expect: -1
(call-with-values (lambda () (values)) list)
;; expect: ()
(call-with-values (lambda () 1) list)
;; expect: (1)
(call-with-values (lambda () (values 1 2 3 4 5)) (lambda (a . b) (list a b)))
;; expect: (1 (2 3 4 5))
(values 1)
;; expect: 1
(values 1 2)
;; expect: 1 2
(values)
;; expect:
(+ 1 (values 2))
;; expect: 3
(begin (values 1 2) 3)
;; expect: 3
(call-with-values (lambda () (values 1 2)) (lambda (a) a))
;; error: got 2
;; guile: *
(let-values (((a b) (let loop ((i 0)) (if (< i 10) (loop (+ i 1)) (values i 'end))))) (list a b))
;; expect: (10 end)
(call-with-values (lambda () (if #t (values 1 2) 3)) cons)
;; expect: (1 . 2)
(call-with-values (lambda () (dynamic-wind (lambda () 1) (lambda () (values 1 2)) (lambda () 3))) list)
;; expect: (1 2)
(receive-values 1)
;; error: receive-values
(apply values '(1 2 3))
;; expect: 1 2 3

;; dynamic-wind
(let ((path '()) (c #f))
  (let ((add (lambda (s) (set! path (cons s path)))))
    (dynamic-wind (lambda () (add 'connect)) (lambda () (add (call/cc (lambda (c0) (set! c c0) 'talk1)))) (lambda () (add 'disconnect)))
    (if (< (length path) 4) (c 'talk2) (reverse path))))
;; expect: (connect talk1 disconnect connect talk2 disconnect)
(let ((out '()))
  (define (note x) (set! out (cons x out)))
  (call/cc (lambda (leave)
    (dynamic-wind (lambda () (note 'in1))
      (lambda () (dynamic-wind (lambda () (note 'in2)) (lambda () (leave 1)) (lambda () (note 'out2))))
      (lambda () (note 'out1)))))
  (reverse out))
;; expect: (in1 in2 out2 out1)
(let ((out '()) (k #f))
  (define (note x) (set! out (cons x out)))
  (dynamic-wind (lambda () (note 'in-a)) (lambda () (call/cc (lambda (c) (set! k c))) (note 'a)) (lambda () (note 'out-a)))
  (if k
      (let ((again k))
        (set! k #f)
        (dynamic-wind (lambda () (note 'in-b)) (lambda () (again 1)) (lambda () (note 'out-b)))))
  (reverse out))
;; expect: (in-a a out-a in-b out-b in-a a out-a)
(dynamic-wind (lambda () 1) (lambda () 'result) (lambda () 3))
;; expect: result
(let ((out '()))
  (dynamic-wind (lambda () (set! out (cons 'in out)))
    (lambda () (call/cc (lambda (k) (k 1))) (set! out (cons 'body out)))
    (lambda () (set! out (cons 'out out))))
  (reverse out))
;; expect: (in body out)
;; Leaving from within `before` and `after`.
(let ((out '()))
  (call/cc (lambda (k) (dynamic-wind (lambda () (k 1)) (lambda () (set! out (cons 'body out))) (lambda () (set! out (cons 'after out))))))
  out)
;; expect: ()
(let ((out '()))
  (define (note x) (set! out (cons x out)))
  (call/cc (lambda (k)
    (dynamic-wind (lambda () (note 'in1))
      (lambda () (dynamic-wind (lambda () (note 'in2)) (lambda () (note 'body)) (lambda () (note 'out2) (k 1))))
      (lambda () (note 'out1)))))
  (reverse out))
;; expect: (in1 in2 body out2 out1)
(dynamic-wind 1 (lambda () 2) (lambda () 3))
;; error: dynamic-wind
(dynamic-wind (lambda () 1) 2 (lambda () 3))
;; error: dynamic-wind
(dynamic-wind (lambda () 1) (lambda () 2) 3)
;; error: dynamic-wind

;; Generators by continuations
(define (tree->generator tree)
  (define return #f)
  (define (continue)
    (let loop ((tree tree))
      (cond ((null? tree) 'skip)
            ((pair? tree) (loop (car tree)) (loop (cdr tree)))
            (else (call/cc (lambda (rest) (set! continue (lambda () (rest 'resume))) (return tree))))))
    (return 'done))
  (lambda () (call/cc (lambda (r) (set! return r) (continue)))))
(let ((g (tree->generator '((1 2) (3 (4)) 5))))
  (let loop ((out '())) (let ((x (g))) (if (eq? x 'done) (reverse out) (loop (cons x out))))))
;; expect: (1 2 3 4 5)
(define (same-fringe? a b)
  (let ((g (tree->generator a)) (h (tree->generator b)))
    (let loop () (let ((x (g)) (y (h))) (cond ((not (eqv? x y)) #f) ((eq? x 'done) #t) (else (loop)))))))
(list (same-fringe? '(1 (2 3)) '((1 2) 3)) (same-fringe? '(1 2 3) '(1 (3 2))))
;; expect: (#t #f)
