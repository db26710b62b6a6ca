# The built-in functions of everyday programs.
print(len("abc"), len([1]), len({}), len(()), len(range(7)))
print(min(3, 1, 2), max([3, 1, 2]), min("b", "a"), max([], default="none"), min([-1, 1], key=abs), max("apple", "fig", key=len))
print(sum([1, 2, 3]), sum([], 10), sum((0.5, 0.25)), sum([[1], [2]], []))
print(sorted([3, 1, 2]), sorted([3, 1, 2], reverse=True), sorted(["b", "A", "c"], key=str.lower), sorted({"z": 1, "y": 2}))
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1, 2], [3, 4], [5, 6])))
print(list(map(str, [1, 2])), list(filter(lambda v: v > 1, [1, 2, 3])), list(reversed([1, 2, 3])), list(reversed("ab")))
print(any([0, 1]), any([]), all([1, 1]), all([]), all([1, 0]))
print(abs(-3), abs(2.5), divmod(7, 2), pow(2, 5), round(2.567, 2), round(5), bin(5), hex(255), oct(8), chr(97), ord("a"))
print(isinstance(1, int), isinstance(True, int), isinstance("a", (int, str)), isinstance([], dict), issubclass(bool, int))
print(type(1).__name__, type("a").__name__, type(1.0).__name__, type(None).__name__, type(len).__name__, type(print).__name__)
print(getattr("abc", "upper")(), hasattr([], "append"), callable(len), callable("x"))
print(int("5") + int(2.7), float("2.5"), str(5) + "x", bool("a"), bool(""), list("ab"), tuple([1]), dict(a=1))
print(repr("a'b"), ascii("ü"), format(3.14159, ".2f"), hash(5), hash(1.0) == hash(1), hash(-1))
it = iter([1, 2])
print(next(it), next(it), next(it, None), list(iter("xy")))
n = 0


def tick():
    global n
    n += 1
    return n


print(list(iter(tick, 4)))
print("a", "b", sep="-", end="!\n")
print()
print("x", end="")
print("y", "z", sep="")
print(1, None, True, 1.5, "s", [1], (2,), {"k": 3}, sep=" | ")
print(id(n) == id(n), n is n, [] is [], None is None, () == ())
print(slice(1, 2), range(3), Ellipsis, NotImplemented, object.__name__)
print([1, 2, 3].__class__.__name__, (5).__class__ is int, "".__class__ is str)
e = enumerate(["a"])
print(next(e), zip("a", "b").__next__())
for f in (lambda: min(), lambda: min([]), lambda: max(1), lambda: sum(["a"]), lambda: next(5), lambda: iter(5), lambda: len(5), lambda: abs("x"), lambda: round("x"), lambda: chr(-1), lambda: int([]), lambda: float([]), lambda: isinstance(1, 5), lambda: sorted(5), lambda: hash([]), lambda: getattr(1, "zz"), lambda: print(x=1), lambda: int("1", 99)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

# expect: 3 1 0 0 7
# expect: 1 3 a none -1 apple
# expect: 6 10 0.75 [1, 2]
# expect: [1, 2, 3] [3, 2, 1] ['A', 'b', 'c'] ['y', 'z']
# expect: [(0, 'a'), (1, 'b')] [(5, 'a'), (6, 'b')] [(1, 'a'), (2, 'b')] [] [(1, 3, 5), (2, 4, 6)]
# expect: ['1', '2'] [2, 3] [3, 2, 1] ['b', 'a']
# expect: True False True True False
# expect: 3 2.5 (3, 1) 32 2.57 5 0b101 0xff 0o10 a 97
# expect: True True True False True
# expect: int str float NoneType builtin_function_or_method builtin_function_or_method
# expect: ABC True True False
# expect: 7 2.5 5x True False ['a', 'b'] (1,) {'a': 1}
# expect: "a'b" '\xfc' 3.14 5 True -2
# expect: 1 2 None ['x', 'y']
# expect: [1, 2, 3]
# expect: a-b!
# expect:
# expect: xyz
# expect: 1 | None | True | 1.5 | s | [1] | (2,) | {'k': 3}
# expect: True True False True True
# expect: slice(1, 2, None) range(0, 3) Ellipsis NotImplemented object
# expect: list True True
# expect: (0, 'a') ('a', 'b')
# expect: TypeError: min expected at least 1 argument, got 0
# expect: ValueError: min() iterable argument is empty
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError: 'int' object is not an iterator
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: object of type 'int' has no len()
# expect: TypeError: bad operand type for abs(): 'str'
# expect: TypeError: type str doesn't define __round__ method
# expect: ValueError: chr() arg not in range(0x110000)
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: TypeError: float() argument must be a string or a real number, not 'list'
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: unhashable type: 'list'
# expect: AttributeError: 'int' object has no attribute 'zz'
# expect: TypeError: print() got an unexpected keyword argument 'x'
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
