# Closures, nonlocal, global, late binding, decorators, name errors.
def counter(start=0):
    n = start

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


a, b = counter(), counter(10)
print(a(), a(), b(5), a(10), b())
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
gs = [lambda i=i: i for i in range(3)]
print([g() for g in gs])


def make_account():
    balance = 0

    def deposit(x):
        nonlocal balance
        balance += x

    def get():
        return balance

    return deposit, get


dep, get = make_account()
dep(50)
dep(25)
print(get())
total = 1


def use_global():
    global total, created
    total += 1
    created = "made"


use_global()
print(total, created)


def deep():
    x = "outer"

    def mid():
        def inner():
            return x

        return inner

    x = "changed"
    return mid()()


print(deep())


def compose(*fns):
    def composed(v):
        for fn in fns:
            v = fn(v)
        return v

    return composed


print(compose(lambda v: v + 1, lambda v: v * 2, str)(3))


def twice(fn):
    def wrapper(*args, **kw):
        return fn(*args, **kw), fn(*args, **kw)

    wrapper.__name__ = "twice_" + fn.__name__
    return wrapper


def tag(label):
    def deco(fn):
        def wrapped(*args):
            return f"<{label}>{fn(*args)}</{label}>"

        return wrapped

    return deco


@twice
def greet(name):
    return "hi " + name


@tag("b")
@tag("i")
def text(s):
    return s


print(greet("x"), greet.__name__, text("y"))


def memo(fn):
    cache = {}

    def look(n):
        if n not in cache:
            cache[n] = fn(n)
        return cache[n]

    return look


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80))


def unbound():
    print(late)
    late = 1


def free():
    def inner():
        return hidden

    if False:
        hidden = 1
    return inner()


def deleted():
    v = 1
    del v
    return v


for f in (unbound, free, deleted, lambda: nowhere, lambda: nowhere_again.x):
    try:
        f()
    except NameError as e:
        print(type(e).__name__ + ":", e)


def shadow(len):
    return len + 1


print(shadow(1), len("abc"))


def cell_loop():
    out = []
    for k in range(3):
        def show():
            return k
        out.append(show)
    k = "end"
    return [s() for s in out]


print(cell_loop())
x = "module"


class Scope:
    x = "class"
    y = x + "!"

    def method(self):
        return x


print(Scope().method(), Scope.y)

# expect: 1 2 15 12 16
# expect: [2, 2, 2]
# expect: [0, 1, 2]
# expect: 75
# expect: 2 made
# expect: changed
# expect: 8
# expect: ('hi x', 'hi x') twice_greet <b><i>y</i></b>
# expect: 23416728348467685
# expect: UnboundLocalError: cannot access local variable 'late' where it is not associated with a value
# expect: NameError: cannot access free variable 'hidden' where it is not associated with a value in enclosing scope
# expect: UnboundLocalError: cannot access local variable 'v' where it is not associated with a value
# expect: NameError: name 'nowhere' is not defined
# expect: NameError: name 'nowhere_again' is not defined
# expect: 2 3
# expect: ['end', 'end', 'end']
# expect: module class!
