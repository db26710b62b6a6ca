;; Bitwise operations: integers of any size in infinite two's complement.
(import (scheme base) (only (core) bitwise-and bitwise-ior bitwise-xor bitwise-not arithmetic-shift))

(list (bitwise-and 12 10) (bitwise-ior 12 10) (bitwise-xor 12 10) (bitwise-not 0) (bitwise-not -1))
;; expect: (8 14 6 -1 0)
(list (bitwise-and -1 (expt 2 100)) (bitwise-ior -1 (expt 2 100)) (bitwise-and (- (expt 2 100)) (- (expt 2 100) 1)))
;; expect: (1267650600228229401496703205376 -1 0)
(list (arithmetic-shift 1 100) (arithmetic-shift (expt 2 100) -98) (arithmetic-shift -5 -1) (arithmetic-shift -1 -1000) (arithmetic-shift 0 1000000))
;; expect: (1267650600228229401496703205376 4 -3 -1 0)
(bitwise-and 1.0 1)
;; error: bitwise-and
(arithmetic-shift 1 'a)
;; error: arithmetic-shift
