;; Transcendental functions, and predicates of inexact numbers.
(define-library (scheme inexact)
  (import (core))
  (export acos asin atan cos exp finite? infinite? log nan? sin sqrt tan))
