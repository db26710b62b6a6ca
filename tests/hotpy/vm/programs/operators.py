class P:
    """doc"""
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"P({self.x}, {self.y})"
    def __add__(self, o): return P(self.x+o.x, self.y+o.y) if isinstance(o,P) else NotImplemented
    def __radd__(self, o): return ("radd", o)
    def __eq__(self, o): return isinstance(o,P) and self.x==o.x and self.y==o.y
    def __lt__(self, o): return self.x<o.x
    def __len__(self): return self.x
    def __getitem__(self, i): return (self.x,self.y)[i]
    def __contains__(self, v): return v in (self.x,self.y)
    def __call__(self, *a, **k): return a,k
    def __neg__(self): return P(-self.x,-self.y)
    def __bool__(self): return self.x != 0
    def __iter__(self): yield self.x; yield self.y
    def __hash__(self): return 5
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit", a[0]); return a[0] is ValueError
    @property
    def sum(self): return self.x+self.y
    @sum.setter
    def sum(self, v): self.x = v
    @staticmethod
    def s(a): return a*2
    @classmethod
    def c(cls, a): return cls(a,a)
p = P(1,2)
print(p, p+P(3,4), 5+p, p==P(1,2), p!=P(1,2), p<P(2,0), p>P(0,0), len(p), p[0], p[1], 2 in p, 7 in p, p(1,2,k=3), -p, bool(p), not P(0,1), list(p), hash(p), p.sum, P.s(4), p.s(5), P.c(7), p.c(8))
p.sum = 10
print(p, P.__doc__, P.__name__, type(p), type(p).__name__, p.__class__, isinstance(p,P), issubclass(P,object))
with p as q:
    raise ValueError(3)
try:
    with p: raise KeyError(1)
except KeyError as e: print(repr(e))
try: p + 3
except TypeError as e: print(e)
try: p.zz
except AttributeError as e: print(e)
try: P.zz
except AttributeError as e: print(e)
try: p - 3
except TypeError as e: print(e)
try: p <= 3
except TypeError as e: print(e)
a, *b = p
print(a,b)
print([*p, *p], {**{'a':1}, 'b':2})
d = {p: 1}
print(d[P(1,2)] if P(1,2) in d else None, d)
x = p
x += P(1,1)
print(x)
