"""Enumerations."""

__all__ = ["Enum", "EnumMeta", "EnumType", "Flag", "IntEnum", "IntFlag", "StrEnum", "auto", "nonmember", "member", "unique"]


class auto:
    """Stands for a value that the class chooses."""


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


def _is_plain(name, value):
    """Is this attribute of a class body no member."""
    if name.startswith("_") and (name.endswith("_") or name.startswith("__")):
        return True
    return hasattr(value, "__get__") and not isinstance(value, type) or isinstance(value, nonmember)



class _Names(dict):
    """The namespace of a class body: `auto()` becomes its value when it is stored."""

    def __init__(self, generate):
        super().__init__()
        self.generate = generate
        self.found = []

    def __setitem__(self, key, value):
        if key == "_generate_next_value_":
            self.generate = value.__func__ if isinstance(value, (staticmethod, classmethod)) else value
        elif not _is_plain(key, value):
            if isinstance(value, auto):
                value = self._next(key)
            elif isinstance(value, tuple) and any(isinstance(part, auto) for part in value):
                value = tuple(self._next(key) if isinstance(part, auto) else part for part in value)
            self.found.append(value.value if isinstance(value, member) else value)
        super().__setitem__(key, value)

    def _next(self, key):
        return self.generate(key, 1, len(self.found), self.found[:])


class EnumType(type):
    @classmethod
    def __prepare__(metaclass, name, bases, **keywords):
        parents = [base for base in bases if isinstance(base, EnumType)]
        return _Names(parents[-1]._generate_next_value_) if parents else {}

    def __new__(metaclass, name, bases, namespace, **keywords):
        if not bases or not any(isinstance(base, EnumType) for base in bases):
            return super().__new__(metaclass, name, bases, namespace, **keywords)
        parent = [base for base in bases if isinstance(base, EnumType)][-1]
        if parent._member_map_:
            raise TypeError(f"<enum {name!r}> cannot extend {parent!r}")
        ignored = namespace.pop("_ignore_", ())
        ignored = ignored.replace(",", " ").split() if isinstance(ignored, str) else ignored
        found = {}
        body = {}
        for key, value in namespace.items():
            if key in ignored:
                continue
            if isinstance(value, member):
                found[key] = value.value
            elif _is_plain(key, value):
                body[key] = value.value if isinstance(value, nonmember) else value
            else:
                found[key] = value
        own_new = body.pop("__new__", None)
        cls = super().__new__(metaclass, name, bases, body, **keywords)
        cls._member_map_ = {}
        cls._member_names_ = []
        cls._value2member_map_ = {}
        cls._unhashable_ = []
        mixin = _mixed_type(cls)
        for method in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            # The text of members is that of enumerations, not that of the mixed-in type.
            if mixin is not object and method not in body and getattr(cls, method, None) is getattr(mixin, method, None):
                setattr(cls, method, getattr(parent, method))
        cls._member_type_ = mixin
        new = own_new if own_new is not None else getattr(parent, "_new_member_", None)
        if own_new is not None or "_new_member_" not in cls.__dict__:
            cls._new_member_ = staticmethod(new) if new is not None else None
        for key, value in found.items():
            _add_member(cls, key, value, mixin, new)
        return cls

    def __call__(cls, value, *rest, **keywords):
        if rest or keywords or (not cls._member_map_ and isinstance(value, str)):
            return _functional(cls, value, *rest, **keywords)
        return _lookup(cls, value)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            _lookup(cls, value)
        except ValueError:
            return False
        return True

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __repr__(cls):
        kind = "flag" if any(base.__name__ == "Flag" for base in cls.__mro__) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    @property
    def __members__(cls):
        return dict(cls._member_map_)


EnumMeta = EnumType


def _mixed_type(cls):
    for base in cls.__mro__[1:]:
        if base in (int, str, float, bytes, tuple, frozenset):
            return base
    return object


def _add_member(cls, name, value, mixin, new):
    args = value if isinstance(value, tuple) else (value,)
    if new is not None:
        made = new(cls, *args)
        if not hasattr(made, "_value_"):
            made._value_ = value if mixin is object else mixin(*args)
    elif mixin is object:
        made = object.__new__(cls)
        made._value_ = value
    else:
        made = mixin.__new__(cls, *args)
        made._value_ = mixin(*args)
    known = _known(cls, made._value_)
    if known is not None:
        made = known
    else:
        made._name_ = name
        made._sort_order_ = len(cls._member_names_)
        made.__objclass__ = cls
        if cls.__init__ is not object.__init__:
            made.__init__(*args)
        is_flag = getattr(cls, "_flag_", False)
        if not is_flag or (isinstance(made._value_, int) and made._value_ > 0 and made._value_ & (made._value_ - 1) == 0):
            cls._member_names_.append(name)
        try:
            cls._value2member_map_[made._value_] = made
        except TypeError:
            cls._unhashable_.append(made)
    cls._member_map_[name] = made
    type.__setattr__(cls, name, made)


def _known(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for made in cls._unhashable_:
            if made._value_ == value:
                return made
        return None


def _lookup(cls, value):
    if type(value) is cls:
        return value
    found = _known(cls, value)
    if found is not None:
        return found
    found = cls._missing_(value)
    if isinstance(found, cls):
        return found
    if found is None:
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    raise TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")


def _functional(cls, name, names, *, module=None, qualname=None, type=None, start=1):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, dict):
        pairs = list(names.items())
    else:
        pairs, values = [], []
        for order, item in enumerate(names):
            if isinstance(item, str):
                value = cls._generate_next_value_(item, start, order, values)
                pairs.append((item, value))
            else:
                value = item[1]
                pairs.append(tuple(item))
            values.append(value)
    bases = (cls,) if type is None else (type, cls)
    made = cls.__class__(name, bases, dict(pairs))
    made.__module__ = module or "__main__"
    return made


class _Attribute:
    """`name` and `value`: of members, not of the class, where a member may have that name."""

    def __init__(self, field):
        self.field = field

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return owner._member_map_[self.name] if self.name in owner._member_map_ else self
        return getattr(instance, self.field)

    def __set__(self, instance, value):
        raise AttributeError(f"<enum {type(instance).__name__!r}> cannot set attribute {self.name!r}")


class Enum(metaclass=EnumType):
    _member_map_ = {}
    _member_names_ = []
    _value2member_map_ = {}
    _new_member_ = None
    name = _Attribute("_name_")
    value = _Attribute("_value_")

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        return ["__class__", "__doc__", "__module__", "name", "value"]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)


class IntEnum(int, Enum):
    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)


class StrEnum(str, Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return str.__str__(self)

    def __format__(self, spec):
        return str.__format__(self, spec)


class Flag(Enum):
    _flag_ = True

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 1 << max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = 0
        for made in cls._member_map_.values():
            mask |= made._value_
        if value < 0:
            value = mask & value
            known = _known(cls, value)
            if known is not None:
                return known
        if value & ~mask and cls._member_type_ is not int:
            raise ValueError(f"{cls!r} invalid value {value!r}")
        made = object.__new__(cls) if cls._member_type_ is object else int.__new__(cls, value)
        made._value_ = value
        names = [name for name in cls._member_names_ if cls._member_map_[name]._value_ & value]
        made._name_ = "|".join(names) or None
        if value & ~mask:
            made._name_ = f"{made._name_}|{value & ~mask}" if names else None
        cls._value2member_map_[value] = made
        return made

    def _operand(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if self._member_type_ is int and isinstance(other, int):
            return int(other)
        return None

    def __or__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return type(self)(~self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for made in type(self):
            if made._value_ & self._value_:
                yield made

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name = type(self).__name__
        return f"<{name}: {self._value_!r}>" if self._name_ is None else f"<{name}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}({self._value_!r})" if self._name_ is None else f"{type(self).__name__}.{self._name_}"


class IntFlag(int, Flag):
    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)


def unique(enumeration):
    doubles = [f"{alias} -> {made._name_}" for alias, made in enumeration.__members__.items() if alias != made._name_]
    if doubles:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(doubles)}")
    return enumeration
