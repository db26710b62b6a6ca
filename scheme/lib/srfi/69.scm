;; SRFI 69: basic hash tables.
(define-library (srfi 69)
  (import (scheme base) (scheme case-lambda) (srfi internal checks) (srfi internal hash-functions) (srfi internal hash-tables)
    (srfi internal hash-table-procedures) (only (core) %equal-hash))
  (export make-hash-table hash-table? alist->hash-table
    hash-table-equivalence-function hash-table-hash-function
    hash-table-ref hash-table-ref/default hash-table-set! hash-table-delete! hash-table-exists? hash-table-update!
    hash-table-update!/default
    hash-table-size hash-table-keys hash-table-values hash-table-walk hash-table-fold hash-table->alist hash-table-copy hash-table-merge!
    hash string-hash string-ci-hash hash-by-identity)
  (begin
    ;; Further arguments are hints for the implementation.
    (define make-hash-table
      (case-lambda
        (() (make-table equal? %equal-hash))
        ((same?)
         (check-procedure 'make-hash-table 1 same?)
         (make-table same? (hash-for same?)))
        ((same? hash . hints)
         (check-procedure 'make-hash-table 1 same?)
         (check-procedure 'make-hash-table 2 hash)
         (make-table same? (unbounded-hash hash)))))

    (define (alist->hash-table alist . arguments)
      (add-associations! (apply make-hash-table arguments) alist))

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
           (if node (node-value node) (failure))))))

    (define (hash-table-set! table key value)
      (check-mutable 'hash-table-set! 1 table)
      (insert! table key value))

    (define (hash-table-delete! table key)
      (check-mutable 'hash-table-delete! 1 table)
      (remove! table key)
      (if #f #f))

    (define (hash-table-exists? table key)
      (check-table 'hash-table-exists? 1 table)
      (if (lookup table key) #t #f))

    (define hash-table-update!
      (case-lambda
        ((table key f)
         (hash-table-update! table key f (lambda () (error "hash-table-update!: no value for key" key))))
        ((table key f failure)
         (check-mutable 'hash-table-update! 1 table)
         (check-procedure 'hash-table-update! 3 f)
         (check-procedure 'hash-table-update! 4 failure)
         (let ((node (lookup table key)))
           (insert! table key (f (if node (node-value node) (failure))))))))

    (define (hash-table-walk table f)
      (check-table 'hash-table-walk 1 table)
      (check-procedure 'hash-table-walk 2 f)
      (table-fold (lambda (key value ignored) (f key value) ignored) #f table)
      (if #f #f))

    (define (hash-table-fold table f initial)
      (check-table 'hash-table-fold 1 table)
      (check-procedure 'hash-table-fold 2 f)
      (table-fold f initial table))

    (define (hash-table-copy table)
      (check-table 'hash-table-copy 1 table)
      (copy-table table #t))

    ;; What is in the first table stays.
    (define (hash-table-merge! table other)
      (check-mutable 'hash-table-merge! 1 table)
      (check-table 'hash-table-merge! 2 other)
      (table-fold (lambda (key value table)
                    (if (not (lookup table key)) (insert! table key value))
                    table)
                  table
                  other))))
