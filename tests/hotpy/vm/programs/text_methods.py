class N:
    def __init__(self, v, nx): self.v, self.nx = v, nx
    def __repr__(self): return f"{self.v}->{self.nx!r}"
class M:
    def __init__(self, nx): self.nx = nx
    def __str__(self): return "m" + str(self.nx)
n = None
m = ""
for i in range(600): n = N(i, n); m = M(m)
print(len(repr(n)), len(str(m)), str(N(1, None)), f"{N(1, None)}", repr(M(1))[:10], f"{M(2)}", f"{M(2)!s:>5}")
class Bad:
    def __str__(self): return 3
for f in (lambda: str(Bad()), lambda: f"{Bad()}", lambda: repr(Bad())[:9], lambda: f"{Bad()!s}"):
    try: print(f())
    except TypeError as e: print(e)
