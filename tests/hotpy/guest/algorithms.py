# Small whole programs: search, sorting, parsing, simulation.
def queens(n):
    def place(row, cols, d1, d2):
        if row == n:
            return 1
        found = 0
        for c in range(n):
            if not (cols >> c & 1 or d1 >> (row + c) & 1 or d2 >> (row - c + n) & 1):
                found += place(row + 1, cols | 1 << c, d1 | 1 << (row + c), d2 | 1 << (row - c + n))
        return found

    return place(0, 0, 0, 0)


print([queens(n) for n in range(1, 7)])


def quicksort(a):
    if len(a) <= 1:
        return a
    p = a[len(a) // 2]
    return quicksort([x for x in a if x < p]) + [x for x in a if x == p] + quicksort([x for x in a if x > p])


seed = 42


def rand():
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed


data = [rand() % 1000 for _ in range(200)]
print(quicksort(data) == sorted(data), data[:5])


def primes(n):
    sieve = [True] * (n + 1)
    sieve[0] = sieve[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i :: i] = [False] * len(sieve[i * i :: i])
    return [i for i, p in enumerate(sieve) if p]


print(primes(50), len(primes(5000)))


class Parser:
    def __init__(self, text):
        self.text, self.pos = text.replace(" ", ""), 0

    def peek(self):
        return self.text[self.pos] if self.pos < len(self.text) else ""

    def expr(self):
        v = self.term()
        while self.peek() and self.peek() in "+-":
            op = self.peek()
            self.pos += 1
            v = v + self.term() if op == "+" else v - self.term()
        return v

    def term(self):
        v = self.atom()
        while self.peek() and self.peek() in "*/":
            op = self.peek()
            self.pos += 1
            v = v * self.atom() if op == "*" else v / self.atom()
        return v

    def atom(self):
        if self.peek() == "(":
            self.pos += 1
            v = self.expr()
            self.pos += 1
            return v
        start = self.pos
        while self.peek().isdigit():
            self.pos += 1
        if start == self.pos:
            raise SyntaxError(f"unexpected {self.peek()!r} at {self.pos}")
        return int(self.text[start : self.pos])


for text in ("1 + 2 * 3", "(1+2)*3 - 4/2", "2*(3+(4-1))", "1 + x"):
    try:
        print(text, "=", Parser(text).expr())
    except SyntaxError as e:
        print(text, "->", e)


def life(cells, steps):
    for _ in range(steps):
        near = {}
        for x, y in cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        k = (x + dx, y + dy)
                        near[k] = near.get(k, 0) + 1
        cells = {k: 1 for k, n in near.items() if n == 3 or (n == 2 and k in cells)}
    return sorted(cells)


print(life({(1, 0): 1, (2, 1): 1, (0, 2): 1, (1, 2): 1, (2, 2): 1}, 4))


def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


print(hanoi(3), len(hanoi(8)))


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print(max(range(1, 300), key=collatz), collatz(27))


def edit(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return row[-1]


print(edit("kitten", "sitting"), edit("", "abc"), edit("same", "same"))
m = [[1, 2], [3, 4]]
for _ in range(10):
    m = [[sum(m[i][k] * m[k][j] for k in range(2)) % 1000003 for j in range(2)] for i in range(2)]
print(m)

# expect: [1, 0, 0, 2, 10, 4]
# expect: True [27, 264, 753, 806, 735]
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47] 669
# expect: 1 + 2 * 3 = 7
# expect: (1+2)*3 - 4/2 = 7.0
# expect: 2*(3+(4-1)) = 12
# expect: 1 + x -> unexpected 'x' at 2
# expect: [(1, 3), (2, 1), (2, 3), (3, 2), (3, 3)]
# expect: ['AC', 'AB', 'CB', 'AC', 'BA', 'BC', 'AC'] 255
# expect: 231 111
# expect: 3 3 0
# expect: [[221611, 733678], [100514, 322125]]
