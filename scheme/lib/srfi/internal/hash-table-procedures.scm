;; Procedures that are the same in SRFI 69 and 125.
(define-library (srfi internal hash-table-procedures)
  (import (scheme base) (srfi internal checks) (srfi internal hash-tables) (only (core) %type-error))
  (export
    add-associations! hash-table-equivalence-function hash-table-hash-function hash-table-ref/default hash-table-update!/default
    hash-table-size hash-table-keys hash-table-values hash-table->alist)
  (begin
    ;; The first association of a key counts.
    (define (add-associations! table alist)
      (let loop ((rest alist))
        (if (pair? rest)
            (let ((entry (car rest)))
              (if (not (pair? entry)) (%type-error 'alist->hash-table 1 "a list of pairs" alist))
              (if (not (lookup table (car entry))) (insert! table (car entry) (cdr entry)))
              (loop (cdr rest)))
            (check-end 'alist->hash-table 1 rest alist)))
      table)

    (define (hash-table-equivalence-function table)
      (check-table 'hash-table-equivalence-function 1 table)
      (table-same? table))

    (define (hash-table-hash-function table)
      (check-table 'hash-table-hash-function 1 table)
      (table-hash table))

    (define (hash-table-ref/default table key default)
      (check-table 'hash-table-ref/default 1 table)
      (let ((node (lookup table key)))
        (if node (node-value node) default)))

    (define (hash-table-update!/default table key f default)
      (check-mutable 'hash-table-update!/default 1 table)
      (check-procedure 'hash-table-update!/default 3 f)
      (let ((node (lookup table key)))
        (if node
            (set-node-value! node (f (node-value node)))
            (insert! table key (f default)))))

    (define (hash-table-size table)
      (check-table 'hash-table-size 1 table)
      (table-count table))

    (define (hash-table-keys table)
      (check-table 'hash-table-keys 1 table)
      (table-fold (lambda (key value keys) (cons key keys)) '() table))

    (define (hash-table-values table)
      (check-table 'hash-table-values 1 table)
      (table-fold (lambda (key value values) (cons value values)) '() table))

    (define (hash-table->alist table)
      (check-table 'hash-table->alist 1 table)
      (table-fold (lambda (key value alist) (cons (cons key value) alist)) '() table))))
