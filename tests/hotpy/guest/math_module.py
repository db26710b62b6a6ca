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
