;; SRFI 9: records.
(define-library (srfi 9)
  (import (only (scheme base) define-record-type))
  (export define-record-type))
