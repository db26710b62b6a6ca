;; Selectors, and procedures on whole lists.

(define-syntax define-positions
  (syntax-rules ()
    ((_ (name k) ...)
     (begin (define (name list) (item-at 'name list k)) ...))))

(define (item-at who list k)
  (let loop ((rest list) (k k))
    (cond ((not (pair? rest)) (%type-error who 1 "a long enough list" list))
          ((= k 0) (car rest))
          (else (loop (cdr rest) (- k 1))))))

(define-positions
  (first 0) (second 1) (third 2) (fourth 3) (fifth 4) (sixth 5) (seventh 6) (eighth 7) (ninth 8) (tenth 9))

(define (car+cdr pair)
  (if (not (pair? pair)) (%type-error 'car+cdr 1 "a pair" pair))
  (values (car pair) (cdr pair)))

(define (take list k)
  (check-count 'take 2 k)
  (let loop ((rest list) (k k) (result '()))
    (cond ((= k 0) (reverse result))
          ((pair? rest) (loop (cdr rest) (- k 1) (cons (car rest) result)))
          (else (%type-error 'take 1 "a long enough list" list)))))

(define (drop list k)
  (check-count 'drop 2 k)
  (dropped 'drop list k))

(define (dropped who list k)
  (let loop ((rest list) (k k))
    (cond ((= k 0) rest)
          ((pair? rest) (loop (cdr rest) (- k 1)))
          (else (%type-error who 1 "a long enough list" list)))))

(define (take-right list k)
  (check-count 'take-right 2 k)
  (let loop ((result list) (lead (dropped 'take-right list k)))
    (if (pair? lead)
        (loop (cdr result) (cdr lead))
        result)))

(define (drop-right list k)
  (check-count 'drop-right 2 k)
  (let loop ((rest list) (lead (dropped 'drop-right list k)) (result '()))
    (if (pair? lead)
        (loop (cdr rest) (cdr lead) (cons (car rest) result))
        (reverse result))))

(define (take! list k)
  (check-count 'take! 2 k)
  (if (= k 0)
      '()
      (let ((end (dropped 'take! list (- k 1))))
        (if (not (pair? end)) (%type-error 'take! 1 "a long enough list" list))
        (set-cdr! end '())
        list)))

(define (drop-right! list k)
  (check-count 'drop-right! 2 k)
  (let ((lead (dropped 'drop-right! list k)))
    (if (pair? lead)
        (let loop ((rest list) (lead (cdr lead)))
          (if (pair? lead)
              (loop (cdr rest) (cdr lead))
              (begin
                (set-cdr! rest '())
                list)))
        '())))

(define (split-at list k)
  (check-count 'split-at 2 k)
  (let loop ((rest list) (k k) (result '()))
    (cond ((= k 0) (values (reverse result) rest))
          ((pair? rest) (loop (cdr rest) (- k 1) (cons (car rest) result)))
          (else (%type-error 'split-at 1 "a long enough list" list)))))

(define (split-at! list k)
  (check-count 'split-at! 2 k)
  (if (= k 0)
      (values '() list)
      (let ((end (dropped 'split-at! list (- k 1))))
        (if (not (pair? end)) (%type-error 'split-at! 1 "a long enough list" list))
        (let ((rest (cdr end)))
          (set-cdr! end '())
          (values list rest)))))

(define (last list)
  (car (last-pair-of 'last list)))

(define (last-pair list)
  (last-pair-of 'last-pair list))

(define (last-pair-of who list)
  (if (not (pair? list)) (%type-error who 1 "a pair" list))
  (let loop ((pair list))
    (let ((next (cdr pair)))
      (if (pair? next) (loop next) pair))))

;; The length, or #f of a circular list.
(define (length+ list)
  (let loop ((hare list) (tortoise list) (n 0))
    (if (pair? hare)
        (let ((hare (cdr hare)))
          (if (pair? hare)
              (let ((hare (cdr hare)) (tortoise (cdr tortoise)))
                (if (eq? hare tortoise) #f (loop hare tortoise (+ n 2))))
              (begin
                (check-end 'length+ 1 hare list)
                (+ n 1))))
        (begin
          (check-end 'length+ 1 hare list)
          n))))

(define (check-lists who lists)
  (if (not (list? lists)) (%type-error who 1 "a list of lists" lists)))

(define (concatenate lists)
  (check-lists 'concatenate lists)
  (apply append lists))

(define append!
  (case-lambda
    (() '())
    ((a) a)
    ((a b) (append-two! a b))
    ((a b . rest)
     (let loop ((lists (reverse (cons a (cons b rest)))) (result '()))
       (if (null? lists)
           result
           (loop (cdr lists) (append-two! (car lists) result)))))))

(define (append-two! a b)
  (cond ((null? a) b)
        ((and (null? b) (not (pair? a))) a)
        (else
         (set-cdr! (last-pair-of 'append! a) b)
         a)))

(define (concatenate! lists)
  (check-lists 'concatenate! lists)
  (apply append! lists))

(define (append-reverse list tail)
  (let loop ((rest list) (result tail))
    (if (pair? rest)
        (loop (cdr rest) (cons (car rest) result))
        (begin
          (check-end 'append-reverse 1 rest list)
          result))))

(define (append-reverse! list tail)
  (let loop ((rest list) (result tail))
    (if (pair? rest)
        (let ((next (cdr rest)))
          (set-cdr! rest result)
          (loop next rest))
        (begin
          (check-end 'append-reverse! 1 rest list)
          result))))

(define (reverse! list) (append-reverse! list '()))

(define (zip list . lists) (apply map (lambda items items) list lists))

(define-syntax define-unzips
  (syntax-rules ()
    ((_ (name item ...) ...)
     (begin
       (define (name list)
         (check-lists 'name list)
         (values (map item list) ...))
       ...))))

(define-unzips
  (unzip1 first)
  (unzip2 first second)
  (unzip3 first second third)
  (unzip4 first second third fourth)
  (unzip5 first second third fourth fifth))

(define count
  (case-lambda
    ((f list)
     (check-procedure 'count 1 f)
     (let loop ((rest list) (n 0))
       (if (pair? rest)
           (loop (cdr rest) (if (f (car rest)) (+ n 1) n))
           (begin
             (check-end 'count 2 rest list)
             n))))
    ((f . lists)
     (check-procedure 'count 1 f)
     (let loop ((rests lists) (n 0))
       (if (all-pairs? rests)
           (loop (all-cdrs rests) (if (apply f (all-cars rests)) (+ n 1) n))
           (begin
             (check-all-ends 'count rests lists)
             n))))))
