;; Promises.
(define-library (scheme lazy)
  (import (core))
  (export delay delay-force force make-promise promise?))
