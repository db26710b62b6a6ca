def t(src, f):
    try: print(src, '->', repr(f()))
    except BaseException as e: print(src, '!!', type(e).__name__, e)
class I(int):
    def double(self): return I(self * 2)
    def __repr__(self): return f"I({int(self)})"
i = I(5); i.tag = "x"
t("i", lambda: (i, i + 1, 1 + i, i * 2, i.double(), i == 5, 5 == i, hash(i) == hash(5), {5: "a"}[i], [10,20,30,40,50,60][i], i < 6, 6 > i, -i, abs(i), bool(I(0)), str(i), f"{i:03d}", "%d" % i, i.tag, isinstance(i, int), type(i + 1), type(i).__name__, int(i), float(i), range(i), i.bit_length(), i // 2, 7 % i, i ** 2, divmod(i, 2), i & 4, i.real, sum([i, i]), max(i, 3), sorted([I(3), 1, I(2)])))
class Celsius(float):
    @property
    def f(self): return self * 9 / 5 + 32
t("f", lambda: (Celsius(100).f, Celsius("1.5"), round(Celsius(1.26), 1), Celsius(2) + 1, 1.5 < Celsius(2), repr(Celsius(3)), f"{Celsius(2.5):.2f}", Celsius(2).is_integer(), __import__("math").sqrt(Celsius(4))))
class S(str):
    def shout(self): return self.upper() + "!"
    def __new__(cls, v, n=1): o = super().__new__(cls, v * n); o.n = n; return o
    def __eq__(self, o): return str.__eq__(self, o)
    def __hash__(self): return hash(str(self))
s = S("ab", 2)
t("s", lambda: (s, s.shout(), s.n, len(s), s + "c", "c" + s, s[0], s[1:], s == "abab", "abab" == s, {"abab": 1}[s], {s: 1}["abab"], "%s" % s, f"{s}|{s:>6}", s.split("b"), "a" in s, list(s), s.replace("a", "z"), isinstance(s, str), type(s + "x"), str(s), type(str(s)), sorted([S("b"), S("a")]), ",".join([S("x"), S("y")]), s * 2, s < "b", s.startswith("ab"), s.format(), hash(s) == hash("abab"), "abc".replace("b", s) if 0 else 0))
class P(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    x = property(lambda s: s[0]); y = property(lambda s: s[1])
    def __add__(self, o): return P(self.x + o[0], self.y + o[1])
p = P(1, 2)
def up():
    a, b = p
    return a, b
t("p", lambda: (p, p.x, p.y, p + (3, 4), p == (1, 2), (1, 2) == p, hash(p) == hash((1, 2)), len(p), list(p), up(), p[0], p[-1:], p < (1, 3), {(1,2): "k"}[p], (0,) + p if 0 else 0, 2 in p, p.index(2), isinstance(p, tuple), [*p], (lambda *a: a)(*p), dict([p])))
def mm(v):
    match v:
        case P(x=0): return "zero"
        case (a, b): return a + b
t("m", lambda: (mm(p), mm(P(0, 5))))
class U(set):
    def add_all(self, *a):
        for x in a: self.add(x)
        return self
u = U([1,2]); u.z = 1
t("u", lambda: (u, u.add_all(3, 4), len(u), 3 in u, u | {9}, u & {1}, u == {1,2,3,4}, sorted(u), u.z, u.issuperset({1}), {1} <= u, u - {1}, U(), set(u), isinstance(u, set), bool(U())))
class U2(set):
    def __init__(self, *a): super().__init__(a)
t("u2", lambda: (U2(1, 2), len(U2(3))))
class F(frozenset): pass
t("fs", lambda: (F([1]), hash(F([1])) == hash(frozenset([1])), {F([1]): 2}[frozenset([1])], F([1]) | {2}, F("ab") == set("ab")))
class B(bytes): pass
t("b", lambda: (B(b"ab"), B(b"ab")[0], B(b"ab") + b"c", B(b"x").hex(), len(B(3)), B(b"q") == b"q"))
class J(I): pass
t("j", lambda: (J(3), J(3) + J(4), J.mro()[1].__name__, isinstance(J(1), I), issubclass(J, int), J(7).double()))
class E(int):
    A = 1
    def __add__(self, o): return E(int(self) + int(o))
    def __str__(self): return "E!"
    def __index__(self): return 2
t("e", lambda: (E(1) + 2, type(E(1) + 2).__name__, str(E(4)), f"{E(4)}", "%s" % E(4), [1,2,3][E(0)], E("12"), E("ff", 16)))
t("err", lambda: I("x"))
t("err", lambda: P(1))
t("err", lambda: type("Q", (bool,), {}))
t("err", lambda: type("Q", (int, str), {}))
def setx(): (5).x = 1
t("err", setx)
class Dt(dict):
    def __getattr__(self, n):
        try: return self[n]
        except KeyError: raise AttributeError(n) from None
    __setattr__ = dict.__setitem__
d = Dt(a=1); d.b = 2
t("d", lambda: (d.a, d.b, d, list(d.items()), "a" in d))
t("d", lambda: d.zz)
for k in range(300):
    i = I(k) + i % 7; p = P(k, i) + p
print(i, p, type(p))
class Base: 
    def hi(self): return "hi" + str(self)
class Mix(Base, int): pass
t("mix", lambda: (Mix(4).hi(), Mix(4) + 1))
class Kw(float):
    def __new__(cls, v, unit): o = float.__new__(cls, v); o.unit = unit; return o
t("kw", lambda: (Kw(1.5, unit="m") * 2, Kw(1.5, "m").unit))
class Bits(int):
    def __getitem__(self, k): return (self >> k) & 1
    def __iter__(self): return (self[i] for i in range(self.bit_length()))
    def __len__(self): return self.bit_length()
t("bits", lambda: (list(Bits(10)), len(Bits(10)), Bits(10)[1]))

# expect: i -> (I(5), 6, 6, 10, I(10), True, True, True, 'a', 60, True, True, -5, 5, False, 'I(5)', '005', '5', 'x', True, <class 'int'>, 'I', 5, 5.0, range(0, 5), 3, 2, 2, 25, (2, 1), 4, 5, 10, I(5), [1, I(2), I(3)])
# expect: f -> (212.0, 1.5, 1.3, 3.0, True, '3.0', '2.50', True, 2.0)
# expect: s -> ('abab', 'ABAB!', 2, 4, 'ababc', 'cabab', 'a', 'bab', True, True, 1, 1, 'abab', 'abab|  abab', ['a', 'a', ''], True, ['a', 'b', 'a', 'b'], 'zbzb', True, <class 'str'>, 'abab', <class 'str'>, ['a', 'b'], 'x,y', 'abababab', True, True, 'abab', True, 0)
# expect: p -> ((1, 2), 1, 2, (4, 6), True, True, True, 2, [1, 2], (1, 2), 1, (2,), True, 'k', 0, True, 1, True, [1, 2], (1, 2), {1: 2})
# expect: m -> (3, 'zero')
# expect: u -> (U({1, 2, 3, 4}), U({1, 2, 3, 4}), 4, True, {1, 2, 3, 4, 9}, {1}, True, [1, 2, 3, 4], 1, True, True, {2, 3, 4}, U(), {1, 2, 3, 4}, True, False)
# expect: u2 -> (U2({1, 2}), 1)
# expect: fs -> (F({1}), True, 2, frozenset({1, 2}), True)
# expect: b -> (b'ab', 97, b'abc', '78', 3, True)
# expect: j -> (I(3), 7, 'I', True, True, I(14))
# expect: e -> (3, 'E', 'E!', 'E!', 'E!', 1, 12, 255)
# expect: err !! ValueError invalid literal for int() with base 10: 'x'
# expect: err !! TypeError P.__new__() missing 1 required positional argument: 'y'
# expect: err !! TypeError type 'bool' is not an acceptable base type
# expect: err !! TypeError multiple bases have instance lay-out conflict
# expect: err !! AttributeError 'int' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: d -> (1, 2, {'a': 1, 'b': 2}, [('a', 1), ('b', 2)], True)
# expect: d !! AttributeError zz
# expect: 300 (44851, 46050) <class '__main__.P'>
# expect: mix -> ('hi4', 5)
# expect: kw -> (3.0, 'm')
# expect: bits -> ([0, 1, 0, 1], 4, 1)
