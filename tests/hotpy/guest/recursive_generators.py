# Generators that delegate to themselves.


def numbers(n):
    if n < 6:
        yield from numbers(n + 1)
        yield n


print(list(numbers(0)), sum(numbers(2)))


def solve(n, row=0, columns=()):
    if row == n:
        yield columns
        return
    for c in range(n):
        if all(c != k and abs(c - k) != row - r for r, k in enumerate(columns)):
            yield from solve(n, row + 1, columns + (c,))


print(len(list(solve(5))), next(solve(6)))


class Node:
    def __init__(self, key, left, right):
        self.key, self.left, self.right = key, left, right


def build(low, high):
    if low >= high:
        return None
    middle = (low * 2 + high) // 3
    return Node(middle, build(low, middle), build(middle + 1, high))


def walk(node):
    if node:
        yield from walk(node.left)
        yield node.key
        yield from walk(node.right)


print(list(walk(build(0, 60))) == list(range(60)))

# expect: [5, 4, 3, 2, 1, 0] 14
# expect: 10 (1, 3, 5, 0, 2, 4)
# expect: True
