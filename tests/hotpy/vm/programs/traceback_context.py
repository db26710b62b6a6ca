x = [1, 2, 3]
def f(a, b):
    return a.foo.bar(x[0] + b["q"], *x)
try:
    f(1, {})
except AttributeError:
    (1 +
      f(2, 3))
