;; Medians, and the smallest items.

(define (mean-of x y) (/ (+ x y) 2))

(define vector-find-median
  (case-lambda
    ((less? v default) (vector-find-median less? v default mean-of))
    ((less? v default mean)
     (check-procedure 'vector-find-median 1 less?)
     (check-vector 'vector-find-median 2 v)
     (check-procedure 'vector-find-median 4 mean)
     (middle (sorted! less? (vector-copy v)) default mean))))

(define vector-find-median!
  (case-lambda
    ((less? v default) (vector-find-median! less? v default mean-of))
    ((less? v default mean)
     (check-procedure 'vector-find-median! 1 less?)
     (check-vector 'vector-find-median! 2 v)
     (check-procedure 'vector-find-median! 4 mean)
     (vector-sort! less? v)
     (middle v default mean))))

(define (middle v default mean)
  (let* ((n (vector-length v))
         (half (quotient n 2)))
    (cond ((= n 0) default)
          ((odd? n) (vector-ref v half))
          (else (mean (vector-ref v (- half 1)) (vector-ref v half))))))

;; The item that would be at position k of the range if the range were sorted.
(define-with-range (vector-select! (less? v k) v 4 start end)
  (select-checked! less? v k start end))

(define (select-checked! less? v k start end)
  (check-procedure 'vector-select! 1 less?)
  (check-index 'vector-select! 3 k (- end start))
  (select! less? v (+ start k) start end)
  (vector-ref v (+ start k)))

;; Puts the k smallest items of the range in front.
(define-with-range (vector-separate! (less? v k) v 4 start end)
  (separate! less? v k start end))

(define (separate! less? v k start end)
  (check-procedure 'vector-separate! 1 less?)
  (check-index 'vector-separate! 3 k (+ (- end start) 1))
  (if (and (> k 0) (< k (- end start)))
      (select! less? v (+ start k) start end)))

;; Moves items until those below position k are not greater, and those above not less than the one there (Hoare's quickselect).
(define (select! less? v k start end)
  (let narrow ((low start) (high (- end 1)))
    (if (< low high)
        (let ((pivot (median-of less? (vector-ref v low) (vector-ref v (quotient (+ low high) 2)) (vector-ref v high))))
          (let scan ((i low) (j high))
            (let* ((i (let up ((i i)) (if (less? (vector-ref v i) pivot) (up (+ i 1)) i)))
                   (j (let down ((j j)) (if (less? pivot (vector-ref v j)) (down (- j 1)) j))))
              (cond ((<= i j)
                     (let ((x (vector-ref v i)))
                       (vector-set! v i (vector-ref v j))
                       (vector-set! v j x))
                     (if (<= (+ i 1) (- j 1))
                         (scan (+ i 1) (- j 1))
                         (continue narrow k low high (+ i 1) (- j 1))))
                    (else (continue narrow k low high i j)))))))))

;; After a partition: items up to j are not greater, those from i on not less than the pivot.
(define (continue narrow k low high i j)
  (cond ((<= k j) (narrow low j))
        ((>= k i) (narrow i high))))

(define (median-of less? a b c)
  (if (less? b a)
      (median-of less? b a c)
      (cond ((less? c a) a)
            ((less? c b) c)
            (else b))))
