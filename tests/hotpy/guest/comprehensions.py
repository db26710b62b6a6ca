# Comprehensions: nesting, conditions, scope, dict comprehensions.
print([x for x in range(5)], [x * 2 for x in range(5) if x % 2], [x if x > 2 else -x for x in range(5)])
print([(x, y) for x in range(3) for y in "ab"], [[y for y in range(x)] for x in range(4)], [y for x in [[1, 2], [3]] for y in x])
print({k: v for k, v in zip("abc", range(3))}, {v: k for k, v in {"a": 1}.items()}, {x: x * x for x in range(5) if x > 2})
x = "outer"
print([x for x in range(3)], x)


def local():
    n = 3
    return [n * i for i in range(n)], [lambda: i for i in range(2)][0]()


print(local())
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *_ in ["xyz", "pq"]], [i for i in range(20) if i % 2 if i % 3])


class C:
    k = 3
    items = [i for i in range(k)]


print(C.items)
print([y := 1, y + 1], [last := v for v in range(3)], last)
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [sum(row) for row in matrix])
print([n for n in range(2, 60) if all(n % d for d in range(2, n))])
fs = [(lambda v: (lambda: v))(i) for i in range(3)]
print([f() for f in fs])
print(sorted({x % 3: x for x in range(10)}.items()), len([0 for _ in range(1000)]))
try:
    [1 / v for v in (1, 0)]
except ZeroDivisionError as e:
    print(e)
try:
    [undefined_name for _ in range(1)]
except NameError as e:
    print(e)

# expect: [0, 1, 2, 3, 4] [2, 6] [0, -1, -2, 3, 4]
# expect: [(0, 'a'), (0, 'b'), (1, 'a'), (1, 'b'), (2, 'a'), (2, 'b')] [[], [0], [0, 1], [0, 1, 2]] [1, 2, 3]
# expect: {'a': 0, 'b': 1, 'c': 2} {1: 'a'} {3: 9, 4: 16}
# expect: [0, 1, 2] outer
# expect: ([0, 3, 6], 1)
# expect: [3, 7] ['x', 'p'] [1, 5, 7, 11, 13, 17, 19]
# expect: [0, 1, 2]
# expect: [1, 2] [0, 1, 2] 2
# expect: [[1, 4], [2, 5], [3, 6]] [6, 15]
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59]
# expect: [0, 1, 2]
# expect: [(0, 9), (1, 7), (2, 8)] 1000
# expect: division by zero
# expect: name 'undefined_name' is not defined
