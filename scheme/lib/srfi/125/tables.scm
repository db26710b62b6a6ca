;; Constructors, predicates, access to associations.

;; A comparator, or an equivalence and perhaps a hash function; further arguments are hints.
(define (make-hash-table how . arguments)
  (cond ((comparator? how)
         (make-table (comparator-equality-predicate how) (unbounded-hash (comparator-hash-function how))))
        (else
         (check-procedure 'make-hash-table 1 how)
         (make-table how
                     (if (and (pair? arguments) (procedure? (car arguments)))
                         (unbounded-hash (car arguments))
                         (hash-for how))))))

;; The table of the given keys and values cannot be changed.
(define (hash-table comparator . arguments)
  (let ((table (make-hash-table comparator)))
    (let loop ((rest arguments))
      (cond ((null? rest) (copy-table table #f))
            ((null? (cdr rest)) (error "hash-table: a key without a value" (car rest)))
            ((lookup table (car rest)) (error "hash-table: a key that occurs twice" (car rest)))
            (else
             (insert! table (car rest) (cadr rest))
             (loop (cddr rest)))))))

(define (hash-table-unfold stop? mapper successor seed . arguments)
  (check-procedure 'hash-table-unfold 1 stop?)
  (check-procedure 'hash-table-unfold 2 mapper)
  (check-procedure 'hash-table-unfold 3 successor)
  (let ((table (apply make-hash-table arguments)))
    (let loop ((seed seed))
      (if (stop? seed)
          table
          (let-values (((key value) (mapper seed)))
            (insert! table key value)
            (loop (successor seed)))))))

(define (alist->hash-table alist . arguments)
  (add-associations! (apply make-hash-table arguments) alist))

(define (hash-table-contains? table key)
  (check-table 'hash-table-contains? 1 table)
  (if (lookup table key) #t #f))

(define hash-table-exists? hash-table-contains?)

(define (hash-table-empty? table)
  (check-table 'hash-table-empty? 1 table)
  (= (table-count table) 0))

(define (hash-table-mutable? table)
  (check-table 'hash-table-mutable? 1 table)
  (table-mutable? table))

;; Whether two tables have the same keys with values that the comparator finds equal.
(define (hash-table=? comparator a b)
  (if (not (comparator? comparator)) (%type-error 'hash-table=? 1 "a comparator" comparator))
  (check-table 'hash-table=? 2 a)
  (check-table 'hash-table=? 3 b)
  (and (= (table-count a) (table-count b))
       (not (table-find
             (lambda (key value)
               (let ((node (lookup b key)))
                 (not (and node (=? comparator value (node-value node))))))
             a))))

(define hash-table-ref
  (case-lambda
    ((table key)
     (check-table 'hash-table-ref 1 table)
     (let ((node (lookup table key)))
       (if node (node-value node) (error "hash-table-ref: no value for key" key))))
    ((table key failure)
     (check-table 'hash-table-ref 1 table)
     (check-procedure 'hash-table-ref 3 failure)
     (let ((node (lookup table key)))
       (if node (node-value node) (failure))))
    ((table key failure success)
     (check-table 'hash-table-ref 1 table)
     (check-procedure 'hash-table-ref 3 failure)
     (check-procedure 'hash-table-ref 4 success)
     (let ((node (lookup table key)))
       (if node (success (node-value node)) (failure))))))

(define hash-table-set!
  (case-lambda
    ((table key value)
     (check-mutable 'hash-table-set! 1 table)
     (insert! table key value))
    ((table . arguments)
     (check-mutable 'hash-table-set! 1 table)
     (let loop ((rest arguments))
       (cond ((null? rest))
             ((null? (cdr rest)) (error "hash-table-set!: a key without a value" (car rest)))
             (else
              (insert! table (car rest) (cadr rest))
              (loop (cddr rest))))))))

;; How many keys were there.
(define hash-table-delete!
  (case-lambda
    ((table key)
     (check-mutable 'hash-table-delete! 1 table)
     (if (remove! table key) 1 0))
    ((table . keys)
     (check-mutable 'hash-table-delete! 1 table)
     (let loop ((rest keys) (count 0))
       (if (pair? rest)
           (loop (cdr rest) (if (remove! table (car rest)) (+ count 1) count))
           count)))))

(define (hash-table-intern! table key failure)
  (check-mutable 'hash-table-intern! 1 table)
  (check-procedure 'hash-table-intern! 3 failure)
  (let ((node (lookup table key)))
    (if node
        (node-value node)
        (let ((value (failure)))
          (insert! table key value)
          value))))

(define hash-table-update!
  (case-lambda
    ((table key f)
     (hash-table-update! table key f (lambda () (error "hash-table-update!: no value for key" key))))
    ((table key f failure)
     (check-mutable 'hash-table-update! 1 table)
     (check-procedure 'hash-table-update! 3 f)
     (check-procedure 'hash-table-update! 4 failure)
     (let ((node (lookup table key)))
       (insert! table key (f (if node (node-value node) (failure))))))
    ((table key f failure success)
     (check-mutable 'hash-table-update! 1 table)
     (check-procedure 'hash-table-update! 3 f)
     (check-procedure 'hash-table-update! 4 failure)
     (check-procedure 'hash-table-update! 5 success)
     (let ((node (lookup table key)))
       (insert! table key (f (if node (success (node-value node)) (failure))))))))

;; Removes any association; its key and value.
(define (hash-table-pop! table)
  (check-mutable 'hash-table-pop! 1 table)
  (let ((found (table-find cons table)))
    (if (not found) (error "hash-table-pop!: the table is empty" table))
    (remove! table (car found))
    (values (car found) (cdr found))))

(define (hash-table-clear! table)
  (check-mutable 'hash-table-clear! 1 table)
  (clear! table))

(define (hash-table-copy table . mutable)
  (check-table 'hash-table-copy 1 table)
  (copy-table table (and (pair? mutable) (if (car mutable) #t #f))))

(define (hash-table-empty-copy table)
  (check-table 'hash-table-empty-copy 1 table)
  (make-table (table-same? table) (table-hash table)))
