;; Reading data.
(define-library (scheme read)
  (import (core))
  (export read))
