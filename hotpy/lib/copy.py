"""Shallow and deep copies."""


class Error(Exception):
    pass


_ATOMIC = (int, float, bool, str, bytes, type, range, type(None), type(...), type(NotImplemented), type(len), type(lambda: 0))


def copy(x):
    cls = type(x)
    if cls in _ATOMIC or isinstance(x, type) or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    made = _empty(x)
    _state(x, made, lambda value: value)
    if isinstance(x, list):
        made.extend(x)
    elif isinstance(x, dict):
        dict.update(made, x)
    return made


def deepcopy(x, memo=None):
    memo = {} if memo is None else memo
    known = memo.get(id(x))
    if known is not None:
        return known
    cls = type(x)
    if cls in _ATOMIC or isinstance(x, type):
        return x
    method = getattr(cls, "__deepcopy__", None)
    if method is not None:
        made = method(x, memo)
    elif cls is list:
        made = memo[id(x)] = []
        for value in x:
            made.append(deepcopy(value, memo))
    elif cls is tuple:
        values = [deepcopy(value, memo) for value in x]
        # A tuple whose elements are all their own copies is its own copy; one that holds itself has been copied by now.
        made = memo.get(id(x)) or (x if all(a is b for a, b in zip(values, x)) else tuple(values))
    elif cls is dict:
        made = memo[id(x)] = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls in (set, frozenset):
        made = cls([deepcopy(value, memo) for value in x])
    else:
        made = memo[id(x)] = _empty(x)
        _state(x, made, lambda value: deepcopy(value, memo))
        if isinstance(x, list):
            made.extend([deepcopy(value, memo) for value in x])
        elif isinstance(x, dict):
            for key, value in x.items():
                dict.__setitem__(made, deepcopy(key, memo), deepcopy(value, memo))
    memo[id(x)] = made
    # The memo keeps what it has seen alive, so no identity is used twice.
    memo.setdefault(id(memo), []).append(x)
    return made


def _empty(x):
    cls = type(x)
    for plain in (tuple, int, float, str, bytes, frozenset, set):
        if isinstance(x, plain):
            return plain.__new__(cls, x) if plain is not set else _filled_set(cls, x)
    if isinstance(x, BaseException):
        return cls.__new__(cls, *x.args)
    if type(cls).__module__ == "builtins" and cls.__module__ == "builtins" and cls not in (object, list, dict):
        raise Error(f"un(deep)copyable object of type {cls}")
    return cls.__new__(cls)


def _filled_set(cls, x):
    made = cls.__new__(cls)
    set.update(made, x)
    return made


def _state(x, made, copied):
    for cls in type(x).__mro__:
        slots = cls.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                object.__setattr__(made, name, copied(getattr(x, name)))
    for name, value in getattr(x, "__dict__", {}).items():
        made.__dict__[name] = copied(value)


def replace(obj, /, **changes):
    method = getattr(type(obj), "__replace__", None)
    if method is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return method(obj, **changes)
