;; Searching.

;; `(name f v1 v2 …)`: the first index, in the given direction, where `found?` holds of the result of `f`.
(define-syntax define-searches
  (syntax-rules ()
    ((_ name found? first step in-range?)
     (define name
       (case-lambda
         ((f v)
          (check-procedure 'name 1 f)
          (check-vector 'name 2 v)
          (let ((n (vector-length v)))
            (let loop ((k (first n)))
              (and (in-range? k n)
                   (if (found? (f (vector-ref v k)))
                       k
                       (loop (step k)))))))
         ((f . vectors)
          (check-procedure 'name 1 f)
          (let ((n (shortest 'name 2 vectors)))
            (let loop ((k (first n)))
              (and (in-range? k n)
                   (if (found? (apply f (all-items vector-ref vectors k)))
                       k
                       (loop (step k))))))))))))

(define-syntax holds (syntax-rules () ((_ x) x)))

(define-searches vector-index holds from-start up before-end?)
(define-searches vector-index-right holds from-end down not-before-start?)
(define-searches vector-skip not from-start up before-end?)
(define-searches vector-skip-right not from-end down not-before-start?)

;; `(compare item value)` is negative, zero or positive.
(define (vector-binary-search v value compare)
  (check-vector 'vector-binary-search 1 v)
  (check-procedure 'vector-binary-search 3 compare)
  (let loop ((low 0) (high (vector-length v)))
    (and (< low high)
         (let* ((middle (quotient (+ low high) 2))
                (order (compare (vector-ref v middle) value)))
           (cond ((= order 0) middle)
                 ((< order 0) (loop (+ middle 1) high))
                 (else (loop low middle)))))))

(define vector-any
  (case-lambda
    ((f v)
     (check-procedure 'vector-any 1 f)
     (check-vector 'vector-any 2 v)
     (let ((last (- (vector-length v) 1)))
       (and (>= last 0)
            (let loop ((k 0))
              (if (= k last)
                  (f (vector-ref v k))
                  (or (f (vector-ref v k))
                      (loop (+ k 1))))))))
    ((f . vectors)
     (check-procedure 'vector-any 1 f)
     (let ((last (- (shortest 'vector-any 2 vectors) 1)))
       (and (>= last 0)
            (let loop ((k 0))
              (if (= k last)
                  (apply f (all-items vector-ref vectors k))
                  (or (apply f (all-items vector-ref vectors k))
                      (loop (+ k 1))))))))))

(define vector-every
  (case-lambda
    ((f v)
     (check-procedure 'vector-every 1 f)
     (check-vector 'vector-every 2 v)
     (let ((last (- (vector-length v) 1)))
       (or (< last 0)
           (let loop ((k 0))
             (if (= k last)
                 (f (vector-ref v k))
                 (and (f (vector-ref v k))
                      (loop (+ k 1))))))))
    ((f . vectors)
     (check-procedure 'vector-every 1 f)
     (let ((last (- (shortest 'vector-every 2 vectors) 1)))
       (or (< last 0)
           (let loop ((k 0))
             (if (= k last)
                 (apply f (all-items vector-ref vectors k))
                 (and (apply f (all-items vector-ref vectors k))
                      (loop (+ k 1))))))))))

;; A vector with the items that satisfy `in?` in front, and their number.
(define (vector-partition in? v)
  (check-procedure 'vector-partition 1 in?)
  (check-vector 'vector-partition 2 v)
  (let ((n (vector-length v)))
    (let loop ((k 0) (in '()) (count 0) (out '()))
      (if (< k n)
          (let ((x (vector-ref v k)))
            (if (in? x)
                (loop (+ k 1) (cons x in) (+ count 1) out)
                (loop (+ k 1) in count (cons x out))))
          (let ((result (make-vector n)))
            (fill-backwards! result (- count 1) in)
            (fill-backwards! result (- n 1) out)
            (values result count))))))

(define (fill-backwards! v k items)
  (if (pair? items)
      (begin
        (vector-set! v k (car items))
        (fill-backwards! v (- k 1) (cdr items)))))
