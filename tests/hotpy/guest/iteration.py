# The iterator protocol with classes, and changing what is iterated.
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


print(list(Countdown(3)), [x for x in Countdown(2)], sum(Countdown(10)), max(Countdown(4)), 2 in Countdown(3))
for i in Countdown(3):
    if i == 1:
        break
    print(i, end=" ")
print()
a, b, c = Countdown(3)
print(a, b, c, *Countdown(2))


class Linked:
    def __init__(self, *items):
        self.head = None
        for x in reversed(items):
            self.head = (x, self.head)

    def __iter__(self):
        node = self.head
        while node:
            yield node[0]
            node = node[1]

    def __reversed__(self):
        return iter(list(self)[::-1])

    def __contains__(self, v):
        print("asked", v, end=" ")
        return any(x == v for x in self)


l = Linked(1, 2, 3)
print(list(l), list(reversed(l)), 2 in l, 5 in l, dict(enumerate(l)), list(zip(l, l)))
xs = [1, 2, 3]
for x in xs:
    if x < 5:
        xs.append(x + 3)
print(xs)
for x in xs[:]:
    if x % 2:
        xs.remove(x)
print(xs)
i = iter(xs)
print(next(i), i is iter(i))
d = {"a": 1, "b": 2, "c": 3}
for k in list(d):
    if k != "b":
        del d[k]
print(d)
print([*map(lambda p: p[0] * p[1], zip(range(5), range(5, 10)))], list(map(None.__class__, [])))


class Broken:
    def __iter__(self):
        return 5


class NoNext:
    def __iter__(self):
        raise ValueError("no iterator")


for f in (lambda: list(Broken()), lambda: list(NoNext()), lambda: [x for x in 5], lambda: list(5), lambda: (lambda: (yield))().send(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

# expect: [3, 2, 1] [2, 1] 55 4 True
# expect: 3 2 
# expect: 3 2 1 2 1
# expect: asked 2 asked 5 [1, 2, 3] [3, 2, 1] True False {0: 1, 1: 2, 2: 3} [(1, 1), (2, 2), (3, 3)]
# expect: [1, 2, 3, 4, 5, 6, 7]
# expect: [2, 4, 6]
# expect: 2 True
# expect: {'b': 2}
# expect: [0, 6, 14, 24, 36] []
# expect: TypeError: iter() returned non-iterator of type 'int'
# expect: ValueError: no iterator
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: can't send non-None value to a just-started generator
