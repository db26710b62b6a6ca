;; Loading source files.
(define-library (scheme load)
  (import (core))
  (export load))
