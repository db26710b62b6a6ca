;; The core: what the virtual machine has natively, as procedures; and all that takes procedures, in Scheme.
;; Definitions here have core keys: the expansions of derived forms and the virtual machine itself refer to them.
(define-library (core)
  (include "core/checks.scm"
           "core/values.scm"
           "core/numbers.scm"
           "core/accessors.scm"
           "core/control.scm"
           "core/conditions.scm"
           "core/parameters.scm"
           "core/promises.scm"
           "core/lists.scm"
           "core/sequences.scm"
           "core/files.scm"
           "core/evaluation.scm"))
