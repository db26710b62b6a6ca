;; Filtering, searching, deletion, association lists.

(define (filter keep? list)
  (check-procedure 'filter 1 keep?)
  (let loop ((rest list) (result '()))
    (if (pair? rest)
        (let ((x (car rest)))
          (loop (cdr rest) (if (keep? x) (cons x result) result)))
        (begin
          (check-end 'filter 2 rest list)
          (reverse result)))))

(define (remove drop? list)
  (check-procedure 'remove 1 drop?)
  (let loop ((rest list) (result '()))
    (if (pair? rest)
        (let ((x (car rest)))
          (loop (cdr rest) (if (drop? x) result (cons x result))))
        (begin
          (check-end 'remove 2 rest list)
          (reverse result)))))

(define (partition in? list)
  (check-procedure 'partition 1 in?)
  (let loop ((rest list) (in '()) (out '()))
    (if (pair? rest)
        (let ((x (car rest)))
          (if (in? x)
              (loop (cdr rest) (cons x in) out)
              (loop (cdr rest) in (cons x out))))
        (begin
          (check-end 'partition 2 rest list)
          (values (reverse in) (reverse out))))))

(define filter! filter)

(define remove! remove)

(define partition! partition)

(define (find found? list)
  (check-procedure 'find 1 found?)
  (let ((tail (found-tail 'find found? list)))
    (and tail (car tail))))

(define (find-tail found? list)
  (check-procedure 'find-tail 1 found?)
  (found-tail 'find-tail found? list))

(define (found-tail who found? list)
  (let loop ((rest list))
    (cond ((pair? rest) (if (found? (car rest)) rest (loop (cdr rest))))
          (else
           (check-end who 2 rest list)
           #f))))

;; The last call of the predicate is a tail call.
(define any
  (case-lambda
    ((f list)
     (check-procedure 'any 1 f)
     (if (pair? list)
         (let loop ((x (car list)) (rest (cdr list)))
           (if (pair? rest)
               (or (f x) (loop (car rest) (cdr rest)))
               (begin
                 (check-end 'any 2 rest list)
                 (f x))))
         (begin
           (check-end 'any 2 list list)
           #f)))
    ((f . lists)
     (check-procedure 'any 1 f)
     (if (all-pairs? lists)
         (let loop ((items (all-cars lists)) (rests (all-cdrs lists)))
           (if (all-pairs? rests)
               (or (apply f items) (loop (all-cars rests) (all-cdrs rests)))
               (begin
                 (check-all-ends 'any rests lists)
                 (apply f items))))
         (begin
           (check-all-ends 'any lists lists)
           #f)))))

(define every
  (case-lambda
    ((f list)
     (check-procedure 'every 1 f)
     (if (pair? list)
         (let loop ((x (car list)) (rest (cdr list)))
           (if (pair? rest)
               (and (f x) (loop (car rest) (cdr rest)))
               (begin
                 (check-end 'every 2 rest list)
                 (f x))))
         (begin
           (check-end 'every 2 list list)
           #t)))
    ((f . lists)
     (check-procedure 'every 1 f)
     (if (all-pairs? lists)
         (let loop ((items (all-cars lists)) (rests (all-cdrs lists)))
           (if (all-pairs? rests)
               (and (apply f items) (loop (all-cars rests) (all-cdrs rests)))
               (begin
                 (check-all-ends 'every rests lists)
                 (apply f items))))
         (begin
           (check-all-ends 'every lists lists)
           #t)))))

(define list-index
  (case-lambda
    ((f list)
     (check-procedure 'list-index 1 f)
     (let loop ((rest list) (k 0))
       (if (pair? rest)
           (if (f (car rest)) k (loop (cdr rest) (+ k 1)))
           (begin
             (check-end 'list-index 2 rest list)
             #f))))
    ((f . lists)
     (check-procedure 'list-index 1 f)
     (let loop ((rests lists) (k 0))
       (if (all-pairs? rests)
           (if (apply f (all-cars rests)) k (loop (all-cdrs rests) (+ k 1)))
           (begin
             (check-all-ends 'list-index rests lists)
             #f))))))

(define (take-while keep? list)
  (check-procedure 'take-while 1 keep?)
  (let loop ((rest list) (result '()))
    (if (and (pair? rest) (keep? (car rest)))
        (loop (cdr rest) (cons (car rest) result))
        (begin
          (if (not (pair? rest)) (check-end 'take-while 2 rest list))
          (reverse result)))))

(define (drop-while drop? list)
  (check-procedure 'drop-while 1 drop?)
  (let loop ((rest list))
    (if (and (pair? rest) (drop? (car rest)))
        (loop (cdr rest))
        (begin
          (if (not (pair? rest)) (check-end 'drop-while 2 rest list))
          rest))))

(define (span keep? list)
  (check-procedure 'span 1 keep?)
  (let loop ((rest list) (result '()))
    (if (and (pair? rest) (keep? (car rest)))
        (loop (cdr rest) (cons (car rest) result))
        (begin
          (if (not (pair? rest)) (check-end 'span 2 rest list))
          (values (reverse result) rest)))))

(define (break stop? list)
  (check-procedure 'break 1 stop?)
  (let loop ((rest list) (result '()))
    (if (and (pair? rest) (not (stop? (car rest))))
        (loop (cdr rest) (cons (car rest) result))
        (begin
          (if (not (pair? rest)) (check-end 'break 2 rest list))
          (values (reverse result) rest)))))

(define take-while! take-while)

(define span! span)

(define break! break)

(define delete
  (case-lambda
    ((x list) (delete x list equal?))
    ((x list same?)
     (check-procedure 'delete 3 same?)
     (let loop ((rest list) (result '()))
       (if (pair? rest)
           (let ((y (car rest)))
             (loop (cdr rest) (if (same? x y) result (cons y result))))
           (begin
             (check-end 'delete 2 rest list)
             (reverse result)))))))

(define delete! delete)

;; The first of equal items stays.
(define delete-duplicates
  (case-lambda
    ((list) (delete-duplicates list equal?))
    ((list same?)
     (check-procedure 'delete-duplicates 2 same?)
     (let loop ((rest list) (kept '()))
       (if (pair? rest)
           (let ((x (car rest)))
             (loop (cdr rest) (if (among? x kept same?) kept (cons x kept))))
           (begin
             (check-end 'delete-duplicates 1 rest list)
             (reverse kept)))))))

(define (among? x items same?)
  (and (pair? items)
       (or (same? (car items) x)
           (among? x (cdr items) same?))))

(define delete-duplicates! delete-duplicates)

(define (alist-cons key value alist) (cons (cons key value) alist))

(define (alist-copy alist)
  (map (lambda (entry) (if (pair? entry) (cons (car entry) (cdr entry)) entry)) alist))

(define alist-delete
  (case-lambda
    ((key alist) (alist-delete key alist equal?))
    ((key alist same?)
     (check-procedure 'alist-delete 3 same?)
     (let loop ((rest alist) (result '()))
       (if (pair? rest)
           (let ((entry (car rest)))
             (if (not (pair? entry)) (%type-error 'alist-delete 2 "a list of pairs" alist))
             (loop (cdr rest) (if (same? key (car entry)) result (cons entry result))))
           (begin
             (check-end 'alist-delete 2 rest alist)
             (reverse result)))))))

(define alist-delete! alist-delete)
