class V:
    def __init__(self, v): self.v = v
    def __matmul__(self, o): return ("mm", o)
    def __rmatmul__(self, o): return ("rmm", o)
    def __divmod__(self, o): return ("dm", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __lshift__(self, o): return ("ls", o)
    def __invert__(self): return "inv"
    def __pos__(self): return "pos"
    def __abs__(self): return "abs"
    def __index__(self): return self.v
    def __int__(self): return self.v
    def __float__(self): return float(self.v)
    def __round__(self, n=None): return ("round", n)
    def __reversed__(self): return iter("rev")
    def __format__(self, spec): return f"<{spec}>"
    def __floordiv__(self, o): return "fd"
    def __truediv__(self, o): return "td"
    def __mod__(self, o): return "mod"
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __sub__(self, o): return "sub"
    def __rsub__(self, o): return "rsub"
v = V(3)
print(v @ 1, 1 @ v, divmod(v, 2), v ** 2, 2 ** v, v << 1, ~v, +v, abs(v), [1, 2, 3, 4][v], int(v), float(v), round(v), round(v, 2))
print(list(reversed(v)), f"{v:abc}", format(v), v // 1, v / 1, v % 1, v & 1, v | 1, v ^ 1, v - 1, 1 - v, range(10)[v], "abcd"[v], hex(V(255)), list(range(v)))
try: v += 1
except TypeError as e: print(e)
try: 1 << v
except TypeError as e: print(e)
class GA:
    def __init__(self): self.x = 1
    def __getattribute__(self, n):
        if n == "magic": return 42
        return object.__getattribute__(self, n)
    def __delattr__(self, n): print("del", n)
g = GA(); print(g.magic, g.x); del g.foo
try: g.y
except AttributeError as e: print(e)
def f(*args, **kw): return args, kw
print(f(*[1, 2], 3, *(4,), a=1, **{"b": 2}))
try: f(**{"a": 1}, **{"a": 2})
except TypeError as e: print(e)
try: f(*3)
except TypeError as e: print(e)
try: f(**3)
except TypeError as e: print(e)
try: f(a=1, **{"a": 2})
except TypeError as e: print(e)
class Deco:
    def __init__(self, fn): self.fn = fn
    def __call__(self, *a): return "deco", self.fn(*a)
    def __get__(self, o, t): return lambda *a: self(o, *a)
class UD:
    @Deco
    def m(self, x): return x
print(UD().m(3))
@Deco
def fd(x): return x
print(fd(2))
x = "global"
class Sc:
    x = "class"
    y = [x for _ in range(1)]
    def m(self): return x
    z = (lambda: x)()
print(Sc.y, Sc().m(), Sc.z)
def clos():
    fns = []
    for i in range(3):
        fns.append(lambda: i)
    return [h() for h in fns]
print(clos(), [[j for j in range(i)] for i in range(3)], {k: v for k, v in zip("ab", [1, 2])})
def d1():
    def d2():
        def d3(): return a + b
        b = 2
        return d3()
    a = 1
    return d2()
print(d1())
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
for i, (p, q) in enumerate([(1, 2), (3, 4)]): print(i, p, q)
print([*"ab", *[1]], (*"ab",), {*[1, 1]}, {**{"a": 1}, "b": 2, **{"a": 3}})
def defaults(a, b=[], *, c={}): b.append(a); return b
defaults(1); print(defaults(2), defaults.__defaults__, defaults.__kwdefaults__)
m = [].append
print(m == m, UD().m is None, V.__init__ is V.__init__, v.__index__ == v.__index__, hash(v.__index__) == hash(v.__index__))
print(list(iter([3, 2, 1].pop, 1)))
try: [].foo()
except AttributeError as e: print(e)
try: V()
except TypeError as e: print(e)
try: V(1, 2)
except TypeError as e: print(e)
try: V.__init__()
except TypeError as e: print(e)
try: object().foo
except AttributeError as e: print(e)
try: int.foo
except AttributeError as e: print(e)
try: (1).foo
except AttributeError as e: print(e)
class W:
    def __len__(self): return 3
    def __getitem__(self, i):
        if isinstance(i, slice): return ("slice", i.start, i.stop, i.step)
        return i
w = W(); print(w[1:2], w[::3], w[1, 2], w[...], bool(w), len(w))
print(w[-1])
class P1:
    def who(self): return "P1"
class P2:
    def who(self): return "P2"
class Ch(P1, P2):
    def who(self): return super().who() + super(P1, self).who()
print(Ch().who(), Ch.who(Ch()), super(Ch, Ch()).who())
class A1:
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def st(): return "st"
class A2(A1):
    @classmethod
    def make(cls): return "A2" + super().make()
    @staticmethod
    def st(): return "A2" + A1.st()
print(A2.make(), A2().make(), A2.st(), A2().st())
print(str(A2.make)[:20], repr(A2().st)[:9], type(A2.make), A2.make.__self__ is A2)
import sys
print(sys.exception())
try: 1/0
except ZeroDivisionError: print(repr(sys.exception()))
print(__name__, __doc__, [n for n in dir() if n == "sys"])
def doc():
    """the doc"""
print(doc.__doc__, doc.__module__, clos.__qualname__, UD.m.__class__, Sc.m.__qualname__)
print(A2.__subclasses__(), A1.__subclasses__(), A2.mro() == list(A2.__mro__))
class Meta(type):
    def __getattr__(cls, n): return "meta " + n
    def __len__(cls): return 7
    def __iter__(cls): return iter([1])
    def __contains__(cls, x): return True
    def __getitem__(cls, k): return k
    @property
    def prop(cls): return "metaprop"
class MC(metaclass=Meta): own = 1
print(MC.zip, len(MC), list(MC), 3 in MC, MC["k"], MC.prop, MC.own)
class CG:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(CG[int])
try: print(V[1])
except TypeError as e: print(e)
def gen_fn():
    try:
        x = yield 1
        print("x", x)
    except GeneratorExit:
        print("exit"); raise
gg = gen_fn(); next(gg); gg.close()
def g_ret():
    return 3
    yield
def g2():
    r = yield from g_ret()
    print("r", r)
    yield from [1, 2]
print(list(g2()))
print(sorted([3, 1, 2], key=lambda x: -x), sorted("bac", reverse=True), min([3, 1], key=lambda x: -x))
def tryfin():
    for i in range(3):
        try: yield i
        finally: print("f", i)
for i in tryfin():
    print(i)
print(all(x > 0 for x in [1, 2]), any(x > 1 for x in [1]), sum(i for i in range(4)))
lst = [1, 2, 3]
for x in lst:
    if x == 2: lst.remove(x)
print(lst)
try:
    for k in (dd := {1: 1, 2: 2}): dd[k + 10] = 1
except RuntimeError as e: print(e)
def ff(a, b=1, /, c=2, *, d=3): return a, b, c, d
print(ff(1), ff(1, 2, c=5, d=6))
try: ff(1, b=2)
except TypeError as e: print(e)
try: ff()
except TypeError as e: print(e)
try: ff(1, 2, 3, 4)
except TypeError as e: print(e)
try: ff(1, x=2)
except TypeError as e: print(e)
try: ff(1, dd=2)
except TypeError as e: print(e)
print(1 if [] else 2, not 1, 1 == 1.0, True + True, "a" * 3, [0] * 2, (1,) + (2,), 3 > 2 > 1, "b" in "abc")
assert isinstance(Exception("x"), BaseException)
try: raise ValueError("x", 1)
except ValueError as e: print(e, e.args, str(e), repr(e))
try: raise OSError(2, "no file")
except OSError as e: print(e, e.errno, e.strerror)
try: raise KeyError("k")
except KeyError as e: print(e, e.args)
try: assert 0
except AssertionError as e: print(repr(e))
try: raise NotImplementedError
except RuntimeError as e: print(repr(e))
try:
    try: raise ValueError(1)
    except ValueError as e:
        try: raise TypeError(2)
        except TypeError as e2: print(e2.__context__)
        raise
except ValueError as e: print("re", e)
def reraise():
    try: raise ValueError("a")
    except ValueError:
        try: raise KeyError("b")
        except KeyError: pass
        raise
try: reraise()
except ValueError as e: print(e)
