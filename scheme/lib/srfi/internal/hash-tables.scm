;; Hash tables, on which SRFI 69 and 125 rest: buckets of nodes, which keep the hash of their key.
(define-library (srfi internal hash-tables)
  (import (scheme base) (scheme case-lambda)
    (only (core) bitwise-and %type-error %eq-hash %eqv-hash %equal-hash %string-hash))
  (export
    make-table hash-table? table-same? table-hash table-count table-mutable?
    lookup insert! remove! clear! copy-table table-fold table-find check-table check-mutable
    node-key node-value set-node-value!)
  (begin
    (define-record-type hash-table
      (new-table kind same? hash mutable buckets count)
      hash-table?
      ;; `eq`, `eqv`, `equal`, `string`: known procedures, which are not called; otherwise `other`.
      (kind table-kind)
      (same? table-same?)
      (hash table-hash)
      (mutable table-mutable?)
      (buckets table-buckets set-table-buckets!)
      (count table-count set-table-count!))

    (define-record-type node
      (make-node hash key value next)
      node?
      (hash node-hash)
      (key node-key)
      (value node-value set-node-value!)
      (next node-next set-node-next!))

    (define smallest 8)

    (define (make-table same? hash)
      (new-table (kind-of same? hash) same? hash #t (make-vector smallest #f) 0))

    (define (kind-of same? hash)
      (cond ((and (eq? same? eq?) (eq? hash %eq-hash)) 'eq)
            ((and (eq? same? eqv?) (eq? hash %eqv-hash)) 'eqv)
            ((and (eq? same? equal?) (eq? hash %equal-hash)) 'equal)
            ((and (eq? same? string=?) (eq? hash %string-hash)) 'string)
            (else 'other)))

    (define-syntax check-table
      (syntax-rules ()
        ((_ who position x)
         (if (not (hash-table? x)) (%type-error who position "a hash table" x)))))

    (define-syntax check-mutable
      (syntax-rules ()
        ((_ who position x)
         (if (not (and (hash-table? x) (table-mutable? x))) (%type-error who position "a mutable hash table" x)))))

    (define (hash-of table key)
      (let ((kind (table-kind table)))
        (cond ((eq? kind 'eq) (%eq-hash key))
              ((eq? kind 'eqv) (%eqv-hash key))
              ((eq? kind 'equal) (%equal-hash key))
              ((eq? kind 'string) (%string-hash key))
              (else
               (let ((hash ((table-hash table) key)))
                 (if (not (exact-integer? hash)) (%type-error 'hash-function 0 "an exact integer" hash))
                 hash)))))

    (define (bucket-of buckets hash)
      (bitwise-and hash (- (vector-length buckets) 1)))

    (define-syntax find-node
      (syntax-rules ()
        ((_ first hash node test)
         (let loop ((node first))
           (cond ((not node) #f)
                 ((and (eqv? (node-hash node) hash) test) node)
                 (else (loop (node-next node))))))))

    ;; The node of a key, or #f.
    (define (lookup table key)
      (lookup-hashed table key (hash-of table key)))

    (define (lookup-hashed table key hash)
      (let* ((buckets (table-buckets table))
             (first (vector-ref buckets (bucket-of buckets hash)))
             (kind (table-kind table)))
        (cond ((not first) #f)
              ((eq? kind 'eq) (find-node first hash node (eq? (node-key node) key)))
              ((eq? kind 'eqv) (find-node first hash node (eqv? (node-key node) key)))
              ((eq? kind 'equal) (find-node first hash node (equal? (node-key node) key)))
              ((eq? kind 'string) (find-node first hash node (string=? (node-key node) key)))
              (else
               (let ((same? (table-same? table)))
                 (find-node first hash node (same? (node-key node) key)))))))

    (define (insert! table key value)
      (let* ((hash (hash-of table key))
             (node (lookup-hashed table key hash)))
        (if node
            (set-node-value! node value)
            (let* ((buckets (table-buckets table))
                   (bucket (bucket-of buckets hash))
                   (count (+ (table-count table) 1)))
              (vector-set! buckets bucket (make-node hash key value (vector-ref buckets bucket)))
              (set-table-count! table count)
              (if (> count (vector-length buckets)) (resize! table (* 2 (vector-length buckets))))))))

    (define (resize! table size)
      (let* ((old (table-buckets table))
             (old-size (vector-length old))
             (new (make-vector size #f)))
        (let each-bucket ((k 0))
          (if (< k old-size)
              (let each-node ((node (vector-ref old k)))
                (if node
                    (let ((next (node-next node))
                          (bucket (bucket-of new (node-hash node))))
                      (set-node-next! node (vector-ref new bucket))
                      (vector-set! new bucket node)
                      (each-node next))
                    (each-bucket (+ k 1))))))
        (set-table-buckets! table new)))

    ;; Whether the key was there.
    (define (remove! table key)
      (let* ((hash (hash-of table key))
             (node (lookup-hashed table key hash)))
        (and node
             (let* ((buckets (table-buckets table))
                    (bucket (bucket-of buckets hash)))
               (let loop ((previous #f) (at (vector-ref buckets bucket)))
                 (cond ((not (eq? at node)) (loop at (node-next at)))
                       (previous (set-node-next! previous (node-next node)))
                       (else (vector-set! buckets bucket (node-next node)))))
               (set-table-count! table (- (table-count table) 1))
               #t))))

    (define (clear! table)
      (set-table-buckets! table (make-vector smallest #f))
      (set-table-count! table 0))

    ;; Calls `(f key value result)` for all associations.
    (define (table-fold f initial table)
      (let* ((buckets (table-buckets table))
             (size (vector-length buckets)))
        (let each-bucket ((k 0) (result initial))
          (if (< k size)
              (let each-node ((node (vector-ref buckets k)) (result result))
                (if node
                    (let ((next (node-next node)))
                      (each-node next (f (node-key node) (node-value node) result)))
                    (each-bucket (+ k 1) result)))
              result))))

    ;; The first true result of `(f key value)`, or #f.
    (define (table-find f table)
      (let* ((buckets (table-buckets table))
             (size (vector-length buckets)))
        (let each-bucket ((k 0))
          (and (< k size)
               (let each-node ((node (vector-ref buckets k)))
                 (if node
                     (let ((next (node-next node)))
                       (or (f (node-key node) (node-value node))
                           (each-node next)))
                     (each-bucket (+ k 1))))))))

    (define (copy-table table mutable)
      (let* ((buckets (table-buckets table))
             (size (vector-length buckets))
             (copy (make-vector size #f)))
        (let each-bucket ((k 0))
          (if (< k size)
              (begin
                (vector-set! copy k (copy-nodes (vector-ref buckets k)))
                (each-bucket (+ k 1)))))
        (new-table (table-kind table) (table-same? table) (table-hash table) mutable copy (table-count table))))

    (define (copy-nodes node)
      (and node
           (make-node (node-hash node) (node-key node) (node-value node) (copy-nodes (node-next node)))))))
