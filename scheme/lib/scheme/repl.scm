;; The prompt's environment.
(define-library (scheme repl)
  (import (core))
  (export interaction-environment))
