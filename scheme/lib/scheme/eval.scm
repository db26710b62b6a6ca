;; Evaluation of data as programs.
(define-library (scheme eval)
  (import (core))
  (export environment eval))
