;; Merge sort. `less?` is only asked whether a later item is less than an earlier one: items that are not stay in order.

(define longest-insertion 8)

;; `source` and `target` hold the same items from `low` to `high`; sorts those of `target`, changing both.
(define (merge-sort! less? source target low high)
  (if (<= (- high low) longest-insertion)
      (insertion-sort! less? target low high)
      (let ((middle (quotient (+ low high) 2)))
        (merge-sort! less? target source low middle)
        (merge-sort! less? target source middle high)
        (merge-ranges! less? source low middle source middle high target low))))

(define (insertion-sort! less? v low high)
  (let each ((k (+ low 1)))
    (if (< k high)
        (let ((x (vector-ref v k)))
          (let shift ((hole k))
            (if (and (> hole low) (less? x (vector-ref v (- hole 1))))
                (begin
                  (vector-set! v hole (vector-ref v (- hole 1)))
                  (shift (- hole 1)))
                (vector-set! v hole x)))
          (each (+ k 1))))))

;; Merges a[i, a-end) and b[j, b-end) into `to` from k on.
(define (merge-ranges! less? a i a-end b j b-end to k)
  (let loop ((i i) (j j) (k k))
    (cond ((>= i a-end) (vector-copy! to k b j b-end))
          ((>= j b-end) (vector-copy! to k a i a-end))
          (else
           (let ((x (vector-ref a i)) (y (vector-ref b j)))
             (if (less? y x)
                 (begin
                   (vector-set! to k y)
                   (loop i (+ j 1) (+ k 1)))
                 (begin
                   (vector-set! to k x)
                   (loop (+ i 1) j (+ k 1)))))))))

;; A sorted vector of the items of a vector of our own, which is changed.
(define (sorted! less? items)
  (let ((target (vector-copy items)))
    (merge-sort! less? items target 0 (vector-length items))
    target))

(define-syntax define-list-sorts
  (syntax-rules ()
    ((_ name ...)
     (begin
       (define (name less? list)
         (check-procedure 'name 1 less?)
         (if (not (list? list)) (%type-error 'name 2 "a list" list))
         (vector->list (sorted! less? (list->vector list))))
       ...))))

(define-list-sorts list-sort list-stable-sort list-sort! list-stable-sort!)

(define-syntax define-vector-sorts
  (syntax-rules ()
    ((_ name ...)
     (begin
       (define-with-range (name (less? v) v 3 start end)
         (sorted-range 'name less? v start end))
       ...))))

(define-vector-sorts vector-sort vector-stable-sort)

(define (sorted-range who less? v start end)
  (check-procedure who 1 less?)
  (sorted! less? (vector-copy v start end)))

(define-syntax define-vector-sorts!
  (syntax-rules ()
    ((_ name ...)
     (begin
       (define-with-range (name (less? v) v 3 start end)
         (sort-range! 'name less? v start end))
       ...))))

(define-vector-sorts! vector-sort! vector-stable-sort!)

(define (sort-range! who less? v start end)
  (vector-copy! v start (sorted-range who less? v start end)))

(define (list-sorted? less? list)
  (check-procedure 'list-sorted? 1 less?)
  (if (not (list? list)) (%type-error 'list-sorted? 2 "a list" list))
  (or (null? list)
      (let loop ((x (car list)) (rest (cdr list)))
        (or (null? rest)
            (and (not (less? (car rest) x))
                 (loop (car rest) (cdr rest)))))))

(define-with-range (vector-sorted? (less? v) v 3 start end)
  (sorted-range? less? v start end))

(define (sorted-range? less? v start end)
  (check-procedure 'vector-sorted? 1 less?)
  (let loop ((k (+ start 1)))
    (or (>= k end)
        (and (not (less? (vector-ref v k) (vector-ref v (- k 1))))
             (loop (+ k 1))))))
