;; The program's arguments and environment, and its end.
(define-library (scheme process-context)
  (import (core))
  (export command-line emergency-exit exit get-environment-variable get-environment-variables))
