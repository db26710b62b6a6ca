;; The checks of the core, for libraries.
(define-library (srfi internal checks)
  (import (scheme base) (only (core) %type-error))
  (export check-procedure check-end)
  (include "../../core/checks.scm"))
