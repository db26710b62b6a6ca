# An error inside an imported module.
import helper_module

print(helper_module.double(2))
helper_module.fail(0)

# expect: loading helper_module
# expect: 4
# stderr: Traceback (most recent call last):
# stderr:   File "/guest/uncaught_import.py", line 5, in <module>
# stderr:     helper_module.fail(0)
# stderr:     ~~~~~~~~~~~~~~~~~~^^^
# stderr:   File "/guest/helper_module.py", line 21, in fail
# stderr:     return 1 // x
# stderr:            ~~^^~~
# stderr: ZeroDivisionError: division by zero
# exit: 1
