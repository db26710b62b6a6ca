# Notes are shown below the error; an error without a message.
class Quiet(Exception):
    pass


e = Quiet()
e.add_note("first note")
e.add_note("second\nnote")
raise e

# stderr: Traceback (most recent call last):
# stderr:   File "/guest/uncaught_notes.py", line 9, in <module>
# stderr:     raise e
# stderr: Quiet
# stderr: first note
# stderr: second
# stderr: note
# exit: 1
