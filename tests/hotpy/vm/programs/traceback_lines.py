def f(x):
    return (x
            + 1
            + "a")
f(1)
