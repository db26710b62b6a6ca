# Texts of errors that few programs meet.
def f(a):
    return a


class C:
    pass


for call in (
    lambda: f(*5),
    lambda: f(**5),
    lambda: range(),
    lambda: enumerate(),
    lambda: "".replace("a"),
    lambda: C.__init__(),
):
    try:
        print(call())
    except TypeError as e:
        print(e)
print("\N{LATIN SMALL LETTER E WITH ACUTE}")

# expect: __main__.f() argument after * must be an iterable, not int
# expect: __main__.f() argument after ** must be a mapping, not int
# expect: range expected at least 1 argument, got 0
# expect: enumerate() missing required argument 'iterable'
# expect: replace() takes at least 2 positional arguments (1 given)
# expect: descriptor '__init__' of 'object' object needs an argument
# expect: é
