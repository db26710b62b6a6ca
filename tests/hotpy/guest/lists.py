# Lists: methods, slices, slice assignment, sorting, comparison, errors.
a = [3, 1, 2]
a.append(5)
a.extend([4, 6])
a.insert(0, 0)
a.insert(-1, 9)
a.insert(100, 7)
print(a, len(a), a[0], a[-1], a[1:4], a[::-1], a[::2], a[-3:])
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(9) if 9 in a else None
print(a, a.index(5), a.count(3), 5 in a, 99 not in a)
a.sort()
print(a, sorted(a, reverse=True), a.copy() == a, a.copy() is a)
a.reverse()
print(a, list(reversed(a)))
b = list(range(10))
b[2:5] = ["x"]
print(b)
b[1:1] = [100, 200]
print(b)
b[::2] = [0] * len(b[::2])
print(b)
del b[0], b[1:3], b[-1]
print(b)
b[:] = []
print(b, b == [], not b)
c = [1] * 3 + [2] * 2
c *= 2
c += (7, 8)
c += "ab"
print(c)
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [1, 2] == [1, 2], [1] != [1.0], [[1], [2]] == [[1], [2]])
nested = [[0] * 3 for _ in range(2)]
nested[0][1] = 5
alias = [[0]] * 2
alias[0].append(1)
print(nested, alias)
words = ["pear", "fig", "apple", "kiwi"]
words.sort(key=len)
print(words)
words.sort(key=lambda w: (-len(w), w))
print(words, sorted(words), sorted(words, key=str.upper, reverse=True))
print(sorted([(2, "b"), (1, "z"), (2, "a")]), sorted([3, 1.5, 2]), sorted("cab"), sorted([True, False, 2]))
print([1, [2, [3, [4]]]], [None, True, 1.5, "s"], [[]], list("abc"), list((1, 2)), list(range(3)), list({"a": 1, "b": 2}))
r = [1, 2]
r.append(r)
print(r, len(r))
r.clear()
print(r)
s = list(range(1000))
print(sum(s), s[500], s[-1000], max(s), min(s), s[990:], s[5:20:5], s[20:5:-5])
s = [(i * 7919) % 1009 for i in range(1009)]
s.sort()
print(s == list(range(1009)))
s.sort(key=lambda v: -v)
print(s[:3])
for i in range(1000):
    s.append(i)
while len(s) > 3:
    s.pop()
print(s)
for f in (lambda: [1][5], lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1] + (2,), lambda: [1]["a"], lambda: sorted([1, "a"]), lambda: [1] < ["a"], lambda: [1] * "a", lambda: [1] * 1.5):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
try:
    [1, 2, 3][::2] = [1]
except Exception as e:
    print(type(e).__name__ + ":", e)
try:
    x = [1, 2]
    x[::2] = [1, 2, 3]
except ValueError as e:
    print(e)
