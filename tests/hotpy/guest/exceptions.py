# Exceptions: try, except, else, finally, hierarchy, custom classes, arguments, chaining, re-raise.
def attempt(f):
    try:
        return f()
    except ZeroDivisionError as e:
        return f"zero: {e}"
    except (KeyError, IndexError) as e:
        return f"lookup: {e!r}"
    except Exception as e:
        return f"{type(e).__name__}: {e}"
    finally:
        print("[finally]", end=" ")


print(attempt(lambda: 1 / 0))
print(attempt(lambda: {}["k"]))
print(attempt(lambda: [][0]))
print(attempt(lambda: int("q")))
print(attempt(lambda: "fine"))


class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class SubError(AppError):
    def __str__(self):
        return f"[{self.code}] {self.args[0]}"


try:
    raise SubError(7, "broken")
except AppError as e:
    print(e, repr(e), e.code, e.args, isinstance(e, SubError))
try:
    raise ValueError
except ValueError as e:
    print(repr(e), str(e) == "", e.args)
try:
    raise KeyError("k")
except LookupError as e:
    print(e, repr(e), e.args)
print(Exception(1, 2), repr(Exception(1, 2)), repr(Exception()), repr(Exception("x")), str(Exception("a", "b")))


def flow(n):
    try:
        if n == 0:
            return "return"
        if n == 1:
            raise ValueError("v")
        result = "body"
    except ValueError:
        result = "except"
    else:
        result += "+else"
    finally:
        print("f", n, end=" ")
    return result


print(flow(0), flow(1), flow(2))


def override():
    try:
        raise ValueError("lost")
    finally:
        return "finally wins"


def loop():
    out = []
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(f"f{i}")
    return out


print(loop())
try:
    try:
        raise ValueError("first")
    except ValueError as e:
        raise TypeError("second") from e
except TypeError as e:
    print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise ValueError("first")
    except ValueError:
        {}["x"]
except KeyError as e:
    print(repr(e), repr(e.__context__), e.__cause__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except ZeroDivisionError as e:
    print("reraised", e)
try:
    raise ValueError("hidden") from None
except ValueError as e:
    print(e.__cause__, e.__suppress_context__)
try:
    e
except NameError as err:
    print(err)


def deep(n):
    if n == 0:
        raise RuntimeError("deep")
    deep(n - 1)


try:
    deep(50)
except RuntimeError as e:
    print(e)
    depth, tb = 0, e.__traceback__
    while tb:
        depth, tb = depth + 1, tb.tb_next
    print(depth)


def forever():
    return forever()


try:
    forever()
except RecursionError as e:
    print(type(e).__name__, e)
print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), issubclass(RecursionError, RuntimeError), issubclass(KeyboardInterrupt, Exception), issubclass(SystemExit, BaseException))
for f in (lambda: exec_raise(5), lambda: exec_raise("text"), lambda: exec_raise(int)):
    def exec_raise(v):
        raise v
    try:
        f()
    except TypeError as e:
        print(e)
try:
    raise StopIteration(5)
except StopIteration as e:
    print(e.value, e.args)
try:
    import sys
    sys.exit(3)
except SystemExit as e:
    print("exit", e.code)
count = 0
for i in range(2000):
    try:
        if i % 3 == 0:
            raise ValueError(i)
    except ValueError as e:
        count += e.args[0]
print(count)
n = ValueError("noted")
n.add_note("a note")
print(n.__notes__)

# expect: [finally] zero: division by zero
# expect: [finally] lookup: KeyError('k')
# expect: [finally] lookup: IndexError('list index out of range')
# expect: [finally] ValueError: invalid literal for int() with base 10: 'q'
# expect: [finally] fine
# expect: [7] broken SubError('broken') 7 ('broken',) True
# expect: ValueError() True ()
# expect: 'k' KeyError('k') ('k',)
# expect: (1, 2) Exception(1, 2) Exception() Exception('x') ('a', 'b')
# expect: f 0 f 1 f 2 return except body+else
# expect: [0, 'f0', 'f1', 2, 'f2', 'f3']
# expect: second ValueError('first') ValueError('first') True
# expect: KeyError('x') ValueError('first') None
# expect: reraised division by zero
# expect: None True
# expect: name 'e' is not defined
# expect: deep
# expect: 52
# expect: RecursionError maximum recursion depth exceeded
# expect: True True True False True
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
# expect: 5 (5,)
# expect: exit 3
# expect: 666333
# expect: ['a note']
# stderr: /guest/exceptions.py:71: SyntaxWarning: 'return' in a 'finally' block
# stderr:   return "finally wins"
