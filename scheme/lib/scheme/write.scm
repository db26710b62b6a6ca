;; Writing data.
(define-library (scheme write)
  (import (core))
  (export display write write-shared write-simple))
