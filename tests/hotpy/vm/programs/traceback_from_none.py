def f():
    try:
        g()
    finally:
        print("x")
def g():
    try: 1/0
    except ZeroDivisionError: raise ValueError("a") from None
f()
