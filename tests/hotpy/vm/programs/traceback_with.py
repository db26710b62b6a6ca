def f():
    raise ValueError("x")
class Ctx:
    def __enter__(self): return self
    def __exit__(self, *a): return False
def g():
    with Ctx():
        f()
g()
