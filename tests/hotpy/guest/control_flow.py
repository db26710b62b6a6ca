# if, while, for, else clauses, break, continue, conditional expressions, chained comparisons, match.
for n in (-1, 0, 1):
    if n < 0:
        print("negative")
    elif n == 0:
        print("zero")
    else:
        print("positive")
i = 0
while i < 10:
    i += 1
    if i % 2:
        continue
    if i > 6:
        break
    print(i, end=" ")
else:
    print("not reached")
print(i)
while i:
    i -= 1
else:
    print("while else", i)
for x in [1, 2, 3]:
    if x == 5:
        break
else:
    print("for else", x)
for x in []:
    pass
else:
    print("empty else")
for a in range(3):
    for b in range(3):
        if b == a:
            break
        print(a, b, end=";")
    else:
        print("never here for a <", a)
print()
print("yes" if 1 < 2 < 3 else "no", 1 and 2, 0 and 1, 0 or "x", "" or [] or 0, not (1 and 0), None or 5)


def side(v):
    print("side", v, end=" ")
    return v


print(side(1) < side(3) < side(2) < side(9))
print(side(0) and side(1) or side(2))
if (m := side(4)) > 3:
    print(m)
print([y := 5, y ** 2], y)


def kind(v):
    match v:
        case 0:
            return "zero"
        case 1 | 2:
            return "small"
        case int() if v < 0:
            return "negative"
        case int(n):
            return f"int {n}"
        case "a" | "b":
            return "letter"
        case str() as s:
            return f"str {s}"
        case []:
            return "empty list"
        case [x]:
            return f"one {x}"
        case [x, *rest]:
            return f"first {x} rest {rest}"
        case {"type": t, **others}:
            return f"typed {t} {others}"
        case None:
            return "none"
        case _:
            return "other"


for v in (0, 2, -5, 77, "a", "zz", [], [1], [1, 2, 3], (4, 5), {"type": 1, "k": 2}, {}, None, 1.5):
    print(kind(v))
assert 1 + 1 == 2
try:
    assert 1 + 1 == 3, "arithmetic"
except AssertionError as e:
    print("AssertionError", e)
del x
try:
    x
except NameError as e:
    print(e)
pass

# expect: negative
# expect: zero
# expect: positive
# expect: 2 4 6 8
# expect: while else 0
# expect: for else 3
# expect: empty else
# expect: 1 0;2 0;2 1;
# expect: yes 2 0 x 0 True 5
# expect: side 1 side 3 side 2 False
# expect: side 0 side 2 2
# expect: side 4 4
# expect: [5, 25] 5
# expect: zero
# expect: small
# expect: negative
# expect: int 77
# expect: letter
# expect: str zz
# expect: empty list
# expect: one 1
# expect: first 1 rest [2, 3]
# expect: first 4 rest [5]
# expect: typed 1 {'k': 2}
# expect: other
# expect: none
# expect: other
# expect: AssertionError arithmetic
# expect: name 'x' is not defined
