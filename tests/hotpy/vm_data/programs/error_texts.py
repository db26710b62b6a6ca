# Texts of errors of the built-in types and functions.
import math
import sys


def show(f):
    try:
        print(ascii(f()))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (1 + "a"))
show(lambda: ("a" + 1))
show(lambda: ([1] + (1,)))
show(lambda: ("abc"["x"]))
show(lambda: ("abc"[10]))
show(lambda: ([1]["x"]))
show(lambda: ([1][10]))


def case_1():
    return (1,)[10]


show(case_1)
show(lambda: (range(3)[5]))
show(lambda: (b"a"[3]))
show(lambda: ("abc".find(1)))
show(lambda: ("abc".index("z")))
show(lambda: ("abc".split("")))
show(lambda: ("abc".split(1)))
show(lambda: ("abc".join([1])))
show(lambda: ("abc".join(1)))
show(lambda: ("abc".replace(1,2)))
show(lambda: ("abc".startswith(1)))
show(lambda: ("abc".startswith((1,))))
show(lambda: ("abc".strip(1)))
show(lambda: ("a".center(10, "ab")))
show(lambda: ("a".center("x")))
show(lambda: ("a".zfill("x")))
show(lambda: ("abc".partition("")))
show(lambda: ("abc".count(1)))
show(lambda: ("%d" % "a"))
show(lambda: ("%d" % ()))
show(lambda: ("%d" % (1,2)))
show(lambda: ("%s %s" % 1))
show(lambda: ("%z" % 1))
show(lambda: ("%" % 1))
show(lambda: ("%(a)s" % 1))
show(lambda: ("%(a)s" % {}))
show(lambda: ("%c" % "ab"))
show(lambda: ("%c" % -1))
show(lambda: ("%x" % 1.5))
show(lambda: ("%f" % "a"))
show(lambda: ("%*d" % ("a", 1)))
show(lambda: ("%.*f" % ("a", 1)))
show(lambda: ("%c" % 1.5))
show(lambda: ("%(a" % {}))
show(lambda: ("abc" % 1))
show(lambda: ("%i" % 1.5))
show(lambda: ("%i" % None))
show(lambda: (format(1, "zz")))
show(lambda: (format(1, ".3d")))
show(lambda: (format("a", "d")))
show(lambda: (format("a", "=10")))
show(lambda: (format("a", "+")))
show(lambda: (format("a", "#")))
show(lambda: (format("a", ",")))
show(lambda: (format(1, ",s")))
show(lambda: (format(1.5, "d")))
show(lambda: (format(1, "c")))
show(lambda: (format(-1, "c")))
show(lambda: (format(1, "+c")))
show(lambda: (format(1, "#c")))
show(lambda: (format(1, ",_")))
show(lambda: (format(1, "_,")))
show(lambda: (format(1.0, ".f")))
show(lambda: (format(1, "z")))
show(lambda: (format("a", "z")))
show(lambda: (format(1, ",c")))
show(lambda: (format(1, "_n")))
show(lambda: (format(1, ",x")))
show(lambda: (format([], "d")))
show(lambda: (format(object(), "d")))
show(lambda: (format(1, "10.2")))
show(lambda: (format(1, "99999999999999999999")))
show(lambda: (format(1.0, ".99999999999999999999f")))
show(lambda: ("{}".format()))
show(lambda: ("{1}".format(1)))
show(lambda: ("{a}".format(1)))
show(lambda: ("{".format()))
show(lambda: ("}".format()))
show(lambda: ("{0}{}".format(1,2)))
show(lambda: ("{}{0}".format(1,2)))
show(lambda: ("{!x}".format(1)))
show(lambda: ("{!}".format(1)))
show(lambda: ("{a.b}".format(a=1)))
show(lambda: ("{0[x]}".format([1])))
show(lambda: ("{0[}".format([1])))
show(lambda: ("{0.}".format([1])))
show(lambda: ("{0!rx}".format(1)))
show(lambda: (int("abc")))
show(lambda: (int("")))
show(lambda: (int("1_")))
show(lambda: (int(" 12 3")))
show(lambda: (int("12", 1)))
show(lambda: (int("12", 2)))
show(lambda: (int([])))
show(lambda: (int(1.5, 2)))
show(lambda: (int("0x1g", 16)))
show(lambda: (int("1" * 5000)))
show(lambda: (int(float("nan"))))
show(lambda: (int(float("inf"))))
show(lambda: (float("abc")))
show(lambda: (float("")))
show(lambda: (float([])))
show(lambda: (float("1_000.5_")))
show(lambda: (round(1.5, 1.5)))
show(lambda: (round("a")))
show(lambda: (round(float("nan"))))
show(lambda: (round(float("inf"))))
show(lambda: (1 // 0))
show(lambda: (1 % 0))
show(lambda: (1 / 0))
show(lambda: (1.0 // 0))
show(lambda: (1.0 % 0))
show(lambda: (1.0 / 0))
show(lambda: (divmod(1, 0)))
show(lambda: (divmod(1.0, 0)))
show(lambda: (0 ** -1))
show(lambda: (0.0 ** -1))
show(lambda: (pow(2, -1, 0)))
show(lambda: (pow(2, 3, 0)))
show(lambda: (pow(2, -1, 4)))
show(lambda: (pow(2.0, 1, 3)))
show(lambda: (1 << -1))
show(lambda: (1 >> -1))
show(lambda: (chr(-1)))
show(lambda: (chr(0x110000)))
show(lambda: (ord("ab")))
show(lambda: (ord(1)))
show(lambda: (len(1)))
show(lambda: (abs("a")))
show(lambda: (min()))
show(lambda: (min([])))
show(lambda: (min(1)))
show(lambda: (max([])))
show(lambda: (sum(["a"])))
show(lambda: (sum(1)))
show(lambda: (sum([], "")))
show(lambda: (iter(1)))
show(lambda: (next(1)))
show(lambda: (next(iter([]))))
show(lambda: ([].pop()))
show(lambda: ([1].pop(5)))
show(lambda: ([1].remove(2)))
show(lambda: ([1].index(2)))


def case_2():
    return (1,).index(2)


show(case_2)
show(lambda: ([1].insert("a", 1)))
show(lambda: ([3, "a"].sort()))
show(lambda: ([1].sort(1)))
show(lambda: ({}.pop(1)))
show(lambda: ({}.popitem()))
show(lambda: ({}["a"]))
show(lambda: ({}[[]]))
show(lambda: ({[]: 1}))
show(lambda: (dict(1)))
show(lambda: (dict([1])))
show(lambda: (dict([(1,2,3)])))
show(lambda: ({}.update(1)))
show(lambda: (set([[]])))
show(lambda: ({1}.remove(5)))
show(lambda: (set().pop()))
show(lambda: (hash([])))
show(lambda: (hash({})))
show(lambda: (list(1)))
show(lambda: (tuple(1)))
show(lambda: (range(1.5)))
show(lambda: (range(1, 2, 0)))
show(lambda: ([1,2,3][::0]))
show(lambda: ([1,2][1.5:]))


def case_3():
    a = [1, 2, 3, 4]
    a[::2] = [1]


show(case_3)


def case_4():
    a = [1]
    a[0:1] = 1


show(case_4)


def case_5():
    a = [1]
    a[5] = 1


show(case_5)


def case_6():
    a = [1]
    del a[5]


show(case_6)


def case_7():
    a = (1,)
    a[0] = 1


show(case_7)


def case_8():
    a = 'x'
    a[0] = 1


show(case_8)
show(lambda: ("a" * "b"))
show(lambda: ("a" * 1.5))
show(lambda: ([1] * 1.5))
show(lambda: ([1] * "a"))
show(lambda: (-"a"))
show(lambda: (~1.5))
show(lambda: (isinstance(1, 1)))
show(lambda: (issubclass(1, int)))
show(lambda: (getattr(1, "foo")))
show(lambda: (getattr(1, 1)))
show(lambda: (setattr(1, "x", 1)))
show(lambda: (hasattr(1, 1)))
show(lambda: (hex(1.5)))
show(lambda: (bin("a")))
show(lambda: (oct("a")))
show(lambda: (enumerate(1)))
show(lambda: (zip(1)))
show(lambda: (list(zip([1],[1,2],strict=True))))
show(lambda: (list(zip([1,2],[1],strict=True))))
show(lambda: (map(1)))
show(lambda: (list(map(1,[1]))))
show(lambda: (reversed(1)))
show(lambda: (reversed({1})))
show(lambda: (sorted(1)))
show(lambda: (sorted([1,"a"])))
show(lambda: (len()))
show(lambda: (len(1,2)))
show(lambda: (ord()))
show(lambda: ("abc".upper(1)))
show(lambda: ([].append()))
show(lambda: ([].append(1,2)))
show(lambda: ({}.get()))
show(lambda: ({}.get(1,2,3)))
show(lambda: ("a".encode("foo")))
show(lambda: ("é".encode("ascii")))
show(lambda: (b"\xff".decode()))
show(lambda: (bytes("a")))
show(lambda: (bytes([300])))
show(lambda: (bytes(-1)))


def case_9():
    import math
    return math.sqrt(-1)


show(case_9)


def case_10():
    import math
    return math.log(0)


show(case_10)


def case_11():
    import math
    return math.log(-1)


show(case_11)


def case_12():
    import math
    return math.factorial(-1)


show(case_12)


def case_13():
    import math
    return math.factorial(1.5)


show(case_13)


def case_14():
    import math
    return math.floor('a')


show(case_14)


def case_15():
    import math
    return math.floor(float('nan'))


show(case_15)


def case_16():
    import math
    return math.sin('a')


show(case_16)


def case_17():
    import math
    return math.sin(float('inf'))


show(case_17)


def case_18():
    import math
    return math.exp(1000)


show(case_18)


def case_19():
    import math
    return math.fmod(1, 0)


show(case_19)


def case_20():
    import math
    return math.pow(0.0, -1)


show(case_20)


def case_21():
    import math
    return math.gcd(1.5)


show(case_21)


def case_22():
    import math
    return math.isqrt(-1)


show(case_22)


def case_23():
    import math
    return math.comb(-1, 2)


show(case_23)


def case_24():
    return 1.5.as_integer_ratio(1)


show(case_24)
show(lambda: (float("inf").as_integer_ratio()))
show(lambda: (float("nan").as_integer_ratio()))
show(lambda: (float.fromhex("z")))


def case_25():
    return 1 .to_bytes(0, 'little')


show(case_25)


def case_26():
    return (-1).to_bytes(1, 'little')


show(case_26)


def case_27():
    return 1 .to_bytes(1, 'foo')


show(case_27)
show(lambda: (int.from_bytes(1)))
show(lambda: (1 < "a"))
show(lambda: ([1] < 1))
show(lambda: ("a" < 1))
show(lambda: ({} < {}))
show(lambda: ("a" in 1))
show(lambda: (1 in "a"))
show(lambda: ("x".translate(1)))
show(lambda: ("abc".expandtabs("a")))
show(lambda: ("abc".maketrans("a","bc")))


def case_28():
    x, y = (1, 2, 3)


show(case_28)


def case_29():
    x, y = (1,)


show(case_29)


def case_30():
    x = []
    return x.extend(1)


show(case_30)


def case_31():
    x = []
    x += 1


show(case_31)
show(lambda: (str(1,2)))
show(lambda: (str(b"a", "foo")))
show(lambda: (type()))
show(lambda: (type(1,2)))
show(lambda: (id()))
show(lambda: (input(1,2)))
show(lambda: (divmod(1,"a")))
show(lambda: (pow("a",1)))
show(lambda: (callable()))
show(lambda: (dict(a=1)(1)))
show(lambda: ("abc".rindex("z")))
show(lambda: (sum([1],[2])))
show(lambda: (list.append(1,2)))
show(lambda: (str.upper(1)))
show(lambda: (float.fromhex("0x1.8p3"), float.fromhex("1.5"), float.fromhex("-0x1p-1074"), float.fromhex("0x1.fffffffffffffp1023"), float.fromhex("inf"), float.fromhex("0x.8"), float.fromhex("0x1.00000000000008p0"), float.fromhex("0x1.000000000000081p0"), float.fromhex("0x0p0"), float.fromhex("ff"), float.fromhex("0x1p-1075"), float.fromhex("0x1.8p-1074")))
show(lambda: (float.fromhex("zz")))
show(lambda: (float.fromhex("0x1p2000")))
show(lambda: (NotImplemented, Ellipsis, __debug__))
show(lambda: (callable(len), callable([].append), callable(1)))
show(lambda: (repr("\ud800"), len("\ud800")))

# expect: TypeError "unsupported operand type(s) for +: 'int' and 'str'"
# expect: TypeError 'can only concatenate str (not "int") to str'
# expect: TypeError 'can only concatenate list (not "tuple") to list'
# expect: TypeError "string indices must be integers, not 'str'"
# expect: IndexError 'string index out of range'
# expect: TypeError 'list indices must be integers or slices, not str'
# expect: IndexError 'list index out of range'
# expect: IndexError 'tuple index out of range'
# expect: IndexError 'range object index out of range'
# expect: IndexError 'index out of range'
# expect: TypeError 'find() argument 1 must be str, not int'
# expect: ValueError 'substring not found'
# expect: ValueError 'empty separator'
# expect: TypeError 'must be str or None, not int'
# expect: TypeError 'sequence item 0: expected str instance, int found'
# expect: TypeError 'can only join an iterable'
# expect: TypeError 'replace() argument 1 must be str, not int'
# expect: TypeError 'startswith first arg must be str or a tuple of str, not int'
# expect: TypeError 'tuple for startswith must only contain str, not int'
# expect: TypeError 'strip arg must be None or str'
# expect: TypeError 'The fill character must be exactly one character long'
# expect: TypeError "'str' object cannot be interpreted as an integer"
# expect: TypeError "'str' object cannot be interpreted as an integer"
# expect: ValueError 'empty separator'
# expect: TypeError 'count() argument 1 must be str, not int'
# expect: TypeError '%d format: a real number is required, not str'
# expect: TypeError 'not enough arguments for format string'
# expect: TypeError 'not all arguments converted during string formatting'
# expect: TypeError 'not enough arguments for format string'
# expect: ValueError "unsupported format character 'z' (0x7a) at index 1"
# expect: ValueError 'incomplete format'
# expect: TypeError 'format requires a mapping'
# expect: KeyError "'a'"
# expect: TypeError '%c requires an int or a unicode character, not a string of length 2'
# expect: OverflowError '%c arg not in range(0x110000)'
# expect: TypeError '%x format: an integer is required, not float'
# expect: TypeError 'must be real number, not str'
# expect: TypeError '* wants int'
# expect: TypeError '* wants int'
# expect: TypeError '%c requires an int or a unicode character, not float'
# expect: ValueError 'incomplete format key'
# expect: TypeError 'not all arguments converted during string formatting'
# expect: '1'
# expect: TypeError '%i format: a real number is required, not NoneType'
# expect: ValueError "Unknown format code 'z' for object of type 'int'"
# expect: ValueError 'Precision not allowed in integer format specifier'
# expect: ValueError "Unknown format code 'd' for object of type 'str'"
# expect: ValueError "'=' alignment not allowed in string format specifier"
# expect: ValueError 'Sign not allowed in string format specifier'
# expect: ValueError 'Alternate form (#) not allowed in string format specifier'
# expect: ValueError "Cannot specify ',' with 's'."
# expect: ValueError "Cannot specify ',' with 's'."
# expect: ValueError "Unknown format code 'd' for object of type 'float'"
# expect: '\x01'
# expect: OverflowError '%c arg not in range(0x110000)'
# expect: ValueError "Sign not allowed with integer format specifier 'c'"
# expect: ValueError "Alternate form (#) not allowed with integer format specifier 'c'"
# expect: ValueError "Cannot specify both ',' and '_'."
# expect: ValueError "Cannot specify both ',' and '_'."
# expect: ValueError 'Format specifier missing precision'
# expect: ValueError 'Negative zero coercion (z) not allowed in integer format specifier'
# expect: ValueError 'Negative zero coercion (z) not allowed in string format specifier'
# expect: ValueError "Cannot specify ',' with 'c'."
# expect: ValueError "Cannot specify '_' with 'n'."
# expect: ValueError "Cannot specify ',' with 'x'."
# expect: TypeError 'unsupported format string passed to list.__format__'
# expect: TypeError 'unsupported format string passed to object.__format__'
# expect: ValueError 'Precision not allowed in integer format specifier'
# expect: ValueError 'Too many decimal digits in format string'
# expect: ValueError 'Too many decimal digits in format string'
# expect: IndexError 'Replacement index 0 out of range for positional args tuple'
# expect: IndexError 'Replacement index 1 out of range for positional args tuple'
# expect: KeyError "'a'"
# expect: ValueError "Single '{' encountered in format string"
# expect: ValueError "Single '}' encountered in format string"
# expect: ValueError 'cannot switch from manual field specification to automatic field numbering'
# expect: ValueError 'cannot switch from automatic field numbering to manual field specification'
# expect: ValueError 'Unknown conversion specifier x'
# expect: ValueError "unmatched '{' in format spec"
# expect: AttributeError "'int' object has no attribute 'b'"
# expect: TypeError 'list indices must be integers or slices, not str'
# expect: ValueError "expected '}' before end of string"
# expect: ValueError 'Empty attribute in format string'
# expect: ValueError "expected ':' after conversion specifier"
# expect: ValueError "invalid literal for int() with base 10: 'abc'"
# expect: ValueError "invalid literal for int() with base 10: ''"
# expect: ValueError "invalid literal for int() with base 10: '1_'"
# expect: ValueError "invalid literal for int() with base 10: ' 12 3'"
# expect: ValueError 'int() base must be >= 2 and <= 36, or 0'
# expect: ValueError "invalid literal for int() with base 2: '12'"
# expect: TypeError "int() argument must be a string, a bytes-like object or a real number, not 'list'"
# expect: TypeError "int() can't convert non-string with explicit base"
# expect: ValueError "invalid literal for int() with base 16: '0x1g'"
# expect: ValueError 'Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit'
# expect: ValueError 'cannot convert float NaN to integer'
# expect: OverflowError 'cannot convert float infinity to integer'
# expect: ValueError "could not convert string to float: 'abc'"
# expect: ValueError "could not convert string to float: ''"
# expect: TypeError "float() argument must be a string or a real number, not 'list'"
# expect: ValueError "could not convert string to float: '1_000.5_'"
# expect: TypeError "'float' object cannot be interpreted as an integer"
# expect: TypeError "type str doesn't define __round__ method"
# expect: ValueError 'cannot convert float NaN to integer'
# expect: OverflowError 'cannot convert float infinity to integer'
# expect: ZeroDivisionError 'division by zero'
# expect: ZeroDivisionError 'division by zero'
# expect: ZeroDivisionError 'division by zero'
# expect: ZeroDivisionError 'division by zero'
# expect: ZeroDivisionError 'division by zero'
# expect: ZeroDivisionError 'division by zero'
# expect: ZeroDivisionError 'division by zero'
# expect: ZeroDivisionError 'division by zero'
# expect: ZeroDivisionError 'zero to a negative power'
# expect: ZeroDivisionError 'zero to a negative power'
# expect: ValueError 'pow() 3rd argument cannot be 0'
# expect: ValueError 'pow() 3rd argument cannot be 0'
# expect: ValueError 'base is not invertible for the given modulus'
# expect: TypeError 'pow() 3rd argument not allowed unless all arguments are integers'
# expect: ValueError 'negative shift count'
# expect: ValueError 'negative shift count'
# expect: ValueError 'chr() arg not in range(0x110000)'
# expect: ValueError 'chr() arg not in range(0x110000)'
# expect: TypeError 'ord() expected a character, but string of length 2 found'
# expect: TypeError 'ord() expected string of length 1, but int found'
# expect: TypeError "object of type 'int' has no len()"
# expect: TypeError "bad operand type for abs(): 'str'"
# expect: TypeError 'min expected at least 1 argument, got 0'
# expect: ValueError 'min() iterable argument is empty'
# expect: TypeError "'int' object is not iterable"
# expect: ValueError 'max() iterable argument is empty'
# expect: TypeError "unsupported operand type(s) for +: 'int' and 'str'"
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "sum() can't sum strings [use ''.join(seq) instead]"
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "'int' object is not an iterator"
# expect: StopIteration ''
# expect: IndexError 'pop from empty list'
# expect: IndexError 'pop index out of range'
# expect: ValueError 'list.remove(x): x not in list'
# expect: ValueError 'list.index(x): x not in list'
# expect: ValueError 'tuple.index(x): x not in tuple'
# expect: TypeError "'str' object cannot be interpreted as an integer"
# expect: TypeError "'<' not supported between instances of 'str' and 'int'"
# expect: TypeError 'sort() takes no positional arguments'
# expect: KeyError '1'
# expect: KeyError "'popitem(): dictionary is empty'"
# expect: KeyError "'a'"
# expect: TypeError "cannot use 'list' as a dict key (unhashable type: 'list')"
# expect: TypeError "cannot use 'list' as a dict key (unhashable type: 'list')"
# expect: TypeError "'int' object is not iterable"
# expect: TypeError 'object is not iterable'
# expect: ValueError 'dictionary update sequence element #0 has length 3; 2 is required'
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "cannot use 'list' as a set element (unhashable type: 'list')"
# expect: KeyError '5'
# expect: KeyError "'pop from an empty set'"
# expect: TypeError "unhashable type: 'list'"
# expect: TypeError "unhashable type: 'dict'"
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "'float' object cannot be interpreted as an integer"
# expect: ValueError 'range() arg 3 must not be zero'
# expect: ValueError 'slice step cannot be zero'
# expect: TypeError 'slice indices must be integers or None or have an __index__ method'
# expect: ValueError 'attempt to assign sequence of size 1 to extended slice of size 2'
# expect: TypeError 'must assign iterable to extended slice'
# expect: IndexError 'list assignment index out of range'
# expect: IndexError 'list assignment index out of range'
# expect: TypeError "'tuple' object does not support item assignment"
# expect: TypeError "'str' object does not support item assignment"
# expect: TypeError "can't multiply sequence by non-int of type 'str'"
# expect: TypeError "can't multiply sequence by non-int of type 'float'"
# expect: TypeError "can't multiply sequence by non-int of type 'float'"
# expect: TypeError "can't multiply sequence by non-int of type 'str'"
# expect: TypeError "bad operand type for unary -: 'str'"
# expect: TypeError "bad operand type for unary ~: 'float'"
# expect: TypeError 'isinstance() arg 2 must be a type, a tuple of types, or a union'
# expect: TypeError 'issubclass() arg 1 must be a class'
# expect: AttributeError "'int' object has no attribute 'foo'"
# expect: TypeError "attribute name must be string, not 'int'"
# expect: AttributeError "'int' object has no attribute 'x' and no __dict__ for setting new attributes"
# expect: TypeError "attribute name must be string, not 'int'"
# expect: TypeError "'float' object cannot be interpreted as an integer"
# expect: TypeError "'str' object cannot be interpreted as an integer"
# expect: TypeError "'str' object cannot be interpreted as an integer"
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "'int' object is not iterable"
# expect: ValueError 'zip() argument 2 is longer than argument 1'
# expect: ValueError 'zip() argument 2 is shorter than argument 1'
# expect: TypeError 'map() must have at least two arguments.'
# expect: TypeError "'int' object is not callable"
# expect: TypeError "'int' object is not reversible"
# expect: TypeError "'set' object is not reversible"
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "'<' not supported between instances of 'str' and 'int'"
# expect: TypeError 'len() takes exactly one argument (0 given)'
# expect: TypeError 'len() takes exactly one argument (2 given)'
# expect: TypeError 'ord() takes exactly one argument (0 given)'
# expect: TypeError 'str.upper() takes no arguments (1 given)'
# expect: TypeError 'list.append() takes exactly one argument (0 given)'
# expect: TypeError 'list.append() takes exactly one argument (2 given)'
# expect: TypeError 'get expected at least 1 argument, got 0'
# expect: TypeError 'get expected at most 2 arguments, got 3'
# expect: LookupError 'unknown encoding: foo'
# expect: UnicodeEncodeError "'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)"
# expect: UnicodeDecodeError "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
# expect: TypeError 'string argument without an encoding'
# expect: ValueError 'bytes must be in range(0, 256)'
# expect: ValueError 'negative count'
# expect: ValueError 'expected a nonnegative input, got -1.0'
# expect: ValueError 'expected a positive input'
# expect: ValueError 'expected a positive input'
# expect: ValueError 'factorial() not defined for negative values'
# expect: TypeError "'float' object cannot be interpreted as an integer"
# expect: TypeError 'must be real number, not str'
# expect: ValueError 'cannot convert float NaN to integer'
# expect: TypeError 'must be real number, not str'
# expect: ValueError 'expected a finite input, got inf'
# expect: OverflowError 'math range error'
# expect: ValueError 'math domain error'
# expect: ValueError 'math domain error'
# expect: TypeError "'float' object cannot be interpreted as an integer"
# expect: ValueError 'isqrt() argument must be nonnegative'
# expect: ValueError 'n must be a non-negative integer'
# expect: TypeError 'float.as_integer_ratio() takes no arguments (1 given)'
# expect: OverflowError 'cannot convert Infinity to integer ratio'
# expect: ValueError 'cannot convert NaN to integer ratio'
# expect: ValueError 'invalid hexadecimal floating-point string'
# expect: OverflowError 'int too big to convert'
# expect: OverflowError "can't convert negative int to unsigned"
# expect: ValueError "byteorder must be either 'little' or 'big'"
# expect: TypeError "cannot convert 'int' object to bytes"
# expect: TypeError "'<' not supported between instances of 'int' and 'str'"
# expect: TypeError "'<' not supported between instances of 'list' and 'int'"
# expect: TypeError "'<' not supported between instances of 'str' and 'int'"
# expect: TypeError "'<' not supported between instances of 'dict' and 'dict'"
# expect: TypeError "argument of type 'int' is not a container or iterable"
# expect: TypeError "'in <string>' requires string as left operand, not int"
# expect: TypeError "'int' object is not subscriptable"
# expect: TypeError "'str' object cannot be interpreted as an integer"
# expect: ValueError 'the first two maketrans arguments must have equal length'
# expect: ValueError 'too many values to unpack (expected 2, got 3)'
# expect: ValueError 'not enough values to unpack (expected 2, got 1)'
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "str() argument 'encoding' must be str, not int"
# expect: LookupError 'unknown encoding: foo'
# expect: TypeError 'type() takes 1 or 3 arguments'
# expect: TypeError 'type() takes 1 or 3 arguments'
# expect: TypeError 'id() takes exactly one argument (0 given)'
# expect: TypeError 'input expected at most 1 argument, got 2'
# expect: TypeError "unsupported operand type(s) for divmod(): 'int' and 'str'"
# expect: TypeError "unsupported operand type(s) for ** or pow(): 'str' and 'int'"
# expect: TypeError 'callable() takes exactly one argument (0 given)'
# expect: TypeError "'dict' object is not callable"
# expect: ValueError 'substring not found'
# expect: TypeError 'can only concatenate list (not "int") to list'
# expect: TypeError "descriptor 'append' for 'list' objects doesn't apply to a 'int' object"
# expect: TypeError "descriptor 'upper' for 'str' objects doesn't apply to a 'int' object"
# expect: (12.0, 1.3125, -5e-324, 1.7976931348623157e+308, inf, 0.5, 1.0, 1.0000000000000002, 0.0, 255.0, 0.0, 1e-323)
# expect: ValueError 'invalid hexadecimal floating-point string'
# expect: OverflowError 'hexadecimal value too large to represent as a float'
# expect: (NotImplemented, Ellipsis, True)
# expect: (True, True, False)
# expect: ("'\\ud800'", 1)
