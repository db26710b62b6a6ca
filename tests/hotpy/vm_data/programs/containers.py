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
show(lambda: ({frozenset([1,2]): 1}[frozenset([2,1])], hash(frozenset([1,2])) == hash(frozenset([2,1])), frozenset([1]) == {1}, {1} == frozenset([1]), {1} | frozenset([2]), frozenset([2]) | {1}))
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
show(lambda: ({11}, {11}|{48, 14, 55, -11}, {11}&{48, 14, 55, -11}, {11}-{48, 14, 55, -11}, {11}^{48, 14, 55, -11}, {11}<={48, 14, 55, -11}, set(list({11})+list({48, 14, 55, -11})), frozenset({11}), list({11}), {11}.union({48, 14, 55, -11}, [1,2,3]), {11}.difference({48, 14, 55, -11}), {11}.intersection({48, 14, 55, -11})))
show(lambda: ({43, 48}, {43, 48}|{23}, {43, 48}&{23}, {43, 48}-{23}, {43, 48}^{23}, {43, 48}<={23}, set(list({43, 48})+list({23})), frozenset({43, 48}), list({43, 48}), {43, 48}.union({23}, [1,2,3]), {43, 48}.difference({23}), {43, 48}.intersection({23})))
show(lambda: ({38, 48, 4}, {38, 48, 4}|{6, -18, 1}, {38, 48, 4}&{6, -18, 1}, {38, 48, 4}-{6, -18, 1}, {38, 48, 4}^{6, -18, 1}, {38, 48, 4}<={6, -18, 1}, set(list({38, 48, 4})+list({6, -18, 1})), frozenset({38, 48, 4}), list({38, 48, 4}), {38, 48, 4}.union({6, -18, 1}, [1,2,3]), {38, 48, 4}.difference({6, -18, 1}), {38, 48, 4}.intersection({6, -18, 1})))
show(lambda: ({-13, 35}, {-13, 35}|{55, 59}, {-13, 35}&{55, 59}, {-13, 35}-{55, 59}, {-13, 35}^{55, 59}, {-13, 35}<={55, 59}, set(list({-13, 35})+list({55, 59})), frozenset({-13, 35}), list({-13, 35}), {-13, 35}.union({55, 59}, [1,2,3]), {-13, 35}.difference({55, 59}), {-13, 35}.intersection({55, 59})))
show(lambda: ({-7}, {-7}|{-9}, {-7}&{-9}, {-7}-{-9}, {-7}^{-9}, {-7}<={-9}, set(list({-7})+list({-9})), frozenset({-7}), list({-7}), {-7}.union({-9}, [1,2,3]), {-7}.difference({-9}), {-7}.intersection({-9})))
show(lambda: ({26, 33, 36}, {26, 33, 36}|{36, 41, 24, 14}, {26, 33, 36}&{36, 41, 24, 14}, {26, 33, 36}-{36, 41, 24, 14}, {26, 33, 36}^{36, 41, 24, 14}, {26, 33, 36}<={36, 41, 24, 14}, set(list({26, 33, 36})+list({36, 41, 24, 14})), frozenset({26, 33, 36}), list({26, 33, 36}), {26, 33, 36}.union({36, 41, 24, 14}, [1,2,3]), {26, 33, 36}.difference({36, 41, 24, 14}), {26, 33, 36}.intersection({36, 41, 24, 14})))


def case_55():
    s = {36, -10, 12, 7, 21, 1, 6}
    s.update(range(3, 42))
    s.discard(3)
    s.add(103)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_55)


def case_56():
    s = {36, -10, 12, 7, 21, 1, 6}
    s |= {48, 33, 27, 4, 59, 32, 41, 32}
    s &= {40, 55, -16, 17, -18, 3, -8, -17, -1, 17, 44, 46, -13, 40, -15, 4, 6, 15, 42, 35, -16, 24, 39, 5, 16, -2, -7, 36, 18, 32}
    s -= {-11, 6, -1, 42, 16, 28, 27, 0}
    s ^= {19, 39, 40, 47, 49, 8, 26}
    return (s, len(s), s.copy())


show(case_56)


def case_57():
    s = {16, 16, -17, 39, 27, 25, 18, 11, 46, -19, -19, -4, 60, 47}
    s.update(range(2, 36))
    s.discard(2)
    s.add(102)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_57)


def case_58():
    s = {16, 16, -17, 39, 27, 25, 18, 11, 46, -19, -19, -4, 60, 47}
    s |= {1}
    s &= {-14, -20, 6, 39, 25, 26, 50, -16, 42, 3, 10, -19, 15, 35, 23, -14, 57, 49, -8, 37, 19, 13, 11, 43, 33, 13, 23, -15, -17, 34}
    s -= {60}
    s ^= {1, 52, 11, -3, 32, 45, 23, 50, -3, 15, -18}
    return (s, len(s), s.copy())


show(case_58)


def case_59():
    s = {-15, -18, 42}
    s.update(range(0, 29))
    s.discard(0)
    s.add(100)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_59)


def case_60():
    s = {-15, -18, 42}
    s |= {46, 57, 45, 33, 27, 46, 60, 1}
    s &= {17, 3, -11, -3, 50, -7, 32, 25, 36, 38, 15, 12, 37, 16, 47, -1, 53, 20, -3, 46, -16, 32, 42, 9, 38, 54, 58, 14, -17, 20}
    s -= {56, 50, -6, 42, -4, 15, 14, -7, 35, -11}
    s ^= {-16, 45, 42, 37, 4, 19}
    return (s, len(s), s.copy())


show(case_60)


def case_61():
    s = {3, 29, 30, 20, -14, 14}
    s |= {20, 58, 30, 51, 16, -16}
    s &= {-4, 33, 12, 32, -10, 43, 9, 5, -10, 47, -6, 60, -5, 60, -20, 16, -12, 35, 14, 41, 39, 14, 17, 49, 51, -14, 2, 10, 42, 1}
    s -= {-1, 2, 39}
    s ^= {30, -19, -2, 30, -14, 3, 60, 2, 19, 4, -4}
    return (s, len(s), s.copy())


show(case_61)


def case_62():
    s = {-2, -14, 47, -1, 48, 7, 28, -7, 35, 29, 3, -17, 15, -7}
    s.update(range(2, 9))
    s.discard(2)
    s.add(102)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_62)


def case_63():
    s = {31, 52, 27, 47, 15, -9, 39, 49, 54, 36, 21, -2, 55}
    s.update(range(9, 22))
    s.discard(9)
    s.add(109)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_63)


def case_64():
    s = {31, 52, 27, 47, 15, -9, 39, 49, 54, 36, 21, -2, 55}
    s |= {38, 44, 52, 27, 20, 55}
    s &= {25, 56, 24, 23, 16, 18, 14, 3, -5, 57, 44, 8, 23, 11, 16, 35, 14, 37, -4, 41, 22, 48, 2, 59, 47, 46, 36, 59, -14, -12}
    s -= {34, 50, 58, 17, -13, 10, 28}
    s ^= {7, -11, 26, 45, 7, -13, 50}
    return (s, len(s), s.copy())


show(case_64)


def case_65():
    s = {-5, 35, 29, 51, 26, -19, 18, 27}
    s.update(range(8, 31))
    s.discard(8)
    s.add(108)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_65)


def case_66():
    s = {29, 6, 45}
    s.update(range(6, 43))
    s.discard(6)
    s.add(106)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_66)


def case_67():
    s = {29, 6, 45}
    s |= {18, 35, 16, -8, -10, -12, 36, 21, -12, -19, 21}
    s &= {41, 34, 60, -8, 22, 33, 54, 8, 21, 5, 30, -9, -14, 46, -17, 45, 47, 10, 53, -10, 3, 9, 40, 48, 30, 16, 24, 38, 47, 9}
    s -= {53, 18, 23, 55}
    s ^= {54, 48, 26}
    return (s, len(s), s.copy())


show(case_67)


def case_68():
    s = {46, 25, 20, 54, 47, 6, 37, -13, 35, 19}
    s.update(range(3, 34))
    s.discard(3)
    s.add(103)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_68)


def case_69():
    s = {46, 25, 20, 54, 47, 6, 37, -13, 35, 19}
    s |= {7, 3, -7, 38, -5, 44, 30, 7, 20, 3, -16, 21, 43, 11}
    s &= {29, -13, 10, 31, 26, 29, 8, 2, 16, 12, 24, 13, -14, 23, -6, 6, 8, 18, 36, 2, 52, 1, 11, 41, 6, 7, 26, 57, 9, 2}
    s -= {47, 30, 56, 49, 34, 56, 2, 60, 18, 36, 27}
    s ^= {-10}
    return (s, len(s), s.copy())


show(case_69)


def case_70():
    s = {48, 38, 42, -18, 54, 2, 14, 46, 33, 43, 8, 29, 44}
    s.update(range(7, 29))
    s.discard(7)
    s.add(107)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_70)


def case_71():
    s = {48, 38, 42, -18, 54, 2, 14, 46, 33, 43, 8, 29, 44}
    s |= {59, 41, 2, -6, 33, 23, -2}
    s &= {54, 21, -7, 24, 47, -2, 18, 41, 60, 49, -1, 37, 27, 43, -15, 54, 24, 5, 59, -9, 50, 55, 18, 54, 16, 49, 21, 32, 17, -19}
    s -= {51, 24, 34, 41, 27, 52, 3}
    s ^= {17, 4, 52, 29}
    return (s, len(s), s.copy())


show(case_71)


def case_72():
    s = {-6, 21, 50, 0, 20, 42, 2, 49, 30, 39, 5, 32}
    s.update(range(8, 44))
    s.discard(8)
    s.add(108)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_72)


def case_73():
    s = {-6, 21, 50, 0, 20, 42, 2, 49, 30, 39, 5, 32}
    s |= {-7, -13, 57, 41, 5, 1}
    s &= {44, 1, -5, -8, 50, 48, -5, 29, 51, 45, 20, 30, 15, -12, 41, 15, 20, 9, 13, -5, 7, -6, 41, 27, 35, -2, 13, 27, 3, 13}
    s -= {45, 5, 8, 11, 13, 24, 23, -7, -8, -3}
    s ^= {-10, 8, 38, 22, -6, 21, -2, 1, -15, 42, 14, 45, -3}
    return (s, len(s), s.copy())


show(case_73)


def case_74():
    s = {36, 34, 44, 52, 53, 34}
    s |= {49, 14, 54, 29, -1}
    s &= {-15, -16, 1, 35, -20, 7, -4, 44, 6, 27, 12, -15, 60, 51, 52, 25, 5, -5, 0, 7, -11, 42, 34, 16, -1, -6, 49, 23, 57, 0}
    s -= {-3, -9, 59, -10, -3}
    s ^= {-20, -10}
    return (s, len(s), s.copy())


show(case_74)


def case_75():
    s = {46, 30, 38, 50, 58, 36, 13, 2, -20, -12, 16}
    s.update(range(6, 16))
    s.discard(6)
    s.add(106)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_75)


def case_76():
    s = {46, 30, 38, 50, 58, 36, 13, 2, -20, -12, 16}
    s |= {-16}
    s &= {23, 46, 21, 26, -7, -15, 7, 29, -19, 48, 36, 21, 60, 8, 36, 37, 10, -20, 24, 7, 9, 0, 33, 30, -8, 30, 20, 53, -6, 49}
    s -= {56, 11, 17, -8, -17, 31, -17, 55, 23, 8, 5}
    s ^= {52, 45, 13, 56, 28, 6, 46, 55}
    return (s, len(s), s.copy())


show(case_76)


def case_77():
    s = {19, -12, 2, 37, 44, 47, -8}
    s.update(range(4, 41))
    s.discard(4)
    s.add(104)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_77)


def case_78():
    s = {19, -12, 2, 37, 44, 47, -8}
    s |= {-2, 36, 46, -4, 19, 46, 1, 8, 26, 47}
    s &= {17, -5, -11, 43, -12, 41, 11, 33, -18, -19, -18, 40, 59, -20, -13, 45, 41, -19, -14, 24, 17, 19, 40, 42, 18, 19, -4, 19, 60, 52}
    s -= {31, -15}
    s ^= {4, 10}
    return (s, len(s), s.copy())


show(case_78)


def case_79():
    s = {0, 30}
    s.update(range(8, 40))
    s.discard(8)
    s.add(108)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_79)


def case_80():
    s = {0, 30}
    s |= {60, 1, -10}
    s &= {18, 45, 45, -20, 43, -12, 26, 43, -10, 33, 22, 51, 30, 35, 39, 23, 57, -17, 21, 19, 41, 13, 40, 12, 6, 25, -8, 13, 41, 33}
    s -= {5, 23, 56, -13, 10, 54, -14, 58}
    s ^= {10, 29, 3, 20, -8, 2, 44}
    return (s, len(s), s.copy())


show(case_80)


def case_81():
    s = {12, 35, 33, 52, 53, 23, 28, 35}
    s |= {30, 26, 30, 14, 47, 8, -3, 9, 5, 57, -17, 32}
    s &= {-7, 57, 31, 41, 41, 28, 44, 44, 51, 35, 58, 5, 40, 30, -13, 51, 0, -18, 4, 52, -8, -3, 30, 45, -6, -5, -7, 56, 7, 17}
    s -= {-4, 34, 35, -2, 0, 7, 60, 34, 43}
    s ^= {60, 36, 45, -17, 12, 50}
    return (s, len(s), s.copy())


show(case_81)


def case_82():
    s = {55}
    s.update(range(5, 25))
    s.discard(5)
    s.add(105)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_82)


def case_83():
    s = {55}
    s |= {29, 7, -5, 16, 5, -10, 6, 29, 11}
    s &= {8, 22, 9, -9, 22, 51, 18, 7, 49, 6, 51, 30, -20, 44, 18, 10, -2, 15, 54, -11, 12, 24, 6, 17, -1, 24, 7, 5, 60, 51}
    s -= {-6, 38, 34, 12, -13, 48, 30, 13, 54, 16, 47, 5, 37}
    s ^= {19, 24, -9, -7}
    return (s, len(s), s.copy())


show(case_83)


def case_84():
    s = {31, 24, 55, 10, 12, -5, 57}
    s |= {2}
    s &= {20, 24, 56, 1, 8, 21, -14, -6, 20, 57, 49, -12, 32, 22, 51, 17, -18, 42, 36, 36, 1, 41, -20, -5, 1, 27, 41, 15, 28, 46}
    s -= {38, 28, 40, 26}
    s ^= {26, -19, 49, 22, 41, 52, 43, 48, 37, -19, 40, -11}
    return (s, len(s), s.copy())


show(case_84)


def case_85():
    s = {19, 3, 9, 48, -6, 2, 2, 13, 20, -10, 26, 49}
    s.update(range(0, 14))
    s.discard(0)
    s.add(100)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_85)


def case_86():
    s = {19, 3, 9, 48, -6, 2, 2, 13, 20, -10, 26, 49}
    s |= {22, -19, 58, -14, 28, 1, -7, 44, 37, 24, 42, -19, 38, 35}
    s &= {50, -10, -7, -9, -10, 5, -7, 15, -10, 22, -17, 6, -14, 36, -16, -5, 45, 7, 21, 36, 59, 18, 21, -19, 4, 48, -19, 7, 55, 35}
    s -= {24, 36, 46}
    s ^= {32, 40, -3, 59, 18, 60, 16, -11, 9}
    return (s, len(s), s.copy())


show(case_86)


def case_87():
    s = {1, 49, 22, 36, 29, 10, 46, 48, 20, 17, 23, 24, 1}
    s.update(range(4, 27))
    s.discard(4)
    s.add(104)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_87)


def case_88():
    s = {1, 49, 22, 36, 29, 10, 46, 48, 20, 17, 23, 24, 1}
    s |= {3, 29}
    s &= {18, 56, 38, 31, 45, 35, 7, -8, 60, 24, -20, 56, 26, 36, -13, 38, 47, 57, 12, 59, 43, 48, 46, 42, 4, 18, -9, -11, 42, 36}
    s -= {1, 5, 13, -3, 51, 53, 13}
    s ^= {2}
    return (s, len(s), s.copy())


show(case_88)


def case_89():
    s = {60, 10, 38, 52}
    s.update(range(1, 19))
    s.discard(1)
    s.add(101)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_89)


def case_90():
    s = {60, 10, 38, 52}
    s |= {4, 46, -8, -20, 21, 36}
    s &= {18, 42, 56, -15, 20, 17, 2, 60, 38, 54, 52, 43, 19, 46, 40, 23, 10, -12, 5, 50, -16, 26, 48, -11, 24, -20, 2, -16, 40, 0}
    s -= {-8, 1, 26, 54, 10, 40}
    s ^= {45, 48, -13, -19, 49, 9, 20, -2, 53, 16, 51, 11}
    return (s, len(s), s.copy())


show(case_90)


def case_91():
    s = {24, 54, 28, -1, 38, 34}
    s |= {31, -18, 59, -10, 14, 33, 19, 26}
    s &= {-5, -19, 3, -8, 32, -15, 30, 34, 11, -11, 35, -15, 13, 27, 3, 34, 24, 32, -18, 9, 56, 25, 45, 9, 29, 27, 25, 16, 58, 0}
    s -= {26, -20, 11, 0}
    s ^= {13, 4, -3, 52, 40, 47, 55, 36}
    return (s, len(s), s.copy())


show(case_91)


def case_92():
    s = {31, 12, 28}
    s.update(range(9, 34))
    s.discard(9)
    s.add(109)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_92)


def case_93():
    s = {31, 12, 28}
    s |= {6, 28}
    s &= {-7, 6, 53, 26, 25, 13, 18, 28, 51, 35, -1, 24, 46, -11, 16, 21, 57, 15, 4, 4, 30, 7, 7, 46, 9, 27, 55, 13, 37, 11}
    s -= {-5, -6, 45, 53, -18, 54, 32, -16, 59, 49, 54}
    s ^= {19, 59, 25, -4, 47}
    return (s, len(s), s.copy())


show(case_93)


def case_94():
    s = {12, 2, 40}
    s.update(range(6, 22))
    s.discard(6)
    s.add(106)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_94)


def case_95():
    s = {12, 2, 40}
    s |= {10, 0, 55, 41, -10, 4, 25, -19, 52}
    s &= {42, -13, 51, 33, 35, -6, 59, 30, 20, 32, 18, 25, 54, 31, -11, 39, 4, -11, 12, 36, -6, 13, 49, -12, 10, 55, 49, 24, 15, 11}
    s -= {60, 21, 32, -14, -11, 53, -20, -2, 5, 59}
    s ^= {-7, 5, 25, 1}
    return (s, len(s), s.copy())


show(case_95)


def case_96():
    s = {-9, 1, 30, 44, 38, -18, -7, 21, 6}
    s.update(range(6, 32))
    s.discard(6)
    s.add(106)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_96)


def case_97():
    s = {-9, 1, 30, 44, 38, -18, -7, 21, 6}
    s |= {8, -7, -15, -9, -12, 51, 18, 5, 3, 36, 3, -9, 24}
    s &= {-11, 42, 44, -1, -2, 10, 8, 42, 15, 31, -13, 9, 59, 18, 25, -12, 2, 0, 60, 59, -17, 37, -6, 10, -7, 2, -3, 51, 20, 7}
    s -= {34, -17, 17, -9, 36, 11, 44, 38, 10}
    s ^= {31, 53}
    return (s, len(s), s.copy())


show(case_97)


def case_98():
    s = {57, 0, 8, 47, 14, -8, -4, 39, 32, -17, 57}
    s.update(range(6, 13))
    s.discard(6)
    s.add(106)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_98)


def case_99():
    s = {57, 0, 8, 47, 14, -8, -4, 39, 32, -17, 57}
    s |= {10, 49, 33, 1, -9, -11, 40, -17, 2, 10, 21, 57, 22, 40}
    s &= {38, 17, -11, -7, 25, 55, 53, -13, -18, 25, 20, -16, -12, 2, 13, -5, -17, 16, 59, 40, 60, -20, 33, 29, -14, 12, 23, -1, 50, 25}
    s -= {-12, 21, 54, 18}
    s ^= {60, 28, -1, 29, 12, -10, 54, 7, 42}
    return (s, len(s), s.copy())


show(case_99)


def case_100():
    s = {45, -9, 29, 19, -11, 58, 47, 50, 20, 11, 4}
    s.update(range(3, 36))
    s.discard(3)
    s.add(103)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_100)


def case_101():
    s = {45, -9, 29, 19, -11, 58, 47, 50, 20, 11, 4}
    s |= {54, 30, 39, 17, -2, -1, 60, 52, -20, 10, 2, 44}
    s &= {38, 27, 33, 55, 30, 36, 45, 51, 18, 31, 48, 28, 18, -10, 57, 58, 20, -7, -10, 29, 58, 34, 13, 39, 18, -8, 9, 38, 52, 58}
    s -= {41, 0, -7, 54, 28, 43, 7, 36, 18, -18, 54, 16, 17, -11}
    s ^= {55, 4, -15}
    return (s, len(s), s.copy())


show(case_101)


def case_102():
    s = {41}
    s.update(range(6, 39))
    s.discard(6)
    s.add(106)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_102)


def case_103():
    s = {-6, 11, -18, 11, 21, 20, 37, 50, -15, 32, 8, -11, 23, -6}
    s.update(range(7, 22))
    s.discard(7)
    s.add(107)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_103)


def case_104():
    s = {-6, 11, -18, 11, 21, 20, 37, 50, -15, 32, 8, -11, 23, -6}
    s |= {2, 20, 1, 25, 27, 51, 22}
    s &= {-8, 2, 36, -10, 23, 2, 24, 8, -9, -4, 40, 50, 18, 59, 39, 46, 17, 44, -8, 30, -12, 4, -7, -11, 52, 10, 12, 20, 5, 2}
    s -= {60, 53, 47}
    s ^= {-1, 5}
    return (s, len(s), s.copy())


show(case_104)


def case_105():
    s = {21, 10, -11, 2, 31, -19}
    s.update(range(3, 20))
    s.discard(3)
    s.add(103)
    return (s, s.pop(), s.pop(), s, sorted(s))


show(case_105)


def case_106():
    s = {21, 10, -11, 2, 31, -19}
    s |= {-14, 27, 38, 27, 22}
    s &= {48, 18, 23, 53, 36, 52, -8, 23, 4, 13, 54, 41, 8, 52, 37, 19, 5, 26, -7, 40, -6, 45, 43, 3, 23, -1, -14, 22, -13, 58}
    s -= {-20, 10, 18, 27, 13}
    s ^= {57, 36, -4}
    return (s, len(s), s.copy())


show(case_106)
show(lambda: (set(range(628, 0, -6)) , sum(set(x*34%977 for x in range(628)))))


def case_107():
    s = set(range(628))
    [s.discard(x) for x in range(0, 628, 3)]
    s.update((x * 7 for x in range(50)))
    return list(s)[:60]


show(case_107)
show(lambda: (set(range(1515, 0, -9)) , sum(set(x*34%977 for x in range(1515)))))


def case_108():
    s = set(range(1515))
    [s.discard(x) for x in range(0, 1515, 3)]
    s.update((x * 7 for x in range(50)))
    return list(s)[:60]


show(case_108)
show(lambda: (set(range(906, 0, -5)) , sum(set(x*21%977 for x in range(906)))))


def case_109():
    s = set(range(906))
    [s.discard(x) for x in range(0, 906, 3)]
    s.update((x * 7 for x in range(50)))
    return list(s)[:60]


show(case_109)
show(lambda: (set(range(1759, 0, -2)) , sum(set(x*27%977 for x in range(1759)))))


def case_110():
    s = set(range(1759))
    [s.discard(x) for x in range(0, 1759, 3)]
    s.update((x * 7 for x in range(50)))
    return list(s)[:60]


show(case_110)
show(lambda: (set(range(974, 0, -2)) , sum(set(x*17%977 for x in range(974)))))


def case_111():
    s = set(range(974))
    [s.discard(x) for x in range(0, 974, 3)]
    s.update((x * 7 for x in range(50)))
    return list(s)[:60]


show(case_111)
show(lambda: (set(range(2350, 0, -2)) , sum(set(x*9%977 for x in range(2350)))))


def case_112():
    s = set(range(2350))
    [s.discard(x) for x in range(0, 2350, 3)]
    s.update((x * 7 for x in range(50)))
    return list(s)[:60]


show(case_112)
show(lambda: (set(range(2130, 0, -1)) , sum(set(x*32%977 for x in range(2130)))))


def case_113():
    s = set(range(2130))
    [s.discard(x) for x in range(0, 2130, 3)]
    s.update((x * 7 for x in range(50)))
    return list(s)[:60]


show(case_113)
show(lambda: (set(range(1818, 0, -5)) , sum(set(x*21%977 for x in range(1818)))))


def case_114():
    s = set(range(1818))
    [s.discard(x) for x in range(0, 1818, 3)]
    s.update((x * 7 for x in range(50)))
    return list(s)[:60]


show(case_114)
show(lambda: (set(range(1176, 0, -4)) , sum(set(x*19%977 for x in range(1176)))))


def case_115():
    s = set(range(1176))
    [s.discard(x) for x in range(0, 1176, 3)]
    s.update((x * 7 for x in range(50)))
    return list(s)[:60]


show(case_115)
show(lambda: (set(range(1655, 0, -2)) , sum(set(x*2%977 for x in range(1655)))))


def case_116():
    s = set(range(1655))
    [s.discard(x) for x in range(0, 1655, 3)]
    s.update((x * 7 for x in range(50)))
    return list(s)[:60]


show(case_116)


def case_117():
    s = set(range(5))
    return [s.pop() for _ in range(5)]


show(case_117)


def case_118():
    s = set(range(100))
    return ([s.pop() for _ in range(50)], s.add(3), s.pop())


show(case_118)


def case_119():
    s = set()
    return s.pop()


show(case_119)
show(lambda: ({1,2,3} == {3,2,1}, {1.0, 2} == {1, 2}, 1.0 in {1}, True in {1}, {0.5, 1.5, 2.5} == {2.5, 1.5, 0.5}, len({0.5*i for i in range(100)}), 3 in frozenset({1,2,3}), 5 in {1,2,3}, {(1,2),(3,4)} == {(3,4),(1,2)}, len({str(i) for i in range(1000)}), '5' in {str(i) for i in range(10)}))

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
# expect: (1, True, True, True, {1, 2}, frozenset({1, 2}))
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
# expect: IndexError 'list assignment index out of range'
# expect: TypeError 'list indices must be integers or slices, not str'
# expect: TypeError 'list indices must be integers or slices, not float'
# expect: KeyError '1'
# expect: TypeError "'tuple' object doesn't support item deletion"
# expect: TypeError "'str' object does not support item assignment"
# expect: TypeError "'range' object does not support item assignment"
# expect: [5, 3]
# expect: ([3, 6], [], [1, 2], [3, 2, 1], [], [9, 6, 3])
# expect: ({11}, {48, -11, 55, 11, 14}, set(), {11}, {11, 14, 48, -11, 55}, False, {11, 14, 48, -11, 55}, frozenset({11}), [11], {48, 1, 2, 3, -11, 55, 11, 14}, {11}, set())
# expect: ({48, 43}, {48, 43, 23}, set(), {48, 43}, {48, 43, 23}, False, {48, 43, 23}, frozenset({48, 43}), [48, 43], {1, 2, 3, 43, 48, 23}, {48, 43}, set())
# expect: ({48, 4, 38}, {48, 1, 4, 38, 6, -18}, set(), {48, 4, 38}, {1, 4, 6, 38, -18, 48}, False, {1, 4, 38, 6, -18, 48}, frozenset({48, 4, 38}), [48, 4, 38], {48, 1, 2, 3, 4, 38, 6, -18}, {48, 4, 38}, set())
# expect: ({35, -13}, {35, -13, 59, 55}, set(), {35, -13}, {35, 59, -13, 55}, False, {59, 35, 55, -13}, frozenset({35, -13}), [35, -13], {1, 2, 35, 3, -13, 55, 59}, {35, -13}, set())
# expect: ({-7}, {-7, -9}, set(), {-7}, {-7, -9}, False, {-7, -9}, frozenset({-7}), [-7], {1, 2, 3, -9, -7}, {-7}, set())
# expect: ({33, 26, 36}, {33, 36, 24, 41, 26, 14}, {36}, {33, 26}, {33, 41, 14, 24, 26}, False, {33, 36, 41, 14, 24, 26}, frozenset({33, 26, 36}), [33, 26, 36], {1, 2, 3, 14, 24, 26, 33, 36, 41}, {33, 26}, {36})
# expect: ({5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 103, -10}, 1, 4, {5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 103, -10}, [-10, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 103])
# expect: ({32, 36, 4, 39, 40, 8, 47, 49, 19, 26}, 10, {32, 36, 4, 39, 40, 8, 47, 49, 19, 26})
# expect: ({5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 39, 46, 47, 60, 102, -19, -17, -4}, 3, 4, {5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 39, 46, 47, 60, 102, -19, -17, -4}, [-19, -17, -4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 39, 46, 47, 60, 102])
# expect: ({32, 1, 39, -19, 45, -17, -18, 15, 50, 52, 23, 25, -3}, 13, {32, 1, 39, -19, 45, -17, -18, 15, 50, 52, 23, 25, -3})
# expect: ({3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 42, 100, -18, -15}, 1, 2, {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 42, 100, -18, -15}, [-18, -15, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 42, 100])
# expect: ({4, 37, 42, 45, 46, -16, 19}, 7, {-16, 19, 4, 37, 42, 45, 46})
# expect: ({2, 3, 4, -19, 14, 60, 16, 51, 19, -2, -4, 30}, 12, {2, 3, 4, -4, -19, 14, 16, 51, 19, 30, 60, -2})
# expect: ({5, 6, 7, 8, 15, 28, 29, 35, 47, 48, 102, -17, -14, -1, -7, -2}, 3, 4, {5, 6, 7, 8, 15, 28, 29, 35, 47, 48, 102, -17, -14, -1, -7, -2}, [-17, -14, -7, -2, -1, 5, 6, 7, 8, 15, 28, 29, 35, 47, 48, 102])
# expect: ({12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 27, 31, 36, 39, 47, 49, 52, 54, 55, 109, -9, -2}, 10, 11, {12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 27, 31, 36, 39, 47, 49, 52, 54, 55, 109, -9, -2}, [-9, -2, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 27, 31, 36, 39, 47, 49, 52, 54, 55, 109])
# expect: ({36, 7, 44, 45, 47, 50, -13, -11, 26}, 9, {36, 7, 44, 45, 47, 50, -13, -11, 26})
# expect: ({11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 35, 51, 108, -19, -5}, 9, 10, {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 35, 51, 108, -19, -5}, [-19, -5, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 35, 51, 108])
# expect: ({9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 45, 106}, 7, 8, {9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 45, 106}, [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 45, 106])
# expect: ({45, 16, 48, 21, -10, 54, -8, 26}, 8, {45, 16, 48, 21, -10, 54, -8, 26})
# expect: ({6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 35, 37, 46, 47, 54, 103, -13}, 4, 5, {6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 35, 37, 46, 47, 54, 103, -13}, [-13, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 35, 37, 46, 47, 54, 103])
# expect: ({6, 7, 11, -13, -10}, 5, {-13, 6, 7, -10, 11})
# expect: ({9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 33, 38, 42, 43, 44, 46, 48, 54, 107, -18}, 2, 8, {9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 33, 38, 42, 43, 44, 46, 48, 54, 107, -18}, [-18, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 33, 38, 42, 43, 44, 46, 48, 54, 107])
# expect: ({4, 43, 17, 52, 54, 59, 29, -2}, 8, {4, 43, 17, 52, 54, 59, 29, -2})
# expect: ({5, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 49, 50, 108, -6}, 0, 2, {5, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 49, 50, 108, -6}, [-6, 5, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 49, 50, 108])
# expect: ({38, 8, 41, 42, 45, 14, -15, 50, 20, 21, -10, 22, -2, -3, 30}, 15, {38, 8, 41, 42, 45, 14, -15, 50, 20, 21, -10, 22, 30, -3, -2})
# expect: ({34, 44, -20, 49, 52, -10, -1}, 7, {-20, 49, 34, 52, -10, 44, -1})
# expect: ({8, 9, 10, 11, 12, 13, 14, 15, 16, 30, 36, 38, 46, 50, 58, 106, -20, -12}, 2, 7, {8, 9, 10, 11, 12, 13, 14, 15, 16, 30, 36, 38, 46, 50, 58, 106, -20, -12}, [-20, -12, 8, 9, 10, 11, 12, 13, 14, 15, 16, 30, 36, 38, 46, 50, 58, 106])
# expect: ({36, 6, -20, 13, 45, 52, 55, 56, 28, 30}, 10, {36, 6, -20, 13, 45, 52, 55, 56, 28, 30})
# expect: ({6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 44, 47, 104, -12, -8}, 2, 5, {6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 44, 47, 104, -12, -8}, [-12, -8, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 44, 47, 104])
# expect: ({4, 10, 19, -12, -4}, 5, {19, 4, -12, 10, -4})
# expect: ({10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 108}, 0, 9, {10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 108}, [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 108])
# expect: ({2, 3, 10, 44, 20, -10, -8, 29, 30}, 9, {2, 3, 10, 44, 20, -10, -8, 29, 30})
# expect: ({36, 5, 12, 45, 60, -17, 50, 52, 57, 28, -3, 30}, 12, {36, 5, 12, 45, 28, -17, 50, 52, 57, 60, -3, 30})
# expect: ({8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 55, 105}, 6, 7, {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 55, 105}, [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 55, 105])
# expect: ({6, 7, 19, -9, 24, -7}, 6, {19, -9, 6, 7, 24, -7})
# expect: ({37, 40, 41, 43, -19, 48, 49, 52, -11, 22, 24, 57, 26, -5}, 14, {37, 40, 41, 43, -19, 48, 49, 52, -11, 22, 24, 57, 26, -5})
# expect: ({3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 19, 20, 26, 48, 49, 100, -10, -6}, 1, 2, {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 19, 20, 26, 48, 49, 100, -10, -6}, [-10, -6, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 19, 20, 26, 48, 49, 100])
# expect: ({32, 35, 40, 9, -19, 48, 16, -14, 18, -11, 22, -10, -7, 59, 60, -3}, 16, {9, 16, 18, 22, 32, 35, 40, -19, 48, -14, -11, -10, -7, 59, 60, -3})
# expect: ({6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 29, 36, 46, 48, 49, 104}, 1, 5, {6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 29, 36, 46, 48, 49, 104}, [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 29, 36, 46, 48, 49, 104])
# expect: ({2, 36, 46, 48, 24}, 5, {48, 2, 36, 24, 46})
# expect: ({4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 38, 52, 60, 101}, 2, 3, {4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 38, 52, 60, 101}, [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 38, 52, 60, 101])
# expect: ({38, 9, 11, -20, -19, 46, 45, 48, 49, 16, -13, 52, 20, 53, 51, 60, -2}, 17, {9, 11, 16, 20, 38, -20, -19, 46, 45, 48, 49, -13, 52, 53, 51, 60, -2})
# expect: ({34, 4, 36, 40, 13, -18, 47, 52, 55, 24, -3}, 11, {34, 4, 36, 40, 13, -18, 47, 52, 55, 24, -3})
# expect: ({12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 109}, 10, 11, {12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 109}, [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 109])
# expect: ({6, -4, 47, 19, 25, 59, 28}, 7, {19, 6, 25, 59, -4, 28, 47})
# expect: ({8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 40, 106}, 2, 7, {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 40, 106}, [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 40, 106])
# expect: ({1, 4, 5, 10, 12, 55, -7}, 7, {1, 4, 5, 55, -7, 10, 12})
# expect: ({8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 38, 44, 106, -18, -9, -7}, 1, 7, {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 38, 44, 106, -18, -9, -7}, [-18, -9, -7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 38, 44, 106])
# expect: ({8, 18, 51, -12, 53, -7, 31}, 7, {18, 51, -12, 53, 8, -7, 31})
# expect: ({39, 8, 7, 9, 10, 11, 12, 14, 47, -17, 106, -8, 57, -4}, 0, 32, {39, 8, 7, 9, 10, 11, 12, 14, 47, -17, 106, -8, 57, -4}, [-17, -8, -4, 7, 8, 9, 10, 11, 12, 14, 39, 47, 57, 106])
# expect: ({33, 2, 7, 40, 42, 12, 60, -17, -11, -10, 54, 28, 29, -1}, 14, {33, 2, 7, 40, 42, 12, 60, -17, -11, -10, 54, 28, 29, -1})
# expect: ({6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 45, 47, 50, 58, 103, -11, -9}, 4, 5, {6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 45, 47, 50, 58, 103, -11, -9}, [-11, -9, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 45, 47, 50, 58, 103])
# expect: ({4, 39, 45, -15, 20, 52, 55, 58, 29, 30}, 10, {4, 39, 45, -15, 20, 52, 55, 58, 29, 30})
# expect: ({9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 41, 106}, 7, 8, {9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 41, 106}, [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 41, 106])
# expect: ({10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 32, 37, 50, 107, -18, -15, -11, -6}, 8, 9, {10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 32, 37, 50, 107, -18, -15, -11, -6}, [-18, -15, -11, -6, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 32, 37, 50, 107])
# expect: ({2, 5, 8, 50, 20, -11, 23, -1}, 8, {2, 5, 8, 50, 20, -11, 23, -1})
# expect: ({5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 103, -19, -11}, 2, 4, {5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 103, -19, -11}, [-19, -11, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 103])
# expect: ({36, -14, 22, 57, -4}, 5, {-14, 36, 22, 57, -4})
# expect: ({514, 4, 520, 10, 526, 16, 532, 22, 538, 28, 544, 34, 550, 40, 556, 46, 562, 52, 568, 58, 574, 64, 580, 70, 586, 76, 592, 82, 598, 88, 604, 94, 610, 100, 616, 106, 622, 112, 628, 118, 124, 130, 136, 142, 148, 154, 160, 166, 172, 178, 184, 190, 196, 202, 208, 214, 220, 226, 232, 238, 244, 250, 256, 262, 268, 274, 280, 286, 292, 298, 304, 310, 316, 322, 328, 334, 340, 346, 352, 358, 364, 370, 376, 382, 388, 394, 400, 406, 412, 418, 424, 430, 436, 442, 448, 454, 460, 466, 472, 478, 484, 490, 496, 502, 508}, 304272)
# expect: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49, 50, 52, 53, 55, 56, 58, 59, 61, 62, 64, 65, 67, 68, 70, 71, 73, 74, 76, 77, 79, 80, 82, 83, 85, 86, 88, 89]
# expect: ({3, 516, 1029, 12, 525, 1038, 21, 534, 1047, 30, 543, 1056, 39, 552, 1065, 48, 561, 1074, 57, 570, 1083, 66, 579, 1092, 75, 588, 1101, 84, 597, 1110, 93, 606, 1119, 102, 615, 1128, 111, 624, 1137, 120, 633, 1146, 129, 642, 1155, 138, 651, 1164, 147, 660, 1173, 156, 669, 1182, 165, 678, 1191, 174, 687, 1200, 183, 696, 1209, 192, 705, 1218, 201, 714, 1227, 210, 723, 1236, 219, 732, 1245, 228, 741, 1254, 237, 750, 1263, 246, 759, 1272, 255, 768, 1281, 264, 777, 1290, 273, 786, 1299, 282, 795, 1308, 291, 804, 1317, 300, 813, 1326, 309, 822, 1335, 318, 831, 1344, 327, 840, 1353, 336, 849, 1362, 345, 858, 1371, 354, 867, 1380, 363, 876, 1389, 372, 885, 1398, 381, 894, 1407, 390, 903, 1416, 399, 912, 1425, 408, 921, 1434, 417, 930, 1443, 426, 939, 1452, 435, 948, 1461, 444, 957, 1470, 453, 966, 1479, 462, 975, 1488, 471, 984, 1497, 480, 993, 1506, 489, 1002, 1515, 498, 1011, 507, 1020}, 476776)
# expect: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49, 50, 52, 53, 55, 56, 58, 59, 61, 62, 64, 65, 67, 68, 70, 71, 73, 74, 76, 77, 79, 80, 82, 83, 85, 86, 88, 89]
# expect: ({1, 516, 6, 521, 11, 526, 16, 531, 21, 536, 26, 541, 31, 546, 36, 551, 41, 556, 46, 561, 51, 566, 56, 571, 61, 576, 66, 581, 71, 586, 76, 591, 81, 596, 86, 601, 91, 606, 96, 611, 101, 616, 106, 621, 111, 626, 116, 631, 121, 636, 126, 641, 131, 646, 136, 651, 141, 656, 146, 661, 151, 666, 156, 671, 161, 676, 166, 681, 171, 686, 176, 691, 181, 696, 186, 701, 191, 706, 196, 711, 201, 716, 206, 721, 211, 726, 216, 731, 221, 736, 226, 741, 231, 746, 236, 751, 241, 756, 246, 761, 251, 766, 256, 771, 261, 776, 266, 781, 271, 786, 276, 791, 281, 796, 286, 801, 291, 806, 296, 811, 301, 816, 306, 821, 311, 826, 316, 831, 321, 836, 326, 841, 331, 846, 336, 851, 341, 856, 346, 861, 351, 866, 356, 871, 361, 876, 366, 881, 371, 886, 376, 891, 381, 896, 386, 901, 391, 906, 396, 401, 406, 411, 416, 421, 426, 431, 436, 441, 446, 451, 456, 461, 466, 471, 476, 481, 486, 491, 496, 501, 506, 511}, 436660)
# expect: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49, 50, 52, 53, 55, 56, 58, 59, 61, 62, 64, 65, 67, 68, 70, 71, 73, 74, 76, 77, 79, 80, 82, 83, 85, 86, 88, 89]
# expect: ({1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39, 41, 43, 45, 47, 49, 51, 53, 55, 57, 59, 61, 63, 65, 67, 69, 71, 73, 75, 77, 79, 81, 83, 85, 87, 89, 91, 93, 95, 97, 99, 101, 103, 105, 107, 109, 111, 113, 115, 117, 119, 121, 123, 125, 127, 129, 131, 133, 135, 137, 139, 141, 143, 145, 147, 149, 151, 153, 155, 157, 159, 161, 163, 165, 167, 169, 171, 173, 175, 177, 179, 181, 183, 185, 187, 189, 191, 193, 195, 197, 199, 201, 203, 205, 207, 209, 211, 213, 215, 217, 219, 221, 223, 225, 227, 229, 231, 233, 235, 237, 239, 241, 243, 245, 247, 249, 251, 253, 255, 257, 259, 261, 263, 265, 267, 269, 271, 273, 275, 277, 279, 281, 283, 285, 287, 289, 291, 293, 295, 297, 299, 301, 303, 305, 307, 309, 311, 313, 315, 317, 319, 321, 323, 325, 327, 329, 331, 333, 335, 337, 339, 341, 343, 345, 347, 349, 351, 353, 355, 357, 359, 361, 363, 365, 367, 369, 371, 373, 375, 377, 379, 381, 383, 385, 387, 389, 391, 393, 395, 397, 399, 401, 403, 405, 407, 409, 411, 413, 415, 417, 419, 421, 423, 425, 427, 429, 431, 433, 435, 437, 439, 441, 443, 445, 447, 449, 451, 453, 455, 457, 459, 461, 463, 465, 467, 469, 471, 473, 475, 477, 479, 481, 483, 485, 487, 489, 491, 493, 495, 497, 499, 501, 503, 505, 507, 509, 511, 513, 515, 517, 519, 521, 523, 525, 527, 529, 531, 533, 535, 537, 539, 541, 543, 545, 547, 549, 551, 553, 555, 557, 559, 561, 563, 565, 567, 569, 571, 573, 575, 577, 579, 581, 583, 585, 587, 589, 591, 593, 595, 597, 599, 601, 603, 605, 607, 609, 611, 613, 615, 617, 619, 621, 623, 625, 627, 629, 631, 633, 635, 637, 639, 641, 643, 645, 647, 649, 651, 653, 655, 657, 659, 661, 663, 665, 667, 669, 671, 673, 675, 677, 679, 681, 683, 685, 687, 689, 691, 693, 695, 697, 699, 701, 703, 705, 707, 709, 711, 713, 715, 717, 719, 721, 723, 725, 727, 729, 731, 733, 735, 737, 739, 741, 743, 745, 747, 749, 751, 753, 755, 757, 759, 761, 763, 765, 767, 769, 771, 773, 775, 777, 779, 781, 783, 785, 787, 789, 791, 793, 795, 797, 799, 801, 803, 805, 807, 809, 811, 813, 815, 817, 819, 821, 823, 825, 827, 829, 831, 833, 835, 837, 839, 841, 843, 845, 847, 849, 851, 853, 855, 857, 859, 861, 863, 865, 867, 869, 871, 873, 875, 877, 879, 881, 883, 885, 887, 889, 891, 893, 895, 897, 899, 901, 903, 905, 907, 909, 911, 913, 915, 917, 919, 921, 923, 925, 927, 929, 931, 933, 935, 937, 939, 941, 943, 945, 947, 949, 951, 953, 955, 957, 959, 961, 963, 965, 967, 969, 971, 973, 975, 977, 979, 981, 983, 985, 987, 989, 991, 993, 995, 997, 999, 1001, 1003, 1005, 1007, 1009, 1011, 1013, 1015, 1017, 1019, 1021, 1023, 1025, 1027, 1029, 1031, 1033, 1035, 1037, 1039, 1041, 1043, 1045, 1047, 1049, 1051, 1053, 1055, 1057, 1059, 1061, 1063, 1065, 1067, 1069, 1071, 1073, 1075, 1077, 1079, 1081, 1083, 1085, 1087, 1089, 1091, 1093, 1095, 1097, 1099, 1101, 1103, 1105, 1107, 1109, 1111, 1113, 1115, 1117, 1119, 1121, 1123, 1125, 1127, 1129, 1131, 1133, 1135, 1137, 1139, 1141, 1143, 1145, 1147, 1149, 1151, 1153, 1155, 1157, 1159, 1161, 1163, 1165, 1167, 1169, 1171, 1173, 1175, 1177, 1179, 1181, 1183, 1185, 1187, 1189, 1191, 1193, 1195, 1197, 1199, 1201, 1203, 1205, 1207, 1209, 1211, 1213, 1215, 1217, 1219, 1221, 1223, 1225, 1227, 1229, 1231, 1233, 1235, 1237, 1239, 1241, 1243, 1245, 1247, 1249, 1251, 1253, 1255, 1257, 1259, 1261, 1263, 1265, 1267, 1269, 1271, 1273, 1275, 1277, 1279, 1281, 1283, 1285, 1287, 1289, 1291, 1293, 1295, 1297, 1299, 1301, 1303, 1305, 1307, 1309, 1311, 1313, 1315, 1317, 1319, 1321, 1323, 1325, 1327, 1329, 1331, 1333, 1335, 1337, 1339, 1341, 1343, 1345, 1347, 1349, 1351, 1353, 1355, 1357, 1359, 1361, 1363, 1365, 1367, 1369, 1371, 1373, 1375, 1377, 1379, 1381, 1383, 1385, 1387, 1389, 1391, 1393, 1395, 1397, 1399, 1401, 1403, 1405, 1407, 1409, 1411, 1413, 1415, 1417, 1419, 1421, 1423, 1425, 1427, 1429, 1431, 1433, 1435, 1437, 1439, 1441, 1443, 1445, 1447, 1449, 1451, 1453, 1455, 1457, 1459, 1461, 1463, 1465, 1467, 1469, 1471, 1473, 1475, 1477, 1479, 1481, 1483, 1485, 1487, 1489, 1491, 1493, 1495, 1497, 1499, 1501, 1503, 1505, 1507, 1509, 1511, 1513, 1515, 1517, 1519, 1521, 1523, 1525, 1527, 1529, 1531, 1533, 1535, 1537, 1539, 1541, 1543, 1545, 1547, 1549, 1551, 1553, 1555, 1557, 1559, 1561, 1563, 1565, 1567, 1569, 1571, 1573, 1575, 1577, 1579, 1581, 1583, 1585, 1587, 1589, 1591, 1593, 1595, 1597, 1599, 1601, 1603, 1605, 1607, 1609, 1611, 1613, 1615, 1617, 1619, 1621, 1623, 1625, 1627, 1629, 1631, 1633, 1635, 1637, 1639, 1641, 1643, 1645, 1647, 1649, 1651, 1653, 1655, 1657, 1659, 1661, 1663, 1665, 1667, 1669, 1671, 1673, 1675, 1677, 1679, 1681, 1683, 1685, 1687, 1689, 1691, 1693, 1695, 1697, 1699, 1701, 1703, 1705, 1707, 1709, 1711, 1713, 1715, 1717, 1719, 1721, 1723, 1725, 1727, 1729, 1731, 1733, 1735, 1737, 1739, 1741, 1743, 1745, 1747, 1749, 1751, 1753, 1755, 1757, 1759}, 476776)
# expect: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49, 50, 52, 53, 55, 56, 58, 59, 61, 62, 64, 65, 67, 68, 70, 71, 73, 74, 76, 77, 79, 80, 82, 83, 85, 86, 88, 89]
# expect: ({2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 66, 68, 70, 72, 74, 76, 78, 80, 82, 84, 86, 88, 90, 92, 94, 96, 98, 100, 102, 104, 106, 108, 110, 112, 114, 116, 118, 120, 122, 124, 126, 128, 130, 132, 134, 136, 138, 140, 142, 144, 146, 148, 150, 152, 154, 156, 158, 160, 162, 164, 166, 168, 170, 172, 174, 176, 178, 180, 182, 184, 186, 188, 190, 192, 194, 196, 198, 200, 202, 204, 206, 208, 210, 212, 214, 216, 218, 220, 222, 224, 226, 228, 230, 232, 234, 236, 238, 240, 242, 244, 246, 248, 250, 252, 254, 256, 258, 260, 262, 264, 266, 268, 270, 272, 274, 276, 278, 280, 282, 284, 286, 288, 290, 292, 294, 296, 298, 300, 302, 304, 306, 308, 310, 312, 314, 316, 318, 320, 322, 324, 326, 328, 330, 332, 334, 336, 338, 340, 342, 344, 346, 348, 350, 352, 354, 356, 358, 360, 362, 364, 366, 368, 370, 372, 374, 376, 378, 380, 382, 384, 386, 388, 390, 392, 394, 396, 398, 400, 402, 404, 406, 408, 410, 412, 414, 416, 418, 420, 422, 424, 426, 428, 430, 432, 434, 436, 438, 440, 442, 444, 446, 448, 450, 452, 454, 456, 458, 460, 462, 464, 466, 468, 470, 472, 474, 476, 478, 480, 482, 484, 486, 488, 490, 492, 494, 496, 498, 500, 502, 504, 506, 508, 510, 512, 514, 516, 518, 520, 522, 524, 526, 528, 530, 532, 534, 536, 538, 540, 542, 544, 546, 548, 550, 552, 554, 556, 558, 560, 562, 564, 566, 568, 570, 572, 574, 576, 578, 580, 582, 584, 586, 588, 590, 592, 594, 596, 598, 600, 602, 604, 606, 608, 610, 612, 614, 616, 618, 620, 622, 624, 626, 628, 630, 632, 634, 636, 638, 640, 642, 644, 646, 648, 650, 652, 654, 656, 658, 660, 662, 664, 666, 668, 670, 672, 674, 676, 678, 680, 682, 684, 686, 688, 690, 692, 694, 696, 698, 700, 702, 704, 706, 708, 710, 712, 714, 716, 718, 720, 722, 724, 726, 728, 730, 732, 734, 736, 738, 740, 742, 744, 746, 748, 750, 752, 754, 756, 758, 760, 762, 764, 766, 768, 770, 772, 774, 776, 778, 780, 782, 784, 786, 788, 790, 792, 794, 796, 798, 800, 802, 804, 806, 808, 810, 812, 814, 816, 818, 820, 822, 824, 826, 828, 830, 832, 834, 836, 838, 840, 842, 844, 846, 848, 850, 852, 854, 856, 858, 860, 862, 864, 866, 868, 870, 872, 874, 876, 878, 880, 882, 884, 886, 888, 890, 892, 894, 896, 898, 900, 902, 904, 906, 908, 910, 912, 914, 916, 918, 920, 922, 924, 926, 928, 930, 932, 934, 936, 938, 940, 942, 944, 946, 948, 950, 952, 954, 956, 958, 960, 962, 964, 966, 968, 970, 972, 974}, 473947)
# expect: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49, 50, 52, 53, 55, 56, 58, 59, 61, 62, 64, 65, 67, 68, 70, 71, 73, 74, 76, 77, 79, 80, 82, 83, 85, 86, 88, 89]
# expect: ({2048, 2050, 2, 2052, 4, 2054, 6, 2056, 8, 2058, 10, 2060, 12, 2062, 14, 2064, 16, 2066, 18, 2068, 20, 2070, 22, 2072, 24, 2074, 26, 2076, 28, 2078, 30, 2080, 32, 2082, 34, 2084, 36, 2086, 38, 2088, 40, 2090, 42, 2092, 44, 2094, 46, 2096, 48, 2098, 50, 2100, 52, 2102, 54, 2104, 56, 2106, 58, 2108, 60, 2110, 62, 2112, 64, 2114, 66, 2116, 68, 2118, 70, 2120, 72, 2122, 74, 2124, 76, 2126, 78, 2128, 80, 2130, 82, 2132, 84, 2134, 86, 2136, 88, 2138, 90, 2140, 92, 2142, 94, 2144, 96, 2146, 98, 2148, 100, 2150, 102, 2152, 104, 2154, 106, 2156, 108, 2158, 110, 2160, 112, 2162, 114, 2164, 116, 2166, 118, 2168, 120, 2170, 122, 2172, 124, 2174, 126, 2176, 128, 2178, 130, 2180, 132, 2182, 134, 2184, 136, 2186, 138, 2188, 140, 2190, 142, 2192, 144, 2194, 146, 2196, 148, 2198, 150, 2200, 152, 2202, 154, 2204, 156, 2206, 158, 2208, 160, 2210, 162, 2212, 164, 2214, 166, 2216, 168, 2218, 170, 2220, 172, 2222, 174, 2224, 176, 2226, 178, 2228, 180, 2230, 182, 2232, 184, 2234, 186, 2236, 188, 2238, 190, 2240, 192, 2242, 194, 2244, 196, 2246, 198, 2248, 200, 2250, 202, 2252, 204, 2254, 206, 2256, 208, 2258, 210, 2260, 212, 2262, 214, 2264, 216, 2266, 218, 2268, 220, 2270, 222, 2272, 224, 2274, 226, 2276, 228, 2278, 230, 2280, 232, 2282, 234, 2284, 236, 2286, 238, 2288, 240, 2290, 242, 2292, 244, 2294, 246, 2296, 248, 2298, 250, 2300, 252, 2302, 254, 2304, 256, 2306, 258, 2308, 260, 2310, 262, 2312, 264, 2314, 266, 2316, 268, 2318, 270, 2320, 272, 2322, 274, 2324, 276, 2326, 278, 2328, 280, 2330, 282, 2332, 284, 2334, 286, 2336, 288, 2338, 290, 2340, 292, 2342, 294, 2344, 296, 2346, 298, 2348, 300, 2350, 302, 304, 306, 308, 310, 312, 314, 316, 318, 320, 322, 324, 326, 328, 330, 332, 334, 336, 338, 340, 342, 344, 346, 348, 350, 352, 354, 356, 358, 360, 362, 364, 366, 368, 370, 372, 374, 376, 378, 380, 382, 384, 386, 388, 390, 392, 394, 396, 398, 400, 402, 404, 406, 408, 410, 412, 414, 416, 418, 420, 422, 424, 426, 428, 430, 432, 434, 436, 438, 440, 442, 444, 446, 448, 450, 452, 454, 456, 458, 460, 462, 464, 466, 468, 470, 472, 474, 476, 478, 480, 482, 484, 486, 488, 490, 492, 494, 496, 498, 500, 502, 504, 506, 508, 510, 512, 514, 516, 518, 520, 522, 524, 526, 528, 530, 532, 534, 536, 538, 540, 542, 544, 546, 548, 550, 552, 554, 556, 558, 560, 562, 564, 566, 568, 570, 572, 574, 576, 578, 580, 582, 584, 586, 588, 590, 592, 594, 596, 598, 600, 602, 604, 606, 608, 610, 612, 614, 616, 618, 620, 622, 624, 626, 628, 630, 632, 634, 636, 638, 640, 642, 644, 646, 648, 650, 652, 654, 656, 658, 660, 662, 664, 666, 668, 670, 672, 674, 676, 678, 680, 682, 684, 686, 688, 690, 692, 694, 696, 698, 700, 702, 704, 706, 708, 710, 712, 714, 716, 718, 720, 722, 724, 726, 728, 730, 732, 734, 736, 738, 740, 742, 744, 746, 748, 750, 752, 754, 756, 758, 760, 762, 764, 766, 768, 770, 772, 774, 776, 778, 780, 782, 784, 786, 788, 790, 792, 794, 796, 798, 800, 802, 804, 806, 808, 810, 812, 814, 816, 818, 820, 822, 824, 826, 828, 830, 832, 834, 836, 838, 840, 842, 844, 846, 848, 850, 852, 854, 856, 858, 860, 862, 864, 866, 868, 870, 872, 874, 876, 878, 880, 882, 884, 886, 888, 890, 892, 894, 896, 898, 900, 902, 904, 906, 908, 910, 912, 914, 916, 918, 920, 922, 924, 926, 928, 930, 932, 934, 936, 938, 940, 942, 944, 946, 948, 950, 952, 954, 956, 958, 960, 962, 964, 966, 968, 970, 972, 974, 976, 978, 980, 982, 984, 986, 988, 990, 992, 994, 996, 998, 1000, 1002, 1004, 1006, 1008, 1010, 1012, 1014, 1016, 1018, 1020, 1022, 1024, 1026, 1028, 1030, 1032, 1034, 1036, 1038, 1040, 1042, 1044, 1046, 1048, 1050, 1052, 1054, 1056, 1058, 1060, 1062, 1064, 1066, 1068, 1070, 1072, 1074, 1076, 1078, 1080, 1082, 1084, 1086, 1088, 1090, 1092, 1094, 1096, 1098, 1100, 1102, 1104, 1106, 1108, 1110, 1112, 1114, 1116, 1118, 1120, 1122, 1124, 1126, 1128, 1130, 1132, 1134, 1136, 1138, 1140, 1142, 1144, 1146, 1148, 1150, 1152, 1154, 1156, 1158, 1160, 1162, 1164, 1166, 1168, 1170, 1172, 1174, 1176, 1178, 1180, 1182, 1184, 1186, 1188, 1190, 1192, 1194, 1196, 1198, 1200, 1202, 1204, 1206, 1208, 1210, 1212, 1214, 1216, 1218, 1220, 1222, 1224, 1226, 1228, 1230, 1232, 1234, 1236, 1238, 1240, 1242, 1244, 1246, 1248, 1250, 1252, 1254, 1256, 1258, 1260, 1262, 1264, 1266, 1268, 1270, 1272, 1274, 1276, 1278, 1280, 1282, 1284, 1286, 1288, 1290, 1292, 1294, 1296, 1298, 1300, 1302, 1304, 1306, 1308, 1310, 1312, 1314, 1316, 1318, 1320, 1322, 1324, 1326, 1328, 1330, 1332, 1334, 1336, 1338, 1340, 1342, 1344, 1346, 1348, 1350, 1352, 1354, 1356, 1358, 1360, 1362, 1364, 1366, 1368, 1370, 1372, 1374, 1376, 1378, 1380, 1382, 1384, 1386, 1388, 1390, 1392, 1394, 1396, 1398, 1400, 1402, 1404, 1406, 1408, 1410, 1412, 1414, 1416, 1418, 1420, 1422, 1424, 1426, 1428, 1430, 1432, 1434, 1436, 1438, 1440, 1442, 1444, 1446, 1448, 1450, 1452, 1454, 1456, 1458, 1460, 1462, 1464, 1466, 1468, 1470, 1472, 1474, 1476, 1478, 1480, 1482, 1484, 1486, 1488, 1490, 1492, 1494, 1496, 1498, 1500, 1502, 1504, 1506, 1508, 1510, 1512, 1514, 1516, 1518, 1520, 1522, 1524, 1526, 1528, 1530, 1532, 1534, 1536, 1538, 1540, 1542, 1544, 1546, 1548, 1550, 1552, 1554, 1556, 1558, 1560, 1562, 1564, 1566, 1568, 1570, 1572, 1574, 1576, 1578, 1580, 1582, 1584, 1586, 1588, 1590, 1592, 1594, 1596, 1598, 1600, 1602, 1604, 1606, 1608, 1610, 1612, 1614, 1616, 1618, 1620, 1622, 1624, 1626, 1628, 1630, 1632, 1634, 1636, 1638, 1640, 1642, 1644, 1646, 1648, 1650, 1652, 1654, 1656, 1658, 1660, 1662, 1664, 1666, 1668, 1670, 1672, 1674, 1676, 1678, 1680, 1682, 1684, 1686, 1688, 1690, 1692, 1694, 1696, 1698, 1700, 1702, 1704, 1706, 1708, 1710, 1712, 1714, 1716, 1718, 1720, 1722, 1724, 1726, 1728, 1730, 1732, 1734, 1736, 1738, 1740, 1742, 1744, 1746, 1748, 1750, 1752, 1754, 1756, 1758, 1760, 1762, 1764, 1766, 1768, 1770, 1772, 1774, 1776, 1778, 1780, 1782, 1784, 1786, 1788, 1790, 1792, 1794, 1796, 1798, 1800, 1802, 1804, 1806, 1808, 1810, 1812, 1814, 1816, 1818, 1820, 1822, 1824, 1826, 1828, 1830, 1832, 1834, 1836, 1838, 1840, 1842, 1844, 1846, 1848, 1850, 1852, 1854, 1856, 1858, 1860, 1862, 1864, 1866, 1868, 1870, 1872, 1874, 1876, 1878, 1880, 1882, 1884, 1886, 1888, 1890, 1892, 1894, 1896, 1898, 1900, 1902, 1904, 1906, 1908, 1910, 1912, 1914, 1916, 1918, 1920, 1922, 1924, 1926, 1928, 1930, 1932, 1934, 1936, 1938, 1940, 1942, 1944, 1946, 1948, 1950, 1952, 1954, 1956, 1958, 1960, 1962, 1964, 1966, 1968, 1970, 1972, 1974, 1976, 1978, 1980, 1982, 1984, 1986, 1988, 1990, 1992, 1994, 1996, 1998, 2000, 2002, 2004, 2006, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026, 2028, 2030, 2032, 2034, 2036, 2038, 2040, 2042, 2044, 2046}, 476776)
# expect: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49, 50, 52, 53, 55, 56, 58, 59, 61, 62, 64, 65, 67, 68, 70, 71, 73, 74, 76, 77, 79, 80, 82, 83, 85, 86, 88, 89]
# expect: ({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221, 222, 223, 224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255, 256, 257, 258, 259, 260, 261, 262, 263, 264, 265, 266, 267, 268, 269, 270, 271, 272, 273, 274, 275, 276, 277, 278, 279, 280, 281, 282, 283, 284, 285, 286, 287, 288, 289, 290, 291, 292, 293, 294, 295, 296, 297, 298, 299, 300, 301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 311, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 322, 323, 324, 325, 326, 327, 328, 329, 330, 331, 332, 333, 334, 335, 336, 337, 338, 339, 340, 341, 342, 343, 344, 345, 346, 347, 348, 349, 350, 351, 352, 353, 354, 355, 356, 357, 358, 359, 360, 361, 362, 363, 364, 365, 366, 367, 368, 369, 370, 371, 372, 373, 374, 375, 376, 377, 378, 379, 380, 381, 382, 383, 384, 385, 386, 387, 388, 389, 390, 391, 392, 393, 394, 395, 396, 397, 398, 399, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 419, 420, 421, 422, 423, 424, 425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 435, 436, 437, 438, 439, 440, 441, 442, 443, 444, 445, 446, 447, 448, 449, 450, 451, 452, 453, 454, 455, 456, 457, 458, 459, 460, 461, 462, 463, 464, 465, 466, 467, 468, 469, 470, 471, 472, 473, 474, 475, 476, 477, 478, 479, 480, 481, 482, 483, 484, 485, 486, 487, 488, 489, 490, 491, 492, 493, 494, 495, 496, 497, 498, 499, 500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511, 512, 513, 514, 515, 516, 517, 518, 519, 520, 521, 522, 523, 524, 525, 526, 527, 528, 529, 530, 531, 532, 533, 534, 535, 536, 537, 538, 539, 540, 541, 542, 543, 544, 545, 546, 547, 548, 549, 550, 551, 552, 553, 554, 555, 556, 557, 558, 559, 560, 561, 562, 563, 564, 565, 566, 567, 568, 569, 570, 571, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589, 590, 591, 592, 593, 594, 595, 596, 597, 598, 599, 600, 601, 602, 603, 604, 605, 606, 607, 608, 609, 610, 611, 612, 613, 614, 615, 616, 617, 618, 619, 620, 621, 622, 623, 624, 625, 626, 627, 628, 629, 630, 631, 632, 633, 634, 635, 636, 637, 638, 639, 640, 641, 642, 643, 644, 645, 646, 647, 648, 649, 650, 651, 652, 653, 654, 655, 656, 657, 658, 659, 660, 661, 662, 663, 664, 665, 666, 667, 668, 669, 670, 671, 672, 673, 674, 675, 676, 677, 678, 679, 680, 681, 682, 683, 684, 685, 686, 687, 688, 689, 690, 691, 692, 693, 694, 695, 696, 697, 698, 699, 700, 701, 702, 703, 704, 705, 706, 707, 708, 709, 710, 711, 712, 713, 714, 715, 716, 717, 718, 719, 720, 721, 722, 723, 724, 725, 726, 727, 728, 729, 730, 731, 732, 733, 734, 735, 736, 737, 738, 739, 740, 741, 742, 743, 744, 745, 746, 747, 748, 749, 750, 751, 752, 753, 754, 755, 756, 757, 758, 759, 760, 761, 762, 763, 764, 765, 766, 767, 768, 769, 770, 771, 772, 773, 774, 775, 776, 777, 778, 779, 780, 781, 782, 783, 784, 785, 786, 787, 788, 789, 790, 791, 792, 793, 794, 795, 796, 797, 798, 799, 800, 801, 802, 803, 804, 805, 806, 807, 808, 809, 810, 811, 812, 813, 814, 815, 816, 817, 818, 819, 820, 821, 822, 823, 824, 825, 826, 827, 828, 829, 830, 831, 832, 833, 834, 835, 836, 837, 838, 839, 840, 841, 842, 843, 844, 845, 846, 847, 848, 849, 850, 851, 852, 853, 854, 855, 856, 857, 858, 859, 860, 861, 862, 863, 864, 865, 866, 867, 868, 869, 870, 871, 872, 873, 874, 875, 876, 877, 878, 879, 880, 881, 882, 883, 884, 885, 886, 887, 888, 889, 890, 891, 892, 893, 894, 895, 896, 897, 898, 899, 900, 901, 902, 903, 904, 905, 906, 907, 908, 909, 910, 911, 912, 913, 914, 915, 916, 917, 918, 919, 920, 921, 922, 923, 924, 925, 926, 927, 928, 929, 930, 931, 932, 933, 934, 935, 936, 937, 938, 939, 940, 941, 942, 943, 944, 945, 946, 947, 948, 949, 950, 951, 952, 953, 954, 955, 956, 957, 958, 959, 960, 961, 962, 963, 964, 965, 966, 967, 968, 969, 970, 971, 972, 973, 974, 975, 976, 977, 978, 979, 980, 981, 982, 983, 984, 985, 986, 987, 988, 989, 990, 991, 992, 993, 994, 995, 996, 997, 998, 999, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 1016, 1017, 1018, 1019, 1020, 1021, 1022, 1023, 1024, 1025, 1026, 1027, 1028, 1029, 1030, 1031, 1032, 1033, 1034, 1035, 1036, 1037, 1038, 1039, 1040, 1041, 1042, 1043, 1044, 1045, 1046, 1047, 1048, 1049, 1050, 1051, 1052, 1053, 1054, 1055, 1056, 1057, 1058, 1059, 1060, 1061, 1062, 1063, 1064, 1065, 1066, 1067, 1068, 1069, 1070, 1071, 1072, 1073, 1074, 1075, 1076, 1077, 1078, 1079, 1080, 1081, 1082, 1083, 1084, 1085, 1086, 1087, 1088, 1089, 1090, 1091, 1092, 1093, 1094, 1095, 1096, 1097, 1098, 1099, 1100, 1101, 1102, 1103, 1104, 1105, 1106, 1107, 1108, 1109, 1110, 1111, 1112, 1113, 1114, 1115, 1116, 1117, 1118, 1119, 1120, 1121, 1122, 1123, 1124, 1125, 1126, 1127, 1128, 1129, 1130, 1131, 1132, 1133, 1134, 1135, 1136, 1137, 1138, 1139, 1140, 1141, 1142, 1143, 1144, 1145, 1146, 1147, 1148, 1149, 1150, 1151, 1152, 1153, 1154, 1155, 1156, 1157, 1158, 1159, 1160, 1161, 1162, 1163, 1164, 1165, 1166, 1167, 1168, 1169, 1170, 1171, 1172, 1173, 1174, 1175, 1176, 1177, 1178, 1179, 1180, 1181, 1182, 1183, 1184, 1185, 1186, 1187, 1188, 1189, 1190, 1191, 1192, 1193, 1194, 1195, 1196, 1197, 1198, 1199, 1200, 1201, 1202, 1203, 1204, 1205, 1206, 1207, 1208, 1209, 1210, 1211, 1212, 1213, 1214, 1215, 1216, 1217, 1218, 1219, 1220, 1221, 1222, 1223, 1224, 1225, 1226, 1227, 1228, 1229, 1230, 1231, 1232, 1233, 1234, 1235, 1236, 1237, 1238, 1239, 1240, 1241, 1242, 1243, 1244, 1245, 1246, 1247, 1248, 1249, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 1259, 1260, 1261, 1262, 1263, 1264, 1265, 1266, 1267, 1268, 1269, 1270, 1271, 1272, 1273, 1274, 1275, 1276, 1277, 1278, 1279, 1280, 1281, 1282, 1283, 1284, 1285, 1286, 1287, 1288, 1289, 1290, 1291, 1292, 1293, 1294, 1295, 1296, 1297, 1298, 1299, 1300, 1301, 1302, 1303, 1304, 1305, 1306, 1307, 1308, 1309, 1310, 1311, 1312, 1313, 1314, 1315, 1316, 1317, 1318, 1319, 1320, 1321, 1322, 1323, 1324, 1325, 1326, 1327, 1328, 1329, 1330, 1331, 1332, 1333, 1334, 1335, 1336, 1337, 1338, 1339, 1340, 1341, 1342, 1343, 1344, 1345, 1346, 1347, 1348, 1349, 1350, 1351, 1352, 1353, 1354, 1355, 1356, 1357, 1358, 1359, 1360, 1361, 1362, 1363, 1364, 1365, 1366, 1367, 1368, 1369, 1370, 1371, 1372, 1373, 1374, 1375, 1376, 1377, 1378, 1379, 1380, 1381, 1382, 1383, 1384, 1385, 1386, 1387, 1388, 1389, 1390, 1391, 1392, 1393, 1394, 1395, 1396, 1397, 1398, 1399, 1400, 1401, 1402, 1403, 1404, 1405, 1406, 1407, 1408, 1409, 1410, 1411, 1412, 1413, 1414, 1415, 1416, 1417, 1418, 1419, 1420, 1421, 1422, 1423, 1424, 1425, 1426, 1427, 1428, 1429, 1430, 1431, 1432, 1433, 1434, 1435, 1436, 1437, 1438, 1439, 1440, 1441, 1442, 1443, 1444, 1445, 1446, 1447, 1448, 1449, 1450, 1451, 1452, 1453, 1454, 1455, 1456, 1457, 1458, 1459, 1460, 1461, 1462, 1463, 1464, 1465, 1466, 1467, 1468, 1469, 1470, 1471, 1472, 1473, 1474, 1475, 1476, 1477, 1478, 1479, 1480, 1481, 1482, 1483, 1484, 1485, 1486, 1487, 1488, 1489, 1490, 1491, 1492, 1493, 1494, 1495, 1496, 1497, 1498, 1499, 1500, 1501, 1502, 1503, 1504, 1505, 1506, 1507, 1508, 1509, 1510, 1511, 1512, 1513, 1514, 1515, 1516, 1517, 1518, 1519, 1520, 1521, 1522, 1523, 1524, 1525, 1526, 1527, 1528, 1529, 1530, 1531, 1532, 1533, 1534, 1535, 1536, 1537, 1538, 1539, 1540, 1541, 1542, 1543, 1544, 1545, 1546, 1547, 1548, 1549, 1550, 1551, 1552, 1553, 1554, 1555, 1556, 1557, 1558, 1559, 1560, 1561, 1562, 1563, 1564, 1565, 1566, 1567, 1568, 1569, 1570, 1571, 1572, 1573, 1574, 1575, 1576, 1577, 1578, 1579, 1580, 1581, 1582, 1583, 1584, 1585, 1586, 1587, 1588, 1589, 1590, 1591, 1592, 1593, 1594, 1595, 1596, 1597, 1598, 1599, 1600, 1601, 1602, 1603, 1604, 1605, 1606, 1607, 1608, 1609, 1610, 1611, 1612, 1613, 1614, 1615, 1616, 1617, 1618, 1619, 1620, 1621, 1622, 1623, 1624, 1625, 1626, 1627, 1628, 1629, 1630, 1631, 1632, 1633, 1634, 1635, 1636, 1637, 1638, 1639, 1640, 1641, 1642, 1643, 1644, 1645, 1646, 1647, 1648, 1649, 1650, 1651, 1652, 1653, 1654, 1655, 1656, 1657, 1658, 1659, 1660, 1661, 1662, 1663, 1664, 1665, 1666, 1667, 1668, 1669, 1670, 1671, 1672, 1673, 1674, 1675, 1676, 1677, 1678, 1679, 1680, 1681, 1682, 1683, 1684, 1685, 1686, 1687, 1688, 1689, 1690, 1691, 1692, 1693, 1694, 1695, 1696, 1697, 1698, 1699, 1700, 1701, 1702, 1703, 1704, 1705, 1706, 1707, 1708, 1709, 1710, 1711, 1712, 1713, 1714, 1715, 1716, 1717, 1718, 1719, 1720, 1721, 1722, 1723, 1724, 1725, 1726, 1727, 1728, 1729, 1730, 1731, 1732, 1733, 1734, 1735, 1736, 1737, 1738, 1739, 1740, 1741, 1742, 1743, 1744, 1745, 1746, 1747, 1748, 1749, 1750, 1751, 1752, 1753, 1754, 1755, 1756, 1757, 1758, 1759, 1760, 1761, 1762, 1763, 1764, 1765, 1766, 1767, 1768, 1769, 1770, 1771, 1772, 1773, 1774, 1775, 1776, 1777, 1778, 1779, 1780, 1781, 1782, 1783, 1784, 1785, 1786, 1787, 1788, 1789, 1790, 1791, 1792, 1793, 1794, 1795, 1796, 1797, 1798, 1799, 1800, 1801, 1802, 1803, 1804, 1805, 1806, 1807, 1808, 1809, 1810, 1811, 1812, 1813, 1814, 1815, 1816, 1817, 1818, 1819, 1820, 1821, 1822, 1823, 1824, 1825, 1826, 1827, 1828, 1829, 1830, 1831, 1832, 1833, 1834, 1835, 1836, 1837, 1838, 1839, 1840, 1841, 1842, 1843, 1844, 1845, 1846, 1847, 1848, 1849, 1850, 1851, 1852, 1853, 1854, 1855, 1856, 1857, 1858, 1859, 1860, 1861, 1862, 1863, 1864, 1865, 1866, 1867, 1868, 1869, 1870, 1871, 1872, 1873, 1874, 1875, 1876, 1877, 1878, 1879, 1880, 1881, 1882, 1883, 1884, 1885, 1886, 1887, 1888, 1889, 1890, 1891, 1892, 1893, 1894, 1895, 1896, 1897, 1898, 1899, 1900, 1901, 1902, 1903, 1904, 1905, 1906, 1907, 1908, 1909, 1910, 1911, 1912, 1913, 1914, 1915, 1916, 1917, 1918, 1919, 1920, 1921, 1922, 1923, 1924, 1925, 1926, 1927, 1928, 1929, 1930, 1931, 1932, 1933, 1934, 1935, 1936, 1937, 1938, 1939, 1940, 1941, 1942, 1943, 1944, 1945, 1946, 1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962, 1963, 1964, 1965, 1966, 1967, 1968, 1969, 1970, 1971, 1972, 1973, 1974, 1975, 1976, 1977, 1978, 1979, 1980, 1981, 1982, 1983, 1984, 1985, 1986, 1987, 1988, 1989, 1990, 1991, 1992, 1993, 1994, 1995, 1996, 1997, 1998, 1999, 2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036, 2037, 2038, 2039, 2040, 2041, 2042, 2043, 2044, 2045, 2046, 2047, 2048, 2049, 2050, 2051, 2052, 2053, 2054, 2055, 2056, 2057, 2058, 2059, 2060, 2061, 2062, 2063, 2064, 2065, 2066, 2067, 2068, 2069, 2070, 2071, 2072, 2073, 2074, 2075, 2076, 2077, 2078, 2079, 2080, 2081, 2082, 2083, 2084, 2085, 2086, 2087, 2088, 2089, 2090, 2091, 2092, 2093, 2094, 2095, 2096, 2097, 2098, 2099, 2100, 2101, 2102, 2103, 2104, 2105, 2106, 2107, 2108, 2109, 2110, 2111, 2112, 2113, 2114, 2115, 2116, 2117, 2118, 2119, 2120, 2121, 2122, 2123, 2124, 2125, 2126, 2127, 2128, 2129, 2130}, 476776)
# expect: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49, 50, 52, 53, 55, 56, 58, 59, 61, 62, 64, 65, 67, 68, 70, 71, 73, 74, 76, 77, 79, 80, 82, 83, 85, 86, 88, 89]
# expect: ({3, 8, 13, 18, 23, 28, 33, 38, 43, 48, 53, 58, 63, 68, 73, 78, 83, 88, 93, 98, 103, 108, 113, 118, 123, 128, 133, 138, 143, 148, 153, 158, 163, 168, 173, 178, 183, 188, 193, 198, 203, 208, 213, 218, 223, 228, 233, 238, 243, 248, 253, 258, 263, 268, 273, 278, 283, 288, 293, 298, 303, 308, 313, 318, 323, 328, 333, 338, 343, 348, 353, 358, 363, 368, 373, 378, 383, 388, 393, 398, 403, 408, 413, 418, 423, 428, 433, 438, 443, 448, 453, 458, 463, 468, 473, 478, 483, 488, 493, 498, 503, 508, 513, 518, 523, 528, 533, 538, 543, 548, 553, 558, 563, 568, 573, 578, 583, 588, 593, 598, 603, 608, 613, 618, 623, 628, 633, 638, 643, 648, 653, 658, 663, 668, 673, 678, 683, 688, 693, 698, 703, 708, 713, 718, 723, 728, 733, 738, 743, 748, 753, 758, 763, 768, 773, 778, 783, 788, 793, 798, 803, 808, 813, 818, 823, 828, 833, 838, 843, 848, 853, 858, 863, 868, 873, 878, 883, 888, 893, 898, 903, 908, 913, 918, 923, 928, 933, 938, 943, 948, 953, 958, 963, 968, 973, 978, 983, 988, 993, 998, 1003, 1008, 1013, 1018, 1023, 1028, 1033, 1038, 1043, 1048, 1053, 1058, 1063, 1068, 1073, 1078, 1083, 1088, 1093, 1098, 1103, 1108, 1113, 1118, 1123, 1128, 1133, 1138, 1143, 1148, 1153, 1158, 1163, 1168, 1173, 1178, 1183, 1188, 1193, 1198, 1203, 1208, 1213, 1218, 1223, 1228, 1233, 1238, 1243, 1248, 1253, 1258, 1263, 1268, 1273, 1278, 1283, 1288, 1293, 1298, 1303, 1308, 1313, 1318, 1323, 1328, 1333, 1338, 1343, 1348, 1353, 1358, 1363, 1368, 1373, 1378, 1383, 1388, 1393, 1398, 1403, 1408, 1413, 1418, 1423, 1428, 1433, 1438, 1443, 1448, 1453, 1458, 1463, 1468, 1473, 1478, 1483, 1488, 1493, 1498, 1503, 1508, 1513, 1518, 1523, 1528, 1533, 1538, 1543, 1548, 1553, 1558, 1563, 1568, 1573, 1578, 1583, 1588, 1593, 1598, 1603, 1608, 1613, 1618, 1623, 1628, 1633, 1638, 1643, 1648, 1653, 1658, 1663, 1668, 1673, 1678, 1683, 1688, 1693, 1698, 1703, 1708, 1713, 1718, 1723, 1728, 1733, 1738, 1743, 1748, 1753, 1758, 1763, 1768, 1773, 1778, 1783, 1788, 1793, 1798, 1803, 1808, 1813, 1818}, 476776)
# expect: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49, 50, 52, 53, 55, 56, 58, 59, 61, 62, 64, 65, 67, 68, 70, 71, 73, 74, 76, 77, 79, 80, 82, 83, 85, 86, 88, 89]
# expect: ({1024, 512, 1028, 516, 4, 1032, 520, 8, 1036, 524, 12, 1040, 528, 16, 1044, 532, 20, 1048, 536, 24, 1052, 540, 28, 1056, 544, 32, 1060, 548, 36, 1064, 552, 40, 1068, 556, 44, 1072, 560, 48, 1076, 564, 52, 1080, 568, 56, 1084, 572, 60, 1088, 576, 64, 1092, 580, 68, 1096, 584, 72, 1100, 588, 76, 1104, 592, 80, 1108, 596, 84, 1112, 600, 88, 1116, 604, 92, 1120, 608, 96, 1124, 612, 100, 1128, 616, 104, 1132, 620, 108, 1136, 624, 112, 1140, 628, 116, 1144, 632, 120, 1148, 636, 124, 1152, 640, 128, 1156, 644, 132, 1160, 648, 136, 1164, 652, 140, 1168, 656, 144, 1172, 660, 148, 1176, 664, 152, 668, 156, 672, 160, 676, 164, 680, 168, 684, 172, 688, 176, 692, 180, 696, 184, 700, 188, 704, 192, 708, 196, 712, 200, 716, 204, 720, 208, 724, 212, 728, 216, 732, 220, 736, 224, 740, 228, 744, 232, 748, 236, 752, 240, 756, 244, 760, 248, 764, 252, 768, 256, 772, 260, 776, 264, 780, 268, 784, 272, 788, 276, 792, 280, 796, 284, 800, 288, 804, 292, 808, 296, 812, 300, 816, 304, 820, 308, 824, 312, 828, 316, 832, 320, 836, 324, 840, 328, 844, 332, 848, 336, 852, 340, 856, 344, 860, 348, 864, 352, 868, 356, 872, 360, 876, 364, 880, 368, 884, 372, 888, 376, 892, 380, 896, 384, 900, 388, 904, 392, 908, 396, 912, 400, 916, 404, 920, 408, 924, 412, 928, 416, 932, 420, 936, 424, 940, 428, 944, 432, 948, 436, 952, 440, 956, 444, 960, 448, 964, 452, 968, 456, 972, 460, 976, 464, 980, 468, 984, 472, 988, 476, 992, 480, 996, 484, 1000, 504, 488, 1004, 508, 492, 1008, 496, 1012, 500, 1016, 1020}, 476776)
# expect: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49, 50, 52, 53, 55, 56, 58, 59, 61, 62, 64, 65, 67, 68, 70, 71, 73, 74, 76, 77, 79, 80, 82, 83, 85, 86, 88, 89]
# expect: ({1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39, 41, 43, 45, 47, 49, 51, 53, 55, 57, 59, 61, 63, 65, 67, 69, 71, 73, 75, 77, 79, 81, 83, 85, 87, 89, 91, 93, 95, 97, 99, 101, 103, 105, 107, 109, 111, 113, 115, 117, 119, 121, 123, 125, 127, 129, 131, 133, 135, 137, 139, 141, 143, 145, 147, 149, 151, 153, 155, 157, 159, 161, 163, 165, 167, 169, 171, 173, 175, 177, 179, 181, 183, 185, 187, 189, 191, 193, 195, 197, 199, 201, 203, 205, 207, 209, 211, 213, 215, 217, 219, 221, 223, 225, 227, 229, 231, 233, 235, 237, 239, 241, 243, 245, 247, 249, 251, 253, 255, 257, 259, 261, 263, 265, 267, 269, 271, 273, 275, 277, 279, 281, 283, 285, 287, 289, 291, 293, 295, 297, 299, 301, 303, 305, 307, 309, 311, 313, 315, 317, 319, 321, 323, 325, 327, 329, 331, 333, 335, 337, 339, 341, 343, 345, 347, 349, 351, 353, 355, 357, 359, 361, 363, 365, 367, 369, 371, 373, 375, 377, 379, 381, 383, 385, 387, 389, 391, 393, 395, 397, 399, 401, 403, 405, 407, 409, 411, 413, 415, 417, 419, 421, 423, 425, 427, 429, 431, 433, 435, 437, 439, 441, 443, 445, 447, 449, 451, 453, 455, 457, 459, 461, 463, 465, 467, 469, 471, 473, 475, 477, 479, 481, 483, 485, 487, 489, 491, 493, 495, 497, 499, 501, 503, 505, 507, 509, 511, 513, 515, 517, 519, 521, 523, 525, 527, 529, 531, 533, 535, 537, 539, 541, 543, 545, 547, 549, 551, 553, 555, 557, 559, 561, 563, 565, 567, 569, 571, 573, 575, 577, 579, 581, 583, 585, 587, 589, 591, 593, 595, 597, 599, 601, 603, 605, 607, 609, 611, 613, 615, 617, 619, 621, 623, 625, 627, 629, 631, 633, 635, 637, 639, 641, 643, 645, 647, 649, 651, 653, 655, 657, 659, 661, 663, 665, 667, 669, 671, 673, 675, 677, 679, 681, 683, 685, 687, 689, 691, 693, 695, 697, 699, 701, 703, 705, 707, 709, 711, 713, 715, 717, 719, 721, 723, 725, 727, 729, 731, 733, 735, 737, 739, 741, 743, 745, 747, 749, 751, 753, 755, 757, 759, 761, 763, 765, 767, 769, 771, 773, 775, 777, 779, 781, 783, 785, 787, 789, 791, 793, 795, 797, 799, 801, 803, 805, 807, 809, 811, 813, 815, 817, 819, 821, 823, 825, 827, 829, 831, 833, 835, 837, 839, 841, 843, 845, 847, 849, 851, 853, 855, 857, 859, 861, 863, 865, 867, 869, 871, 873, 875, 877, 879, 881, 883, 885, 887, 889, 891, 893, 895, 897, 899, 901, 903, 905, 907, 909, 911, 913, 915, 917, 919, 921, 923, 925, 927, 929, 931, 933, 935, 937, 939, 941, 943, 945, 947, 949, 951, 953, 955, 957, 959, 961, 963, 965, 967, 969, 971, 973, 975, 977, 979, 981, 983, 985, 987, 989, 991, 993, 995, 997, 999, 1001, 1003, 1005, 1007, 1009, 1011, 1013, 1015, 1017, 1019, 1021, 1023, 1025, 1027, 1029, 1031, 1033, 1035, 1037, 1039, 1041, 1043, 1045, 1047, 1049, 1051, 1053, 1055, 1057, 1059, 1061, 1063, 1065, 1067, 1069, 1071, 1073, 1075, 1077, 1079, 1081, 1083, 1085, 1087, 1089, 1091, 1093, 1095, 1097, 1099, 1101, 1103, 1105, 1107, 1109, 1111, 1113, 1115, 1117, 1119, 1121, 1123, 1125, 1127, 1129, 1131, 1133, 1135, 1137, 1139, 1141, 1143, 1145, 1147, 1149, 1151, 1153, 1155, 1157, 1159, 1161, 1163, 1165, 1167, 1169, 1171, 1173, 1175, 1177, 1179, 1181, 1183, 1185, 1187, 1189, 1191, 1193, 1195, 1197, 1199, 1201, 1203, 1205, 1207, 1209, 1211, 1213, 1215, 1217, 1219, 1221, 1223, 1225, 1227, 1229, 1231, 1233, 1235, 1237, 1239, 1241, 1243, 1245, 1247, 1249, 1251, 1253, 1255, 1257, 1259, 1261, 1263, 1265, 1267, 1269, 1271, 1273, 1275, 1277, 1279, 1281, 1283, 1285, 1287, 1289, 1291, 1293, 1295, 1297, 1299, 1301, 1303, 1305, 1307, 1309, 1311, 1313, 1315, 1317, 1319, 1321, 1323, 1325, 1327, 1329, 1331, 1333, 1335, 1337, 1339, 1341, 1343, 1345, 1347, 1349, 1351, 1353, 1355, 1357, 1359, 1361, 1363, 1365, 1367, 1369, 1371, 1373, 1375, 1377, 1379, 1381, 1383, 1385, 1387, 1389, 1391, 1393, 1395, 1397, 1399, 1401, 1403, 1405, 1407, 1409, 1411, 1413, 1415, 1417, 1419, 1421, 1423, 1425, 1427, 1429, 1431, 1433, 1435, 1437, 1439, 1441, 1443, 1445, 1447, 1449, 1451, 1453, 1455, 1457, 1459, 1461, 1463, 1465, 1467, 1469, 1471, 1473, 1475, 1477, 1479, 1481, 1483, 1485, 1487, 1489, 1491, 1493, 1495, 1497, 1499, 1501, 1503, 1505, 1507, 1509, 1511, 1513, 1515, 1517, 1519, 1521, 1523, 1525, 1527, 1529, 1531, 1533, 1535, 1537, 1539, 1541, 1543, 1545, 1547, 1549, 1551, 1553, 1555, 1557, 1559, 1561, 1563, 1565, 1567, 1569, 1571, 1573, 1575, 1577, 1579, 1581, 1583, 1585, 1587, 1589, 1591, 1593, 1595, 1597, 1599, 1601, 1603, 1605, 1607, 1609, 1611, 1613, 1615, 1617, 1619, 1621, 1623, 1625, 1627, 1629, 1631, 1633, 1635, 1637, 1639, 1641, 1643, 1645, 1647, 1649, 1651, 1653, 1655}, 476776)
# expect: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49, 50, 52, 53, 55, 56, 58, 59, 61, 62, 64, 65, 67, 68, 70, 71, 73, 74, 76, 77, 79, 80, 82, 83, 85, 86, 88, 89]
# expect: [0, 1, 2, 3, 4]
# expect: ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49], None, 50)
# expect: KeyError "'pop from an empty set'"
# expect: (True, True, True, True, True, 100, True, False, True, 1000, True)
