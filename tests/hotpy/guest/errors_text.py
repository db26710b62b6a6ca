# The texts of common errors.
class C:
    pass


c = C()
cases = [
    lambda: 1 + "a", lambda: "a" + 1, lambda: [] + 1, lambda: None + 1, lambda: c + c, lambda: -"a", lambda: ~1.5,
    lambda: "a" * "b", lambda: 1 @ 2, lambda: {} | 1, lambda: 1 < "a", lambda: c < c, lambda: [] >= 1, lambda: 1 in 5,
    lambda: "a" in 1, lambda: 1 in "a", lambda: None[0], lambda: (1)[0], lambda: c[0], lambda: len(c), lambda: c(),
    lambda: None(), lambda: "a"(), lambda: c.x, lambda: C.x, lambda: None.foo, lambda: "a".foo, lambda: [].foo,
    lambda: (1).foo, lambda: len.foo, lambda: int("x"), lambda: int(None), lambda: float("y"), lambda: float(None),
    lambda: [1][2], lambda: (1,)[2], lambda: "a"[2], lambda: {}["k"], lambda: {1: 2}[3], lambda: [1]["a"], lambda: (1,)["a"],
    lambda: range(3)[5], lambda: list(5), lambda: tuple(None), lambda: dict([1]), lambda: iter(1), lambda: next([]),
    lambda: 1 // 0, lambda: 1.0 / 0, lambda: 1 % 0, lambda: 2 ** "a", lambda: pow(1, 2, 0), lambda: 1 << -1, lambda: 1 << "a",
    lambda: chr(1 << 30), lambda: ord(5), lambda: abs(None), lambda: sum([None]), lambda: max([]), lambda: sorted([1, None]),
    lambda: "abc".split(5), lambda: ",".join([1]), lambda: "a".join(5), lambda: "%d" % None, lambda: [1, 2].index(3),
    lambda: [].remove(1), lambda: [].pop(), lambda: {}.pop(1), lambda: [1].pop(5), lambda: isinstance(1, "a"), lambda: hash({}),
    lambda: {[]: 1}, lambda: C(1), lambda: C.__init__(), lambda: object(1), lambda: round(1.5, "a"), lambda: int("5", 1),
    lambda: "x".upper(1), lambda: [].append(), lambda: [].append(1, 2), lambda: {}.get(), lambda: "".replace("a"), lambda: [].sort(1),
    lambda: setattr(5, "a", 1), lambda: setattr(c, 5, 1), lambda: print(sep=5), lambda: type(1, 2), lambda: super().foo, lambda: zip(1),
    lambda: enumerate(5), lambda: map(), lambda: reversed(5), lambda: [*5], lambda: (lambda a: a)(), lambda: (lambda a: a)(1, 2),
    lambda: (lambda a, *, k: a)(1), lambda: (lambda a: a)(b=1), lambda: (lambda a: a)(1, a=2),
]
for number, case in enumerate(cases):
    try:
        print(number, case())
    except Exception as e:
        print(number, type(e).__name__ + ":", e)
try:
    del c.nope
except AttributeError as e:
    print(e)
try:
    del [][0]
except IndexError as e:
    print(e)
try:
    del {}["k"]
except KeyError as e:
    print(e)
try:
    for x in 5:
        pass
except TypeError as e:
    print(e)
try:
    with c:
        pass
except TypeError as e:
    print(e)
try:
    raise "text"
except TypeError as e:
    print(e)
try:
    c.x.y
except AttributeError as e:
    print(e, e.name, e.obj is c)
try:
    x: int = undefined
except NameError as e:
    print(e, e.name)
