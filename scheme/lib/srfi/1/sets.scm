;; Sets as lists. In `(same? x y)`, x comes from a list that stands before that of y.

(define (member-of? x list same?)
  (let loop ((rest list))
    (and (pair? rest)
         (or (same? x (car rest))
             (loop (cdr rest))))))

(define (subset? a b same?)
  (every (lambda (x) (member-of? x b same?)) a))

;; Whether `related?` holds of each two neighbours.
(define (chain? related? lists)
  (or (null? lists)
      (let loop ((a (car lists)) (rest (cdr lists)))
        (or (null? rest)
            (and (related? a (car rest))
                 (loop (car rest) (cdr rest)))))))

(define (lset<= same? . lists)
  (check-procedure 'lset<= 1 same?)
  (chain? (lambda (a b) (or (eq? a b) (subset? a b same?))) lists))

(define (lset= same? . lists)
  (check-procedure 'lset= 1 same?)
  (chain? (lambda (a b)
            (or (eq? a b)
                (and (subset? a b same?)
                     (subset? b a (lambda (y x) (same? x y))))))
          lists))

(define (lset-adjoin same? list . items)
  (check-procedure 'lset-adjoin 1 same?)
  (fold (lambda (x set) (if (among? x set same?) set (cons x set))) list items))

(define (lset-union same? . lists)
  (check-procedure 'lset-union 1 same?)
  (reduce (lambda (list set)
            (cond ((null? list) set)
                  ((null? set) list)
                  ((eq? list set) set)
                  (else (fold (lambda (x set) (if (among? x set same?) set (cons x set))) set list))))
          '()
          lists))

(define (lset-intersection same? list . lists)
  (check-procedure 'lset-intersection 1 same?)
  (filter (lambda (x) (every (lambda (other) (member-of? x other same?)) lists)) list))

(define (lset-difference same? list . lists)
  (check-procedure 'lset-difference 1 same?)
  (filter (lambda (x) (every (lambda (other) (not (member-of? x other same?))) lists)) list))

(define (lset-xor same? . lists)
  (check-procedure 'lset-xor 1 same?)
  (reduce (lambda (b a)
            (append (filter (lambda (y) (not (among? y a same?))) b)
                    (filter (lambda (x) (not (member-of? x b same?))) a)))
          '()
          lists))

(define (lset-diff+intersection same? list . lists)
  (check-procedure 'lset-diff+intersection 1 same?)
  (partition (lambda (x) (every (lambda (other) (not (member-of? x other same?))) lists)) list))

(define lset-union! lset-union)

(define lset-intersection! lset-intersection)

(define lset-difference! lset-difference)

(define lset-xor! lset-xor)

(define lset-diff+intersection! lset-diff+intersection)
