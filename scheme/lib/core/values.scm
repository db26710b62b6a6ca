;; The values of procedures that the compiler inlines. A call with a fitting number of arguments is the procedure's bytecode, so that
;; none of these definitions calls itself.

(define-syntax define-inlined
  (syntax-rules ()
    ((_ (name argument ...) ...)
     (begin (define (name argument ...) (name argument ...)) ...))))

(define-inlined
  (not x) (eq? x y) (eqv? x y) (equal? x y)
  (null? x) (pair? x) (symbol? x) (string? x) (char? x) (boolean? x) (vector? x) (bytevector? x) (procedure? x) (eof-object? x))

(define-inlined
  (cons a b) (car pair) (cdr pair) (set-car! pair value) (set-cdr! pair value)
  (caar pair) (cadr pair) (cdar pair) (cddr pair) (caddr pair) (cdddr pair) (cadddr pair)
  (length list) (reverse list) (list-tail list k) (list-ref list k) (memq x list) (memv x list) (assq x list) (assv x list))

(define-inlined
  (vector-ref vector k) (vector-set! vector k value) (vector-length vector)
  (string-ref string k) (string-set! string k char) (string-length string)
  (bytevector-u8-ref bytevector k) (bytevector-u8-set! bytevector k byte) (bytevector-length bytevector)
  (symbol->string symbol) (string->symbol string)
  (char->integer char) (integer->char n) (char-upcase char) (char-downcase char)
  (char-alphabetic? char) (char-numeric? char) (char-whitespace? char))

(define (list . items) items)

(define (vector . items) (list->vector items))

(define make-vector
  (case-lambda
    ((k) (make-vector k))
    ((k fill) (make-vector k fill))))

(define append
  (case-lambda
    ((a b) (append a b))
    (() '())
    ((a) a)
    ((a b . rest)
     (let loop ((lists (reverse (cons a (cons b rest)))) (result #f) (first #t))
       (cond ((null? lists) result)
             (first (loop (cdr lists) (car lists) #f))
             (else (loop (cdr lists) (append (car lists) result) #f)))))))

(define (call-with-current-continuation procedure) (call-with-current-continuation procedure))

(define (call/cc procedure) (call/cc procedure))

(define (call-with-values producer consumer) (call-with-values producer consumer))

(define values
  (case-lambda
    ((a b) (values a b))
    ((a) a)
    (() (values))
    ((a b c) (values a b c))
    (items (%list->values items))))

(define apply
  (case-lambda
    ((procedure list) (apply procedure list))
    ((procedure a list) (apply procedure a list))
    ((procedure a b list) (apply procedure a b list))
    ((procedure a b c . rest) (apply procedure a b c (spread-last rest)))))

;; (1 2 (3 4)) becomes (1 2 3 4).
(define (spread-last items)
  (if (null? (cdr items))
      (car items)
      (cons (car items) (spread-last (cdr items)))))

;; Comparisons of any number of operands. All of them are compared, so that an operand of a wrong type is always noticed.
(define-syntax define-comparisons
  (syntax-rules ()
    ((_ valid? expected name ...)
     (begin
       (define name
         (case-lambda
           ((a b) (name a b))
           ((a) (if (valid? a) #t (%type-error 'name 1 expected a)))
           ((a b . rest)
            (let loop ((b b) (rest rest) (result (name a b)))
              (if (pair? rest)
                  (let ((next (car rest)))
                    (loop next (cdr rest) (if (name b next) result #f)))
                  result)))))
       ...))))

(define-comparisons char? "a character" char=? char<? char>? char<=? char>=?)
(define-comparisons string? "a string" string=? string<?)
