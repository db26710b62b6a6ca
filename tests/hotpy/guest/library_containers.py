def t(src, f):
    try: print(src, '->', repr(f()))
    except BaseException as e: print(src, '!!', type(e).__name__, e)
from collections import deque, defaultdict, Counter, OrderedDict, namedtuple, ChainMap
import itertools as it, functools, heapq, bisect, operator, string, random, copy
from functools import reduce, lru_cache, partial, wraps, cmp_to_key, total_ordering, cached_property, cache
d = deque([1,2,3], maxlen=4); d.append(4); d.append(5); d.appendleft(0); print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), list(d), 2 in d)
d = deque(); [d.appendleft(i) for i in range(5)]; d.rotate(2); print(d, d.index(3)); d.extend("ab"); d.remove("a"); d.reverse(); print(d, deque([1])==deque([1]), d.count(0)); d.insert(1,"x"); del d[0]; d[0]="y"; print(d, list(reversed(d)))
t("dq", lambda: deque().pop())
t("dq", lambda: deque()[0])
dd = defaultdict(list); dd["a"].append(1); dd["b"]; print(dd, dd.get("z"), dict(dd), len(dd))
di = defaultdict(int)
for c in "mississippi": di[c] += 1
print(sorted(di.items()), di)
t("dd", lambda: defaultdict(None)["x"])
c = Counter("mississippi"); print(c, c.most_common(2), c["z"], c["s"], sum(c.values()), c.total(), list(c.elements())[:4], c + Counter("ab"), c - Counter("mis"), c & Counter("ssi"), Counter(a=1)|Counter(b=2)); c.update("zz"); c.subtract("m"); print(c, Counter([1,1,2]) == Counter([1,2,1]), dict(c))
od = OrderedDict(a=1,b=2); od.move_to_end("a"); print(od, od.popitem(last=False), od == {"a":1}, list(od))
P = namedtuple("P", "x y", defaults=[5]); p = P(1); print(p, p.x, p[1], P._fields, p._asdict(), p._replace(x=9), P._make([3,4]), p == (1,5), tuple(p), P(y=2,x=1), P.__name__)
t("nt", lambda: P())
t("nt", lambda: P(1,2,3))
t("nt", lambda: P(1,z=2))
def seta(): p.x = 5
t("nt", seta)
a, b = p; print(a, b, hash(p) == hash((1,5)), sorted([P(2,1),P(1,2)]), max(P(1,2),P(1,3)))
class Pt(namedtuple("Pt", ["x","y"])):
    def norm(self): return (self.x**2+self.y**2)**.5
print(Pt(3,4), Pt(3,4).norm(), isinstance(Pt(1,2), tuple))
print(ChainMap({"a":1},{"a":2,"b":3})["b"], dict(ChainMap({"a":1},{"b":2})))
print(list(it.islice(it.count(5,2),3)), list(it.islice(it.cycle("ab"),5)), list(it.repeat(1,3)), list(it.accumulate([1,2,3,4])), list(it.accumulate([3,1,2],max)), list(it.accumulate([1,2],initial=10)), list(it.chain("ab",[1])), list(it.chain.from_iterable(["ab","c"])), list(it.compress("abcd",[1,0,1,0])), list(it.dropwhile(lambda x:x<3,[1,3,2])), list(it.takewhile(lambda x:x<3,[1,3,2])), list(it.filterfalse(lambda x:x%2,range(5))))
print([(k,list(g)) for k,g in it.groupby("aabbbca")], [(k,len(list(g))) for k,g in it.groupby(range(10),lambda x:x//4)], list(it.islice("abcdef",1,None,2)), list(it.islice("abcdef",2)), list(it.pairwise([1,2,3])), list(it.starmap(pow,[(2,3),(3,2)])), [list(x) for x in it.tee([1,2,3])], list(it.zip_longest("abc","x",fillvalue="-")), list(it.batched("abcde",2)))
print(list(it.product([1,2],"ab")), list(it.product([0,1],repeat=3)), list(it.permutations("abc",2)), list(it.permutations([1,2,3])), list(it.combinations("abcd",2)), list(it.combinations_with_replacement("ab",2)), len(list(it.permutations(range(6)))))
print(reduce(lambda a,b:a*b,[1,2,3,4]), reduce(operator.add,[],7), partial(int,base=2)("101"), partial(max,5)(3,9))
t("red", lambda: reduce(operator.add, []))
@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n-1)+fib(n-2)
print(fib(80), fib.cache_info(), fib.__name__)
@lru_cache(maxsize=2)
def sq(x): return x*x
[sq(i) for i in (1,2,1,3,1,2)]; print(sq.cache_info())
@cache
def tri(n): return 0 if n == 0 else n + tri(n-1)
print(tri(50), tri.cache_info().hits)
def deco(f):
    @wraps(f)
    def w(*a, **k): return f(*a, **k)
    return w
@deco
def named(): "docs"
print(named.__name__, named.__doc__, named.__wrapped__ is not None)
print(sorted([3,1,2], key=cmp_to_key(lambda a,b: b-a)))
@total_ordering
class V:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(V(1)<=V(1), V(2)>V(1), V(1)>=V(2), sorted([V(3),V(1)])[0].v)
class CP:
    n = 0
    @cached_property
    def val(self): CP.n += 1; return 42
o = CP(); print(o.val, o.val, CP.n)
h = [5,3,8,1,9,2]; heapq.heapify(h); print(h[0], [heapq.heappop(h) for _ in range(3)]); heapq.heappush(h,0); print(h[0], heapq.nsmallest(2,[3,1,2]), heapq.nlargest(2,[3,1,2]), list(heapq.merge([1,4],[2,3])), heapq.heappushpop(h,-1), heapq.heapreplace(h, 7))
l = [1,3,3,5]; print(bisect.bisect(l,3), bisect.bisect_left(l,3), bisect.bisect_right(l,0)); bisect.insort(l,4); print(l)
print(sorted([{"a":2},{"a":1}], key=operator.itemgetter("a")), operator.attrgetter("v")(V(7)), operator.methodcaller("upper")("x"), list(map(operator.mul,[1,2],[3,4])), operator.itemgetter(1,2)("abc"))
print(string.ascii_lowercase, string.digits, string.punctuation, string.capwords("hello world"), string.Template("$a ${b} $$").substitute(a=1,b=2))
random.seed(42); print(random.random(), random.randint(1,100), random.choice("abc"), random.sample(range(100),5), random.uniform(1,2), random.gauss(0,1), random.randrange(0,10,3), random.getrandbits(70), random.choices([1,2,3],k=4), random.choices("ab",weights=[1,9],k=5))
x = list(range(10)); random.shuffle(x); print(x, random.random()); r = random.Random(7); print(r.random(), r.randint(0,9), [r.randint(1,6) for _ in range(10)], r.normalvariate(0,1), r.expovariate(2), r.triangular(0,1), r.sample(range(1000), 12))
random.seed(1); print([random.randint(0, 1000) for _ in range(700)][-5:])
a = [1,[2,3],{"k":[4]}]; b = copy.copy(a); cc = copy.deepcopy(a); a[1].append(9); print(b, cc, copy.deepcopy((1,[2])))
class Node:
    def __init__(s, v): s.v = v; s.next = None
n = Node(1); n.next = Node(2); n.next.next = n; m = copy.deepcopy(n); print(m.v, m.next.v, m.next.next is m, m is not n)

# expect: deque([2, 3], maxlen=4) 4 0 4 4 0 [2, 3] True
# expect: deque([1, 0, 4, 3, 2]) 3
# expect: deque(['b', 2, 3, 4, 0, 1]) True 1
# expect: deque(['y', 2, 3, 4, 0, 1]) [1, 0, 4, 3, 2, 'y']
# expect: dq !! IndexError pop from an empty deque
# expect: dq !! IndexError deque index out of range
# expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) None {'a': [1], 'b': []} 2
# expect: [('i', 4), ('m', 1), ('p', 2), ('s', 4)] defaultdict(<class 'int'>, {'m': 1, 'i': 4, 's': 4, 'p': 2})
# expect: dd !! KeyError 'x'
# expect: Counter({'i': 4, 's': 4, 'p': 2, 'm': 1}) [('i', 4), ('s', 4)] 0 4 11 11 ['m', 'i', 'i', 'i'] Counter({'i': 4, 's': 4, 'p': 2, 'm': 1, 'a': 1, 'b': 1}) Counter({'i': 3, 's': 3, 'p': 2}) Counter({'s': 2, 'i': 1}) Counter({'b': 2, 'a': 1})
# expect: Counter({'i': 4, 's': 4, 'p': 2, 'z': 2, 'm': 0}) True {'m': 0, 'i': 4, 's': 4, 'p': 2, 'z': 2}
# expect: OrderedDict({'a': 1}) ('b', 2) True ['a']
# expect: P(x=1, y=5) 1 5 ('x', 'y') {'x': 1, 'y': 5} P(x=9, y=5) P(x=3, y=4) True (1, 5) P(x=1, y=2) P
# expect: nt !! TypeError P.__new__() missing 1 required positional argument: 'x'
# expect: nt !! TypeError P.__new__() takes from 2 to 3 positional arguments but 4 were given
# expect: nt !! TypeError P.__new__() got an unexpected keyword argument 'z'
# expect: nt !! AttributeError can't set attribute
# expect: 1 5 True [P(x=1, y=2), P(x=2, y=1)] P(x=1, y=3)
# expect: Pt(x=3, y=4) 5.0 True
# expect: 3 {'b': 2, 'a': 1}
# expect: [5, 7, 9] ['a', 'b', 'a', 'b', 'a'] [1, 1, 1] [1, 3, 6, 10] [3, 3, 3] [10, 11, 13] ['a', 'b', 1] ['a', 'b', 'c'] ['a', 'c'] [3, 2] [1] [0, 2, 4]
# expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c']), ('a', ['a'])] [(0, 4), (1, 4), (2, 2)] ['b', 'd', 'f'] ['a', 'b'] [(1, 2), (2, 3)] [8, 9] [[1, 2, 3], [1, 2, 3]] [('a', 'x'), ('b', '-'), ('c', '-')] [('a', 'b'), ('c', 'd'), ('e',)]
# expect: [(1, 'a'), (1, 'b'), (2, 'a'), (2, 'b')] [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), (1, 0, 0), (1, 0, 1), (1, 1, 0), (1, 1, 1)] [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [(1, 2, 3), (1, 3, 2), (2, 1, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)] [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] [('a', 'a'), ('a', 'b'), ('b', 'b')] 720
# expect: 24 7 5 9
# expect: red !! TypeError reduce() of empty iterable with no initial value
# expect: 23416728348467685 CacheInfo(hits=78, misses=81, maxsize=None, currsize=81) fib
# expect: CacheInfo(hits=2, misses=4, maxsize=2, currsize=2)
# expect: 1275 0
# expect: named docs True
# expect: [3, 2, 1]
# expect: True True False 1
# expect: 42 42 1
# expect: 1 [1, 2, 3]
# expect: 0 [1, 2] [3, 2] [1, 2, 3, 4] -1 0
# expect: 3 1 0
# expect: [1, 3, 3, 4, 5]
# expect: [{'a': 1}, {'a': 2}] 7 X [3, 8] ('b', 'c')
# expect: abcdefghijklmnopqrstuvwxyz 0123456789 !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ Hello World 1 2 $
# expect: 0.6394267984578837 4 c [35, 31, 28, 17, 94] 1.1024951761715074 -0.07358145350888119 9 92783382097018677491 [1, 2, 1, 1] ['b', 'b', 'b', 'b', 'b']
# expect: [5, 9, 3, 4, 1, 7, 8, 6, 2, 0] 0.09274584338014791
# expect: 0.32383276483316237 2 [4, 6, 1, 1, 5, 1, 3, 5, 1, 5] -0.535464922403705 0.270790333869631 0.3468883106469754 [564, 434, 60, 846, 579, 126, 970, 228, 645, 642, 596, 63]
# expect: [928, 566, 860, 966, 764]
# expect: [1, [2, 3, 9], {'k': [4]}] [1, [2, 3], {'k': [4]}] (1, [2])
# expect: 1 2 True True
