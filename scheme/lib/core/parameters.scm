;; Parameters. Their current values are in the parameter objects; `parameterize` swaps them in a dynamic extent.

(define make-parameter
  (case-lambda
    ((value) (%make-parameter value #f))
    ((value converter)
     (if (not (procedure? converter)) (%type-error 'make-parameter 2 "a procedure" converter))
     (%make-parameter (converter value) converter))))

;; `(parameterize ((p v) …) body…)`, with `parameters` and `values` in the same order.
(define (%parameterize parameters values body)
  (cond ((null? parameters) (body))
        ((null? (cdr parameters))
         (let ((parameter (car parameters)))
           (with-parameter parameter (convert-for-parameter parameter (car values)) body)))
        (else
         (with-parameters parameters (map convert-for-parameter parameters values) body))))

(define (convert-for-parameter parameter value)
  (if (not (%parameter? parameter)) (%type-error 'parameterize 1 "a parameter" parameter))
  (let ((converter (%parameter-converter parameter)))
    (if converter (converter value) value)))

(define (with-parameter parameter value body)
  (let ((swap! (lambda ()
                 (let ((current (%parameter-value parameter)))
                   (%set-parameter-value! parameter value)
                   (set! value current)))))
    (dynamic-wind swap! body swap!)))

(define (with-parameters parameters values body)
  (let ((swap! (lambda ()
                 (let loop ((parameters parameters) (values values))
                   (if (pair? parameters)
                       (let ((current (%parameter-value (car parameters))))
                         (%set-parameter-value! (car parameters) (car values))
                         (set-car! values current)
                         (loop (cdr parameters) (cdr values))))))))
    (dynamic-wind swap! body swap!)))
