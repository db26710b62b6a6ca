;; R7RS 6.7: strings.
(import (scheme base) (scheme char))

(map string? (list "" "abc" 'a #\a (string #\a)))
;; expect: (#t #t #f #f #t)
(list (make-string 3 #\*) (make-string 0 #\a) (string-length (make-string 5)))
;; expect: ("***" "" 5)
(make-string -1 #\a)
;; error: make-string
;; guile: *
(make-string 2 "a")
;; error: make-string
(list (string) (string #\a #\b) (string #\λ #\x1F600))
;; expect: ("" "ab" "λ😀")
(string #\a "b")
;; error: string
(map string-length '("" "abc" "λx" "\x1F600;"))
;; expect: (0 3 2 1)
(string-length 'abc)
;; error: string-length
(list (string-ref "abc" 0) (string-ref "aλ\x1F600;" 1) (string-ref "aλ\x1F600;z" 3))
;; expect: (#\a #\λ #\z)
(string-ref "abc" 3)
;; error: string-ref
(string-ref "abc" -1)
;; error: string-ref
;; guile: *
(string-ref "abc" 1.0)
;; error: string-ref
(string-ref 'abc 0)
;; error: string-ref
(let ((s (make-string 3 #\*))) (string-set! s 0 #\?) s)
;; expect: "?**"
(let ((s (make-string 3 #\a))) (string-set! s 1 #\λ) (string-set! s 2 #\x1F600) (list s (string-length s) (string-ref s 0)))
;; expect: ("aλ😀" 3 #\a)
(string-set! (make-string 2 #\a) 2 #\b)
;; error: string-set!
(string-set! (make-string 2 #\a) 0 "b")
;; error: string-set!
(list (string=? "abc" "abc") (string=? "abc" "abd") (string=? "a" "a" "a") (string=? "a" "a" "b") (string=? "" "") (string=? "λ" "λ") (string=? "abc" "ab"))
;; expect: (#t #f #t #f #t #t #f)
(list (string<? "a" "b") (string<? "abc" "abcd") (string<? "b" "a") (string<? "a" "b" "c") (string<? "a" "c" "b") (string<? "Z" "a") (string<? "z" "λ") (string<? "\xFFFD;" "\x10000;"))
;; expect: (#t #t #f #t #f #t #t #t)
(list (string>? "b" "a") (string>? "c" "b" "a") (string>? "a" "a") (string<=? "a" "a" "b") (string<=? "b" "a") (string>=? "b" "b" "a") (string>=? "a" "b"))
;; expect: (#t #t #f #t #f #t #f)
(string=? "a" 'a)
;; error: string=?
(string<? "a" 5)
;; error: string<?
(string>? 5 "a")
;; error: string>?
(list (string-ci=? "AbC" "aBc") (string-ci=? "a" "b") (string-ci<? "a" "B") (string-ci>? "B" "a") (string-ci<=? "a" "A" "b") (string-ci>=? "b" "B") (string-ci=? "Straße" "STRASSE") (string-ci=? "ΧΑΟΣ" "χαος" "χαοσ"))
;; expect: (#t #f #t #t #t #t #t #t)
;; guile: *
(map string-upcase '("abc" "Straße" "λ1" ""))
;; expect: ("ABC" "STRASSE" "Λ1" "")
(map string-downcase '("ABC" "ΧΑΟΣ" "ΧΑΟΣ Σ" "İ"))
;; expect: ("abc" "χαος" "χαος σ" "i\x307;")
;; expect: ("abc" "χαος" "χαος σ" "i̇")
;; expect: ("abc" "χαοσ" "χαοσ σ" "i̇")
;; guile: *
(map string-foldcase '("ABC" "Straße" "ΧΑΟΣ"))
;; expect: ("abc" "strasse" "χαοσ")
;; guile: *
(string-upcase 'a)
;; error: string-upcase
(list (substring "abcde" 1 3) (substring "abc" 0 3) (substring "abc" 2 2) (substring "aλc" 1 2))
;; expect: ("bc" "abc" "" "λ")
(substring "abc" 2 1)
;; error: substring
(substring "abc" 0 4)
;; error: substring
(list (string-append) (string-append "a") (string-append "a" "b" "c") (string-append "a" "λ") (string-append "" ""))
;; expect: ("" "a" "abc" "aλ" "")
(let* ((a (string #\a)) (b (string-append a))) (eq? a b))
;; expect: #f
(string-append "a" 'b)
;; error: string-append
(list (string->list "abc") (string->list "abc" 1) (string->list "abcd" 1 3) (string->list "") (string->list "abc" 3) (string->list "λ"))
;; expect: ((#\a #\b #\c) (#\b #\c) (#\b #\c) () () (#\λ))
(string->list "abc" 4)
;; error: string->list
(string->list 'abc)
;; error: string->list
(list (list->string '(#\a #\b)) (list->string '()) (list->string '(#\λ)))
;; expect: ("ab" "" "λ")
(list->string '(#\a b))
;; error: list->string
(list->string '(#\a . #\b))
;; error: list->string
(list (string-copy "abc") (string-copy "abc" 1) (string-copy "abcd" 1 3) (string-copy ""))
;; expect: ("abc" "bc" "bc" "")
(let* ((a "abc") (b (string-copy a))) (string-set! b 0 #\z) (list a b))
;; expect: ("abc" "zbc")
(string-copy "abc" 2 1)
;; error: string-copy
(let ((a "12345") (b (string-copy "abcde"))) (string-copy! b 1 a 0 2) b)
;; expect: "a12de"
(let ((b (string-copy "abcde"))) (string-copy! b 2 b) b)
;; error: string-copy!
(let ((b (string-copy "abcde"))) (string-copy! b 1 b 0 4) b)
;; expect: "aabcd"
(let ((b (string-copy "abcde"))) (string-copy! b 0 b 1) b)
;; expect: "bcdee"
(let ((b (string-copy "abcde"))) (string-copy! b 3 "λμ") b)
;; expect: "abcλμ"
(string-copy! (make-string 2 #\a) 1 "bc")
;; error: string-copy!
(string-copy! (make-string 2 #\a) 3 "")
;; error: string-copy!
(let ((s (make-string 3 #\a))) (string-fill! s #\b) s)
;; expect: "bbb"
(let ((s (make-string 4 #\a))) (string-fill! s #\b 2) (string-fill! s #\λ 1 2) s)
;; expect: "aλbb"
(string-fill! (make-string 2 #\a) 5)
;; error: string-fill!
(list (string->vector "abc") (string->vector "abc" 1) (string->vector "abcd" 1 3) (vector->string #(#\a #\b)) (vector->string #(#\a #\b #\c) 1) (vector->string #(#\a #\b #\c) 1 2))
;; expect: (#(#\a #\b #\c) #(#\b #\c) #(#\b #\c) "ab" "bc" "b")
(vector->string #(1))
;; error: vector->string
(string->vector 5)
;; error: string->vector
;; Long strings that become wide in the middle.
(let ((s (make-string 1000 #\a))) (string-set! s 500 #\λ) (list (string-ref s 499) (string-ref s 500) (string-ref s 999) (string-length s) (string=? s (list->string (string->list s)))))
;; expect: (#\a #\λ #\a 1000 #t)
(let loop ((i 0) (s "")) (if (< i 300) (loop (+ i 1) (string-append s (string (integer->char (+ 32 i))))) (list (string-length s) (string-ref s 299) (string<? s (string-append s "a")))))
;; expect: (300 #\ŋ #t)
