# An error inside a generator and a comprehension.
def numbers(n):
    for i in range(n, -1, -1):
        yield 10 // i


print([v for v in numbers(3)])

# stderr: Traceback (most recent call last):
# stderr:   File "/guest/uncaught_generator.py", line 7, in <module>
# stderr:     print([v for v in numbers(3)])
# stderr:                       ~~~~~~~^^^
# stderr:   File "/guest/uncaught_generator.py", line 4, in numbers
# stderr:     yield 10 // i
# stderr:           ~~~^^~~
# stderr: ZeroDivisionError: division by zero
# exit: 1
