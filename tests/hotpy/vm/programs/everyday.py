class A:
    def __eq__(self, o): print("A.eq"); return NotImplemented
class B(A):
    def __eq__(self, o): print("B.eq"); return True
print(A() == B(), A() != A(), A() == 3, 3 == A())
class L:
    def __lt__(self, o): return "lt"
    def __gt__(self, o): return "gt"
print(L() < 3, 3 < L(), L() > L(), sorted([3, 1]))
try: L() <= 3
except TypeError as e: print(e)
x = [1, 2, 3]
x[0] += 5; print(x)
d = {"a": 1}; d["a"] += 1; d["b"] = d.get("b", 0) + 1; print(d)
class P:
    v = 1
p = P(); p.v += 1; print(p.v, P.v)
i = 10
i //= 3; i **= 2; i <<= 3; i |= 1; i ^= 2; i &= 0xff; i >>= 1; i %= 7; i -= 1; i *= 3; print(i)
s = "a"; s += "b"; s *= 2; print(s)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 3037000500 * 3037000500, 4611686018427387904 * 2, -(-9223372036854775808), 1 << 63, -1 << 63, (-7) >> 1, -7 // 2, -7 % -3, 7 % -3)
print(1e308 * 10, -1e308 * 10, float("nan") == float("nan"), 0.0 == -0.0, 1e16, 1e15, 123456789.123, 1e-5, 0.0001, -0.0)
try: 1 % 0
except ZeroDivisionError as e: print(e)
try: 1 // 0
except ZeroDivisionError as e: print(e)
try: 1 / 0
except ZeroDivisionError as e: print(e)
try: 1.0 / 0
except ZeroDivisionError as e: print(e)
try: 1.0 // 0
except ZeroDivisionError as e: print(e)
try: 1.0 % 0
except ZeroDivisionError as e: print(e)
try: 0 ** -1
except ZeroDivisionError as e: print(e)
try: 1 << -1
except ValueError as e: print(e)
try: 1 >> -1
except ValueError as e: print(e)
print(True + 1, True & False, True | 2, ~True if 0 else "", not True, -True, True == 1)
print(2 ** 100 % 7, (2 ** 100) // 3, -(2 ** 100), 2 ** 64 > 2 ** 63, 2 ** 64 == 2.0 ** 64, int("1" * 30))
print([1, 2] + [3], (1,) * 3, [[]] * 2, "ab" < "b", [1, 2] < [1, 3], (1, 2) == (1, 2), None == 0, [] == [], {} == {})
print(1 in [1], 1 in (1,), 1 in {1}, 1 in {1: 2}, "a" in "abc", 3 not in [1])
def f():
    global zz
    zz = 1
    del zz
f()
try: zz
except NameError as e: print(e)
def g():
    x = 1
    del x
    try: x
    except UnboundLocalError as e: print(e)
g()
def h():
    def i(): return y
    y = 1
    r = i()
    del y
    try: i()
    except NameError as e: print(e)
    return r
print(h())
print([x for x in range(3) for y in range(2) if y], {(a, b): a for a in "x" for b in "y"}, list(x * 2 for x in [1, 2]))
a = [1, 2, 3, 4, 5]
a[1:3] = []; del a[0]; print(a, a[-1], a[:], a[::-1], a[5:], a[-2:])
try: a[10]
except IndexError as e: print(e)
try: a["x"]
except TypeError as e: print(e)
try: a[1.5] = 1
except TypeError as e: print(e)
try: "abc"[5]
except IndexError as e: print(e)
try: (1, 2)[5]
except IndexError as e: print(e)
try: {}[[]]
except TypeError as e: print(e)
try: {1: 2}[3]
except KeyError as e: print(e)
print(*map(lambda x, y: x * y, [1, 2], [3, 4]), *zip("ab", "cd"))
lam = lambda *a, k=1, **kw: (a, k, kw)
print(lam(1, 2, k=3, z=4))
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print([*It(3)], [i for i in It(2)], list(zip(It(2), It(3))), [(i, j) for i in It(2) for j in It(2)], sum(It(4)), max(It(3)), dict(zip("ab", It(2))))
for i in It(2):
    for j in It(2): print(i, j, end=" ")
print()
def nested_gen():
    for i in It(3):
        if i == 1: continue
        yield [j for j in It(i)]
print(list(nested_gen()))
def ret_in_loop():
    for i in It(5):
        for j in range(3):
            if i == 2: return i, j
print(ret_in_loop())
def exc_in_iter():
    class Bad:
        def __iter__(self): return self
        def __next__(self): raise ValueError("bad next")
    try:
        for x in Bad(): pass
    except ValueError as e: return str(e)
print(exc_in_iter())
