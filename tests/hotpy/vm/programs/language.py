def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    return inner
f = outer(); f(); print(f(), f.__closure__[0].cell_contents, f.__name__, f.__qualname__)
fs = [lambda i=i: i*2 for i in range(3)]
print([g() for g in fs], [g(5) for g in fs])
def deco(fn):
    def w(*a, **k): return ("w", fn(*a, **k))
    w.__name__ = fn.__name__
    return w
@deco
def add(a, b=3): "doc"; return a + b
print(add(1), add(1, b=2), add.__name__)
def gl():
    global G
    G = 7
gl(); print(G, globals()['G'], 'G' in globals(), locals() is globals())
def lc(a, b=2):
    c = 3
    return sorted(locals().items())
print(lc(1))
print(f"{1+1:>5}|{'a'!r:<5}|{3.14159:.2f}|{G=}|{[1,2]}|{'x':^7}|{1000000:,}|{255:#x}")
x = 5
match x:
    case 1: print("one")
    case 5 | 6: print("five")
match [1, [2, 3], {"k": 4}]:
    case [a, [b, *c], {"k": d, **r}] if a == 1: print(a, b, c, d, r)
class Pt:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
match Pt(1, 2):
    case Pt(1, y=v): print("pt", v)
match "s":
    case str(s): print("str", s)
match 3:
    case bool(): print("b")
    case int() as n: print("int", n)
    case _: print("?")
try:
    match Pt(1,2):
        case Pt(1,2,3): pass
except TypeError as e: print(e)
while True:
    if (n := len("abc")) == 3: print("walrus", n); break
else: print("no")
print([(a, b) for a in range(3) for b in range(a) if a != b], *[1, 2], sep="-")
print(1 < 2 < 3, 1 < 3 < 2, 0 or "x", 1 and 0, not [], None is None)
a = b = c = []
a.append(1); print(b, c is a)
d = {"a": 1, **{"b": 2}}
del d["a"]; print(d, "b" in d, d.get("z"), d.setdefault("q", []), d.pop("b"), len(d))
s = slice(1, 10, 2); print(s, list(range(20))[s], "hello"[::-1], (1, 2, 3)[-1], [1, 2, 3, 4][1:3])
l = [3, 1, 2]; l.sort(); print(l, sorted(l, key=lambda v: -v), l.index(2), sum(l), min(l), max(l), any(l), all(l))
l[1:2] = [9, 9]; print(l); l += (4, 5); print(l); l *= 2; print(l)
print(10**20, -7 // 2, -7 % 3, 7 // -2, 2**-1, 1e100, 0.1+0.2, 1/3, 5 // 0.3, divmod(-7, 2), 1 << 70, (1 << 70) >> 68, ~5, 5 ^ 3, 5 & 3, 5 | 3)
print(2**63 - 1 + 1, -2**63 - 1, (2**62) * 4, 9223372036854775807 * 3, -9223372036854775808 // -1, abs(-9223372036854775808))
print(int("12"), float("1.5"), str(3), bool(""), list("abc"), tuple([1]), set([1, 1]), dict(a=1), int(3.9), int(-3.9), round(2.5), round(3.7))
print("%d %s %r %.2f %5d|%-5d|%05d" % (1, "a", "b", 2.5, 3, 4, 5), "{} {a} {0!r}".format(1, a=2))
print(isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, int), callable(len), callable(3), type(3) is int, type(len))
print(hasattr(3, "real"), getattr(3, "zz", "def"), id(l) == id(l), hash("a") == hash("a"), hash(1) == hash(1.0))
import sys
print(sys.argv, __name__, type(sys), sys.maxsize)
import math
print(math.pi, math.sqrt(2), math.floor(2.5), math.sin(0))
assert True
pass
print(next(iter([1])), next(iter([]), "d"), [*range(3)], list(reversed([1, 2])), "-".join(["a", "b"]))
print({1: 2} == {1: 2}, [1, 2] == [1, 2], (1, 2) < (1, 3), "a" < "b", [1] != [2], {1} == {1})
x = y = 1
x, y = y, x + 1
(p, q), [r, *t] = (1, 2), [3, 4, 5]
print(x, y, p, q, r, t)
try:
    try: raise ValueError("a")
    except TypeError: print("no")
    else: print("else")
    finally: print("finally")
except ValueError as e: print("outer", e)
for i in range(3):
    pass
else: print("for else", i)
i = 0
while i < 3:
    i += 1
    if i == 2: continue
    print(i, end=" ")
else: print("while else")
print("a" "b", 'it''s', """multi
line""", r"\n", b"bytes", 0x1F, 0b11, 0o17, 1_000)
def kw(*, a, b=2): return a, b
print(kw(a=1), kw(b=3, a=4))
def pos(a, b, /, c): return a, b, c
print(pos(1, 2, c=3))
class Cnt:
    n = 0
    def __init__(self): Cnt.n += 1; self.id = self.n
Cnt(); Cnt(); print(Cnt.n, Cnt().id)
class Base:
    def __init__(self, *a, **k): self.a, self.k = a, k
    def __str__(self): return f"Base{self.a}{self.k}"
class Der(Base):
    def __init__(self, x, *a, **k): super().__init__(*a, **k); self.x = x
print(Der(1, 2, 3, z=4), Der(1).x)
class L(list):
    def __init__(self, *a): super().__init__(*a); self.extra = 1
    def total(self): return sum(self)
l = L([1, 2, 3]); l.append(4)
print(l, l.total(), l.extra, len(l), l[1], isinstance(l, list), [v for v in l], l + [1], l == [1,2,3,4])
class Dd(dict):
    def __missing__(self, k): return k * 2
d = Dd(a=1); d["b"] = 2
print(d["a"], d["zz"], d, len(d))
class MyE(Exception):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
try: raise MyE(3)
except MyE as e: print(e, e.code, e.args)
del x
try: x
except NameError as e: print(e)
print(*(i for i in range(3)), sep=",", end="!\n")
print(max(3, 1, 2), min([4, 2]), max("abc", key=lambda c: -ord(c)), sum([1.5, 2]), sorted("bca"), list(map(str, [1, 2])))
print(list(filter(lambda v: v > 1, [1, 2, 3])), list(zip([1, 2], [3, 4])), chr(97), ord("a"), hex(255), bin(5), oct(8))
print(repr("a'b"), repr('a"b'), ascii("é"), "é", "\u20ac", len("€"), "\U0001F600", len("😀"))
def f(): pass
print(f(), f.__doc__, (lambda: 3)())
try: f.x
except AttributeError as e: print(e)
f.x = 1; print(f.x, f.__dict__)
@property
def pp(self): return 1
print(type(pp), type(f), type(type), type(None), type(...), ...)
print(object().__class__, object.__name__, int.__name__, [].__class__.__name__, (3).__add__(4), "a".__len__(), [1].__contains__(1))
