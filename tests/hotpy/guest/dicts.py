# Dictionaries: order, methods, views, keys that are equal across types, growth and deletion.
d = {"a": 1, "b": 2}
d["c"] = 3
d["a"] = 10
print(d, len(d), d["a"], "b" in d, "z" not in d, d.get("z"), d.get("z", 0), d.get("a", 0))
print(list(d), list(d.keys()), list(d.values()), list(d.items()), d.keys(), d.values(), d.items())
del d["b"]
d["b"] = 20
print(d, d.pop("a"), d.pop("nope", None), d.popitem(), d)
print(d.setdefault("k", []), d.setdefault("k", 5), d)
d["k"].append(1)
d.update({"x": 1, "c": 30})
d.update(y=2, z=3)
d.update([("p", 1), ("q", 2)])
print(d)
print({1: "int", 1.0: "float", True: "bool"}, {0: "a", False: "b"}, {"": 0, None: 1, (): 2})
print(dict(a=1, b=2), dict([("a", 1)]), dict({"a": 1}, b=2), dict(zip("ab", [1, 2])), dict(), {})
print({**{"a": 1}, "b": 2, **{"a": 3}}, {"a": 1} | {"b": 2, "a": 5}, {k: v for v, k in enumerate("xyz")})
e = {"a": 1}
e |= {"b": 2}
print(e, e == {"b": 2, "a": 1}, e != {"a": 1}, {} == {}, not {}, bool({0: 0}))
f = e.copy()
f["z"] = 0
print(e, f, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
for k in e:
    print(k, e[k], end=" ")
for k, v in sorted(f.items(), key=lambda kv: kv[1]):
    print(k, v, end=" ")
print()
big = {}
for i in range(2000):
    big[i * 7] = i
for i in range(0, 2000, 3):
    del big[i * 7]
print(len(big), sum(big.values()), big.get(7), big.get(21), next(iter(big)), list(big)[-1])
for i in range(2000):
    big[str(i)] = -i
print(len(big), big["1999"], big["0"], 14 in big, "14" in big)
big.clear()
print(big, len(big))
print(list(reversed({"a": 1, "b": 2})), min({"b": 1, "a": 2}), sorted({"b": 1, "a": 2}), sum({1: 2, 3: 4}))
nested = {"l": [1, {"m": (1, 2)}], "n": {"o": {}}}
print(nested, nested["l"][1]["m"][1], nested["n"]["o"])
g = {}
g["self"] = g
print(g)
words = {}
for w in "a b a c b a".split():
    words[w] = words.get(w, 0) + 1
print(words, max(words, key=words.get), sorted(words, key=lambda w: -words[w]))
print("a" in words.keys(), 3 in words.values(), ("a", 3) in words.items(), len(words.items()))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"Key({self.n})"


kd = {Key(i): i for i in range(8)}
print(kd[Key(5)], Key(8) in kd, len(kd), kd.pop(Key(3)), list(kd)[3])
for f in (lambda: {}["x"], lambda: {}[(1, 2)], lambda: {[]: 1}, lambda: {}.pop("a"), lambda: {}.popitem(), lambda: {}[{}], lambda: dict(5), lambda: dict([1])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
try:
    m = {1: 1}
    for k in m:
        m[k + 1] = 1
except RuntimeError as e:
    print(e)

# expect: {'a': 10, 'b': 2, 'c': 3} 3 10 True True None 0 10
# expect: ['a', 'b', 'c'] ['a', 'b', 'c'] [10, 2, 3] [('a', 10), ('b', 2), ('c', 3)] dict_keys(['a', 'b', 'c']) dict_values([10, 2, 3]) dict_items([('a', 10), ('b', 2), ('c', 3)])
# expect: {'c': 3} 10 None ('b', 20) {'c': 3}
# expect: [] [] {'c': 3, 'k': []}
# expect: {'c': 30, 'k': [1], 'x': 1, 'y': 2, 'z': 3, 'p': 1, 'q': 2}
# expect: {1: 'bool'} {0: 'b'} {'': 0, None: 1, (): 2}
# expect: {'a': 1, 'b': 2} {'a': 1} {'a': 1, 'b': 2} {'a': 1, 'b': 2} {} {}
# expect: {'a': 3, 'b': 2} {'a': 5, 'b': 2} {'x': 0, 'y': 1, 'z': 2}
# expect: {'a': 1, 'b': 2} True True True True True
# expect: {'a': 1, 'b': 2} {'a': 1, 'b': 2, 'z': 0} {'a': None, 'b': None} {1: 0, 2: 0}
# expect: a 1 b 2 z 0 a 1 b 2 
# expect: 1333 1332667 1 None 7 13993
# expect: 3333 -1999 0 True True
# expect: {} 0
# expect: ['b', 'a'] a ['a', 'b'] 4
# expect: {'l': [1, {'m': (1, 2)}], 'n': {'o': {}}} 2 {}
# expect: {'self': {...}}
# expect: {'a': 3, 'b': 2, 'c': 1} a ['a', 'b', 'c']
# expect: True True True 3
# expect: 5 False 8 3 Key(4)
# expect: KeyError: 'x'
# expect: KeyError: (1, 2)
# expect: TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
# expect: KeyError: 'a'
# expect: KeyError: 'popitem(): dictionary is empty'
# expect: TypeError: cannot use 'dict' as a dict key (unhashable type: 'dict')
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: object is not iterable
# expect: dictionary changed size during iteration
