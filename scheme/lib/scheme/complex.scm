;; Numbers that are not real.
(define-library (scheme complex)
  (import (core))
  (export angle imag-part magnitude make-polar make-rectangular real-part))
