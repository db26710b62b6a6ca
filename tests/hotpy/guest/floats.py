# Floats: repr is the shortest text that reads back, arithmetic, rounding, specials, methods.
inf = float("inf")
nan = float("nan")
print(0.1 + 0.2, 1 / 3, 1e16, 1e15, 123456789.0, 1e22, 1e21, 1.5e300 * 1e10)
print(1e-4, 1e-5, 0.0001234, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308)
print(inf, -inf, nan, inf - inf, inf * 0, -inf < inf, nan == nan, nan != nan)
print(-0.0, 0.0 == -0.0, 0.0 * -1, str(-0.0))
print(3.7 // 1, -3.7 // 1, 3.7 % 1, -3.7 % 1, 7.5 // 2, -7.5 // 2, 7.5 % -2)
print(divmod(7.5, 2), divmod(-7.5, 2), divmod(7.5, -2))
print(2.0 ** 0.5, 2 ** 0.5, (-8) ** 2.0, 10.0 ** -3, 4.0 ** 0)
print(float("1.5"), float(" -2e3 "), float("1_000.5"), float("infinity"), float("NaN"), float(7), float("0x1p3".replace("0x1p3", "8")))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(0.5), round(1.5), round(1e20))
print(int(1e18), int(-2.9), (2.0).is_integer(), (2.5).is_integer(), (0.5).as_integer_ratio())
print((255.5).hex(), float.fromhex("0x1.8p1"))
print(1.0 == 1, 1.5 > 1, 2 < 2.5, 1e308 * 10, -1e308 * 10)
print(abs(-1.5), -(-1.5), +2.5, bool(0.0), bool(0.1), not 0.0)
print(min(1.5, 2), max(1, 2.5), sum([0.1] * 10), sum([1, 2.5]))
print(repr(100.0), repr(1e100), repr(123456.789), repr(0.1), repr(1 / 7))
print([1.0, 2.5, -3.0], (1e3,), {0.5: 1.5})
print(1.1 + 2.2, 3.3 * 3, 1e16 + 1, 1e17 - 1, 0.1 * 3, 4.35 * 100)
x = 0.0
for i in range(100):
    x += 0.1
print(x)
h = 0.0
for i in range(1, 1001):
    h += 1.0 / i
print(h)
for text in ("", "abc", "1.2.3", "1e"):
    try:
        float(text)
    except ValueError as e:
        print(e)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: int(inf), lambda: int(nan), lambda: 0.0 ** -1):
    try:
        f()
    except (ZeroDivisionError, OverflowError, ValueError) as e:
        print(type(e).__name__, e)

# expect: 0.30000000000000004 0.3333333333333333 1e+16 1000000000000000.0 123456789.0 1e+22 1e+21 inf
# expect: 0.0001 1e-05 0.0001234 5e-324 1.7976931348623157e+308 2.2250738585072014e-308
# expect: inf -inf nan nan nan True False True
# expect: -0.0 True -0.0 -0.0
# expect: 3.0 -4.0 0.7000000000000002 0.2999999999999998 3.0 -4.0 -0.5
# expect: (3.0, 1.5) (-4.0, 0.5) (-4.0, -0.5)
# expect: 1.4142135623730951 1.4142135623730951 64.0 0.001 1.0
# expect: 1.5 -2000.0 1000.5 inf nan 7.0 8.0
# expect: 2 4 -2 2.67 1200.0 0 2 100000000000000000000
# expect: 1000000000000000000 -2 True False (1, 2)
# expect: 0x1.ff00000000000p+7 3.0
# expect: True True True inf -inf
# expect: 1.5 1.5 2.5 False True True
# expect: 1.5 2.5 1.0 3.5
# expect: 100.0 1e+100 123456.789 0.1 0.14285714285714285
# expect: [1.0, 2.5, -3.0] (1000.0,) {0.5: 1.5}
# expect: 3.3000000000000003 9.899999999999999 1e+16 1e+17 0.30000000000000004 434.99999999999994
# expect: 9.99999999999998
# expect: 7.485470860550343
# expect: could not convert string to float: ''
# expect: could not convert string to float: 'abc'
# expect: could not convert string to float: '1.2.3'
# expect: could not convert string to float: '1e'
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer
# expect: ZeroDivisionError zero to a negative power
