# Imported by imports.py; prints when it is loaded, which must be once.
print("loading", __name__)
VALUE = 7
counter = 0


def double(x):
    return x * 2


def get():
    return VALUE


def bump():
    global counter
    counter += 1


def fail(x):
    return 1 // x
