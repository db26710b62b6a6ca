# Loops that run long enough to be compiled, with everything that must leave compiled code in the middle.
def ints(n):
    total = 0
    for i in range(n):
        total += i * i
        if total > 1 << 40:
            total -= 1 << 40
    return total


print(ints(20000))


def overflow(n):
    x = 1
    for i in range(n):
        x = x * 3 + 1
    return x


print(overflow(100))


def kinds(values, n):
    total = 0
    for i in range(n):
        total += values[i % len(values)]
    return total


print(kinds([1, 2, 3], 5000), kinds([1, 2.5, 3], 5000), kinds([2 ** 62, 2 ** 62, 5], 50), kinds([True, 2], 5000))


class Acc:
    def __init__(self):
        self.n = 0

    def add(self, v):
        self.n += v
        return self


class Acc2(Acc):
    def add(self, v):
        self.n += 2 * v
        return self


def methods(objs, n):
    for i in range(n):
        objs[i % len(objs)].add(i)
    return [o.n for o in objs]


print(methods([Acc()], 3000), methods([Acc(), Acc2()], 3000))


def raising(n):
    caught = 0
    for i in range(n):
        try:
            if i % 7 == 0:
                raise ValueError(i)
            if i % 11 == 0:
                [][i]
        except ValueError as e:
            caught += e.args[0]
        except IndexError:
            caught -= 1
    return caught


print(raising(5000))


def branches(n):
    counts = [0] * 8
    s = 12345
    for _ in range(n):
        s = (s * 1103515245 + 12345) & 0x7FFFFFFF
        for b in range(8):
            if s >> b & 1:
                counts[b] += 1
    return counts


print(branches(4000))


def gen(n):
    a, b = 0, 1
    for _ in range(n):
        yield a
        a, b = b, (a + b) % 1000007


print(sum(gen(5000)))


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(18))


def strings(n):
    s, t = "", []
    for i in range(n):
        s += chr(97 + i % 26)
        if len(s) > 50:
            t.append(s)
            s = ""
    return len(t), t[-1], s


print(strings(5000))


def dicts(n):
    d = {}
    for i in range(n):
        k = i % 97
        d[k] = d.get(k, 0) + i
    return sum(d.values()), len(d), d[13]


print(dicts(5000))


def nested(n):
    hits = 0
    for i in range(n):
        for j in range(i):
            if j * j > i:
                break
            if (i + j) % 3 == 0:
                continue
            hits += 1
        else:
            hits += 100
    return hits


print(nested(300))


def floats(n):
    x, y = 0.0, 1.0
    for i in range(n):
        x += y * 0.5 - x * 0.1
        y = -y if i % 3 else y + 0.25
    return x, y


print(floats(5000))


def late_type(n):
    out = 0
    for i in range(n):
        v = i if i < n - 3 else float(i)
        out += v
    return out


print(late_type(4000))


def closures(n):
    fs = [lambda v, k=k: v + k for k in range(3)]
    t = 0
    for i in range(n):
        t = fs[i % 3](t)
    return t


print(closures(4000))


def div(n):
    t = 0
    for i in range(1, n):
        t += (n // i) % 7 - (-n // i) % 5 + (i << 2 >> 1)
    return t


print(div(3000))
i = 0
total = 0
while i < 3000:
    total += i
    i += 1
print(total)
try:
    for i in range(3000):
        if i == 2999:
            1 // 0
except ZeroDivisionError:
    print("left at", i)

# expect: 467443414448
# expect: 773066281098016996554691694648431909053161283001
# expect: 9999 10832.5 156797324626531188816 7500
# expect: [4498500] [2248500, 4500000]
# expect: 1786395
# expect: [2000, 2000, 2000, 2000, 2000, 2002, 2004, 2005]
# expect: 2462536596
# expect: 2584
# expect: (98, 'hijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdef', 'gh')
# expect: (12497500, 97, 129298)
# expect: 2705
# expect: (838.7305626285047, -417.75)
# expect: 7998000.0
# expect: 3999
# expect: 8995743
# expect: 4498500
# expect: left at 2999
