;; Programs that are not well-formed: an error when they are expanded, with the offending form in the message.
(import (scheme base) (scheme eval))

(define (check . forms)
  (eval (cons 'let (cons '() forms)) (environment '(scheme base) '(scheme case-lambda) '(scheme lazy))))
(check '(+ 1 2))
;; expect: 3
(check '(if))
;; error: if
(check '(if 1 2 3 4))
;; error: if
(check '(lambda))
;; error: lambda
(check '(lambda (1) 2))
;; error: lambda
(check '(lambda (x x) x))
;; error: x
(check '(lambda (x)))
;; error: lambda
(check '(let ((x)) x))
;; error: let
(check '(let ((x 1 2)) x))
;; error: let
(check '(let ((x 1) (x 2)) x))
;; error: x
(check '(let x))
;; error: let
(check '(let* ((x 1))))
;; error: let
(check '(letrec ((x 1) (x 2)) x))
;; error: x
(check '(define))
;; error: define
(check '(begin 1 (define x 2) 3))
;; error: define
;; guile: *
(check '(set! x))
;; error: set!
(check '(set! 5 1))
;; error: set!
(check '(set! if 1))
;; error: if
(check '(quote))
;; error: quote
(check '(quote 1 2))
;; error: quote
(check '(cond))
;; error: cond
;; guile: *
(check '(cond (else 1) (2 3)))
;; error: cond
(check '(case))
;; error: case
(check '(case 1 (2 3)))
;; error: case
(check '(do ((x 1 2 3)) (#t)))
;; error: do
(check '(do))
;; error: do
(check '(1 . 2))
;; error:
(check '(+ 1 . 2))
;; error:
(check '())
;; error:
(check 'if)
;; error: if
(check '(list if))
;; error: if
(check '(else))
;; error: else
(check '(unquote x))
;; error: unquote
(check '(define-syntax))
;; error: define-syntax
(check '(define-syntax m 5) '(m))
;; error: m
(check '(define-syntax m (syntax-rules () ((_ a) a))) '(m))
;; error: m
(check '(define-syntax m (syntax-rules () ((_ a ... b ...) a))) '(m 1))
;; error: ...
(check '(define-syntax m (syntax-rules () ((_ a a) 1))) '(m 1 2))
;; error: a
(check '(define-syntax m (syntax-rules () ((_ a) (a ...)))) '(m 1))
;; error: ...
(check '(define-syntax m (syntax-rules () ((_ a ...) a))) '(m 1))
;; error: a
(check '(define-syntax m (syntax-rules () (5 1))) '(m 1))
;; error:
(check '(define-syntax m (syntax-rules x)) '(m 1))
;; error: syntax-rules
(check '(syntax-error "message here" (a b) 5))
;; error: message here (a b) 5
(check '(let-syntax ((m 1)) m))
;; error: m
(check '(let-values ((x)) 1))
;; error: let-values
(check '(let-values (((a a) (values 1 2))) 1))
;; error: a
(check '(define-values))
;; error: define-values
(check '(define-record-type) 1)
;; error: define-record-type
(check '(define-record-type p (make-p z) p? (x p-x)) 1)
;; error: z
(check '(parameterize ((x)) 1))
;; error: parameterize
(check '(guard))
;; error: guard
(check '(case-lambda (x)))
;; error: case-lambda
(check '(delay))
;; error: delay
(check '(when))
;; error: when
(check '(cond-expand (no-such-feature 1)))
;; error: cond-expand
;; guile: *
(check '(include "/no/such/file.scm"))
;; error: /no/such/file.scm
(check '(define x 1) '(define x 2) 'x)
;; error: x
(check '(define a 1))
;; error:
;; guile: *
(check '(import (scheme base)) 1)
;; error: import
(eval '(no-such-name 1) (environment '(scheme base)))
;; error: no-such-name
(eval '(car '(1)) (environment '(only (scheme base) cdr quote)))
;; error: car
(eval 'x (environment '(no such library)))
;; error: (no such library)
(eval '(foo 1) (environment '(prefix (scheme base) foo:)))
;; error: foo
(environment '(only (scheme base) no-such-export))
;; error: no-such-export
(environment '(rename (scheme base) (no-such-export x)))
;; error: no-such-export
(environment '(except (scheme base) no-such-export))
;; error: no-such-export
;; guile: *
(environment 5)
;; error: 5
(eval 1 2)
;; error: eval
