def gen(n):
    for i in range(n):
        r = yield i
        if r: print("got", r)
    return "done"
g = gen(3)
print(next(g), g.send("hi"), next(g))
try: next(g)
except StopIteration as e: print("stop", e.value)
def outer():
    x = yield from gen(2)
    print("x", x)
    try:
        yield 10
    except ValueError as e: print("caught", e); yield 11
    finally: print("fin")
o = outer()
print(list(gen(4)), next(o), next(o), next(o), o.throw(ValueError("v")))
o.close()
o.close()
def inf():
    i = 0
    try:
        while True: yield i; i += 1
    finally: print("closed")
it = inf()
for v in it:
    if v > 3: break
it.close()
i = inf(); next(i); i.close()
print(sum(x*x for x in range(5)), [x for x in range(10) if x%2], {x:x*x for x in range(3)}, {x%3 for x in range(9)})
def bad():
    yield 1
    raise StopIteration("q")
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
def rec(): 
    yield 1
    next(me)
me = rec(); next(me)
try: next(me)
except ValueError as e: print(e)
class It:
    def __init__(self): self.n=0
    def __iter__(self): return self
    def __next__(self):
        self.n+=1
        if self.n>3: raise StopIteration
        return self.n
for v in It(): print(v)
print(list(It()), tuple(It()), max(It()), sorted(It(), reverse=True))
print(list(zip(It(), "abc")), list(enumerate("ab", 5)), list(map(lambda a,b:a+b, [1,2],[3,4])), list(filter(None,[0,1,2])))
a, b, *c = It()
print(a,b,c)
def y(): 
    x = yield
    while x: x = yield x*2
q = y(); next(q); print(q.send(4)); 
try: q.send(0)
except StopIteration: print("si")
try: y().send(3)
except TypeError as e: print(e)
