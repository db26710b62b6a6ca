# Classes: instances, attributes, methods, inheritance, super, class and static methods, isinstance, repr.
class Point:
    """A point."""

    count = 0

    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.count += 1

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def moved(self, dx=0, dy=0):
        return Point(self.x + dx, self.y + dy)

    @staticmethod
    def origin():
        return Point(0, 0)

    @classmethod
    def diagonal(cls, n):
        return cls(n, n)


p = Point(1, 2)
print(p, p.x, p.y, p.moved(dy=3), Point.origin(), Point.diagonal(4), Point.count, p.count, Point.__doc__)
p.z = 5
p.count = 100
print(p.z, p.count, Point.count, hasattr(p, "z"), hasattr(p, "w"), getattr(p, "w", "none"), getattr(p, "x"))
setattr(p, "w", 7)
del p.z
print(p.w, hasattr(p, "z"), p.__dict__, p.__class__.__name__, type(p) is Point, Point.__name__)


class Animal:
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound}"

    def kind(self):
        return "animal"


class Dog(Animal):
    sound = "woof"

    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def kind(self):
        return "dog, an " + super().kind()


class Puppy(Dog):
    def speak(self):
        return super().speak() + "!"


rex = Puppy("Rex", 1)
print(rex.speak(), rex.kind(), rex.age, Animal("It").speak())
print(isinstance(rex, Animal), isinstance(rex, (int, Dog)), isinstance(5, Animal), issubclass(Puppy, Animal), issubclass(Animal, Dog))
print([c.__name__ for c in Puppy.__mro__], Puppy.__bases__[0].__name__, Dog.__qualname__)
m = rex.speak
print(m(), m.__name__, m.__self__ is rex, Dog.speak(rex), Animal.kind(rex))
Dog.trick = lambda self: self.name + " rolls"
print(rex.trick())
rex.speak = lambda: "instance attribute"
print(rex.speak())
print(type(5), type("a"), type(None), type([]), type(Point), type(type), int, Point.__mro__[-1])


class Counter:
    instances = []

    def __init__(self):
        self.instances.append(self)
        self._n = 0

    def inc(self):
        self._n += 1
        return self

    @property
    def value(self):
        return self._n


c = Counter()
print(c.inc().inc().inc().value, len(Counter.instances))


class Empty:
    pass


e = Empty()
e.a = 1
print(str(e).startswith("<__main__.Empty object at 0x"), e.a, vars(e), isinstance(e, object))


class Meta:
    class Inner:
        v = 3

    def __getattr__(self, name):
        if name.startswith("x"):
            return name.upper()
        raise AttributeError(name)


print(Meta.Inner.v, Meta().xyz, hasattr(Meta(), "abc"), Meta.Inner.__qualname__)


class Strict:
    def __setattr__(self, name, value):
        if name == "bad":
            raise ValueError("bad attribute")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("deleting", name)
        object.__delattr__(self, name)


s = Strict()
s.good = 1
del s.good
for f in (lambda: setattr(s, "bad", 1), lambda: s.good, lambda: Point(), lambda: Point(1, 2, 3), lambda: p.nope, lambda: Point.nope, lambda: p(), lambda: (5).foo, lambda: None.x, lambda: rex.age.b, lambda: Empty(1), lambda: super().x):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(sorted(k for k in dir(p) if not k.startswith("__")))
T = type("T", (Animal,), {"sound": "dynamic"})
print(T("T").speak(), T.__name__)

# expect: Point(1, 2) 1 2 Point(1, 5) Point(0, 0) Point(4, 4) 4 4 A point.
# expect: 5 100 4 True False none 1
# expect: 7 False {'x': 1, 'y': 2, 'count': 100, 'w': 7} Point True Point
# expect: Rex says woof! dog, an animal 1 It says ...
# expect: True True False True False
# expect: ['Puppy', 'Dog', 'Animal', 'object'] Dog Dog
# expect: Rex says woof! speak True Rex says woof animal
# expect: Rex rolls
# expect: instance attribute
# expect: <class 'int'> <class 'str'> <class 'NoneType'> <class 'list'> <class 'type'> <class 'type'> <class 'int'> <class 'object'>
# expect: 3 1
# expect: True 1 {'a': 1} True
# expect: 3 XYZ False Meta.Inner
# expect: deleting good
# expect: ValueError: bad attribute
# expect: AttributeError: 'Strict' object has no attribute 'good'
# expect: TypeError: Point.__init__() missing 1 required positional argument: 'x'
# expect: TypeError: Point.__init__() takes from 2 to 3 positional arguments but 4 were given
# expect: AttributeError: 'Point' object has no attribute 'nope'
# expect: AttributeError: type object 'Point' has no attribute 'nope'
# expect: TypeError: 'Point' object is not callable
# expect: AttributeError: 'int' object has no attribute 'foo'
# expect: AttributeError: 'NoneType' object has no attribute 'x'
# expect: AttributeError: 'int' object has no attribute 'b'
# expect: TypeError: Empty() takes no arguments
# expect: RuntimeError: super(): no arguments
# expect: ['count', 'diagonal', 'moved', 'origin', 'w', 'x', 'y']
# expect: T says dynamic T
