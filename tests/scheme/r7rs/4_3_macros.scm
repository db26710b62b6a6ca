;; R7RS 4.3: macros.
(import (scheme base))

;; 4.3.1 Binding constructs for syntactic keywords
(let-syntax ((given-that (syntax-rules () ((_ test stmt1 stmt2 ...) (if test (begin stmt1 stmt2 ...)))))) (let ((if #t)) (given-that if (set! if 'now)) if))
;; expect: now
(let ((x 'outer)) (let-syntax ((m (syntax-rules () ((m) x)))) (let ((x 'inner)) (m))))
;; expect: outer
(letrec-syntax ((my-or (syntax-rules () ((my-or) #f) ((my-or e) e) ((my-or e1 e2 ...) (let ((temp e1)) (if temp temp (my-or e2 ...)))))))
  (let ((x #f) (y 7) (temp 8) (let odd?) (if even?)) (my-or x (let temp) (if y) y)))
;; expect: 7
(let-syntax () 5)
;; expect: 5
(let-syntax ((one (syntax-rules () ((_) 1)))) (define two 2) (+ (one) two))
;; expect: 3
(let-syntax ((a (syntax-rules () ((_) 'outer-a)))) (let-syntax ((a (syntax-rules () ((_) 'inner-a))) (b (syntax-rules () ((_) (a))))) (b)))
;; expect: outer-a
(letrec-syntax ((a (syntax-rules () ((_) 'inner-a))) (b (syntax-rules () ((_) (a))))) (b))
;; expect: inner-a
(letrec-syntax ((even (syntax-rules () ((_) #t) ((_ x . rest) (odd . rest)))) (odd (syntax-rules () ((_) #f) ((_ x . rest) (even . rest))))) (list (even 1 2 3 4) (even 1 2 3)))
;; expect: (#t #f)

;; 4.3.2 Pattern language
(define-syntax be-like-begin
  (syntax-rules () ((be-like-begin name) (define-syntax name (syntax-rules () ((name expr (... ...)) (begin expr (... ...))))))))
(be-like-begin sequence)
(sequence 1 2 3 4)
;; expect: 4
(let ((=> #f)) (cond (#t => 'ok)))
;; expect: ok
(define-syntax swap! (syntax-rules () ((_ a b) (let ((tmp a)) (set! a b) (set! b tmp)))))
(let ((tmp 1) (other 2)) (swap! tmp other) (list tmp other))
;; expect: (2 1)
(define-syntax my-let (syntax-rules () ((_ ((name value) ...) body ...) ((lambda (name ...) body ...) value ...))))
(my-let ((a 1) (b 2)) (define c 3) (list a b c))
;; expect: (1 2 3)
(my-let () 'empty)
;; expect: empty
(define-syntax flatten2 (syntax-rules () ((_ (a b ...) ...) '(a ... (b ... ) ... b ... ...))))
(flatten2 (1 2 3) (4) (5 6))
;; expect: (1 4 5 (2 3) () (6) 2 3 6)
(define-syntax nested (syntax-rules () ((_ ((x (y ...)) ...) ...) '(((y ... x) ...) ...))))
(nested ((a (1 2)) (b ())) () ((c (3))))
;; expect: (((1 2 a) (b)) () ((3 c)))
(define-syntax all-but-last (syntax-rules () ((_ x ... y) '((x ...) y))))
(list (all-but-last 1) (all-but-last 1 2 3))
;; expect: ((() 1) ((1 2) 3))
(define-syntax middle (syntax-rules () ((_ a b ... c d) '(a (b ...) c d))))
(list (middle 1 2 3) (middle 1 2 3 4 5))
;; expect: ((1 () 2 3) (1 (2 3) 4 5))
(define-syntax dotted (syntax-rules () ((_ a b ... . c) '(a (b ...) c))))
(list (dotted 1) (dotted 1 2 3) (dotted 1 2 . 3) (dotted 1 . x))
;; expect: ((1 () ()) (1 (2 3) ()) (1 (2) 3) (1 () x))
(define-syntax after-ellipsis (syntax-rules () ((_ a ... b . c) '((a ...) b c))))
(list (after-ellipsis 1 2 3) (after-ellipsis 1 . 2))
;; expect: (((1 2) 3 ()) (() 1 2))
(define-syntax vectors (syntax-rules () ((_ #(a b ...)) '(a (b ...))) ((_ #()) 'none)))
(list (vectors #(1 2 3)) (vectors #()))
;; expect: ((1 (2 3)) none)
(define-syntax make-vectors (syntax-rules () ((_ (a ...) ...) '(#(a ... end) ...))))
(make-vectors (1 2) () (3))
;; expect: (#(1 2 end) #(end) #(3 end))
(define-syntax vector-middle (syntax-rules () ((_ #(a ... b c)) '((a ...) b c))))
(vector-middle #(1 2 3 4))
;; expect: ((1 2) 3 4)
(define-syntax literals (syntax-rules (to from) ((_ to x) 'to-x) ((_ from x) 'from-x) ((_ y x) 'other)))
(list (literals to 1) (literals from 1) (literals at 1))
;; expect: (to-x from-x other)
(let ((to 1)) (literals to 2))
;; expect: other
(define-syntax data (syntax-rules () ((_ 1) 'one) ((_ "s") 'string) ((_ #\c) 'char) ((_ #t) 'true) ((_ ()) 'empty) ((_ 2.5) 'real) ((_ x) 'other)))
(list (data 1) (data "s") (data #\c) (data #t) (data ()) (data 2.5) (data 2) (data x))
;; expect: (one string char true empty real other other)
(define-syntax underscores (syntax-rules () ((_ _ x _) 'x)))
(underscores 1 2 3)
;; expect: 2
(define-syntax own-ellipsis (syntax-rules ::: () ((_ (a b :::) :::) '((b ::: a) :::))))
(own-ellipsis (1 2 3) (4))
;; expect: ((2 3 1) (4))
(define-syntax keeps-dots (syntax-rules ::: () ((_ a :::) '(a ::: ...))))
(keeps-dots 1 2)
;; expect: (1 2 ...)
(define-syntax escaped (syntax-rules () ((_ a) '(a (... ...) (... (a ...))))))
(escaped 1)
;; expect: (1 ... (1 ...))
(define-syntax literal-ellipsis (syntax-rules (...) ((_ a ...) '(a dots)) ((_ . rest) 'other)))
(list (literal-ellipsis 1 ...) (literal-ellipsis 1 2))
;; expect: ((1 dots) other)
;; guile: *
(define-syntax literal-underscore (syntax-rules (_) ((foo _) 'underscore) ((foo x) 'other)))
(list (literal-underscore _) (literal-underscore 5))
;; expect: (underscore other)
(define-syntax ten (syntax-rules () ((_) 10)))
(+ (ten) 1)
;; expect: 11
(define-syntax no-match (syntax-rules () ((_ a) a)))
(let ((x 1)) (define-syntax local (syntax-rules () ((_) x))) (let ((x 2)) (local)))
;; expect: 1
(define-syntax my-if (syntax-rules (then else) ((_ c then t else e) (cond (c t) (else e)))))
(my-if #f then 1 else 2)
;; expect: 2
(define-syntax while
  (syntax-rules () ((_ condition body ...) (let loop () (if condition (begin body ... (loop)) #f)))))
(let ((i 0) (loop 'mine)) (while (< i 3) (set! i (+ i 1))) (list i loop))
;; expect: (3 mine)
(define-syntax for
  (syntax-rules (in) ((_ x in list body ...) (for-each (lambda (x) body ...) list))))
(let ((sum 0)) (for y in '(1 2 3) (set! sum (+ sum y))) sum)
;; expect: 6

;; Hygiene
(define-syntax define-getter (syntax-rules () ((_ name value) (define (name) value))))
(define-getter get-five 5)
(get-five)
;; expect: 5
(define-syntax define-hidden (syntax-rules () ((_ getter) (begin (define hidden 42) (define (getter) hidden)))))
(define hidden 'mine)
(define-hidden get-hidden)
(list hidden (get-hidden))
;; expect: (mine 42)
(let () (define-hidden get-it) (define hidden 'local) (list hidden (get-it)))
;; expect: (local 42)
(define-syntax with-x (syntax-rules () ((_ e) (let ((x 'macro)) (list x e)))))
(let ((x 'user)) (with-x x))
;; expect: (macro user)
(define-syntax bind-it (syntax-rules () ((_ name e) (let ((name 1)) e))))
(bind-it y (+ y 1))
;; expect: 2
(let ((list vector)) (with-x 1))
;; expect: (macro 1)
(define-syntax my-list-of (syntax-rules () ((_ e ...) (list e ...))))
(let ((list 5)) (my-list-of list list))
;; expect: (5 5)
(define-syntax loop-until-exit
  (syntax-rules () ((_ exit body ...) (call/cc (lambda (exit) (let loop () body ... (loop)))))))
(let ((n 0)) (loop-until-exit leave (set! n (+ n 1)) (if (= n 5) (leave n))))
;; expect: 5
(define-syntax m1 (syntax-rules () ((_ x) (let ((a 1)) (m2 x a)))))
(define-syntax m2 (syntax-rules () ((_ x y) (let ((a 2)) (list x y a)))))
(let ((a 0)) (m1 a))
;; expect: (0 1 2)
(define-syntax generate (syntax-rules () ((_ (a ...) (b ...)) '((a b) ...))))
(generate (1 2 3) (x y z))
;; expect: ((1 x) (2 y) (3 z))
(define-syntax each-with (syntax-rules () ((_ k a ...) '((k a) ...))))
(each-with 'q 1 2)
;; expect: (('q 1) ('q 2))
;; expect: (((quote q) 1) ((quote q) 2))
(define-syntax quoted (syntax-rules () ((_ x) (quote (x renamed)))))
(quoted y)
;; expect: (y renamed)
(eq? (cadr (quoted y)) 'renamed)
;; expect: #t
(let ((x 1))
  (define-syntax set-x! (syntax-rules () ((_ v) (set! x v))))
  (let ((x 5)) (set-x! 2))
  x)
;; expect: 2
(define-syntax jabberwocky
  (syntax-rules () ((_ hatter) (begin (define march-hare 42) (define-syntax hatter (syntax-rules () ((_) march-hare)))))))
(jabberwocky mad-hatter)
(mad-hatter)
;; expect: 42
(define-syntax count-args (syntax-rules () ((_) 0) ((_ x . rest) (+ 1 (count-args . rest)))))
(count-args a b c d e)
;; expect: 5
(define-syntax my-cond (syntax-rules (else) ((_ (else e)) e) ((_ (c e) clause ...) (if c e (my-cond clause ...)))))
(my-cond (#f 1) ((= 1 2) 2) (else 3))
;; expect: 3

;; 4.3.3 Signalling errors in macro transformers
(define-syntax simple-let
  (syntax-rules ()
    ((_ (head ... ((x . y) val) . tail) body1 body2 ...)
     (syntax-error "expected an identifier but got" (x . y)))
    ((_ ((name val) ...) body1 body2 ...)
     ((lambda (name ...) body1 body2 ...) val ...))))
(simple-let ((a 1) (b 2)) (+ a b))
;; expect: 3
