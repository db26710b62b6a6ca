# range and slice objects.
print(range(5), range(1, 5), range(0, 10, 3), range(5, 0, -1), range(0))
print(list(range(5)), list(range(2, 10, 3)), list(range(5, 0, -2)), list(range(5, 5)), list(range(0, -3, -1)))
print(len(range(10)), len(range(0, 10, 3)), len(range(10, 0)), range(10)[3], range(10)[-1], range(0, 20, 5)[2], range(10)[2:5], range(10)[::-1])
print(3 in range(5), 7 in range(0, 10, 2), 8 in range(0, 10, 2), -1 in range(5), 2.0 in range(5), "a" in range(3))
print(range(3) == range(0, 3), range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 5), range(3) != range(4))
r = range(1, 10, 2)
print(r.start, r.stop, r.step, r.index(5), r.count(3), sum(r), max(r), min(r), list(reversed(r)), bool(range(0)))
print(list(range(10 ** 20, 10 ** 20 + 3)), len(range(-5, 5)))
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(3), slice(None, None, -1), s.indices(6), slice(None, None, -1).indices(4))
data = list(range(10))
print(data[s], data[slice(3)], data[-100:100], data[5:2], data[5:2:-1], data[::-3], data[8:1:-2], data[-1:-4:-1])
print("hello"[slice(1, 3)], (1, 2, 3)[slice(None, None, 2)], slice(1, 2) == slice(1, 2))


class Show:
    def __getitem__(self, key):
        return key


show = Show()
print(show[1], show[1:2], show[::3], show[1, 2], show[1:2, ::3], show[...], show[:])
for i in range(3):
    for j in range(i, 3):
        print(i, j, end=" ")
print()
total = 0
for i in range(1, 1000001, 1000):
    total += i
print(total)
for i in range(3):
    i += 10
print(i)
for f in (lambda: range(1, 2, 0), lambda: range(5)[5], lambda: range(1.5), lambda: range("a"), lambda: [1, 2][::0], lambda: [1][1.5:], lambda: range(3).index(7)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

# expect: range(0, 5) range(1, 5) range(0, 10, 3) range(5, 0, -1) range(0, 0)
# expect: [0, 1, 2, 3, 4] [2, 5, 8] [5, 3, 1] [] [0, -1, -2]
# expect: 10 4 0 3 9 10 range(2, 5) range(9, -1, -1)
# expect: True False True False True False
# expect: True True True True
# expect: 1 10 2 2 1 25 9 1 [9, 7, 5, 3, 1] False
# expect: [100000000000000000000, 100000000000000000001, 100000000000000000002] 10
# expect: slice(1, 10, 2) 1 10 2 slice(None, 3, None) slice(None, None, -1) (1, 6, 2) (3, -1, -1)
# expect: [1, 3, 5, 7, 9] [0, 1, 2] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [] [5, 4, 3] [9, 6, 3, 0] [8, 6, 4, 2] [9, 8, 7]
# expect: el (1, 3) True
# expect: 1 slice(1, 2, None) slice(None, None, 3) (1, 2) (slice(1, 2, None), slice(None, None, 3)) Ellipsis slice(None, None, None)
# expect: 0 0 0 1 0 2 1 1 1 2 2 2 
# expect: 499501000
# expect: 12
# expect: ValueError: range() arg 3 must not be zero
# expect: IndexError: range object index out of range
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: slice step cannot be zero
# expect: TypeError: slice indices must be integers or None or have an __index__ method
# expect: ValueError: range.index(x): x not in range
