# f-strings and format specifications.
name, n, x = "Ann", 42, 3.14159
print(f"{name} {n} {x}", f"{name!r} {name!s} {n!r}", f"{n:5d}|{n:<5}|{n:^5}|{n:>5}|{n:05}")
print(f"{x:.2f} {x:8.3f}|{x:<8.1f}|{x:e} {x:g} {x:%} {x:.1%} {x:+.2f}")
print(f"{n:x} {n:X} {n:o} {n:b} {n:#x} {n:#b} {n:c} {1234567:,} {1234567:_} {1234.5678:,.2f}")
print(f"{name:10}|{name:>10}|{name:^10}|{name:*^10}|{name:.2}|{name:-<6}|")
print(f"{n + 1} {n * 2 = } {name.upper()} {name[0]} {[i for i in range(3)]} {'a' if n else 'b'}")
print(f"{{literal}} {{{n}}} {n}{n}", f"{n=} {x = :.2f} {name=!s}")
width, precision = 10, 3
print(f"{x:{width}.{precision}f}|{name:{'>'}{width}}|{n:{'0'}{width}d}|")
print(f"{'nested ' + f'{n + 1}'} {f'{f"{n}"}'}", f"{n:>{width}}", f"{{'a': {1}}}")
print(f"""multi {
    n
} line""", f"{lambda_result(3)}" if False else f"{(lambda v: v * 2)(4)}")
print(f"{True} {None} {[1, 'a']} {(1,)} { {'k': 1} }", f"{2 ** 70:,}", f"{-5:+} {5:+} {5: } {-5: }")
print(f"{1e10} {1e-7:g} {123456789.123:.3e} {0.1:.20f} {1.0:g} {100000.0:g} {1000000.0:g} {float('inf'):f}")
print(format("x", "^5"), format(12.5, "08.2f"), format(True), format(True, "d"), format(1.5), format([1]), format(None))
print(f"{255:08b} {255:#010x} {-255:#x} {3.0:.0f} {2.5:.0f} {1234567.891:_.1f} {0:,} {999:,} {1000:,} {-1234567:,}")


class Point:
    def __format__(self, spec):
        return f"Point<{spec}>"

    def __repr__(self):
        return "P()"


p = Point()
print(f"{p} {p:abc} {p!r} {p!r:>6}")
for f in (lambda: f"{'a':d}", lambda: f"{1:s}", lambda: f"{1.5:d}", lambda: f"{[1]:5}", lambda: format(1, "q"), lambda: f"{'x':=5}"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

# expect: Ann 42 3.14159 'Ann' Ann 42    42|42   | 42  |   42|00042
# expect: 3.14    3.142|3.1     |3.141590e+00 3.14159 314.159000% 314.2% +3.14
# expect: 2a 2A 52 101010 0x2a 0b101010 * 1,234,567 1_234_567 1,234.57
# expect: Ann       |       Ann|   Ann    |***Ann****|An|Ann---|
# expect: 43 n * 2 = 84 ANN A [0, 1, 2] a
# expect: {literal} {42} 4242 n=42 x = 3.14 name=Ann
# expect:      3.142|       Ann|0000000042|
# expect: nested 43 42         42 {'a': 1}
# expect: multi 42 line 8
# expect: True None [1, 'a'] (1,) {'k': 1} 1,180,591,620,717,411,303,424 -5 +5  5 -5
# expect: 10000000000.0 1e-07 1.235e+08 0.10000000000000000555 1 100000 1e+06 inf
# expect:   x   00012.50 True 1 1.5 [1] None
# expect: 11111111 0x000000ff -0xff 3 2 1_234_567.9 0 999 1,000 -1,234,567
# expect: Point<> Point<abc> P()    P()
# expect: ValueError: Unknown format code 'd' for object of type 'str'
# expect: ValueError: Unknown format code 's' for object of type 'int'
# expect: ValueError: Unknown format code 'd' for object of type 'float'
# expect: TypeError: unsupported format string passed to list.__format__
# expect: ValueError: Unknown format code 'q' for object of type 'int'
# expect: ValueError: '=' alignment not allowed in string format specifier
