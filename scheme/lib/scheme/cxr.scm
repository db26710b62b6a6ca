;; Compositions of three and four `car`s and `cdr`s.
(define-library (scheme cxr)
  (import (core))
  (export caaaar caaadr caaar caadar caaddr caadr cadaar cadadr cadar caddar cadddr caddr cdaaar cdaadr cdaar cdadar cdaddr cdadr cddaar
    cddadr cddar cdddar cddddr cdddr))
