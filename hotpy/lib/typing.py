"""Names for annotations. Nothing is checked at run time."""

import collections as _collections

TYPE_CHECKING = False


class _Form:
    """`Name` or `Name[parameters]`."""

    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin

    def __getitem__(self, parameters):
        return _Alias(self, parameters if isinstance(parameters, tuple) else (parameters,))

    def __call__(self, *args, **keywords):
        if self.__origin__ is None:
            raise TypeError(f"Cannot instantiate typing.{self._name}")
        return self.__origin__(*args, **keywords)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        return () if self.__origin__ is None else (self.__origin__,)

    def __instancecheck__(self, instance):
        if self.__origin__ is None:
            raise TypeError(f"typing.{self._name} cannot be used with isinstance()")
        return isinstance(instance, self.__origin__)

    def __repr__(self):
        return f"typing.{self._name}"


class _Alias:
    def __init__(self, form, args):
        self._form = form
        self.__origin__ = form.__origin__ if isinstance(form, _Form) and form.__origin__ is not None else form
        self.__args__ = args

    def __getitem__(self, parameters):
        return _Alias(self._form, parameters if isinstance(parameters, tuple) else (parameters,))

    def __call__(self, *args, **keywords):
        return self.__origin__(*args, **keywords)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __eq__(self, other):
        return isinstance(other, _Alias) and self._form is other._form and self.__args__ == other.__args__

    def __hash__(self):
        return hash(self.__args__)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, type):
            return (origin,)
        return () if isinstance(origin, _Form) else (origin,)

    def __repr__(self):
        if self._form is Callable and len(self.__args__) == 2:
            params, result = self.__args__
            shown = "..." if params is ... else f"[{', '.join(map(_shown, params))}]"
            return f"typing.Callable[{shown}, {_shown(result)}]"
        name = repr(self._form) if isinstance(self._form, _Form) else _shown(self._form)
        return f"{name}[{', '.join(map(_shown, self.__args__))}]"


def _shown(hint):
    if hint is ...:
        return "..."
    if hint is type(None) or hint is None:
        return "None"
    if isinstance(hint, type):
        return hint.__qualname__ if hint.__module__ == "builtins" else f"{hint.__module__}.{hint.__qualname__}"
    return repr(hint)


class _UnionForm(_Form):
    def __getitem__(self, parameters):
        parts = []
        for part in parameters if isinstance(parameters, tuple) else (parameters,):
            part = type(None) if part is None else part
            for one in part.__args__ if isinstance(part, _Alias) and part._form is Union else (part,):
                if one not in parts:
                    parts.append(one)
        if len(parts) == 1:
            return parts[0]
        if all(isinstance(part, type) for part in parts):
            made = parts[0]
            for part in parts[1:]:
                made = made | part
            return made
        return _UnionAlias(self, tuple(parts))


class _UnionAlias(_Alias):
    def __repr__(self):
        return " | ".join(map(_shown, self.__args__))


class _OptionalForm(_Form):
    def __getitem__(self, parameter):
        return Union[parameter, None]


class _ClassVarForm(_Form):
    pass


class _AnnotatedForm(_Form):
    def __getitem__(self, parameters):
        made = _Alias(self, parameters)
        made.__origin__ = parameters[0]
        made.__metadata__ = parameters[1:]
        return made


Any = _Form("Any")
Union = _UnionForm("Union")
Optional = _OptionalForm("Optional")
Callable = _Form("Callable")
ClassVar = _ClassVarForm("ClassVar")
Final = _Form("Final")
Literal = _Form("Literal")
LiteralString = _Form("LiteralString")
Annotated = _AnnotatedForm("Annotated")
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
TypeAlias = _Form("TypeAlias")
TypeGuard = _Form("TypeGuard")
Concatenate = _Form("Concatenate")
Unpack = _Form("Unpack")
Required = _Form("Required")
NotRequired = _Form("NotRequired")
List = _Form("List", list)
Dict = _Form("Dict", dict)
Set = _Form("Set", set)
FrozenSet = _Form("FrozenSet", frozenset)
Tuple = _Form("Tuple", tuple)
Type = _Form("Type", type)
Deque = _Form("Deque", _collections.deque)
DefaultDict = _Form("DefaultDict", _collections.defaultdict)
OrderedDict = _Form("OrderedDict", _collections.OrderedDict)
Counter = _Form("Counter", _collections.Counter)
ChainMap = _Form("ChainMap", _collections.ChainMap)
Text = str
for _name in (
    "AbstractSet AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Collection Container ContextManager Coroutine Generator "
    "Hashable IO ItemsView Iterable Iterator KeysView Mapping MutableMapping MutableSequence MutableSet Reversible Sequence Sized "
    "SupportsAbs SupportsFloat SupportsInt ValuesView TextIO BinaryIO"
).split():
    globals()[_name] = _Form(_name)
del _name


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self._sign = "+" if covariant else "-" if contravariant else "~"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"{self._sign}{self.__name__}"


class ParamSpec(TypeVar):
    args = kwargs = Any


class TypeVarTuple:
    def __init__(self, name, *, default=None):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class _Declared(TypeVar):
    """`class C[T: bound]`: bound, constraints and default are evaluated when they are read."""

    def __init__(self, name, bound=None, constraints=None):
        self.__name__ = name
        self._sign = ""
        self._bound = bound
        self._constraints = constraints

    @property
    def __bound__(self):
        return None if self._bound is None else self._bound(1)

    @property
    def __constraints__(self):
        return () if self._constraints is None else self._constraints(1)


_Declared.__name__ = _Declared.__qualname__ = "TypeVar"


def _parameter(kind, name, evaluate):
    if kind == 2:
        made = ParamSpec(name)
        made._sign = ""
        return made
    if kind == 4:
        return TypeVarTuple(name)
    return _Declared(name, evaluate if kind == 1 else None, evaluate if kind == 3 else None)


def _with_default(parameter, evaluate):
    parameter._default = evaluate
    return parameter


def _generic_base(parameters):
    return Generic[parameters]


class TypeAliasType:
    def __init__(self, name, evaluate, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self._evaluate = evaluate

    @property
    def __value__(self):
        return self._evaluate(1)

    def __getitem__(self, parameters):
        return _Alias(self, parameters if isinstance(parameters, tuple) else (parameters,))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return self.__name__


def _type_alias(name, parameters, evaluate):
    return TypeAliasType(name, evaluate, () if parameters is None else parameters)


def NewType(name, tp):
    def new_type(x):
        return x

    new_type.__name__ = new_type.__qualname__ = name
    new_type.__supertype__ = tp
    return new_type


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, parameters):
        return _Alias(cls, parameters if isinstance(parameters, tuple) else (parameters,))


class _ProtocolMeta(type):
    def __call__(cls, *args, **keywords):
        if cls.__dict__.get("_is_protocol"):
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **keywords)

    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol"):
            if not cls.__dict__.get("_is_runtime_protocol"):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            return all(hasattr(instance, name) for name in _members(cls))
        return super().__instancecheck__(instance)


def _members(cls):
    names = set()
    for base in cls.__mro__:
        if base.__dict__.get("_is_protocol"):
            names.update(name for name in base.__dict__ if not name.startswith("_") or name in ("__len__", "__iter__", "__call__", "__getitem__"))
            names.update(base.__annotations__)
    return names


class Protocol(metaclass=_ProtocolMeta):
    _is_protocol = True

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        if "_is_protocol" not in cls.__dict__:
            cls._is_protocol = Protocol in cls.__bases__

    def __class_getitem__(cls, parameters):
        return _Alias(cls, parameters if isinstance(parameters, tuple) else (parameters,))


def runtime_checkable(cls):
    cls._is_runtime_protocol = True
    return cls


class _NamedTupleMeta(type):
    def __new__(metaclass, name, bases, namespace):
        own = type(name, (), {key: value for key, value in namespace.items() if key.startswith("__annot")})
        hints = dict(own.__annotations__)
        defaults = [namespace[key] for key in hints if key in namespace]
        made = _collections.namedtuple(name, list(hints), defaults=defaults, module=namespace.get("__module__"))
        made.__annotations__ = hints
        for key, value in namespace.items():
            if key not in hints and key not in ("__module__", "__qualname__", "__annotate_func__", "__annotations__", "__classdictcell__"):
                setattr(made, key, value)
        return made


def NamedTuple(typename, fields=()):
    made = _collections.namedtuple(typename, [name for name, hint in fields])
    made.__annotations__ = dict(fields)
    return made


_NamedTupleBase = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTupleBase,)


class _TypedDictMeta(type):
    def __new__(metaclass, name, bases, namespace, total=True):
        return type.__new__(metaclass, name, (dict,), namespace)

    def __call__(cls, *args, **keywords):
        return dict(*args, **keywords)


def TypedDict(typename, fields=(), *, total=True):
    return _TypedDictMeta(typename, (), {"__annotations__": dict(fields)})


_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDictBase,)


def cast(typ, val):
    return val


def overload(function):
    def refuse(*args, **keywords):
        raise NotImplementedError(
            "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always "
            "be followed by an implementation that is not @overload-ed."
        )

    return refuse


def final(f):
    f.__final__ = True
    return f


def override(f):
    f.__override__ = True
    return f


def no_type_check(f):
    return f


def assert_never(value):
    raise AssertionError(f"Expected code to be unreachable, but got: {value!r}")


def assert_type(value, typ):
    return value


def reveal_type(value):
    import sys

    print(f"Runtime type is {type(value).__name__!r}", file=sys.stderr)
    return value


def get_origin(tp):
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", ())


def get_type_hints(obj):
    hints = {}
    for source in reversed(obj.__mro__) if isinstance(obj, type) else (obj,):
        hints.update(getattr(source, "__annotations__", {}))
    return hints
