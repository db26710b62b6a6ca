# The % operator on strings.
print("%d %s %r" % (1, "a", "b"), "%s" % "x", "%s" % 5, "%s" % [1, 2], "%d%%" % 50)
print("%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42))
print("%x %X %o %#x %#o" % (255, 255, 8, 255, 8), "%c%c" % (65, "z"))
print("%f %.2f %10.3f|%-10.1f|%+.0f" % (3.14159, 3.14159, 3.14159, 3.14159, 2.5))
print("%e %.3e %E %g %g %g %G" % (12345.678, 12345.678, 0.00012, 0.0001, 1e-5, 1e10, 1e-10))
print("%s and %s" % ("one", "two"), "%(a)s %(b)d %(a)s" % {"a": "x", "b": 7})
print("%.3s|%10s|%-10s|%10.2s|" % ("abcdef", "abc", "abc", "abcdef"))
print("%*d|%-*d|%.*f" % (6, 42, 6, 42, 2, 3.14159))
print("%i %u" % (3, 4), "%d" % 3.99, "%d" % True, "%s %s" % (None, 1.5), "%a" % "é")
print("%d" % (2 ** 70), "%x" % (2 ** 70), "%30d|" % (10 ** 20), "%-30d|" % -(10 ** 20))
print("%.10f" % (1 / 3), "%.0f" % 0.5, "%.0f" % 1.5, "%.20f" % 0.1, "%f" % float("inf"), "%g" % float("nan"))
print("no args" % (), "%s" % ((1, 2),), "%r" % (("t",),))
for f in (lambda: "%d" % "x", lambda: "%s %s" % (1,), lambda: "%s" % (1, 2), lambda: "%q" % 1, lambda: "%(a)s" % {"b": 1}, lambda: "%(a)s" % 5, lambda: "%c" % "ab", lambda: "%f" % "x", lambda: "%" % 1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

# expect: 1 a 'b' x 5 [1, 2] 50%
# expect:    42|42   |00042|+42| 42
# expect: ff FF 10 0xff 0o10 Az
# expect: 3.141590 3.14      3.142|3.1       |+2
# expect: 1.234568e+04 1.235e+04 1.200000E-04 0.0001 1e-05 1e+10 1E-10
# expect: one and two x 7 x
# expect: abc|       abc|abc       |        ab|
# expect:     42|42    |3.14
# expect: 3 4 3 1 None 1.5 '\xe9'
# expect: 1180591620717411303424 400000000000000000          100000000000000000000| -100000000000000000000        |
# expect: 0.3333333333 0 2 0.10000000000000000555 inf nan
# expect: no args (1, 2) ('t',)
# expect: TypeError: %d format: a real number is required, not str
# expect: TypeError: not enough arguments for format string
# expect: TypeError: not all arguments converted during string formatting
# expect: ValueError: unsupported format character 'q' (0x71) at index 1
# expect: KeyError: 'a'
# expect: TypeError: format requires a mapping
# expect: TypeError: %c requires an int or a unicode character, not a string of length 2
# expect: TypeError: must be real number, not str
# expect: ValueError: incomplete format
