def t(src, f):
    try: print(src, '->', repr(f()))
    except BaseException as e: print(src, '!!', type(e).__name__, e)
x = 10
t("eval", lambda: (eval("1+2"), eval("x*2"), eval(" x + 1"), eval("[i*x for i in range(3)]"), eval("a+b", {"a": 1, "b": 2}), eval("a+x", {"a": 1}, {"x": 5}), eval("max(3, 4)"), eval("(lambda q: q+1)(4)"), eval(b"7")))
t("eval", lambda: eval("1+"))
t("eval", lambda: eval("x = 1"))
t("eval", lambda: eval("undefined_q"))
t("eval", lambda: eval("1/0"))
t("eval", lambda: eval(5))
t("exec", lambda: exec("for"))
d = {}
exec("y = 5\ndef f(n):\n    return n * y", d)
print(d["f"](3), d["y"], sorted(k for k in d if k != "__builtins__"))
exec("y = 7", d); print(d["f"](3), "f" in d, len(d)); d["y"] = 1; print(d["f"](5))
exec("z = x + 1"); print(z)
def g(a):
    b = 2
    exec("c = a + b; print(c)")
    try: c
    except NameError as e: print(e)
    return eval("a * b"), sorted(locals())
print(g(4))
code = compile("p + q", "<c>", "eval"); print(eval(code, {"p": 1, "q": 2}), eval(code, {"p": "a", "q": "b"}))
code = compile("r = [i for i in range(n)]", "prog", "exec")
for n in range(3):
    ns = {"n": n}; exec(code, ns); print(ns["r"])
ns = {}; loc = {}
exec("class K:\n    v = 1\n    def m(self): return self.v\nk = K().m()", ns, loc); print(loc["k"], "K" in ns, "K" in loc)
exec(compile("print('single')\n5", "s", "exec"))
for op in "+-*/": print(eval(f"12 {op} 5"))
try: exec("def h():\n  return 1/0\nh()")
except ZeroDivisionError as e: print(e)
for i in range(60): s = eval(f"{i}*2+i")
print(s)
m = __import__("math"); print(m.floor(2.5))
def ann(a: int, b: "str" = 1, *c: float, **d: dict) -> list: pass
print(ann.__annotations__)
class C1:
    def __init__(self): self.a = 1
class C2:
    def who(self): return "C2", self.a
c = C1(); c.__class__ = C2; print(c.who(), isinstance(c, C2)); c.b = 2; print(vars(c))
def bad(): c.__class__ = int
t("cls", bad)
def bad(): (5).__class__ = C2
t("cls", bad)
class Pw:
    def __pow__(self, e, m=None): return (e, m)
print(pow(Pw(), 2), pow(Pw(), 2, 3))
t("fmt", lambda: str.format())
t("fmt", lambda: str.format(5))
t("fmt", lambda: set.union())
t("fmt", lambda: list.sort(5))
class Annotated:
    x: int
    y: "str" = "q"
class Derived(Annotated):
    w: float = 1.0
print(Annotated.__annotations__, Annotated.y, Derived.__annotations__, hasattr(int, "__annotations__"))

# expect: eval -> (3, 20, 11, [0, 10, 20], 3, 6, 4, 5, 7)
# expect: eval !! SyntaxError invalid syntax (<string>, line 1)
# expect: eval !! SyntaxError invalid syntax (<string>, line 1)
# expect: eval !! NameError name 'undefined_q' is not defined
# expect: eval !! ZeroDivisionError division by zero
# expect: eval !! TypeError eval() arg 1 must be a string, bytes or code object
# expect: exec !! SyntaxError invalid syntax (<string>, line 1)
# expect: 15 5 ['f', 'y']
# expect: 21 True 3
# expect: 5
# expect: 11
# expect: 6
# expect: name 'c' is not defined
# expect: (8, ['a', 'b'])
# expect: 3 ab
# expect: []
# expect: [0]
# expect: [0, 1]
# expect: 1 False True
# expect: single
# expect: 17
# expect: 7
# expect: 60
# expect: 2.4
# expect: division by zero
# expect: 177
# expect: 2
# expect: {'a': <class 'int'>, 'b': 'str', 'c': <class 'float'>, 'd': <class 'dict'>, 'return': <class 'list'>}
# expect: ('C2', 1) True
# expect: {'a': 1, 'b': 2}
# expect: cls !! TypeError __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: cls !! TypeError __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: (2, None) (2, 3)
# expect: fmt !! TypeError unbound method str.format() needs an argument
# expect: fmt !! TypeError descriptor 'format' for 'str' objects doesn't apply to a 'int' object
# expect: fmt !! TypeError unbound method set.union() needs an argument
# expect: fmt !! TypeError descriptor 'sort' for 'list' objects doesn't apply to a 'int' object
# expect: {'x': <class 'int'>, 'y': 'str'} q {'w': <class 'float'>} False
