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

# expect: [0, 3, 1, 2, 5, 4, 9, 6, 7] 9 0 7 [3, 1, 2] [7, 6, 9, 4, 5, 2, 1, 3, 0] [0, 1, 5, 9, 7] [9, 6, 7]
# expect: 7 0 9 [3, 1, 2, 5, 4, 6]
# expect: [3, 1, 2, 5, 4, 6] 3 1 True True
# expect: [1, 2, 3, 4, 5, 6] [6, 5, 4, 3, 2, 1] True False
# expect: [6, 5, 4, 3, 2, 1] [1, 2, 3, 4, 5, 6]
# expect: [0, 1, 'x', 5, 6, 7, 8, 9]
# expect: [0, 100, 200, 1, 'x', 5, 6, 7, 8, 9]
# expect: [0, 100, 0, 1, 0, 5, 0, 7, 0, 9]
# expect: [100, 0, 5, 0, 7, 0]
# expect: [] True True
# expect: [1, 1, 1, 2, 2, 1, 1, 1, 2, 2, 7, 8, 'a', 'b']
# expect: True True True True False True
# expect: [[0, 5, 0], [0, 0, 0]] [[0, 1], [0, 1]]
# expect: ['fig', 'pear', 'kiwi', 'apple']
# expect: ['apple', 'kiwi', 'pear', 'fig'] ['apple', 'fig', 'kiwi', 'pear'] ['pear', 'kiwi', 'fig', 'apple']
# expect: [(1, 'z'), (2, 'a'), (2, 'b')] [1.5, 2, 3] ['a', 'b', 'c'] [False, True, 2]
# expect: [1, [2, [3, [4]]]] [None, True, 1.5, 's'] [[]] ['a', 'b', 'c'] [1, 2] [0, 1, 2] ['a', 'b']
# expect: [1, 2, [...]] 3
# expect: []
# expect: 499500 500 0 999 0 [990, 991, 992, 993, 994, 995, 996, 997, 998, 999] [5, 10, 15] [20, 15, 10]
# expect: True
# expect: [1008, 1007, 1006]
# expect: [1008, 1007, 1006]
# expect: IndexError: list index out of range
# expect: IndexError: pop from empty list
# expect: ValueError: list.remove(x): x not in list
# expect: ValueError: list.index(x): x not in list
# expect: TypeError: can only concatenate list (not "tuple") to list
# expect: TypeError: list indices must be integers or slices, not str
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: ValueError: attempt to assign sequence of size 1 to extended slice of size 2
# expect: attempt to assign sequence of size 3 to extended slice of size 1
# stderr: /guest/lists.py:62: SyntaxWarning: list indices must be integers or slices, not str; perhaps you missed a comma?
# stderr:   for f in (lambda: [1][5], lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1] + (2,), lambda: [1]["a"], lambda: sorted([1, "a"]), lambda: [1] < ["a"], lambda: [1] * "a", lambda: [1] * 1.5):
