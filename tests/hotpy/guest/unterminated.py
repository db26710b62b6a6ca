# A string without its end.
a = "fine"
b = 'no end

# stderr:   File "/guest/unterminated.py", line 3
# stderr:     b = 'no end
# stderr:         ^
# stderr: SyntaxError: unterminated string literal (detected at line 3)
# exit: 1
