def f():
    try:
        return "try"
    finally:
        print("finally")
print(f())
try:
    try: 1/0
    except ZeroDivisionError as e:
        raise ValueError("v") from e
except ValueError as e: print(repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__)
try:
    try: {}['k']
    except KeyError: raise RuntimeError
except RuntimeError as e: print(repr(e.__context__), repr(e))
class E(Exception):
    def __str__(self): return "E!"
try: raise E(1,2)
except (ValueError, E) as e: print(e, e.args, repr(e))
try:
    try: raise E
    finally: print("cleanup")
except E: print("got")
def nested():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print(i)
        finally: print("f", i)
    else: print("else")
nested()
try: raise 3
except TypeError as e: print(e)
try: 
    try: raise
    except RuntimeError as e: print(e)
except: pass
e = ValueError("a"); e.add_note("n1")
print(e.__notes__, e.with_traceback(None) is e)
try: int("x")
except ValueError as e: print(e)
try: [].pop()
except IndexError as e: print(e)
try: x.y
except NameError as e: print(e, e.name)
def un():
    print(zz); zz = 1
try: un()
except UnboundLocalError as e: print(e)
def un2():
    def inner(): return q
    inner()
    q = 1
try: un2()
except NameError as e: print(e)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b = 1,
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
try: a, *b, c = [1]
except ValueError as e: print(e)
nothing = None
try: nothing()
except TypeError as e: print(e)
try: nothing[0]
except TypeError as e: print(e)
try: nothing[0] = 1
except TypeError as e: print(e)
try: del (1,2)[0]
except TypeError as e: print(e)
try: 1 + "a"
except TypeError as e: print(e)
try: "a" + 1
except TypeError as e: print(e)
try: [] < 3
except TypeError as e: print(e)
try: -"a"
except TypeError as e: print(e)
try: for_ = iter(3)
except TypeError as e: print(e)
try:
    for x in 3: pass
except TypeError as e: print(e)
try:
    with 3: pass
except TypeError as e: print(e)
try: assert 1 == 2, "msg"
except AssertionError as e: print(e)
try:
    x = [1,2,3]; x[5]
except IndexError as e: print(e)
try: {}.x
except AttributeError as e: print(e)
try: import nosuch
except ImportError as e: print(e, type(e))
try: from math import nosuch
except ImportError as e: print(e)
