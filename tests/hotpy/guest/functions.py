# Functions: defaults, keywords, variadic arguments, positional- and keyword-only, errors of calls, attributes.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3), f(1, 9, 8, 7, c=3, e=5), f(*[1, 2, 3], **{"c": 4, "z": 5}), f(b=1, a=2, c=3))


def g(a, b, /, c, *, d):
    return a, b, c, d


print(g(1, 2, 3, d=4), g(1, 2, c=3, d=4))


def h(x, items=[]):
    items.append(x)
    return items


print(h(1), h(2), h(3, []))
print((lambda: 5)(), (lambda x, y=2: x + y)(1), (lambda *a, **k: (a, k))(1, b=2))


def no_return():
    pass


print(no_return(), no_return() is None)


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(fact(20), fact(30), even(100), odd(7))


def documented(a: int, b: "str" = "x") -> float:
    """The docstring."""
    return a


print(documented.__name__, documented.__doc__, documented.__qualname__, documented.__defaults__, documented.__module__)
documented.tag = 5
print(documented.tag, hasattr(documented, "none"), callable(documented), callable(5))


def outer():
    def inner():
        pass

    return inner


print(outer().__qualname__, (lambda: 0).__name__)
print(max([1, -5, 3], key=abs), list(map(lambda v: v * 2, [1, 2])), list(filter(None, [0, 1, "", "a"])), list(map(max, [1, 5], [3, 2])))


def apply(fn, *args, **kwargs):
    return fn(*args, **kwargs)


print(apply(f, 1, c=2), apply(print, "via apply", end="!\n"), apply(apply, apply, len, "abc"))
print(*[1, 2], *(3,), *"ab", sep=",")
print([*range(3), *[7]], (*"ab", 1), {**{"a": 1}})


def order(log=print):
    def t(v):
        log(v, end=" ")
        return v

    return f(t(1), t(2), *[t(3)], c=t(4), **{"d": t(5)})


print(order())
for call in (
    lambda: f(),
    lambda: f(1),
    lambda: g(1, 2, 3),
    lambda: g(1, 2, 3, 4),
    lambda: g(a=1, b=2, c=3, d=4),
    lambda: f(1, c=1, a=2),
    lambda: no_return(1),
    lambda: no_return(x=1),
    lambda: fact(),
    lambda: h(1, 2, 3),
    lambda: (lambda a, b: 0)(1),
    lambda: (lambda a, b, c: 0)(),
    lambda: 5(),
    lambda: len(),
    lambda: len(1, 2),
    lambda: len(5),
):
    try:
        print(call())
    except TypeError as e:
        print(e)

# expect: (1, 2, (), 3, 4, {}) (1, 9, (8, 7), 3, 4, {'e': 5}) (1, 2, (3,), 4, 4, {'z': 5}) (2, 1, (), 3, 4, {})
# expect: (1, 2, 3, 4) (1, 2, 3, 4)
# expect: [1, 2] [1, 2] [3]
# expect: 5 3 ((1,), {'b': 2})
# expect: None True
# expect: 2432902008176640000 265252859812191058636308480000000 True True
# expect: documented The docstring. documented ('x',) __main__
# expect: 5 False True False
# expect: outer.<locals>.inner <lambda>
# expect: -5 [2, 4] [1, 'a'] [3, 5]
# expect: via apply!
# expect: (1, 2, (), 2, 4, {}) None 3
# expect: 1,2,3,a,b
# expect: [0, 1, 2, 7] ('a', 'b', 1) {'a': 1}
# expect: 1 2 3 4 5 (1, 2, (3,), 4, 5, {})
# expect: f() missing 1 required positional argument: 'a'
# expect: f() missing 1 required keyword-only argument: 'c'
# expect: g() missing 1 required keyword-only argument: 'd'
# expect: g() takes 3 positional arguments but 4 were given
# expect: g() got some positional-only arguments passed as keyword arguments: 'a, b'
# expect: f() got multiple values for argument 'a'
# expect: no_return() takes 0 positional arguments but 1 was given
# expect: no_return() got an unexpected keyword argument 'x'
# expect: fact() missing 1 required positional argument: 'n'
# expect: h() takes from 1 to 2 positional arguments but 3 were given
# expect: <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'b'
# expect: <lambda>.<locals>.<lambda>() missing 3 required positional arguments: 'a', 'b', and 'c'
# expect: 'int' object is not callable
# expect: len() takes exactly one argument (0 given)
# expect: len() takes exactly one argument (2 given)
# expect: object of type 'int' has no len()
# stderr: /guest/functions.py:99: SyntaxWarning: 'int' object is not callable; perhaps you missed a comma?
# stderr:   lambda: 5(),
