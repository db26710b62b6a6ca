# Lists, tuples, dicts, sets, bytes, iterators.
import math
import sys


def show(f):
    try:
        print(ascii(f()))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ([1,2,3][0], [1,2,3][-1], [1,2,3][1:], [1,2,3][::-1], [1,2,3][::2], [1,2]+[3], [1]*3, 2*[1,2], [1,2]==[1,2], [1,2]<[1,3], [1]<[1,2], [1,2]!=[2], [1,[2]]==[1,[2]], [] < [1], [2] > [1,5], [1,2] <= [1,2]))


def case_1():
    a = [1]
    a.append(2)
    a.extend([3, 4])
    a.extend((5,))
    a.extend('x')
    return a


show(case_1)


def case_2():
    a = [1, 2, 3]
    a.insert(0, 0)
    a.insert(100, 9)
    a.insert(-1, 8)
    return a


show(case_2)


def case_3():
    a = [1, 2, 3]
    return (a.pop(), a.pop(0), a)


show(case_3)


def case_4():
    a = [1, 2, 3, 4]
    a.remove(3)
    return a


show(case_4)


def case_5():
    a = [3, 1, 2]
    a.sort()
    return a


show(case_5)


def case_6():
    a = [3, 1, 2]
    a.sort(reverse=True)
    return a


show(case_6)


def case_7():
    a = ['bb', 'a', 'ccc']
    a.sort(key=len)
    return a


show(case_7)


def case_8():
    a = [1, 2, 3]
    a.reverse()
    return a


show(case_8)


def case_9():
    a = [1, 2, 3, 2]
    return (a.index(2), a.index(2, 2), a.count(2), a.copy(), a.clear(), a)


show(case_9)


def case_10():
    a = [1, 2, 3, 4, 5]
    a[1:3] = [9]
    return a


show(case_10)


def case_11():
    a = [1, 2, 3, 4, 5]
    a[1:1] = [7, 8]
    return a


show(case_11)


def case_12():
    a = [1, 2, 3, 4, 5]
    a[::2] = [7, 8, 9]
    return a


show(case_12)


def case_13():
    a = [1, 2, 3, 4, 5]
    a[:] = []
    return a


show(case_13)


def case_14():
    a = [1, 2, 3, 4, 5]
    a[3:1] = [0]
    return a


show(case_14)


def case_15():
    a = [1, 2, 3]
    a[1:2] = a
    return a


show(case_15)


def case_16():
    a = [1, 2, 3, 4, 5]
    del a[0]
    del a[-1]
    return a


show(case_16)


def case_17():
    a = [1, 2, 3, 4, 5]
    del a[::2]
    return a


show(case_17)


def case_18():
    a = [1, 2, 3, 4, 5]
    del a[::-2]
    return a


show(case_18)


def case_19():
    a = [1, 2, 3, 4, 5]
    del a[1:3]
    return a


show(case_19)


def case_20():
    a = [1, 2, 3, 4, 5]
    del a[4:0:-2]
    return a


show(case_20)


def case_21():
    a = [1]
    a += [2]
    a *= 2
    return a


show(case_21)


def case_22():
    a = [1]
    a += 'ab'
    return a


show(case_22)


def case_23():
    a = [1]
    a[0] = a
    return a


show(case_23)


def case_24():
    a = [1, 2, 3]
    return (2 in a, 5 in a, 2.0 in a, len(a), min(a), max(a), sum(a), list(reversed(a)), bool(a))


show(case_24)
show(lambda: ([[1,2],[3]][0][1], [1,"a",None,1.5,True,(1,),{1:2},{3}], [[]], [()], list(), list((1,2)), list({1:2}), list(range(3)), list("ab")))
show(lambda: (sorted([5,3,1,4,2]*20) == sorted([1,2,3,4,5]*20), sorted([1.5,0.5,2]), sorted(["b","a"]), sorted([(2,1),(1,2)]), sorted([2,1.5,True]), sorted([[2],[1]]), sorted(range(50), key=abs, reverse=True)[:3], sorted([(1,"b"),(1,"a"),(0,"c")], key=min) if False else 1))
show(lambda: (sorted([3,1,2,5,4,9,8,7,6,0]*10)[::10], sorted(list(range(100))[::-1])[:5], sorted([1,2,3,1,2,3], reverse=True)))


def case_25():
    return ((1, 2, 3)[0], (1, 2, 3)[1:], (1, 2) + (3,), (1, 2) * 2, (1, 2) == (1, 2), (1, 2) < (1, 3), (1,) == (1,), (1,), (), tuple([1, 2]), tuple(), (1, 2, 3).index(2), (1, 2, 1).count(1), 2 in (1, 2), hash((1, 2)) == hash((1, 2)), len((1, 2)), (1, 2, 3)[::-1], (1, 2) != [1, 2], ((1, 2), 3), tuple('ab'), bool(()), (1, 2) > (1,))


show(case_25)
show(lambda: ({1:2}, {"a":1,"b":2}, {}, {1:{2:3}}, {"a":[1]}, len({1:2}), {1:2}[1], {1:2}.get(1), {1:2}.get(2), {1:2}.get(2,5), 1 in {1:2}, 2 in {1:2}, {1:2}=={1:2}, {1:2}!={1:3}, {1:2, 3:4}=={3:4, 1:2}, {1.0:2}[1], {True:2}[1], {1:1, 1.0:2, True:3}))


def case_26():
    d = {1: 2}
    d[3] = 4
    d[1] = 9
    del d[3]
    d['x'] = 1
    return (d, list(d), list(d.keys()), list(d.values()), list(d.items()), d.keys(), d.values(), d.items())


show(case_26)


def case_27():
    d = {1: 2, 3: 4}
    return (d.pop(1), d.pop(9, None), d.setdefault(5, 6), d.setdefault(5), d.popitem(), d)


show(case_27)


def case_28():
    d = {1: 2}
    d.update({3: 4})
    d.update([(5, 6)])
    d.update(a=7)
    return d


show(case_28)


def case_29():
    d = {1: 2}
    return (d | {3: 4}, d)


show(case_29)


def case_30():
    d = {1: 2}
    d |= {1: 3}
    return d


show(case_30)


def case_31():
    d = {'a': 1, 'b': 2, 'c': 3}
    return (list(reversed(d)), d.copy(), d.clear(), d)


show(case_31)
show(lambda: (dict(), dict(a=1), dict({1:2}), dict([(1,2),(3,4)]), dict([(1,2)], b=3), dict.fromkeys("ab"), dict.fromkeys([1,2], 0), dict(zip([1],[2]))))


def case_32():
    d = {}
    d[1] = d
    return d


show(case_32)


def case_33():
    d = {i: i for i in []} if False else 1


show(case_33)


def case_34():
    d = dict.fromkeys(range(100))
    return (len(d), list(d)[50], 99 in d, 100 in d, d.pop(50), len(d), list(d)[50])


show(case_34)
show(lambda: ({1:2}.keys() & {1,3}, {1:2}.keys() | [3] , {1:2}.items() == {(1,2)}, {1:2}.keys() == {1}, 1 in {1:2}.keys(), (1,2) in {1:2}.items(), 2 in {1:2}.values(), len({1:2}.items()), {1:2}.keys() - {1}, {1:1,2:2}.keys() ^ {2,3}))
show(lambda: ({"a":1}.items(), {(1,2):3}[(1,2)], {None:1}[None], {"a":{}}["a"], {0:1}[False], {"é":1}["é"]))
show(lambda: ({1,2,3}, set(), {1}|{2}, {1,2}&{2}, {1,2}-{2}, {1,2}^{2,3}, {1}<{1,2}, {1,2}>={1}, {1}=={1}, {1}!={2}, 1 in {1}, len({1,1}), frozenset([1]), frozenset(), {1}.union([2]), {1,2}.intersection([2]), {1,2}.difference([2]), {1}.issubset([1,2]), {1,2}.issuperset([1]), {1}.isdisjoint([2]), {1}.symmetric_difference([1,2]), set("a"), {1.0, 1}, {frozenset([1])}))


def case_35():
    s = {1}
    s.add(2)
    s.discard(5)
    s.remove(1)
    s.update([3, 4])
    return s


show(case_35)


def case_36():
    s = {1, 2, 3}
    s |= {4}
    s &= {1, 4}
    s -= {1}
    s ^= {5}
    return s


show(case_36)


def case_37():
    s = {1, 2}
    s.intersection_update([2])
    s.difference_update([5])
    s.symmetric_difference_update([7])
    return (s, s.copy(), s.clear(), s)


show(case_37)
show(lambda: (b"abc", b"abc"[0], b"abc"[1:], b"a"+b"b", b"ab"*2, len(b"abc"), b"abc".find(b"c"), b"a,b".split(b","), b",".join([b"a",b"b"]), b"abc".hex(), bytes([1,2,255]), bytes(3), bytes("é","utf-8"), b"\x00\n'", b'"', b"'\"", list(b"ab"), b"a"==b"a", b"a"<b"b", 97 in b"abc", b"bc" in b"abc", b"abc".startswith(b"ab"), b" a ".strip(), bytes(b"x"), bytes(), b"a b".split()))


def case_38():
    it = iter([1, 2])
    return (next(it), next(it), next(it, 'end'))


show(case_38)


def case_39():
    it = iter({1: 2})
    return next(it)


show(case_39)
show(lambda: (list(iter("ab")), list(iter((1,2))), list(iter({1})), list(iter(range(2))), list(iter(b"a")), iter([1]).__length_hint__()))


def case_40():
    d = {1: 2}
    it = iter(d)
    d[2] = 3
    return next(it)


show(case_40)


def case_41():
    s = {1}
    it = iter(s)
    s.add(2)
    return next(it)


show(case_41)


def case_42():
    a = [1, 2, 3]
    it = iter(a)
    return (next(it), a.append(4), list(it))


show(case_42)


def case_43():
    x = [1, 2, 3]
    return (x.__len__(), x.__getitem__(0), x.__contains__(2), x.__add__([4]), x.__iter__ is None, x.__eq__([1, 2, 3]), x.__mul__(2))


show(case_43)
show(lambda: (getattr([], "append") is None, hasattr([], "append"), hasattr([], "foo"), getattr([], "foo", 5), hasattr(1, "real")))
show(lambda: (repr([1,"a"]), str((1,)), str({"a":None}), str({1}), repr(frozenset({1})), str([1.0, -0.0]), repr(range(3)), repr(slice(1,2,None)), repr([...]), repr(NotImplemented) if False else 1))
show(lambda: ([1,2,3].__class__, (1).__class__, "a".__class__, None.__class__))
show(lambda: (dict(a=1)|[1]))
show(lambda: ([1,2]["a"]))


def case_44():
    return (1, 2)['a']


show(case_44)


def case_45():
    return (1, 2)[1.5]


show(case_45)
show(lambda: ({1,2} | [1]))
show(lambda: ({1} < [1]))
show(lambda: ([].pop(0)))
show(lambda: ([1,2,3].index(5, 0)))
show(lambda: ({}.foo))
show(lambda: ([].foo))
show(lambda: ("a".foo))


def case_46():
    return 1 .foo


show(case_46)
show(lambda: (list(5)))
show(lambda: (dict(5)))
show(lambda: (set(5)))
show(lambda: ({[1]}))
show(lambda: ({1:2}[[]]))
show(lambda: ({}[{}]))
show(lambda: ({(1,[2]):3}))
show(lambda: ([3,1].sort(key=1)))
show(lambda: ([1,"a"].sort()))
show(lambda: (max([1,"a"])))
show(lambda: (sum([1,"a"])))
show(lambda: (len(5)))
show(lambda: (iter(5)))
show(lambda: (next([])))
show(lambda: (list(zip([1],[1,2],strict=True))))
show(lambda: (list(zip([1],[1],[1,2],strict=True))))
show(lambda: (list(zip([1,2],[1,2],[1],strict=True))))
show(lambda: (sorted([1], 5)))
show(lambda: (sorted()))
show(lambda: (min(1, key=None)))
show(lambda: (min([1], foo=1)))
show(lambda: (list.append()))
show(lambda: (list.append([])))
show(lambda: ([].append()))
show(lambda: (dict.get()))
show(lambda: ("a".join()))
show(lambda: ("a".join([1,2])))
show(lambda: (int("5", base=16), int("z", base=36)))
show(lambda: (print()))


def case_47():
    a = [1, 2, 3]
    a[10] = 5


show(case_47)


def case_48():
    a = [1, 2, 3]
    a['x'] = 5


show(case_48)


def case_49():
    a = [1, 2, 3]
    return a[1.5]


show(case_49)


def case_50():
    a = {}
    del a[1]


show(case_50)


def case_51():
    a = (1, 2)
    del a[0]


show(case_51)


def case_52():
    a = 'abc'
    a[0] = 'x'


show(case_52)


def case_53():
    range(3)[0] = 1


show(case_53)


def case_54():
    a = [1, 2, 3]
    a[0:2:1] = [5]
    return a


show(case_54)
show(lambda: ([1,2,3,4,5,6,7,8,9,10][2:8:3], [1,2,3][5:], [1,2,3][-5:2], [1,2,3][2:-5:-1], [][::-1], list(range(10))[-1:0:-3]))

# expect: (1, 3, [2, 3], [3, 2, 1], [1, 3], [1, 2, 3], [1, 1, 1], [1, 2, 1, 2], True, True, True, True, True, True, True, True)
# expect: [1, 2, 3, 4, 5, 'x']
# expect: [0, 1, 2, 3, 8, 9]
# expect: (3, 1, [2])
# expect: [1, 2, 4]
# expect: [1, 2, 3]
# expect: [3, 2, 1]
# expect: ['a', 'bb', 'ccc']
# expect: [3, 2, 1]
# expect: (1, 3, 2, [1, 2, 3, 2], None, [])
# expect: [1, 9, 4, 5]
# expect: [1, 7, 8, 2, 3, 4, 5]
# expect: [7, 2, 8, 4, 9]
# expect: []
# expect: [1, 2, 3, 0, 4, 5]
# expect: [1, 1, 2, 3, 3]
# expect: [2, 3, 4]
# expect: [2, 4]
# expect: [2, 4]
# expect: [1, 4, 5]
# expect: [1, 2, 4]
# expect: [1, 2, 1, 2]
# expect: [1, 'a', 'b']
# expect: [[...]]
# expect: (True, False, True, 3, 1, 3, 6, [3, 2, 1], True)
# expect: (2, [1, 'a', None, 1.5, True, (1,), {1: 2}, {3}], [[]], [()], [], [1, 2], [1], [0, 1, 2], ['a', 'b'])
# expect: (True, [0.5, 1.5, 2], ['a', 'b'], [(1, 2), (2, 1)], [True, 1.5, 2], [[1], [2]], [49, 48, 47], 1)
# expect: ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [0, 1, 2, 3, 4], [3, 3, 2, 2, 1, 1])
# expect: (1, (2, 3), (1, 2, 3), (1, 2, 1, 2), True, True, True, (1,), (), (1, 2), (), 1, 2, True, True, 2, (3, 2, 1), True, ((1, 2), 3), ('a', 'b'), False, True)
# expect: ({1: 2}, {'a': 1, 'b': 2}, {}, {1: {2: 3}}, {'a': [1]}, 1, 2, 2, None, 5, True, False, True, True, True, 2, 2, {1: 3})
# expect: ({1: 9, 'x': 1}, [1, 'x'], [1, 'x'], [9, 1], [(1, 9), ('x', 1)], dict_keys([1, 'x']), dict_values([9, 1]), dict_items([(1, 9), ('x', 1)]))
# expect: (2, None, 6, 6, (5, 6), {3: 4})
# expect: {1: 2, 3: 4, 5: 6, 'a': 7}
# expect: ({1: 2, 3: 4}, {1: 2})
# expect: {1: 3}
# expect: (['c', 'b', 'a'], {'a': 1, 'b': 2, 'c': 3}, None, {})
# expect: ({}, {'a': 1}, {1: 2}, {1: 2, 3: 4}, {1: 2, 'b': 3}, {'a': None, 'b': None}, {1: 0, 2: 0}, {1: 2})
# expect: {1: {...}}
# expect: None
# expect: (100, 50, True, False, None, 99, 51)
# expect: ({1}, {1, 3}, True, True, True, True, True, 1, set(), {1, 3})
# expect: (dict_items([('a', 1)]), 3, 1, {}, 1, 1)
# expect: ({1, 2, 3}, set(), {1, 2}, {2}, {1}, {1, 3}, True, True, True, True, True, 1, frozenset({1}), frozenset(), {1, 2}, {2}, {1}, True, True, True, {2}, {'a'}, {1.0}, {frozenset({1})})
# expect: {2, 3, 4}
# expect: {4, 5}
# expect: (set(), {2, 7}, None, set())
# expect: (b'abc', 97, b'bc', b'ab', b'abab', 3, 2, [b'a', b'b'], b'a,b', '616263', b'\x01\x02\xff', b'\x00\x00\x00', b'\xc3\xa9', b"\x00\n'", b'"', b'\'"', [97, 98], True, True, True, True, True, b'a', b'x', b'', [b'a', b'b'])
# expect: (1, 2, 'end')
# expect: 1
# expect: (['a', 'b'], [1, 2], [1], [0, 1], [97], 1)
# expect: RuntimeError 'dictionary changed size during iteration'
# expect: RuntimeError 'Set changed size during iteration'
# expect: (1, None, [2, 3, 4])
# expect: (3, 1, True, [1, 2, 3, 4], False, True, [1, 2, 3, 1, 2, 3])
# expect: (False, True, False, 5, True)
# expect: ("[1, 'a']", '(1,)', "{'a': None}", '{1}', 'frozenset({1})', '[1.0, -0.0]', 'range(0, 3)', 'slice(1, 2, None)', '[Ellipsis]', 1)
# expect: (<class 'list'>, <class 'int'>, <class 'str'>, <class 'NoneType'>)
# expect: TypeError "unsupported operand type(s) for |: 'dict' and 'list'"
# expect: TypeError 'list indices must be integers or slices, not str'
# expect: TypeError 'tuple indices must be integers or slices, not str'
# expect: TypeError 'tuple indices must be integers or slices, not float'
# expect: TypeError "unsupported operand type(s) for |: 'set' and 'list'"
# expect: TypeError "'<' not supported between instances of 'set' and 'list'"
# expect: IndexError 'pop from empty list'
# expect: ValueError 'list.index(x): x not in list'
# expect: AttributeError "'dict' object has no attribute 'foo'"
# expect: AttributeError "'list' object has no attribute 'foo'"
# expect: AttributeError "'str' object has no attribute 'foo'"
# expect: AttributeError "'int' object has no attribute 'foo'"
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "cannot use 'list' as a set element (unhashable type: 'list')"
# expect: TypeError "cannot use 'list' as a dict key (unhashable type: 'list')"
# expect: TypeError "cannot use 'dict' as a dict key (unhashable type: 'dict')"
# expect: TypeError "cannot use 'tuple' as a dict key (unhashable type: 'list')"
# expect: TypeError "'int' object is not callable"
# expect: TypeError "'<' not supported between instances of 'str' and 'int'"
# expect: TypeError "'>' not supported between instances of 'str' and 'int'"
# expect: TypeError "unsupported operand type(s) for +: 'int' and 'str'"
# expect: TypeError "object of type 'int' has no len()"
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "'list' object is not an iterator"
# expect: ValueError 'zip() argument 2 is longer than argument 1'
# expect: ValueError 'zip() argument 3 is longer than arguments 1-2'
# expect: ValueError 'zip() argument 3 is shorter than arguments 1-2'
# expect: TypeError 'sorted expected 1 argument, got 2'
# expect: TypeError 'sorted expected 1 argument, got 0'
# expect: TypeError "'int' object is not iterable"
# expect: TypeError "min() got an unexpected keyword argument 'foo'"
# expect: TypeError 'unbound method list.append() needs an argument'
# expect: TypeError 'list.append() takes exactly one argument (0 given)'
# expect: TypeError 'list.append() takes exactly one argument (0 given)'
# expect: TypeError 'unbound method dict.get() needs an argument'
# expect: TypeError 'str.join() takes exactly one argument (0 given)'
# expect: TypeError 'sequence item 0: expected str instance, int found'
# expect: (5, 35)
# expect: 
# expect: None
# expect: IndexError 'list assignment index out of range'
# expect: TypeError 'list indices must be integers or slices, not str'
# expect: TypeError 'list indices must be integers or slices, not float'
# expect: KeyError '1'
# expect: TypeError "'tuple' object doesn't support item deletion"
# expect: TypeError "'str' object does not support item assignment"
# expect: TypeError "'range' object does not support item assignment"
# expect: [5, 3]
# expect: ([3, 6], [], [1, 2], [3, 2, 1], [], [9, 6, 3])
