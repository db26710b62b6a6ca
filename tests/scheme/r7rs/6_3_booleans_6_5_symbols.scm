;; R7RS 6.3, 6.5: booleans and symbols.
(import (scheme base))

(list #t #f '#f #true #false)
;; expect: (#t #f #f #t #f)
(map not (list 3 '(3) #f '() (list) 'nil #t 0 ""))
;; expect: (#f #f #t #f #f #f #f #f #f)
(not)
;; error: not
(map boolean? (list #f 0 '() #t 'f "#t"))
;; expect: (#t #f #f #t #f #f)
(list (boolean=? #t #t) (boolean=? #f #f) (boolean=? #t #f) (boolean=? #t #t #t) (boolean=? #t #t #f) (boolean=? #f #f #f))
;; expect: (#t #t #f #t #f #t)
(boolean=? #t 1)
;; error: boolean=?
(boolean=? 'a 'a)
;; error: boolean=?

(map symbol? (list 'foo (car '(a b)) "bar" 'nil '() #f #\a 1))
;; expect: (#t #t #f #t #f #f #f #f)
(list (symbol=? 'a 'a) (symbol=? 'a 'b) (symbol=? 'a 'a 'a) (symbol=? 'a 'a 'b))
;; expect: (#t #f #t #f)
(symbol=? 'a "a")
;; error: symbol=?
(map symbol->string '(flying-fish Martin |a b| || λ))
;; expect: ("flying-fish" "Martin" "a b" "" "λ")
(symbol->string (string->symbol "Malvina"))
;; expect: "Malvina"
(symbol->string "a")
;; error: symbol->string
(string->symbol "mISSISSIppi")
;; expect: mISSISSIppi
(eq? 'bitBlt (string->symbol "bitBlt"))
;; expect: #t
(eq? 'LollyPop (string->symbol (symbol->string 'LollyPop)))
;; expect: #t
(string=? "K. Harper, M.D." (symbol->string (string->symbol "K. Harper, M.D.")))
;; expect: #t
(string->symbol 'a)
;; error: string->symbol
(let* ((s (string #\a #\b)) (x (string->symbol s))) (string-set! s 0 #\z) (list x s (eq? x 'ab)))
;; expect: (ab "zb" #t)
(eq? (string->symbol "") '||)
;; expect: #t
(eq? (string->symbol (string-append "a" "bc")) 'abc)
;; expect: #t
