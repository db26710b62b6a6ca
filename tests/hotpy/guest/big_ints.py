# Integers beyond 64 bits: every operator, conversion to and from text, comparison, hash equality.
a = 2 ** 100
b = 3 ** 70
print(a, b)
print(a + b, a - b, b - a)
print(a * b)
print(b // a, b % a, -b // a, -b % a, b // -a, b % -a)
print(divmod(b * 1000 + 7, a))
print(a & b, a | b, a ^ b, ~a)
print(-a & b, -a | b, -a ^ b)
print(a >> 90, b >> 100, -b >> 100, 1 << 200)
print(a == 2 ** 100, a < b, a > b, -a < b, a != a + 1)
print(a - a, a - a + 5, (a + 1) - a, a * 0)
print(int("123456789012345678901234567890"), int("-" + "9" * 40), int("f" * 30, 16))
print(str(10 ** 50), len(str(7 ** 500)), repr(-10 ** 30))
print(hex(2 ** 70 - 1), bin(2 ** 65), oct(2 ** 64))
print((2 ** 100).bit_length(), (2 ** 100 - 1).bit_length(), (-(2 ** 100)).bit_length())
print(a / b, b / a, 10 ** 400 / 10 ** 399, float(2 ** 80), int(1e30))
print(2 ** 1000 % 1000007, pow(7, 12345, 10 ** 20), pow(2 ** 70, 3))
print(a + 1.5, a * 1.0, 1e20 == 10 ** 20, 10 ** 20 > 1e19, 2 ** 53 + 1 == 2.0 ** 53)
print(abs(-a), -a, +a, bool(a), not a)
d = {2 ** 64: "x", 10 ** 30: "y"}
print(d[18446744073709551616], d[10 ** 15 * 10 ** 15], 2 ** 65 in d)
f = 1
for i in range(1, 41):
    f *= i
print(f)
x, y = 0, 1
for _ in range(200):
    x, y = y, x + y
print(x)
n = 10 ** 40 + 12345
digits = 0
while n:
    digits += n % 10
    n //= 10
print(digits)
print(f"{2 ** 90:,} {2 ** 90:x} {-(2 ** 90):>40d}|")
print(round(123456789012345678901234567890, -20), (10 ** 25 + 5) // 10)
print(sum([10 ** 20, 10 ** 21, 5]), max(2 ** 70, 2 ** 69), sorted([2 ** 80, -(2 ** 80), 5]))
try:
    print(1.0 * 10 ** 400)
except OverflowError as e:
    print(e)
try:
    print(10 ** 400 / 3)
except OverflowError as e:
    print(e)
try:
    print(a // 0)
except ZeroDivisionError as e:
    print(e)
