;; Vectors and strings with procedures. Results are collected in a list first: a continuation captured in `f` may return several times.

(define (shortest-length who length-of valid? expected sequences)
  (let loop ((rest sequences) (position 2) (shortest #f))
    (cond ((null? rest) shortest)
          ((not (valid? (car rest))) (%type-error who position expected (car rest)))
          (else
           (let ((n (length-of (car rest))))
             (loop (cdr rest) (+ position 1) (if (and shortest (< shortest n)) shortest n)))))))

(define (all-items item-of sequences k)
  (if (null? sequences)
      '()
      (cons (item-of (car sequences) k) (all-items item-of (cdr sequences) k))))

(define-syntax check-sequence
  (syntax-rules ()
    ((_ valid? who position expected x)
     (if (not (valid? x)) (%type-error who position expected x)))))

;; `(name f sequence1 sequence2 …)` calls f with the items at 0, 1, … and gives `(finish results n)`, the last result first.
(define-syntax define-sequence-map
  (syntax-rules ()
    ((_ name valid? expected length-of item-of finish)
     (define name
       (case-lambda
         ((f sequence)
          (check-procedure 'name 1 f)
          (check-sequence valid? 'name 2 expected sequence)
          (let ((n (length-of sequence)))
            (let loop ((k 0) (results '()))
              (if (< k n)
                  (loop (+ k 1) (cons (f (item-of sequence k)) results))
                  (finish results n)))))
         ((f sequence1 sequence2)
          (check-procedure 'name 1 f)
          (check-sequence valid? 'name 2 expected sequence1)
          (check-sequence valid? 'name 3 expected sequence2)
          (let ((n (min (length-of sequence1) (length-of sequence2))))
            (let loop ((k 0) (results '()))
              (if (< k n)
                  (loop (+ k 1) (cons (f (item-of sequence1 k) (item-of sequence2 k)) results))
                  (finish results n)))))
         ((f sequence1 . more)
          (check-procedure 'name 1 f)
          (let* ((sequences (cons sequence1 more))
                 (n (shortest-length 'name length-of valid? expected sequences)))
            (let loop ((k 0) (results '()))
              (if (< k n)
                  (loop (+ k 1) (cons (apply f (all-items item-of sequences k)) results))
                  (finish results n))))))))))

(define-syntax define-sequence-for-each
  (syntax-rules ()
    ((_ name valid? expected length-of item-of)
     (define name
       (case-lambda
         ((f sequence)
          (check-procedure 'name 1 f)
          (check-sequence valid? 'name 2 expected sequence)
          (let ((n (length-of sequence)))
            (let loop ((k 0))
              (if (< k n)
                  (begin
                    (f (item-of sequence k))
                    (loop (+ k 1)))))))
         ((f sequence1 sequence2)
          (check-procedure 'name 1 f)
          (check-sequence valid? 'name 2 expected sequence1)
          (check-sequence valid? 'name 3 expected sequence2)
          (let ((n (min (length-of sequence1) (length-of sequence2))))
            (let loop ((k 0))
              (if (< k n)
                  (begin
                    (f (item-of sequence1 k) (item-of sequence2 k))
                    (loop (+ k 1)))))))
         ((f sequence1 . more)
          (check-procedure 'name 1 f)
          (let* ((sequences (cons sequence1 more))
                 (n (shortest-length 'name length-of valid? expected sequences)))
            (let loop ((k 0))
              (if (< k n)
                  (begin
                    (apply f (all-items item-of sequences k))
                    (loop (+ k 1))))))))))))

(define (reversed-list->vector items n)
  (let ((result (make-vector n)))
    (let loop ((k (- n 1)) (items items))
      (if (< k 0)
          result
          (begin
            (vector-set! result k (car items))
            (loop (- k 1) (cdr items)))))))

(define (reversed-list->string items n)
  (let ((result (make-string n)))
    (let loop ((k (- n 1)) (items items))
      (if (< k 0)
          result
          (begin
            (if (not (char? (car items))) (%type-error 'string-map 1 "a procedure that returns characters" (car items)))
            (string-set! result k (car items))
            (loop (- k 1) (cdr items)))))))

(define-sequence-map vector-map vector? "a vector" vector-length vector-ref reversed-list->vector)
(define-sequence-map string-map string? "a string" string-length string-ref reversed-list->string)
(define-sequence-for-each vector-for-each vector? "a vector" vector-length vector-ref)
(define-sequence-for-each string-for-each string? "a string" string-length string-ref)
