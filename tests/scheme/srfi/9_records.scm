;; SRFI 9: records.
(import (only (scheme base) list let define) (srfi 9))

(define-record-type :pare (kons x y) pare? (x kar set-kar!) (y kdr))
(list (pare? (kons 1 2)) (pare? (list 1 2)) (kar (kons 1 2)) (kdr (kons 1 2)) (let ((k (kons 1 2))) (set-kar! k 3) (kar k)))
;; expect: (#t #f 1 2 3)
