;; Folding, unfolding, mapping.

;; The items of several lists, and one more argument at the end.
(define (all-cars+ lists last)
  (if (null? lists)
      (list last)
      (cons (car (car lists)) (all-cars+ (cdr lists) last))))

(define (append-item lists last)
  (if (null? lists)
      (list last)
      (cons (car lists) (append-item (cdr lists) last))))

;; Like `check-all-ends` where the lists begin at another argument.
(define (check-ends-from who position rests lists)
  (cond ((null? rests))
        ((null? (car rests)))
        ((pair? (car rests)) (check-ends-from who (+ position 1) (cdr rests) (cdr lists)))
        (else (%type-error who position "a list" (car lists)))))

(define fold
  (case-lambda
    ((f initial list)
     (check-procedure 'fold 1 f)
     (let loop ((rest list) (result initial))
       (if (pair? rest)
           (loop (cdr rest) (f (car rest) result))
           (begin
             (check-end 'fold 3 rest list)
             result))))
    ((f initial list1 list2)
     (check-procedure 'fold 1 f)
     (let loop ((rest1 list1) (rest2 list2) (result initial))
       (if (and (pair? rest1) (pair? rest2))
           (loop (cdr rest1) (cdr rest2) (f (car rest1) (car rest2) result))
           (begin
             (check-ends-from 'fold 3 (list rest1 rest2) (list list1 list2))
             result))))
    ((f initial . lists)
     (check-procedure 'fold 1 f)
     (let loop ((rests lists) (result initial))
       (if (all-pairs? rests)
           (loop (all-cdrs rests) (apply f (all-cars+ rests result)))
           (begin
             (check-ends-from 'fold 3 rests lists)
             result))))))

(define fold-right
  (case-lambda
    ((f initial list)
     (check-procedure 'fold-right 1 f)
     (let loop ((rest (reversed 'fold-right 3 list)) (result initial))
       (if (pair? rest)
           (loop (cdr rest) (f (car rest) result))
           result)))
    ((f initial . lists)
     (check-procedure 'fold-right 1 f)
     (let collect ((rests lists) (rows '()))
       (if (all-pairs? rests)
           (collect (all-cdrs rests) (cons (all-cars rests) rows))
           (begin
             (check-ends-from 'fold-right 3 rests lists)
             (let loop ((rows rows) (result initial))
               (if (pair? rows)
                   (loop (cdr rows) (apply f (append-item (car rows) result)))
                   result))))))))

(define (reversed who position list)
  (let loop ((rest list) (result '()))
    (if (pair? rest)
        (loop (cdr rest) (cons (car rest) result))
        (begin
          (check-end who position rest list)
          result))))

;; `f` may change the cdr of the pair it gets.
(define pair-fold
  (case-lambda
    ((f initial list)
     (check-procedure 'pair-fold 1 f)
     (let loop ((rest list) (result initial))
       (if (pair? rest)
           (let ((next (cdr rest)))
             (loop next (f rest result)))
           (begin
             (check-end 'pair-fold 3 rest list)
             result))))
    ((f initial . lists)
     (check-procedure 'pair-fold 1 f)
     (let loop ((rests lists) (result initial))
       (if (all-pairs? rests)
           (let ((next (all-cdrs rests)))
             (loop next (apply f (append-item rests result))))
           (begin
             (check-ends-from 'pair-fold 3 rests lists)
             result))))))

(define pair-fold-right
  (case-lambda
    ((f initial list)
     (check-procedure 'pair-fold-right 1 f)
     (let collect ((rest list) (pairs '()))
       (if (pair? rest)
           (collect (cdr rest) (cons rest pairs))
           (begin
             (check-end 'pair-fold-right 3 rest list)
             (fold f initial pairs)))))
    ((f initial . lists)
     (check-procedure 'pair-fold-right 1 f)
     (let collect ((rests lists) (rows '()))
       (if (all-pairs? rests)
           (collect (all-cdrs rests) (cons rests rows))
           (begin
             (check-ends-from 'pair-fold-right 3 rests lists)
             (fold (lambda (row result) (apply f (append-item row result))) initial rows)))))))

(define (reduce f default list)
  (check-procedure 'reduce 1 f)
  (if (pair? list)
      (let loop ((rest (cdr list)) (result (car list)))
        (if (pair? rest)
            (loop (cdr rest) (f (car rest) result))
            (begin
              (check-end 'reduce 3 rest list)
              result)))
      (begin
        (check-end 'reduce 3 list list)
        default)))

(define (reduce-right f default list)
  (check-procedure 'reduce-right 1 f)
  (let ((items (reversed 'reduce-right 3 list)))
    (if (pair? items)
        (fold f (car items) (cdr items))
        default)))

(define unfold
  (case-lambda
    ((stop? item next seed) (unfold stop? item next seed (lambda (seed) '())))
    ((stop? item next seed tail)
     (check-procedure 'unfold 1 stop?)
     (check-procedure 'unfold 2 item)
     (check-procedure 'unfold 3 next)
     (check-procedure 'unfold 5 tail)
     (let loop ((seed seed) (items '()))
       (if (stop? seed)
           (append-reverse items (tail seed))
           (let ((x (item seed)))
             (loop (next seed) (cons x items))))))))

(define unfold-right
  (case-lambda
    ((stop? item next seed) (unfold-right stop? item next seed '()))
    ((stop? item next seed tail)
     (check-procedure 'unfold-right 1 stop?)
     (check-procedure 'unfold-right 2 item)
     (check-procedure 'unfold-right 3 next)
     (let loop ((seed seed) (result tail))
       (if (stop? seed)
           result
           (let ((x (item seed)))
             (loop (next seed) (cons x result))))))))

(define map-in-order map)

(define map! map)

(define append-map
  (case-lambda
    ((f list)
     (check-procedure 'append-map 1 f)
     (if (not (list? list)) (%type-error 'append-map 2 "a list" list))
     (apply append (map f list)))
    ((f list . lists)
     (check-procedure 'append-map 1 f)
     (apply append (apply map f list lists)))))

(define append-map! append-map)

(define pair-for-each
  (case-lambda
    ((f list)
     (check-procedure 'pair-for-each 1 f)
     (let loop ((rest list))
       (if (pair? rest)
           (let ((next (cdr rest)))
             (f rest)
             (loop next))
           (check-end 'pair-for-each 2 rest list))))
    ((f . lists)
     (check-procedure 'pair-for-each 1 f)
     (let loop ((rests lists))
       (if (all-pairs? rests)
           (let ((next (all-cdrs rests)))
             (apply f rests)
             (loop next))
           (check-all-ends 'pair-for-each rests lists))))))

(define filter-map
  (case-lambda
    ((f list)
     (check-procedure 'filter-map 1 f)
     (let loop ((rest list) (results '()))
       (if (pair? rest)
           (let ((x (f (car rest))))
             (loop (cdr rest) (if x (cons x results) results)))
           (begin
             (check-end 'filter-map 2 rest list)
             (reverse results)))))
    ((f . lists)
     (check-procedure 'filter-map 1 f)
     (let loop ((rests lists) (results '()))
       (if (all-pairs? rests)
           (let ((x (apply f (all-cars rests))))
             (loop (all-cdrs rests) (if x (cons x results) results)))
           (begin
             (check-all-ends 'filter-map rests lists)
             (reverse results)))))))
