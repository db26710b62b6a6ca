# The traceback of a deep recursion names repeated frames once.
def down(n):
    if n == 0:
        raise ValueError("bottom")
    return down(n - 1)


down(20)

# stderr: Traceback (most recent call last):
# stderr:   File "/guest/uncaught_recursion.py", line 8, in <module>
# stderr:     down(20)
# stderr:     ~~~~^^^^
# stderr:   File "/guest/uncaught_recursion.py", line 5, in down
# stderr:     return down(n - 1)
# stderr:   File "/guest/uncaught_recursion.py", line 5, in down
# stderr:     return down(n - 1)
# stderr:   File "/guest/uncaught_recursion.py", line 5, in down
# stderr:     return down(n - 1)
# stderr:   [Previous line repeated 17 more times]
# stderr:   File "/guest/uncaught_recursion.py", line 4, in down
# stderr:     raise ValueError("bottom")
# stderr: ValueError: bottom
# exit: 1
