# Integers, floats, math, ranges, numeric built-ins.
import math
import sys


def show(f):
    try:
        print(ascii(f()))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (1+2, 2**10, 2**100, -7//2, 7//-2, -7%3, 7%-3, 1/3, 10/2, 7//2.0, 7.5//2, -7.5//2, 7.5%2, -7.5%2, 7.5%-2, divmod(7,2), divmod(-7,2), divmod(7.5,2), divmod(-7.5, 2)))
show(lambda: (1<<100, (1<<100)>>98, -1>>5, -5>>1, 5&3, 5|3, 5^3, ~5, -(-5), +5, -(2**63), 2**63, 2**63-1, -(2**64), 2**47, -(2**47), 2**48 - 1))
show(lambda: (10**18 * 10**18, 123456789**5, (10**30)//(10**10), (10**30)%7, -(10**30)//7, -(10**30)%7, 10**30 - 10**30, 3**200 % 1000, (2**64)*(2**64), (2**62)*4, (2**62)+(2**62), -(2**63) - 1, (-(2**63))//-1, -(2**63) * -1))
show(lambda: (2**0.5, 2**-1, 4**0.5, 2.0**3, (-2)**3, (-2.0)**2, 0**0, 0.0**0, 1e308*10, -1e308*10, 10**-2, (-8)**2, 1.5**2.5, 9**0.5))
show(lambda: (True+True, True*5, True&False, True|2, True^True, ~True, -True, True/2, True<2, True==1, False==0, not True, True and 1))
show(lambda: (1 < 2, 1 < 2.5, 2**60 < 2.0**60, 2**53+1 == float(2**53+1), 2**53+1 > 2.0**53, 10**400 > 1e308, 10**400 > float("inf"), 1 == 1.0, 1 != 1.0, float("nan") == float("nan"), float("nan") < 1, 1 < float("nan"), 10**20 == 1e20, 10**20+1 == 1e20, 0.1+0.2 == 0.3, 3 > 2 > 1))
show(lambda: (0.1+0.2, 1e16, 1e15, 123456789012345678.0, 1e22, 1e21, 1.0, 100.0, 1e-4, 1e-5, 0.0001234, 1.5e300, 5e-324, 1.7976931348623157e308, -0.0, float("inf"), -float("inf"), float("nan"), 3.14, 2/3, 1e100, 12345.678e10, 0.1, 1/7))
show(lambda: (int("42"), int("-42"), int(" 42 "), int("1_000"), int("ff", 16), int("0xff", 16), int("0b101", 2), int("0o17", 8), int("0x1f", 0), int("z", 36), int("101", 2), int("+5"), int("٣"), int("1"*50), int("-"+"9"*30), int(3.9), int(-3.9), int(1e20), int(True), int("0", 0), int("00", 0), int("0_0"), int(b"12"), int()))
show(lambda: (int("010", 0)))
show(lambda: (int("1__0")))
show(lambda: (int("_1")))
show(lambda: (int("1 2")))
show(lambda: (int("0x")))
show(lambda: (int("९")))
show(lambda: (int("12", 3), int("0b1", 16), int("0xb1", 0)))
show(lambda: (int(1e400)))
show(lambda: (float("1.5"), float(" 1e5 "), float("-inf"), float("nan"), float("1_0.5"), float("Infinity"), float("+.5"), float("5."), float("1e-400"), float("1e400"), float(5), float(True), float("٣.٥"), float(10**20), float(), float("1E5"), float("0x10") if False else 1))
show(lambda: (float("1._5")))
show(lambda: (float("1e")))
show(lambda: (float("1e5_")))
show(lambda: (float(".")))
show(lambda: (float("+-1")))
show(lambda: (float(10**400)))
show(lambda: (round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(0.5), round(1.5), round(2.675, 2), round(1e20), round(5), round(5, 2), round(1e300, 2), round(-0.4), round(123.456, -1), round(123.456, -5), round(0.1, 30), round(1.005, 2), round(True), round(2.5, 0), round(15, -1), round(25, -1), round(-15, -1), round(2.5, None)))
show(lambda: (abs(-5), abs(-5.5), abs(-2**100), abs(True), abs(-0.0), abs(-(2**47)), abs(-(2**63))))
show(lambda: (pow(2,10), pow(2,10,1000), pow(3,-1,7), pow(2,-1), pow(2.0,3), pow(10**20, 3, 97), pow(-3, 3, 5), pow(3, 3, -5), pow(0,0,1), pow(2, 200, 10**9+7), pow(base=2, exp=3)))
show(lambda: (hash(1), hash(-1), hash(0), hash(1.0), hash(True), hash(0.0) , hash(100)))


def case_1():
    return (5 .bit_length(), (2 ** 100).bit_length(), 0 .bit_length(), (-5).bit_length(), 255 .bit_count(), 5 .real, 5 .imag, 5 .numerator, 5 .denominator, 5 .conjugate(), 5 .as_integer_ratio(), 5 .is_integer(), 1.5.is_integer(), 2.0.is_integer(), 1.5.as_integer_ratio(), 0.1.as_integer_ratio(), 1e+300.as_integer_ratio()[1], 1.5.real, 1.5.hex(), 0.1.hex(), (-0.0).hex(), 5e-324.hex(), float('inf').hex())


show(case_1)


def case_2():
    return (258 .to_bytes(2, 'big'), 258 .to_bytes(2, 'little'), (-1).to_bytes(2, 'big', signed=True), int.from_bytes(b'\x01\x02', 'big'), int.from_bytes(b'\xff\xff', 'big', signed=True), int.from_bytes(b'\x01\x02', 'little'), (2 ** 100).to_bytes(13, 'big'), 0 .to_bytes())


show(case_2)


def case_3():
    return 1000 .to_bytes(1)


show(case_3)
show(lambda: (sum([1,2,3]), sum([0.1]*10), sum([1, 2.5]), sum([], 5), sum([[1],[2]], []), sum([2**62]*4), sum([True, True]), sum((1,2)), sum(range(10)), sum([1.5, 10**20]), sum([1e100, 1.0, -1e100]), sum({1:2,3:4}), sum([1,2], start=10)))
show(lambda: (min(1,2), max(1,2), min([3,1,2]), max(3,1,2), min(1.5,2), max("a","b"), min([], default=5), max([1,2,3], key=abs), min([-3,2], key=abs), max(1, 2.0), min((1,2),(1,1)), max([1,1.0]), max(1.0, 1)))
show(lambda: (math.sqrt(2), math.floor(2.5), math.ceil(2.5), math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.pi, math.e, math.sin(0), math.cos(0), math.exp(0), math.log(math.e), math.log(8, 2), math.log2(8), math.log10(1000), math.pow(2, 3), math.fabs(-2), math.hypot(3, 4), math.atan2(1, 1), math.degrees(math.pi), math.radians(180)))
show(lambda: (math.factorial(0), math.factorial(10), math.factorial(30), math.gcd(12, 18), math.gcd(), math.lcm(4, 6), math.isqrt(17), math.isqrt(10**40), math.comb(5, 2), math.comb(50, 25), math.perm(5, 2), math.perm(4), math.prod([1,2,3]), math.prod([2], start=5), math.gcd(10**30, 10**20 * 3)))
show(lambda: (math.isnan(float("nan")), math.isinf(float("inf")), math.isfinite(1), math.copysign(1, -0.0), math.fmod(7, 3), math.fmod(-7, 3), math.modf(2.5), math.modf(-2.5), math.frexp(8.0), math.frexp(0.3), math.ldexp(0.5, 4), math.ldexp(1.0, -1074), math.isclose(1, 1+1e-10), math.fsum([0.1]*10), math.cbrt(27), math.log1p(0), math.expm1(0), math.tanh(1), math.inf, -math.inf, math.nan, math.tau, math.log(10**400), math.log2(2**1000), math.floor(1e20), math.ceil(5)))
show(lambda: (math.sqrt("a")))
show(lambda: (math.sqrt(-1.5)))
show(lambda: (math.log(0.0)))
show(lambda: (math.log(-5.0)))
show(lambda: (math.acos(2)))
show(lambda: (math.asin(-2)))
show(lambda: (math.acosh(0)))
show(lambda: (math.atanh(1)))
show(lambda: (math.log1p(-1)))
show(lambda: (math.cos(float("inf"))))
show(lambda: (math.ldexp(1.0, 2000)))
show(lambda: (math.cosh(1000)))
show(lambda: (math.floor(float("inf"))))
show(lambda: (math.perm(-1)))
show(lambda: (1 + None))
show(lambda: (None + 1))
show(lambda: (1.5 + "a"))
show(lambda: (1 & 1.5))
show(lambda: (1.5 % "a"))
show(lambda: (1 @ 2))
show(lambda: ("a" - "b"))
show(lambda: ([] - []))
show(lambda: ({} + {}))
show(lambda: (1 < None))
show(lambda: ("a" < 1.5))
show(lambda: ([] < ()))
show(lambda: (-None))
show(lambda: (range(5), range(1,5), range(1,10,2), list(range(5)), list(range(10,0,-3)), len(range(10)), len(range(0,10,3)), range(10)[3], range(10)[-1], range(10)[2:5], range(10)[::-1], range(0,10,2)[1:], 5 in range(10), 10 in range(10), 4 in range(0,10,2), 5 in range(0,10,2), 5.0 in range(10), "a" in range(3), range(3) == range(0,3), range(0) == range(1,1), range(0,3,2) == range(0,4,2), range(10).index(5), range(10).count(5), list(reversed(range(5))), range(10**20)[5], len(range(0)), bool(range(0)), sum(range(100)), range(5).start, range(1,5,2).step, 10**20 in range(10**21), list(range(2**63, 2**63+2)), max(range(5)), hash(range(3)) == hash(range(0,3,1))))
show(lambda: (len(range(10**20))))
show(lambda: (range(5).index(7)))
show(lambda: (slice(1,2,3), slice(5), slice(1,10).indices(5), slice(None,None,-1).indices(5), slice(-3, None).indices(10), slice(1,2) == slice(1,2), slice(None, 100, 3).indices(10), slice(10, 0, -2).indices(7)))
show(lambda: (isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance("a", str), issubclass(bool, int), isinstance(1, object), isinstance(1.0, int), isinstance(int, type), issubclass(int, (str, object))))
show(lambda: (callable(len), callable(1), callable(int), type(1), type("a"), type(None), type(1.5), type([]), type(True), id(1) == id(1), type(len), type(type)))
show(lambda: (bool(0), bool(1), bool(""), bool("a"), bool([]), bool([0]), bool(0.0), bool(None), bool({}), bool(()), bool(range(0)), bool(-0.0), bool(float("nan")), bool()))
show(lambda: (1 if [] else 2, not [], [] or 5, 0 and 1, "" or "x"))
show(lambda: (any([0, 1]), all([0, 1]), any([]), all([]), any("a"), all([1, "a"])))
show(lambda: (list(map(str, [1,2])), list(filter(None, [0,1,2])), list(map(abs, [-1, 2])), list(map(pow, [2,3], [3,2])), list(zip([1,2],[3,4])), list(zip()), list(enumerate([5,6], 1)), dict(zip("ab", [1,2])), list(enumerate("ab", start=5)), list(zip([1,2,3],[4,5])), list(reversed((1,2,3))), next(iter([5])), next(iter([]), 7), list(iter([1,2])), sorted([3,1,2]), sorted([3,1,2], reverse=True), sorted(["b","A","c"], key=str.lower), sorted([-3, 2, 1], key=abs), sorted("bca"), sorted({3:1,1:2})))
show(lambda: (round(1e16+0.5), round(4503599627370497.5), round(0.49999999999999994), round(-1.5), round(1e22)))
show(lambda: (1e5 // 1, 5 // 0.3, 1.0 % 0.1, -1.0 % 0.1, 5.5 // -2, 1e300 % 7, 7 % 1e300, -7 % 1e300, 0.0 % 5, -0.0 % 5, 1e20 % 3, -1e20 % 3, 1e20 // 3, 3.0 // 1e-300))
show(lambda: (math.remainder(7, 3), math.remainder(-7, 3), math.remainder(5, 2), math.nextafter(1, 2), math.nextafter(0, -1), math.ulp(1.0), math.ulp(0), math.dist((1,2),(4,6)), math.sumprod([1,2],[3,4]), math.gamma(5), math.lgamma(1)))
show(lambda: (["%.12g" % f(x) for f in (math.erf, math.erfc) for x in (-3, -1.5, -0.1, 0, 0.5, 1, 1.9, 2.1, 3, 5)]))
show(lambda: (["%.12g" % math.gamma(x) for x in (0.5, 1.5, 4.2, 10.1, 50, 100.5, 170, -0.5, -1.5, -10.3, 1e-5)]))
show(lambda: (["%.12g" % math.lgamma(x) for x in (0.5, 1.5, 4.2, 10.1, 50, 100.5, 1e5, -0.5, -10.3, 3, 1e-5)]))
show(lambda: (math.gamma(-1)))
show(lambda: (math.gamma(0)))
show(lambda: (math.gamma(200)))
show(lambda: (math.lgamma(-2)))
show(lambda: (sum([True, 1.5, True, 2]), sum([0.1, True, 10**30]), "%012e" % float("nan"), "%+05.10G" % float("inf")))

# expect: (3, 1024, 1267650600228229401496703205376, -4, -4, 2, -2, 0.3333333333333333, 5.0, 3.0, 3.0, -4.0, 1.5, 0.5, -0.5, (3, 1), (-4, 1), (3.0, 1.5), (-4.0, 0.5))
# expect: (1267650600228229401496703205376, 4, -1, -3, 1, 7, 6, -6, 5, 5, -9223372036854775808, 9223372036854775808, 9223372036854775807, -18446744073709551616, 140737488355328, -140737488355328, 281474976710655)
# expect: (1000000000000000000000000000000000000, 28679718602997181072337614380936720482949, 100000000000000000000, 1, -142857142857142857142857142858, 6, 0, 1, 340282366920938463463374607431768211456, 18446744073709551616, 9223372036854775808, -9223372036854775809, 9223372036854775808, 9223372036854775808)
# expect: (1.4142135623730951, 0.5, 2.0, 8.0, -8, 4.0, 1, 1.0, inf, -inf, 0.01, 64, 2.7556759606310752, 3.0)
# expect: (2, 5, False, 3, False, -2, -1, 0.5, True, True, True, False, 1)
# expect: (True, True, False, False, True, True, False, True, False, False, False, False, True, False, False, True)
# expect: (0.30000000000000004, 1e+16, 1000000000000000.0, 1.2345678901234568e+17, 1e+22, 1e+21, 1.0, 100.0, 0.0001, 1e-05, 0.0001234, 1.5e+300, 5e-324, 1.7976931348623157e+308, -0.0, inf, -inf, nan, 3.14, 0.6666666666666666, 1e+100, 123456780000000.0, 0.1, 0.14285714285714285)
# expect: (42, -42, 42, 1000, 255, 255, 5, 15, 31, 35, 5, 5, 3, 11111111111111111111111111111111111111111111111111, -999999999999999999999999999999, 3, -3, 100000000000000000000, 1, 0, 0, 0, 12, 0)
# expect: ValueError "invalid literal for int() with base 0: '010'"
# expect: ValueError "invalid literal for int() with base 10: '1__0'"
# expect: ValueError "invalid literal for int() with base 10: '_1'"
# expect: ValueError "invalid literal for int() with base 10: '1 2'"
# expect: ValueError "invalid literal for int() with base 10: '0x'"
# expect: 9
# expect: (5, 177, 177)
# expect: OverflowError 'cannot convert float infinity to integer'
# expect: (1.5, 100000.0, -inf, nan, 10.5, inf, 0.5, 5.0, 0.0, inf, 5.0, 1.0, 3.5, 1e+20, 0.0, 100000.0, 1)
# expect: ValueError "could not convert string to float: '1._5'"
# expect: ValueError "could not convert string to float: '1e'"
# expect: ValueError "could not convert string to float: '1e5_'"
# expect: ValueError "could not convert string to float: '.'"
# expect: ValueError "could not convert string to float: '+-1'"
# expect: OverflowError 'int too large to convert to float'
# expect: (2, 4, -2, 2.57, 1200, 1200, 1400, 0, 2, 2.67, 100000000000000000000, 5, 5, 1e+300, 0, 120.0, 0.0, 0.1, 1.0, 1, 2.0, 20, 20, -20, 2)
# expect: (5, 5.5, 1267650600228229401496703205376, 1, 0.0, 140737488355328, 9223372036854775808)
# expect: (1024, 24, 5, 0.5, 8.0, 47, 3, -3, 0, 499445072, 8)
# expect: (1, -2, 0, 1, 1, 0, 100)
# expect: (3, 101, 0, 3, 8, 5, 0, 5, 1, 5, (5, 1), True, False, True, (3, 2), (3602879701896397, 36028797018963968), 1, 1.5, '0x1.8000000000000p+0', '0x1.999999999999ap-4', '-0x0.0p+0', '0x0.0000000000001p-1022', 'inf')
# expect: (b'\x01\x02', b'\x02\x01', b'\xff\xff', 258, -1, 513, b'\x10\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00', b'\x00')
# expect: OverflowError 'int too big to convert'
# expect: (6, 1.0, 3.5, 5, [1, 2], 18446744073709551616, 2, 3, 45, 1e+20, 1.0, 4, 13)
# expect: (1, 2, 1, 3, 1.5, 'b', 5, 3, 2, 2.0, (1, 1), 1, 1.0)
# expect: (1.4142135623730951, 2, 3, -3, -2, -2, 3.141592653589793, 2.718281828459045, 0.0, 1.0, 1.0, 1.0, 3.0, 3.0, 3.0, 8.0, 2.0, 5.0, 0.7853981633974483, 180.0, 3.141592653589793)
# expect: (1, 3628800, 265252859812191058636308480000000, 6, 0, 12, 4, 100000000000000000000, 10, 126410606437752, 20, 24, 6, 10, 100000000000000000000)
# expect: (True, True, True, -1.0, 1.0, -1.0, (0.5, 2.0), (-0.5, -2.0), (0.5, 4), (0.6, -1), 8.0, 5e-324, True, 1.0, 3.0, 0.0, 0.0, 0.7615941559557649, inf, -inf, nan, 6.283185307179586, 921.0340371976182, 1000.0, 100000000000000000000, 5)
# expect: TypeError 'must be real number, not str'
# expect: ValueError 'expected a nonnegative input, got -1.5'
# expect: ValueError 'expected a positive input, got 0.0'
# expect: ValueError 'expected a positive input, got -5.0'
# expect: ValueError 'expected a number in range from -1 up to 1, got 2.0'
# expect: ValueError 'expected a number in range from -1 up to 1, got -2.0'
# expect: ValueError 'expected argument value not less than 1, got 0.0'
# expect: ValueError 'expected a number between -1 and 1, got 1.0'
# expect: ValueError 'expected argument value > -1, got -1.0'
# expect: ValueError 'expected a finite input, got inf'
# expect: OverflowError 'math range error'
# expect: OverflowError 'math range error'
# expect: OverflowError 'cannot convert float infinity to integer'
# expect: ValueError 'factorial() not defined for negative values'
# expect: TypeError "unsupported operand type(s) for +: 'int' and 'NoneType'"
# expect: TypeError "unsupported operand type(s) for +: 'NoneType' and 'int'"
# expect: TypeError "unsupported operand type(s) for +: 'float' and 'str'"
# expect: TypeError "unsupported operand type(s) for &: 'int' and 'float'"
# expect: TypeError "unsupported operand type(s) for %: 'float' and 'str'"
# expect: TypeError "unsupported operand type(s) for @: 'int' and 'int'"
# expect: TypeError "unsupported operand type(s) for -: 'str' and 'str'"
# expect: TypeError "unsupported operand type(s) for -: 'list' and 'list'"
# expect: TypeError "unsupported operand type(s) for +: 'dict' and 'dict'"
# expect: TypeError "'<' not supported between instances of 'int' and 'NoneType'"
# expect: TypeError "'<' not supported between instances of 'str' and 'float'"
# expect: TypeError "'<' not supported between instances of 'list' and 'tuple'"
# expect: TypeError "bad operand type for unary -: 'NoneType'"
# expect: (range(0, 5), range(1, 5), range(1, 10, 2), [0, 1, 2, 3, 4], [10, 7, 4, 1], 10, 4, 3, 9, range(2, 5), range(9, -1, -1), range(2, 10, 2), True, False, True, False, True, False, True, True, True, 5, 1, [4, 3, 2, 1, 0], 5, 0, False, 4950, 0, 2, True, [9223372036854775808, 9223372036854775809], 4, True)
# expect: OverflowError 'Python int too large to convert to C ssize_t'
# expect: ValueError 'range.index(x): x not in range'
# expect: (slice(1, 2, 3), slice(None, 5, None), (1, 5, 1), (4, -1, -1), (7, 10, 1), True, (0, 10, 3), (6, 0, -2))
# expect: (True, True, True, True, True, True, False, True, True)
# expect: (True, False, True, <class 'int'>, <class 'str'>, <class 'NoneType'>, <class 'float'>, <class 'list'>, <class 'bool'>, True, <class 'builtin_function_or_method'>, <class 'type'>)
# expect: (False, True, False, True, False, True, False, False, False, False, False, False, True, False)
# expect: (2, True, 5, 0, 'x')
# expect: (True, False, False, True, True, True)
# expect: (['1', '2'], [1, 2], [1, 2], [8, 9], [(1, 3), (2, 4)], [], [(1, 5), (2, 6)], {'a': 1, 'b': 2}, [(5, 'a'), (6, 'b')], [(1, 4), (2, 5)], [3, 2, 1], 5, 7, [1, 2], [1, 2, 3], [3, 2, 1], ['A', 'b', 'c'], [1, 2, -3], ['a', 'b', 'c'], [1, 3])
# expect: (10000000000000000, 4503599627370498, 0, -2, 10000000000000000000000)
# expect: (100000.0, 16.0, 0.09999999999999995, 5.551115123125783e-17, -3.0, 1.0, 7.0, 1e+300, 0.0, 0.0, 1.0, 2.0, 3.333333333333333e+19, 3e+300)
# expect: (1.0, -1.0, 1.0, 1.0000000000000002, -5e-324, 2.220446049250313e-16, 5e-324, 5.0, 11, 24.0, 0.0)
# expect: ['-0.999977909503', '-0.966105146475', '-0.112462916018', '0', '0.520499877813', '0.84270079295', '0.992790429235', '0.997020533344', '0.999977909503', '0.999999999998', '1.9999779095', '1.96610514648', '1.11246291602', '1', '0.479500122187', '0.15729920705', '0.00720957076474', '0.00297946665633', '2.20904969986e-05', '1.53745979443e-12']
# expect: ['1.77245385091', '0.886226925453', '7.75668953579', '454760.751442', '6.08281864034e+62', '9.32096310408e+156', '4.269068009e+304', '-3.54490770181', '2.36327180121', '-5.26236323954e-07', '99999.4227942']
# expect: ['0.572364942925', '-0.120782237635', '2.04855563696', '13.0275267386', '144.565743946', '361.435540468', '1051287.70897', '1.26551212348', '-14.45751544', '0.69314718056', '11.5129196929']
# expect: ValueError 'expected a noninteger or positive integer, got -1.0'
# expect: ValueError 'expected a noninteger or positive integer, got 0.0'
# expect: OverflowError 'math range error'
# expect: ValueError 'expected a noninteger or positive integer, got -2.0'
# expect: (5.5, 1e+30, '000000000nan', '+0INF')
