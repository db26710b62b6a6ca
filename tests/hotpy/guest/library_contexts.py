from abc import ABC, abstractmethod
from contextlib import contextmanager, suppress
import copy, functools, operator
class Shape(ABC):
    registry = []
    def __init_subclass__(cls, **k): super().__init_subclass__(**k); Shape.registry.append(cls)
    @abstractmethod
    def area(self): ...
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s * self.s
class Rect(Shape):
    def __init__(self, a, b): self.a, self.b = a, b
    def area(self): return self.a * self.b
tot = 0
for i in range(200):
    for sh in (Sq(i), Rect(i, 2)):
        if isinstance(sh, Shape): tot += sh.area()
print(tot, [c.__name__ for c in Shape.registry])
@contextmanager
def tag(n, out):
    out.append(f"<{n}>")
    try: yield out
    except ValueError as e: out.append(f"!{e}")
    finally: out.append(f"</{n}>")
out = []
for i in range(40):
    with tag("p", out):
        if i % 13 == 5: raise ValueError(i)
        with tag("b", out): out.append(str(i))
print(len(out), "".join(out)[:80])
with suppress(KeyError): {}["x"]
print(functools.reduce(operator.mul, range(1, 11)), copy.deepcopy({"a": [1, {2}]}))
def timer(fn):
    @functools.wraps(fn)
    def w(*a, **k): w.calls += 1; return fn(*a, **k)
    w.calls = 0; return w
@timer
def work(n): return sum(i * i for i in range(n))
print([work(i) for i in range(0, 60, 10)], work.calls, work.__name__)
class Temp:
    def __init__(self): self._c = 0
    @functools.cached_property
    def heavy(self): self._c += 1; return self._c
t = Temp(); print(t.heavy, t.heavy)
@functools.singledispatch
def show(x): return f"obj {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list {len(x)}"
print(show("a"), show(5), show([1, 2]), show(True))

# expect: 2686500 ['Sq', 'Rect']
# expect: 194 <p><b>0</b></p><p><b>1</b></p><p><b>2</b></p><p><b>3</b></p><p><b>4</b></p><p>!5
# expect: 3628800 {'a': [1, {2}]}
# expect: [0, 285, 2470, 8555, 20540, 40425] 6 work
# expect: 1 1
# expect: obj a int 5 list 2 int True
