"""Classes described by their annotations."""

import copy

__all__ = ["FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "Field", "asdict", "astuple", "dataclass", "field", "fields",
           "is_dataclass", "make_dataclass", "replace"]


class FrozenInstanceError(AttributeError):
    pass


class _MissingType:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


class _KeywordOnlyType:
    pass


MISSING = _MissingType()
KW_ONLY = _KeywordOnlyType()
_FIELDS = "__dataclass_fields__"
_PARAMETERS = "__dataclass_params__"


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "doc", "_kind")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self.doc = doc
        self._kind = "field"

    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only")
        return f"Field({','.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING,
          doc=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)

    return wrap if cls is None else wrap(cls)


def _is_class_variable(hint):
    if isinstance(hint, str):
        return hint.startswith(("ClassVar", "typing.ClassVar"))
    return getattr(hint, "__origin__", hint).__class__.__name__ == "_ClassVarForm" or repr(hint).startswith("typing.ClassVar")


def _own_fields(cls, kw_only):
    """The fields that a class's own annotations describe."""
    own = []
    for name, hint in cls.__dict__.get("__annotations__", cls.__annotations__).items():
        if hint is KW_ONLY or (isinstance(hint, str) and hint in ("KW_ONLY", "dataclasses.KW_ONLY")):
            kw_only = True
            continue
        default = cls.__dict__.get(name, MISSING)
        if _is_class_variable(hint):
            if isinstance(default, Field) and default.default_factory is not MISSING:
                raise TypeError(f"field {name} cannot have a default factory")
            continue
        if not isinstance(default, Field):
            made = field(default=default if type(default).__name__ != "member_descriptor" else MISSING)
        else:
            made = default
            if made.default is MISSING:
                if name in cls.__dict__:
                    delattr(cls, name)
            else:
                setattr(cls, name, made.default)
        made.name = name
        made.type = hint
        if isinstance(hint, InitVar) or hint is InitVar:
            made._kind = "initvar"
        if made.kw_only is MISSING:
            made.kw_only = kw_only
        if made.default is not MISSING and made.default.__class__.__hash__ is None:
            raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
        own.append(made)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and value.name is None:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return own


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    all_fields = {}
    frozen_bases = []
    for base in cls.__mro__[:0:-1]:
        known = base.__dict__.get(_FIELDS)
        if known is not None:
            all_fields.update(known)
            frozen_bases.append(base.__dict__[_PARAMETERS]["frozen"])
    for made in _own_fields(cls, kw_only):
        all_fields[made.name] = made
    if frozen_bases:
        if frozen and not all(frozen_bases):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
        if not frozen and any(frozen_bases):
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    setattr(cls, _FIELDS, all_fields)
    setattr(cls, _PARAMETERS, {"init": init, "repr": repr, "eq": eq, "order": order, "unsafe_hash": unsafe_hash, "frozen": frozen})
    real = [f for f in all_fields.values() if f._kind == "field"]
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_hash = not (own_hash is MISSING or (own_hash is None and "__eq__" in cls.__dict__))
    if init:
        _define(cls, "__init__", *_init_source(cls, all_fields.values(), frozen))
    if repr:
        shown = [f.name for f in real if f.repr]
        text = ", ".join(f"{name}={{self.{name}!r}}" for name in shown)
        _define_new(cls, "__repr__", "self", f'return f"{{self.__class__.__qualname__}}({text})"')
    compared = [f.name for f in real if f.compare]
    if eq:
        same = " and ".join(f"self.{name} == other.{name}" for name in compared) or "True"
        _define_new(cls, "__eq__", "self, other",
                    "if self is other: return True",
                    "if other.__class__ is self.__class__: return " + same, "return NotImplemented")
    if order:
        mine = "(" + "".join(f"self.{name}, " for name in compared) + ")"
        other = "(" + "".join(f"other.{name}, " for name in compared) + ")"
        for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if name in cls.__dict__:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
            _define_new(cls, name, "self, other", f"if other.__class__ is self.__class__: return {mine} {sign} {other}", "return NotImplemented")
    if frozen:
        _freeze(cls, all_fields)
    hashed = [f.name for f in real if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash or (eq and frozen and not has_hash):
        if unsafe_hash and has_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        _define(cls, "__hash__", "self", ["return hash((" + "".join(f"self.{name}, " for name in hashed) + "))"], {})
    elif eq and not has_hash:
        cls.__hash__ = None
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in all_fields.values() if f.init and not f.kw_only)
    cls.__replace__ = lambda self, /, **changes: _replaced(self, changes)
    return _with_slots(cls, real) if slots else cls


def _define(cls, name, parameters, body, values):
    """Gives a class a function made from source text; `values` are its globals."""
    namespace = {"__name__": cls.__module__, **values}
    exec(f"def {name}({parameters}):\n" + "".join(f"    {line}\n" for line in body), namespace)
    function = namespace[name]
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, function)


def _define_new(cls, name, parameters, *body):
    if name not in cls.__dict__:
        _define(cls, name, parameters, body, {})


def _init_source(cls, all_fields, frozen):
    positional = [f for f in all_fields if f.init and not f.kw_only]
    keyword = [f for f in all_fields if f.init and f.kw_only]
    values = {"_MISSING": MISSING, "_set": object.__setattr__}
    seen_default = None
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = f
        elif seen_default is not None:
            raise TypeError(f"non-default argument {f.name!r} follows default argument {seen_default.name!r}")

    def parameter(f):
        if f.default is not MISSING:
            values[f"_default_{f.name}"] = f.default
            return f"{f.name}=_default_{f.name}"
        return f"{f.name}=_MISSING" if f.default_factory is not MISSING else f.name

    parameters = ["self", *map(parameter, positional)]
    if keyword:
        parameters += ["*", *map(parameter, keyword)]
    body = []
    for f in all_fields:
        if f._kind == "initvar":
            continue
        value = f.name
        if f.default_factory is not MISSING:
            values[f"_factory_{f.name}"] = f.default_factory
            value = f"_factory_{f.name}()"
            if f.init:
                value += f" if {f.name} is _MISSING else {f.name}"
        elif not f.init:
            if f.default is MISSING:
                continue
            values[f"_default_{f.name}"] = f.default
            value = f"_default_{f.name}"
        body.append(f"_set(self, {f.name!r}, {value})" if frozen else f"self.{f.name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append(f"self.__post_init__({', '.join(f.name for f in all_fields if f._kind == 'initvar')})")
    return ", ".join(parameters), body or ["pass"], values


def _freeze(cls, all_fields):
    names = frozenset(all_fields)

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if function.__name__ in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")
        setattr(cls, function.__name__, function)


def _with_slots(cls, real):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = {name for base in cls.__mro__[1:] for name in base.__dict__.get("__slots__", ())}
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in real if f.name not in inherited)
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    namespace["__slots__"] = names
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def fields(class_or_instance):
    known = getattr(class_or_instance, _FIELDS, None)
    if known is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(f for f in known.values() if f._kind == "field")


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, lambda o: dict_factory([(f.name, _converted(getattr(o, f.name), None, dict_factory)) for f in fields(o)]), dict_factory)


def _converted(value, convert, dict_factory):
    if is_dataclass(value) and not isinstance(value, type):
        return (convert or (lambda o: dict_factory([(f.name, _converted(getattr(o, f.name), None, dict_factory)) for f in fields(o)])))(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_converted(v, None, dict_factory) for v in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_converted(v, None, dict_factory) for v in value])
    if isinstance(value, dict):
        return {_converted(k, None, dict_factory): _converted(v, None, dict_factory) for k, v in value.items()}
    return copy.deepcopy(value)


def astuple(obj, *, tuple_factory=tuple):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def convert(value):
        if is_dataclass(value) and not isinstance(value, type):
            return tuple_factory([convert(getattr(value, f.name)) for f in fields(value)])
        if isinstance(value, (list, tuple)):
            return type(value)([convert(v) for v in value])
        if isinstance(value, dict):
            return {convert(k): convert(v) for k, v in value.items()}
        return copy.deepcopy(value)

    return convert(obj)


def _replaced(obj, changes):
    for f in getattr(obj, _FIELDS).values():
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._kind == "initvar" and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def replace(obj, /, **changes):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replaced(obj, changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    annotations = {}
    body = dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            annotations[item] = object
            continue
        annotations[item[0]] = item[1]
        if len(item) == 3:
            body[item[0]] = item[2]
    body["__annotations__"] = annotations
    return dataclass(type(cls_name, bases, body), **options)
