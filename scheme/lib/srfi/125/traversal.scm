;; The whole table: traversal, and tables as sets.

(define (hash-table-entries table)
  (check-table 'hash-table-entries 1 table)
  (values (hash-table-keys table) (hash-table-values table)))

(define (hash-table-find f table failure)
  (check-procedure 'hash-table-find 1 f)
  (check-table 'hash-table-find 2 table)
  (check-procedure 'hash-table-find 3 failure)
  (or (table-find f table) (failure)))

(define (hash-table-count f table)
  (check-procedure 'hash-table-count 1 f)
  (check-table 'hash-table-count 2 table)
  (table-fold (lambda (key value count) (if (f key value) (+ count 1) count)) 0 table))

;; A new table with the results for the values under the same keys.
(define (hash-table-map f comparator table)
  (check-procedure 'hash-table-map 1 f)
  (if (not (or (comparator? comparator) (procedure? comparator))) (%type-error 'hash-table-map 2 "a comparator" comparator))
  (check-table 'hash-table-map 3 table)
  (let ((result (make-hash-table comparator)))
    (table-fold (lambda (key value ignored) (insert! result key (f value)) #f) #f table)
    result))

(define (hash-table-for-each f table)
  (check-procedure 'hash-table-for-each 1 f)
  (check-table 'hash-table-for-each 2 table)
  (table-fold (lambda (key value ignored) (f key value) #f) #f table)
  (if #f #f))

(define (hash-table-walk table f)
  (hash-table-for-each f table))

(define (hash-table-map! f table)
  (check-procedure 'hash-table-map! 1 f)
  (check-mutable 'hash-table-map! 2 table)
  (table-fold (lambda (key value ignored) (set-node-value! (lookup table key) (f key value)) #f) #f table)
  (if #f #f))

(define (hash-table-map->list f table)
  (check-procedure 'hash-table-map->list 1 f)
  (check-table 'hash-table-map->list 2 table)
  (table-fold (lambda (key value results) (cons (f key value) results)) '() table))

;; The arguments may also come in the order of SRFI 69.
(define (hash-table-fold f initial table)
  (if (hash-table? f)
      (hash-table-fold initial table f)
      (begin
        (check-procedure 'hash-table-fold 1 f)
        (check-table 'hash-table-fold 3 table)
        (table-fold f initial table))))

(define (hash-table-prune! f table)
  (check-procedure 'hash-table-prune! 1 f)
  (check-mutable 'hash-table-prune! 2 table)
  (for-each (lambda (key) (remove! table key))
            (table-fold (lambda (key value keys) (if (f key value) (cons key keys) keys)) '() table)))

;; What is in the first table stays.
(define (hash-table-union! a b)
  (check-mutable 'hash-table-union! 1 a)
  (check-table 'hash-table-union! 2 b)
  (table-fold (lambda (key value a)
                (if (not (lookup a key)) (insert! a key value))
                a)
              a
              b))

(define hash-table-merge! hash-table-union!)

(define (hash-table-intersection! a b)
  (check-mutable 'hash-table-intersection! 1 a)
  (check-table 'hash-table-intersection! 2 b)
  (hash-table-prune! (lambda (key value) (not (lookup b key))) a)
  a)

(define (hash-table-difference! a b)
  (check-mutable 'hash-table-difference! 1 a)
  (check-table 'hash-table-difference! 2 b)
  (hash-table-prune! (lambda (key value) (lookup b key)) a)
  a)

(define (hash-table-xor! a b)
  (check-mutable 'hash-table-xor! 1 a)
  (check-table 'hash-table-xor! 2 b)
  (for-each (lambda (entry)
              (if (lookup a (car entry))
                  (remove! a (car entry))
                  (insert! a (car entry) (cdr entry))))
            (hash-table->alist b))
  a)
