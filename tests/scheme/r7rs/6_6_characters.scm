;; R7RS 6.6: characters.
(import (scheme base) (scheme char))

(map char? (list #\a "a" 97 'a #\space #\x0))
;; expect: (#t #f #f #f #t #t)
(list #\a #\A #\( #\ #\space)
;; expect: (#\a #\A #\( #\space #\space)
(map char->integer '(#\a #\A #\space #\newline #\tab #\null #\delete #\escape #\alarm #\backspace #\return #\λ #\x1F600))
;; expect: (97 65 32 10 9 0 127 27 7 8 13 955 128512)
(map integer->char '(97 955 0 127 1114111 55295 57344))
;; expect: (#\a #\λ #\null #\delete #\x10ffff #\xd7ff #\xe000)
;; guile: *
(char->integer (integer->char 128512))
;; expect: 128512
(integer->char 55296)
;; error: integer->char
(integer->char 1114112)
;; error: integer->char
(integer->char -1)
;; error: integer->char
(integer->char 97.0)
;; error: integer->char
(char->integer "a")
;; error: char->integer
(list (char=? #\a #\a) (char=? #\a #\b) (char=? #\a #\a #\a) (char<? #\a #\b #\c) (char<? #\a #\c #\b) (char>? #\c #\b #\a) (char>? #\a #\b) (char<=? #\a #\a #\b) (char>=? #\b #\b #\a) (char<? #\Z #\a) (char<? #\z #\λ))
;; expect: (#t #f #t #t #f #t #f #t #t #t #t)
(list (char-ci=? #\a #\A) (char-ci=? #\a #\b) (char-ci<? #\a #\B) (char-ci<? #\A #\b #\C) (char-ci>? #\B #\a) (char-ci<=? #\a #\A #\b) (char-ci>=? #\b #\B #\a) (char-ci=? #\Σ #\σ #\ς))
;; expect: (#t #f #t #t #t #t #t #t)
(char=? #\a "a")
;; error: char=?
(char<? 1 2)
;; error: char<?
(char-ci=? #\a 1)
;; error: char-ci=?
(map char-alphabetic? '(#\a #\Z #\1 #\space #\λ #\- #\x4E2D #\é))
;; expect: (#t #t #f #f #t #f #t #t)
(map char-numeric? '(#\0 #\9 #\a #\x0664 #\x0AE6 #\. #\x00BD))
;; expect: (#t #t #f #t #t #f #f)
(map char-whitespace? '(#\space #\tab #\newline #\return #\a #\xA0 #\x2003 #\x200B #\_))
;; expect: (#t #t #t #t #f #t #t #f #f)
(map char-upper-case? '(#\A #\a #\1 #\Σ #\σ))
;; expect: (#t #f #f #t #f)
(map char-lower-case? '(#\A #\a #\1 #\Σ #\σ #\ß))
;; expect: (#f #t #f #f #t #t)
(char-alphabetic? "a")
;; error: char-alphabetic?
(char-upper-case? 5)
;; error: char-upper-case?
(map digit-value '(#\3 #\0 #\x0664 #\x0AE6 #\x0EA6 #\a))
;; expect: (3 0 4 0 #f #f)
(digit-value 5)
;; error: digit-value
(map char-upcase '(#\a #\A #\1 #\λ #\ß #\i #\ÿ))
;; expect: (#\A #\A #\1 #\Λ #\ß #\I #\Ÿ)
(map char-downcase '(#\A #\a #\1 #\Λ #\İ #\Ω))
;; expect: (#\a #\a #\1 #\λ #\i #\ω)
;; expect: (#\a #\a #\1 #\λ #\İ #\ω)
;; guile: *
(map char-foldcase '(#\A #\a #\Σ #\ς #\1))
;; expect: (#\a #\a #\σ #\σ #\1)
(char-upcase 'a)
;; error: char-upcase
