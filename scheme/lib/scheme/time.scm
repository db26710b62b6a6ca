;; Clocks.
(define-library (scheme time)
  (import (core))
  (export current-jiffy current-second jiffies-per-second))
