# Tuples: construction, packing and unpacking, comparison, as keys.
t = (1, "a", 2.5)
print(t, (), (1,), 1, (1, 2)[0], t[-1], t[1:], t[::-1], len(t), t + (4,), (0,) * 3)
print((1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) != (2, 1), "a" in t, 9 in t)
a, b = 1, 2
a, b = b, a
print(a, b)
(a, b), c = (3, 4), 5
print(a, b, c)
first, *rest = 1, 2, 3
*init, last = (1, 2, 3)
x, *y, z = range(6)
print(first, rest, init, last, x, y, z)
[p, q] = "pq"
print(p, q)
for i, (j, k) in enumerate([(1, 2), (3, 4)]):
    print(i, j, k, end=";")
print()
d = {(1, 2): "a", (): "b", ("x", (1,)): "c"}
print(d[1, 2], d[()], d["x", (1,)], hash((1, 2)) == hash((1, 2)))
print(t.count("a"), t.index(2.5), tuple([1, 2]), tuple("ab"), tuple(i * i for i in range(4)), tuple(()))
print(*t, sep="-")
print(max((1, 5), (1, 4)), min([(2,), (1, 9)]), sorted([(1, "b"), (0, "z"), (1, "a")]))
nested = (1, (2, (3, (4,))))
print(nested, nested[1][1][1], repr(((),)), ("quote'", 'x"y'))


def pair():
    return 1, 2


m, n = pair()
print(m, n, pair(), *pair())
for f in (lambda: t[5], lambda: (1,) + [2], lambda: hash(([],)), lambda: t.index("z"), lambda: () < 1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    a, b = 1, 2, 3
except ValueError as e:
    print(e)
try:
    a, b, c = 1, 2
except ValueError as e:
    print(e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)

# expect: (1, 'a', 2.5) () (1,) 1 1 2.5 ('a', 2.5) (2.5, 'a', 1) 3 (1, 'a', 2.5, 4) (0, 0, 0)
# expect: True True True True True True False
# expect: 2 1
# expect: 3 4 5
# expect: 1 [2, 3] [1, 2] 3 0 [1, 2, 3, 4] 5
# expect: p q
# expect: 0 1 2;1 3 4;
# expect: a b c True
# expect: 1 2 (1, 2) ('a', 'b') (0, 1, 4, 9) ()
# expect: 1-a-2.5
# expect: (1, 5) (1, 9) [(0, 'z'), (1, 'a'), (1, 'b')]
# expect: (1, (2, (3, (4,)))) (4,) ((),) ("quote'", 'x"y')
# expect: 1 2 (1, 2) 1 2
# expect: IndexError: tuple index out of range
# expect: TypeError: can only concatenate tuple (not "list") to tuple
# expect: TypeError: unhashable type: 'list'
# expect: ValueError: tuple.index(x): x not in tuple
# expect: TypeError: '<' not supported between instances of 'tuple' and 'int'
# expect: 'tuple' object does not support item assignment
# expect: too many values to unpack (expected 2, got 3)
# expect: not enough values to unpack (expected 3, got 2)
# expect: not enough values to unpack (expected at least 2, got 1)
# expect: cannot unpack non-iterable int object
