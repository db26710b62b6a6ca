class A:
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v
    @p.deleter
    def p(self): del self._p
    @property
    def ro(self): return 1
a = A(); a.p = 3; print(a.p); del a.p
try: a.p
except AttributeError as e: print(e)
try: a.ro = 1
except AttributeError as e: print(e)
try: del a.ro
except AttributeError as e: print(e)
try: A.x = 1; print(A.x, a.x); del A.x; a.x
except AttributeError as e: print(e)
try: int.x = 1
except TypeError as e: print(e)
try: (1).x = 1
except AttributeError as e: print(e)
try: object().x = 1
except AttributeError as e: print(e)
try: [].append = 1
except AttributeError as e: print(e)
try: len.x = 1
except AttributeError as e: print(e)
try: print.__name__ = "x"
except AttributeError as e: print(e)
try: None.x = 1
except AttributeError as e: print(e)
try: del a.nope
except AttributeError as e: print(e)
class B: pass
B.m = lambda self: "m"
print(B().m())
b = B(); b.m = lambda: "inst"
print(b.m())
try: B.zz()
except AttributeError as e: print(e)
try: B().zz()
except AttributeError as e: print(e)
class NH:
    __hash__ = None
try: hash(NH())
except TypeError as e: print(e)
class EQ:
    def __eq__(self, o): return True
try: hash(EQ())
except TypeError as e: print(e)
print(EQ() == 3, EQ() != 3, 3 == EQ())
class Bad:
    def __bool__(self): return 3
    def __len__(self): return -1
    def __str__(self): return 3
    def __repr__(self): return 4
    def __iter__(self): return 5
    def __init__(self): pass
for fn in (bool, len, str, repr, iter):
    try: fn(Bad())
    except (TypeError, ValueError) as e: print(e)
class Init:
    def __init__(self): return 3
try: Init()
except TypeError as e: print(e)
class New:
    def __new__(cls, *a): print("new", a); return object.__new__(cls)
    def __init__(self, *a): print("init", a)
New(1, 2)
class Oth:
    def __new__(cls): return 5
print(Oth())
class R:
    def __radd__(self, o): return "radd"
    def __rmul__(self, o): return "rmul"
    def __rsub__(self, o): return NotImplemented
print(1 + R(), [1] * R(), "a" + R() if 0 else "", 1.5 + R())
try: 1 - R()
except TypeError as e: print(e)
class Sub(int.__class__): pass
class I1:
    def __add__(self, o): return "I1.add"
class I2(I1):
    def __radd__(self, o): return "I2.radd"
print(I1() + I2(), I2() + I1())
class IA:
    def __iadd__(self, o): return "iadd"
x = IA(); x += 1; print(x)
class GI:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(list(GI()), 20 in GI(), 7 in GI())
class SI:
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
s = SI(); s[1] = 2; del s[3]; s[1:2] = 3
class Cm:
    def __enter__(self): return 1
    def __exit__(self, t, v, tb): print(t.__name__ if t else None, v); return True
with Cm() as a, Cm() as b: 1/0
def cmf():
    with Cm(): return "r"
print(cmf())
for _ in range(2):
    with Cm(): continue
print(str(B)[:8], repr(B())[:20], A.p.__class__)
class Cl:
    def __init__(self): self.__priv = 1
    def get(self): return self.__priv
print(Cl().get(), Cl()._Cl__priv)
class Sing:
    _i = None
    def __new__(cls):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
print(Sing() is Sing())
class Ctr:
    total = 0
    @classmethod
    def inc(cls, n=1): cls.total += n; return cls.total
print(Ctr.inc(), Ctr().inc(5))
print(A.__dict__['ro'].fget(a) if 0 else 1, A.__mro__, A.__base__, A.__module__)
