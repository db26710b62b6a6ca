# Integers of one machine word: arithmetic, floor division, shifts, bit operations, conversions.
print(7 // 2, -7 // 2, 7 // -2, -7 // -2)
print(7 % 3, -7 % 3, 7 % -3, -7 % -3)
print(divmod(17, 5), divmod(-17, 5), divmod(17, -5))
print(2 ** 10, (-2) ** 3, 2 ** -1, 0 ** 0)
print(1 << 10, -1 >> 5, 1023 >> 3, -1024 >> 3)
print(6 & 3, 6 | 3, 6 ^ 3, ~6, -1 & 255)
print(10 / 4, 9 / 3, -1 / 3)
print(int("42"), int("-17"), int("  8  "), int("ff", 16), int("0b101", 0), int("1_000"), int(3.99), int(-3.99), int(True))
print(abs(-5), -(-5), +5, bool(0), bool(-1))
print(pow(3, 4), pow(3, 4, 5), pow(2, 100, 1000000007), pow(3, -1, 7))
print(True + True, True * 10, False - 1, True == 1, True is True)
print(hex(255), oct(8), bin(10), hex(-255), bin(-3))
print((255).bit_length(), (0).bit_length(), (-8).bit_length(), (5).bit_count())
print(1 < 2 < 3, 1 < 3 < 2, 3 == 3.0, 1 != 2, not 0)
print(repr(-0), str(12345), format(1234567, ","), format(255, "#x"), format(42, "08d"), format(-42, "+d"))
print(round(15, -1), round(25, -1), round(1234, -2), round(7))
x = 5
x += 3
x *= 2
x -= 1
x //= 4
x **= 3
x %= 10
x <<= 4
x |= 1
x ^= 8
x >>= 1
print(x)
total = 0
for i in range(1000):
    total += i * i - (i ^ 3)
print(total)
print(0x7fffffff + 1, -0x80000000 - 1, 140737488355327 + 1, -140737488355328 - 1)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2)
print(3037000500 * 3037000500, 4294967296 * 2147483648, 46341 * 46341)
print((1).__add__(2), (5).real, (5).numerator, int.__name__)
for bad in ("", "12x", "1__0", "0x10"):
    try:
        int(bad)
    except ValueError as e:
        print(e)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 1 << -1, lambda: 0 ** -1, lambda: divmod(1, 0)):
    try:
        f()
    except (ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)

# expect: 3 -4 -4 3
# expect: 1 2 -2 -1
# expect: (3, 2) (-4, 3) (-4, -3)
# expect: 1024 -8 0.5 1
# expect: 1024 -1 127 -128
# expect: 2 7 5 -7 255
# expect: 2.5 3.0 -0.3333333333333333
# expect: 42 -17 8 255 5 1000 3 -3 1
# expect: 5 5 5 False True
# expect: 81 1 976371285 5
# expect: 2 10 -1 True True
# expect: 0xff 0o10 0b1010 -0xff -0b11
# expect: 8 0 4 2
# expect: True False True True True
# expect: 0 12345 1,234,567 0xff 00000042 -42
# expect: 20 20 1200 7
# expect: 60
# expect: 332334000
# expect: 2147483648 -2147483649 140737488355328 -140737488355329
# expect: 9223372036854775808 -9223372036854775809 18446744073709551614
# expect: 9223372037000250000 9223372036854775808 2147488281
# expect: 3 5 5 int
# expect: invalid literal for int() with base 10: ''
# expect: invalid literal for int() with base 10: '12x'
# expect: invalid literal for int() with base 10: '1__0'
# expect: invalid literal for int() with base 10: '0x10'
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ValueError negative shift count
# expect: ZeroDivisionError zero to a negative power
# expect: ZeroDivisionError division by zero
