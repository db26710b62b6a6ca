# Operator methods, reflected and in-place ones, comparison, containers, calls, truth, conversions, context managers.
class V:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"V({self.x}, {self.y})"

    def __str__(self):
        return f"<{self.x},{self.y}>"

    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented

    def __sub__(self, o):
        return V(self.x - o.x, self.y - o.y)

    def __mul__(self, k):
        return V(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return V(-self.x, -self.y)

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __eq__(self, o):
        return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, o):
        return abs(self) < abs(o)

    def __bool__(self):
        return bool(self.x or self.y)

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __len__(self):
        return 2

    def __iter__(self):
        yield self.x
        yield self.y

    def __call__(self, *a):
        return ("called", a)

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y

    def __iadd__(self, o):
        self.x += o.x
        self.y += o.y
        return self


a, b = V(1, 2), V(3, 4)
print(a + b, b - a, a * 3, 3 * a, -a, abs(b), a @ b, a == V(1, 2), a != b, a < b, a > b)
print([a, b], str(a), repr(a), f"{a} {a!r}", bool(V(0, 0)), not a, a[0], a[-1], len(a), list(a), a(1, 2), {a: 1}[V(1, 2)])
x, y = b
print(x, y, max(a, b), sorted([b, a]), sum([a, b], V(0, 0)), V(1, 2) in [a, b], V(9, 9) in a)
c = a
c += b
print(a, c is a)
for f in (lambda: a + 1, lambda: 1 + a, lambda: a / 2, lambda: a[5], lambda: a <= b, lambda: ~a, lambda: a["k"], lambda: "x" * a):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class R:
    def __radd__(self, o):
        return ("radd", o)

    def __rsub__(self, o):
        return ("rsub", o)

    def __rpow__(self, o):
        return ("rpow", o)

    def __contains__(self, v):
        return v == 42

    def __setitem__(self, k, v):
        print("set", k, v)

    def __delitem__(self, k):
        print("del", k)

    def __index__(self):
        return 3

    def __int__(self):
        return 33

    def __float__(self):
        return 3.5


r = R()
print(1 + r, [] + r, "s" - r, 2 ** r, 42 in r, 43 in r, [0, 1, 2, 3, 4][r], int(r), float(r), hex(r), range(r), "ab" * 2)
r["k"] = 1
r[1:2] = 3
del r[0]


class Sub(V):
    def __radd__(self, o):
        return "sub first"


print(a + Sub(0, 0), Sub(1, 1) + a)


class Managed:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, value, tb):
        print("exit", kind.__name__ if kind else None, value)
        return self.swallow


with Managed(False) as m:
    print("body", m.swallow)
with Managed(True):
    raise ValueError("swallowed")
try:
    with Managed(False), Managed(False):
        raise KeyError("out")
except KeyError as e:
    print("caught", e)


def early():
    with Managed(False):
        return "returned"


print(early())


class Seq:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10


print(list(Seq()), 20 in Seq(), [*Seq()], max(Seq()))

# expect: <4,6> <2,2> <3,6> <3,6> <-1,-2> 5.0 11 True True True False
# expect: [V(1, 2), V(3, 4)] <1,2> V(1, 2) <1,2> V(1, 2) False False 1 2 2 [1, 2] ('called', (1, 2)) 1
# expect: 3 4 <3,4> [V(1, 2), V(3, 4)] <4,6> True False
# expect: <4,6> True
# expect: TypeError: unsupported operand type(s) for +: 'V' and 'int'
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'V'
# expect: TypeError: unsupported operand type(s) for /: 'V' and 'int'
# expect: IndexError: tuple index out of range
# expect: TypeError: '<=' not supported between instances of 'V' and 'V'
# expect: TypeError: bad operand type for unary ~: 'V'
# expect: TypeError: tuple indices must be integers or slices, not str
# expect: <xxxx,xxxxxx>
# expect: ('radd', 1) ('radd', []) ('rsub', 's') ('rpow', 2) True False 3 33 3.5 0x3 range(0, 3) abab
# expect: set k 1
# expect: set slice(1, 2, None) 3
# expect: del 0
# expect: sub first <5,7>
# expect: enter
# expect: body False
# expect: exit None None
# expect: enter
# expect: exit ValueError swallowed
# expect: enter
# expect: enter
# expect: exit KeyError 'out'
# expect: exit KeyError 'out'
# expect: caught 'out'
# expect: enter
# expect: exit None None
# expect: returned
# expect: [0, 10, 20] True [0, 10, 20] 20
