def t(src, f):
    try: print(src, '->', repr(f()))
    except BaseException as e: print(src, '!!', type(e).__name__, e)
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
from enum import Enum, IntEnum, auto, Flag, StrEnum, unique, IntFlag
from typing import List, Dict, Optional, Union, Any, Callable, TypeVar, Generic, NamedTuple, Protocol, Iterable, Tuple, ClassVar, Literal
from abc import ABC, abstractmethod
@dataclass
class P:
    x: int
    y: int = 2
    tags: list[str] = field(default_factory=list)
    kind: ClassVar[str] = "pt"
    def norm(self): return (self.x**2+self.y**2)**.5
p = P(1); print(p, p == P(1,2), P(3,4).norm(), P.kind, asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(P)]); p.tags.append("a"); print(p, P(1))
t("dc", lambda: P())
t("dc", lambda: P(1,2,3,4))
t("dc", lambda: hash(p))
@dataclass(frozen=True, order=True)
class Q:
    a: int
    b: str = "z"
q = Q(1); print(q, hash(q) == hash(Q(1)), Q(1) < Q(2), sorted([Q(3),Q(1,"b"),Q(1,"a")]), {q: 1}[Q(1)])
def setq(): q.a = 5
t("fr", setq)
@dataclass
class R(P):
    z: float = 0.5
    def __post_init__(self): self.total = self.x + self.y + self.z
print(R(1,2,z=3), R(1).total)
def bad():
    @dataclass
    class B:
        l: list = []
t("bad", bad)
def bad():
    @dataclass
    class B:
        a: int = 1
        b: int
t("bad", bad)
@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: int = field(default=5, repr=False, compare=False)
print(S(a=1), S(a=1) == S(a=1,b=9)); t("slots", lambda: S(1))
match P(1, 7):
    case P(x=1, y=yy): print("m", yy)
match P(5, 7):
    case P(a, b, _): print("m", a, b)
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    ALIAS = 1
    @property
    def nice(self): return self.name.title()
    def __str__(self): return f"Color<{self.name}>"
print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], Color.BLUE.value, list(Color), len(Color), Color.ALIAS is Color.RED, Color.RED.nice, Color.RED == Color.RED, Color.RED == 1, Color.RED in Color, {Color.RED: "r"}[Color.RED], isinstance(Color.RED, Color), f"{Color.GREEN}", Color.RED.name, hash(Color.RED) == hash(Color.RED))
t("en", lambda: Color(9))
t("en", lambda: Color["X"])
def sete(): Color.RED = 3
t("en", sete)
t("en", lambda: Color.RED < Color.GREEN)
class I(IntEnum):
    A = 1; B = 2
print(I.A + 1, I.A < I.B, I(2), repr(I.B), str(I.A), f"{I.A}", int(I.B), [10,20,30][I.B], sorted([I.B, I.A]), I.A == 1)
class SE(StrEnum):
    X = auto(); Y = "why"
print(SE.X, SE.Y == "why", repr(SE.X), SE("why"), "a" + SE.X, SE.Y.upper(), f"{SE.Y}!")
class F(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W
print(F.R | F.W, F.R in F.RW, F.RW & F.W, ~F.R, F(0), repr(F.R | F.X), bool(F.R & F.W), list(F.RW), F.RW)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return round(self.mass / self.radius**2, 4)
print(Planet.EARTH.g, Planet.MARS.mass, Planet.MARS.value)
Animal = Enum("Animal", "CAT DOG"); print(list(Animal), Animal.DOG.value)
def m(c):
    match c:
        case Color.RED: return "r"
        case Color.GREEN | Color.BLUE: return "gb"
print(m(Color.RED), m(Color.BLUE))
def uq():
    @unique
    class U(Enum): A = 1; B = 1
t("uq", uq)
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def desc(self): return f"{self.name}: {self.area():.2f}"
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    name = "sq"
t("abc", lambda: Shape())
print(Sq(2).desc(), isinstance(Sq(1), Shape), issubclass(Sq, Shape))
class Half(Shape):
    def area(self): return 1
t("abc", lambda: Half())
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, isinstance(s, Stack), T)
class NT(NamedTuple):
    a: int
    b: str = "q"
    def both(self): return f"{self.a}{self.b}"
print(NT(1), NT(1, "z").both(), NT._fields, NT(2)[0], NT(1) == (1, "q"))
class Proto(Protocol):
    def run(self) -> int: ...
class Impl:
    def run(self): return 1
def use(x: Proto, f: Callable[[int], str], o: Optional[int] = None, u: Union[int, str] = 1, d: Dict[str, List[int]] = {}) -> Any: return x.run()
print(use(Impl(), str), use.__annotations__["o"], Optional[int], Union[int, str], List[int], Dict[str, Any], Callable[[int], str], Tuple[int, ...], Literal["a"])

# expect: P(x=1, y=2, tags=[]) True 5.0 pt {'x': 1, 'y': 2, 'tags': []} (1, 2, []) P(x=9, y=2, tags=[]) ['x', 'y', 'tags']
# expect: P(x=1, y=2, tags=['a']) P(x=1, y=2, tags=[])
# expect: dc !! TypeError P.__init__() missing 1 required positional argument: 'x'
# expect: dc !! TypeError P.__init__() takes from 2 to 4 positional arguments but 5 were given
# expect: dc !! TypeError unhashable type: 'P'
# expect: Q(a=1, b='z') True True [Q(a=1, b='a'), Q(a=1, b='b'), Q(a=3, b='z')] 1
# expect: fr !! FrozenInstanceError cannot assign to field 'a'
# expect: R(x=1, y=2, tags=[], z=3) 3.5
# expect: bad !! ValueError mutable default <class 'list'> for field l is not allowed: use default_factory
# expect: bad !! TypeError non-default argument 'b' follows default argument 'a'
# expect: S(a=1) True
# expect: slots !! TypeError S.__init__() takes 1 positional argument but 2 were given
# expect: m 7
# expect: m 5 7
# expect: Color<RED> <Color.RED: 1> Color<GREEN> Color<BLUE> 3 [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>] 3 True Red True False True r True Color<GREEN> RED True
# expect: en !! ValueError 9 is not a valid Color
# expect: en !! KeyError 'X'
# expect: en !! AttributeError cannot reassign member 'RED'
# expect: en !! TypeError '<' not supported between instances of 'Color' and 'Color'
# expect: 2 True 2 <I.B: 2> 1 1 2 30 [<I.A: 1>, <I.B: 2>] True
# expect: x True <SE.X: 'x'> why ax WHY why!
# expect: F.RW True F.W F.W|X F(0) <F.R|X: 5> False [<F.R: 1>, <F.W: 2>] F.RW
# expect: 0.1471 0.64 (0.64, 3.39)
# expect: [<Animal.CAT: 1>, <Animal.DOG: 2>] 2
# expect: r gb
# expect: uq !! ValueError duplicate values found in <enum 'U'>: B -> A
# expect: abc !! TypeError Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'
# expect: sq: 4.00 True True
# expect: abc !! TypeError Can't instantiate abstract class Half without an implementation for abstract method 'name'
# expect: [1] True ~T
# expect: NT(a=1, b='q') 1z ('a', 'b') 2 True
# expect: 1 int | None int | None int | str typing.List[int] typing.Dict[str, typing.Any] typing.Callable[[int], str] typing.Tuple[int, ...] typing.Literal['a']
