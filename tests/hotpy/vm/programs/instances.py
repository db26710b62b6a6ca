class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x)
    def pop(self):
        if not self.items: raise IndexError("empty")
        return self.items.pop()
s = Stack(); s.push(1); print(s.pop())
try: s.pop()
except IndexError as e: print(e)
del s.items
print(hasattr(s, "items"), getattr(s, "items", None))
setattr(s, "new", 5); print(s.new, vars(s)); delattr(s, "new")
for i in range(70): setattr(s, "a%d" % i, i)
print(s.a0, s.a69, len(vars(s)))
class T2:
    pass
for k in range(5):
    t = T2()
    for i in range(k * 4): setattr(t, "z%d" % i, i)
    print(sum(getattr(t, "z%d" % i) for i in range(k * 4)))
class Late: pass
l1 = Late(); l1.x = 1
Late.x = property(lambda self: "prop")
print(l1.x)
try: l1.x = 3
except AttributeError as e: print(e)
del Late.x
print(l1.x)
Late.y = 5; print(l1.y); l1.y = 6; print(l1.y, Late.y); del l1.y; print(l1.y)
class Q:
    x = 1
    def get(self): return self.x
q = Q(); print(q.get()); q.x = 2; print(q.get()); Q.x = 7; print(Q().get(), q.get())
Q.get = lambda self: "patched"; print(q.get())
q.__class__.extra = 9; print(q.extra)
