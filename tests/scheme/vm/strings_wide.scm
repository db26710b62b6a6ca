;; Strings whose characters become wide.
(import (scheme base) (scheme char))

(let ((s (make-string 3 #\a))) (string-set! s 1 #\λ) (list s (string-length s) (string-ref s 0) (string-ref s 1)))
;; expect: ("aλa" 3 #\a #\λ)
(let ((s (string-copy "abcdef"))) (string-copy! s 2 "λμ") s)
;; expect: "abλμef"
(let ((s (string-copy "λμν"))) (string-copy! s 1 "ab") s)
;; expect: "λab"
(let ((s (string-copy "abcdef"))) (string-copy! s 2 s 0 4) s)
;; expect: "ababcd"
(let ((s (string-copy "λbcdef"))) (string-copy! s 0 s 2 6) s)
;; expect: "cdefef"
(let ((s (string-copy "abcd"))) (string-fill! s #\λ 1 3) s)
;; expect: "aλλd"
(list (string-append "a" "λ" "é") (string-append) (substring "aλé" 1 2) (list->string (list #\a #\λ)) (string #\λ #\a))
;; expect: ("aλé" "" "λ" "aλ" "λa")
(let ((s (make-string 2 #\λ))) (string-set! s 0 #\a) (string-set! s 1 #\b) (list (string=? s "ab") (equal? s "ab") (eq? (string->symbol s) 'ab)))
;; expect: (#t #t #t)
(list (string<? "a" "λ") (string<? "é" "λ" "😀") (string>? "😀" "\xffff;") (string-ci=? "Straße" "STRASSE") (string<=? "a" "a" "b") (string>=? "b" "a" "c"))
;; expect: (#t #t #t #t #t #f)
(list (string-upcase "straße ﬁ") (string-downcase "ΧΑΟΣ ΣΑ Σ") (string-foldcase "Straße ΧΑΟΣ") (string-upcase "") (string-downcase "ÀB"))
;; expect: ("STRASSE FI" "χαος σα σ" "strasse χαοσ" "" "àb")
;; guile: *
(list (string->list "aλb" 1) (string->vector "aλ") (vector->string #(#\a #\λ)) (string->utf8 "aλ😀") (utf8->string (bytevector 206 187 97)))
;; expect: ((#\λ #\b) #(#\a #\λ) "aλ" #u8(97 206 187 240 159 152 128) "λa")
(utf8->string (bytevector 255))
;; error: utf8->string
(utf8->string (bytevector 237 160 128))
;; error: utf8->string
(list->string '(#\a . #\b))
;; error: list->string
(list->string '(#\a 1))
;; error: list->string
(let ((l (list #\a))) (set-cdr! l l) (list? l))
;; expect: #f
(list (char-upcase #\ß) (char-downcase #\Σ) (char-foldcase #\ς) (digit-value #\٣) (char-alphabetic? #\ⅷ) (char-numeric? #\²) (char-whitespace? #\x1c))
;; expect: (#\ß #\σ #\σ 3 #t #f #f)
;; guile: *
(string-copy! (make-string 2) 1 "abc")
;; error: string-copy!
(string-set! (symbol->string 'abc) 0 #\x)
;; error: string-set!
(string-append "a" 1)
;; error: string-append
