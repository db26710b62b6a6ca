;; R7RS 6.8, 6.9: vectors and bytevectors.
(import (scheme base))

#(0 (2 2 2 2) "Anna")
;; expect: #(0 (2 2 2 2) "Anna")
(map vector? (list #() (vector 1) '(1) "a" #u8(1)))
;; expect: (#t #t #f #f #f)
(list (make-vector 3 'a) (make-vector 0) (vector-length (make-vector 5)))
;; expect: (#(a a a) #() 5)
(make-vector -1)
;; error: make-vector
;; guile: *
(make-vector 'a 0)
;; error: make-vector
(list (vector) (vector 'a 'b 'c) (vector 1 2 3 4 5 6 7 8 9 10))
;; expect: (#() #(a b c) #(1 2 3 4 5 6 7 8 9 10))
(map vector-length '(#() #(1 2 3)))
;; expect: (0 3)
(vector-length '(1))
;; error: vector-length
(vector-ref '#(1 1 2 3 5 8 13 21) 5)
;; expect: 8
(vector-ref #(1 2) 2)
;; error: vector-ref
(vector-ref #(1 2) -1)
;; error: vector-ref
;; guile: *
(vector-ref #(1 2) 1.0)
;; error: vector-ref
(vector-ref '(1) 0)
;; error: vector-ref
(vector-ref #(1 2) 100000000000000000000)
;; error: vector-ref
;; guile: *
(let ((vec (vector 0 '(2 2 2 2) "Anna"))) (vector-set! vec 1 '("Sue" "Sue")) vec)
;; expect: #(0 ("Sue" "Sue") "Anna")
(vector-set! (vector 1) 1 0)
;; error: vector-set!
(list (vector->list '#(dah dah didah)) (vector->list '#(dah dah didah) 1) (vector->list '#(dah dah didah) 1 2) (vector->list #()) (list->vector '(dididit dah)) (list->vector '()))
;; expect: ((dah dah didah) (dah didah) (dah) () #(dididit dah) #())
(list->vector '(1 . 2))
;; error: list->vector
(vector->list #(1 2) 3)
;; error: vector->list
(vector->list 5)
;; error: vector->list
(let* ((a #(1 8 2 8)) (b (vector-copy a))) (vector-set! b 0 3) (list a b (vector-copy b 1 3) (vector-copy b 2)))
;; expect: (#(1 8 2 8) #(3 8 2 8) #(8 2) #(2 8))
(vector-copy #(1 2) 2 1)
;; error: vector-copy
;; guile: *
(let ((a (vector 1 2 3 4 5)) (b (vector 10 20 30 40 50))) (vector-copy! b 1 a 0 2) b)
;; expect: #(10 1 2 40 50)
(let ((a (vector 1 2 3 4 5))) (vector-copy! a 1 a 0 4) a)
;; expect: #(1 1 2 3 4)
(let ((a (vector 1 2 3 4 5))) (vector-copy! a 0 a 2) a)
;; expect: #(3 4 5 4 5)
(vector-copy! (vector 1 2) 1 #(1 2))
;; error: vector-copy!
(list (vector-append #(a b c) #(d e f)) (vector-append) (vector-append #(1)) (vector-append #(1) #() #(2 3)))
;; expect: (#(a b c d e f) #() #(1) #(1 2 3))
(vector-append #(1) '(2))
;; error: vector-append
(let ((a (vector 1 2 3 4 5))) (vector-fill! a 'smash 2 4) a)
;; expect: #(1 2 smash smash 5)
(let ((a (vector 1 2))) (vector-fill! a 0) a)
;; expect: #(0 0)
(vector-fill! (vector 1 2) 0 3)
;; error: vector-fill!

;; Bytevectors
(map bytevector? (list #u8() (bytevector 1 2) #(1) "a" '()))
;; expect: (#t #t #f #f #f)
(list (make-bytevector 2 12) (make-bytevector 0) (bytevector-length (make-bytevector 5)))
;; expect: (#u8(12 12) #u8() 5)
(make-bytevector 2 256)
;; error: make-bytevector
(make-bytevector -1)
;; error: make-bytevector
;; guile: *
(list (bytevector 1 3 5 1 3 5) (bytevector))
;; expect: (#u8(1 3 5 1 3 5) #u8())
(bytevector 256)
;; error: bytevector
(bytevector -1)
;; error: bytevector
;; guile: *
(bytevector 'a)
;; error: bytevector
(bytevector-u8-ref '#u8(1 1 2 3 5 8 13 21) 5)
;; expect: 8
(bytevector-u8-ref #u8(1) 1)
;; error: bytevector-u8-ref
(bytevector-u8-ref #(1) 0)
;; error: bytevector-u8-ref
(let ((bv (bytevector 1 2 3 4))) (bytevector-u8-set! bv 1 3) bv)
;; expect: #u8(1 3 3 4)
(bytevector-u8-set! (bytevector 1) 0 256)
;; error: bytevector-u8-set!
(bytevector-u8-set! (bytevector 1) 1 0)
;; error: bytevector-u8-set!
(bytevector-u8-set! (bytevector 1) 0 'a)
;; error: bytevector-u8-set!
(bytevector-length "abc")
;; error: bytevector-length
(let ((a #u8(1 2 3 4 5))) (list (bytevector-copy a 2 4) (bytevector-copy a) (bytevector-copy a 3)))
;; expect: (#u8(3 4) #u8(1 2 3 4 5) #u8(4 5))
(bytevector-copy #u8(1) 2)
;; error: bytevector-copy
;; guile: *
(let ((a (bytevector 1 2 3 4 5)) (b (bytevector 10 20 30 40 50))) (bytevector-copy! b 1 a 0 2) b)
;; expect: #u8(10 1 2 40 50)
(let ((a (bytevector 1 2 3 4 5))) (bytevector-copy! a 1 a 0 4) a)
;; expect: #u8(1 1 2 3 4)
(bytevector-copy! (bytevector 1 2) 1 #u8(1 2))
;; error: bytevector-copy!
;; guile: *
(list (bytevector-append (bytevector 0 1 2) (bytevector 3 4 5)) (bytevector-append) (bytevector-append #u8(1)) (bytevector-append #u8(1) #u8() #u8(2)))
;; expect: (#u8(0 1 2 3 4 5) #u8() #u8(1) #u8(1 2))
(bytevector-append #u8(1) #(2))
;; error: bytevector-append
(list (utf8->string #u8(65)) (utf8->string #u8(206 187)) (utf8->string #u8(65 66 67) 1) (utf8->string #u8(65 66 67) 1 2) (utf8->string #u8(240 159 152 128)))
;; expect: ("A" "λ" "BC" "B" "😀")
(list (string->utf8 "λ") (string->utf8 "abc" 1) (string->utf8 "abc" 1 2) (string->utf8 "aλ\x1F600;") (string->utf8 ""))
;; expect: (#u8(206 187) #u8(98 99) #u8(98) #u8(97 206 187 240 159 152 128) #u8())
(utf8->string "a")
;; error: utf8->string
(string->utf8 #u8(1))
;; error: string->utf8
(equal? #u8(1 2) #u8(1 2))
;; expect: #t
