class A:
    x = 1
try:
    A().y
except AttributeError as e:
    raise KeyError("k") from e
