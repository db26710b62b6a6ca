def f(n):
    return g(n - 1) + 1
def g(n):
    if n < 0: raise ValueError("deep")
    return f(n)
f(2)
