;; List procedures that call procedures, or compare with one.

;; The results are collected in reverse and never changed: a continuation captured in `f` may return several times.
(define map
  (case-lambda
    ((f list)
     (check-procedure 'map 1 f)
     (let loop ((rest list) (results '()))
       (if (pair? rest)
           (loop (cdr rest) (cons (f (car rest)) results))
           (begin
             (check-end 'map 2 rest list)
             (reverse results)))))
    ((f list1 list2)
     (check-procedure 'map 1 f)
     (let loop ((rest1 list1) (rest2 list2) (results '()))
       (if (and (pair? rest1) (pair? rest2))
           (loop (cdr rest1) (cdr rest2) (cons (f (car rest1) (car rest2)) results))
           (begin
             (check-ends 'map rest1 list1 rest2 list2)
             (reverse results)))))
    ((f list1 list2 . more)
     (check-procedure 'map 1 f)
     (let ((lists (cons list1 (cons list2 more))))
       (let loop ((rests lists) (results '()))
         (if (all-pairs? rests)
             (loop (all-cdrs rests) (cons (apply f (all-cars rests)) results))
             (begin
               (check-all-ends 'map rests lists)
               (reverse results))))))))

(define for-each
  (case-lambda
    ((f list)
     (check-procedure 'for-each 1 f)
     (let loop ((rest list))
       (if (pair? rest)
           (begin
             (f (car rest))
             (loop (cdr rest)))
           (check-end 'for-each 2 rest list))))
    ((f list1 list2)
     (check-procedure 'for-each 1 f)
     (let loop ((rest1 list1) (rest2 list2))
       (if (and (pair? rest1) (pair? rest2))
           (begin
             (f (car rest1) (car rest2))
             (loop (cdr rest1) (cdr rest2)))
           (check-ends 'for-each rest1 list1 rest2 list2))))
    ((f list1 list2 . more)
     (check-procedure 'for-each 1 f)
     (let ((lists (cons list1 (cons list2 more))))
       (let loop ((rests lists))
         (if (all-pairs? rests)
             (begin
               (apply f (all-cars rests))
               (loop (all-cdrs rests)))
             (check-all-ends 'for-each rests lists)))))))

;; The shortest list ends the walk: only where it ended is looked at, as the others may be circular.
(define (check-ends who rest1 list1 rest2 list2)
  (cond ((null? rest1))
        ((not (pair? rest1)) (%type-error who 2 "a list" list1))
        ((not (null? rest2)) (%type-error who 3 "a list" list2))))

(define (check-all-ends who rests lists)
  (let loop ((rests rests) (lists lists) (position 2))
    (cond ((null? (car rests)))
          ((pair? (car rests)) (loop (cdr rests) (cdr lists) (+ position 1)))
          (else (%type-error who position "a list" (car lists))))))

(define (all-pairs? lists)
  (or (null? lists)
      (and (pair? (car lists)) (all-pairs? (cdr lists)))))

(define (all-cars lists)
  (if (null? lists)
      '()
      (cons (car (car lists)) (all-cars (cdr lists)))))

(define (all-cdrs lists)
  (if (null? lists)
      '()
      (cons (cdr (car lists)) (all-cdrs (cdr lists)))))

(define member
  (case-lambda
    ((x list)
     (let loop ((rest list))
       (cond ((pair? rest) (if (equal? x (car rest)) rest (loop (cdr rest))))
             ((null? rest) #f)
             (else (%type-error 'member 2 "a list" list)))))
    ((x list same?)
     (check-procedure 'member 3 same?)
     (let loop ((rest list))
       (cond ((pair? rest) (if (same? x (car rest)) rest (loop (cdr rest))))
             ((null? rest) #f)
             (else (%type-error 'member 2 "a list" list)))))))

(define assoc
  (case-lambda
    ((x list)
     (let loop ((rest list))
       (cond ((pair? rest)
              (let ((entry (car rest)))
                (cond ((not (pair? entry)) (%type-error 'assoc 2 "a list of pairs" list))
                      ((equal? x (car entry)) entry)
                      (else (loop (cdr rest))))))
             ((null? rest) #f)
             (else (%type-error 'assoc 2 "a list of pairs" list)))))
    ((x list same?)
     (check-procedure 'assoc 3 same?)
     (let loop ((rest list))
       (cond ((pair? rest)
              (let ((entry (car rest)))
                (cond ((not (pair? entry)) (%type-error 'assoc 2 "a list of pairs" list))
                      ((same? x (car entry)) entry)
                      (else (loop (cdr rest))))))
             ((null? rest) #f)
             (else (%type-error 'assoc 2 "a list of pairs" list)))))))
