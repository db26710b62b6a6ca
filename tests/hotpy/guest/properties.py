# Properties and other descriptors.
class Celsius:
    def __init__(self, t=0):
        self._t = t

    @property
    def t(self):
        "temperature"
        return self._t

    @t.setter
    def t(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._t = value

    @t.deleter
    def t(self):
        print("deleted")
        self._t = 0

    @property
    def fahrenheit(self):
        return self.t * 9 / 5 + 32


c = Celsius(10)
print(c.t, c.fahrenheit)
c.t = 25
print(c.t, c.fahrenheit)
c.t += 5
print(c.t)
del c.t
print(c.t, Celsius.t.__doc__)
for f in (lambda: setattr(c, "t", -300), lambda: setattr(c, "fahrenheit", 1), lambda: delattr(c, "fahrenheit")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name, None)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(obj, self.name, value)


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name = name
        self.age = age


p = Person("Bo", 30)
print(p.name, p.age, p._age, type(Person.name).__name__)
try:
    p.age = "x"
except TypeError as e:
    print(e)


class NonData:
    def __get__(self, obj, owner):
        return "descriptor"


class Holder:
    v = NonData()
    area = property(lambda self: self.w * self.h)

    def __init__(self):
        self.w, self.h = 2, 3


h = Holder()
print(h.v, Holder.v, h.area)
h.__dict__["v"] = "instance"
print(h.v)


class Base:
    @property
    def who(self):
        return "base"


class Derived(Base):
    @property
    def who(self):
        return "derived of " + super().who


print(Derived().who)

# expect: 10 50.0
# expect: 25 77.0
# expect: 30
# expect: deleted
# expect: 0 temperature
# expect: ValueError: too cold
# expect: AttributeError: property 'fahrenheit' of 'Celsius' object has no setter
# expect: AttributeError: property 'fahrenheit' of 'Celsius' object has no deleter
# expect: Bo 30 30 Typed
# expect: age must be int
# expect: descriptor descriptor 6
# expect: instance
# expect: derived of base
