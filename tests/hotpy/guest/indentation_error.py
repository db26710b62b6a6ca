# Wrong indentation.
def f():
    a = 1
      b = 2
    return a

# stderr:   File "/guest/indentation_error.py", line 4
# stderr:     b = 2
# stderr: IndentationError: unexpected indent
# exit: 1
