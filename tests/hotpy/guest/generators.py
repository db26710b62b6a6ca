# Generators: yield, send, throw, close, yield from, return values, generator expressions, laziness.
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


print(list(count(5)), sum(count(100)), [x * x for x in count(4)], tuple(count(0)), max(count(7)))
g = count(3)
print(next(g), next(g), next(g), next(g, "done"), next(g, "done"))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)


def averager():
    total, n, avg = 0, 0, None
    while True:
        v = yield avg
        if v is None:
            return "final", avg
        total += v
        n += 1
        avg = total / n


a = averager()
next(a)
print(a.send(10), a.send(20), a.send(6))
try:
    a.send(None)
except StopIteration as e:
    print(e.value)


def inner():
    x = yield 1
    print("inner got", x)
    y = yield 2
    print("inner got", y)
    return "inner result"


def outer():
    r = yield from inner()
    print("outer got", r)
    yield from [7, 8]
    yield from "ab"


o = outer()
print(next(o), o.send("A"), o.send("B"), next(o), list(o))


def guarded():
    try:
        while True:
            try:
                yield "value"
            except ValueError as e:
                print("handled", e)
                yield "after"
    finally:
        print("cleanup")


q = guarded()
print(next(q), q.throw(ValueError("in")), next(q))
q.close()
q.close()
try:
    next(q)
except StopIteration:
    print("closed")
try:
    count(2).throw(KeyError("unstarted"))
except KeyError as e:
    print(repr(e))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, it):
    for _, v in zip(range(n), it):
        yield v


print(list(take(10, fib())), [v for v in take(90, fib())][-1])


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)))
squares = (i * i for i in range(10) if i % 2)
print(type(squares).__name__, next(squares), list(squares), list(squares))
print(sum(x for x in range(10)), any(x > 5 for x in range(10)), all(x < 5 for x in range(10)), ",".join(str(x) for x in "abc"))
pairs = ((x, y) for x in range(3) for y in range(x))
print(list(pairs), dict((k, v) for k, v in zip("ab", range(2))))


def lazy():
    print("started")
    yield 1
    print("resumed")


z = lazy()
print("created")
for v in z:
    print("got", v)


def bad():
    yield 1
    raise ValueError("from generator")


try:
    for v in bad():
        print(v)
except ValueError as e:
    print(e)


def stops():
    yield 1
    raise StopIteration("oops")


try:
    list(stops())
except RuntimeError as e:
    print(e, repr(e.__cause__))


class Tree:
    def __init__(self, v, kids=()):
        self.v, self.kids = v, kids

    def __iter__(self):
        yield self.v
        for k in self.kids:
            yield from k


print(list(Tree(1, [Tree(2, [Tree(3)]), Tree(4)])))
it = iter([1, 2, 3])
print(next(it), list(it), list(it))


def running():
    yield next(me)


me = running()
try:
    next(me)
except ValueError as e:
    print(e)
try:
    count(1).send(5)
except TypeError as e:
    print(e)


def pipeline(n):
    nums = (i for i in range(n))
    evens = (i for i in nums if i % 2 == 0)
    return sum(i * i for i in evens)


print(pipeline(1000))

# expect: [0, 1, 2, 3, 4] 4950 [0, 1, 4, 9] () 6
# expect: 0 1 2 done done
# expect: stop None
# expect: 10.0 15.0 12.0
# expect: ('final', 12.0)
# expect: inner got A
# expect: inner got B
# expect: outer got inner result
# expect: 1 2 7 8 ['a', 'b']
# expect: handled in
# expect: value after value
# expect: cleanup
# expect: closed
# expect: KeyError('unstarted')
# expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] 1779979416004714189
# expect: [1, 2, 1, 3, 1, 2, 1, 4, 1, 2, 1, 3, 1, 2, 1]
# expect: generator 1 [9, 25, 49, 81] []
# expect: 45 True False a,b,c
# expect: [(1, 0), (2, 0), (2, 1)] {'a': 0, 'b': 1}
# expect: created
# expect: started
# expect: got 1
# expect: resumed
# expect: 1
# expect: from generator
# expect: generator raised StopIteration StopIteration('oops')
# expect: [1, 2, 3, 4]
# expect: 1 [2, 3] []
# expect: generator already executing
# expect: can't send non-None value to a just-started generator
# expect: 166167000
