# An uncaught error: traceback on stderr, exit code 1, output before it is kept.
print("before")


class Stack:
    def __init__(self, items):
        self.items = items

    def take(self, n):
        return [self.items[i] for i in range(n)]


def middle(stack):
    total = 0
    for x in stack.take(
        5
    ):
        total += x
    return total


def start():
    return middle(Stack([1, 2, 3])) + 1


start()
print("not reached")

# expect: before
# stderr: Traceback (most recent call last):
# stderr:   File "/guest/uncaught_error.py", line 26, in <module>
# stderr:     start()
# stderr:     ~~~~~^^
# stderr:   File "/guest/uncaught_error.py", line 23, in start
# stderr:     return middle(Stack([1, 2, 3])) + 1
# stderr:            ~~~~~~^^^^^^^^^^^^^^^^^^
# stderr:   File "/guest/uncaught_error.py", line 15, in middle
# stderr:     for x in stack.take(
# stderr:              ~~~~~~~~~~^
# stderr:         5
# stderr:         ^
# stderr:     ):
# stderr:     ^
# stderr:   File "/guest/uncaught_error.py", line 10, in take
# stderr:     return [self.items[i] for i in range(n)]
# stderr:             ~~~~~~~~~~^^^
# stderr: IndexError: list index out of range
# exit: 1
