# A syntax error in the main program: nothing runs.
print("not printed")
if True:
    x = (1 + 2 * 3
    y = 5

# stderr:   File "/guest/syntax_error.py", line 4
# stderr:     x = (1 + 2 * 3
# stderr:         ^
# stderr: SyntaxError: '(' was never closed
# exit: 1
