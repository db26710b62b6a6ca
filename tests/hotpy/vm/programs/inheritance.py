class A:
    def f(self): return "A.f"
    def g(self): return "A.g"
class B(A):
    def f(self): return "B.f " + super().f()
class C(A):
    def f(self): return "C.f " + super().f()
class D(B, C):
    def f(self): return "D.f " + super().f()
    def g(self): return super(D, self).g()
print(D().f(), D().g(), [c.__name__ for c in D.__mro__], D.__bases__)
try:
    class X(A, D): pass
except TypeError as e: print(e)
class M(type):
    def __new__(m, n, b, d, **kw):
        d['added'] = kw.get('k', 1)
        return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **kw): super().__init__(n, b, d)
    def __call__(c, *a): print("call", c.__name__, a); return super().__call__(*a)
class N(metaclass=M, k=5):
    def __init__(self, v): self.v = v
print(N.added, N(3).v, type(N))
class S:
    __slots__ = ('a','b')
    def __init__(self): self.a = 1
s = S()
print(s.a)
try: s.b
except AttributeError as e: print(e)
try: s.c = 1
except AttributeError as e: print(e)
del s.a
try: s.a
except AttributeError as e: print(e)
class G:
    def __getattr__(self, n): return n.upper() if n != 'bad' else object.__getattribute__(self, n)
    def __setattr__(self, n, v): object.__setattr__(self, n, v*2)
g = G(); g.x = 4
print(g.foo, g.x, hasattr(g,'y'), getattr(g,'z'))
class I:
    def __init_subclass__(cls, **kw): print("sub", cls.__name__, kw)
class J(I, a=1): pass
class De:
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t): return (self.n, o is None)
    def __set__(self, o, v): print("set", v)
class K: d = De()
k = K(); k.d = 5
print(k.d, K.d)
print(k.__dict__, vars(k))
k.z = 1
print(k.__dict__)
k.__dict__['w'] = 9
print(k.w, k.z)
T = type('T', (A,), {'q': 3})
print(T().q, T().f(), T)
