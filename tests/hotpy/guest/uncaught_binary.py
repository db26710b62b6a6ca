# The carets of a traceback under the operation that failed.
def f(a, b):
    return (a + 1) * 2 + b / (a - a)


def g(x):
    return f(x, 2) + len(str(x))


data = {"k": [1, 2, {"deep": None}]}
try:
    print(data["k"][2]["deep"]["x"])
except TypeError as e:
    print(e)
g(3)

# expect: 'NoneType' object is not subscriptable
# stderr: Traceback (most recent call last):
# stderr:   File "/guest/uncaught_binary.py", line 15, in <module>
# stderr:     g(3)
# stderr:     ~^^^
# stderr:   File "/guest/uncaught_binary.py", line 7, in g
# stderr:     return f(x, 2) + len(str(x))
# stderr:            ~^^^^^^
# stderr:   File "/guest/uncaught_binary.py", line 3, in f
# stderr:     return (a + 1) * 2 + b / (a - a)
# stderr:                          ~~^~~~~~~~~
# stderr: ZeroDivisionError: division by zero
# exit: 1
