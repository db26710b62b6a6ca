# The math module.
import math

print(math.pi, math.e, math.inf, math.nan, math.tau)
print(math.sqrt(2), math.sqrt(16), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fabs(-2))
print(math.sin(1), math.cos(1), math.tan(1), math.atan2(1, 2), math.hypot(3, 4), math.degrees(math.pi), math.radians(180))
print(math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.pow(2, 0.5))
print(math.gcd(12, 18), math.factorial(10), math.isqrt(17), math.comb(5, 2), math.fmod(7, 3), math.copysign(1, -0.0))
print(math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4))
print(math.floor(10 ** 20), math.ceil(2.0), math.floor(1e20), type(math.floor(2.5)).__name__)
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.sqrt("x"), lambda: math.exp(1000), lambda: math.floor(math.inf)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

# expect: 3.141592653589793 2.718281828459045 inf nan 6.283185307179586
# expect: 1.4142135623730951 4.0 -2 2 -1 2.0
# expect: 0.8414709848078965 0.5403023058681398 1.5574077246549023 0.4636476090008061 5.0 180.0 3.141592653589793
# expect: 2.718281828459045 2.302585092994046 3.0 3.0 3.0 1.4142135623730951
# expect: 6 3628800 4 10 1.0 -1.0
# expect: True True True True (0.5, 2.0) (0.5, 4) 8.0
# expect: 100000000000000000000 2 100000000000000000000 int
# expect: ValueError: expected a nonnegative input, got -1.0
# expect: ValueError: expected a positive input
# expect: ValueError: factorial() not defined for negative values
# expect: TypeError: must be real number, not str
# expect: OverflowError: math range error
# expect: OverflowError: cannot convert float infinity to integer
