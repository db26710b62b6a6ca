;; Constructors, mutators, conversion.

(define (check-size who position n)
  (if (not (and (exact-integer? n) (>= n 0))) (%type-error who position "an exact integer that is not negative" n)))

(define (vector-unfold f n . seeds)
  (check-procedure 'vector-unfold 1 f)
  (check-size 'vector-unfold 2 n)
  (let ((v (make-vector n)))
    (unfold-up! f v 0 n seeds)
    v))

(define (vector-unfold-right f n . seeds)
  (check-procedure 'vector-unfold-right 1 f)
  (check-size 'vector-unfold-right 2 n)
  (let ((v (make-vector n)))
    (unfold-down! f v 0 n seeds)
    v))

(define (vector-unfold! f v start end . seeds)
  (check-procedure 'vector-unfold! 1 f)
  (check-vector 'vector-unfold! 2 v)
  (check-range 'vector-unfold! 3 start end (vector-length v))
  (unfold-up! f v start end seeds))

(define (vector-unfold-right! f v start end . seeds)
  (check-procedure 'vector-unfold-right! 1 f)
  (check-vector 'vector-unfold-right! 2 v)
  (check-range 'vector-unfold-right! 3 start end (vector-length v))
  (unfold-down! f v start end seeds))

;; `f` gets the index and the seeds; its values are the item and the next seeds.
(define (unfold-up! f v start end seeds)
  (cond ((null? seeds)
         (let loop ((k start))
           (if (< k end)
               (begin
                 (vector-set! v k (f k))
                 (loop (+ k 1))))))
        ((null? (cdr seeds))
         (let loop ((k start) (seed (car seeds)))
           (if (< k end)
               (let-values (((x seed) (f k seed)))
                 (vector-set! v k x)
                 (loop (+ k 1) seed)))))
        (else
         (let loop ((k start) (seeds seeds))
           (if (< k end)
               (let-values (((x . seeds) (apply f k seeds)))
                 (vector-set! v k x)
                 (loop (+ k 1) seeds)))))))

(define (unfold-down! f v start end seeds)
  (cond ((null? seeds)
         (let loop ((k (- end 1)))
           (if (>= k start)
               (begin
                 (vector-set! v k (f k))
                 (loop (- k 1))))))
        ((null? (cdr seeds))
         (let loop ((k (- end 1)) (seed (car seeds)))
           (if (>= k start)
               (let-values (((x seed) (f k seed)))
                 (vector-set! v k x)
                 (loop (- k 1) seed)))))
        (else
         (let loop ((k (- end 1)) (seeds seeds))
           (if (>= k start)
               (let-values (((x . seeds) (apply f k seeds)))
                 (vector-set! v k x)
                 (loop (- k 1) seeds)))))))

(define-with-range (vector-reverse-copy (v) v 2 start end)
  (reversed-copy v start end))

(define (reversed-copy v start end)
  (let ((copy (make-vector (- end start))))
    (copy-reversed! copy 0 v start end)
    copy))

(define (copy-reversed! to at from start end)
  (let loop ((k start) (at (+ at (- end start 1))))
    (if (< k end)
        (begin
          (vector-set! to at (vector-ref from k))
          (loop (+ k 1) (- at 1))))))

(define (vector-concatenate vectors) (apply vector-append vectors))

(define (vector-append-subvectors . arguments)
  (let loop ((rest arguments) (parts '()))
    (cond ((null? rest) (vector-concatenate (reverse parts)))
          ((or (null? (cdr rest)) (null? (cddr rest)))
           (error "vector-append-subvectors: a vector without a range" (car rest)))
          (else
           (loop (list-tail rest 3) (cons (vector-copy (car rest) (cadr rest) (list-ref rest 2)) parts))))))

(define (vector-empty? v)
  (= (vector-length v) 0))

(define vector=
  (case-lambda
    ((same? a b)
     (check-procedure 'vector= 1 same?)
     (check-vector 'vector= 2 a)
     (check-vector 'vector= 3 b)
     (let ((n (vector-length a)))
       (and (= n (vector-length b))
            (let loop ((k 0))
              (or (= k n)
                  (and (same? (vector-ref a k) (vector-ref b k))
                       (loop (+ k 1))))))))
    ((same? . vectors)
     (check-procedure 'vector= 1 same?)
     (or (null? vectors)
         (let loop ((a (car vectors)) (rest (cdr vectors)))
           (or (null? rest)
               (and (vector= same? a (car rest))
                    (loop (car rest) (cdr rest)))))))))

(define (vector-swap! v i j)
  (check-vector 'vector-swap! 1 v)
  (check-index 'vector-swap! 2 i (vector-length v))
  (check-index 'vector-swap! 3 j (vector-length v))
  (let ((x (vector-ref v i)))
    (vector-set! v i (vector-ref v j))
    (vector-set! v j x)))

(define-with-range (vector-reverse! (v) v 2 start end)
  (reverse-range! v start end))

(define (reverse-range! v start end)
  (let loop ((i start) (j (- end 1)))
    (if (< i j)
        (let ((x (vector-ref v i)))
          (vector-set! v i (vector-ref v j))
          (vector-set! v j x)
          (loop (+ i 1) (- j 1))))))

(define vector-reverse-copy!
  (case-lambda
    ((to at from) (vector-reverse-copy! to at from 0))
    ((to at from start)
     (check-vector 'vector-reverse-copy! 3 from)
     (vector-reverse-copy! to at from start (vector-length from)))
    ((to at from start end)
     (check-vector 'vector-reverse-copy! 1 to)
     (check-vector 'vector-reverse-copy! 3 from)
     (check-range 'vector-reverse-copy! 4 start end (vector-length from))
     (check-range 'vector-reverse-copy! 2 at (vector-length to) (vector-length to))
     (if (> (+ at (- end start)) (vector-length to)) (%range-error 'vector-reverse-copy! 2 at))
     ;; The two may overlap.
     (if (eq? to from)
         (vector-copy! to at (reversed-copy from start end))
         (copy-reversed! to at from start end)))))

(define-with-range (reverse-vector->list (v) v 2 start end)
  (reversed-items v start end))

(define (reversed-items v start end)
  (let loop ((k start) (result '()))
    (if (< k end)
        (loop (+ k 1) (cons (vector-ref v k) result))
        result)))

(define (reverse-list->vector list)
  (let* ((n (length list))
         (v (make-vector n)))
    (let loop ((k (- n 1)) (rest list))
      (if (>= k 0)
          (begin
            (vector-set! v k (car rest))
            (loop (- k 1) (cdr rest)))
          v))))
