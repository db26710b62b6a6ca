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
    lambda: {[]: 1}, lambda: C(1), lambda: object(1), lambda: round(1.5, "a"), lambda: int("5", 1),
    lambda: "x".upper(1), lambda: [].append(), lambda: [].append(1, 2), lambda: {}.get(), lambda: [].sort(1),
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

# expect: 0 TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: 1 TypeError: can only concatenate str (not "int") to str
# expect: 2 TypeError: can only concatenate list (not "int") to list
# expect: 3 TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: 4 TypeError: unsupported operand type(s) for +: 'C' and 'C'
# expect: 5 TypeError: bad operand type for unary -: 'str'
# expect: 6 TypeError: bad operand type for unary ~: 'float'
# expect: 7 TypeError: can't multiply sequence by non-int of type 'str'
# expect: 8 TypeError: unsupported operand type(s) for @: 'int' and 'int'
# expect: 9 TypeError: unsupported operand type(s) for |: 'dict' and 'int'
# expect: 10 TypeError: '<' not supported between instances of 'int' and 'str'
# expect: 11 TypeError: '<' not supported between instances of 'C' and 'C'
# expect: 12 TypeError: '>=' not supported between instances of 'list' and 'int'
# expect: 13 TypeError: argument of type 'int' is not a container or iterable
# expect: 14 TypeError: argument of type 'int' is not a container or iterable
# expect: 15 TypeError: 'in <string>' requires string as left operand, not int
# expect: 16 TypeError: 'NoneType' object is not subscriptable
# expect: 17 TypeError: 'int' object is not subscriptable
# expect: 18 TypeError: 'C' object is not subscriptable
# expect: 19 TypeError: object of type 'C' has no len()
# expect: 20 TypeError: 'C' object is not callable
# expect: 21 TypeError: 'NoneType' object is not callable
# expect: 22 TypeError: 'str' object is not callable
# expect: 23 AttributeError: 'C' object has no attribute 'x'
# expect: 24 AttributeError: type object 'C' has no attribute 'x'
# expect: 25 AttributeError: 'NoneType' object has no attribute 'foo'
# expect: 26 AttributeError: 'str' object has no attribute 'foo'
# expect: 27 AttributeError: 'list' object has no attribute 'foo'
# expect: 28 AttributeError: 'int' object has no attribute 'foo'
# expect: 29 AttributeError: 'builtin_function_or_method' object has no attribute 'foo'
# expect: 30 ValueError: invalid literal for int() with base 10: 'x'
# expect: 31 TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: 32 ValueError: could not convert string to float: 'y'
# expect: 33 TypeError: float() argument must be a string or a real number, not 'NoneType'
# expect: 34 IndexError: list index out of range
# expect: 35 IndexError: tuple index out of range
# expect: 36 IndexError: string index out of range
# expect: 37 KeyError: 'k'
# expect: 38 KeyError: 3
# expect: 39 TypeError: list indices must be integers or slices, not str
# expect: 40 TypeError: tuple indices must be integers or slices, not str
# expect: 41 IndexError: range object index out of range
# expect: 42 TypeError: 'int' object is not iterable
# expect: 43 TypeError: 'NoneType' object is not iterable
# expect: 44 TypeError: object is not iterable
# expect: 45 TypeError: 'int' object is not iterable
# expect: 46 TypeError: 'list' object is not an iterator
# expect: 47 ZeroDivisionError: division by zero
# expect: 48 ZeroDivisionError: division by zero
# expect: 49 ZeroDivisionError: division by zero
# expect: 50 TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: 51 ValueError: pow() 3rd argument cannot be 0
# expect: 52 ValueError: negative shift count
# expect: 53 TypeError: unsupported operand type(s) for <<: 'int' and 'str'
# expect: 54 ValueError: chr() arg not in range(0x110000)
# expect: 55 TypeError: ord() expected string of length 1, but int found
# expect: 56 TypeError: bad operand type for abs(): 'NoneType'
# expect: 57 TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
# expect: 58 ValueError: max() iterable argument is empty
# expect: 59 TypeError: '<' not supported between instances of 'NoneType' and 'int'
# expect: 60 TypeError: must be str or None, not int
# expect: 61 TypeError: sequence item 0: expected str instance, int found
# expect: 62 TypeError: can only join an iterable
# expect: 63 TypeError: %d format: a real number is required, not NoneType
# expect: 64 ValueError: list.index(x): x not in list
# expect: 65 ValueError: list.remove(x): x not in list
# expect: 66 IndexError: pop from empty list
# expect: 67 KeyError: 1
# expect: 68 IndexError: pop index out of range
# expect: 69 TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: 70 TypeError: unhashable type: 'dict'
# expect: 71 TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
# expect: 72 TypeError: C() takes no arguments
# expect: 73 TypeError: object() takes no arguments
# expect: 74 TypeError: 'str' object cannot be interpreted as an integer
# expect: 75 ValueError: int() base must be >= 2 and <= 36, or 0
# expect: 76 TypeError: str.upper() takes no arguments (1 given)
# expect: 77 TypeError: list.append() takes exactly one argument (0 given)
# expect: 78 TypeError: list.append() takes exactly one argument (2 given)
# expect: 79 TypeError: get expected at least 1 argument, got 0
# expect: 80 TypeError: sort() takes no positional arguments
# expect: 81 AttributeError: 'int' object has no attribute 'a' and no __dict__ for setting new attributes
# expect: 82 TypeError: attribute name must be string, not 'int'
# expect: 83 TypeError: sep must be None or a string, not int
# expect: 84 TypeError: type() takes 1 or 3 arguments
# expect: 85 RuntimeError: super(): no arguments
# expect: 86 TypeError: 'int' object is not iterable
# expect: 87 TypeError: 'int' object is not iterable
# expect: 88 TypeError: map() must have at least two arguments.
# expect: 89 TypeError: 'int' object is not reversible
# expect: 90 TypeError: Value after * must be an iterable, not int
# expect: 91 TypeError: <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'a'
# expect: 92 TypeError: <lambda>.<locals>.<lambda>() takes 1 positional argument but 2 were given
# expect: 93 TypeError: <lambda>.<locals>.<lambda>() missing 1 required keyword-only argument: 'k'
# expect: 94 TypeError: <lambda>.<locals>.<lambda>() got an unexpected keyword argument 'b'
# expect: 95 TypeError: <lambda>.<locals>.<lambda>() got multiple values for argument 'a'
# expect: 'C' object has no attribute 'nope'
# expect: list assignment index out of range
# expect: 'k'
# expect: 'int' object is not iterable
# expect: 'C' object does not support the context manager protocol (missed __exit__ method)
# expect: exceptions must derive from BaseException
# expect: 'C' object has no attribute 'x' x True
# expect: name 'undefined' is not defined undefined
# stderr: /guest/errors_text.py:10: SyntaxWarning: 'NoneType' object is not subscriptable; perhaps you missed a comma?
# stderr:   lambda: "a" in 1, lambda: 1 in "a", lambda: None[0], lambda: (1)[0], lambda: c[0], lambda: len(c), lambda: c(),
# stderr: /guest/errors_text.py:10: SyntaxWarning: 'int' object is not subscriptable; perhaps you missed a comma?
# stderr:   lambda: "a" in 1, lambda: 1 in "a", lambda: None[0], lambda: (1)[0], lambda: c[0], lambda: len(c), lambda: c(),
# stderr: /guest/errors_text.py:11: SyntaxWarning: 'NoneType' object is not callable; perhaps you missed a comma?
# stderr:   lambda: None(), lambda: "a"(), lambda: c.x, lambda: C.x, lambda: None.foo, lambda: "a".foo, lambda: [].foo,
# stderr: /guest/errors_text.py:11: SyntaxWarning: 'str' object is not callable; perhaps you missed a comma?
# stderr:   lambda: None(), lambda: "a"(), lambda: c.x, lambda: C.x, lambda: None.foo, lambda: "a".foo, lambda: [].foo,
# stderr: /guest/errors_text.py:13: SyntaxWarning: list indices must be integers or slices, not str; perhaps you missed a comma?
# stderr:   lambda: [1][2], lambda: (1,)[2], lambda: "a"[2], lambda: {}["k"], lambda: {1: 2}[3], lambda: [1]["a"], lambda: (1,)["a"],
# stderr: /guest/errors_text.py:13: SyntaxWarning: tuple indices must be integers or slices, not str; perhaps you missed a comma?
# stderr:   lambda: [1][2], lambda: (1,)[2], lambda: "a"[2], lambda: {}["k"], lambda: {1: 2}[3], lambda: [1]["a"], lambda: (1,)["a"],
