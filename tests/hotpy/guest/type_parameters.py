class Stack[T]:
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = Stack[int](); s.push(4); print(s.pop(), Stack.__name__, [c.__name__ for c in Stack.__mro__])
def first[T](xs: list[T], default: T | None = None) -> T: return xs[0] if xs else default
print(first([7]), first([]), first.__type_params__, first.__name__)
type Pair[A] = tuple[A, A]
type IntList = list[int]
print(IntList, IntList.__value__, Pair.__name__)
class Num[T: int, *Ts, **P](Stack[T]):
    def go[U: (int, str)](self, u: U) -> U: return u
print(Num().go(3), Num.__type_params__)

# expect: 4 Stack ['Stack', 'Generic', 'object']
# expect: 7 None (T,) first
# expect: IntList list[int] Pair
# expect: 3 (T, Ts, P)
