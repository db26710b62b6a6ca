;; Constructors and predicates.

(define (xcons d a) (cons a d))

(define cons*
  (case-lambda
    ((a) a)
    ((a b) (cons a b))
    ((a b c) (cons a (cons b c)))
    ((a . rest)
     (let loop ((a a) (rest rest))
       (if (pair? rest)
           (cons a (loop (car rest) (cdr rest)))
           a)))))

(define (check-count who position n)
  (if (not (and (exact-integer? n) (>= n 0))) (%type-error who position "an exact integer that is not negative" n)))

(define (list-tabulate n f)
  (check-count 'list-tabulate 1 n)
  (check-procedure 'list-tabulate 2 f)
  (let loop ((k (- n 1)) (result '()))
    (if (< k 0)
        result
        (loop (- k 1) (cons (f k) result)))))

(define (circular-list first . rest)
  (let ((items (cons first rest)))
    (set-cdr! (last-pair items) items)
    items))

(define iota
  (case-lambda
    ((n) (iota n 0 1))
    ((n start) (iota n start 1))
    ((n start step)
     (check-count 'iota 1 n)
     (if (not (number? start)) (%type-error 'iota 2 "a number" start))
     (if (not (number? step)) (%type-error 'iota 3 "a number" step))
     (let loop ((k (- n 1)) (result '()))
       (if (< k 0)
           result
           (loop (- k 1) (cons (+ start (* k step)) result)))))))

;; How a list ends: the tortoise follows the hare at half its speed.
(define (list-end x)
  (let loop ((hare x) (tortoise x))
    (if (pair? hare)
        (let ((hare (cdr hare)))
          (if (pair? hare)
              (let ((hare (cdr hare)) (tortoise (cdr tortoise)))
                (if (eq? hare tortoise) 'circular (loop hare tortoise)))
              (if (null? hare) 'proper 'dotted)))
        (if (null? hare) 'proper 'dotted))))

(define (proper-list? x) (list? x))

(define (circular-list? x) (eq? (list-end x) 'circular))

(define (dotted-list? x) (eq? (list-end x) 'dotted))

(define (not-pair? x) (not (pair? x)))

(define (null-list? x)
  (cond ((pair? x) #f)
        ((null? x) #t)
        (else (%type-error 'null-list? 1 "a list" x))))

(define list=
  (case-lambda
    ((same?)
     (check-procedure 'list= 1 same?)
     #t)
    ((same? a)
     (check-procedure 'list= 1 same?)
     #t)
    ((same? a b)
     (check-procedure 'list= 1 same?)
     (same-items? same? a b))
    ((same? a b . rest)
     (check-procedure 'list= 1 same?)
     (let loop ((a a) (b b) (rest rest))
       (and (same-items? same? a b)
            (or (null? rest)
                (loop b (car rest) (cdr rest))))))))

(define (same-items? same? a b)
  (or (eq? a b)
      (let loop ((rest a) (other b))
        (cond ((not (pair? rest))
               (check-end 'list= 2 rest a)
               (if (not (pair? other)) (check-end 'list= 3 other b))
               (null? other))
              ((not (pair? other))
               (check-end 'list= 3 other b)
               #f)
              (else (and (same? (car rest) (car other))
                         (loop (cdr rest) (cdr other))))))))
