;; Procedures with several numbers of arguments.
(define-library (scheme case-lambda)
  (import (core))
  (export case-lambda))
