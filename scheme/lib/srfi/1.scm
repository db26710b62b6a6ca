;; SRFI 1: lists.
(define-library (srfi 1)
  (import (scheme base) (srfi internal checks) (scheme case-lambda) (scheme cxr)
    (only (core) %type-error check-all-ends all-pairs? all-cars all-cdrs))
  (export
    ;; Constructors
    cons list xcons cons* make-list list-tabulate list-copy circular-list iota
    ;; Predicates
    pair? null? proper-list? circular-list? dotted-list? not-pair? null-list? list=
    ;; Selectors
    car cdr caar cadr cdar cddr caaar caadr cadar caddr cdaar cdadr cddar cdddr caaaar caaadr caadar caaddr cadaar cadadr caddar cadddr
    cdaaar cdaadr cdadar cdaddr cddaar cddadr cdddar cddddr list-ref first second third fourth fifth sixth seventh eighth ninth tenth
    car+cdr take drop take-right drop-right take! drop-right! split-at split-at! last last-pair
    ;; The whole list
    length length+ append concatenate reverse append! concatenate! reverse! append-reverse append-reverse! zip unzip1 unzip2 unzip3 unzip4
    unzip5 count
    ;; Folding, unfolding, mapping
    map for-each fold unfold pair-fold reduce fold-right unfold-right pair-fold-right reduce-right append-map append-map! map! map-in-order
    pair-for-each filter-map
    ;; Filtering, searching, deletion
    filter partition remove filter! partition! remove! member memq memv find find-tail any every list-index take-while drop-while
    take-while! span break span! break! delete delete-duplicates delete! delete-duplicates!
    ;; Association lists
    assoc assq assv alist-cons alist-copy alist-delete alist-delete!
    ;; Sets as lists
    lset<= lset= lset-adjoin lset-union lset-union! lset-intersection lset-intersection! lset-difference lset-difference! lset-xor
    lset-xor! lset-diff+intersection lset-diff+intersection!
    ;; Side effects
    set-car! set-cdr!)
  (include "1/making.scm" "1/selecting.scm" "1/folding.scm" "1/searching.scm" "1/sets.scm"))
