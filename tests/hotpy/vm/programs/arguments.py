def f(a, b=2, *c, d, e=5, **g): return a,b,c,d,e,g
print(f(1,d=4), f(1,2,3,4,d=5,z=6))
for args, kw in [((),{}), ((1,),{}), ((1,2,3),{'d':1,'a':2}), ((1,),{'e':1})]:
    try: print(f(*args, **kw))
    except TypeError as e: print(e)
def g(a,b): pass
def h(a,b=1): pass
def k(): pass
def m(a,/,b,*,c): pass
def call(f,*a,**k):
    try: f(*a,**k)
    except TypeError as e: print(e)
call(g); call(g,1); call(g,1,2,3); call(g,1,2,3,4,a=2); call(h,1,2,3); call(h); call(k,1); call(k,x=1)
call(m,a=1,b=2,c=3); call(m,1); call(m,1,2); call(m,1,2,3,c=1); call(m,1,2,c=1,d=2); call(g,1,bb=2); call(g,1,a=2)
call(len); call(len,1,2); call([].append); call([].append,1,2); call([].pop,1,2); call(len,x=1); call([].append,x=1)
class C:
    def m(self): pass
call(C,1); call(C().m,1); call(C.m)
class D:
    def __init__(self, x): pass
call(D); call(D,1,2)
